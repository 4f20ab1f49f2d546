"""`bulletin evaluate --from-labelstudio`: corrections made in Label Studio come home as gold and as decisions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from bulletin_nlp.evaluate.labelstudio import Home


def home_of(paths: Sequence[Path], gold_out: Path | None) -> Home:
    """Read exported files, write them as gold where that is asked for, and tell on standard error what was left out.

    Raises:
        typer.BadParameter: a file is no export of Label Studio, or the folder can't be written.
    """
    from bulletin_nlp.evaluate.labelstudio import LabelStudioError, come_home

    try:
        home = come_home(paths)
        if gold_out:
            written = home.write(gold_out)
            typer.echo(f"{gold_out}: {len(written)} tagged files written", err=True)
    except (LabelStudioError, OSError) as error:
        raise typer.BadParameter(str(error)) from error
    for remark in home.remarks:
        typer.echo(remark, err=True)
    counts = f"{len(home.corrected)} finished tasks, {home.unfinished} unfinished, {len(home.failures)} failed"
    typer.echo(counts, err=True)
    return home


def keep_decisions(home: Home, folder: Path) -> None:
    """Write the full names of units as decisions, and tell on standard error how many.

    Raises:
        typer.BadParameter: a registry or a file of decisions can't be read or written.
    """
    from bulletin_nlp.cli.registry_options import pool_of
    from bulletin_nlp.evaluate.labelstudio import decide
    from bulletin_nlp.reconcile import Registries

    registries = Registries(folder)
    try:
        outcome = decide(home.corrected, folder, registries, lambda place: pool_of(place, registries))
    except (ValueError, OSError) as error:
        raise typer.BadParameter(str(error)) from error
    for remark in outcome.remarks:
        typer.echo(remark, err=True)
    typer.echo(f"{folder}: {outcome.written} decisions written, {outcome.known} known already", err=True)
