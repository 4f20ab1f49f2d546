"""`bulletin archive check`: the four properties, proved."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import Annotated

import typer

from bulletin_nlp.cli.archive_options import HERE, Form, Home, Output, opened_archive, show
from bulletin_nlp.cli.options import Debug


class Grade(StrEnum):
    """What is listed."""

    fault = "fault"
    remark = "remark"


PROPERTIES = {"真实性": "authenticity", "完整性": "integrity", "可用性": "usability", "安全性": "safety"}


def check(
    archive: Home = HERE,
    grade: Annotated[
        Grade, typer.Option(help="fault: only damage; remark: also gaps and what is not described")
    ] = Grade.remark,
    log: Annotated[bool, typer.Option("--log/--no-log", help="Note the check in the event log")] = True,
    format: Form = None,
    output: Output = None,
    debug: Debug = False,
) -> None:
    """Check the four properties of DA/T 70-2018: authenticity, integrity, usability, safety.

    Every digest is computed anew and every original opened. Exit code 1 when anything is damaged or missing.
    """
    from bulletin_nlp.archive.check import Finding, note
    from bulletin_nlp.archive.check import check as examine
    from bulletin_nlp.run.ingest import now

    with opened_archive(archive, write=log) as store:
        findings: list[Finding] = []
        total = store.connection.execute("SELECT count(*) FROM document").fetchone()[0]
        from rich.console import Console
        from rich.progress import Progress

        console = Console(stderr=True)
        with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
            task = progress.add_task("checking", total=total)
            for finding in examine(store):
                if finding is None:
                    progress.advance(task)
                else:
                    findings.append(finding)
        if log:
            note(store, findings, now())
    counts = Counter((f.property, f.grade) for f in findings)
    for name, english in PROPERTIES.items():
        bad, other = counts[name, "fault"], counts[name, "remark"]
        verdict = f"✗ {bad} faults" if bad else "✓"
        typer.echo(f"{name} {english}: {verdict}" + (f", {other} remarks" if other else ""), err=True)
    typer.echo(f"{total} bulletins checked", err=True)
    shown = [f for f in findings if f.grade == "fault" or grade is Grade.remark]
    if shown:
        show(("property", "grade", "bulletin", "message"), shown, format, output)
    if any(f.grade == "fault" for f in findings):
        raise typer.Exit(1)
