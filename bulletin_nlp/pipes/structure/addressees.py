"""The lists of addressees: 主送 under the title, 报 送 发 抄送 at the end.

Sources: GB/T 9704-2012 (7.3.2 主送机关, 7.4.2 抄送机关); the three words of the 简报 form, 报 upwards, 送 beside, 发 downwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin_nlp.pipes.structure.field import field
from bulletin_nlp.pipes.structure.forms import Forms
from bulletin_nlp.pipes.structure.outline import Field

_BLANKS = re.compile(r"\s+")
_LISTED = re.compile(
    r"[,;。]|\s{2,}|(?<=[\u4e00-\u9fff]{3}) (?=[\u4e00-\u9fff]{3})"
    r"|(?<=[局委办室处院部会司组府镇乡县市区门位])\n(?=[\u4e00-\u9fff]{3})"
    r"|(?<=[任席记长])、(?=[县市区州省旗](?:委|政协|人大|政府|纪委|监委))"
)
_CLASS = re.compile(r"各|[县市区州省旗镇乡](?:直|级|属)|驻")
_STANDS_ALONE = re.compile(r"[县市区州省镇乡旗局街各中国]|.{2,10}(?:办|局|委|室|院|部|会|公司)$")


def distribution(folded: str, start: int, end: int, forms: Forms, beside: bool) -> Iterator[Field]:
    """The addressees of a line 报:… 抄送:…

    Args:
        folded: folded text.
        start: where the line begins.
        end: where it ends.
        forms: the forms of the knowledge.
        beside: whether 送 names those beside, because another line says 发.
    """
    label = forms.distribution.match(folded, start, end)
    if label is None:
        return
    word = _BLANKS.sub("", label["label"])
    name = "copy_to" if beside and word in forms.parallel else forms.distribution_field[word]
    yield from addressees(folded, name, label.end(), end)


def says_downward(folded: str, lines: Iterator[tuple[int, int]], forms: Forms) -> bool:
    """Whether one of the distribution lines says 发."""
    labels = (forms.distribution.match(folded, start, end) for start, end in lines)
    return any(label and _BLANKS.sub("", label["label"]) in forms.downward for label in labels)


def addressees(folded: str, name: str, start: int, end: int) -> Iterator[Field]:
    """The addressees of a list: divided at commas; where there is none at 、 before what is a name of its own."""
    stops = [m.span() for m in _LISTED.finditer(folded, start, end) if m.start() > start]
    if not any(folded[after:end].strip() for _, after in stops):
        stops = sorted([*stops, *_commas(folded, start, stops[0][0] if stops else end)])
    position = start
    for stop, following in [*stops, (end, end)]:
        yield from field(name, folded, position, stop, "addressee-list", _joined(folded, position, stop))
        position = following


def _commas(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The 、 that part addressees: before a name of its own; behind 各… only before another class of units."""
    piece = start
    for comma in re.finditer("、", folded[start:end]):
        at = start + comma.start()
        several = folded[piece:at].lstrip().startswith("各")
        if (_CLASS if several else _STANDS_ALONE).match(folded, at + 1, end):
            yield at, at + 1
            piece = at + 1


def _joined(folded: str, start: int, end: int) -> str | None:
    """The words of a stretch whose line was broken; None where it was not."""
    words = folded[start:end].strip()
    return re.sub(r"\n\s*", "", words) if "\n" in words else None
