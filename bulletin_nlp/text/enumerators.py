"""Enumerators: the markers that number the parts of a document, in the right forms and the usual wrong ones.

GB/T 9704-2012, 7.3.3 numbers 一、 (一) 1. (1); offices also write 1、 一. （一）、 ⑴ ① 第一， 首先， 其一， 一是 一要, and
technical reports 1.1, 1.1.1. Where a text lost its marks, a blank stands behind the number: 一 总体情况, 3 校车超员.
All patterns read folded text (see `fold`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CN = "一二三四五六七八九十"
_DIGIT = {c: i for i, c in enumerate("一二三四五六七八九十", 1)}
_WORDS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 0}

# What follows a decimal that counts something: 1.5万元, 3.2公里, 1.2和2.6.
_NOT_HEADED = r"\s?[万亿元个名户家座处条项亩次米公吨余多倍分岁年月日度和至到与]"
# style: (pattern with the ordinal in group "n" or a one-character or word ordinal, may it stand inside a line?)
_STYLES = {
    "cn": rf"(?P<cn>[{_CN}]{{1,3}})\s?(?:[、.]|[,:](?=\S{{2,30}}$))",
    "dec3": rf"\d{{1,2}}\.\d{{1,2}}\.(?P<dec3>\d{{1,2}})(?:[、.]|(?=\s?[\u4e00-\u9fff“《])(?!{_NOT_HEADED}))",
    "dec2": rf"\d{{1,2}}\.(?P<dec2>\d{{1,2}})(?:(?=\s?[\u4e00-\u9fff“《])(?!{_NOT_HEADED}))",
    "cn_paren": rf"\(\s?(?P<cn_paren>[{_CN}]{{1,3}})\s?\)[、.,]?",
    "num": r"(?P<num>\d{1,2})\s?(?:\.(?!\d)|\.(?=\d{1,2}月|\d{4}年|\d{1,3}(?:[家名户处项件座所人条起]|个(?!百分)))|、(?:(?=\d{1,2}月\d{1,2}日)|(?!\d{1,3}[、日月年号])))",
    "num_paren": r"(?:\(\s?(?P<num_paren>\d{1,2})\s?\)[、.,]?|(?P<num_close>\d{1,2})\)|(?P<num_glyph>[⑴-⒇]))",
    "circle": r"(?P<circle>[①-⑳❶-❿])[、.]?",
    "dot_glyph": r"(?P<dot_glyph>[⒈-⒛])",
    "is": rf"(?P<is>[{_CN}]{{1,2}})(?:是|要(?!求|点|素|么|害)|则)(?!否)",
    "nth": rf"(?:第(?P<nth>[{_CN}]{{1,2}})|(?P<nth_word>{'|'.join(_WORDS)}))\s?[,、:](?!第)",
    "qi": rf"其(?P<qi>[{_CN}]{{1,2}})\s?(?:[,、:]|是)",
    "case": rf"(?:典型)?(?:案例|案件|问题|事例|类型|事项)\s?(?P<case>[{_CN}]{{1,2}}|\d{{1,2}})\s?[:、.]",
}
_ALTERNATION = "|".join(f"(?:{pattern})" for pattern in _STYLES.values())
_LINE = re.compile(rf"\s*(?:[“\"]\s{{0,8}}(?=\())?(?:{_ALTERNATION})", re.MULTILINE)
# Where the marks were lost, a blank stands behind the numeral.
_BARE_LINE = re.compile(
    rf"\s*(?:(?P<cn>[{_CN}]{{1,3}})|(?P<num>\d{{1,2}})|第(?P<nth>[{_CN}]{{1,2}}))\s(?=[\u4e00-\u9fff“《])"
)
# Inside a line a marker stands at the start of a clause; a plain 一、 never does.
_INLINE = re.compile(
    r"(?:^|(?<=[。;:!?,”)》\n ]))\s{0,8}(?:"
    + "|".join(f"(?:{p})" for s, p in _STYLES.items() if s not in {"cn", "case", "dec2", "dec3"})
    + ")",
    re.MULTILINE,
)
_BEFORE = ' \t\n\r“"'
_GROUP_STYLE = {"num_close": "num_paren", "num_glyph": "num_paren", "nth_word": "nth", "dot_glyph": "num"}


@dataclass(frozen=True, slots=True)
class Marker:
    """An enumerator in the text: `start` to `end` are the marker's own characters, without blanks around it."""

    start: int
    end: int
    style: str
    ordinal: int | None  # None for 最后: the last, whatever its number


def chinese_ordinal(numeral: str) -> int:
    """1 … 99 from 一 … 九十九."""
    if "十" not in numeral:
        return int("".join(str(_DIGIT[c]) for c in numeral))
    tens, _, ones = numeral.partition("十")
    return _DIGIT.get(tens, 1) * 10 + (_DIGIT.get(ones, 0) if ones else 0)


def _marker(match: re.Match[str]) -> Marker:
    group = match.lastgroup or ""
    token = match.group(group)
    ordinal: int | None
    if group == "nth_word":
        ordinal = _WORDS[token] or None
    elif group in {"circle", "num_glyph", "dot_glyph"}:
        bases = {"num_glyph": "⑴", "dot_glyph": "⒈"}
        base = bases.get(group) or ("①" if token <= "⑳" else "❶")
        ordinal = ord(token) - ord(base) + 1
    else:
        ordinal = int(token) if token.isdigit() else chinese_ordinal(token)
    whole = match.group()
    start = match.end() - len(whole.lstrip(_BEFORE))
    end = match.start() + len(whole.rstrip())
    return Marker(start, end, _GROUP_STYLE.get(group, group), ordinal)


def at_line_start(folded: str, start: int, end: int, *, bare: bool = False) -> Marker | None:
    """The marker that a line begins with, blanks and an opening quotation mark before it passed over.

    Args:
        folded: folded text.
        start: where the line begins.
        end: where it ends.
        bare: whether a numeral counts that only a blank follows, as in a text that lost its marks.

    Returns:
        The marker; None where there is none.
    """
    match = _LINE.match(folded, start, end) or (_BARE_LINE.match(folded, start, end) if bare else None)
    return _marker(match) if match else None


def inside(folded: str, start: int, end: int) -> Iterator[Marker]:
    """Every marker at the start of a clause between two offsets, in order."""
    for match in _INLINE.finditer(folded, start, end):
        yield _marker(match)
