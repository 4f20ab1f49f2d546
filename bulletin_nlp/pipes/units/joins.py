"""Names that live on another mention: 青石镇党委、|政府, 县财政局、|农业农村局, （以下简称|督察组）, the bare |巡察组."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from bulletin_nlp.knowledge.units import catalogue
from bulletin_nlp.pipes.units.canvas import CJK
from bulletin_nlp.pipes.units.draft import Draft
from bulletin_nlp.pipes.units.grammar import grammar

_JOINT = re.compile("[、,和及与]|以及")
_INTRODUCED = re.compile(rf"[(\[](?:以下|下)?(?:统)?简称[:为]?[“\"「]?([{CJK}A-Za-z]{{2,12}})[”\"」]?[)\]]")
_TEAM = re.compile("(?:督查|督察|检查|巡察|巡视|审计|核查|督导|考核|调查|工作|评估|验收)组$")
_BUREAU_PARTY = re.compile("(?<![一-龥])局党组|(?<=[,。;、:\n])局党组|局党组")
_CLASS_BEFORE = re.compile("[各等们]$")


def coordinated(s: str, named: list[Draft], surfaces: dict[int, list[int]]) -> Iterator[Draft]:
    """Bodies that share the head of the name before them. `named` is extended by what is found, so lists go on."""
    table = catalogue().by_surface
    queue = deque(named)
    while queue:
        head = queue.popleft()
        joint = _JOINT.match(s, head.end)
        if joint is None or head.rule in ("company", "establishment", "national"):
            continue
        at = joint.end()
        for end in surfaces.get(at, ()):
            level = _level_of(head)
            if len(s[at:end]) < 2 or not any(b.at in (level, None) and not b.alone for b in table[s[at:end]]):
                continue
            if head.rule == "place" and s[at:end] not in ("政府", "人民政府", "党委", "党工委", "办事处"):
                continue
            follower = Draft(
                at, end, "named", "coordinated", places=list(head.places), level=head.level, body=s[at:end]
            )
            yield follower
            queue.append(follower)
            break


def _level_of(draft: Draft) -> str:
    if draft.level:
        return "town" if draft.level in ("镇", "乡") else "county"
    last = draft.places[-1] if draft.places else ""
    return "town" if last.endswith(("镇", "乡", "街道")) else "village" if last.endswith("村") else "county"


def introduced(s: str, named: list[Draft]) -> Iterator[Draft]:
    """Short names that a bracket introduces, there and wherever they stand bare afterwards."""
    by_end = {draft.end: draft for draft in named}
    for match in _INTRODUCED.finditer(s):
        full = by_end.get(match.start())
        if full is None:
            continue
        short = match[1]
        for use in re.finditer(re.escape(short), s):
            if use.start() >= match.start(1):
                yield Draft(use.start(), use.end(), "named", "introduced").stands_for(full)


def bare_teams(s: str, named: list[Draft], unnamed: list[Draft]) -> Iterator[Draft]:
    """A bare 巡察组 where the document has one named team of that sort."""
    teams: dict[str, Draft] = {}
    for draft in named:
        if draft.rule == "numbered-team" and (match := _TEAM.search(s[draft.start : draft.end])):
            known = teams.setdefault(match[0], draft)
            if known.body != draft.body:
                teams.pop(match[0])
    for draft in unnamed:
        if draft.rule == "team" and draft.count is None and (full := teams.get(s[draft.start : draft.end])) is not None:
            yield Draft(draft.start, draft.end, "named", "bare-team").stands_for(full)


def bureau_party(s: str, named: list[Draft]) -> Iterator[Draft]:
    """局党组, where it is the Party group of the one bureau whose Party group the document names."""
    groups = {(tuple(d.places), d.level, d.body): d for d in named if d.part == "党组" and d.body.endswith("局")}
    if len(groups) != 1:
        return
    full = next(iter(groups.values()))
    ends = {d.end for d in named}
    for match in re.finditer("局党组", s):
        if match.end() not in ends:
            yield Draft(match.start(), match.end(), "named", "bureau-party").stands_for(full)


def headless(s: str, named: list[Draft], surfaces: dict[int, list[int]]) -> Iterator[Draft]:
    """Catalogue bodies without any head at a clause's start or after a cutting word: 供电公司要…, 由财政局牵头."""
    table = catalogue().by_surface
    known = {(d.body): d for d in named if d.body}
    for start, ends in surfaces.items():
        end = ends[0]
        surface = s[start:end]
        before = s[start - 1 : start]
        bodies = [
            b for b in table[surface] if (not b.alone and b.at != "town" and b.type != "party") or surface == "纪委监委"
        ]
        if not bodies or len(surface) < 3 or _CLASS_BEFORE.search(before):
            continue
        if before and "\u4e00" <= before <= "\u9fff" and before not in "由向对和与及将让请原":
            continue
        if surface in known or not surface.endswith(
            ("医院", "中学", "小学", "档案馆", "图书馆", "文化馆", "博物馆", "客运站", "汽车站")
        ):
            draft = Draft(start, end, "named", "headless", body=surface)
            yield draft.stands_for(known[surface]) if surface in known else draft


_SEPARATOR = re.compile("[、,;和及]| ")


def labelled(s: str) -> Iterator[Draft]:
    """Names listed behind a label, which may be of any form: 牵头单位:食品经营科."""
    for match in grammar().label.finditer(s):
        at = match.end()
        while (name := _LISTED.match(s, at)) is not None:
            if not _CLASS_LISTED.search(name[0]):
                yield Draft(at, name.end(), "named", "labelled", body=name[0])
            if _SEPARATOR.match(s, name.end()) is None:
                break
            at = name.end() + 1


_LISTED = re.compile(rf"[{CJK}]{{3,24}}(?:\([{CJK}]{{2,10}}\))?(?=[、,;。\n ]|$)")
_CLASS_LISTED = re.compile(
    "^(?:各|有关|相关|全县|全市|全区|部分|县直|县级|市直|市级|区直|无|所有)|(?:各|等)(?:部门|单位)$|[的了未已将对]|负责人|同志"
)
