"""Plans, sanctions, and the actions of demands in every writer."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from bulletin_nlp.records import Bulletin
from bulletin_nlp.write import write


def _span(text: str, phrase: str) -> dict[str, Any]:
    start = text.index(phrase)
    return {"start": start, "end": start + len(phrase), "text": phrase}


@pytest.fixture
def full(sample: Bulletin) -> Bulletin:
    text, value = sample.text, sample.model_dump()
    first = value["recommendations"][0]
    supported = {
        **first,
        "lead": first["units"][:1],
        "support": first["units"][1:],
        "tasks": ({"span": _span(text, "完成市场周边垃圾清理"), "lead": first["units"][:1], "deadline": "2021-04-30"},),
        "conditions": (_span(text, "于4月30日前"),),
        "reports": ({"span": _span(text, "逐项销号"), "to": first["units"][1:]},),
    }
    acts = {
        "follow_up": ({"id": "w1", "span": _span(text, "逐项销号"), "section_id": "s3", "units": (), "rule": "plan"},),
        "sanctions": (
            {
                "id": "z1",
                "span": _span(text, "明确专人负责"),
                "section_id": "s3",
                "kind": "talk",
                "state": "threatened",
                "units": first["units"][:1],
                "rule": "sanction.talk",
            },
        ),
    }
    demands = (supported, *value["recommendations"][1:])
    return Bulletin.model_validate(value | acts | {"recommendations": demands})


def _written(bulletin: Bulletin, format: str) -> str:
    stream = io.StringIO()
    write([bulletin], format, stream)
    return stream.getvalue()


@pytest.mark.parametrize("columns", [160, 60])
def test_the_table_has_them(columns: int, full: Bulletin, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    joined = "".join(_written(full, "table").split())
    for shown in ("处理sanctions(1)", "约谈", "视情形", "跟进follow-up(1)", "（配合：柳溪镇）"):
        assert shown in joined


def test_the_page_has_them(full: Bulletin) -> None:
    page = _written(full, "html")
    for shown in ('data-layer="follow_up"', 'data-layer="sanction"', "约谈 talk", "视情形 threatened", "<dt>配合</dt>"):
        assert shown in page
    for name in ("措施", "条件", "报送"):
        assert f"<dt>{name}</dt>" in page


def test_the_lines_have_them(full: Bulletin) -> None:
    record = json.loads(_written(full, "jsonl"))
    assert [act["kind"] for act in record["sanctions"]] == ["talk"]
    assert [act["id"] for act in record["follow_up"]] == ["w1"]
    assert record["recommendations"][0]["tasks"][0]["deadline"] == "2021-04-30"


@pytest.mark.parametrize(
    "wrong",
    [{"units": ("u-nowhere",)}, {"section_id": "s-nowhere"}, {"id": "w1"}],
)
def test_an_act_points_to_what_is_there(wrong: dict[str, Any], full: Bulletin) -> None:
    value = full.model_dump()
    value["sanctions"] = ({**value["sanctions"][0], **wrong},)
    with pytest.raises(ValueError, match=r"nowhere|used twice"):
        Bulletin.model_validate(value)
