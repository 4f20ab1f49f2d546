"""`bulletin ledger`: the supervision ledger (督办台账) of bulletins."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bulletin_nlp.cli.options import Debug, KnowledgeFolder, Published, Region, RegistryFile, Workers
from bulletin_nlp.cli.settings import settings_of

if TYPE_CHECKING:
    from bulletin_nlp.ledger import Row


class LedgerForm(StrEnum):
    """Forms of the ledger."""

    csv = "csv"
    xlsx = "xlsx"


def ledger(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", dir_okay=False, help="A .xlsx or .csv file")
    ] = None,
    format: Annotated[LedgerForm | None, typer.Option(help="Default: by the ending of FILE, else csv")] = None,
    region: Region = None,
    published: Published = None,
    knowledge: KnowledgeFolder = None,
    registry: RegistryFile = None,
    workers: Workers = 1,
    debug: Debug = False,
) -> None:
    """One row a demand: matter, problem, unit, support, deadline, source. Findings of later bulletins are candidates."""
    from bulletin_nlp.cli.progress import followed
    from bulletin_nlp.ledger import follow_up, rows_of
    from bulletin_nlp.records import Bulletin
    from bulletin_nlp.run import expand, run
    from bulletin_nlp.run.inputs import STDIN

    form = format or (LedgerForm.xlsx if output and output.suffix.lower() == ".xlsx" else LedgerForm.csv)
    if form is LedgerForm.xlsx and output is None:
        raise typer.BadParameter("a workbook wants a file: -o ledger.xlsx")
    stdin = sys.stdin.buffer.read() if STDIN in paths else None
    settings, _ = settings_of(region, published, knowledge, registry, debug)
    documents = list(expand(paths, stdin))
    with followed(len(documents)) as follow:
        bulletins = [result for result in follow(run(documents, settings, workers)) if isinstance(result, Bulletin)]
    rows = follow_up(list(rows_of(bulletins)), bulletins)
    _write(rows, form, output)
    if follow.failed:
        raise typer.Exit(1)


def _write(rows: Sequence[Row], form: LedgerForm, output: Path | None) -> None:
    from bulletin_nlp.ledger import write_csv, write_xlsx

    if form is LedgerForm.xlsx and output:
        write_xlsx(rows, output)
    elif output:
        with output.open("w", encoding="utf-8-sig", newline="") as stream:
            write_csv(rows, stream)
    else:
        write_csv(rows, sys.stdout)
