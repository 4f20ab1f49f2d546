from datetime import date

from bulletin_nlp.parse.anchor import Reference, anchor
from bulletin_nlp.pipes.dates.finder import find


def resolved(text: str, reference: Reference) -> list[tuple[str | None, str | None]]:
    return [(d["value_start"], d["value_end"]) for d in anchor(text, find(text), reference).dates]


def test_filled_says_what_the_context_supplied() -> None:
    text = "2018年3月5日、6日，4月7日"
    filled = [d["filled"] for d in anchor(text, find(text), Reference(date(2018, 6, 1))).dates]
    assert filled == [(), ("year", "month"), ("year",)]


def test_the_issue_year_serves_where_no_day_is_known() -> None:
    assert resolved("5月22日至26日", Reference(issue_year=2017)) == [("2017-05-22", "2017-05-26")]
    assert resolved("今年以来", Reference(issue_year=2017)) == [(None, None)]


def test_the_other_year_is_a_candidate() -> None:
    text = "8月至11月未报送"
    (found,) = anchor(text, find(text), Reference(date(2018, 1, 18))).dates
    assert found["value_start"] == "2017-08-01"
    assert [c["start"] for c in found["candidates"]] == ["2017-08-01", "2018-08-01"]
