"""Regions, reforms and folders of regions: what one name is in another place and at another time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bulletin_nlp.knowledge import KnowledgeError, use
from bulletin_nlp.pipes.units.finder import find
from bulletin_nlp.reconcile import RegionVerdict, link, match_name, resolve_region


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    use(None)


def _name(surface: str, region: str, day: str) -> str | None:
    return match_name(surface, resolve_region(region), date.fromisoformat(day)).canonical_name


def _fix(folder: Path, region: str, windows: str) -> None:
    (folder / "regions" / region).mkdir(parents=True)
    (folder / "regions" / region / "windows.yaml").write_text(f"windows: {windows}\n", "utf-8")
    use(folder)


@pytest.mark.parametrize("day", ["2018-12-15", "2019-03-15"])
def test_in_a_reform_the_old_body_and_the_new_one_are_in_force(day: str) -> None:
    assert _name("县国土资源局", "溪桥县", day) == "溪桥县国土资源局"
    assert _name("县自然资源局", "溪桥县", day) == "溪桥县自然资源局"
    found = match_name("县消防大队", resolve_region("溪桥县"), date.fromisoformat(day))
    assert found.status == "ambiguous"
    assert {c.canonical_name for c in found.candidates} == {"溪桥县公安消防大队", "溪桥县消防救援大队"}


def test_the_folder_of_a_region_fixes_the_day_of_its_reform(folder: Path) -> None:
    _fix(folder, "溪桥县", "{land-resources: {until: 2019-01}, fire-old: {until: 2019-11}, fire: {since: 2019-12}}")
    assert _name("县国土资源局", "溪桥县", "2019-01-15") == "溪桥县国土资源局"
    assert _name("县国土资源局", "溪桥县", "2019-03-15") == "溪桥县自然资源局"
    assert _name("县消防大队", "溪桥县", "2019-11-15") == "溪桥县公安消防大队"
    assert _name("县消防大队", "溪桥县", "2019-12-15") == "溪桥县消防救援大队"
    assert _name("县国土资源局", "松坪县", "2019-03-15") == "松坪县国土资源局"  # another county has the usual windows
    text = "县国土资源局未完成。"
    (match,) = link(text, find(text), resolve_region("溪桥县"), date(2019, 3, 15))
    assert match.canonical_name == "溪桥县自然资源局"


def test_the_folder_of_a_region_may_have_its_code(folder: Path) -> None:
    _fix(folder, "532927", "{rural-revitalisation: {until: null}}")
    assert _name("县乡村振兴局", "巍山县", "2025-06-15") == "巍山彝族回族自治县乡村振兴局"
    assert _name("县乡村振兴局", "永平县", "2025-06-15") == "永平县农业农村局"


def test_a_window_of_no_body_is_refused(folder: Path) -> None:
    _fix(folder, "溪桥县", "{nobody: {until: 2019-01}}")
    with pytest.raises(KnowledgeError, match=r"regions/溪桥县/windows: nobody: the catalogue has no such body"):
        _name("县财政局", "溪桥县", "2019-01-15")


@pytest.mark.parametrize(
    ("given", "code", "name"),
    [
        ("巍山", "532927", "巍山彝族回族自治县"),
        ("恩施州", "422800", "恩施土家族苗族自治州"),
        ("内蒙古", "150000", "内蒙古自治区"),
        ("南京市/鼓楼区", "320106", "鼓楼区"),
        ("江苏/南京/鼓楼区", "320106", "鼓楼区"),
        ("襄樊市", "420600", "襄樊市"),
        ("岚江市/溪桥县", None, "溪桥县"),
    ],
)
def test_regions_as_people_name_them(given: str, code: str | None, name: str) -> None:
    found = resolve_region(given)
    assert (found.code, found.name) == (code, name)


def test_the_levels_of_places_in_no_table() -> None:
    assert resolve_region("岚江市").level == "prefecture"
    assert resolve_region("岚江市/石埠市").level == "county"
    assert resolve_region("云西自治区").level == "province"


def test_a_shared_name_under_a_place_that_has_none_is_in_no_table() -> None:
    assert resolve_region("大理州/鼓楼区").code is None


@pytest.mark.parametrize("given", ["鼓楼区", "999999"])
def test_what_is_no_one_region(given: str) -> None:
    with pytest.raises(ValueError, match=given):
        resolve_region(given)


@pytest.mark.parametrize(
    ("region", "day", "name"),
    [
        ("420600", "2009-06-15", "襄樊市财政局"),
        ("420600", "2012-06-15", "襄阳市财政局"),
        ("襄樊市", "2009-06-15", "襄樊市财政局"),
        ("思茅市", "2005-06-15", "思茅市财政局"),
    ],
)
def test_a_region_has_the_name_of_its_time(region: str, day: str, name: str) -> None:
    assert _name("市财政局", region, day) == name


@pytest.mark.parametrize("surface", ["城关镇", "城关镇政府"])
def test_a_town_of_many_counties_is_that_of_the_scope(surface: str) -> None:
    names = {_name(surface, region, "2020-01-15") for region in ("溪桥县", "松坪县")}
    assert len(names) == 2
    assert all(name and name[:3] in ("溪桥县", "松坪县") for name in names)


def test_without_a_region_a_shared_town_and_a_bare_head_have_no_name() -> None:
    text = "县财政局未拨付。"
    assert [m.status for m in link(text, find(text), None, date(2020, 1, 1))] == ["unmatched"]


@pytest.mark.parametrize(
    ("surface", "day", "candidates"),
    [
        ("县自然资源局", "2014-01-15", ["溪桥县国土资源局", "溪桥县城乡规划局", "溪桥县规划局"]),
        ("县卫健局", "2015-01-15", ["溪桥县卫生和计划生育局"]),
    ],
)
def test_a_name_before_its_time_offers_what_was_there(surface: str, day: str, candidates: list[str]) -> None:
    found = match_name(surface, resolve_region("溪桥县"), date.fromisoformat(day))
    assert found.status == "ambiguous"
    assert [c.canonical_name for c in found.candidates] == candidates


@pytest.mark.parametrize(
    ("surface", "basis"),
    [
        ("县财政局", "name in force"),
        ("县住建局", "alias in force"),
        ("县工商局", "successor"),
        ("县发展与改革局", "another spelling"),
        ("县农机技术推广中心", "composed"),
        ("县住房和城多建设局", "one character off"),
        ("县教育局党组", "name in force, its part 党组"),
        ("县委县政府", "joint name"),
    ],
)
def test_the_verdict_says_why(surface: str, basis: str) -> None:
    assert match_name(surface, resolve_region("溪桥县"), date(2021, 1, 15)).basis == basis


@pytest.mark.parametrize("surface", ["县第六中学", "县茶业局", "县水产公司", "县教宵局"])
def test_a_name_that_is_near_another_by_a_numeral_or_is_short_stays_itself(surface: str) -> None:
    found = match_name(surface, resolve_region("溪桥县"), date(2021, 1, 15))
    assert found.canonical_name == "溪桥" + surface


def test_what_was_resolved_once_is_the_same_again() -> None:
    region: RegionVerdict = resolve_region("溪桥县")
    first, second = (match_name("县住建局", region, date(2021, 1, 15)) for _ in range(2))
    assert first == second
    assert match_name("县住建局", resolve_region("松坪县"), date(2021, 1, 15)) != first
