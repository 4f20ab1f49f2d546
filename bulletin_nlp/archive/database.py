"""The database of an archive: opened, and brought to the present shape by named migrations.

A rollback journal, not a write-ahead log: at rest the archive is one file that can be copied, burnt on a read-only disc
or kept on a network drive (a log needs shared memory, which network file systems do not have); `synchronous = FULL` makes
what was committed survive a power cut as well as a kill.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

from bulletin_nlp.archive.errors import ArchiveError

FILE = "archive.sqlite"
_APPLICATION = 0x62756C6C  # "bull"
_WAIT = 30.0


def migrations() -> list[tuple[int, str, str]]:
    """Number, name and script of every migration, in order."""
    folder = resources.files(__package__).joinpath("migrations")
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    return [(int(f.name[:4]), f.name.removesuffix(".sql")[5:], f.read_text("utf-8")) for f in files]


def connect(file: Path, *, write: bool) -> sqlite3.Connection:
    """A connection to a database file; without `write` nothing can be changed, and read-only media can be read."""
    try:
        if write:
            connection = sqlite3.connect(file, timeout=_WAIT, isolation_level=None)
        else:
            connection = sqlite3.connect(
                f"{file.absolute().as_uri()}?mode=ro", timeout=_WAIT, isolation_level=None, uri=True
            )
        connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error as error:
        raise ArchiveError(f"{file}: can't be opened as an archive: {error}") from error
    if write:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cache_size = -65536")
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; the lock is taken at once, so that two writers take turns instead of failing half-way."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def version(connection: sqlite3.Connection) -> int:
    """The number of the last migration that was applied."""
    number: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return number


def migrate(
    connection: sqlite3.Connection,
    file: Path,
    after: Mapping[int, Callable[[sqlite3.Connection], None]],
    *,
    until: int | None = None,
) -> None:
    """Apply what is not applied yet, each migration in a transaction of its own, then the views.

    Args:
        connection: open for writing.
        file: for messages.
        after: by migration number, what fills new tables from old ones.
        until: stop behind this number.

    Raises:
        ArchiveError: the file is of another program, or of a newer version of this one.
    """
    known = migrations()
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application not in (0, _APPLICATION) or (application == 0 and _has_tables(connection)):
        raise ArchiveError(f"{file}: is no archive of bulletins; name another folder")
    if version(connection) > known[-1][0]:
        raise ArchiveError(f"{file}: was written by a newer version; install that one, or import a bag instead")
    for number, name, script in known:
        if number <= version(connection) or (until is not None and number > until):
            continue
        with transaction(connection):
            if number <= version(connection):  # another process did it while this one waited for the lock
                continue
            for statement in statements(script):
                connection.execute(statement)
            connection.execute("INSERT INTO migration VALUES (?, ?)", (number, name))
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            if number in after:
                after[number](connection)
            connection.execute(f"PRAGMA user_version = {number}")
    if until is None:
        _views(connection)


def statements(script: str) -> Iterator[str]:
    """The statements of a script; `executescript` would end the transaction."""
    part = ""
    for line in script.splitlines(keepends=True):
        part += line
        if sqlite3.complete_statement(part):
            yield part
            part = ""


def _views(connection: sqlite3.Connection) -> None:
    script = resources.files(__package__).joinpath("views.sql").read_text("utf-8")
    digest = hashlib.sha256(script.encode()).hexdigest()
    row = connection.execute("SELECT value FROM meta WHERE key = 'views'").fetchone()
    if row and row[0] == digest:
        return
    with transaction(connection):
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'view'").fetchall():
            connection.execute(f'DROP VIEW "{name}"')
        for statement in statements(script):
            connection.execute(statement)
        connection.execute("INSERT OR REPLACE INTO meta VALUES ('views', ?)", (digest,))


def _has_tables(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone() is not None
