"""Chinese supervision bulletins in, typed records that can be trusted out.

``parse(text)`` gives a :class:`~bulletin_nlp.records.Bulletin`; ``load()`` gives the spaCy pipeline behind it.
Heavy packages (spaCy, jieba) are imported when first used, not with this module.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["__version__", "load", "parse"]

if TYPE_CHECKING:
    from bulletin_nlp.parse import load, parse


def __getattr__(name: str) -> Any:
    if name in {"load", "parse"}:
        parsing = import_module("bulletin_nlp.parse")
        return parsing if name == "parse" else parsing.load
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
