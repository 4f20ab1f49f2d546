"""Rows of tab-separated cells: the finding is its cell, the unit of the row is blamed, the one behind it is charged."""

from __future__ import annotations

from bulletin_nlp.parse import parse

_TABLE = (
    "关于消防安全检查情况的通报\n"
    "一、存在的问题\n"
    "检查发现的问题见下表。\n"
    "序号\t单位\t存在问题\t责任单位\t整改时限\n"
    "1\t槐荫镇敬老院\t二楼疏散门上锁，楼梯间堆放旧床垫\t县民政局\t6月5日\n"
    "2\t柳塘乡卫生院\t12具灭火器过期\t县卫健局\t6月底\n"
)


def test_cells_are_findings_of_their_row() -> None:
    bulletin = parse(_TABLE, published="2020-05-20")
    names = {unit.id: unit.span.text for unit in bulletin.units}
    rows = [(p.span.text, [names[u] for u in p.units], p.inherited) for p in bulletin.problems]
    assert rows == [
        ("二楼疏散门上锁，楼梯间堆放旧床垫", ["槐荫镇敬老院"], True),
        ("12具灭火器过期", ["柳塘乡卫生院"], True),
    ]
    roles = {unit.span.text: unit.roles[0] for unit in bulletin.units}
    assert roles["县民政局"] == roles["县卫健局"] == "responsible"
