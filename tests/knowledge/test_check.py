from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bulletin_nlp.knowledge import KnowledgeError, knowledge, use
from bulletin_nlp.knowledge.check import Finding, check, checker, checkers

Overlay = Callable[[str, str], list[Finding]]


@pytest.fixture(scope="module")
def shipped() -> list[Finding]:
    return check()


@pytest.fixture
def overlay(tmp_path: Path, shipped: list[Finding]) -> Iterator[Overlay]:
    """The findings that a table of a user's own adds."""

    def write(table: str, content: str) -> list[Finding]:
        path = tmp_path / f"{table}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        return [finding for finding in check(tmp_path) if finding not in shipped]

    yield write
    use(None)


def test_the_shipped_knowledge_holds(shipped: list[Finding]) -> None:
    assert shipped == []


def test_every_named_checker_is_registered() -> None:
    assert {"examples", "taxonomy"} <= checkers().keys()


def test_the_knowledge_in_force_stays_in_force(overlay: Overlay) -> None:
    overlay("mine", "{}")
    assert knowledge().folder is None


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="no such folder"):
        check(tmp_path / "absent")


def test_two_checkers_may_not_have_one_name() -> None:
    with pytest.raises(ValueError, match="two checkers are called 'taxonomy'"):
        checker("taxonomy")(lambda: [])


@pytest.mark.parametrize(
    "content",
    [
        "rules: [{pattern: '第[0-9]+期', examples: [第16期], counter_examples: [第十六期, 期16]}]",
        "rules: [{patterns: [第一, '期$'], example: 本期, counter: 一第}]",
        "rules: [{pattern: 打印, match: whole, example: 打印, counter: 打印机}]",
        "rules: [{cues: [滞后, 偏慢], examples: [进度滞后, 进展偏慢], counter_examples: [进展快]}]",
        "rules: [{pattern: '\\(一\\)', examples: [（一）]}]",  # folded
        "rules: [{pattern: '(', other: 1}]",  # no examples: not its matter
        "rules: [{pattern: 期, examples: [{text: 无, value: 1}]}]",  # the component's to check
        "[1, [text, {examples: [甲]}]]",
    ],
)
def test_rules_that_hold(overlay: Overlay, content: str) -> None:
    assert overlay("mine", content) == []


@pytest.mark.parametrize(
    ("content", "path", "message"),
    [
        ("rules: [{pattern: 期, examples: [通报]}]", "rules[0]", "the example is not found: 通报"),
        ("rules: [{pattern: 期, examples: [期, 通报]}]", "rules[0]", "the example is not found: 通报"),
        ("rules: [{pattern: 打印, match: whole, example: 打印机}]", "rules[0]", "the example is not found: 打印机"),
        ("rules: [{pattern: 打印, counter: 打印机}]", "rules[0]", "the counter-example is found: 打印机"),
        ("rules: [{id: a, cues: [期], counter_examples: [期满]}]", "rules.a", "the counter-example is found: 期满"),
        ("{a: {b: {code: x, pattern: '(', examples: [甲]}}}", "a.b", "no regular expression: (: "),
        ("[[{code: x, pattern: '(甲+)+', examples: [甲]}]]", "[0].x", "a repeat inside a repeat, which may take for"),
    ],
)
def test_rules_that_fail_are_found(overlay: Overlay, content: str, path: str, message: str) -> None:
    (finding,) = overlay("deep/mine", content)
    assert (finding.table, finding.path) == ("deep/mine", path)
    assert finding.message.startswith(message)


def test_what_is_no_yaml_is_a_finding(overlay: Overlay) -> None:
    (finding,) = overlay("mine", "a: [")
    assert "not readable as YAML" in finding.message


NATURE = """nature:
  - {code: mine, label: 自定, layer: process, definition: 自定, cues: [%(cue)s], patterns: ['%(pattern)s'],
     positive_formulaic: %(example)s, positive: [], negative: [{text: 甲, code: %(other)s}]}
groups: [{code: own, label: 自定, members: [mine]}]
"""
GOOD = {"cue": "自拟线索", "pattern": "自拟 ~4 模式", "example": "这里有自拟线索。", "other": "planning"}


@pytest.mark.parametrize(
    ("change", "path", "message"),
    [
        ({}, None, None),
        ({"example": "这里有自拟的模式。"}, None, None),
        ({"example": "这里没有线索。"}, "nature.mine.positive_formulaic", "no phrase of the code finds its example"),
        ({"pattern": "@nowhere 模式"}, "nature.mine.patterns[0]", "no class '@nowhere'"),
        ({"pattern": "自拟?"}, "nature.mine.patterns[0]", "matches nothing at all"),
        ({"other": "nothing"}, "nature.mine.negative[0]", "there is no code 'nothing'"),
        ({"other": "mine"}, "nature.mine.negative[0]", "must have another code"),
    ],
)
def test_a_code_of_ones_own_is_proven(
    overlay: Overlay, change: dict[str, str], path: str | None, message: str | None
) -> None:
    findings = overlay("taxonomy", NATURE % {**GOOD, **change})
    assert [finding.path for finding in findings] == ([] if path is None else [path])
    assert all(message in finding.message for finding in findings if message)


def test_a_code_without_its_fields_is_found(overlay: Overlay) -> None:
    findings = overlay("taxonomy", "nature: [{code: mine}]")
    assert {f.message for f in findings} == {"Field required"}
    assert "nature.26.definition" in {f.path for f in findings}


def test_a_code_that_no_group_holds_is_found(overlay: Overlay) -> None:
    (finding,) = overlay("taxonomy", (NATURE % GOOD).partition("groups")[0])
    assert "groups and natures differ in ['mine']" in finding.message
