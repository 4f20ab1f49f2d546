"""`bulletin check`: every rule and name of the knowledge folder proven by its own examples."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def check(
    knowledge: Annotated[
        Path | None, typer.Option(exists=True, file_okay=False, help="A folder laid over the shipped knowledge")
    ] = None,
) -> None:
    """Prove every rule of the knowledge folder by its own examples; exit code 1 when one fails."""
    from bulletin_nlp.knowledge.check import check as run_checks
    from bulletin_nlp.knowledge.check import checkers

    load_component_checkers()
    findings = run_checks(knowledge)
    for finding in findings:
        place = f"{finding.table}.yaml: {finding.path}" if finding.path else f"{finding.table}.yaml"
        typer.echo(f"{place}: {finding.message}")
    if findings:
        typer.echo(f"{len(findings)} to mend; checked: {', '.join(checkers())}", err=True)
        raise typer.Exit(1)
    typer.echo(f"all rules hold; checked: {', '.join(checkers())}")


def load_component_checkers() -> None:
    """Import the module `check` of every component that has one: importing registers its checkers."""
    from importlib import import_module
    from importlib.util import find_spec
    from pkgutil import iter_modules

    for package in ("bulletin_nlp.pipes", "bulletin_nlp.reconcile", "bulletin_nlp.read"):
        for module in iter_modules(import_module(package).__path__, f"{package}."):
            if module.ispkg and find_spec(f"{module.name}.check"):
                import_module(f"{module.name}.check")
