"""What goes wrong with an archive as a whole."""

from __future__ import annotations


class ArchiveError(ValueError):
    """An archive, bag or query that can't be used; the message says what is wrong and what to do."""
