"""Offsets of Label Studio → code points.

Today it counts code points, as Python does (humansignal/label-studio-frontend, pull request 308); older versions counted
the UTF-16 code units of the browser. The words that it keeps beside the offsets tell which.
"""

from __future__ import annotations

from itertools import accumulate

_BEYOND = 0xFFFF


class Places:
    """Finds the regions of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._units: dict[int, int] = {}
        if any(ord(character) > _BEYOND for character in text):
            ends = accumulate((1 + (ord(character) > _BEYOND) for character in text), initial=0)
            self._units = {unit: point for point, unit in enumerate(ends)}

    def find(self, start: int, end: int, words: str | None) -> tuple[int, int] | None:
        """Where a region lies.

        Args:
            start: as Label Studio says it.
            end: exclusive.
            words: what it says that stands there; None where it says nothing.

        Returns:
            Half-open code points; None where nothing stands there, or other words.
        """
        if self._says(start, end, words):
            return start, end
        first, last = self._units.get(start), self._units.get(end)
        if first is not None and last is not None and self._says(first, last, words):
            return first, last
        return None

    def _says(self, start: int, end: int, words: str | None) -> bool:
        if not 0 <= start < end <= len(self._text):
            return False
        return words is None or _bare(self._text[start:end]) == _bare(words)


def _bare(words: str) -> str:
    r"""Words without blanks: the browser joins runs of them, and a line's end is kept as `\n`, a letter after a stroke."""
    return "".join(words.replace("\\n", " ").replace("\\r", " ").split())
