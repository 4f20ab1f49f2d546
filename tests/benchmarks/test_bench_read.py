"""What reading costs in each format, as a ratio to parsing what was read.

Run with `pytest tests/benchmarks --benchmark-enable`; the ratio is in the benchmark's extra information. Conversion by
LibreOffice starts a program and is measured where it is installed.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from bulletin_nlp.parse.parser import Parser
from bulletin_nlp.read import read_path
from bulletin_nlp.read.office import program
from bulletin_nlp.read.paged.extras import missing

FORMATS = Path(__file__).parents[2] / "corpora" / "formats"
PATHS = [FORMATS / "bulletin.txt", *(path.with_suffix("") for path in sorted(FORMATS.glob("*/bulletin.*.txt")))]
SCANS = [FORMATS / "pdf" / "scan.pdf", FORMATS / "jpeg" / "scan.jpg"]


@pytest.mark.parametrize("path", [*PATHS, *SCANS], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_reading_against_parsing(benchmark: Any, path: Path) -> None:
    if path in SCANS and missing("ocr"):
        pytest.skip("the extra `ocr` is not installed")
    if path.parent.name in {"doc", "rtf", "odt"} and program() is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    parser = Parser()
    source = read_path(path)
    parser(source)
    start = time.perf_counter()
    assert parser(source).text == source.text
    parsing = time.perf_counter() - start
    read = benchmark.pedantic(read_path, args=(path,), rounds=2 if path in SCANS else 20)
    assert read.text == source.text
    if benchmark.stats:
        benchmark.extra_info["ratio_to_parsing"] = round(benchmark.stats.stats.min / parsing, 3)
