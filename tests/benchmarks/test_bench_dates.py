"""What dates cost beside the best published extractor of Chinese time expressions, JioNLP 1.5.29, in one run.

JioNLP is no dependency: it is installed into an environment of its own, once, and measured by a process of its own
over the same texts. A network or a package index within reach is needed for that; without one the comparison is skipped.
"""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from bulletin_nlp.dates import find
from bulletin_nlp.evaluate.gold import discover, load_gold

ROOT = Path(__file__).parents[2]
PEER = "jionlp==1.5.29"
REFERENCE = "2019-05-05"
ROUNDS = 5

PEER_PROGRAM = """
import json, sys, time
import jionlp
base = {"year": 2019, "month": 5, "day": 5}
texts = json.load(open(sys.argv[1], encoding="utf-8"))
jionlp.ner.extract_time("今年6月5日", time_base=base)
spent = {}
for name, rows in texts.items():
    best = None
    for _ in range(2):
        start = time.process_time()
        for row in rows:
            try:
                jionlp.ner.extract_time(row, time_base=base)
            except Exception:
                pass
        best = min(filter(None, (best, time.process_time() - start)))
    spent[name] = best
json.dump(spent, open(sys.argv[2], "w"))
"""


def texts() -> dict[str, list[str]]:
    """Whole bulletins, the rows of the table of cases, and rows of ranges as a schedule lists them."""
    cases = sorted((ROOT / "tests/pipes/dates/cases").glob("*.json"))
    schedule = "".join(f"第{i}项2017年{i % 12 + 1}月{i % 20 + 1}日至{i % 20 + 7}日、" for i in range(1, 11))
    return {
        "bulletins": [gold.text for gold in map(load_gold, discover([ROOT / "corpora/gold"]))],
        "case rows": [row["text"] for path in cases for row in json.loads(path.read_text("utf-8"))],
        "rows of ranges": [schedule] * 5,
    }


@pytest.fixture(scope="module")
def peer(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> dict[str, float]:
    """Seconds that JioNLP spends on each set of texts."""
    if not request.config.getoption("benchmark_enable"):
        pytest.skip("benchmarks are off")
    home = ROOT / ".benchmarks" / PEER
    python = home / "bin" / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
    if subprocess.run([python, "-m", "pip", "install", "-q", PEER], check=False).returncode:
        pytest.skip(f"{PEER} can't be installed here")
    folder = tmp_path_factory.mktemp("peer")
    (folder / "texts.json").write_text(json.dumps(texts(), ensure_ascii=False), "utf-8")
    command = [python, "-c", PEER_PROGRAM, folder / "texts.json", folder / "spent.json"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return dict(json.loads((folder / "spent.json").read_text()))


@pytest.mark.parametrize("name", ["bulletins", "case rows", "rows of ranges"])
def test_dates(name: str, benchmark: Any, peer: dict[str, float]) -> None:
    rows = texts()[name]
    characters = sum(map(len, rows))

    def ours() -> None:
        for row in rows:
            find(row, REFERENCE)

    ours()
    best = min(_seconds(ours) for _ in range(ROUNDS))
    benchmark.pedantic(ours, rounds=ROUNDS)
    figures = {
        "characters": characters,
        "ours, characters a second": round(characters / best),
        f"{PEER}, characters a second": round(characters / peer[name]),
        "times as fast": round(peer[name] / best, 1),
    }
    benchmark.extra_info.update(figures)
    print(name, figures, file=sys.stderr)


WORST = {
    "digits": "1" * 1000,
    "damaged digits": "522526," * 143,
    "days": "6月5日、8日和12日、" * 90,
    "months": "1月" * 500,
    "ranges": "2017年5月22日至26日、" * 70,
    "numerals": "十" * 1000,
    "numeral row": "一二三四五六七八九十" * 100,
    "numeral dates": "二〇一七年六月二十日" * 100,
    "half years": "上半年" * 333,
    "counted": "收到通报后10日内" * 111,
    "deadlines": "6月30日前" * 166,
    "blanks": "1 " * 500,
    "lines": "1\n" * 500,
    "open brackets": "《" * 1000,
}


@pytest.mark.parametrize("name", WORST)
def test_worst_thousand_characters(name: str, benchmark: Any) -> None:
    """Rows as dense as can be: none of a thousand characters should take more than 5 ms."""
    text = WORST[name][:1000]
    find(text, REFERENCE)
    benchmark(find, text, REFERENCE)


def _seconds(function: Any) -> float:
    start = process_time()
    function()
    return process_time() - start
