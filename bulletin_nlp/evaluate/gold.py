"""Gold: a bulletin as a person tagged it, read from NAME.tagged.txt.

A file is a YAML front matter between two `---` lines, then the text with inline tags.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import ValidationError

from bulletin_nlp.evaluate.codes import known_codes, known_domains, only_older
from bulletin_nlp.evaluate.front_matter import FrontMatter
from bulletin_nlp.evaluate.markup import Mark, MarkupError, read_markup

SUFFIX = ".tagged.txt"
_FRONT = re.compile(r"---[ \t]*\r?\n(.*?\n|)---[ \t]*\r?\n", re.DOTALL)
_DATE_KINDS = frozenset({"point", "range", "deadline", "fuzzy"})
_GRAINS = frozenset({"day", "ten-days", "week", "month", "quarter", "halfyear", "year"})
_UNIT_KINDS = frozenset({"named", "collective", "anonymous"})
_ROLES = frozenset(
    {"issuer", "supervisor", "inspected", "responsible", "criticised", "praised", "recipient", "mentioned"}
)
# tag → (attributes that must be there, attributes that may be)
_ATTRIBUTES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "date": (frozenset({"start", "end", "kind", "grain"}), frozenset({"repaired"})),
    "unit": (frozenset({"kind", "role"}), frozenset({"canon"})),
    "problem": (frozenset({"cat"}), frozenset({"units", "domain"})),
    "phead": (frozenset({"cat"}), frozenset()),
    "rec": (frozenset(), frozenset({"units", "due", "to"})),
    "rhead": (frozenset(), frozenset()),
    "good": (frozenset(), frozenset({"units"})),
    "ref": (frozenset(), frozenset()),
}


class GoldError(ValueError):
    """A gold file that breaks the convention: `file:line: what is wrong`."""

    def __init__(self, name: str, line: int, message: str) -> None:
        super().__init__(f"{name}:{line}: {message}")


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """A tagged stretch: `text` is `bulletin.text[start:end]`; `parent` the index of the mark around it."""

    start: int
    end: int
    text: str
    parent: int | None


@dataclass(frozen=True, slots=True)
class GoldDate(GoldSpan):
    """A date expression; `first` and `last` are inclusive ISO days or None."""

    kind: str
    first: str | None
    last: str | None
    grain: str
    repaired: bool


@dataclass(frozen=True, slots=True)
class GoldUnit(GoldSpan):
    """A mention of an actor; `canonical` holds the full names, two where one surface names two organs."""

    kind: str
    role: str
    canonical: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldProblem(GoldSpan):
    """A finding: codes, primary first, the surfaces blamed, and its policy domains (None where nothing is said)."""

    nature: tuple[str, ...]
    units: tuple[str, ...]
    domain: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class GoldHeading(GoldSpan):
    """A heading that judges (with its codes), or the heading of a demand (without)."""

    nature: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldRecommendation(GoldSpan):
    """A demand; `answers` are 1-based ordinals of the problems in the order of the text."""

    units: tuple[str, ...]
    due: str | None
    answers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GoldAchievement(GoldSpan):
    """A commended fact and the surfaces praised."""

    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldBulletin:
    """A tagged bulletin. `marks` are all its tags in text order; the typed tuples are views of them."""

    name: str
    text: str
    front: FrontMatter
    marks: tuple[Mark, ...]
    dates: tuple[GoldDate, ...]
    units: tuple[GoldUnit, ...]
    problems: tuple[GoldProblem, ...]
    problem_headings: tuple[GoldHeading, ...]
    recommendations: tuple[GoldRecommendation, ...]
    recommendation_headings: tuple[GoldHeading, ...]
    achievements: tuple[GoldAchievement, ...]
    references: tuple[GoldSpan, ...]

    @property
    def uses_older_codes(self) -> bool:
        """Whether its codes of nature are the older, coarser ones."""
        if self.front.codes is not None:
            return self.front.codes == "older"
        given = (*(p.nature for p in self.problems), *(h.nature for h in self.problem_headings))
        return only_older(code for codes in given for code in codes)


def read_gold(raw: str, name: str, codes: frozenset[str] | None = None) -> GoldBulletin:
    """Read the content of a gold file.

    Args:
        raw: the whole file.
        name: how errors and reports call it.
        codes: the codes of nature that `cat` may use; None for those of the taxonomy and the older ones.

    Raises:
        GoldError: when the file breaks the convention; names line and fault.
    """
    match = _FRONT.match(raw)
    if match is None:
        raise GoldError(name, 1, "no front matter: the file must begin with YAML between two lines of ---")
    front = _front_matter(match.group(1), name)
    try:
        marked = read_markup(raw[match.end() :], first_line=raw.count("\n", 0, match.end()) + 1)
        return _typed(name, marked.text, front, marked.marks, codes or known_codes())
    except MarkupError as error:
        raise GoldError(name, error.line, str(error)) from error


def load_gold(path: Path, codes: frozenset[str] | None = None) -> GoldBulletin:
    """Read a gold file; every character of its text is kept, carriage returns too.

    Raises:
        GoldError: when the file can't be read or breaks the convention.
    """
    try:
        raw = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(str(path), 1, f"not readable as UTF-8: {error}") from error
    return read_gold(raw, str(path), codes)


def discover(paths: Iterable[Path]) -> list[Path]:
    """The gold files among files and below folders, each once, sorted. A file is taken whatever its name."""
    found: set[Path] = set()
    for path in paths:
        found.update(path.rglob(f"*{SUFFIX}") if path.is_dir() else [path])
    return sorted(found)


def _front_matter(text: str, name: str) -> FrontMatter:
    try:
        return FrontMatter.model_validate(yaml.safe_load(text) or {})
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise GoldError(name, line, f"front matter is no YAML: {error.problem}") from error
    except ValidationError as error:
        fault = error.errors()[0]
        key = str(fault["loc"][0]) if fault["loc"] else ""
        line = next((n for n, row in enumerate(text.splitlines(), 2) if row.startswith(f"{key}:")), 1)
        place = ".".join(map(str, fault["loc"]))
        raise GoldError(name, line, f"front matter, {place}: {fault['msg']}") from error


def _typed(name: str, text: str, front: FrontMatter, marks: tuple[Mark, ...], codes: frozenset[str]) -> GoldBulletin:
    of: dict[str, list[Mark]] = {tag: [] for tag in _ATTRIBUTES}
    for mark in marks:
        _check_attributes(mark)
        of[mark.tag].append(mark)
    ordinals = range(1, len(of["problem"]) + 1)
    return GoldBulletin(
        name=name,
        text=text,
        front=front,
        marks=marks,
        dates=tuple(_date(m) for m in of["date"]),
        units=tuple(_unit(m) for m in of["unit"]),
        problems=tuple(
            GoldProblem(*_place(m), _codes(m, codes), _surfaces(m, text), _domains(m)) for m in of["problem"]
        ),
        problem_headings=tuple(GoldHeading(*_place(m), _codes(m, codes)) for m in of["phead"]),
        recommendations=tuple(
            GoldRecommendation(*_place(m), _surfaces(m, text), _day(m, "due"), _answers(m, ordinals)) for m in of["rec"]
        ),
        recommendation_headings=tuple(GoldHeading(*_place(m), ()) for m in of["rhead"]),
        achievements=tuple(GoldAchievement(*_place(m), _surfaces(m, text)) for m in of["good"]),
        references=tuple(GoldSpan(*_place(m)) for m in of["ref"]),
    )


def _place(mark: Mark) -> tuple[int, int, str, int | None]:
    return mark.start, mark.end, mark.text, mark.parent


def _check_attributes(mark: Mark) -> None:
    required, optional = _ATTRIBUTES[mark.tag]
    given = mark.attributes.keys()
    if unknown := given - required - optional:
        raise MarkupError(mark.line, f"<{mark.tag}> knows no attribute {min(unknown)!r}")
    if missing := required - given:
        raise MarkupError(mark.line, f"<{mark.tag}> {mark.text[:20]!r} lacks the attribute {min(missing)!r}")


def _one_of(mark: Mark, key: str, known: frozenset[str]) -> str:
    value = mark.attributes[key]
    if value not in known:
        raise MarkupError(mark.line, f'<{mark.tag} {key}="{value}">: {key} is one of {", ".join(sorted(known))}')
    return value


def _list(mark: Mark, key: str, separator: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in mark.attributes.get(key, "").split(separator))))


def _day(mark: Mark, key: str) -> str | None:
    value = mark.attributes.get(key, "")
    if not value:
        return None
    try:
        if datetime.date.fromisoformat(value).isoformat() == value:
            return value
    except ValueError:
        pass
    raise MarkupError(mark.line, f'<{mark.tag} {key}="{value}">: not an ISO day such as 2017-06-20')


def _date(mark: Mark) -> GoldDate:
    kind, grain = _one_of(mark, "kind", _DATE_KINDS), _one_of(mark, "grain", _GRAINS)
    first, last = _day(mark, "start"), _day(mark, "end")
    if first and last and first > last:
        raise MarkupError(mark.line, f"<date> {mark.text!r} ends on {last}, before it starts on {first}")
    if kind == "deadline" and first:
        raise MarkupError(mark.line, f"<date> {mark.text!r}: a deadline has no start, only the day due as end")
    return GoldDate(*_place(mark), kind, first, last, grain, mark.attributes.get("repaired") == "1")


def _unit(mark: Mark) -> GoldUnit:
    kind, role = _one_of(mark, "kind", _UNIT_KINDS), _one_of(mark, "role", _ROLES)
    canonical = _list(mark, "canon", ";")
    if canonical and kind != "named":
        raise MarkupError(mark.line, f"<unit> {mark.text!r}: only a named unit has a canon")
    return GoldUnit(*_place(mark), kind, role, canonical)


def _codes(mark: Mark, known: frozenset[str]) -> tuple[str, ...]:
    codes = _list(mark, "cat", ",")
    if unknown := [code for code in codes if code not in known]:
        raise MarkupError(mark.line, f"<{mark.tag}>: the taxonomy has no code {unknown[0]!r}")
    return codes


def _domains(mark: Mark) -> tuple[str, ...] | None:
    if "domain" not in mark.attributes:
        return None
    domains = _list(mark, "domain", ",")
    if unknown := [code for code in domains if code not in known_domains()]:
        raise MarkupError(mark.line, f"<{mark.tag}>: the taxonomy has no domain {unknown[0]!r}")
    return domains


def _surfaces(mark: Mark, text: str) -> tuple[str, ...]:
    surfaces = _list(mark, "units", ";")
    if absent := [surface for surface in surfaces if surface not in text]:
        raise MarkupError(mark.line, f"<{mark.tag}>: the text nowhere says {absent[0]!r}, which `units` names")
    return surfaces


def _answers(mark: Mark, ordinals: range) -> tuple[int, ...]:
    answers = []
    for part in _list(mark, "to", ","):
        if not part.isdecimal() or int(part) not in ordinals:
            raise MarkupError(mark.line, f"<rec>: `to` names problem {part!r}; the file has {len(ordinals)} problems")
        answers.append(int(part))
    return tuple(answers)
