"""Records as they are kept: compressed JSON with its digest."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib

from bulletin_nlp.archive.errors import ArchiveError
from bulletin_nlp.records import Bulletin


def pack(json: str) -> tuple[str, bytes]:
    """Digest of the JSON, and the JSON compressed."""
    data = json.encode()
    return hashlib.sha256(data).hexdigest(), zlib.compress(data, 3)


def unpack(document: str, digest: str, record: bytes) -> str:
    """The JSON of a record.

    Raises:
        ArchiveError: it is not what was kept.
    """
    try:
        data = zlib.decompress(record)
    except zlib.error as error:
        raise ArchiveError(
            f"{document}: the record kept is damaged ({error}); restore the archive from a bag"
        ) from error
    if hashlib.sha256(data).hexdigest() != digest:
        raise ArchiveError(f"{document}: the record kept has another digest than was noted; restore it from a bag")
    return data.decode()


def json_of(connection: sqlite3.Connection, document: str, version: int | None = None) -> str:
    """The JSON of a document's record.

    Args:
        connection: of the archive.
        document: the bulletin's id.
        version: the number of the version; None for the current one.

    Raises:
        ArchiveError: there is no such document or version, or it is damaged.
    """
    row = connection.execute(
        """SELECT v.sha256, v.record FROM version v JOIN document d ON d.number = v.document
           WHERE d.id = ? AND v.number = coalesce(?, d.version)""",
        (document, version),
    ).fetchone()
    if row is None:
        what = document if version is None else f"{document}, version {version}"
        raise ArchiveError(f"{what}: not in this archive; `bulletin archive list` shows what is")
    return unpack(document, *row)


def record_of(connection: sqlite3.Connection, document: str, version: int | None = None) -> Bulletin:
    """The record of a document, verified."""
    return Bulletin.model_validate_json(json_of(connection, document, version))
