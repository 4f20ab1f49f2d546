"""档号 after DA/T 22-2015: Z109-WS·2014-Y-DCS-0001. Assigned by the archivist; built and validated here, never invented.

全宗号 (four characters) - 档案门类代码 · 年度 - 保管期限 - 机构(问题)代码 (three characters, may be absent) - 件号 (four digits).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bulletin_nlp.archive.errors import ArchiveError

_CODE = re.compile(
    r"(?P<fonds>[A-Z0-9]{4})-(?P<category>[A-Z]{2})·(?P<year>[12]\d{3})-(?P<period>Y|D30|D10)"
    r"(?:-(?P<unit>[A-Z0-9]{3}))?-(?P<number>\d{4})"
)
_DOTS = re.compile("[·•・.．]")


@dataclass(frozen=True)
class ReferenceCode:
    """The parts of a 档号, in their order; `unit` is None where a fonds is not divided by office or matter."""

    fonds: str
    category: str
    year: int
    period: str
    unit: str | None
    number: int

    def __str__(self) -> str:
        unit = f"-{self.unit}" if self.unit else ""
        return f"{self.fonds}-{self.category}·{self.year}-{self.period}{unit}-{self.number:04d}"


def read_code(text: str) -> ReferenceCode:
    """A 档号 as written; other dots and dashes, blanks and small letters are forgiven.

    Raises:
        ArchiveError: what is not after the standard.
    """
    plain = _DOTS.sub("·", re.sub(r"[\s]", "", text).replace("—", "-").replace("－", "-")).upper()
    match = _CODE.fullmatch(plain)
    if match is None:
        raise ArchiveError(
            f"{text}: is no 档号 after DA/T 22-2015; write 全宗号-门类·年度-保管期限-机构代码-件号, "
            "such as Z109-WS·2014-Y-DCS-0001 (保管期限: Y, D30 or D10)"
        )
    code = ReferenceCode(
        match["fonds"], match["category"], int(match["year"]), match["period"], match["unit"], int(match["number"])
    )
    if code.number == 0:
        raise ArchiveError(f"{text}: 件号 begins at 0001")
    return code
