"""What a sentence does: states a fault, commends, demands, reports a sanction, announces a plan, or none of these."""

from __future__ import annotations

import re
from typing import Any, Literal, NamedTuple

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.knowledge.phrases import PhraseCompiler, PhraseSet
from bulletin_nlp.pipes.findings.classify import LONGEST, PLAIN, natures

Kind = Literal["problem", "praise", "demand", "sanction", "plan", "neutral"]
FAULT_ROLES = frozenset({"problems", "criticism"})
_DESCRIPTIVE = frozenset({"head", "situation", "praise"})
_OUTRIGHT: tuple[tuple[str, Kind], ...] = (("label", "neutral"), ("lead_in", "neutral"), ("plan", "plan"))
_BESIDE_FAULTS: tuple[tuple[str, Kind, float], ...] = (
    ("order", "demand", 0.85),
    ("must", "demand", 0.8),
    ("sanction", "sanction", 0.8),
    ("demand", "demand", 0.75),
)
"""What a sentence among the faults may be instead, where it denies nothing: tried in this order."""
_TURN = re.compile(r"(?:但|但是|然而|不过|可是)(?!书)")
_TITLE = re.compile(r"《[^《》\n]{1,80}》")
_MARKER = re.compile(r"[ \d(一二三四五六七八九十)①-⑳.、:]{0,8}(?:一|二|三|四|五|六|七|八|九|十)?(?:是|要)?")


class Verdict(NamedTuple):
    """What a sentence does, how sure that is (0 … 1), and the rule that says so."""

    kind: Kind
    certainty: float
    rule: str


def judge(text: str, role: str | None = None, *, names_unit: bool | None = None) -> Verdict:
    """Judge one sentence or clause.

    Args:
        text: the sentence, folded, with or without its marker.
        role: the role of the section that it stands in (see records.Section), None where there is none.
        names_unit: whether it names a unit; in a section that describes the situation, only what names one is
            a finding or a commendation. None where not known: then the words alone decide.
    """
    signs = _signs(text[:LONGEST])
    if role == "distribution":
        return Verdict("neutral", 0.95, "role: distribution")
    for sign, kind in _OUTRIGHT:
        if sign in signs and not (sign == "plan" and "demand" in signs and role == "recommendations"):
            return Verdict(kind, 0.9, signs[sign])
    if role == "recommendations":
        return _in_demands(signs)
    if role in FAULT_ROLES:
        return _in_faults(text, signs)
    return _by_words(text, signs, role, names_unit)


def _in_demands(signs: dict[str, str]) -> Verdict:
    for sign, certainty in (("demand", 0.95), ("order", 0.95), ("sanction", 0.8)):
        if sign in signs:
            return Verdict("sanction" if sign == "sanction" else "demand", certainty, signs[sign])
    return Verdict("demand", 0.7, "role: recommendations")


def _in_faults(text: str, signs: dict[str, str]) -> Verdict:
    """Where faults are listed, all is a fault that is not clearly something else."""
    if "fault" in signs:
        return Verdict("problem", 0.95, signs["fault"])
    for sign, kind, certainty in _BESIDE_FAULTS:
        if sign in signs:
            return Verdict(kind, certainty, signs[sign])
    if "remedied" in signs:
        return Verdict("praise", 0.75, signs["remedied"])
    stated = signs.get("fault_word") or _stated(text)
    if stated:
        return Verdict("problem", 0.9, stated)
    if "praise" in signs:
        return Verdict("praise", 0.75, signs["praise"])
    if "whole" in signs:
        return Verdict("neutral", 0.8, signs["whole"])
    return Verdict("problem", 0.6, "role: problems")


def _by_words(text: str, signs: dict[str, str], role: str | None, names_unit: bool | None) -> Verdict:
    """Where the section does not say, or describes: the words decide, and whether somebody is named."""
    describes = role in _DESCRIPTIVE
    whole = "whole" in signs and names_unit is not True and role != "appendix"
    if ("survey" in signs and "fault" not in signs) or whole:
        return Verdict("neutral", 0.8, signs.get("survey") or signs["whole"])
    if "order" in signs and "fault" not in signs:
        return Verdict("demand", 0.85, signs["order"])
    if describes and names_unit is False:
        return Verdict("neutral", 0.8, "names no unit")
    stated = _stated(text)
    if "praise" in signs and not ("fault" in signs and stated):
        return Verdict("praise", 0.85, signs["praise"])
    if "fault" in signs and (stated or role == "appendix" or names_unit):
        return Verdict("problem", 0.85 if stated else 0.7, stated or signs["fault"])
    if not describes:
        for sign in ("sanction", "demand"):
            if sign in signs and "fault" not in signs:
                return Verdict("sanction" if sign == "sanction" else "demand", 0.75, signs[sign])
        word = signs.get("fault_word") or stated
        if word and (role == "appendix" or "praise_mild" not in signs):
            return Verdict("problem", 0.7, word)
    elif names_unit and "fault" not in signs and role == "situation" and (turned := _TURN.match(text)):
        return Verdict("problem", 0.7, f"turn: {turned[0]}")
    elif names_unit and "fault" not in signs and role != "head" and ("praise_mild" in signs or role == "praise"):
        return Verdict("praise", 0.7, signs.get("praise_mild", "role: praise"))
    return Verdict("neutral", 0.7, "no sign")


def _stated(text: str) -> str:
    """The rule of the first nature that the sentence states outright, or nothing."""
    return next((hit.rule for hit in natures(text) if hit.weight >= PLAIN), "")


def _signs(text: str) -> dict[str, str]:
    """Kind → the rule that found it; what follows a turn (但, 然而) decides between praise and fault."""
    found: dict[str, str] = {}
    hits = list(_phrases().find(_TITLE.sub(lambda title: "《" + "#" * (len(title[0]) - 2) + "》", text)))
    clean = [(start, end) for start, end, _, kind in hits if kind == "clean"]
    for start, end, _, kind in hits:
        if kind == "clean":
            kind = "praise"
        elif kind in {"fault", "fault_word"} and any(low < end and start < high for low, high in clean):
            continue
        if kind == "starts":
            opening = _MARKER.match(text)
            if opening is None or start > opening.end():
                continue
            kind = "demand"
        found.setdefault(kind, f"polarity.{kind}: {text[start:end]}")
    turns = list(_TURN.finditer(text))
    if turns and "fault" in found and "praise" in found:
        after = _signs(text[turns[-1].end() :])
        return found if not after else {k: v for k, v in found.items() if k not in ("fault", "praise")} | after
    return found


@compiled
def _phrases() -> PhraseSet[str]:
    table: dict[str, Any] = knowledge().table("findings/polarity")
    compiler = PhraseCompiler(table["classes"])
    entries = [(source, kind) for kind, entry in table["kinds"].items() for source in entry["phrases"]]
    entries += [(source, "starts") for entry in table["kinds"].values() for source in entry.get("starts", ())]
    entries.append(("@whole", "whole"))
    return PhraseSet((compiler.compile(source), kind) for source, kind in entries)
