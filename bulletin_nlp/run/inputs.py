"""Which inputs a command line names: files and what they contain, folders, and `-` for standard input."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bulletin_nlp.read import (
    Found,
    ReadError,
    belongs_to_page,
    documents,
    documents_in,
    foreign,
    is_litter,
    is_wanted,
    suffixes,
)
from bulletin_nlp.records import Failure

STDIN = "-"
_HEAD = 4096


@dataclass(frozen=True)
class Input:
    """One document to parse: a file by its path, or bytes already read, with what their origin calls them."""

    uri: str
    data: bytes | None = None
    media_type: str | None = None


def expand(paths: Iterable[str], stdin: bytes | None = None) -> Iterator[Input | Failure]:
    """The documents below the given paths, folders in name order, containers opened when their turn comes.

    Hidden and system files, and the pictures and scripts beside a saved page, are left out. Documents inside others have
    uris like 通报.zip!/第7期.docx.

    Args:
        paths: files, folders, or `-`.
        stdin: the content of standard input, for `-`.

    Yields:
        Inputs, and a Failure for a path that is not there, a folder without a file, what can't be taken out of a container,
        and a file in a folder that neither its ending nor its content calls a document.
    """
    for name in paths:
        path = Path(name)
        if name == STDIN:
            yield from map(_input, documents_in(stdin or b"", STDIN))
        elif path.is_dir():
            files = list(_walk(path))
            for file in files:
                yield from map(_input, documents(file)) if _is_wanted(file) else [foreign(file.as_posix()).failure()]
            if not files:
                yield Failure(
                    uri=path.as_posix(),
                    stage="read",
                    code="no_files",
                    message=f"{path}: no file in this folder; name the folder that holds the bulletins",
                )
        elif path.exists():
            yield from map(_input, documents(path))
        else:
            yield Failure(
                uri=path.as_posix(),
                stage="read",
                code="missing",
                message=f"{path}: there is no such file or folder; check the path",
            )


def count(paths: Iterable[str]) -> int:
    """How many files the paths name, containers unopened: the least that `expand` yields."""
    return sum(sum(1 for _ in _walk(Path(name))) if name != STDIN and Path(name).is_dir() else 1 for name in paths)


def _input(found: Found | ReadError) -> Input | Failure:
    return found.failure() if isinstance(found, ReadError) else Input(found.uri, found.data, found.media_type)


def _is_wanted(file: Path) -> bool:
    if file.suffix.lower() in suffixes():
        return True
    try:
        with file.open("rb") as opened:
            return is_wanted(file.name, opened.read(_HEAD))
    except OSError:
        return True  # reading it will tell why it can't be


def _walk(folder: Path) -> Iterator[Path]:
    entries = sorted(folder.iterdir())
    names = {entry.name.lower() for entry in entries}
    for path in entries:
        if is_litter(path.name):
            continue
        if path.is_dir():
            if not belongs_to_page(path.name, names):
                yield from _walk(path)
        elif path.is_file():
            yield path
