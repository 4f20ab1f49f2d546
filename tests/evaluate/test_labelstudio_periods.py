"""Which surfaces mean their unit only in their context."""

from __future__ import annotations

import pytest

from bulletin_nlp.evaluate.labelstudio.periods import leans
from bulletin_nlp.reconcile import resolve_region


@pytest.mark.parametrize(
    ("place", "surface", "name", "expected"),
    [
        ("澄湖县", "镇政府", "澄湖县石门镇人民政府", True),
        ("澄湖县", "乡党委", "中共澄湖县白沙乡委员会", True),
        ("澄湖县", "村委会", "澄湖县石门镇大坪村村民委员会", True),
        ("澄湖县", "政府", "澄湖县石门镇人民政府", True),
        ("澄湖县", "石门镇政府", "澄湖县石门镇人民政府", False),
        ("澄湖县", "大坪村委会", "澄湖县石门镇大坪村村民委员会", False),
        ("澄湖县", "县住建局", "澄湖县住房和城乡建设局", False),
        ("澄湖县", "县规划局", "澄湖县城乡规划局", False),
        ("澄湖县", "县农业局", "澄湖县农业农村局", False),
        ("澄湖县", "县扶贫办", "澄湖县乡村振兴局", False),
        ("澄湖县", "县合管办", "澄湖县新型农村合作医疗管理办公室", False),
        ("澄湖县", "县创建办", "澄湖县创建省级文明城市工作领导小组办公室", False),
        ("澄湖县", "县纪委监委", "中共澄湖县纪律检查委员会;澄湖县监察委员会", False),
        ("澄湖县", "省政府", "云南省人民政府", False),
        ("岚江市", "县人社局", "雪山县人力资源和社会保障局", True),
        ("岚江市", "区政府", "岚江市云锦区人民政府", True),
        ("岚江市", "云锦区政府", "岚江市云锦区人民政府", False),
        ("岚江市", "高新区管委会", "岚江市高新技术产业开发区管理委员会", False),
        ("岚江市", "市住建局", "岚江市住房和城乡建设局", False),
    ],
)
def test_what_leans_on_its_context(place: str, surface: str, name: str, expected: bool) -> None:
    assert leans(surface, name, resolve_region(place)) is expected
