from __future__ import annotations

from datetime import date

import pytest

from bulletin_nlp.dates import Reference, read
from bulletin_nlp.pipes.dates.reference import Witness

HEAD = "时间:2017-09-14 来源:县委督查室\n\n23\n\n2017914\n\n通报\n\n"
CASES = [
    ("按照要求,98911,县委督查室会同", "98911", "range", "2017-09-08", "2017-09-11"),
    ("按照要求,522526,县委督查室会同", "522526", "range", "2017-05-22", "2017-05-26"),
    ("自201512启动创建工作", "201512", "point", "2015-12-01", "2015-12-31"),
    ("特别是今年41全县推进会召开以后", "今年41", "point", "2017-04-01", "2017-04-01"),
    ("截至910,全县累计投入", "910", "point", "2017-09-10", "2017-09-10"),
    ("计划工期为2017320178,目前", "2017320178", "range", "2017-03-01", "2017-08-31"),
    ("内容,99督查组在门口看到", "99", "point", "2017-09-09", "2017-09-09"),
    ("未按要求于831前报送", "831前", "deadline", None, "2017-08-31"),
    ("要于920前召开会议", "920前", "deadline", None, "2017-09-20"),
    ("明确时间,1115前全面完成", "1115前", "deadline", None, "2017-11-15"),
    ("整改情况于630日前报送", "630日前", "deadline", None, "2018-06-30"),
    ("项目2017年619日,开工", "2017年619日", "point", "2017-06-19", "2017-06-19"),
]


@pytest.mark.parametrize(("sentence", "surface", "kind", "start", "end"), CASES)
def test_runs_are_read_in_a_damaged_bulletin(sentence: str, surface: str, kind: str, start: str, end: str) -> None:
    text = HEAD + sentence
    found = [d for d in read(text, "2017-09-14").dates if d["start"] >= len(HEAD) and d["repaired"]]
    assert [(text[d["start"] : d["end"]], d["kind"], d["value_start"], d["value_end"]) for d in found] == [
        (surface, kind, start, end)
    ]


NEGATIVES = [
    "联系电话:6121314)",
    "截至目前投入1234.5万元",
    "在46个部门",
    "于2017人",
    "12369热线",
    "其中,35家企业",
    "自12家单位",
    "编号:522526",
]


@pytest.mark.parametrize("sentence", NEGATIVES)
def test_counts_and_numbers_are_no_damaged_dates(sentence: str) -> None:
    text = HEAD + sentence
    assert not [d for d in read(text, "2017-09-14").dates if d["start"] >= len(HEAD) and d["repaired"]]


def test_a_sound_text_has_no_damaged_dates() -> None:
    text = "5月2日、5月3日和5月6日，6月7日，督查组到县。代码 522526 共831前排。"
    assert not any(d["repaired"] for d in read(text, "2017-09-14").dates)


def test_the_repair_names_what_was_lost_and_every_reading() -> None:
    text = HEAD + "要求,522526,县委督查室会同"
    repair = read(text, "2017-09-14").repairs[-1]
    assert repair["restored"] == "5月22日至5月26日"
    assert repair["lost"] == ("月", "日", "至", "月", "日")
    assert [restored for restored, _ in repair["candidates"]][:2] == ["5月22日至5月26日", "5月22日、5月26日"]
    assert repair["certainty"] < 1


def test_a_witness_supports_the_masthead() -> None:
    reference = Reference(date(2017, 9, 14), witnesses=(Witness(3, 13, date(2017, 9, 14)),))
    repair = read(HEAD, reference).repairs[0]
    assert (repair["restored"], repair["witnesses"]) == ("2017年9月14日", [(3, 13)])


LOOK_ALIKES = [
    ("2O20年9月21日至lO月23日", "2020-09-21", "2020-10-23"),
    ("2O2O年11月l6日", "2020-11-16", "2020-11-16"),
    ("11月25曰", "2020-11-25", "2020-11-25"),
    ("今午8月", "2020-08-01", "2020-08-31"),
    ("ll月", "2020-11-01", "2020-11-30"),
]


@pytest.mark.parametrize(("surface", "start", "end"), LOOK_ALIKES)
def test_look_alikes_of_optical_recognition(surface: str, start: str, end: str) -> None:
    result = read(f"于{surface},县", "2020-11-30")
    (found,) = result.dates
    assert (found["start"], found["end"], found["repaired"]) == (1, 1 + len(surface), True)
    assert (found["value_start"], found["value_end"]) == (start, end)
    assert result.repairs[0]["lost"] == ()


LINE_BREAKS = [("8月底\n前全部完工", "2020-08-31"), ("7\n月底前报备", "2020-07-31"), ("10\n个工作日内", "2020-06-15")]


@pytest.mark.parametrize(("sentence", "due"), LINE_BREAKS)
def test_lines_broken_inside(sentence: str, due: str) -> None:
    (found,) = read(sentence, "2020-06-01").dates
    assert (found["kind"], found["value_end"]) == ("deadline", due)


LOST_BEYOND_DOUBT = [
    ("自201810以来,仅完成", "201810以来", "fuzzy", "2018-10-01", "2019-09-14", ("年", "月")),
    ("对2017下半年的指出", "2017下半年", "point", "2017-07-01", "2017-12-31", ("年",)),
    ("在2014-2020土地规划中", "2014-2020", "range", "2014-01-01", "2020-12-31", ("年",)),
    ("确保6底前全部投入", "6底前", "deadline", None, "2020-06-30", ("月",)),
    ("将于10下旬组织", "10下旬", "point", "2019-10-21", "2019-10-31", ("月",)),
    ("去年7编印的手册", "去年7", "point", "2018-07-01", "2018-07-31", ("月",)),
    ("其中8月至11连续未报", "8月至11", "range", "2019-08-01", "2019-11-30", ("月",)),
    ("于6月30前报送", "6月30前", "deadline", None, "2020-06-30", ("日",)),
    ("自20161月至2017年2月开工", "20161月至2017年2月", "range", "2016-01-01", "2017-02-28", ("年",)),
]
DAMAGED = "时间:2019-09-14 来源:县委督查室\n\n23\n\n2019914\n\n通报\n\n要求,98911,县委督查室会同,于831前报送。"


@pytest.mark.parametrize(("sentence", "surface", "kind", "start", "end", "lost"), LOST_BEYOND_DOUBT)
def test_characters_lost_beyond_doubt(
    sentence: str, surface: str, kind: str, start: str | None, end: str, lost: tuple[str, ...]
) -> None:
    text = DAMAGED + sentence
    result = read(text, "2019-09-14")
    found = [d for d in result.dates if d["start"] >= len(DAMAGED)]
    assert [text[d["start"] : d["end"]] for d in found] == [surface]
    assert (found[0]["kind"], found[0]["value_start"], found[0]["value_end"]) == (kind, start, end)
    assert found[0]["repaired"]
    assert result.repairs[-1]["lost"] == lost


SOUND = [
    "2017单位",
    "在6月3个单位",
    "今年9家企业",
    "10内部人员",
    "2017亩",
    "在6层",
    "第3季度",
    "2017、2018户",
    "12345热线",
    "3:11前后",
]


@pytest.mark.parametrize("sentence", SOUND)
def test_what_a_damaged_bulletin_counts_is_not_restored(sentence: str) -> None:
    result = read(DAMAGED + sentence, "2019-09-14")
    assert not [r for r in result.repairs if r["start"] >= len(DAMAGED)]


INJECTED = [
    ("20 17年5月 2 2日至26 日", "2017-05-22", "2017-05-26"),
    ("2017年nian5月yue22日ri至(zhi)26日", "2017-05-22", "2017-05-26"),
    ("2017年1 0月", "2017-10-01", "2017-10-31"),
    ("今 年以 来", "2017-01-01", "2017-11-30"),
]


@pytest.mark.parametrize(("surface", "start", "end"), INJECTED)
def test_injected_characters(surface: str, start: str, end: str) -> None:
    text = f"（5 月 3 日）{surface},县 个"
    found = next(d for d in read(text, "2017-11-30").dates if text[d["start"] : d["end"]] == surface)
    assert (found["value_start"], found["value_end"]) == (start, end)
    assert found["repaired"] == any(letter.isalpha() and letter.isascii() for letter in surface)


UNDAMAGED = ["2017 年 6 月 20 日", "5月22日\n至26日", "6月\n底前", "今年以来", "２０１７年６月", "二〇一七年六月"]


@pytest.mark.parametrize("surface", UNDAMAGED)
def test_blanks_breaks_and_widths_as_usual_are_no_damage(surface: str) -> None:
    result = read(f"于{surface},县", "2017-11-30")
    assert [d["repaired"] for d in result.dates] == [False]
    assert result.repairs == []


def test_a_year_guessed_for_a_bulletin_without_a_date_is_not_certain() -> None:
    text = HEAD.replace("2017-09-14", "").replace("2017914", "") + "整改情况于831前报送,98911,县委督查室会同"
    due = [d for d in read(text).dates if d["kind"] == "deadline"]
    assert [d["certainty"] < 0.85 for d in due] == [True]
