"""Which inputs a command line names: files, folders, and `-` for standard input."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bulletin_nlp.records import Failure

STDIN = "-"


@dataclass(frozen=True)
class Input:
    """One document to parse: a file by its path, or bytes already read."""

    uri: str
    data: bytes | None = None


def expand(paths: Iterable[str], stdin: bytes | None = None) -> Iterator[Input | Failure]:
    """The documents below the given paths, folders in name order, hidden files left out.

    Args:
        paths: files, folders, or `-`.
        stdin: the content of standard input, for `-`.

    Yields:
        Inputs, and a Failure for a path that is not there and for a folder without a file.
    """
    for name in paths:
        path = Path(name)
        if name == STDIN:
            yield Input(STDIN, stdin or b"")
        elif path.is_dir():
            files = list(_walk(path))
            yield from (Input(file.as_posix()) for file in files)
            if not files:
                yield Failure(
                    uri=path.as_posix(),
                    stage="read",
                    code="no_files",
                    message=f"{path}: no file in this folder; name the folder that holds the bulletins",
                )
        elif path.exists():
            yield Input(path.as_posix())
        else:
            yield Failure(
                uri=path.as_posix(),
                stage="read",
                code="missing",
                message=f"{path}: there is no such file or folder; check the path",
            )


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _walk(path)
        elif path.is_file():
            yield path
