"""`bulletin archive show`, `diff` and `sql`: one bulletin, its versions, questions in SQL."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from bulletin_nlp.cli.archive_options import HERE, Form, Home, Output, opened_archive, show, usage
from bulletin_nlp.cli.options import Debug


class Shown(StrEnum):
    """What `show` prints."""

    table = "table"
    json = "json"
    text = "text"
    original = "original"
    events = "events"
    html = "html"


def show_bulletin(
    id: Annotated[str, typer.Argument(metavar="ID", help="Its id or 档号; the first digits are enough")],
    archive: Home = HERE,
    version: Annotated[int | None, typer.Option(min=1, help="An earlier version of the record")] = None,
    format: Annotated[Shown | None, typer.Option(help="Default: table on a terminal, json elsewhere")] = None,
    output: Output = None,
    debug: Debug = False,
) -> None:
    """One bulletin: its record, its text, its original bytes, or what happened to it."""
    from bulletin_nlp.archive.kept import json_of, record_of
    from bulletin_nlp.cli.stream import opened
    from bulletin_nlp.write import write

    form = format or (Shown.table if sys.stdout.isatty() and output is None else Shown.json)
    with opened_archive(archive) as store:
        [name] = store.ids([id])
        if form is Shown.original:
            data = store.original(name)
            if output:
                output.write_bytes(data)
            else:
                sys.stdout.buffer.write(data)
        elif form is Shown.events:
            rows = store.connection.execute(
                "SELECT event_id, type, at, outcome, agent, detail FROM events WHERE bulletin_id = ? ORDER BY 1",
                (name,),
            )
            show(("event", "type", "at", "outcome", "agent", "detail"), rows, None, output)
        else:
            with opened(output) as stream:
                if form is Shown.json:
                    stream.write(json_of(store.connection, name, version) + "\n")
                elif form is Shown.text:
                    stream.write(record_of(store.connection, name, version).text)
                else:
                    write([record_of(store.connection, name, version)], form.value, stream)


def diff(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]…", help="Only these; default: all with versions")
    ] = None,
    archive: Home = HERE,
    before: Annotated[
        int | None, typer.Option("--from", min=1, help="This version; default: the one before --to")
    ] = None,
    after: Annotated[int | None, typer.Option("--to", min=2, help="And this one; default: the current one")] = None,
    rules: Annotated[bool, typer.Option("--rules", help="Only the sums by rule")] = False,
    format: Form = None,
    output: Output = None,
    debug: Debug = False,
) -> None:
    """What changed between two versions of records, and by which rules."""
    from bulletin_nlp.archive.differences import by_rule, differences

    with opened_archive(archive) as store:
        names = store.ids(ids) if ids else store.versioned()
        changes = [c for name in names for c in differences(store.connection, name, before, after)]
    if rules:
        show(("record", "rule", "gained", "lost", "changed"), by_rule(changes), format, output)
        return
    names_of_columns = ("bulletin", "change", "record", "rule", "start", "text", "fields")
    show(
        names_of_columns,
        ((c.document, c.change, c.kind, c.rule, c.start, c.text, c.fields) for c in changes),
        format,
        output,
    )


def sql(
    statement: Annotated[
        str | None, typer.Argument(metavar="[SELECT …]", help="Left out: lists views and columns")
    ] = None,
    archive: Home = HERE,
    seconds: Annotated[float, typer.Option(min=0.1, help="Stop after this time")] = 30.0,
    format: Form = None,
    output: Output = None,
    debug: Debug = False,
) -> None:
    """Ask in SQL, read-only, on the documented views.

    \b
    bulletin archive sql "SELECT year, count(*) FROM bulletins GROUP BY year"
    bulletin archive sql "SELECT nature_label, count(*) AS n FROM problems GROUP BY 1 ORDER BY n DESC" --format csv
    """
    from bulletin_nlp.archive.sql import ask, views

    with opened_archive(archive):
        pass
    with usage():
        if statement is None:
            show(
                ("view", "columns"),
                ((name, ", ".join(columns)) for name, columns in views(archive).items()),
                format,
                output,
            )
            return
        header, *rows = ask(archive, statement, seconds)
        show(header, rows, format, output)
