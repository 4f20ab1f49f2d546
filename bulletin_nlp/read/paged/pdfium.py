"""The door to PDFium: the characters of a PDF with their places. Runs in the bounded process of `guard`."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from typing import Any

from bulletin_nlp.read.errors import FormatError

MAX_PAGES = 2000
MAX_GLYPHS = 300_000
MAX_SHAPES = 2000  # a page
_SCANNED = 0.3  # of the page an image must cover, where there is hardly a character
_BEHIND = 0.8  # … where there are characters: then they lie behind a scan
_FEWEST = 10  # characters of a page of text
_UNMAPPED = 0.3  # the share of characters without meaning from which a page is as good as a scan
_OUTLINES = 100  # drawn shapes from which a page without characters may be text drawn as outlines
_STRAIGHT = 0.05  # radians: what is turned further is a watermark


def run(data: bytes) -> dict[str, Any]:
    """Every page of a document.

    Returns:
        `pages`: number, width, height, glyphs [[text, left, top, right, bottom] …], scanned, behind, turned, shapes
        [[left, top, right, bottom] …]; `meta`; `attachments`: names; `signatures`: their number.

    Raises:
        FormatError: encrypted, damaged, or with too many pages or characters.
    """
    document = open_document(data)
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise FormatError("too_large", f"has {count} pages, more than the {MAX_PAGES} that are read; split it")
        pages, left = [], MAX_GLYPHS
        for index in range(count):
            page = _page(document, index, left)
            left -= len(page["glyphs"])
            pages.append(page)
        return {
            "pages": pages,
            "meta": dict(document.get_metadata_dict(skip_empty=True)),
            "attachments": _attachments(document),
            "signatures": _signatures(document),
        }
    finally:
        document.close()


def open_document(data: bytes) -> Any:
    """The document behind some bytes.

    Raises:
        FormatError: encrypted or damaged.
    """
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(data)
        if not len(document):
            raise FormatError("damaged", "is a PDF without pages; fetch it, or print it to PDF, anew")
        return document
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            fault = (
                "is protected by a password; open it with the password, print it to a PDF without one, and pass that"
            )
            raise FormatError("encrypted", fault) from error
        raise FormatError("damaged", "is a damaged PDF; fetch it, or print it to PDF, anew") from error


def _page(document: Any, index: int, left: int) -> dict[str, Any]:
    import pypdfium2

    blank = {"number": index + 1, "width": 1.0, "height": 1.0, "glyphs": [], "shapes": []}
    try:
        page = document[index]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return {**blank, "broken": True}
    try:
        if text.count_chars() > left:
            raise FormatError("too_large", f"holds more than {MAX_GLYPHS} characters; no bulletin does: split it")
        box = page.get_cropbox()
        found = list(_characters(text))
        turns = Counter(turn for *_, turn, _ in found if turn is not None)
        turn = max(turns, key=lambda t: (turns[t], -t)) if turns else 0
        glyphs = [_placed(code, place, box, turn) for code, place, its, _ in found if its == turn]
        printed = sum(not glyph[0].isspace() for glyph in glyphs)
        unmapped = sum(lost for *_, lost in found)
        image, drawn = _drawn(page, box)
        shapes = len(drawn)
        width, height = box[2] - box[0], box[3] - box[1]
        poor = printed < _FEWEST or unmapped > _UNMAPPED * max(1, len(found))
        scanned = poor and (image >= _SCANNED or shapes >= _OUTLINES or unmapped > 0)
        return {
            "number": index + 1,
            "width": height if turn % 2 else width,
            "height": width if turn % 2 else height,
            "glyphs": [] if scanned else glyphs,
            "scanned": scanned,
            "behind": not scanned and image >= _BEHIND and printed >= _FEWEST,
            "turned": sum(1 for _, place, its, _ in found if its != turn),
            "shapes": [_upright(place, box, turn) for place in drawn[:MAX_SHAPES]],
        }
    finally:
        text.close()
        page.close()


def _characters(text: Any) -> Iterator[tuple[str, tuple[float, float, float, float], int | None, bool]]:
    """Every character that the file holds: text, box (left, bottom, right, top), quarter turns, whether unmapped."""
    from pypdfium2 import raw

    loose = raw.FS_RECTF()
    high = ""
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if raw.FPDFText_IsGenerated(text, index) == 1 or code in (10, 13):
            continue
        if 0xD800 <= code < 0xDC00:
            high = chr(code)
            continue
        character = "-" if code == 2 else chr(code) if code <= 0x10FFFF else "\ufffd"
        if high and 0xDC00 <= code < 0xE000:
            character = (high + character).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        high = ""
        lost = raw.FPDFText_HasUnicodeMapError(text, index) == 1 or code in (0, 0xFFFD, 0xFFFE, 0xFFFF)
        if character < " " or (not lost and character == "\u00ad"):
            if lost:
                yield "\ufffd", (0.0, 0.0, 0.0, 0.0), None, True
            continue
        if not raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(loose)):
            continue
        place = (loose.left, loose.bottom, loose.right, loose.top)
        if not all(map(math.isfinite, place)) or max(map(abs, place)) > 1e6:
            continue
        angle = raw.FPDFText_GetCharAngle(text, index) / (math.pi / 2)
        turn = round(angle) % 4 if abs(angle - round(angle)) < _STRAIGHT else None
        yield character, place, turn, lost


def _placed(
    text: str, place: tuple[float, float, float, float], box: tuple[float, float, float, float], turn: int
) -> list[Any]:
    """A character on the upright page."""
    return [text, *_upright(place, box, turn)]


def _upright(
    place: tuple[float, float, float, float], box: tuple[float, float, float, float], turn: int
) -> list[float]:
    """A box on the upright page: the whole page is turned as most of its text is."""
    left, bottom, right, top = place
    page_left, page_bottom, page_right, page_top = box
    upright = {
        0: (left - page_left, page_top - top, right - page_left, page_top - bottom),
        1: (page_top - top, page_right - right, page_top - bottom, page_right - left),
        2: (page_right - right, bottom - page_bottom, page_right - left, top - page_bottom),
        3: (bottom - page_bottom, left - page_left, top - page_bottom, right - page_left),
    }[turn]
    return [round(value, 2) for value in upright]


def _drawn(page: Any, box: tuple[float, float, float, float]) -> tuple[float, list[tuple[float, float, float, float]]]:
    """The share of the page that its largest image covers, and the drawn shapes: left, bottom, right, top."""
    from pypdfium2 import PdfiumError, raw

    area = max(1.0, (box[2] - box[0]) * (box[3] - box[1]))
    largest = 0.0
    shapes: list[tuple[float, float, float, float]] = []
    for found in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH), max_depth=4):
        try:
            left, bottom, right, top = found.get_bounds()
        except PdfiumError:
            continue
        if not all(map(math.isfinite, (left, bottom, right, top))):
            continue
        if found.type == raw.FPDF_PAGEOBJ_PATH:
            shapes.append((left, bottom, right, top))
        else:
            largest = max(largest, (right - left) * (top - bottom) / area)
    return largest, shapes


def _attachments(document: Any) -> list[str]:
    from pypdfium2 import PdfiumError

    try:
        return [document.get_attachment(i).get_name() for i in range(min(document.count_attachments(), 100))]
    except PdfiumError:
        return []


def _signatures(document: Any) -> int:
    from pypdfium2 import raw

    return max(0, int(raw.FPDF_GetSignatureCount(document)))
