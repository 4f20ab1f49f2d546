"""Damaged text: what a conversion dropped, injected or took for something else, and what was there before.

The text itself is never changed: `detect` says what is damaged, where and how surely; a `View` is a reading of the text
that keeps the place of each character; `read_run`, `read_numbers`, `lost_markers` and `lost_counts` give the restorations
of dates, of issue and document numbers, of enumerators and of counts, with every reading where several stand level.
"""

from bulletin_nlp.text.damage.counts import CountWords, LostCount, lost_counts
from bulletin_nlp.text.damage.detect import Damage, Loss, detect, detect_dates
from bulletin_nlp.text.damage.injected import injected
from bulletin_nlp.text.damage.markers import LostMarker, lost_markers
from bulletin_nlp.text.damage.numbers import NumberReading, read_numbers
from bulletin_nlp.text.damage.ocr import mend
from bulletin_nlp.text.damage.runs import Reading, read_run
from bulletin_nlp.text.damage.view import Instead, View, view

__all__ = [
    "CountWords",
    "Damage",
    "Instead",
    "Loss",
    "LostCount",
    "LostMarker",
    "NumberReading",
    "Reading",
    "View",
    "detect",
    "detect_dates",
    "injected",
    "lost_counts",
    "lost_markers",
    "mend",
    "read_numbers",
    "read_run",
    "view",
]
