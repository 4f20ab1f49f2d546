"""The fields of the head that a person left → the front matter of a gold file."""

from __future__ import annotations

import datetime
from typing import Any

from bulletin_nlp.evaluate.front_matter import FrontMatter
from bulletin_nlp.evaluate.labelstudio.read import Annotation, Task
from bulletin_nlp.export.labelstudio_config import HEAD

_LISTS = ("issuers", "report_to", "send_to", "copy_to", "attachments")


def front_of(task: Task, annotation: Annotation) -> dict[str, Any]:
    """The front matter: where any field of the head is filled in, an empty one says that the text has nothing."""
    head = annotation.head
    if not any(head.values()):
        return {"codes": "current"}
    told = task.data.get("region") or {}
    front: dict[str, Any] = {"codes": "current"}
    for name in HEAD:
        given = list(head.get(name, ()))
        if name in _LISTS:
            front[name] = given
        elif name == "region":
            code = told.get("code") if given[:1] == [told.get("name")] else None
            front[name] = {"name": given[0], "code": code} if given else None
        else:
            front[name] = _typed(given[0]) if given else None
    return {name: front[name] for name in FrontMatter.model_fields if name in front}


def _typed(value: str) -> str | datetime.date:
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        return value
