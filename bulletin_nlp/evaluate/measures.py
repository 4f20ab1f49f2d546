"""What is measured, in the order of the reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bulletin_nlp.evaluate.front_matter import FrontMatter
from bulletin_nlp.evaluate.score import Counts, Judgement


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure by its key, `group.name`.

    Args:
        key: as in `Judgement.measure`.
        label: for people.
        accuracy: one value for one: a single ratio says it all.
        main: listed among the errors, gains and losses, and by document; the others repeat it under another aspect.
    """

    key: str
    label: str
    accuracy: bool = False
    main: bool = False

    @property
    def group(self) -> str:
        """The record type."""
        return self.key.partition(".")[0]


HEAD_FIELDS = tuple(name for name in FrontMatter.model_fields if name not in {"genre", "noise", "codes"})
MEASURES: tuple[Measure, ...] = (
    Measure("grounding.text", "text identical", accuracy=True, main=True),
    Measure("grounding.spans", "spans quote the text", accuracy=True, main=True),
    *(Measure(f"head.{field}", f"head: {field}", accuracy=True, main=True) for field in HEAD_FIELDS),
    Measure("dates.strict", "dates: span, kind, bounds", main=True),
    Measure("dates.span", "dates: span"),
    Measure("dates.kind", "dates found: kind", accuracy=True),
    Measure("dates.interval", "dates found: bounds", accuracy=True),
    Measure("dates.grain", "dates found: grain", accuracy=True),
    Measure("dates.repaired", "dates found: damaged or not", accuracy=True),
    Measure("units.span", "units: exact span", main=True),
    Measure("units.overlap", "units: overlap ≥ ½"),
    Measure("units.named", "units: named, exact"),
    Measure("units.collective", "units: collective, exact"),
    Measure("units.anonymous", "units: anonymous, exact"),
    Measure("units.kind", "units found: kind", accuracy=True, main=True),
    Measure("units.role", "units found: first role", accuracy=True, main=True),
    Measure("units.canonical", "named units found: canonical name", accuracy=True, main=True),
    Measure("problems.overlap", "problems: overlap ≥ ½", main=True),
    Measure("problems.strict", "problems: exact span"),
    Measure("problems.nature", "problems found: nature", main=True),
    Measure("problems.primary", "problems found: primary nature", accuracy=True, main=True),
    Measure("problems.nature_all", "problems: nature, missed and false too"),
    Measure("problems.domain", "problems found: domain, where gold says it"),
    Measure("problems.units", "problems: blamed units", main=True),
    Measure("problems.heading", "judging headings found", accuracy=True),
    Measure("recommendations.overlap", "recommendations: overlap ≥ ½", main=True),
    Measure("recommendations.strict", "recommendations: exact span"),
    Measure("recommendations.heading", "recommendations: heading", main=True),
    Measure("recommendations.units", "recommendations: units", main=True),
    Measure("recommendations.deadline", "recommendations: deadline", main=True),
    Measure("recommendations.links", "recommendations: problems answered", main=True),
    Measure("achievements.overlap", "achievements: overlap ≥ ½", main=True),
    Measure("achievements.strict", "achievements: exact span"),
    Measure("achievements.units", "achievements: units", main=True),
    Measure("references.span", "references: exact span", main=True),
)
BY_KEY = {measure.key: measure for measure in MEASURES}
GROUPS = tuple(dict.fromkeys(measure.group for measure in MEASURES))


def selected(names: Iterable[str]) -> tuple[str, ...]:
    """The measures that groups (its main ones) or keys name.

    Raises:
        ValueError: for a name that is neither.
    """
    keys: list[str] = []
    for name in names:
        if name in BY_KEY:
            keys.append(name)
        elif name in GROUPS:
            keys += [measure.key for measure in MEASURES if measure.group == name and measure.main]
        else:
            raise ValueError(f"{name!r} is nothing that is measured; known are {', '.join((*GROUPS, *BY_KEY))}")
    return tuple(dict.fromkeys(keys))


def whole_head(counts: dict[str, Counts]) -> Counts:
    """The counts of all head fields together."""
    return sum((count for key, count in counts.items() if key.startswith("head.")), Counts())


def only(judgements: Iterable[Judgement], keys: Iterable[str]) -> list[Judgement]:
    """The judgements of some measures."""
    wanted = set(keys)
    return [judgement for judgement in judgements if judgement.measure in wanted]
