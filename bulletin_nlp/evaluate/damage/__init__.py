"""Damage simulated and repair measured: clean tagged bulletins, damaged with a seed, parsed and compared."""

from bulletin_nlp.evaluate.damage.edits import Damaged, Edit
from bulletin_nlp.evaluate.damage.kinds import KINDS
from bulletin_nlp.evaluate.damage.measure import Case, Tally, measure, tally
from bulletin_nlp.evaluate.damage.simulate import simulate
from bulletin_nlp.evaluate.damage.table import by_kind, damage_errors, damage_json, damage_table

__all__ = [
    "KINDS",
    "Case",
    "Damaged",
    "Edit",
    "Tally",
    "by_kind",
    "damage_errors",
    "damage_json",
    "damage_table",
    "measure",
    "simulate",
    "tally",
]
