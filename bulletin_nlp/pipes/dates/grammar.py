"""The date grammar: tables of words in, one compiled alternation out.

Every alternative is wrapped in a group that bears its rule's name; inside, a group's name says which field of which
endpoint it captures (`a_month__12`: slot a, field month; the number only makes it unique).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.pipes.dates.leads import leads

YEAR = r"(?:(?<!\d)(?:19|20)\d\d|(?<![〇一二三四五六七八九十])(?:一九|二[〇零0Oo]?)[〇零一二三四五六七八九0Oo]{2})"
MONTH = r"(?:(?<!\d)(?:1[0-2]|0?[1-9])|(?<![〇一二三四五六七八九十第])(?:十[一二]?|[一二三四五六七八九]))"
DAY = r"(?:\d{1,2}(?!\d)|(?:三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|初?[一二三四五六七八九]))"
NUMBER = r"(?:(?<![\d.])\d{1,3}|(?<![〇一二三四五六七八九十百第])[一二两三四五六七八九十半]{1,3})"
QUARTER = r"[一二三四1-4]"
_YYYY, _MM, _DD = r"(?:19|20)\d\d", "(?:1[0-2]|0?[1-9])", "(?:[12][0-9]|3[01]|0?[1-9])"
_CODE_BEFORE, _CODE_BEHIND = r"(?<![\d.\-/A-Za-z])", r"(?![\d%A-SU-Za-z]|[./-]\d|[万亿元个])"
_WEEKDAY = r"(?: ?\((?:星期|周|礼拜)[一二三四五六日天]\))?"
_NOT_HAO = r"(?:日(?!报|均|志)|号(?!楼|塔|线|院|机|井|地|文|公|令|桥|库|厂|店|门|车|路|坑|点|矿|泵|炉))"
_NOT_MONTH = r"(?!龄|饼|嫂|薪|租|票|球)"
_NOT_END = r"(?!数|线|册|图|层|板|座|部)"
_NOT_BEGIN = r"(?!步|审|次|级|中|验|评|定|稿|始|核|期|衷|筛|犯|选)"
_WORD_START = r"(?<![以之基相近此])(?<!今(?=后))(?<![\d几多每首一二三四五六七八九十](?=次))"
_NOT_INNER = r"(?! {0,2}\n? {0,2}(?:\d{1,2}|[一二三四五六七八九十]{1,2}) ?月|[上下]半年|第?[一二三四]季度|[底末初])"
_NOT_DAY = r"(?! {0,2}\n? {0,2}\d{1,2} ?[日号]|[上中下]旬)"
_CLOSED = r"(?=[,。;、:)\n前]|$)"


def words(items: Iterable[str]) -> str:
    """An alternation of literals, the longest first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(set(items), key=lambda w: (-len(w), w))) + ")"


Captures = tuple[tuple[int, str, str], ...]
_WORD_ONLY = re.compile(
    r"\(\?P<(?:counted_own|counted_event|recurring|fuzzy_|event_before|within_year|day_word|week>|plan|bare_part)"
)
_DIGIT_ONLY = re.compile(r"\(\?P<numeric")


@dataclass(frozen=True)
class Grammar:
    """The compiled grammar: the pattern, the places to try it at, and the value of each word by field."""

    pattern: re.Pattern[str]
    """All rules, for a place that begins with a word."""
    digits: re.Pattern[str]
    """The rules that may begin with an ASCII digit."""
    leads: re.Pattern[str]
    pattern_captures: Mapping[str, Captures]
    """For each rule of `pattern`: the groups inside the rule, as index, slot and field."""
    digits_captures: Mapping[str, Captures]
    """The same of `digits`."""
    values: Mapping[str, Mapping[str, str]]
    guards: Mapping[str, re.Pattern[str]]
    cues: Mapping[str, re.Pattern[str]]
    words: Mapping[str, Any]

    def holiday(self, code: str) -> Mapping[str, Any]:
        """The row of a holiday in the table of words."""
        return next(row for row in self.words["holidays"] if row["code"] == code)

    def dateless(self, code: str) -> bool:
        """Whether a holiday's name fixes no single day (两节)."""
        return not {"solar", "lunar", "term"} & set(self.holiday(code))


class _Builder:
    """Puts the parts of the grammar together; the same field may be captured in many places."""

    def __init__(self, table: Mapping[str, Any], lexicon: Mapping[str, Any]) -> None:
        self.table, self.lexicon = table, lexicon
        self.blank: str = table["blank"]
        self.connector = f"(?:{self.blank}{words(table['connectors'])}{self.blank})"

    def group(self, slot: str, field: str, body: str) -> str:
        return f"(?P<{slot}_{field}>{body})"

    def choice(self, slot: str, field: str, name: str) -> str:
        return self.group(slot, field, _WORD_START + words(w for key in self.table[name].values() for w in key))

    def year(self, slot: str) -> str:
        digits = self.group(slot, "year", YEAR) + self.blank + r"年(?:度(?!假))?"
        short = self.group(slot, "shortyear", r"(?<!\d)[012]\d(?=年\d{1,2}月)") + "年"
        return f"(?:{digits}|{short}|{self.choice(slot, 'yearword', 'years')}度?)"

    def month_number(self, slot: str) -> str:
        return (
            self.group(slot, "month", MONTH)
            + rf"(?: {{0,2}}|{self.blank}(?=月 ?\d{{1,2}} ?日|月[底末]?前))月份?{_NOT_MONTH}"
        )

    def month(self, slot: str) -> str:
        return f"(?:{self.month_number(slot)}|{self.choice(slot, 'monthword', 'months')}份?)"

    def day(self, slot: str) -> str:
        return self.group(slot, "day", DAY) + self.blank + _NOT_HAO + _WEEKDAY

    def part(self, slot: str, name: str) -> str:
        table = self.table[name]
        plain = words(w for key, items in table.items() if key not in ("begin", "middle", "end") for w in items)
        parts = [plain] if plain != "(?:)" else []
        parts += [words(table["end"]) + _NOT_END, words(table["begin"]) + _NOT_BEGIN]
        if "middle" in table:
            parts.append(words(table["middle"]) + _CLOSED)
        return self.group(slot, name.replace("-", "").rstrip("s"), "|".join(parts))

    def month_day(self, slot: str) -> str:
        return f"(?:{self.month(slot)}(?:{self.blank}(?:{self.day(slot)}|{self.part(slot, 'month-parts')}))?)"

    def quarter(self, slot: str) -> str:
        body = rf"(?<![〇一二三四五六七八九十\d每个])(?:第?{QUARTER}季度|前{QUARTER}个?季度)"
        first_months = self.group(slot, "firstmonths", r"前(?:1[01]|[2-9]|十一?|[二三四五六七八九])个月")
        return f"(?:{self.group(slot, 'quarter', body)}{self.part(slot, 'quarter-parts')}?|{first_months})"

    def half(self, slot: str) -> str:
        return f"(?:{self.group(slot, 'half', '[上下]半年')}{self.part(slot, 'quarter-parts')}?)"

    def bare_year_part(self, slot: str) -> str:
        body = r"(?<![\d〇一二三四五六七八九十每])(?:年底|年末(?!岁初)|年初|年中(?=[,。;、:)\n前]|$)|全年(?!龄))"
        return self.group(slot, "yearpart", body)

    def bare_month_part(self, slot: str) -> str:
        return self.group(slot, "bareend", r"(?<![\d〇一二三四五六七八九十每本上下个当同次这该份])月(?:底|末|初(?!步))")

    def end_point(self, slot: str, *extra: str) -> str:
        inner = (self.month_day(slot), self.quarter(slot), self.half(slot), self.part(slot, "year-parts"))
        full = f"{self.year(slot)}(?:{self.blank}(?:{'|'.join(inner)}))?"
        rest = [self.month_day(slot), self.quarter(slot), self.half(slot), self.bare_year_part(slot), *extra]
        return f"(?:{'|'.join([full, *rest])})"

    def bound(self) -> str:
        parts = []
        for key, entry in self.table["bounds"].items():
            guard = f"(?!{entry['not-followed-by']})" if "not-followed-by" in entry else ""
            parts.append(self.group("m", f"bound{key}", words(entry["words"]) + guard))
        return f"(?:(?:\n(?=前|之前|以前))?(?:{'|'.join(parts)}))?"

    def rule(self, name: str, *parts: str) -> str:
        return f"(?P<{name}>{''.join(parts)})"

    def rules(self) -> list[str]:
        """All alternatives, in the order in which they are tried at a position: the more specific first."""
        return [*self.numeric(), *self.counted(), *self.holiday(), *self.shared(), *self.plain(), *self.named()]

    def numeric(self) -> list[str]:
        """2017-06-20, 2017.6.20, 2017/6/20 and their ranges; a bare 2017.6 only where a second month follows."""

        def month(slot: str) -> str:
            return f"{self.group(slot, 'year', _YYYY)} ?[-./] ?{self.group(slot, 'month', _MM)}"

        def full(slot: str) -> str:
            return f"{month(slot)} ?[-./] ?{self.group(slot, 'day', _DD)}{_WEEKDAY}"

        to = " ?(?:至|到|—+|--?|~) ?"
        short = f"(?:{self.group('b', 'month', _MM)}[./-])?{self.group('b', 'day', _DD)}"
        dotted = f"{self.group('a', 'year', _YYYY)}[./]{self.group('a', 'month', _MM)}"
        dotted_last = f"{self.group('b', 'year', _YYYY)}[./]{self.group('b', 'month', _MM)}"
        return [
            self.rule("numeric_range", _CODE_BEFORE, full("a"), to, full("b"), _CODE_BEHIND, self.bound()),
            self.rule("numeric_short_range", _CODE_BEFORE, full("a"), to, short, _CODE_BEHIND, self.bound()),
            self.rule("numeric_months", _CODE_BEFORE, dotted, to, dotted_last, _CODE_BEHIND, self.bound()),
            self.rule("numeric", _CODE_BEFORE, full("a"), _CODE_BEHIND, self.bound()),
        ]

    def counted(self) -> list[str]:
        table = self.lexicon["counted"]
        units = words(u for items in table["units"].values() for u in items)

        def amount() -> str:
            return (
                self.group("m", "count", NUMBER)
                + self.blank
                + self.group("m", "unit", units)
                + "(?:左右)?"
                + words(table["within"])
            )

        events = words(table["events"])
        own = words(table["own-issue"])
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
        near = self.lexicon["fuzzy-counted"]
        return [
            self.rule("recurring", words(every["lead"]), rf"(?:{tail})", self.bound()),
            self.rule("counted_own", f"{own}{after}", amount()),
            self.rule("counted_event", rf"{events}{gap}(?:{after})?", amount()),
            self.rule("counted", amount()),
            self.rule(
                "fuzzy_counted",
                words(near["lead"]),
                self.blank,
                r"(?:\d{1,2}|[一二两三四五六七八九十几]{1,2})",
                words(near["units"]),
                f"(?:{words(near['tail'])})?",
                f"(?!{near['guard']})",
            ),
        ]

    def shared(self) -> list[str]:
        """Ranges and lists whose endpoints share a unit written once."""
        to, blank = self.connector, self.blank

        def number(slot: str, field: str, body: str) -> str:
            return self.group(slot, field, body)

        def year_first() -> str:
            return f"(?:{self.year('a')}{blank})?"

        def first_day() -> str:
            return f"{year_first()}{self.month('a')}{blank}{number('a', 'day', DAY)}"

        first_year, last_year = number("a", "year", YEAR), number("b", "year", YEAR)
        first_month, last_month = number("a", "month", MONTH), number("b", "month", MONTH)
        first_quarter, last_quarter = number("a", "quarter", QUARTER), number("b", "quarter", QUARTER)
        years = f"{first_year}(?:{blank}年)?{to}{last_year}{blank}年(?:度(?!假))?{_NOT_INNER}"
        listed = f"{first_year}、(?:{YEAR}、){{0,3}}{last_year}(?:年?(?:两|三|四|2|3|4)个年度|年(?:度)?(?! ?[0-9]))"
        pair = f"{first_year}年[、和]{last_year}年?(?:两|2)个年度"
        days = f"{first_day()}{to}{number('b', 'day', DAY)}{blank}{_NOT_HAO}{_WEEKDAY}"
        across = f"{first_day()}{to}{self.month('b')}{self.day('b')}"
        bare_days = rf"(?<![\d.〇一二三四五六七八九十]){number('a', 'day', DAY)}日?{to}{self.day('b')}"
        part = number("b", "monthpart", "[底末初]")
        months = f"{year_first()}{first_month}(?: ?月)?{to}{last_month} ?月份?{_NOT_MONTH}{part}?{_NOT_DAY}"
        several = f"{year_first()}{first_month}、(?:{MONTH}、){{0,3}}{last_month} ?月份?{_NOT_MONTH}(?! ?[0-9])"
        between = f"(?:{to}|[、和及]|(?<![0-9]))"
        quarters = f"{year_first()}第?{first_quarter}(?:季度)?{between}第?{last_quarter}季度"
        return [
            self.rule("years", years, self.bound()),
            self.rule("years_listed", f"(?:{listed}|{pair})", self.bound()),
            self.rule("days", days, self.bound()),
            self.rule("days_across", across, self.bound()),
            self.rule("months", months, self.bound()),
            self.rule("months_listed", several, self.bound()),
            self.rule("quarters", quarters, self.bound()),
            self.rule("bare_days", bare_days, self.bound()),
        ]

    def plain(self) -> list[str]:
        first = self.end_point("a", self.bare_month_part("a"))
        day_first = rf"(?<![\d.〇一二三四五六七八九十]){self.day('a')}"
        now = self.group("b", "now", "今(?!年|日|天|晚|后|冬|春)|目前|现在")
        second = self.end_point("b", self.day("b"), now)
        open_start = f"{first}(?:起)?{self.connector}{second}(?:期?止)?"
        return [
            self.rule("span", open_start, self.bound()),
            self.rule("point", first, self.bound()),
            self.rule("bare_day", day_first, self.bound()),
            self.rule("bare_part", self.group("a", "monthpart", "[上中下]旬"), self.bound()),
        ]

    def holiday(self) -> list[str]:
        """国庆节前, 2018年春节期间: a holiday alone is no date."""
        bounds = self.lexicon["holiday-bounds"]
        name = self.group("a", "holiday", words(w for row in self.lexicon["holidays"] for w in row["words"]))
        kinds = "|".join(self.group("m", f"holiday{k}", words(bounds[k])) for k in ("before", "during", "around"))
        return [self.rule("holiday", f"(?:{self.year('a')})?{name}(?:{kinds})(?!{bounds['guard']})")]

    def named(self) -> list[str]:
        lexicon = self.lexicon
        weekday = self.group("a", "weekday", "[一二三四五六日天末]")
        week = f"{self.choice('a', 'weekword', 'weeks')}{weekday}?(?!边|期|转|围|岁|报)"
        events = lexicon["events-before"]
        plans = lexicon["plans"]
        fuzzy = []
        for entry in lexicon["fuzzy"]:
            before = f"(?<!{entry['guard-before']})" if "guard-before" in entry else ""
            behind = f"(?!{entry['guard']})" if "guard" in entry else ""
            fuzzy.append(self.rule("fuzzy_" + entry["code"].replace("-", "_"), before, words(entry["words"]), behind))
        return [
            *fuzzy,
            self.rule("week", week, self.bound()),
            self.rule(
                "day_word",
                r"(?<![\d〇一二三四五六七八九十日])",
                self.choice("a", "dayword", "days"),
                r"(?!事|头条|志|报|起降|次)",
                self.bound(),
            ),
            self.rule("within_year", r"(?<![\d〇一二三四五六七八九十每今本当去明前同次全半])年内(?!部)"),
            self.rule("event_before", words(events["words"]), words(events["tail"]), f"(?!{events['guard']})"),
            self.rule(
                "plan",
                rf"[“\"‘]?{self.group('a', 'plan', words(plans['words']))}五[”\"’]?",
                self.group("a", "plantail", words(plans["tail"])),
            ),
        ]


def _numbered(pattern: str) -> str:
    """The pattern with its field groups numbered, since a name may be used once only."""
    unique = count()
    return re.sub(r"\(\?P<([abm]_\w+)>", lambda match: f"(?P<{match[1]}__{next(unique)}>", pattern)


def _captures(pattern: re.Pattern[str]) -> dict[str, Captures]:
    """The field groups of each rule: those numbered behind the rule's own group and before the next rule's."""
    found: dict[str, list[tuple[int, str, str]]] = {}
    rule = ""
    for name, index in sorted(pattern.groupindex.items(), key=lambda item: item[1]):
        if "__" in name:
            slot, field = name.split("__")[0].split("_", 1)
            found[rule].append((index, slot, field))
        else:
            rule = name
            found[rule] = []
    return {rule: tuple(groups) for rule, groups in found.items()}


def match_at(rules: Grammar, folded: str, position: int, end: int) -> re.Match[str] | None:
    """The match of the grammar that begins at a position, if any."""
    pattern = rules.digits if folded[position] in "0123456789" else rules.pattern
    return pattern.match(folded, position, end)


@compiled
def grammar() -> Grammar:
    """The grammar of the knowledge in force, compiled once."""
    source = knowledge()
    table, lexicon, cues = (source.table(f"dates/{name}") for name in ("grammar", "words", "cues"))
    builder = _Builder(table, lexicon)
    values = {
        field: {word: key for key, items in table[name].items() for word in items}
        for field, name in (
            ("yearword", "years"), ("monthword", "months"), ("weekword", "weeks"), ("dayword", "days"),
            ("monthpart", "month-parts"), ("yearpart", "year-parts"), ("quarterpart", "quarter-parts"),
        )
    }  # fmt: skip
    values["unit"] = {word: key for key, items in lexicon["counted"]["units"].items() for word in items}
    values["holiday"] = {word: h["code"] for h in lexicon["holidays"] for word in h["words"]}
    guards = {
        "counted-before": re.compile(f"(?:{lexicon['counted']['guard-before']})$"),
        "counted-behind": re.compile(lexicon["counted"]["guard"]),
        "issue-behind": re.compile(cues["issue-behind"]),
    }
    compiled = {name: re.compile(body) for name, body in cues.items() if name not in ("number-before",)}
    rules = builder.rules()
    pattern = re.compile(_numbered("|".join(rule for rule in rules if not _DIGIT_ONLY.match(rule))))
    digits = re.compile(_numbered("|".join(rule for rule in rules if not _WORD_ONLY.match(rule))))
    return Grammar(
        pattern, digits, leads(table, lexicon), _captures(pattern), _captures(digits), values, guards, compiled, lexicon
    )
