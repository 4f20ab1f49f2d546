"""Archives of every earlier version open, hold what they held, and are as if made today."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from bulletin_nlp.archive import Archive, ArchiveError
from bulletin_nlp.archive.archive import AFTER
from bulletin_nlp.archive.database import FILE, connect, migrate, migrations, statements
from bulletin_nlp.archive.kept import record_of
from bulletin_nlp.archive.names import Names
from bulletin_nlp.archive.query import Query
from bulletin_nlp.archive.search import search

SAMPLES = ("clean.txt", "plain.txt")


@pytest.fixture
def first(tmp_path: Path, corpora: Path) -> Path:
    """An archive as version 1 wrote it: no full text, no groups, no views."""
    home = tmp_path / "first"
    home.mkdir()
    with sqlite3.connect(home / FILE) as connection:
        connection.executescript((Path(__file__).parent / "version1.sql").read_text("utf-8"))
    with sqlite3.connect(home / FILE) as connection:
        rows = connection.execute("SELECT sha256, suffix FROM document").fetchall()
    for name in SAMPLES:
        data = (corpora / "samples" / name).read_bytes()
        import hashlib

        digest = hashlib.sha256(data).hexdigest()
        assert (digest, ".txt") in rows
        target = home / "originals" / digest[:2] / f"{digest}.txt"
        target.parent.mkdir(parents=True)
        target.write_bytes(data)
    return home


def _schema(connection: sqlite3.Connection) -> Any:
    return connection.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY 1, 2"
    ).fetchall()


def test_version_1_becomes_the_present_one(first: Path, made: Path) -> None:
    with Archive.open(first) as archive, Archive.open(made) as fresh:
        assert _schema(archive.connection) == _schema(fresh.connection)
        assert archive.connection.execute("SELECT number, name FROM migration").fetchall() == [
            (number, name) for number, name, _ in migrations()
        ]
        found = search(archive.connection, Query(("督查",)), Names(archive.connection))
        assert found.total == 1
        for (name,) in archive.connection.execute("SELECT id FROM document").fetchall():
            text = archive.connection.execute("SELECT text FROM texts WHERE bulletin_id = ?", (name,)).fetchone()[0]
            assert record_of(archive.connection, name).text == text


def test_a_migrated_archive_passes_its_check(first: Path) -> None:
    from bulletin_nlp.archive.check import check

    with Archive.open(first) as archive:
        assert not [f for f in check(archive) if f is not None and f.grade == "fault"]


def test_a_migration_that_fails_changes_nothing(first: Path) -> None:
    def fail(connection: sqlite3.Connection) -> None:
        raise RuntimeError

    file = first / FILE
    before = file.read_bytes()
    connection = connect(file, write=True)
    with pytest.raises(RuntimeError):
        migrate(connection, file, {2: fail})
    connection.close()
    assert file.read_bytes() == before
    with Archive.open(first) as archive:
        assert archive.connection.execute("SELECT count(*) FROM texts").fetchone() == (2,)


def test_every_migration_has_a_name_and_a_number() -> None:
    numbers = [number for number, _, _ in migrations()]
    assert numbers == list(range(1, len(numbers) + 1))
    assert set(AFTER) <= set(numbers)
    assert all(list(statements(script)) for _, _, script in migrations())


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("PRAGMA user_version = 99", "newer version"),
        ("PRAGMA application_id = 7", "no archive of bulletins"),
    ],
)
def test_what_can_not_be_opened(own: Path, statement: str, message: str) -> None:
    with sqlite3.connect(own / FILE) as connection:
        connection.execute(statement)
    with pytest.raises(ArchiveError, match=message), Archive.open(own, write=True):
        pass


def test_a_foreign_database_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("CREATE TABLE mine (a)")
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(ArchiveError, match="no archive of bulletins"), Archive.open(tmp_path, write=True):
        pass
    assert (tmp_path / FILE).read_bytes() == before


def test_a_read_only_copy_can_be_read(own: Path) -> None:
    (own / FILE).chmod(0o444)
    own.chmod(0o555)
    try:
        with Archive.open(own) as archive:
            assert archive.connection.execute("SELECT count(*) FROM bulletins").fetchone() == (60,)
    finally:
        own.chmod(0o755)
