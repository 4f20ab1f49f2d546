"""ZIP archives that nobody vouches for: every number bounded, nothing written anywhere."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from dataclasses import dataclass
from typing import BinaryIO

from bulletin_nlp.read.errors import FormatError

MIB = 1024 * 1024
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_ENTRY = b"PK\x01\x02"
_DAMAGES = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, IndexError)


@dataclass(frozen=True)
class Limits:
    """Above which an archive is refused; no office document comes near them."""

    members: int = 20_000
    member_bytes: int = 48 * MIB
    total_bytes: int = 256 * MIB
    ratio: int = 200
    ratio_from: int = 4 * MIB  # smaller members may be as dense as they like


class SafeZip:
    """The members of an archive.

    Args:
        source: the archive: its bytes, or a file open for reading.
        limits: what it may hold; what is read counts against `total_bytes`.

    Raises:
        FormatError: damaged, or with too many members.
    """

    def __init__(self, source: bytes | BinaryIO, limits: Limits = Limits()) -> None:
        self._limits = limits
        self._left = limits.total_bytes
        if (
            isinstance(source, bytes) and source.count(_ENTRY) > 5 * limits.members
        ):  # before zipfile makes an object of each; stored archives count too
            raise _too_many(limits)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
            infos = [info for info in self._archive.infolist() if not info.is_dir()]
        except (*_DAMAGES, NotImplementedError) as error:
            raise FormatError(
                "damaged", "is a damaged ZIP archive or office document; fetch or save it anew"
            ) from error
        if len(infos) > limits.members:
            raise _too_many(limits)
        self._infos = {_name(info): info for info in infos}

    @property
    def names(self) -> tuple[str, ...]:
        """The members' names in the archive's order, with slashes; of members of one name the last counts."""
        return tuple(self._infos)

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def read(self, name: str) -> bytes:
        """The bytes of a member.

        Raises:
            FormatError: it is not there, encrypted, damaged, compressed in an unknown way, or too large.
        """
        info = self._infos.get(name)
        if info is None:
            raise FormatError("damaged", f"lacks its part {name}; fetch or save it anew")
        if info.flag_bits & _ENCRYPTED:
            raise FormatError("encrypted", f"is protected by a password ({name}); unpack it with the password first")
        self._check(info, name)
        try:
            with self._archive.open(info) as file:
                data = file.read(min(self._limits.member_bytes, self._left) + 1)
        except (NotImplementedError, RuntimeError) as error:
            fault = f"is packed in a way that can't be read ({name}: {error}); unpack it and pass the files"
            raise FormatError("unsupported", fault) from error
        except _DAMAGES as error:
            raise FormatError("damaged", f"is damaged in its part {name}; fetch or save it anew") from error
        self._left -= len(data)
        if self._left < 0 or len(data) > self._limits.member_bytes:
            raise self._too_large(name)
        return data

    def _check(self, info: zipfile.ZipInfo, name: str) -> None:
        """What the archive says of a member; `read` bounds what it then holds."""
        dense = info.file_size > self._limits.ratio_from
        if dense and info.file_size > self._limits.ratio * max(1, info.compress_size):
            fault = f"holds {name}, packed more than {self._limits.ratio} to 1, as no document is: a ZIP bomb; don't open it"
            raise FormatError("suspicious", fault)
        if info.file_size > min(self._limits.member_bytes, self._left):
            raise self._too_large(name)

    def _too_large(self, name: str) -> FormatError:
        limit = self._limits.member_bytes // MIB
        fault = f"unpacks to more than is read ({name}; {limit} MiB a part, {self._limits.total_bytes // MIB} in all); split it"
        return FormatError("too_large", fault)


def is_zip(data: bytes) -> bool:
    """Whether the bytes begin as a ZIP archive does (local file header, or the end record of an empty one)."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def part_names(data: bytes) -> frozenset[str]:
    """The names in an archive; none where the bytes are no archive that can be opened."""
    if not is_zip(data):
        return frozenset()
    try:
        return frozenset(SafeZip(data).names)
    except FormatError:
        return frozenset()


def _too_many(limits: Limits) -> FormatError:
    fault = f"holds more files than the {limits.members} that are opened; unpack it and pass the folder"
    return FormatError("too_large", fault)


def _name(info: zipfile.ZipInfo) -> str:
    """The member's name; without the UTF-8 flag Chinese archivers write GB 18030, which zipfile reads as code page 437."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAME:
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return name.replace("\\", "/")
