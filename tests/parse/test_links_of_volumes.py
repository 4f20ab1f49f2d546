"""A volume of many bulletins in one text: linked as each alone would be, at a cost that stays linear."""

from __future__ import annotations

from bulletin_nlp.parse import parse

_ONE = "一、存在的问题\n(一)路面保洁不及时，垃圾堆积。\n(二)台账缺失。\n二、整改要求\n(一)县住建局要及时清运垃圾，加强路面保洁。\n(二)县档案局要补齐台账。\n\n"


def test_links_stay_inside_a_group() -> None:
    alone = [len(r.answers) for r in parse(_ONE).recommendations]
    volume = parse(_ONE * 150)
    assert len(volume.recommendations) == 300
    assert alone[0] == 1
    assert sum(1 for r in volume.recommendations if r.answers) >= 250
