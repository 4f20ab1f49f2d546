"""Whatever the text: nothing raises, every span quotes, sections cover, and the JSON validates against its schema."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from bulletin_nlp.cli.schema import schema_text
from bulletin_nlp.parse import parse
from bulletin_nlp.records import Bulletin, spans_of

_PIECES = [
    "一、存在的问题\n", "(一)认识不到位。", "一是", "县住建局", "县委、县政府", "部分单位", "2017年6月20日", "2017620", "522526", "98911",
    "第16期", "〔2019〕9号", "未完成", "要于6月底前", "整改", "《关于", "》", "（", "）", "“", "”", "。", "；", "，", "、", "：", "\n", "\n\n", "\t",
    "\r\n", " ", "\xa0", "　", "&nbsp;", "附件：", "报：", "发：各乡镇", "责任单位：", "二月三十日", "石门镇：1.", "2.", "①", "㊣", "𠮷", "\ud800", "\x00", "\x1b",
]  # fmt: skip
_VALIDATOR = Draft202012Validator(json.loads(schema_text("bulletin")))


def _hold(bulletin: Bulletin) -> None:
    assert all(bulletin.text[span.start : span.end] == span.text for span in spans_of(bulletin))
    top = [section.span for section in bulletin.sections if section.parent is None]
    assert "".join(span.text for span in top) == bulletin.text
    _VALIDATOR.validate(json.loads(bulletin.model_dump_json()))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300) | st.lists(st.sampled_from(_PIECES), max_size=60).map("".join))
def test_arbitrary_text_gives_a_bulletin_that_holds(text: str) -> None:
    bulletin = parse(text)
    assert len(bulletin.text) == len(text)
    _hold(bulletin)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \n\t\r\n　", id="blank"),
        pytest.param("县" * 1_000_000, id="one-character"),
        pytest.param("9" * 1_000_000, id="one-digit"),
        pytest.param("a" * 1_000_000, id="one-letter"),
        pytest.param("。" * 300_000, id="full-stops"),
        pytest.param("".join(map(chr, range(0x20))) * 50, id="control-characters"),
        pytest.param("\ud800\udfff一、问题\ud83d", id="lone-surrogates"),
        pytest.param("𠀀𠮷😀" * 200, id="astral"),
        pytest.param("（" * 10_000 + "县住建局" + "）" * 10_000, id="nested-brackets"),
        pytest.param("《" * 10_000, id="unclosed-titles"),
        pytest.param("一是" * 20_000, id="markers"),
        pytest.param("1、2、3、" * 10_000, id="numbers"),
        pytest.param("县住建局、" * 20_000, id="units"),
        pytest.param("6月5日、" * 20_000, id="dates"),
        pytest.param("\n" * 200_000, id="line-breaks"),
        pytest.param("一、\n" * 20_000, id="lone-markers"),
    ],
)
def test_extreme_text_gives_a_bulletin_that_holds(text: str) -> None:
    bulletin = parse(text)
    assert len(bulletin.text) == len(text)
    _hold(bulletin)


def test_the_same_text_gives_the_same_json(corpora) -> None:
    text = (corpora / "samples" / "damaged.txt").read_bytes()
    assert parse(text).model_dump_json() == parse(text).model_dump_json()
