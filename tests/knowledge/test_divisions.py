"""The divisions: every short form, shared names, and the names given up since 2000."""

from __future__ import annotations

import pytest

from bulletin_nlp.knowledge.regions import (
    Division,
    by_code,
    by_former_name,
    by_name,
    name_in,
    renamed,
    short_names,
)
from bulletin_nlp.knowledge.townships import township


def _all() -> list[Division]:
    codes = (f"{number:06d}" for number in range(110000, 660000))
    return [division for division in map(by_code, codes) if division is not None]


def test_all_120_autonomous_counties_and_banners_resolve_from_their_short_form() -> None:
    chosen = [d for d in _all() if d.name.endswith(("自治县", "自治旗"))]
    assert len(chosen) == 120
    for division in chosen:
        short = short_names(division.name)[0]
        assert short[-1] == division.name[-1]
        assert len(short) < len(division.name) - 1
        assert by_name(short) == (division,), short
        assert division in by_name(short[:-1]), short


def test_autonomous_prefectures_and_regions_resolve_from_their_short_form() -> None:
    prefectures = [d for d in _all() if d.name.endswith("自治州")]
    regions = [d for d in _all() if d.name.endswith("自治区")]
    assert (len(prefectures), len(regions)) == (30, 5)
    for division in prefectures:
        assert by_name(short_names(division.name)[0]) == (division,)
    assert {short_names(d.name)[0] for d in regions} == {"内蒙古", "广西", "西藏", "宁夏", "新疆"}


def test_every_division_is_found_by_its_name_and_its_short_names() -> None:
    for division in _all():
        for name in (division.name, *short_names(division.name)):
            assert division in by_name(name), name


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("鄂温克族自治旗", "鄂温克旗"),
        ("鄂伦春自治旗", "鄂伦春旗"),
        ("东乡族自治县", "东乡县"),
        ("莫力达瓦达斡尔族自治旗", "莫旗"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江县"),
        ("互助土族自治县", "互助县"),
        ("龙胜各族自治县", "龙胜县"),
        ("塔什库尔干塔吉克自治县", "塔县"),
        ("克孜勒苏柯尔克孜自治州", "克州"),
        ("神农架林区", "神农架"),
        ("兴安盟", "兴安"),
    ],
)
def test_short_forms(name: str, short: str) -> None:
    assert short in short_names(name)


@pytest.mark.parametrize("name", ["鼓楼区", "城关区", "朝阳区", "大理", "恩施", "河南"])
def test_shared_names_stay_shared(name: str) -> None:
    assert len(by_name(name)) > 1


@pytest.mark.parametrize(
    ("old", "new", "until"),
    [
        ("襄樊市", "襄阳市", "2010-11"),
        ("思茅市", "普洱市", "2007-01"),
        ("崇文区", "东城区", "2010-06"),
        ("双流县", "双流区", "2015-12"),
    ],
)
def test_names_given_up(old: str, new: str, until: str) -> None:
    found = by_former_name(old)
    assert found is not None
    assert (found[0].name, found[1]) == (new, until)


def test_a_name_in_use_is_no_former_name() -> None:
    assert by_former_name("襄阳市") is None
    assert len(renamed()) >= 60


@pytest.mark.parametrize(
    ("code", "month", "name"),
    [
        ("533401", "2001-06", "中甸县"),
        ("533401", "2010-06", "香格里拉县"),
        ("533401", "2020-06", "香格里拉市"),
        ("533401", None, "香格里拉市"),
        ("420600", "2010-11", "襄樊市"),
        ("420600", "2010-12", "襄阳市"),
        ("110101", "2005-01", "东城区"),  # another district went into it
        ("999999", "2005-01", None),
    ],
)
def test_the_name_of_a_division_in_a_month(code: str, month: str | None, name: str | None) -> None:
    assert name_in(code, month) == name


def test_townships() -> None:
    assert township("532927", "永建镇") == "永建镇"
    assert township("532927", "无此镇") is None
    assert township("999999", "永建镇") is None
