"""The head of a bulletin, from the fields that the structure found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bulletin_nlp.parse.published import OwnDate
from bulletin_nlp.parse.quote import Quoter
from bulletin_nlp.pipes.structure.outline import Field, Outline
from bulletin_nlp.records import Attachment, Head, Issue, Published, Recipients, Region, Value
from bulletin_nlp.text.fold import fold
from bulletin_nlp.text.numerals import number as numeral


def head_of(
    outline: Outline, own: Sequence[OwnDate], region: Region | None, issuers: Iterable[str], quote: Quoter
) -> Head:
    """Assemble the head.

    Args:
        outline: the structure with its fields.
        own: the bulletin's own dates, the most telling first.
        region: the place whose authorities speak.
        issuers: ids of the unit mentions that issue the bulletin.
        quote: makes spans of the text.
    """
    fields = outline["fields"]

    def first(name: str) -> Value | None:
        return next((quote.value(f) for f in fields if f["name"] == name), None)

    def every(name: str) -> tuple[Value, ...]:
        return tuple(quote.value(f) for f in fields if f["name"] == name)

    return Head(
        title=first("title"),
        series=first("series"),
        document_number=first("document_number"),
        source_name=first("source_name"),
        author=first("author"),
        breadcrumb=every("breadcrumb"),
        signatory=first("signatory"),
        classification=first("classification"),
        issue=_issue(fields, quote),
        published=_published(own, quote),
        region=region,
        issuers=tuple(issuers),
        recipients=Recipients(
            report_to=every("report_to"), send_to=every("send_to"), copy_to=every("copy_to"), main=every("main")
        ),
        attachments=tuple(
            Attachment(title=f["value"], span=quote.of(f), present=f["rule"] == "present")
            for f in fields
            if f["name"] == "attachment"
        ),
    )


def _published(own: Sequence[OwnDate], quote: Quoter) -> Published | None:
    if not own:
        return None
    best = own[0]
    return Published(value=best.day.isoformat(), span=quote(best.start, best.end), repaired=best.damaged)


def _issue(fields: Sequence[Field], quote: Quoter) -> Issue | None:
    whole = next((f for f in fields if f["name"] == "issue"), None)
    if whole is None:
        return None

    def number(name: str) -> int | None:
        field = next((f for f in fields if f["name"] == name and whole["start"] <= f["start"] < whole["end"]), None)
        return None if field is None else numeral(fold(field["value"]))

    return Issue(
        year=number("issue_year"), number=number("issue_number"), total=number("issue_total"), span=quote.of(whole)
    )
