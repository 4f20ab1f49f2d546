"""`bulletin evaluate --from-labelstudio` as people use it, and decisions that `bulletin parse` obeys."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from in_label_studio import exported, result_of

from bulletin_nlp.evaluate import discover, load_gold

ROOT = Path(__file__).parents[2]
_COMMAND = [sys.executable, "-c", "from bulletin_nlp.cli import main; main()"]
_BULLETIN = """澄湖县人民政府督查室关于{topic}的通报
{year}年5月6日
一、存在的问题
(一)县文旅体局至今未报送台账,县财政局未拨付资金。
(二)石门镇值班值守不到位,镇政府未开展检查,县四好办未完成任务。
澄湖县人民政府督查室
{year}年5月6日
"""


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*_COMMAND, *map(str, arguments)],
        capture_output=True,
        timeout=120,
        check=False,
        encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8", "COLUMNS": "200"},
    )


def export_of(*paths: Path, to: Path) -> list[dict[str, Any]]:
    """Tasks as the command writes them."""
    done = run("export", *paths, "--to", "labelstudio", "-o", to)
    assert done.returncode == 0, done.stderr
    tasks: list[dict[str, Any]] = json.loads(to.read_text("utf-8"))
    return tasks


def corrected(task: dict[str, Any], names: dict[str, str], number: int = 1, **annotation: Any) -> dict[str, Any]:
    """The task as a person leaves it who only gives some surfaces other full names."""
    result = [item for item in task["predictions"][0]["result"] if item["from_name" if "from_name" in item else "type"]]
    words = {r["id"]: r["value"]["text"] for r in result if r["type"] == "labels"}
    places = {r["id"]: r["value"] for r in result if r["type"] == "labels"}
    kept = [r for r in result if not (r.get("from_name") == "canonical" and words[r["id"]] in names)]
    for key, said in words.items():
        if said in names and places[key]["labels"] == ["unit"]:
            value = {"start": places[key]["start"], "end": places[key]["end"], "text": [names[said]]}
            kept.append({"id": key, "from_name": "canonical", "to_name": "text", "type": "textarea", "value": value})
    return exported(task, kept, number, **annotation)


def matches(knowledge: Path, path: Path) -> dict[str, dict[str, Any]]:
    done = run("parse", path, "--knowledge", knowledge, "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    return {unit["span"]["text"]: unit["match"] for unit in json.loads(done.stdout)["units"]}


def test_same_figures_from_the_export_and_from_the_files_that_it_gave(tmp_path: Path) -> None:
    golds = [load_gold(path) for path in discover([ROOT / "corpora" / "gold" / "own"])][:2]
    for number, gold in enumerate(golds):
        (tmp_path / f"{number}.txt").write_bytes(gold.text.encode())
    tasks = export_of(*(tmp_path / f"{n}.txt" for n in range(len(golds))), to=tmp_path / "tasks.json")
    by_text = {task["data"]["text"]: task for task in tasks}
    entries = [exported(by_text[gold.text], result_of(gold), n) for n, gold in enumerate(golds, 1)]
    entries.append(exported(tasks[0], [], 9, was_cancelled=True))
    (tmp_path / "export.json").write_text(json.dumps(entries), "utf-8")
    home = run(
        "evaluate", "--from-labelstudio", tmp_path / "export.json", "--gold-out", tmp_path / "gold", "--format", "json"
    )
    assert home.returncode == 0, home.stderr
    assert "2 finished tasks, 1 unfinished, 0 failed" in home.stderr
    files = run("evaluate", tmp_path / "gold", "--format", "json")
    given, read = json.loads(home.stdout), json.loads(files.stdout)
    assert given["measures"] == read["measures"]
    assert given["measures"]["units.span"]["tp"] > 20
    assert [*given["documents"].values()] == [*read["documents"].values()]


def test_decisions_come_home_and_are_obeyed(tmp_path: Path) -> None:
    document, export, mine = tmp_path / "1.txt", tmp_path / "export.json", tmp_path / "my"
    document.write_text(_BULLETIN.format(topic="农村公路", year=2019), "utf-8")
    [task] = export_of(document, to=tmp_path / "tasks.json")
    names = {
        "县文旅体局": "澄湖县文化广电旅游体育局",
        "县四好办": "四好农村路攻坚指挥部",
        "镇政府": "澄湖县石门镇人民政府",
    }
    export.write_text(json.dumps([corrected(task, names)]), "utf-8")
    done = run("evaluate", "--from-labelstudio", export, "--decisions", mine)
    assert done.returncode == 0, done.stderr
    assert "镇政府 is 澄湖县石门镇人民政府 in its context only; undecided" in done.stderr
    rows = [json.loads(r) for r in (mine / "regions/澄湖县/decisions.jsonl").read_text("utf-8").splitlines()]
    decided = {row["surface"]: row for row in rows}
    assert "镇政府" not in decided
    assert decided["县四好办"]["verdict"] == "new-unit"
    assert decided["县四好办"]["at"] == "2024-05-06T07:08:09.1Z"
    assert decided["县财政局"]["unit_name"] == "澄湖县财政局"
    found = matches(mine, document)
    for surface in ("县文旅体局", "县四好办"):
        assert found[surface]["status"] == "matched"
        assert found[surface]["canonical_name"] == names[surface]
        assert found[surface]["basis"].startswith("decision")
    assert found["县财政局"]["status"] == "matched"
    before = (mine / "regions/澄湖县/decisions.jsonl").read_bytes()
    again = run("evaluate", "--from-labelstudio", export, "--decisions", mine)
    assert "0 decisions written" in again.stderr
    assert (mine / "regions/澄湖县/decisions.jsonl").read_bytes() == before


def test_one_surface_with_two_names_is_decided_by_years_or_not_at_all(tmp_path: Path) -> None:
    names = {2016: "澄湖县文体广电旅游局", 2021: "澄湖县文化广电旅游体育局"}
    for year in names:
        (tmp_path / f"{year}.txt").write_text(_BULLETIN.format(topic="农村公路", year=year), "utf-8")
    tasks = export_of(*(tmp_path / f"{year}.txt" for year in names), to=tmp_path / "tasks.json")
    entries = [
        corrected(task, {"县文旅体局": names[int(task["data"]["uri"][-8:-4])]}, n) for n, task in enumerate(tasks, 1)
    ]
    (tmp_path / "two.json").write_text(json.dumps(entries), "utf-8")
    done = run("evaluate", "--from-labelstudio", tmp_path / "two.json", "--decisions", tmp_path / "my")
    assert done.returncode == 0, done.stderr
    for year, name in names.items():
        assert matches(tmp_path / "my", tmp_path / f"{year}.txt")["县文旅体局"]["canonical_name"] == name
    entries = [corrected(tasks[0], {"县文旅体局": name}, n) for n, name in enumerate(names.values(), 1)]
    (tmp_path / "same.json").write_text(json.dumps(entries), "utf-8")
    torn = run("evaluate", "--from-labelstudio", tmp_path / "same.json", "--decisions", tmp_path / "other")
    assert "县文旅体局 is given as 澄湖县文体广电旅游局 and as 澄湖县文化广电旅游体育局; undecided" in torn.stderr


def test_a_decision_holds_no_longer_than_the_name(tmp_path: Path) -> None:
    for year in (2016, 2022):
        text = _BULLETIN.format(topic="农村公路", year=year).replace("县财政局", "县农业局")
        (tmp_path / f"{year}.txt").write_text(text, "utf-8")
    [task] = export_of(tmp_path / "2016.txt", to=tmp_path / "tasks.json")
    (tmp_path / "export.json").write_text(json.dumps([corrected(task, {})]), "utf-8")
    done = run("evaluate", "--from-labelstudio", tmp_path / "export.json", "--decisions", tmp_path / "my")
    assert done.returncode == 0, done.stderr
    then, later = (matches(tmp_path / "my", tmp_path / f"{year}.txt")["县农业局"] for year in (2016, 2022))
    assert (then["status"], then["canonical_name"]) == ("matched", "澄湖县农业局")
    assert (later["status"], later["canonical_name"]) == ("derived", "澄湖县农业农村局")


def test_a_bad_task_gives_exit_code_1_and_the_rest_is_done(tmp_path: Path) -> None:
    task = {"data": {"text": "关于值班的通报\n县水务局未整改。\n"}}
    bad = exported(task, [{"id": "u", "from_name": "label", "to_name": "text", "type": "labels"}], 2)
    bad["annotations"][0]["result"][0]["value"] = {"start": 0, "end": 2, "text": "县水", "labels": ["unit"]}
    (tmp_path / "export.json").write_text(json.dumps([exported(task, []), bad]), "utf-8")
    done = run("evaluate", "--from-labelstudio", tmp_path / "export.json")
    assert done.returncode == 1
    assert "export.json, task 2, annotation 102, 0:2: '县水' is said to stand there, the text has '关于'" in done.stderr
    assert "1 finished tasks, 0 unfinished, 1 failed" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--from-labelstudio", "."], "is a folder"),
        (["a.json", "--gold-out", "gold"], "want --from-labelstudio"),
        (["a.json", "--decisions", "my"], "want --from-labelstudio"),
        (["--from-labelstudio", "a.json", "--damage", "all"], "--gold-out first"),
        (["--from-labelstudio", "a.json"], "no list of tasks"),
    ],
)
def test_wrong_usage(arguments: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.json").write_text("{}", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    done = run("evaluate", *arguments)
    assert done.returncode == 2
    assert told in " ".join(done.stderr.replace("│", " ").split())


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_documented(readme: str) -> None:
    text = (ROOT / readme).read_text("utf-8")
    for words in ("evaluate --from-labelstudio", "--gold-out", "--decisions"):
        assert words in text
