"""Bytes → SourceText. One module reads one format; content decides which."""

from bulletin_nlp.read.errors import ReadError
from bulletin_nlp.read.open import MAX_BYTES, from_text, read_bytes, read_path
from bulletin_nlp.read.registry import formats, suffixes
from bulletin_nlp.read.source import SourceText

__all__ = ["MAX_BYTES", "ReadError", "SourceText", "formats", "from_text", "read_bytes", "read_path", "suffixes"]
