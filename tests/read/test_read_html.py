"""Web pages as text."""

from __future__ import annotations

import re
import time

import pytest

from bulletin_nlp.knowledge import knowledge
from bulletin_nlp.read import ReadError, read_bytes
from bulletin_nlp.text.fold import fold

BODY = "<p>督查组对各乡镇进行了督查。</p><p>县住建局未完成任务。问题较多。</p>"
PLAIN = "督查组对各乡镇进行了督查。\n县住建局未完成任务。问题较多。"


def shown(body: str, head: str = "") -> str:
    return read_bytes(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "a.html").text


LAYOUT = [
    ("<p><span>5</span><span>月</span><span>22</span><span>日</span></p>", "5月22日"),
    ("<p><span>5</span>\n  <span>月</span>\n<span>22</span>日</p>", "5月22日"),
    ("<p>GDP\n growth of   the county</p>", "GDP growth of the county"),
    ("<p>一、问题<br>(一)认识不到位<br/><br>一是</p>", "一、问题\n(一)认识不到位\n\n一是"),
    ("<div>甲<p>乙</p>丙</div>", "甲\n乙\n丙"),
    ("<h1>通报</h1><div><div><p>甲</p></div></div>", "通报\n甲"),
    ("<p>&nbsp;&nbsp;作者:&#12288;来源&gt;&amp;lt;&#x4e00;</p>", "\u00a0\u00a0作者:\u3000来源>&lt;一"),
    ("<p>甲<!-- 注释 -->乙<script>var a='丙';</script><style>p{}</style>丁</p>", "甲乙丁"),
    ("<pre>一\n  二\n</pre>", "一\n  二\n".strip("\n")),
    ("<ol><li>提高认识</li><li>加强领导</li></ol>", "1.提高认识\n2.加强领导"),
    ('<ol start="3"><li>提高认识</li><li value="7">加强领导</li><li>落实</li></ol>', "3.提高认识\n7.加强领导\n8.落实"),
    ("<ol><li>1.提高认识</li><li>(二)加强领导</li></ol>", "1.提高认识\n(二)加强领导"),
    ("<ul><li>提高认识</li><li>加强领导</li></ul>", "提高认识\n加强领导"),
    ("<table><tr><th>序号<th>单位<th>问题<tr><td>1<td>县住建局<td></table>", "序号\t单位\t问题\n1\t县住建局\t"),
    ("<table><tr><td><p>1</p></td><td>甲<br>乙</td></tr></table>后", "1\t甲 乙\n后"),
    ("<table><tr><td><table><tr><td>甲</td><td>乙</td></tr></table></td><td>丙</td></tr></table>", "甲\t乙\n丙"),
    ("<table><tr><td>甲</td></tr><tr><td>乙<p>丙</td></tr></table>", "甲\n乙\n丙"),
    ("<table><tr><td rowspan=2>甲<td>乙<tr><td>丙<tr><td>丁<td>戊</table>", "甲\t乙\n\t丙\n丁\t戊"),
    ("<table><tr><td colspan=2>甲<td>乙<tr><td>1<td>2<td>3</table>", "甲\t\t乙\n1\t2\t3"),
    ("<table><tr><td rowspan=0>甲<td colspan=x>乙<tr><td>丙</table>", "甲\t乙\n丙\t"),
    ("<p><ruby>督<rp>(</rp><rt>dū</rt><rp>)</rp>查<rt>chá</ruby>通报", "督查通报"),
    ("<p>&#xD800;&#0;甲</p>", "\ufffd\ufffd甲"),
    ("<p>未闭合<div>甲<b>乙<p>丙", "未闭合\n甲乙\n丙"),
]


@pytest.mark.parametrize(("markup", "text"), LAYOUT)
def test_layout(markup: str, text: str) -> None:
    assert shown(markup) == text


def test_long_cells_are_page_layout() -> None:
    long = "县住建局未完成任务。" * 80
    assert shown(f"<table><tr><td><p>甲</p><p>{long}</p></td><td>乙</td></tr></table>") == f"甲\n{long}\n乙"


def test_cells_and_paragraphs_know_their_places() -> None:
    page = "<p>前<table><tr><th rowspan=2>单位<th colspan=2>问题<tr><td>一<td>二</table><p>后<table><tr><td>甲<td>乙</table>"
    blocks = read_bytes(f"<html><body>{page}</body></html>".encode(), "a").blocks
    assert [(b.span.text, b.paragraph, b.table, b.row, b.column, b.rows, b.columns, b.heading) for b in blocks] == [
        ("前", 1, None, None, None, 1, 1, False),
        ("单位", None, 1, 1, 1, 2, 1, True),
        ("问题", None, 1, 1, 2, 1, 2, True),
        ("一", None, 1, 2, 2, 1, 1, False),
        ("二", None, 1, 2, 3, 1, 1, False),
        ("后", 2, None, None, None, 1, 1, False),
        ("甲", None, 2, 1, 1, 1, 1, False),
        ("乙", None, 2, 1, 2, 1, 1, False),
    ]


def test_greedy_spans_are_bounded() -> None:
    text = shown("<table>" + "<tr><td colspan=9999 rowspan=9999>甲<td rowspan=9999>乙" * 2_000 + "</table>")
    assert text.startswith("甲")
    assert len(text) < 2_000 * 250


def test_more_tags_than_any_page_has_are_refused() -> None:
    with pytest.raises(ReadError) as caught:
        shown("<p>甲" * 120_001)
    assert caught.value.code == "too_large"


LINKS = "".join(f"<li><a href='/{n}'>其他新闻第{n}条</a></li>" for n in range(6))
FURNITURE = [
    "<nav><a href='/'>首页</a><a href='/a'>政务公开</a></nav>",
    "<footer>版权所有:苍屏县人民政府</footer>",
    f"<ul>{LINKS}</ul>",
    f"<div class='related-news'><h3>相关链接</h3><ul>{LINKS}</ul></div>",
    "<div id='siteFooter'>主办单位:苍屏县人民政府办公室</div>",
    "<div style='display: none'>扫一扫在手机打开当前页</div>",
    "<p>【打印】 【关闭】</p>",
    "<p>上一篇:没有了</p>",
    "<noscript>请启用脚本</noscript>",
    "<select><option>链接一</option></select>",
]


@pytest.mark.parametrize("part", FURNITURE)
def test_furniture_is_left_out(part: str) -> None:
    assert shown(part + BODY) == PLAIN
    assert shown(BODY + part) == PLAIN


KEPT = [
    (
        "<div class='nav'>您当前的位置:<a>首页</a> &gt; <a>内部刊物</a> &gt; <a>督促检查</a></div>",
        "您当前的位置:首页 > 内部刊物 > 督促检查",
    ),
    ("<div class='info print'>时间:2017-06-20 来源:县委督查室</div>", "时间:2017-06-20 来源:县委督查室"),
    (
        "<p>附件:<a href='1.doc'>1.任务表</a><br><a href='2.xls'>2.问题表</a><br><a href='3.pdf'>3.名单</a></p>",
        "附件:1.任务表\n2.问题表\n3.名单",
    ),
    (
        "<div class='print-share'><p>县住建局未完成。</p><p>县水务局未整改。</p></div>",
        "县住建局未完成。\n县水务局未整改。",
    ),
    ("<form><p>县住建局未完成任务</p></form>", "县住建局未完成任务"),
    ("<p>主办单位:县文明办</p>", "主办单位:县文明办"),
    ("<div class='banner'>关于人居环境整治的督查通报</div>", "关于人居环境整治的督查通报"),
]


@pytest.mark.parametrize(("part", "text"), KEPT)
def test_the_bulletin_itself_is_kept(part: str, text: str) -> None:
    head = "<title>关于人居环境整治的督查通报_苍屏县人民政府</title>"
    assert shown(part + BODY, head) == f"{text}\n{PLAIN}"


def test_a_page_of_nothing_but_furniture_is_kept_rather_than_lost() -> None:
    assert "其他新闻第0条" in shown(f"<ul>{LINKS}</ul>")


def test_gbk_page_with_its_metadata() -> None:
    page = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title> 督查\n通报 </title>'
        '<meta name="ArticleTitle" content="人居环境督查通报"><meta name="PubDate" content="2017-06-20">'
        '<meta name="ContentSource" content="县委督查室"><meta name="PubDate" content="2000-01-01"></head>'
        "<body><p>镕基路、堃宇市场的问题没有整改。</p></body></html>"
    )
    read = read_bytes(page.encode("gb18030"), "a.html")
    assert read.text == "镕基路、堃宇市场的问题没有整改。"
    assert (read.source.encoding, read.source.media_type) == ("gb18030", "text/html")
    assert read.hints == {
        "title": "督查 通报",
        "ArticleTitle": "人居环境督查通报",
        "PubDate": "2017-06-20",
        "ContentSource": "县委督查室",
    }


def test_utf16_page() -> None:
    assert read_bytes("<html><body><p>督查通报</p></body></html>".encode("utf-16"), "a").text == "督查通报"


TAGS = [
    "div",
    "ul><li",
    "dl><dd",
    "b",
    "font",
    "table><tr><td",
    "span",
    "blockquote",
    "section",
    "h1",
    "details",
    "a",
    "p",
    "li",
    "fieldset",
]


@pytest.mark.parametrize("tag", TAGS)
def test_deep_nesting_is_bounded(tag: str) -> None:
    started = time.process_time()
    assert shown(f"<{tag}>" * 30_000 + "正文在此") == "正文在此"
    assert time.process_time() - started < 10


@pytest.mark.parametrize("line", knowledge().table("html")["lines"], ids=lambda line: line["example"])
def test_each_line_pattern_hits_its_example_and_misses_its_counter_example(line: dict[str, str]) -> None:
    assert re.fullmatch(line["pattern"], fold(line["example"]))
    assert not re.fullmatch(line["pattern"], fold(line["counter"]))
