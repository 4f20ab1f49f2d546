from __future__ import annotations

import re
from pathlib import Path

import pytest

from bulletin_nlp.evaluate import GoldBulletin, GoldError, discover, load_gold, read_gold

FRONT = "---\ntitle: 通报\nissuers: []\n---\n"


def test_text_is_the_file_without_front_matter_and_tags(gold: GoldBulletin, tagged: str) -> None:
    assert gold.text == re.sub(r"<[^>]*>", "", tagged.split("---\n", 2)[2])


def test_every_mark_quotes_the_text_and_lies_in_its_parent(gold: GoldBulletin) -> None:
    assert len(gold.marks) == 20
    for mark in gold.marks:
        assert gold.text[mark.start : mark.end] == mark.text
        if mark.parent is not None:
            parent = gold.marks[mark.parent]
            assert parent.start <= mark.start <= mark.end <= parent.end


def test_fields(gold: GoldBulletin) -> None:
    assert gold.front.published is not None
    assert gold.front.published.isoformat() == "2021-06-18"
    assert [(d.text, d.kind, d.first, d.last, d.grain, d.repaired) for d in gold.dates] == [
        ("2021年6月18日", "point", "2021-06-18", "2021-06-18", "day", False),
        ("616月10日", "range", "2021-06-01", "2021-06-10", "day", True),
        ("6月底前", "deadline", None, "2021-06-30", "month", False),
        ("每月5日前", "deadline", None, None, "day", False),
    ]
    assert gold.units[0].canonical == ("中共青禾县委督查室", "青禾县人民政府督查室")
    assert [(p.nature, p.units) for p in gold.problems] == [
        (("awareness", "planning"), ("白沙乡", "个别村")),
        (("sanitation",), ()),
    ]
    assert [(r.units, r.due, r.answers) for r in gold.recommendations] == [
        (("白沙乡",), "2021-06-30", (1,)),
        (("各乡镇",), None, (1, 2)),
    ]
    assert [h.text for h in (*gold.problem_headings, *gold.recommendation_headings)] == ["认识不到位", "压实责任"]
    assert gold.achievements[0].units == ("柳溪镇",)
    assert [r.text for r in gold.references] == ["《河道保洁办法》"]
    assert gold.marks[gold.units[3].parent or 0].tag == "good"


def test_fields_left_out_are_told_from_fields_set_to_null(gold: GoldBulletin) -> None:
    assert {"series", "copy_to"} < gold.front.model_fields_set
    assert "source_name" not in gold.front.model_fields_set


@pytest.mark.parametrize(
    ("body", "older"),
    [
        ('<problem cat="planning">无方案</problem>', True),
        ('<problem cat="planning,mechanism">无方案</problem>', False),
        ('<phead cat="formalism">形式主义</phead>', False),
    ],
)
def test_codes_in_use_are_told_from_the_file(body: str, older: bool) -> None:
    assert read_gold(FRONT + body, "x").uses_older_codes is older


def test_front_matter_may_say_which_codes_are_in_use() -> None:
    raw = '---\ncodes: current\n---\n<problem cat="planning">无方案</problem>'
    assert not read_gold(raw, "x").uses_older_codes


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            '一\n<date start="" end="" kind="fuzzy" grain="day">近日<ref>《甲》</date></ref>',
            "x:6: </date> crosses <ref>",
        ),
        ("甲</ref>", "x:5: </ref> closes nothing"),
        ("\n\n<rec>甲", "x:7: <rec> is never closed"),
        ("<rec></rec>", "x:5: <rec> holds no text"),
        ("甲\n乙<party>丙</party>", "x:6: '<party>丙</party>' is no tag"),
        ("<Unit>丙</Unit>", "is no tag of the convention"),
        ('<unit kind=named role="issuer">丙</unit>', "is no tag of the convention"),
        ("<rec><rec to=''>丙</rec></rec>", "is no tag of the convention"),
        ('<ref><unit kind="collective" role="issuer">丙</unit></ref>', "<unit> inside <ref>"),
        ('<rec due="2020-01-01" due="2020-01-02">丙</rec>', "<rec> has an attribute twice"),
        ('<rec cat="planning">丙</rec>', "<rec> knows no attribute 'cat'"),
        ('<unit kind="named">丙</unit>', "lacks the attribute 'role'"),
        ('<unit kind="some" role="issuer">丙</unit>', "kind is one of anonymous, collective, named"),
        ('<unit kind="named" role="boss">丙</unit>', "role is one of"),
        ('<unit kind="anonymous" role="issuer" canon="丙局">丙</unit>', "only a named unit has a canon"),
        ('<date start="2017-02-30" end="" kind="point" grain="day">丙</date>', 'start="2017-02-30">: not an ISO day'),
        ('<date start="20170228" end="" kind="point" grain="day">丙</date>', "not an ISO day"),
        ('<rec due="6月">丙</rec>', 'due="6月">: not an ISO day'),
        ('<date start="2017-02-03" end="2017-02-02" kind="range" grain="day">丙</date>', "before it starts"),
        ('<date start="2017-02-03" end="2017-02-03" kind="deadline" grain="day">丙</date>', "a deadline has no start"),
        ('<date start="" end="" kind="fuzzy" grain="hour">丙</date>', "grain is one of"),
        ('<problem cat="lazy">丙</problem>', "the taxonomy has no code 'lazy'"),
        ('<problem cat="" domain="tea">丙</problem>', "the taxonomy has no domain 'tea'"),
        ('<good units="丁镇">丙</good>', "the text nowhere says '丁镇'"),
        ('<rec to="2">丙</rec><problem cat="">丁</problem>', "names problem '2'; the file has 1 problems"),
        ('<rec to="0">丙</rec><problem cat="">丁</problem>', "names problem '0'"),
        ('<rec to="a">丙</rec>', "names problem 'a'"),
    ],
)
def test_errors_name_file_line_and_fault(body: str, message: str) -> None:
    with pytest.raises(GoldError, match=re.escape(message)):
        read_gold(FRONT + body, "x")


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ("督查通报", "x:1: no front matter"),
        ("---\ntitle: 甲\n督查通报", "x:1: no front matter"),
        ("---\ntitle: [甲\n---\n乙", "front matter is no YAML"),
        ("---\ntitle: 甲\ntitel: 甲\n---\n乙", "x:3: front matter, titel: Extra inputs"),
        ("---\npublished: soon\n---\n乙", "x:2: front matter, published: "),
        ("---\nnoise: [loud]\n---\n乙", "x:2: front matter, noise.0: "),
    ],
)
def test_front_matter_errors(raw: str, message: str) -> None:
    with pytest.raises(GoldError, match=re.escape(message)):
        read_gold(raw, "x")


@pytest.mark.parametrize("text", ["PM2.5<35，A>B", "一<br/>二", "&nbsp;甲 < 乙 >", "<《甲》>", ""])
def test_what_is_no_tag_is_text(text: str) -> None:
    assert read_gold(FRONT + text, "x").text == text


def test_files_keep_carriage_returns(tmp_path: Path) -> None:
    path = tmp_path / "a.tagged.txt"
    path.write_bytes("﻿---\r\ntitle: 甲\r\n---\r\n一\r\n<ref>《甲》</ref>\r".encode())
    assert load_gold(path).text == "一\r\n《甲》\r"


def test_unreadable_files_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.tagged.txt"
    path.write_bytes("督查".encode("gb18030"))
    with pytest.raises(GoldError, match=r"a\.tagged\.txt:1: not readable as UTF-8"):
        load_gold(path)
    with pytest.raises(GoldError, match="not readable"):
        load_gold(tmp_path / "absent.tagged.txt")


def test_discover_takes_files_and_folders_each_once(tmp_path: Path) -> None:
    (tmp_path / "county").mkdir()
    paths = [tmp_path / "b.tagged.txt", tmp_path / "county" / "a.tagged.txt", tmp_path / "county" / "a.txt"]
    for path in paths:
        path.touch()
    assert discover([tmp_path, paths[0]]) == paths[:2]
    assert discover([paths[2]]) == [paths[2]]
