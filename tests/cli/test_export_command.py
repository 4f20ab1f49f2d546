"""`bulletin export` from documents and from records already made."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from bulletin_nlp.cli.app import app
from bulletin_nlp.cli.export import ExportForm
from bulletin_nlp.export import FORMATS

TEXT = "督查通报\n云岭县人民政府督查室　2022年3月10日\n一、存在问题\n（一）县水务局对石门村供水管网破损未维修。\n"


def run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return result.exit_code, result.output


def test_the_command_knows_every_format() -> None:
    assert [form.value for form in ExportForm] == list(FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_documents_and_their_records_give_the_same_export(form: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert run("parse", tmp_path / "a.txt", "-o", tmp_path / "records.jsonl")[0] == 0
    for source, target in (("a.txt", "one"), ("records.jsonl", "two")):
        code, output = run("export", tmp_path / source, "--to", form, "-o", tmp_path / target)
        assert code == 0, output
    one, two = (
        {
            p.name.replace(name, ""): p
            for p in ((tmp_path / name).iterdir() if (tmp_path / name).is_dir() else [tmp_path / name])
        }
        for name in ("one", "two")
    )
    assert one.keys() == two.keys()
    if form not in ("xlsx", "duckdb"):  # these note the time of their making
        assert {k: p.read_bytes() for k, p in one.items()} == {k: p.read_bytes() for k, p in two.items()}


def test_what_failed_is_a_row_and_the_exit_code_tells(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "in" / "b.txt").write_bytes(b"")
    (tmp_path / "bad.jsonl").write_text("{}\n", "utf-8")
    code, output = run("export", tmp_path / "in", tmp_path / "bad.jsonl", "--to", "duckdb", "-o", tmp_path / "x.duckdb")
    assert code == 1
    assert "no record of a bulletin" in output
    connection = duckdb.connect(str(tmp_path / "x.duckdb"), read_only=True)
    assert connection.execute("SELECT code FROM failures ORDER BY number").fetchall() == [("no_record",), ("empty",)]
    assert connection.execute("SELECT count(*) FROM bulletins").fetchone() == (1,)


def test_a_target_that_can_not_be_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    code, output = run("export", tmp_path / "a.txt", "--to", "csv", "-o", tmp_path / "a.txt")
    assert code == 2
    assert "give a new name" in output
