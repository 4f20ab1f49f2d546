"""Names of WordprocessingML elements and attributes, and the small questions asked of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VML = "{urn:schemas-microsoft-com:vml}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OFF = frozenset({"0", "false", "off"})
_INTEGER = re.compile(r"\s*[+-]?[0-9]{1,9}\s*")


def val(element: _Element | None, path: str) -> str | None:
    """The `w:val` of the element at a path of unprefixed names below another; None where it or its value is not there."""
    found = None if element is None else element.find("/".join(W + name for name in path.split("/")))
    return None if found is None else found.get(W + "val")


def integer(value: str | None, default: int) -> int:
    """A whole number, or the default for anything else."""
    return int(value) if value and _INTEGER.fullmatch(value) else default


def is_on(element: _Element | None, path: str) -> bool:
    """Whether a toggle is there and not switched off (17.17.4 ST_OnOff)."""
    found = None if element is None else element.find("/".join(W + name for name in path.split("/")))
    return found is not None and found.get(W + "val", "1").lower() not in _OFF
