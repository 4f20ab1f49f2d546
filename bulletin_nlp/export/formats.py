"""Which formats there are, found by name and imported when used; a target is there whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Literal

from bulletin_nlp.export.errors import ExportError
from bulletin_nlp.export.frames import distinct
from bulletin_nlp.reconcile import Registries
from bulletin_nlp.records import Bulletin, Failure
from bulletin_nlp.write.sinks import verified


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Attributes:
        name: what `--to` calls it.
        target: whether it is a folder of files or one file.
        summary: one line for the help.
        needs: libraries of the extra `research`.
    """

    name: str
    target: Literal["folder", "file"]
    summary: str
    needs: tuple[str, ...] = ()


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("csv", "folder", "a CSV for each table, as Excel opens it"),
        Format("xlsx", "file", "a workbook with a sheet for each table"),
        Format("parquet", "folder", "a Parquet file for each table", ("pyarrow",)),
        Format("duckdb", "file", "a database with keys", ("pyarrow", "duckdb")),
        Format("datapackage", "folder", "CSV files described by a datapackage.json"),
        Format("jsonld", "file", "linked data: Dublin Core, SKOS, Web Annotation"),
        Format("labelstudio", "file", "tasks for Label Studio, and beside them its labelling configuration"),
        Format("docbin", "file", "a spaCy DocBin"),
        Format("doccano", "file", "JSONL for doccano"),
    )
}


def export(
    results: Iterable[Bulletin | Failure], format: str, target: Path, registries: Registries | None = None
) -> None:
    """Export bulletins.

    Args:
        results: bulletins, and the failures of inputs that gave none, which the tables list.
        format: a name in `FORMATS`.
        target: the folder or file to write. Other files of a folder stay.
        registries: what the bulletins were read with; its units go into the table `registry`.

    Raises:
        ExportError: no such format, a library is missing, or the target can't hold the rows; nothing is written.
    """
    if format not in FORMATS:
        raise ExportError(f"no format {format!r}; there are {', '.join(FORMATS)}")
    module = import_module(f"bulletin_nlp.export.{format}")
    with _whole(target, FORMATS[format].target == "folder") as place:
        module.write(distinct(verified(results)), place, registries or Registries(None))


@contextmanager
def _whole(target: Path, is_folder: bool) -> Iterator[Path]:
    """A place beside the target; what stands there takes its name when all is done."""
    if target.exists() and target.is_dir() is not is_folder:
        raise ExportError(f"{target}: is {'a file' if is_folder else 'a folder'}; give a new name")
    target.parent.mkdir(parents=True, exist_ok=True)
    place = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
    try:
        yield place if is_folder else place / target.name
        if is_folder:
            target.mkdir(exist_ok=True)
        for file in sorted(place.iterdir()):
            file.replace((target if is_folder else target.parent) / file.name)
    finally:
        shutil.rmtree(place, ignore_errors=True)
