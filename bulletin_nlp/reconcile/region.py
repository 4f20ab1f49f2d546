"""The place whose authorities speak in a bulletin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from bulletin_nlp.knowledge.regions import Division, by_code, by_former_name, by_name
from bulletin_nlp.text.fold import fold

_TITLE = re.compile(r"《([一-龥]{2,5}?[县市区州旗省])(?![委级直])[^《》\n]{2,60}》")
_ABOVE = re.compile(
    r"(?:^|(?<=[《“(,。;:、\s经按由]))([一-龥]{2,3}[省市州]|[一-龥]{2,8}自治区)(?![直级场]|委员)", re.MULTILINE
)
_LEVEL = {
    "省": "province",
    "市": "prefecture",
    "州": "prefecture",
    "盟": "prefecture",
    "县": "county",
    "区": "county",
    "旗": "county",
}
_HEADS = "县市区州旗盟省"
_TITLE_WEIGHT, _EDGE_WEIGHT, _EDGE = 2, 4, 260
_ENOUGH = 0.9


class RegionVerdict(NamedTuple):
    """The region found: code (None for a place in no table), full name, level, what spoke for it, how surely, and
    the names above it that were given with it (the highest first)."""

    code: str | None
    name: str
    level: str | None
    basis: str
    certainty: float
    above: tuple[str, ...] = ()

    def record(self) -> dict[str, Any]:
        """Its fields in the record of a bulletin."""
        return {key: value for key, value in self._asdict().items() if key != "above"}


def resolve_region(name_or_code: str) -> RegionVerdict:
    """The region that a user names.

    Args:
        name_or_code: a six-digit code, or a full or short name; a name in no table is taken as it is. Names above may
            stand before it, divided by `/` (南京市/鼓楼区). A name given up since 2000 keeps its name and has the code
            of today's division, unless that one is another place (merged).

    Raises:
        ValueError: an unknown code, or a name that several places share.
    """
    if name_or_code.isdigit():
        division = by_code(name_or_code)
        if division is None:
            raise ValueError(f"{name_or_code}: no division has this code; give six digits of GB/T 2260, or a name")
        return _verdict(division, "given", 1.0)
    *above, name = [part for part in name_or_code.split("/") if part] or [name_or_code]
    if not all(re.fullmatch(r"\w{1,40}", part) for part in (*above, name)):
        raise ValueError(f"{name_or_code}: is no name of a region; write it like 澄湖县, 南京市/鼓楼区, or give six digits")
    found = tuple(d for d in by_name(name) if all(_is_above(place, d) for place in above))
    if len(found) > 1:
        found = tuple(d for d in found if d.name == name) or found
    if len(found) > 1:
        places = "; ".join(f"{d.code} {''.join(d.parents)}{d.name}" for d in found[:8])
        raise ValueError(f"{name}: several places are called so, give a code: {places}")
    if found:
        return _verdict(found[0], "given", 1.0)
    if (former := by_former_name(name)) is not None and all(_is_above(place, former[0]) for place in above):
        today, until = former
        return RegionVerdict(today.code, name, _level(name, today.parents), f"{today.name} since {until}", 1.0)
    return RegionVerdict(None, name, _level(name, above), "given", 1.0, tuple(above))


def _is_above(place: str, division: Division) -> bool:
    return any(parent in division.parents for parent in {d.name for d in by_name(place)} | {place})


def _level(name: str, above: Sequence[str]) -> str | None:
    """The level that a name's last character tells; a city under a city or prefecture is a county's equal."""
    if name.endswith("自治区"):
        return "province"
    level = _LEVEL.get(name[-1:])
    return "county" if level == "prefecture" and any(place[-1:] in "市州盟" for place in above) else level


def detect_region(text: str, mentions: Sequence[Mapping[str, Any]], hints: Iterable[str] = ()) -> RegionVerdict | None:
    """The region of a text, by the heads of its unit names and the places that it spells out.

    Args:
        text: the text as read.
        mentions: its unit mentions.
        hints: what stands beside the text, such as the name of the site.

    Returns:
        The verdict, None where no place is spelt out that fits.
    """
    folded = fold(text)
    votes: Counter[str] = Counter()
    for mention in mentions:
        for place in mention.get("places", ())[-2:]:
            if place[-1] in _HEADS:
                near = mention["start"] < _EDGE or mention["end"] > len(text) - _EDGE
                votes[place] += _EDGE_WEIGHT if near else 1
    for match in _TITLE.finditer(folded):
        votes[match[1]] += _TITLE_WEIGHT
    for hint in hints:
        for match in re.finditer(r"([一-龥]{2,5}?[县市区州旗])(?=人民政府|政府|委|纪委)", fold(hint)[:400]):
            votes[match[1]] += _EDGE_WEIGHT
    head = _head(mentions)
    fitting = {name: count for name, count in votes.items() if head is None or name.endswith(head)}
    if head is None and not any(m.get("level") for m in mentions) and not fitting:
        return None
    if not fitting:
        return None
    name, count = max(fitting.items(), key=lambda item: (item[1], -folded.find(item[0])))
    certainty = round(min(0.98, 0.5 + 0.5 * count / sum(fitting.values()) * (1 if count > 1 else 0.8)), 2)
    basis = f"{count} of {sum(fitting.values())} votes of the places spelt out" + (f", heads {head}" if head else "")
    if head is None and certainty < _ENOUGH:
        return None
    return _in_table(name, folded, basis, certainty)


def _head(mentions: Sequence[Mapping[str, Any]]) -> str | None:
    """The bare head that most names of the text have: 县 of 县财政局."""
    heads = Counter(m["level"] for m in mentions if m.get("level") in _LEVEL and m.get("level") != "省")
    return heads.most_common(1)[0][0] if heads else None


def _in_table(name: str, folded: str, basis: str, certainty: float) -> RegionVerdict:
    found = by_name(name)
    told = [d for d in found if any(parent in folded or parent[:2] in folded for parent in d.parents)]
    if len(found) > 1 and len(told) == 1:
        found = tuple(told)
    if len(found) == 1:
        return _verdict(found[0], basis, certainty)
    return RegionVerdict(None, name, _level(name, ()), basis, certainty if not found else min(certainty, 0.6))


def _verdict(division: Division, basis: str, certainty: float) -> RegionVerdict:
    return RegionVerdict(division.code, division.name, division.level, basis, certainty)


def parents_of(region: RegionVerdict, text: str, mentions: Sequence[Mapping[str, Any]] = ()) -> dict[str, str]:
    """What the bare heads above a region stand for: 省 → 云南省, 州 → 大理白族自治州.

    From the national table where the region is in it, else from the only place of that head that the text spells out.
    """
    division = by_code(region.code) if region.code else None
    above = division.parents if division is not None else region.above
    if above:
        return {head: name for name in above for head in _bare(name)}
    spelt = [match[1] for match in _ABOVE.finditer(fold(text))]
    spelt += [place for mention in mentions for place in mention.get("places", ())[:1]]
    found: dict[str, str] = {}
    for head in "省市州":
        if head == region.name[-1] or (head != "省" and region.level == "prefecture"):
            continue
        names = {
            n for n in spelt if n.endswith(head) and n[0] not in "全我各外本跨该根由经" and n[-2] not in "省市州县"
        }
        if len(names) == 1:
            found[head] = names.pop()
    return found


def _bare(name: str) -> tuple[str, ...]:
    """The bare heads that stand for a place above: 市 of 岚江市; 自治区, of which some finders give 区, of 内蒙古自治区."""
    return ("自治区", "区") if name.endswith("自治区") else (name[-1],)
