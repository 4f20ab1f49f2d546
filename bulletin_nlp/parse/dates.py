"""Date records from anchored dates, with the role each plays."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin_nlp.parse.anchor import Anchored, ResolvedDate
from bulletin_nlp.parse.ids import Ids
from bulletin_nlp.parse.quote import Quoter
from bulletin_nlp.pipes.findings.finding import DemandMention
from bulletin_nlp.pipes.structure.outline import Outline
from bulletin_nlp.records import DateCandidate, DateMention


def date_records(
    anchored: Anchored, outline: Outline, demands: Sequence[DemandMention], ids: Ids, quote: Quoter
) -> list[DateMention]:
    """One record for each date, in text order.

    The role is `published` for the bulletin's own day, `deadline` for a day due, `inspection` for a range in the
    opening part, else None.
    """
    published = [(f["start"], f["end"]) for f in outline["fields"] if f["name"] == "published"]
    opening = next((p for p in outline["parts"] if p["role"] == "situation" and p["level"] == 0), None)
    records = []
    inspected = False
    for date in anchored.dates:
        role = _role(date, published)
        if role is None and not inspected and opening and opening["start"] <= date["start"] < opening["end"]:
            inspected = date["kind"] in {"point", "range"} and date["granularity"] == "day"
            role = "inspection" if inspected else None
        records.append(
            DateMention(
                id=ids("d", date["start"], date["end"]),
                span=quote(date["start"], date["end"]),
                kind=date["kind"],
                start=date["value_start"],
                end=date["value_end"],
                granularity=date["granularity"],
                role=role,
                filled=date["filled"],
                repaired=date["repaired"],
                certainty=date["certainty"],
                candidates=tuple(DateCandidate(**candidate) for candidate in date["candidates"]),
                rule=date["rule"],
            )
        )
    return records


def _role(date: ResolvedDate, published: Sequence[tuple[int, int]]) -> str | None:
    if any(start < date["end"] and date["start"] < end for start, end in published):
        return "published"
    return "deadline" if date["kind"] in {"deadline", "recurring"} else None
