"""The commands `evaluate`, `check` and `schema`, each as an application of its own, with a stand-in for the parser."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import jsonschema
import pytest
import typer
from typer.testing import CliRunner, Result

from bulletin_nlp.cli.check import check
from bulletin_nlp.cli.evaluate import evaluate
from bulletin_nlp.cli.schema import RECORDS, schema, schema_text
from bulletin_nlp.records import Bulletin, Head, Provenance, Reference, Section, Source, Span

SCHEMAS = Path(__file__).parents[2] / "schemas"
TAGGED = "---\ntitle: 甲通报\n---\n甲通报\n按照<ref>《乙》</ref>和<ref>《丙》</ref>。\n"


def run(command: Callable[..., None], *args: str | Path) -> Result:
    app = typer.Typer()
    app.command()(command)
    return CliRunner().invoke(app, [str(arg) for arg in args])


def bulletin_of(text: str, *titles: str) -> Bulletin:
    def span(quote: str) -> Span:
        start = text.index(quote)
        return Span(start=start, end=start + len(quote), text=quote)

    whole = span(text)
    return Bulletin(
        id="b-" + "0" * 24,
        source=Source(uri="memory:", media_type="text/plain", encoding=None, sha256="0" * 64, bytes=0, reader="text"),
        text=text,
        head=Head(),
        sections=(Section(id="s1", parent=None, level=0, marker=None, heading=None, role="other", span=whole),),
        references=tuple(
            Reference(id=f"f{n}", span=span(title), title=title, kind="document") for n, title in enumerate(titles)
        ),
        provenance=Provenance(version="0", knowledge_digest="", registry_digest=None, taxonomy_version="1"),
    )


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The references that the stand-in finds."""
    titles = ["《乙》"]
    stand_in = ModuleType("bulletin_nlp.parse")

    def parse(text: str, *, knowledge: Path | None = None) -> Bulletin:
        if "raise" in text:
            raise RuntimeError("out of order")
        return bulletin_of(text, *titles)

    stand_in.parse = parse  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "bulletin_nlp.parse", stand_in)
    return titles


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "a.tagged.txt").write_text(TAGGED, encoding="utf-8")
    return folder


def test_figures_as_json(found: list[str], gold: Path) -> None:
    result = run(evaluate, gold, "--format", "json", "--errors", "references")
    assert result.exit_code == 0, result.output
    value = json.loads(result.stdout)
    assert value["measures"]["references.span"] == {
        "tp": 1, "fp": 0, "fn": 1, "precision": 1.0, "recall": 0.5, "f1": 2 / 3,
    }  # fmt: skip
    assert value["measures"]["head.title"]["accuracy"] == 0
    assert [error["expected"] for error in value["errors"]] == ["《丙》"]
    assert "changes" not in value


def test_tables_errors_and_gains_against_a_saved_run(found: list[str], gold: Path, tmp_path: Path) -> None:
    base = tmp_path / "base.json"
    first = run(evaluate, gold, "--save", base, "--errors", "references")
    assert first.exit_code == 0, first.output
    assert "references.span  (1 missed)" in first.stdout
    found.append("《丙》")
    second = run(evaluate, gold / "a.tagged.txt", "--baseline", base)
    assert "+0.333" in second.stdout
    assert "gold/a  found: 1" in second.stdout


def test_a_raising_parser_and_bad_gold_are_reported_and_the_rest_is_done(found: list[str], gold: Path) -> None:
    (gold / "b.tagged.txt").write_text("---\n---\nraise", encoding="utf-8")
    (gold / "c.tagged.txt").write_text("---\n---\n<rec>", encoding="utf-8")
    result = run(evaluate, gold)
    assert result.exit_code == 1
    assert "b.tagged.txt: RuntimeError: out of order" in result.stderr
    assert "c.tagged.txt:3: <rec> is never closed" in result.stderr
    assert "2 bulletins" in result.stdout


def test_wrong_usage_names_what_is_wrong(found: list[str], gold: Path, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    bad = tmp_path / "bad.json"
    bad.write_text("{}")
    for args, message in (
        ([tmp_path / "none"], "tagged bulletins"),
        ([tmp_path / "absent"], "does not exist"),
        ([gold, "--errors", "unit"], "'unit' is nothing"),
        ([gold, "--baseline", bad], "--save"),
    ):
        result = run(evaluate, *args)
        assert result.exit_code == 2
        assert message in re.sub(r"[\s│]+", " ", result.stderr)


def test_check_lists_what_fails(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("rules: [{pattern: 期, examples: [通报]}]", encoding="utf-8")
    result = run(check, "--knowledge", tmp_path)
    assert result.exit_code == 1
    assert "mine.yaml: rules[0]: the example is not found: 通报" in result.stdout
    assert "to mend" in result.stderr


def test_check_of_what_holds_says_so() -> None:
    result = run(check)
    assert result.exit_code == 0, result.output
    assert "taxonomy" in result.stdout


def test_schemas_of_the_repository_are_fresh() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in SCHEMAS.glob("*.schema.json")}
    assert written == {f"{name}.schema.json": schema_text(name) for name in RECORDS}


def test_schema_prints_one_and_writes_all(tmp_path: Path) -> None:
    assert json.loads(run(schema, "failure").stdout)["title"] == "Failure"
    assert json.loads(run(schema).stdout)["title"] == "Bulletin"
    assert run(schema, "--out", tmp_path / "all").exit_code == 0
    assert {p.name for p in (tmp_path / "all").iterdir()} == {f"{name}.schema.json" for name in RECORDS}
    assert run(schema, "unit", "--out", tmp_path / "one").exit_code == 0
    assert [p.name for p in (tmp_path / "one").iterdir()] == ["unit.schema.json"]
    wrong = run(schema, "town")
    assert wrong.exit_code == 2
    assert "'town'" in wrong.stderr


def test_a_written_bulletin_validates_against_its_schema() -> None:
    schema_value = json.loads(schema_text("bulletin"))
    jsonschema.Draft202012Validator.check_schema(schema_value)
    record = json.loads(bulletin_of("甲《乙》", "《乙》").model_dump_json())
    jsonschema.validate(record, schema_value, jsonschema.Draft202012Validator)
    record["units"] = [{"id": 1}]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record, schema_value, jsonschema.Draft202012Validator)
