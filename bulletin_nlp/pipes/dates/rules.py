"""The rules of the date grammar: each a form, and the openings that it is tried at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from bulletin_nlp.pipes.dates.forms import DAY, MONTH, NUMBER, QUARTER, WEEKDAY, YEAR, Forms, words

_YYYY, _MM, _DD = r"(?:19|20)\d\d", "(?:1[0-2]|0?[1-9])", "(?:[12][0-9]|3[01]|0?[1-9])"
_CODE_BEFORE, _CODE_BEHIND = r"(?<![\d.\-/A-Za-z])", r"(?![\d%A-SU-Za-z]|[./-]\d|[万亿元个])"
_NOT_INNER = r"(?! {0,2}\n? {0,2}(?:\d{1,2}|[一二三四五六七八九十]{1,2}) ?月|[上下]半年|第?[一二三四]季度|[底末初])"
_NOT_DAY = r"(?! {0,2}\n? {0,2}\d{1,2} ?[日号]|[上中下]旬)"

_LUNAR_DAY = "初[一二三四五六七八九十]|十[一二三四五六七八九]|(?:二十|廿)[一二三四五六七八九]?|三十"
_NO_LENGTH = "(?!内|之内|以内|均)"


class Rule(NamedTuple):
    """A rule of the grammar."""

    name: str
    form: str
    """The regular expression, its fields captured by name."""
    openings: frozenset[str]
    """Keys of `openings.opening`: kinds of numbers, and first characters of words."""


class Rules(Forms):
    """The rules of one knowledge, in the order in which they are tried at a place: the more specific first.

    Args:
        table: the table `dates/grammar`.
        lexicon: the table `dates/words`.
    """

    def __init__(self, table: Mapping[str, Any], lexicon: Mapping[str, Any]) -> None:
        super().__init__(table)
        self.lexicon = lexicon
        self.years = self._firsts(w for items in table["years"].values() for w in items)
        self.months = self._firsts(w for items in table["months"].values() for w in items)

    def all(self) -> list[Rule]:
        """All rules."""
        return [
            *self._numeric(),
            *self._counted(),
            *self._holiday(),
            *self._terms(),
            *self._shared(),
            *self._plain(),
            *self._named(),
        ]

    @staticmethod
    def _firsts(items: Iterable[str]) -> set[str]:
        return {word[0] for word in items}

    @staticmethod
    def _rule(name: str, openings: Iterable[str], *parts: str) -> Rule:
        return Rule(name, "".join(parts), frozenset(openings))

    def _numeric(self) -> list[Rule]:
        """2017-06-20, 2017.6.20, 2017/6/20 and their ranges; a bare 2017.6 only where a second month follows."""

        def month(slot: str) -> str:
            return f"{self.group(slot, 'year', _YYYY)} ?[-./] ?{self.group(slot, 'month', _MM)}"

        def full(slot: str) -> str:
            return f"{month(slot)} ?[-./] ?{self.group(slot, 'day', _DD)}{WEEKDAY}"

        to = " ?(?:至|到|—+|--?|~) ?"
        short = f"(?:{self.group('b', 'month', _MM)}[./-])?{self.group('b', 'day', _DD)}"
        last = f"(?:{to}(?:{full('b')}|{short}))?"
        dotted = f"{self.group('a', 'year', _YYYY)}[./]{self.group('a', 'month', _MM)}"
        dotted_last = f"{self.group('b', 'year', _YYYY)}[./]{self.group('b', 'month', _MM)}"
        behind = _CODE_BEHIND + self.bound()
        day = rf"(?:(?<=[: ])|(?=[\d.]{{3,5}}[之以]?前)){self.group('a', 'month', _MM)}\.{self.group('a', 'day', _DD)}(?![\d.%])"
        return [
            self._rule("numeric", {"point"}, _CODE_BEFORE, full("a"), last, behind),
            self._rule("numeric_months", {"point"}, _CODE_BEFORE, dotted, to, dotted_last, behind),
            self._rule("numeric_day", {"point"}, day, self.bound()),
        ]

    def _counted(self) -> list[Rule]:
        table, near = self.lexicon["counted"], self.lexicon["fuzzy-counted"]
        units = words(u for items in table["units"].values() for u in items if u != "月")
        few = self.group("m", "count", "[一两半]") + self.group("m", "unit", "月")
        many = self.group("m", "count", NUMBER) + self.blank + self.group("m", "unit", units)
        amount = f"(?:{many}|{few})(?:左右)?{words(table['within'])}"
        after = words(table["after"])
        gap = r"[^,。;:!?()《》“”\n ]{0,10}?"
        every = self.lexicon["recurring"]
        quarter_day = f"(?:首月|第一个月|末月|次月|后){self.day('a')}"
        tail = "|".join(
            [
                rf"年度?(?:{self.month_day('a')}|{self.part('a', 'year-parts')})",
                rf"(?:个?月)(?:{self.day('a')}|{self.part('a', 'month-parts')})",
                f"个?季度?(?:{self.part('a', 'quarter-parts')}(?:月{self.day('a')}|月)?|{quarter_day})",
                r"(?:个?(?:周|星期))[一二三四五六日天末]",
                r"半年[底末]",
            ]
        )
        counted_back = (
            words(near["lead"]) + self.blank + r"(?:\d{1,2}|[一二两三四五六七八九十几]{1,2})" + words(near["units"])
        )
        return [
            self._rule("recurring", self._firsts(every["lead"]), words(every["lead"]), f"(?:{tail})", self.bound()),
            self._rule("counted_own", self._firsts(table["own-issue"]), words(table["own-issue"]), after, amount),
            self._rule(
                "counted_event", self._firsts(table["events"]), words(table["events"]), gap, f"(?:{after})?", amount
            ),
            self._rule("counted", {"counted", "year", "month", "day"}, amount),
            self._rule(
                "fuzzy_counted",
                self._firsts(near["lead"]),
                f"(?<!{near['guard-before']})",
                counted_back,
                f"(?:{words(near['tail'])})?(?!{near['guard']})",
            ),
        ]

    def _holiday(self) -> list[Rule]:
        """国庆节前, 2018年春节期间: a holiday alone is no date."""
        bounds = self.lexicon["holiday-bounds"]
        names = [w for row in self.lexicon["holidays"] for w in row["words"]]
        name = self.group("a", "holiday", words(names))
        kinds = "|".join(self.group("m", f"holiday{k}", words(bounds[k])) for k in ("before", "during", "around"))
        openings = {"year", *self.years, *self._firsts(names)}
        return [self._rule("holiday", openings, f"(?:{self.year('a')})?{name}(?:{kinds})(?!{bounds['guard']})")]

    def _terms(self) -> list[Rule]:
        """秋季学期开学前, 2021年秋季学期."""
        terms = self.lexicon["terms"]
        before_term = self.group("m", "boundbefore", words(terms["before"]))
        term = f"(?:{self.year('a')}{self.blank})?{words(terms['words'])}(?:{before_term}|{words(terms['behind'])})?"
        return [self._rule("term", {"year", *self.years, *self._firsts(terms["words"])}, term)]

    def _shared(self) -> list[Rule]:
        """Ranges and lists whose endpoints share a unit written once."""
        to, blank, group, bound = self.connector, self.blank, self.group, self.bound()
        year_first = f"(?:{self.year('a')}{blank})?"
        first_day = f"(?>{year_first}{self.month('a')}{blank}{group('a', 'day', DAY)})"
        first_year, last_year = group("a", "year", YEAR), group("b", "year", YEAR)
        first_month, last_month = group("a", "month", MONTH), group("b", "month", MONTH)
        first_quarter, last_quarter = group("a", "quarter", QUARTER), group("b", "quarter", QUARTER)
        guarded = self.not_behind("month")
        years = f"{first_year}(?:{blank}年)?{to}{last_year}{blank}年{self.degree()}{_NOT_INNER}"
        listed = f"{first_year}、(?:{YEAR}、){{0,3}}{last_year}(?:年?(?:两|三|四|2|3|4)个年度|年(?:度)?(?! ?[0-9]))"
        pair = f"{first_year}年[、和]{last_year}年?(?:两|2)个年度"
        day_last = f"{group('b', 'day', DAY)}{blank}{self.day_mark()}"
        days = f"{first_day}{to}(?:{day_last}|{self.month('b')}{self.day('b')})"
        bare_days = rf"(?<![\d.〇一二三四五六七八九十]){group('a', 'day', DAY)}日?{to}{self.day('b', alone=True)}"
        part = group("b", "monthpart", "[底末初]")
        months = f"{year_first}{first_month}(?: ?月)?{to}{last_month} ?月份?{guarded}{part}?{_NOT_DAY}"
        several = f"{year_first}{first_month}、(?:{MONTH}、){{0,3}}{last_month} ?月份?{guarded}(?! ?[0-9])"
        quarters = f"{year_first}第?{first_quarter}(?:(?:季度)?{to}|[、和及]|(?<![0-9]))第?{last_quarter}季度"
        dated = {"year", *self.years}
        # A cheap look for a connector spares the many single days a full trial.
        marks = re.escape("".join(sorted({word[-1] for word in self.table["connectors"]})))
        ahead = rf"(?=[^{marks},。;]{{1,24}}[{marks}])"
        return [
            self._rule("years", {"year", "to", "point"}, ahead, years, bound),
            self._rule("years_listed", {"year", "list"}, f"(?:{listed}|{pair})", bound),
            self._rule("days", {*dated, "month", *self.months}, ahead, days, bound),
            self._rule("months", {*dated, "month", "to", "point"}, ahead, months, bound),
            self._rule("months_listed", {*dated, "list"}, several, bound),
            self._rule("quarters", {*dated, "quarter", "to", "point", "list", "第"}, quarters, bound),
            self._rule("bare_days", {"day", "to", "point"}, bare_days, _NO_LENGTH, bound),
        ]

    def _plain(self) -> list[Rule]:
        first = self.end_point("a", self.bare_month_part("a"))
        day_first = rf"(?<![\d.〇一二三四五六七八九十]){self.day('a', alone=True)}"
        now = self.group("b", "now", "今(?!年|日|天|晚|后|冬|春)|目前|现在")
        last = f"(?:起?{words(self.table['day-parts'])}?{self.connector}{self.end_point('b', self.day('b'), now)}(?:期?止)?)?"
        openings = {"year", "month", "quarter", *self.years, *self.months, *"第前上下年月全"}
        return [
            self._rule("point", openings, first, last, self.bound()),
            self._rule("bare_day", {"day"}, day_first, _NO_LENGTH, self.bound()),
            self._rule("bare_part", set("上中下"), self.group("a", "monthpart", "[上中下]旬"), self.bound()),
        ]

    def _lunar_month(self) -> str:
        return self.group("a", "lunarmonth", words(self.lexicon["lunar"]["months"]))

    def _named(self) -> list[Rule]:
        lexicon, table = self.lexicon, self.table
        events, plans = lexicon["events-before"], lexicon["plans"]
        fuzzy = []
        for entry in lexicon["fuzzy"]:
            before = f"(?<!{entry['guard-before']})" if "guard-before" in entry else ""
            behind = f"(?!{entry['guard']})" if "guard" in entry else ""
            name = "fuzzy_" + entry["code"].replace("-", "_")
            fuzzy.append(self._rule(name, self._firsts(entry["words"]), before, words(entry["words"]), behind))
        weekday = self.group("a", "weekday", "[一二三四五六日天末]")
        week = f"{self.choice('a', 'weekword', 'weeks')}{weekday}?{self.not_behind('week')}"
        day = f"(?<![\\d〇一二三四五六七八九十日]){self.choice('a', 'dayword', 'days')}{self.not_behind('day-word')}"
        within = r"(?<![\d〇一二三四五六七八九十每今本当去明前同次全半])年内(?!部)"
        before_event = f"{words(events['words'])}{words(events['tail'])}(?!{events['guard']})"
        plan = self.group("a", "plan", words(plans["words"]))
        plan = rf"(?:[“\"‘]?{plan}五[”\"’]?|第{plan}个五年(?:规划|计划))"
        ago, lunar = lexicon["ago"], lexicon["lunar"]
        past = rf"(?<![\d第])(?:\d{{1,2}}|[一二两三四五六七八九十几]{{1,2}}){words(ago['units'])}前(?={ago['behind']})"
        named = f"{lunar['named']}(?:{self.group('a', 'lunarmonth', '[一二三四五六七八九]|十[一二]?')}月|{self._lunar_month()})"
        moon = f"(?:{named}|{self._lunar_month()}){self.group('a', 'lunarday', _LUNAR_DAY)}"
        return [
            *fuzzy,
            self._rule("fuzzy_ago", {"year", "counted"}, past),
            self._rule("lunar", {lunar["named"][0], *self._firsts(lunar["months"])}, moon, self.bound()),
            self._rule("week", self._firsts(w for items in table["weeks"].values() for w in items), week, self.bound()),
            self._rule(
                "day_word", self._firsts(w for items in table["days"].values() for w in items), day, self.bound()
            ),
            self._rule("within_year", "年", within),
            self._rule("event_before", self._firsts(events["words"]), before_event),
            self._rule(
                "plan",
                {*self._firsts(plans["words"]), *'“"‘第'},
                plan,
                self.group("a", "plantail", words(plans["tail"])),
            ),
        ]
