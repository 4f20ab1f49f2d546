"""Chinese labels for codes; a code that has none stands for itself."""

from __future__ import annotations

from importlib import resources
from typing import Any

import yaml

from bulletin_nlp.knowledge import compiled, knowledge


@compiled
def _labels() -> dict[str, dict[str, str]]:
    content = resources.files(__package__).joinpath("labels.yaml").read_text("utf-8")
    labels: dict[str, dict[str, str]] = yaml.safe_load(content)
    for facet in ("nature", "domain"):
        labels[facet] = {entry["code"]: entry["label"] for entry in _facet(facet)}
    return labels


def _facet(name: str) -> list[dict[str, Any]]:
    entries = knowledge().table("taxonomy").get(name, [])
    return [entry for entry in entries if "code" in entry and "label" in entry]


def label(facet: str, code: str) -> str:
    """The Chinese label of a code of a facet (nature, domain, unit_role …)."""
    return _labels().get(facet, {}).get(code, code)


def labelled(facet: str, code: str) -> str:
    """Label and code, as in 认识不到位 awareness; the code alone where it has no label."""
    name = label(facet, code)
    return code if name == code else f"{name} {code}"
