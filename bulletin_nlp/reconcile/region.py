"""The place whose authorities speak in a bulletin."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from bulletin_nlp.knowledge.regions import Division, by_code, by_former_name, by_name
from bulletin_nlp.text.fold import fold

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
_NO_NAME = "全我各外本跨该根由经"
_TOWNS = ("镇", "乡", "街道", "苏木")


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
        return self._asdict()


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
        return verdict_of(division, "given", 1.0)
    *above, name = [part for part in name_or_code.split("/") if part] or [name_or_code]
    if not all(re.fullmatch(r"\w{1,40}", part) for part in (*above, name)):
        raise ValueError(
            f"{name_or_code}: is no name of a region; write it like 澄湖县, 南京市/鼓楼区, or give six digits"
        )
    found = tuple(d for d in by_name(name) if all(_is_above(place, d) for place in above))
    if len(found) > 1:
        found = tuple(d for d in found if d.name == name) or found
    if len(found) > 1:
        places = "; ".join(f"{d.code} {''.join(d.parents)}{d.name}" for d in found[:8])
        raise ValueError(f"{name}: several places are called so, give a code: {places}")
    if found:
        return verdict_of(found[0], "given", 1.0)
    if (former := by_former_name(name)) is not None and all(_is_above(place, former[0]) for place in above):
        today, until = former
        return RegionVerdict(today.code, name, level_of(name, today.parents), f"{today.name} since {until}", 1.0)
    return RegionVerdict(None, name, level_of(name, above), "given", 1.0, tuple(above))


def _is_above(place: str, division: Division) -> bool:
    return any(parent in division.parents for parent in {d.name for d in by_name(place)} | {place})


def level_of(name: str, above: Sequence[str]) -> str | None:
    """The level that a name's last character tells; a city under a city or prefecture is a county's equal."""
    if name.endswith("自治区"):
        return "province"
    if name.endswith(_TOWNS):
        return "township" if above else None
    level = _LEVEL.get(name[-1:])
    return "county" if level == "prefecture" and any(place[-1:] in "市州盟" for place in above) else level


def county_of(region: RegionVerdict) -> RegionVerdict:
    """The county of a township or street, whose bodies its bulletins name; any other region itself."""
    if region.level != "township" or not region.above:
        return region
    *above, name = region.above
    found = tuple(d for d in by_name(name) if all(_is_above(place, d) for place in above))
    if len(found) == 1:
        return verdict_of(found[0], region.basis, region.certainty)
    return RegionVerdict(None, name, level_of(name, above), region.basis, region.certainty, tuple(above))


def verdict_of(division: Division, basis: str, certainty: float) -> RegionVerdict:
    """The verdict that names a division of the national table."""
    return RegionVerdict(division.code, division.name, division.level, basis, certainty)


def parents_of(region: RegionVerdict, text: str, mentions: Sequence[Mapping[str, Any]] = ()) -> dict[str, str]:
    """What the bare heads above a region stand for: 省 → 云南省, 州 → 大理白族自治州.

    From the national table where the region is in it, else from the only place of that head that the text spells out.
    """
    division = by_code(region.code) if region.code else None
    above = division.parents if division is not None else region.above
    if above:
        return {head: name for name in above for head in _bare(name)}
    named = [place for mention in mentions for place in mention.get("places", ())[:1]]
    loose = [match[1] for match in _ABOVE.finditer(fold(text))]
    found: dict[str, str] = {}
    for head in "省市州":
        if head == region.name[-1] or (head != "省" and region.level == "prefecture"):
            continue
        for spelt in (named, loose):
            names = {n for n in spelt if n.endswith(head) and n[0] not in _NO_NAME and n[-2] not in "省市州县"}
            if len(names) == 1:
                found[head] = names.pop()
            if head in found or names:
                break
    return found


def _bare(name: str) -> tuple[str, ...]:
    """The bare heads that stand for a place above: 市 of 岚江市; 自治区, of which some finders give 区, of 内蒙古自治区."""
    return ("自治区", "区") if name.endswith("自治区") else (name[-1],)
