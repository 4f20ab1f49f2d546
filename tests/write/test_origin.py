"""Where in the original a record stood, as explain tells it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from bulletin_nlp.parse.parser import Parser
from bulletin_nlp.read import read_path
from bulletin_nlp.records import Block, Span
from bulletin_nlp.write import write
from bulletin_nlp.write.origin import Origin

SPANS = [Span(start=0, end=2, text="甲乙"), Span(start=3, end=4, text="丙"), Span(start=5, end=6, text="丁")]
BLOCKS = (
    Block(span=SPANS[0], kind="paragraph", part="header", page=1, paragraph=1),
    Block(span=SPANS[1], kind="cell", page=2, table=1, row=3, column=1),
    Block(span=SPANS[2], kind="cell", page=2, table=1, row=3, column=2),
)
PLACES = [
    (0, 1, "页眉 第1页 第1段 header, page 1, paragraph 1"),
    (3, 4, "第2页 表1 第3行 第1列 page 2, table 1, row 3, column 1"),
    (
        3,
        6,
        "第2页 表1 第3行 第1列 page 2, table 1, row 3, column 1 — 第2页 表1 第3行 第2列 page 2, table 1, row 3, column 2",
    ),
    (2, 3, "页眉 第1页 第1段 header, page 1, paragraph 1"),
    (5, 5, "第2页 表1 第3行 第2列 page 2, table 1, row 3, column 2"),
]


@pytest.mark.parametrize(("start", "end", "place"), PLACES)
def test_places(start: int, end: int, place: str) -> None:
    assert Origin(BLOCKS).of(Span(start=start, end=end, text="?")) == place


def test_plain_text_has_no_places() -> None:
    assert Origin(()).of(SPANS[0]) == ""


def test_explain_shows_the_row_of_a_finding_in_a_table(corpora: Path) -> None:
    bulletin = Parser()(read_path(corpora / "formats" / "docx" / "bulletin.docx"))
    assert bulletin.blocks
    page = io.StringIO()
    write([bulletin], "html", page)
    assert "表1 第3行 第3列 table 1, row 3, column 3" in page.getvalue()
