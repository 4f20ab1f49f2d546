"""Rows of the taxonomy in force, with the codes that bulletins hold besides, and of the codebook."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from bulletin_nlp.export.places import Row, joined
from bulletin_nlp.export.schema import tables
from bulletin_nlp.knowledge.taxonomy import taxonomy


def taxonomy_rows(natures: Collection[str], domains: Collection[str]) -> Iterator[Row]:
    """Natures and domains of the taxonomy, then further codes, which a record of another taxonomy may hold."""
    read = taxonomy()
    groups = {code: group for group in read.groups for code in group.members}
    for nature in read.nature:
        group = groups[nature.code]
        row = {"class": group.code, "class_zh": group.label, "layer": nature.layer, "definition": nature.definition}
        yield "natures", {"nature": nature.code} | row
    for code in sorted(set(natures) - set(groups)):
        yield "natures", {"nature": code}
    for domain in read.domain:
        cap = joined(f"{topic.code} {topic.name} ({topic.match})" for topic in domain.cap)
        topics = {"cap": cap, "govcn": joined(domain.govcn)}
        yield "domains", {"domain": domain.code, "definition": domain.definition, **topics}
    for code in sorted(set(domains) - {domain.code for domain in read.domain}):
        yield "domains", {"domain": code}


def codebook_rows() -> Iterator[Row]:
    """A row for every column of every table."""
    for table in tables().values():
        refers = {key.columns[0]: f"{key.table}.{tables()[key.table].key[0]}" for key in table.foreign}
        for column in table.columns:
            row = {"column_name": column.name, "title": column.title, "type": column.kind, "required": column.required}
            more = {"in_key": column.name in table.key, "refers_to": refers.get(column.name), "codes": column.facet}
            yield "codebook", {"table_name": table.name, "table_title": table.title, "about": table.about} | row | more
