"""The originals: each under the digest of its bytes, written whole or not at all, never changed."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from bulletin_nlp.archive.errors import ArchiveError

FOLDER = "originals"
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")


def suffix_of(uri: str) -> str:
    """The ending that an original keeps, so that programs know what to open it with."""
    suffix = Path(uri).suffix.lower()
    return suffix if _SUFFIX.fullmatch(suffix) else ""


def sm3_of(data: bytes) -> str | None:
    """The SM3 digest (GB/T 32905-2016); None where OpenSSL was built without it."""
    if "sm3" not in hashlib.algorithms_available:
        return None
    try:
        return hashlib.new("sm3", data).hexdigest()
    except ValueError:
        return None


class Originals:
    """A folder of originals: `originals/ab/abcdef….html`.

    Args:
        home: the archive's folder.
    """

    def __init__(self, home: Path) -> None:
        self.folder = home / FOLDER

    def path(self, sha256: str, suffix: str) -> Path:
        """Where the original with a digest lies."""
        return self.folder / sha256[:2] / (sha256 + suffix)

    def keep(self, data: bytes, sha256: str, suffix: str) -> None:
        """Write an original; nothing where it is there already, whole.

        A kill leaves either nothing, or a `.part` file that the next attempt overwrites, or the whole original.
        """
        if hashlib.sha256(data).hexdigest() != sha256:
            raise ArchiveError(f"{sha256}: the bytes to keep do not have this digest")
        target = self.path(sha256, suffix)
        if target.is_file() and target.stat().st_size == len(data):
            return
        if not target.parent.is_dir():
            target.parent.mkdir(parents=True, exist_ok=True)
            sync_folder(self.folder)
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
        sync_folder(target.parent)

    def read(self, sha256: str, suffix: str) -> bytes:
        """The bytes of an original.

        Raises:
            ArchiveError: it is not there.
        """
        try:
            return self.path(sha256, suffix).read_bytes()
        except OSError as error:
            raise ArchiveError(
                f"the original {sha256} can't be read ({error.strerror}); restore it from a bag"
            ) from error

    def digests(self) -> Iterator[tuple[str, Path]]:
        """Digest (by name) and path of all that lies in the folder."""
        for path in sorted(self.folder.glob("??/*")):
            yield path.name.partition(".")[0], path

    def sweep(self) -> None:
        """Remove the parts that a killed process left; those of processes that still run stay.

        Where the system does not list its processes all of them stay: they are in nobody's way.
        """
        if not Path("/proc/self").exists():
            return
        for part in self.folder.glob("??/.*.part"):
            process = part.name.split(".")[-2]
            if not (process.isdigit() and Path(f"/proc/{process}").exists()):
                part.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make new names in a folder survive a power cut, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
