"""Labels of codes in Chinese and English; a code that has none stands for itself."""

from __future__ import annotations

from importlib import resources

import yaml

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.write.labels import label


@compiled
def _labels() -> dict[tuple[str, str], tuple[str, str]]:
    content = yaml.safe_load(resources.files(__package__).joinpath("labels.yaml").read_text("utf-8"))
    labels: dict[tuple[str, str], tuple[str, str]] = {}
    for facet, entries in content.items():
        for code, given in entries.items():
            labels[facet, code] = (label(facet, code), given) if isinstance(given, str) else (given[0], given[1])
    for facet in ("nature", "domain"):  # codes of one's own may bring an English label along
        for entry in knowledge().table("taxonomy").get(facet, ()):
            _, english = labels.get((facet, entry["code"]), ("", entry["code"].replace("_", " ")))
            labels[facet, entry["code"]] = (entry["label"], entry.get("label_en", english))
    return labels


def both(facet: str, code: str) -> tuple[str, str]:
    """The Chinese and the English label of a code of a facet."""
    return _labels().get((facet, code)) or (label(facet, code), code)


def codes(facet: str) -> list[str]:
    """The codes of a facet that have a label."""
    return [code for name, code in _labels() if name == facet]
