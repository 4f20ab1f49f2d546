"""Names resolved in their county and in their year."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bulletin_nlp.pipes.units.finder import find
from bulletin_nlp.reconcile import Registry, detect_region, link, match_name, resolve_region

_IN_COUNTY = [
    ("县委", "2020-01-01", "中共槐荫县委员会"),
    ("县政府", "2020-01-01", "槐荫县人民政府"),
    ("县人民政府", "2020-01-01", "槐荫县人民政府"),
    ("县委督查室", "2017-01-01", "中共槐荫县委督查室"),
    ("县政府督查室", "2017-01-01", "槐荫县人民政府督查室"),
    ("县委宣传部", "2020-01-01", "中共槐荫县委宣传部"),
    ("县委组织部", "2020-01-01", "中共槐荫县委组织部"),
    ("县纪委", "2017-01-01", "中共槐荫县纪律检查委员会"),
    ("县纪委监委", "2020-01-01", "中共槐荫县纪律检查委员会;槐荫县监察委员会"),
    ("县住建局", "2020-01-01", "槐荫县住房和城乡建设局"),
    ("县发改局", "2020-01-01", "槐荫县发展和改革局"),
    ("县人社局", "2020-01-01", "槐荫县人力资源和社会保障局"),
    ("县财政局", "2015-01-01", "槐荫县财政局"),
    ("县国土资源局", "2016-01-01", "槐荫县国土资源局"),
    ("县国土局", "2016-01-01", "槐荫县国土资源局"),
    ("县自然资源局", "2021-01-01", "槐荫县自然资源局"),
    ("县环保局", "2017-01-01", "槐荫县环境保护局"),
    ("县工商局", "2016-01-01", "槐荫县工商行政管理局"),
    ("县扶贫办", "2018-01-01", "槐荫县扶贫开发办公室"),
    ("县卫健局", "2020-01-01", "槐荫县卫生健康局"),
    ("县卫计局", "2016-01-01", "槐荫县卫生和计划生育局"),
    ("县应急管理局", "2020-01-01", "槐荫县应急管理局"),
    ("县交警大队", "2020-01-01", "槐荫县公安局交通警察大队"),
    ("县供电公司", "2020-01-01", "国网槐荫县供电公司"),
    ("县残联", "2020-01-01", "槐荫县残疾人联合会"),
    ("县妇联", "2020-01-01", "槐荫县妇女联合会"),
    ("县工商联", "2020-01-01", "槐荫县工商业联合会"),
    ("县科协", "2020-01-01", "槐荫县科学技术协会"),
    ("县供销社", "2020-01-01", "槐荫县供销合作社联合社"),
    ("县委巡察办", "2020-01-01", "中共槐荫县委巡察工作领导小组办公室"),
    ("槐荫县住建局", "2020-01-01", "槐荫县住房和城乡建设局"),
]


@pytest.mark.parametrize(("surface", "day", "canonical"), _IN_COUNTY)
def test_names_of_a_county_in_no_table(surface: str, day: str, canonical: str) -> None:
    match = match_name(surface, resolve_region("槐荫县"), date.fromisoformat(day))
    assert match.status == "derived"
    assert match.canonical_name == canonical


@pytest.mark.parametrize(("old", "new"), [("县工商局", "市场监督管理局"), ("县国土资源局", "自然资源局")])
def test_an_abolished_body_is_not_the_verdict_when_its_successor_is_in_force(old: str, new: str) -> None:
    match = match_name(old, resolve_region("槐荫县"), date(2022, 1, 1))
    assert any(new in candidate.canonical_name for candidate in match.candidates)
    assert match.canonical_name is None or new in match.canonical_name


def test_real_county_by_short_name_and_code() -> None:
    assert resolve_region("巍山县") == resolve_region("532927")
    assert match_name("县住建局", resolve_region("巍山县")).canonical_name == "巍山彝族回族自治县住房和城乡建设局"


def test_unknown_code_and_shared_name_are_refused() -> None:
    with pytest.raises(ValueError, match="999999"):
        resolve_region("999999")
    with pytest.raises(ValueError, match="several places"):
        resolve_region("鼓楼区")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("槐荫县人民政府督查室\n县住建局、县财政局未完成任务。", "槐荫县"),
        ("县住建局未按《槐荫县整治方案》实施。县财政局未拨付。", "槐荫县"),
        ("砚州市水利局通报\n市财政局未拨付，市住建局未验收。", "砚州市"),
    ],
)
def test_the_region_is_read_off_the_text(text: str, name: str) -> None:
    verdict = detect_region(text, find(text))
    assert verdict is not None
    assert verdict.name == name


def test_no_place_spelt_out_is_no_region() -> None:
    assert detect_region("县住建局未完成任务。", find("县住建局未完成任务。")) is None


def _names(text: str) -> list[str | None]:
    mentions = find(text)
    return [m.canonical_name for m in link(text, mentions, resolve_region("槐荫县"), date(2020, 1, 1))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("柳塘镇党委、政府要落实责任", ["中共槐荫县柳塘镇委员会", "槐荫县柳塘镇人民政府"]),
        ("柳塘镇五里村、七星村未拆除", ["槐荫县柳塘镇五里村", "槐荫县柳塘镇七星村"]),
        ("县农业农村局党组开展自查", ["中共槐荫县农业农村局党组"]),
        ("部分单位未完成", [None]),
    ],
)
def test_names_in_a_text(text: str, names: list[str | None]) -> None:
    assert _names(text) == names


def test_an_office_named_in_full_elsewhere_is_one() -> None:
    text = "县食品安全示范创建工作领导小组办公室要加强协调。县食品安全创建办要报送进展。"
    assert len(set(_names(text))) == 1


def test_a_kept_registry_outranks_derived_names(tmp_path: Path) -> None:
    kept = tmp_path / "units.csv"
    kept.write_text(
        "id,name,aliases,valid_from,valid_to\nu1,槐荫县住房和城乡建设与交通局,县住建局;县建交局,2019-01-01,\n", "utf-8"
    )
    registry = Registry.read(kept)
    match = match_name("县住建局", resolve_region("槐荫县"), date(2020, 1, 1), registry)
    assert (match.status, match.canonical_id, match.canonical_name) == ("matched", "u1", "槐荫县住房和城乡建设与交通局")
    before = match_name("县住建局", resolve_region("槐荫县"), date(2017, 1, 1), registry)
    assert before.status == "derived"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", "id,name\n1,\n", "row 2 has no name"),
        ("b.csv", "id,name,valid_from\n1,槐荫县,soon\n", "valid_from"),
        ("c.jsonl", "{not json\n", "not JSONL"),
    ],
)
def test_a_registry_that_can_not_be_read_says_why(tmp_path: Path, name: str, content: str, message: str) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    with pytest.raises(ValueError, match=message) as error:
        Registry.read(path)
    assert name in str(error.value)
