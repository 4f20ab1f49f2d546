from __future__ import annotations

from datetime import date, timedelta

import pytest

from bulletin_nlp.dates import find

DAYS = [date(2015, 1, 1) + timedelta(days=n) for n in range((date(2027, 1, 1) - date(2015, 1, 1)).days)]
DIGITS = "〇一二三四五六七八九"
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def numeral(value: int) -> str:
    tens, ones = divmod(value, 10)
    return ("" if not tens else "十" if tens == 1 else DIGITS[tens] + "十") + (DIGITS[ones] if ones or not tens else "")


def chinese(day: date, zero: str) -> str:
    year = "".join(DIGITS[int(c)] for c in str(day.year)).replace("〇", zero)
    return f"{year}年{numeral(day.month)}月{numeral(day.day)}日"


FORMS = {
    "units": lambda d: f"{d.year}年{d.month}月{d.day}日",
    "blanks": lambda d: f"{d.year} 年 {d.month:02d} 月 {d.day:02d} 日",
    "full-width": lambda d: f"{d.year}年{d.month}月{d.day}日".translate(FULL_WIDTH),
    "hyphens": lambda d: d.isoformat(),
    "dots": lambda d: f"{d.year}.{d.month}.{d.day}",
    "slashes": lambda d: f"{d.year}/{d.month}/{d.day}",
    "chinese 〇": lambda d: chinese(d, "〇"),
    "chinese ○": lambda d: chinese(d, "○"),
    "chinese О": lambda d: chinese(d, "О"),
    "chinese 零": lambda d: chinese(d, "零"),
    "chinese lost": lambda d: chinese(d, ""),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_day_is_read_back(form: str) -> None:
    wrong = []
    for day in DAYS:
        if form == "chinese lost" and day.year in (2020,):
            continue  # two zeros lost leave 二二年
        surface = FORMS[form](day)
        found = find(f"于{surface}，县")
        if [(d["value_start"], d["end"] - d["start"]) for d in found] != [(day.isoformat(), len(surface))]:
            wrong.append(surface)
    assert wrong == []


def test_every_day_is_read_back_behind_a_label() -> None:
    assert all(find(f"日期：{d:%Y%m%d}")[0]["value_start"] == d.isoformat() for d in DAYS)


def test_every_day_without_year_takes_the_bulletins() -> None:
    days = [d for d in DAYS if d.year == 2018]
    assert all(find(f"{d.month}月{d.day}日，县", "2018-12-31")[0]["value_start"] == d.isoformat() for d in days)
