"""Repair measured on simulated damage: what is restored without doubt is right, and sound text gets no repair."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bulletin_nlp import parse
from bulletin_nlp.evaluate import GoldBulletin, discover, load_gold
from bulletin_nlp.evaluate.damage import (
    KINDS,
    Case,
    Tally,
    by_kind,
    damage_errors,
    damage_json,
    damage_table,
    measure,
    tally,
)

SEED, ROUNDS = 101, 2
PRECISION = 0.98
FEWEST = 2000
MANY = 50  # fewer restorations than that say nothing about a share of 0.98
# At least so much of what is hit is restored; what is not is left open or not read, never guessed.
RECALL = {
    ("lost-date-characters", "date"): 0.50,
    ("lost-number-characters", "document number"): 0.18,
    ("lost-number-characters", "issue number"): 0.10,
    ("lost-enumerators", "enumerator"): 0.50,
    ("lost-counts", "count"): 0.27,
    ("ascii-punct", "enumerator"): 1.0,
    ("ocr", "date"): 0.95,
    ("blanks", "date"): 0.88,
    ("pinyin", "date"): 0.90,
    ("split-lines", "date"): 0.94,
    ("traditional", "date"): 1.0,
    ("traditional", "document number"): 1.0,
    ("full-width", "date"): 1.0,
    ("full-width", "issue number"): 1.0,
    ("full-width", "count"): 1.0,
}


@pytest.fixture(scope="module")
def gold(corpora: Path) -> list[GoldBulletin]:
    return [load_gold(path) for path in discover([corpora / "gold"])]


@pytest.fixture(scope="module")
def cases(gold: list[GoldBulletin]) -> list[Case]:
    return list(measure(gold, parse, list(KINDS), SEED, ROUNDS))


def test_what_is_restored_without_doubt_is_right(cases: list[Case]) -> None:
    whole = tally(cases, lambda case: "all")["all"]
    assert whole.pairs >= FEWEST
    assert whole.precision is not None
    assert whole.precision >= PRECISION
    rows = by_kind(cases).items()
    low = {key: row for key, row in rows if row.restored >= MANY and (row.precision or 0.0) < PRECISION}
    assert low == {}


def test_as_much_is_restored_of_each_kind_as_before(cases: list[Case]) -> None:
    rows = by_kind(cases)
    low = {key: rows[key].recall for key, floor in RECALL.items() if (rows[key].recall or 0.0) < floor}
    assert low == {}


def test_sound_text_gets_no_repair(gold: list[GoldBulletin]) -> None:
    sound = [g for g in gold if not {"lost-date-characters", "ocr"} & set(g.front.noise)]
    assert len(sound) > 10
    assert {g.name: repairs for g in sound if (repairs := parse(g.text).repairs)} == {}


def test_the_same_seed_gives_the_same_cases(gold: list[GoldBulletin]) -> None:
    assert list(measure(gold[:3], parse, ["blanks"], 7, 1)) == list(measure(gold[:3], parse, ["blanks"], 7, 1))


def test_the_report_adds_up(cases: list[Case]) -> None:
    rows = by_kind(cases)
    whole = rows.pop(("all kinds", ""))
    assert sum(row.pairs for row in rows.values()) == whole.pairs
    value = json.loads(json.dumps(damage_json(cases, SEED, ROUNDS)))
    assert (value["seed"], value["figures"][-1]["pairs"]) == (SEED, whole.pairs)
    assert damage_table(cases).row_count == len(rows) + 1
    assert len(list(damage_errors(cases))) == whole.wrong + whole.false


TALLIES = [
    (Tally(restored=49, wrong=1, open=25, missed=25), 100, 0.98, 0.49),
    (Tally(restored=9, false=1), 9, 0.9, 1.0),
    (Tally(restored=1, misread=1), 2, 1.0, 0.5),
    (Tally(), 0, None, None),
]


@pytest.mark.parametrize(("row", "pairs", "precision", "recall"), TALLIES)
def test_tallies(row: Tally, pairs: int, precision: float | None, recall: float | None) -> None:
    assert (row.pairs, row.precision, row.recall) == (pairs, precision, recall)
