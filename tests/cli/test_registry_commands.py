"""`bulletin registry` as people use it: build, edit, parse, review, parse again."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
_COMMAND = [sys.executable, "-c", "from bulletin_nlp.cli import main; main()"]
_ONE = """澄湖县人民政府督查室关于农村公路管护的通报
2019年5月6日
一、存在的问题
(一)县文旅体局至今未报送台账,县财政局未拨付资金。
(二)县文旅体局对巡查工作不重视,县农水局未完成任务。
澄湖县人民政府督查室
2019年5月6日
"""
_TWO = """澄湖县人民政府督查室关于校园安全的通报
2020年9月1日
一、存在的问题
(一)县文旅体局未开展检查,县财政局未配合。
澄湖县人民政府督查室
2020年9月1日
"""


@pytest.fixture(scope="module")
def run() -> Run:
    def call(*arguments: str | Path, answers: str = "") -> subprocess.CompletedProcess[str]:
        command = [*_COMMAND, *map(str, arguments)]
        environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
        return subprocess.run(
            command, input=answers, capture_output=True, timeout=120, check=False, encoding="utf-8", env=environment
        )

    return call


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "1.txt").write_text(_ONE, "utf-8")
    (folder / "2.txt").write_text(_TWO, "utf-8")
    return folder


def _units(output: str) -> dict[str, dict[str, Any]]:
    bulletins = [json.loads(line) for line in output.splitlines()]
    return {unit["span"]["text"]: unit["match"] for bulletin in bulletins for unit in bulletin["units"]}


def _decisions(folder: Path) -> list[dict[str, Any]]:
    path = folder / "regions" / "澄湖县" / "decisions.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_build_edit_parse(run: Run, docs: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    built = run("registry", "build", "--region", "澄湖县", "--knowledge", mine)
    assert built.returncode == 0, built.stderr
    path = mine / "regions" / "澄湖县" / "registry.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    aliases = rows[0].index("aliases")
    [row] = [row for row in rows if row[1] == "澄湖县文化旅游和体育局"]
    [other] = [row for row in rows if row[1] == "澄湖县文化广电旅游体育局"]
    other[aliases] = "县文广旅体局"
    row[1] = "澄湖县文旅体育局"
    with path.open("w", encoding="gb18030", newline="") as file:  # as a spreadsheet saves it
        csv.writer(file).writerows(rows)
    done = run("parse", docs, "--knowledge", mine)
    match = _units(done.stdout)["县文旅体局"]
    assert (match["status"], match["canonical_name"], match["canonical_id"]) == ("matched", "澄湖县文旅体育局", row[0])
    by_file = run("parse", docs, "--registry", path)
    assert _units(by_file.stdout) == _units(done.stdout)


def test_build_is_the_same_twice_and_keeps_what_it_replaces(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "units.csv"
    run("registry", "build", "--region", "532927", "-o", target)
    first = target.read_bytes()
    run("registry", "build", "--region", "532927", "-o", target)
    assert target.read_bytes() == first
    assert [path.name for path in tmp_path.iterdir()] == ["units.csv"]
    target.write_bytes(first + b"edited")
    run("registry", "build", "--region", "532927", "-o", target)
    assert (tmp_path / "units.csv.bak").read_bytes() == first + b"edited"
    lines = run("registry", "build", "--region", "532927", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [row.split(",")[0] for row in first.decode().splitlines()[1:]]


def test_build_only_of_a_day(run: Run) -> None:
    def names(day: str) -> str:
        return run("registry", "build", "--region", "澄湖县", "--date", day).stdout

    assert "澄湖县工商行政管理局" in names("2015-01-01")
    assert "o-" in names("2022-01-01")
    assert ",澄湖县工商行政管理局," not in names("2022-01-01")


def test_an_offices_list_with_bad_rows(run: Run, tmp_path: Path) -> None:
    listed, target = tmp_path / "名录.csv", tmp_path / "units.csv"
    listed.write_bytes(
        "编号,单位名称,简称,成立日期\nA1,县古城保护委员会,县古保委,2015/3/1\nA2,,县某局,\n".encode("gbk")
    )
    done = run("registry", "build", "--region", "澄湖县", "--from", listed, "-o", target)
    assert done.returncode == 1
    assert "row 3 has no name" in done.stderr
    assert "Traceback" not in done.stderr
    [_, first, *rest] = target.read_text("utf-8-sig").splitlines()
    assert first.startswith("A1,澄湖县古城保护委员会,")
    assert len(rest) > 300
    done = run("registry", "build", "--region", "澄湖县", "--from", listed, "--only-listed")
    assert len(done.stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("build", "--region", "鼓楼区"), "several places"),
        (("build", "--region", "999999"), "999999"),
        (("build", "--region", "澄湖"), "full name"),
        (("build", "--region", "澄湖县", "--only-listed"), "--from"),
        (("build", "--region", "澄湖县", "--date", "soon"), "no day"),
        (("list",), "--region"),
        (("add-alias", "县甲乙丙", "县某局", "--region", "../x县", "--knowledge", "."), "no name of a region"),
    ],
)
def test_wrong_usage_says_what_to_do(run: Run, arguments: tuple[str, ...], told: str) -> None:
    done = run("registry", *arguments)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_an_alias_is_used_from_then_on(run: Run, docs: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    before = run("parse", docs, "--knowledge", _made(mine))
    done = run("registry", "add-alias", "县农业农村局", "县农水局", "--region", "澄湖县", "--knowledge", mine)
    assert done.returncode == 0, done.stderr
    after = run("parse", docs, "--knowledge", mine)
    assert _units(before.stdout)["县农水局"]["status"] == "ambiguous"
    assert _units(after.stdout)["县农水局"]["canonical_name"] == "澄湖县农业农村局"
    digests = {json.loads(o.stdout.splitlines()[0])["provenance"]["registry_digest"] for o in (before, after)}
    assert len(digests) == 2
    taken = run("registry", "add-alias", "县财政局", "县农水局", "--region", "澄湖县", "--knowledge", mine)
    assert taken.returncode == 2
    assert "澄湖县农业农村局" in taken.stderr
    found = run("registry", "match", "县农水局", "--region", "澄湖县", "--knowledge", mine)
    assert found.stdout.split("\t")[1:3] == ["matched", "澄湖县农业农村局"]
    listed = run("registry", "list", "--region", "澄湖县", "--knowledge", mine, "--source", "person")
    assert len(listed.stdout.splitlines()) == 2


def _made(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder


def test_match_without_a_region(run: Run) -> None:
    done = run("registry", "match", "巍山县住建局", "县住建局")
    assert done.returncode == 1
    first, second = done.stdout.splitlines()
    assert first.split("\t")[2] == "巍山彝族回族自治县住房和城乡建设局"
    assert second.split("\t")[1] == "unmatched"
    assert "--region" in done.stderr


def test_review_asks_the_most_frequent_first_and_is_obeyed(run: Run, docs: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    done = run("registry", "review", docs, "--knowledge", mine, answers="2\nn 澄湖县农业与水务局\n")
    assert done.returncode == 0, done.stderr
    assert done.stdout.index("县文旅体局  ×3") < done.stdout.index("县农水局  ×1")
    assert "【县文旅体局】" in done.stdout
    assert [row["verdict"] for row in _decisions(mine)] == ["unit", "new-unit"]
    units = _units(run("parse", docs, "--knowledge", mine).stdout)
    assert units["县文旅体局"]["canonical_name"] == _decisions(mine)[0]["unit_name"]
    assert units["县农水局"]["canonical_name"] == "澄湖县农业与水务局"
    again = run("registry", "review", docs, "--knowledge", mine)
    assert "nothing to review" in again.stdout


def test_review_undoes_and_leaves_a_trace(run: Run, docs: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    run("registry", "review", docs, "--knowledge", mine, answers="x\nu\n1\nq\n")
    assert [row["verdict"] for row in _decisions(mine)] == ["not-a-unit", "undo", "unit"]
    units = _units(run("parse", docs, "--knowledge", mine).stdout)
    assert units["县文旅体局"]["status"] == "matched"
    done = run("registry", "review", docs, "--knowledge", mine, answers="u\nq\n")  # of the session before
    assert "undone: 县文旅体局" in done.stdout
    assert _units(run("parse", docs, "--knowledge", mine).stdout)["县文旅体局"]["status"] == "ambiguous"


def test_review_for_a_period(run: Run, docs: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    done = run("registry", "review", docs, "--knowledge", mine, answers="9\n1 2020..2019\n1 2019\n\n")
    assert "a period is written" in done.stdout
    assert "1 decided, 1 left undecided" in done.stdout
    bulletins = run("parse", docs, "--knowledge", mine).stdout.splitlines()
    assert [_units(line)["县文旅体局"]["status"] for line in bulletins] == ["matched", "ambiguous"]


def test_review_looks_for_other_units_and_skips(run: Run, docs: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    run("registry", "review", docs, "--knowledge", mine, answers="n 澄湖县文旅体育局\n/水利\n1\n")
    [_, decision] = _decisions(mine)
    assert decision["surface"] == "县农水局"
    assert "水利" in decision["unit_name"]


def test_review_of_records_and_a_bad_line(run: Run, docs: Path, tmp_path: Path) -> None:
    records, mine = tmp_path / "records.jsonl", tmp_path / "mine"
    parsed = run("parse", docs).stdout
    records.write_text(parsed + '{"no": "record"}\n', "utf-8")
    done = run("registry", "review", records, "--knowledge", mine, answers="x\n")
    assert done.returncode == 1
    assert "line 3 is no record" in done.stderr
    assert "县文旅体局  ×3" in done.stdout
    parsed_again = run("parse", docs, "--knowledge", mine).stdout
    assert "县文旅体局" not in _units(parsed_again)
    remarks = [r["code"] for line in parsed_again.splitlines() for r in json.loads(line)["remarks"]]
    assert remarks.count("not-a-unit") == 3


def test_a_broken_registry_is_a_failure_that_names_the_row(run: Run, docs: Path, tmp_path: Path) -> None:
    home = tmp_path / "mine" / "regions" / "澄湖县"
    home.mkdir(parents=True)
    (home / "registry.csv").write_text("name,valid_from\n澄湖县财政局,soon\n", "utf-8")
    done = run("parse", docs, "--knowledge", tmp_path / "mine")
    assert done.returncode == 1
    assert {json.loads(line)["code"] for line in done.stdout.splitlines()} == {"knowledge"}
    assert "row 2 has a bad valid_from" in done.stderr
    assert run("parse", docs, "--knowledge", tmp_path / "mine", "--region", "澄湖县").returncode == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
def test_review_in_a_terminal(docs: Path, tmp_path: Path) -> None:
    import pty

    mine = tmp_path / "mine"
    parent, child = pty.openpty()
    command = [*_COMMAND, "registry", "review", str(docs), "--knowledge", str(mine)]
    process = subprocess.Popen(command, stdin=child, stdout=child, stderr=child, close_fds=True)
    os.close(child)
    screen = b""
    for answer in (b"2\n", b"q\n"):
        screen += _until(parent, b"q > ")
        os.write(parent, answer)
    screen += _until(parent, b"undecided")
    assert process.wait(60) == 0
    os.close(parent)
    assert "[1/2] 县文旅体局" in screen.decode("utf-8", "replace")
    assert [row["verdict"] for row in _decisions(mine)] == ["unit"]


def _until(terminal: int, words: bytes) -> bytes:
    seen = b""
    while words not in seen:
        seen += os.read(terminal, 4096)
    return seen
