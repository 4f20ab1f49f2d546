"""Label Studio's JSON export ("JSON", not "JSON-MIN") → tasks with the regions, relations and fields that people left.

The format: https://labelstud.io/guide/task_format
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bulletin_nlp.evaluate.labelstudio.offsets import Places
from bulletin_nlp.export.labelstudio_config import HEAD_PREFIX


class LabelStudioError(ValueError):
    """A file or task that is no export of our tasks: `file, task N, annotation M: what is wrong, what to do`."""


@dataclass(frozen=True, slots=True)
class Region:
    """A labelled stretch: half-open code points, its label, and the answers to its fields by name."""

    id: str
    start: int
    end: int
    label: str
    answers: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Annotation:
    """What one person made of a task.

    Attributes:
        name: `file, task N, annotation M`.
        at: when it was last changed, ISO; None where the file does not say.
        chosen: somebody marked it as the true one.
        regions: in the order of the text, an outer one before those inside it.
        relations: pairs of region ids, as they were drawn.
        head: fields of the head by name, without prefix; empty where none was filled in.
        remarks: what could not be understood.
    """

    name: str
    at: str | None
    chosen: bool
    regions: tuple[Region, ...]
    relations: tuple[tuple[str, str], ...]
    head: Mapping[str, tuple[str, ...]]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """A task: its name in messages, its data, and its finished annotations, the earliest first."""

    name: str
    text: str
    data: Mapping[str, Any]
    annotations: tuple[Annotation, ...]


def tasks_of(path: Path) -> Iterator[Task | LabelStudioError]:
    """The tasks of an exported file; one that can't be read is an error in its place, and the rest goes on.

    Raises:
        LabelStudioError: the file is no JSON export.
    """
    try:
        content = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise LabelStudioError(f"{path}: no JSON of Label Studio: {error}") from error
    if not isinstance(content, list) or not all(isinstance(entry, dict) for entry in content):
        raise LabelStudioError(f"{path}: no list of tasks; export from Label Studio as JSON")
    for number, entry in enumerate(content, 1):
        name = f"{path}, task {entry.get('id', f'number {number}')}"
        try:
            yield _task(name, entry)
        except LabelStudioError as error:
            yield error
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            yield LabelStudioError(f"{name}: not as Label Studio writes it ({type(error).__name__}: {error})")


def _task(name: str, entry: Mapping[str, Any]) -> Task:
    if "data" not in entry:
        raise LabelStudioError(f"{name}: has no data; export as JSON (JSON-MIN keeps neither ids nor relations)")
    text = entry["data"].get("text")
    if not isinstance(text, str):
        raise LabelStudioError(f"{name}: its data has no text; export tasks that `bulletin export` wrote")
    places = Places(text)
    finished = [one for one in entry.get("annotations") or () if not one.get("was_cancelled")]
    finished.sort(key=lambda one: str(_changed(one) or ""))
    return Task(name, text, entry["data"], tuple(_annotation(name, one, text, places) for one in finished))


def _changed(one: Mapping[str, Any]) -> str | None:
    return one.get("updated_at") or one.get("created_at")


def _annotation(task: str, one: Mapping[str, Any], text: str, places: Places) -> Annotation:
    name = f"{task}, annotation {one['id']}" if "id" in one else task
    remarks: list[str] = []
    labels: dict[str, tuple[int, int, str]] = {}
    answers: dict[str, dict[str, tuple[str, ...]]] = {}
    relations: list[tuple[str, str]] = []
    head: dict[str, tuple[str, ...]] = {}
    for item in one["result"]:
        kind = item["type"]
        if kind == "relation":
            relations.append((item["from_id"], item["to_id"]))
        elif kind == "labels":
            given, place = item["value"]["labels"], _place(name, item["value"], text, places)
            if len(given) != 1:
                remarks.append(f"{name}, {shown(text, *place)}: {len(given)} labels, one is wanted; left out")
            else:
                labels[item["id"]] = (*place, given[0])
        elif item["from_name"].startswith(HEAD_PREFIX):
            head[item["from_name"].removeprefix(HEAD_PREFIX)] = _answers(kind, item["value"])
        else:
            answers.setdefault(item["id"], {})[item["from_name"]] = _answers(kind, item["value"])
    lone = [key for key in answers if key not in labels]
    remarks += [f"{name}: answers of region {key} without a label; left out" for key in lone]
    regions = [Region(key, *labels[key], answers.get(key, {})) for key in labels]
    regions.sort(key=lambda region: (region.start, -region.end))
    chosen = bool(one.get("ground_truth"))
    return Annotation(name, _changed(one), chosen, tuple(regions), tuple(relations), head, tuple(remarks))


def _place(name: str, value: Mapping[str, Any], text: str, places: Places) -> tuple[int, int]:
    start, end, words = int(value["start"]), int(value["end"]), value.get("text")
    found = places.find(start, end, words)
    if found is None:
        says = f"{words!r}" if words is not None else "a region"
        here = text[start:end] if 0 <= start < end else ""
        raise LabelStudioError(
            f"{name}, {start}:{end}: {says} is said to stand there, the text has {here!r}; "
            "was the text of the task changed after the export?"
        )
    return found


def _answers(kind: str, value: Mapping[str, Any]) -> tuple[str, ...]:
    if kind == "taxonomy":
        return tuple(path[-1] for path in value["taxonomy"] if path)
    given: str | Sequence[str] = value["choices" if kind == "choices" else "text"]
    listed = [given] if isinstance(given, str) else given
    return tuple(filter(None, (one.strip() for one in listed)))


def shown(text: str, start: int, end: int) -> str:
    """A place in messages: offsets and the first words."""
    words = text[start:end]
    return f"{start}:{end} 〈{words[:20]}{'…' if len(words) > 20 else ''}〉"
