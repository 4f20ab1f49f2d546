"""The program: its commands, and how errors reach the user."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from bulletin_nlp import __version__
from bulletin_nlp.cli.archive import archive
from bulletin_nlp.cli.check import check
from bulletin_nlp.cli.evaluate import evaluate
from bulletin_nlp.cli.explain import explain
from bulletin_nlp.cli.export import export
from bulletin_nlp.cli.generate import generate
from bulletin_nlp.cli.ledger import ledger
from bulletin_nlp.cli.parse import parse
from bulletin_nlp.cli.registry import registry
from bulletin_nlp.cli.schema import schema
from bulletin_nlp.cli.taxonomy import taxonomy
from bulletin_nlp.cli.train import train

app = typer.Typer(
    name="bulletin",
    help="Chinese supervision bulletins (督查通报) in, typed records that can be trusted out.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (parse, explain, export, ledger, check, evaluate, schema, taxonomy, train):
    app.command()(command)
app.add_typer(registry, name="registry")
app.add_typer(archive, name="archive")
app.command(hidden=True)(generate)


@app.callback(invoke_without_command=True)
def _program(version: Annotated[bool, typer.Option("--version", help="Print the version and stop")] = False) -> None:
    if version:
        typer.echo(__version__)
        raise typer.Exit


def main() -> None:
    """Run the program; an unforeseen error is one line, its traceback shown with --debug."""
    debug = "--debug" in sys.argv[1:]
    try:
        app()
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(1) from None
    except Exception as error:
        if debug:
            raise
        typer.echo(f"bulletin: {error} (run again with --debug for the traceback)", err=True)
        raise SystemExit(1) from None
