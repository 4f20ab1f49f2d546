"""Search: full text and records together, exact, ranked."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any

from bulletin_nlp.archive.names import Names, region_condition
from bulletin_nlp.archive.query import Query
from bulletin_nlp.archive.searchable import pair_query, word_query

_SHORT = 3


@dataclass(frozen=True)
class Hit:
    """A bulletin found.

    Attributes:
        id: of the bulletin.
        title, series, published, region: from its head.
        archival_code: 档号, where one is assigned.
        copies: the group of copies that it belongs to.
        best: whether it is the best of its copies.
    """

    id: str
    title: str | None
    series: str | None
    published: str | None
    region: str | None
    archival_code: str | None
    copies: str | None
    best: bool


@dataclass(frozen=True)
class Found:
    """The answer: how many there are, those asked for, and what names were taken to mean."""

    total: int
    hits: tuple[Hit, ...]
    names: dict[str, tuple[str, ...]]


def search(
    connection: sqlite3.Connection, query: Query, names: Names, *, limit: int | None = 20, offset: int = 0
) -> Found:
    """Find bulletins. Titles that hold a term come first, then by BM25, then the latest.

    Args:
        connection: of the archive; its temporary table `hit` holds the numbers of all that was found afterwards.
        query: the conditions.
        names: resolves names of units.
        limit: how many hits to give; None for all.
        offset: how many to leave out before.
    """
    meant: dict[str, tuple[str, ...]] = {}
    conditions, values = _conditions(query, names, meant)
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS hit (document INTEGER PRIMARY KEY)")
    connection.execute("DELETE FROM temp.hit")
    where = " AND ".join(conditions) or "1"
    connection.execute(f"INSERT INTO temp.hit SELECT b.document FROM bulletin b WHERE {where}", values)
    total = connection.execute("SELECT count(*) FROM temp.hit").fetchone()[0]
    join, order, parts = _ranking(connection, query)
    rows = connection.execute(
        f"""SELECT d.id, b.title, b.series, b.published, b.region_name,
              (SELECT value FROM assigned a WHERE a.document = d.number AND a.field = '档号'),
              c.of_group, coalesce(c.best, 1)
            FROM temp.hit h JOIN bulletin b ON b.document = h.document JOIN document d ON d.number = h.document
            LEFT JOIN copy c ON c.document = h.document {join}
            ORDER BY {order} b.published DESC, d.id LIMIT ? OFFSET ?""",
        [*parts, -1 if limit is None else limit, offset],
    ).fetchall()
    return Found(total, tuple(_hit(*row) for row in rows), meant)


def _hit(id: str, title: str, series: str, published: str, region: str, code: str, copies: str, best: int) -> Hit:
    return Hit(id, title, series, published, region, code, copies, bool(best))


def _conditions(query: Query, names: Names, meant: dict[str, tuple[str, ...]]) -> tuple[list[str], list[Any]]:
    conditions: list[str] = []
    values: list[Any] = []

    def need(condition: str, *more: Any) -> None:
        conditions.append(condition)
        values.extend(more)

    for term in query.terms:
        text, value = _stands(term)
        canonical = names.resolve(term, related=query.related) if query.names else ()
        if canonical:
            meant[term] = canonical
            marks = ",".join("?" * len(canonical))
            need(
                f"({text} OR b.document IN (SELECT document FROM unit_name WHERE name IN ({marks})))", value, *canonical
            )
        else:
            need(text, value)
    if query.units:
        _unit(query, names, meant, need)
    elif query.role:
        need("b.document IN (SELECT document FROM unit WHERE instr(',' || roles || ',', ?))", f",{query.role},")
    for facet, codes in (("nature", query.natures), ("domain", query.domains)):
        if codes:
            marks = ",".join("?" * len(codes))
            need(
                f"b.document IN (SELECT document FROM problem_code WHERE facet = ? AND code IN ({marks}))",
                facet,
                *codes,
            )
    if query.regions:
        parts = [region_condition(name) for name in query.regions]
        need("(" + " OR ".join(text for text, _ in parts) + ")", *(value for _, more in parts for value in more))
    if query.first:
        need("b.published >= ?", query.first)
    if query.last:
        need("b.published <= ?", query.last + "-99-99"[: 10 - len(query.last)])
    if query.overdue:
        need("b.document IN (SELECT document FROM recommendation WHERE deadline < ?)", query.overdue)
    if query.best:
        need("b.document NOT IN (SELECT document FROM copy WHERE NOT best)")
    return conditions, values


def _stands(term: str) -> tuple[str, str]:
    """The condition that a term stands in the text, and its value."""
    if len(term) < _SHORT:
        return "b.document IN (SELECT rowid FROM pairs WHERE pairs MATCH ?)", pair_query(term)
    return "b.document IN (SELECT rowid FROM words WHERE words MATCH ?)", word_query(term)


def _unit(query: Query, names: Names, meant: dict[str, tuple[str, ...]], need: Any) -> None:
    """A mention of one of the units, in the role that is asked for: under a canonical name or as it is written."""
    parts: list[str] = []
    values: list[str] = []
    for name in query.units:
        canonical = meant[name] = names.resolve(name, related=query.related)
        parts.append("SELECT document, id FROM unit WHERE surface = ?")
        values.append(name)
        if canonical:
            marks = ",".join("?" * len(canonical))
            parts.append(f"SELECT document, unit FROM unit_name WHERE name IN ({marks})")
            values.extend(canonical)
    mentions = " UNION ".join(parts)
    if query.role:
        mentions = f"""SELECT u.document FROM ({mentions}) m CROSS JOIN unit u ON u.document = m.document AND u.id = m.id
                       WHERE instr(',' || u.roles || ',', ?)"""
        values.append(f",{query.role},")
    need(f"b.document IN (SELECT document FROM ({mentions}))", *values)


def _ranking(connection: sqlite3.Connection, query: Query) -> tuple[str, str, list[str]]:
    """The join with a temporary table of scores, the terms of ORDER BY, and their values."""
    if not query.terms:
        return "", "", []
    titles = " + ".join("(instr(b.title, ?) > 0)" for _ in query.terms)
    long = [word_query(term) for term in query.terms if len(term) >= _SHORT]
    if not long:
        return "", f"({titles}) DESC, ", list(query.terms)
    # a table with a key: a joined query of the full-text index would be run anew for each hit
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS score (document INTEGER PRIMARY KEY, score REAL)")
    connection.execute("DELETE FROM temp.score")
    connection.execute(
        "INSERT INTO temp.score SELECT rowid, bm25(words) FROM words WHERE words MATCH ?", (" OR ".join(long),)
    )
    join = "LEFT JOIN temp.score r ON r.document = h.document"
    return join, f"({titles}) DESC, coalesce(r.score, 0), ", list(query.terms)
