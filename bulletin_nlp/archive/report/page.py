"""The page of an archive.

It makes no request (Content Security Policy Level 3: default-src 'none', style and script by their digests) and is
complete without its script, which only searches: the words that are typed are looked for as substrings in titles, heads
and problems, all of which the table holds.
"""

from __future__ import annotations

import base64
import hashlib
import sqlite3
from collections.abc import Iterator
from html import escape
from importlib import resources
from typing import TextIO

from bulletin_nlp.archive.report.plot import bar_plot
from bulletin_nlp.archive.stats import STATS, counts, totals

_MOST = 15


def write_report(connection: sqlite3.Connection, stream: TextIO, title: str) -> None:
    """Write the page.

    Args:
        connection: of the archive.
        stream: opened for text, UTF-8.
        title: of the page.
    """
    style, script = _asset("report.css"), _asset("report.js")
    policy = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; base-uri 'none'"
    stream.write(
        f'<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{_text(title)}</title>'
        f"<style>{style}</style></head>\n<body>\n<h1>{_text(title)}</h1>\n{_totals(connection)}\n"
    )
    stream.write('<div class="plots">\n')
    for name, (caption, _) in STATS.items():
        rows = counts(connection, name, _MOST)
        if rows:
            stream.write(f"<figure><figcaption>{_text(caption)}</figcaption>{bar_plot(rows, caption)}</figure>\n")
    stream.write(
        '</div>\n<h2>通报目录 bulletins</h2>\n<p class="search"><label>检索 search '
        '<input type="search" id="words" autocomplete="off"></label> <output id="found"></output></p>\n'
        "<table><thead><tr><th>日期</th><th>地区</th><th>题名</th><th>期号</th><th>档号</th><th>问题</th></tr></thead><tbody>\n"
    )
    for row in _rows(connection):
        stream.write(row)
    stream.write(f"</tbody></table>\n<script>{script}</script>\n</body></html>\n")


def _totals(connection: sqlite3.Connection) -> str:
    sums = totals(connection)
    facts = [
        ("通报 bulletins", f"{sums.bulletins:,}"),
        ("问题 problems", f"{sums.problems:,}"),
        ("要求 recommendations", f"{sums.recommendations:,}"),
        ("副本 copies", f"{sums.copies:,}"),
        ("原件 originals", f"{sums.originals_bytes / 1e6:,.1f} MB"),
        ("起止 span", f"{sums.first or '?'} – {sums.last or '?'}"),
    ]
    return (
        "<dl>" + "".join(f"<div><dt>{_text(name)}</dt><dd>{_text(value)}</dd></div>" for name, value in facts) + "</dl>"
    )


def _rows(connection: sqlite3.Connection) -> Iterator[str]:
    found: dict[str, list[tuple[str, str | None, str | None]]] = {}
    problems = connection.execute(
        "SELECT bulletin_id, text, nature_label, units FROM problems ORDER BY bulletin_id, ordinal"
    )
    for document, text, nature, units in problems:
        found.setdefault(document, []).append((text, nature, units))
    bulletins = connection.execute(
        """SELECT bulletin_id, published, region_name, title, series, issue_year, issue_number, archival_code, best_copy
           FROM bulletins ORDER BY published DESC, bulletin_id"""
    )
    for document, published, region, title, series, year, number, code, best in bulletins:
        issue = (f"{year}年" if year else "") + (f"第{number}期" if number else "")
        listed = found.get(document, [])
        items = "".join(
            f"<li>{_text(text)} <i>{_text(nature)} {_text(units)}</i></li>" for text, nature, units in listed
        )
        detail = f"<details><summary>{len(listed)}</summary><ol>{items}</ol></details>" if listed else "0"
        copy = "" if best else ' <i class="copy">副本 copy</i>'
        yield (
            f'<tr id="{document}"><td>{_text(published)}</td><td>{_text(region)}</td><td>{_text(title)}{copy}</td>'
            f"<td>{_text(series)} {_text(issue)}</td><td>{_text(code)}</td><td>{detail}</td></tr>\n"
        )


def _text(value: str | None) -> str:
    """A value as text of the page; control characters, which HTML forbids, become blanks."""
    return escape("".join(" " if ord(c) < 32 or 127 <= ord(c) < 160 else c for c in value or ""), quote=True)


def _asset(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text("utf-8")


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode("ascii")
