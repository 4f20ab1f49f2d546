"""Whole evaluations: files in, tables, JSON, baselines out."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console

from bulletin_nlp.evaluate import Evaluation, GoldBulletin, evaluate
from bulletin_nlp.evaluate.baseline import BaselineError, compare, load, save
from bulletin_nlp.evaluate.export import as_json
from bulletin_nlp.evaluate.measures import selected
from bulletin_nlp.evaluate.report import render
from bulletin_nlp.records import Bulletin

Predict = Callable[[str], Bulletin]


@pytest.fixture
def folder(tmp_path: Path, tagged: str) -> Path:
    for name in ("a", "b"):
        (tmp_path / f"{name}.tagged.txt").write_text(tagged, encoding="utf-8")
    return tmp_path


@pytest.fixture
def right(folder: Path, bulletin: Bulletin) -> Evaluation:
    return evaluate([folder], lambda text: bulletin)


@pytest.fixture
def damaged(folder: Path, bulletin: Bulletin) -> Evaluation:
    """One date missed, one date read otherwise, one reference too many."""
    dates = (bulletin.dates[1].model_copy(update={"end": "2021-06-11"}), *bulletin.dates[2:])
    title = bulletin.head.title
    assert title is not None
    extra = bulletin.references[0].model_copy(update={"id": "f9", "span": title.span})
    changed = bulletin.model_copy(update={"dates": dates, "references": (*bulletin.references, extra)})
    return evaluate([folder], lambda text: changed)


def shown(evaluation: Evaluation, *args: object) -> str:
    console = Console(file=io.StringIO(), width=140)
    render(evaluation, console, *args)  # type: ignore[arg-type]
    file = console.file
    assert isinstance(file, io.StringIO)
    return file.getvalue()


def row(table: str, label: str) -> list[str]:
    """The cells of the first table row with a label."""
    line = next(line for line in table.splitlines() if label in line)
    return [cell.strip() for cell in line.strip("│").split("│")]


def test_documents_are_called_by_folder_and_name(right: Evaluation, folder: Path) -> None:
    assert [document.name for document in right.documents] == [f"{folder.name}/a", f"{folder.name}/b"]


def test_files_with_the_same_folder_and_name_are_called_by_their_path(
    tmp_path: Path, tagged: str, bulletin: Bulletin
) -> None:
    paths = [tmp_path / one / "county" / "01.tagged.txt" for one in ("x", "y")]
    for path in paths:
        path.parent.mkdir(parents=True)
        path.write_text(tagged, encoding="utf-8")
    assert [d.name for d in evaluate([tmp_path], lambda text: bulletin).documents] == [str(p) for p in paths]


def test_a_bad_gold_file_and_a_raising_parser_cost_only_themselves(
    folder: Path, gold: GoldBulletin, bulletin: Bulletin
) -> None:
    (folder / "c.tagged.txt").write_text("---\n---\n<rec>", encoding="utf-8")
    (folder / "d.tagged.txt").write_text("---\n---\n<ref>《甲》</ref>", encoding="utf-8")

    def predict(text: str) -> Bulletin:
        if text != gold.text:
            raise RuntimeError("no head")
        return bulletin

    evaluation = evaluate([folder], predict)
    assert [(Path(f.uri).name, f.stage, f.code) for f in evaluation.failures] == [
        ("c.tagged.txt", "gold", "bad-gold"),
        ("d.tagged.txt", "parse", "parse-raised"),
    ]
    assert "c.tagged.txt:3: <rec> is never closed" in evaluation.failures[0].message
    assert "RuntimeError: no head" in evaluation.failures[1].message
    assert as_json(evaluation)["measures"]["references.span"]["fn"] == 1
    assert as_json(evaluation)["measures"]["grounding.text"] == {"right": 2, "of": 3, "accuracy": 2 / 3}


def test_tables_of_a_perfect_run(right: Evaluation) -> None:
    text = shown(right)
    assert row(text, "dates: span, kind, bounds") == [
        "dates: span, kind, bounds", "8", "0", "0", "1.000", "1.000", "1.000", "",
    ]  # fmt: skip
    assert row(text, "head: all fields") == ["head: all fields", "24", "", "0", "", "", "1.000", ""]
    assert row(text, f"{right.documents[0].name}")[1:] == ["1.000"] * 12
    assert row(text, "sanitation")[1:4] == ["2", "0", "0"]


def test_tables_of_a_damaged_run(damaged: Evaluation) -> None:
    text = shown(damaged)
    assert row(text, "dates: span, kind, bounds")[1:] == ["4", "2", "4", "0.667", "0.500", "0.571", ""]
    assert row(text, "references: exact span")[1:] == ["2", "2", "0", "0.500", "1.000", "0.667", ""]


def test_errors_are_listed_in_context_by_type(damaged: Evaluation) -> None:
    text = shown(damaged, None, (), selected(["dates"]))
    assert text.count("1 wrong, 1 missed") == 2
    assert "期）⏎县委县政府督查室 2021年6月18日⏎关于河道保洁的督查通报⏎" in text
    assert "616月10日 range 2021-06-01/2021-06-10 ≠ 616月10日 range 2021-06-01/2021-06-11" in text
    assert "《河道保洁办法》作了检查" not in text


def test_square_brackets_of_the_text_are_no_console_markup(folder: Path, bulletin: Bulletin) -> None:
    path = folder / "e.tagged.txt"
    path.write_text("---\n---\n[red]字号[/] [/]<ref>《甲》</ref>", encoding="utf-8")
    assert "[red]字号[/] [/]《甲》" in shown(evaluate([path], lambda text: bulletin), None, (), ["references.span"])


def test_json_has_the_figures_the_errors_and_the_changes(
    damaged: Evaluation, right: Evaluation, tmp_path: Path
) -> None:
    save(right, tmp_path / "base.json")
    value = json.loads(json.dumps(as_json(damaged, compare(damaged, load(tmp_path / "base.json")), ["dates.strict"])))
    assert value["measures"]["dates.strict"] == {
        "tp": 4, "fp": 2, "fn": 4, "precision": 4 / 6, "recall": 0.5, "f1": 8 / 14,
    }  # fmt: skip
    assert value["measures"]["head"] == {"right": 24, "of": 24, "accuracy": 1.0}
    assert [e["verdict"] for e in value["errors"]] == ["wrong", "missed"] * 2
    assert {c["change"] for c in value["changes"]} == {"lost", "newly false"}
    assert set(as_json(right)) == {
        "measures",
        "documents",
        "nature",
        "intervals",
        "confusion",
        "agreement",
        "failures",
    }


def test_gains_and_losses_against_a_baseline(damaged: Evaluation, right: Evaluation, tmp_path: Path) -> None:
    save(damaged, tmp_path / "damaged.json")
    save(right, tmp_path / "right.json")
    gains = compare(right, load(tmp_path / "damaged.json"))
    losses = compare(damaged, load(tmp_path / "right.json"))
    changes = [(d.change, d.judgement.measure, d.judgement.start) for d in gains if d.document.endswith("/a")]
    assert changes == [
        ("found", "dates.strict", 25),
        ("found", "dates.strict", 53),
        ("no longer false", "references.span", 36),
    ]
    assert [d.change for d in losses if d.document.endswith("/b")] == ["lost", "lost", "newly false"]
    text = shown(damaged, load(tmp_path / "right.json"), losses)
    assert row(text, "dates: span, kind, bounds")[-1] == "-0.429"
    assert row(text, "units: exact span")[-1] == "="
    assert f"{damaged.documents[0].name}  lost: 2" in text


def test_a_run_against_itself_has_no_gain_and_no_loss(damaged: Evaluation, tmp_path: Path) -> None:
    save(damaged, tmp_path / "base.json")
    assert compare(damaged, load(tmp_path / "base.json")) == []
    assert "no gain and no loss" in shown(damaged, load(tmp_path / "base.json"), [])


def test_saving_twice_gives_the_same_bytes(damaged: Evaluation, tmp_path: Path) -> None:
    for name in ("one", "two"):
        save(damaged, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize("content", [None, "", "{}", '{"format": "other/2", "documents": {}}'])
def test_a_bad_baseline_is_named(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "base.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(BaselineError, match=r"base\.json: n"):
        load(path)


def test_measures_are_selected_by_group_or_key() -> None:
    assert selected(["references", "units.kind", "units"]) == (
        "references.span", "units.kind", "units.span", "units.role", "units.canonical",
    )  # fmt: skip
    with pytest.raises(ValueError, match="'unit' is nothing that is measured"):
        selected(["unit"])
