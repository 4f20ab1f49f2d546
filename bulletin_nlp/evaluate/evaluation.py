"""Gold files and a way to predict in, judgements out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bulletin_nlp.evaluate.gold import SUFFIX, GoldBulletin, GoldError, discover, load_gold
from bulletin_nlp.evaluate.judges import judge
from bulletin_nlp.evaluate.score import Judgement
from bulletin_nlp.records import Bulletin, Failure, Head, Provenance, Section, Source, Span

Predict = Callable[[str], Bulletin]
Named = tuple[str, str, GoldBulletin]
"""A name for reports, where the gold comes from, and the gold."""


@dataclass(frozen=True, slots=True)
class Document:
    """One bulletin of the gold, judged; `text` gives the judgements their context."""

    name: str
    text: str
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All documents judged, and the files that could not be: unreadable gold, or a prediction that raised."""

    documents: tuple[Document, ...]
    failures: tuple[Failure, ...] = ()

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements of all documents."""
        return tuple(judgement for document in self.documents for judgement in document.judgements)


def evaluate(paths: Iterable[Path], predict: Predict, progress: Callable[[str], None] | None = None) -> Evaluation:
    """Judge the predictions for every gold file among the paths.

    Args:
        paths: gold files, and folders to look through for NAME.tagged.txt.
        predict: gives the bulletin of a text. Where it raises, the document counts as one with nothing found.
        progress: called with the name of each document before it is judged.
    """
    return evaluate_gold(_loaded(paths), predict, progress)


def evaluate_gold(
    given: Iterable[Named | Failure], predict: Predict, progress: Callable[[str], None] | None = None
) -> Evaluation:
    """Judge the predictions for gold that is there already, wherever it was read; see `evaluate`.

    Args:
        given: the gold, and the failures of what gave none, which the evaluation lists.
        predict: as for `evaluate`.
        progress: as for `evaluate`.
    """
    documents: list[Document] = []
    failures: list[Failure] = []
    for one in given:
        if isinstance(one, Failure):
            failures.append(one)
            continue
        name, uri, gold = one
        if progress:
            progress(name)
        try:
            predicted = predict(gold.text)
        except Exception as error:  # one bulletin that can't be parsed must not cost the figures of the others
            message = f"{type(error).__name__}: {error}"
            failures.append(Failure(uri=uri, stage="parse", code="parse-raised", message=message))
            predicted = _nothing()
        documents.append(judge_document(name, gold, predicted))
    return Evaluation(tuple(documents), tuple(failures))


def judge_document(name: str, gold: GoldBulletin, predicted: Bulletin) -> Document:
    """One document judged under the name that reports and baselines call it by."""
    return Document(name, gold.text, judge(gold, predicted))


def _loaded(paths: Iterable[Path]) -> Iterator[Named | Failure]:
    files = discover(paths)
    for name, path in zip(_names(files), files, strict=True):
        try:
            yield name, str(path), load_gold(path)
        except GoldError as error:
            yield Failure(uri=str(path), stage="gold", code="bad-gold", message=str(error))


def _names(paths: list[Path]) -> list[str]:
    """`folder/name` for each file, the whole path where two would be called alike."""
    short = [f"{path.resolve().parent.name}/{path.name.removesuffix(SUFFIX)}" for path in paths]
    return [name if short.count(name) == 1 else str(path) for name, path in zip(short, paths, strict=True)]


def _nothing() -> Bulletin:
    """A bulletin in which nothing was found, not even text."""
    whole = Span(start=0, end=0, text="")
    return Bulletin(
        id="b-" + "0" * 24,
        source=Source(uri="memory:", media_type="text/plain", encoding=None, sha256="0" * 64, bytes=0, reader="none"),
        text="",
        head=Head(),
        sections=(Section(id="s1", parent=None, level=0, marker=None, heading=None, role="other", span=whole),),
        provenance=Provenance(version="", knowledge_digest="", registry_digest=None, taxonomy_version=""),
    )
