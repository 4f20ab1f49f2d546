"""The statistical layer: margins of a trained linear model for natures and domains, read from one plain file.

The file is a line of JSON (format, version, codes, scales, digests) and a zlib stream of numbers; nothing in it runs.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bulletin_nlp.knowledge import compiled
from bulletin_nlp.knowledge.load import KnowledgeError, knowledge
from bulletin_nlp.pipes.findings.features import BUCKETS, Floats, features

NAME = "findings.model"
SHIPPED = Path(__file__).with_name("data") / NAME
FORMAT, VERSION = "bulletin-findings", 1


@dataclass(frozen=True)
class Facet:
    """The part of a model for one facet: `weights` has a row a bucket and a column a code."""

    codes: tuple[str, ...]
    weights: NDArray[np.int8]
    scale: Floats
    bias: Floats
    temperature: float


@dataclass(frozen=True)
class Model:
    """A trained model; `rarity` weighs the buckets, `data` is the digest of the sentences that it was trained on."""

    rarity: Floats
    facets: dict[str, Facet]
    data: str

    def margins(self, texts: Sequence[str]) -> dict[str, Floats]:
        """For each facet the evidence for each code, a row a folded text, in units of the calibrated logit."""
        if not texts:
            return {name: np.zeros((0, len(facet.codes)), np.float32) for name, facet in self.facets.items()}
        rows = [features(text, self.rarity) for text in texts]
        where = np.concatenate([row[0] for row in rows])
        values = np.concatenate([row[1] for row in rows])[:, None]
        starts = np.cumsum([0, *(len(row[0]) for row in rows[:-1])])
        return {
            name: (np.add.reduceat(facet.weights[where] * values, starts) * facet.scale + facet.bias)
            / np.float32(facet.temperature)
            for name, facet in self.facets.items()
        }


def pack(model: Model) -> bytes:
    """The bytes of a model file."""
    parts = [model.rarity.astype("<f2").tobytes(), *(facet.weights.tobytes() for facet in model.facets.values())]
    payload = zlib.compress(b"".join(parts), 9)
    header = {
        "format": FORMAT,
        "version": VERSION,
        "data": model.data,
        "payload": hashlib.sha256(payload).hexdigest(),
        "facets": {
            name: {
                "codes": facet.codes,
                "scale": [float(f"{value:.6g}") for value in facet.scale],
                "bias": [float(f"{value:.4g}") for value in facet.bias],
                "temperature": facet.temperature,
            }
            for name, facet in model.facets.items()
        },
    }
    return json.dumps(header).encode() + b"\n" + payload


def unpack(raw: bytes) -> Model:
    """The model of a file's bytes.

    Raises:
        ValueError: another format or version, or a file that was cut or changed.
    """
    head, _, payload = raw.partition(b"\n")
    header: dict[str, Any] = json.loads(head)
    if (header.get("format"), header.get("version")) != (FORMAT, VERSION):
        raise ValueError(f"not a {FORMAT} file of version {VERSION}")
    if hashlib.sha256(payload).hexdigest() != header["payload"]:
        raise ValueError("the numbers do not fit their digest; the file was cut or changed")
    numbers = zlib.decompress(payload)
    rarity = np.frombuffer(numbers, "<f2", BUCKETS).astype(np.float32)
    offset, facets = 2 * BUCKETS, {}
    for name, value in header["facets"].items():
        shape = BUCKETS, len(value["codes"])
        weights = np.frombuffer(numbers, np.int8, shape[0] * shape[1], offset).reshape(shape)
        scale, bias = (np.array(value[key], np.float32) for key in ("scale", "bias"))
        facets[name] = Facet(tuple(value["codes"]), weights, scale, bias, value["temperature"])
        offset += weights.size
    return Model(rarity, facets, header["data"])


@compiled
def model() -> Model | None:
    """The model in force: that of the user's knowledge folder, else the shipped one; None where there is no file.

    Raises:
        KnowledgeError: a file that is no model.
    """
    folder = knowledge().folder
    path = folder / NAME if folder and (folder / NAME).is_file() else SHIPPED
    if not path.is_file():
        return None
    try:
        return unpack(path.read_bytes())
    except (ValueError, KeyError, zlib.error) as error:
        raise KnowledgeError(f"{path}: {error}; make it anew with `bulletin train`, or remove it") from error
