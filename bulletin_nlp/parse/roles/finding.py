"""Roles inside a finding: who is blamed, who only reports, asks, suffers or looks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bulletin_nlp.parse.roles.context import Context
from bulletin_nlp.parse.roles.given import Given, one
from bulletin_nlp.parse.roles.groups import Group
from bulletin_nlp.parse.roles.words import words
from bulletin_nlp.pipes.units.mention import UnitMention


def in_finding(context: Context, unit: UnitMention, group: Group, problem: Mapping[str, Any]) -> Given:
    """The role in a finding; whoever nothing else is said of is criticised."""
    surface = context.surface(unit)
    if context.is_a("inspectors", unit):
        return one("supervisor", "inspectors")
    if context.is_a("team", unit) and group.after_fits("observing"):
        return one("supervisor", "observing")
    for entry in ("caught_by", "audited"):
        if words()[entry].fits(group.before, surface, group.after):
            return one("supervisor", entry)
    if group.before_fits("asked") and group.after_fits("complained_to"):
        return one("criticised", "complained_to")
    for entry in ("reporting_to_it", "handling", "bystander"):
        if group.fits(entry):
            return one("mentioned", entry)
    if unit.get("former"):
        return one("mentioned", "former")
    if group.before_fits("pointed_out"):
        return one("inspected", "pointed_out")
    if group.fits("sampled"):
        return one("inspected", "sampled")
    if group.before_fits("object_of_check") and context.others_before(unit, problem):
        return one("mentioned", "object_of_check")
    given = one("criticised", "finding")
    return given.also("inspected", "sampled_here") if group.before_fits("sampled_here") else given
