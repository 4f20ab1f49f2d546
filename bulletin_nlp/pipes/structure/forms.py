"""The compiled forms of heads, headings and tails, from the tables of the knowledge."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bulletin_nlp.knowledge import Knowledge, compiled, knowledge
from bulletin_nlp.records.section import SectionRole


@dataclass(frozen=True, slots=True)
class Opening:
    """How an unnumbered paragraph that opens a part begins."""

    role: SectionRole
    nested: bool
    pattern: re.Pattern[str]
    rule: str


def _longest_first(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


class Forms:
    """Everything that the structure finder matches; all patterns read folded text."""

    def __init__(self, source: Knowledge) -> None:
        headings, head = source.table("structure/headings"), source.table("structure/head")
        self.keyword_role: dict[str, SectionRole] = {
            word: role for role, words in headings["keywords"].items() for word in words
        }
        self.keywords = re.compile(f"(?=({_longest_first(list(self.keyword_role))}))")
        self.faults = re.compile("|".join(headings["faults"]))
        self.demands = re.compile("|".join(headings["demands"]))
        self.strong: list[tuple[SectionRole, re.Pattern[str]]] = [
            (role, re.compile("|".join(patterns))) for role, patterns in headings["strong"].items()
        ]
        self.openings = [
            Opening(o["role"], o.get("nested", False), re.compile(o["pattern"]), f"opening-{n}")
            for n, o in enumerate(headings["openings"], 1)
        ]
        self.no_heading = re.compile("|".join(headings["no_headings"]["patterns"]))
        self.label_line = re.compile("|".join(headings["label_lines"]["patterns"]))
        self.case_problem = re.compile("|".join(headings["case_problems"]["patterns"]))
        self.turn = re.compile("|".join(headings["turns"]))
        self.label_field: dict[str, str] = {w: field for field, words in head["byline"].items() for w in words}
        self.labels = re.compile(rf"(?<![\u4e00-\u9fff])({_longest_first(list(self.label_field))})\s{{0,3}}:")
        self.breadcrumb = re.compile("|".join(head["breadcrumb"]["lead"]))
        self.crumb_separator = re.compile(head["breadcrumb"]["separators"])
        self.page_line = re.compile("|".join(head["page_lines"]))
        self.classification = re.compile("^(?:" + "|".join(head["classifications"]) + ")")
        self.series = re.compile(rf"(?:{_longest_first(head['series_nouns'])})$")
        self.title_end = re.compile(rf"(?:{_longest_first(head['title_ends'])})(?:\([^()]{{1,12}}\))?$")
        field_of = {word: field for field, words in head["distribution"].items() for word in words}
        self.distribution_field = field_of
        self.distribution = re.compile(
            rf"(?P<label>{'|'.join(r' {0,4}'.join(w) for w in sorted(field_of, key=len, reverse=True))})"
            r"(?:\s{0,4}:|\s{1,4}(?=[\u4e00-\u9fff]{2,}[^。;:\n]{0,120}$))",
            re.MULTILINE,
        )
        self.parallel, self.downward = frozenset(head["parallel"]["labels"]), frozenset(head["parallel"]["beside"])
        self.genres = frozenset(head["genres"])
        self.predicate = re.compile("|".join(head["predicates"]))
        self.organ = re.compile(rf"(?:{_longest_first(head['organ_ends'])})(?:\([^()]{{1,12}}\))?$")
        self.red_tail = re.compile(rf"(?:{_longest_first(head['red_tails'])})$")
        self.imprint = re.compile("|".join(head["imprint"]))
        self.contact = re.compile("|".join(head["contacts"]))


@compiled
def forms() -> Forms:
    """The forms of the knowledge in force."""
    return Forms(knowledge())
