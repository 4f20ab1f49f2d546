"""The table of date cases: `cases/GROUP.json`, rows of text, reference day and results with offsets.

A row's `context` is laid before its text as a line of its own: what a damaged document shows elsewhere. A result's
`candidates` are the intervals that are as good as the one given.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from bulletin_nlp.dates import find
from bulletin_nlp.pipes.dates.grammar import Alternation, grammar
from bulletin_nlp.text.fold import fold

GROUPS: dict[str, list[dict[str, Any]]] = {
    path.stem: json.loads(path.read_text("utf-8")) for path in sorted(Path(__file__).with_name("cases").glob("*.json"))
}
ROWS = [pytest.param(row, id=row["id"]) for rows in GROUPS.values() for row in rows]


@pytest.mark.parametrize("row", ROWS)
def test_case(row: dict[str, Any]) -> None:
    lead = row["context"] + "\n" if "context" in row else ""
    found = [d for d in find(lead + row["text"], row["reference"]) if d["start"] >= len(lead)]
    expected = row["results"]
    assert [(d["start"] - len(lead), d["end"] - len(lead)) for d in found] == [(r["start"], r["end"]) for r in expected]
    for date, result in zip(found, expected, strict=True):
        assert row["text"][result["start"] : result["end"]] == result["text"]
        assert (date["kind"], date["granularity"]) == (result["kind"], result["grain"])
        assert [date["value_start"], date["value_end"]] in [result["interval"], *result.get("candidates", [])]
        assert date["repaired"] == result.get("repaired", False)
        if "filled" in result:
            assert list(date["filled"]) == result["filled"]


def test_the_table_is_large_and_each_group_counted() -> None:
    counts = {group: len(rows) for group, rows in GROUPS.items()}
    assert sum(counts.values()) >= 600
    assert min(counts.values()) >= 12
    assert counts["negatives"] >= 90
    assert not any(row["results"] for row in GROUPS["negatives"])
    ids = Counter(row["id"] for rows in GROUPS.values() for row in rows)
    assert max(ids.values()) == 1


@pytest.mark.parametrize("row", ROWS)
def test_every_match_of_the_grammar_begins_at_a_lead(row: dict[str, Any]) -> None:
    rules, folded = grammar(), fold(row["text"])
    begins = {position for position in range(len(folded)) if rules.match(folded, position, len(folded))}
    assert begins <= {match.start() for match in rules.leads.finditer(folded)}


@pytest.mark.parametrize("row", ROWS)
def test_no_expression_has_two_readings(row: dict[str, Any]) -> None:
    """Two rules that match the very same characters say the same: the order of the rules decides lengths, not values."""
    rules, folded = grammar(), fold(row["text"])
    for result in row["results"]:
        readings = {}
        for rule in rules.rules:
            alone = SINGLE.setdefault(rule.name, Alternation([rule], rules.values))
            match = alone.pattern.match(folded, result["start"], result["end"])
            if match and match.end() == result["end"]:
                said = alone.fields(match)
                readings[rule.name] = (said.first, said.last, said.bound, said.counted)
        values = list(readings.values())
        assert all(value == values[0] for value in values), readings


SINGLE: dict[str, Alternation] = {}


def dates(sentence: str, reference: str | None) -> list[tuple[str, str, str, str, str]]:
    return [
        (sentence[d["start"] : d["end"]], d["kind"], d["value_start"] or "", d["value_end"] or "", d["granularity"])
        for d in find(sentence, reference)
    ]


CONTEXT = [
    # The year of a date in the same sentence is taken over, not the bulletin's.
    ("2018-12-03", "工程2016年3月12日开工，7月30日才补办手续。", ["2016-03-12", "2016-07-30"]),
    # A new sentence goes back to the bulletin's year, and a date months ahead to the year before.
    ("2018-01-18", "黄土镇8月至11月连续4个月未报送。", ["2017-08-01"]),
    # A paragraph that opens with a year is about that year.
    ("2018-01-18", "2016年，全县签约47个。其中，一季度到位6.1亿元。", ["2016-01-01", "2016-01-01"]),
    # Demands look ahead, the heading tells.
    (
        "2018-01-18",
        "一、存在问题\n三季度投产的企业停工。\n二、工作要求\n二季度末仍为空白的，取消资格。",
        ["2017-07-01", "2018-06-30"],
    ),
    ("2019-08-29", "2019年5月13日至6月12日，督察组开展督察。督察进驻次日仍有采砂船。", ["2019-05-13", "2019-05-14"]),
    ("2018-12-03", "2018年情况通报\n比上年度提高1.3个百分点。", ["2018-01-01", "2017-01-01"]),
    (
        "2020-06-12",
        "5月18日、21日和26日，暗访。\n村口垃圾\n5.21\n得分\n93.5\n9.2\n",
        ["2020-05-18", "2020-05-21", "2020-05-26", "2020-05-21"],
    ),
]


@pytest.mark.parametrize(("reference", "sentence", "starts"), CONTEXT)
def test_context(reference: str, sentence: str, starts: list[str]) -> None:
    assert [d["value_start"] for d in find(sentence, reference)] == starts


DUE = [
    ("2018-01-18", "应于11月底前完成的项目仍未完成", "2017-11-30"),
    ("2018-01-18", "要在2月10日前兑现", "2018-02-10"),
    ("2018-11-23", "要在1月20日前完成", "2019-01-20"),
    ("2018-11-23", "应于10月31日前完成的工程仍有5处未完工", "2018-10-31"),
    ("2017-09-14", "国庆节前彻底整治", "2017-09-30"),
    ("2018-11-23", "春节前完成清零", "2019-02-04"),
    ("2018-01-31", "一个月内完成", "2018-02-28"),
    ("2018-11-23", "3个工作日内报送", "2018-11-28"),
    ("2018-11-24", "5个工作日内报送", "2018-11-30"),
]


@pytest.mark.parametrize(("reference", "sentence", "due"), DUE)
def test_deadlines(reference: str, sentence: str, due: str) -> None:
    assert [(d["kind"], d["value_start"], d["value_end"]) for d in find(sentence, reference)] == [
        ("deadline", None, due)
    ]


def test_counted_deadlines_are_less_than_certain() -> None:
    assert all(d["certainty"] < 1 for d in find("一周内完成，10日内反馈", "2018-11-23"))


def test_an_event_keeps_what_follows_without_value() -> None:
    found = find("应在收到反馈意见后30个工作日内制定方案，并于6个月内报送情况", "2019-08-29")
    assert [d["value_end"] for d in found] == [None, None]


def test_monthly_reports_name_no_month() -> None:
    assert [(d["kind"], d["value_end"]) for d in find("每月5日前报送上月进度", "2019-07-08")] == [
        ("recurring", None),
        ("fuzzy", None),
    ]
    assert [d["value_end"] for d in find("上月完成投资5亿元", "2019-07-08")] == ["2019-06-30"]


def test_without_reference_only_what_is_written_has_a_value() -> None:
    assert [d["value_end"] for d in find("今年。6月底前。2018年3月5日")] == [None, None, "2018-03-05"]
