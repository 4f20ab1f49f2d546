"""Finds every mention of an actor in a text. Pure: text in, plain data out."""

from __future__ import annotations

from collections.abc import Iterable, Set

from bulletin_nlp.pipes.units.canvas import Canvas, canvas
from bulletin_nlp.pipes.units.classes import Unnamed
from bulletin_nlp.pipes.units.companies import Companies
from bulletin_nlp.pipes.units.draft import Draft
from bulletin_nlp.pipes.units.echoes import echoes
from bulletin_nlp.pipes.units.joins import bare_teams, bureau_party, coordinated, headless, introduced, labelled
from bulletin_nlp.pipes.units.lexicon import lexicon
from bulletin_nlp.pipes.units.lists import listed_places
from bulletin_nlp.pipes.units.mention import UnitMention
from bulletin_nlp.pipes.units.named import Named
from bulletin_nlp.pipes.units.places import Gazetteer

_PRIORITY = {"introduced": 0, "bare-team": 0, "bureau-party": 0}


def find(text: str, *, scope: Iterable[str] = (), walls: Set[int] = frozenset()) -> list[UnitMention]:
    """The units that a text mentions, in text order, without overlap.

    Args:
        text: the text as read.
        scope: names of places known for this document (its county, its towns), which settle boundaries.
        walls: where cells of tables begin: no mention reaches over one.

    Returns:
        Mentions with offsets into `text` (code points, half-open). Nothing inside 《》 is a mention.
    """
    board = canvas(text, walls)
    drafts = _drafts(board, scope)
    chosen = _members(_choose([d for d in drafts if not board.in_title(d.start)]), board.s)
    return [draft.mention(*board.origin(draft.start, draft.end)) for draft in chosen]


def _drafts(board: Canvas, scope: Iterable[str]) -> list[Draft]:
    s = board.s
    surfaces = lexicon().find(s)
    gazetteer = Gazetteer(s, scope, frozenset(surfaces))
    named = list(Named(s, gazetteer, surfaces).find())
    named += Companies(s, gazetteer).find()
    named = _choose(named)
    named += coordinated(s, named, surfaces)
    unnamed = [_settled(draft, s, gazetteer) for draft in Unnamed(s).find()]
    short = [*introduced(s, named), *bare_teams(s, named, unnamed), *bureau_party(s, named)]
    bare = headless(s, named, surfaces)
    return [*named, *unnamed, *short, *bare, *labelled(s), *echoes(s, named), *listed_places(s)]


def _settled(draft: Draft, s: str, gazetteer: Gazetteer) -> Draft:
    """A class that begins with the last character of a place's name: 雲尾县|有关乡镇 is one, 枫浦区|部分学校 is not."""
    if draft.rule == "quantified" and (place := gazetteer.by_end.get(draft.start + 1)) is not None:
        draft.start = place.start if draft.quantifier == "unknown" else draft.start + 1
    elif draft.rule == "fields" and (place := gazetteer.by_end.get(draft.start)) is not None:
        draft.start = place.start  # the departments of that place: 安和县|医保、卫健部门
    return draft


def _members(drafts: list[Draft], s: str) -> list[Draft]:
    """县防指|各成员单位 is one collective, 省政府|有关部门 some: the members of the body before."""
    joined: list[Draft] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        members = draft.kind != "named" and s.startswith(("各", "有关", "相关"), draft.start)
        if members and before and before.kind == "named" and before.end == draft.start:
            joined[-1] = Draft(before.start, draft.end, draft.kind, "members", quantifier=draft.quantifier)
        else:
            joined.append(draft)
    return joined


def _choose(drafts: list[Draft]) -> list[Draft]:
    """The longest of overlapping drafts; of equal ones a name before a class, then the first found."""
    order = sorted(
        range(len(drafts)),
        key=lambda n: (drafts[n].start - drafts[n].end, _PRIORITY.get(drafts[n].rule, 1), drafts[n].kind != "named", n),
    )
    taken: list[tuple[int, int, Draft]] = []
    occupied: set[int] = set()
    for n in order:
        draft = drafts[n]
        if occupied.isdisjoint(range(draft.start, draft.end)):
            occupied.update(range(draft.start, draft.end))
            taken.append((draft.start, draft.end, draft))
    return [draft for _, _, draft in sorted(taken, key=lambda t: t[:2])]
