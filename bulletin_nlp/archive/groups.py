"""Groups of copies: reposts, other formats, damaged copies. Grouped, never merged; the best copy is named.

Two documents belong together when their bare characters are equal or their likeness reaches `ALIKE`, and with all that
belong to either. So groups do not depend on the order in which documents came.
"""

from __future__ import annotations

import hashlib
import sqlite3

from bulletin_nlp.archive.likeness import ALIKE, bands, bare, likeness, signature


def sketch(connection: sqlite3.Connection, document: int, text: str) -> None:
    """Note what a document's text is like, and group it with its copies. Inside a transaction."""
    forget(connection, document)
    characters = bare(text)
    normal = hashlib.sha256(characters.encode()).hexdigest()
    made = signature(characters)
    partners = {row[0] for row in connection.execute("SELECT document FROM sketch WHERE normal = ?", (normal,))}
    keys = bands(made)
    connection.execute("INSERT INTO sketch VALUES (?, ?, ?)", (document, normal, made))
    if not partners:  # of texts with the same characters one stands for all
        marks = ",".join("?" * len(keys))
        found = connection.execute(
            f"SELECT document, count(*) FROM band WHERE key IN ({marks}) GROUP BY document ORDER BY 2 DESC, 1", keys
        ).fetchall()
        for other, _ in found:
            theirs = connection.execute("SELECT signature FROM sketch WHERE document = ?", (other,)).fetchone()[0]
            alike = likeness(made, theirs)
            if alike >= ALIKE:
                partners.add(other)
                connection.execute(
                    "INSERT INTO near VALUES (?, ?, ?)", (min(document, other), max(document, other), round(alike, 3))
                )
        connection.executemany("INSERT INTO band VALUES (?, ?)", [(key, document) for key in keys])
    if partners:
        _regroup(connection, [document])


def forget(connection: sqlite3.Connection, document: int) -> None:
    """Undo `sketch`, and group anew what the document held together."""
    row = connection.execute("SELECT normal FROM sketch WHERE document = ?", (document,)).fetchone()
    if row is None:
        return
    left = [n for n in _group(connection, document) if n != document]
    stood = connection.execute("SELECT count(*) FROM band WHERE document = ?", (document,)).fetchone()[0] > 0
    for statement in (
        "DELETE FROM band WHERE document = ?",
        "DELETE FROM near WHERE a = ?1 OR b = ?1",
        "DELETE FROM sketch WHERE document = ?",
        "DELETE FROM copy WHERE document = ?",
    ):
        connection.execute(statement, (document,))
    heir = connection.execute("SELECT document FROM sketch WHERE normal = ? ORDER BY 1", row).fetchone()
    if stood and heir:
        text = connection.execute("SELECT text FROM body WHERE document = ?", heir).fetchone()[0]
        others = [r[0] for r in connection.execute("SELECT document FROM sketch WHERE normal = ?", row) if r != heir]
        connection.execute("DELETE FROM sketch WHERE normal = ?", row)
        sketch(connection, heir[0], text)
        made = connection.execute("SELECT signature FROM sketch WHERE document = ?", heir).fetchone()[0]
        connection.executemany("INSERT INTO sketch VALUES (?, ?, ?)", [(n, row[0], made) for n in others])
    _regroup(connection, left)


def _group(connection: sqlite3.Connection, document: int) -> list[int]:
    """All that belongs with a document, itself included."""
    found = connection.execute(
        """WITH RECURSIVE reached (document) AS (
             VALUES (?)
             UNION SELECT CASE WHEN n.a = r.document THEN n.b ELSE n.a END
               FROM reached r JOIN near n ON n.a = r.document OR n.b = r.document
             UNION SELECT t.document
               FROM reached r JOIN sketch s ON s.document = r.document JOIN sketch t ON t.normal = s.normal
           ) SELECT document FROM reached""",
        (document,),
    )
    return [row[0] for row in found]


def _regroup(connection: sqlite3.Connection, documents: list[int]) -> None:
    """Name the groups of documents, and in each the best copy: fewest repairs and remarks, then the longest text."""
    left = set(documents)
    while left:
        members = _group(connection, left.pop())
        left -= set(members)
        marks = ",".join("?" * len(members))
        connection.execute(f"DELETE FROM copy WHERE document IN ({marks})", members)
        ranked = connection.execute(
            f"""SELECT d.number, d.id FROM document d JOIN bulletin b ON b.document = d.number
                WHERE d.number IN ({marks}) ORDER BY b.repairs, b.remarks, b.characters DESC, d.id""",
            members,
        ).fetchall()
        if len(ranked) > 1:
            name = "g-" + min(row[1] for row in ranked)[2:14]
            rows = [(number, name, rank == 0) for rank, (number, _) in enumerate(ranked)]
            connection.executemany("INSERT INTO copy VALUES (?, ?, ?)", rows)
