"""The readable table."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from bulletin_nlp.records import Bulletin, Failure
from bulletin_nlp.write import write

SAID = [
    "关于全县集贸市场环境卫生整治情况的督查通报",
    "2021年第7期",
    "2021-04-19",
    "青屏县",
    "县政府督查室、县市场监管局、2个督查组",
    "青屏镇、柳溪镇、石桥乡、9个县直部门",
    "责任不落实",
    "石桥乡、柳溪镇",
    "2021-04-30",
    "deadline_absent",
    "samples/market.txt",
]


def shown(records: list[Bulletin | Failure], columns: int, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", str(columns))
    stream = io.StringIO()
    write(records, "table", stream)
    return stream.getvalue()


@pytest.mark.parametrize("columns", [160, 60])
def test_says_what_matters(columns: int, sample: Bulletin, monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown([sample], columns, monkeypatch)
    joined = "".join(text.split())
    for fact in SAID:
        assert "".join(fact.split()) in joined


def test_narrow_terminals_get_lines_without_boxes(sample: Bulletin, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not set("╭│─╰") & set(shown([sample], 60, monkeypatch))
    assert set("╭│─╰") <= set(shown([sample], 100, monkeypatch))


@pytest.mark.parametrize("columns", [160, 60])
def test_nothing_reaches_the_terminal_but_visible_characters(
    columns: int, bare: Callable[..., Bulletin], monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = "[red]\x1b]0;title\x07\x1b[2J\r\u202e\x9b"
    failure = Failure(uri=hostile, stage="read", code="binary", message=hostile)
    text = shown([bare(hostile, uri=hostile), failure], columns, monkeypatch)
    assert "[red]" in text
    assert not set("\x1b\x07\r\u202e\x9b") & set(text)


def test_failures_are_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    failure = Failure(uri="a/坏.doc", stage="read", code="unsupported", message="a/坏.doc: is a DOC; save it as text")
    text = " ".join(shown([failure], 120, monkeypatch).split())
    assert text == "✗ a/坏.doc is a DOC; save it as text [read: unsupported]"
