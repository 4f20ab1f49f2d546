from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bulletin_nlp.dates import read
from bulletin_nlp.pipes.dates.finder import find

PIECES = [
    "2017年",
    "6月",
    "20日",
    "前",
    "至",
    "、",
    "今年",
    "一周内",
    "《",
    "》",
    "\n",
    "1",
    "831前",
    "二〇一七年",
    "9999年",
    "。",
    "0",
    "春节前",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=80))
def test_nothing_raises_and_mentions_never_overlap(text: str) -> None:
    position = 0
    for mention in find(text):
        assert position <= mention["start"] < mention["end"] <= len(text)
        position = mention["end"]
    for reference in ("2018-02-28", None):
        for found in read(text, reference).dates:
            assert not (found["value_start"] and found["value_end"]) or found["value_start"] <= found["value_end"]


def test_nothing_is_found_between_book_marks() -> None:
    assert find("《2018年12月方案（2016—2020年）》《关于〈2017年计划〉的通知》") == []


def test_an_unclosed_book_mark_hides_nothing_behind_its_line() -> None:
    assert len(find("《" + "工" * 90 + "\n2018年3月5日")) == 1


def test_an_impossible_day_is_one_mention_with_a_remark() -> None:
    result = read("于2月30日召开会议", "2018-03-05")
    assert [(d["value_start"], d["value_end"]) for d in result.dates] == [(None, None)]
    assert [(n.code, n.start, n.end) for n in result.notes] == [("impossible-date", 1, 6)]
