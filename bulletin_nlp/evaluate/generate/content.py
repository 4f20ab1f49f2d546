"""What one generated bulletin says: who inspected what, what was found, what must be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from bulletin_nlp.evaluate.generate.county import County, Named, material
from bulletin_nlp.evaluate.generate.tagged import due, point, span, unit, vague

Table = dict[str, Any]


@dataclass(frozen=True)
class Finding:
    """A finding: its tagged sentence without marker and mark, its nature, and the surface that is blamed."""

    sentence: str
    nature: str
    blamed: str

    def problem(self, marker: str = "") -> str:
        """The sentence inside its tag, the marker with it."""
        return f'<problem cat="{self.nature}" units="{self.blamed}">{marker}{self.sentence}</problem>'


@dataclass(frozen=True)
class Demand:
    """A demand: heading, tagged sentence, charged surface, last day, ordinals of the findings it answers."""

    heading: str
    sentence: str
    charged: str
    day: date
    answers: tuple[int, ...]

    def recommendation(self) -> str:
        """The sentence inside its tag."""
        to = ",".join(map(str, self.answers))
        return f'<rec units="{self.charged}" due="{self.day}" to="{to}">{self.sentence}</rec>'


@dataclass(frozen=True)
class Content:
    """All that a layout needs; strings hold tags."""

    county: County
    title: str
    series: str
    year: int
    number: int
    total: int
    published: date
    inspection: str
    supervisors: tuple[str, ...]
    praise: str
    findings: tuple[Finding, ...]
    demands: tuple[Demand, ...]


def content(place: County, number: int, years: tuple[int, int], random: Random) -> Content:
    """Make up one bulletin.

    Args:
        place: whose it is.
        number: its running number in the corpus; the issue number follows from it.
        years: the first and the last year.
        random: seeded.
    """
    table = material()
    span_of_years = years[1] - years[0] + 1
    year, issue = years[0] + number % span_of_years, number // span_of_years + 1
    published = date(year, 1, 1) + timedelta(days=min(340, 10 + issue * 7 % 330) + random.randrange(5))
    topic = random.choice(table["topics"])
    units = [*place.departments(year), *(Named(town, place.name + town) for town in place.towns)]
    random.shuffle(units)
    first = published - timedelta(days=random.randint(8, 14))
    last = first + timedelta(days=random.randint(1, 5))
    findings = tuple(_finding(table, topic, units[i], first, random) for i in range(random.randint(3, 7)))
    demands = tuple(_demands(table, topic, units, findings, published, random))
    good = units[-1]
    praise = _filled(random.choice(table["praises"]), topic, random, unit(good, "praised"), first, published)
    objects = random.sample(topic["objects"], 2)
    return Content(
        county=place,
        title=f"关于{place.name}{objects[0]}和{objects[1]}情况的督查通报",
        series="政务督查通报",
        year=year,
        number=issue,
        total=issue + 20 * (year - years[0]),
        published=published,
        inspection=_range(first, last),
        supervisors=(unit(place.organ("县政府督查室"), "supervisor"), unit(units[-2], "supervisor")),
        praise=f'<good units="{good.surface}">{praise}</good>',
        findings=findings,
        demands=demands,
    )


def _range(first: date, last: date) -> str:
    end = f"{last.day}日" if last.month == first.month else f"{last.month}月{last.day}日"
    return span(first, last, f"{first.month}月{first.day}日至{end}")


def _finding(table: Table, topic: Table, named: Named, day: date, random: Random) -> Finding:
    nature = random.choice(list(table["findings"]))
    anonymous = random.random() < 0.2
    surface = random.choice(table["vague"]) if anonymous else named.surface
    tag = vague(surface, "criticised") if anonymous else unit(named, "criticised")
    sentence = _filled(random.choice(table["findings"][nature]), topic, random, tag, day, day)
    return Finding(sentence, nature, surface)


def _demands(
    table: Table, topic: Table, units: list[Named], findings: tuple[Finding, ...], published: date, random: Random
) -> Iterator[Demand]:
    chosen = random.sample(table["demands"], min(len(table["demands"]), random.randint(2, 4)))
    for number, (heading, template) in enumerate(chosen):
        finding = findings[number % len(findings)]
        named = next((u for u in units if u.surface == finding.blamed), units[0])
        answers = (number + 1,) if named.surface == finding.blamed and number < len(findings) else ()
        day = published + timedelta(days=random.randint(7, 40))
        sentence = _filled(template, topic, random, unit(named, "responsible"), published, day)
        yield Demand(heading, sentence, named.surface, day, answers)


def _filled(template: str, topic: Table, random: Random, tag: str, day: date, deadline: date) -> str:
    many = random.randint(12, 96)
    return template.replace("{due}前", due(deadline)).format(
        unit=tag,
        object=random.choice(topic["objects"]),
        place=random.choice(material()["places"]["spots"]),
        n=many,
        m=random.randint(2, many - 3),
        day=point(day, f"{day.month}月{day.day}日"),
    )
