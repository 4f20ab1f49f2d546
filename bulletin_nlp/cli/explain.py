"""`bulletin explain`: one bulletin as a page that shows what was found where, by which rule."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bulletin_nlp.cli.options import Debug, KnowledgeFolder, Published, Region, RegistryFile


def explain(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A file, or - for standard input")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", dir_okay=False, help="Write here instead of to standard output"),
    ] = None,
    region: Region = None,
    published: Published = None,
    knowledge: KnowledgeFolder = None,
    registry: RegistryFile = None,
    debug: Debug = False,
) -> None:
    """Show one bulletin as a self-contained HTML page: the text with every record marked, and its evidence beside it."""
    from bulletin_nlp.cli.parse import Form, parse

    parse(
        [path], output=output, format=Form.html, region=region, published=published, knowledge=knowledge,
        registry=registry, workers=1, debug=debug,
    )  # fmt: skip
