"""What kind of line a paragraph of a bulletin is: body text, or one of the lines of head and tail."""

from __future__ import annotations

import re
from typing import Literal

from bulletin_nlp.pipes.structure.forms import Forms
from bulletin_nlp.text.paragraphs import Paragraph

LineKind = Literal[
    "breadcrumb", "byline", "number", "issue", "digits", "date", "masthead", "rule", "page", "classification",
    "distribution", "imprint", "contact", "attachment", "listed", "appendix", "salutation", "body", "short",
]  # fmt: skip

_CN_YEAR = r"[〇零一二三四五六七八九]{4}"
_DATE = rf"(?:\d{{4}}\s?[-./年]\s?\d{{1,2}}\s?[-./月]\s?\d{{1,2}}\s?日?|{_CN_YEAR}年[一二三四五六七八九十]{{1,3}}月[一二三四五六七八九十]{{1,3}}日)"
DATE_LINE = re.compile(rf"\(?\s?(?P<date>{_DATE})\s?(?:公告|印发|发布|公布)?\)?(?:\s\d\d:\d\d(?::\d\d)?)?$")
# 〔2019〕9号 with any brackets, blanks and character references between, letters read for digits, the brackets lost.
_SERIAL = r"\s{0,8}第?\s{0,8}[\dlIOo]{1,4}\s{0,8}号"
_BARE_SERIAL = r"(?:19|20)\d{2}\s?第?\d{1,4}号$|(?<=[发函通字办督纪政报令电])(?:19|20)\d{3,6}$"
DOCUMENT_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,12}\s{0,8}(?:[\[(<〈《「{]\s{0,8}[\dlIOo]{4}\s{0,8}[\])>〉》」}]"
    + _SERIAL
    + f"|{_BARE_SERIAL})"
)
ISSUE = re.compile(
    r"(?P<year>\d{4}|[〇零一二三四五六七八九]{4})?\s?[\])]?\s?年?[\])]?\s?(?:第|NO\.?|No\.?)\s?(?P<number>\d{1,4}|[一二三四五六七八九十]{1,4})\s?[期号](?!召开|会议|文)"
    r"(?:\s?[\[(]?\s?总第?\s?(?P<total>\d{1,5})\s?[期号]\s?[\])]?)?"
)
_RULE = re.compile(r"[-—_=─━*＿~.·]{4,}$")
_DIGITS = re.compile(r"\d{1,8}$")
_MASTHEAD = re.compile(
    rf"\(?(?P<unit>[\u4e00-\u9fff()、 ]{{4,40}}?)\s{{2,}}(?:\S{{0,4}})?(?P<date>{_DATE}|(?<!\d)\d{{6,8}})\)?$"
)
_ATTACHMENT = re.compile(r"附\s{0,4}[件表]\s?\d{0,2}\s?[:.]?\s?(?=\S)")
_APPENDIX = re.compile(r"附\s{0,4}[件表]\s?[\d一二三四五六七八九十]{0,2}\s?:?$")
_ADDRESSEE = re.compile(r"各|单位|部门|局|镇|乡|街道|政府|党委|党组|公司|企业|委|办|处|院|厅|县|市|区|室|所|队")
_ONLY_ADDRESSEES = re.compile(
    r"各[^。;]{2,120}(?:单位|部门|政府|委员会|管委会|党委|党组|局|办|企业|公司|学校|医院|机构|街道|乡镇)$"
)
_NOT_ADDRESSED = re.compile(r"如下|通报|问题|情况|开展|进行|。")
_SHORTEST_BODY = 36
_ROW = 2  # tabs of a row of a table
_LONGEST_LINE_WITHOUT_STOP = 60  # titles have no stop either
_STOP = re.compile(r"[。;,:]")


def kind_of(folded: str, paragraph: Paragraph, forms: Forms) -> LineKind:
    """The kind of one paragraph, judged by its own characters alone."""
    line = folded[paragraph.start : paragraph.end]
    if len(line) <= 400 and (kind := _special(line, forms)):
        return kind
    if line.count("\t") >= _ROW or paragraph.marker is not None or line.endswith(("。", ";", "!", "?")):
        return "body"
    long = len(line) >= (_SHORTEST_BODY if _STOP.search(line) else _LONGEST_LINE_WITHOUT_STOP)
    return "body" if long else "short"


def _special(line: str, forms: Forms) -> LineKind | None:
    if forms.breadcrumb.search(line[:24]) and forms.crumb_separator.search(line):
        return "breadcrumb"
    if forms.distribution.match(line):
        return "distribution"
    if _RULE.match(line):
        return "rule"
    if _DIGITS.match(line):
        return "digits"
    if DATE_LINE.match(line):
        return "date"
    if len(line) < 60 and DOCUMENT_NUMBER.match(line.lstrip("(")) and len(DOCUMENT_NUMBER.sub("", line)) < 16:
        return "number"
    if forms.page_line.search(line):
        return "page"
    labels = forms.labels.findall(line)
    if labels and (len(labels) > 1 or len(line) < 60) and forms.labels.match(line):
        return "byline"
    if forms.classification.match(line) and len(line) < 24:
        return "classification"
    if _MASTHEAD.match(line):
        return "masthead"
    if len(line) < 48 and ISSUE.search(line) and not line.endswith(("。", "的通报")):
        return "issue"
    if forms.imprint.search(line) and len(line) < 60:
        return "imprint"
    if forms.contact.search(line):
        return "contact"
    if _APPENDIX.match(line):
        return "appendix"
    if _ATTACHMENT.match(line) and not line.endswith("。"):
        return "attachment"
    addressed = line.endswith(":") or bool(_ONLY_ADDRESSEES.match(line))
    if addressed and len(line) <= 200 and _ADDRESSEE.search(line) and not _NOT_ADDRESSED.search(line):
        return "salutation"
    return None


def masthead(line: str) -> re.Match[str] | None:
    """Unit and date of a masthead line: 县委督查室    2017年6月20日; groups `unit` and `date`."""
    return _MASTHEAD.match(line)


def attachment_titles(line: str) -> re.Match[str] | None:
    """The lead of a line that lists attachments; what follows it is the title."""
    return _ATTACHMENT.match(line)
