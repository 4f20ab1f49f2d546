"""Scanned pages: what optical recognition gives of a page at 200 dots an inch."""

from __future__ import annotations

from pathlib import Path

import pytest
from rapidfuzz.distance import Levenshtein

from bulletin_nlp.parse import parse
from bulletin_nlp.read.paged.extras import missing

FORMATS = Path(__file__).parents[2] / "corpora" / "formats"

pytestmark = pytest.mark.skipif(missing("ocr") is not None, reason="the extra `ocr` is not installed")


def test_a_scan_gives_the_characters_and_the_problems_of_the_text() -> None:
    text = (FORMATS / "bulletin.txt").read_text("utf-8")
    scanned, typed = parse((FORMATS / "pdf/scan.pdf").read_bytes()), parse(text)
    same = 1 - Levenshtein.normalized_distance("".join(text.split()), "".join(scanned.text.split()))
    assert same >= 0.95
    assert [p.span.text for p in scanned.problems] == [p.span.text for p in typed.problems]
    assert [p.nature for p in scanned.problems] == [p.nature for p in typed.problems]
    assert [d.deadline for d in scanned.recommendations] == [d.deadline for d in typed.recommendations]


@pytest.mark.parametrize("name", ["jpeg/scan.jpg", "png/scan.png"])
def test_a_picture_gives_the_characters_of_its_page(name: str) -> None:
    text = "".join((FORMATS / "bulletin.txt").read_text("utf-8").split())
    found = "".join(parse((FORMATS / name).read_bytes()).text.split())
    assert 1 - Levenshtein.normalized_distance(text[: len(found)], found) >= 0.95


def test_what_was_not_surely_recognised_is_marked_as_damage() -> None:
    bulletin = parse((FORMATS / "tiff/scan.tif").read_bytes())
    doubtful = [repair for repair in bulletin.repairs if repair.restored is None and repair.certainty < 0.8]
    assert doubtful
    assert all(repair.candidates[0].restored == repair.span.text for repair in doubtful)
