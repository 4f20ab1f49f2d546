"""The words of tables prove themselves, and a folder of one's own adds to them."""

from __future__ import annotations

from pathlib import Path

import pytest

import bulletin_nlp.pipes.tables.check  # noqa: F401  (registers)
from bulletin_nlp.knowledge import use
from bulletin_nlp.knowledge.check import check
from bulletin_nlp.pipes.tables.finder import find_tables


@pytest.mark.parametrize(
    ("overlay", "message"),
    [
        ("columns: {unit: {headers: [责任单位]}}", "the header is of the kind responsible: 责任单位"),
        ("columns: {unit: {counter_headers: [乡镇]}}", "the counter-example is of the kind: 乡镇"),
        (
            "columns: {colour: {patterns: [颜色], headers: [颜色], counter_headers: [单位]}}",
            "there is no kind 'colour'",
        ),
        ("columns: {unit: {patterns: ['(甲+)+']}}", "a repeat inside a repeat"),
        ("columns: {unit: {patterns: ['(甲']}}", "no regular expression"),
        ("columns: {unit: {headers: [驻村点]}}", "the header is of the kind None: 驻村点"),
    ],
)
def test_what_does_not_hold_is_found(overlay: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "tables.yaml").write_text(overlay, "utf-8")
    found = [finding.message for finding in check(tmp_path) if finding.table == "tables"]
    assert any(message in each for each in found), found


def test_a_header_of_ones_own_is_known(tmp_path: Path) -> None:
    text = "驻村点\t存在问题\n石门镇\t脱岗\n"
    assert find_tables(text) == []
    (tmp_path / "tables.yaml").write_text("columns: {unit: {patterns: [驻村点], headers: [驻村点]}}", "utf-8")
    try:
        use(tmp_path)
        (table,) = find_tables(text)
        assert [column["kind"] for column in table["columns"]] == ["unit", "finding"]
    finally:
        use(None)
    assert find_tables(text) == []
