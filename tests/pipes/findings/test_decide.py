"""Cues and model together, and the pipeline with and without a model file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bulletin_nlp.knowledge import use
from bulletin_nlp.knowledge.load import KnowledgeError
from bulletin_nlp.parse import parse
from bulletin_nlp.pipes.findings import statistical
from bulletin_nlp.pipes.findings.classify import Judged
from bulletin_nlp.pipes.findings.decide import combine
from bulletin_nlp.pipes.findings.features import BUCKETS, features
from bulletin_nlp.text.fold import fold

CODES = ("awareness", "records", "safety", "service", "quality", "order")
PLAIN_FACT = "关于督查情况的通报\n一、存在问题\n1.云岭县民政局前厅热水器打不着火，轮椅少了一个轮子。\n"


def cue(code: str, weight: int) -> Judged:
    return Judged(code, 10, 12, f"nature.{code}: …", weight)


@pytest.mark.parametrize(
    ("margins", "cues", "expected"),
    [
        ((0, 0, 4, 0, 0, 0), [], ["safety"]),  # silent cues: the model speaks
        ((0, 0, 0, 0, 0, 0), [], []),  # it knows nothing: nor does the record
        ((0, 0, 0, 0, 0, 0), [("records", 2)], ["records"]),  # a cue alone
        ((0, 0, 2, 0, 0, 0), [("records", 3)], ["records", "safety"]),  # a strong cue wins
        ((0, 0, 5, 0, 0, 0), [("records", 1)], ["safety"]),  # a weak one does not
        ((0, 0, 4, 0, 0, 0), [("records", 2)], ["safety", "records"]),  # a stated one stays beside
        ((3, 0, 3, 0, 0, 0), [], ["awareness", "safety"]),  # two as likely
        ((0, 0, 9, 0, 0, 0), [("privacy", 2)], ["privacy"]),  # a code that the model never saw
    ],
)
def test_combining(margins: tuple[float, ...], cues: list[tuple[str, int]], expected: list[str]) -> None:
    judged = [cue(*each) for each in cues]
    found = combine("nature", CODES, np.array(margins, np.float32), judged, 7)
    assert [each.code for each in found] == expected


def test_a_code_of_the_model_is_marked_with_its_score_and_has_an_empty_span() -> None:
    (found,) = combine("nature", CODES, np.array((0, 0, 4, 0, 0, 0), np.float32), [], 7)
    assert (found.start, found.end, found.rule, found.weight) == (7, 7, "model: 0.92", 0)


def test_the_record_says_which_code_is_statistical() -> None:
    (problem,) = parse(PLAIN_FACT).problems
    assert problem.nature[0] == "facilities"
    (evidence,) = [each for each in problem.evidence if each.code == "facilities"]
    assert evidence.rule.startswith("model: 0.")
    assert evidence.span.text == ""


def test_without_a_model_file_the_first_layer_speaks_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statistical, "SHIPPED", tmp_path / "none.model")
    statistical.model.cache_clear()
    try:
        (problem,) = parse(PLAIN_FACT).problems
        assert not any(each.rule.startswith("model") for each in problem.evidence)
    finally:
        statistical.model.cache_clear()


@pytest.mark.parametrize("content", [b"", b"{}\n", b"\x80\x04pickle"])
def test_a_file_that_is_no_model_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / statistical.NAME).write_bytes(content)
    use(tmp_path)
    try:
        with pytest.raises(KnowledgeError, match=r"findings\.model"):
            statistical.model()
    finally:
        use(None)


def test_a_changed_file_is_refused() -> None:
    raw = bytearray(statistical.SHIPPED.read_bytes())
    raw[-5] ^= 1
    with pytest.raises(ValueError, match="cut or changed"):
        statistical.unpack(bytes(raw))
    assert len(raw) < 10_000_000


def test_packing_and_unpacking_keep_every_number() -> None:
    raw = statistical.SHIPPED.read_bytes()
    assert statistical.pack(statistical.unpack(raw)) == raw


@pytest.mark.parametrize("text", ["", "路", "三名队员不在岗", "桥" * 3000, "a\nb"])
def test_features_are_distinct_and_of_length_one(text: str) -> None:
    where, values = features(fold(text), np.ones(BUCKETS, np.float32))
    assert list(where) == sorted(set(where.tolist()))
    assert np.linalg.norm(values) == pytest.approx(1)


def test_a_number_is_a_number_whatever_it_is() -> None:
    rare = np.ones(BUCKETS, np.float32)
    one, other = (features(text, rare) for text in ("3盏路灯不亮", "十七盏路灯不亮"))
    assert list(one[0]) == list(other[0])


def test_a_batch_gives_what_single_sentences_give() -> None:
    trained = statistical.model()
    assert trained is not None
    texts = ["路灯不亮", "台账没有签字", "上班时间打牌"]
    together = trained.margins(texts)["nature"]
    for number, text in enumerate(texts):
        assert together[number] == pytest.approx(trained.margins([text])["nature"][0], abs=1e-4)
    assert trained.margins([])["nature"].shape == (0, 26)
