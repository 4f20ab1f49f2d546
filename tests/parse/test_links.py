"""Which demand answers which finding."""

from __future__ import annotations

from typing import Any

import pytest

from bulletin_nlp.parse.links import Link, link

PROBLEMS: list[dict[str, Any]] = [
    {"text": "部分单位宣传发动不够深入", "natures": ["publicity"], "units": []},
    {"text": "个别单位资料收集零乱,没有分类建档", "natures": ["records"], "units": []},
    {"text": "枫林镇危房改造进展缓慢", "natures": ["progress"], "units": ["枫林镇"]},
    {"text": "县医院门口占道经营禁而不止", "natures": ["order"], "units": ["县城管局"]},
]
DEMANDS: list[dict[str, Any]] = [
    {"text": "要加大宣传力度,开展宣传动员", "units": []},
    {"text": "做好资料收集、整理、归档工作", "units": []},
    {"text": "枫林镇要倒排工期,12月底前完成危房改造", "units": ["枫林镇"]},
]


def pairs(links: list[Link]) -> set[tuple[int, int]]:
    return {(each.problem, each.demand) for each in links}


def test_each_problem_finds_its_demand() -> None:
    assert pairs(link(PROBLEMS, DEMANDS)) == {(0, 0), (1, 1), (2, 2)}


def test_the_basis_names_the_signs() -> None:
    (each,) = (each for each in link(PROBLEMS, DEMANDS) if each.problem == 2)
    assert set(each.basis.split("+")) >= {"unit", "nature", "topic"}
    assert 0.5 <= each.certainty < 1


def test_more_signs_are_surer() -> None:
    without_unit = [{**problem, "units": []} for problem in PROBLEMS]
    sure = {each[:2]: each.certainty for each in link(PROBLEMS, DEMANDS)}
    less = {each[:2]: each.certainty for each in link(without_unit, DEMANDS)}
    assert sure[2, 2] > less.get((2, 2), 0)


def test_a_demand_for_everything_answers_everything() -> None:
    demand = {"text": "对通报的问题,相关乡镇要举一反三、立行立改", "units": []}
    links = link(PROBLEMS, [*DEMANDS, demand])
    assert {(number, 3) for number in range(4)} <= pairs(links)
    assert all("everything" in each.basis for each in links if each.demand == 3)


def test_an_aimed_demand_says_explicit() -> None:
    demand = {"text": "针对占道经营禁而不止的问题,要增加巡查", "units": []}
    (each,) = (each for each in link(PROBLEMS, [*DEMANDS, demand]) if each.demand == 3)
    assert each.problem == 3
    assert "explicit" in each.basis


def test_the_numbers_of_the_headings_help() -> None:
    problem = {"text": "甲事如此", "ordinal": (2, 1), "natures": ["awareness"]}
    demands = [{"text": "提高认识", "ordinal": (3, number)} for number in (1, 2)]
    first, second = (link([problem], [demand]) for demand in demands)
    assert [each.certainty for each in first] > [each.certainty for each in second]


def test_a_segmenter_of_the_caller() -> None:
    assert pairs(link(PROBLEMS, DEMANDS, segment=lambda text: text.split(","))) <= {(0, 0), (1, 1), (2, 2)}


@pytest.mark.parametrize(("problems", "demands"), [([], DEMANDS), (PROBLEMS, []), ([], [])])
def test_nothing_to_link(problems: list[dict[str, Any]], demands: list[dict[str, Any]]) -> None:
    assert link(problems, demands) == []


def _order(text: str, *units: str) -> dict[str, Any]:
    return {"text": text, "units": list(units), "named": list(units), "mentions": list(units)}


def _demand(*orders: dict[str, Any]) -> dict[str, Any]:
    units = [unit for order in orders for unit in order["units"]]
    return {
        "text": "。".join(order["text"] for order in orders),
        "units": units,
        "named": units,
        "orders": list(orders),
    }


_NAMED = [
    {"text": "枫林镇危房改造进展缓慢", "natures": ["progress"], "units": ["枫林镇"], "named": ["枫林镇"]},
    {"text": "柳塘乡值班记录系补写", "natures": ["authenticity"], "units": ["柳塘乡"], "named": ["柳塘乡"]},
    {"text": "柳塘乡河道垃圾无人清运", "natures": ["sanitation"], "units": ["柳塘乡"], "named": ["柳塘乡"]},
]
_ORDERED = [
    # one order of a demand answers what its own unit is blamed for, not what another order is about
    (_demand(_order("枫林镇要加快危房改造", "枫林镇"), _order("柳塘乡要清运河道垃圾", "柳塘乡")), {0, 2}),
    # who is charged to mend everything mends what is found with him, and nothing else
    (_demand(_order("柳塘乡要对照通报问题,逐条整改", "柳塘乡")), {1, 2}),
    # words that every bulletin has tie nothing
    (_demand(_order("各单位要明确责任,加强工作,及时完成整改")), set()),
]


@pytest.mark.parametrize(("demand", "answered"), _ORDERED)
def test_each_order_answers_for_itself(demand: dict[str, Any], answered: set[int]) -> None:
    assert {each.problem for each in link(_NAMED, [demand])} == answered


def test_a_town_and_its_government_are_one() -> None:
    demand = _demand(_order("要整改到位", "槐荫县枫林镇人民政府"))
    problem = {"text": "台账缺失", "units": ["槐荫县枫林镇"], "named": ["槐荫县枫林镇"]}
    (each,) = link([problem, *_NAMED], [demand])
    assert "unit" in each.basis.split("+")
