"""An annotation of Label Studio → the text with inline tags that gold files have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import yaml

from bulletin_nlp.evaluate.labelstudio.answers import canonical_of, domains_of, nature_of
from bulletin_nlp.evaluate.labelstudio.head import front_of
from bulletin_nlp.evaluate.labelstudio.nest import nested
from bulletin_nlp.evaluate.labelstudio.read import Annotation, LabelStudioError, Region, Task, shown
from bulletin_nlp.evaluate.markup import Marked, MarkupError, read_markup
from bulletin_nlp.export.labelstudio_config import RELATIONS

_TAGS = {
    "date": "date",
    "unit": "unit",
    "problem": "problem",
    "problem_heading": "phead",
    "recommendation": "rec",
    "recommendation_heading": "rhead",
    "achievement": "good",
    "reference": "ref",
}
# Of regions with equal bounds the one named first here stands outside.
_ORDER = (
    "problem_heading", "recommendation_heading", "problem", "recommendation", "achievement", "reference", "unit", "date",
)  # fmt: skip
_NOT_IN_ATTRIBUTES = frozenset('"<>')


class Tagger:
    """Writes one annotation as a gold file.

    Args:
        task: the task.
        annotation: one of its annotations.
    """

    def __init__(self, task: Task, annotation: Annotation) -> None:
        self._task, self._annotation = task, annotation
        self.remarks: list[str] = list(annotation.remarks)
        self._regions = {region.id: region for region in self._taken()}
        self._links = self._linked()
        problems = [region for region in self._regions.values() if region.label == "problem"]
        self._ordinals = {region.id: number for number, region in enumerate(problems, 1)}

    def file(self) -> str:
        """The whole gold file, front matter first. What it can't express is in `remarks`.

        Raises:
            LabelStudioError: the text itself holds what the convention takes for a tag, or an answer is missing.
        """
        front = yaml.safe_dump(front_of(self._task, self._annotation), allow_unicode=True, sort_keys=False, width=1000)
        return f"---\n{front}---\n{self._body()}"

    def _taken(self) -> list[Region]:
        known = []
        for region in self._annotation.regions:
            if region.label not in _TAGS:
                self._remark(region, f"the label {region.label!r} is none of ours; left out")
            elif region.label != "problem_heading" or nature_of(region):  # one without a nature is neutral, so untagged
                known.append(region)
        known.sort(key=lambda region: (region.start, -region.end, _ORDER.index(region.label)))
        kept, left = nested(known)
        for region, other in left:
            what = "stands inside" if other.start <= region.start and region.end <= other.end else "crosses"
            place = shown(self._task.text, other.start, other.end)
            self._remark(region, f"{what} {other.label} {place}, which tags can't express; left out")
        return kept

    def _linked(self) -> Mapping[tuple[str, str], list[Region]]:
        """What each region is related to, by its id and the label of the other end, in the order of the text."""
        labels = {region.id: region for region in self._annotation.regions}
        found: dict[tuple[str, str], list[Region]] = {}
        for ends in self._annotation.relations:
            first, second = (labels.get(end) for end in ends)
            if first is None or second is None:
                self.remarks.append(f"{self._annotation.name}: a relation with an end that is no region; left out")
            elif (first.label, second.label) in RELATIONS:
                found.setdefault((first.id, second.label), []).append(second)
            elif (second.label, first.label) in RELATIONS:
                found.setdefault((second.id, first.label), []).append(first)
            else:
                self._remark(first, f"is related to {second.label}, which means nothing; left out")
        for regions in found.values():
            regions.sort(key=lambda region: (region.start, region.end))
        return found

    def _body(self) -> str:
        text, pieces, at = self._task.text, [], 0
        inside: list[Region] = []

        def close(until: int) -> int:
            position = at
            while inside and inside[-1].end <= until:
                region = inside.pop()
                pieces.append(f"{text[position : region.end]}</{_TAGS[region.label]}>")
                position = region.end
            return position

        for region in self._regions.values():
            at = close(region.start)
            attributes = "".join(f' {key}="{value}"' for key, value in self._attributes(region).items())
            pieces.append(f"{text[at : region.start]}<{_TAGS[region.label]}{attributes}>")
            at = region.start
            inside.append(region)
        at = close(len(text))
        pieces.append(text[at:])
        body = "".join(pieces)
        if self._read(body).text != text:
            raise LabelStudioError(f"{self._annotation.name}: the text holds what looks like a tag of gold files")
        return body

    def _read(self, body: str) -> Marked:
        try:
            return read_markup(body)
        except MarkupError as error:
            raise LabelStudioError(f"{self._annotation.name}: as a tagged text, line {error.line}: {error}") from error

    def _attributes(self, region: Region) -> dict[str, str]:
        match region.label:
            case "date":
                return self._date(region)
            case "unit":
                return self._unit(region)
            case "problem":
                domains = domains_of(region)
                return {
                    "cat": ",".join(nature_of(region)),
                    **({"domain": ",".join(domains)} if domains else {}),
                    "units": self._surfaces(region),
                }
            case "problem_heading":
                return {"cat": ",".join(nature_of(region))}
            case "recommendation":
                return self._recommendation(region)
            case "achievement":
                return {"units": self._surfaces(region)}
        return {}

    def _date(self, region: Region) -> dict[str, str]:
        kind = self._needed(region, "date_kind")
        first, last = self._one(region, "date_start"), self._one(region, "date_end")
        if kind == "recurring":
            kind, first, last = "deadline", "", ""
        repaired = {"repaired": "1"} if region.answers.get("date_repaired") else {}
        return {"start": first, "end": last, "kind": kind, "grain": self._needed(region, "date_grain"), **repaired}

    def _unit(self, region: Region) -> dict[str, str]:
        kind, role = self._needed(region, "unit_kind"), self._needed(region, "unit_role")
        names = canonical_of(region)
        if names and kind != "named":
            self._remark(region, f"only a named unit has a full name; {';'.join(names)} left out")
            names = ()
        return {"kind": kind, "role": role} | ({"canon": self._sound(region, names)} if names else {})

    def _recommendation(self, region: Region) -> dict[str, str]:
        answered = []
        for problem in self._links.get((region.id, "problem"), ()):
            if problem.id in self._ordinals:
                answered.append(self._ordinals[problem.id])
            else:
                self._remark(region, f"answers problem {shown(self._task.text, problem.start, problem.end)}, left out")
        due = self._one(region, "due")
        return {
            "units": self._surfaces(region),
            **({"due": due} if due else {}),
            **({"to": ",".join(map(str, sorted(set(answered))))} if answered else {}),
        }

    def _surfaces(self, region: Region) -> str:
        units = self._links.get((region.id, "unit"), ())
        return self._sound(region, (self._task.text[unit.start : unit.end] for unit in units))

    def _sound(self, region: Region, values: Iterable[str]) -> str:
        """Values as an attribute holds them; one that it can't hold is told."""
        sound = []
        for value in dict.fromkeys(values):
            if _NOT_IN_ATTRIBUTES & set(value) or ";" in value:
                self._remark(region, f"{value!r} holds a character that attributes can't hold; left out")
            else:
                sound.append(value)
        return ";".join(sound)

    def _needed(self, region: Region, name: str) -> str:
        value = self._one(region, name)
        if not value:
            place = shown(self._task.text, region.start, region.end)
            raise LabelStudioError(f"{self._annotation.name}, {region.label} {place}: has no {name}; fill it in")
        return value

    def _one(self, region: Region, name: str) -> str:
        given = region.answers.get(name, ())
        if len(given) > 1:
            self._remark(region, f"{len(given)} answers to {name}; the first is taken")
        value = given[0] if given else ""
        if _NOT_IN_ATTRIBUTES & set(value):
            place = shown(self._task.text, region.start, region.end)
            raise LabelStudioError(f"{self._annotation.name}, {region.label} {place}: {name} can't be {value!r}")
        return value

    def _remark(self, region: Region, message: str) -> None:
        place = shown(self._task.text, region.start, region.end)
        self.remarks.append(f"{self._annotation.name}, {region.label} {place}: {message}")
