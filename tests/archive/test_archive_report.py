"""Stats and the page of an archive."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bulletin_nlp.archive import Archive
from bulletin_nlp.archive.report import write_report
from bulletin_nlp.archive.stats import STATS, bars, counts, totals


def test_counts_add_up(made: Path) -> None:
    with Archive.open(made) as archive:
        sums = totals(archive.connection)
        by = {name: sum(count for _, count in counts(archive.connection, name)) for name in STATS}
    assert by["year"] == by["region"] == sums.bulletins == 60
    assert by["nature"] == by["domain"] == sums.problems


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ([], []),
        ([("a", 2), ("b", 1)], ["a 2 ████████", "b 1 ████"]),
        ([("县", 1000), ("ab", 1)], ["县 1000 ████████", "ab    1 ▏"]),
    ],
)
def test_bars(rows: list[tuple[str, int]], lines: list[str]) -> None:
    assert bars(rows, 12, lambda text: sum(1 + (ord(c) > 0x2E80) for c in text)) == lines


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.rows, self.links, self.plots = 0, 0, 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.rows += tag == "tr"
        self.plots += tag == "svg"
        self.links += any(name in ("src", "href") for name, _ in attrs)


def test_the_page_is_whole_and_asks_for_nothing(made: Path) -> None:
    stream = io.StringIO()
    with Archive.open(made) as archive:
        write_report(archive.connection, stream, '<县> & "督查"')
    page = _Page()
    page.feed(stream.getvalue())
    assert (page.rows, page.links, page.plots) == (61, 0, len(STATS))
    assert "<title>&lt;县&gt; &amp; &quot;督查&quot;</title>" in stream.getvalue()
    assert "default-src 'none'" in stream.getvalue()
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", stream.getvalue())


def test_an_empty_archive_has_a_page(tmp_path: Path) -> None:
    stream = io.StringIO()
    with Archive.open(tmp_path / "x", create=True) as archive:
        write_report(archive.connection, stream, "x")
    assert "</html>" in stream.getvalue()
