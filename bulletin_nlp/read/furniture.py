"""Which parts of a web page are furniture: menus, footers, share bars, lists of related links.

When in doubt a part stays: noise in the text is a nuisance, lost text is a lie. Names and patterns are knowledge
(`html.yaml`); this module counts characters, links and sentences below every node, and compares.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.read.tree import Node
from bulletin_nlp.text.fold import fold

NEVER_SHOWN = frozenset(
    {"script", "style", "template", "head", "noframes", "object", "embed", "iframe", "svg", "math", "canvas", "map"}
    | {"audio", "video", "select", "option", "datalist", "button", "input", "textarea"}
    | {"rt", "rp", "rtc"}  # readings above characters: shown, but no part of the sentence
)
_STRUCTURE = frozenset({"html", "body", "main", "article"})
_WORD = re.compile(r"[A-Za-z][a-z]+|[A-Z]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(slots=True)
class Measure:
    """What stands below one node: characters, links, sentence ends, things to keep."""

    characters: int = 0
    linked: int = 0  # characters inside links
    links: int = 0
    sentences: int = 0  # 。 outside links
    kept: int = 0

    def add(self, other: Measure) -> None:
        """Count what a child holds."""
        self.characters += other.characters
        self.linked += other.linked
        self.links += other.links
        self.sentences += other.sentences
        self.kept += other.kept


def furniture(nodes: list[Node], titles: str) -> list[bool]:
    """For every node whether it, with all below it, is no part of the bulletin.

    Args:
        nodes: the page, as `tree.parse` gives it.
        titles: what the page's metadata calls it; a part that says the same is kept.
    """
    measures = _measure(nodes, titles)
    dropped = [False] * len(nodes)
    index = 0
    while index < len(nodes):
        node = nodes[index]
        if node.tag and _is_furniture(node, measures[index]):
            dropped[index : node.end] = [True] * (node.end - index)
            index = node.end
        else:
            index += 1
    return dropped


def never_shown(nodes: list[Node]) -> list[bool]:
    """For every node whether no browser shows it: the least that can be dropped."""
    dropped = [False] * len(nodes)
    for index, node in enumerate(nodes):
        if node.tag in NEVER_SHOWN and not dropped[index]:
            dropped[index : node.end] = [True] * (node.end - index)
    return dropped


def is_furniture_line(line: str) -> bool:
    """Whether a whole line is furniture: 【打印】【关闭】, 上一篇:…, ICP numbers."""
    folded = fold(line).strip()
    return 0 < len(folded) <= 200 and any(pattern.fullmatch(folded) for pattern in _line_patterns())


def _measure(nodes: list[Node], titles: str) -> list[Measure]:
    words = _table()
    keep = tuple(map(fold, (*words["breadcrumb"], *words["byline"])))
    measures = [Measure() for _ in nodes]
    for index in range(len(nodes) - 1, -1, -1):
        node, measure = nodes[index], measures[index]
        if node.tag in NEVER_SHOWN:
            continue
        if not node.tag:
            text = fold(node.text).strip()
            measure.characters = len(text)
            measure.sentences = text.count("。")
            measure.kept = int(text.startswith(keep) or (len(text) >= 6 and text in titles))
        elif node.tag == "a":
            measure.linked, measure.links, measure.sentences = measure.characters, 1, 0
            measure.kept += _is_attachment(node, nodes, index)
        if node.parent >= 0:
            measures[node.parent].add(measure)
    return measures


def _is_furniture(node: Node, measure: Measure) -> bool:
    if node.tag in NEVER_SHOWN:
        return True
    guards = _table()["guards"]
    if node.tag in _STRUCTURE or measure.kept or measure.sentences >= guards["sentences"]:
        return False
    if node.tag in _tags() or _names(node) & _furniture_names():
        return True
    if _is_hidden(node):
        return bool(measure.characters <= guards["hidden_characters"])
    return _is_link_list(measure, guards)


def _is_link_list(measure: Measure, guards: dict[str, Any]) -> bool:
    if measure.links < guards["links"]:
        return False
    mostly_links = measure.linked >= guards["link_share"] * measure.characters
    return bool(mostly_links and measure.characters - measure.linked <= min(120, 40 + 2 * measure.links))


def _names(node: Node) -> set[str]:
    attributes = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"[:500]
    return {word.lower() for word in _WORD.findall(attributes)}


def _is_hidden(node: Node) -> bool:
    return "hidden" in node.attributes or bool(_HIDDEN.search((node.attributes.get("style") or "")[:500]))


def _is_attachment(node: Node, nodes: list[Node], index: int) -> bool:
    words = _table()["attachments"]
    href = (node.attributes.get("href") or "").lower().partition("?")[0]
    label = "".join(below.text for below in nodes[index + 1 : min(node.end, index + 20)])
    return href.endswith(tuple(words["suffixes"])) or label.strip().startswith(tuple(words["words"]))


def _table() -> dict[str, Any]:
    table: dict[str, Any] = knowledge().table("html")
    return table


@compiled
def _tags() -> frozenset[str]:
    return frozenset(_table()["tags"])


@compiled
def _furniture_names() -> frozenset[str]:
    return frozenset(_table()["names"])


@compiled
def _line_patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(line["pattern"]) for line in _table()["lines"])
