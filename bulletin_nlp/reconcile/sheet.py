"""CSV as offices and spreadsheets write it: bytes → rows of cells, and back without losing what was there."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass, field

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.text.fold import fold

_ENCODINGS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DELIMITERS = ",\t;，|"
_FORMULA = re.compile(r'="(.*)"')
_HEADER_WITHIN = 12
_SPREADSHEETS = ((b"PK\x03\x04", "an Excel or zip file"), (b"\xd0\xcf\x11\xe0", "an old Excel file"))
_INVISIBLE = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])


@dataclass
class Sheet:
    """A sheet of cells.

    Attributes:
        rows: every row as it stands, the header and what is above it too; row n of a spreadsheet is `rows[n - 1]`.
        header: the index of the header row, -1 where the sheet is one column of names without a header.
        columns: field → index of its column.
        encoding: how it was written.
        delimiter: what parts its cells.
    """

    rows: list[list[str]]
    header: int
    columns: dict[str, int]
    encoding: str
    delimiter: str
    unknown: list[str] = field(default_factory=list)

    def cell(self, row: list[str], name: str) -> str:
        """The cleaned cell of a field, empty where there is none."""
        index = self.columns.get(name)
        return clean(row[index]) if index is not None and index < len(row) else ""

    def encode(self) -> bytes:
        """The bytes of the sheet, encoded and parted as it was read."""
        stream = io.StringIO()
        csv.writer(stream, delimiter=self.delimiter, lineterminator="\n").writerows(self.rows)
        return stream.getvalue().encode(self.encoding)


@compiled
def _fields() -> dict[str, str]:
    """Header, simplified → field."""
    table: dict[str, list[str]] = knowledge().table("registry/columns")["columns"]
    return {_plain(header): name for name, headers in table.items() for header in headers}


def _plain(header: str) -> str:
    return re.sub(r"[\s*_:：]|\([^()]*\)|\[[^\[\]]*\]", "", fold(clean(header))).lower()


def clean(cell: str) -> str:
    """A cell without what a spreadsheet puts around its value: `="007"`, `'007`, invisible characters."""
    value = cell.translate(_INVISIBLE).replace("\u00a0", " ").replace("\u3000", " ").strip()
    formula = _FORMULA.fullmatch(value)
    return (formula[1] if formula else value.removeprefix("'")).strip()


def read_sheet(data: bytes) -> Sheet:
    """The sheet in the bytes of a CSV file.

    Args:
        data: UTF-8, UTF-16 or GB 18030, with or without a BOM; cells parted by comma, tab, semicolon or `|`.

    Raises:
        ValueError: no text, or no column of names; says what to do.
    """
    for magic, what in _SPREADSHEETS:
        if data.startswith(magic):
            raise ValueError(f"is {what}; save it as CSV (UTF-8) and name that file")
    text, encoding = _decode(data)
    if "\0" in text:
        raise ValueError("is no text; save the list as CSV (UTF-8)")
    first = text.partition("\n")[0]
    told = re.fullmatch(r"\s*sep=(.)\s*", first)
    delimiter = told[1] if told else _delimiter(text)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise ValueError(f"can't be parted into cells ({error}); save it as CSV again") from error
    for number, row in enumerate(rows[:_HEADER_WITHIN]):
        columns: dict[str, int] = {}
        for index, cell in enumerate(row):
            if known := _fields().get(_plain(cell)):
                columns.setdefault(known, index)
        if "name" in columns:
            unknown = [clean(c) for n, c in enumerate(row) if clean(c) and n not in columns.values()]
            return Sheet(rows, number, columns, encoding, delimiter, unknown)
    filled = [row for row in rows if any(clean(cell) for cell in row)]
    if filled and all(sum(bool(clean(cell)) for cell in row) == 1 and clean(row[0]) for row in filled):
        return Sheet(rows, -1, {"name": 0}, encoding, delimiter)
    raise ValueError(
        "has no column of names; head it 单位名称 or name (others: 简称/aliases, 成立日期/valid_from, 撤销日期/valid_to)"
    )


def _decode(data: bytes) -> tuple[str, str]:
    encoding = next((name for mark, name in _ENCODINGS if data.startswith(mark)), None)
    for name in (encoding,) if encoding else ("utf-8", "gb18030"):
        try:
            return data.decode(name), name
        except UnicodeDecodeError:
            continue
    raise ValueError("is neither UTF-8 nor GB 18030; save it as CSV (UTF-8)")


def _delimiter(text: str) -> str:
    """The delimiter that occurs on most of the first lines."""
    lines = [line for line in text.splitlines()[:40] if line.strip()]
    counts = Counter({mark: sum(mark in line for line in lines) for mark in _DELIMITERS})
    header = next(
        (line for line in lines if any(_plain(c) in _fields() for c in re.split(f"[{_DELIMITERS}]", line))), ""
    )
    told = [mark for mark in _DELIMITERS if mark in header]
    return max(told, key=header.count) if told else (counts.most_common(1)[0][0] if lines else ",")
