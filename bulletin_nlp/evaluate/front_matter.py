"""The front matter of a gold file: what the head and the tail of its bulletin state."""

from __future__ import annotations

import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Noise = Literal[
    "none",
    "ascii-punct",
    "lost-date-characters",
    "html-crumbs",
    "ocr",
    "traditional",
    "no-punctuation",
    "split-lines",
    "table-flattened",
]


class _Closed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class GoldRegion(_Closed):
    """The place whose authorities speak."""

    name: str
    code: str | None = None
    parent: str | None = None


class FrontMatter(_Closed):
    """The head as it should be read. A field set to null or an empty list must be absent from the record;
    a field left out says nothing and is not compared (see `model_fields_set`)."""

    genre: str | None = None
    noise: tuple[Noise, ...] = ()
    codes: Literal["older", "current"] | None = Field(
        default=None, description="Which codes of nature the file uses; told from the codes themselves where unset"
    )
    region: GoldRegion | None = None
    title: str | None = None
    series: str | None = None
    issue_year: int | None = None
    issue_number: int | None = None
    document_number: str | None = None
    published: datetime.date | None = None
    source_name: str | None = None
    issuers: tuple[str, ...] = ()
    report_to: tuple[str, ...] = ()
    send_to: tuple[str, ...] = ()
    copy_to: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
