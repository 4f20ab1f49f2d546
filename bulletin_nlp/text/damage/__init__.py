"""Damaged text: which lone characters a conversion dropped, and what the digits that survived can mean."""

from bulletin_nlp.text.damage.detect import Damage, detect
from bulletin_nlp.text.damage.ocr import mend
from bulletin_nlp.text.damage.runs import Reading, read_run

__all__ = ["Damage", "Reading", "detect", "mend", "read_run"]
