"""`bulletin train` as a user meets it."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bulletin_nlp.cli.app import app

ROWS = "text\tnature\tdomain\n路灯不亮\tfacilities\turban_management\n台账没有签字\trecords\t\n通报要求整改\tnone\t\n"


def test_it_prints_the_passes_and_writes_a_model(tmp_path: Path) -> None:
    pytest.importorskip("scipy")
    for name in ("train_a.tsv", "train_b.tsv", "heldout.tsv"):
        (tmp_path / name).write_text(ROWS, encoding="utf-8")
    target = tmp_path / "out" / "findings.model"
    options = ["-o", str(target), "--report", str(tmp_path / "heldout.tsv")]
    result = CliRunner().invoke(app, ["train", str(tmp_path), *options])
    assert result.exit_code == 0, result.output
    assert "nature, together: train_a left out" in result.stdout
    assert "facilities                   right    1" in result.stdout
    assert target.read_bytes().startswith(b'{"format": "bulletin-findings", "version": 1')


def test_a_folder_without_sentences_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["train", str(tmp_path)])
    assert result.exit_code == 2
    assert "train_*.tsv" in result.output


def test_without_the_extra_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *rest: None if name == "scipy" else found(name, *rest)
    )
    result = CliRunner().invoke(app, ["train", str(tmp_path)])
    assert result.exit_code == 2
    assert "bulletin_nlp[train]" in result.output
