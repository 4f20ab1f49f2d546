"""An archive: a folder with one database and the originals beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from bulletin_nlp.archive import events
from bulletin_nlp.archive.database import FILE, connect, migrate, migrations, transaction, version
from bulletin_nlp.archive.errors import ArchiveError
from bulletin_nlp.archive.index import put, put_text
from bulletin_nlp.archive.kept import pack, record_of
from bulletin_nlp.archive.originals import FOLDER, Originals, sm3_of, suffix_of
from bulletin_nlp.knowledge.taxonomy import taxonomy
from bulletin_nlp.records import Bulletin, Failure

_WRITERS = 8


class Archive:
    """An open archive. `with Archive.open(folder) as archive: …`

    Attributes:
        home: its folder.
        connection: its database; in autocommit, so that reads see what others committed.
        originals: the kept bytes.
    """

    def __init__(self, home: Path, connection: sqlite3.Connection) -> None:
        self.home = home
        self.connection = connection
        self.originals = Originals(home)
        self._labelled = False

    @classmethod
    @contextmanager
    def open(cls, home: Path, *, write: bool = False, create: bool = False) -> Iterator[Archive]:
        """Open an archive; one of an older version is brought to the present shape first.

        Args:
            home: its folder.
            write: whether something is to be changed.
            create: make it where there is none.

        Raises:
            ArchiveError: there is none, or it is none, or of a newer version.
        """
        file = home / FILE
        if not file.is_file():
            if not create:
                raise ArchiveError(f"{home}: no archive here; `bulletin archive add --archive {home} PATH…` makes one")
            if home.exists() and not home.is_dir():
                raise ArchiveError(f"{home}: is no folder; name a folder for the archive")
            (home / FOLDER).mkdir(parents=True, exist_ok=True)
        connection = connect(file, write=write or create)
        try:
            if write or create:
                migrate(connection, file, AFTER)
            elif version(connection) != migrations()[-1][0]:
                connection.close()
                connection = connect(file, write=True)
                migrate(connection, file, AFTER)
            yield cls(home, connection)
        finally:
            connection.close()

    def knows(self, sha256: str) -> bool:
        """Whether the bytes with a digest are kept."""
        return self.connection.execute("SELECT 1 FROM document WHERE sha256 = ?", (sha256,)).fetchone() is not None

    def ids(self, names: Iterable[str]) -> list[str]:
        """The ids that people mean: whole ids, their first digits with or without `b-`, or 档号.

        Raises:
            ArchiveError: none, or several, fit.
        """
        found = []
        for name in names:
            coded = self.connection.execute(
                """SELECT d.id FROM assigned a JOIN document d ON d.number = a.document
                   WHERE a.field = '档号' AND a.value = ?""",
                (name,),
            ).fetchall()
            prefix = name if name.startswith("b-") else f"b-{name}"
            rows = (
                coded
                or self.connection.execute(
                    "SELECT id FROM document WHERE substr(id, 1, ?) = ? ORDER BY id LIMIT 3", (len(prefix), prefix)
                ).fetchall()
            )
            if len(rows) != 1:
                fault = "several ids begin so; give more digits" if rows else "not in this archive"
                raise ArchiveError(f"{name}: {fault}")
            found.append(rows[0][0])
        return found

    def original(self, document: str) -> bytes:
        """The bytes that a bulletin was read from."""
        row = self.connection.execute("SELECT sha256, suffix FROM document WHERE id = ?", (document,)).fetchone()
        return self.originals.read(*row)

    def outdated_ids(self, fingerprint: str) -> list[str]:
        """The bulletins whose record was made by anything else."""
        rows = self.connection.execute(
            """SELECT d.id FROM document d JOIN version v ON v.document = d.number AND v.number = d.version
               WHERE v.fingerprint <> ? ORDER BY d.number""",
            (fingerprint,),
        )
        return [row[0] for row in rows]

    def outdated(self, fingerprint: str) -> int:
        """How many bulletins have a record that was made by anything else."""
        return len(self.outdated_ids(fingerprint))

    def versioned(self) -> list[str]:
        """The bulletins whose record has more than one version."""
        rows = self.connection.execute("SELECT id FROM document WHERE version > 1 ORDER BY number")
        return [row[0] for row in rows]

    def add(self, batch: Iterable[tuple[Bulletin, bytes]], fingerprint: str, at: str) -> list[str]:
        """Keep bulletins with their originals: all of the batch or, when the process dies, none of it.

        Args:
            batch: records and the bytes that they were read from.
            fingerprint: of everything that the parse depended on besides the bytes.
            at: now, ISO 8601.

        Returns:
            The ids of those that were new; of the others only the place where they lay is noted.
        """
        items = list(batch)
        new = {r.source.sha256: (data, r.source.uri) for r, data in items if not self.knows(r.source.sha256)}
        with ThreadPoolExecutor(_WRITERS) as writers:  # they wait for the disc, and it takes their writes together
            list(
                writers.map(lambda sha256: self.originals.keep(new[sha256][0], sha256, suffix_of(new[sha256][1])), new)
            )
        added = []
        with transaction(self.connection):
            self.label()
            for record, data in items:
                if self.knows(record.source.sha256):
                    self._seen(record.source.sha256, record.source.uri, at)
                else:
                    self._insert(record, data, fingerprint, at)
                    added.append(record.id)
        return added

    def seen(self, places: Iterable[tuple[str, str]], at: str) -> None:
        """Note where the bytes with a digest lay, for (digest, uri) pairs; unknown digests are passed over."""
        with transaction(self.connection):
            for sha256, uri in places:
                self._seen(sha256, uri, at)

    def refuse(self, failures: Iterable[Failure], at: str) -> None:
        """Log inputs that gave no bulletin."""
        with transaction(self.connection):
            for failure in failures:
                detail = f"{failure.uri}: {failure.stage}: {failure.code}"
                events.log(self.connection, events.INGESTION, at, events.FAILURE, detail)

    def renew(self, record: Bulletin, fingerprint: str, at: str) -> bool:
        """Take a new record of a kept document; the earlier versions stay.

        Returns:
            Whether it says anything else than the current one, provenance apart; where not, none is added.
        """
        with transaction(self.connection):
            number, current = self.connection.execute(
                "SELECT number, version FROM document WHERE id = ?", (record.id,)
            ).fetchone()
            before = record_of(self.connection, record.id)
            if before.model_copy(update={"provenance": record.provenance}) == record:
                self.connection.execute(
                    "UPDATE version SET fingerprint = ? WHERE document = ? AND number = ?",
                    (fingerprint, number, current),
                )
                events.log(self.connection, events.NORMALIZATION, at, events.SUCCESS, f"unchanged: {current}", number)
                return False
            self._version(number, current + 1, record, fingerprint, at)
            self.connection.execute("UPDATE document SET version = ? WHERE number = ?", (current + 1, number))
            put(self.connection, number, record)
            events.log(self.connection, events.NORMALIZATION, at, events.SUCCESS, f"version {current + 1}", number)
        return True

    def _seen(self, sha256: str, uri: str, at: str) -> None:
        self.connection.execute(
            "INSERT OR IGNORE INTO origin SELECT number, ?, ? FROM document WHERE sha256 = ?", (uri, at, sha256)
        )

    def _insert(self, record: Bulletin, data: bytes, fingerprint: str, at: str) -> None:
        source = record.source
        sm3 = sm3_of(data)
        number: int = self.connection.execute(
            """INSERT INTO document (id, sha256, sm3, bytes, suffix, added_at, version) VALUES (?, ?, ?, ?, ?, ?, 1)
               RETURNING number""",
            (record.id, source.sha256, sm3, source.bytes, suffix_of(source.uri), at),
        ).fetchone()[0]
        self._seen(source.sha256, source.uri, at)
        self._version(number, 1, record, fingerprint, at)
        put(self.connection, number, record)
        algorithms = "SHA-256" + (", SM3" if sm3 else "")
        for type_, detail in (
            (events.DIGEST, algorithms),
            (events.FORMAT, f"{source.media_type} {source.encoding or ''}".strip()),
            (events.INGESTION, source.uri),
            (events.NORMALIZATION, "version 1"),
        ):
            events.log(self.connection, type_, at, events.SUCCESS, detail, number)

    def label(self) -> None:
        """The Chinese labels of the codes, once for each time the archive is opened."""
        if not self._labelled:
            tables = (("nature", taxonomy().nature), ("domain", taxonomy().domain))
            rows = [(facet, entry.code, entry.label) for facet, entries in tables for entry in entries]
            self.connection.executemany("INSERT OR REPLACE INTO label VALUES (?, ?, ?)", rows)
            self._labelled = True

    def _version(self, document: int, number: int, record: Bulletin, fingerprint: str, at: str) -> None:
        sha256, packed = pack(record.model_dump_json())
        self.connection.execute(
            "INSERT INTO version VALUES (?, ?, ?, ?, ?, ?)", (document, number, at, fingerprint, sha256, packed)
        )


def _fill_search(connection: sqlite3.Connection) -> None:
    """Migration 2: full text and groups of what was kept before there were any."""
    for number, name in connection.execute("SELECT number, id FROM document ORDER BY number").fetchall():
        put_text(connection, number, record_of(connection, name).text)


AFTER = {2: _fill_search}
