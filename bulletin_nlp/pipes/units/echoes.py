"""Names that echo a fuller one of the same document: 恒泰建筑 of 恒泰建筑工程有限公司, 省厅, the bare 公共服务办."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin_nlp.pipes.units.canvas import CJK
from bulletin_nlp.pipes.units.draft import Draft
from bulletin_nlp.pipes.units.grammar import grammar

_SHORT_COMPANY = re.compile(rf"(?<![{CJK}])([{CJK}]{{2,4}}公司)|([{CJK}]{{2}}公司)")
_FORM = re.compile("(?:股份|集团)?(?:有限)?(?:责任)?公司$")
_OFFICE = re.compile(r"(?<![一-龥])(省|市|州)(厅|局)(?![一-龥]{0,2}(?:级|长|面|部|势))|(?<=[被由经向与])(省)(厅)")
_BODY = 4
"""Characters from which a body that is in no catalogue is recognised without its head."""


def echoes(s: str, named: list[Draft]) -> Iterator[Draft]:
    """All echoes; they may overlap fuller names, of which the longer is to be kept."""
    yield from _companies(s, [draft for draft in named if draft.rule == "company"])
    yield from _offices(s, named)
    yield from _bodies(s, named)


def _companies(s: str, companies: list[Draft]) -> Iterator[Draft]:
    """The core of a company's name (恒泰建筑), and its first two characters with 公司 (恒泰公司)."""
    cores = {_FORM.sub("", draft.body): draft for draft in companies}
    short = {f"{core[:2]}公司": draft for core, draft in cores.items() if len(core) >= 4}
    for core, full in cores.items():
        for size in (len(core), 4):
            if 4 <= size <= len(core):
                for use in re.finditer(re.escape(core[:size]) + f"(?!{_NOT_SHORT})", s):
                    yield Draft(use.start(), use.end(), "named", "echo").stands_for(full)
    for match in _SHORT_COMPANY.finditer(s):
        name = match[1] or match[2]
        if (known := short.get(name[-4:])) is not None:
            yield Draft(match.end() - 4, match.end(), "named", "echo").stands_for(known)


_NOT_SHORT = "[一-龥]{0,8}(?:公司|集团|厂|项目|小区|广场|花园|大厦)"


def _offices(s: str, named: list[Draft]) -> Iterator[Draft]:
    """The bare 省厅 where the document names one department of the province."""
    found: dict[tuple[str, str], dict[str, Draft]] = {}
    for draft in named:
        level = draft.level or (draft.places[-1][-1] if draft.places else "")
        if draft.body and not draft.part:
            found.setdefault((level, draft.body[-1]), {}).setdefault(draft.body, draft)
    for match in _OFFICE.finditer(s):
        bodies = found.get((match[1] or match[3], match[2] or match[4]), {})
        if len(bodies) == 1:
            yield Draft(match.start(), match.end(), "named", "echo").stands_for(next(iter(bodies.values())))


def _bodies(s: str, named: list[Draft]) -> Iterator[Draft]:
    """A body of some length at the start of a clause, whose head was named before."""
    known = {draft.body: draft for draft in named if len(draft.body) >= _BODY and (draft.places or draft.level)}
    for body, full in known.items():
        for use in re.finditer(rf"(?<![{CJK}]){re.escape(body)}|(?<=[由向对和与及将让请]){re.escape(body)}", s):
            if use.start() > full.start:
                yield Draft(use.start(), use.end(), "named", "echo", body=body).stands_for(full)


_COUNT = "(?:[两二三四五六七八九十]{1,2}|[0-9]{1,2})个?"
_PLACES = re.compile(
    rf"((?:[{CJK}]{{2,4}}、){{1,12}}[{CJK}]{{2,3}}?)(?:等?{_COUNT}|等)"
    rf"(镇街|乡镇|县区|县市|市县|社区|街道|县|市|区|镇|乡|村)(?![{CJK}]{{0,1}}[级直])"
)


def listed_places(s: str) -> Iterator[Draft]:
    """The places of a list that share their suffix: 渠南、定川两县, 柳荫、北仓、棉纺三个社区."""
    for match in _PLACES.finditer(s):
        suffix = match[2] if match[2] not in ("镇街", "乡镇", "县区", "县市", "市县") else ""
        names = match[1].split("、")
        at = match.start()
        for position, name in enumerate(names):
            start = at
            if position == 0:
                for cut in grammar().cutter.finditer(s, at, at + len(name)):
                    if at + len(name) - cut.end() >= 2:
                        start = cut.end()
            stem = s[start : at + len(name)]
            if not grammar().stop.search(stem) and (position or len(stem) <= 3):
                yield Draft(start, at + len(name), "named", "listed-place", places=[stem + suffix])
            at += len(name) + 1
