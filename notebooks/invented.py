"""The bulletins that the notebooks count: invented, of two fictional counties, the same on every machine.

Made by the project's own generator and thinned so that years and natures have a history to be found. They are written
by templates, so they teach methods; nothing in them says how anything is in a real county.
"""

from __future__ import annotations

import math
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pandas as pd

from bulletin_nlp.archive import Archive
from bulletin_nlp.archive.kept import record_of
from bulletin_nlp.evaluate.generate import Generated, county, generate
from bulletin_nlp.evaluate.gold import SUFFIX, discover, load_gold
from bulletin_nlp.export import export
from bulletin_nlp.reconcile import Registries
from bulletin_nlp.records import Bulletin

CORPORA = Path(__file__).resolve().parents[1] / "corpora"
"""The samples and tagged bulletins that come with the project."""

DATA = Path("data")
"""Where the notebooks keep what they make: below the folder they run in."""

SEED, CANDIDATES, COUNTIES = 7, 1400, 2
_YEARS = {2014: 0.4, 2015: 0.5, 2016: 0.65, 2017: 0.85, 2018: 1.0, 2019: 0.8, 2020: 0.55}
_LEVEL = {
    "rectification": 0.5,
    "sanitation": 0.3,
    "order": 0.25,
    "coordination": -0.5,
    "quality": -0.4,
    "service": -0.3,
}
_TREND = {"discipline": -0.9, "order": -0.6, "safety": 0.9, "authenticity": 0.7, "pollution": 0.5}
_CODES = re.compile(r'<problem cat="([a-z_]+)"')


def bulletin(*arguments: str | Path) -> None:
    """Run a command as in a terminal: print it, then what it says.

    Raises:
        RuntimeError: the command failed; with what it said.
    """
    words = [argument.as_posix() if isinstance(argument, Path) else argument for argument in arguments]
    print("$ bulletin", *(_quoted(word) for word in words))
    print(_run(*words).strip())


def places() -> list[str]:
    """The names of the fictional counties."""
    return [county(f"{SEED}:{turn}").name for turn in range(COUNTIES)]


def chosen() -> list[Generated]:
    """The files of the corpus: candidates drawn by year and by what they find fault with, a repost with its original."""
    kept: dict[str, Generated] = {}
    for made in generate(CANDIDATES, SEED, counties=COUNTIES):
        if made.copy_of in kept or (made.copy_of is None and Random(made.name).random() < _share(made)):
            kept[made.name] = made
    return list(kept.values())


def bulletins() -> Path:
    """The folder of the bulletins, one folder a county."""
    return _corpus() / "bulletins"


def gold() -> Path:
    """The folder of the same bulletins, undamaged and without reposts, as a person would tag them."""
    return _corpus() / "gold"


def knowledge() -> Path:
    """A folder with the registry of each county, made by `bulletin registry build` from a list of its towns."""
    folder = DATA / "knowledge"
    for turn, place in enumerate(places()):
        if not (folder / "regions" / place / "registry.csv").exists():
            towns = county(f"{SEED}:{turn}").towns
            listing = DATA / f"towns-{place}.csv"
            _write(listing, "\n".join(["单位名称", *(f"{place}{town}" for town in towns)]).encode())
            _run("registry", "build", "--region", place, "--from", listing, "--knowledge", folder)
    return folder


def archive() -> Path:
    """An archive of all bulletins, made by `bulletin archive add`, each county with its registry."""
    folder, making, known = DATA / "archive", DATA / "archive.part", knowledge()
    if not folder.exists():
        for place in places():
            _run("archive", "add", bulletins() / place, "--region", place, "--knowledge", known, "--archive", making)
        making.rename(folder)
    return folder


def tables() -> Path:
    """The tidy tables of what the archive holds, in one DuckDB file: see notebook 04."""
    file = DATA / "bulletins.duckdb"
    if not file.exists():
        export(records(archive()), "duckdb", file, Registries(knowledge()))
    return file


def records(home: Path) -> Iterator[Bulletin]:
    """The latest record of every bulletin of an archive."""
    with Archive.open(home) as kept:
        for (document,) in kept.connection.execute("SELECT bulletin_id FROM bulletins ORDER BY bulletin_id").fetchall():
            yield record_of(kept.connection, document)


def truth() -> pd.DataFrame:
    """What a person would tag: a row a finding and nature, with file, year, and the rank of the nature (1: primary)."""
    rows = [
        (path.name.removesuffix(SUFFIX), int(path.name[:4]), at, code, rank)
        for path in discover([gold()])
        for at, problem in enumerate(load_gold(path).problems)
        for rank, code in enumerate(problem.nature, 1)
    ]
    return pd.DataFrame(rows, columns=["file", "year", "finding", "nature", "rank"])


def _quoted(word: str) -> str:
    """A word as a shell wants it; of a long one only the beginning."""
    first, *more = word.strip().splitlines()
    return f'"{first} …"' if more else f'"{word}"' if " " in word else word


def _run(*arguments: str | Path) -> str:
    start = [sys.executable, "-X", "utf8", "-c", "from bulletin_nlp.cli import main; main()", *map(str, arguments)]
    # A kernel asks programs for colours and moving bars as on a terminal.
    plain = {
        key: value for key, value in os.environ.items() if key not in {"FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE"}
    }
    done = subprocess.run(
        start, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", env=plain
    )
    if done.returncode:
        raise RuntimeError(done.stdout)
    return done.stdout


def _corpus() -> Path:
    folder, making = DATA / "corpus", DATA / "corpus.part"
    if not folder.exists():
        for made in chosen():
            _write(making / "bulletins" / _place(made) / made.name, made.data)
            if made.copy_of is None:
                name = Path(made.name).with_suffix("").as_posix().replace("/", "-")
                _write(making / "gold" / f"{name}{SUFFIX}", made.tagged.encode())
        making.rename(folder)
    return folder


def _share(made: Generated) -> float:
    year = int(made.name[:4])
    weights = (_LEVEL.get(code, 0) + _TREND.get(code, 0) * (year - 2019) / 5 for code in _CODES.findall(made.tagged))
    return 0.22 * _YEARS.get(year, 0.5) * math.exp(sum(weights))


def _place(made: Generated) -> str:
    return made.gold.front.region.name or ""


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
