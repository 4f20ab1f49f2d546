"""Which bytes a bulletin was read from."""

from __future__ import annotations

from pydantic import Field

from bulletin_nlp.records.base import Record


class Source(Record):
    """The original: where it lay, what it was, and the digest that proves it."""

    uri: str
    media_type: str
    encoding: str | None = Field(description="The character encoding that the bytes were decoded with")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    bytes: int = Field(ge=0)
    reader: str = Field(description="The reader that delivered the text")
