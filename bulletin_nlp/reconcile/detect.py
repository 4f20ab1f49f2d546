"""The region of a text: the place whose authorities speak, read off the names that it spells out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bulletin_nlp.knowledge.regions import by_name
from bulletin_nlp.reconcile.region import RegionVerdict, level_of, verdict_of
from bulletin_nlp.reconcile.scope import TOWNS, zones
from bulletin_nlp.text.fold import fold

_TITLE = re.compile(r"《([一-龥]{2,5}?[县市区州旗省])(?![委级直])[^《》\n]{2,60}》")
_HINT = re.compile(r"([一-龥]{2,5}?[县市区州旗])(?=人民政府|政府|委|纪委)")
_HEADS = "县市区州旗盟省"
_EDGE = 260  # characters at either end where issuers stand
_TITLE_WEIGHT, _EDGE_WEIGHT = 2, 4
_FITTING = 0.15  # what a place counts for whose kind no bare head names
_ENOUGH = 0.9
_FIRMS = {"units.company", "units.establishment"}


def detect_region(text: str, mentions: Sequence[Mapping[str, Any]], hints: Iterable[str] = ()) -> RegionVerdict | None:
    """The region of a text, by the heads of its unit names and the places that it spells out.

    Args:
        text: the text as read.
        mentions: its unit mentions.
        hints: what stands beside the text, such as the name of the site.

    Returns:
        The verdict, None where no place is spelt out that fits. A township or street is the region where its own
        organs issue the text and most bare heads mean it; its county stands in `above`.
    """
    folded = fold(text)
    votes, above = _votes(text, folded, mentions, hints)
    heads = Counter(m["level"] for m in mentions if m.get("level"))
    total = sum(heads.values())
    scores: dict[str, float] = {}
    for place, count in votes.items():
        share = sum(n for head, n in heads.items() if _means(head, place)) / total if total else 1.0
        if share or place[-1] == "省" or not total:
            scores[place] = count * (_FITTING + share)
    for place in sorted(scores, key=lambda name: (-scores[name], folded.find(name))):
        certainty = round(
            min(0.98, 0.5 + 0.5 * scores[place] / sum(scores.values()) * (1 if votes[place] > 1 else 0.8)), 2
        )
        if not total and certainty < _ENOUGH:
            return None
        basis = f"{votes[place]} of {sum(votes.values())} votes of the places spelt out"
        told = ", heads " + heads.most_common(1)[0][0] if total else ""
        verdict = _verdict(place, folded, basis + told, certainty, above.get(place, ()), votes)
        if verdict is not None:
            return verdict
    return None


def _votes(
    text: str, folded: str, mentions: Sequence[Mapping[str, Any]], hints: Iterable[str]
) -> tuple[Counter[str], dict[str, tuple[str, ...]]]:
    """How often, and how tellingly, each place is named; and the places that stand before it."""
    votes: Counter[str] = Counter()
    above: dict[str, tuple[str, ...]] = {}
    for mention in mentions:
        places = tuple(mention.get("places", ()))
        if not places:
            continue
        near = mention["start"] < _EDGE or mention["end"] > len(text) - _EDGE
        organ = bool(mention.get("body")) and mention["rule"] not in _FIRMS
        if organ and not votes and near:
            votes[places[-1]] += _EDGE_WEIGHT  # the first organ of a text is most often its issuer
        for size in range(max(1, len(places) - 1), len(places) + 1):
            place, issuing = places[size - 1], near and organ and size == len(places)
            if place[-1] in _HEADS:
                votes[place] += _EDGE_WEIGHT if issuing else 1
            elif place.endswith(TOWNS) and issuing:
                votes[place] += _EDGE_WEIGHT
            if size > 1:
                above.setdefault(place, places[: size - 1])
    for match in _TITLE.finditer(folded):
        votes[match[1]] += _TITLE_WEIGHT
    for hint in hints:
        for match in _HINT.finditer(fold(hint)[:400]):
            votes[match[1]] += _EDGE_WEIGHT
    return _merged(votes), above


def _merged(votes: Counter[str]) -> Counter[str]:
    """A name that runs on from a word before it (室昀州市) is the one within it that is named more often."""
    for longer in sorted(votes, key=len, reverse=True):
        for shorter in votes:
            if len(longer) > len(shorter) > 2 and longer.endswith(shorter) and not shorter.endswith(zones()):
                worse, better = (longer, shorter) if votes[shorter] >= votes[longer] else (shorter, longer)
                votes[better] += votes[worse]
                votes[worse] = 0
    return +votes


def _means(head: str, place: str) -> bool:
    """Whether a bare head can mean a place: 县 and 岚谷县, 开发区 and 昀州经济技术开发区."""
    return place.endswith(head) or (head in zones() and place.endswith(zones()))


def _verdict(
    place: str, folded: str, basis: str, certainty: float, above: tuple[str, ...], votes: Counter[str]
) -> RegionVerdict | None:
    """The verdict on the place chosen; None for a township of which the text names no county."""
    if place.endswith(TOWNS):
        counties = [name for name, _ in votes.most_common() if name[-1] in "县区市旗"]
        above = above or tuple(counties[:1])
        return RegionVerdict(None, place, "township", basis, certainty, above) if above else None
    found = by_name(place)
    told = [d for d in found if any(parent in folded or parent[:2] in folded for parent in d.parents)]
    if len(found) > 1 and len(told) == 1:
        found = tuple(told)
    if len(found) == 1:
        return verdict_of(found[0], basis, certainty)
    return RegionVerdict(None, place, level_of(place, ()), basis, certainty if not found else min(certainty, 0.6))
