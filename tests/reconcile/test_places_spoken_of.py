"""Whose bulletin it is, and whose 县政府, 镇财政所, 村 a text means: places of a text that no table knows."""

from __future__ import annotations

from datetime import date

import pytest

from bulletin_nlp.pipes.units.finder import find
from bulletin_nlp.reconcile import detect_region, link, resolve_region
from bulletin_nlp.reconcile.region import county_of

_TOWN = "溪桥县柳塘镇人民政府\n县财政局未拨付。镇财政所未记账,镇党委未研究,镇纪委未过问。五里村未公示。\n溪桥县柳塘镇人民政府"
_STREET = (
    "槐江区北关街道办事处\n街道党工委、街道纪工委未研究。街道综合服务办未登记。长河社区无人值守。\n槐江区北关街道办事处"
)
_ZONE = "霁川经济技术开发区管理委员会\n按照霁川市安委会部署,开发区应急管理局、开发区财政局未检查。开发区生态环境分局未处罚。"
_PROVINCE = "云西省人民政府办公厅\n省财政厅、省教育厅未下达。霁川市进度慢,市财政局未拨付;青埠市靠前,市教育局已验收。\n云西省人民政府办公厅"
_CITY = "霁川市人民政府督查室\n市财政局未拨付,市教育局未上报。\n溪桥县未开工,县住建局未验收,县政府未调度。石埠县推进快,县财政局已到位。云岸区滞后,区政府未研究。"


@pytest.mark.parametrize(
    ("text", "name", "level", "above"),
    [
        (_TOWN, "柳塘镇", "township", ("溪桥县",)),
        (_STREET, "北关街道", "township", ("槐江区",)),
        (_ZONE, "霁川经济技术开发区", "county", ()),
        (_PROVINCE, "云西省", "province", ()),
        (_CITY, "霁川市", "prefecture", ()),
        ("督查室 霁川市人民政府督查室\n市财政局未拨付,市教育局未上报。", "霁川市", "prefecture", ()),
    ],
)
def test_whose_bulletin_it_is(text: str, name: str, level: str, above: tuple[str, ...]) -> None:
    found = detect_region(text, find(text))
    assert found is not None
    assert (found.name, found.level, found.above) == (name, level, above)


def _names(text: str, day: str = "2021-03-15") -> dict[str, str | None]:
    mentions = find(text)
    matches = link(text, mentions, detect_region(text, mentions), date.fromisoformat(day))
    return {
        text[m["start"] : m["end"]]: match.canonical_name
        for m, match in zip(mentions, matches, strict=True)
        if m["kind"] == "named"
    }


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        (_TOWN, "县财政局", "溪桥县财政局"),
        (_TOWN, "镇财政所", "溪桥县柳塘镇财政所"),
        (_TOWN, "镇党委", "中共溪桥县柳塘镇委员会"),
        (_TOWN, "镇纪委", "中共溪桥县柳塘镇纪律检查委员会"),
        (_TOWN, "五里村", "溪桥县柳塘镇五里村"),
        (_STREET, "街道纪工委", "中共槐江区北关街道纪律检查工作委员会"),
        (_STREET, "街道综合服务办", "槐江区北关街道综合服务办公室"),
        (_STREET, "长河社区", "槐江区北关街道长河社区"),
        (_ZONE, "开发区应急管理局", "霁川经济技术开发区应急管理局"),
        (_ZONE, "开发区生态环境分局", "霁川市生态环境局经济技术开发区分局"),
        (_PROVINCE, "省财政厅", "云西省财政厅"),
        (_PROVINCE, "市财政局", "霁川市财政局"),
        (_PROVINCE, "市教育局", "青埠市教育局"),
        (_CITY, "市财政局", "霁川市财政局"),
        (_CITY, "县住建局", "溪桥县住房和城乡建设局"),
        (_CITY, "县政府", "溪桥县人民政府"),
        (_CITY, "县财政局", "石埠县财政局"),
        (_CITY, "区政府", "霁川市云岸区人民政府"),
    ],
)
def test_a_bare_head_is_the_place_spoken_of(text: str, surface: str, name: str) -> None:
    assert _names(text)[surface] == name


def test_a_name_that_leans_on_the_place_spoken_of_says_so_and_is_less_sure() -> None:
    mentions = find(_CITY)
    matches = link(_CITY, mentions, detect_region(_CITY, mentions), date(2021, 3, 15))
    leaning = [match for match in matches if match.basis and match.basis.endswith("of the place spoken of")]
    assert len(leaning) == 4
    assert all(match.score is not None and match.score < 0.8 for match in leaning)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("县纪委监委党风政风监督室", "中共溪桥县纪律检查委员会溪桥县监察委员会党风政风监督室"),
        ("县纪委监委机关", "中共溪桥县纪律检查委员会;溪桥县监察委员会"),
        ("驻教育局纪检组", "中共溪桥县纪律检查委员会驻县教育局纪检组"),
        ("驻珠三角招商组", "溪桥县驻珠三角招商组"),
        ("县市场监管局柳塘所", "溪桥县市场监督管理局柳塘市场监督管理所"),
        ("县应急管理局危化监管科", "溪桥县应急管理局危险化学品监督管理科"),
        ("县人大常委会教科文卫工作委员会", "溪桥县人大常委会教科文卫工作委员会"),
        ("县国资委", "溪桥县人民政府国有资产监督管理委员会"),
        ("县农业发展银行", "中国农业发展银行溪桥县支行"),
        ("黄泥小学", "溪桥县黄泥小学"),
    ],
)
def test_parts_and_outposts(words: str, name: str) -> None:
    assert _names(f"溪桥县人民政府督查室\n县财政局、县教育局未上报。\n{words}未整改。")[words] == name


@pytest.mark.parametrize(
    ("given", "county", "code"),
    [
        ("溪桥县/柳塘镇", "溪桥县", None),
        ("巍山县/南诏镇", "巍山彝族回族自治县", "532927"),
        ("532927", "巍山彝族回族自治县", "532927"),
    ],
)
def test_the_county_of_a_township(given: str, county: str, code: str | None) -> None:
    found = county_of(resolve_region(given))
    assert (found.name, found.code) == (county, code)
