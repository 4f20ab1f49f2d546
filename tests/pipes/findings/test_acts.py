"""Plans and sanctions are records of their own, and no demands."""

from __future__ import annotations

from typing import Any

import pytest

from bulletin_nlp.knowledge import knowledge
from bulletin_nlp.parse import parse
from bulletin_nlp.pipes.findings import acts
from bulletin_nlp.records import Bulletin
from bulletin_nlp.text.fold import fold


def _parse(body: str) -> Bulletin:
    return parse("关于环境卫生检查情况的通报\n各乡镇：\n一、工作要求\n" + body, published="2020-06-10")


@pytest.mark.parametrize(
    ("body", "plans", "sanctions"),
    [
        ("各乡镇要限期整改。县督查室将适时开展“回头看”。\n", ["县督查室将适时开展“回头看”"], []),
        ("县政府决定对柳塘镇予以通报批评。\n", [], [("criticism", "imposed", "县政府决定对柳塘镇予以通报批评")]),
        (
            "各乡镇要于6月底前完成整改，对逾期未整改的，约谈主要负责人。\n",
            [],
            [("talk", "threatened", "对逾期未整改的，约谈主要负责人")],
        ),
        ("取消槐荫镇年度评先资格。\n", [], [("honours", "imposed", "取消槐荫镇年度评先资格")]),
        (
            "县督查室将于7月复查，对仍未整改的，移交县纪委处理。\n",
            ["县督查室将于7月复查，对仍未整改的，移交县纪委处理"],
            [("referral", "threatened", "对仍未整改的，移交县纪委处理")],
        ),
        ("各乡镇要清运垃圾。\n", [], []),
    ],
)
def test_acts(body: str, plans: list[str], sanctions: list[tuple[str, str, str]]) -> None:
    bulletin = _parse(body)
    assert [plan.span.text for plan in bulletin.follow_up] == plans
    assert [(s.kind, s.state, s.span.text) for s in bulletin.sanctions] == sanctions


def test_what_is_found_fault_with_is_no_sanction() -> None:
    bulletin = parse("一、存在问题\n1.柳塘镇对违建至今未予处罚。\n", published="2020-06-10")
    assert [p.span.text for p in bulletin.problems] == ["1.柳塘镇对违建至今未予处罚"]
    assert not bulletin.sanctions


def test_an_act_is_no_action_of_a_demand() -> None:
    [demand] = _parse("(一)严肃纪律。各乡镇要报送进度，对逾期不报的，通报批评。\n").recommendations
    assert [task.span.text for task in demand.tasks] == ["报送进度"]


TABLE: dict[str, Any] = knowledge().table("findings/acts")


def test_the_examples_beside_the_kinds() -> None:
    for example in TABLE["sanctions"]["hits"]:
        assert acts._kinds(fold(example["text"]))[0][0] == example["kind"], example
    assert [text for text in TABLE["sanctions"]["misses"] if acts._kinds(fold(text))] == []


def test_the_examples_beside_the_threats() -> None:
    assert [text for text in TABLE["threats"]["hits"] if not list(acts._threats().find(fold(text)))] == []
    assert [text for text in TABLE["threats"]["misses"] if list(acts._threats().find(fold(text)))] == []
