"""How many, how often, how bad."""

from __future__ import annotations

import pytest

from bulletin_nlp.knowledge import knowledge
from bulletin_nlp.pipes.findings.measure import degree, frequency, quantifier

QUANTIFIERS = [
    ("大部分单位召开了会议", "most", "大部分"),
    ("绝大多数单位报送及时", "nearly_all", "绝大多数"),
    ("部分乡镇重视不够", "some", "部分"),
    ("少数单位认识上有差距", "few", "少数"),
    ("极少数干部脱岗", "few", "极少数"),
    ("个别单位提供不出资料", "individual", "个别"),
    ("有的单位资料零乱", "some", "有的"),
    ("一些监理单位旁站记录造假", "some", "一些"),
    ("有3家单位未报送", "count", "3家单位"),
    ("16家水洗厂均未安装", "count", "16家水洗厂"),
    ("两个街道认识不足", "count", "两个街道"),
    ("有关乡镇均未上报", "some", "有关乡镇"),
    ("各单位均未建立台账", "all", "各单位"),
    ("县住建局未报送", "unknown", ""),
    ("将部分资金挪作他用", "unknown", ""),
    ("应竣工1140户", "unknown", ""),
]
FREQUENCIES = [
    ("随地吐痰现象时有发生", "recurrent", "时有发生"),
    ("情况偶有发生", "occasional", "偶有"),
    ("处理站长期停运", "continuous", "长期"),
    ("连续4个月未报送", "continuous", "连续4"),
    ("多次反馈未修复", "recurrent", "多次"),
    ("台账缺失", "unknown", ""),
]
DEGREES = [
    ("环境卫生亟需提升", "strong", "亟需"),
    ("违停现象严重", "strong", "严重"),
    ("水平还需进一步提升", "mild", "还需"),
    ("还有差距,甚至提供不出资料", "strong", "甚至"),
    ("台账缺失", "plain", ""),
]


@pytest.mark.parametrize(("text", "value", "surface"), QUANTIFIERS)
def test_quantifier(text: str, value: str, surface: str) -> None:
    measured = quantifier(text)
    assert (measured.value, text[measured.start : measured.end]) == (value, surface)


@pytest.mark.parametrize(("text", "value", "surface"), FREQUENCIES)
def test_frequency(text: str, value: str, surface: str) -> None:
    measured = frequency(text)
    assert (measured.value, text[measured.start : measured.end]) == (value, surface)


@pytest.mark.parametrize(("text", "value", "surface"), DEGREES)
def test_degree(text: str, value: str, surface: str) -> None:
    measured = degree(text)
    assert (measured.value, text[measured.start : measured.end]) == (value, surface)


def test_offsets_count_from_the_base() -> None:
    assert quantifier("个别单位脱岗", 40)[1:3] == (40, 42)
    assert quantifier("县住建局脱岗", 40)[1:3] == (40, 40)


@pytest.mark.parametrize("facet", ["quantifier", "frequency", "degree"])
def test_the_examples_beside_the_words(facet: str) -> None:
    table = knowledge().table("findings/measures")[facet]
    measure = {"quantifier": quantifier, "frequency": frequency, "degree": degree}[facet]
    expected = {each["text"]: each["value"] for each in table["hits"]}
    assert {text: measure(text).value for text in expected} == expected
    assert [text for text in table.get("misses", ()) if measure(text).value not in ("unknown", "plain")] == []
