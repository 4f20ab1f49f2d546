"""Names that no row of the catalogue knows: firms, offices and outposts of a department, parts of a body, and the rest
by their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletin_nlp.knowledge.bodies import is_subsequence
from bulletin_nlp.reconcile.heads import own_name
from bulletin_nlp.reconcile.scope import Composed, Scope, canonical

_FIRM = re.compile(r"(?:公司|集团|药房|[^供销]店|厂|合作社|超市|酒店|餐厅|农庄)$")
_COMPANY = re.compile(r"(?:公司|集团)$")
_INNER = re.compile(r"(?:科|股|室|所|站|队|司|处|分局|中心|办)$")
_NAMED_RULES = {"company", "establishment", "labelled"}
_HEADS = "县市区旗州盟省"


def is_firm(body: str, rule: str) -> bool:
    """Whether a mention is a company or shop: its name is its own, whatever its region is called in full."""
    return bool(_FIRM.search(body)) if rule in _NAMED_RULES else rule == "organ-grammar" and bool(_COMPANY.search(body))


def firm(name: str, scope: Scope) -> Composed:
    """A firm by the name that the text gives in full, where the given one shortens just one of them."""
    longer = {
        full
        for full in scope.firms
        if len(full) > len(name) >= 4 and full[-1] == name[-1] and is_subsequence(name, full)
    }
    if len(longer) == 1:
        return Composed(longer.pop(), 0.85, "named in full elsewhere")
    return Composed(name, 0.9, "own name")


def inside_bureau(words: str, rule: str, scope: Scope) -> list[Composed]:
    """An office or outpost of a department, named without it: of the one that its ending tells, else of the issuer."""
    if rule not in {"outpost", "labelled", "inner"} or not _INNER.search(words):
        return []
    if (name := branch(words, scope)) is not None:
        return [name]
    full = in_full(words)
    outposts: dict[str, str] = canonical()["outposts"]
    parent = next((department for ending, department in outposts.items() if words.endswith(ending)), None)
    if parent and scope.region and not scope.bureau.endswith(parent):
        return [Composed(own_name(scope) + parent + full, 0.7, "outpost of its department")]
    return [Composed(scope.bureau + full, 0.7, "part of the issuer")] if scope.bureau else []


def branch(words: str, scope: Scope) -> Composed | None:
    """The branch, in the region, of a department of the city above: (区)生态环境分局 → 岚江市生态环境局江湾分局."""
    if scope.region is None or not (above := scope.parents.get("市", "")):
        return None
    for ending, department in canonical()["branches"].items():
        if words.endswith(ending):
            own = scope.region.name.removeprefix(above[:-1])
            stem = words.removesuffix(ending) or (own[:-1] if 2 < len(own) < 5 else own)
            return Composed(f"{above}{department}{stem}分局", 0.7, "branch of the department above")
    return None


def posted(body: str, scope: Scope) -> Composed:
    """A team that the region's discipline organs post (驻财政局纪检组), or the region itself (驻长三角招商组)."""
    region = own_name(scope)
    for ending, owner in canonical()["posted"].items():
        if body.endswith(ending):
            return Composed(
                owner.replace("{r}", region) + _posted_at(body, region), 0.7, "posted by the discipline organs"
            )
    return Composed(region + body, 0.7, "posted by the region")


def _posted_at(body: str, region: str) -> str:
    """驻农业局纪检组 → 驻县农业局纪检组."""
    return body if body[1:2] in _HEADS else f"驻{region[-1]}{body[1:]}"


def by_rule(body: str, region: str, rule: str) -> Composed:
    """A name that no row of the catalogue knows, as it stands behind its region."""
    party = (body.startswith("委") and not body.startswith("委员")) or body.endswith(tuple(canonical()["party_parts"]))
    if body.startswith(region):
        region = ""
    name = f"{'中共' if party else ''}{region}{in_full(body)}"
    return Composed(name, 0.9 if rule in {"company", "numbered-team", "national"} else 0.7, "composed")


def in_full(words: str) -> str:
    """Words in short with what they leave out: 食品经营科, 农经站, 村委会; the table says it."""
    table = canonical()
    if words in table["inner"]:
        return str(table["inner"][words])
    for short, full in table["endings"].items():
        if words.endswith(short) and not words.endswith(full):
            return words[: -len(short)] + str(full)
    return words


def with_part(composed: Composed, part: str, region: str) -> Composed:
    """A name with a part of the body behind it: 党组, 江湾分局, 党风政风监督室."""
    if not part or part in canonical()["itself"]:
        return composed
    name = composed.name.removeprefix("中共")
    if party := canonical()["party_parts"].get(part):
        return composed._replace(name=f"中共{name}{party}", basis=f"{composed.basis}, its part {part}")
    owner = composed.name.replace(";", "")  # a part of two organs that work as one is one unit
    for full, short in canonical()["owners"].items():
        if owner.endswith(full):
            owner = owner.removesuffix(full) + short
    for department, outpost in canonical()["outpost_names"].items():
        if owner.endswith(department) and part.endswith("所") and not part.endswith(outpost[-3:]):
            part = part[:-1] + outpost
    if part.startswith("驻") and part.endswith(tuple(canonical()["posted"])):
        part = _posted_at(part, region)
    return composed._replace(name=owner + _part_in_full(part), basis=f"{composed.basis}, its part {part}")


def _part_in_full(part: str) -> str:
    if part.endswith(("科", "股", "处", "室", "所", "队")):
        for short, full in canonical()["part_words"].items():
            if short in part and full not in part:
                part = part.replace(short, full)
    return in_full(part)


def joined(places: Sequence[str], level: str, head: str, body: str, part: str) -> str:
    """A firm's name as it is written: behind the places that it spells out, or the full name of its bare head."""
    name = ("".join(places) if places else head if level else "") + body + part
    return name.replace("(", "（").replace(")", "）")  # as companies are registered
