"""The comparer compared: a perfect prediction scores 1 everywhere, and each damage costs exactly what it should."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_nlp.evaluate import Counts, GoldBulletin, judge_document, read_gold, tally
from bulletin_nlp.evaluate.measures import BY_KEY, MEASURES
from bulletin_nlp.records import Bulletin, Section, Span

Damage = Callable[[Bulletin], Bulletin]


def scores(gold: GoldBulletin, predicted: Bulletin) -> dict[str, Counts]:
    return tally(judge_document("sample", gold, predicted).judgements)


def change(part: str, index: int, **fields: Any) -> Damage:
    """One record of a list with other fields."""

    def damage(bulletin: Bulletin) -> Bulletin:
        records = list(getattr(bulletin, part))
        records[index] = records[index].model_copy(update=fields)
        return bulletin.model_copy(update={part: tuple(records)})

    return damage


def drop(part: str, index: int) -> Damage:
    """One record of a list less."""

    def damage(bulletin: Bulletin) -> Bulletin:
        records = list(getattr(bulletin, part))
        del records[index]
        return bulletin.model_copy(update={part: tuple(records)})

    return damage


def repeat(part: str, index: int) -> Damage:
    """One record of a list twice."""

    def damage(bulletin: Bulletin) -> Bulletin:
        records = getattr(bulletin, part)
        return bulletin.model_copy(update={part: (*records, records[index].model_copy(update={"id": "again"}))})

    return damage


def narrow(part: str, index: int, by: int) -> Damage:
    """The span of one record with its first characters cut off."""

    def damage(bulletin: Bulletin) -> Bulletin:
        span = getattr(bulletin, part)[index].span
        cut = Span(start=span.start + by, end=span.end, text=span.text[by:])
        return change(part, index, span=cut)(bulletin)

    return damage


def head(**fields: Any) -> Damage:
    return lambda bulletin: bulletin.model_copy(update={"head": bulletin.head.model_copy(update=fields)})


def field_of(part: str, index: int, field: str, **fields: Any) -> Damage:
    """A record inside a record with other fields."""
    return lambda b: change(part, index, **{field: getattr(getattr(b, part)[index], field).model_copy(update=fields)})(
        b
    )


def test_gold_against_itself_is_right_everywhere(gold: GoldBulletin, bulletin: Bulletin) -> None:
    counts = scores(gold, bulletin)
    assert {key for key in BY_KEY if key not in counts} == {"head.source_name"}
    assert {key: c for key, c in counts.items() if (c.fp, c.fn) != (0, 0)} == {}
    assert {key: counts[key].tp for key in ("dates.strict", "units.span", "units.canonical", "problems.overlap")} == {
        "dates.strict": 4,
        "units.span": 8,
        "units.canonical": 4,
        "problems.overlap": 2,
    }


def test_every_judgement_has_a_declared_measure(gold: GoldBulletin, bulletin: Bulletin) -> None:
    assert {j.measure for j in judge_document("x", gold, bulletin).judgements} <= {m.key for m in MEASURES}


R, W, M, F = (1, 0, 0), (0, 1, 1), (0, 0, 1), (0, 1, 0)  # (Δtp, fp, fn) of a hit, wrong, missed, false


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        pytest.param(
            drop("dates", 0),
            {"dates.strict": M, "dates.span": M},
            id="date missed",
        ),
        pytest.param(repeat("dates", 0), {"dates.strict": F, "dates.span": F}, id="date twice"),
        pytest.param(change("dates", 0, kind="fuzzy"), {"dates.strict": W, "dates.kind": W}, id="date kind"),
        pytest.param(
            change("dates", 1, end="2021-06-11"), {"dates.strict": W, "dates.interval": W}, id="date bounds"
        ),
        pytest.param(change("dates", 3, kind="deadline"), {}, id="recurring is a deadline without bounds"),
        pytest.param(change("dates", 3, end="2021-07-05"), {}, id="bounds of recurring dates are not in the gold"),
        pytest.param(change("dates", 2, granularity="day"), {"dates.grain": W}, id="date grain"),
        pytest.param(change("dates", 1, repaired=False), {"dates.repaired": W}, id="date damage"),
        pytest.param(
            narrow("dates", 0, 1),
            {"dates.strict": (0, 1, 1), "dates.span": (0, 1, 1)},
            id="date one character short",
        ),
        pytest.param(
            narrow("units", 2, 1),
            {"units.span": W, "units.anonymous": W},
            id="unit one character short overlaps still",
        ),
        pytest.param(
            change("units", 2, kind="collective"),
            {"units.kind": W, "units.anonymous": M, "units.collective": F},
            id="unit kind",
        ),
        pytest.param(change("units", 0, roles=("mentioned", "issuer")), {"units.role": W}, id="first role"),
        pytest.param(change("units", 0, roles=()), {"units.role": W}, id="no role"),
        pytest.param(
            field_of("units", 0, "match", canonical_names=("中共青禾县委督查室",)),
            {"units.canonical": W},
            id="one name of two",
        ),
        pytest.param(
            field_of("units", 0, "match", canonical_names=("青禾县人民政府督查室", "中共青禾县委督查室")),
            {},
            id="two names in any order",
        ),
        pytest.param(field_of("units", 3, "match", canonical_name=None), {"units.canonical": W}, id="no name"),
        pytest.param(
            drop("problems", 1),
            {
                "problems.overlap": M,
                "problems.strict": M,
                "problems.nature_all": M,
                "recommendations.links": W,
            },
            id="problem missed, and a demand that answers it still",
        ),
        pytest.param(
            narrow("problems", 0, 2),
            {"problems.strict": W},
            id="problem a little short",
        ),
        pytest.param(
            change("problems", 0, nature=("planning", "order")),
            {"problems.nature": (0, 1, 1), "problems.nature_all": (0, 1, 1), "problems.primary": W},
            id="other codes",
        ),
        pytest.param(change("problems", 1, domain=("environment",)), {"problems.domain": M}, id="domain"),
        pytest.param(change("problems", 0, domain=("environment",)), {}, id="domain where gold says none"),
        pytest.param(change("problems", 0, nature=("awareness", "mechanism")), {}, id="newer codes under older ones"),
        pytest.param(
            change("problems", 0, nature=()),
            {"problems.nature": (0, 0, 2), "problems.nature_all": (0, 0, 2), "problems.primary": W},
            id="no codes",
        ),
        pytest.param(change("problems", 0, units=("u4", "u0")), {"problems.units": W}, id="another unit blamed"),
        pytest.param(change("problems", 1, units=("u4",)), {"problems.units": F}, id="a unit blamed falsely"),
        pytest.param(
            drop("recommendations", 0),
            {
                "recommendations.overlap": M,
                "recommendations.strict": M,
                "recommendations.units": M,
                "recommendations.deadline": M,
                "recommendations.links": M,
            },
            id="demand missed",
        ),
        pytest.param(change("recommendations", 0, deadline=None), {"recommendations.deadline": M}, id="no deadline"),
        pytest.param(
            change("recommendations", 0, deadline="2021-06-29"), {"recommendations.deadline": W}, id="other deadline"
        ),
        pytest.param(
            change("recommendations", 1, deadline="2021-06-29"), {"recommendations.deadline": F}, id="false deadline"
        ),
        pytest.param(change("recommendations", 1, answers=()), {"recommendations.links": (0, 0, 2)}, id="no links"),
        pytest.param(drop("achievements", 0), {"achievements.overlap": M, "achievements.strict": M,
                                               "achievements.units": M}, id="praise missed"),
        pytest.param(narrow("references", 0, 1), {"references.span": W}, id="reference without bracket"),
        pytest.param(head(title=None), {"head.title": W}, id="no title"),
        pytest.param(head(issue=None), {"head.issue_year": W, "head.issue_number": W}, id="no issue"),
        pytest.param(head(region=None), {"head.region": W}, id="no region"),
        pytest.param(head(published=None), {"head.published": W}, id="no day"),
        pytest.param(head(issuers=()), {"head.issuers": W}, id="no issuer"),
        pytest.param(head(issuers=("u0", "u1")), {"head.issuers": W}, id="an issuer too many"),
        pytest.param(head(attachments=()), {"head.attachments": W}, id="no attachment"),
    ],
)  # fmt: skip
def test_damage_costs_what_it_should(
    gold: GoldBulletin, bulletin: Bulletin, damage: Damage, expected: dict[str, tuple[int, int, int]]
) -> None:
    counts = scores(gold, damage(bulletin))
    errors = {key: (0, c.fp, c.fn) for key, c in counts.items() if c.fp or c.fn}
    assert errors == expected


def with_series(bulletin: Bulletin, text: str) -> Bulletin:
    title = bulletin.head.title
    assert title is not None
    return head(series=title.model_copy(update={"value": text}))(bulletin)


def test_a_field_stated_as_null_must_be_absent(gold: GoldBulletin, bulletin: Bulletin) -> None:
    counts = scores(gold, with_series(bulletin, "督查通报"))
    assert counts["head.series"] == Counts(fp=1, fn=1)


@pytest.mark.parametrize(
    ("value", "right"),
    [("关于河道保洁的督查通报", True), (" 关于　河道保洁的\n督查通报。", True), ("关于河道保潔的督查通報", True),
     ("关于河道保洁的通报", False)],
)  # fmt: skip
def test_blanks_punctuation_and_variants_do_not_count(
    gold: GoldBulletin, bulletin: Bulletin, value: str, right: bool
) -> None:
    title = bulletin.head.title
    assert title is not None
    counts = scores(gold, head(title=title.model_copy(update={"value": value}))(bulletin))
    assert counts["head.title"] == (Counts(tp=1) if right else Counts(fp=1, fn=1))


@pytest.mark.parametrize(
    "issuers",
    ["[县委县政府督查室]", "[中共青禾县委督查室, 青禾县人民政府督查室]", "['中共青禾县委督查室;青禾县人民政府督查室']"],
)
def test_an_issuer_may_be_given_by_surface_or_full_name(bulletin: Bulletin, tagged: str, issuers: str) -> None:
    gold = read_gold(tagged.replace("[县委县政府督查室]", issuers), "x")
    assert scores(gold, bulletin)["head.issuers"] == Counts(tp=1)


def test_newer_codes_stay_apart_where_the_gold_uses_them(bulletin: Bulletin, tagged: str) -> None:
    gold = read_gold(tagged.replace("awareness,planning", "awareness,mechanism"), "x")
    assert scores(gold, bulletin)["problems.nature"] == Counts(tp=2, fp=1, fn=1)


def test_spans_and_text_are_checked_against_the_gold(gold: GoldBulletin, bulletin: Bulletin) -> None:
    damaged = bulletin.model_copy(update={"text": bulletin.text + " "})
    assert scores(gold, damaged)["grounding.text"] == Counts(fp=1, fn=1)
    broken = bulletin.references[0].span.model_copy(update={"text": "《别的》"})
    counts = scores(gold, change("references", 0, span=broken)(bulletin))
    assert counts["grounding.spans"].fn == 1
    assert counts["grounding.text"] == Counts(tp=1)


def empty(bulletin: Bulletin) -> Bulletin:
    whole = Span(start=0, end=len(bulletin.text), text=bulletin.text)
    sections = (Section(id="s", parent=None, level=0, marker=None, heading=None, role="other", span=whole),)
    parts = dict.fromkeys(("dates", "units", "problems", "recommendations", "achievements", "references"), ())
    return bulletin.model_copy(update={**parts, "sections": sections, "head": type(bulletin.head)()})


def test_nothing_found_is_all_missed_and_nothing_false(gold: GoldBulletin, bulletin: Bulletin) -> None:
    counts = scores(gold, empty(bulletin))
    found = {key: c for key, c in counts.items() if not key.startswith(("head", "grounding"))}
    assert {key for key, c in found.items() if c.tp or c.fp} == set()
    assert found["units.span"] == Counts(fn=8)
    assert found["problems.nature_all"] == Counts(fn=3)
    assert "problems.nature" not in found


@given(st.data())
def test_whatever_is_kept_gold_and_prediction_add_up(
    gold: GoldBulletin, bulletin: Bulletin, data: st.DataObject
) -> None:
    """True positives and misses make up the gold; true positives and false ones make up the prediction."""
    parts = {"dates": "dates.span", "references": "references.span", "achievements": "achievements.overlap",
             "recommendations": "recommendations.overlap"}  # fmt: skip
    kept = {part: data.draw(st.lists(st.sampled_from(getattr(bulletin, part)), max_size=6)) for part in parts}
    counts = scores(gold, bulletin.model_copy(update={part: tuple(records) for part, records in kept.items()}))
    for part, key in parts.items():
        assert counts[key].tp + counts[key].fn == len(getattr(gold, part))
        assert counts[key].tp + counts[key].fp == len(kept[part])
