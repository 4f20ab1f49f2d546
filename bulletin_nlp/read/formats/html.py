"""Web pages: decoded first, then parsed, then laid out as lines; furniture is left out, metadata becomes hints."""

from __future__ import annotations

import re
from itertools import groupby

from bulletin_nlp.read.compose import Composer
from bulletin_nlp.read.decode import decode
from bulletin_nlp.read.furniture import furniture, is_furniture_line, never_shown
from bulletin_nlp.read.layout import Row, lines
from bulletin_nlp.read.registry import Format, Order
from bulletin_nlp.read.source import Reading
from bulletin_nlp.read.tree import Node, parse
from bulletin_nlp.text.fold import fold

_DOCUMENT = re.compile(
    rb"(?:\s++|(?><!--.{0,2000}?-->)|<\?xml[^>]{0,200}\?>)*+<(?:!doctype\s+html|html|head|body|meta|title)\b",
    re.I | re.S,
)
_FRAGMENT = re.compile(rb"\s*<(div|p|table|span|section|article|center|font|h[1-6]|ul|ol|style|script|link)[\s>]", re.I)
_ANY_TAG = re.compile(rb"<(?:div|p|br|table|td|span|body|h[1-6]|li)\b[^<>]{0,500}>", re.I)
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.I)
_HEAD = 4096
_LONGEST_HINT = 500


def recognises(data: bytes, media_type: str | None) -> bool:
    """Documents and fragments by their first tag; anything with tags when its origin calls it HTML."""
    start = data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if _DOCUMENT.match(start):
        return True
    if (fragment := _FRAGMENT.match(start)) and b"</" + fragment[1].lower() in data[: 64 * _HEAD].lower():
        return True
    claimed = media_type is not None and "html" in media_type
    return claimed and _ANY_TAG.search(data.replace(b"\0", b"")) is not None


def read(data: bytes) -> Reading:
    """The text that the page shows, line by line.

    Inline elements join without a separator, blocks and `<br>` end lines, data tables stand row by row.

    Raises:
        UndecodableError: when the bytes are no text.
    """
    return read_page(data)


def read_page(data: bytes, charset: str | None = None) -> Reading:
    """The text of a page whose origin may have named its encoding; what the page says itself comes second."""
    declared = _CHARSET.search(data[:_HEAD])
    decoded = decode(data, charset or (declared[1].decode("ascii") if declared else None))
    nodes = parse(decoded.text)
    hints = _hints(nodes)
    titles = fold("\n".join(value for key, value in hints.items() if "title" in key.lower()))
    composed = _composed(lines(nodes, furniture(nodes, titles)))
    if not composed.text():
        composed = _composed(lines(nodes, never_shown(nodes)))
    remarks = tuple(remark.model_copy(update={"span": None}) for remark in decoded.remarks)
    return Reading(composed.text(), decoded.encoding, remarks, hints, composed.blocks())


def _hints(nodes: list[Node]) -> dict[str, str]:
    """The page's `<meta>` names and its `<title>`, the first of each name."""
    hints: dict[str, str] = {}
    for index, node in enumerate(nodes):
        if node.tag == "meta":
            name = node.attributes.get("name") or node.attributes.get("property")
            value = node.attributes.get("content")
        elif node.tag == "title":
            name, value = "title", "".join(below.text for below in nodes[index + 1 : node.end])
        else:
            continue
        if name and value and value.strip():
            hints.setdefault(name.strip()[:100], " ".join(value.split())[:_LONGEST_HINT])
    return hints


def _composed(found: list[str | Row]) -> Composer:
    """What is left without the lines that are furniture."""
    out = Composer()
    rows = [line for line in found if not _is_furniture(line)]
    for table, group in groupby(rows, lambda line: line.table if isinstance(line, Row) else None):
        if table is not None:
            out.table(cell for line in group if isinstance(line, Row) for cell in line.cells)
            continue
        for line in group:
            if isinstance(line, str):
                out.paragraph(line)
    return out


def _is_furniture(line: str | Row) -> bool:
    return is_furniture_line(line if isinstance(line, str) else " ".join(cell.text for cell in line.cells))


FORMAT = Format("html", "text/html", (".html", ".htm", ".xhtml", ".shtml"), recognises, read, order=Order.MARKUP)
