"""`bulletin archive export` and `import`: hand over, take back."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bulletin_nlp.cli.archive_options import HERE, Home, Output, opened_archive, usage
from bulletin_nlp.cli.options import Debug


class Kind(StrEnum):
    """What `export` writes to a file."""

    catalogue = "catalogue"
    dat46 = "dat46"
    dc = "dc"


def export(
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID]…", help="Only these; default: all")] = None,
    archive: Home = HERE,
    bag: Annotated[
        Path | None,
        typer.Option("--bagit", metavar="DIR", help="A bag (RFC 8493): originals, records, events, descriptions"),
    ] = None,
    kind: Annotated[
        Kind | None,
        typer.Option("--to", help="catalogue: 归档文件目录 (.xlsx or .csv); dat46: DA/T 46-2009; dc: Dublin Core"),
    ] = None,
    output: Output = None,
    debug: Debug = False,
) -> None:
    """Hand bulletins over.

    \b
    bulletin archive export --bagit handover/
    bulletin archive export --to catalogue -o 目录.xlsx
    """
    from bulletin_nlp.archive import handover
    from bulletin_nlp.archive.transfer import export as write
    from bulletin_nlp.cli.stream import opened

    if (bag is None) == (kind is None):
        raise typer.BadParameter("say what: --bagit DIR, or --to catalogue|dat46|dc")
    with opened_archive(archive) as store:
        names = (
            store.ids(ids)
            if ids
            else [r[0] for r in store.connection.execute("SELECT id FROM document ORDER BY number")]
        )
        if bag is not None:
            files = write(store, bag, names, date.today().isoformat())
            typer.echo(f"{bag}: a bag of {len(names)} bulletins, {files} files")
        elif kind is Kind.catalogue:
            rows = handover.catalogue(store.connection, names)
            if output is None:
                from bulletin_nlp.archive.cells import write_csv

                with opened(None) as stream:
                    write_csv(handover.COLUMNS, rows, stream)
            else:
                handover.write_catalogue(rows, output)
        else:
            form = handover.write_dat46 if kind is Kind.dat46 else handover.write_dublin_core
            with opened(output) as stream:
                form(store.connection, names, stream)


def import_bag(
    bag: Annotated[Path, typer.Argument(metavar="BAG", exists=True, file_okay=False, help="The folder of a bag")],
    archive: Home = HERE,
    debug: Debug = False,
) -> None:
    """Take a bag that `export` wrote: validated first, all of it or nothing."""
    from bulletin_nlp.archive.transfer import take

    with opened_archive(archive, create=True) as store, usage():
        outcomes = [new for _, new in take(store, bag)]
    typer.echo(f"{archive}: {sum(outcomes)} taken from {bag}, {len(outcomes) - sum(outcomes)} known already")
