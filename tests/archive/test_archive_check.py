"""The four properties: what is sound passes, each damage is found."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from bulletin_nlp.archive import Archive
from bulletin_nlp.archive.check import Finding, check, note
from bulletin_nlp.archive.database import FILE
from bulletin_nlp.archive.gaps import gaps


def _findings(home: Path) -> list[Finding]:
    with Archive.open(home) as archive:
        return [finding for finding in check(archive) if finding is not None]


def test_a_sound_archive_has_no_faults(made: Path) -> None:
    findings = _findings(made)
    assert [f for f in findings if f.grade == "fault"] == []
    assert sum("not described" in f.message for f in findings) == 60


def _original(home: Path) -> Path:
    return sorted((home / "originals").glob("??/*"))[0]


def _sql(statement: str) -> Callable[[Path], None]:
    def change(home: Path) -> None:
        with sqlite3.connect(home / FILE) as connection:
            connection.execute(statement)

    return change


def _flip(home: Path) -> None:
    path = _original(home)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))


@pytest.mark.parametrize(
    ("damage", "property", "message"),
    [
        (_flip, "真实性", "its SHA-256 is not"),
        (lambda home: _original(home).unlink(), "完整性", "missing"),
        (_sql("UPDATE version SET record = x'00' WHERE document = 3"), "真实性", "can't be trusted"),
        (_sql("UPDATE version SET sha256 = 'x' WHERE document = 3"), "真实性", "can't be trusted"),
        (_sql("UPDATE body SET text = 'x' WHERE document = 3"), "完整性", "not that of its record"),
        (_sql("DELETE FROM event WHERE document = 3 AND type = 'ingestion'"), "真实性", "event log lacks"),
        (_sql("DELETE FROM version WHERE document = 3"), "真实性", "can't be trusted"),
        (_sql("UPDATE document SET sm3 = 'x' WHERE number = 3 AND sm3 IS NOT NULL"), "真实性", "SM3"),
    ],
)
def test_damage_is_found(own: Path, damage: Callable[[Path], None], property: str, message: str) -> None:
    damage(own)
    faults = [f for f in _findings(own) if f.grade == "fault"]
    assert len(faults) == 1
    assert faults[0].property == property
    assert message in faults[0].message


def test_what_belongs_to_nothing_is_remarked(own: Path) -> None:
    (own / "originals" / "00").mkdir(exist_ok=True)
    (own / "originals" / "00" / ("0" * 64 + ".txt")).write_text("x")
    assert any("belongs to no bulletin" in f.message and f.grade == "remark" for f in _findings(own))


def test_a_check_is_logged(own: Path) -> None:
    _flip(own)
    with Archive.open(own, write=True) as archive:
        note(archive, [f for f in check(archive) if f is not None], "2024-01-02T03:04:05Z")
        rows = archive.connection.execute("SELECT outcome, detail FROM events WHERE type = 'fixity check'").fetchall()
        assert rows[0] == ("failure", "60 documents, 1 with faults")
        assert len(rows) == 2
        assert archive.connection.execute("SELECT DISTINCT checked_at FROM bulletins").fetchall() == [
            ("2024-01-02T03:04:05Z",)
        ]


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ([1, 2, 3], []),
        ([1, 2, 5, 7], ["3-4、6"]),
        ([3], ["1-2"]),
        ([1, 2, 2], ["2 bulletins are 第2期"]),
        ([], []),
    ],
)
def test_gaps_in_numbering(numbers: list[int], told: list[str], tmp_path: Path) -> None:
    with Archive.open(tmp_path / "x", create=True) as archive:
        archive.connection.executemany(
            """INSERT INTO bulletin (document, series, issue_year, issue_number, region_name, media_type, reader,
               characters, repairs, remarks) VALUES (?, '督查通报', 2017, ?, '澄湖县', '', '', 0, 0, 0)""",
            list(enumerate(numbers, 1)),
        )
        found = list(gaps(archive.connection))
    assert len(found) == len(told)
    assert all(
        part in sentence and "澄湖县督查通报2017年" in sentence for part, sentence in zip(told, found, strict=True)
    )
