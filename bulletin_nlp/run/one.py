"""One input, one result: the function that every engine wraps."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bulletin_nlp.knowledge import KnowledgeError
from bulletin_nlp.parse import Parser
from bulletin_nlp.read import ReadError, SourceText, read_bytes, read_path
from bulletin_nlp.records import Bulletin, Failure
from bulletin_nlp.run.inputs import Input


@dataclass(frozen=True)
class Settings:
    """What a worker is built from; plain values, so that they travel to another process."""

    region: str | None = None
    published: str | None = None
    knowledge: Path | None = None
    registry: Path | None = None
    debug: bool = False

    def parser(self) -> Parser:
        """A parser with these settings."""
        return Parser(region=self.region, published=self.published, knowledge=self.knowledge, registry=self.registry)


def _source(document: Input) -> SourceText:
    if document.data is None:
        return read_path(document.uri)
    return read_bytes(document.data, document.uri, document.media_type)


def process(document: Input, parser: Parser, *, debug: bool = False) -> Bulletin | Failure:
    """Read and parse one input; whatever is wrong with it becomes a Failure.

    Args:
        document: the input.
        parser: the parser to use.
        debug: raise instead of turning an unforeseen error into a Failure.
    """
    try:
        source = _source(document)
    except ReadError as error:
        return error.failure()
    try:
        bulletin = parser(source)
    except KnowledgeError as error:
        message = f"{document.uri}: not parsed: {error}"
        return Failure(uri=document.uri, stage="parse", code="knowledge", message=message)
    except Exception as error:
        if debug:
            raise
        message = f"{document.uri}: could not be parsed ({type(error).__name__}: {error}); run again with --debug and report it"
        return Failure(uri=document.uri, stage="parse", code="internal", message=message)
    if any(remark.code == "not-a-bulletin" for remark in bulletin.remarks):
        message = f"{document.uri}: holds no bulletin: no Chinese sentence with a unit, a date, a heading or a finding; check the file"
        return Failure(uri=document.uri, stage="parse", code="not_a_bulletin", message=message)
    return bulletin
