"""Folding, enumerators, sentences and paragraphs: offsets hold, wrong variants count, traps don't."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_nlp.text.enumerators import at_line_start, inside
from bulletin_nlp.text.fold import fold
from bulletin_nlp.text.misread import Rule
from bulletin_nlp.text.misread import rules as misread_rules
from bulletin_nlp.text.paragraphs import paragraphs
from bulletin_nlp.text.sentences import split


@given(st.text() | st.lists(st.sampled_from(["&nbsp;", "&gt;", "縣", "○", "　", "\t", "𠮷", "&", ";"])).map("".join))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert len(fold(text, tabs=True)) == len(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("２０１７年６月，（一）：；", "2017年6月,(一):;"),
        ("二○一七", "二〇一七"),
        ("縣縣委於十月", "县县委于十月"),
        ("首页&gt;&gt;督查&nbsp;时间", "首页>   >   督查      时间"),
        ("〔2019〕9号【打印】", "[2019]9号[打印]"),
    ],
)
def test_folded_form(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_tabs_are_kept_when_asked_for() -> None:
    assert fold("序号\t单位", tabs=True) == "序号\t单位"
    assert fold("序号\t单位") == "序号 单位"


@pytest.mark.parametrize(
    ("line", "style", "ordinal"),
    [
        ("一、总体情况", "cn", 1),
        ("十二. 其他", "cn", 12),
        ("（三）认识不到位", "cn_paren", 3),
        ("（一）、认识不到位", "cn_paren", 1),
        ("　　2．路灯不亮", "num", 2),
        ("1、路灯不亮", "num", 1),
        ("3.9月以来", "num", 3),
        ("（4）未招标", "num_paren", 4),
        ("⑵未招标", "num_paren", 2),
        ("③部分区县", "circle", 3),
        ("一是认识不足", "is", 1),
        ("二要压实责任", "is", 2),
        ("首先，前期工作", "nth", 1),
        ("第四，现场管理", "nth", 4),
        ("最后，入库申报", "nth", None),
        ("其二，督促不力", "qi", 2),
        ("案例一：某工程", "case", 1),
    ],
)
def test_markers_and_their_variants(line: str, style: str, ordinal: int | None) -> None:
    marker = at_line_start(fold(line), 0, len(line))
    assert marker is not None
    assert (marker.style, marker.ordinal) == (style, ordinal)


@pytest.mark.parametrize(
    "line", ["1.5万元", "93.5", "5.21", "12.3%", "一把手工程", "第一书记", "二是否到位", "三要素", "2017年"]
)
def test_what_is_no_marker(line: str) -> None:
    assert at_line_start(fold(line), 0, len(line)) is None


def test_markers_inside_a_paragraph_stand_at_clauses() -> None:
    text = fold("主要有：一是认识不足；二是责任不实。之一是错误。3.台账缺失")
    assert [text[m.start : m.end] for m in inside(text, 0, len(text))] == ["一是", "二是", "3."]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("路灯不亮；井盖缺失。台账不清", ["路灯不亮", "井盖缺失", "台账不清"]),
        ("印发“一盘棋。”通知；其他", ["印发“一盘棋。”通知", "其他"]),
        ("部分乡镇（如：甲乡；乙乡）滞后。", ["部分乡镇(如:甲乡;乙乡)滞后"]),
        ("。。；", []),
    ],
)
def test_sentences(text: str, pieces: list[str]) -> None:
    folded = fold(text)
    assert [folded[a:b] for a, b in split(folded, 0, len(folded))] == pieces


def test_a_stray_bracket_does_not_swallow_the_rest() -> None:
    folded = fold("“" + "甲" * 200 + "。乙。丙")
    assert len(list(split(folded, 0, len(folded)))) == 3


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("县住建局对建筑工地扬尘管控不\n力，渣土车沿路抛洒。", 1),
        ("关于某项工作的通报\n各乡镇，县直各部门：\n根据安排，开展了督查。", 3),
        ("一、\n总体情况\n\n各乡镇认真落实。", 2),
        ("一、总体情况\n各乡镇认真落实，成效明显。", 2),
        ("云岭县人民政府督查室\n2018年1月18日", 2),
        ("附件\n序号\n槐荫镇未按要求清运垃圾，台账缺失\n柳塘乡，台账缺失三个月", 4),
        ("序号\t单位\t问题，原因\n1\t槐荫镇\t垃圾未清，台账缺失", 2),
    ],
)
def test_lines_become_paragraphs(text: str, count: int) -> None:
    assert len(paragraphs(fold(text, tabs=True))) == count


@pytest.mark.parametrize("rule", misread_rules(), ids=lambda rule: rule.read)
def test_misread_characters_are_read_as_what_they_were(rule: Rule) -> None:
    assert rule.examples
    for example in rule.examples:
        assert rule.pattern.search(example), example
        assert rule.meant in fold(example)
    for counter in rule.counter_examples:
        assert fold(counter) == counter
