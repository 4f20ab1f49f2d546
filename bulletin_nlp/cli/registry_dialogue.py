"""The questions of `bulletin registry review`, and what the answers do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bulletin_nlp.cli.registry_options import pool_of
from bulletin_nlp.cli.registry_review import read_answer

if TYPE_CHECKING:
    from datetime import date

    from bulletin_nlp.reconcile import RegionVerdict, Registries
    from bulletin_nlp.reconcile.decisions import Decisions
    from bulletin_nlp.reconcile.queue import Item
    from bulletin_nlp.records import UnitCandidate

_HELP = """\
  2              the second candidate       2 2016..2018   for these years only (also 2019-03.., ..2018-12-31)
  n 全称         a unit that no list has    n              the same, the name asked for
  x              no unit                    /words         look for other units
  enter          skip                       u              undo the last decision, also one of an earlier session
  q              stop"""
_PROMPT = "number, n 全称, x, /words, enter, u, ?, q > "
_NUMBER = re.compile(r"(\d{1,3})(?:\s+(\S+))?$")


class Dialogue:
    """Goes through a queue with a person.

    Args:
        items: what to ask about, in this order.
        registries: what is kept; candidates are looked for there.
        home: the knowledge folder that decisions are written to.
    """

    def __init__(self, items: Sequence[Item], registries: Registries, home: Path) -> None:
        self._items, self._registries, self._home = items, registries, home
        self._files: dict[Path, Decisions] = {}
        self._done: list[int] = []

    def run(self) -> None:
        """Ask until the queue is through, the person stops or the answers end."""
        if not self._items:
            typer.echo("nothing to review: every name is matched, derived or decided")
            return
        at: int | None = 0
        while at is not None and at < len(self._items):
            at = self._ask(at)
        left = len(self._items) - len(self._done)
        typer.echo(f"{len(self._done)} decided, {left} left undecided")

    def _ask(self, at: int) -> int | None:
        """Ask about one item until it is dealt with; the index of the next one, None to stop."""
        item = self._items[at]
        _head(item, at, len(self._items))
        offered = self._offer(item, "")
        while True:
            answer = read_answer(_PROMPT)
            if answer is None or answer == "q":
                return None
            if answer in {"", "s"}:
                return at + 1
            if answer == "u":
                return self._undo(item, at)
            if answer.startswith("/") and answer[1:].strip():
                offered = self._offer(item, answer[1:].strip())
            elif self._decide(item, answer, offered):
                self._done.append(at)
                return at + 1

    def _offer(self, item: Item, words: str) -> list[UnitCandidate]:
        from bulletin_nlp.reconcile.queue import choices

        offered = choices(item, pool_of(item.region, self._registries), words)
        for number, candidate in enumerate(offered, 1):
            typer.echo(f"  {number:>2}  {candidate.canonical_name}  ({candidate.score:.2f} {candidate.basis})")
        if not offered:
            typer.echo("   -  no candidate" + ("" if words else "; /words looks for units, n 全称 makes one"))
        return offered

    def _decide(self, item: Item, answer: str, offered: Sequence[UnitCandidate]) -> bool:
        """Write the decision that an answer makes; whether it made one."""
        from bulletin_nlp.reconcile import Unit
        from bulletin_nlp.reconcile.days import window
        from bulletin_nlp.reconcile.registry import unit_id

        region, decisions = item.region.code or item.region.name, self._decisions(item.region)
        if answer == "x":
            decisions.add(item.surface, region, "not-a-unit", period=item.period, at=_now())
            typer.echo(f"  {item.surface}: no unit")
            return True
        if answer == "n" or answer.startswith(("n ", "n\u3000")):
            name = answer[1:].strip() or read_answer("full name > ") or ""
            if len(name) < 2:
                typer.echo("  a unit wants a name of two characters or more")
                return False
            unit = Unit(unit_id(name), name, (), None, None, None, region, source="person")
            decisions.add(item.surface, region, "new-unit", unit, item.period, _now())
            typer.echo(f"  {item.surface} = {name}, a new unit ({unit.id})")
            return True
        found = _NUMBER.match(answer)
        if found is None or not 1 <= int(found[1]) <= len(offered):
            typer.echo(_HELP)
            return False
        try:
            period = window(found[2]) if found[2] else item.period
        except ValueError as error:
            typer.echo(f"  {error}; a period is written 2016..2018, 2019-03.. or ..2018-12-31")
            return False
        chosen = offered[int(found[1]) - 1]
        unit = Unit(chosen.canonical_id, chosen.canonical_name, (), None, None, None, region)
        decisions.add(item.surface, region, "unit", unit, period, _now())
        typer.echo(f"  {item.surface} = {unit.name}{_in_words(period)}")
        return True

    def _undo(self, item: Item, at: int) -> int:
        """Take the last decision back; the index of the item to ask about again."""
        before = self._done.pop() if self._done else at
        decision = self._decisions(self._items[before].region).undo(_now())
        if decision is None:
            typer.echo(f"  no decision of {item.region.name} is left to undo")
        else:
            typer.echo(f"  undone: {decision.surface} ({decision.unit_name or 'no unit'})")
        return before

    def _decisions(self, region: RegionVerdict) -> Decisions:
        from bulletin_nlp.reconcile.decisions import Decisions
        from bulletin_nlp.reconcile.regional import DECISIONS_NAME, region_folder

        path = region_folder(self._home, region) / DECISIONS_NAME
        if path not in self._files:
            self._files[path] = Decisions(path)
        return self._files[path]


def _head(item: Item, at: int, total: int) -> None:
    days = sorted({min(item.days), max(item.days)}) if item.days else []
    told = "..".join(day.isoformat() for day in days) or "no date"
    typer.echo(f"\n[{at + 1}/{total}] {item.surface}  ×{item.count}  {item.region.name}  {told}")
    for uri, words in item.contexts:
        typer.echo(f"      {words}  ({uri})")


def _in_words(period: tuple[date | None, date | None]) -> str:
    return f" in {period[0] or ''}..{period[1] or ''}" if any(period) else ""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
