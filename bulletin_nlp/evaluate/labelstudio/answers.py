"""Answers of a region that stand in several fields, or in several words of one."""

from __future__ import annotations

from bulletin_nlp.evaluate.labelstudio.read import Region


def canonical_of(region: Region) -> tuple[str, ...]:
    """The full names that a person left on a unit: one, or two where a surface names two organs."""
    given = (part.strip() for one in region.answers.get("canonical", ()) for part in one.replace("；", ";").split(";"))
    return tuple(dict.fromkeys(filter(None, given)))


def nature_of(region: Region) -> tuple[str, ...]:
    """The codes of nature, the primary one first; none where it is given as unknown."""
    return tuple(code for code in _joined(region, "nature", "nature_more") if code != "unknown")


def domains_of(region: Region) -> tuple[str, ...]:
    """The codes of the domain, the primary one first."""
    return _joined(region, "domain", "domain_more")


def _joined(region: Region, *names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for name in names for code in region.answers.get(name, ())))
