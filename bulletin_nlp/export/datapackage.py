"""A Data Package: CSV files, and a datapackage.json with types, keys and digests (specs.frictionlessdata.io, v1)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bulletin_nlp import __version__
from bulletin_nlp.export.csv import CsvFolder
from bulletin_nlp.export.frames import pour
from bulletin_nlp.export.schema import Column, Table, tables
from bulletin_nlp.reconcile import Registries
from bulletin_nlp.records import Bulletin, Failure

_ABOUT = """督查通报 as tidy tables. Offsets (char_start, char_end) are Unicode code points of the text in `texts`, half-open.
A cell that begins with a sign that spreadsheets compute (= + - @, tab, line break) has an apostrophe before it; leave it
out to get the text."""


def write(results: Iterable[Bulletin | Failure], folder: Path, registries: Registries) -> None:
    """Write the tables and their description."""
    with CsvFolder(folder, "utf-8") as sink:
        pour(results, registries, sink)
    package = {
        "profile": "tabular-data-package",
        "name": "bulletins",
        "title": "督查通报",
        "description": " ".join(_ABOUT.split("\n")),
        "version": __version__,
        "resources": [_resource(table, folder / f"{table.name}.csv") for table in tables().values()],
    }
    text = json.dumps(package, ensure_ascii=False, indent=1) + "\n"
    (folder / "datapackage.json").write_text(text, "utf-8", newline="\n")


def _resource(table: Table, path: Path) -> dict[str, Any]:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "description": table.about,
        "path": path.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest.hexdigest()}",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "fields": list(key.columns),
                    "reference": {
                        "resource": "" if key.table == table.name else key.table,
                        "fields": list(tables()[key.table].key),
                    },
                }
                for key in table.foreign
            ],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "title": column.title, "type": column.kind}
    if column.facet:
        field["description"] = f"Code of the facet {column.facet}"
    if column.required:
        field["constraints"] = {"required": True}
    return field
