"""`bulletin schema`: the JSON Schema of the records."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

RECORDS = {
    "bulletin": "Bulletin",
    "failure": "Failure",
    "head": "Head",
    "section": "Section",
    "date": "DateMention",
    "unit": "UnitMention",
    "problem": "Problem",
    "recommendation": "Recommendation",
    "achievement": "Achievement",
    "follow_up": "FollowUp",
    "sanction": "Sanction",
    "table": "Table",
    "reference": "Reference",
    "figure": "Figure",
    "repair": "Repair",
    "remark": "Remark",
}
"""Name of a record on the command line → its model."""


def schema(
    name: Annotated[str | None, typer.Argument(help=f"One of: {', '.join(RECORDS)}")] = None,
    out: Annotated[
        Path | None, typer.Option(file_okay=False, help="Write NAME.schema.json of every record to this folder")
    ] = None,
) -> None:
    """Print the JSON Schema of a record, or write the schemas of all records to a folder."""
    if name is not None and name not in RECORDS:
        raise typer.BadParameter(f"no record is called {name!r}; there are {', '.join(RECORDS)}")
    if out is None:
        typer.echo(schema_text(name or "bulletin"), nl=False)
        return
    out.mkdir(parents=True, exist_ok=True)
    for record in [name] if name else RECORDS:
        (out / f"{record}.schema.json").write_text(schema_text(record), encoding="utf-8", newline="\n")


def schema_text(name: str) -> str:
    """The JSON Schema (draft 2020-12) of what is written for a record, as text that is the same every time."""
    from bulletin_nlp import records

    model: Any = getattr(records, RECORDS[name])
    value = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema(mode="validation")}
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
