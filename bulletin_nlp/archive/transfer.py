"""An archive, or some of its bulletins, as a bag, and a bag back into an archive: equal.

The payload needs no program of ours to be read: the originals, each version of each record as JSON, a ledger of digests,
places, events and what archivists said as JSON Lines, and the descriptions as XML and CSV.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bulletin_nlp.archive.archive import Archive
from bulletin_nlp.archive.bag import faults, write_bag
from bulletin_nlp.archive.database import transaction
from bulletin_nlp.archive.errors import ArchiveError
from bulletin_nlp.archive.handover import catalogue, write_catalogue, write_dat46, write_dublin_core
from bulletin_nlp.archive.index import put
from bulletin_nlp.archive.kept import json_of, pack
from bulletin_nlp.archive.originals import sm3_of
from bulletin_nlp.records import Bulletin

LEDGER, EVENTS = "ledger.jsonl", "events.jsonl"
_COLUMNS = ("id", "sha256", "sm3", "bytes", "suffix", "added_at", "checked_at", "version")


def export(archive: Archive, folder: Path, documents: Sequence[str], day: str) -> int:
    """Write bulletins as a bag.

    Args:
        archive: where they are.
        folder: of the bag; must not be there, or be empty.
        documents: ids; with all of them the archive's own events go along.
        day: today, for Bagging-Date.

    Returns:
        How many files the payload has.

    Raises:
        ArchiveError: an original is missing or was changed: what is handed over must be what was kept.
    """
    info = {
        "Bagging-Date": day,
        "External-Description": f"{len(documents)} supervision bulletins with originals, records, events and descriptions",
        "Internal-Sender-Identifier": "bulletin_nlp archive 1",
    }
    return write_bag(folder, lambda data: _payload(archive, data, documents), info)


def _payload(archive: Archive, data: Path, documents: Sequence[str]) -> None:
    with (data / LEDGER).open("w", encoding="utf-8", newline="\n") as ledger:
        for document in documents:
            line = _line(archive, document)
            content = archive.original(document)
            if hashlib.sha256(content).hexdigest() != line["sha256"]:
                raise ArchiveError(f"{document}: its original was changed; `bulletin archive check` tells more")
            _write(data / "originals" / line["sha256"][:2] / (line["sha256"] + line["suffix"]), content)
            for version in line["versions"]:
                record = json_of(archive.connection, document, version["number"])
                _write(_record_file(data, document, version["number"]), record.encode())
            ledger.write(json.dumps(line, ensure_ascii=False) + "\n")
    whole = len(documents) == archive.connection.execute("SELECT count(*) FROM document").fetchone()[0]
    own = _events(archive, "IS NULL", ()) if whole else []
    lines = "".join(json.dumps(event, ensure_ascii=False) + "\n" for event in own)
    (data / EVENTS).write_text(lines, encoding="utf-8", newline="\n")
    description = data / "description"
    description.mkdir()
    write_catalogue(catalogue(archive.connection, documents), description / "catalogue.csv")
    with (description / "dat46.xml").open("w", encoding="utf-8", newline="\n") as stream:
        write_dat46(archive.connection, documents, stream)
    with (description / "dublin-core.xml").open("w", encoding="utf-8", newline="\n") as stream:
        write_dublin_core(archive.connection, documents, stream)


def _line(archive: Archive, document: str) -> dict[str, Any]:
    ask = archive.connection.execute
    number, *row = ask(f"SELECT number, {', '.join(_COLUMNS)} FROM document WHERE id = ?", (document,)).fetchone()
    versions = ask("SELECT number, made_at, fingerprint, sha256 FROM version WHERE document = ? ORDER BY 1", (number,))
    return {
        **dict(zip(_COLUMNS, row, strict=True)),
        "origins": ask("SELECT uri, seen_at FROM origin WHERE document = ? ORDER BY 1", (number,)).fetchall(),
        "assigned": dict(ask("SELECT field, value FROM assigned WHERE document = ? ORDER BY 1", (number,)).fetchall()),
        "versions": [dict(zip(("number", "made_at", "fingerprint", "sha256"), v, strict=True)) for v in versions],
        "events": _events(archive, "= ?", (number,)),
    }


def _events(archive: Archive, condition: str, values: tuple[int, ...]) -> list[dict[str, Any]]:
    rows = archive.connection.execute(
        f"SELECT number, type, at, outcome, agent, detail FROM event WHERE document {condition} ORDER BY number", values
    )
    names = ("number", "eventType", "eventDateTime", "eventOutcome", "linkingAgentIdentifier", "eventDetailInformation")
    return [dict(zip(names, row, strict=True)) for row in rows]


def take(archive: Archive, folder: Path) -> Iterator[tuple[str, bool]]:
    """Take the bulletins of a bag into an archive: all of them or, where anything is wrong, none.

    Args:
        archive: open for writing; what it has already stays as it is.
        folder: of the bag.

    Yields:
        For each bulletin its id and whether it was new.

    Raises:
        ArchiveError: the bag is not valid, or what it holds is not what its ledger says.
    """
    wrong = list(faults(folder))
    if wrong:
        more = f" (and {len(wrong) - 5} more)" if len(wrong) > 5 else ""
        raise ArchiveError("the bag is not valid, nothing was taken: " + "; ".join(wrong[:5]) + more)
    data = folder / "data"
    if not (data / LEDGER).is_file():
        raise ArchiveError(f"{folder}: a valid bag, and not of an archive of bulletins: it has no data/{LEDGER}")
    events: list[tuple[int | None, dict[str, Any]]] = []
    fresh = archive.connection.execute("SELECT count(*) FROM event").fetchone()[0] == 0
    with transaction(archive.connection), (data / LEDGER).open(encoding="utf-8") as ledger:
        for text in ledger:
            line = json.loads(text)
            if archive.knows(line["sha256"]):
                yield line["id"], False
                continue
            number = _insert(archive, data, line)
            events += [(number, event) for event in line["events"]]
            yield line["id"], True
        if fresh:
            own = (data / EVENTS).read_text("utf-8").splitlines()
            events += [(None, json.loads(text)) for text in own]
        for owner, event in sorted(events, key=lambda pair: pair[1]["number"]):
            archive.connection.execute(
                "INSERT INTO event (document, type, at, outcome, agent, detail) VALUES (?, ?, ?, ?, ?, ?)",
                (owner, *list(event.values())[1:]),
            )


def _insert(archive: Archive, data: Path, line: dict[str, Any]) -> int:
    ask = archive.connection.execute
    content = (data / "originals" / line["sha256"][:2] / (line["sha256"] + line["suffix"])).read_bytes()
    if sm3_of(content) not in (line["sm3"], None) and line["sm3"] is not None:
        raise ArchiveError(f"{line['id']}: its original has another SM3 digest than the ledger says")
    archive.originals.keep(content, line["sha256"], line["suffix"])
    archive.label()
    number: int = ask(
        f"INSERT INTO document ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))}) RETURNING number",
        [line[name] for name in _COLUMNS],
    ).fetchone()[0]
    archive.connection.executemany(
        "INSERT INTO origin VALUES (?, ?, ?)", [(number, *place) for place in line["origins"]]
    )
    archive.connection.executemany(
        "INSERT INTO assigned VALUES (?, ?, ?)", [(number, *pair) for pair in line["assigned"].items()]
    )
    for version in line["versions"]:
        record = _record_file(data, line["id"], version["number"]).read_text("utf-8")
        digest, packed = pack(record)
        if digest != version["sha256"]:
            raise ArchiveError(f"{line['id']}: version {version['number']} has another digest than the ledger says")
        values = (number, version["number"], version["made_at"], version["fingerprint"], digest, packed)
        ask("INSERT INTO version VALUES (?, ?, ?, ?, ?, ?)", values)
        if version["number"] == line["version"]:
            put(archive.connection, number, Bulletin.model_validate_json(record))
    return number


def _record_file(data: Path, document: str, number: int) -> Path:
    return data / "records" / document[2:4] / f"{document}.{number}.json"


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
