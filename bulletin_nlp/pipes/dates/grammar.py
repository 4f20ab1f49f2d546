"""The date grammar: tables of words in, compiled alternations out, one for each way in which an expression opens."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.pipes.dates.leads import leads
from bulletin_nlp.pipes.dates.normalise import Captured, Fields, Values, fields
from bulletin_nlp.pipes.dates.openings import BY_NUMBER, opening
from bulletin_nlp.pipes.dates.rules import Rule, Rules

_REMEMBERED = 4096
_WORD_TABLES = {
    "yearword": "years",
    "monthword": "months",
    "weekword": "weeks",
    "dayword": "days",
    "monthpart": "month-parts",
    "yearpart": "year-parts",
    "quarterpart": "quarter-parts",
}


class Alternation:
    """The rules that share an opening, compiled to one expression.

    Args:
        rules: in the order in which they are tried.
        values: the value of each word, by field.
    """

    def __init__(self, rules: Sequence[Rule], values: Values) -> None:
        unique = count()
        # Each rule is a group that bears its name; its fields are numbered, since a name may be used once only.
        whole = "|".join(f"(?P<{rule.name}>{rule.form})" for rule in rules)
        self.pattern = re.compile(re.sub(r"\(\?P<([abm]_\w+)>", lambda m: f"(?P<{m[1]}__{next(unique)}>", whole))
        self._groups: list[tuple[int, str, str]] = []
        for name, index in self.pattern.groupindex.items():
            if "__" in name:
                slot, _, field = name.split("__")[0].partition("_")
                self._groups.append((index - 1, slot, field))
        self._values = values
        self._known: dict[tuple[str | None, ...], Fields] = {}

    def fields(self, match: re.Match[str]) -> Fields:
        """What a match of the pattern says. Bulletins say the same few dates again and again, so that is remembered."""
        captured = match.groups()
        found = self._known.get(captured)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            slots: Captured = {"a": {}, "b": {}, "m": {}}
            for index, slot, field in self._groups:
                if (surface := captured[index]) is not None:
                    slots[slot][field] = surface
            found = self._known[captured] = fields(str(match.lastgroup), slots, self._values)
        return found


class Grammar:
    """The grammar of one knowledge.

    Attributes:
        rules: in the order in which they are tried.
        leads: where an expression can begin.
        values: the value of each word, by field.
        guards, cues: patterns of what stands around an expression.
        words: the table `dates/words`.
    """

    def __init__(self, table: Mapping[str, Any], lexicon: Mapping[str, Any], cues: Mapping[str, str]) -> None:
        self.rules: Sequence[Rule] = Rules(table, lexicon).all()
        self._by_opening: dict[str, Alternation | None] = {}
        self._by_rules: dict[frozenset[int], Alternation] = {}
        self.leads = leads(table, lexicon)
        self.words = lexicon
        self.values: dict[str, Mapping[str, Any]] = {
            field: {word: key for key, items in table[name].items() for word in items}
            for field, name in _WORD_TABLES.items()
        }
        self.values["unit"] = {word: key for key, items in lexicon["counted"]["units"].items() for word in items}
        self.values["holiday"] = {word: h["code"] for h in lexicon["holidays"] for word in h["words"]}
        self.values["lunarmonth"] = lexicon["lunar"]["months"]
        self.values |= {"plan": lexicon["plans"]["words"], "plantail": lexicon["plans"]["tail"]}
        counted = lexicon["counted"]
        self.guards = {
            "counted-before": re.compile(f"(?:{counted['guard-before']})$"),
            "counted-behind": re.compile(counted["guard"]),
            "month-name": re.compile(table["month-name"]),
            "issue-behind": re.compile(cues["issue-behind"]),
        }
        self.cues = {name: re.compile(body) for name, body in cues.items()}
        self._holidays: dict[str, Mapping[str, Any]] = {row["code"]: row for row in lexicon["holidays"]}

    def match(self, folded: str, position: int, end: int) -> tuple[re.Match[str], Fields] | None:
        """The match that begins at a position of a folded text and what it says; None where none does."""
        key = opening(folded, position)
        if key not in self._by_opening:
            self._by_opening[key] = self._alternation(key)
        alternation = self._by_opening[key]
        if alternation is None or (found := alternation.pattern.match(folded, position, end)) is None:
            return None
        return found, alternation.fields(found)

    def holiday(self, code: str) -> Mapping[str, Any]:
        """The row of a holiday in the table of words."""
        return self._holidays[code]

    def dateless(self, code: str) -> bool:
        """Whether a holiday's name fixes no single day (两节)."""
        return not {"solar", "lunar", "term"} & set(self.holiday(code))

    def _alternation(self, key: str) -> Alternation | None:
        """The alternation of an opening, compiled once for all openings that share their rules."""
        kind = key if key in BY_NUMBER else key[1:]
        numbers = set(BY_NUMBER) if kind == "number" else {kind} - {""}
        keys = numbers | ({key[0]} if key not in BY_NUMBER else set())
        chosen = frozenset(i for i, rule in enumerate(self.rules) if rule.openings & keys)
        if not chosen:
            return None
        if chosen not in self._by_rules:
            self._by_rules[chosen] = Alternation([self.rules[i] for i in sorted(chosen)], self.values)
        return self._by_rules[chosen]


def match_at(rules: Grammar, folded: str, position: int, end: int) -> re.Match[str] | None:
    """The match of the grammar that begins at a position, if any."""
    found = rules.match(folded, position, end)
    return found[0] if found else None


@compiled
def grammar() -> Grammar:
    """The grammar of the knowledge in force; its alternations are compiled when first needed."""
    source = knowledge()
    return Grammar(*(source.table(f"dates/{name}") for name in ("grammar", "words", "cues")))
