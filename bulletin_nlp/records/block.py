"""Where in the original a part of the text stood: its page, paragraph, table, row and cell."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin_nlp.records.base import Record
from bulletin_nlp.records.span import Span

Part = Literal["body", "header", "footer", "textbox", "footnote", "endnote"]


class Block(Record):
    """A paragraph or a table cell of the original.

    Numbers count from 1: pages in the document; paragraphs and tables in their page, or in the document where it has no
    pages; rows and columns in their table. Blocks follow each other in the text without overlap; what stands between
    them (line ends, the tabs between cells) is layout.
    """

    span: Span
    kind: Literal["paragraph", "cell"]
    part: Part = "body"
    page: int | None = Field(default=None, ge=1)
    paragraph: int | None = Field(default=None, ge=1, description="Of a paragraph")
    table: int | None = Field(default=None, ge=1, description="Of a cell, like the fields that follow")
    row: int | None = Field(default=None, ge=1)
    column: int | None = Field(default=None, ge=1)
    rows: int = Field(default=1, ge=1, description="How many rows a merged cell covers, its own among them")
    columns: int = Field(default=1, ge=1, description="How many columns a merged cell covers")
    heading: bool = Field(default=False, description="The original calls the cell a heading of its row or column")
