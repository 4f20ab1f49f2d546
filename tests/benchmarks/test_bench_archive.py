"""What an archive costs: adding against parsing alone, searching at 20,000 bulletins, five kills at 5,000.

Run with `pytest tests/benchmarks/test_bench_archive.py --benchmark-enable` (a quarter of an hour on two cores); the figures
are in the benchmarks' extra information. Without the option the same code runs on a few bulletins.
"""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bulletin_nlp.archive import Archive
from bulletin_nlp.archive.facets import facets
from bulletin_nlp.archive.names import Names
from bulletin_nlp.archive.query import Query
from bulletin_nlp.archive.search import search
from bulletin_nlp.archive.searchable import searchable
from bulletin_nlp.evaluate.generate import generate, write_corpus
from bulletin_nlp.run import Settings, expand, run
from bulletin_nlp.run.ingest import ingest

FEW = 24
CHUNK = """
import sys
from pathlib import Path
from bulletin_nlp.archive import Archive
from bulletin_nlp.run import Settings, expand
from bulletin_nlp.run.ingest import ingest
with Archive.open(Path(sys.argv[1]), create=True) as archive:
    for outcome in ingest(archive, expand([sys.argv[2]]), Settings(), 2):
        print(outcome[0], flush=True)
"""


@pytest.fixture(scope="module")
def full(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("benchmark_enable"))


def _corpus(folder: Path, size: int) -> Path:
    write_corpus(folder, generate(size, 7, counties=12))
    return folder


def _add(home: Path, folder: Path, workers: int) -> int:
    with Archive.open(home, create=True) as archive:
        return sum(1 for _ in ingest(archive, expand([str(folder)]), Settings(), workers))


def test_adding_against_parsing(benchmark: Any, full: bool, tmp_path: Path) -> None:
    folder = _corpus(tmp_path / "inbox", 600 if full else FEW)
    list(run(list(expand([str(folder)]))[:5], Settings()))

    def parse() -> int:
        return sum(len(record.model_dump_json()) for record in run(expand([str(folder)]), Settings()))

    ratios, homes = [], iter(range(9))
    for _ in range(3 if full else 1):
        start = time.perf_counter()
        assert parse()
        between = time.perf_counter()
        _add(tmp_path / f"warm{next(homes)}", folder, 1)
        ratios.append((time.perf_counter() - between) / (between - start))
    added = benchmark.pedantic(lambda: _add(tmp_path / f"home{next(homes)}", folder, 1), rounds=1)
    assert added == (600 if full else FEW)
    benchmark.extra_info["adding_to_parsing"] = round(statistics.median(ratios), 2)


def test_searching(benchmark: Any, full: bool, tmp_path: Path) -> None:
    ready = os.environ.get("BULLETIN_BENCH_ARCHIVE")
    home = Path(ready) if full and ready else tmp_path / "home"
    if not (full and ready):
        _add(home, _corpus(tmp_path / "inbox", 20_000 if full else FEW), 2)
    random = Random(1)
    with Archive.open(home) as archive:
        texts = [r[0] for r in archive.connection.execute("SELECT text FROM texts ORDER BY bulletin_id LIMIT 500")]
        forms = [searchable(text) for text in texts]
        queries = [Query(unit) for unit in _words(forms, random, 300)]
        queries += [
            Query(units=(name,), role=role) for name in ("县住建局", "县财政局") for role in (None, "criticised")
        ]
        queries += [Query(("督查",)), Query(("县",)), Query(first="2016", last="2018", natures=("safety",))]
        names = Names(archive.connection)
        for query in queries:
            search(archive.connection, query, names)  # what names mean is resolved once for each process
        spent, counted, wrong = [], [], 0
        everything = dict(archive.connection.execute("SELECT bulletin_id, text FROM texts").fetchall())
        plain = {name: searchable(text) for name, text in everything.items()}
        for query in queries:
            start = time.perf_counter()
            search(archive.connection, query, names)
            spent.append(time.perf_counter() - start)
            start = time.perf_counter()
            facets(archive.connection)
            counted.append(time.perf_counter() - start)
        for query in queries[: 300 if full else 30]:
            literal = Query(query.terms, names=False)
            hits = {hit.id for hit in search(archive.connection, literal, names, limit=None).hits}
            wrong += hits != {name for name, text in plain.items() if all(t in text for t in query.terms)}
        benchmark.pedantic(lambda: search(archive.connection, queries[0], names), rounds=3)
    assert wrong == 0
    benchmark.extra_info["bulletins"] = len(everything)
    benchmark.extra_info["p50_ms"] = round(statistics.median(spent) * 1e3, 1)
    benchmark.extra_info["p95_ms"] = round(statistics.quantiles(spent, n=20)[-1] * 1e3, 1)
    benchmark.extra_info["facets_p95_ms"] = round(statistics.quantiles(counted, n=20)[-1] * 1e3, 1)


def _words(forms: list[str], random: Random, count: int) -> list[tuple[str, ...]]:
    """One to three words of one to eight characters that stand in the texts."""
    found = []
    while len(found) < count:
        form = random.choice(forms)
        terms = []
        for _ in range(random.choice([1, 1, 2, 3])):
            length = random.choice([1, 2, 2, 2, 3, 4, 4, 6, 8])
            at = random.randrange(len(form) - length)
            terms.append(form[at : at + length])
        if all(term == searchable(term).strip() and not any(c.isspace() for c in term) for term in terms):
            found.append(tuple(dict.fromkeys(terms)))
    return found


def test_five_kills(benchmark: Any, full: bool, tmp_path: Path) -> None:
    size = 5_000 if full else FEW * 3
    folder = _corpus(tmp_path / "inbox", size)
    assert _add(tmp_path / "whole", folder, 2) == size
    home = tmp_path / "killed"

    def killed() -> None:
        for part in range(1, 6 if full else 2):
            process = subprocess.Popen(
                [sys.executable, "-c", CHUNK, str(home), str(folder)],
                stdout=subprocess.PIPE,
                text=True,
                start_new_session=True,
            )
            assert process.stdout is not None
            added = 0
            for line in process.stdout:
                added += line == "added\n"
                if added > size // 7 or (not full and added > part):
                    break
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            process.stdout.close()
        _add(home, folder, 2)

    benchmark.pedantic(killed, rounds=1)
    assert _digests(home) == _digests(tmp_path / "whole")
    benchmark.extra_info["bulletins"] = len(_digests(home)[0])


def _digests(home: Path) -> tuple[Any, ...]:
    with Archive.open(home) as archive:
        ask = archive.connection.execute
        records = ask(
            "SELECT d.id, d.sha256, v.number, v.sha256 FROM version v JOIN document d ON d.number = v.document ORDER BY 1, 3"
        ).fetchall()
        events = ask("SELECT bulletin_id, type, outcome, detail FROM events ORDER BY 1, 2, 4").fetchall()
        copies = ask("SELECT group_id, bulletin_id, best FROM copies ORDER BY 1, 2").fetchall()
        places = ask("SELECT d.id, uri FROM origin o JOIN document d ON d.number = o.document ORDER BY 1, 2").fetchall()
        originals = [name for name, _ in archive.originals.digests()]
    return records, events, copies, places, originals
