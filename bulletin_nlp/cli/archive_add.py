"""`bulletin archive add` and `reparse`: into the archive, and again after rules changed."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from bulletin_nlp.cli.archive_options import HERE, Home, opened_archive
from bulletin_nlp.cli.options import Debug, KnowledgeFolder, Published, Region, RegistryFile, Workers
from bulletin_nlp.cli.settings import settings_of

if TYPE_CHECKING:
    from bulletin_nlp.records import Failure
    from bulletin_nlp.run import Settings


def add(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input")],
    archive: Home = HERE,
    region: Region = None,
    published: Published = None,
    knowledge: KnowledgeFolder = None,
    registry: RegistryFile = None,
    workers: Workers = 1,
    debug: Debug = False,
) -> None:
    """Keep bulletins with their originals; the same bytes are kept once.

    \b
    bulletin archive add inbox/ --workers 2
    Interrupted, or new files in the folder? The same command goes on where it stopped.
    """
    from bulletin_nlp.run import expand
    from bulletin_nlp.run.ingest import ingest
    from bulletin_nlp.run.inputs import STDIN

    settings, _ = settings_of(region, published, knowledge, registry, debug)
    documents = list(expand(paths, sys.stdin.buffer.read() if STDIN in paths else None))
    with opened_archive(archive, create=True) as store:
        counts = _follow(ingest(store, documents, settings, workers), len(documents), "added")
        older = store.outdated(_fingerprint(settings))
        total = store.connection.execute("SELECT count(*) FROM document").fetchone()[0]
    typer.echo(
        f"{archive}: {counts['added']} added, {counts['known']} known already, {counts['failed']} failed; "
        f"{total} bulletins are kept"
    )
    if older:
        typer.echo(
            f"{older} were parsed by other rules or settings: `bulletin archive reparse` renews their records", err=True
        )
    if counts["failed"]:
        raise typer.Exit(1)


def reparse(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]…", help="Only these; default: all that are outdated")
    ] = None,
    archive: Home = HERE,
    region: Region = None,
    published: Published = None,
    knowledge: KnowledgeFolder = None,
    registry: RegistryFile = None,
    workers: Workers = 1,
    debug: Debug = False,
) -> None:
    """Parse kept originals again, after the program, the knowledge or a registry changed.

    \b
    The earlier records stay as versions; `bulletin archive diff` shows what changed.
    """
    from bulletin_nlp.run.ingest import renew

    settings, _ = settings_of(region, published, knowledge, registry, debug)
    with opened_archive(archive, write=True) as store:
        chosen = store.ids(ids) if ids else store.outdated_ids(_fingerprint(settings))
        counts = _follow(renew(store, chosen, settings, workers), len(chosen), "changed")
    typer.echo(
        f"{archive}: {counts['changed']} changed, {counts['unchanged']} unchanged, {counts['failed']} failed of "
        f"{len(chosen)} parsed again"
    )
    if counts["failed"]:
        raise typer.Exit(1)


def _fingerprint(settings: Settings) -> str:
    from bulletin_nlp.run.ingest import fingerprint

    return fingerprint(settings)


def _follow(outcomes: Iterable[tuple[str, str, Failure | None]], total: int, first: str) -> Counter[str]:
    """Count outcomes, tell of failures, show a bar on a terminal; Ctrl-C keeps what is done."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    counts: Counter[str] = Counter({first: 0})
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(first, total=total)
        try:
            for outcome, _, failure in outcomes:
                counts[outcome] += 1
                progress.advance(task)
                if failure is not None:
                    typer.echo(f"bulletin: {failure.message}", err=True)
        except KeyboardInterrupt:
            outcomes.close()  # type: ignore[attr-defined]
            done = sum(counts.values())
            typer.echo(f"stopped after {done} of {total}; what is done is kept: the same command goes on", err=True)
            raise typer.Exit(1) from None
    return counts
