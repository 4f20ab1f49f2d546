"""`bulletin registry`: canonical units of a region."""

from __future__ import annotations

import typer

from bulletin_nlp.cli.registry_alias import add_alias
from bulletin_nlp.cli.registry_build import build
from bulletin_nlp.cli.registry_list import list_units
from bulletin_nlp.cli.registry_match import match
from bulletin_nlp.cli.registry_review import review

registry = typer.Typer(
    help="Canonical units of a region: build its registry, look names up, record what a person decides.\n\n"
    "A knowledge folder keeps them by region, DIR/regions/532927/registry.csv and decisions.jsonl; "
    "`bulletin parse --knowledge DIR` reads every bulletin with those of its region.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
registry.command("build")(build)
registry.command("list")(list_units)
registry.command("match")(match)
registry.command("add-alias")(add_alias)
registry.command("review")(review)
