"""Every component works alone in anybody's pipeline; characters decide, tokens follow."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

import bulletin_nlp
from bulletin_nlp.pipes import words as door
from bulletin_nlp.pipes.doc import write

_TEXT = "一、存在的问题\n(一)县住建局2019年6月30日前未完成《整治方案》规定的12处整改。\n"


@pytest.mark.parametrize(
    ("factory", "group", "surface"),
    [
        ("bulletin_structure", "bulletin_structure", "(一)县住建局2019年6月30日前未完成《整治方案》规定的12处整改。\n"),
        ("bulletin_dates", "bulletin_dates", "2019年6月30日前"),
        ("bulletin_units", "bulletin_units", "县住建局"),
        ("bulletin_references", "bulletin_references", "《整治方案》"),
        ("bulletin_references", "bulletin_figures", "12处"),
        ("bulletin_findings", "bulletin_problems", "(一)县住建局2019年6月30日前未完成《整治方案》规定的12处整改"),
    ],
)
def test_a_component_alone(factory: str, group: str, surface: str) -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe(factory)
    doc = nlp(_TEXT)
    assert surface in [span.text for span in doc.spans[group]]
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again.user_data[group] == doc.user_data[group]


def test_the_whole_pipeline_keeps_every_group() -> None:
    doc = bulletin_nlp.load()(_TEXT)
    assert doc.text == _TEXT
    assert {"bulletin_dates", "bulletin_units", "bulletin_problems", "bulletin_demands"} <= set(doc.spans)
    for group, spans in doc.spans.items():
        stored = [(m["start"], m["end"]) for m in doc.user_data[group]]
        assert [(span.start_char, span.end_char) for span in spans] == stored


@pytest.mark.parametrize("tagged", [False, True])
def test_a_token_is_split_and_no_mention_dropped(tagged: bool) -> None:
    vocab = spacy.blank("zh").vocab
    doc = Doc(vocab, words=["县住建", "局长", "要求"], spaces=[False] * 3)
    if tagged:
        doc[0].tag_, doc[2].tag_ = "NN", "VV"
    mention = {"start": 0, "end": 4, "kind": "named", "rule": "test"}
    doc = write(doc, "units", [mention])
    assert doc.text == "县住建局长要求"
    [span] = doc.spans["units"]
    assert (span.text, span.label_, span.id_) == ("县住建局", "named", "test")
    assert (doc[0].tag_ == "NN") is tagged


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_words_are_the_text(text: str) -> None:
    assert "".join(door.words(text)) == text


def test_a_damaged_cache_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda name: str(tmp_path))
    fresh = door._jieba.__wrapped__()
    [cache] = tmp_path.iterdir()
    good = cache.read_bytes()
    cache.write_bytes(good[:-1] + b"\x00")
    assert door.stored.load(cache) is None
    assert door._jieba.__wrapped__().FREQ == fresh.FREQ
    assert cache.read_bytes() == good
