"""What is given to a unit: its roles, and the rule that gave each."""

from __future__ import annotations

from typing import NamedTuple

from bulletin_nlp.records import UnitRole


class Given(NamedTuple):
    """Roles, the one that counts first, each with the name of its rule: an entry of units/roles.yaml or a place."""

    roles: tuple[UnitRole, ...]
    rules: tuple[str, ...]

    def also(self, role: UnitRole, rule: str) -> Given:
        """With one role more, unless it is there."""
        return self if role in self.roles else Given((*self.roles, role), (*self.rules, rule))


def one(role: UnitRole, rule: str) -> Given:
    """A single role."""
    return Given((role,), (rule,))
