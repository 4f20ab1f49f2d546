"""The parser: SourceText → Doc → Bulletin."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_nlp.knowledge import use
from bulletin_nlp.parse.assemble import Assembly
from bulletin_nlp.read import SourceText, from_text, read_bytes
from bulletin_nlp.reconcile import Registries, Registry, resolve_region
from bulletin_nlp.records import Bulletin

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from bulletin_nlp.reconcile import RegionVerdict


class Parser:
    """Parses bulletins with one set of settings; built once, used for many.

    Args:
        region: code or name of the place whose authorities speak; found in each text when None.
        published: ISO day that dates are resolved against; found in each text when None.
        knowledge: a folder that overlays the shipped knowledge, and holds registries and decisions of regions.
        registry: a CSV or JSONL file of canonical units, which outranks names composed by rule.

    Raises:
        KnowledgeError: a knowledge file can't be read.
        ValueError: the region is unknown, or the day is no ISO day.
    """

    def __init__(
        self,
        *,
        region: str | None = None,
        published: str | None = None,
        knowledge: Path | None = None,
        registry: Path | None = None,
    ) -> None:
        self._folder = knowledge
        self.knowledge = use(knowledge)
        self.region: RegionVerdict | None = resolve_region(region) if region else None
        self.published = date.fromisoformat(published) if published else None
        self.registries = Registries(knowledge, Registry.read(registry) if registry else None)
        if self.region:
            self.registries.of(self.region)

    @cached_property
    def nlp(self) -> Language:
        """The spaCy pipeline, made when first used."""
        from bulletin_nlp.parse.pipeline import load

        return load(knowledge=self._folder)

    def __call__(self, source: SourceText) -> Bulletin:
        """The bulletin of one source."""
        use(self._folder)
        doc = self.nlp(self._document(source))
        return Assembly(source, doc, self).bulletin()

    def _document(self, source: SourceText) -> Doc:
        """A Doc of the text, with the tables in it as the reader's blocks tell them."""
        from bulletin_nlp.pipes.tables.doc import GROUP
        from bulletin_nlp.pipes.tables.finder import find_tables

        doc = self.nlp.make_doc(source.text)
        doc.user_data[GROUP] = find_tables(source.text, source.blocks)
        return doc


def parse(
    text: str | bytes,
    *,
    uri: str = "memory:",
    region: str | None = None,
    published: str | None = None,
    knowledge: Path | None = None,
    registry: Path | None = None,
) -> Bulletin:
    """Parse one bulletin.

    Args:
        text: its text, or the bytes of a file in a format that can be read.
        uri: where it lies; goes into `Bulletin.source`.
        region: code or name of the place whose authorities speak (532927, 巍山县); found in the text when None.
        published: ISO day that dates are resolved against; found in the text when None.
        knowledge: a folder that overlays the shipped knowledge, and holds registries and decisions of regions.
        registry: a CSV or JSONL file of canonical units.

    Returns:
        The bulletin; every span quotes `Bulletin.text`.

    Raises:
        ReadError: bytes that are empty, no text, too large, or of a format that is not read.
    """
    source = from_text(text, uri) if isinstance(text, str) else read_bytes(text, uri)
    return _parser(region, published, knowledge, registry)(source)


_parsers: dict[tuple[str | None, str | None, Path | None, Path | None], Parser] = {}


def _parser(region: str | None, published: str | None, knowledge: Path | None, registry: Path | None) -> Parser:
    key = (region, published, knowledge, registry)
    if key not in _parsers:
        if len(_parsers) >= 8:
            _parsers.clear()
        _parsers[key] = Parser(region=region, published=published, knowledge=knowledge, registry=registry)
    return _parsers[key]
