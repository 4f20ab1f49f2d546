"""Bulletins to export: those of the corpora and one that a spreadsheet would compute."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin_nlp import parse
from bulletin_nlp.evaluate import discover, load_gold
from bulletin_nlp.records import Bulletin

DANGEROUS = """=HYPERLINK("http://example.invalid","甲")
关于农村饮水安全的督查通报
云岭县人民政府督查室　　2022年3月10日

一、存在问题
（一）管网漏损严重。县水务局对石门村供水管网破损未维修，30户群众用水困难。该局至今未排查。
二、整改要求
（一）抓紧修复管网。由县水务局牵头，石门镇配合，于4月10日前完成石门村供水管网维修，并报县政府督查室。
"""
TABLE = """关于饮水安全检查的通报
槐荫县人民政府督查室　　2022年3月20日

一、存在问题
问题清单
序号\t单位\t存在问题\t整改措施\t责任单位\t整改时限\t完成率
1\t石门镇\t水池未加盖\t立即加盖\t县水务局\t4月2日\t=1/2
二、工作要求
各乡镇要对照问题整改。
"""


@pytest.fixture(scope="session")
def exported() -> list[Bulletin]:
    gold = Path(__file__).parents[2] / "corpora" / "gold" / "own"
    texts = {path.name: load_gold(path).text for path in discover([gold])}
    return [
        parse(DANGEROUS, uri="=1+1.txt"),
        *(parse(text, uri=uri) for uri, text in texts.items()),
        parse(TABLE, uri="table.txt"),
    ]
