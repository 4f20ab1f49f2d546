"""What is wrong, and what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bulletin_nlp.knowledge.taxonomy import taxonomy
from bulletin_nlp.pipes.findings.classify import domains, natures
from bulletin_nlp.text.fold import fold

SENTENCES = Path(__file__).with_name("sentences.tsv")


def rows() -> Iterator[tuple[list[str], str]]:
    for line in SENTENCES.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            codes, text = line.split("\t")
            yield codes.split(","), fold(text)


def codes_of(text: str) -> list[str]:
    return [judged.code for judged in natures(fold(text))]


def test_the_table_has_every_code() -> None:
    assert {code for codes, _ in rows() for code in codes} == {entry.code for entry in taxonomy().nature}


def test_the_score_on_the_table() -> None:
    """Micro-averaged over all codes; the table is described in its own head."""
    pairs = [(codes, codes_of(text)) for codes, text in rows()]
    hits = sum(len(set(gold) & set(found)) for gold, found in pairs)
    precision = hits / sum(len(found) for _, found in pairs)
    recall = hits / sum(len(gold) for gold, _ in pairs)
    primary = sum(found[:1] == gold[:1] for gold, found in pairs) / len(pairs)
    assert precision >= 0.84
    assert recall >= 0.92
    assert primary >= 0.92


@pytest.mark.parametrize("entry", taxonomy().nature, ids=lambda entry: entry.code)
def test_its_own_examples(entry: object) -> None:
    assert entry.code in codes_of(entry.positive_formulaic)  # type: ignore[attr-defined]
    found = [entry.code in codes_of(text) for text in entry.positive]  # type: ignore[attr-defined]
    assert sum(found) >= len(found) / 2


RULES = [
    ("the head noun takes the predicate", "去年的检查记录缺失", ["records"]),
    ("the head noun takes the predicate", "早晚高峰管控力量不足", ["capacity"]),
    ("a particular code beside the general one", "责任落实不到位", ["responsibility"]),
    ("the general code alone", "惠民政策落实不到位", ["implementation"]),
    ("what is seen, then why", "农贸市场周边占道经营,属地监管缺位", ["order", "supervision"]),
    ("what was pointed out before comes first", "垃圾乱倒问题上次通报后仍未整改", ["rectification", "sanitation"]),
    ("nothing inside a title", "认真学习《关于整治推诿扯皮的通知》", []),
    ("no negation in 未来", "未来三年建立机制", []),
    ("praise has no nature", "县水利局提前完成渠道清淤", []),
]


@pytest.mark.parametrize(("rule", "text", "expected"), RULES)
def test_the_decision_rules(rule: str, text: str, expected: list[str]) -> None:
    assert codes_of(text) == expected, rule


def test_evidence_carries_offsets_in_the_document() -> None:
    text = "前文。三个标段进度滞后"
    (judged,) = natures(text[3:], base=3)
    assert text[judged.start : judged.end] == "进度滞后"
    assert judged.rule == "nature.progress: 进度滞后"


def test_the_heading_speaks_only_where_the_finding_does_not() -> None:
    assert [judged.code for judged in natures("台账缺失", heading="认识不到位")] == ["records"]
    (judged,) = natures("甲村如此", 7, heading="认识不到位")
    assert (judged.code, judged.start, judged.end, judged.weight) == ("awareness", 7, 7, 0)
    assert judged.rule.startswith("heading: ")


@pytest.mark.parametrize("text", ["", "未" * 100_000, "责任" * 50_000, "\ud800未\x00", "《" * 50_000])
def test_any_text_is_read_in_time(text: str) -> None:
    assert all(0 <= judged.start <= judged.end <= len(text) for judged in natures(text))


DOMAINS = [
    ("油菜扩种任务仅完成58%", "", "agriculture"),
    ("垃圾清运不及时", "", "human_settlement"),
    ("公租房空置", "", "housing"),
    ("处方药开架销售", "", "market_regulation"),
    ("3户没有通水", "关于农村厕所改造的通报", "human_settlement"),
    ("领导重视不够", "", "general"),
    ("脚手架缺失", "关于招商引资的通报", "work_safety"),
]


@pytest.mark.parametrize(("text", "title", "expected"), DOMAINS)
def test_domains(text: str, title: str, expected: str) -> None:
    assert domains(text, title=title)[0].code == expected


def test_a_domain_from_the_title_says_so() -> None:
    (judged,) = domains("重视不够", 5, title="森林防火督查通报")
    assert (judged.start, judged.end) == (5, 5)
    assert judged.rule.startswith("title: domain.")


def test_domain_examples() -> None:
    """Most of the plain examples are told without any title."""
    found = [domains(fold(entry.positive))[0].code == entry.code for entry in taxonomy().domain]
    assert sum(found) / len(found) >= 0.85
