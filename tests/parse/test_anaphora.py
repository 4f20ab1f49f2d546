from __future__ import annotations

import pytest

from bulletin_nlp import parse
from bulletin_nlp.knowledge import knowledge
from bulletin_nlp.parse.anaphora import pointers

HEAD = "云岭县委督查室\n2019年5月6日\n\n关于全县防火工作的督查通报\n\n"
ROWS = [
    ("县林业局没有制定方案，该局的台账为空白。", "该局", ["县林业局"]),
    ("县财政局拨付及时。县水务局没有验收，该局至今未上报。", "该局", ["县水务局"]),
    ("县水务局检查了青石镇，该局未发现问题。", "该局", ["县水务局"]),
    ("青石镇3名护林员不在岗，该镇未作处理。", "该镇", ["青石镇"]),
    ("恒润建设有限公司拖欠工资，该公司拒不整改。", "该公司", ["恒润建设有限公司"]),
    ("县人民医院没有建立台账，该院也没有专人负责。", "该院", ["县人民医院"]),
    ("县教育局排名末位，该单位未按时整改。", "该单位", ["县教育局"]),
    ("今年以来，我县降雨偏少。", "我县", []),
    ("该局面不容乐观，我市场监管压力大。", None, []),
]


@pytest.mark.parametrize(("sentence", "surface", "antecedents"), ROWS)
def test_antecedents(sentence: str, surface: str | None, antecedents: list[str]) -> None:
    bulletin = parse(HEAD + sentence)
    surfaces = {unit.id: unit.span.text for unit in bulletin.units}
    found = [(a.span.text, [surfaces[unit] for unit in a.units]) for a in bulletin.anaphora]
    assert found == ([(surface, antecedents)] if surface else [])


def test_the_own_region_is_no_unit() -> None:
    (pointer,) = parse(HEAD + "我县降雨偏少。").anaphora
    assert pointer.region
    assert pointer.units == ()


def test_an_antecedent_out_of_reach_is_none() -> None:
    far = "，".join(["巡查记录完整"] * 90)
    (pointer,) = parse(f"{HEAD}县林业局作了部署。{far}。该局未上报。").anaphora
    assert pointer.units == ()
    assert pointer.certainty == 0


def test_examples_of_the_table() -> None:
    table, pattern = knowledge().table("units/anaphora"), pointers().pattern
    assert all(pattern.search(example) for example in table["examples"])
    assert not any(pattern.search(example) for example in table["counter-examples"])
