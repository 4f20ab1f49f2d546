"""The archive: keep, prove, find, hand over.

Below `run`: it knows neither clock nor engines. Whoever adds bulletins hands over records, bytes and the time, so that the
archive is tested without either, and `run.ingest` joins it with the engines.
"""

from bulletin_nlp.archive.archive import Archive
from bulletin_nlp.archive.errors import ArchiveError

__all__ = ["Archive", "ArchiveError"]
