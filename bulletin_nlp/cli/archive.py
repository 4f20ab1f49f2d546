"""`bulletin archive`: keep, prove, find, hand over."""

from __future__ import annotations

import typer

from bulletin_nlp.cli.archive_add import add, reparse
from bulletin_nlp.cli.archive_bag import export, import_bag
from bulletin_nlp.cli.archive_check import check
from bulletin_nlp.cli.archive_describe import describe
from bulletin_nlp.cli.archive_find import list_bulletins, search
from bulletin_nlp.cli.archive_show import diff, show_bulletin, sql
from bulletin_nlp.cli.archive_stats import report, stats

archive = typer.Typer(
    help="An archive of bulletins: originals that can be proved, records that can be searched.\n\n"
    "A folder holds it, ./archive unless --archive or BULLETIN_ARCHIVE names another one.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
archive.command("add")(add)
archive.command("list")(list_bulletins)
archive.command("show")(show_bulletin)
archive.command("search")(search)
archive.command("sql")(sql)
archive.command("reparse")(reparse)
archive.command("diff")(diff)
archive.command("describe")(describe)
archive.command("check")(check)
archive.command("export")(export)
archive.command("import")(import_bag)
archive.command("stats")(stats)
archive.command("report")(report)
