"""The fields of head and tail that the front matter states; blanks and punctuation don't count."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from bulletin_nlp.evaluate.gold import GoldBulletin
from bulletin_nlp.evaluate.judges.units import canonical_names
from bulletin_nlp.evaluate.score import Judgement
from bulletin_nlp.records import Bulletin, Head, Value
from bulletin_nlp.text.fold import fold


def judge_head(gold: GoldBulletin, predicted: Bulletin) -> Iterator[Judgement]:
    """One judgement a stated field: `head.title` and so on. What is stated as null must be absent."""
    head, front = predicted.head, gold.front
    single = {
        "title": (front.title, _text(head.title)),
        "series": (front.series, _text(head.series)),
        "issue_year": (front.issue_year, head.issue.year if head.issue else None),
        "issue_number": (front.issue_number, head.issue.number if head.issue else None),
        "document_number": (front.document_number, _text(head.document_number)),
        "published": (front.published, head.published.value if head.published else None),
        "source_name": (front.source_name, _text(head.source_name)),
        "region": (front.region.name if front.region else None, head.region.name if head.region else None),
    }
    lists = {
        "report_to": (front.report_to, [_texts(head.recipients.report_to)]),
        "send_to": (front.send_to, _addressees(head)),
        "copy_to": (front.copy_to, [_texts(head.recipients.copy_to)]),
        "attachments": (front.attachments, [[attachment.title for attachment in head.attachments]]),
    }
    stated = front.model_fields_set
    for name, (expected, given) in single.items():
        if name in stated:
            yield _judgement(name, _bare(expected) == _bare(given), _shown(expected), _shown(given))
    for name, (listed, readings) in lists.items():
        if name in stated:
            right = any(_bare_set(listed) == _bare_set(reading) for reading in readings)
            yield _judgement(name, right, "|".join(listed), "|".join(readings[-1]))
    if "issuers" in stated:
        yield _issuers(front.issuers, predicted)


def _issuers(listed: tuple[str, ...], predicted: Bulletin) -> Judgement:
    """Each name listed is the surface or the full name of an issuer, and each issuer has a name listed."""
    by_id = {unit.id: unit for unit in predicted.units}
    issuers = [by_id[name] for name in predicted.head.issuers]
    names = [_bare_set([unit.span.text, *canonical_names(unit)]) for unit in issuers]
    wanted = _bare_set(part for name in listed for part in name.split(";"))
    right = all(wanted & own for own in names) and wanted <= {name for own in names for name in own}
    return _judgement("issuers", right, "|".join(listed), "|".join(unit.span.text for unit in issuers))


def _addressees(head: Head) -> list[list[str]]:
    """The front matter lists 主送 and 发 alike under `send_to`."""
    send, main = _texts(head.recipients.send_to), _texts(head.recipients.main)
    return [send, main, [*main, *send]]


def _judgement(field: str, right: bool, expected: str, given: str) -> Judgement:
    return Judgement(f"head.{field}", "hit" if right else "wrong", 0, 0, expected, given)


def _text(value: Value | None) -> str | None:
    return value.value if value else None


def _texts(values: Iterable[Value]) -> list[str]:
    return [value.value for value in values]


def _shown(value: object) -> str:
    return "" if value is None else str(value)


def _bare(value: object) -> str:
    """Letters and digits alone, folded."""
    return "".join(c for c in fold(_shown(value)) if unicodedata.category(c)[0] in "LNM")


def _bare_set(values: Iterable[str]) -> set[str]:
    return {_bare(value) for value in values} - {""}
