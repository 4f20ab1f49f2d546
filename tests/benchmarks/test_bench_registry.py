"""How long a name takes: an alias and a likeness in scope, the whole country, and loading it.

Run with `pytest tests/benchmarks/test_bench_registry.py --benchmark-enable`; figures beside the times are in the extra
information. What `national_queries` makes, and how, stands there.
"""

from __future__ import annotations

import itertools
import subprocess
import sys
import time
from datetime import date
from typing import Any

import pytest
from national_queries import Maker, is_answer

from bulletin_nlp.knowledge.regions import all_divisions, short_names
from bulletin_nlp.knowledge.units import catalogue
from bulletin_nlp.reconcile import Registry, resolve_region
from bulletin_nlp.reconcile.build import derive, exists
from bulletin_nlp.reconcile.national import national

_COUNTY, _DAY = resolve_region("532927"), date(2020, 5, 1)
_NAMES = 1_000_000


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry(derive(_COUNTY), "")


def test_an_alias_in_scope(benchmark: Any, registry: Registry) -> None:
    found = benchmark(registry.find, "县住建局", _DAY, _COUNTY)
    assert [unit.name for unit in found] == ["巍山彝族回族自治县住房和城乡建设局"]


def test_the_nearest_in_scope(benchmark: Any, registry: Registry) -> None:
    found = benchmark(registry.nearest, "县市场监督管理据", _DAY, _COUNTY)
    assert found[0][0].name == "巍山彝族回族自治县市场监督管理局"


@pytest.mark.parametrize("kind", ["listed", "free", "slip"])
def test_the_country(benchmark: Any, kind: str) -> None:
    country, queries = national(), list(Maker(3).queries(kind, 2_000))
    texts = itertools.cycle([query.text for query in queries])
    benchmark.pedantic(lambda: country.search(next(texts)), rounds=200, iterations=10, warmup_rounds=1)
    fair = [query for query in queries if query.fair]
    benchmark.extra_info["names"] = country.size
    benchmark.extra_info["fair"] = len(fair) / len(queries)
    benchmark.extra_info["top1_fair"] = round(sum(is_answer(country.search(q.text), q) for q in fair) / len(fair), 4)
    benchmark.extra_info["top1_all"] = round(
        sum(is_answer(country.search(q.text), q) for q in queries) / len(queries), 4
    )


def _written_out() -> list[str]:
    """A million of the country's names, written out as a brute-force search needs them."""
    bodies = [body for body in catalogue().by_id.values() if "{topic}" not in body.name]
    names = (
        place + surface
        for division in all_divisions()
        for place in (division.name, *short_names(division.name)[:1])
        for body in bodies
        if exists(body, division.level)
        for surface in body.surfaces[:2]
    )
    return list(itertools.islice(names, _NAMES))


def test_against_brute_force(benchmark: Any) -> None:
    from rapidfuzz import process

    country, names = national(), _written_out()
    assert len(names) == _NAMES
    queries = [query.text for query in Maker(5).queries("slip", 300)]
    benchmark.pedantic(lambda: [country.search(text) for text in queries], rounds=3)
    if benchmark.stats:
        start = time.perf_counter()
        for text in queries[:3]:
            process.extractOne(text, names)
        brute = (time.perf_counter() - start) / 3
        ours = benchmark.stats.stats.mean / len(queries)
        benchmark.extra_info["brute_force_ms"] = round(brute * 1e3, 1)
        benchmark.extra_info["ours_ms"] = round(ours * 1e3, 3)
        benchmark.extra_info["times_faster"] = round(brute / ours)


_LOAD = """
import re, time
from pathlib import Path
def resident():
    status = Path("/proc/self/status")
    return int(re.search(r"VmRSS:\\s+(\\d+)", status.read_text())[1]) if status.exists() else 0
before, start = resident(), time.perf_counter()
from bulletin_nlp.reconcile.national import national
national().search("巍山彝族回族自治县财证局")
print(time.perf_counter() - start, resident() - before)
"""


def test_loading_the_country(benchmark: Any) -> None:
    """In a process of its own, with all imports and a first search; the first run may have to build."""

    def load() -> tuple[float, float]:
        done = subprocess.run([sys.executable, "-c", _LOAD], capture_output=True, text=True, check=True)
        seconds, kilobytes = map(float, done.stdout.split())
        return seconds, kilobytes

    seconds, kilobytes = benchmark.pedantic(load, rounds=1, warmup_rounds=1)
    benchmark.extra_info["seconds"] = round(seconds, 3)
    benchmark.extra_info["megabytes"] = round(kilobytes / 1024, 1)
    assert seconds > 0
