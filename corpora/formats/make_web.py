"""Writes the samples of web pages, as HTML, as MHTML, and saved with pictures and scripts beside the page."""

from __future__ import annotations

import base64
import re
from html import escape

from source import HERE, parts, put

HEAD = (
    '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">\n'
    "<title>关于秋季农村饮水安全工程督查情况的通报_云蓼县人民政府</title>\n"
    '<meta name="SiteName" content="云蓼县人民政府">\n<meta name="ColumnName" content="督查专报">\n'
    '<meta name="ArticleTitle" content="关于秋季农村饮水安全工程督查情况的通报">\n'
    '<meta name="PubDate" content="2021-10-18 09:12">\n<meta name="ContentSource" content="县委督查室">\n'
)
_DIGITS = re.compile("([0-9]+)")
BEFORE = '<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li><li><a href="/b">办事服务</a></li></ul></div>\n'
AFTER = (
    '<div class="footer">版权所有：云蓼县人民政府　云ICP备00000000号</div>\n<script src="page_files/a.js"></script>\n'
)


def page() -> tuple[str, str]:
    """The bulletin as a content system sets it: digits in spans of their own, indents of no-break spaces."""
    body, expected = "", []
    for part in parts():
        if part.rows:
            rows = "".join(
                "<tr>" + "".join(f"<{tag}>{escape(text)}</{tag}>" for text in row) + "</tr>\n"
                for row, tag in zip(part.rows, ["th"] + ["td"] * (len(part.rows) - 1), strict=True)
            )
            body += f'<table border="1">\n{rows}</table>\n'
            expected += ["\t".join(row) for row in part.rows]
        elif part.text:
            spaced = _DIGITS.sub("<span lang=EN-US>\\1</span>", escape(part.text))
            body += f"<p>{spaced}</p>\n"
            expected.append(part.text)
    return (
        f"<!DOCTYPE html>\n<html><head>\n{HEAD}</head><body>\n{BEFORE}<div id=zoom>\n{body}</div>\n{AFTER}</body></html>\n",
        "\n".join(expected),
    )


def tables() -> tuple[str, str]:
    """Merged cells across and down, a heading over the whole width, a table that only frames the page, readings above."""
    body = (
        "<table><tr><td><h1>督查<ruby>专报<rp>(</rp><rt>zhuān bào</rt><rp>)</rp></ruby></h1>"
        '<table border="1"><caption>问题清单</caption>'
        '<tr><th colspan="4">农村饮水安全工程问题清单</th></tr>'
        '<tr><th rowspan="2">单位</th><th colspan="2">问题</th><th rowspan="2">时限</th></tr>'
        "<tr><th>类别</th><th>情况</th></tr>"
        '<tr><td rowspan="2">石坞乡</td><td>责任</td><td><p>未明确管水员；</p><p>未公示</p></td><td>10月25日</td></tr>'
        "<tr><td>工程</td><td></td><td>11月<br>30日</td></tr>"
        "</table><p>请按时报送。</p></td></tr></table>"
    )
    expected = [
        "督查专报", "问题清单", "农村饮水安全工程问题清单\t\t\t", "单位\t问题\t\t时限", "\t类别\t情况\t",
        "石坞乡\t责任\t未明确管水员； 未公示\t10月25日", "\t工程\t\t11月 30日", "请按时报送。",
    ]  # fmt: skip
    return f"<html><head><title>督查专报</title></head><body>{body}</body></html>", "\n".join(expected)


def mhtml(markup: str) -> bytes:
    """The page as a browser saves it in one file: quoted-printable text, a picture in base64."""
    body = "".join(_quoted(line) for line in markup.replace("charset=gb2312", "charset=utf-8").splitlines())
    picture = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(64)).decode()
    lines = (
        "From: <Saved by Blink>", "Snapshot-Content-Location: http://example.invalid/t9.html", "Subject: t9",
        "Date: Mon, 18 Oct 2021 09:12:00 -0000", "MIME-Version: 1.0",
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Boundary----"', "", "",
        "------Boundary----", "Content-Type: text/html", "Content-Transfer-Encoding: quoted-printable",
        "Content-Location: http://example.invalid/t9.html", "", body,
        "------Boundary----", "Content-Type: image/png", "Content-Transfer-Encoding: base64",
        "Content-Location: http://example.invalid/a.png", "", picture, "------Boundary------", "",
    )  # fmt: skip
    return "\r\n".join(lines).encode()


def _quoted(line: str) -> str:
    """A line in quoted-printable (RFC 2045, 6.7), broken softly so that none is longer than 76 characters."""
    coded = "".join(chr(b) if 32 <= b < 127 and b != 61 else f"={b:02X}" for b in line.encode())
    pieces = re.findall(r"(?:=[0-9A-F]{2}|[^=]){1,24}", coded)
    return "=\r\n".join(pieces) + "\r\n"


if __name__ == "__main__":
    markup, expected = page()
    put("html/bulletin.html", markup.encode("gb18030"), expected)
    framed, framed_expected = tables()
    put("html/tables.html", framed.encode(), framed_expected)
    put("mhtml/bulletin.mhtml", mhtml(markup), expected)
    put("complete/bulletin.html", markup.encode("gb18030"), expected)
    beside = HERE / "complete" / "bulletin_files"
    beside.mkdir(exist_ok=True)
    (beside / "a.js").write_text("var columnId = '督查专报';\n", encoding="utf-8")
    (beside / "saved_resource.html").write_text("<p>分享到：县委督查室</p>\n", encoding="utf-8")
