"""Names that echo a fuller one of the same document: 恒泰建筑 of 恒泰建筑工程有限公司, 省厅, the bare 公共服务办."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin_nlp.pipes.units.draft import Draft
from bulletin_nlp.pipes.units.grammar import grammar
from bulletin_nlp.pipes.units.lexicon import Lexicon

_FORM = re.compile("(?:股份|集团)?(?:有限)?(?:责任)?公司$")
_LONGER = re.compile("[一-龥]{0,8}?(?:公司|集团|厂|项目|小区|广场|花园|大厦)")
_OFFICE = re.compile(r"(?<![一-龥])(省|市|州)(厅|局)(?![一-龥]{0,2}(?:级|长|面|部|势))|(?<=[被由经向与])(省)(厅)")
_LEADS = frozenset("由向对和与及将让请")
_CORE = 4
"""Characters of a company's name that stand for the whole."""
_BODY = 4
"""Characters from which a body that is in no catalogue is recognised without its head."""


def echoes(s: str, named: list[Draft]) -> Iterator[Draft]:
    """All echoes; they may overlap fuller names, of which the longer is to be kept. One pass over the text."""
    cores: dict[str, Draft] = {}
    bodies: dict[str, Draft] = {}
    for draft in named:
        if draft.rule == "company":
            for short in _short_forms(draft.body):
                cores.setdefault(short, draft)
        elif len(draft.body) >= _BODY and (draft.places or draft.level):
            bodies.setdefault(draft.body, draft)
    if words := list({**cores, **bodies}):
        for start, ends in Lexicon(words).find(s).items():
            for end in ends:
                yield from _company(s, start, end, cores)
                yield from _body(s, start, end, bodies)
    yield from _offices(s, named)


def _short_forms(body: str) -> Iterator[str]:
    """Of 中南恒泰建筑工程有限公司: 中南恒泰建筑工程, 中南恒泰, 中南公司, 恒泰公司, 恒泰建筑."""
    core = _FORM.sub("", body)
    if len(core) < _CORE:
        return
    yield from (core, core[:_CORE], f"{core[:2]}公司")
    if (trade := grammar().industry.search(core, 2)) is not None:
        for brand in (core[:2], core[trade.start() - 2 : trade.start()]):
            yield from (f"{brand}公司", brand + trade[0], brand + trade[0][:2])


def _company(s: str, start: int, end: int, cores: dict[str, Draft]) -> Iterator[Draft]:
    full = cores.get(s[start:end])
    if full is not None and not (s[end - 2 : end] != "公司" and _LONGER.match(s, end)):
        yield Draft(start, end, "named", "echo").stands_for(full)


def _body(s: str, start: int, end: int, bodies: dict[str, Draft]) -> Iterator[Draft]:
    """A body at the start of a clause, whose head was named before."""
    full, before = bodies.get(s[start:end]), s[start - 1 : start]
    if full is not None and start > full.start and (not "\u4e00" <= before <= "\u9fff" or before in _LEADS):
        yield Draft(start, end, "named", "echo", body=full.body).stands_for(full)


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
