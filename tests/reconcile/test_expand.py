"""Collectives expand to the bodies that their region defines, and to nothing where it defines none."""

from __future__ import annotations

from datetime import date

import pytest

from bulletin_nlp.pipes.units.finder import find
from bulletin_nlp.reconcile import Registry, link, match_name, resolve_region

_DAY = date(2021, 3, 15)
_LIST = """name,type,region
槐荫县柳塘镇,place,槐荫县
槐荫县石埠乡,place,槐荫县
槐荫县北关街道,place,槐荫县
槐荫县财政局,department,槐荫县
槐荫县教育局,department,槐荫县
中共槐荫县委宣传部,party,槐荫县
槐荫县总工会,mass,槐荫县
"""


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    path = tmp_path_factory.mktemp("list") / "units.csv"
    path.write_text(_LIST, "utf-8")
    return Registry.read(path)


@pytest.mark.parametrize(
    ("surface", "members"),
    [
        ("各乡镇", ["槐荫县柳塘镇", "槐荫县石埠乡"]),
        ("各乡镇(街道)", ["槐荫县柳塘镇", "槐荫县石埠乡", "槐荫县北关街道"]),
        ("各街道办事处", ["槐荫县北关街道办事处"]),
        (
            "各乡(镇)党委、政府",
            [
                "中共槐荫县柳塘镇委员会",
                "槐荫县柳塘镇人民政府",
                "中共槐荫县石埠乡委员会",
                "槐荫县石埠乡人民政府",
            ],
        ),
        ("各乡镇、街道党委", ["中共槐荫县柳塘镇委员会", "中共槐荫县石埠乡委员会", "中共槐荫县北关街道工作委员会"]),
        ("县级各部门", ["槐荫县财政局", "槐荫县教育局"]),
        ("县政府各部门", ["槐荫县财政局", "槐荫县教育局"]),
        ("县委各部委", ["中共槐荫县委宣传部"]),
        ("各人民团体", ["槐荫县总工会"]),
        ("县直各单位", ["槐荫县财政局", "槐荫县教育局", "中共槐荫县委宣传部", "槐荫县总工会"]),
        ("各县(区)人民政府", []),
        ("县直有关部门", []),
        ("部分乡镇", []),
        ("各施工单位", []),
    ],
)
def test_what_a_collective_addresses(surface: str, members: list[str], registry: Registry) -> None:
    found = match_name(surface, resolve_region("槐荫县"), _DAY, registry)
    assert list(found.members) == members
    assert found.status == ("not_applicable" if members else "unmatched")
    assert found.canonical_name is None


@pytest.mark.parametrize(
    ("surface", "region", "first", "count"),
    [
        ("县四套班子", "槐荫县", "中共槐荫县委员会", 4),
        ("各县(市)人民政府", "532900", "大理市人民政府", 12),
        ("各乡镇人民政府", "532927", "巍山彝族回族自治县南诏镇人民政府", 10),
        ("县级各部门", "532927", "", 0),
    ],
)
def test_without_a_list_only_what_the_national_table_and_the_law_define(
    surface: str, region: str, first: str, count: int
) -> None:
    found = match_name(surface, resolve_region(region), _DAY).members
    assert (found[:1], len(found)) == ((first,) if first else (), count)


def test_the_mentions_of_a_text_expand_too(registry: Registry) -> None:
    text = "各乡镇要落实责任,部分单位未完成,县财政局未拨付。"
    found = link(text, find(text), resolve_region("槐荫县"), _DAY, registry)
    assert [len(match.members) for match in found] == [2, 0, 0]


@pytest.mark.parametrize(
    ("position", "body"),
    [
        ("县人大常委会主任", "槐荫县人民代表大会常务委员会"),
        ("县政协副主席", "政协槐荫县委员会"),
        ("县长", "槐荫县人民政府"),
        ("县委书记", "中共槐荫县委员会"),
        ("县水务局局长", "槐荫县水务局"),
        ("柳塘镇党委书记", "中共槐荫县柳塘镇委员会"),
    ],
)
def test_a_position_stands_for_its_body(position: str, body: str) -> None:
    assert match_name(position, resolve_region("槐荫县"), _DAY).canonical_name == body
