"""One self-contained page of a whole archive: figures, plots, a table, a search; no server, no request."""

from bulletin_nlp.archive.report.page import write_report

__all__ = ["write_report"]
