"""`bulletin archive describe`: what an archivist says, and what is missing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from bulletin_nlp.cli.archive_options import HERE, Form, Home, Output, opened_archive, show
from bulletin_nlp.cli.options import Debug


def describe(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]…", help="Left out: how complete the archive is")
    ] = None,
    archive: Home = HERE,
    values: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="FIELD=VALUE", help="Say something; an empty value takes it back"),
    ] = None,
    table: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar="FILE", exists=True, dir_okay=False, help="CSV: a column id, a column for each field"
        ),
    ] = None,
    missing: Annotated[
        bool, typer.Option("--missing", help="The bulletins that lack a required field, and which")
    ] = False,
    format: Form = None,
    output: Output = None,
    debug: Debug = False,
) -> None:
    """Describe bulletins after DA/T 18-2022; 档号 after DA/T 22-2015 are validated, never invented.

    \b
    bulletin archive describe b-4b7d --set 档号=Z109-WS·2022-Y-DCS-0001 --set 开放标识=开放
    bulletin archive describe --missing --format csv -o todo.csv      fill the columns in, then
    bulletin archive describe --from todo.csv
    """
    from bulletin_nlp.archive.description import assign
    from bulletin_nlp.archive.description import describe as fields_of
    from bulletin_nlp.archive.description import missing as lacking
    from bulletin_nlp.run.ingest import now

    with opened_archive(archive, write=bool(values or table)) as store:
        given = _given(store.ids(ids or []), values) | (_read(table, store) if table else {})
        if given:
            changed = assign(store.connection, given, now())
            typer.echo(f"{changed} fields changed of {len(given)} bulletins", err=True)
            if table:
                return
        if ids:
            rows = [(name, *field) for name in store.ids(ids) for field in fields_of(store.connection, name)]
            show(("id", "field", "need", "value", "by"), rows, format, output)
            return
        names = [row[0] for row in store.connection.execute("SELECT id FROM document ORDER BY number")]
        lacks = {name: lacking(fields_of(store.connection, name)) for name in names}
        if missing:
            required = ("档号", "题名", "日期", "责任者", "保管期限", "开放标识")
            header = ("id", "title", "missing", "档号", "开放标识")
            titles = dict(store.connection.execute("SELECT bulletin_id, title FROM bulletins").fetchall())
            rows = [
                (name, titles[name], "、".join(f for f in required if f in lack), "", "")
                for name, lack in lacks.items()
                if lack
            ]
            show(header, rows, format, output)
            return
        counts = Counter(field for lack in lacks.values() for field in lack)
        complete = sum(not lack for lack in lacks.values())
        typer.echo(f"{complete} of {len(names)} bulletins are described completely", err=True)
        show(("field", "missing"), counts.most_common(), format, output)


def _given(names: list[str], values: list[str] | None) -> dict[str, dict[str, str]]:
    if values and not names:
        raise typer.BadParameter("--set: say of which bulletin: bulletin archive describe ID --set FIELD=VALUE")
    pairs = {}
    for value in values or ():
        field, equals, content = value.partition("=")
        if not equals:
            raise typer.BadParameter(f"--set {value}: write FIELD=VALUE")
        pairs[field.strip()] = content
    return dict.fromkeys(names, pairs) if pairs else {}


def _read(table: Path, store: object) -> dict[str, dict[str, str]]:
    """Rows of a CSV; columns that are no fields are passed over, and so are empty cells."""
    import csv

    from bulletin_nlp.archive import Archive
    from bulletin_nlp.archive.description import tables

    assert isinstance(store, Archive)
    known = {entry["name"] for entry in tables()["fields"]}
    with table.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    if rows and "id" not in rows[0]:
        raise typer.BadParameter(f"{table}: has no column id")
    given: dict[str, dict[str, str]] = {}
    for row in rows:
        fields = {name: value for name, value in row.items() if name in known and value and value.strip()}
        if fields:
            given[store.ids([row["id"]])[0]] = fields
    return given
