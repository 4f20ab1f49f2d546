"""Damaged dates: the readings of a run, and the one chosen where it stands clearly ahead."""

from __future__ import annotations

from itertools import takewhile

from bulletin_nlp.pipes.dates.mention import DateMention, Endpoint
from bulletin_nlp.pipes.dates.normalise import granularity
from bulletin_nlp.pipes.dates.reference import Reference, RepairedDate
from bulletin_nlp.text.damage import Reading, read_run
from bulletin_nlp.text.fold import fold

MENDED = 0.95
"""The certainty of a reading that replaces look-alikes, drops what was injected or restores what only one character fits."""
YEARLESS = 0.8
"""What is left of the certainty of a date without a year in a bulletin without a date: its year is a guess."""
CLEAR = 0.85
"""The certainty from which a reading is given as the restoration, the others only as candidates."""


def restore(mention: DateMention, reference: Reference) -> tuple[list[DateMention], RepairedDate]:
    """Read a damaged mention.

    Args:
        mention: one with a `run`.
        reference: the bulletin's own date, with the places that name it undamaged.

    Returns:
        The mention with the fields of each reading, the likeliest first, and the repair.
    """
    published = reference.published
    due = mention["kind"] == "deadline"
    run = mention["run"] or ""
    readings = read_run(
        run,
        published,
        None if due else published,
        single=due or "single" in mention["cues"],
        worded="year_word" in mention["first"],
        witnesses=[witness.day for witness in reference.witnesses],
    )
    if not readings:
        return [mention], _repair(mention, [], reference)
    return [_read(mention, reading) for reading in readings], _repair(mention, readings, reference)


def look_alikes(mention: DateMention, text: str) -> RepairedDate:
    """The repair of a mention read as `mended`: look-alikes replaced, injected characters dropped, lost ones restored."""
    surface = text[mention["start"] : mention["end"]]
    restored = mention["mended"] or surface
    return RepairedDate(
        start=mention["start"], end=mention["end"], restored=restored, lost=_restored(fold(surface), restored),
        candidates=[(restored, MENDED)], witnesses=[], certainty=MENDED,
    )  # fmt: skip


def _restored(surface: str, restored: str) -> tuple[str, ...]:
    """The characters that a restoration inserts; none where it replaces characters."""
    rest = iter(restored)
    lost: list[str] = []
    for character in surface:
        if character not in restored:
            continue
        lost += takewhile(lambda other, wanted=character: other != wanted, rest)  # type: ignore[misc]
    lost += rest
    return tuple(lost) if len(surface) - len(restored) == -len(lost) else ()


def _read(mention: DateMention, reading: Reading) -> DateMention:
    first = Endpoint(**{**mention["first"], **reading.first})  # type: ignore[typeddict-item]
    last = Endpoint(**reading.last) if reading.last is not None else None  # type: ignore[typeddict-item]
    fixed = mention["kind"] == "deadline" or mention["bound"] == "since"
    kind = mention["kind"] if fixed else "range" if last else "point"
    fields = {"first": first, "last": last, "kind": kind, "granularity": granularity(first)}
    return DateMention(**{**mention, **fields})  # type: ignore[typeddict-item]


def _repair(mention: DateMention, readings: list[Reading], reference: Reference) -> RepairedDate:
    best = readings[0] if readings else None
    named = {**best.first, "year": best.first.get("year", 0)} if best else {}
    support = [
        (w.start, w.end)
        for w in reference.witnesses
        if named and (w.day.year, w.day.month, w.day.day) == (named["year"], named["month"], named.get("day"))
    ]
    clear = best is not None and best.certainty >= CLEAR
    yearless = best is not None and "year" not in best.first and reference.published is None
    return RepairedDate(
        start=mention["start"],
        end=mention["end"],
        restored=best.restored if best and clear else None,
        lost=best.lost if best and clear else (),
        candidates=[(reading.restored, reading.certainty) for reading in readings],
        witnesses=support,
        certainty=(best.certainty * (YEARLESS if yearless else 1.0)) if best else 0.0,
    )
