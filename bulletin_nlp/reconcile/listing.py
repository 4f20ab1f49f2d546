"""Lists of units in files: read with their faults named row by row, and written."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TextIO, cast, get_args

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.reconcile.days import day
from bulletin_nlp.reconcile.registry import Source, Unit, unit_id
from bulletin_nlp.reconcile.sheet import clean, read_sheet

COLUMNS = (
    "id", "name", "aliases", "valid_from", "valid_to", "predecessors", "successors", "parent", "type", "source", "region",
)  # fmt: skip
_LISTS = ("aliases", "predecessors", "successors")
_CJK_GAP = re.compile(r"(?<=[\u4e00-\u9fff()（）])\s+(?=[\u4e00-\u9fff()（）])")


@dataclass
class Listing:
    """What a file of units holds: the units, where each stands, what is wrong, and the digest of its bytes."""

    units: list[Unit]
    rows: list[int]
    faults: list[str] = field(default_factory=list)
    digest: str = ""
    known: dict[tuple[str | None, str], list[int]] = field(default_factory=dict)


@compiled
def _table() -> dict[str, Any]:
    table: dict[str, Any] = knowledge().table("registry/columns")
    return table


def read_list(path: Path) -> Listing:
    """Read a list of units, as CSV of any office or as JSONL.

    Args:
        path: JSONL where it ends in `.jsonl` or `.ndjson`, else CSV.

    Returns:
        The units of all sound rows in their order; each bad row is a fault with its place and remedy.

    Raises:
        ValueError: the file as a whole can't be read; names it and says what to do.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ValueError(f"{path}: not readable: {error.strerror}") from error
    try:
        rows = list(_json_rows(data) if path.suffix in {".jsonl", ".ndjson"} else _csv_rows(data))
    except (ValueError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: {error}") from error
    listing = Listing([], [], digest=hashlib.sha256(data).hexdigest())
    for number, row in rows:
        try:
            unit = unit_of(row)
            _distinct(unit, listing)
        except ValueError as error:
            listing.faults.append(f"{path}: row {number} {error}")
        else:
            listing.units.append(unit)
            listing.rows.append(number)
    return listing


def _json_rows(data: bytes) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(data.decode("utf-8-sig").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise ValueError(f"not JSONL: line {number}: {error}; write one JSON object a line") from error
        if not isinstance(row, dict):
            raise ValueError(f"not JSONL: line {number} is no object; write one JSON object a line")
        yield number, row


def _csv_rows(data: bytes) -> Iterator[tuple[int, dict[str, Any]]]:
    sheet = read_sheet(data)
    header = [clean(cell) for cell in sheet.rows[sheet.header]] if sheet.header >= 0 else None
    headings = re.compile(_table()["headings"]["pattern"])
    for number, row in enumerate(sheet.rows[sheet.header + 1 :], sheet.header + 2):
        filled = [clean(cell) for cell in row if clean(cell)]
        if not filled or [clean(cell) for cell in row] == header:
            continue
        name = sheet.cell(row, "name")
        told = any(sheet.cell(row, column) for column in sheet.columns)
        if headings.match(name or filled[0]) or (not told and len(filled) == 1):
            continue
        yield number, {column: sheet.cell(row, column) for column in COLUMNS}


def unit_of(row: dict[str, Any]) -> Unit:
    """The unit of one row.

    Raises:
        ValueError: what is wrong with the row and what to do; without the name of its file.
    """
    name, others = _names(_text(row.get("name")))
    if not name:
        raise ValueError(f"has no name; fill it in or delete the row; the columns are {', '.join(COLUMNS)}")
    days = {key: _day(row, key) for key in ("valid_from", "valid_to")}
    if days["valid_from"] and days["valid_to"] and days["valid_to"] < days["valid_from"]:
        raise ValueError(f"({name}) ends before it begins: valid_to {row['valid_to']}; mend one of the two days")
    lists = {key: _listed(row.get(key)) for key in _LISTS}
    source = _text(row.get("source")) or "office"
    if source not in get_args(Source):
        source = "office"
    return Unit(
        id=_text(row.get("id")) or unit_id(name),
        name=name,
        aliases=tuple(dict.fromkeys(alias for alias in (*others, *lists["aliases"]) if alias != name)),
        valid_from=days["valid_from"],
        valid_to=days["valid_to"],
        parent=_text(row.get("parent")) or None,
        region=_text(row.get("region")) or None,
        type=_text(row.get("type")) or None,
        predecessors=lists["predecessors"],
        successors=lists["successors"],
        source=cast(Source, source),
    )


def _names(cell: str) -> tuple[str, list[str]]:
    """A cell's name, and the other name that a bracket at its end gives."""
    name = _CJK_GAP.sub("", cell)
    if found := re.search(_table()["other_name"]["pattern"], name):
        return name[: found.start()], [found["name"]]
    return name, []


def _text(value: Any) -> str:
    text = "" if value is None else clean(str(value))
    return "" if text.lower() in {str(word) for word in _table()["empty"]} else text


def _listed(value: Any) -> tuple[str, ...]:
    if isinstance(value, (list, tuple)):
        items = [str(item) for item in value]
    else:
        text = str(value or "")
        marks = ";；" if re.search("[;；]", text) else _table()["separators"]
        items = re.split(f"[{re.escape(marks)}]", text)
    return tuple(dict.fromkeys(text for item in items if (text := _CJK_GAP.sub("", _text(item)))))


def _day(row: dict[str, Any], key: str) -> date | None:
    value = _text(row.get(key))
    try:
        return day(value, last=key == "valid_to") if value else None
    except ValueError as error:
        raise ValueError(f"has a bad {key}: {error}; write 2019-03-01, 2019年3月, or leave it empty") from error


def _distinct(unit: Unit, listing: Listing) -> None:
    for key, what in (((unit.region, unit.name), "name"), ((unit.region, unit.id), "id")):
        for place in listing.known.get(key, ()):
            other, row = listing.units[place], listing.rows[place]
            if not _meet(unit, other):
                continue
            if what == "name":
                raise ValueError(f"({unit.name}) repeats row {row}; keep one of them, or give each its own period")
            raise ValueError(f"({unit.name}) has the id {unit.id} of row {row} ({other.name}); give it one of its own")
    for key in ((unit.region, unit.name), (unit.region, unit.id)):
        listing.known.setdefault(key, []).append(len(listing.units))


def _meet(a: Unit, b: Unit) -> bool:
    return (a.valid_from or date.min) <= (b.valid_to or date.max) and (b.valid_from or date.min) <= (
        a.valid_to or date.max
    )


def row_of(unit: Unit) -> dict[str, Any]:
    """A unit as plain values, in the order of the columns."""
    return {
        "id": unit.id,
        "name": unit.name,
        "aliases": list(unit.aliases),
        "valid_from": unit.valid_from.isoformat() if unit.valid_from else None,
        "valid_to": unit.valid_to.isoformat() if unit.valid_to else None,
        "predecessors": list(unit.predecessors),
        "successors": list(unit.successors),
        "parent": unit.parent,
        "type": unit.type,
        "source": unit.source,
        "region": unit.region,
    }


def cells_of(unit: Unit) -> list[str]:
    """A unit as the cells of a CSV row."""
    return [_cell(value) if isinstance(value, list) else value or "" for value in row_of(unit).values()]


def _cell(values: list[str]) -> str:
    """Values joined by `;`; one that holds another separator is closed by it, so that it is read back whole."""
    alone = len(values) == 1 and any(mark in values[0] for mark in _table()["separators"])
    return ";".join(values) + (";" if alone else "")


def write_list(units: Iterable[Unit], form: str, stream: TextIO) -> None:
    """Write units as `csv` or `jsonl`; what is written can be read back."""
    if form == "jsonl":
        stream.writelines(json.dumps(row_of(unit), ensure_ascii=False) + "\n" for unit in units)
        return
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(cells_of(unit) for unit in units)
