"""What the commands of the archive share: options, errors as wrong usage, tables in three forms."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from bulletin_nlp.archive import Archive

Home = Annotated[
    Path,
    typer.Option(
        "--archive",
        envvar="BULLETIN_ARCHIVE",
        metavar="DIR",
        file_okay=False,
        help="The archive's folder",
        show_default=True,
    ),
]
HERE = Path("archive")
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", dir_okay=False, help="Write here instead of to standard output"),
]
Unit = Annotated[
    list[str] | None,
    typer.Option("--unit", metavar="NAME", help="Mentions this unit, under any of its names; may be repeated"),
]
Role = Annotated[
    str | None,
    typer.Option(
        metavar="ROLE", help="In this role: criticised, responsible, inspected, supervisor, praised, issuer …"
    ),
]
Nature = Annotated[list[str] | None, typer.Option("--nature", metavar="CODE", help="Has a problem of this nature")]
Domain = Annotated[list[str] | None, typer.Option("--domain", metavar="CODE", help="Has a problem of this domain")]
OfRegion = Annotated[list[str] | None, typer.Option("--region", metavar="CODE|NAME", help="Of this region")]
From = Annotated[str | None, typer.Option("--from", metavar="DAY", help="Published then or later: 2017, 2017-06 …")]
To = Annotated[str | None, typer.Option("--to", metavar="DAY", help="Published then or earlier")]
Overdue = Annotated[
    bool, typer.Option("--overdue", help="Has a demand whose deadline is over today (or on the day --on)")
]
On = Annotated[str | None, typer.Option("--on", metavar="DAY", help="The day that --overdue means")]
Related = Annotated[bool, typer.Option("--related", help="Names find predecessors and successors of the units too")]
Literal = Annotated[bool, typer.Option("--literal", help="Words as written only, names of units like any others")]
Best = Annotated[bool, typer.Option("--best", help="Of copies of one bulletin only the best")]


class Listed(StrEnum):
    """Forms of a listing."""

    table = "table"
    csv = "csv"
    jsonl = "jsonl"


Form = Annotated[Listed | None, typer.Option("--format", help="Default: a table on a terminal, JSONL elsewhere")]


@contextmanager
def opened_archive(home: Path, *, write: bool = False, create: bool = False) -> Iterator[Archive]:
    """The archive; what can't be done with it is told in a line, as wrong usage."""
    from bulletin_nlp.archive import Archive, ArchiveError

    try:
        with Archive.open(home, write=write, create=create) as archive:
            yield archive
    except ArchiveError as error:
        raise typer.BadParameter(str(error)) from error


@contextmanager
def usage() -> Iterator[None]:
    """Turn a value that can't be right into wrong usage."""
    try:
        yield
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def show(header: Sequence[str], rows: Iterable[Sequence[Any]], form: Listed | None, output: Path | None = None) -> None:
    """Write a table in a form: for reading, CSV, or one JSON object a row."""
    from bulletin_nlp.archive.cells import write_csv
    from bulletin_nlp.cli.stream import opened

    form = form or (Listed.table if output is None and sys.stdout.isatty() else Listed.jsonl)
    with opened(output) as stream:
        if form is Listed.csv:
            write_csv(header, rows, stream, mark=output is not None)
        elif form is Listed.jsonl:
            for row in rows:
                stream.write(json.dumps(dict(zip(header, row, strict=True)), ensure_ascii=False) + "\n")
        else:
            from rich.console import Console
            from rich.table import Table
            from rich.text import Text

            table = Table(*header, box=None, pad_edge=False, header_style="bold")
            for row in rows:
                table.add_row(*(Text("" if value is None else str(value)) for value in row))
            Console(file=stream, width=None if sys.stdout.isatty() and output is None else 160).print(table)
