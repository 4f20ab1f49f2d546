"""The two-facet taxonomy of findings: its shapes, and the one door to `taxonomy.yaml`."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bulletin_nlp.knowledge.load import KnowledgeError, compiled, knowledge


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class CounterExample(_Shape):
    """A sentence that is easily taken for a code, and the code it has instead."""

    text: str
    code: str


class CapTopic(_Shape):
    """A major topic of the Comparative Agendas Project that a domain corresponds to."""

    code: int
    name: str
    match: Literal["exact", "broad", "narrow", "related"]


class Group(_Shape):
    """A first-level class of natures."""

    code: str
    label: str
    members: tuple[str, ...]


class Nature(_Shape):
    """What is wrong: one code of the facet nature.

    `strong` phrases state the code outright and put it first; `cues` and `patterns` state it; `weak` ones hint at it,
    and count only where they do not lie inside another code's phrase.
    """

    code: str
    label: str
    layer: Literal["process", "condition"]
    definition: str
    strong: tuple[str, ...] = ()
    cues: tuple[str, ...]
    patterns: tuple[str, ...]
    weak: tuple[str, ...] = ()
    positive_formulaic: str
    positive: tuple[str, ...]
    negative: tuple[CounterExample, ...]
    tie_break: str | None = None


class Domain(_Shape):
    """What it is about: one code of the facet domain, mapped to CAP topics and gov.cn 主题分类."""

    code: str
    label: str
    definition: str
    cues: tuple[str, ...]
    positive: str
    negative: CounterExample
    cap: tuple[CapTopic, ...]
    govcn: tuple[str, ...]
    note: str | None = None


class Taxonomy(_Shape):
    """The whole taxonomy in force."""

    version: int
    classes: dict[str, str | list[str]] = Field(description="Word classes that phrases name with @")
    groups: tuple[Group, ...]
    decision_rules: tuple[str, ...]
    yields: dict[str, tuple[str, ...]] = Field(description="code → codes beside which it is not reported")
    nature: tuple[Nature, ...]
    domain: tuple[Domain, ...]


@compiled
def taxonomy() -> Taxonomy:
    """The taxonomy of the knowledge in force.

    Raises:
        KnowledgeError: an entry without its shape, or a group or rule that names an unknown code.
    """
    try:
        read = Taxonomy.model_validate(knowledge().table("taxonomy"))
    except ValidationError as error:
        raise KnowledgeError(f"taxonomy.yaml: {error}") from error
    codes = [entry.code for entry in read.nature]
    named = [code for group in read.groups for code in group.members]
    if sorted(named) != sorted(codes):
        raise KnowledgeError(f"taxonomy.yaml: groups and natures differ in {sorted(set(named) ^ set(codes))}")
    unknown = {code for key, others in read.yields.items() for code in (key, *others)} - set(codes)
    if unknown:
        raise KnowledgeError(f"taxonomy.yaml: yields names unknown codes {sorted(unknown)}")
    return read
