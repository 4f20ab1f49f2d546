"""DOCX beyond what the samples show: single features as a table, broken and hostile documents."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "corpora" / "formats"))

from wordxml import cell, levels, package, paragraph, row, run, table, zipped

from bulletin_nlp.read import ReadError, read_bytes
from bulletin_nlp.read.wordml.counting import counted

SIGN = '<w:r><w:sym w:font="Wingdings" w:char="F0{}"/></w:r>'
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
ALTERNATIVE = "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"


def p(text: str) -> str:
    return paragraph(run(text))


BODIES = [
    ("", ""),
    (p("督查") + paragraph() + paragraph() + paragraph() + p("通报"), "督查\n\n\n通报"),
    (paragraph(run("&<甲>")), "&<甲>"),
    (paragraph(run("甲", "<w:vanish w:val='0'/>")), "甲"),
    (paragraph(SIGN.format("6E"), run("甲")), "■甲"),
    (paragraph(SIGN.format("01"), run("甲")), "\ufffd甲"),
    (paragraph(run("甲"), FIELD.format("begin"), run("不见"), FIELD.format("end"), run("乙")), "甲乙"),
    (paragraph(FIELD.format("separate"), run("甲"), FIELD.format("end")), "甲"),
    (ALTERNATIVE.format(p("新"), p("旧")), "新"),
    (f"<w:ins>{p('增')}</w:ins><w:del>{p('删')}</w:del>", "增"),
    (f"<w:customXml><w:smartTag>{p('甲')}</w:smartTag></w:customXml>", "甲"),
    ("<w:p><w:r><w:t>一</w:t></w:r><!-- 注释 --><?指令?><w:r><w:t>二</w:t></w:r></w:p>", "一二"),
    (table(row(cell(p("甲")), cell(p("乙"))), row(cell(p("丙")))), "甲\t乙\n丙\t"),
    (table(row(cell(p("甲"))), row(cell(p("乙")))), "甲\n乙"),
    (table(row(cell(p("甲")), cell(p("长" * 601)))), "甲\n" + "长" * 601),
    (table(row(cell(p("甲"), down="continue"), cell(p("乙")))), "甲\t乙"),
    (table(row(cell(p("甲"), across=999999), cell(p("乙")))), "甲" + "\t" * 199 + "乙"),
    (table("<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" + cell(p("甲")) + "</w:tr>" + row(cell(p("乙")), cell(p("丙")))), "\t甲\n乙\t丙"),
    (table(row(f"<w:sdt><w:sdtContent>{cell(p('甲'))}</w:sdtContent></w:sdt>", cell(p("乙")))), "甲\t乙"),
    (table("<w:tr><w:trPr><w:del/></w:trPr>" + cell(p("删")) + cell(p("删")) + "</w:tr>", row(cell(p("甲")), cell(p("乙")))), "甲\t乙"),
    (paragraph(run("无此表"), number=(77, 0)), "无此表"),
    (paragraph(run("甲"), style="没有"), "甲"),
    (table(row(cell(paragraph(run("并入"), mark="<w:del/>")), cell(p("乙")))), "并入\t乙"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text"), BODIES)
def test_bodies(body: str, text: str) -> None:
    data = package(body)
    if not text:
        with pytest.raises(ReadError, match="no text"):
            read_bytes(data, "a.docx")
        return
    assert read_bytes(data, "a.docx").text == text


COUNTED = [
    (
        "chineseCounting",
        {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 101: "一百零一", 110: "一百一十", 1005: "一千零五"},
    ),
    ("chineseCountingThousand", {12: "十二", 32767: "三万二千七百六十七"}),
    ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 25: "贰拾伍"}),
    ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
    ("ideographZodiacTraditional", {1: "甲子", 60: "癸亥"}),
    ("ideographDigital", {10: "一〇", 23: "二三"}),
    ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
    ("upperLetter", {1: "A", 26: "Z", 27: "AA"}),
    ("upperRoman", {4: "IV", 1994: "MCMXCIV"}),
    ("decimalZero", {1: "01", 10: "10"}),
    ("somethingNew", {7: "7"}),
    ("none", {7: ""}),
    ("decimal", {-1: "-1", 99999: "99999"}),
]


@pytest.mark.parametrize(("form", "numbers"), COUNTED)
def test_number_formats(form: str, numbers: dict[int, str]) -> None:
    assert {number: counted(number, form) for number in numbers} == numbers


RESTART = '<w:lvlRestart w:val="{}"/>'
RESTARTS = [
    ("", ["1", "1.1", "1.1.1", "1.2", "1.2.1", "2", "2.1", "2.1.1"]),
    (RESTART.format(0), ["1", "1.1", "1.1.1", "1.2", "1.2.2", "2", "2.1", "2.1.3"]),
    (RESTART.format(1), ["1", "1.1", "1.1.1", "1.2", "1.2.2", "2", "2.1", "2.1.1"]),
]


@pytest.mark.parametrize(("restart", "markers"), RESTARTS)
def test_when_a_level_begins_anew(restart: str, markers: list[str]) -> None:
    outline = levels([("decimal", "%1"), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3")], {2: restart})
    lists = f'<w:abstractNum w:abstractNumId="0">{outline}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    body = "".join(paragraph(run("项"), number=(1, depth)) for depth in (0, 1, 2, 1, 2, 0, 1, 2))
    assert read_bytes(package(body, numbering=lists), "a").text.split("\n") == [f"{marker} 项" for marker in markers]


def test_cells_know_their_places() -> None:
    body = p("前") + table(
        row(cell(p("单位"), down="restart"), cell(p("问题"), across=2), heading=True),
        row(cell(down="continue"), cell(p("一")), cell(p("二"))),
    )
    blocks = read_bytes(package(body), "a.docx").blocks
    places = [
        (b.span.text, b.kind, b.paragraph, b.table, b.row, b.column, b.rows, b.columns, b.heading) for b in blocks
    ]
    assert places == [
        ("前", "paragraph", 1, None, None, None, 1, 1, False),
        ("单位", "cell", None, 1, 1, 1, 2, 1, True),
        ("问题", "cell", None, 1, 1, 2, 1, 2, True),
        ("一", "cell", None, 1, 2, 2, 1, 1, False),
        ("二", "cell", None, 1, 2, 3, 1, 1, False),
    ]


def test_what_was_left_out_is_remarked() -> None:
    picture = '<w:r><w:pict><v:imagedata r:id="x"/></w:pict></w:r>'
    never_ended = paragraph(FIELD.format("begin"), run("不见"))
    read = read_bytes(package(paragraph(run("甲"), picture) + "<w:altChunk/>" + never_ended), "a.docx")
    assert [remark.code for remark in read.remarks] == ["pictures_not_read", "objects_not_read", "open_field"]


def test_the_strict_variant_is_read() -> None:
    text = "<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>"
    assert (
        read_bytes(zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": text.encode()}), "a").text == "甲"
    )


W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
DEEP = "<w:sdt><w:sdtContent>" * 3000
ENTITY = f"<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><w:document {W}><w:body>&e;</w:body></w:document>"
HOSTILE = [
    (f"<w:document {W}><w:body><w:p>".encode(), "damaged"),
    (f"<w:document {W}/>".encode(), "damaged"),
    (ENTITY.encode(), "suspicious"),
    (ENTITY.encode("utf-16"), "suspicious"),
    (f"<w:document {W}><w:body>{DEEP}".encode(), "damaged"),
    (b"<a>" + b"<b/>" * 1_000_001 + b"</a>", "too_large"),
    (b"\0\0\0", "damaged"),
]


@pytest.mark.parametrize(("document", "code"), HOSTILE)
def test_hostile_documents_are_refused(document: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": document}), "a.docx")
    assert caught.value.code == code


@pytest.mark.parametrize(
    "wrap",
    [
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>",
        "<w:ins>{}</w:ins>",
    ],
)
def test_what_xml_lets_through_is_not_too_deep_for_the_reader(wrap: str) -> None:
    body = p("甲")
    for _ in range(250 // wrap.count("</")):
        body = wrap.format(body)
    assert read_bytes(package(body), "a.docx").text == "甲"


def test_every_cut_off_document_is_refused() -> None:
    data = (Path(__file__).parents[2] / "corpora/formats/docx/features.docx").read_bytes()
    for end in range(4, len(data), 97):
        with pytest.raises(ReadError):
            read_bytes(data[:end], "a.docx")
