"""The command line as other programs use it: streams, formats, exit codes, failures as data."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def run() -> Run:
    def call(*arguments: str | Path, stdin: bytes | None = None) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from bulletin_nlp.cli import main; main()", *map(str, arguments)]
        done = subprocess.run(command, input=stdin, capture_output=True, timeout=120, check=False)
        return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())

    return call


def _rows(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_folder_gives_a_line_a_document(run: Run, corpora: Path) -> None:
    done = run("parse", corpora / "samples")
    rows = _rows(done.stdout)
    assert done.returncode == 0
    assert [row["source"]["uri"].rpartition("/")[2] for row in rows] == [  # type: ignore[index]
        "clean.txt",
        "damaged.txt",
        "page.html",
        "plain.txt",
    ]


def test_workers_change_nothing(run: Run, corpora: Path) -> None:
    one = run("parse", corpora / "samples")
    two = run("parse", corpora / "samples", "--workers", "2")
    assert one.stdout == two.stdout


def test_what_is_inside_an_archive_is_parsed_and_what_fails_there_is_named(run: Run, corpora: Path) -> None:
    archive = corpora / "formats" / "zip" / "bulletins.zip"
    done = run("parse", archive, "--workers", "2")
    rows = _rows(done.stdout)
    assert done.returncode == 1
    assert [(row.get("code"), len(row.get("problems", ()))) for row in rows] == [  # type: ignore[arg-type]
        *((None, 7), (None, 7), ("damaged", 0), (None, 7), ("unknown_ending", 0), (None, 7), (None, 7), (None, 7)),
    ]
    assert "bulletins.zip!/2021/坏的.docx: is a damaged ZIP archive" in done.stderr
    assert rows[3]["source"]["uri"] == f"{archive.as_posix()}!/2021/内层.zip!/第9期.html"  # type: ignore[index]
    assert run("parse", archive).stdout == done.stdout


def test_standard_input(run: Run, corpora: Path) -> None:
    data = (corpora / "samples" / "clean.txt").read_bytes()
    [row] = _rows(run("parse", "-", stdin=data).stdout)
    [file] = _rows(run("parse", corpora / "samples" / "clean.txt").stdout)
    assert row["id"] == file["id"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", "empty"),
        ("binary.txt", bytes(range(256)) * 8, "binary"),
        ("other.txt", b"hello world, this is no bulletin at all", "not_a_bulletin"),
        ("missing.txt", None, "missing"),
    ],
)
def test_bad_input_is_a_failure_and_the_rest_is_done(
    run: Run, corpora: Path, tmp_path: Path, name: str, content: bytes | None, code: str
) -> None:
    bad = tmp_path / name
    if content is not None:
        bad.write_bytes(content)
    done = run("parse", bad, corpora / "samples" / "clean.txt")
    failure, bulletin = _rows(done.stdout)
    assert done.returncode == 1
    assert failure["code"] == code
    assert name in str(failure["message"])
    assert name in done.stderr
    assert "Traceback" not in done.stderr
    assert bulletin["schema_version"] == "1.0"


def test_a_folder_without_a_file_is_a_failure(run: Run, tmp_path: Path) -> None:
    done = run("parse", tmp_path)
    assert done.returncode == 1
    assert _rows(done.stdout)[0]["code"] == "no_files"


@pytest.mark.parametrize(
    "arguments",
    [
        ["parse"],
        ["parse", "x.txt", "--format", "xml"],
        ["parse", "x.txt", "--region", "999999"],
        ["parse", "x.txt", "--published", "June"],
        ["schema", "nothing"],
        ["nothing"],
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_with_2(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_output_file_is_whole(run: Run, corpora: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    done = run("parse", corpora / "samples" / "plain.txt", "-o", target, "--format", "json")
    assert done.returncode == 0
    assert done.stdout == ""
    assert len(json.loads(target.read_text("utf-8"))) == 1
    assert not list(tmp_path.glob("*.tmp"))


def test_region_and_day_can_be_given(run: Run, corpora: Path) -> None:
    done = run("parse", corpora / "samples" / "plain.txt", "--region", "巍山县", "--published", "2017-06-20")
    [row] = _rows(done.stdout)
    assert row["head"]["region"]["code"] == "532927"  # type: ignore[index]


def test_explain_is_one_page(run: Run, corpora: Path) -> None:
    done = run("explain", corpora / "samples" / "damaged.txt")
    assert done.returncode == 0
    assert done.stdout.startswith("<!DOCTYPE html>") or done.stdout.startswith("<!doctype html>")
    assert "Content-Security-Policy" in done.stdout


@pytest.mark.parametrize(
    ("name", "day", "canonical"),
    [
        ("县住建局", "2020-01-01", "巍山彝族回族自治县住房和城乡建设局"),
        ("县纪委监委", "2020-01-01", "中共巍山彝族回族自治县纪律检查委员会;巍山彝族回族自治县监察委员会"),
        ("县国土局", "2016-01-01", "巍山彝族回族自治县国土资源局"),
    ],
)
def test_registry_match(run: Run, name: str, day: str, canonical: str) -> None:
    done = run("registry", "match", name, "--region", "532927", "--on", day)
    assert done.returncode == 0
    assert canonical in done.stdout.split("\t")


def test_check_finds_nothing_wrong(run: Run) -> None:
    done = run("check")
    assert done.returncode == 0, done.stdout


def test_help_loads_no_heavy_package() -> None:
    code = (
        "import sys\n"
        "from bulletin_nlp.cli import app\n"
        "heavy = {'spacy', 'jieba', 'pydantic', 'yaml'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("command", ["parse", "explain", "check", "evaluate", "schema", "registry match"])
@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_every_command_is_documented(corpora: Path, readme: str, command: str) -> None:
    assert f"bulletin {command}" in (corpora.parent / readme).read_text("utf-8")
