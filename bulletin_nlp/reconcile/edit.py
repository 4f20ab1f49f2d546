"""Small edits of a region's list of units that leave everything else in the file as it was."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bulletin_nlp.reconcile.listing import COLUMNS, cells_of, read_list, row_of
from bulletin_nlp.reconcile.registry import Unit
from bulletin_nlp.reconcile.sheet import read_sheet


def with_aliases(unit: Unit, aliases: Sequence[str]) -> Unit:
    """A unit that a person vouched for by giving it aliases."""
    return replace(unit, aliases=tuple(dict.fromkeys((*unit.aliases, *aliases))), source="person")


def save_unit(path: Path, unit: Unit) -> None:
    """Put a unit in a list: in the row that has its id or name, else in a new row at the end.

    Other rows, columns that mean nothing here, encoding and delimiter stay. The file is replaced in one step.

    Args:
        path: CSV or JSONL; made when it is not there.
        unit: its aliases and source are written into a row that is there already, the whole unit into a new one.

    Raises:
        ValueError: the list can't be read or has bad rows; names the rows.
        OSError: the file can't be written.
    """
    place = None
    if path.is_file():
        listing = read_list(path)
        if listing.faults:
            raise ValueError("\n".join(listing.faults))
        rows = zip(listing.units, listing.rows, strict=True)
        place = next((row for other, row in rows if other.id == unit.id or other.name == unit.name), None)
    data = _jsonl(path, unit, place) if path.suffix == ".jsonl" else _csv(path, unit, place)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".tmp")
    part.write_bytes(data)
    part.replace(path)


def _jsonl(path: Path, unit: Unit, place: int | None) -> bytes:
    lines = path.read_text("utf-8-sig").splitlines() if path.is_file() else []
    if place is None:
        lines.append(json.dumps(row_of(unit), ensure_ascii=False))
    else:
        row = json.loads(lines[place - 1]) | {"aliases": list(unit.aliases), "source": unit.source}
        lines[place - 1] = json.dumps(row, ensure_ascii=False)
    return ("\n".join(lines) + "\n").encode()


def _csv(path: Path, unit: Unit, place: int | None) -> bytes:
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(",".join(COLUMNS) + "\n", "utf-8-sig", newline="\n")
    sheet = read_sheet(path.read_bytes())
    values = dict(zip(COLUMNS, cells_of(unit), strict=True))
    if place is not None:
        values = {name: values[name] for name in ("aliases", "source")}
    else:
        sheet.rows.append([])
    if sheet.header < 0:
        sheet.rows.insert(0, ["name"])
        place = None if place is None else place + 1
        sheet.header = 0
    row = sheet.rows[-1 if place is None else place - 1]
    for name, value in values.items():
        if name not in sheet.columns:
            if not value:
                continue
            head = sheet.rows[sheet.header]
            sheet.columns[name] = len(head)
            head.append(name)
        index = sheet.columns[name]
        row.extend([""] * (index + 1 - len(row)))
        row[index] = value
    return sheet.encode()
