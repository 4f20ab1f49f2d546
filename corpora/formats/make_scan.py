"""A PDF page → what a scanner makes of it: 200 dots an inch, grey, slightly askew, with noise; as PDF, JPEG, PNG, TIFF.

The page is drawn by PDFium, which takes a Chinese font from the system: one must be installed (Debian: fonts-noto-cjk).
"""

from __future__ import annotations

import io
import random

import pypdfium2
from PIL import Image, ImageFilter

DOTS = 200


def scan(document: bytes, number: int, *, askew: float = 0.25, noise: int = 10, seed: int = 6) -> Image.Image:
    """One page as a scanned picture, the same each time.

    Args:
        document: a PDF.
        number: which page, from 0.
        askew: degrees.
        noise: how far grey values stray.
        seed: of the noise.
    """
    page = pypdfium2.PdfDocument(document)[number]
    clean = page.render(scale=DOTS / 72, grayscale=True).to_pil().convert("L")
    turned = clean.rotate(askew, Image.Resampling.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(0.6))
    generator = random.Random(seed)
    tile = bytes(generator.randrange(2 * noise + 1) for _ in range(256 * 256))
    grain = Image.frombytes("L", (256, 256), tile)
    paper = Image.new("L", turned.size)
    for x in range(0, turned.width, 256):
        for y in range(0, turned.height, 256):
            paper.paste(grain.rotate(90 * ((x + y) // 256 % 4)), (x, y))
    return Image.merge("L", [Image.blend(turned, Image.eval(paper, lambda value: 245 - noise + value), 0.08)])


def encoded(pages: list[Image.Image], kind: str) -> bytes:
    """Pictures as a file: PDF, TIFF (several pages), JPEG or PNG (the first)."""
    buffer = io.BytesIO()
    options: dict[str, object] = {"dpi": (DOTS, DOTS)}
    if kind == "PDF":
        options = {"resolution": DOTS, "save_all": True, "append_images": pages[1:], "quality": 60}
        options |= {"creationDate": None, "modDate": None, "producer": None}
    elif kind == "TIFF":
        pages = [page.point(lambda value: 255 if value > 150 else 0, "1") for page in pages]
        options |= {"save_all": True, "append_images": pages[1:], "compression": "group4"}
    elif kind == "JPEG":
        options |= {"quality": 60}
    else:
        pages = [page.quantize(8) for page in pages]
    pages[0].save(buffer, kind, **options)
    return buffer.getvalue()
