"""A catalogue that is broken is refused; each fault is named with the body."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bulletin_nlp.knowledge import use
from bulletin_nlp.knowledge.check import check
from bulletin_nlp.knowledge.units import catalogue

Faults = Callable[[str, str], list[str]]


@pytest.fixture
def faults(tmp_path: Path) -> Iterator[Faults]:
    """The findings on the shipped knowledge with a table of a user's own over it."""

    def write(table: str, content: str) -> list[str]:
        path = tmp_path / f"{table}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
        return [f"{finding.path}: {finding.message}" for finding in check(tmp_path)]

    yield write
    use(None)


def test_the_catalogue_is_large_and_complete() -> None:
    bodies = list(catalogue().by_id.values())
    assert len({body.id.partition(".")[0] for body in bodies}) >= 150
    assert {body.at for body in bodies} == {"county", "town", "village", "community", None}
    assert all(body.surfaces and body.name and body.source for body in bodies)
    assert sum(1 for body in bodies if body.parent) > len(bodies) // 2


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("stem: 茶叶, forms: [局], short: [茶产业]", "茶产业局 does not shorten {r}茶叶局"),
        ("stem: 茶叶, forms: [局], short: [财政]", "财政局 does not shorten {r}茶叶局"),
        ("stem: 财政税务, forms: [局], short: [财政]", "财政局 is owned by finance, tea at one time"),
        ("stem: 茶叶, forms: [局], since: 2020-01, until: 2019-01", "it ends (2019-01) before it begins (2020-01)"),
        ("stem: 茶叶, forms: [局], until: '2019'", "2019 is no month such as 2018-03"),
        ("stem: 茶叶, forms: [局], until: 2019-01, next: [coffee]", "there is no successor coffee.局, coffee"),
        ("stem: 茶叶, forms: [局], next: [forestry]", "it has a successor, and no last month"),
        (
            "stem: 茶叶, forms: [局], until: 2010-01, next: [emergency]",
            "its successor emergency begins (2018-03) after a",
        ),
        ("stem: 茶叶, forms: [局], until: 2022-01, next: [agriculture]", "its successor agriculture ends before it"),
        ("stem: 茶叶, forms: [局], parent: nobody", "there is no body 'nobody' that it could be under"),
        ("stem: 茶叶, forms: [局], source: hearsay", "there is no source 'hearsay'"),
        ("stem: 茶叶, forms: [局], short: [{text: 茶, since: 2019-13}]", "2019-13 is no month such as 2018-03"),
    ],
)
def test_a_broken_body_is_refused(faults: Faults, row: str, message: str) -> None:
    found = faults("units/departments", f"bodies: [{{id: tea, {row}}}]")
    assert any("tea" in finding and message in finding for finding in found), found


@pytest.mark.parametrize(
    "row",
    [
        "stem: 茶叶, forms: [局, 办]",
        "stem: 茶叶产业发展, forms: [局], short: [茶叶, 茶产业]",
        "stem: 财政税务, forms: [局], short: [{text: 财税, since: 2019-01}]",
        "stem: 茶叶, forms: [局], until: 2019-01, next: [agriculture-rural]",
    ],
)
def test_a_sound_body_is_taken(faults: Faults, row: str) -> None:
    assert faults("units/departments", f"bodies: [{{id: tea, {row}}}]") == []


@pytest.mark.parametrize(
    ("declared", "message"),
    [
        ("ambiguous: {财政局: [finance, audit]}", "declared ambiguous between audit, finance, and is between none"),
        ("ambiguous: {无此局: [finance]}", "the catalogue has no such surface"),
        ("odd: {finance: [财政局]}", "财政局 does shorten {r}财政局"),
        ("odd: {finance: [无此局]}", "the catalogue has no such surface: 无此局"),
    ],
)
def test_what_is_declared_must_be_so(faults: Faults, declared: str, message: str) -> None:
    (finding,) = faults("units/surfaces", declared)
    assert message in finding


def test_a_row_that_lacks_a_field_is_named(faults: Faults) -> None:
    assert any("lacks 'forms'" in finding for finding in faults("units/departments", "bodies: [{id: tea, stem: 茶叶}]"))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ('{old: 甲县, today: "999999", until: 2010-01, new: 乙县}', "there is no division 999999"),
        ('{old: 甲县, today: "532927", until: 2010-01, new: 乙县}', "532927 is 巍山彝族回族自治县, not 乙县"),
        ('{old: 甲县, today: "320104", until: 2010, new: 秦淮区}', "2010 is no month"),
        ('{old: 秦淮区, today: "320104", until: 2010-01, new: 秦淮区}', "the division has this name today"),
        ('{old: 襄樊市, today: "420600", until: 2009-01, new: 襄阳市}', "an old name stands twice"),
    ],
)
def test_a_wrong_renaming_is_refused(faults: Faults, row: str, message: str) -> None:
    (finding,) = faults("divisions", f"renamed: [{row}]")
    assert message in finding


@pytest.mark.parametrize(
    ("windows", "message"),
    [
        ("{nobody: {until: 2019-02}}", "the catalogue has no such body"),
        ("{market: {from: 2019-02}}", "a window has since and until"),
        ("{market: {since: 2019-02, until: 2018-02}}", "it ends (2018-02) before it begins (2019-02)"),
    ],
)
def test_windows_of_a_region_that_are_amiss(faults: Faults, windows: str, message: str) -> None:
    (finding,) = faults("regions/532927/windows", f"windows: {windows}")
    assert message in finding
