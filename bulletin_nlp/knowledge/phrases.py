"""Phrases: the small notation in which domain experts write what to look for, and the matcher that runs many at once.

A phrase is a row of slots. `方案|计划 ~6 不具体|笼统` reads: one of the words before, then up to six characters of the
same clause, then one of the words after. In full:

- a slot is words separated by `|`; a word may be `@name`, a class of words or a regular expression defined beside;
- slots side by side touch; `~6` between them allows up to six characters without a comma, full stop, `;` or `:`;
  `~~20` allows up to twenty that may include commas;
- a slot ending in `?` may be missing; `!a|b` says that neither may follow here, `<!a|b` that neither may stand before.

Everything is matched on folded text. Gaps are bounded, so a match costs time linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from bulletin_nlp.knowledge.load import KnowledgeError

Label = TypeVar("Label")
_GAP = re.compile(r"(~~?)(\d{1,2})")
_REGEX_SIGNS = re.compile(r"[\\.^$*+?{}\[\]|()]")


@dataclass(frozen=True)
class Phrase:
    """One compiled phrase.

    Attributes:
        source: the phrase as its author wrote it.
        expression: the regular expression it stands for.
        literals: words one of which a text must hold for the phrase to match; empty where none can be told.
    """

    source: str
    expression: str
    literals: frozenset[str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression; compiled when first needed, since of a thousand phrases a bulletin needs a few."""
        return re.compile(self.expression)


class PhraseCompiler:
    """Compiles phrases against named classes of words.

    Args:
        classes: name → a list of words, or a regular expression given as one string.

    Raises:
        KnowledgeError: an expression that does not compile.
    """

    def __init__(self, classes: Mapping[str, str | list[str]]) -> None:
        self._words = {name: value for name, value in classes.items() if isinstance(value, list)}
        self._expressions = {name: value for name, value in classes.items() if isinstance(value, str)}
        for name, expression in self._expressions.items():
            try:
                re.compile(expression)
            except re.error as error:
                raise KnowledgeError(f"class {name!r}: {error}") from error

    def compile(self, source: str) -> Phrase:
        """The phrase of `source`.

        Raises:
            KnowledgeError: an unknown class, an empty slot, or no slot that must be there.
        """
        pieces: list[str] = []
        choices: list[frozenset[str]] = []
        for token in source.split():
            gap = _GAP.fullmatch(token)
            if gap:
                pieces.append(("[^。;\n]" if gap[1] == "~~" else "[^,。;:\n]") + f"{{0,{gap[2]}}}?")
                continue
            pieces.append(self._slot(token, source))
            if not token.endswith("?") and not token.startswith(("!", "<!")):
                choices.append(self._literals(token))
        if not choices:
            raise KnowledgeError(f"phrase {source!r} matches nothing at all; give it a slot that must be there")
        return Phrase(source, "".join(pieces), _most_telling(choices))

    def _slot(self, token: str, source: str) -> str:
        before, after = token.startswith("<!"), token.startswith("!")
        body = token[2:] if before else token[1:] if after else token.removesuffix("?")
        if not all(body.split("|")):
            raise KnowledgeError(f"phrase {source!r}: an empty slot or word")
        if "?" in body:
            raise KnowledgeError(f"phrase {source!r}: `?` may only end a slot; it makes the whole slot optional")
        words = [self._expand(word, source) for word in body.split("|")]
        if before:
            return "".join(f"(?<!{word})" for word in words)
        joined = "|".join(words)
        return f"(?!{joined})" if after else f"(?:{joined})" + ("?" if token.endswith("?") else "")

    def _expand(self, word: str, source: str) -> str:
        if not word.startswith("@"):
            return re.escape(word)
        name = word[1:]
        if name in self._words:
            return "|".join(map(re.escape, sorted(self._words[name], key=len, reverse=True)))
        if name in self._expressions:
            return f"(?:{self._expressions[name]})"
        raise KnowledgeError(f"phrase {source!r}: no class {word!r}")

    def _literals(self, token: str) -> frozenset[str]:
        words: set[str] = set()
        for word in token.split("|"):
            expression = self._expressions.get(word[1:]) if word.startswith("@") else None
            if expression is None:
                words.update(self._words[word[1:]] if word.startswith("@") else [word])
            else:
                branches = expression.split("|")
                if any(_REGEX_SIGNS.search(branch) for branch in branches):
                    return frozenset()
                words.update(branches)
        return frozenset(words)


def _most_telling(choices: list[frozenset[str]]) -> frozenset[str]:
    """The slot whose words are rarest, as told by their length: any slot would do, this one saves the most time."""
    known = [words for words in choices if words]
    return max(known, key=lambda words: (min(map(len, words)), -len(words)), default=frozenset())


class PhraseSet(Generic[Label]):
    """Many labelled phrases, found in one pass over a text.

    Args:
        phrases: compiled phrases with the label that a match carries.
    """

    def __init__(self, phrases: Iterable[tuple[Phrase, Label]]) -> None:
        self._entries = list(phrases)
        self._always: list[int] = []
        self._by_start: dict[str, list[tuple[str, int]]] = {}
        for number, (phrase, _) in enumerate(self._entries):
            if not phrase.literals:
                self._always.append(number)
            for word in phrase.literals:
                self._by_start.setdefault(word[:2], []).append((word, number))

    def find(self, text: str) -> Iterator[tuple[int, int, Phrase, Label]]:
        """Every match of every phrase in folded `text`: start, end (code points, half-open), phrase, label.

        Matches of one phrase do not overlap; matches of different phrases may. Ordered by phrase, then by place.
        """
        for number in sorted(self._candidates(text)):
            phrase, label = self._entries[number]
            for match in phrase.pattern.finditer(text):
                yield match.start(), match.end(), phrase, label

    def _candidates(self, text: str) -> set[int]:
        found = set(self._always)
        by_start = self._by_start
        for place in range(len(text)):
            for key in (text[place : place + 2], text[place]):
                for word, number in by_start.get(key, ()):
                    if number not in found and text.startswith(word, place):
                        found.add(number)
        return found
