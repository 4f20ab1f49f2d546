"""The day of publication as the metadata beside a text tells it: what dates are resolved against where the text is silent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from bulletin_nlp.knowledge import knowledge

_DAY = re.compile(r"\s*((?:19|20)[0-9]{2})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})(?![0-9])")


def hinted_day(hints: Mapping[str, str]) -> date | None:
    """The day of the first metadata field of `html.yaml`'s `published` that holds one.

    Args:
        hints: names and values beside the text (`SourceText.hints`).
    """
    given = {name.lower(): value for name, value in hints.items()}
    for name in knowledge().table("html")["published"]:
        found = _DAY.match(given.get(name.lower(), ""))
        if found:
            try:
                return date(*map(int, found.groups()))
            except ValueError:
                continue
    return None
