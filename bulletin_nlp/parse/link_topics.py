"""What findings and demands are about, by the words that they share."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Set

from bulletin_nlp.parse.link_rules import Rules

Segment = Callable[[str], Iterable[str]]
_WORD = re.compile(r"[一-鿿A-Za-z]+")
_FEWEST_LETTERS = 2


class Topics:
    """How much of what is rare in the bulletin two texts share."""

    def __init__(self, problems: list[str], orders: list[tuple[int, str]], rules: Rules, segment: Segment) -> None:
        self._segment, self._common = segment, rules.common
        self._problems = [self.words(text) for text in problems]
        self._orders = [self.words(text) for _, text in orders]
        together: dict[int, set[str]] = {}
        for (number, _), words in zip(orders, self._orders, strict=True):
            together.setdefault(number, set()).update(words)
        self._demands = [together[number] for number, _ in orders]
        everywhere = Counter(word for words in (*self._problems, *together.values()) for word in words)
        total = len(problems) + len(together)
        self._worth = {word: math.log(total / count) for word, count in everywhere.items()}

    def closeness(self, problem: int, order: int, rules: Rules) -> float:
        """0 … 1: 0 where nothing is shared, a half where the shared words are worth `topic_half`; words of the demand's
        other orders count less."""
        own = self._close(problem, self._orders[order], rules.topic_half)
        return max(own, rules.weights["whole"] * self._close(problem, self._demands[order], rules.topic_half))

    def aimed(self, problem: int, words: frozenset[str], rules: Rules) -> float:
        """The same for what an order says that it is aimed at."""
        return self._close(problem, words, rules.aim_half)

    def _close(self, problem: int, words: Set[str], half: float) -> float:
        worth = sum(self._worth.get(word, 0.0) for word in self._problems[problem] & words)
        return worth / (worth + half)

    def words(self, text: str) -> frozenset[str]:
        """The words of a text that can tell what it is about."""
        found = (word for word in self._segment(text) if len(word) >= _FEWEST_LETTERS and _WORD.fullmatch(word))
        return frozenset(word for word in found if word not in self._common)


def bigrams(text: str) -> Iterable[str]:
    """The pairs of characters of a text that is not cut into words."""
    return (run[i : i + 2] for run in _WORD.findall(text) for i in range(len(run) - 1))
