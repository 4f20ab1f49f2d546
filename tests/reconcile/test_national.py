"""Names of the whole country: found with one slip, never across counties on the same surface."""

from __future__ import annotations

from pathlib import Path

import pytest
from national_queries import Maker, is_answer, is_truth

from bulletin_nlp.knowledge import stored, use
from bulletin_nlp.reconcile import Registries
from bulletin_nlp.reconcile.national import match_national, national
from bulletin_nlp.reconcile.places import places

_KEPT_NOWHERE = Registries(None)


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("巍山县住建局", "巍山彝族回族自治县住房和城乡建设局"),
        ("巍山彝族回族自治县财政局", "巍山彝族回族自治县财政局"),
        ("云南省大理州巍山县林草局", "巍山彝族回族自治县林业和草原局"),
        ("福州市鼓楼区教育局", "福州市鼓楼区教育局"),
        ("巍山县南诏镇派出所", "巍山彝族回族自治县公安局南诏镇派出所"),
        ("中共巍山彝族回族自治县委宣传部", "中共巍山彝族回族自治县委宣传部"),
    ],
)
def test_a_name_that_tells_its_place(name: str, full: str) -> None:
    match = match_national(name, None, _KEPT_NOWHERE)
    assert (match.status, match.canonical_name) == ("derived", full)


@pytest.mark.parametrize("name", ["县住建局", "财政局", "人民政府", "巍山县", "", "城关镇人民政府"])
def test_a_name_that_tells_no_place_is_nobodys(name: str) -> None:
    assert match_national(name, None, _KEPT_NOWHERE).status == "unmatched"


def test_a_shared_place_is_a_tie() -> None:
    match = match_national("鼓楼区教育局", None, _KEPT_NOWHERE)
    assert match.status == "ambiguous"
    assert len({candidate.canonical_name for candidate in match.candidates}) > 1


@pytest.mark.parametrize("name", ["巍山彝族回族自治县财证局", "魏山彝族回族自治县财政局", "巍山彝族回自治县财政局"])
def test_a_slip_is_proposed_not_decided(name: str) -> None:
    match = match_national(name, None, _KEPT_NOWHERE)
    assert match.status == "ambiguous"
    assert match.candidates[0].canonical_name == "巍山彝族回族自治县财政局"


def test_a_persons_word_holds_in_its_region(tmp_path: Path) -> None:
    home = tmp_path / "regions" / "532927"
    home.mkdir(parents=True)
    (home / "registry.csv").write_text("id,name,aliases,region\nu1,巍山建设局,县住建局,532927\n", "utf-8")
    assert match_national("巍山县住建局", None, Registries(tmp_path)).canonical_id == "u1"


@pytest.mark.parametrize(("kind", "least"), [("listed", 0.97), ("free", 0.97), ("slip", 0.97)])
def test_generated_names(kind: str, least: float) -> None:
    country, queries = national(), list(Maker(20).queries(kind, 600))
    assert country.size > 1_000_000
    fair = [query for query in queries if query.fair]
    assert len(fair) > 300
    assert sum(is_answer(country.search(query.text), query) for query in fair) / len(fair) >= least
    unfair = [query for query in queries if not query.fair]
    among = sum(any(is_truth(hit, query) for hit in country.search(query.text)) for query in unfair)
    assert among / len(unfair) > (0.7 if kind == "slip" else 0.97)


def test_the_build_is_kept_and_believed_only_when_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    use(tmp_path)
    try:
        first = places()
        [path] = (tmp_path / "bulletin_nlp").glob("places-*.bin")
        assert [p.name for p in path.parent.iterdir()] == [path.name]
        use(None)
        use(tmp_path)
        assert places() is not first
        assert places().spellings == first.spellings
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(data)
        assert stored.load(path) is None
        use(None)
        use(tmp_path)
        assert places().towns == first.towns
        assert stored.load(path) is not None
    finally:
        use(None)
