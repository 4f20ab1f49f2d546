"""What an export can't do, and what to do about it."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class ExportError(ValueError):
    """An export that can't be made; the message says what to do."""


def research(library: str) -> Any:
    """A library of the extra `research`, imported when used.

    Raises:
        ExportError: it is not installed.
    """
    try:
        return import_module(library)
    except ImportError as error:
        root = library.partition(".")[0]
        raise ExportError(f"this format wants {root}: pip install 'bulletin_nlp[research]'") from error
