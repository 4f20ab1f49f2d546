"""Records parsed again: earlier versions stay, what changed is told by rule; copies are grouped."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from bulletin_nlp.archive import Archive, ArchiveError
from bulletin_nlp.archive.differences import by_rule, differences
from bulletin_nlp.archive.kept import json_of
from bulletin_nlp.archive.likeness import ALIKE, bands, bare, likeness, signature
from bulletin_nlp.evaluate.generate import generate
from bulletin_nlp.run import Settings
from bulletin_nlp.run.ingest import fingerprint, ingest, renew
from bulletin_nlp.run.inputs import Input


def test_the_same_rules_change_nothing(own: Path, logical: Any) -> None:
    before = logical(own)
    with Archive.open(own, write=True) as archive:
        assert archive.outdated(fingerprint(Settings())) == 0
        names = archive.ids([r[0] for r in archive.connection.execute("SELECT id FROM document LIMIT 3")])
        assert [outcome for outcome, _, _ in renew(archive, names, Settings())] == ["unchanged"] * 3
    after = logical(own)
    assert {key: after[key] for key in after if key != "events"} == {
        key: before[key] for key in before if key != "events"
    }


def test_other_settings_make_a_version(own: Path) -> None:
    settings = Settings(published="2001-02-03")
    with Archive.open(own, write=True) as archive:
        names = archive.outdated_ids(fingerprint(settings))
        assert len(names) == 60
        before = json_of(archive.connection, names[0])
        outcomes = Counter(outcome for outcome, _, _ in renew(archive, names[:4], settings))
        assert outcomes == Counter(changed=4)
        assert json_of(archive.connection, names[0], 1) == before
        assert json_of(archive.connection, names[0]) == json_of(archive.connection, names[0], 2) != before
        assert archive.versioned() == names[:4]
        assert archive.outdated(fingerprint(settings)) == 56
        changes = differences(archive.connection, names[0])
        assert {c.kind for c in changes} >= {"dates"}
        assert all(c.rule for c in changes)
        sums = by_rule(changes)
        assert sum(sum(row[2:]) for row in sums) == len(changes)
        rows = archive.connection.execute("SELECT count(*) FROM dates WHERE bulletin_id = ?", (names[0],)).fetchone()[0]
        assert rows == json_of(archive.connection, names[0]).count('"granularity"')
        with pytest.raises(ArchiveError, match="versions 1 to 2"):
            differences(archive.connection, names[0], 2, 2)


def test_ids_as_people_write_them(made: Path) -> None:
    with Archive.open(made) as archive:
        [name] = archive.connection.execute("SELECT id FROM document LIMIT 1").fetchone()
        assert archive.ids([name, name[:9], name[2:]]) == [name] * 3
        for wrong, message in (("b-", "several"), ("zz", "not in this archive")):
            with pytest.raises(ArchiveError, match=message):
                archive.ids([wrong])


def _corpus() -> list[Any]:
    return list(generate(260, 11, counties=2))


def test_copies_are_grouped_in_any_order(tmp_path: Path) -> None:
    files = _corpus()
    originals = {file.name: file for file in files}
    copies = [file for file in files if file.copy_of and file.data != originals[file.copy_of].data]
    chosen = [*copies, *(originals[file.copy_of] for file in copies), *files[:15]]
    chosen = list({file.name: file for file in chosen}.values())
    groups = []
    for number, order in enumerate((chosen, chosen[::-1])):
        with Archive.open(tmp_path / str(number), create=True) as archive:
            list(ingest(archive, [Input(file.name, file.data) for file in order], Settings()))
            groups.append(
                archive.connection.execute("SELECT group_id, bulletin_id, best FROM copies ORDER BY 1, 2").fetchall()
            )
            pairs = {
                frozenset(row)
                for row in archive.connection.execute(
                    """SELECT o.uri, p.uri FROM copy c JOIN copy d ON c.of_group = d.of_group AND c.document < d.document
                       JOIN origin o ON o.document = c.document JOIN origin p ON p.document = d.document"""
                )
            }
    assert groups[0] == groups[1]
    assert len(copies) >= 5
    assert {frozenset((file.name, file.copy_of)) for file in copies} <= pairs
    known = {file.name: file.copy_of or file.name for file in chosen}
    assert all(len({known[name] for name in pair}) == 1 for pair in pairs)
    for group in {row[0] for row in groups[0]}:
        assert sum(row[2] for row in groups[0] if row[0] == group) == 1


def test_a_signature_is_the_same_on_every_machine() -> None:
    made = signature(bare("县住建局对占道经营整治重视不够，三个月来没有专题研究过一次。"))
    assert len(made) == 512
    assert len(set(bands(made))) == 32
    import hashlib

    assert hashlib.sha256(made).hexdigest() == SIGNATURE


SIGNATURE = "2aeecfbd3ac9ec6c7c874892bb162e79a5ee2988a5cc087bc5d8928d25f6f78c"


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("第一期，督查通报：县住建局整改不力。", "第一期 督查通报: 县住建局整改不力.", True),
        ("縣住建局整改不力，督查通報。", "县住建局整改不力，督查通报。", True),
        (
            "县住建局整改不力，督查通报如下，请各乡镇对照检查。",
            "县教育局开学工作准备充分，予以表扬，请各学校学习。",
            False,
        ),
        ("", "", True),
        ("短", "长", False),
    ],
)
def test_likeness(a: str, b: str, alike: bool) -> None:
    assert (likeness(signature(bare(a)), signature(bare(b))) >= ALIKE) is alike
