"""Handing over: bags, catalogues, descriptions; taken back equal, tampering found."""

from __future__ import annotations

import csv
import json
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import bagit
import openpyxl
import pytest

from bulletin_nlp.archive import Archive, ArchiveError
from bulletin_nlp.archive.bag import digest_of, faults
from bulletin_nlp.archive.description import assign, assigned, describe, missing
from bulletin_nlp.archive.handover import COLUMNS, catalogue, write_catalogue, write_dat46, write_dublin_core
from bulletin_nlp.archive.reference_code import read_code
from bulletin_nlp.archive.transfer import export, take
from bulletin_nlp.run import Settings
from bulletin_nlp.run.ingest import renew

AT = "2024-05-06T07:08:09Z"


def _ids(archive: Archive) -> list[str]:
    return [row[0] for row in archive.connection.execute("SELECT id FROM document ORDER BY number")]


@pytest.fixture
def described(own: Path) -> Path:
    """An archive with a second version of a record and with what an archivist said."""
    with Archive.open(own, write=True) as archive:
        names = _ids(archive)
        assert [o for o, _, _ in renew(archive, names[:2], Settings(published="2001-02-03"))] == ["changed"] * 2
        assign(
            archive.connection,
            {
                name: {"档号": f"Z109-WS·2016-D30-DCS-{n:04d}", "开放标识": "开放"}
                for n, name in enumerate(names[:5], 1)
            },
            AT,
        )
        assign(archive.connection, {names[0]: {"备注": "=1+1"}}, AT)
    return own


@pytest.fixture
def bag(described: Path, tmp_path: Path) -> Path:
    with Archive.open(described) as archive:
        export(archive, tmp_path / "bag", _ids(archive), "2024-05-06")
    return tmp_path / "bag"


def _everything(home: Path) -> dict[str, Any]:
    """All tables that are not indexes, times and row numbers with them."""
    tables = (
        "document",
        "origin",
        "version",
        "event",
        "assigned",
        "bulletin",
        "unit",
        "problem",
        "link",
        "body",
        "copy",
    )
    with Archive.open(home) as archive:
        return {name: archive.connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall() for name in tables}


def test_a_bag_is_valid_and_comes_back_equal(described: Path, bag: Path, tmp_path: Path, logical: Any) -> None:
    assert bagit.Bag(str(bag)).validate()
    assert list(faults(bag)) == []
    with Archive.open(tmp_path / "back", create=True) as archive:
        assert [new for _, new in take(archive, bag)] == [True] * 60
    assert _everything(tmp_path / "back") == _everything(described)
    assert logical(tmp_path / "back") == logical(described)
    with Archive.open(tmp_path / "back", write=True) as archive:
        assert not any(new for _, new in take(archive, bag))
        again = tmp_path / "again"
        export(archive, again, _ids(archive), "2024-05-06")
    assert digest_of(again / "manifest-sha256.txt") == digest_of(bag / "manifest-sha256.txt")


def test_a_bag_of_some(described: Path, tmp_path: Path) -> None:
    with Archive.open(described) as archive:
        names = _ids(archive)[3:6]
        export(archive, tmp_path / "some", names, "2024-05-06")
    assert bagit.Bag(str(tmp_path / "some")).validate()
    with Archive.open(tmp_path / "back", create=True) as archive:
        list(take(archive, tmp_path / "some"))
        assert _ids(archive) == names
        assert assigned(archive.connection, names[0])["档号"] == "Z109-WS·2016-D30-DCS-0004"


def _change(bag: Path) -> None:
    file = next((bag / "data" / "originals").rglob("*.txt"))
    file.write_bytes(file.read_bytes()[:-1] + b"!")


def _remove(bag: Path) -> None:
    next((bag / "data" / "records").rglob("*.json")).unlink()


def _add(bag: Path) -> None:
    (bag / "data" / "more.txt").write_text("x")


def _tag(bag: Path) -> None:
    (bag / "bag-info.txt").write_text("Bagging-Date: 1999-01-01\n")


def _outside(bag: Path) -> None:
    manifest = bag / "manifest-sha256.txt"
    manifest.write_text(manifest.read_text() + f"{'0' * 64}  ../../secret\n")


def _forged_record(bag: Path) -> None:
    """A record changed together with every manifest: only the ledger and the record's own checks can tell."""
    file = next((bag / "data" / "records").rglob("*.json"))
    file.write_text(file.read_text("utf-8").replace("督查", "检查"), "utf-8")
    for name, manifest in ((file.relative_to(bag).as_posix(), "manifest"), ("manifest-sha256.txt", "tagmanifest")):
        path = bag / f"{manifest}-sha256.txt"
        lines = [line for line in path.read_text("utf-8").splitlines() if not line.endswith(f"  {name}")]
        path.write_text("\n".join([*lines, f"{digest_of(bag / name)}  {name}"]) + "\n", "utf-8")


@pytest.mark.parametrize("tamper", [_change, _remove, _add, _tag, _outside, _forged_record])
def test_tampering_is_found_and_nothing_taken(bag: Path, tmp_path: Path, tamper: Callable[[Path], None]) -> None:
    tamper(bag)
    assert bool(list(faults(bag))) is (tamper is not _forged_record)
    if tamper in (_change, _remove, _add):
        with pytest.raises(bagit.BagValidationError):
            bagit.Bag(str(bag)).validate()
    with Archive.open(tmp_path / "back", create=True) as archive:
        with pytest.raises(ArchiveError):
            list(take(archive, bag))
        assert _ids(archive) == []
        assert archive.connection.execute("SELECT count(*) FROM event").fetchone() == (0,)


def test_what_was_changed_is_not_handed_over(described: Path, tmp_path: Path) -> None:
    with Archive.open(described) as archive:
        _, path = next(archive.originals.digests())
        path.write_bytes(b"changed")
        with pytest.raises(ArchiveError, match="was changed"):
            export(archive, tmp_path / "bag", _ids(archive), "2024-05-06")
    assert not list(tmp_path.glob("*bag*"))


def test_a_full_folder_is_left_alone(described: Path, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").write_text("x")
    with Archive.open(described) as archive, pytest.raises(ArchiveError, match="not empty"):
        export(archive, tmp_path / "full", _ids(archive), "2024-05-06")
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["mine"]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Z109-WS·2014-Y-DCS-0001", "Z109-WS·2014-Y-DCS-0001"),
        ("z109-ws.2014-d30-0123", "Z109-WS·2014-D30-0123"),
        (" Z109-WS•2014-D10-BGS-9999 ", "Z109-WS·2014-D10-BGS-9999"),
    ],
)
def test_codes(written: str, code: str) -> None:
    assert str(read_code(written)) == code


@pytest.mark.parametrize(
    "written",
    ["", "1", "Z109-WS·2014-X-DCS-0001", "Z109-WS·2014-Y-DCS-1", "Z109-WS·2014-Y-DCS-0000", "Z1-WS·2014-Y-0001"],
)
def test_no_codes(written: str) -> None:
    with pytest.raises(ArchiveError, match=r"DA/T 22-2015|0001"):
        read_code(written)


def test_descriptions_are_said_by_people(own: Path) -> None:
    with Archive.open(own, write=True) as archive:
        first, second = _ids(archive)[:2]
        before = {field.name: field for field in describe(archive.connection, first)}
        assert before["档号"].value is None
        assert "档号" in missing(before.values())
        code = "Z109-WS·2016-D30-DCS-0001"
        assert assign(archive.connection, {first: {"档号": code, "开放标识": "控制"}}, AT) == 2
        assert assign(archive.connection, {first: {"档号": code}}, AT) == 0
        after = {field.name: field for field in describe(archive.connection, first)}
        assert (after["档号"].value, after["档号"].by) == (code, "archivist")
        assert after["保管期限"].value == "30年"
        assert not missing(after.values())
        for values, message in (
            ({second: {"档号": code}}, "is that of"),
            ({second: {"备注": "x", "开放标识": "maybe"}}, "none of"),
            ({second: {"颜色": "红"}}, "no such field"),
            ({"b-0": {"备注": "x"}}, "not in this archive"),
        ):
            with pytest.raises(ArchiveError, match=message):
                assign(archive.connection, values, AT)
        assert assigned(archive.connection, second) == {}
        assert assign(archive.connection, {first: {"档号": ""}}, AT) == 1
        log = archive.connection.execute("SELECT detail FROM events WHERE type = 'metadata modification'").fetchall()
        assert log[0] == (f"档号: (none) → {code}",)
        assert len(log) == 3


def test_the_catalogue_opens_without_formulas(described: Path, tmp_path: Path) -> None:
    with Archive.open(described) as archive:
        rows = catalogue(archive.connection, _ids(archive))
    for name in ("目录.xlsx", "目录.csv"):
        write_catalogue(rows, tmp_path / name)
    sheet = openpyxl.load_workbook(tmp_path / "目录.xlsx").active
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert tuple(cells[0]) == COLUMNS
    assert len(cells) == 61
    assert cells[1][1] == "Z109-WS·2016-D30-DCS-0001"
    assert cells[1][8] == "'=1+1"
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    content = (tmp_path / "目录.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert [row[1] for row in csv.reader(content.decode("utf-8-sig").splitlines())][1:6] == [
        row[1] for row in cells[1:6]
    ]


def test_descriptions_as_xml(described: Path, tmp_path: Path) -> None:
    for write in (write_dat46, write_dublin_core):
        with Archive.open(described) as archive, (tmp_path / "x.xml").open("w", encoding="utf-8") as stream:
            write(archive.connection, _ids(archive), stream)
        root = ET.parse(tmp_path / "x.xml").getroot()
        assert len(root) == 60
        text = (tmp_path / "x.xml").read_text("utf-8")
        assert "Z109-WS·2016-D30-DCS-0003" in text
    assert root[2].findtext("{http://purl.org/dc/elements/1.1/}language") == "zh"


def test_the_payload_needs_no_program_of_ours(bag: Path) -> None:
    lines = [json.loads(line) for line in (bag / "data" / "ledger.jsonl").read_text("utf-8").splitlines()]
    assert len(lines) == 60
    assert {event["eventType"] for event in lines[0]["events"]} >= {"ingestion", "message digest calculation"}
    record = json.loads(
        (bag / "data" / "records" / lines[0]["id"][2:4] / f"{lines[0]['id']}.2.json").read_text("utf-8")
    )
    assert record["id"] == lines[0]["id"]
    shutil.rmtree(bag)
