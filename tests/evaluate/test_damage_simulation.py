"""The simulator: the same seed the same damage, and the way back to every clean character."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin_nlp.evaluate import discover, load_gold
from bulletin_nlp.evaluate.damage import KINDS, Damaged, Edit, simulate
from bulletin_nlp.text.fold import fold

TEXT = (
    "督查通报\n2021年第7期\n青督发〔2021〕9号\n\n一、总体情况\n（一）3月5日至8日，督查组到46个单位。\n"
    "二、存在的问题\n于2021年4月底前整改，已完成12个项目。\n"
)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_gives_the_same_damage(kind: str) -> None:
    assert simulate(TEXT, kind, 3).text == simulate(TEXT, kind, 3).text
    assert any(simulate(TEXT, kind, seed).text != TEXT for seed in range(8)) or kind == "table-flattened"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("full-width", "traditional", "ascii-punct")])
def test_another_seed_gives_another_damage(kind: str) -> None:
    assert len({simulate(TEXT * 3, kind, seed).text for seed in range(12)}) > 1 or kind == "table-flattened"


@pytest.mark.parametrize("kind", KINDS)
def test_what_no_edit_touches_stands_where_the_mapping_says(corpora: Path, kind: str) -> None:
    for path in discover([corpora / "gold" / "dev_corpus"]):
        gold = load_gold(path)
        after = simulate(gold.text, kind, 5)
        for date in gold.dates:
            start, end = after.place(date.start, date.end)
            if not after.touched(date.start, date.end):
                assert after.text[start:end] == date.text
                assert after.origin(start, end) == (date.start, date.end)


LOSSES = [
    ("lost-date-characters", "年月日至、"),
    ("lost-number-characters", "年第期号〔〕"),
    ("lost-counts", "个家名户"),
]


@pytest.mark.parametrize(("kind", "marks"), LOSSES)
def test_a_loss_takes_only_its_characters(kind: str, marks: str) -> None:
    for seed in range(20):
        after = simulate(TEXT, kind, seed)
        assert all(after.clean[e.start : e.end] in marks for e in after.edits if not e.text)


def test_widths_and_scripts_change_no_reading() -> None:
    for kind in ("full-width", "traditional", "ascii-punct"):
        assert fold(simulate(TEXT, kind, 1).text) == fold(TEXT)


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="smudge"):
        simulate(TEXT, "smudge", 1)


MAPPINGS = [
    # edits of 0123456789, a stretch of it, where it stands after
    ([Edit(2, 3, "")], (0, 5), (0, 4)),
    ([Edit(2, 3, "")], (3, 5), (2, 4)),
    ([Edit(2, 2, "--")], (2, 5), (4, 7)),
    ([Edit(2, 2, "--")], (0, 2), (0, 2)),
    ([Edit(2, 2, "--")], (1, 4), (1, 6)),
    ([Edit(4, 5, "X")], (4, 5), (4, 5)),
    ([Edit(4, 5, "")], (4, 5), (4, 4)),
]


@pytest.mark.parametrize(("edits", "clean", "after"), MAPPINGS)
def test_places(edits: list[Edit], clean: tuple[int, int], after: tuple[int, int]) -> None:
    assert Damaged("0123456789", tuple(edits)).place(*clean) == after
