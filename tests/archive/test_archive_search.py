"""Search against a plain scan of the texts, and what the records answer."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_nlp.archive import Archive, ArchiveError
from bulletin_nlp.archive.facets import facets
from bulletin_nlp.archive.names import Names
from bulletin_nlp.archive.query import Query, terms_of
from bulletin_nlp.archive.search import search
from bulletin_nlp.archive.searchable import searchable
from bulletin_nlp.archive.snippets import snippets
from bulletin_nlp.archive.sql import ask, views
from bulletin_nlp.text.fold import fold


def _find(archive: Archive, query: Query) -> set[str]:
    return {hit.id for hit in search(archive.connection, query, Names(archive.connection), limit=None).hits}


_BARE: dict[str, str] = {}


def _scan(texts: dict[str, str], terms: tuple[str, ...]) -> set[str]:
    """The texts that hold every term: character by character, blanks between Chinese ones left out, without any index."""

    def bare(text: str) -> str:
        folded = fold(text)
        chinese = [bool(re.match("[\u3400-\u9fff〇]", c)) for c in folded]
        kept = []
        for at, character in enumerate(folded):
            before = next((n for n in range(at - 1, -1, -1) if not folded[n].isspace()), None)
            behind = next((n for n in range(at + 1, len(folded)) if not folded[n].isspace()), None)
            inside = before is not None and behind is not None and chinese[before] and chinese[behind]
            if not (character.isspace() and inside):
                kept.append(character.lower() if character.isascii() else character)
        return "".join(kept)

    for text in texts.values():
        if text not in _BARE:
            _BARE[text] = bare(text)
    return {name for name, text in texts.items() if all(term in _BARE[text] for term in terms)}


def test_no_wrong_answer_against_a_scan(made: Path) -> None:
    random = Random(3)
    with Archive.open(made) as archive:
        texts = dict(archive.connection.execute("SELECT bulletin_id, text FROM texts").fetchall())
        forms = [searchable(text) for text in texts.values()]
        for number in range(400):
            form = random.choice(forms)
            length = random.choice([1, 2, 2, 3, 4, 6, 9])
            start = random.randrange(len(form) - length)
            terms = tuple(dict.fromkeys(t for t in form[start : start + length].split("\n") if t.strip() == t and t))
            if number % 3 == 0:
                other = random.choice(forms)
                at = random.randrange(len(other) - 2)
                terms += tuple(t for t in [other[at : at + 2].strip()] if t and "\n" not in t)
            if any(re.search(r"\s", term) for term in terms) or not terms:
                continue
            assert _find(archive, Query(terms, names=False)) == _scan(texts, terms), terms


@pytest.mark.parametrize(
    "word", ["督", "督查", "督查通", "占道经营", "不在这里的词", "㐀㐀", "x", '"', "%", "期）", "*"]
)
def test_words_of_every_length(made: Path, word: str) -> None:
    with Archive.open(made) as archive:
        texts = dict(archive.connection.execute("SELECT bulletin_id, text FROM texts").fetchall())
        assert _find(archive, Query((searchable(word),), names=False)) == _scan(texts, (searchable(word),))


@given(st.text(alphabet="县局督查ABab１（〇○ \n\u3000é繁体體", max_size=12))
def test_searchable_once_is_enough(text: str) -> None:
    assert searchable(searchable(text)) == searchable(text)


@pytest.mark.parametrize(
    ("line", "terms"),
    [
        ("占道经营 县住建局", ("占道经营", "县住建局")),
        ('"占道 经营"', ("占道经营",)),
        ("“问题 清单” 督查 督查", ("问题清单", "督查")),
        ("第１６期", ("第16期",)),
        ("", ()),
    ],
)
def test_terms(line: str, terms: tuple[str, ...]) -> None:
    assert terms_of(line) == terms


def test_names_find_what_they_mean(made: Path) -> None:
    with Archive.open(made) as archive:
        names = Names(archive.connection)
        resolved = names.resolve("县住建局")
        assert resolved
        assert all(name.endswith("县住房和城乡建设局") for name in resolved)
        found = _find(archive, Query(units=("县住建局",), role="criticised"))
        marks = ",".join("?" * len(resolved))
        truth = archive.connection.execute(
            f"SELECT DISTINCT bulletin_id FROM units WHERE canonical_name IN ({marks}) AND roles LIKE '%criticised%'",
            resolved,
        ).fetchall()
        assert found == {row[0] for row in truth}
        full = Query((searchable(resolved[0]),))
        assert _find(archive, full) >= _find(archive, Query((searchable(resolved[0]),), names=False))
        assert _find(archive, full) != set()


def test_predecessors_are_found_when_asked(made: Path) -> None:
    with Archive.open(made) as archive:
        plain = Names(archive.connection).resolve("县自然资源局")
        related = Names(archive.connection).resolve("县自然资源局", related=True)
    assert {name[3:] for name in plain} == {"自然资源局"}
    assert {"国土资源局", "自然资源局"} <= {name[3:] for name in related}


@pytest.mark.parametrize(
    ("query", "condition"),
    [
        (Query(first="2016", last="2018-06"), "published >= '2016' AND published <= '2018-06-30'"),
        (Query(natures=("safety",)), "bulletin_id IN (SELECT bulletin_id FROM problem_codes WHERE code = 'safety')"),
        (Query(domains=("work_safety", "finance")), "bulletin_id IN (SELECT bulletin_id FROM problem_codes WHERE code IN ('work_safety', 'finance'))"),
        (Query(overdue="2017-01-01"), "bulletin_id IN (SELECT bulletin_id FROM deadlines WHERE deadline < '2017-01-01')"),
        (Query(role="praised"), "bulletin_id IN (SELECT bulletin_id FROM units WHERE roles LIKE '%praised%')"),
        (Query(best=True), "best_copy"),
        (Query(), "1"),
    ],
)  # fmt: skip
def test_conditions_on_records(made: Path, query: Query, condition: str) -> None:
    with Archive.open(made) as archive:
        truth = archive.connection.execute(f"SELECT bulletin_id FROM bulletins WHERE {condition}").fetchall()
        assert _find(archive, query) == {row[0] for row in truth}
        assert truth


def test_facets_add_up(made: Path) -> None:
    with Archive.open(made) as archive:
        found = search(archive.connection, Query(first="2015"), Names(archive.connection), limit=3)
        assert len(found.hits) == 3
        counted = facets(archive.connection)
        assert sum(count for _, _, count in counted["year"]) == found.total
        assert all(label for _, label, _ in counted["nature"])


def test_the_title_comes_first(made: Path) -> None:
    with Archive.open(made) as archive:
        title = archive.connection.execute("SELECT title FROM bulletins WHERE title LIKE '%和%' LIMIT 1").fetchone()[0]
        word = title.partition("和")[0][-4:]
        hits = search(archive.connection, Query((word,), names=False), Names(archive.connection)).hits
        ranks = [word in (hit.title or "") for hit in hits]
    assert ranks[0]
    assert ranks == sorted(ranks, reverse=True)


def test_snippets_mark_the_words() -> None:
    text = "一、占道\n经营问题突出。\n" + "无关的话。" * 30 + "县住建局没有处理占道经营。"
    found = snippets(text, ("占道经营", "县住建局"))
    assert [s.text[a:b] for s in found for a, b in s.marks] == ["占道\n经营", "县住建局", "占道经营"]
    assert all(text[s.start : s.start + len(s.text)] == s.text for s in found)
    assert "【占道 经营】" in found[0].marked()


@pytest.mark.parametrize("day", ["16", "2016/05", "yesterday"])
def test_a_day_that_is_none(day: str) -> None:
    with pytest.raises(ArchiveError, match="is no day"):
        Query(first=day)


def test_sql_reads_and_nothing_else(made: Path) -> None:
    header, *rows = ask(made, "SELECT year, count(*) AS n FROM bulletins GROUP BY year ORDER BY 1")
    assert header == ("year", "n")
    assert sum(row[1] for row in rows) == 60
    for statement in (
        "DELETE FROM document",
        "ATTACH 'x' AS y",
        "PRAGMA journal_mode = WAL",
        "CREATE TEMP TABLE t (a)",
        "",
        "SELEC",
    ):
        with pytest.raises(ArchiveError):
            list(ask(made, statement))
    endless = "WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t"
    with pytest.raises(ArchiveError, match="stopped after"):
        list(ask(made, endless, seconds=0.1))


def test_the_views_are_those_that_are_documented(made: Path) -> None:
    documented: dict[str, list[str]] = views(made)
    assert {"bulletins", "sections", "dates", "units", "problems", "recommendations", "deadlines", "links"} <= set(
        documented
    )
    assert documented["links"] == ["bulletin_id", "recommendation_id", "problem_id", "basis", "certainty"]


def test_views_say_what_records_say(made: Path) -> None:
    from bulletin_nlp.archive.kept import record_of

    with Archive.open(made) as archive:
        for (name,) in archive.connection.execute("SELECT id FROM document LIMIT 12").fetchall():
            record = record_of(archive.connection, name)

            def ids(view: str, column: str, name: str = name) -> list[Any]:
                rows = archive.connection.execute(
                    f"SELECT {column} FROM {view} WHERE bulletin_id = ? ORDER BY ordinal", (name,)
                )
                return [row[0] for row in rows]

            assert ids("units", "unit_id") == [u.id for u in record.units]
            assert ids("problems", "text") == [p.span.text for p in record.problems]
            assert ids("recommendations", "deadline") == [r.deadline for r in record.recommendations]
            assert ids("sections", "role") == [s.role for s in record.sections]
            assert ids("dates", "first_day") == [d.start for d in record.dates]
