"""Generated bulletins: the same for the same seed, of places that are nowhere, with gold that holds."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from bulletin_nlp.evaluate.damage import KINDS
from bulletin_nlp.evaluate.generate import Generated, county, generate, write_corpus
from bulletin_nlp.evaluate.generate.county import material
from bulletin_nlp.evaluate.generate.layouts import LAYOUTS
from bulletin_nlp.knowledge.regions import by_name
from bulletin_nlp.knowledge.taxonomy import taxonomy
from bulletin_nlp.read import read_bytes


@pytest.fixture(scope="module")
def corpus() -> list[Generated]:
    return list(generate(200, 3))


def test_the_same_seed_gives_the_same_bytes(corpus: list[Generated]) -> None:
    assert [made.data for made in islice(generate(1000, 3), 30)] == [made.data for made in corpus[:30]]
    assert [made.data for made in generate(5, 4)] != [made.data for made in corpus[:5]]


def test_all_layouts_and_damages(corpus: list[Generated]) -> None:
    assert {made.layout for made in corpus} == set(LAYOUTS)
    assert len({made.damage for made in corpus} & set(KINDS)) >= 10
    assert {made.name.rpartition(".")[2] for made in corpus} == {"txt", "html"}
    assert any(made.copy_of for made in corpus)
    assert len({made.name for made in corpus}) == len(corpus)


def test_the_gold_stands_in_the_text(corpus: list[Generated]) -> None:
    for made in corpus:
        gold = made.gold
        assert gold.text == made.damaged.clean
        assert gold.problems
        assert gold.recommendations
        for problem in gold.problems:
            start, end = made.damaged.place(problem.start, problem.end)
            assert made.damage or made.damaged.text[start:end] == problem.text
            assert set(problem.units) <= {unit.text for unit in gold.units}
        assert all(1 <= n <= len(gold.problems) for demand in gold.recommendations for n in demand.answers)


def test_the_reader_gives_the_text(corpus: list[Generated]) -> None:
    for made in corpus:
        text = read_bytes(made.data, made.name).text
        if made.name.endswith(".txt"):
            assert text == made.damaged.text
        else:
            shown = "".join(text.split())
            lines = [line for line in made.damaged.text.split("\n") if line.strip()]
            assert all("".join(line.split()) in shown for line in lines[-3:])


def test_no_county_is_real() -> None:
    for seed in range(40):
        place = county(seed)
        assert not by_name(place.name)
        assert len(set(place.towns)) == 9


def test_one_county_of_a_given_name() -> None:
    assert all("测湖县" in made.damaged.clean for made in generate(8, 1, region="测湖县"))


def test_codes_are_those_of_the_taxonomy() -> None:
    assert set(material()["findings"]) <= {nature.code for nature in taxonomy().nature}
    assert {topic["domain"] for topic in material()["topics"]} <= {domain.code for domain in taxonomy().domain}


def test_files_and_gold_are_written(tmp_path: Path) -> None:
    from bulletin_nlp.evaluate import discover, load_gold

    assert write_corpus(tmp_path / "in", generate(12, 2), gold=tmp_path / "gold") == 12
    assert len([path for path in (tmp_path / "in").rglob("*") if path.is_file()]) == 12
    assert [len(load_gold(path).problems) > 0 for path in discover([tmp_path / "gold"])] == [True] * 12
