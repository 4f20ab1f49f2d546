"""`bulletin registry add-alias`: one more surface for a unit of a region."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bulletin_nlp.cli.options import Debug
from bulletin_nlp.cli.registry_options import Home, OfRegion, place_of, pool_of, usage

if TYPE_CHECKING:
    from bulletin_nlp.reconcile import RegionVerdict, Registry, Unit


def add_alias(
    unit: Annotated[str, typer.Argument(metavar="UNIT", help="Its id, full name, or a name that means it there")],
    aliases: Annotated[list[str], typer.Argument(metavar="ALIAS…", help="Surfaces such as 县建委")],
    region: OfRegion,
    knowledge: Home,
    debug: Debug = False,
) -> None:
    """Give a unit further aliases, in the registry of its region in a knowledge folder.

    \b
    bulletin registry add-alias 县住建局 县建设局 县建委 --region 澄湖县 --knowledge my
    The unit is marked as a person's and outranks what is derived. `bulletin parse --knowledge my` uses it from now on.
    Exit code 2 when the unit is not one unit, or an alias is another listed unit's.
    """
    from bulletin_nlp.knowledge import use
    from bulletin_nlp.reconcile import Registries
    from bulletin_nlp.reconcile.edit import save_unit, with_aliases
    from bulletin_nlp.reconcile.kept import surface_of
    from bulletin_nlp.reconcile.regional import region_folder, registry_file

    place = place_of(region)
    with usage():
        use(knowledge if knowledge.is_dir() else None)
        registry = pool_of(place, Registries(knowledge))
        target = _unit(unit, place, registry)
        surfaces = [surface_of(alias) for alias in aliases]
        for surface in surfaces:
            _free(surface, target, place, registry)
        path = registry_file(knowledge, place) or region_folder(knowledge, place) / "registry.csv"
        save_unit(path, with_aliases(target, surfaces))
    typer.echo(f"{path}: {target.name} ({target.id}) is also called {'、'.join(surfaces)}", err=True)


def _unit(words: str, place: RegionVerdict, registry: Registry) -> Unit:
    """The unit of a region that an id or a name means.

    Raises:
        ValueError: none or several.
    """
    from bulletin_nlp.reconcile import Unit, match_name

    if words in registry.by_id:
        return registry.by_id[words]
    named = registry.find(words, None, place)
    if len(named) == 1:
        return named[0]
    match = match_name(words, place, None, registry)
    if match.canonical_id is None or match.canonical_name is None:
        several = "; ".join(f"{c.canonical_id} {c.canonical_name}" for c in match.candidates)
        raise ValueError(
            f"{words}: " + (f"several units, give an id: {several}" if several else "no unit is called so")
        )
    derived = Unit(match.canonical_id, match.canonical_name, (), None, None, None, place.code or place.name)
    return registry.by_id.get(match.canonical_id, derived)


def _free(surface: str, target: Unit, place: RegionVerdict, registry: Registry) -> None:
    """Whether a surface is nobody else's, as far as people said."""
    for other in registry.find(surface, None, place):
        if other.id != target.id and other.source != "derived" and _meet(other, target):
            raise ValueError(f"{surface}: is {other.name} ({other.id}); take it out of that row first")


def _meet(a: Unit, b: Unit) -> bool:
    return all(x.valid_from is None or y.valid_to is None or x.valid_from <= y.valid_to for x, y in ((a, b), (b, a)))
