"""A tree of nodes → lines of text, as a browser would break them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletin_nlp.read.tree import Node

BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div"}
    | {"dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"}
    | {"hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table"}
    | {"tbody", "tfoot", "thead", "tr", "ul"}
)
CELLS = frozenset({"td", "th"})
LONGEST_CELL = 600
_BLANKS = re.compile("([ \t\n\r\f]+)")
_EAST_ASIAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff“”‘’…—]")
_ENUMERATED = re.compile(r"\s*(?:\d{1,3}[.、．)）]|[一二三四五六七八九十]{1,3}[、.．]|[(（①-⑳])")


class Lines:
    """Collects characters into lines, collapsing blanks as CSS does (white-space: normal).

    Line breaks in the markup beside an East Asian character are no blank (CSS Text 3, 4.1.3).
    """

    def __init__(self) -> None:
        self.done: list[str] = []
        self.in_row = False
        self.first_cell = True
        self._parts: list[str] = []
        self._blank = ""

    def text(self, text: str) -> None:
        """Add characters of running text."""
        for index, piece in enumerate(_BLANKS.split(text)):
            if index % 2:
                self._blank += piece
            elif piece:
                self._parts += (self._between(piece[0]), piece)
                self._blank = ""

    def preformatted(self, text: str) -> None:
        """Add characters whose blanks and line breaks count."""
        first, *others = re.split("\r\n|\r|\n", text)
        self._parts.append(first)
        for line in others:
            self.end_line(always=True)
            self._parts.append(line)

    def end_line(self, *, always: bool = False) -> None:
        """End the line, if it holds anything or `always`; inside a row of a table, part the words instead."""
        if self.in_row:
            self._blank = " "
            return
        if self._parts or always:
            self.done.append("".join(self._parts))
        self._parts, self._blank = [], ""

    def next_cell(self) -> None:
        """Begin another cell of a row."""
        self._parts.append("\t")
        self._blank = ""

    def _between(self, following: str) -> str:
        if not self._blank or not self._parts or self._parts[-1] == "\t":
            return ""
        if "\n" in self._blank and (_EAST_ASIAN.match(following) or _EAST_ASIAN.match(self._parts[-1][-1:])):
            return ""
        return " "


def lines(nodes: list[Node], dropped: Sequence[bool]) -> list[str]:
    """The lines of a page, without the dropped nodes."""
    out = Lines()
    rows = _data_rows(nodes)
    numbers = _item_numbers(nodes, dropped)
    open_: list[int] = []
    index = 0
    while index < len(nodes):
        while open_ and nodes[open_[-1]].end <= index:
            _leave(nodes[open_.pop()], out)
        node = nodes[index]
        if dropped[index]:
            index = node.end
            continue
        if node.tag:
            _enter(node, out, is_row=index in rows)
            open_.append(index)
            if index in numbers:
                out.text(numbers[index])
        elif any(nodes[above].tag == "pre" for above in open_[-3:]):
            out.preformatted(node.text)
        else:
            out.text(node.text)
        index += 1
    while open_:
        _leave(nodes[open_.pop()], out)
    out.end_line()
    return out.done


def _enter(node: Node, out: Lines, *, is_row: bool) -> None:
    if node.tag in BLOCKS:
        out.end_line()
    if node.tag == "br":
        out.end_line(always=True)
    elif node.tag == "tr" and is_row:
        out.in_row = True
        out.first_cell = True
    elif node.tag in CELLS:
        if not out.in_row:
            out.end_line()
        elif not out.first_cell:
            out.next_cell()
        out.first_cell = False


def _leave(node: Node, out: Lines) -> None:
    if node.tag == "tr":
        out.in_row = False
    if node.tag in BLOCKS or (node.tag in CELLS and not out.in_row):
        out.end_line()


def _data_rows(nodes: list[Node]) -> set[int]:
    """The rows of tables that hold data: no table inside, no cell longer than a cell is. The rest is page layout."""
    characters = [len(node.text) for node in nodes]
    is_layout = [False] * len(nodes)
    rows: set[int] = set()
    for index in range(len(nodes) - 1, -1, -1):
        node = nodes[index]
        if node.parent < 0:
            continue
        characters[node.parent] += characters[index]
        too_long = node.tag in CELLS and characters[index] > LONGEST_CELL
        if node.tag == "table" or too_long or is_layout[index]:
            is_layout[node.parent] = True
        if node.tag == "tr" and not is_layout[index]:
            rows.add(index)
    return rows


def _item_numbers(nodes: list[Node], dropped: Sequence[bool]) -> dict[int, str]:
    """The numbers that a browser puts before the items of ordered lists, where the items don't bring their own."""
    numbers: dict[int, str] = {}
    following: dict[int, int] = {}
    for index, node in enumerate(nodes):
        if node.tag != "li" or dropped[index] or node.parent < 0 or not _is_numbered(nodes[node.parent]):
            continue
        start = following.get(node.parent, _integer(nodes[node.parent].attributes.get("start"), 1))
        number = _integer(node.attributes.get("value"), start)
        following[node.parent] = number + 1
        first = "".join(below.text for below in nodes[index + 1 : min(node.end, index + 12)])
        if first.strip() and not _ENUMERATED.match(first):
            numbers[index] = f"{number}."
    return numbers


def _is_numbered(node: Node) -> bool:
    style = (node.attributes.get("style") or "").replace(" ", "").lower()
    kind = node.attributes.get("type") or "1"
    plain = not re.search("breadcrumb|nav|menu", node.attributes.get("class") or "", re.IGNORECASE)
    return node.tag == "ol" and plain and kind == "1" and "list-style:none" not in style and "type:none" not in style


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,6}", text) else default
