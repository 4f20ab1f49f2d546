"""Exported files → gold, with all that was skipped, left out or failed told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bulletin_nlp.evaluate.evaluation import Named
from bulletin_nlp.evaluate.gold import SUFFIX, GoldBulletin, GoldError, read_gold
from bulletin_nlp.evaluate.labelstudio.read import Annotation, LabelStudioError, Task, tasks_of
from bulletin_nlp.evaluate.labelstudio.tags import Tagger
from bulletin_nlp.records import Failure


@dataclass(frozen=True, slots=True)
class Corrected:
    """A finished task.

    Attributes:
        name: for reports and files, distinct among its kind.
        task: the task.
        annotation: the one that counts.
        raw: it as a gold file.
        gold: that file, read.
        others: the gold of the task's other annotations, the earliest first.
    """

    name: str
    task: Task
    annotation: Annotation
    raw: str
    gold: GoldBulletin
    others: tuple[GoldBulletin, ...]


@dataclass(frozen=True, slots=True)
class Home:
    """What came home: the finished tasks, how many were not, failures, and remarks on what was left out."""

    corrected: tuple[Corrected, ...]
    unfinished: int
    failures: tuple[Failure, ...]
    remarks: tuple[str, ...]

    def gold(self) -> list[Named | Failure]:
        """The gold as `evaluate_gold` takes it, failures after it."""
        return [*((one.name, one.task.name, one.gold) for one in self.corrected), *self.failures]

    def write(self, folder: Path) -> list[Path]:
        """Write the gold as NAME.tagged.txt, character by character, and return the files.

        Raises:
            OSError: the folder can't be written.
        """
        folder.mkdir(parents=True, exist_ok=True)
        paths = [folder / f"{one.name.replace('/', '-')}{SUFFIX}" for one in self.corrected]
        for path, one in zip(paths, self.corrected, strict=True):
            path.write_bytes(one.raw.encode())
        return paths


def come_home(paths: Iterable[Path]) -> Home:
    """Read exported files. Cancelled annotations are skipped; of several the one marked as true counts, else the latest.

    Raises:
        LabelStudioError: a file is no JSON export of Label Studio.
    """
    corrected: list[Corrected] = []
    failures: list[Failure] = []
    remarks: list[str] = []
    names: set[str] = set()
    unfinished = 0
    for path in paths:
        for task in tasks_of(path):
            if isinstance(task, LabelStudioError):
                failures.append(_failure(path, task))
            elif not task.annotations:
                unfinished += 1
            else:
                try:
                    one = _corrected(task, _name(path, task, names), remarks)
                except (LabelStudioError, GoldError) as error:
                    failures.append(_failure(path, error))
                else:
                    names.add(one.name)
                    corrected.append(one)
    return Home(tuple(corrected), unfinished, tuple(failures), tuple(remarks))


def _corrected(task: Task, name: str, remarks: list[str]) -> Corrected:
    ranked = sorted(task.annotations, key=lambda one: one.chosen)
    *rest, last = ranked
    tagger = Tagger(task, last)
    raw = tagger.file()
    gold = read_gold(raw, last.name)
    remarks += tagger.remarks
    if rest:
        why = "marked as true" if last.chosen else "latest"
        remarks.append(f"{task.name}: {len(ranked)} annotations; {last.name.rpartition(', ')[2]}, the {why}, counts")
    others = []
    for one in rest:
        try:
            others.append(read_gold(Tagger(task, one).file(), one.name))
        except (LabelStudioError, GoldError) as error:
            remarks.append(f"{error}; not compared")
    return Corrected(name, task, last, raw, gold, tuple(others))


def _name(path: Path, task: Task, taken: set[str]) -> str:
    """`file/bulletin`, by the id that our export gave; with a number where that is taken."""
    own = re.sub(r"\W+", "-", str(task.data.get("bulletin_id") or task.name.rpartition(", ")[2]))
    name, number = f"{path.stem}/{own}", 1
    while name in taken:
        number += 1
        name = f"{path.stem}/{own}-{number}"
    return name


def _failure(path: Path, error: Exception) -> Failure:
    return Failure(uri=str(path), stage="gold", code="bad-gold", message=str(error))
