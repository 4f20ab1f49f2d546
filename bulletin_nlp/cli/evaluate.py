"""`bulletin evaluate`: how much of tagged gold the program finds."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bulletin_nlp.evaluate import Evaluation
    from bulletin_nlp.evaluate.agreement import Agreement
    from bulletin_nlp.evaluate.baseline import Baseline


class ReportFormat(StrEnum):
    """Forms of the report."""

    text = "text"
    json = "json"


def evaluate(
    gold: Annotated[
        list[Path],
        typer.Argument(
            exists=True,
            help="Tagged files, and folders to look through for *.tagged.txt; with --from-labelstudio its JSON exports",
        ),
    ],
    baseline: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="An earlier run: show gains and losses against it")
    ] = None,
    save: Annotated[
        Path | None, typer.Option(dir_okay=False, help="Keep every judgement in this file, as a later --baseline")
    ] = None,
    format: Annotated[ReportFormat, typer.Option(help="Tables, or JSON with every figure")] = ReportFormat.text,
    errors: Annotated[
        str | None,
        typer.Option(
            metavar="TYPES", help="List errors in context: dates,units,problems … or one measure, units.canonical"
        ),
    ] = None,
    html: Annotated[
        Path | None, typer.Option(dir_okay=False, help="Also write a page: figures, confusion, errors in context")
    ] = None,
    passes: Annotated[
        list[Path] | None,
        typer.Option(exists=True, dir_okay=False, help="Decisions of two passes over the gold: report their agreement"),
    ] = None,
    from_labelstudio: Annotated[
        bool,
        typer.Option(
            "--from-labelstudio", help="GOLD are files that Label Studio exported as JSON, of tasks `export` wrote"
        ),
    ] = False,
    gold_out: Annotated[
        Path | None,
        typer.Option(file_okay=False, help="With --from-labelstudio: write the gold here as *.tagged.txt"),
    ] = None,
    decisions: Annotated[
        Path | None,
        typer.Option(
            file_okay=False,
            help="With --from-labelstudio: keep the full names of units as decisions in this knowledge folder",
        ),
    ] = None,
    damage: Annotated[
        str | None,
        typer.Option(
            metavar="KINDS",
            help="Damage the clean bulletins and measure repair: all, or ocr,blanks,lost-date-characters …",
        ),
    ] = None,
    seed: Annotated[int, typer.Option(help="Of the damage: the same seed gives the same figures")] = 1,
    rounds: Annotated[int, typer.Option(min=1, help="How often each bulletin is damaged in each kind")] = 3,
    knowledge: Annotated[
        Path | None, typer.Option(exists=True, file_okay=False, help="A folder laid over the shipped knowledge")
    ] = None,
) -> None:
    """Precision, recall and F1 per record type and field on tagged bulletins.

    \b
    bulletin evaluate corpora/gold/own --errors units
    bulletin evaluate --from-labelstudio export.json --gold-out gold/ --decisions my
    Exit code 1 when some gold can't be read; the rest is judged.
    """
    from functools import partial

    from bulletin_nlp.evaluate import discover, evaluate_gold
    from bulletin_nlp.evaluate import evaluate as judge_all
    from bulletin_nlp.evaluate.agreement import PassesError, agreement
    from bulletin_nlp.evaluate.baseline import BaselineError, load
    from bulletin_nlp.evaluate.baseline import save as save_baseline
    from bulletin_nlp.evaluate.measures import selected
    from bulletin_nlp.knowledge import use
    from bulletin_nlp.parse import parse

    use(knowledge)
    try:
        listed = selected(name.strip() for name in errors.split(",")) if errors else ()
        earlier = load(baseline) if baseline else None
        agreed = agreement(passes or ())
    except (ValueError, BaselineError, PassesError) as error:
        raise typer.BadParameter(str(error)) from error
    if from_labelstudio:
        _only_files(gold, damage)
    elif gold_out or decisions:
        raise typer.BadParameter("--gold-out and --decisions want --from-labelstudio")
    elif not discover(gold):
        raise typer.BadParameter(f"{gold[0]}: no *.tagged.txt below it; name a folder with tagged bulletins")
    if damage is not None:
        _measure_repair(gold, damage, seed, rounds, knowledge, format)
        return
    predict = partial(parse, knowledge=knowledge)
    if from_labelstudio:
        from bulletin_nlp.cli.evaluate_labelstudio import home_of, keep_decisions
        from bulletin_nlp.evaluate.labelstudio import agreement_of_annotators

        home = home_of(gold, gold_out)
        evaluation = evaluate_gold(home.gold(), predict)
        if decisions:  # after the figures, which they would better if the folder is also --knowledge
            keep_decisions(home, decisions)
        agreed += agreement_of_annotators(home.corrected)
    else:
        evaluation = judge_all(gold, predict)
    if save:
        save_baseline(evaluation, save)
    if html:
        from bulletin_nlp.evaluate.page import write_page

        with html.open("w", encoding="utf-8") as stream:
            write_page(evaluation, stream, agreed)
    _show(evaluation, earlier, listed, agreed, format)
    for failure in evaluation.failures:
        typer.echo(failure.message if failure.stage == "gold" else f"{failure.uri}: {failure.message}", err=True)
    if evaluation.failures:
        raise typer.Exit(1)


def _only_files(paths: list[Path], damage: str | None) -> None:
    if folders := [path for path in paths if path.is_dir()]:
        raise typer.BadParameter(
            f"{folders[0]}: is a folder; --from-labelstudio wants files that Label Studio exported"
        )
    if damage is not None:
        raise typer.BadParameter("--damage wants tagged files; write them with --gold-out first")


def _measure_repair(
    gold: list[Path], names: str, seed: int, rounds: int, knowledge: Path | None, form: ReportFormat
) -> None:
    from functools import partial

    from bulletin_nlp.evaluate import GoldError, discover, load_gold
    from bulletin_nlp.evaluate.damage import KINDS, damage_errors, damage_json, damage_table, measure
    from bulletin_nlp.parse import parse

    kinds = list(KINDS) if names == "all" else [name.strip() for name in names.split(",")]
    if unknown := [kind for kind in kinds if kind not in KINDS]:
        raise typer.BadParameter(f"{unknown[0]!r} is no kind of damage; known are all, {', '.join(KINDS)}")
    try:
        bulletins = [load_gold(path) for path in discover(gold)]
    except GoldError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    cases = list(measure(bulletins, partial(parse, knowledge=knowledge), kinds, seed, rounds))
    if form is ReportFormat.json:
        sys.stdout.write(json.dumps(damage_json(cases, seed, rounds), ensure_ascii=False, indent=1) + "\n")
        return
    from rich.console import Console

    console = Console(width=None if sys.stdout.isatty() else 140)
    console.print(damage_table(cases))
    for line in damage_errors(cases):
        console.print(line, highlight=False, soft_wrap=True)


def _show(
    evaluation: Evaluation,
    earlier: Baseline | None,
    listed: tuple[str, ...],
    agreed: list[Agreement],
    form: ReportFormat,
) -> None:
    from bulletin_nlp.evaluate.baseline import compare

    differences = compare(evaluation, earlier) if earlier else []
    if form is ReportFormat.json:
        from bulletin_nlp.evaluate.export import as_json

        value = as_json(evaluation, differences if earlier else None, listed, agreed)
        sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")
        return
    from rich.console import Console

    from bulletin_nlp.evaluate.report import render

    render(evaluation, Console(width=None if sys.stdout.isatty() else 140), earlier, differences, listed, agreed)
