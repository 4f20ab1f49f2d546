"""PDF (ISO 32000): text by its place on the page; scanned pages by optical recognition, where that is installed."""

from __future__ import annotations

from typing import Any

from bulletin_nlp.read.errors import FormatError
from bulletin_nlp.read.guard import guarded
from bulletin_nlp.read.paged import Box, Glyph, Page, read_pages
from bulletin_nlp.read.paged.extras import missing, needs
from bulletin_nlp.read.paged.picture import MAX_SCANS, recognised
from bulletin_nlp.read.paged.rules import grids
from bulletin_nlp.read.paged.tables import with_tables
from bulletin_nlp.read.registry import Format
from bulletin_nlp.read.source import Reading
from bulletin_nlp.records import Remark

_HEADER = 1024  # bytes within which readers look for the signature (ISO 32000-1, annex H)
_RULED = 2.0  # ems; a shape that is larger both ways may be a table drawn as one path


def recognises(data: bytes, media_type: str | None) -> bool:
    """By the signature, which may stand behind some rubbish."""
    start = data[:_HEADER]
    return start.startswith(b"%PDF-") or (b"%PDF-" in start and b"<" not in start.partition(b"%PDF-")[0])


def read(data: bytes) -> Reading:
    """The text in reading order, page numbers and running heads left out, broken lines joined.

    Raises:
        FormatError: encrypted, damaged, too costly, or scanned without the extra `ocr`.
    """
    found = guarded("pdf", data)
    raw: list[dict[str, Any]] = found["pages"]
    pages = [_page(page) for page in raw]
    scans = [number for number, page in enumerate(raw) if page.get("scanned")]
    if scans and len(scans) == sum(bool(page.get("scanned") or page["glyphs"]) for page in raw):
        needs("ocr", "is a scan: it holds pictures of pages and no characters")
    for count, number in enumerate(scans):
        _recognise(data, pages[number], count)
    for page in pages:
        page.grids = page.grids or grids(page.shapes, page.em())
    ruled = [page.number for page in pages if page.glyphs and not page.grids and _may_hold_a_table(page)]
    remarks = with_tables(data, pages, ruled)
    return read_pages(pages, (*remarks, *_remarks(found)), _hints(found["meta"]))


def _page(raw: dict[str, Any]) -> Page:
    page = Page(raw["number"], raw["width"], raw["height"], [Glyph(*glyph) for glyph in raw["glyphs"]])
    page.shapes = [Box(*shape) for shape in raw["shapes"]]
    if raw.get("broken"):
        page.notes.append(("damaged-page", "is damaged and was left out; fetch the file anew"))
    if raw.get("behind"):
        page.notes.append(("recognised-elsewhere", "is a scan whose text another program recognised: check it"))
    if raw.get("turned"):
        page.notes.append(("turned-text-left-out", f"{raw['turned']} characters stand askew, as a watermark does"))
    return page


def _may_hold_a_table(page: Page) -> bool:
    least = _RULED * page.em()
    return any(box.right - box.left > least and box.bottom - box.top > least for box in page.shapes)


def _recognise(data: bytes, page: Page, count: int) -> None:
    """Put the recognised characters of a scanned page into it, or a note that says why there are none."""
    if missing("ocr"):
        page.notes.append(("page-not-read", f"is a scan; {missing('ocr')}"))
    elif count >= MAX_SCANS:
        page.notes.append(("page-not-read", f"is a scan; no more than {MAX_SCANS} are recognised in one document"))
    else:
        try:
            scan, _ = recognised(data, page.number - 1, pdf=True)
        except FormatError as error:
            page.notes.append(("page-not-read", error.fault))
        else:
            page.take(scan)


def _remarks(found: dict[str, Any]) -> list[Remark]:
    remarks = []
    if found["attachments"]:
        message = f"files attached to the PDF were not read: {'; '.join(found['attachments'])}"
        remarks.append(Remark(code="attached-files-not-read", message=message[:500]))
    if found["signatures"]:
        message = f"the PDF carries {found['signatures']} digital signatures, which were not verified"
        remarks.append(Remark(code="signed", message=message))
    return remarks


def _hints(meta: dict[str, str]) -> dict[str, str]:
    return {key: value[:500] for key, value in meta.items() if key in {"Title", "Author", "Subject", "CreationDate"}}


FORMAT = Format("pdf", "application/pdf", (".pdf",), recognises, read)
