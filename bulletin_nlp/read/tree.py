"""An HTML document as a flat list of nodes in document order: no recursion, however deep it is nested."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bulletin_nlp.read.errors import FormatError

MAX_DEPTH = 500
MAX_TAGS = 120_000

# Start tags that make a conforming parser search the whole stack of open elements (HTML Standard, 13.2.6.4.7).
_BLOCKS = (
    "address|article|aside|blockquote|center|details|dialog|dir|div|dl|fieldset|figcaption|figure|footer|form|header"
    "|hgroup|h[1-6]|listing|main|menu|nav|ol|pre|search|section|summary|ul|object|marquee|applet|button"
)
_BLOCK_TAG = re.compile(rf"<(/?)({_BLOCKS})(?=[\s/>])[^<>]*>", re.IGNORECASE)


@dataclass(slots=True)
class Node:
    """An element or a text.

    Attributes:
        tag: the lower-case name of an element, "" for a text.
        text: the characters of a text, "" for an element.
        attributes: of an element.
        end: the index behind the last node below it: `nodes[i:nodes[i].end]` is the subtree of node i.
        parent: the index of its parent, -1 for the root.
    """

    tag: str
    text: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    end: int = 0
    parent: int = -1


def parse(markup: str) -> list[Node]:
    """The nodes of a document, parents before their children; comments are left out.

    Raises:
        FormatError: more than MAX_TAGS tags.
    """
    if markup.count("<") > MAX_TAGS:
        raise FormatError("too_large", f"has more than {MAX_TAGS} tags, as no bulletin has; split it")
    from selectolax.lexbor import LexborHTMLParser

    root = LexborHTMLParser(_shallow(markup)).root
    nodes: list[Node] = []
    if root is None:
        return nodes
    current, parents = root, [-1]
    while True:
        nodes.append(_node(current, parents[-1]))
        child = current.first_child
        if child is not None:
            parents.append(len(nodes) - 1)
            current = child
            continue
        nodes[-1].end = len(nodes)
        while current.next is None:
            up = parents.pop()
            if up < 0 or current.parent is None:
                return nodes
            nodes[up].end = len(nodes)
            current = current.parent
        current = current.next


def _node(found: object, parent: int) -> Node:
    """One parser node, copied. `found` is a selectolax node, whose class carries no type stubs worth naming."""
    tag = found.tag or ""  # type: ignore[attr-defined]
    if tag == "-text":
        return Node("", found.text_content or "", parent=parent)  # type: ignore[attr-defined]
    if tag.startswith(("-", "!")):
        return Node("-", "", parent=parent)
    return Node(tag, "", dict(found.attributes), parent=parent)  # type: ignore[attr-defined]


def _shallow(markup: str) -> str:
    """The markup with block elements below MAX_DEPTH turned into line breaks.

    A conforming parser looks through all open elements at each block start tag, so that nested blocks cost the square
    of their number. No page that a person made comes near the limit; browsers draw theirs at 512.
    """
    depth = 0

    def bound(match: re.Match[str]) -> str:
        nonlocal depth
        if match[1]:
            depth -= 1
            if depth < 0:
                depth = 0
                return match[0]
            return match[0] if depth < MAX_DEPTH else "<br>"
        depth += 1
        return match[0] if depth <= MAX_DEPTH else "<br>"

    return _BLOCK_TAG.sub(bound, markup)
