import pytest

from bulletin_nlp.text.numerals import number, year

NUMBERS = [
    ("0", 0), ("12", 12), ("二", 2),
    ("两", 2), ("十", 10), ("十二", 12), ("二十", 20), ("三十一", 31), ("廿五", 25),
    ("一百零五", 105), ("一百二十三", 123), ("一千二百", 1200),
    ("一万二千", 12000), ("二〇一七", 2017), ("元", 1), ("卅", 30),
    ("", None), ("十十", None), ("一百千", None), ("甲", None), ("1a", None), ("二三十", None), ("万", None),
]  # fmt: skip
YEARS = [
    ("2017", 2017), ("二〇一七", 2017), ("二零一七", 2017), ("一九九八", 1998), ("二一七", 2017), ("二O一七", 2017),
    ("217", None), ("3017", None), ("一一七", None), ("二", None),
]  # fmt: skip


@pytest.mark.parametrize(("surface", "value"), NUMBERS)
def test_number(surface: str, value: int | None) -> None:
    assert number(surface) == value


@pytest.mark.parametrize(("surface", "value"), YEARS)
def test_year(surface: str, value: int | None) -> None:
    assert year(surface) == value


def test_every_number_below_a_hundred() -> None:
    digits = "〇一二三四五六七八九"
    for value in range(1, 100):
        tens, ones = divmod(value, 10)
        written = ("" if not tens else "十" if tens == 1 else digits[tens] + "十") + (digits[ones] if ones else "")
        assert number(written) == value
