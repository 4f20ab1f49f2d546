"""What a name given alone is made of: the places that it spells out, a bare head, the body; several where it names
several organs (县委、县政府; 县教育局(县体育局)), none where it names no single body (各乡镇)."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.knowledge.bodies import Body
from bulletin_nlp.knowledge.regions import by_code, by_name, short_names
from bulletin_nlp.knowledge.units import catalogue
from bulletin_nlp.reconcile.region import RegionVerdict
from bulletin_nlp.text.fold import fold

_NOISE = re.compile(r"[\s“”\"'‘’]+")
_BARE = re.compile(r"自治区|[县市区州旗盟省]")
_PLACE = re.compile(r"[一-龥]{2,12}?(?:自治[县州区旗]|[省市县区州旗盟])")
_TOWN = re.compile(r"[一-龥]{1,6}?(?:镇|乡|街道|苏木)")
_VILLAGE = re.compile(r"[一-龥]{1,6}?(?:村|社区|嘎查)")
_FIRM = re.compile(r"(?:公司|集团|合作社|药房|超市|酒店|厂)$")
_OWNER = re.compile(r"(?:局|厅|办公室|中心|院|公司|委员会)$")
_BODY_LEVELS = {"镇": "town", "乡": "town", "街道": "town", "苏木": "town", "村": "village", "嘎查": "village"}

Mention = dict[str, Any]


class Head(NamedTuple):
    """The head of a name: places spelt out or a bare level, and what follows it."""

    places: tuple[str, ...]
    level: str
    rest: str


@compiled
def _words() -> tuple[list[re.Pattern[str]], list[re.Pattern[str]], re.Pattern[str], tuple[str, ...]]:
    table = knowledge().table("units/canonical")
    return (
        [re.compile(row["pattern"]) for row in table["no_names"]],
        [re.compile(row["pattern"]) for row in table["positions"]],
        re.compile(table["chief"]["pattern"]),
        (*table["outposts"], *table["branches"]),
    )


@compiled
def _own_heads(region: RegionVerdict) -> tuple[str, ...]:
    """The names of a region and of the places above it, in full and in short, the longest first."""
    division = by_code(region.code) if region.code else None
    found: list[str] = []
    for name in (region.name, *(division.parents if division else region.above)):
        found += (name, *(n for n in short_names(name) if n[-1] == name[-1] or name.endswith("自治区")))
    return tuple(sorted(dict.fromkeys(found), key=len, reverse=True))


def read_name(surface: str, region: RegionVerdict) -> list[Mention]:
    """The mentions that a name given alone amounts to: one for each organ that it names, in the form of the finder's.

    Args:
        surface: the name as written; blanks, line breaks and quotes inside it don't count.
        region: the place in whose documents it stands.
    """
    s = _NOISE.sub("", fold(surface))
    none, positions, chief, _ = _words()
    if not s or any(pattern.search(s) for pattern in none):
        return []
    if (mention := known_name(s, region)) is not None:
        return [mention]
    for title in positions:
        if (match := title.search(s)) is not None and (found := known_name(s[: match.start()], region)) is not None:
            return [found]
    if (match := chief.match(s)) is not None:
        before = head_of(match[1], region)
        if before.places and not before.rest:
            return [mention_of(before._replace(rest="政府"))]
        if not match[1]:
            return [mention_of(Head((), match[2], "政府"))]
    from bulletin_nlp.reconcile.several import several

    return several(s, region) or [_nested(s, region) or _unknown(s, region)]


def mention_of(head: Head, rule: str = "lexicon", part: str = "") -> Mention:
    """A mention in the form of the finder's."""
    return {
        "kind": "named",
        "rule": f"units.{rule}",
        "places": list(head.places),
        "level": head.level,
        "body": head.rest,
        "part": part,
    }


def known_name(s: str, region: RegionVerdict) -> Mention | None:
    """A name whose body is in the catalogue, or that is a place."""
    for before, after, body in catalogue().wraps:
        if s.startswith(before) and s.endswith(after) and len(s) > len(before) + len(after):
            middle = s[len(before) : len(s) - len(after)]
            head = Head((), middle, "") if _BARE.fullmatch(middle) else head_of(middle, region)
            if not head.rest:
                return mention_of(head._replace(rest=body))
    head = head_of(s.removeprefix("中共"), region)
    if s.startswith("中共") and head.rest in ("委员会", "工作委员会", "支部委员会", "总支部委员会"):
        short = {"委员会": "委", "工作委员会": "工委", "支部委员会": "支部", "总支部委员会": "党总支"}
        return mention_of(head._replace(rest=short[head.rest]))
    if head.places or head.level:
        if not head.rest:
            return mention_of(head, "place") if head.places else None
        return mention_of(head) if in_catalogue(head) else None
    bodies = catalogue().by_surface.get(s, ())
    if any(body.alone for body in bodies):
        return mention_of(Head((), "", s), "national")
    return mention_of(Head((region.name,), "", s)) if bodies else None


def in_catalogue(head: Head) -> list[Body]:
    """The catalogue's bodies that a head with its rest may be."""
    last = head.places[-1] if head.places else ""
    level = next((value for suffix, value in _BODY_LEVELS.items() if last.endswith(suffix)), "county")
    levels = {level, None} if not last.endswith("社区") else {"community", "village", None}
    return [body for body in catalogue().by_surface.get(head.rest, ()) if body.at in levels and not body.alone]


def head_of(s: str, region: RegionVerdict) -> Head:
    """The head of a name: the region's own name or one above it, a bare level, another place; then town and village."""
    places: list[str] = []
    rest = s
    while (own := next((name for name in _own_heads(region) if rest.startswith(name)), None)) is not None:
        places.append(own)
        rest = rest[len(own) :]
    if not places:
        stem = region.name[:-1]
        if len(stem) > 1 and rest.startswith(stem) and (rest == stem or rest[len(stem) :] in catalogue().by_surface):
            return Head((region.name,), "", rest[len(stem) :])
        if rest in catalogue().by_surface and not _PLACE.fullmatch(rest):
            return Head((), "", rest)
        if (bare := _BARE.match(rest)) is not None and len(rest) > len(bare[0]):
            return Head((), bare[0], rest[bare.end() :])
    while (match := _PLACE.match(rest)) is not None and len(places) < 3 and _is_place(match[0], rest[match.end() :]):
        places.append(match[0])
        rest = rest[match.end() :]
    if (match := _TOWN.match(rest)) is not None and rest not in catalogue().by_surface:
        places.append(match[0])
        rest = rest[match.end() :]
        if (village := _VILLAGE.match(rest)) is not None:
            after = Head((village[0],), "", rest[village.end() :])
            if not after.rest or in_catalogue(after):
                places.append(village[0])
                rest = after.rest
    return Head(tuple(places), "", rest)


def _is_place(name: str, rest: str) -> bool:
    """Whether a run that ends like a place is one: the table has it, or what follows is a body, a town or nothing."""
    if by_name(name) or not rest or rest in catalogue().by_surface or rest.startswith("委"):
        return True
    town = _TOWN.match(rest)
    return town is not None


def _nested(s: str, region: RegionVerdict) -> Mention | None:
    """A part of a body of the catalogue: 县农业农村局|党组, 县住建局|质监站."""
    head = head_of(s, region)
    if not (head.places or head.level):
        return None
    for cut in range(len(head.rest) - 1, 2, -1):
        owner = head._replace(rest=head.rest[:cut])
        bodies: Any = in_catalogue(owner)
        if any(_OWNER.search(body.surfaces[0]) and body.type != "party" for body in bodies):
            return mention_of(owner, part=head.rest[cut:])
    return None


def _unknown(s: str, region: RegionVerdict) -> Mention:
    """A name that only the rule of composition can make: behind its head, or the region's."""
    head = head_of(s.removeprefix("中共"), region)
    if _FIRM.search(s) and not head.level:
        return mention_of(Head(head.places, "", head.rest) if head.places else Head((), "", s), "company")
    if head.level or (head.places and head.rest != s):
        whole = head.level + head.rest
        if head.level and whole.endswith(_words()[3]):
            return mention_of(Head((), "", head.rest), "outpost")
        return mention_of(head, "organ-grammar")
    if s.endswith(_words()[3]):
        return mention_of(Head((), "", s), "outpost")
    return mention_of(Head((region.name,), "", s), "organ-grammar")
