"""The outline: roles, headings, head and tail."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_nlp.pipes.structure.finder import find

_PIECES = [
    "一、存在的问题\n",
    "(一)认识不足。",
    "一是",
    "二是",
    "1.",
    "①",
    "首先，",
    "县住建局未整改。",
    "附件\n",
    "报:县委\n",
    "\n",
    "石门镇:",
    "处理建议:",
    "。",
    "，",
    " ",
    "\t",
]


@settings(deadline=None)
@given(st.text(max_size=80) | st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
def test_sections_cover_and_nest(text: str) -> None:
    parts = find(text)["parts"]
    position = 0
    last: dict[int | None, int] = {}
    for index, part in enumerate(parts):
        parent = part["parent"]
        if parent is None:
            assert part["start"] == position
            position = part["end"]
        else:
            assert parent < index
            assert parts[parent]["start"] <= part["start"] <= part["end"] <= parts[parent]["end"]
        assert part["start"] >= last.get(parent, 0)
        last[parent] = part["end"]
    assert position == len(text)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("存在的主要问题", "problems"),
        ("下步工作要求", "recommendations"),
        ("整改情况", "situation"),
        ("审计发现的主要问题", "problems"),
        ("典型违法违规案例", "criticism"),
        ("工作亮点", "praise"),
        ("对存在问题的整改要求", "recommendations"),
        ("监管责任落实不到位", "problems"),
        ("环境基础设施欠账较多", "problems"),
        ("进一步压实责任", "recommendations"),
        ("总体进展", "situation"),
    ],
)
def test_a_heading_gives_its_part_a_role(heading: str, role: str) -> None:
    text = f"关于某工作的通报\n一、{heading}\n县住建局的有关工作，情况如此这般。\n"
    part = next(p for p in find(text)["parts"] if p["marker"])
    assert part["role"] == role


def _fields(text: str, name: str) -> list[str]:
    return [f["value"] for f in find(text)["fields"] if f["name"] == name]


_BODY = "\n根据安排，县委督查室对各乡镇开展了督查，现将有关情况通报如下。\n"


@pytest.mark.parametrize(
    ("head", "name", "values"),
    [
        ("当前位置:首页 > 督查 > 通报\n关于某事的通报", "breadcrumb", ["首页", "督查", "通报"]),
        ("时间:2019-01-02    作者:    来源:县府办\n关于某事的通报", "source_name", ["县府办"]),
        ("时间:2019-01-02    作者:    来源:县府办\n关于某事的通报", "author", []),
        ("督查专报2018年第7期\n关于某事的通报", "series", ["督查专报"]),
        ("督 查 通 报\n（2020年第9期）\n关于某事的通报", "series", ["督查通报"]),
        ("督查通报\n2017年第4期（总第38期）\n关于某事的通报", "issue_total", ["38"]),
        ("槐府督〔2019〕9号\n关于某事的通报", "document_number", ["槐府督〔2019〕9号"]),
        ("关于2019年上半年重点项目建设情况的\n督 查 通 报", "title", ["关于2019年上半年重点项目建设情况的督查通报"]),
        ("第3期\n槐荫县委督查室    2020年6月12日\n关于某事的通报", "masthead", ["槐荫县委督查室"]),
        ("关于某事的通报\n各乡镇党委、政府，县直各部门：", "main", ["各乡镇党委、政府", "县直各部门"]),
    ],
)
def test_fields_of_the_head(head: str, name: str, values: list[str]) -> None:
    assert _fields(head + _BODY, name) == values


@pytest.mark.parametrize(
    ("tail", "name", "values"),
    [
        ("槐荫县人民政府督查室\n2018年1月18日", "signatory", ["槐荫县人民政府督查室"]),
        ("报:县委常委,副县长。", "report_to", ["县委常委", "副县长"]),
        ("抄送：县人大办、县政协办。", "copy_to", ["县人大办", "县政协办"]),
        ("发:各乡镇党委、政府,县级各部门", "send_to", ["各乡镇党委、政府", "县级各部门"]),
        ("附件：得分一览表\n\n县督查室\n2018年1月18日", "attachment", ["得分一览表"]),
    ],
)
def test_fields_of_the_tail(tail: str, name: str, values: list[str]) -> None:
    assert _fields("关于某事的通报" + _BODY + "\n" + tail, name) == values


def test_units_head_their_numbered_findings() -> None:
    text = "关于某事的通报\n一、存在的问题\n石门镇:1.值班电话无人接听。2.值班表未更新。\n柳塘乡:1.仓库积水。2.抽水泵损坏。\n"
    headed = [
        text[p["heading"]["start"] : p["heading"]["end"]]
        for p in find(text)["parts"]
        if p["rule"] == "label" and p["heading"]
    ]
    assert headed == ["石门镇", "柳塘乡"]


@pytest.mark.parametrize(
    ("paragraph", "role"),
    [
        ("督察要求，槐荫市要切实提高政治站位，落实责任。", "recommendations"),
        ("针对上述问题，提出如下要求：", "recommendations"),
        ("督查发现，个别单位台账缺失。", "problems"),
    ],
)
def test_unnumbered_paragraphs_open_a_part(paragraph: str, role: str) -> None:
    text = "关于某事的通报" + _BODY + paragraph + "\n"
    assert find(text)["parts"][-1]["role"] == role
