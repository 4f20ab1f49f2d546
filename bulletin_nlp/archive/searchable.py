"""The form in which texts and words are compared: folded, in small letters, without blanks inside Chinese text.

So full-width and ASCII marks, traditional and simplified characters are the same to a search, and a word is found
also where a line was broken or a blank was put inside it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from bulletin_nlp.text.fold import fold

_CAPITAL = re.compile(r"[A-Z]+")
_GAP = re.compile(r"(?<=[\u3400-\u9fff〇])\s+(?=[\u3400-\u9fff〇])")
END = "\0"
"""Stands behind the last character in the index of pairs, so that it too is the first of a pair."""


def searchable(text: str) -> str:
    """The form of a text, or of a word to look for."""
    return _GAP.sub("", _CAPITAL.sub(lambda m: m[0].lower(), fold(text).replace(END, " ")))


def place_of(word: str) -> re.Pattern[str]:
    """Finds a searchable word in a folded text that still has its blanks."""
    apart = (re.escape(a) + (r"\s*" if _GAP.search(f"{a} {b}") else "") for a, b in pairwise(word))
    return re.compile("".join(apart) + re.escape(word[-1:]), re.IGNORECASE | re.ASCII)


def pairs_of(form: str) -> str:
    """Every two neighbouring characters of a searchable text as tokens of hexadecimal digits, each once."""
    codes = [f"{ord(character):06x}" for character in form + END]
    return " ".join(sorted({a + b for a, b in pairwise(codes)}))


def pair_query(word: str) -> str:
    """The query of the index of pairs for a searchable word of one or two characters."""
    codes = "".join(f"{ord(character):06x}" for character in word)
    return f'"{codes}"' if len(word) > 1 else f'"{codes}" *'


def word_query(word: str) -> str:
    """The query of the trigram index for a searchable word of three characters or more."""
    quoted = word.replace('"', '""')
    return f'"{quoted}"'
