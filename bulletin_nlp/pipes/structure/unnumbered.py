"""Parts without a number: by their heading alone on a line, by how they open, or by a unit before its findings."""

from __future__ import annotations

import re

from bulletin_nlp.pipes.structure.forms import Forms
from bulletin_nlp.pipes.structure.headings import heading_role
from bulletin_nlp.pipes.structure.outline import Range
from bulletin_nlp.pipes.structure.tree import Tree
from bulletin_nlp.text.paragraphs import Paragraph

_LONGEST_LABEL, _LONGEST_BARE_HEADING = 20, 16
_ITEMS = frozenset({"cn_paren", "num", "num_paren", "circle", "is", "nth", "qi"})
_ENOUGH_ITEMS = 3
_LETTERS = re.compile(r"[\u4e00-\u9fff、“”]+")
_OPENING, _TURN = 90, 100
_STOP = re.compile(r"[。;,:]")


def leave_item(tree: Tree, folded: str, paragraph: Paragraph, forms: Forms) -> None:
    """A plain paragraph behind items of one paragraph each closes their list; else it goes on in the open item."""
    if forms.label_line.match(folded, paragraph.start, paragraph.end):
        return
    for depth, each in enumerate(tree.stack):
        alone = each.paragraphs == 1 and set(each.siblings) == {1} and len(each.siblings) >= _ENOUGH_ITEMS - 1
        if alone and depth > 0 and each.style in _ITEMS:
            tree.close(depth, paragraph.start)
            break
    for each in tree.stack:
        each.paragraphs += 1


def open_headed(tree: Tree, folded: str, paragraph: Paragraph, following: Paragraph | None, forms: Forms) -> bool:
    """A heading without a number, alone on its line: 存在的主要问题."""
    words = folded[paragraph.start : paragraph.end]
    top = tree.stack[0].style if tree.stack else "plain"
    if following is None or top not in {"plain", "headed"} or not 2 <= len(words) <= _LONGEST_BARE_HEADING:
        return False
    if _STOP.search(words) or not _LETTERS.fullmatch(words):
        return False
    role = heading_role(words, forms)
    if role is None:
        return False
    tree.close(0, paragraph.start)
    part = tree.open(paragraph.start, "headed", None, role, "heading-alone")
    part["heading"] = Range(start=paragraph.start, end=paragraph.end)
    return True


def open_label(tree: Tree, folded: str, paragraph: Paragraph, first: int | None, following: Paragraph | None) -> None:
    """石门镇: 1.… 2.…, also with the numbers on lines of their own: the words before the colon head what is numbered."""
    end = paragraph.end if first is None else first
    words = folded[paragraph.start : end].rstrip()
    numbered = first is not None or (following is not None and following.marker is not None)
    if not numbered or not words.endswith(":") or len(words) > _LONGEST_LABEL or "," in words:
        return
    tree.close(next((d for d, o in enumerate(tree.stack) if o.style == "label"), len(tree.stack)), paragraph.start)
    part = tree.open(paragraph.start, "label", None, tree.role or "other", "label")
    part["heading"] = {"start": paragraph.start, "end": paragraph.start + len(words) - 1}


def turn_to_faults(tree: Tree, folded: str, paragraph: Paragraph, forms: Forms) -> bool:
    """Open a part of findings where the paragraph before turns to them: 但暗访中发现: (1)…; whether it does."""
    if tree.role not in {"situation", "other"} or not tree.last_end:
        return False
    if not forms.turn.search(folded, max(0, tree.last_end - _TURN), tree.last_end):
        return False
    tree.close(0, paragraph.start)
    tree.open(paragraph.start, "plain", None, "problems", "turn")
    return True


def open_plain(tree: Tree, folded: str, paragraph: Paragraph, forms: Forms) -> None:
    """Open the part that the first words of a paragraph announce, or the end of the paragraph before it."""
    head = folded[paragraph.start : min(paragraph.end, paragraph.start + _OPENING)]
    if not _STOP.search(head):
        head = head.replace(" ", ",")  # where the marks were lost, blanks stand for them
    opening = next((o for o in forms.openings if o.pattern.match(head)), None)
    if opening and opening.nested and tree.stack:
        tree.open(paragraph.start, "nested", None, opening.role, opening.rule)
    elif opening and not opening.nested and opening.role != tree.role:
        tree.close(0, paragraph.start)
        tree.open(paragraph.start, "plain", None, opening.role, opening.rule)
    elif not opening and turn_to_faults(tree, folded, paragraph, forms):
        return
    elif not tree.stack:
        tree.open(paragraph.start, "plain", None, opening.role if opening else "situation", "plain")
