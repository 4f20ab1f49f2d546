"""The day that a page's metadata tells, where its text tells none."""

from __future__ import annotations

from datetime import date

import pytest

from bulletin_nlp.parse import parse
from bulletin_nlp.parse.hinted import hinted_day

HINTS = [
    ({"PubDate": "2019-05-31 10:26"}, date(2019, 5, 31)),
    ({"pubdate": "2019年5月3日"}, date(2019, 5, 3)),
    ({"article:published_time": "2019/5/3T08:00"}, date(2019, 5, 3)),
    ({"PublishDate": "2019-05-01", "PubDate": "2019-05-31"}, date(2019, 5, 31)),
    ({"PubDate": "2019-13-31", "PublishDate": "2019.05.01"}, date(2019, 5, 1)),
    ({"PubDate": "昨天"}, None),
    ({"title": "2019-05-31"}, None),
    ({}, None),
]


@pytest.mark.parametrize(("hints", "day"), HINTS)
def test_hints(hints: dict[str, str], day: date | None) -> None:
    assert hinted_day(hints) == day


PAGE = (
    '<html><head><meta name="PubDate" content="2019-05-31"></head><body><h1>关于养老机构督查情况的通报</h1>'
    "<p>一、存在的问题</p><p>县民政局工作滞后。</p><p>二、要求</p><p>县民政局要在6月5日前完成整改。</p>{}</body></html>"
)


@pytest.mark.parametrize(
    ("line", "given", "end", "remarked"),
    [
        ("", None, "2019-06-05", True),
        ("<p>县政府督查室<br>2018年5月30日</p>", None, "2018-06-05", False),
        ("", "2017-05-01", "2017-06-05", False),
    ],
)
def test_dates_are_resolved_against_metadata_only_where_nothing_else_speaks(
    line: str, given: str | None, end: str, remarked: bool
) -> None:
    bulletin = parse(PAGE.format(line).encode(), published=given)
    assert [d.end for d in bulletin.dates if d.span.text.startswith("6月5日")] == [end]
    assert ("published-in-metadata" in {remark.code for remark in bulletin.remarks}) == remarked
