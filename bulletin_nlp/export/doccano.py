"""JSONL for doccano: one text a line, `label` a list of [start, end, label]; other keys become metadata there."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from bulletin_nlp.export.annotations import annotations_of, only_bulletins
from bulletin_nlp.reconcile import Registries
from bulletin_nlp.records import Bulletin, Failure


def write(results: Iterable[Bulletin | Failure], path: Path, registries: Registries) -> None:
    """Write a file for a doccano project of sequence labelling in which spans may overlap. Offsets: code points."""
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        for bulletin in only_bulletins(results):
            labels = [[note.start, note.end, note.label] for note in annotations_of(bulletin)]
            line = {"text": bulletin.text, "label": labels, "bulletin_id": bulletin.id, "uri": bulletin.source.uri}
            stream.write(json.dumps(line, ensure_ascii=False) + "\n")
