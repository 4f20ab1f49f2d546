"""The fields of head and tail: title, series, issue, 发文字号, byline, masthead, signature, addressees, attachments.

Sources: GB/T 9704-2012 (7.2 版头, 7.3 主体, 7.4 版记); the 简报 form and web pages as offices write them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from bulletin_nlp.pipes.structure.forms import Forms
from bulletin_nlp.pipes.structure.lines import DATE_LINE, DOCUMENT_NUMBER, ISSUE, attachment_titles, masthead
from bulletin_nlp.pipes.structure.outline import Field, Range
from bulletin_nlp.pipes.structure.zones import Zones
from bulletin_nlp.text.sentences import trim

_BLANKS = re.compile(r"\s+")
_TIME = re.compile(r"\s\d\d:\d\d(?::\d\d)?\s*$")
_VALUE_END = re.compile(r"\s{2,}|[|\[【]|$")
_SEE_ATTACHMENT = re.compile(r"附件\d?[:(]?\s?《([^《》\n]{4,60})》")
_SHORT_SIGNATURE = 44
_LONGEST_SERIES = 20
_TOPIC = re.compile(r"关于|\d|情况的")
_SENTENCE = re.compile(r"[。;,]")


def _field(name: str, folded: str, start: int, end: int, rule: str, value: str | None = None) -> Iterator[Field]:
    start, end = trim(folded, start, end)
    if start < end:
        yield Field(name=name, start=start, end=end, value=value or folded[start:end], rule=rule)


def fields(text: str, folded: str, zones: Zones, forms: Forms) -> list[Field]:
    """Every field that the lines of head and tail give, in text order.

    Values are the text's own characters (blanks inside a title or series left out); `rule` says which line gave them.
    """
    found: list[Field] = []
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
                found += _field(name, folded, start, end, "digits-alone")
            case "date":
                found += _date(folded, start, end, "masthead-date" if in_head else "signature-date")
            case "masthead":
                found += _masthead(folded, start, end, in_head)
            case "classification":
                found += _field("classification", folded, start, end, "classification-line")
            case "salutation" if in_head:
                found += _addressees(folded, "main", start, end - (folded[end - 1] == ":"))
            case "distribution":
                found += _distribution(folded, start, end, forms)
            case "attachment" | "appendix" if not in_head:
                found += _attachments(folded, zones, index)
            case "short" | "byline" if not in_head:
                found += _signature(folded, zones, index)
    found += _titles(folded, zones, forms)
    if not any(field["name"] == "attachment" for field in found):
        found += _seen_attachments(folded, zones)
    for field in found:
        if field["value"] == folded[field["start"] : field["end"]]:
            field["value"] = text[field["start"] : field["end"]]
    return sorted(found, key=lambda field: (field["start"], field["end"], field["name"]))


def _breadcrumb(folded: str, start: int, end: int, forms: Forms) -> Iterator[Field]:
    lead = forms.breadcrumb.search(folded, start, end)
    position = lead.end() if lead and folded[lead.end() - 1] == ":" else start
    for separator in [*forms.crumb_separator.finditer(folded, position, end), None]:
        stop = separator.start() if separator else end
        yield from _field("breadcrumb", folded, position, stop, "breadcrumb")
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
            yield from _field(name, folded, begin, stop, "byline")


def _number(folded: str, start: int, end: int) -> Iterator[Field]:
    if match := DOCUMENT_NUMBER.search(folded, start, end):
        yield from _field("document_number", folded, match.start(), match.end(), "number-line")


def _issue(folded: str, start: int, end: int, forms: Forms) -> Iterator[Field]:
    match = ISSUE.search(folded, start, end)
    if match is None:
        return
    yield from _field("issue", folded, match.start(), match.end(), "issue-line")
    for name in ("year", "number", "total"):
        if match[name]:
            yield from _field(f"issue_{name}", folded, match.start(name), match.end(name), "issue-line")
    first, last = trim(folded, start, match.start())
    words = _BLANKS.sub("", folded[first:last]).rstrip("(")
    if words and forms.series.search(words):
        last = first + len(folded[first:last].rstrip("( "))
        yield from _field("series", folded, first, last, "before-issue", words)
    if inner := masthead(folded[match.end() : end].lstrip()):
        base = end - len(folded[match.end() : end].lstrip())
        yield from _field("masthead", folded, base + inner.start("unit"), base + inner.end("unit"), "masthead")
        yield from _field("published", folded, base + inner.start("date"), base + inner.end("date"), "masthead-date")


def _date(folded: str, start: int, end: int, rule: str) -> Iterator[Field]:
    if match := DATE_LINE.search(folded, start, end):
        yield from _field("published", folded, match.start("date"), match.end("date"), rule)


def _masthead(folded: str, start: int, end: int, in_head: bool) -> Iterator[Field]:
    if match := masthead(folded[start:end]):
        unit, date = ("masthead", "masthead-date") if in_head else ("signatory", "signature-date")
        yield from _field(unit, folded, start + match.start("unit"), start + match.end("unit"), "masthead")
        yield from _field("published", folded, start + match.start("date"), start + match.end("date"), date)


def _distribution(folded: str, start: int, end: int, forms: Forms) -> Iterator[Field]:
    label = forms.distribution.match(folded, start, end)
    if label is None:
        return
    name = forms.distribution_field[_BLANKS.sub("", label["label"])]
    yield from _addressees(folded, name, label.end(), end)


_LISTED = re.compile(r"[,;。\n]|\s{2,}|(?<=[\u4e00-\u9fff]{3}) (?=[\u4e00-\u9fff]{3})")
_STANDS_ALONE = re.compile(r"[县市区州省镇乡旗局街各中国]|.{2,10}(?:办|局|委|室|院|部|会|公司)$")


def _addressees(folded: str, name: str, start: int, end: int) -> Iterator[Field]:
    """The addressees of a list: divided at commas, and at 、 where what follows is a name of its own."""
    position = start
    for stop in [*(m.start() for m in _LISTED.finditer(folded, start, end)), end]:
        piece = position
        if folded[piece:stop].lstrip()[:1] not in {"各", "县", "全"} or not folded[piece:stop].lstrip().startswith(
            "各"
        ):
            for comma in [m.start() for m in re.finditer("、", folded[position:stop])]:
                if _STANDS_ALONE.match(folded[position + comma + 1 : stop]) and "、" in folded[position:stop]:
                    yield from _field(name, folded, piece, position + comma, "addressee-list")
                    piece = position + comma + 1
        yield from _field(name, folded, piece, stop, "addressee-list")
        position = stop + 1


def _attachments(folded: str, zones: Zones, index: int) -> Iterator[Field]:
    present = "present" if zones.appendix < len(zones.kinds) else "absent"
    start, end = zones.paragraphs[index].start, zones.paragraphs[index].end
    lead = attachment_titles(folded[start:end])
    lines = [(start + lead.end(), end)] if lead else []
    following = index + 1
    while following < zones.appendix and (marker := zones.paragraphs[following].marker) and marker.style == "num":
        lines.append((marker.end, zones.paragraphs[following].end))
        following += 1
    for begin, stop in lines:
        number = re.match(r"\s*\d{1,2}\s?[.、]\s?", folded[begin:stop])
        yield from _field("attachment", folded, begin + (number.end() if number else 0), stop, present)


def _seen_attachments(folded: str, zones: Zones) -> Iterator[Field]:
    """见附件(《…》) in the body, where no line lists the attachments."""
    if zones.body < zones.tail <= len(zones.paragraphs):
        for match in _SEE_ATTACHMENT.finditer(folded, zones.paragraphs[zones.body].start):
            yield from _field("attachment", folded, match.start(1), match.end(1), "absent")


def _signature(folded: str, zones: Zones, index: int) -> Iterator[Field]:
    """A short line before the date of the tail is a signature, as are the lines beside it."""
    start, end = zones.paragraphs[index].start, zones.paragraphs[index].end
    if end - start > _SHORT_SIGNATURE or _SENTENCE.search(folded, start, end):
        return
    following = zones.kinds[index + 1 : index + 4]
    while following and following[0] == "short":
        following = following[1:]
    if following and following[0] == "date":
        yield from _field("signatory", folded, start, end, "signature", _BLANKS.sub("", folded[start:end]))


def _titles(folded: str, zones: Zones, forms: Forms) -> Iterator[Field]:
    """The title of the bulletin and the series that the head names.

    Of the plain lines of the head the title is the last that ends as titles do and is not the red head of a series;
    a title broken over two lines is joined.
    """
    groups = _head_groups(folded, zones)
    title = ""
    for start, end in reversed(groups):
        words = _BLANKS.sub("", folded[start:end])
        bare = bool(forms.series.fullmatch(words))
        if not title and not bare and (forms.title_end.search(words) or "关于" in words or (start, end) == groups[-1]):
            yield Field(name="title", start=start, end=end, value=words, rule="title-line")
            title = words
        elif words == title:
            continue
        elif bare or (len(words) <= _LONGEST_SERIES and forms.series.search(words) and not _TOPIC.search(words)):
            yield Field(name="series", start=start, end=end, value=words, rule="red-head")
        elif not _SENTENCE.search(folded, start, end):
            yield Field(name="masthead", start=start, end=end, value=words, rule="red-head")


def _head_groups(folded: str, zones: Zones) -> list[tuple[int, int]]:
    """Plain lines of the head; neighbours of which the first can't end a title are one."""
    groups: list[tuple[int, int]] = []
    last = -1
    for index in range(zones.body):
        if zones.kinds[index] != "short":
            continue
        start, end = zones.paragraphs[index].start, zones.paragraphs[index].end
        if groups and last == index - 1 and _unfinished(folded, *groups[-1], start):
            groups[-1] = (groups[-1][0], end)
        else:
            groups.append((start, end))
        last = index
    return groups


def _unfinished(folded: str, start: int, end: int, following: int) -> bool:
    words = folded[start:end]
    near = folded[end:following].count("\n") <= 1
    return near and (
        words.rstrip().endswith(("的", "和", "及", "、"))
        or ("关于" in words and not words.rstrip().endswith(("通报", "通知", "报告")))
    )


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


def title_range(found: list[Field]) -> Range | None:
    """Where the title stands."""
    return next((Range(start=f["start"], end=f["end"]) for f in found if f["name"] == "title"), None)
