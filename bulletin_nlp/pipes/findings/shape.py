"""Compiled forms for cutting findings and demands out of their sentences."""

from __future__ import annotations

import re

from bulletin_nlp.knowledge import compiled, knowledge

_MOST_LEAD_INS = 3


class Shape:
    """The tables of findings/shape.yaml, compiled; all patterns read folded text."""

    def __init__(self) -> None:
        table = knowledge().table("findings/shape")
        self._lead_in = re.compile("|".join(table["lead_ins"]))
        self._field: dict[str, str] = {word: field for field, words in table["labels"].items() for word in words}
        labels = "|".join(sorted(map(re.escape, self._field), key=len, reverse=True))
        self.label = re.compile(rf"(?<![\u4e00-\u9fff])(?P<label>{labels})\s{{0,3}}:\s{{0,4}}")
        self.modal = re.compile("|".join(sorted(table["modals"], key=len, reverse=True)))
        self.inspection = re.compile("|".join(table["inspections"]))
        self.aim = re.compile("|".join(table["aims"]))
        self.condition = re.compile(rf"(?:{'|'.join(table['conditions']['patterns'])})\Z")
        self.completion = re.compile(rf"(?:{table['completions']})\Z")
        self.assignment = re.compile(rf"(?:{table['assignments']})\Z")
        self.praise_turn = re.compile(rf"(?:{'|'.join(table['praise_turns']['patterns'])})\Z")
        self.at_once = re.compile("|".join(table["at_once"]))
        self.reporting = {side: re.compile(pattern) for side, pattern in table["reporting"].items()}
        self.helpers = {side: re.compile(pattern) for side, pattern in table["helpers"].items()}
        self.answering = frozenset(table["answering"])

    def field(self, label: str) -> str:
        """The field that a label fills."""
        return self._field[label]

    @staticmethod
    def is_label_of_actor(field: str) -> bool:
        """Whether a field names who answers for something or until when it is due, not what it is."""
        return field not in {"content", "finding", "party"}

    def is_lead_in(self, sentence: str) -> bool:
        """Whether a sentence is nothing but words that introduce the next one."""
        return bool(self._lead_in.fullmatch(sentence))

    def without_lead_in(self, folded: str, start: int, end: int) -> int:
        """Where a sentence begins once the words that only introduce it are left out."""
        for _ in range(_MOST_LEAD_INS):
            match = self._lead_in.match(folded, start, end)
            if match is None or match.end() >= end:
                break
            start = match.end()
            while start < end and folded[start].isspace():
                start += 1
        return start


@compiled
def shape() -> Shape:
    """The forms, compiled once a process."""
    return Shape()
