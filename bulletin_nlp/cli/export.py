"""`bulletin export`: bulletins for other programs."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bulletin_nlp.cli.options import Debug, KnowledgeFolder, Published, Region, RegistryFile, Workers
from bulletin_nlp.cli.settings import settings_of


class ExportForm(StrEnum):
    """Forms of an export."""

    csv = "csv"
    xlsx = "xlsx"
    parquet = "parquet"
    duckdb = "duckdb"
    datapackage = "datapackage"
    jsonld = "jsonld"
    labelstudio = "labelstudio"
    docbin = "docbin"
    doccano = "doccano"


def export(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="Bulletins, folders, .jsonl files of records, or -")
    ],
    to: Annotated[ExportForm, typer.Option("--to", help="Tables, linked data, or a format of annotation tools")],
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", metavar="DIR|FILE", help="A folder for csv, parquet and datapackage, else a file"
        ),
    ],
    region: Region = None,
    published: Published = None,
    knowledge: KnowledgeFolder = None,
    registry: RegistryFile = None,
    workers: Workers = 1,
    debug: Debug = False,
) -> None:
    """Tidy tables with keys, linked data, and tasks for annotators.

    \b
    bulletin export bulletins/ --to xlsx -o bulletins.xlsx
    bulletin export records.jsonl --to duckdb -o bulletins.duckdb
    bulletin export records.jsonl --to labelstudio -o tasks.json
    parquet and duckdb want the extra: pip install 'bulletin_nlp[research]'
    """
    from bulletin_nlp.cli.progress import followed
    from bulletin_nlp.cli.results import results_of
    from bulletin_nlp.export import ExportError
    from bulletin_nlp.export import export as write
    from bulletin_nlp.run.inputs import STDIN

    stdin = sys.stdin.buffer.read() if STDIN in paths else None
    settings, parser = settings_of(region, published, knowledge, registry, debug)
    total, results = results_of(paths, settings, workers, stdin)
    try:
        with followed(total) as follow:
            write(follow(results), to.value, output, parser.registries)
    except ExportError as error:
        raise typer.BadParameter(str(error)) from error
    if follow.failed:
        raise typer.Exit(1)
