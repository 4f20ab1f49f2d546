"""The two sides of a link: what of a finding, and of each sentence of a demand, is compared."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bulletin_nlp.parse.link_rules import Rules

_BODY = re.compile(r"^(?:中共)?(.+[省市县区旗州镇乡道村])(?:人民政府|委员会|人民委员会|村民委员会)$")


class Fault:
    """What of a problem is compared."""

    def __init__(self, problem: Mapping[str, Any]) -> None:
        self.units = {_seat(unit) for unit in problem.get("units", ())}
        self.named = {_seat(unit) for unit in problem.get("named", ())}
        self.mentions = {_seat(unit) for unit in problem.get("mentions", ())} | self.units
        self.natures = list(zip(problem.get("natures", ()), (1.0, 0.7, 0.5), strict=False))
        self.path = tuple(problem.get("ordinal") or ())
        self.listed = bool(problem.get("listed"))


class Order:
    """What of one sentence of a demand is compared."""

    def __init__(self, number: int, demand: Mapping[str, Any], order: Mapping[str, Any], rules: Rules) -> None:
        self.demand = number
        text = f"{demand.get('heading') or ''}\n{order['text']}"
        self.units = {_seat(unit) for unit in order.get("units", ())}
        self.named = {_seat(unit) for unit in order.get("named", ())}
        self.mentions = {_seat(unit) for unit in order.get("mentions", ())} | self.units
        self.topic = topic_text({**order, "heading": demand.get("heading"), "surfaces": demand.get("surfaces", ())})
        self.kinds = rules.kinds(text)
        self.aim = rules.aim(order["text"])
        self.path = tuple(demand.get("ordinal") or ())


def _seat(unit: str) -> str:
    """A place and its government and its Party committee are one."""
    return _BODY.sub(r"\1", unit)


def topic_text(item: Mapping[str, Any]) -> str:
    """The text without the names of units: that two texts name a unit is a sign of its own."""
    text = _all_text(item)
    for unit in (*item.get("units", ()), *item.get("surfaces", ())):
        text = text.replace(unit, " ")
    return text


def _all_text(item: Mapping[str, Any]) -> str:
    return f"{item.get('heading') or ''}\n{item['text']}"
