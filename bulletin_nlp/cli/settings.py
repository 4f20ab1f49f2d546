"""The settings that commands which parse are called with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from bulletin_nlp.parse import Parser
    from bulletin_nlp.run import Settings


def settings_of(
    region: str | None, published: str | None, knowledge: Path | None, registry: Path | None, debug: bool
) -> tuple[Settings, Parser]:
    """The settings of these options and a parser made with them; a `typer.BadParameter` where none can be."""
    from bulletin_nlp.run import Settings

    settings = Settings(region=region, published=published, knowledge=knowledge, registry=registry, debug=debug)
    try:
        return settings, settings.parser()
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
