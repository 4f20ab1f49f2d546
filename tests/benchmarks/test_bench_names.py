"""What resolving a name in its county costs: remembered, for the first time, and misread.

Run with `pytest tests/benchmarks --benchmark-enable`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bulletin_nlp.reconcile import match_name, resolve_region
from bulletin_nlp.reconcile.alone import Names

_DAY = date(2021, 1, 15)


@pytest.mark.parametrize(
    ("surface", "full"),
    [("县住建局", "住房和城乡建设局"), ("县财政局", "财政局"), ("县人大常委会办公室", "人大常委会办公室")],
)
def test_an_alias_in_scope(benchmark: Any, surface: str, full: str) -> None:
    region = resolve_region("532927")
    found = benchmark(match_name, surface, region, _DAY)
    assert found.canonical_name == region.name + full


@pytest.mark.parametrize(
    ("surface", "full"), [("县住建局", "住房和城乡建设局"), ("县住房和城多建设局", "住房和城乡建设局")]
)
def test_a_name_for_the_first_time(benchmark: Any, surface: str, full: str) -> None:
    region = resolve_region("532927")
    names = Names(region, _DAY)
    composed = benchmark(names.composed, surface)
    assert [name.name for name in composed] == [region.name + full]
