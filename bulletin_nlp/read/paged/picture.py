"""Optical recognition of one picture of a page: the door to RapidOCR, whose models come with it.

`run` works in the bounded process of `guard`; nothing is fetched from anywhere.
"""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from bulletin_nlp.read.errors import FormatError
from bulletin_nlp.read.guard import guarded
from bulletin_nlp.read.paged.document import read_pages
from bulletin_nlp.read.paged.extras import needs
from bulletin_nlp.read.paged.model import Box, Glyph, Page
from bulletin_nlp.read.paged.rules import MAX_RULES, grids
from bulletin_nlp.read.source import Reading

MAX_SCANS = 60
SECONDS = 60.0
MEGABYTES = 768  # reserved; about 400 are used
DOTS = 200  # an inch, as scanned documents have
_LONGEST = 3000  # pixels of the longer side that are looked at
_MOST_PIXELS = 40_000_000
_DETECTION = 960  # pixels of the longer side in which lines are looked for


def recognised(data: bytes, number: int = 0, *, pdf: bool = False) -> tuple[Page, int]:
    """The characters of one scanned page.

    Args:
        data: an image, or a PDF.
        number: which page of it, from 0.
        pdf: whether it is a PDF.

    Returns:
        The page, and how many there are.

    Raises:
        FormatError: the picture is damaged, too large or too costly.
    """
    found = guarded("image", data, {"number": number, "pdf": pdf}, seconds=SECONDS, megabytes=MEGABYTES)
    glyphs = [Glyph(*glyph) for glyph in found["glyphs"]]
    notes = [] if glyphs else [("nothing-recognised", "no character was recognised on it")]
    page = Page(number + 1, found["width"], found["height"], glyphs, notes=notes)
    page.grids = grids([Box(*rule) for rule in found["rules"]], page.em())
    return page, found["frames"]


def read_picture(data: bytes) -> Reading:
    """The text of a scan, page by page (TIFF holds several).

    Raises:
        FormatError: the extra `ocr` is not installed, or the picture is damaged, too large or too costly.
    """
    needs("ocr", "is a picture and holds no characters")
    page, frames = recognised(data)
    pages = [page, *(recognised(data, number)[0] for number in range(1, min(frames, MAX_SCANS)))]
    if frames > MAX_SCANS:
        pages[-1].notes.append(("page-not-read", f"is the last of {frames} that was recognised"))
    return read_pages(pages)


def run(data: bytes, number: int, pdf: bool) -> dict[str, Any]:
    """Recognise one page.

    Returns:
        `width`, `height`, `glyphs`: [text, left, top, right, bottom, score], `rules`: boxes of drawn lines, and `frames`, how many pages there are.
    """
    import numpy

    image, frames = (_rendered if pdf else _opened)(data, number)
    found = _engine()(
        numpy.asarray(image.convert("RGB"))[:, :, ::-1], return_word_box=True, return_single_char_box=True
    )
    glyphs = []
    lines = found.word_results if found.boxes is not None else ()  # without text they are one of no form
    for line in lines or ():
        for text, score, corners in line:
            xs, ys = [float(x) for x, _ in corners], [float(y) for _, y in corners]
            glyphs.append([text, min(xs), min(ys), max(xs), max(ys), round(float(score), 4)])
    size = {"width": float(image.width), "height": float(image.height)}
    return {**size, "glyphs": glyphs, "rules": _rules(numpy.asarray(image.convert("L"))), "frames": frames}


def _rules(grey: Any) -> list[list[float]]:
    """The drawn lines of a picture, as boxes: dark runs far longer than a stroke of a character."""
    import cv2

    _, ink = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    long = max(grey.shape) // 30
    found = []
    for kernel in ((long, 1), (1, long)):
        lines = cv2.morphologyEx(ink, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, kernel))
        lines = cv2.dilate(lines, cv2.getStructuringElement(cv2.MORPH_RECT, (5, 5)))
        _, _, boxes, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
        found += [[float(x), float(y), float(x + w), float(y + h)] for x, y, w, h, _ in boxes[1 : MAX_RULES + 1]]
    return found


def _rendered(data: bytes, number: int) -> tuple[Any, int]:
    from bulletin_nlp.read.paged.pdfium import open_document

    document = open_document(data)
    try:
        page = document[number]
        width, height = page.get_size()
        scale = min(DOTS / 72, _LONGEST / max(width, height, 1.0))
        return page.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil(), len(document)
    finally:
        document.close()


def _opened(data: bytes, frame: int) -> tuple[Any, int]:
    from PIL import Image, ImageOps, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None  # bounded below, with a message of our own
    try:
        image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF"))
        frames = getattr(image, "n_frames", 1)
        image.seek(frame)
        if image.width * image.height > _MOST_PIXELS:
            fault = (
                f"is a picture of {image.width} × {image.height} pixels; scan at 200 to 300 dots an inch and pass that"
            )
            raise FormatError("too_large", fault)
        image.draft("L", (_LONGEST, _LONGEST))
        shown = image if image.mode in {"L", "RGB"} else image.convert("L")
        shown.thumbnail((_LONGEST, _LONGEST), Image.Resampling.BOX)
        shown = ImageOps.exif_transpose(shown).convert("L")
    except FormatError:
        raise
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
        EOFError,
        KeyError,
        TypeError,
        IndexError,
    ) as error:
        raise FormatError("damaged", "is a damaged picture; fetch it, or scan the page, anew") from error
    return shown, frames


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.max_side_len": _LONGEST,
            "Global.use_cls": False,
            "Rec.rec_batch_num": 1,
            "Det.limit_side_len": _DETECTION,
            "Det.limit_type": "max",
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )
