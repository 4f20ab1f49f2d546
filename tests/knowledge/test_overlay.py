"""A folder of one's own over the shipped knowledge, and the national table of places."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bulletin_nlp.knowledge import KnowledgeError, compiled, knowledge, use
from bulletin_nlp.knowledge.load import merge
from bulletin_nlp.knowledge.regions import by_code, by_name
from bulletin_nlp.parse import parse


@pytest.fixture(autouse=True)
def _shipped_again() -> Iterator[None]:
    yield
    use(None)


def test_entries_merge_by_code_and_lists_grow() -> None:
    base = {"a": [{"code": "x", "cues": ["一"]}, {"code": "y"}], "b": ["甲"]}
    over = {"a": [{"code": "x", "cues": ["二"]}, {"code": "z"}], "b": ["甲", "乙"]}
    assert merge(base, over) == {
        "a": [{"code": "x", "cues": ["一", "二"]}, {"code": "y"}, {"code": "z"}],
        "b": ["甲", "乙"],
    }


def test_an_overlay_changes_what_is_found(tmp_path: Path) -> None:
    text = "关于检查的通报\n一、糟糕之处\n(一)县住建局有六盏路灯不亮。\n"
    (tmp_path / "structure").mkdir()
    (tmp_path / "structure" / "headings.yaml").write_text("keywords: {problems: [糟糕之处]}\n", "utf-8")
    before, after = parse(text), parse(text, knowledge=tmp_path)
    assert before.sections[1].role != "problems"
    assert after.sections[1].role == "problems"
    assert before.provenance.knowledge_digest != after.provenance.knowledge_digest


def test_compiled_things_are_forgotten_with_their_knowledge(tmp_path: Path) -> None:
    made = compiled(lambda: object())
    use(None)
    first = made()
    assert made() is first
    use(tmp_path)
    assert made() is not first


@pytest.mark.parametrize("content", [b"a: [1", b"\xff\xfe\x00"])
def test_what_is_no_yaml_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "references.yaml").write_bytes(content)
    with pytest.raises(KnowledgeError, match=r"references\.yaml"):
        use(tmp_path).table("references")
    assert knowledge().folder == tmp_path


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("巍山县", "巍山彝族回族自治县"),
        ("恩施州", "恩施土家族苗族自治州"),
        ("内蒙古", "内蒙古自治区"),
        ("长阳县", "长阳土家族自治县"),
        ("峨山县", "峨山彝族自治县"),
        ("孟村县", "孟村回族自治县"),
        ("延边州", "延边朝鲜族自治州"),
        ("景宁县", "景宁畲族自治县"),
        ("石柱县", "石柱土家族自治县"),
    ],
)
def test_autonomous_places_in_short(short: str, full: str) -> None:
    assert [division.name for division in by_name(short)] == [full]


def test_shared_names_stay_several_and_codes_single() -> None:
    assert len(by_name("鼓楼区")) > 1
    division = by_code("532927")
    assert division is not None
    assert division.parents == ("云南省", "大理白族自治州")
