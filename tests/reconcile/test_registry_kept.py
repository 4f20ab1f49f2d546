"""What people keep of a region is obeyed in it, on its days, and nowhere else."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from bulletin_nlp.knowledge import KnowledgeError
from bulletin_nlp.parse import parse
from bulletin_nlp.reconcile import Registries, Registry, Unit, match_name, resolve_region
from bulletin_nlp.reconcile.decisions import Decisions

_HERE, _THERE = resolve_region("澄湖县"), resolve_region("槐荫县")
_TEXT = "{place}人民政府督查室关于检查的通报\n{year}年5月6日\n一、存在的问题\n(一)县古保委未落实管护责任。\n(二)县水利局未拨付资金。\n"


def _unit(key: str, name: str, *aliases: str, **fields: object) -> Unit:
    values = {"valid_from": None, "valid_to": None, "parent": None, "region": "澄湖县"} | fields
    return Unit(key, name, aliases, **values)  # type: ignore[arg-type]


def test_an_alias_means_its_unit_in_its_region_only() -> None:
    registry = Registry([_unit("u1", "澄湖县古城保护委员会", "县古保委")], "")
    assert match_name("县古保委", _HERE, None, registry).canonical_id == "u1"
    assert match_name("澄湖县古保委", _HERE, None, registry).canonical_id == "u1"
    assert match_name("县古保委", _THERE, None, registry).canonical_id != "u1"
    assert match_name("澄湖县古城保护委员会", _THERE, None, registry).canonical_id == "u1"


def test_the_body_of_its_own_time_and_its_successor_after() -> None:
    registry = Registry(
        [
            _unit("u1", "澄湖县粮油局", "县粮油局", valid_to=date(2018, 12, 31), successors=("u2",)),
            _unit("u2", "澄湖县物资储备局", "县物储局", valid_from=date(2019, 1, 1)),
        ],
        "",
    )
    assert match_name("县粮油局", _HERE, date(2017, 1, 1), registry).canonical_id == "u1"
    after = match_name("县粮油局", _HERE, date(2020, 1, 1), registry)
    assert (after.canonical_id, after.basis) == ("u2", "successor, registry")


def test_two_units_of_one_surface_are_a_tie() -> None:
    registry = Registry([_unit("u1", "澄湖县甲局", "县甲乙局"), _unit("u2", "澄湖县乙局", "县甲乙局")], "")
    match = match_name("县甲乙局", _HERE, None, registry)
    assert match.status == "ambiguous"
    assert [candidate.canonical_id for candidate in match.candidates] == ["u2", "u1"]


def test_the_nearest_units_of_the_region() -> None:
    registry = Registry(
        [_unit("u1", "澄湖县财政局", "县财政局"), _unit("u2", "槐荫县财政局", "县财证局", region="槐荫县")], ""
    )
    assert [unit.id for unit, _ in registry.nearest("县财证局", None, _HERE)] == ["u1"]


def _folder(tmp_path: Path) -> Path:
    home = tmp_path / "regions" / "澄湖县"
    home.mkdir(parents=True)
    (home / "registry.csv").write_text("id,name,aliases\nu1,澄湖县水利局,县水利局\n", "utf-8")
    return tmp_path


def test_parse_reads_the_regions_folder_and_says_so(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    here = parse(_TEXT.format(place="澄湖县", year=2020), knowledge=folder)
    there = parse(_TEXT.format(place="槐荫县", year=2020), knowledge=folder)
    assert "u1" in {unit.match.canonical_id for unit in here.units}
    assert here.provenance.registry_digest is not None
    assert "u1" not in {unit.match.canonical_id for unit in there.units}
    assert there.provenance.registry_digest is None


def test_decisions_hold_in_their_period_and_stand_until_undone(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    path = folder / "regions" / "澄湖县" / "decisions.jsonl"
    decisions = Decisions(path)
    unit = _unit("u7", "澄湖县古城保护管理委员会")
    decisions.add("县古保委", "澄湖县", "new-unit", unit, (date(2019, 1, 1), None))
    digests = set()
    for year, expected in [(2018, "derived"), (2020, "matched")]:
        bulletin = parse(_TEXT.format(place="澄湖县", year=year), knowledge=folder)
        digests.add(bulletin.provenance.registry_digest)
        [match] = [u.match for u in bulletin.units if u.span.text == "县古保委"]
        assert match.status == expected
    assert match.canonical_id == "u7"
    undone = Decisions(path).undo("2024-01-01T00:00:00+00:00")
    assert undone is not None
    assert Decisions(path).standing == []
    assert [json.loads(line)["verdict"] for line in path.read_text("utf-8").splitlines()] == ["new-unit", "undo"]
    bulletin = parse(_TEXT.format(place="澄湖县", year=2020), knowledge=folder)
    assert bulletin.provenance.registry_digest not in digests
    assert "u7" not in {u.match.canonical_id for u in bulletin.units}


def test_what_is_no_unit_is_a_remark(tmp_path: Path) -> None:
    Decisions(tmp_path / "regions" / "澄湖县" / "decisions.jsonl").add("县水利局", "澄湖县", "not-a-unit")
    bulletin = parse(_TEXT.format(place="澄湖县", year=2020), knowledge=tmp_path)
    assert "县水利局" not in {unit.span.text for unit in bulletin.units}
    assert [r.span.text for r in bulletin.remarks if r.code == "not-a-unit" and r.span] == ["县水利局"]


def test_a_line_cut_off_in_writing_is_told(tmp_path: Path) -> None:
    path = tmp_path / "regions" / "澄湖县" / "decisions.jsonl"
    decisions = Decisions(path)
    decisions.add("县水利局", "澄湖县", "not-a-unit")
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(KnowledgeError, match=r"decisions\.jsonl: line 1"):
        Registries(tmp_path).of(_HERE)


def test_a_decision_after_a_line_without_an_end_is_a_line_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    Decisions(path).add("县甲局", "澄湖县", "not-a-unit")
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    Decisions(path).add("县乙局", "澄湖县", "not-a-unit")
    assert [decision.number for decision in Decisions(path).standing] == [1, 2]


def test_the_prefectures_units_are_known_by_their_full_names(tmp_path: Path) -> None:
    home = tmp_path / "regions" / "532900"
    home.mkdir(parents=True)
    (home / "registry.csv").write_text("id,name,aliases,region\np1,大理白族自治州财政局,州财政局,532900\n", "utf-8")
    registry = Registries(tmp_path).of(resolve_region("532927"))
    assert registry is not None
    assert match_name("州财政局", resolve_region("532927"), None, registry).canonical_id == "p1"
