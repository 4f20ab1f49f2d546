"""The notation of phrases."""

from __future__ import annotations

import re

import pytest

from bulletin_nlp.knowledge import KnowledgeError
from bulletin_nlp.knowledge.phrases import PhraseCompiler, PhraseSet

CLASSES: dict[str, str | list[str]] = {"not": "未(?!来)|没有", "paper": ["台账", "档案"], "digits": r"\d+"}

FOUND = [
    ("台账|档案 ~4 缺失|不全", "村级台账严重缺失", "台账严重缺失"),
    ("@not 建立", "仍未建立机制", "未建立"),
    ("@not 建立", "未来建立机制", None),
    ("@paper ~2 不全", "台账、档案资料不全", "档案资料不全"),
    ("台账 ~4 缺失", "台账,已缺失", None),
    ("台账 ~~4 缺失", "台账,已缺失", "台账,已缺失"),
    ("台账 ~~9 缺失", "台账。已缺失", None),
    ("执行 不? 到位", "执行到位", "执行到位"),
    ("执行 不? 到位", "执行不到位", "执行不到位"),
    ("反弹 !琵琶", "反弹琵琶", None),
    ("反弹 !琵琶", "明显反弹", "反弹"),
    ("<!不 落实", "不落实", None),
    ("<!不 落实", "抓落实", "落实"),
    ("@digits 户", "上报312户", "312户"),
    ("a.c 有", "abc有", None),
]


@pytest.mark.parametrize(("source", "text", "match"), FOUND)
def test_what_a_phrase_finds(source: str, text: str, match: str | None) -> None:
    phrases = PhraseSet([(PhraseCompiler(CLASSES).compile(source), "code")])
    assert [text[start:end] for start, end, _, _ in phrases.find(text)] == ([match] if match else [])


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("@nobody 管", "no class '@nobody'"),
        ("台账| 缺失", "an empty slot or word"),
        ("个?|年 以来", "may only end a slot"),
        ("台账?", "matches nothing at all"),
        ("~6", "matches nothing at all"),
    ],
)
def test_what_is_no_phrase(source: str, message: str) -> None:
    with pytest.raises(KnowledgeError, match=re.escape(message)):
        PhraseCompiler(CLASSES).compile(source)


def test_a_class_that_is_no_expression() -> None:
    with pytest.raises(KnowledgeError, match="class 'bad'"):
        PhraseCompiler({"bad": "("})


def test_the_word_that_is_looked_for_first_is_the_longest() -> None:
    assert PhraseCompiler(CLASSES).compile("未 ~4 建立台账|建档立卡").literals == {"建立台账", "建档立卡"}


def test_a_set_finds_what_its_phrases_find_one_by_one() -> None:
    compiler = PhraseCompiler(CLASSES)
    phrases = [compiler.compile(source) for source, _, _ in FOUND]
    text = ";".join(text for _, text, _ in FOUND)
    alone = [(m.start(), m.end(), p.source) for p in phrases for m in p.pattern.finditer(text)]
    assert sorted((s, e, p.source) for s, e, p, _ in PhraseSet((p, 0) for p in phrases).find(text)) == sorted(alone)
