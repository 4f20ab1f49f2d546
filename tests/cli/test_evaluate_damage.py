"""`bulletin evaluate --damage`: repair measured on simulated damage."""

from __future__ import annotations

import json
from pathlib import Path

import typer
from typer.testing import CliRunner, Result

from bulletin_nlp.cli.evaluate import evaluate

ROOT = Path(__file__).parents[2]
ONE = ROOT / "corpora" / "gold" / "dev_corpus" / "county" / "04.tagged.txt"


def run(*args: str) -> Result:
    app = typer.Typer()
    app.command()(evaluate)
    return CliRunner().invoke(app, [str(ONE), *args])


def test_figures_as_json_follow_the_seed() -> None:
    command = ["--damage", "lost-date-characters,ocr", "--seed", "3", "--rounds", "1", "--format", "json"]
    first, again = run(*command), run(*command)
    assert first.exit_code == 0
    assert first.stdout == again.stdout
    value = json.loads(first.stdout)
    assert {row["damage"] for row in value["figures"]} == {"lost-date-characters", "ocr", "all kinds"}
    assert value["figures"][-1]["pairs"] > 10


def test_a_table_for_people() -> None:
    result = run("--damage", "blanks", "--rounds", "1")
    assert result.exit_code == 0
    assert "blanks" in result.stdout
    assert "restored" in result.stdout


def test_an_unknown_kind_is_a_wrong_use() -> None:
    result = run("--damage", "smudge")
    assert result.exit_code == 2
    assert "smudge" in result.output


def test_documented_in_both_readmes() -> None:
    for name in ("README.md", "README.zh-CN.md"):
        assert "--damage all" in (ROOT / name).read_text("utf-8")
