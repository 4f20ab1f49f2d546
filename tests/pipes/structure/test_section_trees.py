"""Section trees in every numbering, without numbers, without marks: role and heading of each part, indented by level."""

from __future__ import annotations

import pytest

from bulletin_nlp.pipes.structure.finder import find

_HEAD = "关于某事的通报\n\n"
_OPENING = "根据安排，县委督查室对各乡镇开展了督查，现将有关情况通报如下。\n\n"
_LONG = "石门镇值班电话无人接听，值班表沿用上年，带班领导不在岗"
_LOST = (
    "根据县委统一安排 县委督查室会同县水务局对各乡镇防汛工作开展了专项督查 现将有关情况通报如下\n"
    "一 总体情况\n各乡镇均召开了动员会议 制定了工作方案 石门镇值班制度落实较好 群众反映良好 经验在全县推广\n"
    "二 存在的主要问题\n1 值班值守不到位 石门镇值班电话无人接听 带班领导不在岗\n"
    "2 物资储备不足 柳塘乡仓库没有编织袋 抽水泵损坏后一直没有维修\n"
    "三 下步工作要求\n一是强化值守 各乡镇要落实领导带班制度 确保信息畅通\n二是补齐物资 柳塘乡要在月底前补足编织袋\n"
)


def _tree(body: str, opening: str = _OPENING) -> list[str]:
    text = _HEAD + opening + body
    lines = []
    for part in find(text)["parts"]:
        heading = part["heading"]
        words = text[heading["start"] : heading["end"]] if heading else "-"
        lines.append(f"{'  ' * part['level']}{part['role']} {words}")
    return [line for line in lines if line not in {"head -", "situation -"}]


@pytest.mark.parametrize(
    ("body", "tree"),
    [
        (
            f"1．总体情况\n\n1.1 制度落实情况。{_LONG}。\n\n2．存在问题\n\n2.1 值守不规范\n2.1.1 {_LONG}。\n2.1.2 {_LONG}。\n",
            ["situation 总体情况", "  situation 制度落实情况", "problems 存在问题", "  problems 值守不规范", "    problems -", "    problems -"],
        ),
        (
            f"存在的主要问题\n\n{_LONG}。\n\n下一步工作要求\n\n各乡镇要加强值守。\n",
            ["problems 存在的主要问题", "recommendations 下一步工作要求"],
        ),
        (
            f"一、存在问题\n“(一)石门镇”\n1、10月3日，{_LONG}。\n2、{_LONG}。\n",
            ["problems 存在问题", "  problems 石门镇", "    problems -", "    problems -"],
        ),
        (
            f"一、共性问题及整改要求\n\n问题1：值守不严。{_LONG}。\n整改要求：石门镇要立即整改。\n责任单位：石门镇\n\n问题2：台账缺失。{_LONG}。\n",
            ["recommendations 共性问题及整改要求", "  problems 值守不严", "    recommendations -", "  problems 台账缺失"],
        ),
        (
            f"先说好的方面。石门镇值班制度落实到位，群众满意，秩序井然。\n\n不足之处同样明显。{_LONG}。\n\n针对上述情况，提出如下要求。\n\n各乡镇要加强值守。\n",
            ["praise -", "problems -", "recommendations -"],
        ),
        (
            f"一、主要问题\n（一）值守不严。{_LONG}。\n（二）台账不全。{_LONG}。\n（三）物资不足。{_LONG}。\n也有一些单位做得比较好。县水务局每日核对物资。\n二、责任追究\n对石门镇予以通报批评。\n",
            ["problems 主要问题", "  problems 值守不严", "  problems 台账不全", "  problems 物资不足", "praise -", "criticism 责任追究"],
        ),
        (
            "一、值得推广的经验\n石门镇率先完成任务。\n二、整改要求\n1.主要领导要亲自抓。石门镇要立即整改。\n2.石门镇拨付时间不得超过7个工作日。县水务局要接通管网。\n",
            ["praise 值得推广的经验", "recommendations 整改要求", "  recommendations 主要领导要亲自抓", "  recommendations -"],
        ),
    ],
)  # fmt: skip
def test_trees(body: str, tree: list[str]) -> None:
    assert _tree(body) == tree


def test_a_closing_paragraph_leaves_the_list() -> None:
    items = "".join(f"{n}、石门镇要加强第{n}项工作，6月底前完成。\n" for n in range(1, 4))
    text = _HEAD + _OPENING + "一、工作要求\n" + items + "县委督查室将适时开展回头看。\n"
    last = next(part for part in find(text)["parts"] if text[part["start"] :].startswith("3、"))
    assert "回头看" not in text[last["start"] : last["end"]]
    over = find(text)["parts"][last["parent"] or 0]
    assert "回头看" in text[over["start"] : over["end"]]


def test_a_paragraph_goes_on_in_an_item_of_several() -> None:
    items = f"1、石门镇\n{_LONG}。\n{_LONG}。\n2、柳塘乡\n{_LONG}。\n{_LONG}。\n"
    text = _HEAD + _OPENING + "一、存在的问题\n" + items
    first = next(part for part in find(text)["parts"] if text[part["start"] :].startswith("1、"))
    assert text[first["start"] : first["end"]].count(_LONG) == 2


def test_where_marks_were_lost_blanks_stand_for_them() -> None:
    assert _tree(_LOST, opening="") == [
        "situation 总体情况",
        "problems 存在的主要问题",
        "  problems 值班值守不到位",
        "  problems 物资储备不足",
        "recommendations 下步工作要求",
        "  recommendations 强化值守",
        "  recommendations 补齐物资",
    ]


def test_the_list_of_attachments_is_no_part_of_the_last_demand() -> None:
    text = (
        _HEAD + _OPENING + "一、工作要求\n1.各乡镇要整改。\n附件：1．问题清单\n2．得分表\n\n县督查室\n2018年1月18日\n"
    )
    parts = find(text)["parts"]
    assert parts[-1]["role"] == "distribution"
    assert text[parts[-1]["start"] :].startswith("附件")
