"""Shared by all tests: where the corpora are, and parses made once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from bulletin_nlp.records import Bulletin

# How long a machine takes says nothing about whether a property holds.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def corpora() -> Path:
    return ROOT / "corpora"


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], Bulletin]:
    """Parse a text with the default settings; the same text only once."""
    from bulletin_nlp.parse import parse

    return cache(parse)
