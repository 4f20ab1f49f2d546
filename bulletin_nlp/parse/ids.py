"""Ids of records: digests of what they are, so that the same bytes give the same ids anywhere."""

from __future__ import annotations

import hashlib


class Ids:
    """Makes the ids of one bulletin's records.

    An id is a letter for the kind of record and twelve hexadecimal digits of a digest of the bulletin's id, the kind,
    the record's offsets, and its number among records of that kind at those offsets.
    """

    def __init__(self, bulletin_id: str) -> None:
        self._bulletin_id = bulletin_id
        self._seen: dict[tuple[str, int, int], int] = {}

    def __call__(self, kind: str, start: int, end: int) -> str:
        """The id of the next record of a kind at the given offsets."""
        number = self._seen.get((kind, start, end), 0)
        self._seen[kind, start, end] = number + 1
        digest = hashlib.sha256(f"{self._bulletin_id}:{kind}:{start}:{end}:{number}".encode()).hexdigest()
        return f"{kind}-{digest[:12]}"
