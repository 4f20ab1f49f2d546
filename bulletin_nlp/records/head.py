"""What the head and the tail of a bulletin say about it (GB/T 9704-2012 and the freer 简报 form)."""

from __future__ import annotations

from pydantic import Field

from bulletin_nlp.records.base import Certainty, IsoDay, Record
from bulletin_nlp.records.span import Span, Value


class Issue(Record):
    """期号: 2017年第16期（总第38期）."""

    year: int | None
    number: int | None
    total: int | None = Field(description="总期号, the running number over all years")
    span: Span


class Published(Record):
    """The day of publication: of the web page where there is one, else of signature or masthead."""

    value: IsoDay
    span: Span
    repaired: bool


class Region(Record):
    """The place whose authorities speak; `code` is its GB/T 2260 code where the place is in the national table."""

    code: str | None
    name: str
    level: str | None = Field(description="province, prefecture, county or township")
    basis: str
    certainty: Certainty
    above: tuple[str, ...] = Field(
        default=(), description="Places above one in no table, as the text names them; widest first"
    )


class Recipients(Record):
    """报, 送, 发, 抄送 and 主送 as listed, one value an addressee."""

    report_to: tuple[Value, ...] = ()
    send_to: tuple[Value, ...] = ()
    copy_to: tuple[Value, ...] = ()
    main: tuple[Value, ...] = ()


class Attachment(Record):
    """附件: its title, and whether the file holds it."""

    title: str
    span: Span
    present: bool


class Head(Record):
    """The description of the bulletin that the bulletin itself gives."""

    title: Value | None = None
    series: Value | None = None
    document_number: Value | None = None
    source_name: Value | None = None
    author: Value | None = None
    breadcrumb: tuple[Value, ...] = ()
    signatory: Value | None = None
    classification: Value | None = None
    issue: Issue | None = None
    published: Published | None = None
    region: Region | None = None
    issuers: tuple[str, ...] = Field(default=(), description="Ids of unit mentions")
    recipients: Recipients = Recipients()
    attachments: tuple[Attachment, ...] = ()
