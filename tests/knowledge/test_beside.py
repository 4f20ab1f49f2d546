"""Patterns around a stretch of text: which sides must fit, and how the checker proves them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin_nlp.knowledge.beside import Beside
from bulletin_nlp.knowledge.check import check


@pytest.mark.parametrize(
    ("entry", "before", "inside", "after", "fits"),
    [
        ({"before": "对$"}, "已对", "县水务局", "督查", True),
        ({"before": "对$", "after": "^督查"}, "由", "县水务局", "督查", True),
        ({"before": "对$", "after": "^督查", "match": "all"}, "由", "县水务局", "督查", False),
        ({"before": "对$", "after": "^督查", "match": "all"}, "对", "县水务局", "督查", True),
        ({"inside": "组$"}, "", "督查组", "", True),
        ({"after": "督查"}, "", "县水务局", "开展督查", False),
    ],
)
def test_sides(entry: dict[str, str], before: str, inside: str, after: str, fits: bool) -> None:
    assert Beside(entry).fits(before, inside, after) is fits


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("told: {before: '(报)$', marked: ['请‹县委›'], counter_marked: ['由‹县委›']}", "the example is not found"),
        ("modal: {after: '^要', marked: ['‹县委›要'], counter_marked: ['‹石门镇›要']}", "the counter-example is found"),
        ("own: {after: '^将', marked: ['‹县委›将']}", "it has no counter_marked examples"),
        ("own: {after: '^将', marked: ['县委将'], counter_marked: ['‹县委›要']}", "mark one stretch"),
        ("own: {after: '^(将', marked: ['‹县委›将'], counter_marked: ['‹县委›要']}", "no regular expression"),
        ("own: {after: '^(a+)+', marked: ['‹县委›a'], counter_marked: ['‹县委›要']}", "a repeat inside a repeat"),
    ],
)
def test_a_faulty_entry_is_found(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "units").mkdir()
    (tmp_path / "units" / "roles.yaml").write_text(line, encoding="utf-8")
    assert any(f.table == "units/roles" and message in f.message for f in check(tmp_path))
