"""Proving knowledge by its own examples.

A checker looks at one table of the knowledge in force, or at all of them, and yields findings. Its decorator
registers it:

    @checker("taxonomy")
    def check_taxonomy() -> Iterator[Finding]: ...

Checkers of rules that only a component can run live beside the component, in a module named `check`; importing the
module registers them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bulletin_nlp.knowledge.load import KnowledgeError, knowledge, use


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something wrong in the knowledge folder.

    Args:
        table: the file, without its ending, relative to the folder.
        path: where in it, such as `nature.awareness.patterns[2]`.
        message: what is wrong, and with what.
    """

    table: str
    path: str
    message: str


Checker = Callable[[], Iterable[Finding]]
_CHECKERS: dict[str, Checker] = {}


def checker(name: str) -> Callable[[Checker], Checker]:
    """Register a checker under the name of its table.

    Args:
        name: the table, or what the checker checks in all of them; each name once.

    Raises:
        ValueError: when the name is taken.
    """

    def register(function: Checker) -> Checker:
        known = _CHECKERS.setdefault(name, function)
        if known is not function:
            raise ValueError(f"two checkers are called {name!r}")
        return function

    return register


def checkers() -> dict[str, Checker]:
    """The registered checkers by name, sorted."""
    from bulletin_nlp.knowledge import checkers as _shipped  # noqa: F401  (registers)
    from bulletin_nlp.knowledge import checkers_units as _units  # noqa: F401

    return dict(sorted(_CHECKERS.items()))


def check(folder: Path | None = None) -> list[Finding]:
    """Run every registered checker over the shipped knowledge, overlaid by a folder.

    Args:
        folder: a folder laid out as the shipped one; None for the shipped knowledge alone.

    Returns:
        The findings, sorted; none when all is well. What a checker can't read is a finding too.

    Raises:
        KnowledgeError: when the folder is not there.
    """
    before = knowledge().folder
    use(folder)
    try:
        return sorted({finding for name, function in checkers().items() for finding in _run(name, function)})
    finally:
        use(before)


def _run(name: str, function: Checker) -> Iterator[Finding]:
    try:
        yield from function()
    except KnowledgeError as error:
        yield Finding(name, "", str(error))
