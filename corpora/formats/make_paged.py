"""Writes the samples of PDF, OFD and scans below this folder: `python corpora/formats/make_paged.py`.

The bulletin of all formats (`bulletin.txt`) on pages. Needs
reportlab and Pillow; scans also need a Chinese font on the system (Debian: fonts-noto-cjk), and are written with
`--scans` only. Beside each sample stands the text that it is read as; the tests hold it against `bulletin.txt`, blank lines aside.
"""

from __future__ import annotations

import sys
from pathlib import Path

from make_ofd import STYLES, ofd
from make_pdf import pdf
from typeset import typeset

from bulletin_nlp.read import read_bytes

HERE = Path(__file__).parent
WITHOUT_TEXT = {"encrypted", "outlines", "scan", "strip"}
TITLE = "关于秋季农村饮水安全工程督查情况的通报"


def samples() -> dict[str, bytes]:
    """Every sample but the scans, by its path below this folder."""
    text = (HERE / "bulletin.txt").read_text("utf-8")
    sheets = typeset(text, head="云蓼县督查专报")
    small = typeset(text, rows=30, numbers=False)
    found = {
        "pdf/bulletin.pdf": pdf(sheets, title=TITLE),
        "pdf/turned.pdf": pdf(small, turned=True),
        "pdf/encrypted.pdf": pdf(small, password="云蓼"),
    }
    attached = {"附件1.txt": "附件：整改台账".encode()}
    for name, style in STYLES.items():
        found[f"ofd/{'bulletin' if name == 'plain' else name}.ofd"] = ofd(
            sheets, style, title=TITLE, attached=attached if name == "template" else None
        )
    found["ofd/outlines.ofd"] = ofd(sheets[:1], STYLES["plain"], outlines=True)
    return found


def scans() -> dict[str, bytes]:
    """The first page and the whole as a scanner delivers them, and a strip of the first."""
    from make_scan import encoded, scan

    text = (HERE / "bulletin.txt").read_text("utf-8")
    sheets = typeset(text)
    document = pdf(sheets)
    pages = [scan(document, number) for number in range(len(sheets))]
    strip = [pages[0].crop((200, 800, 1000, 900))]
    return {
        "pdf/strip.pdf": encoded(strip, "PDF"),
        "tiff/strip.tif": encoded(strip, "TIFF"),
        "jpeg/strip.jpg": encoded(strip, "JPEG"),
        "png/strip.png": encoded(strip, "PNG"),
        "pdf/scan.pdf": encoded(pages, "PDF"),
        "tiff/scan.tif": encoded(pages, "TIFF"),
        "jpeg/scan.jpg": encoded(pages, "JPEG"),
        "png/scan.png": encoded(pages, "PNG"),
    }


if __name__ == "__main__":
    for name, data in (samples() | (scans() if "--scans" in sys.argv else {})).items():
        path = HERE / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        if path.stem not in WITHOUT_TEXT:
            path.with_name(f"{path.name}.txt").write_text(read_bytes(data, name).text, "utf-8", newline="")
