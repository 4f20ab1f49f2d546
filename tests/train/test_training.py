"""Training: the same sentences give the same bytes, and the shipped model is the one of the corpora."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin_nlp.knowledge.taxonomy import taxonomy
from bulletin_nlp.pipes.findings.statistical import model, pack, unpack
from bulletin_nlp.text.fold import fold
from bulletin_nlp.train.corpus import CorpusError, digest, phrase_rows, read_rows, training_files
from bulletin_nlp.train.measure import by_code, confusions, figures

SENTENCES = Path(__file__).parents[2] / "corpora" / "sentences"
HEADER = "text\tnature\tdomain\n"


def test_the_shipped_model_is_trained_on_the_corpora() -> None:
    shipped = model()
    assert shipped is not None
    assert shipped.data == digest(training_files(SENTENCES))
    assert set(shipped.facets["nature"].codes) == {entry.code for entry in taxonomy().nature}


def test_training_anew_gives_the_predictions_of_the_shipped_model() -> None:
    pytest.importorskip("scipy")
    from bulletin_nlp.train.train import train

    again, shipped = train(SENTENCES, calibrate=False).model, model()
    assert shipped is not None
    texts = [row.text for row in read_rows(SENTENCES / "heldout.tsv")]
    for facet in ("nature", "domain"):
        same = again.margins(texts)[facet].argmax(axis=1) == shipped.margins(texts)[facet].argmax(axis=1)
        assert same.mean() >= 0.98  # not all: a phrase added to the taxonomy since is a row too


def test_the_same_sentences_give_the_same_bytes(tmp_path: Path) -> None:
    pytest.importorskip("scipy")
    from bulletin_nlp.train.train import train

    for name in ("a", "b"):
        rows = f"{name}桥的路灯不亮\tfacilities\turban_management\n月报迟交了三天\treporting\t\n"
        (tmp_path / f"train_{name}.tsv").write_text(HEADER + rows, encoding="utf-8")
    first, second = (pack(train(tmp_path).model) for _ in range(2))
    assert first == second
    read = unpack(first)
    margins = read.margins([fold("桥上的路灯不亮")])["domain"][0]
    assert read.facets["domain"].codes[margins.argmax()] == "urban_management"


def test_held_out_sentences_are_in_no_training_file() -> None:
    held = {row.text for row in read_rows(SENTENCES / "heldout.tsv")}
    taught = {row.text for path in training_files(SENTENCES) for row in read_rows(path)}
    assert not held & taught
    assert len(held) > 500


def test_every_code_has_the_sentences_it_needs() -> None:
    rows = [row for path in training_files(SENTENCES) for row in read_rows(path)]
    for nature in taxonomy().nature:
        assert sum(nature.code in row.natures for row in rows) >= 60, nature.code
    for domain in taxonomy().domain:
        assert sum(domain.code in row.domains for row in rows) >= 30, domain.code
    assert sum(row.natures == ("none",) for row in rows) >= 1000


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("text\n", ":1: the first line must be"),
        (HEADER + "路灯不亮\tfacilities\n", ":2: wants a text"),
        (HEADER + "路灯不亮\tlights\t\n", ":2: the taxonomy has no code 'lights'"),
        (HEADER + "路灯不亮\tfacilities\tstreets\n", ":2: the taxonomy has no code 'streets'"),
    ],
)
def test_a_broken_file_is_named_with_its_line(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "train_x.tsv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(CorpusError, match=message):
        read_rows(path)


def test_phrases_of_the_taxonomy_are_rows_of_small_worth() -> None:
    rows = list(phrase_rows(taxonomy()))
    assert {row.natures[0] for row in rows} == {entry.code for entry in taxonomy().nature}
    assert all(row.worth < 1 and not row.domains for row in rows)
    assert not any(sign in row.text for row in rows for sign in "~@|")


def test_figures_count_codes_and_silence() -> None:
    pairs = [(("a",), ("a",)), (("a", "b"), ("b",)), (("b",), ()), (("b",), ("c",))]
    found = figures(pairs, seed=1)
    assert (found.precision, found.recall, found.primary, found.unknown) == (2 / 3, 2 / 5, 1 / 4, 1 / 4)
    assert found.low <= found.f1 == 0.5 <= found.high
    assert figures(pairs, seed=1) == found
    assert by_code(pairs) == {"a": (1, 0, 1), "b": (1, 0, 2), "c": (0, 1, 0)}
    assert confusions(pairs) == [(("b", "c"), 1)]
