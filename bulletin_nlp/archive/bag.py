"""BagIt (RFC 8493): bags written and validated, whatever their payload."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from bulletin_nlp.archive.errors import ArchiveError

_DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_LINE = re.compile(r"(?P<digest>[0-9a-fA-F]+)\s+(?P<path>\S.*)")
_BLOCK = 1 << 20


def write_bag(folder: Path, payload: Callable[[Path], None], info: Mapping[str, str]) -> int:
    """Write a bag; the folder is there whole or not at all.

    Args:
        folder: of the bag; must not be there, or be empty.
        payload: writes the payload below the folder that it is given.
        info: labels and values of bag-info.txt; Payload-Oxum is added.

    Returns:
        How many files the payload has.

    Raises:
        ArchiveError: the folder holds something.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ArchiveError(f"{folder}: is not empty; name a new folder for the bag")
    part = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        (part / "data").mkdir(parents=True)
        payload(part / "data")
        lines, size = [], 0
        for path in _files(part / "data"):
            lines.append(f"{digest_of(path)}  {_encoded(path.relative_to(part).as_posix())}\n")
            size += path.stat().st_size
        facts = {**info, "Payload-Oxum": f"{size}.{len(lines)}"}
        tags = {
            "bagit.txt": _DECLARATION,
            "bag-info.txt": "".join(f"{name}: {value}\n" for name, value in facts.items()),
            "manifest-sha256.txt": "".join(lines),
        }
        for name, content in tags.items():
            (part / name).write_text(content, encoding="utf-8", newline="\n")
        manifest = "".join(f"{digest_of(part / name)}  {name}\n" for name in sorted(tags))
        (part / "tagmanifest-sha256.txt").write_text(manifest, encoding="utf-8", newline="\n")
        if folder.exists():
            folder.rmdir()
        part.rename(folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return len(lines)


def faults(folder: Path) -> Iterator[str]:
    """What is wrong with a bag: nothing is missing, nothing is added, nothing is changed, nothing points outside."""
    if not (folder / "bagit.txt").is_file():
        yield f"{folder}: is no bag: it has no bagit.txt"
        return
    if (folder / "fetch.txt").exists():
        yield f"{folder}: has a fetch.txt; fetch its files first, bags are taken whole"
    listed: set[str] = set()
    for manifest, needed in (("manifest-sha256.txt", True), ("tagmanifest-sha256.txt", False)):
        path = folder / manifest
        if not path.is_file():
            if needed:
                yield f"{folder}: has no {manifest}"
            continue
        for line in path.read_text("utf-8").splitlines():
            match = _LINE.fullmatch(line)
            name = _decoded(match["path"]) if match else ""
            if match is None or not _inside(folder, name):
                yield f"{manifest}: {line[:80]!r} is no line of a manifest"
                continue
            listed.add(name)
            yield from _file(folder / name, name, match["digest"].lower())
    for path in _files(folder / "data"):
        name = path.relative_to(folder).as_posix()
        if name not in listed:
            yield f"{name}: lies in the bag and stands in no manifest"


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    total = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            total.update(block)
    return total.hexdigest()


def _file(path: Path, name: str, digest: str) -> Iterator[str]:
    if not path.is_file():
        yield f"{name}: is missing"
    elif digest_of(path) != digest:
        yield f"{name}: was changed"


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() or path.is_symlink())


def _inside(folder: Path, name: str) -> bool:
    path = folder / name
    return not Path(name).is_absolute() and ".." not in Path(name).parts and not path.is_symlink()


def _encoded(name: str) -> str:
    return name.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def _decoded(name: str) -> str:
    return name.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
