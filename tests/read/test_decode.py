"""Which encoding bytes are in."""

from __future__ import annotations

import pytest

from bulletin_nlp.read.decode import UndecodableError, decode

SIMPLIFIED = "督查组对各乡镇、县直各部门进行了实地督查，发现问题较多。\r\n"
TRADITIONAL = "督查組對各鄉鎮、縣直各部門進行了實地督查，發現問題較多。\n"

CASES = [
    ("utf-8", SIMPLIFIED, "utf-8"),
    ("utf-8-sig", SIMPLIFIED, "utf-8"),
    ("gb18030", SIMPLIFIED, "gb18030"),
    ("gb18030", "镕基路、㐂字头饭店和𠮷字招牌的问题没有整改。", "gb18030"),
    ("gbk", SIMPLIFIED, "gb18030"),
    ("utf-16", SIMPLIFIED, "utf-16-le"),
    ("utf-16-le", SIMPLIFIED, "utf-16-le"),
    ("utf-16-be", SIMPLIFIED, "utf-16-be"),
    ("utf-32", SIMPLIFIED, "utf-32-le"),
    ("big5hkscs", TRADITIONAL.replace("查", "查").replace("镇", "鎮"), "big5hkscs"),
]


@pytest.mark.parametrize(("encoding", "text", "named"), CASES)
@pytest.mark.parametrize("times", [1, 40, 3000])
def test_encoding_is_recognised(encoding: str, text: str, named: str, times: int) -> None:
    decoded = decode((text * times).encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.remarks) == (text * times, named, ())


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "x-gbk", "no-such-encoding", "utf-8", ""])
def test_a_wrong_or_narrow_declaration_does_no_harm(declared: str) -> None:
    text = "该县镕基路、堃宇市场管理不到位。"
    assert decode(text.encode("gb18030"), declared).text == text


def test_declared_encoding_settles_what_content_cannot() -> None:
    text = "Le contrôle a relevé des défauts à la propreté du marché, été compris."
    assert decode(text.encode("cp1252"), "windows-1252").text == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_broken_bytes_are_replaced_with_a_remark_that_quotes_the_place(encoding: str) -> None:
    data = (SIMPLIFIED * 20).encode(encoding) + "镇".encode(encoding)[:1]
    decoded = decode(data)
    assert decoded.encoding == encoding
    assert decoded.text == SIMPLIFIED * 20 + "\ufffd"
    (remark,) = decoded.remarks
    assert remark.code == "undecodable_bytes"
    assert remark.span is not None
    assert decoded.text[remark.span.start : remark.span.end] == remark.span.text == "\ufffd"


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"\x00\x01\x02\x03" * 500, b"\xff\xfe\x00\xd8" * 30])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UndecodableError):
        decode(data)
