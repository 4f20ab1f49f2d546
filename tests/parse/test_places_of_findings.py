from __future__ import annotations

import pytest

from bulletin_nlp import parse

ROWS = [
    ("县水务局对石门村供水管网破损未维修。", ["石门村"]),
    ("县住建局未处理云岭县青石镇境内的违章建筑。", ["云岭县青石镇"]),
    ("青石镇3名护林员不在岗。", []),
]


@pytest.mark.parametrize(("sentence", "places"), ROWS)
def test_places_are_where_and_not_who(sentence: str, places: list[str]) -> None:
    bulletin = parse(f"云岭县人民政府督查室\n2022年3月10日\n\n关于督查情况的通报\n\n一、存在问题\n{sentence}\n")
    (problem,) = bulletin.problems
    assert [place.text for place in problem.places] == places
