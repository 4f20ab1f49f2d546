"""Engines: one after another in this process, or side by side in several. Results come in the order of the inputs."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from bulletin_nlp.parse import Parser
from bulletin_nlp.records import Bulletin, Failure
from bulletin_nlp.run.inputs import Input
from bulletin_nlp.run.one import Settings, process

CHUNK = 16
"""Documents a worker takes at a time: few enough to share the work, enough to make the way there cheap."""

CHUNK_BYTES = 8 * 1024 * 1024
"""… or so many bytes of them, where they come out of containers: they travel to the worker."""

_parser: Parser | None = None
_debug = False


def run(documents: Iterable[Input | Failure], settings: Settings, workers: int = 1) -> Iterator[Bulletin | Failure]:
    """Parse documents.

    Args:
        documents: the inputs; a Failure among them is passed on.
        settings: what every worker is built from.
        workers: how many processes; 1 parses here. The results are the same, byte for byte, at every number.

    Yields:
        One result for each document, in their order.
    """
    if workers <= 1:
        parser: Parser | None = None
        for document in documents:
            if isinstance(document, Failure):
                yield document
                continue
            parser = parser or settings.parser()
            yield process(document, parser, debug=settings.debug)
    else:
        yield from _in_processes(documents, settings, workers)


def _start(settings: Settings) -> None:
    global _parser, _debug
    _parser, _debug = settings.parser(), settings.debug


def _chunk(documents: list[Input | Failure]) -> list[tuple[bool, str]]:
    """A worker's part: JSON travels back, not objects."""
    assert _parser is not None
    results = [d if isinstance(d, Failure) else process(d, _parser, debug=_debug) for d in documents]
    return [(isinstance(result, Bulletin), result.model_dump_json()) for result in results]


def _in_processes(
    documents: Iterable[Input | Failure], settings: Settings, workers: int
) -> Iterator[Bulletin | Failure]:
    chunks = _chunks(documents)
    waiting: deque[tuple[list[Input | Failure], Future[list[tuple[bool, str]]]]] = deque()
    pool = _pool(settings, workers)
    try:
        while True:
            while len(waiting) < workers * 2 and (chunk := next(chunks, None)):
                waiting.append((chunk, pool.submit(_chunk, chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                yield from map(_result, future.result())
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                yield from _one_by_one(chunk, settings)
                pool = _pool(settings, workers)
                waiting = deque((other, pool.submit(_chunk, other)) for other, _ in waiting)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(settings: Settings, workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, initializer=_start, initargs=(settings,))


def _chunks(documents: Iterable[Input | Failure]) -> Iterator[list[Input | Failure]]:
    chunk: list[Input | Failure] = []
    size = 0
    for document in documents:
        chunk.append(document)
        size += len(document.data or b"") if isinstance(document, Input) else 0
        if len(chunk) == CHUNK or size >= CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _one_by_one(documents: list[Input | Failure], settings: Settings) -> Iterator[Bulletin | Failure]:
    """A chunk whose worker died, each document in a process of its own: only the one at fault is lost."""
    for document in documents:
        with _pool(settings, 1) as pool:
            try:
                yield from map(_result, pool.submit(_chunk, [document]).result())
            except BrokenProcessPool:
                message = f"{document.uri}: the process that parsed it died, perhaps for want of memory; parse it alone"
                yield Failure(uri=document.uri, stage="run", code="worker_died", message=message)


def _result(sent: tuple[bool, str]) -> Bulletin | Failure:
    is_bulletin, json = sent
    return Bulletin.model_validate_json(json) if is_bulletin else Failure.model_validate_json(json)
