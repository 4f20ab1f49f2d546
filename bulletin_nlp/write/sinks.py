"""Which sinks there are, found by name and imported when used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TextIO

from bulletin_nlp.records import Bulletin, Failure, spans_of


class UnknownFormatError(ValueError):
    """A format that no sink writes; the message lists those there are."""


@dataclass(frozen=True)
class Sink:
    """A way to write records.

    Attributes:
        name: what `--format` calls it.
        module: the module whose function `write(records, stream)` does it.
        summary: one line for the help.
    """

    name: str
    module: str
    summary: str

    def write(self, records: Iterable[Bulletin | Failure], stream: TextIO) -> None:
        """Write records as they come. `stream` is opened for text, UTF-8, with newline=""."""
        import_module(self.module).write(records, stream)


SINKS: dict[str, Sink] = {
    sink.name: sink
    for sink in (
        Sink("jsonl", "bulletin_nlp.write.jsonl", "one JSON object a line"),
        Sink("json", "bulletin_nlp.write.json", "one JSON array"),
        Sink("html", "bulletin_nlp.write.html", "one self-contained page: text and records side by side"),
        Sink("table", "bulletin_nlp.write.table", "for reading on a terminal"),
    )
}


def write(records: Iterable[Bulletin | Failure], format: str, stream: TextIO) -> None:
    """Write records in a format; what does not quote its text is written as a failure, never as a bulletin.

    Args:
        records: bulletins, and the failures of inputs that gave none, in the order to write them.
        format: a name in `SINKS`.
        stream: opened for text, UTF-8.

    Raises:
        UnknownFormatError: no sink has that name.
    """
    if format not in SINKS:
        raise UnknownFormatError(f"no format {format!r}; there are {', '.join(SINKS)}")
    SINKS[format].write(verified(records), stream)


def verified(records: Iterable[Bulletin | Failure]) -> Iterator[Bulletin | Failure]:
    """The same records, each bulletin checked once more: every span quotes the text.

    Construction checks it too, but `model_copy` and `model_construct` go past that check.
    """
    for record in records:
        wrong = None if isinstance(record, Failure) else _misquoted(record)
        if wrong is None:
            yield record
        else:
            uri = record.source.uri if isinstance(record, Bulletin) else record.uri
            yield Failure(uri=uri, stage="write", code="misquoted_span", message=wrong)


def _misquoted(bulletin: Bulletin) -> str | None:
    for span in spans_of(bulletin):
        if bulletin.text[span.start : span.end] != span.text:
            return f"a record's span {span.start}:{span.end} does not quote the text; please report this bulletin"
    return None
