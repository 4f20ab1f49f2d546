"""What cues and model say together about a finding.

The evidence is added: the model's calibrated logit of each code, and votes of the cues, more for stronger ones. So a
strong cue nearly always wins, a weak one only where the model is undecided, and where the cues are silent the model
speaks alone. Below `ANSWER` nothing is said by the model, and what the cues said, if anything, stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from bulletin_nlp.pipes.findings.classify import PLAIN, STRONG, WEAK, Judged
from bulletin_nlp.pipes.findings.features import Floats
from bulletin_nlp.pipes.findings.finding import Code, FindingMention
from bulletin_nlp.pipes.findings.statistical import model

VOTES: Mapping[str, Mapping[int, float]] = {
    "nature": {STRONG: 3.0, PLAIN: 2.0, WEAK: 1.0, 0: 0.5},
    "domain": {3: 2.5, 2: 1.5, 1: 0.5, 0: 0.0},
}
"""In units of the logit, by the weight of the cue; of domains the weights say whether text, heading or title."""
LATER = 0.4
"""What a cue that is not the first one counts."""
ANSWER = 0.25
SECOND = 0.2
SUPPORTED = 0.03
"""Least probability of the primary code, of another one, and of one that a cue of at least plain weight states."""
REST, REST_LEAST = 0.5, 0.02
"""Another code is given, too, where it has this share of what the primary one leaves, and this probability."""
MOST = 4
KIND = "kind"
"""The facet of a model that tells findings from other sentences."""


def combine(facet: str, codes: Sequence[str], margins: Floats, judged: Sequence[Judged], base: int) -> list[Judged]:
    """The codes of one finding, primary first.

    Args:
        facet: nature or domain.
        codes: those of the model.
        margins: its logits, in the order of `codes`.
        judged: what the first layer says, primary first.
        base: where the finding begins; a code of the model alone has an empty span there.

    Returns:
        Codes with the rule of the cue that states them, else `model: SCORE` and the weight 0. What the first layer
        says stands where the model is below `ANSWER`, or does not know the first layer's first code.
    """
    place = {code: number for number, code in enumerate(codes)}
    if judged and judged[0].code not in place:
        return list(judged)
    votes = margins.astype(np.float64)
    cues = {cue.code: cue for cue in judged if cue.code in place}
    for rank, cue in enumerate(cues.values()):
        votes[place[cue.code]] += VOTES[facet][cue.weight] * (LATER if rank else 1)
    chance = np.exp(votes - votes.max())
    chance /= chance.sum()
    order = sorted(range(len(codes)), key=lambda at: (-chance[at], at))
    if chance[order[0]] < ANSWER:
        return list(judged)
    rest = 1 - chance[order[0]]
    kept = [order[0], *(at for at in order[1:MOST] if chance[at] >= SECOND or _fills(chance[at], rest))]
    kept += [
        place[cue.code]
        for cue in cues.values()
        if cue.weight >= PLAIN and chance[place[cue.code]] >= SUPPORTED and place[cue.code] not in kept
    ]
    return [cues.get(codes[at]) or Judged(codes[at], base, base, f"model: {chance[at]:.2f}", 0) for at in kept]


def _fills(chance: float, rest: float) -> bool:
    """Whether a code takes most of what the primary one leaves."""
    return chance >= REST_LEAST and chance >= REST * rest


def finding_chance(text: str) -> float | None:
    """How likely, 0 to 1, a folded sentence is a finding by its words alone; None without a model that knows."""
    trained = model()
    if trained is None or KIND not in trained.facets:
        return None
    margins = dict(zip(trained.facets[KIND].codes, trained.margins([text])[KIND][0], strict=True))
    return float(1 / (1 + np.exp(margins["none"] - margins["finding"])))


def with_model(facts: Sequence[FindingMention], folded: str) -> list[FindingMention]:
    """Findings with the codes of both layers; without a model file as they are. Commended facts are left alone."""
    trained = model()
    problems = [fact for fact in facts if fact["kind"] == "problem"]
    if trained is None or not problems:
        return list(facts)
    margins = trained.margins([folded[fact["start"] : fact["end"]] for fact in problems])
    for number, fact in enumerate(problems):
        for facet, codes in (("nature", fact["natures"]), ("domain", fact["domains"])):
            judged = [Judged(**code) for code in codes]
            together = combine(facet, trained.facets[facet].codes, margins[facet][number], judged, fact["start"])
            codes[:] = [Code(**judgement._asdict()) for judgement in together]  # type: ignore[typeddict-item]
    return list(facts)
