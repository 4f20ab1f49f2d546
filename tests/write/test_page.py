"""The page as it is written, before any browser runs it."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from bulletin_nlp.records import Bulletin, Failure
from bulletin_nlp.write import write
from bulletin_nlp.write.characters import visible


class Page(HTMLParser):
    """Collects what the tests ask for: tags, attributes, and the text of the left side."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.blocks: dict[str, str] = {}
        self._depth = 0
        self._block = ""
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        self._block = tag if tag in {"style", "script"} else self._block
        if attributes.get("class") == "text":
            self.texts.append("")
            self._depth = 1
        elif self._depth:
            self._depth += 1

    def handle_endtag(self, tag: str) -> None:
        self._depth -= bool(self._depth)
        self._block = ""

    def handle_data(self, data: str) -> None:
        if self._block:
            self.blocks[self._block] = self.blocks.get(self._block, "") + data
        if self._depth:
            self.texts[-1] += data


def page(*records: Bulletin | Failure) -> str:
    stream = io.StringIO(newline="")
    write(records, "html", stream)
    return stream.getvalue()


HOSTILE = [
    "</script><script>alert(1)</script>",
    "</div></article><img src=x onerror=alert(1)>",
    "\"'><svg onload=alert(1)>&lt;&amp;&#60;",
    "\x00\x01\x0b\x1b\x7f\x80\x9f\r\n\ufffe\uffff\ufdd0\u202e\u2066",
    "{{articles}}{{policy}}{{styles}}",
    "\n\n 首尾空白 \t\n\n",
    "𠮷😀\U000e0001",
    "",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_the_text_is_shown_to_the_character(text: str, bare: Callable[..., Bulletin]) -> None:
    spans = tuple((start, min(len(text), start + 5)) for start in range(0, len(text), 3))
    (shown,) = Page(page(bare(text, uri=text or "memory:", spans=spans))).texts
    assert shown == visible(text)
    assert len(shown) == len(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_bulletin_becomes_markup(text: str, bare: Callable[..., Bulletin]) -> None:
    failure = Failure(uri=text, stage="read", code="binary", message=text)
    parsed = Page(page(bare(text, uri=text), failure))
    assert not {"img", "svg", "iframe", "object", "link", "a", "form"} & {tag for tag, _ in parsed.tags}
    assert [tag for tag, _ in parsed.tags].count("script") == 1
    names = {name for _, attributes in parsed.tags for name in attributes}
    assert not {name for name in names if name.startswith("on") or name in {"style", "src", "href", "srcset"}}


@pytest.mark.parametrize("text", HOSTILE)
def test_no_character_that_html_forbids(text: str, bare: Callable[..., Bulletin]) -> None:
    forbidden = "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]"
    assert not re.search(forbidden, page(bare(text, uri=text), Failure(uri=text, stage=text, code=text, message=text)))


def test_policy_allows_exactly_the_styles_and_the_script_of_the_page(sample: Bulletin) -> None:
    parsed = Page(page(sample))
    policies = [attributes for tag, attributes in parsed.tags if attributes.get("http-equiv")]
    hashes = {
        name: base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        for name, content in parsed.blocks.items()
    }
    assert policies[0]["content"] == (
        f"default-src 'none'; style-src 'sha256-{hashes['style']}'; script-src 'sha256-{hashes['script']}'; "
        "base-uri 'none'; form-action 'none'"
    )
    order = [tag for tag, attributes in parsed.tags if tag in {"style", "script"} or attributes.get("http-equiv")]
    assert order == ["meta", "style", "script"]


def test_the_page_names_no_other_place(sample: Bulletin) -> None:
    assert not re.search(r"https?:|//[a-z]|url\(|@import", page(sample))


def test_every_record_has_a_card_and_every_link_leads_to_one(sample: Bulletin) -> None:
    parsed = Page(page(sample))
    cards = [attributes for _, attributes in parsed.tags if "rec" in (attributes.get("class") or "").split()]
    keys = {card["data-k"] for card in cards}
    named = {card["data-id"] for card in cards}
    assert {"d1", "u1", "p1", "r1", "a1", "f1", "n1", "x1", "s1", "head.title", "remark.1"} <= named
    links = {attributes["data-to"] for _, attributes in parsed.tags if "data-to" in attributes}
    marked = {key for _, attributes in parsed.tags for key in (attributes.get("data-k") or "").split()}
    assert links
    assert links <= keys
    assert marked <= keys


def test_failures_and_bulletins_are_articles_in_order(sample: Bulletin) -> None:
    failure = Failure(uri="a/坏.doc", stage="read", code="unsupported", message="save it as text")
    parsed = Page(page(sample, failure, sample))
    articles = [attributes for tag, attributes in parsed.tags if tag == "article"]
    assert [article["data-number"] for article in articles] == ["1", "2", "3"]
    assert articles[1]["data-title"] == "✗ a/坏.doc"


def test_a_page_without_records_says_so() -> None:
    assert "没有文件" in page()
