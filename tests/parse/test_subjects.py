"""Who is blamed for a finding: a sentence in a small bulletin, and the units that answer for it."""

from __future__ import annotations

import pytest

from bulletin_nlp.parse import parse
from bulletin_nlp.records import Bulletin

_FRAME = (
    "关于槐荫县防汛工作督查情况的通报\n\n为做好防汛工作，县委督查室对各乡镇进行了督查。现将有关情况通报如下。\n\n"
    "一、存在的问题\n\n{}\n\n二、工作要求\n\n1.各乡镇要加强值守。\n"
)
_ROWS = [
    # what is done with it or to it is not blamed
    ("1.县民政局未与县扶贫办进行信息比对，数据严重不符。", ["县民政局"]),
    ("1.县林业局擅自改变用途，事前没有征求县水务局意见。", ["县林业局"]),
    ("1.县发改局储备的项目与县水务局需求脱节，用地指标不明确。", ["县发改局"]),
    # two that fail each other both are
    ("1.县民政局与县扶贫办互相推诿，信息不通。", ["县民政局", "县扶贫办"]),
    ("1.县水务局与县应急局没有建立联动机制，信息不通。", ["县水务局", "县应急局"]),
    # who stands in, orders, tells, or is above
    ("1.县易地办没有一个专职人员，由县发改局两名股长兼管。", ["县易地办"]),
    ("1.省政府2013年挂牌督办的隐患，石门镇至今未整改。", ["石门镇"]),
    ("1.石门镇政府仅2人在岗，乡党政办工作人员称“都在路上”。", ["石门镇政府"]),
    ("1.县文化和旅游局下属县图书馆将房租收入坐收坐支。", ["县图书馆"]),
    # a number that only counts those named before
    ("1.石门镇、柳塘乡保洁员工资一直没有发放，两个乡镇的保洁员已有5人离岗。", ["石门镇", "柳塘乡"]),
    # what alone is left is blamed, however it stands
    ("1.督查组到石门镇时，值班室无人在岗，未建立台账。", ["石门镇"]),
    # the heading above the nearest, and the subject of a judging one
    ("（一）石门镇\n1．宣传发动不够。走访的15户中有9户不知道清洁日，清扫靠公益岗人员。", ["石门镇"]),
    ("（一）施工单位主体责任不落实。部分项目经理长期不到岗，由他人代签资料。", ["施工单位"]),
    # a facility answers for itself only where nobody else does
    ("（一）石门镇\n1．望水村污水处理站设备锈蚀停运，污水直排入溪。", ["石门镇"]),
]


def _blamed(bulletin: Bulletin) -> list[list[str]]:
    names = {unit.id: unit.span.text for unit in bulletin.units}
    return [[names[unit] for unit in problem.units] for problem in bulletin.problems]


@pytest.mark.parametrize(("finding", "blamed"), _ROWS)
def test_the_units_that_answer_for_a_finding(finding: str, blamed: list[str]) -> None:
    assert blamed in _blamed(parse(_FRAME.format(finding), published="2020-06-01"))


_PRAISED = [
    ("县教育局组织全县中小学开展疏散演练412场次，做法值得各地学习。", ["县教育局"]),
    ("石门镇推行网格化值守，凌晨两点把一名发热儿童送到县妇幼保健院，家属写来感谢信。", ["石门镇"]),
    ("石门镇引进槐荫绿源药材专业合作社流转土地1700亩，群众普遍称赞。", ["石门镇", "槐荫绿源药材专业合作社"]),
    ("县劳动监察大队连夜赶赴外省 为97名工人讨回工资126万元 但督查中也看到 欠薪隐患仍然不少", ["县劳动监察大队"]),
]


@pytest.mark.parametrize(("fact", "units"), _PRAISED)
def test_the_units_that_a_fact_commends(fact: str, units: list[str]) -> None:
    text = _FRAME.replace("一、存在的问题", "一、好的做法").format(fact)
    bulletin = parse(text, published="2020-06-01")
    names = {unit.id: unit.span.text for unit in bulletin.units}
    assert [[names[unit] for unit in each.units] for each in bulletin.achievements] == [units]
    assert all("督查" not in each.span.text for each in bulletin.achievements)
