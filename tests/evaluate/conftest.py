"""A hand-made gold file, and the bulletin that a perfect program would make of any gold file."""

from __future__ import annotations

import pytest

from bulletin_nlp.evaluate import GoldBulletin, read_gold
from bulletin_nlp.evaluate.gold import GoldSpan
from bulletin_nlp.records import (
    Achievement,
    Answer,
    Attachment,
    Bulletin,
    DateMention,
    Head,
    Issue,
    Problem,
    Provenance,
    Published,
    Recipients,
    Recommendation,
    Reference,
    Region,
    Section,
    Source,
    Span,
    UnitMatch,
    UnitMention,
    Value,
)

TAGGED = """---
genre: county-supervision
noise: [none]
region: {name: 青禾县, code: null, parent: null}
title: 关于河道保洁的督查通报
series: null
issue_year: 2021
issue_number: 7
document_number: null
published: 2021-06-18
issuers: [县委县政府督查室]
report_to: [县委常委, 副县长]
send_to: [各乡镇]
copy_to: []
attachments: [问题清单]
---
督查通报
（2021年第7期）
<unit kind="named" role="issuer" canon="中共青禾县委督查室;青禾县人民政府督查室">县委县政府督查室</unit> \
<date start="2021-06-18" end="2021-06-18" kind="point" grain="day">2021年6月18日</date>
关于河道保洁的督查通报
<unit kind="collective" role="recipient">各乡镇</unit>：
<date start="2021-06-01" end="2021-06-10" kind="range" grain="day" repaired="1">616月10日</date>，\
<unit kind="anonymous" role="supervisor">督查组</unit>按照<ref>《河道保洁办法》</ref>作了检查。\
<good units="柳溪镇"><unit kind="named" role="praised" canon="青禾县柳溪镇">柳溪镇</unit>清淤3公里</good>。
一、<phead cat="awareness">认识不到位</phead>。<problem cat="awareness,planning" units="白沙乡;个别村">\
<unit kind="named" role="criticised" canon="青禾县白沙乡">白沙乡</unit>和<unit kind="anonymous" role="criticised">\
个别村</unit>没有制定方案</problem>；<problem cat="sanitation" domain="environment,human_settlement" units="">河面漂浮垃圾较多</problem>。
二、要求
（一）<rhead>压实责任</rhead>。<rec units="白沙乡" due="2021-06-30" to="1"><unit kind="named" role="responsible" \
canon="青禾县白沙乡">白沙乡</unit>要在<date start="" end="2021-06-30" kind="deadline" grain="month">\
6月底前</date>制定方案</rec>。
<rec units="各乡镇" to="1,2"><unit kind="collective" role="responsible">各乡镇</unit>要\
<date start="" end="" kind="deadline" grain="day">每月5日前</date>报送进展</rec>。
附件：问题清单
报：县委常委，副县长
"""


def span_of(text: str, quote: str) -> Span:
    """The first occurrence of a quotation."""
    start = text.index(quote)
    return Span(start=start, end=start + len(quote), text=quote)


def _span(item: GoldSpan) -> Span:
    return Span(start=item.start, end=item.end, text=item.text)


def _value(text: str, quote: str | None) -> Value | None:
    return None if quote is None else Value(value=quote, span=span_of(text, quote))


def _values(text: str, quotes: tuple[str, ...]) -> tuple[Value, ...]:
    return tuple(Value(value=quote, span=span_of(text, quote)) for quote in quotes)


def perfect(gold: GoldBulletin) -> Bulletin:
    """The bulletin that agrees with the gold in every field."""
    ids: dict[str, str] = {}
    for n, unit in enumerate(gold.units):
        ids.setdefault(unit.text, f"u{n}")
    whole = Span(start=0, end=len(gold.text), text=gold.text)
    return Bulletin(
        id="b-" + "0" * 24,
        source=Source(uri="memory:", media_type="text/plain", encoding=None, sha256="0" * 64, bytes=0, reader="text"),
        text=gold.text,
        head=_head(gold, ids),
        sections=(Section(id="s1", parent=None, level=0, marker=None, heading=None, role="other", span=whole),),
        dates=_dates(gold),
        units=_units(gold),
        problems=_problems(gold, ids),
        recommendations=_recommendations(gold, ids),
        achievements=tuple(
            Achievement(id=f"a{n}", span=_span(a), units=tuple(ids[u] for u in a.units), rule="gold")
            for n, a in enumerate(gold.achievements)
        ),
        references=tuple(
            Reference(id=f"f{n}", span=_span(r), title=r.text.strip("《》"), kind="document")
            for n, r in enumerate(gold.references)
        ),
        provenance=Provenance(version="0", knowledge_digest="", registry_digest=None, taxonomy_version="1"),
    )


def _head(gold: GoldBulletin, ids: dict[str, str]) -> Head:
    front, text = gold.front, gold.text
    first = Span(start=0, end=1, text=text[0])
    issue = None
    if front.issue_number is not None:
        issue = Issue(year=front.issue_year, number=front.issue_number, total=None, span=first)
    return Head(
        title=_value(text, front.title),
        series=_value(text, front.series),
        document_number=_value(text, front.document_number),
        source_name=_value(text, front.source_name),
        issue=issue,
        published=Published(value=front.published.isoformat(), span=first, repaired=False) if front.published else None,
        region=Region(code=None, name=front.region.name, level="county", basis="test", certainty=1)
        if front.region
        else None,
        issuers=tuple(ids[name] for name in front.issuers),
        recipients=Recipients(
            report_to=_values(text, front.report_to),
            main=_values(text, front.send_to),
            copy_to=_values(text, front.copy_to),
        ),
        attachments=tuple(Attachment(title=a, span=span_of(text, a), present=False) for a in front.attachments),
    )


def _dates(gold: GoldBulletin) -> tuple[DateMention, ...]:
    return tuple(
        DateMention(
            id=f"d{n}",
            span=_span(d),
            kind="recurring" if d.kind == "deadline" and d.last is None else d.kind,
            start=d.first,
            end=d.last,
            granularity=d.grain,
            role=None,
            repaired=d.repaired,
            certainty=1,
            rule="gold",
        )
        for n, d in enumerate(gold.dates)
    )


def _units(gold: GoldBulletin) -> tuple[UnitMention, ...]:
    units = []
    for n, unit in enumerate(gold.units):
        match = UnitMatch(status="not_applicable")
        if len(unit.canonical) == 1:
            match = UnitMatch(status="derived", canonical_name=unit.canonical[0])
        elif unit.canonical:
            match = UnitMatch(status="derived", canonical_names=unit.canonical)
        units.append(
            UnitMention(
                id=f"u{n}",
                span=_span(unit),
                kind=unit.kind,
                roles=(unit.role,),
                quantifier=None,
                count=None,
                match=match,
                rule="gold",
            )
        )
    return tuple(units)


def _problems(gold: GoldBulletin, ids: dict[str, str]) -> tuple[Problem, ...]:
    heading = _span(gold.problem_headings[0]) if gold.problem_headings else None
    return tuple(
        Problem(
            id=f"p{n}",
            span=_span(p),
            section_id=None,
            heading=heading,
            nature=p.nature,
            domain=p.domain or (),
            units=tuple(ids[u] for u in p.units),
            inherited=False,
            quantifier="unknown",
            frequency="unknown",
            degree="plain",
            certainty=1,
            rule="gold",
        )
        for n, p in enumerate(gold.problems)
    )


def _recommendations(gold: GoldBulletin, ids: dict[str, str]) -> tuple[Recommendation, ...]:
    heading = _span(gold.recommendation_headings[0]) if gold.recommendation_headings else None
    return tuple(
        Recommendation(
            id=f"r{n}",
            span=_span(r),
            section_id=None,
            heading=heading,
            units=tuple(ids[u] for u in r.units),
            deadline=r.due,
            deadline_date_id=None,
            answers=tuple(Answer(problem_id=f"p{i - 1}", basis="gold", certainty=1) for i in r.answers),
            rule="gold",
        )
        for n, r in enumerate(gold.recommendations)
    )


@pytest.fixture(scope="session")
def tagged() -> str:
    """A gold file with every tag of the convention."""
    return TAGGED


@pytest.fixture(scope="session")
def gold() -> GoldBulletin:
    return read_gold(TAGGED, "sample")


@pytest.fixture(scope="session")
def bulletin(gold: GoldBulletin) -> Bulletin:
    """What a perfect program would make of `gold`."""
    return perfect(gold)
