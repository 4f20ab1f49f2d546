"""Places listed under one suffix: 渠南、定川两县, 柳荫、北仓、棉纺三个社区."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin_nlp.pipes.units.canvas import CJK
from bulletin_nlp.pipes.units.draft import Draft
from bulletin_nlp.pipes.units.grammar import grammar
from bulletin_nlp.pipes.units.places import name_in

_COUNT = "(?:[两二三四五六七八九十]{1,2}|[0-9]{1,2})个?"
_LISTED = re.compile(
    rf"((?:[{CJK}]{{2,4}}、){{1,12}}[{CJK}]{{2,3}}?)(?:等?{_COUNT}|等)"
    rf"(镇街|乡镇|县区|县市|市县|社区|街道|县|市|区|镇|乡|村)(?![{CJK}]?[级直])"
)
_MIXED = frozenset(["镇街", "乡镇", "县区", "县市", "市县"])


def listed_places(s: str) -> Iterator[Draft]:
    """The places of such lists, each a unit of its own; the name is completed by the suffix where it is one."""
    for match in _LISTED.finditer(s):
        suffix, at = "" if match[2] in _MIXED else match[2], match.start()
        for position, name in enumerate(match[1].split("、")):
            start, end = at, at + len(name)
            if position == 0:
                start = end - len(name_in(s[at:end]))
            stem = s[start:end]
            if stem and not grammar().stop.search(stem) and (position or len(stem) <= 3):
                yield Draft(start, end, "named", "listed-place", places=[stem + suffix])
            at = end + 1
