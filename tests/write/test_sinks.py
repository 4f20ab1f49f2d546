"""What each sink writes, and that nothing goes out which does not quote its text."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator

import pytest

from bulletin_nlp.records import Bulletin, Failure
from bulletin_nlp.write import SINKS, UnknownFormatError, write

FAILURE = Failure(uri="a/坏.doc", stage="read", code="unsupported", message="is a DOC; save it as text")


def written(records: list[Bulletin | Failure], format: str) -> str:
    stream = io.StringIO(newline="")
    write(records, format, stream)
    return stream.getvalue()


def test_jsonl_is_one_record_a_line_and_comes_back_equal(sample: Bulletin) -> None:
    lines = written([sample, FAILURE, sample], "jsonl").split("\n")
    assert lines[3:] == [""]
    assert Bulletin.model_validate_json(lines[0]) == sample == Bulletin.model_validate_json(lines[2])
    assert Failure.model_validate_json(lines[1]) == FAILURE


def test_json_is_one_array(sample: Bulletin) -> None:
    rows = json.loads(written([sample, FAILURE], "json"))
    assert Bulletin.model_validate(rows[0]) == sample
    assert rows[1] == FAILURE.model_dump()


@pytest.mark.parametrize(("format", "empty"), [("jsonl", ""), ("json", "[]\n"), ("table", "")])
def test_no_records(format: str, empty: str) -> None:
    assert written([], format) == empty


@pytest.mark.parametrize("format", ["jsonl", "json"])
def test_awkward_characters_come_back_from_json(format: str, bare: Callable[..., Bulletin]) -> None:
    bulletin = bare('\x00\x1b[31m\r\n\u2028\u0085\ufffe\U0001f600\U000e0001"\\</script>')
    text = written([bulletin], format)
    assert text.count("\n") == (1 if format == "jsonl" else 3)
    found = json.loads(text)
    assert (found if format == "jsonl" else found[0])["text"] == bulletin.text


@pytest.mark.parametrize("format", ["jsonl", "html", "json"])
def test_each_record_is_written_before_the_next_is_asked_for(format: str, sample: Bulletin) -> None:
    stream = io.StringIO(newline="")
    sizes = []

    def records() -> Iterator[Bulletin | Failure]:
        for _ in range(3):
            sizes.append(len(stream.getvalue()))
            yield sample

    write(records(), format, stream)
    one = (len(stream.getvalue()) - sizes[1]) // 2
    assert sizes[1] - sizes[0] > one * 0.9
    assert sizes[2] - sizes[1] > one * 0.9


@pytest.mark.parametrize("format", sorted(SINKS))
def test_a_record_that_misquotes_becomes_a_failure(format: str, sample: Bulletin) -> None:
    moved = sample.model_copy(update={"text": "啊" + sample.text})
    text = written([moved, sample], format)
    assert "misquoted_span" in text
    assert "啊您当前" not in text
    assert "关于全县集贸市场环境卫生整治情况的督查通报" in text


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownFormatError, match=r"docx.*jsonl, json, html, table"):
        written([], "docx")


def test_the_same_records_give_the_same_bytes(sample: Bulletin) -> None:
    for format in SINKS:
        assert written([sample, FAILURE], format) == written([sample, FAILURE], format)
