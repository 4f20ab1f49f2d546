"""The numbers that a browser puts before the items of ordered lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletin_nlp.read.tree import Node

_ENUMERATED = re.compile(r"\s*(?:\d{1,3}[.、．)）]|[一二三四五六七八九十]{1,3}[、.．]|[(（①-⑳])")


def item_numbers(nodes: list[Node], dropped: Sequence[bool]) -> dict[int, str]:
    """The number of each item (by its index) that doesn't bring its own."""
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
