"""What changed between two versions of a record."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from typing import Any, Literal, NamedTuple

from bulletin_nlp.archive.errors import ArchiveError
from bulletin_nlp.archive.kept import json_of

_KINDS = (
    "sections",
    "dates",
    "units",
    "anaphora",
    "problems",
    "recommendations",
    "achievements",
    "references",
    "figures",
    "repairs",
    "remarks",
)


class Change(NamedTuple):
    """A record that was gained, lost or changed; `rule` made it (the later version's, of a lost one the earlier's)."""

    document: str
    change: Literal["gained", "lost", "changed"]
    kind: str
    rule: str
    start: int | None
    text: str
    fields: str


def differences(
    connection: sqlite3.Connection, document: str, before: int | None = None, after: int | None = None
) -> list[Change]:
    """The changes of a document between two versions.

    Args:
        connection: of the archive.
        document: the bulletin's id.
        before: the earlier version; the one before `after` when None.
        after: the later version; the current one when None.

    Raises:
        ArchiveError: a version that is not there.
    """
    current = connection.execute("SELECT version FROM document WHERE id = ?", (document,)).fetchone()[0]
    later = after or current
    earlier = before or later - 1
    if not 1 <= earlier < later <= current:
        raise ArchiveError(f"{document}: has versions 1 to {current}; --from must be before --to")
    old, new = (json.loads(json_of(connection, document, number)) for number in (earlier, later))
    changes = [_change(document, "changed", "text", {}, ["text"])] if old["text"] != new["text"] else []
    fields = [name for name in new["head"] if old["head"].get(name) != new["head"][name]]
    if fields:
        changes.append(_change(document, "changed", "head", {}, fields))
    for kind in _KINDS:
        changes += _of_kind(document, kind, old.get(kind, []), new.get(kind, []))
    return changes


def by_rule(changes: Iterable[Change]) -> list[tuple[str, str, int, int, int]]:
    """Kind and rule, and how many were gained, lost, changed; the most changes first."""
    counts = Counter((c.kind, c.rule, c.change) for c in changes)
    keys = {(kind, rule) for kind, rule, _ in counts}
    rows = [(*key, counts[*key, "gained"], counts[*key, "lost"], counts[*key, "changed"]) for key in keys]
    return sorted(rows, key=lambda row: (-sum(row[2:]), row[:2]))


def _of_kind(document: str, kind: str, old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[Change]:
    before, after = ({_key(item): item for item in items} for items in (old, new))
    changes = [_change(document, "lost", kind, before[key], []) for key in before if key not in after]
    for key, item in after.items():
        if key not in before:
            changes.append(_change(document, "gained", kind, item, []))
        elif fields := [name for name in item if item[name] != before[key].get(name)]:
            changes.append(_change(document, "changed", kind, item, fields))
    return sorted(changes, key=lambda change: (change.start or 0, change.change))


def _key(item: dict[str, Any]) -> str:
    """Ids are made of kind and place, so that equal ids mean the same place; remarks have none."""
    return str(item.get("id") or json.dumps([item.get("code"), item.get("span")], sort_keys=True))


def _change(
    document: str, change: Literal["gained", "lost", "changed"], kind: str, item: dict[str, Any], fields: list[str]
) -> Change:
    span = item.get("span") or {}
    rule = item.get("rule") or item.get("code") or "-"
    return Change(document, change, kind, rule, span.get("start"), span.get("text", "")[:60], ", ".join(fields))
