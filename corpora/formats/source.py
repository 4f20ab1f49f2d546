"""The bulletin that is written in every format: its paragraphs and its table, and where samples go."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Part:
    """A paragraph without its indent, or the rows of a table."""

    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def parts() -> list[Part]:
    """The bulletin, part by part; empty lines are parts without text."""
    found: list[Part] = []
    rows: list[tuple[str, ...]] = []
    for line in [*(HERE / "bulletin.txt").read_text("utf-8").splitlines(), ""]:
        if "\t" in line:
            rows.append(tuple(line.split("\t")))
            continue
        if rows:
            found.append(Part(rows=tuple(rows)))
            rows = []
        found.append(Part(line.strip("\u3000 ")))
    return found


def put(name: str, data: bytes, expected: str) -> None:
    """Write a sample, and the text that it must be read as beside it."""
    path = HERE / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    path.with_name(path.name + ".txt").write_text(expected, encoding="utf-8", newline="\n")
