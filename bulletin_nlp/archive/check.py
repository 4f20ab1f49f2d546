"""The four properties of DA/T 70-2018 (文书类电子档案检测一般要求): 真实性, 完整性, 可用性, 安全性."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import stat
from collections.abc import Iterator
from typing import Literal, NamedTuple

from bulletin_nlp.archive import events
from bulletin_nlp.archive.archive import Archive
from bulletin_nlp.archive.database import FILE, transaction
from bulletin_nlp.archive.description import describe, missing
from bulletin_nlp.archive.errors import ArchiveError
from bulletin_nlp.archive.gaps import gaps
from bulletin_nlp.archive.kept import json_of
from bulletin_nlp.archive.originals import sm3_of
from bulletin_nlp.read import ReadError, read_path
from bulletin_nlp.records import Bulletin

Grade = Literal["fault", "remark"]
_ACTIVE = re.compile(rb"<script|<iframe|<object|javascript:", re.IGNORECASE)


class Finding(NamedTuple):
    """What a check found: a fault is damage, a remark something for the archivist to look at."""

    property: str
    grade: Grade
    document: str | None
    message: str


def check(archive: Archive) -> Iterator[Finding | None]:
    """Check everything; None after each document, so that progress can be shown.

    Digests of every original and record are computed anew, every original is opened by its reader, numbering and metadata
    are looked through. Nothing is changed; `note` writes the result to the event log.
    """
    yield from _database(archive)
    known = set()
    rows = archive.connection.execute("SELECT id, sha256, sm3, bytes, suffix FROM document ORDER BY number").fetchall()
    for document, sha256, sm3, size, suffix in rows:
        known.add(archive.originals.path(sha256, suffix))
        data = None
        try:
            data = archive.originals.read(sha256, suffix)
        except ArchiveError:
            yield Finding("完整性", "fault", document, "the original is missing; restore it from a bag")
        if data is not None:
            yield from _original(document, data, sha256, sm3, size)
        yield from _record(archive, document, sha256, suffix, readable=data is not None)
        yield None
    for _, path in archive.originals.digests():
        if path not in known:
            message = (
                f"{path.name}: lies among the originals and belongs to no bulletin; an interrupted add leaves such"
            )
            yield Finding("完整性", "remark", None, message)
    for gap in gaps(archive.connection):
        yield Finding("完整性", "remark", None, gap)
    yield from _permissions(archive)


def note(archive: Archive, findings: list[Finding], at: str) -> None:
    """Log a fixity check: one event for the archive, and one for each document with a fault."""
    faults = {f.document: f for f in findings if f.grade == "fault" and f.document}
    total = archive.connection.execute("SELECT count(*) FROM document").fetchone()[0]
    with transaction(archive.connection):
        outcome = events.FAILURE if any(f.grade == "fault" for f in findings) else events.SUCCESS
        events.log(archive.connection, events.FIXITY, at, outcome, f"{total} documents, {len(faults)} with faults")
        for document, finding in faults.items():
            row = archive.connection.execute("SELECT number FROM document WHERE id = ?", (document,)).fetchone()
            events.log(archive.connection, events.FIXITY, at, events.FAILURE, finding.message, row[0])
        archive.connection.execute("UPDATE document SET checked_at = ?", (at,))


def _database(archive: Archive) -> Iterator[Finding]:
    try:
        answers = [row[0] for row in archive.connection.execute("PRAGMA integrity_check(20)").fetchall()]
        answers += [f"foreign key: {row}" for row in archive.connection.execute("PRAGMA foreign_key_check").fetchall()]
    except sqlite3.DatabaseError as error:
        answers = [str(error)]
    yield from (Finding("完整性", "fault", None, f"{FILE}: {answer}") for answer in answers if answer != "ok")


def _original(document: str, data: bytes, sha256: str, sm3: str | None, size: int) -> Iterator[Finding]:
    if hashlib.sha256(data).hexdigest() != sha256:
        message = f"the original was changed: its SHA-256 is not {sha256[:16]}… ({len(data)} bytes, {size} were kept)"
        yield Finding("真实性", "fault", document, message)
    elif sm3 is not None and sm3_of(data) not in (sm3, None):
        yield Finding("真实性", "fault", document, "its SM3 digest is not the one that was noted")
    if _ACTIVE.search(data):
        yield Finding(
            "安全性", "remark", document, "the original holds active content of a web page; open it without a browser"
        )


def _record(archive: Archive, document: str, sha256: str, suffix: str, *, readable: bool) -> Iterator[Finding]:
    try:
        current = json_of(archive.connection, document)
        earlier = archive.connection.execute(
            "SELECT v.number FROM version v JOIN document d ON d.number = v.document WHERE d.id = ? AND v.number < d.version",
            (document,),
        ).fetchall()
        for (number,) in earlier:
            json_of(archive.connection, document, number)
        record = Bulletin.model_validate_json(current)
    except ValueError as error:
        yield Finding("真实性", "fault", document, f"its record can't be trusted: {str(error).splitlines()[0]}")
        return
    if record.id != document or record.source.sha256 != sha256:
        yield Finding("真实性", "fault", document, "its record is that of another original")
    text = archive.connection.execute("SELECT text FROM texts WHERE bulletin_id = ?", (document,)).fetchone()
    if text is None or text[0] != record.text:
        yield Finding("完整性", "fault", document, "the text to search is not that of its record; `reparse` it")
    if readable:
        try:
            if read_path(archive.originals.path(sha256, suffix)).text != record.text:
                yield Finding(
                    "可用性", "remark", document, "today's reader gives another text than is kept; `reparse` it"
                )
        except ReadError as error:
            yield Finding("可用性", "fault", document, f"the original can't be opened any more: {error.fault}")
    if lacking := missing(describe(archive.connection, document, record)):
        yield Finding("完整性", "remark", document, f"not described: {'、'.join(lacking)} (DA/T 18-2022)")
    logged = {
        row[0] for row in archive.connection.execute("SELECT type FROM events WHERE bulletin_id = ?", (document,))
    }
    if lost := {events.INGESTION, events.DIGEST, events.FORMAT, events.NORMALIZATION} - logged:
        yield Finding("真实性", "fault", document, f"its event log lacks {json.dumps(sorted(lost))}")


def _permissions(archive: Archive) -> Iterator[Finding]:
    for path in (archive.home, archive.home / FILE, archive.originals.folder):
        if path.exists() and path.stat().st_mode & stat.S_IWOTH:
            yield Finding("安全性", "remark", None, f"{path.name}: anybody may write to it; take that right away")
