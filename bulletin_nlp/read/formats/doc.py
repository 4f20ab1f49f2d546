"""Word 97-2003 and WPS documents, which LibreOffice converts."""

from __future__ import annotations

import re

from bulletin_nlp.read import office
from bulletin_nlp.read.errors import FormatError
from bulletin_nlp.read.registry import Format
from bulletin_nlp.read.source import Reading

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
KIND = "a document of Word 97-2003 or WPS"
_STREAM = "WordDocument".encode("utf-16-le")
_LOCKED = tuple(name.encode("utf-16-le") for name in ("EncryptedPackage", "EncryptionInfo"))
_XML = re.compile(rb'<\?mso-application\s+progid="Word\.Document"')
_HEAD = 1024
_SECTOR = 512
# FibBase ([MS-DOC] 2.5.2): wIdent, and after ten bytes the flags, the ninth of which is fEncrypted.
_IDENT = b"\xec\xa5"
_FLAGS, _ENCRYPTED = 11, 0x01


def recognises(data: bytes, media_type: str | None) -> bool:
    """Compound files with Word's stream, or with an encrypted document; Word's XML of 2003."""
    if data.startswith(COMPOUND):
        return any(name in data for name in (_STREAM, *_LOCKED))
    return data.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<?xml") and _XML.search(data[:_HEAD]) is not None


def read(data: bytes) -> Reading:
    """The document as converted.

    Raises:
        FormatError: protected by a password, LibreOffice is not installed, or can't convert it.
    """
    if data.startswith(COMPOUND) and (any(name in data for name in _LOCKED) or _is_encrypted(data)):
        raise FormatError("encrypted", "is protected by a password; open it with the password and save it without")
    return office.read(data, ".doc" if data.startswith(COMPOUND) else ".xml", KIND)


def _is_encrypted(data: bytes) -> bool:
    """Whether the first sector that begins like Word's stream says so."""
    for start in range(_SECTOR, len(data) - _FLAGS, _SECTOR):
        if data.startswith(_IDENT, start):
            return bool(data[start + _FLAGS] & _ENCRYPTED)
    return False


FORMAT = Format("doc", "application/msword", (".doc", ".wps", ".wpt", ".dot"), recognises, read)
