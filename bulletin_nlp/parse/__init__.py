"""Doc → Bulletin: assemble what the components found, then resolve it.

`bulletin_nlp.parse` is both this package and the function `parse`: calling the module calls the function.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from bulletin_nlp.parse.parser import Parser, parse
from bulletin_nlp.parse.pipeline import load

__all__ = ["Parser", "load", "parse"]


class _CallableModule(ModuleType):
    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return parse(*args, **kwargs)


sys.modules[__name__].__class__ = _CallableModule
