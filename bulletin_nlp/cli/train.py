"""`bulletin train`: the statistical layer of natures and domains, made anew from sentences."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_nlp.train.measure import Pair


def train(
    corpora: Annotated[
        Path, typer.Argument(exists=True, file_okay=False, help="A folder with train_*.tsv, a file a pass")
    ] = Path("corpora/sentences"),
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            dir_okay=False,
            help="Write the model here; as findings.model in a --knowledge folder it is used",
        ),
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="Sentences that nothing was trained on: figures, by code too"),
    ] = None,
    seed: Annotated[int, typer.Option(help="Of the confidence intervals; the model depends on no chance")] = 1,
    knowledge: Annotated[
        Path | None, typer.Option(exists=True, file_okay=False, help="A folder laid over the shipped knowledge")
    ] = None,
) -> None:
    """Train the statistical layer and show how it codes each pass when trained on the others."""
    from importlib.util import find_spec

    if find_spec("scipy") is None:
        raise typer.BadParameter('training needs scipy: pip install "bulletin_nlp[train]"')
    from bulletin_nlp.knowledge import use
    from bulletin_nlp.pipes.findings.statistical import pack
    from bulletin_nlp.train.corpus import CorpusError, read_rows
    from bulletin_nlp.train.measure import by_code, code, confusions, layers
    from bulletin_nlp.train.train import FACETS
    from bulletin_nlp.train.train import train as fit

    use(knowledge)
    try:
        held = read_rows(report) if report else []
        trained = fit(corpora)
    except CorpusError as error:
        raise typer.BadParameter(str(error)) from error
    if out:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(pack(trained.model))
    for facet in FACETS:
        for layer in layers(facet):
            for source, model in trained.left_out.items():
                pairs = code(facet, layer, [row for row in trained.rows if row.source == source], model)
                if pairs:
                    _line(f"{facet}, {layer}: {source} left out", pairs, seed)
            if report:
                pairs = code(facet, layer, held, trained.model)
                _line(f"{facet}, {layer}: {report.stem}", pairs, seed)
        if report:
            for name, (right, false, missed) in by_code(pairs).items():
                typer.echo(f"  {name:28} right {right:4} false {false:4} missed {missed:4}")
            typer.echo("  confused: " + ", ".join(f"{a} → {b} {n}" for (a, b), n in confusions(pairs)[:15]))


def _line(name: str, pairs: Sequence[Pair], seed: int) -> None:
    from bulletin_nlp.train.measure import figures

    f = figures(pairs, seed)
    typer.echo(
        f"{name:40} n {f.sentences:5}  P {f.precision:.3f}  R {f.recall:.3f}  F1 {f.f1:.3f} ({f.low:.3f}–{f.high:.3f})"
        f"  primary {f.primary:.3f}  unknown {f.unknown:.3f}"
    )
