"""The door to jieba: words by dictionary alone, the same every time, from a cache of our own.

jieba keeps one global tokenizer and believes a file of fixed name in the temporary folder. Here each process has a
tokenizer of its own without the statistical model for unknown words (HMM), filled from a file in the user's cache
folder that is named by the dictionary's digest, checked when read, and written in one step.
"""

from __future__ import annotations

import hashlib
import logging
import marshal
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from importlib import metadata, resources
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from spacy.vocab import Vocab

_DIGEST = 32


@cache
def _jieba() -> Any:
    import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    path = _cache_file()
    stored = _read(path) if path else None
    if stored is None:
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
        if path:
            _write(path, (tokenizer.FREQ, tokenizer.total))
    else:
        tokenizer.FREQ, tokenizer.total = stored
    tokenizer.initialized = True
    return tokenizer


def _cache_file() -> Path | None:
    import platformdirs

    dictionary = resources.files("jieba").joinpath("dict.txt")
    with resources.as_file(dictionary) as path:
        stamp = f"{metadata.version('jieba')}-{path.stat().st_size}-{sys.version_info[:2]}-{marshal.version}"
    name = f"words-{hashlib.sha256(stamp.encode()).hexdigest()[:16]}.bin"
    try:
        folder = Path(platformdirs.user_cache_dir("bulletin_nlp"))
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder / name


def _read(path: Path) -> tuple[dict[str, int], int] | None:
    """The dictionary of a cache file; None where it is missing or is not what was written."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    if hashlib.sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
        return None
    content: tuple[dict[str, int], int] = marshal.loads(data[_DIGEST:])
    return content


def _write(path: Path, content: tuple[dict[str, int], int]) -> None:
    data = marshal.dumps(content)
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(hashlib.sha256(data).digest() + data)
        Path(file.name).replace(path)
    except OSError:
        return


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
