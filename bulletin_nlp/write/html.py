"""One self-contained page: each bulletin's text with every record marked, and the records beside it.

The page makes no request (Content Security Policy Level 3: default-src 'none', styles and script allowed by their
digest alone) and holds no character that HTML forbids. It is complete without its script, which only adds selection.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from html import escape
from importlib import resources
from typing import TextIO

from bulletin_nlp.records import Bulletin, Failure
from bulletin_nlp.write.cards import cards
from bulletin_nlp.write.characters import one_line, visible
from bulletin_nlp.write.entries import LAYERS, entries_of
from bulletin_nlp.write.facts import issue
from bulletin_nlp.write.labels import label
from bulletin_nlp.write.marked import marked_text
from bulletin_nlp.write.marks import UNMARKED


def write(records: Iterable[Bulletin | Failure], stream: TextIO) -> None:
    """Write the page; bulletins and failures become its articles, one after the other, as they come."""
    before, after = _frame()
    stream.write(before)
    number = 0
    for number, record in enumerate(records, 1):
        stream.write(_failure(record, number) if isinstance(record, Failure) else _bulletin(record, number))
    if not number:
        stream.write('<p class="nothing">没有文件 no input</p>\n')
    stream.write(after)


def _bulletin(bulletin: Bulletin, number: int) -> str:
    entries = entries_of(bulletin)
    head = bulletin.head
    title = head.title.value if head.title else (head.series.value if head.series else bulletin.source.uri)
    facts = [
        head.series.value if head.series and head.title else "",
        issue(head.issue) if head.issue else "",
        head.published.value if head.published else "",
        head.region.name if head.region else "",
        bulletin.source.uri,
    ]
    shown = " <i>·</i> ".join(escape(one_line(fact)) for fact in facts if fact and fact != title)
    caption = escape(one_line(title, 80), quote=True)
    return (
        f'<article class="doc" data-number="{number}" data-title="{caption}" aria-label="{caption}">\n'
        f'<header class="doc-head"><h2>{escape(one_line(title))}</h2><p>{shown}</p></header>\n'
        f'<div class="text" lang="zh" tabindex="0" role="region" aria-label="原文 text">'
        f"{marked_text(bulletin, entries)}</div>\n"
        '<div class="records" role="region" aria-label="记录 records">\n'
        f"{cards(entries)}{_provenance(bulletin)}</div>\n"
        "</article>\n"
    )


def _provenance(bulletin: Bulletin) -> str:
    source, made = bulletin.source, bulletin.provenance
    encoding = f" · {source.encoding}" if source.encoding else ""
    lines = (
        ("编号", bulletin.id),
        ("文件", source.uri),
        ("格式", f"{source.media_type}{encoding} · {source.bytes} bytes"),
        ("SHA-256", source.sha256),
        ("程序", f"bulletin_nlp {made.version}"),
        ("知识", f"{made.knowledge_digest[:16]} · taxonomy {made.taxonomy_version}"),
    )
    rows = "".join(f"<dt>{name}</dt><dd>{escape(visible(value))}</dd>" for name, value in lines)
    return f'<footer class="provenance"><dl>{rows}</dl></footer>\n'


def _failure(failure: Failure, number: int) -> str:
    caption = escape(one_line(f"✗ {failure.uri}", 80), quote=True)
    fault = failure.message.removeprefix(f"{failure.uri}: ")
    return (
        f'<article class="doc failure" data-number="{number}" data-title="{caption}" aria-label="{caption}">'
        f"<h2>✗ {escape(one_line(failure.uri))}</h2><p>{escape(visible(fault))}</p>"
        f"<p><code>{escape(one_line(failure.stage))}: {escape(one_line(failure.code))}</code></p></article>\n"
    )


@cache
def _frame() -> tuple[str, str]:
    """What stands before the articles and after them: the template with styles, script and legend."""
    styles, script = _asset("page.css"), _asset("page.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(styles)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    page = _asset("page.html")
    for name, content in (("policy", policy), ("styles", styles), ("script", script), ("legend", _legend())):
        page = page.replace(f"{{{{{name}}}}}", content)
    before, _, after = page.partition("{{articles}}")
    return before, after


def _legend() -> str:
    items = [
        f'<label><input type="checkbox" checked data-layer="{layer}">'
        f'<span class="mark {layer} {layer}-a {layer}-z{" named" if layer == "unit" else ""}">'
        f"{label('layer', layer)}</span></label>"
        for layer in LAYERS
        if layer not in UNMARKED | {"remark"}
    ]
    return "\n".join(items)


def _asset(name: str) -> str:
    return resources.files(__package__).joinpath("page", name).read_text("utf-8")


def _digest(content: str) -> str:
    """The CSP hash source of an inline element with this content."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")
