"""Mentions without a name: collectives (各乡镇), some (部分单位), counted (46个县级部门), and class nouns that act."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bulletin_nlp.knowledge.load import compiled
from bulletin_nlp.pipes.units.canvas import CJK
from bulletin_nlp.pipes.units.draft import Draft
from bulletin_nlp.pipes.units.grammar import alternation, grammar
from bulletin_nlp.records.unit import Quantifier

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_NUMBER = r"(?:\d{1,5}|[一二两三四五六七八九十百]{1,4})"
_START = r"(?:^|(?<=[\n。;:,、!?“”\"()\s]))"


@dataclass(frozen=True)
class Classes:
    """Expressions for mentions without a name."""

    collective: re.Pattern[str]
    topic: re.Pattern[str]
    governed: re.Pattern[str]
    pointing: re.Pattern[str]
    organs: re.Pattern[str]
    fields: re.Pattern[str]
    quantified: re.Pattern[str]
    counted: re.Pattern[str]
    counted_after: re.Pattern[str]
    teams: re.Pattern[str]
    actor: re.Pattern[str]
    actor_object: re.Pattern[str]
    open_list: re.Pattern[str]
    elliptic: re.Pattern[str]
    quantifiers: dict[str, Quantifier]


@compiled
def classes() -> Classes:
    """The expressions of the shipped knowledge."""
    t = grammar().table
    nouns, tails = alternation(t["nouns"]), alternation(t["tails"])
    some_nouns = alternation([*t["nouns"], *t["uncounted_nouns"]])
    words = {word: code for code, group in t["quantifiers"].items() for word in group}
    quantifiers = alternation(list(words))
    kept = frozenset(t["stops_in_names_only"])
    stop = alternation([word for word in t["stops"] if word not in kept])
    inner = rf"(?:(?!{stop})[{CJK}“”])"
    loose = rf"(?:国有|民营|(?![对将把被要应未已仍有在向给])[{CJK}“”\d])"
    levels = "[县市区州省旗镇乡]"
    group = rf"(?:{nouns}){{1,2}}(?:{tails})?"
    more = rf"(?:(?:、|和|及|以及)(?!各)(?:{levels}[级直])?(?:{nouns})(?:{tails})?){{0,3}}"
    heads = alternation(t["collective_heads"])
    fields = alternation(t["fields"])
    counter = "".join(t["counters"])
    actors, after, before = (alternation(t[k]) for k in ("actors", "actor_after", "actor_before"))
    teams = alternation(t["teams"])
    return Classes(
        collective=re.compile(
            rf"各(?:县|区|市|县市区)?(?:[县市区]?\([市区县、]{{1,3}}\))?[{CJK}]{{2,12}}局(?:\([{CJK}]{{2,4}}\))?(?:、[{CJK}]{{2,12}}局){{0,5}}(?=[,。;:、要应须])|"
            rf"(?:全[县市区省州旗镇乡](?:上下)?)?(?:{heads})?各(?:级党委、?政府和?各?|级、?各?|县[(]市、区[)])?{inner}{{0,14}}?{group}{more}"
            rf"|各[省](?:、自治区)?(?:、直辖市)?(?:{tails})|各级各部门|各地(?![点段块带])(?:各(?:有关|相关)?(?:部门|单位))?|各方(?=[要应协])"
        ),
        topic=re.compile("|".join(t["class_topics"]), re.MULTILINE),
        governed=re.compile(
            rf"(?:全)?(?:{levels}|中央和?省?|国家)[级直属管驻](?:和驻{levels})?(?:各|机关各|机关)?(有关|相关)?{inner}{{0,6}}?(?:单位|部门|机关|企业|企事业单位|学校|医院)(?:和(?:有关)?(?:单位|部门|企业))?"
            rf"|{levels}级{inner}{{2,8}}?局(?=[要应须未对均将会在])"
            rf"|驻{levels}(?:各)?(有关|相关)?(?:各)?(?:单位|部门|企业)|直辖市(?:{tails})"
        ),
        pointing=re.compile(rf"(?:{alternation(t['pointing'])})(?:的)?{inner}{{0,6}}?(?:{nouns})(?<!学校食堂)(?!食堂)"),
        organs=re.compile(alternation(t["organs"])),
        fields=re.compile(
            rf"(?:各级)?(?:(?:{fields})(?:、|和|及|与)){{0,6}}(?:{fields})(?:主管|监管|管理)?部门(?:和(?=单位)单位)?"
        ),
        quantified=re.compile(
            rf"(?:{levels}[级直]|{levels})?(?<!短)({quantifiers})(?:的)?{inner}{{0,8}}?(?:{some_nouns}){{1,2}}(?:{tails})?{more}"
        ),
        counted=re.compile(
            rf"(?:其余|其他|另外)?(?<![\d第])({_NUMBER})[余多]?(?:[{counter}](?!{alternation(t['not_counted'])})(?:[省市县]级)?{loose}{{0,14}}?(?:{nouns}){{1,2}}(?:{tails})?(?:\([{CJK}]{{1,6}}\))?"
            rf"|家[{CJK}]{{0,4}}(?:店|厂|站|场|馆|院|户))"
        ),
        counted_after=re.compile(
            rf"(?:企业|公司|药店|经营户|经营者|商户|门店|单位|学校|医院|商店|超市|餐馆|餐饮店|加油站|幼儿园|养殖场|机构|作坊|合作社|工厂|店)({_NUMBER})[余多]?家"
            rf"|(?<![{CJK}])(?:企业|单位|乡镇|部门|学校|医院|行政村|村)({_NUMBER})[余多]?个"
        ),
        teams=re.compile(
            rf"(?:({_NUMBER})个)?(?:{alternation(t['team_before'])})?(?:{teams})|({_NUMBER})个小?组(?=[,、对分赴采深])"
        ),
        actor=re.compile(rf"{_START}(?:“)?({actors})(?={after})"),
        actor_object=re.compile(
            rf"(?:{before})({actors})(?={after}|[、,。;摸])|(?:{alternation(t['actor_charged'])})({actors})(?![的{CJK}]?[长们的])"
        ),
        open_list=re.compile(
            r"等(部门|单位|乡镇|企业|地方|镇街)(?=[^{}])".replace(
                "[^{}]", rf"[^{CJK}]|[要应须未对在将不联实协分均进共按的配])"
            )[:-1]
        ),
        elliptic=re.compile(rf"{_START}(有的|有些)(?=[对未没不把将只仅还以用在甚]|{inner}{{0,6}}?(?:不|未|没有))"),
        quantifiers=words,
    )


def number(digits: str) -> int | None:
    """The value of a count in Arabic or plain Chinese numerals below a thousand, else None."""
    if digits.isdecimal():
        return int(digits)
    total, pending = 0, 0
    for c in digits:
        if c in _DIGITS:
            pending = _DIGITS[c]
        else:
            total += (pending or 1) * {"十": 10, "百": 100}[c]
            pending = 0
    return total + pending


class Unnamed:
    """Finds the mentions without a name of one canvas."""

    def __init__(self, s: str) -> None:
        self.s = s

    def find(self) -> Iterator[Draft]:
        """All collective and anonymous mentions; they may overlap, the longest to be kept."""
        c, s = classes(), self.s
        for m in c.collective.finditer(s):
            if c.topic.match(s, m.end()):
                continue
            yield Draft(m.start(), m.end(), "collective", "each", "all")
        for m in c.governed.finditer(s):
            some = bool(re.search("有关|相关", m[0])) and "各" not in m[0]
            if (s.startswith(("方面", "("), m.end()) and not some) or c.topic.match(s, m.end()):
                continue
            yield Draft(
                m.start(), m.end(), "anonymous" if some else "collective", "governed", "unknown" if some else "all"
            )
        for m in c.pointing.finditer(s):
            some = bool(re.search("有关|相关|部分|个别", m[0]))
            yield Draft(
                m.start(), m.end(), "anonymous" if some else "collective", "pointing", "unknown" if some else "all"
            )
        for m in c.organs.finditer(s):
            yield Draft(m.start(), m.end(), "collective", "organs-class")
        for m in c.fields.finditer(s):
            yield Draft(m.start(), m.end(), "collective", "fields", "all")
        for m in c.quantified.finditer(s):
            if m[1] == "某":
                continue
            code = c.quantifiers[m[1]]
            yield Draft(m.start(), m.end(), "collective" if code == "all" else "anonymous", "quantified", code)
        for m in c.counted.finditer(s):
            yield Draft(m.start(), m.end(), "anonymous", "counted", "count", number(m[1]))
        for m in c.counted_after.finditer(s):
            yield Draft(self._left(m.start()), m.end(), "anonymous", "counted-after", "count", number(m[1] or m[2]))
        for m in c.teams.finditer(s):
            if self._is_team(m.start(), m.end()):
                counted = m[1] or m[2]
                count = number(counted) if counted else None
                yield Draft(m.start(), m.end(), "anonymous", "team", "count" if counted else None, count)
        for pattern, rule in ((c.actor, "acting-class"), (c.actor_object, "charged-class")):
            for m in pattern.finditer(s):
                yield Draft(*m.span(m.lastindex or 1), "collective", rule)
        for m in c.open_list.finditer(s):
            yield Draft(m.start(1), m.end(1), "anonymous", "open-list", "unknown")
        for m in c.elliptic.finditer(s):
            yield Draft(m.start(1), m.end(1), "anonymous", "elliptic", "some")

    def _is_team(self, start: int, end: int) -> bool:
        before, after = self.s[max(0, start - 1) : start], self.s[end : end + 1]
        return before not in ("第",) and after not in ("织", "长", "员")

    def _left(self, at: int) -> int:
        """Where the class before a count begins: 检查|校园周边食品经营户231家."""
        s, start = self.s, at
        while start > max(0, at - 10) and "\u4e00" <= s[start - 1] <= "\u9fff":
            start -= 1
        begin = start
        for match in grammar().cutter.finditer(s, start, at):
            begin = match.end()
        return begin
