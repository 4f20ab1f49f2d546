"""PDF and OFD: one bulletin as several producers write it, and what is said of pages that give no text."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from bulletin_nlp.read import ReadError, documents_in, read_bytes
from bulletin_nlp.read.paged import Box, Glyph, Page, extras, read_pages
from bulletin_nlp.read.paged.gaps import numbering_gaps
from bulletin_nlp.read.paged.rules import grids

FORMATS = Path(__file__).parents[2] / "corpora" / "formats"
TEXTS = sorted(path for kind in ("pdf", "ofd") for path in (FORMATS / kind).glob("*.txt"))


def lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]


@pytest.mark.parametrize("expected", TEXTS, ids=lambda path: path.stem)
def test_a_sample_reads_as_the_text_beside_it(expected: Path) -> None:
    sample = expected.with_suffix("")
    read = read_bytes(sample.read_bytes(), sample.name)
    assert read.text == expected.read_text("utf-8")
    assert lines(read.text) == lines((FORMATS / "bulletin.txt").read_text("utf-8"))
    cells = [block for block in read.blocks if block.kind == "cell"]
    assert [block.span.text for block in cells if block.row == 3] == [
        "2",
        "苇塘镇",
        "新建水厂进度滞后",
        "苇塘镇人民政府",
        "11月30日",
    ]
    assert {block.page for block in cells} <= {1, 2}
    assert all(read.text[block.span.start : block.span.end] == block.span.text for block in read.blocks)


def test_the_generator_still_writes_the_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("reportlab")
    monkeypatch.syspath_prepend(str(FORMATS))
    from make_paged import samples

    for name, data in samples().items():
        if "encrypted" not in name:
            assert outcome(data) == outcome((FORMATS / name).read_bytes()), name
    for name in ("make_paged", "make_pdf", "make_ofd", "typeset"):
        sys.modules.pop(name, None)


def outcome(data: bytes) -> tuple[str, ...]:
    try:
        read = read_bytes(data, "x")
    except ReadError as error:
        return error.code, error.message
    return (read.text, *(remark.message for remark in read.remarks))


REMARKED = [
    ("pdf/bulletin.pdf", {"running-heads-left-out", "page-numbers-left-out"}),
    ("pdf/turned.pdf", set()),
    ("ofd/template.ofd", {"signed", "running-heads-left-out", "page-numbers-left-out"}),
    ("ofd/bare.ofd", {"running-heads-left-out", "page-numbers-left-out"}),
]


@pytest.mark.parametrize(("name", "codes"), REMARKED)
def test_what_is_left_out_is_remarked(name: str, codes: set[str]) -> None:
    assert {remark.code for remark in read_bytes((FORMATS / name).read_bytes(), name).remarks} == codes


REFUSED = [
    ("pdf/encrypted.pdf", "encrypted", "password"),
    ("ofd/outlines.ofd", "empty", "outlines"),
]


@pytest.mark.parametrize(("name", "code", "hint"), REFUSED)
def test_a_refusal_says_what_to_do(name: str, code: str, hint: str) -> None:
    with pytest.raises(ReadError, match=hint) as caught:
        read_bytes((FORMATS / name).read_bytes(), name)
    assert caught.value.code == code


@pytest.mark.parametrize("name", ["pdf/scan.pdf", "png/scan.png", "jpeg/scan.jpg", "tiff/scan.tif"])
def test_a_scan_without_the_extra_names_the_command(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda module: None)
    with pytest.raises(ReadError) as caught:
        read_bytes((FORMATS / name).read_bytes(), name)
    assert caught.value.code == "needs_extra"
    assert "pip install 'bulletin_nlp[ocr]'" in caught.value.message


def test_files_attached_to_an_ofd_are_documents_of_their_own() -> None:
    found = list(documents_in((FORMATS / "ofd/template.ofd").read_bytes(), "a.ofd"))
    assert [document.uri for document in found] == ["a.ofd", "a.ofd!/附件1.txt"]


def test_metadata_become_hints() -> None:
    read = read_bytes((FORMATS / "ofd/bulletin.ofd").read_bytes(), "a.ofd")
    assert read.hints["Title"] == "关于秋季农村饮水安全工程督查情况的通报"


def drawn_as_one_path() -> bytes:
    """A table of two rows and two columns whose rules are one path."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(300, 300), invariant=1)
    path = canvas.beginPath()
    for x in (50, 150, 250):
        path.moveTo(x, 100)
        path.lineTo(x, 200)
    for y in (100, 150, 200):
        path.moveTo(50, y)
        path.lineTo(250, y)
    canvas.drawPath(path)
    for x, y, text in ((60, 180, "unit"), (160, 180, "rank"), (60, 130, "A"), (160, 140, "first"), (160, 125, "again")):
        canvas.drawString(x, y, text)
    canvas.save()
    return buffer.getvalue()


def test_tables_that_drawn_lines_do_not_tell_are_found_by_the_extra() -> None:
    pytest.importorskip("reportlab")
    pytest.importorskip("pdfplumber")
    read = read_bytes(drawn_as_one_path(), "a.pdf")
    assert read.text == "unit\trank\nA\tfirst again"
    assert [(block.row, block.column) for block in read.blocks] == [(1, 1), (1, 2), (2, 1), (2, 2)]


def test_without_the_extra_tables_are_told_by_distances_and_the_command_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pytest.importorskip("reportlab")
    monkeypatch.setattr(extras, "find_spec", lambda module: None)
    (remark,) = read_bytes(drawn_as_one_path(), "a.pdf").remarks
    assert remark.code == "tables-by-distance"
    assert "pip install 'bulletin_nlp[tables]'" in remark.message


def placed(rows: list[tuple[float, float, str]], size: float = 10.0) -> Page:
    glyphs = []
    for x, y, text in rows:
        at = x
        for character in text:
            width = size * (0.5 if character.isascii() else 1.0)
            glyphs.append(Glyph(character, at, y, at + width, y + size))
            at += width
    return Page(1, 400, 600, glyphs)


FULL = "督查组对各乡镇各部门进行了督查并抽查了部分村组和企业"  # 26 characters
LAYOUTS = [
    ("a full line goes on", [(50, 100, FULL), (30, 118, FULL + "抽查"), (30, 136, "现场。"), (50, 154, "二、问题")], [f"\u3000\u3000{FULL}{FULL}抽查现场。", "\u3000\u3000二、问题"]),
    ("a short line ends", [(50, 100, "一、基本情况"), (30, 118, FULL), (30, 136, FULL)], ["\u3000\u3000一、基本情况", FULL + FULL]),
    ("a digit's distance is no blank", [(30, 100, "自"), (43, 100, "2017"), (66, 100, "年起")], ["自2017年起"]),
    ("a wide distance is a blank", [(30, 100, "县委督查室"), (120, 100, "6月")], ["县委督查室\u3000\u3000\u3000\u30006月"]),
    ("letter-spacing is none", [(30 + 20 * i, 100, c) for i, c in enumerate("督查通报")], ["督查通报"]),
    ("columns are cells", [(30, 100 + 14 * i, f"{i}") for i in range(3)] + [(80, 100 + 14 * i, "县住建局") for i in range(3)] + [(200, 100 + 14 * i, "未整改") for i in range(3)], ["0\t县住建局\t未整改", "1\t县住建局\t未整改", "2\t县住建局\t未整改"]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), [row[1:] for row in LAYOUTS], ids=[row[0] for row in LAYOUTS])
def test_layout(rows: list[tuple[float, float, str]], expected: list[str]) -> None:
    assert lines(read_pages([placed(rows)]).text) == expected


@pytest.mark.parametrize("size", [0.0, 0.01])
def test_characters_of_hardly_any_size_are_read(size: float) -> None:
    assert "督查" in read_pages([placed([(30, 100, "督查"), (30, 118, "通报")], size)]).text


def test_page_numbers_go_only_from_the_edges_of_pages() -> None:
    pages = [placed([(30, 100, FULL), (30, 300, "3"), (180, 580, f"— {n} —")]) for n in (1, 2)]
    text = read_pages(pages).text
    assert "—" not in text
    assert text.count("\n3") == 2


def test_merged_cells_of_a_grid() -> None:
    across = [Box(0, y, 300, y) for y in (0, 20, 60)] + [Box(100, 40, 300, 40)]
    down = [Box(x, 0, x, 60) for x in (0, 100, 300)] + [Box(200, 20, 200, 60)]
    (grid,) = grids(across + down, 10.0)
    assert [(c.row, c.column, c.rows, c.columns) for c in grid.cells] == [
        (1, 1, 1, 1), (1, 2, 1, 2), (2, 1, 2, 1), (2, 2, 1, 1), (2, 3, 1, 1), (3, 2, 1, 1), (3, 3, 1, 1),
    ]  # fmt: skip


GAPS = [
    ("一、甲\n二、乙\n三、丙", []),
    ("一、甲\n三、丙", ["三、"]),
    ("一、甲\n（一）甲\n（二）乙\n二、丙\n（一）丁\n（三）戊", ["（三）"]),
    ("一、甲\n（一）甲\n（二）乙\n二、丙\n（三）丁", []),
    ("1.甲\n2.乙\n5.丙", ["5."]),
]


@pytest.mark.parametrize(("text", "expected"), GAPS)
def test_gaps_in_numbering(text: str, expected: list[str]) -> None:
    assert [remark.span.text for remark in numbering_gaps(text) if remark.span] == expected
