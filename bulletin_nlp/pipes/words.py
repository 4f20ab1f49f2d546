"""The door to jieba: words by dictionary alone, the same every time, from a cache of our own.

jieba keeps one global tokenizer and believes a file of fixed name in the temporary folder. Here each process has a
tokenizer of its own without the statistical model for unknown words (HMM), filled from a file in the user's cache
folder that is named by the dictionary's digest, checked when read, and written in one step.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import cache
from importlib import metadata, resources
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from spacy.vocab import Vocab

from bulletin_nlp.knowledge import stored


@cache
def _jieba() -> Any:
    import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    with resources.as_file(resources.files("jieba").joinpath("dict.txt")) as dictionary:
        path = stored.stored_file("words", f"{metadata.version('jieba')}-{dictionary.stat().st_size}")
    content = stored.load(path) if path else None
    if content is None:
        content = tokenizer.gen_pfdict(tokenizer.get_dict_file())
        if path:
            stored.save(path, content)
    tokenizer.FREQ, tokenizer.total = content
    tokenizer.initialized = True
    return tokenizer


def words(text: str) -> Iterator[str]:
    """The words of a text; joined they are the text."""
    yield from _jieba().cut(text, HMM=False)


class WordTokenizer:
    """A spaCy tokenizer over `words`: no character is lost and no blank is added."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The Doc of a text."""
        found = list(words(text))
        return Doc(self.vocab, words=found, spaces=[False] * len(found))

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Nothing to keep: the dictionary is jieba's."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> WordTokenizer:
        """The counterpart of `to_bytes`."""
        return self

    def to_disk(self, path: Path | str, **kwargs: Any) -> None:
        """Nothing to keep: the dictionary is jieba's."""

    def from_disk(self, path: Path | str, **kwargs: Any) -> WordTokenizer:
        """The counterpart of `to_disk`."""
        return self
