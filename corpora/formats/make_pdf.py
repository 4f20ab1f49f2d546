"""Sheets → PDF, with the Adobe font STSong-Light that every reader has and no file embeds."""

from __future__ import annotations

import io

from reportlab.lib import pdfencrypt
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from typeset import HEIGHT, WIDTH, Sheet

FONT = "STSong-Light"


def pdf(sheets: list[Sheet], *, title: str = "", password: str | None = None, turned: bool = False) -> bytes:
    """A PDF file, the same bytes each time.

    Args:
        sheets: what stands on its pages.
        title: its metadata.
        password: what opens it.
        turned: pages set sideways and turned upright by /Rotate, as landscape attachments are.
    """
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    buffer = io.BytesIO()
    encrypted = pdfencrypt.StandardEncryption(password) if password else None
    size = (HEIGHT, WIDTH) if turned else (WIDTH, HEIGHT)
    canvas = Canvas(buffer, pagesize=size, invariant=1, encrypt=encrypted)
    canvas.setTitle(title)
    for sheet in sheets:
        if turned:
            canvas.setPageRotation(90)
            canvas.translate(HEIGHT, 0)
            canvas.rotate(90)
        for run in sheet.runs:
            canvas.setFont(FONT, run.size)
            x = run.x
            for character in run.text:
                canvas.drawString(x, HEIGHT - run.y, character)
                x += run.size * (0.5 if ord(character) < 0x2000 else 1.0)
        for x0, y0, x1, y1 in sheet.rules:
            canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
