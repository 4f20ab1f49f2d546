"""Documents that are pages of placed characters (PDF, OFD, scans): from places to lines, paragraphs and tables."""

from bulletin_nlp.read.paged.document import read_pages
from bulletin_nlp.read.paged.model import Box, Glyph, Grid, Page

__all__ = ["Box", "Glyph", "Grid", "Page", "read_pages"]
