"""The taxonomy for other systems: SKOS in Turtle, and JSON.

SKOS: https://www.w3.org/TR/skos-reference/. Domains are mapped to the major topics of the Comparative Agendas Project
(https://www.comparativeagendas.net/pages/master-codebook) and to the subjects (主题分类) of gov.cn. The first is mapped to concepts with
a URN of ours, since the codebook gives numbers and no addresses; the second is a note.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from bulletin_nlp.knowledge.taxonomy import Domain, Nature, taxonomy

BASE = "urn:bulletin-nlp:taxonomy:"
_CAP = "urn:bulletin-nlp:cap:"
_MATCH = {"exact": "exactMatch", "broad": "broadMatch", "narrow": "narrowMatch", "related": "relatedMatch"}
_SCHEMES = {"nature": "问题性质", "domain": "政策领域"}


def as_json() -> str:
    """The taxonomy in force as JSON, the same text every time."""
    return json.dumps(taxonomy().model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"


def as_turtle() -> str:
    """The taxonomy in force as two SKOS concept schemes."""
    table = taxonomy()
    group_of = {code: group.code for group in table.groups for code in group.members}
    blocks = ["@prefix skos: <http://www.w3.org/2004/02/skos/core#> .", ""]
    for scheme, label in _SCHEMES.items():
        blocks.append(_block(scheme, "skos:ConceptScheme", [("prefLabel", _said(label))]))
    for group in table.groups:
        top = [("prefLabel", _said(group.label)), ("notation", _quoted(group.code))]
        blocks.append(_concept(f"group:{group.code}", "nature", [*top, ("topConceptOf", _name("nature"))]))
    for nature in table.nature:
        said = [*_nature(nature), ("broader", _name(f"group:{group_of[nature.code]}"))]
        blocks.append(_concept(f"nature:{nature.code}", "nature", said))
    for domain in table.domain:
        said = [*_domain(domain), ("topConceptOf", _name("domain"))]
        blocks.append(_concept(f"domain:{domain.code}", "domain", said))
    for number, name in sorted({(topic.code, topic.name) for domain in table.domain for topic in domain.cap}):
        topic_said = [("prefLabel", _quoted(name) + "@en"), ("notation", _quoted(str(number)))]
        blocks.append(_statements(f"<{_CAP}{number}>", "skos:Concept", topic_said))
    return "\n".join(blocks)


def _nature(nature: Nature) -> Iterator[tuple[str, str]]:
    yield from _shared(nature)
    for example in (nature.positive_formulaic, *nature.positive):
        yield "example", _said(example)
    for counter in nature.negative:
        yield "scopeNote", _said(f"不归此码：{counter.text} → {counter.code}")
    if nature.tie_break:
        yield "scopeNote", _said(nature.tie_break)


def _domain(domain: Domain) -> Iterator[tuple[str, str]]:
    yield from _shared(domain)
    yield "example", _said(domain.positive)
    yield "scopeNote", _said(f"不归此码：{domain.negative.text} → {domain.negative.code}")
    for subject in domain.govcn:
        yield "note", _said(f"gov.cn 主题分类：{subject}")
    if domain.note:
        yield "note", _said(domain.note)
    for topic in domain.cap:
        yield _MATCH[topic.match], f"<{_CAP}{topic.code}>"


def _shared(entry: Nature | Domain) -> Iterator[tuple[str, str]]:
    yield "notation", _quoted(entry.code)
    yield "prefLabel", _said(entry.label)
    yield "definition", _said(entry.definition)


def _concept(name: str, scheme: str, said: list[tuple[str, str]]) -> str:
    return _block(name, "skos:Concept", [*said, ("inScheme", _name(scheme))])


def _block(name: str, kind: str, said: list[tuple[str, str]]) -> str:
    return _statements(_name(name), kind, said)


def _statements(subject: str, kind: str, said: list[tuple[str, str]]) -> str:
    lines = [f"{subject} a {kind}", *(f"    skos:{predicate} {value}" for predicate, value in said)]
    return " ;\n".join(lines) + " .\n"


def _name(name: str) -> str:
    return f"<{BASE}{name}>"


def _said(text: str) -> str:
    return _quoted(text) + "@zh"


def _quoted(text: str) -> str:
    # The escapes of a JSON string are those of a Turtle string.
    return json.dumps(text, ensure_ascii=False)
