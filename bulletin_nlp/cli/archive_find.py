"""`bulletin archive list` and `search`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bulletin_nlp.cli.archive_options import (
    HERE,
    Best,
    Domain,
    Form,
    From,
    Home,
    Listed,
    Literal,
    Nature,
    OfRegion,
    On,
    Output,
    Overdue,
    Related,
    Role,
    To,
    Unit,
    opened_archive,
    show,
    usage,
)
from bulletin_nlp.cli.options import Debug, KnowledgeFolder

if TYPE_CHECKING:
    from bulletin_nlp.archive import Archive
    from bulletin_nlp.archive.query import Query
    from bulletin_nlp.archive.search import Found

COLUMNS = ("id", "published", "region", "title", "series", "archival_code", "copies", "best")


def list_bulletins(
    archive: Home = HERE,
    nature: Nature = None,
    domain: Domain = None,
    region: OfRegion = None,
    first: From = None,
    last: To = None,
    best: Best = False,
    limit: Annotated[int | None, typer.Option(min=1, help="How many; default: all")] = None,
    format: Form = None,
    output: Output = None,
    debug: Debug = False,
) -> None:
    """List what is kept, the latest first."""
    query = make_query("", None, None, nature, domain, region, first, last, None, best=best)
    with opened_archive(archive) as store:
        found = ask(store, query, limit, None)
        show(COLUMNS, (_row(hit) for hit in found.hits), format, output)


def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORD]…", help='All must stand in the text; "several words" are a phrase'),
    ] = None,
    archive: Home = HERE,
    unit: Unit = None,
    role: Role = None,
    nature: Nature = None,
    domain: Domain = None,
    region: OfRegion = None,
    first: From = None,
    last: To = None,
    overdue: Overdue = False,
    on: On = None,
    related: Related = False,
    literal: Literal = False,
    best: Best = False,
    facets: Annotated[
        bool, typer.Option("--facets", help="Counts by year, region, series, nature, domain, unit")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, help="How many hits")] = 20,
    offset: Annotated[int, typer.Option(min=0, help="How many to leave out before")] = 0,
    knowledge: KnowledgeFolder = None,
    format: Form = None,
    output: Output = None,
    debug: Debug = False,
) -> None:
    """Search text and records together.

    \b
    bulletin archive search 占道经营 县住建局 --from 2016 --to 2018
    bulletin archive search --unit 县住建局 --role criticised --overdue --facets
    Words are found as they stand, whatever the width of marks and digits, simplified or traditional; names of units
    also under their other names (县住建局: 住房和城乡建设局), predecessors and successors with --related.
    """
    line = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words or ())
    day = (on or date.today().isoformat()) if overdue else None
    query = make_query(
        line, unit, role, nature, domain, region, first, last, day, best=best, related=related, literal=literal
    )
    with opened_archive(archive) as store:
        with usage():
            found = ask(store, query, limit, knowledge, offset)
        _tell(found)
        rows = [(*_row(hit), _snippets(store, hit.id, query)) for hit in found.hits]
        if format is None and output is None and _terminal():
            _cards(rows, found)
        else:
            show((*COLUMNS, "snippets"), (_flat(row, format) for row in rows), format, output)
        if facets:
            _facets(store)


def make_query(
    words: str,
    unit: list[str] | None,
    role: str | None,
    nature: list[str] | None,
    domain: list[str] | None,
    region: list[str] | None,
    first: str | None,
    last: str | None,
    overdue: str | None,
    *,
    best: bool = False,
    related: bool = False,
    literal: bool = False,
) -> Query:
    """The conditions that a command line names; codes that there are not are wrong usage."""
    from bulletin_nlp.archive.query import Query, terms_of
    from bulletin_nlp.knowledge.taxonomy import taxonomy
    from bulletin_nlp.records.unit import UnitRole

    known = {
        "nature": {n.code: n.label for n in taxonomy().nature},
        "domain": {d.code: d.label for d in taxonomy().domain},
    }
    codes = {}
    for facet, given in (("nature", nature), ("domain", domain)):
        labels = {label: code for code, label in known[facet].items()}
        codes[facet] = tuple(labels.get(code, code) for code in given or ())
        if wrong := [code for code in codes[facet] if code not in known[facet]]:
            there = ", ".join(f"{code} {label}" for code, label in known[facet].items())
            raise typer.BadParameter(f"--{facet} {wrong[0]}: no such code; there are {there}")
    roles = UnitRole.__args__  # type: ignore[attr-defined]
    if role is not None and role not in roles:
        raise typer.BadParameter(f"--role {role}: no such role; there are {', '.join(roles)}")
    with usage():
        return Query(
            terms=terms_of(words),
            units=tuple(unit or ()),
            role=role,
            natures=codes["nature"],
            domains=codes["domain"],
            regions=tuple(region or ()),
            first=first,
            last=last,
            overdue=overdue,
            names=not literal,
            related=related,
            best=best,
        )


def ask(store: Archive, query: Query, limit: int | None, knowledge: Any, offset: int = 0) -> Found:
    """The answer of an archive."""
    from bulletin_nlp.archive.names import Names
    from bulletin_nlp.archive.search import search as find

    return find(store.connection, query, Names(store.connection, knowledge), limit=limit, offset=offset)


def _row(hit: Any) -> tuple[Any, ...]:
    return (hit.id, hit.published, hit.region, hit.title, hit.series, hit.archival_code, hit.copies, hit.best)


def _snippets(store: Archive, document: str, query: Query) -> list[Any]:
    from bulletin_nlp.archive.snippets import snippets

    text = store.connection.execute("SELECT text FROM texts WHERE bulletin_id = ?", (document,)).fetchone()[0]
    return list(snippets(text, (*query.terms, *query.units)))


def _flat(row: tuple[Any, ...], form: Listed | None) -> tuple[Any, ...]:
    *head, found = row
    if form in (Listed.csv, Listed.table):
        return (*head, " … ".join(s.marked() for s in found))
    return (*head, [{"start": s.start, "text": s.text, "marks": s.marks} for s in found])


def _tell(found: Found) -> None:
    """What names were taken to mean, and how many were found, on standard error."""
    for name, meant in found.names.items():
        shown = "、".join(meant[:6]) + (f" … {len(meant)}" if len(meant) > 6 else "")
        typer.echo(f"{name} → {shown or '(no unit of this archive; searched as written)'}", err=True)
    typer.echo(
        f"{found.total} found" + (f", {len(found.hits)} shown" if len(found.hits) < found.total else ""), err=True
    )


def _terminal() -> bool:
    import sys

    return sys.stdout.isatty()


def _cards(rows: list[tuple[Any, ...]], found: Found) -> None:
    from rich.console import Console
    from rich.markup import escape

    console = Console(highlight=False)
    for name, published, region, title, series, code, copies, best, marked in rows:
        facts = " · ".join(str(fact) for fact in (published, region, series, code, name) if fact)
        copy = f" [dim]copy in {copies}[/dim]" if copies and not best else ""
        console.print(f"[bold]{escape(title or '(无题 no title)')}[/bold]{copy}\n  [dim]{escape(facts)}[/dim]")
        for snippet in marked:
            line = escape(snippet.marked("\x01", "\x02")).replace("\x01", "[reverse]").replace("\x02", "[/reverse]")
            console.print(f"  …{line}…")


def _facets(store: Archive) -> None:
    from bulletin_nlp.archive.facets import facets

    for name, values in facets(store.connection).items():
        shown = ", ".join(f"{label or value or '?'} {count}" for value, label, count in values)
        typer.echo(f"{name}: {shown}", err=True)
