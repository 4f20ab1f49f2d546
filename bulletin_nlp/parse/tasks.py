"""The actions of a demand: who leads and who helps, and by when each is due."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from bulletin_nlp.parse.within import Within
from bulletin_nlp.pipes.findings.finding import DemandMention
from bulletin_nlp.pipes.findings.shape import shape
from bulletin_nlp.records import DateMention
from bulletin_nlp.text.sentences import split

_DUE = frozenset({"deadline", "recurring"})
_SENTENCE_ENDS = "。;"
_LEADS = re.compile(r"^[^,。;\n]{0,4}?牵头")


class TaskDraft(NamedTuple):
    """One action: where it stands, indices of the unit mentions that lead and help, its date."""

    start: int
    end: int
    lead: list[int]
    support: list[int]
    due: DateMention | None


class _Clause(NamedTuple):
    start: int
    end: int
    dates: list[DateMention]
    closes: bool  # a sentence ends behind it


def tasks_of(
    folded: str,
    demand: DemandMention,
    charged: Sequence[int],
    units: Sequence[Mapping[str, Any]],
    dates: Within[DateMention],
) -> list[TaskDraft]:
    """The actions of a demand, in text order.

    The subject of a clause goes on until another one takes its place. A day due goes on to the clauses behind it in
    its sentence (。 or ; ends it), never to those before it, unless its own clause says no more than that they be done:
    of 收回资金，7月底前缴入国库 only the second is due.

    Args:
        folded: folded text.
        demand: the demand.
        charged: indices of the units charged with it.
        units: all unit mentions.
        dates: all dates, by place.
    """
    actions = {action["end"]: action for action in demand["actions"]}
    inside = [i for i in charged if demand["start"] <= units[i]["start"] < demand["end"]]
    labelled = _labelled(demand, charged, units)
    drafts: list[TaskDraft] = []
    lead: list[int] = []
    for sentence in _sentences(folded, demand, dates):
        due: DateMention | None = None
        first = len(drafts)
        support: list[int] = []
        for clause in sentence:
            here = [i for i in inside if clause.start <= units[i]["start"] < clause.end]
            helping = helpers(folded, here, units)
            leading = [i for i in here if i not in helping]
            if leading and leading != lead:
                lead, support = leading, []
            if clause.dates:
                due = min(clause.dates, key=lambda date: date.end or "9999")
                if shape().completion.match(folded, clause.start, clause.end):
                    drafts[first:] = [d if d.due else d._replace(due=due) for d in drafts[first:]]
            action = actions.get(clause.end)
            if action is None:
                support = [*support, *helping]
                drafts[first:] = [
                    d._replace(support=[*d.support, *helping]) if d.lead == lead else d for d in drafts[first:]
                ]
            else:
                drafts.append(TaskDraft(action["start"], action["end"], lead, [*support, *helping], due))
    label_due = _label_due(demand, dates)
    return [
        d._replace(
            lead=d.lead or labelled["lead"],
            support=[*d.support, *labelled["support"]],
            due=d.due or label_due,
        )
        for d in drafts
    ]


def helpers(folded: str, indices: Sequence[int], units: Sequence[Mapping[str, Any]]) -> list[int]:
    """Of the units of a clause those that only help, with those listed beside them."""
    found: list[int] = []
    for i in indices:  # X会同Y、Z: what follows in the list helps, too
        listed = bool(found) and 0 < units[i]["start"] - units[found[-1]]["end"] <= 1
        if _is_helper(folded, units[i]) or listed:
            found.append(i)
    for i, following in zip(reversed(indices[:-1]), reversed(indices[1:]), strict=True):  # Y、Z配合
        behind = folded[units[following]["end"] : units[following]["end"] + 12]
        beside = units[following]["start"] - units[i]["end"] <= 1
        if following in found and i not in found and beside and shape().helpers["behind"].match(behind):
            found.append(i)
    return sorted(found)


def _is_helper(folded: str, unit: Mapping[str, Any]) -> bool:
    after = folded[unit["end"] : unit["end"] + 12]
    before = folded[max(0, unit["start"] - 6) : unit["start"]]
    return not _LEADS.match(after) and bool(
        shape().helpers["behind"].match(after) or shape().helpers["before"].search(before)
    )


def _sentences(folded: str, demand: DemandMention, dates: Within[DateMention]) -> Iterator[list[_Clause]]:
    sentence: list[_Clause] = []
    for start, end in split(folded, demand["start"], demand["end"], stops="。;,"):
        due = [date for date in dates(start, end) if date.kind in _DUE]
        closes = end >= demand["end"] or folded[end] in _SENTENCE_ENDS
        sentence.append(_Clause(start, end, due, closes))
        if closes:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _labelled(
    demand: DemandMention, charged: Sequence[int], units: Sequence[Mapping[str, Any]]
) -> dict[str, list[int]]:
    """Who leads and who helps by the labelled lines; 牵头单位 outranks 责任单位."""
    fields: dict[str, list[int]] = {"responsible": [], "lead": [], "support": []}
    for label in demand["labels"]:
        if label["field"] in fields:
            fields[label["field"]] += [i for i in charged if label["start"] <= units[i]["start"] < label["end"]]
    return {"lead": fields["lead"] or fields["responsible"], "support": fields["support"]}


def _label_due(demand: DemandMention, dates: Within[DateMention]) -> DateMention | None:
    found = [
        d for label in demand["labels"] if label["field"] == "deadline" for d in dates(label["start"], label["end"])
    ]
    return min(found, key=lambda date: date.end or "9999", default=None)
