"""`bulletin archive stats` and `report`: what an archive holds, at a glance."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from bulletin_nlp.cli.archive_options import HERE, Form, Home, Output, opened_archive, show
from bulletin_nlp.cli.options import Debug


def stats(
    by: Annotated[
        list[str] | None,
        typer.Option("--by", metavar="NAME", help="year, region, nature, domain, unit, deadline; default: all"),
    ] = None,
    archive: Home = HERE,
    most: Annotated[int, typer.Option(min=1, help="How many values of each")] = 12,
    format: Form = None,
    output: Output = None,
    debug: Debug = False,
) -> None:
    """Bars by year, region, nature, domain, blamed unit and deadline."""
    from rich.cells import cell_len
    from rich.console import Console

    from bulletin_nlp.archive.stats import STATS, bars, counts, totals

    names = by or list(STATS)
    if unknown := [name for name in names if name not in STATS]:
        raise typer.BadParameter(f"--by {unknown[0]}: there are {', '.join(STATS)}")
    with opened_archive(archive) as store:
        found = {name: counts(store.connection, name, most) for name in names}
        sums = totals(store.connection)
    if format is not None or output is not None:
        show(("by", "value", "count"), [(name, *row) for name, rows in found.items() for row in rows], format, output)
        return
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 100)
    console.print(
        f"{sums.bulletins} bulletins, {sums.first or '?'} to {sums.last or '?'}; {sums.problems} problems, "
        f"{sums.recommendations} recommendations; {sums.copies} copies; {sums.originals_bytes / 1e6:.1f} MB of originals"
    )
    for name, rows in found.items():
        console.print(f"\n[bold]{STATS[name][0]}[/bold]")
        for line in bars(rows, console.width, cell_len):
            console.print(line, markup=False, no_wrap=True)


def report(
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", dir_okay=False, help="The page")] = Path(
        "archive.html"
    ),
    archive: Home = HERE,
    title: Annotated[str, typer.Option(help="Of the page")] = "督查通报档案",
    debug: Debug = False,
) -> None:
    """One static page of the whole archive: figures, plots, a table with search; no server, no request."""
    from bulletin_nlp.archive.report import write_report
    from bulletin_nlp.cli.stream import opened

    with opened_archive(archive) as store, opened(output) as stream:
        write_report(store.connection, stream, title)
    typer.echo(f"{output} written")
