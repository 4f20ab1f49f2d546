"""A bulletin that does not hold can't be made."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from bulletin_nlp.parse import parse
from bulletin_nlp.records import Bulletin


@pytest.fixture
def data() -> dict[str, Any]:
    text = "关于卫生检查的通报\n一、存在的问题\n(一)县住建局未清运垃圾。\n单位\t存在问题\n石门镇\t垃圾乱倒\n二、要求\n(一)县住建局要于6月30日前清运垃圾。\n"
    return parse(text, published="2020-06-01").model_dump(mode="json")


def test_what_holds_is_read_back_equal(data: dict[str, Any]) -> None:
    assert Bulletin.model_validate(data).model_dump(mode="json") == data


def _misquote(data: dict[str, Any]) -> None:
    data["units"][0]["span"]["text"] = "县财政局"


def _beyond(data: dict[str, Any]) -> None:
    data["dates"][0]["span"]["end"] = 10_000


def _gap(data: dict[str, Any]) -> None:
    data["sections"] = [s for s in data["sections"] if s["parent"] is not None]


def _twice(data: dict[str, Any]) -> None:
    data["units"].append(data["units"][0])


def _unknown_unit(data: dict[str, Any]) -> None:
    data["problems"][0]["units"] = ["u-000000000000"]


def _unknown_problem(data: dict[str, Any]) -> None:
    data["recommendations"][0]["answers"] = [{"problem_id": "p-0", "basis": "unit", "certainty": 1}]


def _unknown_field(data: dict[str, Any]) -> None:
    data["dates"][0]["colour"] = "red"


def _no_such_column(data: dict[str, Any]) -> None:
    data["tables"][0]["rows"][0]["cells"][0]["column"] = 3


def _unknown_problem_of_row(data: dict[str, Any]) -> None:
    data["tables"][0]["rows"][0]["problems"] = ["p-0"]


def _row_twice(data: dict[str, Any]) -> None:
    data["tables"][0]["rows"] *= 2


@pytest.mark.parametrize(
    "damage",
    [
        _no_such_column,
        _unknown_problem_of_row,
        _row_twice,
        _misquote,
        _beyond,
        _gap,
        _twice,
        _unknown_unit,
        _unknown_problem,
        _unknown_field,
    ],
)
def test_what_does_not_hold_is_refused(data: dict[str, Any], damage: Any) -> None:
    damage(data)
    with pytest.raises(ValidationError):
        Bulletin.model_validate(data)


def test_the_clock_is_written_only_when_asked_for(data: dict[str, Any]) -> None:
    bulletin = Bulletin.model_validate(data)
    assert "parsed_at" not in data["provenance"]
    assert "parsed_at" not in bulletin.model_dump(exclude_defaults=True)["provenance"]
    stamped = bulletin.provenance.model_copy(update={"parsed_at": "2020-06-02T08:00:00Z"})
    assert stamped.model_dump()["parsed_at"] == "2020-06-02T08:00:00Z"
