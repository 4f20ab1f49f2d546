"""Damaged text: which lone characters a conversion dropped, and what the digits that survived can mean."""

from bulletin_nlp.text.damage.counts import CountWords, LostCount, lost_counts
from bulletin_nlp.text.damage.detect import Damage, detect
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
    "LostCount",
    "LostMarker",
    "NumberReading",
    "Reading",
    "View",
    "detect",
    "injected",
    "lost_counts",
    "lost_markers",
    "mend",
    "read_numbers",
    "read_run",
    "view",
]
