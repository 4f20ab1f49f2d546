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
