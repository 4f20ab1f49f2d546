"""`bulletin registry review`: a person decides what unmatched and ambiguous surfaces mean."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from bulletin_nlp.cli.options import Debug, Published, RegistryFile
from bulletin_nlp.cli.registry_options import Home, MaybeRegion, place_of, usage


def review(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH…", help="Bulletins, folders, or .jsonl files of records")
    ],
    knowledge: Home,
    region: MaybeRegion = None,
    published: Published = None,
    registry: RegistryFile = None,
    derived: Annotated[bool, typer.Option("--derived", help="Also names composed by rule, to be confirmed")] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="Ask about so many surfaces at most")] = None,
    debug: Debug = False,
) -> None:
    """Ask about the unmatched and ambiguous names of bulletins, the most frequent first.

    \b
    bulletin registry review bulletins/ --knowledge my
    bulletin registry review records.jsonl --knowledge my --region 澄湖县
    Answers: 2 (that candidate), 2 2016..2018 (for a period), n 全称 (a new unit), x (no unit), /words (look for other
    units), enter (skip), u (undo), q (stop). Each decision is appended at once to
    DIR/regions/CODE/decisions.jsonl, and `bulletin parse --knowledge DIR` obeys it. Answers may come from a pipe.
    Exit code 1 when some inputs failed.
    """
    from bulletin_nlp.cli.progress import followed
    from bulletin_nlp.cli.registry_dialogue import Dialogue
    from bulletin_nlp.cli.results import results_of
    from bulletin_nlp.knowledge import use
    from bulletin_nlp.reconcile import Registries, Registry
    from bulletin_nlp.reconcile.queue import WAITING, Queue
    from bulletin_nlp.records import Bulletin
    from bulletin_nlp.run import Settings

    place = place_of(region) if region else None
    folder = knowledge if knowledge.is_dir() else None
    settings = Settings(region=region, published=published, knowledge=folder, registry=registry, debug=debug)
    with usage():
        settings.parser()
        registries = Registries(knowledge, Registry.read(registry) if registry else None)
        use(folder)
        queue = Queue(registries, WAITING | ({"derived"} if derived else set()), place)
        with followed(2) as follow:
            _, results = results_of([str(path) for path in paths], settings)
            for result in follow(results):
                if isinstance(result, Bulletin):
                    queue.add(result)
    if queue.nowhere:
        typer.echo(f"{queue.nowhere} names stand in bulletins that tell no region: give --region", err=True)
    Dialogue(queue.items()[:limit], registries, knowledge).run()
    if follow.failed:
        raise typer.Exit(1)


def read_answer(prompt: str) -> str | None:
    """One line from the person or the pipe; None at the end of input or at Ctrl-C."""
    if sys.stdin.isatty():
        import contextlib

        with contextlib.suppress(ImportError):
            import readline  # noqa: F401  (line editing that knows wide characters)
    elif hasattr(sys.stdin, "reconfigure") and (sys.stdin.encoding or "").lower() not in {"utf-8", "utf8"}:
        sys.stdin.reconfigure(encoding="utf-8")
    try:
        answer = input(prompt).strip()
    except (EOFError, KeyboardInterrupt):
        typer.echo()
        return None
    if not sys.stdin.isatty():
        typer.echo(answer)
    return answer.encode("utf-8", "ignore").decode()
