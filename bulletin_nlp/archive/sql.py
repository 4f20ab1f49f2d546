"""Questions in SQL: on the documented views, read-only, within a time."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bulletin_nlp.archive.database import FILE, connect
from bulletin_nlp.archive.errors import ArchiveError

_ALLOWED = {
    sqlite3.SQLITE_SELECT,
    sqlite3.SQLITE_READ,
    sqlite3.SQLITE_FUNCTION,
    sqlite3.SQLITE_RECURSIVE,
}
_STEPS = 20_000


def views(home: Path) -> dict[str, list[str]]:
    """The documented views and their columns."""
    connection = connect(home / FILE, write=False)
    try:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY 1").fetchall()
        return {
            name: [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")').fetchall()] for (name,) in names
        }
    finally:
        connection.close()


def ask(home: Path, statement: str, seconds: float = 30.0) -> Iterator[tuple[Any, ...]]:
    """The names of the columns, then the rows of a SELECT.

    The file is opened read-only, and nothing but reading is authorised: neither ATTACH nor PRAGMA nor a change.

    Args:
        home: the folder of the archive.
        statement: one SELECT.
        seconds: after how long it is stopped.

    Raises:
        ArchiveError: not a SELECT, a fault in it, or the time is over.
    """
    connection = connect(home / FILE, write=False)
    end = time.monotonic() + seconds

    def authorise(action: int, first: str | None, second: str | None, *_: Any) -> int:
        if action == sqlite3.SQLITE_FUNCTION and second in ("load_extension", "fts3_tokenizer"):
            return sqlite3.SQLITE_DENY
        return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY

    connection.set_authorizer(authorise)
    connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
    try:
        cursor = connection.execute(statement)
        if cursor.description is None:
            raise ArchiveError("nothing was asked: write SELECT …")
        yield tuple(column[0] for column in cursor.description)
        yield from cursor
    except sqlite3.OperationalError as error:
        if "interrupted" in str(error):
            raise ArchiveError(f"stopped after {seconds:g} seconds; narrow it down, or raise --seconds") from error
        raise ArchiveError(f"{error}; `bulletin archive sql` alone lists views and columns") from error
    except (sqlite3.Error, sqlite3.Warning) as error:
        message = "only SELECT is allowed here" if "authorized" in str(error) else str(error)
        raise ArchiveError(f"{message}; `bulletin archive sql` alone lists views and columns") from error
    finally:
        connection.close()
