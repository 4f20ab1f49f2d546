"""Roles in the parts that tell of the inspection: who inspected whom, on whose orders."""

from __future__ import annotations

from bulletin_nlp.parse.roles.context import Context
from bulletin_nlp.parse.roles.given import Given, one
from bulletin_nlp.parse.roles.groups import Group
from bulletin_nlp.parse.roles.words import words
from bulletin_nlp.pipes.units.mention import UnitMention

_REST = 160


def in_opening(context: Context, unit: UnitMention, group: Group) -> Given:
    """The role in a neutral sentence of the opening or of the situation."""
    if group.before_fits("ordered") or (group.after_fits("ordered") and not group.after_fits("teaming")):
        return one("mentioned", "ordered")
    if group.before_fits("fed_back"):
        return one("recipient", "feedback") if group.after_fits("feedback") else one("inspected", "fed_back")
    if context.is_a("team", unit) or context.is_a("inspectors", unit):
        return one("supervisor", "team")
    if group.before_fits("summoned_them"):
        return one("mentioned", "summoned_them")
    for entry, fits in (("assisting", group.after_fits), ("joined", group.before_fits), ("teaming", group.after_fits)):
        if fits(entry) and (entry != "teaming" or _tells_of_inspection(context, group)):
            return one("supervisor", entry)
    sentence = context.sentence_before(group.start)
    if words()["inspected_list"].fits(sentence, "", ""):
        return one("inspected", "inspected_list")
    if words()["inspected_between"].fits(sentence, "", context.flat[group.end : group.end + _REST].replace("\r", "")):
        return one("inspected", "inspected_between")
    if group.after_fits("inspecting") and _tells_of_inspection(context, group):
        return one("supervisor", "inspecting")
    if context.key(unit) in context.supervisors and not group.before_fits("bystander"):
        return one("supervisor", "supervisor_again")
    return one("mentioned", "situation")


def _tells_of_inspection(context: Context, group: Group) -> bool:
    return words()["inspection"].fits("", context.rest(group.end), "")
