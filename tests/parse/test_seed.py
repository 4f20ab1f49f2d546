"""The real bulletin it all began with, and its gold: every count that can be read off it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bulletin_nlp.parse import parse
from bulletin_nlp.records import Bulletin, UnitMention


@pytest.fixture(scope="module")
def bulletin(corpora: Path) -> Bulletin:
    return parse((corpora / "gold" / "seed" / "bulletin.txt").read_bytes())


@pytest.fixture(scope="module")
def gold(corpora: Path) -> dict[str, Any]:
    return json.loads((corpora / "gold" / "seed" / "gold.json").read_text("utf-8"))


def _surfaces(bulletin: Bulletin, wanted: Callable[[UnitMention], bool]) -> list[str]:
    return [unit.span.text for unit in bulletin.units if wanted(unit)]


def test_text_is_kept_to_the_character(bulletin: Bulletin, gold: dict[str, Any]) -> None:
    assert len(bulletin.text) == gold["n_chars"]


@pytest.mark.parametrize(
    ("surface", "start", "end", "repaired"),
    [
        ("2017-06-20", "2017-06-20", "2017-06-20", False),
        ("2017620", "2017-06-20", "2017-06-20", True),
        ("522526", "2017-05-22", "2017-05-26", True),
    ],
)
def test_dates_have_their_values(bulletin: Bulletin, surface: str, start: str, end: str, repaired: bool) -> None:
    [date] = [date for date in bulletin.dates if date.span.text == surface]
    assert (date.start, date.end, date.repaired) == (start, end, repaired)


def test_the_fourth_date_is_the_year_of_the_issue(bulletin: Bulletin) -> None:
    assert bulletin.head.issue is not None
    assert (bulletin.head.issue.year, bulletin.head.issue.number) == (2017, 16)
    assert bulletin.head.issue.span.text == "2017年第16期"


def test_damage_is_repaired_with_candidates_and_witnesses(bulletin: Bulletin) -> None:
    repairs = {repair.span.text: repair for repair in bulletin.repairs}
    assert repairs["16"].restored == "第16期"
    assert [witness.text for witness in repairs["16"].witnesses] == ["16"]
    assert repairs["2017620"].restored == "2017年6月20日"
    assert [witness.text for witness in repairs["2017620"].witnesses] == ["2017-06-20"]
    run = repairs["522526"]
    assert run.restored == "5月22日至5月26日"
    assert {c.restored for c in run.candidates} >= {"5月22日至5月26日", "5月22日、5月26日"}
    assert run.certainty < 1


def test_who_inspected_whom(bulletin: Bulletin) -> None:
    opening = bulletin.text.index("一、基本情况")
    named = [u for u in bulletin.units if u.kind == "named" and u.span.start < opening]
    assert [u.span.text for u in named if "supervisor" in u.roles] == [
        "县委督查室",
        "县人民政府督查室",
        "县文明城市创建办公室",
    ]
    assert [u.span.text for u in named if "inspected" in u.roles] == ["南诏镇", "庙街镇", "大仓镇", "永建镇"]
    [counted] = [u for u in bulletin.units if u.span.text == "46个县级部门"]
    assert (counted.kind, counted.count, counted.roles[0]) == ("anonymous", 46, "inspected")


def test_seven_units_are_responsible_by_name(bulletin: Bulletin) -> None:
    named = _surfaces(bulletin, lambda u: u.kind == "named" and "responsible" in u.roles)
    assert set(named) == {
        "县古保委(综合执法大队)",
        "县交警大队",
        "县市场监督管理局",
        "县住建局",
        "南诏镇",
        "县创建省级文明城市工作领导组办公室",
    }  # the bracket of the first names the seventh: one mention, by the convention


def test_no_unit_is_blamed_by_name(bulletin: Bulletin) -> None:
    blamed = {unit for problem in bulletin.problems for unit in problem.units}
    assert not [u.span.text for u in bulletin.units if u.id in blamed and u.kind == "named"]
    assert "no-named-unit-blamed" in {remark.code for remark in bulletin.remarks}


@pytest.mark.parametrize("trap", ["南诏文化广场", "布局", "领导机构", "机关单位", "部分单位宣传"])
def test_what_is_no_unit(bulletin: Bulletin, trap: str) -> None:
    assert not _surfaces(bulletin, lambda u: u.span.text == trap)


def test_most_is_not_some(bulletin: Bulletin) -> None:
    quantifiers = {u.span.text: u.quantifier for u in bulletin.units if u.quantifier}
    assert quantifiers["大部分单位"] == "most"
    assert quantifiers["绝大多数单位"] == "nearly_all"
    assert quantifiers["部分单位"] == "some"
    assert quantifiers["少数单位"] == "few"


def test_three_groups_of_problems_with_seven_items(bulletin: Bulletin) -> None:
    problems = next(s for s in bulletin.sections if s.role == "problems" and s.parent is None)
    groups = [s for s in bulletin.sections if s.parent == problems.id]
    items = [s for s in bulletin.sections if s.parent in {g.id for g in groups}]
    assert [g.heading.text for g in groups if g.heading] == ["认识不到位", "工作统筹不到位", "创建成效有差距"]
    assert len(items) == 7


def test_four_recommendations_and_no_deadline(bulletin: Bulletin) -> None:
    headings = [r.heading.text for r in bulletin.recommendations if r.heading]
    assert headings == [
        "进一步提高认识,强化组织领导",
        "进一步加大宣传力度,营造良好氛围",
        "进一步细化工作方案,切实增强工作实效",
        "进一步统筹兼顾,抓好工作落实",
    ]
    assert not any(r.deadline for r in bulletin.recommendations)
    assert "no-deadline" in {remark.code for remark in bulletin.remarks}


def test_region_and_one_office_under_three_names(bulletin: Bulletin) -> None:
    assert bulletin.head.region is not None
    assert (bulletin.head.region.code, bulletin.head.region.name) == ("532927", "巍山彝族回族自治县")
    names = {"县文明城市创建办公室", "县创建办", "县创建省级文明城市工作领导组办公室"}
    ids = {u.match.canonical_id for u in bulletin.units if u.span.text in names}
    assert len(ids) == 1
    assert None not in ids


def test_author_is_asked_for_and_absent(bulletin: Bulletin) -> None:
    assert bulletin.head.author is None
    assert [r.span.text for r in bulletin.remarks if r.code == "empty-field" and r.span] == ["作者:"]


def test_the_attachment_is_named_and_absent(bulletin: Bulletin) -> None:
    [attachment] = bulletin.head.attachments
    assert attachment.title == "巍山县创建省级文明城市工作责任目标管理任务进展情况表"
    assert not attachment.present


def test_mentions_of_the_gold_are_found(bulletin: Bulletin, gold: dict[str, Any]) -> None:
    """Mentions overlap; what the gold marks as anaphors (本单位) is no name of its own."""
    found = [(u.span.start, u.span.end) for u in bulletin.units]
    wanted = [m for m in gold["unit_mentions"] if m["role"] != "anaphor"]
    missed = [
        m["span"]["surface"]
        for m in wanted
        if not any(start < m["span"]["end"] and m["span"]["start"] < end for start, end in found)
    ]
    assert len(missed) <= 4, missed
