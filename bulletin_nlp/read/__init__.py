"""Bytes → SourceText. One module reads one format; content decides which."""

from bulletin_nlp.read.contained import Found, documents, documents_in, foreign, is_wanted
from bulletin_nlp.read.errors import FormatError, ReadError
from bulletin_nlp.read.litter import belongs_to_page, is_litter
from bulletin_nlp.read.open import MAX_BYTES, from_text, read_bytes, read_path
from bulletin_nlp.read.registry import formats, suffixes
from bulletin_nlp.read.source import Doubt, SourceText

__all__ = [
    "MAX_BYTES",
    "Doubt",
    "FormatError",
    "Found",
    "ReadError",
    "SourceText",
    "belongs_to_page",
    "documents",
    "documents_in",
    "foreign",
    "formats",
    "from_text",
    "is_litter",
    "is_wanted",
    "read_bytes",
    "read_path",
    "suffixes",
]
