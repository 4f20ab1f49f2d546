"""A corpus of generated bulletins: any size, the same for the same seed, each with its gold.

For loads, searches and plots; never for the accuracy of the extraction: what is written by templates is found by rules.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from bulletin_nlp.evaluate.damage import KINDS, simulate
from bulletin_nlp.evaluate.damage.edits import Damaged
from bulletin_nlp.evaluate.generate.content import Content, content
from bulletin_nlp.evaluate.generate.county import County, county
from bulletin_nlp.evaluate.generate.layouts import LAYOUTS, page
from bulletin_nlp.evaluate.gold import GoldBulletin, read_gold

YEARS = (2014, 2024)
_PAGE, _DAMAGED, _REPOST = 0.2, 0.3, 0.05


@dataclass(frozen=True)
class Generated:
    """One file of a corpus.

    Attributes:
        name: of the file, with its folder.
        data: its bytes.
        tagged: the clean text with its gold, as a tagged file.
        layout: the layout; a page of the same when `name` ends in .html.
        damage: the kind of damage done to the text, None for none.
        damaged: the clean text, the damaged one, and the way between their offsets.
        copy_of: the name of the file that it is a repost of.
    """

    name: str
    data: bytes
    tagged: str
    layout: str
    damage: str | None
    damaged: Damaged
    copy_of: str | None = None

    @property
    def gold(self) -> GoldBulletin:
        """What a person would tag in the clean text."""
        return read_gold(self.tagged, self.name)


def generate(size: int, seed: int | str = 1, *, region: str | None = None, counties: int = 4) -> Iterator[Generated]:
    """Files of bulletins; the nth is the same at every size.

    Args:
        size: how many.
        seed: the same seed gives the same bytes, on every machine.
        region: the name of the one county they are of; None for fictional ones.
        counties: how many fictional counties take turns.
    """
    for number in range(size):
        yield one(number, seed, region, counties)


def one(number: int, seed: int | str, region: str | None = None, counties: int = 4) -> Generated:
    """The bulletin of a running number; now and then a repost of an earlier one."""
    random = Random(f"{seed}:{number}")
    if number and random.random() < _REPOST:
        original = one(random.randrange(max(0, number - 200), number), seed, region, counties)
        if original.copy_of is None:
            return _repost(original, number, random)
    place = _county(seed, region, number % (1 if region else counties))
    made = content(place, number // (1 if region else counties), YEARS, random)
    layout = random.choice(list(LAYOUTS))
    gap = random.choice(["\n", "\n\n"])
    indent = random.choice(["", "　　"])
    body = gap.join(line if n < 4 else indent + line for n, line in enumerate(LAYOUTS[layout](made))) + "\n"
    tagged = _front(made, layout) + body
    damage = random.choice(list(KINDS)) if random.random() < _DAMAGED else None
    return _file(number, made.year, tagged, layout, damage, made.title, random)


@cache
def _county(seed: int | str, region: str | None, turn: int) -> County:
    return county(f"{seed}:{turn}", region)


def _repost(original: Generated, number: int, random: Random) -> Generated:
    """The same bulletin from another site: another format or another damage."""
    year = int(original.name[:4])
    damage = random.choice([None, "ascii-punct", "lost-date-characters", "ocr", "split-lines", "full-width"])
    title = original.gold.front.title or ""
    made = _file(number, year, original.tagged, original.layout, damage, title, random)
    return Generated(**{**made.__dict__, "copy_of": original.name})


def _file(
    number: int, year: int, tagged: str, layout: str, damage: str | None, title: str, random: Random
) -> Generated:
    clean = read_gold(tagged, str(number)).text
    damaged = simulate(clean, damage, f"{number}") if damage else Damaged(clean, ())
    if as_page := random.random() < _PAGE:
        data = page(damaged.text, title, random.choice(["utf-8", "gb18030"]))
    else:
        data = damaged.text.encode(random.choice(["utf-8", "utf-8", "utf-8", "gb18030", "utf-16"]))
    name = f"{year}/{number:06d}-{layout}.{'html' if as_page else 'txt'}"
    return Generated(name, data, tagged, layout, damage, damaged)


def _front(made: Content, layout: str) -> str:
    issued = layout not in ("letter", "official")
    rows = {
        "genre": "generated",
        "noise": ["none"],
        "codes": "current",
        "region": {"name": made.county.name, "code": None, "parent": None},
        "title": made.title,
        "series": made.series if issued else None,
        "issue_year": made.year if issued and layout != "table" else None,
        "issue_number": made.number if issued else None,
        "document_number": f"县政督〔{made.year}〕{made.number}号" if layout == "official" else None,
        "published": made.published.isoformat(),
        "issuers": ["县政府督查室"],
    }
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in rows.items())
    return f"---\n{lines}---\n"


def write_corpus(folder: Path, bulletins: Iterator[Generated], *, gold: Path | None = None) -> int:
    """Write the files below a folder, and their gold as tagged files below another; how many there were."""
    count = 0
    for made in bulletins:
        file = folder / made.name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(made.data)
        if gold is not None:
            target = gold / made.name.replace("/", "-").rpartition(".")[0]
            gold.mkdir(parents=True, exist_ok=True)
            target.with_name(target.name + ".tagged.txt").write_bytes(made.tagged.encode())
        count += 1
    return count
