"""Bulletins for other programs: tidy tables with keys, linked data, and formats of annotation tools."""

from bulletin_nlp.export.errors import ExportError
from bulletin_nlp.export.formats import FORMATS, Format, export

__all__ = ["FORMATS", "ExportError", "Format", "export"]
