"""Archival description after DA/T 18-2022: what the record says, what the archivist says, what is missing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

import yaml

from bulletin_nlp.archive import events
from bulletin_nlp.archive.database import transaction
from bulletin_nlp.archive.errors import ArchiveError
from bulletin_nlp.archive.kept import record_of
from bulletin_nlp.archive.reference_code import read_code
from bulletin_nlp.records import Bulletin

CODE = "档号"


class Field(NamedTuple):
    """A field of a description: need is required, present (where there is one) or optional; by: record or archivist."""

    name: str
    need: str
    value: str | None
    by: str | None


@cache
def tables() -> dict[str, Any]:
    """Fields, closed lists, periods, genres, and the elements of DA/T 46."""
    read: dict[str, Any] = yaml.safe_load(resources.files(__package__).joinpath("description.yaml").read_text("utf-8"))
    return read


def describe(connection: sqlite3.Connection, document: str, record: Bulletin | None = None) -> list[Field]:
    """The description of a bulletin; what an archivist says outranks what the record says.

    Args:
        connection: of the archive.
        document: the bulletin's id.
        record: its current record, read from the archive when None.
    """
    record = record or record_of(connection, document)
    said = assigned(connection, document)
    read = _from_record(record, connection, document)
    if CODE in said:
        read["period"] = tables()["periods"][read_code(said[CODE]).period]
    fields = []
    for entry in tables()["fields"]:
        name, value = entry["name"], said.get(entry["name"])
        if value is not None:
            fields.append(Field(name, entry["need"], value, "archivist"))
        else:
            value = read.get(entry["from"])
            fields.append(Field(name, entry["need"], value, "record" if value else None))
    return fields


def missing(fields: Iterable[Field]) -> list[str]:
    """The required fields without a value."""
    return [field.name for field in fields if field.need == "required" and not field.value]


def assigned(connection: sqlite3.Connection, document: str) -> dict[str, str]:
    """What an archivist said about a bulletin."""
    return dict(
        connection.execute(
            "SELECT field, value FROM assigned a JOIN document d ON d.number = a.document WHERE d.id = ?", (document,)
        ).fetchall()
    )


def assign(connection: sqlite3.Connection, values: Mapping[str, Mapping[str, str]], at: str) -> int:
    """Note what an archivist says; all of it or, where anything is wrong, nothing.

    Args:
        connection: of the archive, open for writing.
        values: id → field → value; an empty value takes the field back.
        at: now.

    Returns:
        How many fields changed.

    Raises:
        ArchiveError: an unknown field, a value that its list does not have, a 档号 that is none or is taken.
    """
    known = {entry["name"] for entry in tables()["fields"]}
    changed = 0
    with transaction(connection):
        for document, fields in values.items():
            row = connection.execute("SELECT number FROM document WHERE id = ?", (document,)).fetchone()
            if row is None:
                raise ArchiveError(f"{document}: not in this archive")
            before = assigned(connection, document)
            for name, given in fields.items():
                if name not in known:
                    raise ArchiveError(f"{name}: no such field; there are {'、'.join(sorted(known))}")
                value = _valid(name, given.strip())
                if value == before.get(name, ""):
                    continue
                changed += 1
                _write(connection, document, row[0], name, value)
                detail = f"{name}: {before.get(name) or '(none)'} → {value or '(none)'}"
                events.log(connection, events.METADATA, at, events.SUCCESS, detail, row[0])
    return changed


def _write(connection: sqlite3.Connection, document: str, number: int, name: str, value: str) -> None:
    connection.execute("DELETE FROM assigned WHERE document = ? AND field = ?", (number, name))
    if not value:
        return
    try:
        connection.execute("INSERT INTO assigned VALUES (?, ?, ?)", (number, name, value))
    except sqlite3.IntegrityError as error:
        owner = connection.execute(
            "SELECT d.id FROM assigned a JOIN document d ON d.number = a.document WHERE field = ? AND value = ?",
            (name, value),
        ).fetchone()[0]
        raise ArchiveError(f"{document}: the {name} {value} is that of {owner} already") from error


def _valid(name: str, value: str) -> str:
    if not value:
        return ""
    if name == CODE:
        return str(read_code(value))
    allowed = tables()["values"].get(name)
    if allowed and value not in allowed:
        raise ArchiveError(f"{name}: {value} is none of {'、'.join(allowed)}")
    return value


def _from_record(record: Bulletin, connection: sqlite3.Connection, document: str) -> dict[str, str | None]:
    head = record.head
    units = {unit.id: unit for unit in record.units}
    issuers = [units[name].match.canonical_name or units[name].span.text for name in head.issuers]
    title = head.title.value if head.title else None
    genre = next((g for g in tables()["genres"] if (title or "").rstrip("）)").endswith(g)), None)
    labels = connection.execute(
        """SELECT DISTINCT l.label FROM problem_code c JOIN document d ON d.number = c.document
           JOIN label l ON l.facet = c.facet AND l.code = c.code
           WHERE d.id = ? AND c.facet = 'domain' AND c.rank = 1 ORDER BY l.label""",
        (document,),
    ).fetchall()
    return {
        "title": title,
        "document_number": head.document_number.value if head.document_number else None,
        "published": head.published.value if head.published else None,
        "issuers": "；".join(dict.fromkeys(issuers)) or None,
        "classification": head.classification.value if head.classification else None,
        "attachments": "；".join(attachment.title for attachment in head.attachments) or None,
        "genre": genre,
        "addressees": "；".join(v.value for v in head.recipients.main) or None,
        "copied": "；".join(v.value for v in (*head.recipients.copy_to, *head.recipients.send_to)) or None,
        "keywords": "；".join(row[0] for row in labels) or None,
        "size": str(record.source.bytes),
        "format": record.source.media_type,
        "language": "汉语",
    }
