"""Segments: the text cut at every boundary."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from bulletin_nlp.records import Bulletin
from bulletin_nlp.write.entries import Entry, entries_of
from bulletin_nlp.write.facts import Fact, Piece
from bulletin_nlp.write.marks import DEEPEST, segments


def cut(bulletin: Bulletin) -> list[tuple[str, list[str]]]:
    found = segments(bulletin.text, entries_of(bulletin))
    return [(bulletin.text[s.start : s.end], [mark.entry.id for mark in s.marks]) for s in found]


def test_nested_touching_crossing_and_identical_spans(bare: Callable[..., Bulletin]) -> None:
    bulletin = bare("零一二三四五六七", spans=((1, 5), (2, 3), (5, 6), (4, 7), (2, 3)))
    assert cut(bulletin) == [
        ("零", []),
        ("一", ["n1"]),
        ("二", ["n5", "n2", "n1"]),
        ("三", ["n1"]),
        ("四", ["n4", "n1"]),
        ("五", ["n3", "n4"]),
        ("六", ["n4"]),
        ("七", []),
    ]


spans = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted).map(tuple), max_size=40)


@given(spans=spans)
def test_segments_tile_the_text_and_carry_exactly_the_marks_over_them(spans: list[tuple[int, int]]) -> None:
    text = "".join(chr(0x4E00 + number) for number in range(30))
    entries = [Entry("figure", str(key), "", (_span(text, *bounds),), key=key) for key, bounds in enumerate(spans)]
    found = list(segments(text, entries))
    assert "".join(text[segment.start : segment.end] for segment in found) == text
    for segment in found:
        over = {key for key, (start, end) in enumerate(spans) if start <= segment.start < end}
        assert {mark.entry.key for mark in segment.marks} <= over
        assert len(segment.marks) == min(len(over), DEEPEST)
        lengths = [mark.end - mark.start for mark in segment.marks]
        assert lengths == sorted(lengths)


def _span(text: str, start: int, end: int) -> object:
    from bulletin_nlp.records import Span

    return Span(start=start, end=end, text=text[start:end])


def test_every_record_is_an_entry_with_its_spans(sample: Bulletin) -> None:
    entries = entries_of(sample)
    assert [entry.key for entry in entries] == list(range(len(entries)))
    ids = {entry.id: entry for entry in entries}
    assert len(ids) == len(entries)
    records = (
        *sample.dates,
        *sample.units,
        *sample.problems,
        *sample.recommendations,
        *sample.achievements,
        *sample.references,
        *sample.figures,
        *sample.repairs,
        *sample.sections,
    )
    for record in records:
        assert ids[record.id].spans == (record.span,)
    assert {entry.caption for entry in entries if entry.layer == "remark"} == {r.message for r in sample.remarks}
    assert [entry.badge for entry in entries if entry.badge] == ["问1", "问2", "问3", "问4", "要1", "要2", "表1"]


def test_a_problem_tells_nature_units_evidence_and_rule(sample: Bulletin) -> None:
    (entry,) = (entry for entry in entries_of(sample) if entry.id == "p1")
    facts = {fact.name: fact for fact in entry.facts}
    assert facts["性质"] == Fact("性质", (Piece("责任不落实 responsibility"), Piece("环境卫生差 sanitation")))
    assert [piece.record for piece in facts["单位"].pieces] == ["u10", "u11"]
    assert facts["依据"].pieces[0].span == sample.problems[0].evidence[0].span
    assert facts["规则"].pieces[0].text == "findings.numbered"
    assert facts["确信"].pieces[0].certainty == 0.9
