"""`bulletin taxonomy`: the two facets of a finding, for other systems."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class TaxonomyFormat(StrEnum):
    """Forms of the taxonomy."""

    skos = "skos"
    json = "json"


def taxonomy(
    to: Annotated[TaxonomyFormat, typer.Option(help="SKOS in Turtle, or JSON")] = TaxonomyFormat.json,
    out: Annotated[Path | None, typer.Option("--out", "-o", dir_okay=False, help="Write here, not to stdout")] = None,
    knowledge: Annotated[
        Path | None, typer.Option(exists=True, file_okay=False, help="A folder laid over the shipped knowledge")
    ] = None,
) -> None:
    """Print the codes of natures and domains with definitions, examples, counter-examples and mappings."""
    from bulletin_nlp.knowledge import use
    from bulletin_nlp.knowledge.skos import as_json, as_turtle

    use(knowledge)
    text = as_turtle() if to is TaxonomyFormat.skos else as_json()
    if out is None:
        typer.echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8", newline="\n")
