"""What is made of the current record of a document: tidy rows, full text, groups. All of it can be made anew."""

from __future__ import annotations

import sqlite3

from bulletin_nlp.archive.groups import forget, sketch
from bulletin_nlp.archive.rows import TABLES, rows_of
from bulletin_nlp.archive.searchable import pairs_of, searchable
from bulletin_nlp.records import Bulletin


def put(connection: sqlite3.Connection, document: int, record: Bulletin) -> None:
    """Make the rows and the index of a document's record, in place of those of an earlier one."""
    put_rows(connection, document, record)
    put_text(connection, document, record.text)


def put_rows(connection: sqlite3.Connection, document: int, record: Bulletin) -> None:
    """The tidy rows alone."""
    if connection.execute("SELECT 1 FROM bulletin WHERE document = ?", (document,)).fetchone():
        for table in TABLES:
            connection.execute(f"DELETE FROM {table} WHERE document = ?", (document,))
    for table, rows in rows_of(document, record):
        if rows:
            connection.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(rows[0]))})", rows)


def put_text(connection: sqlite3.Connection, document: int, text: str) -> None:
    """Full text, pairs and group alone."""
    form = searchable(text)
    before = connection.execute("SELECT search, text FROM body WHERE document = ?", (document,)).fetchone()
    if before != (form, text):
        if before is not None:
            _drop_text(connection, document, before[0])
        connection.execute("INSERT INTO body VALUES (?, ?, ?)", (document, text, form))
        connection.execute("INSERT INTO words (rowid, search) VALUES (?, ?)", (document, form))
        connection.execute("INSERT INTO pairs (rowid, search) VALUES (?, ?)", (document, pairs_of(form)))
    sketch(connection, document, text)


def _drop_text(connection: sqlite3.Connection, document: int, form: str) -> None:
    forget(connection, document)
    connection.execute("INSERT INTO words (words, rowid, search) VALUES ('delete', ?, ?)", (document, form))
    connection.execute("INSERT INTO pairs (pairs, rowid, search) VALUES ('delete', ?, ?)", (document, pairs_of(form)))
    connection.execute("DELETE FROM body WHERE document = ?", (document,))
