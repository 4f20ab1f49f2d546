from __future__ import annotations

import pytest

from bulletin_nlp.knowledge.regex import nested_quantifier


@pytest.mark.parametrize(
    ("pattern", "part"),
    [
        (r"(a+)+", "(a+)+"),
        (r"甲(?:乙*丙?)*丁", "(?:乙*丙?)*"),
        (r"(a{1,9}b?)*", "(a{1,9}b?)*"),
        (r"(a*b){0,6}", "(a*b){0,6}"),
        (r"((a+)b)*", "((a+)b)*"),
        (r"(x(a|b+)){2,}", "(x(a|b+)){2,}"),
        (r"(\(+[)]?)*?", r"(\(+[)]?)*?"),
        (r"(?P<name>[*+]+)+", "(?P<name>[*+]+)+"),
        (r"(?i:a+)+", "(?i:a+)+"),
    ],
)
def test_repeats_inside_repeats_are_found(pattern: str, part: str) -> None:
    assert nested_quantifier(pattern) == part


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "(ab)+",
        "(ab?)+",
        "(a{3}b)+",
        "(a+)?",
        "(a+){1}",
        "(a{0,9}){0,9}",
        "a+b+",
        r"(\*\+)+",
        r"(a\+)*",
        "([*+])+",
        r"([^\]+*]x)*",
        "([]+*])*",
        "(a++b)*",
    ],
)
def test_harmless_repeats_are_let_pass(pattern: str) -> None:
    assert nested_quantifier(pattern) is None
