"""A region's registry: derived, and under an office's own list."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bulletin_nlp.reconcile import Registry, Unit, match_name, resolve_region
from bulletin_nlp.reconcile.build import derive, full_name, outranked
from bulletin_nlp.reconcile.listing import read_list

_COUNTY = resolve_region("澄湖县")


def _by_name(units: list[Unit]) -> dict[str, Unit]:
    return {unit.name: unit for unit in units}


def test_a_region_in_no_table_is_derived_with_stable_ids() -> None:
    units = derive(_COUNTY)
    assert units == derive(_COUNTY)
    assert len({unit.id for unit in units}) == len(units) > 300
    assert {unit.source for unit in units} == {"derived"}
    old, new = (_by_name(units)[f"澄湖县{name}"] for name in ("工商行政管理局", "市场监督管理局"))
    assert "县工商局" in old.aliases
    assert old.valid_to == date(2019, 6, 30)
    assert old.successors == (new.name,)
    assert old.name in new.predecessors
    assert new.parent == "澄湖县人民政府"


def test_ids_are_those_that_parsing_gives() -> None:
    match = match_name("县住建局", _COUNTY)
    assert _by_name(derive(_COUNTY))["澄湖县住房和城乡建设局"].id == match.canonical_id


@pytest.mark.parametrize(
    ("region", "there", "absent"),
    [
        ("澄湖县", "澄湖县公安局交通警察大队", "澄湖县公安局交通警察支队"),
        ("532900", "大理白族自治州公安局交通警察支队", "大理白族自治州公安局交通警察大队"),
        ("530000", "云南省教育厅", "云南省消防救援大队"),
        ("532927", "巍山彝族回族自治县南诏镇人民政府", "巍山彝族回族自治县教育厅"),
        ("350102", "福州市鼓楼区鼓东街道办事处", "福州市鼓楼区鼓东街道人民政府"),
    ],
)
def test_each_level_has_its_bodies(region: str, there: str, absent: str) -> None:
    names = _by_name(derive(resolve_region(region)))
    assert there in names
    assert absent not in names


@pytest.mark.parametrize(
    ("given", "full"),
    [
        ("澄湖县建设与交通局", "澄湖县建设与交通局"),
        ("县住建局", "澄湖县住房和城乡建设局"),
        ("财政局", "澄湖县财政局"),
        ("县委办公室", "中共澄湖县委办公室"),
        ("云台镇人民政府", "澄湖县云台镇人民政府"),
        ("古城保护委员会", "澄湖县古城保护委员会"),
        ("国网澄湖供电公司", "国网澄湖供电公司"),
        ("青湾燃气有限公司", "青湾燃气有限公司"),
    ],
)
def test_names_of_an_office_in_full(given: str, full: str) -> None:
    assert full_name(given, _COUNTY, None) == full


def test_an_offices_list_outranks_what_is_derived(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "编号,单位名称,简称,启用日期\nD1,县财政局,县财局,\n,澄湖县住房建设和交通局,住建局;县建交局,2019-01-01\n",
        "utf-8",
    )
    units = outranked(derive(_COUNTY), read_list(path).units, _COUNTY)
    finance, housing = units[:2]
    assert (finance.id, finance.name, finance.source) == ("D1", "澄湖县财政局", "office")
    assert {"县财局", "县财政局"} <= set(finance.aliases)
    assert [unit.name for unit in units].count("澄湖县财政局") == 1
    assert "县住建局" in housing.aliases
    registry = Registry(units, "")
    for on, status, name in [
        (date(2020, 1, 1), "matched", "澄湖县住房建设和交通局"),
        (date(2017, 1, 1), "matched", "澄湖县住房和城乡建设局"),
    ]:
        match = match_name("县住建局", _COUNTY, on, registry)
        assert (match.status, match.canonical_name) == (status, name)


def test_a_derived_row_that_a_person_renamed_keeps_its_id(tmp_path: Path) -> None:
    derived = derive(_COUNTY)
    old = _by_name(derived)["澄湖县水务局"]
    path = tmp_path / "list.csv"
    path.write_text(f"id,name,aliases,source\n{old.id},澄湖县水利水务局,县水务局,derived\n", "utf-8")
    units = outranked(derived, read_list(path).units, _COUNTY)
    assert [unit.name for unit in units if unit.id == old.id] == ["澄湖县水利水务局"]
    assert match_name("县水务局", _COUNTY, None, Registry(units, "")).canonical_name == "澄湖县水利水务局"
