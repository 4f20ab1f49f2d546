"""Roles inside a demand, and in the demanding part around it."""

from __future__ import annotations

from bulletin_nlp.parse.roles.context import Context
from bulletin_nlp.parse.roles.given import Given, one
from bulletin_nlp.parse.roles.groups import Group
from bulletin_nlp.pipes.units.mention import UnitMention


def in_demand(context: Context, unit: UnitMention, group: Group) -> Given:
    """Charged, told, or the supervisor that says what it will do."""
    if plan := own_plan(group):
        return plan
    told = group.before_fits("told")
    modal = group.after_fits("modal")
    commissioned = group.before_fits("commissioned") and not group.after_fits("summoned")
    taking = commissioned or group.after_fits("takes_on")
    if context.key(unit) in context.supervisors and not (modal or told or taking):
        return one("supervisor", "supervisor_again")
    if group.after_fits("topic"):
        return one("mentioned", "topic")
    if not commissioned and (told or (group.after_fits("told") and not modal)):
        return one("mentioned", "told")
    if not group.fits("charged"):
        return one("mentioned", "demand")
    return _and_more(one("responsible", "charged"), group)


def in_demanding_part(context: Context, unit: UnitMention, group: Group) -> Given | None:
    """Outside what was found to be a demand only plain words charge; None where they don't."""
    if plan := own_plan(group):
        return plan
    if group.after_fits("summoned") or group.before_fits("told") or group.after_fits("topic"):
        return None
    return _and_more(one("responsible", "plainly_charged"), group) if group.fits("plainly_charged") else None


def own_plan(group: Group) -> Given | None:
    """Who will do something itself, and who joins in."""
    for entry, fits in (("own_plan", group.after_fits), ("joins_plan", group.before_fits)):
        if fits(entry):
            return one("supervisor", entry)
    return None


def _and_more(given: Given, group: Group) -> Given:
    if group.before_fits("faulty"):
        given = given.also("criticised", "faulty")
    return given.also("supervisor", "watching") if group.after_fits("watching") else given
