"""A bulletin with every kind of record, made by hand: nested, touching and identical spans, odd characters."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from bulletin_nlp.read import from_text
from bulletin_nlp.records import Bulletin, Span

TEXT = """您当前的位置:首页 > 督查工作 > 督查通报
督查通报2021年第7期
时间:2021-04-19\u00a0\u00a0\u00a0来源:县政府督查室
2021419
关于全县集贸市场环境卫生整治情况的督查通报
各乡镇人民政府,县直有关部门:
根据《青屏县2021年人居环境整治方案》安排,4月12日至14日,县政府督查室、县市场监管局组成2个督查组,对青屏镇、柳溪镇、石桥乡和9个县直部门进行了实地督查。现通报如下:
一、基本情况
青屏镇投入资金36.5万元,新建垃圾房12座,成效明显;全县共排查问题218个,整改率达到91.3%。
二、存在的问题
(一)责任落实不到位。一是石桥乡、柳溪镇没有明确专人负责,市场周边垃圾三天无人清运。二是少数部门认识还有差距,<至今>未制定方案。
(二)台账资料不规范。县住建局提供不出3月份的巡查记录,个别乡镇底数不清、数据“前后矛盾”。
三、下步工作要求
(一)压实责任,限期整改。石桥乡、柳溪镇要于4月30日前完成市场周边垃圾清理,明确专人负责。
(二)规范台账。县住建局要补齐巡查记录,各乡镇要建立健全问题清单,逐项销号。
报:县委、县人大常委会、县政府领导
发:各乡镇,县直各部门\u0007
"""

PROVENANCE = {"version": "0.1.0", "knowledge_digest": "0" * 64, "registry_digest": None, "taxonomy_version": "1"}
SPANS = {"span", "heading", "places", "actions", "witnesses"}


def place(phrase: str) -> dict[str, Any]:
    """The span that `phrase#n` stands for: the n-th place of the phrase in the text."""
    quoted, _, number = phrase.partition("#")
    start = -1
    for _ in range(int(number or 1)):
        start = TEXT.index(quoted, start + 1)
    return {"start": start, "end": start + len(quoted), "text": quoted}


def with_spans(value: Any, key: str = "") -> Any:
    """The value with its phrases turned into spans."""
    if isinstance(value, dict):
        return {name: with_spans(item, name) for name, item in value.items()}
    if isinstance(value, list):
        return tuple(with_spans(item, key) for item in value)
    return place(value) if key in SPANS and isinstance(value, str) else value


def sections() -> list[dict[str, Any]]:
    """Five parts of level 0, and two of level 1 below the third."""
    rows = (
        ("s0", None, "head", "", "", 0, TEXT.index("一、基本")),
        ("s1", None, "situation", "一、", "基本情况", TEXT.index("一、基本"), TEXT.index("二、存在")),
        ("s2", None, "problems", "二、", "存在的问题", TEXT.index("二、存在"), TEXT.index("三、下步")),
        ("s2.1", "s2", "problems", "(一)", "责任落实不到位", TEXT.index("(一)责任"), TEXT.index("(二)台账")),
        ("s2.2", "s2", "problems", "(二)", "台账资料不规范", TEXT.index("(二)台账"), TEXT.index("三、下步")),
        ("s3", None, "recommendations", "三、", "下步工作要求", TEXT.index("三、下步"), TEXT.index("报:县委")),
        ("s4", None, "distribution", "", "", TEXT.index("报:县委"), len(TEXT)),
    )
    return [
        {
            "id": id_,
            "parent": parent,
            "level": 1 if parent else 0,
            "role": role,
            "marker": place(marker) if marker else None,
            "heading": place(heading) if heading else None,
            "span": {"start": start, "end": end, "text": TEXT[start:end]},
        }
        for id_, parent, role, marker, heading, start, end in rows
    ]


def sample_bulletin(uri: str = "samples/market.txt") -> Bulletin:
    """The sample, valid in every respect."""
    source = from_text(TEXT, uri)
    records = with_spans(yaml.safe_load(Path(__file__).with_name("sample.yaml").read_text("utf-8")))
    head = {"id": source.id, "source": source.source, "text": TEXT, "sections": sections(), "provenance": PROVENANCE}
    return Bulletin.model_validate(head | records)


def bare_bulletin(text: str, uri: str = "memory:", spans: tuple[tuple[int, int], ...] = ()) -> Bulletin:
    """Any text, with a figure at each of the given places."""
    source = from_text(text, uri)
    whole = {"start": 0, "end": len(text), "text": text}
    sections = [
        {"id": "s0", "parent": None, "level": 0, "marker": None, "heading": None, "role": "other", "span": whole}
    ]
    figures = [
        {"id": f"n{number}", "span": Span(start=start, end=end, text=text[start:end]), "value": 1.0, "unit": "个"}
        for number, (start, end) in enumerate(spans, 1)
    ]

    return Bulletin.model_validate(
        {
            "id": source.id,
            "source": source.source,
            "text": text,
            "head": {},
            "sections": sections if text else [],
            "figures": figures,
            "provenance": PROVENANCE,
        }
    )


@pytest.fixture
def sample() -> Bulletin:
    return sample_bulletin()


@pytest.fixture
def bare() -> Callable[..., Bulletin]:
    return bare_bulletin


def browser() -> str | None:
    """The path of a Chromium, where there is one."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "browser: needs a Chromium; deselected where there is none, but not under CI=true"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if browser() or os.environ.get("CI") == "true":
        return
    without = [item for item in items if "browser" in item.keywords]
    if without:
        config.hook.pytest_deselected(items=without)
        items[:] = [item for item in items if item not in without]


@pytest.fixture(scope="session")
def chromium() -> str:
    path = browser()
    assert path, (
        "no chromium, chromium-browser or google-chrome on this machine: install one (apt-get install chromium)"
    )
    return path
