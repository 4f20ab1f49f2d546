"""Bulletins into an archive: the engines, the clock, and the archive joined."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from bulletin_nlp import __version__
from bulletin_nlp.archive import Archive
from bulletin_nlp.archive.kept import record_of
from bulletin_nlp.knowledge import use
from bulletin_nlp.knowledge.taxonomy import taxonomy
from bulletin_nlp.read.source import LONE_SURROGATE
from bulletin_nlp.records import Bulletin, Failure
from bulletin_nlp.run.engine import run
from bulletin_nlp.run.inputs import Input
from bulletin_nlp.run.one import Settings

BATCH = 32
"""Bulletins committed together: what a kill costs is parsing at most so many again."""


def now() -> str:
    """The time, UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def fingerprint(settings: Settings) -> str:
    """A digest of everything that a parse depends on besides the bytes: version, knowledge, registries, options."""
    total = hashlib.sha256(f"{__version__}\0{settings.region}\0{settings.published}\0".encode())
    total.update(f"{use(settings.knowledge).digest}\0{taxonomy().version}\0".encode())
    kept = settings.knowledge / "regions" if settings.knowledge else None
    files = sorted(path for path in kept.rglob("*") if path.is_file()) if kept and kept.is_dir() else []
    for file in [*files, *([settings.registry] if settings.registry else [])]:
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def ingest(
    archive: Archive, documents: Iterable[Input | Failure], settings: Settings, workers: int = 1
) -> Iterator[tuple[str, str, Failure | None]]:
    """Add documents to an archive.

    What is kept already is not parsed again, so that an interrupted run is gone on with by the same call. Each batch
    is committed on its own; closing the iterator commits what is ready.

    Args:
        archive: open for writing.
        documents: the inputs.
        settings: what they are parsed with.
        workers: how many processes parse.

    Yields:
        For each document what became of it (`added`, `known` or `failed`), where it lay, and why it failed.
    """
    return _Ingestion(archive, settings, workers).through(documents)


def renew(
    archive: Archive, ids: Iterable[str], settings: Settings, workers: int = 1
) -> Iterator[tuple[str, str, Failure | None]]:
    """Parse kept originals again.

    Args:
        archive: open for writing.
        ids: of the bulletins.
        settings: what they are parsed with.
        workers: how many processes parse.

    Yields:
        For each bulletin `changed`, `unchanged` or `failed`, its id, and why it failed.
    """
    made_by = fingerprint(settings)
    places: dict[str, str] = {}

    def originals() -> Iterator[Input]:
        for name in ids:
            row = archive.connection.execute("SELECT sha256, suffix FROM document WHERE id = ?", (name,)).fetchone()
            path = archive.originals.path(*row).as_posix()
            places[path] = name
            yield Input(path)

    for result in run(originals(), settings, workers):
        if isinstance(result, Failure):
            name = places.pop(result.uri)
            yield "failed", name, result
            continue
        name = places.pop(result.source.uri)
        before = record_of(archive.connection, name).source
        record = result.model_copy(update={"source": result.source.model_copy(update={"uri": before.uri})})
        if record.id != name:
            message = f"{name}: its original has other bytes than were kept; `bulletin archive check` tells more"
            yield "failed", name, Failure(uri=before.uri, stage="archive", code="digest", message=message)
            continue
        yield ("changed" if archive.renew(record, made_by, now()) else "unchanged"), name, None


class _Ingestion:
    def __init__(self, archive: Archive, settings: Settings, workers: int) -> None:
        self._archive, self._settings, self._workers = archive, settings, workers
        self._fingerprint = fingerprint(settings)
        self._started: set[str] = set()
        self._again: list[tuple[str, str]] = []
        self._known: list[tuple[str, str]] = []
        self._ready: list[tuple[Bulletin, bytes]] = []
        self._refused: list[Failure] = []
        self._data: dict[str, bytes] = {}

    def through(self, documents: Iterable[Input | Failure]) -> Iterator[tuple[str, str, Failure | None]]:
        """What became of each document; `added` is said of what is committed, never before."""
        self._archive.originals.sweep()
        try:
            for result in run(self._new(documents), self._settings, self._workers):
                outcome = self._checked(result) if isinstance(result, Bulletin) else result
                if isinstance(outcome, Failure):
                    self._refused.append(outcome)
                    yield "failed", outcome.uri, outcome
                if len(self._ready) >= BATCH:
                    yield from self._commit()
                yield from self._passed()
            yield from self._passed()
            yield from self._commit()
        finally:
            self._commit()
        yield from self._repeats()

    def _new(self, documents: Iterable[Input | Failure]) -> Iterator[Input | Failure]:
        """The documents to parse: neither kept nor met before."""
        for document in documents:
            if isinstance(document, Failure):
                yield document
                continue
            data = document.data if document.data is not None else _read(document.uri)
            if data is None:
                yield document
                continue
            if document.data is not None:
                self._data[document.uri] = data
            uri = LONE_SURROGATE.sub("\ufffd", document.uri)
            if uri != document.uri:
                self._data[uri] = data  # a name that is no text can't be found again by what is noted of it
            sha256 = hashlib.sha256(data).hexdigest()
            if self._archive.knows(sha256):
                self._known.append((sha256, uri))
            elif sha256 in self._started:
                self._again.append((sha256, uri))
            else:
                self._started.add(sha256)
                yield document

    def _checked(self, record: Bulletin) -> Bulletin | Failure:
        """The record with its bytes, or a failure where they changed while it was parsed."""
        uri = record.source.uri
        data = self._data.pop(uri, None) or _read(uri)
        if data is None or hashlib.sha256(data).hexdigest() != record.source.sha256:
            message = f"{uri}: was changed while it was read; add it again"
            return Failure(uri=uri, stage="archive", code="changed", message=message)
        self._ready.append((record, data))
        return record

    def _commit(self) -> list[tuple[str, str, Failure | None]]:
        """Keep what is ready; another process may have kept some of it meanwhile."""
        at, ready, refused = now(), self._ready, self._refused
        self._ready, self._refused = [], []
        if refused:
            self._archive.refuse(refused, at)
        new = set(self._archive.add(ready, self._fingerprint, at)) if ready else set()
        return [("added" if record.id in new else "known", record.source.uri, None) for record, _ in ready]

    def _passed(self) -> Iterator[tuple[str, str, Failure | None]]:
        """What was found to be kept already."""
        if self._known:
            known, self._known = self._known, []
            self._archive.seen(known, now())
            for _, uri in known:
                yield "known", uri, None

    def _repeats(self) -> Iterator[tuple[str, str, Failure | None]]:
        """The same bytes met twice in one run: they share the fate of the first."""
        self._archive.seen(self._again, now())
        for sha256, uri in self._again:
            if self._archive.knows(sha256):
                yield "known", uri, None
            else:
                message = f"{uri}: holds the same bytes as a file that failed"
                yield "failed", uri, Failure(uri=uri, stage="archive", code="same_as_failed", message=message)


def _read(uri: str) -> bytes | None:
    try:
        return Path(uri).read_bytes()
    except (OSError, ValueError):
        return None
