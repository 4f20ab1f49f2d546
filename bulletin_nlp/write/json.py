"""One JSON array of all records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from bulletin_nlp.records import Bulletin, Failure


def write(records: Iterable[Bulletin | Failure], stream: TextIO) -> None:
    """Write a JSON array (RFC 8259), one element a line, each as soon as it is there."""
    separator = "[\n"
    for record in records:
        stream.write(separator + record.model_dump_json())
        separator = ",\n"
    stream.write("[]\n" if separator == "[\n" else "\n]\n")
