"""Shared by all tests: where the corpora are, and parses made once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from bulletin_nlp.records import Bulletin

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def corpora() -> Path:
    return ROOT / "corpora"


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], Bulletin]:
    """Parse a text with the default settings; the same text only once."""
    from bulletin_nlp.parse import parse

    return cache(parse)
