"""`bulletin parse`: the main job."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bulletin_nlp.cli.options import Debug, KnowledgeFolder, Published, Region, RegistryFile, Workers
from bulletin_nlp.cli.settings import settings_of


class Form(StrEnum):
    """Forms of the output."""

    jsonl = "jsonl"
    json = "json"
    html = "html"
    table = "table"


def parse(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", dir_okay=False, help="Write here instead of to standard output"),
    ] = None,
    format: Annotated[Form | None, typer.Option(help="Default: a table on a terminal, JSONL elsewhere")] = None,
    region: Region = None,
    published: Published = None,
    knowledge: KnowledgeFolder = None,
    registry: RegistryFile = None,
    workers: Workers = 1,
    debug: Debug = False,
) -> None:
    """Turn bulletins into records: one line, row or page for each, failures among them."""
    from bulletin_nlp.cli.progress import followed
    from bulletin_nlp.cli.stream import opened
    from bulletin_nlp.run import count, expand, run
    from bulletin_nlp.run.inputs import STDIN
    from bulletin_nlp.write import write

    stdin = sys.stdin.buffer.read() if STDIN in paths else None
    form = format or (Form.table if output is None and sys.stdout.isatty() else Form.jsonl)
    settings, _ = settings_of(region, published, knowledge, registry, debug)
    with opened(output) as stream, followed(count(paths)) as follow:
        write(follow(run(expand(paths, stdin), settings, workers)), form.value, stream)
    if follow.failed:
        raise typer.Exit(1)
