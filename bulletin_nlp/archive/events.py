"""The event log, in the terms of PREMIS 3.0 and the Library of Congress's eventType vocabulary."""

from __future__ import annotations

import sqlite3

from bulletin_nlp import __version__

INGESTION = "ingestion"
DIGEST = "message digest calculation"
FORMAT = "format identification"
NORMALIZATION = "normalization"
FIXITY = "fixity check"
METADATA = "metadata modification"
SUCCESS, FAILURE, WARNING = "success", "failure", "warning"
AGENT = f"bulletin_nlp {__version__}"


def log(
    connection: sqlite3.Connection, type: str, at: str, outcome: str, detail: str, document: int | None = None
) -> None:
    """Add an event.

    Args:
        connection: inside the transaction of what it tells of.
        type: eventType.
        at: eventDateTime, ISO 8601.
        outcome: success, failure or warning.
        detail: eventDetailInformation.
        document: the linked object, None for an event of the whole archive or of an input that was refused.
    """
    connection.execute(
        "INSERT INTO event (document, type, at, outcome, agent, detail) VALUES (?, ?, ?, ?, ?, ?)",
        (document, type, at, outcome, AGENT, detail),
    )
