"""What is costly to build, kept in the user's cache folder: named by a digest, checked when read, written in one step."""

from __future__ import annotations

import hashlib
import marshal
import sys
import tempfile
from pathlib import Path
from typing import Any

_DIGEST = 32


def stored_file(kind: str, digest: str) -> Path | None:
    """The file of a build, None where the cache folder can't be used.

    Args:
        kind: what is built.
        digest: of everything that it is built from.
    """
    import platformdirs

    stamp = hashlib.sha256(f"{digest}-{sys.version_info[:2]}-{marshal.version}".encode()).hexdigest()[:24]
    try:
        folder = Path(platformdirs.user_cache_dir("bulletin_nlp"))
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder / f"{kind}-{stamp}.bin"


def load(path: Path) -> Any:
    """What a file holds, None where it is missing or is not what was written."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    if hashlib.sha256(memoryview(data)[_DIGEST:]).digest() != data[:_DIGEST]:
        return None
    try:
        return marshal.loads(memoryview(data)[_DIGEST:])
    except (ValueError, EOFError, TypeError):
        return None


def save(path: Path, content: Any) -> None:
    """Write plain values; a folder that can't be written is left alone."""
    data = marshal.dumps(content)
    part = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            part = Path(file.name)
            file.write(hashlib.sha256(data).digest() + data)
        part.replace(path)
    except OSError:
        if part is not None:
            part.unlink(missing_ok=True)
