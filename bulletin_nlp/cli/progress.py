"""Progress on standard error: a bar on a terminal, and a line for each failure anywhere."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from bulletin_nlp.records import Bulletin, Failure


class Follow:
    """Passes results on, counting them; `failed` is the number of failures so far."""

    def __init__(self) -> None:
        self.failed = 0

    def __call__(self, results: Iterable[Bulletin | Failure]) -> Iterator[Bulletin | Failure]:
        """Every result, in order."""
        for result in results:
            if isinstance(result, Failure):
                self.failed += 1
                self.report(result)
            yield result
            self.step()

    def report(self, failure: Failure) -> None:
        """Tell of a failure."""
        sys.stderr.write(f"bulletin: {failure.message}\n")

    def step(self) -> None:
        """One more is done."""


@contextmanager
def followed(total: int) -> Iterator[Follow]:
    """Follow a run of at least `total` documents: containers hold more."""
    if total < 2 or not sys.stderr.isatty():
        yield Follow()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("bulletins", total=total)

        class _OnBar(Follow):
            def report(self, failure: Failure) -> None:
                progress.console.print(f"bulletin: {failure.message}", markup=False, highlight=False)

            def step(self) -> None:
                done = progress.tasks[0].completed + 1
                progress.update(task, completed=done, total=max(done, total))

        yield _OnBar()
