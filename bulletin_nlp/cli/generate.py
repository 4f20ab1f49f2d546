"""`bulletin generate`: invented bulletins, for trials of an archive; not in the list of commands."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def generate(
    folder: Annotated[Path, typer.Argument(metavar="DIR", file_okay=False, help="Where to write the files")],
    size: Annotated[int, typer.Option(min=1, help="How many bulletins")] = 100,
    seed: Annotated[int, typer.Option(help="The same seed gives the same bytes")] = 1,
    region: Annotated[str | None, typer.Option(help="The one county they are of; default: fictional ones")] = None,
    counties: Annotated[int, typer.Option(min=1, help="How many fictional counties take turns")] = 4,
    gold: Annotated[
        Path | None, typer.Option(file_okay=False, help="Write tagged files of the clean texts here")
    ] = None,
) -> None:
    """Write invented bulletins in all layouts and damages, with gold.

    For trials of archives and searches; templates say nothing about the accuracy on real bulletins.
    """
    from bulletin_nlp.evaluate.generate import generate as make
    from bulletin_nlp.evaluate.generate import write_corpus

    count = write_corpus(folder, make(size, seed, region=region, counties=counties), gold=gold)
    typer.echo(f"{folder}: {count} bulletins")
