"""Injected characters, look-alikes, broken numbers, lost enumerators and measure words, each with its negatives."""

from __future__ import annotations

import pytest

from bulletin_nlp.text.damage import (
    CountWords,
    Instead,
    detect,
    injected,
    lost_counts,
    lost_markers,
    mend,
    read_numbers,
    view,
)
from bulletin_nlp.text.fold import fold

READINGS = {"年": ["nian", "nián"], "月": ["yue"], "日": ["ri"], "第": ["di"]}
PARTED = ["以来", "年底", "上旬"]
INJECTED = [
    ("20 17年6月", "2017年6月"),
    ("今年1 2月，5 月 2 1日", "今年12月，5月21日"),
    ("6月\n20日前", "6月20日前"),
    ("2019/11/1 8", "2019/11/18"),
    ("二 〇 一八年十二 月三日", "二〇一八年十二月三日"),
    ("2017年nian6月(yue)20日 ri 前", "2017年6月20日前"),
    ("9月以 来", "9月以来"),
    # nothing to drop
    ("名次 1 2\n扣分 5 18", "名次 1 2\n扣分 5 18"),
    ("得分\n71\n2月", "得分\n71\n2月"),
    ("工 作 通 报", "工 作 通 报"),
    ("在 30 分 nian", "在 30 分 nian"),
    ("甲县 乙县", "甲县 乙县"),
]


@pytest.mark.parametrize(("text", "read"), INJECTED)
def test_injected_characters(text: str, read: str) -> None:
    folded = fold(text)
    assert view(folded, injected(folded, READINGS, PARTED)).text == fold(read)


def test_a_view_keeps_the_place_of_each_character() -> None:
    read = view("6 底前x", [Instead(1, 1, "月"), Instead(1, 2, ""), Instead(4, 5, "y")])
    assert (read.text, read.origin(0, 2), read.origin(1, 3)) == ("6月底前y", (0, 1), (1, 3))
    assert read.origin(4, 5) == (4, 5)


MENDED = [
    ("2O20午9月2l曰", "2020年9月21日"),
    ("于l2月S曰前", "于12月5日前"),
    ("20lB年", "2018年"),
    ("2019/1I/l8", "2019/11/18"),
    ("[202l]7O3号", "[2021]703号"),
    ("第S期", "第5期"),
    ("今午8月", "今年8月"),
    # no dates
    ("上午8点", "上午8点"),
    ("SO2排放B类", "SO2排放B类"),
    ("下午3月报", "下午3月报"),
    ("曰前", "曰前"),
    ("中午8月", "中午8月"),
]


@pytest.mark.parametrize(("text", "read"), MENDED)
def test_look_alikes(text: str, read: str) -> None:
    assert mend(text) == read


NUMBERS = [
    ("云重办〔20199号", "云重办〔2019〕9号", ("〕",)),
    ("云重办〔201916", "云重办〔2019〕16号", ("〕", "号")),
    ("云重办20199", "云重办〔2019〕9号", ("〔", "〕", "号")),
    ("云重办2019〕9号", "云重办〔2019〕9号", ("〔",)),
    ("云重办〔202\n1〕17号", "云重办〔2021〕17号", ()),
    ("云重办〔202l〕17号", "云重办〔2021〕17号", ()),
    ("第37", "第37期", ("期",)),
    ("2020年9期", "2020年第9期", ("第",)),
    ("(2020第9期)", "(2020年第9期)", ("年",)),
    ("2024年第3\n期", "2024年第3期", ()),
    ("2024年第di3期", "2024年第3期", ()),
]
NO_NUMBERS = [
    "云重办〔2019〕9号", "2020年第9期", "第 9 期", "2017-06-20", "县政府督查室2017620", "8号楼", "3期工程进展情况",
    "督查通报\n第37期", "2017年6月20日", "第三批", "时间:2017-06-20 来源:县委",
]  # fmt: skip


@pytest.mark.parametrize(("line", "restored", "lost"), NUMBERS)
def test_broken_numbers(line: str, restored: str, lost: tuple[str, ...]) -> None:
    (found,) = read_numbers(fold(f"{line}\n\n关于河道的通报\n"), READINGS)
    assert (found.restored, found.lost, found.start) == (restored, lost, 0)
    assert found.certainty > 0.9


@pytest.mark.parametrize("line", NO_NUMBERS)
def test_whole_numbers_and_other_lines_are_left(line: str) -> None:
    assert read_numbers(fold(f"{line}\n\n关于河道的通报\n"), READINGS) == []


@pytest.mark.parametrize("line", ["云重办201916", "20209"])
def test_a_number_that_may_be_a_date_is_left_open(line: str) -> None:
    (found,) = read_numbers(fold(f"{line}\n"), READINGS)
    assert found.certainty < 0.85


HEAD = "关于河道的通报\n现通报如下：\n"
MARKERS = [
    ("一、总体情况\n好。\n存在的问题\n坏。\n三、要求\n改。", ["二、存在的问题"]),
    ("一、总体情况\n好。\n、存在的问题\n坏。\n三、要求\n改。", ["二、存在的问题"]),
    ("一、总体情况\n好。\n二存在的问题\n坏。", []),
    ("一总体情况\n好。\n二存在的问题\n坏。", ["一、总体情况", "二、存在的问题"]),
    ("一、问题\n（一）水不清。有垃圾。\n路不平整。有坑。\n（三）灯不亮。坏了。", ["(二)路不平整"]),
    ("一、问题\n（一）水不清。有垃圾。\n()路不平整。有坑。\n（三）灯不亮。坏了。", ["(二)路不平整"]),
    ("一. 总体情况\n好。\n存在的问题\n坏。\n三. 要求\n改。", ["二.存在的问题"]),
    # two lines for one number, or none
    ("一、总体情况\n好。\n存在的问题\n坏。\n改进的方向\n好。\n三、要求\n改。", []),
    ("一、总体情况\n好。\n三、要求\n改。", []),
    ("一、总体情况\n好。\n二、要求\n改。\n（共印85份）", []),
    ("三江口镇\n得分\n一般情况\n", []),
]


@pytest.mark.parametrize(("body", "restored"), MARKERS)
def test_lost_enumerators(body: str, restored: list[str]) -> None:
    assert [marker.restored.replace(" ", "") for marker in lost_markers(fold(HEAD + body))] == restored


WORDS = CountWords({"个": ["督查组", "单位", "县级部门"], "家": ["企业", "单位"], "名": ["学生"]}, ["县直"])
COUNTS = [
    ("2督查组到46县级部门", ["2个督查组", "46个县级部门"]),
    ("3单位,其中5个单位,2县直单位", ["3个单位", "2个县直单位"]),
    ("3单位和2企业", [None, "2家企业"]),
    ("3企业", [None]),
    ("3家企业和12名学生", []),
    ("第3督查组和2017单位", []),
    ("占45.3企业", []),
]


@pytest.mark.parametrize(("text", "restored"), COUNTS)
def test_lost_measure_words(text: str, restored: list[str | None]) -> None:
    assert [count.restored for count in lost_counts(text, WORDS)] == restored


def test_a_count_names_its_witness() -> None:
    text = "3单位,其中5个单位,2县直单位"
    found = lost_counts(text, WORDS)[0]
    assert [text[a:b] for a, b in found.witnesses] == ["5个单位"]


def test_detection_tells_the_kinds_apart() -> None:
    text = "云重办〔20199号\n\n2017914\n现通报如下:\n一、情况\n好。\n问题\n坏。\n三、要求\n于831前,6月3l曰前改。"
    damage = detect(fold(text))
    assert [loss.kind for loss in damage.losses] == ["dates", "numbers", "enumerators", "look-alikes"]
    numbers = damage.of("numbers")
    assert numbers is not None
    assert (numbers.lost, numbers.places) == (("〕",), ((0, 10),))
    assert {"年", "月", "日", "〕", "二", "、"} <= set(damage.lost)


def test_a_sound_text_shows_no_damage() -> None:
    sound = detect(fold("云重办〔2019〕9号\n2019年7月8日\n现通报如下：\n一、情况\n好。\n二、问题\n46个单位。"))
    assert (sound.losses, sound.certainty) == ((), 0.0)
