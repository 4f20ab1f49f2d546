"""Formats that are recognised by their first bytes, to say what they are and what to do with them."""

from __future__ import annotations

from bulletin_nlp.read.safe_zip import part_names

SAVE_AS = "save it as .docx or as text (UTF-8) and pass that file"
RECOGNISE = "it holds no characters: recognise its text (OCR) first, and pass the text"
UNPACK = "unpack it and pass the files or the folder"

MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a compound file without a text document (xls, ppt, msg)", SAVE_AS),
    (b"GIF8", "a GIF image", RECOGNISE),
    (b"RIFF", "a WebP image or another RIFF file", RECOGNISE),
    (b"Rar!\x1a\x07", "a RAR archive", UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", UNPACK),
    (b"\x1f\x8b", "a gzip archive", UNPACK),
    (b"SQLite format 3\0", "an SQLite database", SAVE_AS),
)
PARTS: tuple[tuple[str, str], ...] = (
    ("xl/workbook.xml", "an XLSX workbook"),
    ("ppt/presentation.xml", "a PPTX presentation"),
    ("content.xml", "an OpenDocument file"),
    ("META-INF/container.xml", "an EPUB book"),
)


def describe(data: bytes) -> str | None:
    """What the bytes are and what to do with them, where they are of a known format that is not read; else None."""
    for magic, name, remedy in MAGIC:
        if data.startswith(magic):
            return f"is {name}; {remedy}"
    names = part_names(data)
    kind = next((kind for part, kind in PARTS if part in names), None)
    return f"is {kind}; {SAVE_AS}" if kind else None
