"""The forms of a date expression as regular expressions, put together from the tables of words.

A form captures the fields of an endpoint: `a_month` is the month of the first endpoint, `b_day` the day of the second,
`m_…` what belongs to neither. The same field may be captured at many places of a form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

YEAR = r"(?:(?<!\d)(?:(?:19|20)\d\d|(?=\d{1,3} )(?:1 ?9|2 ?0) ?\d ?\d(?= {0,2}年))|(?<![〇一二三四五六七八九十])(?:一九|二[〇零0Oo]?)[〇零一二三四五六七八九0Oo]{2})"
MONTH = r"(?:(?<!\d)(?:1[0-2]|0?[1-9](?! [0-2] ?月)|1 [0-2](?= ?月)|\d\d?(?=月\d{1,2}[日号]))|(?<![\d单百千万亿])元(?=月)|(?<![〇一二三四五六七八九十第])(?:十[一二]?|[一二三四五六七八九]))"
DAY = r"(?:\d{1,2}(?! ?\d)|[1-3][ \n]\d(?= ?[日号])|(?:三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|初?[一二三四五六七八九]))"
NUMBER = r"(?:(?<![\d.])\d{1,3}|(?<![〇一二三四五六七八九十百第])[一二两三四五六七八九十半]{1,3})"
QUARTER = r"[一二三四1-4]"
WEEKDAY = r"(?: ?\((?:星期|周|礼拜)[一二三四五六日天]\))?"


def words(items: Iterable[str]) -> str:
    """An alternation of literals, the longest first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(set(items), key=lambda w: (-len(w), w))) + ")"


class Forms:
    """The forms that several rules share.

    Args:
        table: the table `dates/grammar`: words, parts, bounds and guards.
    """

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.table = table
        self.blank: str = table["blank"]
        self.connector = f"(?:{self.blank}{words(table['connectors'])}{self.blank})"
        self.guards: Mapping[str, str] = {name: entry["pattern"] for name, entry in table["guards"].items()}

    def group(self, slot: str, field: str, body: str) -> str:
        """A captured field of an endpoint."""
        return f"(?P<{slot}_{field}>{body})"

    def not_behind(self, name: str) -> str:
        """The guard of a unit: what must not stand behind it."""
        return f"(?!{self.guards[name]})"

    def choice(self, slot: str, field: str, name: str) -> str:
        """One of the words of a table such as `years`: 今年, 去年 …"""
        listed = words(w for key in self.table[name].values() for w in key)
        return self.group(slot, field, f"{self.table['word-start']}{listed}")

    def year(self, slot: str) -> str:
        """2017年, 2017年度, 17年 before a month, 今年."""
        digits = self.group(slot, "year", YEAR) + self.blank + "年" + self.degree()
        short = self.group(slot, "shortyear", r"(?<!\d)[012]\d(?=年\d{1,2}月)") + "年"
        return f"(?:{digits}|{short}|{self.choice(slot, 'yearword', 'years')}{self.degree()})"

    def degree(self) -> str:
        """度 of 年度, where it does not begin another word."""
        return f"(?:度{self.not_behind('degree')})?"

    def month_number(self, slot: str) -> str:
        """5月, 五月份."""
        behind = rf"(?: {{0,2}}|{self.blank}(?=月 ?\d{{1,2}} ?日|月[底末]?前))月份?{self.not_behind('month')}"
        return self.group(slot, "month", MONTH) + behind

    def month(self, slot: str) -> str:
        """5月, 本月."""
        return f"(?:{self.month_number(slot)}|{self.choice(slot, 'monthword', 'months')}份?)"

    def day_mark(self, *, alone: bool = False) -> str:
        """日 or 号, and a weekday in brackets; `alone` where no month stands before it."""
        guard = self.not_behind("day") if alone else ""
        return f"(?:日{guard}|号{self.not_behind('number')}){WEEKDAY}"

    def day(self, slot: str, *, alone: bool = False) -> str:
        """22日, 二十二号."""
        return self.group(slot, "day", DAY) + self.blank + self.day_mark(alone=alone)

    def part(self, slot: str, name: str) -> str:
        """A part of a month, quarter or year: 上旬, 底, 初."""
        table = self.table[name]
        plain = words(w for key, items in table.items() if key not in ("begin", "middle", "end") for w in items)
        parts = [plain] if plain != "(?:)" else []
        parts += [words(table["end"]) + self.not_behind("end"), words(table["begin"]) + self.not_behind("begin")]
        for word in table.get("middle", ()):
            parts.append(word + (self.not_behind("middle") if len(word) > 1 else f"(?={self.table['middle-behind']})"))
        return self.group(slot, name.replace("-", "").rstrip("s"), "|".join(parts))

    def month_day(self, slot: str) -> str:
        """5月, 5月22日, 5月下旬, 5月底."""
        return f"(?:{self.month(slot)}(?:{self.blank}(?:{self.day(slot)}|{self.part(slot, 'month-parts')}))?)"

    def quarter(self, slot: str) -> str:
        """一季度, 前三季度, 前10个月."""
        body = rf"(?<![〇一二三四五六七八九十\d每个])(?:第?{QUARTER}季\n?度|前{QUARTER}个?季度)"
        first_months = self.group(slot, "firstmonths", r"前(?:1[01]|[2-9]|十一?|[二三四五六七八九])个月")
        return f"(?:{self.group(slot, 'quarter', body)}{self.part(slot, 'quarter-parts')}?|{first_months})"

    def half(self, slot: str) -> str:
        """上半年, 下半年末."""
        return f"(?:{self.group(slot, 'half', '[上下]半年')}{self.part(slot, 'quarter-parts')}?)"

    def bare_year_part(self, slot: str) -> str:
        """年底 of the year that the context names."""
        body = rf"(?<![\d〇一二三四五六七八九十每])(?:年底|年末(?!岁初)|年终(?!目标|考核|总结|述职|奖|绩效)|年初|年中(?={self.table['middle-behind']})|全年(?!龄|工作))"
        return self.group(slot, "yearpart", body)

    def bare_month_part(self, slot: str) -> str:
        """月底 of the month of the bulletin."""
        return self.group(slot, "bareend", r"(?<![\d〇一二三四五六七八九十每本上下个当同次这该份])月(?:底|末|初(?!步))")

    def end_point(self, slot: str, *extra: str) -> str:
        """Any single calendar expression."""
        inner = (self.month_day(slot), self.quarter(slot), self.half(slot), self.part(slot, "year-parts"))
        full = f"{self.year(slot)}(?:{self.blank}(?:{'|'.join(inner)}))?"
        rest = [self.month_day(slot), self.quarter(slot), self.half(slot), self.bare_year_part(slot), *extra]
        return f"(?:{'|'.join([full, *rest])})"

    def bound(self) -> str:
        """前, 内, 止, 以来, 起: how the expression bounds an act; may be absent."""
        parts = []
        for key, entry in self.table["bounds"].items():
            guard = f"(?!{entry['not-followed-by']})" if "not-followed-by" in entry else ""
            parts.append(self.group("m", f"bound{key}", words(entry["words"]) + guard))
        return f"(?:(?:\n(?=前|之前|以前|以来)| (?=前|之前|以前))?(?:{'|'.join(parts)}))?"
