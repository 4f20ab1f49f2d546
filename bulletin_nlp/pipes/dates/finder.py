"""Finds date expressions in a text: one scan of the compiled grammar, guards for what only looks like a date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bulletin_nlp.pipes.dates.cells import cell_dates, labelled_dates
from bulletin_nlp.pipes.dates.cues import Surroundings
from bulletin_nlp.pipes.dates.damaged import damaged_runs
from bulletin_nlp.pipes.dates.grammar import Grammar, grammar
from bulletin_nlp.pipes.dates.mention import DateMention, Endpoint
from bulletin_nlp.pipes.dates.normalise import Fields
from bulletin_nlp.text.damage import mend
from bulletin_nlp.text.fold import fold

if TYPE_CHECKING:
    from bulletin_nlp.records.date import DateKind, Granularity

_DUE = {"before", "within", "until"}
_CLOCK = re.compile(
    r" ?(?:上午|下午|中午|晚上|晚|凌晨|早上?)? ?"
    r"(?:\d{1,2}(?::\d\d|[时点](?:\d{1,2}分|半|整)?)|[一二三四五六七八九十]{1,3}[时点])?(?:下班)?(?:之前|以前|前)(?!期|往)"
)
_CUED = re.compile(r"(?:[于自从至在到截(,。;:、和及与—~-]|^|\n {0,4})$")
_NEAR = 200
_LOST_ZERO = re.compile(r"(二)[一二三][〇零一二三四五六七八九]年")


def find(text: str) -> list[DateMention]:
    """All date expressions of a text, in order, without overlap.

    Args:
        text: any text; offsets of the result are code points of it, half-open.

    Returns:
        One mention for each expression. Nothing between 《 and 》 is a mention, nor is an issue or document number.
    """
    return find_in(fold(text))


def find_in(read: str) -> list[DateMention]:
    """As `find`, of a text in folded form."""
    folded = mend(read)
    rules = grammar()
    titles = _titles(folded) if "《" in folded else []
    found = [*labelled_dates(folded, rules), *damaged_runs(folded, rules)]
    found += _plain(folded, rules, sorted((m["start"], m["end"]) for m in found))
    found += cell_dates(folded, found)
    if not found:
        return found
    surroundings = Surroundings(folded, rules)
    kept: list[DateMention] = []
    ahead = iter(titles)
    title = next(ahead, None)
    for mention in sorted(found, key=lambda m: (m["start"], -m["end"])):
        while title and title[1] <= mention["start"]:
            title = next(ahead, None)
        if (title and title[0] <= mention["start"]) or (kept and mention["start"] < kept[-1]["end"]):
            continue
        mention["breaks"] = surroundings.breaks(kept[-1] if kept else None, mention)
        if mention["rule"] == "day_word" and not _has_antecedent(rules, folded, kept, mention):
            continue
        if mention["rule"] in ("bare_day", "bare_days", "bare_part") and not _has_month(folded, rules, kept, mention):
            continue
        surroundings.mark(mention)
        if lost := _LOST_ZERO.match(folded, mention["start"]):
            mention["mended"] = f"{lost[1]}〇{folded[lost.end(1) : mention['end']]}"
        elif (
            folded is not read and folded[mention["start"] : mention["end"]] != read[mention["start"] : mention["end"]]
        ):
            mention["mended"] = folded[mention["start"] : mention["end"]]
        kept.append(mention)
    return kept


def _titles(folded: str) -> list[tuple[int, int]]:
    """The stretches between 《 and its 》, an unclosed one left out."""
    spans, depth, start = [], 0, 0
    for match in re.finditer(r"[《》\n]", folded):
        if match[0] == "《":
            start = start if depth else match.start()
            depth += 1
        elif match[0] == "\n" and depth and match.start() - start > 80:
            depth = 0
        elif match[0] == "》" and depth:
            depth -= 1
            if not depth:
                spans.append((start, match.end()))
    return spans


def _plain(folded: str, rules: Grammar, taken: list[tuple[int, int]]) -> list[DateMention]:
    """The matches of the grammar outside the stretches already taken, in order."""
    found: list[DateMention] = []
    position = 0
    for begin, end in [*taken, (len(folded), len(folded))]:
        while lead := rules.leads.search(folded, position, begin):
            position = lead.start() + 1
            if (match := rules.match(folded, lead.start(), begin)) and (mention := _mention(*match, folded, rules)):
                found.append(mention)
                position = match[0].end()
        position = end
    return found


def _mention(match: re.Match[str], fields: Fields, folded: str, rules: Grammar) -> DateMention | None:
    start, end = match.span()
    surface = match[0]
    while surface.endswith((" ", "\n")):
        surface, end = surface[:-1], end - 1
    if _is_number(fields, rules, folded, start, end, surface):
        return None
    bound = fields.bound
    if fields.rule == "plan" and surface.endswith("以来"):
        bound = "since"
    if bound is None and fields.rule != "counted" and _CLOCK.match(folded, end):
        bound = "before"
    if bound is None and surface.endswith(")") and "(" in surface:
        end = start + surface.rindex("(")
    grain = fields.granularity
    if fields.rule == "recurring" and "month" not in fields.first:
        grain = _cycle(surface, fields.first)
    return DateMention(
        start=start, end=end, kind=_kind(fields, bound), rule=fields.rule, granularity=grain, first=fields.first,
        last=fields.last, bound=bound, cues=[], count=fields.counted,
        event=surface if fields.rule == "counted_event" else None, run=None, mended=None, breaks=3,
    )  # fmt: skip


def _cycle(surface: str, first: Endpoint) -> Granularity:
    """The grain of a recurring date: a day where it names one, else the cycle whose end it names."""
    if "day" in first or "周" in surface or "星期" in surface:
        return "day"
    if first.get("part") in ("early", "mid", "late"):
        return "ten-days"
    return "quarter" if "季" in surface else "month" if "月" in surface else "halfyear" if "半年" in surface else "year"


def _kind(fields: Fields, bound: str | None) -> DateKind:
    rule, first = fields.rule, fields.first
    if rule == "recurring":
        return "recurring"
    if rule.startswith("fuzzy") or bound == "around" or (rule == "term" and bound is None):
        return "fuzzy"
    if bound in _DUE or rule in ("within_year", "event_before") or rule.startswith("counted"):
        return "deadline"
    if fields.last is not None:
        return "range"
    if rule == "holiday" and len(first) == 1 and grammar().dateless(first["holiday"]):
        return "fuzzy"
    if bound == "since":
        return "fuzzy"
    if rule == "point" and "half" in first and not {"year", "year_word", "part"} & first.keys():
        return "fuzzy"
    return "point"


def _is_number(fields: Fields, rules: Grammar, folded: str, start: int, end: int, surface: str) -> bool:
    """Whether a match is an issue number, a length of time or a word that only looks like a date."""
    if fields.year_alone:
        return fields.rule == "point" and bool(rules.guards["issue-behind"].match(folded, end))
    if fields.numeral_alone:
        return fields.rule == "point" and not (surface.endswith("份") or _opens_clause(rules, folded, start))
    if fields.rule == "counted":
        before = folded[max(0, start - 8) : start]
        return bool(rules.guards["counted-before"].search(before) or rules.guards["counted-behind"].match(folded, end))
    if fields.rule == "numeric_day":
        return fields.bound != "before" and not rules.cues["due-label"].search(folded, max(0, start - 12), start)
    return False


def _has_antecedent(rules: Grammar, folded: str, kept: list[DateMention], mention: DateMention) -> bool:
    """Whether a word such as 次日 points to a day named before it in its sentence, or to the inspectors' arrival."""
    if mention["first"]["day_word"] not in ("same", "following"):
        return True
    if kept and mention["breaks"] in (0, 1) and mention["start"] > kept[-1]["end"]:
        return kept[-1]["kind"] != "recurring"
    start = mention["start"]
    return bool(rules.cues["arrival-before"].search(folded, max(0, start - 6), start))


def _opens_clause(rules: Grammar, folded: str, start: int) -> bool:
    """Whether a month of one numeral stands where a date does, and does not begin a name (三月岭) or a habit (一月一次)."""
    return bool(_CUED.search(folded, max(0, start - 6), start) and not rules.guards["month-name"].match(folded, start))


def _has_month(folded: str, rules: Grammar, kept: list[DateMention], mention: DateMention) -> bool:
    """Whether a day or 旬 without a month stands where one can only be a date."""
    if mention["rule"] == "bare_part":
        return bool(kept) and mention["breaks"] <= 1 and mention["start"] - kept[-1]["end"] <= 8
    near = [m for m in kept[-3:] if mention["start"] - m["end"] <= _NEAR and m["granularity"] in ("day", "month")]
    if near and near[-1] is kept[-1] and mention["breaks"] == 0:
        return True
    start, end = mention["start"], mention["end"]
    if end - start == 2 and not folded[start].isascii():
        return False
    if not _CUED.search(folded, max(0, start - 6), start):
        return False
    return bool(
        near
        or mention["bound"] == "before"
        or mention["rule"] == "bare_days"
        or rules.cues["day-behind"].match(folded, end)
    )
