"""Adding: idempotent, atomic under kill -9, the same at every number of workers."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from bulletin_nlp.archive import Archive
from bulletin_nlp.archive.database import FILE
from bulletin_nlp.records import Bulletin, Failure
from bulletin_nlp.run import Settings, expand
from bulletin_nlp.run.ingest import ingest
from bulletin_nlp.run.inputs import Input

ADD = """
import sys
from pathlib import Path
from bulletin_nlp.archive import Archive
from bulletin_nlp.run import Settings, expand, ingest
ingest.BATCH = 4
with Archive.open(Path(sys.argv[1]), create=True) as archive:
    for outcome in ingest.ingest(archive, expand([sys.argv[2]]), Settings(), int(sys.argv[3])):
        print(outcome[0], flush=True)
"""


def _kept(home: Path) -> int:
    try:
        with sqlite3.connect(f"{(home / FILE).as_uri()}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM document").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


@pytest.mark.parametrize(("workers", "moments"), [(1, (3, 14, 25, 36, 47)), (2, (20,))])
def test_killed_in_the_middle_it_ends_like_an_uninterrupted_run(
    workers: int, moments: tuple[int, ...], inbox: Path, made: Path, tmp_path: Path, logical: Any
) -> None:
    home = tmp_path / "archive"
    kills = 0
    for wanted in moments:
        process = subprocess.Popen(
            [sys.executable, "-c", ADD, str(home), str(inbox), str(workers)],
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        assert process.stdout is not None
        end = time.monotonic() + 100
        for (
            _
        ) in process.stdout:  # one line for each bulletin on its way: the kill lands between commits and inside them
            if _kept(home) >= wanted or time.monotonic() > end:
                break
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
        kills += process.returncode == -signal.SIGKILL
        with sqlite3.connect(home / FILE) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute(
                "SELECT count(*) FROM document WHERE number NOT IN (SELECT document FROM bulletin)"
            ).fetchone() == (0,)
    assert kills == len(moments)
    subprocess.run([sys.executable, "-c", ADD, str(home), str(inbox), str(workers)], check=True, capture_output=True)
    assert logical(home) == logical(made)
    assert not list(home.rglob("*.part"))


def test_the_same_bytes_are_kept_once(own: Path, inbox: Path, logical: Any) -> None:
    before = logical(own)
    with Archive.open(own, write=True) as archive:
        again = Counter(o for o, _, _ in ingest(archive, expand([str(inbox)]), Settings()))
        data = next(inbox.rglob("*.txt")).read_bytes()
        elsewhere = [o for o, _, _ in ingest(archive, [Input("elsewhere.txt", data)], Settings())]
        places = archive.connection.execute("SELECT count(*) FROM origin WHERE uri = 'elsewhere.txt'").fetchone()
    assert again == Counter(known=sum(again.values()))
    assert elsewhere == ["known"]
    assert places == (1,)
    assert logical(own) == before


def test_twice_in_one_run_and_failures(tmp_path: Path, corpora: Path) -> None:
    data = (corpora / "samples" / "plain.txt").read_bytes()
    inputs = [
        Input("a.txt", data),
        Input("b.txt", data),
        Input("bad.bin", bytes(range(256)) * 8),
        Input("again.bin", bytes(range(256)) * 8),
        Failure(uri="gone", stage="read", code="missing", message="gone: there is no such file"),
    ]
    with Archive.open(tmp_path / "x", create=True) as archive:
        outcomes = {uri: outcome for outcome, uri, _ in ingest(archive, inputs, Settings())}
        assert outcomes == {
            "a.txt": "added",
            "b.txt": "known",
            "bad.bin": "failed",
            "again.bin": "failed",
            "gone": "failed",
        }
        events = archive.connection.execute("SELECT type, outcome FROM event ORDER BY number").fetchall()
        origins = archive.connection.execute("SELECT uri FROM origin ORDER BY uri").fetchall()
    assert Counter(events)["ingestion", "failure"] == 2
    assert Counter(events)["message digest calculation", "success"] == 1
    assert origins == [("a.txt",), ("b.txt",)]


def test_a_file_that_changes_on_the_way_is_not_kept(
    tmp_path: Path, corpora: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import importlib

    module = importlib.import_module("bulletin_nlp.run.ingest")
    file = tmp_path / "a.txt"
    file.write_bytes((corpora / "samples" / "plain.txt").read_bytes())
    parse = module.run

    def changed_behind_its_back(*arguments: Any) -> Any:
        for result in parse(*arguments):
            file.write_bytes(b"something else")
            yield result

    monkeypatch.setattr(module, "run", changed_behind_its_back)
    with Archive.open(tmp_path / "x", create=True) as archive:
        [(outcome, _, failure)] = module.ingest(archive, [Input(str(file))], Settings())
        assert (outcome, failure.code) == ("failed", "changed")
        assert archive.connection.execute("SELECT count(*) FROM document").fetchone() == (0,)


def test_an_unfinished_batch_leaves_nothing_of_it(own: Path, corpora: Path, logical: Any, parsed: Any) -> None:
    from bulletin_nlp.parse import parse

    before = logical(own)
    data = (corpora / "samples" / "clean.txt").read_bytes()
    good: Bulletin = parse(data)
    broken = good.model_copy(update={"id": None})
    other = broken.model_copy(update={"source": good.source.model_copy(update={"sha256": "0" * 64})})
    with Archive.open(own, write=True) as archive, pytest.raises(Exception):  # noqa: B017
        archive.add([(good, data), (other, data)], "f", "2024-01-01T00:00:00Z")
    assert {k: v for k, v in logical(own).items() if k != "originals"} == {
        k: v for k, v in before.items() if k != "originals"
    }


def test_records_are_those_of_parse(made: Path, inbox: Path) -> None:
    from bulletin_nlp.archive.kept import json_of
    from bulletin_nlp.run import run

    [record] = run(expand([str(sorted(inbox.rglob("*.html"))[0])]), Settings())
    assert isinstance(record, Bulletin)
    with Archive.open(made) as archive:
        assert json_of(archive.connection, record.id) == record.model_dump_json()
        assert archive.original(record.id) == Path(record.source.uri).read_bytes()


def test_a_file_name_that_is_no_text(tmp_path: Path, corpora: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff\xfe.txt"
    try:
        with open(name, "wb") as file:  # noqa: PTH123
            file.write((corpora / "samples" / "plain.txt").read_bytes())
    except OSError:
        pytest.skip("this file system takes no such name")
    with Archive.open(tmp_path / "x", create=True) as archive:
        for expected in ("added", "known"):
            [(outcome, uri, _)] = ingest(archive, [Input(os.fsdecode(name))], Settings())
            assert outcome == expected
            assert uri.endswith("/\ufffd\ufffd.txt")
