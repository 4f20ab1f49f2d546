"""OFD (GB/T 33190-2016): text by its place on the page; pages that are pictures by optical recognition, as an extra."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from bulletin_nlp.read.errors import FormatError
from bulletin_nlp.read.ofd.document import Document
from bulletin_nlp.read.ofd.package import is_ofd
from bulletin_nlp.read.paged import Page, read_pages
from bulletin_nlp.read.paged.extras import missing, needs
from bulletin_nlp.read.paged.picture import MAX_SCANS, recognised
from bulletin_nlp.read.registry import Format, Member
from bulletin_nlp.read.safe_zip import part_names
from bulletin_nlp.read.source import Reading
from bulletin_nlp.records import Remark

MAX_BYTES = 64 * 1024 * 1024


def recognises(data: bytes, media_type: str | None) -> bool:
    """A ZIP archive with the part OFD.xml."""
    return is_ofd(part_names(data))


def read(data: bytes) -> Reading:
    """The text in reading order, page numbers and running heads left out, broken lines joined.

    Raises:
        FormatError: damaged beyond reading, encrypted, hostile, or without any character.
    """
    document = Document(data)
    pages = document.pages()
    if pages and len(document.pictures) == len(pages):
        needs("ocr", "holds pictures of pages and no characters")
    for count, page in enumerate(page for page in pages if page.number in document.pictures):
        _recognise(document, page, count)
    if not any(glyph.text.strip() for page in pages for glyph in page.glyphs):
        notes = [message for page in pages for _, message in page.notes]
        reason = f" (page 1 {notes[0]})" if notes else ""
        raise FormatError("empty", f"is an OFD document without any character{reason}")
    return read_pages(pages, _remarks(document), document.meta)


def members(file: BinaryIO) -> Iterator[Member]:
    """The files attached to the document.

    Raises:
        FormatError: damaged beyond reading, encrypted or hostile.
    """
    document = Document(file.read(MAX_BYTES))
    document.pages()
    for name, part in document.attachments:
        try:
            yield Member(name, document.package.bytes(part))
        except FormatError as error:
            yield Member(name, error)


def _recognise(document: Document, page: Page, count: int) -> None:
    """Put the recognised characters of a picture into its page, or a note that says why there are none."""
    if command := missing("ocr"):
        page.notes.append(("page-not-read", f"is a picture; {command}"))
    elif count >= MAX_SCANS:
        page.notes.append(("page-not-read", f"is a picture; no more than {MAX_SCANS} are recognised in one document"))
    else:
        try:
            scan, _ = recognised(document.package.bytes(document.pictures[page.number]))
        except FormatError as error:
            page.notes.append(("page-not-read", error.fault))
        else:
            page.take(scan)


def _remarks(document: Document) -> list[Remark]:
    if not document.signatures:
        return []
    message = f"the OFD carries {document.signatures} digital signatures or seals, which were not verified"
    return [Remark(code="signed", message=message)]


FORMAT = Format("ofd", "application/ofd", (".ofd",), recognises, read, members)
