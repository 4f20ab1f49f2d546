from datetime import date, timedelta

import pytest

from bulletin_nlp.text.damage import detect, read_run

RUNS = [
    ("2017620", "2017年6月20日"),
    ("522526", "5月22日至5月26日"),
    ("98911", "9月8日至9月11日"),
    ("201512", "2015年12月"),
    ("2017320178", "2017年3月至2017年8月"),
    ("2017年619日", "2017年6月19日"),
    ("2017年6月19", "2017年6月19日"),
    ("630日", "6月30日"),
]
NO_DATES = ["", "7", "6129914", "99999", "2017", "6月30日", "2017年6月", "abc", "0", "1" * 40]


@pytest.mark.parametrize(("run", "restored"), RUNS)
def test_the_likeliest_reading(run: str, restored: str) -> None:
    assert read_run(run, date(2017, 9, 14))[0].restored == restored


@pytest.mark.parametrize("run", NO_DATES)
def test_no_reading(run: str) -> None:
    assert read_run(run) == []


def test_certainties_add_up() -> None:
    assert sum(r.certainty for r in read_run("522526", before=date(2017, 6, 20))) == pytest.approx(1, abs=0.01)


def test_a_witness_decides_between_readings() -> None:
    plain = [r.restored for r in read_run("2017111")]
    assert set(plain) == {"2017年1月11日", "2017年11月1日", "2017年1月至11月"}
    assert read_run("2017111", witnesses=[date(2017, 1, 11)])[0].restored == "2017年1月11日"


def test_every_day_of_a_year_is_among_its_readings() -> None:
    for n in range(365):
        day = date(2017, 1, 1) + timedelta(days=n)
        wanted = f"2017年{day.month}月{day.day}日"
        assert wanted in [r.restored for r in read_run(f"2017{day.month}{day.day}")]


def test_detection() -> None:
    damaged = detect("2017914\n要求,98911,督查组\n于831前报送")
    assert damaged.certainty > 0.8
    assert damaged.places == ((0, 7), (11, 16), (22, 25))
    assert {"年", "月", "日", "至"} <= set(damaged.lost)
    assert detect("2017年9月14日,9月8日至11日,督查组,8月31日前报送46个单位").certainty == 0
