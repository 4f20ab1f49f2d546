"""JSON Lines: one record a line, bulletins and failures alike."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from bulletin_nlp.records import Bulletin, Failure


def write(records: Iterable[Bulletin | Failure], stream: TextIO) -> None:
    """Write each record as one line of JSON (RFC 8259) and flush it, so that a reader downstream sees it at once."""
    for record in records:
        stream.write(record.model_dump_json() + "\n")
        stream.flush()
