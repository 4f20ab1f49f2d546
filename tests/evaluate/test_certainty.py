"""Intervals, confusion, agreement, and the page that shows them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from bulletin_nlp.evaluate import Document, Evaluation, Judgement
from bulletin_nlp.evaluate.agreement import PassesError, agreement
from bulletin_nlp.evaluate.bootstrap import intervals
from bulletin_nlp.evaluate.confusion import confusion
from bulletin_nlp.evaluate.page import write_page
from bulletin_nlp.evaluate.score import Verdict


def document(name: str, *verdicts: Verdict, measure: str = "units.span") -> Document:
    judged = (
        Judgement(
            measure, verdict, n, n + 2, "甲局" if verdict != "false" else "", "甲局" if verdict == "hit" else "乙局"
        )
        for n, verdict in enumerate(verdicts)
    )
    return Document(name, "甲局<b>与乙局" * 3, tuple(judged))


def test_an_interval_holds_the_figure_and_is_the_same_twice() -> None:
    documents = [document(f"d{n}", *["hit"] * (5 + n), *["missed"] * (3 if n % 2 else 1)) for n in range(8)]
    bounds = intervals(documents)
    low, high = bounds["units.span"]
    right, missed = sum(5 + n for n in range(8)), 16
    assert low < 2 * right / (2 * right + missed) < high
    assert bounds == intervals(documents)


def test_equal_documents_have_no_width_and_two_have_no_interval() -> None:
    same = [document(f"d{n}", "hit", "missed") for n in range(3)]
    low, high = intervals(same)["units.span"]
    assert low == high
    assert intervals(same[:2]) == {}


def test_confusion_counts_pairs_of_one_measure() -> None:
    judged = [
        *document("a", "wrong", "wrong", "hit").judgements,
        *document("b", "wrong", measure="units.role").judgements,
    ]
    assert confusion(judged, "units.span") == [("甲局", "乙局", 2)]


PASSES = "file\tkind\tsurface\tfirst\tsecond\n"


def test_kappa_by_hand(tmp_path: Path) -> None:
    rows = [("x", "x")] * 20 + [("x", "y")] * 5 + [("y", "x")] * 10 + [("y", "y")] * 15
    path = tmp_path / "passes.tsv"
    path.write_text(PASSES + "".join(f"a\trole\ts\t{one}\t{two}\n" for one, two in rows), "utf-8")
    (found,) = agreement([path])
    assert (found.decisions, found.equal) == (50, 35)
    assert found.kappa == pytest.approx(0.4)


def test_one_value_alone_has_no_kappa(tmp_path: Path) -> None:
    path = tmp_path / "passes.tsv"
    path.write_text(PASSES + "a\tkind\ts\tnamed\tnamed\n", "utf-8")
    assert agreement([path])[0].kappa is None


def test_a_short_row_is_named_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "passes.tsv"
    path.write_text(PASSES + "a\tkind\tnamed\n", "utf-8")
    with pytest.raises(PassesError, match=r"passes\.tsv:2: 3 cells"):
        agreement([path])


def test_the_page_escapes_text_and_shows_each_error() -> None:
    stream = io.StringIO()
    write_page(Evaluation(tuple(document(f"d{n}", "hit", "wrong", "missed", "false") for n in range(3))), stream)
    page = stream.getvalue()
    assert "&lt;b&gt;" in page
    assert "<b>" not in page
    assert page.count('<li class="') == 9
    assert "95 % interval" in page
    assert "<script" not in page
