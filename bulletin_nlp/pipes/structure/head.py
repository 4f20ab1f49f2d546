"""The fields of head and tail: title, series, issue, 发文字号, byline, masthead, signature, addressees, attachments.

Sources: GB/T 9704-2012 (7.2 版头, 7.3 主体, 7.4 版记); the 简报 form and web pages as offices write them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from bulletin_nlp.pipes.structure.addressees import addressees, distribution, says_downward
from bulletin_nlp.pipes.structure.field import field
from bulletin_nlp.pipes.structure.forms import Forms
from bulletin_nlp.pipes.structure.lines import DATE_LINE, DOCUMENT_NUMBER, ISSUE, masthead
from bulletin_nlp.pipes.structure.outline import Field, Range
from bulletin_nlp.pipes.structure.tail import attachments, imprint, seen_attachments, signature
from bulletin_nlp.pipes.structure.titles import titles
from bulletin_nlp.pipes.structure.zones import Zones
from bulletin_nlp.text.sentences import trim

_BLANKS = re.compile(r"\s+")
_TIME = re.compile(r"\s\d\d:\d\d(?::\d\d)?\s*$")
_VALUE_END = re.compile(r"\s{2,}|[|\[【]|$")


def fields(text: str, folded: str, zones: Zones, forms: Forms) -> list[Field]:
    """Every field that the lines of head and tail give, in text order.

    Values are the text's own characters (blanks inside a title or series left out); `rule` says which line gave them.
    """
    found: list[Field] = []
    lines = ((p.start, p.end) for p, kind in zip(zones.paragraphs, zones.kinds, strict=True) if kind == "distribution")
    beside = says_downward(folded, lines, forms)
    for index in [*range(zones.body), *range(zones.tail, zones.appendix), *range(zones.closing, len(zones.kinds))]:
        in_head = index < zones.body
        start, end = zones.paragraphs[index].start, zones.paragraphs[index].end
        match zones.kinds[index]:
            case "breadcrumb":
                found += _breadcrumb(folded, start, end, forms)
            case "byline" | "page":
                found += _byline(folded, start, end, forms)
            case "number":
                found += _number(folded, start, end)
            case "issue" if in_head:
                found += _issue(folded, start, end, forms)
            case "digits" if in_head:
                name = "issue_line" if end - start <= 3 else "published"
                found += field(name, folded, start, end, "digits-alone")
            case "digits" if end - start > 5:
                found += field("published", folded, start, end, "signature-date")
            case "date":
                found += _date(folded, start, end, "masthead-date" if in_head else "signature-date")
            case "masthead":
                found += _masthead(folded, start, end, in_head)
            case "classification":
                found += field("classification", folded, start, end, "classification-line")
            case "salutation" if in_head:
                found += addressees(folded, "main", start, end - (folded[end - 1] == ":"))
            case "distribution":
                found += distribution(folded, start, end, forms, beside)
            case "attachment" | "appendix" if not in_head:
                found += attachments(folded, zones, index)
            case "imprint":
                found += imprint(folded, start, end, forms)
            case "short" | "byline" if not in_head:
                found += signature(folded, zones, index)
    found += titles(folded, zones, forms)
    if not any(each["name"] == "attachment" for each in found):
        found += seen_attachments(folded, zones)
    for each in found:
        if each["value"] == folded[each["start"] : each["end"]]:
            each["value"] = text[each["start"] : each["end"]]
    return sorted(found, key=lambda each: (each["start"], each["end"], each["name"]))


def _breadcrumb(folded: str, start: int, end: int, forms: Forms) -> Iterator[Field]:
    lead = forms.breadcrumb.search(folded, start, end)
    position = lead.end() if lead and folded[lead.end() - 1] == ":" else start
    for separator in [*forms.crumb_separator.finditer(folded, position, end), None]:
        stop = separator.start() if separator else end
        yield from field("breadcrumb", folded, position, stop, "breadcrumb")
        position = separator.end() if separator else end


def _byline(folded: str, start: int, end: int, forms: Forms) -> Iterator[Field]:
    """Each label's value up to the next label; a label without a value gives no field."""
    labels = list(forms.labels.finditer(folded, start, end))
    for label, following in zip_longest(labels, labels[1:]):
        name = forms.label_field[label[1]]
        begin, stop = trim(folded, label.end(), following.start() if following else end)
        close = _VALUE_END.search(folded, begin, stop)
        stop = close.start() if close else stop
        if name == "published":
            time = _TIME.search(folded, begin, stop)
            stop = time.start() if time else stop
        if name != "ignored":
            yield from field(name, folded, begin, stop, "byline")


def _number(folded: str, start: int, end: int) -> Iterator[Field]:
    if match := DOCUMENT_NUMBER.search(folded, start, end):
        yield from field("document_number", folded, match.start(), match.end(), "number-line")


def _issue(folded: str, start: int, end: int, forms: Forms) -> Iterator[Field]:
    match = ISSUE.search(folded, start, end)
    if match is None:
        return
    yield from field("issue", folded, match.start(), match.end(), "issue-line")
    for name in ("year", "number", "total"):
        if match[name]:
            yield from field(f"issue_{name}", folded, match.start(name), match.end(name), "issue-line")
    first, last = trim(folded, start, match.start())
    words = _BLANKS.sub("", folded[first:last]).rstrip("(")
    if words and forms.series.search(words):
        last = first + len(folded[first:last].rstrip("( "))
        yield from field("series", folded, first, last, "before-issue", words)
    if inner := masthead(folded[match.end() : end].lstrip()):
        base = end - len(folded[match.end() : end].lstrip())
        yield from field("masthead", folded, base + inner.start("unit"), base + inner.end("unit"), "masthead")
        yield from field("published", folded, base + inner.start("date"), base + inner.end("date"), "masthead-date")


def _date(folded: str, start: int, end: int, rule: str) -> Iterator[Field]:
    if match := DATE_LINE.search(folded, start, end):
        yield from field("published", folded, match.start("date"), match.end("date"), rule)


def _masthead(folded: str, start: int, end: int, in_head: bool) -> Iterator[Field]:
    if match := masthead(folded[start:end]):
        unit, date = ("masthead", "masthead-date") if in_head else ("signatory", "signature-date")
        yield from field(unit, folded, start + match.start("unit"), start + match.end("unit"), "masthead")
        yield from field("published", folded, start + match.start("date"), start + match.end("date"), date)


def empty_labels(folded: str, zones: Zones, forms: Forms) -> list[Range]:
    """The labels of the byline that stand without a value: 作者: 来源:…"""
    found = []
    for index in range(zones.body):
        if zones.kinds[index] != "byline":
            continue
        paragraph = zones.paragraphs[index]
        labels = list(forms.labels.finditer(folded, paragraph.start, paragraph.end))
        for label, following in zip_longest(labels, labels[1:]):
            stop = following.start() if following else paragraph.end
            if forms.label_field[label[1]] != "ignored" and not folded[label.end() : stop].strip():
                found.append(Range(start=label.start(), end=label.end()))
    return found
