"""Archives for the tests: a small one made once, and how to make others."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bulletin_nlp.archive import Archive
from bulletin_nlp.evaluate.generate import generate, write_corpus
from bulletin_nlp.run import Settings, expand
from bulletin_nlp.run.ingest import ingest

SIZE = 60
Logical = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(scope="session")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of generated bulletins."""
    folder = tmp_path_factory.mktemp("inbox")
    write_corpus(folder, generate(SIZE, 5, counties=2))
    return folder


@pytest.fixture(scope="session")
def made(inbox: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the inbox, to be read only."""
    home = tmp_path_factory.mktemp("made") / "archive"
    with Archive.open(home, create=True) as archive:
        outcomes = [outcome for outcome, _, _ in ingest(archive, expand([str(inbox)]), Settings())]
    assert outcomes == ["added"] * SIZE
    return home


@pytest.fixture
def own(made: Path, tmp_path: Path) -> Path:
    """A copy of that archive, to be changed."""
    home = tmp_path / "archive"
    shutil.copytree(made, home)
    return home


@pytest.fixture(scope="session")
def logical() -> Callable[[Path], Logical]:
    """All that an archive says, without times and row numbers, and the digests of its originals."""

    def dump(home: Path) -> Logical:
        import hashlib

        with Archive.open(home) as archive:
            ask = archive.connection.execute
            views = [row[0] for row in ask("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY 1")]
            found: Logical = {}
            for view in views:
                columns = [row[1] for row in ask(f"PRAGMA table_info({view})")]
                kept = [c for c in columns if c not in ("at", "event_id", "added_at", "checked_at")]
                names = ", ".join(f'"{column}"' for column in kept)
                found[view] = sorted(ask(f"SELECT {names} FROM {view}").fetchall(), key=repr)
            found["versions"] = ask(
                """SELECT d.id, v.number, v.sha256, v.fingerprint FROM version v
                   JOIN document d ON d.number = v.document ORDER BY 1, 2"""
            ).fetchall()
            found["assigned"] = ask(
                "SELECT d.id, field, value FROM assigned a JOIN document d ON d.number = a.document ORDER BY 1, 2"
            ).fetchall()
            found["originals"] = [
                (name, hashlib.sha256(path.read_bytes()).hexdigest()) for name, path in archive.originals.digests()
            ]
        return found

    return dump


@pytest.fixture(scope="session")
def bulletin() -> Callable[..., subprocess.CompletedProcess[str]]:
    """The program, run as users run it."""

    def call(*arguments: str | Path, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from bulletin_nlp.cli import main; main()", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, timeout=120, check=False, text=True, cwd=folder)

    return call
