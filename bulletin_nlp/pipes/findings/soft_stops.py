"""Sentences of text that lost its punctuation: blanks stand where the marks stood."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletin_nlp.pipes.structure.outline import Range
from bulletin_nlp.text.enumerators import inside

_STOP = re.compile(r"[。;,:]")
_BLANK = re.compile(r"(?<=[\u4e00-\u9fff\d%”》)]) {1,2}(?=[\u4e00-\u9fff\d“《])")
_TURN = re.compile(r"(?:但|但是|然而|不过)(?:本次|此次|在)?(?:督查|督察|检查|暗访|巡察|审计|核查|抽查|走访)")
_FEWEST, _LONGEST_CLAUSE = 2, 60


def with_stops(folded: str, paragraphs: Sequence[Range], units: Sequence[tuple[int, int]]) -> str:
    """The text with a mark for each blank of those paragraphs that have blanks and no marks; of the same length.

    A blank between two units lists them (`、`), one before a unit, or before a turn to what an inspection found
    (但督查中发现), closes a sentence (`;`), any other a clause (`,`). Where a paragraph numbers what it says
    (一是 … 二是 …), the numbers close its sentences, and units do not.
    """
    starts, ends = {start for start, _ in units}, {end for _, end in units}
    pieces: list[str] = []
    position = 0
    for paragraph in paragraphs:
        start, end = paragraph["start"], paragraph["end"]
        blanks = list(_BLANK.finditer(folded, start, end))
        if len(blanks) < _FEWEST or _STOP.search(folded, start, end) or (end - start) / len(blanks) > _LONGEST_CLAUSE:
            continue
        items = {marker.start for marker in inside(folded, start, end) if marker.style == "is"}
        closing = items if len(items) >= _FEWEST else starts
        for blank in blanks:
            listed = blank.end() in starts and blank.start() in ends
            mark = "、" if listed else ";" if blank.end() in closing else ","
            mark = ";" if _TURN.match(folded, blank.end()) else mark
            pieces += [folded[position : blank.start()], mark.ljust(blank.end() - blank.start())]
            position = blank.end()
    return "".join([*pieces, folded[position:]])
