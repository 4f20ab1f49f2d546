"""The codes that a gold file may use for the nature of a finding, older and newer."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

import yaml

from bulletin_nlp.knowledge import Knowledge, knowledge


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = yaml.safe_load(resources.files(__package__).joinpath("codes.yaml").read_text("utf-8"))
    return table


def known_codes(source: Knowledge | None = None) -> frozenset[str]:
    """Every code that a gold file may use: of the taxonomy in force, and the older ones."""
    taxonomy = (source or knowledge()).table("taxonomy")
    current = (entry["code"] for entry in taxonomy.get("nature", ()))
    return frozenset((*current, *_table()["older"], *_table()["newer"]))


def known_domains(source: Knowledge | None = None) -> frozenset[str]:
    """Every code of a policy domain: those of the taxonomy in force."""
    return frozenset(entry["code"] for entry in (source or knowledge()).table("taxonomy").get("domain", ()))


def only_older(codes: Iterable[str]) -> bool:
    """Whether none of the codes is one of the newer ones."""
    return not _table()["newer"].keys() & set(codes)


def to_older(codes: Iterable[str]) -> tuple[str, ...]:
    """The codes with each newer one replaced by the older one it stood under, first occurrences in order."""
    return tuple(dict.fromkeys(_table()["newer"].get(code, code) for code in codes))
