"""`bulletin registry match`: names looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bulletin_nlp.cli.options import Debug, RegistryFile
from bulletin_nlp.cli.registry_options import MaybeHome, MaybeRegion, day_of, place_of, usage

if TYPE_CHECKING:
    from bulletin_nlp.records import UnitMatch


def match(
    names: Annotated[
        list[str], typer.Argument(metavar="NAME…", help="Names as bulletins write them, such as 县住建局")
    ],
    region: MaybeRegion = None,
    on: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The day on which the names were used")] = None,
    knowledge: MaybeHome = None,
    registry_file: RegistryFile = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a name")] = False,
    debug: Debug = False,
) -> None:
    """Resolve names to canonical units of a place and a day.

    \b
    bulletin registry match 县住建局 县工商局 --region 巍山县 --on 2017-05-01
    bulletin registry match 巍山县住建局        (the whole country: the name itself must tell its place)
    Exit code 1 when a name is unmatched.
    """
    from bulletin_nlp.knowledge import use
    from bulletin_nlp.reconcile import Registries, Registry, match_name
    from bulletin_nlp.reconcile.kept import surface_of
    from bulletin_nlp.reconcile.national import match_national

    day = day_of(on)
    place = place_of(region) if region else None
    with usage():
        use(knowledge if knowledge and knowledge.is_dir() else None)
        registries = Registries(knowledge, Registry.read(registry_file) if registry_file else None)
    unmatched = 0
    for name in names:
        with usage():
            found = (
                match_name(surface_of(name), place, day, registries.of(place))
                if place
                else match_national(surface_of(name), day, registries)
            )
        unmatched += found.status == "unmatched"
        typer.echo(found.model_dump_json() if as_json else _line(name, found))
    if unmatched:
        if place is None:
            typer.echo("a name without its place, such as 县住建局, can be told only with --region", err=True)
        raise typer.Exit(1)


def _line(name: str, found: UnitMatch) -> str:
    canonical = ";".join(found.canonical_names or found.members) or found.canonical_name or "-"
    lines = [f"{name}\t{found.status}\t{canonical}\t{found.basis or ''}"]
    if found.status == "ambiguous":
        lines += [f"\t?\t{c.canonical_name}\t{c.score:.2f}\t{c.basis}" for c in found.candidates]
    return "\n".join(lines)
