"""`bulletin archive` as an archivist uses it: exit codes, streams, messages; every command documented."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bulletin_nlp.cli.archive import archive as group

Run = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).parent.parent.parent
COMMANDS = sorted(command.name or "" for command in group.registered_commands)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def run(home: Path) -> Run:
    def call(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from bulletin_nlp.cli import main; main()", "archive", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, timeout=120, check=False, text=True, cwd=home)

    done = call("add", ROOT / "corpora" / "samples", "nothere")
    assert (done.returncode, done.stdout) == (1, "archive: 4 added, 0 known already, 1 failed; 4 bulletins are kept\n")
    assert "nothere: there is no such file" in done.stderr
    return call


def _rows(done: subprocess.CompletedProcess[str]) -> list[dict[str, object]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_adding_again_changes_nothing(run: Run) -> None:
    done = run("add", ROOT / "corpora" / "samples", "--workers", "2")
    assert (done.returncode, done.stdout) == (0, "archive: 0 added, 4 known already, 0 failed; 4 bulletins are kept\n")


def test_list_and_search(run: Run) -> None:
    assert len(_rows(run("list"))) == 4
    assert _rows(run("search", "没有这样的词", "--literal")) == []
    [found] = _rows(run("search", "森林防火", "县林业局"))
    assert found["region"] == "岱东县"
    assert found["snippets"]
    table = run("search", "督查", "--format", "csv", "--facets")
    assert next(iter(csv.reader(table.stdout.splitlines())))[:4] == ["id", "published", "region", "title"]
    assert "year: " in table.stderr
    assert len(_rows(run("search", "--unit", "县财政局", "--role", "criticised"))) == 1
    assert len(_rows(run("search", "--overdue", "--on", "2018-05-01"))) == 1


def test_show(run: Run) -> None:
    sample = (ROOT / "corpora" / "samples" / "clean.txt").read_text("utf-8")
    assert run("show", "b-4b7d", "--format", "text").stdout == sample
    assert run("show", "b-4b7d", "--format", "original").stdout == sample
    assert json.loads(run("show", "b-4b7d").stdout)["text"] == sample
    assert "关于全县政府网站" in run("show", "b-4b7d", "--format", "table").stdout
    assert len(_rows(run("show", "b-4b7d", "--format", "events"))) == 4


def test_describe_check_hand_over_take_back(run: Run, home: Path) -> None:
    done = run("describe", "b-4b7d", "--set", "档号=Z109-WS·2022-Y-DCS-0001", "--set", "开放标识=开放")
    assert "2 fields changed" in done.stderr
    assert json.loads(run("show", "Z109-WS·2022-Y-DCS-0001").stdout)["id"].startswith("b-4b7d")
    assert run("describe", "--missing", "--format", "csv", "-o", "todo.csv").returncode == 0
    rows = list(csv.DictReader((home / "todo.csv").read_text("utf-8-sig").splitlines()))
    assert len(rows) == 3
    with (home / "todo.csv").open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0])
        writer.writeheader()
        for number, row in enumerate(rows, 2):
            writer.writerow(row | {"档号": f"Z109-WS·2022-Y-DCS-{number:04d}", "开放标识": "开放"})
    assert "6 fields changed of 3" in run("describe", "--from", "todo.csv").stderr
    assert "4 of 4 bulletins are described completely" in run("describe").stderr
    sound = run("check")
    assert sound.returncode == 0
    assert "真实性 authenticity: ✓" in sound.stderr
    assert run("export", "--bagit", "bag").stdout == "bag: a bag of 4 bulletins, 13 files\n"
    assert run("import", "bag", "--archive", "back").stdout == "back: 4 taken from bag, 0 known already\n"
    assert "归档文件目录" not in run("export", "--to", "catalogue").stdout.splitlines()[0]
    assert len(run("export", "--to", "catalogue").stdout.splitlines()) == 5
    (original,) = (home / "back" / "originals").rglob("4b7d*")
    original.write_bytes(b"forged")
    damaged = run("check", "--archive", "back", "--grade", "fault")
    assert damaged.returncode == 1
    assert "its SHA-256 is not" in damaged.stdout
    assert run("export", "--bagit", "bag2", "--archive", "back").returncode == 2
    assert not (home / "bag2").exists()


def test_sql_stats_report(run: Run, home: Path) -> None:
    [row] = _rows(run("sql", "SELECT count(*) AS n FROM bulletins"))
    assert row == {"n": 4}
    assert {"bulletins", "deadlines"} <= {row["view"] for row in _rows(run("sql"))}
    assert run("sql", "DROP TABLE document").returncode == 2
    assert "█" in run("stats", "--by", "nature").stdout
    assert run("report").returncode == 0
    assert (home / "archive.html").stat().st_size > 5000


def test_reparse_and_diff(run: Run) -> None:
    assert "0 changed, 0 unchanged" in run("reparse").stdout
    done = run("reparse", "--published", "2001-02-03")
    assert "4 changed" in done.stdout
    assert _rows(run("diff", "--rules"))
    assert {row["change"] for row in _rows(run("diff", "b-4b7d"))} <= {"gained", "lost", "changed"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["list", "--archive", "nowhere"], "no archive here"),
        (["show", "b-zzz"], "not in this archive"),
        (["search", "x", "--nature", "nothing"], "no such code"),
        (["search", "x", "--role", "nothing"], "no such role"),
        (["search", "x", "--from", "yesterday"], "is no day"),
        (["export"], "say what"),
        (["stats", "--by", "colour"], "there are year"),
        (["describe", "--set", "备注=x"], "of which bulletin"),
        (["import", "/"], "is no bag"),
    ],
)
def test_wrong_usage(run: Run, arguments: list[str], message: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert message in " ".join(done.stderr.split())


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(readme: str, command: str) -> None:
    assert f"bulletin archive {command}" in (ROOT / readme).read_text("utf-8")
