"""The way home from Label Studio: gold → its tasks, corrected → the same gold; what can't come home is told."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from in_label_studio import exported, region, relation, result_of

from bulletin_nlp import parse
from bulletin_nlp.evaluate import GoldBulletin, discover, judge_document, load_gold, read_gold, tally
from bulletin_nlp.evaluate.gold import GoldSpan
from bulletin_nlp.evaluate.labelstudio import Home, LabelStudioError, agreement_of_annotators, come_home
from bulletin_nlp.export import export

OWN = Path(__file__).parents[2] / "corpora" / "gold" / "own"
TEXT = "关于值班的通报\n𠮷庆镇党政办、县水务局值班值守不到位,𠮷庆镇无人在岗。\n县水务局要在6月底前整改。\n"


def tasks_of(texts: list[str], folder: Path) -> list[dict[str, Any]]:
    """The tasks that our export makes of texts."""
    export([parse(text) for text in texts], "labelstudio", folder / "tasks.json")
    tasks: list[dict[str, Any]] = json.loads((folder / "tasks.json").read_text("utf-8"))
    return tasks


def home_of(entries: object, folder: Path) -> Home:
    (folder / "export.json").write_text(json.dumps(entries), "utf-8")
    return come_home([folder / "export.json"])


def span(words: str, start: int | None = None, text: str = TEXT) -> GoldSpan:
    at = text.index(words) if start is None else start
    return GoldSpan(at, at + len(words), words, None)


def unit(name: str, words: str, **answers: list[str]) -> list[dict[str, Any]]:
    return region(name, "unit", span(words), **{"unit_kind": ["named"], "unit_role": ["criticised"]} | answers)


def finished(result: list[dict[str, Any]], folder: Path, **annotation: Any) -> Home:
    """One task with TEXT and one annotation, come home."""
    return home_of([exported({"data": {"text": TEXT}}, result, **annotation)], folder)


def comparable(gold: GoldBulletin) -> dict[str, object]:
    """Gold by what Label Studio is asked for: genre, noise and the place above the region are not."""
    region = gold.front.region
    problems = [replace(p, units=tuple(sorted(p.units))) for p in gold.problems]
    demands = [replace(r, units=tuple(sorted(r.units)), answers=tuple(sorted(r.answers))) for r in gold.recommendations]
    praise = [replace(a, units=tuple(sorted(a.units))) for a in gold.achievements]
    front = gold.front.model_dump(exclude={"genre", "noise", "codes", "region"})
    return {
        "front": front | {"region": region.name if region else None},
        "text": gold.text,
        "rest": (gold.dates, gold.units, gold.problem_headings, gold.recommendation_headings, gold.references),
        "blaming": (problems, demands, praise),
    }


def test_gold_comes_home_as_it_was(tmp_path: Path) -> None:
    golds = [load_gold(path) for path in discover([OWN])]
    tasks = tasks_of([gold.text for gold in golds], tmp_path)
    entries = [exported(t, result_of(g), n) for n, (t, g) in enumerate(zip(tasks, golds, strict=True), 1)]
    home = home_of(entries, tmp_path)
    assert (home.failures, home.remarks, home.unfinished) == ((), (), 0)
    written = home.write(tmp_path / "gold")
    assert len(written) == len(golds) > 5
    for gold, one, path in zip(golds, home.corrected, written, strict=True):
        assert comparable(one.gold) == comparable(gold)
        again = load_gold(path)
        predicted = parse(gold.text)
        figures = tally(judge_document("", one.gold, predicted).judgements)
        assert tally(judge_document("", again, predicted).judgements) == figures
        if not gold.uses_older_codes:
            assert tally(judge_document("", gold, predicted).judgements) == figures


def test_what_the_program_found_is_gold_when_nobody_objects(tmp_path: Path) -> None:
    text = load_gold(discover([OWN])[0]).text
    [task] = tasks_of([text], tmp_path)
    home = home_of([exported(task, task["predictions"][0]["result"])], tmp_path)
    judged = tally(judge_document("", home.corrected[0].gold, parse(text)).judgements)
    headings = {"problems.heading"}
    wrong = {key for key, count in judged.items() if (count.fp or count.fn) and key not in headings}
    assert home.failures == ()
    assert wrong == set()
    assert judged["units.canonical"].tp > 10
    assert judged["problems.domain"].tp > 3


def test_every_tag_of_the_convention_with_domains(tagged: str, tmp_path: Path) -> None:
    gold = read_gold(tagged, "")
    home = home_of([exported({"data": {"text": gold.text}}, result_of(gold))], tmp_path)
    assert comparable(home.corrected[0].gold) == comparable(gold)
    assert [p.domain for p in home.corrected[0].gold.problems] == [None, ("environment", "human_settlement")]


@pytest.mark.parametrize("form", ["points", "utf-16", "strings"])
def test_offsets_beyond_the_basic_plane(form: str, tmp_path: Path) -> None:
    items = [*unit("u1", "𠮷庆镇党政办"), *unit("u2", "县水务局")]
    for item in items:
        for key in ("start", "end"):
            at = item["value"][key]
            if form == "utf-16":
                at = len(TEXT[:at].encode("utf-16-le")) // 2
            item["value"][key] = str(at) if form == "strings" else at
    home = finished(items, tmp_path)
    assert home.failures == ()
    assert [u.text for u in home.corrected[0].gold.units] == ["𠮷庆镇党政办", "县水务局"]


def test_line_ends_as_the_browser_keeps_them(tmp_path: Path) -> None:
    [item] = region("r", "problem", span("无人在岗。\n县水务局"))
    assert item["value"]["text"] == "无人在岗。\\n县水务局"
    assert finished([item], tmp_path).corrected[0].gold.problems[0].text == "无人在岗。\n县水务局"


def changed(item: dict[str, Any], **value: Any) -> dict[str, Any]:
    return item | {"value": item["value"] | value}


@pytest.mark.parametrize(
    ("result", "told"),
    [
        (
            [changed(unit("u", "县水务局")[0], text="县水利局")],
            ["task 1", "annotation 101", "15:19", "县水利局", "县水务局"],
        ),
        ([changed(unit("u", "县水务局")[0], end=9999)], ["9999"]),
        (region("u", "unit", span("县水务局"), unit_kind=["named"]), ["县水务局", "no unit_role"]),
        (region("d", "date", span("6月底前"), date_kind=["deadline"]), ["6月底前", "no date_grain"]),
        (
            region("d", "date", span("6月底前"), date_kind=["point"], date_grain=["month"], date_end=["6.30"]),
            ["annotation 101", "6.30", "ISO day"],
        ),
        (region("p", "problem", span("无人在岗"), nature=["untidy"]), ["annotation 101", "'untidy'"]),
        (region("p", "problem", span("无人在岗"), domain=["tea"]), ["annotation 101", "'tea'"]),
        ([{"id": "x", "type": "choices", "from_name": "nature"}], ["task 1", "value"]),
    ],
)
def test_a_task_that_is_no_gold_is_a_failure_that_names_task_and_place(
    result: list[dict[str, Any]], told: list[str], tmp_path: Path
) -> None:
    entries = [exported({"data": {"text": TEXT}}, result), exported({"data": {"text": TEXT}}, [], 2)]
    home = home_of(entries, tmp_path)
    [failure] = home.failures
    assert all(word in failure.message for word in told), failure.message
    assert [one.name for one in home.corrected] == ["export/task-2"]


@pytest.mark.parametrize(
    ("result", "told", "kept"),
    [
        (
            [*unit("u", "县水务局"), *region("p", "problem", span("水务局值班值守不到位"))],
            "crosses problem",
            ["problem 水务局值班值守不到位"],
        ),
        (
            [*region("p", "problem", span("县水务局值")), *region("r", "recommendation", span("值班值守不到位"))],
            "crosses recommendation",
            ["rec 值班值守不到位"],
        ),
        (
            [*region("f", "reference", span("县水务局值班")), *unit("u", "县水务局")],
            "stands inside reference",
            ["ref 县水务局值班"],
        ),
        (region("x", "figure", span("无人")), "label 'figure' is none of ours", []),
        ([{**unit("u", "县水务局")[1]}], "without a label", []),
        (
            unit("u", "县水务局", unit_kind=["collective"], canonical=["甲县水务局"]),
            "only a named unit",
            ["unit 县水务局"],
        ),
        ([*unit("u", "县水务局"), relation("u", "gone")], "no region", ["unit 县水务局"]),
        (
            [*unit("u", "县水务局"), *region("f", "reference", span("无人")), relation("u", "f")],
            "which means nothing",
            ["unit 县水务局", "ref 无人"],
        ),
    ],
)
def test_what_tags_can_not_express_is_told(
    result: list[dict[str, Any]], told: str, kept: list[str], tmp_path: Path
) -> None:
    home = finished(result, tmp_path)
    assert home.failures == ()
    [remark] = home.remarks
    assert told in remark
    assert "task 1, annotation 101" in remark
    marks = home.corrected[0].gold.marks
    assert [f"{mark.tag} {mark.text}" for mark in marks] == kept
    assert home.corrected[0].gold.text == TEXT


def test_relations_count_in_either_direction_and_left_out_problems_are_told(tmp_path: Path) -> None:
    result = [
        *unit("u1", "县水务局"),
        *region("p", "problem", span("无人在岗"), nature=["discipline"], nature_more=["order"]),
        *region("r", "recommendation", span("县水务局要在6月底前整改"), due=["2024-06-30"]),
        relation("u1", "p", direction="left", labels=["blames"]),
        relation("p", "r"),
        *region("q", "problem", span("值守不到位")),
        *region("s", "problem", span("值班值守不")),
        relation("r", "q"),
    ]
    home = finished(result, tmp_path)
    gold = home.corrected[0].gold
    assert [p.units for p in gold.problems] == [(), ("县水务局",)]
    assert [r.answers for r in gold.recommendations] == [(2,)]
    assert gold.recommendations[0].due == "2024-06-30"
    crossing, unanswered = home.remarks
    assert "〈值守不到位〉: crosses problem" in crossing
    assert "answers problem" in unanswered


def test_a_heading_without_a_nature_is_neutral(tmp_path: Path) -> None:
    result = [*region("a", "problem_heading", span("值班值守")), *region("b", "recommendation_heading", span("整改"))]
    gold = finished(result, tmp_path).corrected[0].gold
    assert (gold.problem_headings, len(gold.recommendation_headings)) == ((), 1)


def test_an_empty_head_says_nothing_and_a_filled_one_says_all(tmp_path: Path) -> None:
    title = {"id": "t", "from_name": "head_title", "type": "textarea", "value": {"text": ["关于值班的通报"]}}
    assert finished([], tmp_path).corrected[0].gold.front.model_fields_set == {"codes"}
    front = finished([title], tmp_path).corrected[0].gold.front
    assert {"title", "published", "copy_to", "region"} <= front.model_fields_set
    assert (front.title, front.published) == ("关于值班的通报", None)


def test_cancelled_unfinished_and_several_annotations(tmp_path: Path) -> None:
    first = exported({"data": {"text": TEXT}}, unit("u", "县水务局"))
    other = {**first["annotations"][0], "id": 7, "updated_at": "2024-06-01T00:00:00Z"}
    other["result"] = [*unit("u", "县水务局", unit_role=["mentioned"]), *unit("v", "𠮷庆镇党政办")]
    skipped = {**other, "id": 8, "was_cancelled": True, "updated_at": "2025-01-01T00:00:00Z"}
    two = first | {"annotations": [other, first["annotations"][0], skipped]}
    open_ = exported({"data": {"text": TEXT}}, [], 2, was_cancelled=True)
    home = home_of([two, open_, {"id": 3, "data": {"text": TEXT}, "annotations": []}], tmp_path)
    assert home.unfinished == 2
    assert [u.role for u in home.corrected[0].gold.units] == ["criticised", "mentioned"]
    assert any("annotation 7, the latest, counts" in remark for remark in home.remarks)
    agreed = {a.decision: (a.decisions, a.equal) for a in agreement_of_annotators(home.corrected)}
    assert agreed == {"span: unit": (2, 1), "unit_kind": (1, 1), "role": (1, 0), "canonical": (1, 1)}
    two["annotations"][1]["ground_truth"] = True
    starred = home_of([two], tmp_path)
    assert [u.role for u in starred.corrected[0].gold.units] == ["criticised"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{}", "no list of tasks"),
        ("[1]", "no list of tasks"),
        ("[", "no JSON of Label Studio"),
    ],
)
def test_a_file_that_is_no_export(content: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(content, "utf-8")
    with pytest.raises(LabelStudioError, match=told):
        come_home([tmp_path / "a.json"])


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ({"id": 5, "text": TEXT, "label": []}, "task 5: has no data; export as JSON (JSON-MIN"),
        ({"id": 5, "data": {"image": "a.png"}}, "task 5: its data has no text"),
        (exported({"data": {"text": "甲<date>乙"}}, []), "is never closed"),
    ],
)
def test_a_task_of_another_kind_is_a_failure(entry: dict[str, Any], told: str, tmp_path: Path) -> None:
    [failure] = home_of([entry], tmp_path).failures
    assert told in failure.message
