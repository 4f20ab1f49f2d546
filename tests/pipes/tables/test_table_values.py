"""What cells state as numbers."""

from __future__ import annotations

import pytest

from bulletin_nlp.pipes.tables.finder import find_tables
from bulletin_nlp.pipes.tables.values import Values, values_of


def values(header: str, *cells: str) -> Values:
    text = f"单位\t{header}\n石门镇\t" + "\t".join(cells) + "\n"
    (table,) = find_tables(text)
    return values_of(text, table, table["rows"][0])


@pytest.mark.parametrize(
    ("header", "cell", "percent"),
    [
        ("完成率", "58.3%", 58.3),
        ("完成率", "５８．３％", 58.3),
        ("完成比例", "百分之八十", 80),
        ("完成率（％）", "58.3", 58.3),
        ("完成率", "105.2", 105.2),
        ("整改情况", "完成12个，占80%", 80),
        ("整改情况", "已完成", 100),
        ("整改情况", "未启动", 0),
        ("整改情况", "正在整改", None),
        ("整改情况", "由20%提高到30%", None),
        ("进展情况", "58.3", None),
        ("完成率", "0.85", None),  # a share, or a percent
        ("完成率", "0", 0),
        ("完成率", "—", None),
        ("完成率", "1,250%", 1250),
    ],
)
def test_progress(header: str, cell: str, percent: float | None) -> None:
    assert values(header, cell).progress == percent


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [("12/15", (80, 12, 15)), ("2/3", (66.67, 2, 3)), ("15/12", (None,) * 3), ("0/0", (None,) * 3), ("0/5", (0, 0, 5))],
)
def test_done_of_all(cell: str, wanted: tuple[float | None, ...]) -> None:
    found = values("办结情况", cell)
    assert (found.progress, found.done, found.of) == wanted


@pytest.mark.parametrize(
    ("cell", "score"),
    [
        ("93.5", 93.5),
        ("93.5分", 93.5),
        ("-2", -2),
        ("+1.5", 1.5),
        ("1,024", 1024),
        ("优秀", None),
        ("/", None),
        ("93.5.1", None),
    ],
)
def test_score(cell: str, score: float | None) -> None:
    assert values("得分", cell).score == score


@pytest.mark.parametrize(
    ("cell", "rank"),
    [("3", 3), ("第3名", 3), ("并列第三", 3), ("3（升2位）", 3), ("十二", 12), ("末位", None), ("3.5", None)],
)
def test_rank(cell: str, rank: int | None) -> None:
    assert values("名次", cell).rank == rank


@pytest.mark.parametrize(
    ("header", "row", "score"),
    [
        ("现场得分\t总分", ("40", "90"), 90),
        ("总分\t现场得分", ("90", "40"), 90),
        ("现场得分\t测评得分", ("40", "50"), 40),
    ],
)
def test_of_several_columns_the_total_counts(header: str, row: tuple[str, ...], score: float) -> None:
    assert values(header, *row).score == score
