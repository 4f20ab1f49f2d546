"""Results from the paths of a command line: records already made, and documents parsed now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bulletin_nlp.records import Bulletin, Failure
    from bulletin_nlp.run import Settings


def results_of(
    paths: Sequence[str], settings: Settings, workers: int = 1, stdin: bytes | None = None
) -> tuple[int, Iterator[Bulletin | Failure]]:
    """How many inputs the paths name (a file of records counts as one), and their results.

    Args:
        paths: files, folders, `-`; a .jsonl file holds records as `bulletin parse` writes them.
        settings: for what is parsed now.
        workers: processes.
        stdin: the content of standard input, for `-`.
    """
    from bulletin_nlp.run import expand, run

    records = [Path(path) for path in paths if path.endswith(".jsonl") and Path(path).is_file()]
    documents = list(expand([path for path in paths if Path(path) not in records], stdin))
    parsed = run(documents, settings, workers) if documents else iter(())
    return len(records) + len(documents), chain(chain.from_iterable(map(read_records, records)), parsed)


def read_records(path: Path) -> Iterator[Bulletin | Failure]:
    """The records of a JSONL file; a line that is none becomes a Failure."""
    from pydantic import ValidationError

    from bulletin_nlp.records import Bulletin, Failure

    with path.open(encoding="utf-8-sig", newline="\n") as stream:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            try:
                yield Bulletin.model_validate_json(line)
            except ValidationError as error:
                try:
                    yield Failure.model_validate_json(line)
                except ValidationError:
                    fault = error.errors()[0]["msg"]
                    message = f"{path}: line {number} is no record of a bulletin ({fault}); parse the bulletin again"
                    yield Failure(uri=path.as_posix(), stage="read", code="no_record", message=message)
