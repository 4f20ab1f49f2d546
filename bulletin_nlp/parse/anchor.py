"""Dates resolved against the bulletin's own date; the resolver itself stands beside the finder in `pipes.dates`."""

from __future__ import annotations

from bulletin_nlp.pipes.dates.reference import Anchored, Candidate, Note, Reference, RepairedDate, ResolvedDate, Witness
from bulletin_nlp.pipes.dates.resolve import anchor

__all__ = ["Anchored", "Candidate", "Note", "Reference", "RepairedDate", "ResolvedDate", "Witness", "anchor"]
