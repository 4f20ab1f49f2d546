"""What is installed only when asked for, and the command that installs it."""

from __future__ import annotations

from importlib.util import find_spec

from bulletin_nlp.read.errors import FormatError

_MODULES = {"ocr": ("rapidocr", "onnxruntime", "PIL"), "tables": ("pdfplumber",)}


def missing(extra: str) -> str | None:
    """The command that installs an extra, as a clause; None when it is installed."""
    if all(find_spec(module) for module in _MODULES[extra]):
        return None
    return f"install what reads it with: pip install 'bulletin_nlp[{extra}]'"


def needs(extra: str, fault: str) -> None:
    """Refuse an input that can't be read without an extra.

    Raises:
        FormatError: "needs_extra", when the extra is not installed.
    """
    if command := missing(extra):
        raise FormatError("needs_extra", f"{fault}; {command}")
