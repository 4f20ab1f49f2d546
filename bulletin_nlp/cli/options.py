"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Region = Annotated[
    str | None,
    typer.Option(
        metavar="CODE|NAME",
        help="The place whose authorities speak, such as 532927 or 巍山县; found in the text when left out",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="YYYY-MM-DD", help="The day that dates are resolved against; found in the text when left out"),
]
KnowledgeFolder = Annotated[
    Path | None,
    typer.Option(
        "--knowledge",
        exists=True,
        file_okay=False,
        help="A folder of YAML laid over the shipped knowledge, with the registries of regions",
    ),
]
RegistryFile = Annotated[
    Path | None,
    typer.Option(
        "--registry",
        exists=True,
        dir_okay=False,
        help="Canonical units as CSV or JSONL; they outrank names composed by rule",
    ),
]
Workers = Annotated[int, typer.Option(min=1, help="Processes to work side by side")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an unforeseen error")]
