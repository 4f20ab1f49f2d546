"""Which surfaces are mentions of units, and of which kind."""

from __future__ import annotations

import pytest

from bulletin_nlp.pipes.units.finder import find

_ROWS: list[tuple[str, list[str]]] = [
    ("县住建局、县财政局要加强配合", ["named 县住建局", "named 县财政局"]),
    ("县财政局、农业农村局未按要求报送", ["named 县财政局", "named 农业农村局"]),
    ("青石镇党委、政府要抓好落实", ["named 青石镇党委", "named 政府"]),
    ("各乡镇党委、政府要抓好落实", ["collective 各乡镇党委、政府"]),
    ("县纪委监委对此立案调查", ["named 县纪委监委"]),
    ("县人民政府督查室开展了督查", ["named 县人民政府督查室"]),
    ("对46个县级部门进行了督查", ["anonymous 46个县级部门"]),
    ("大部分单位召开了会议", ["anonymous 大部分单位"]),
    ("部分单位重视不够", ["anonymous 部分单位"]),
    ("个别乡镇台账不清", ["anonymous 个别乡镇"]),
    ("有关部门要依法处理", ["anonymous 有关部门"]),
    ("各责任单位要对照清单整改", ["collective 各责任单位"]),
    ("砚州市自然资源和规划局印发", ["named 砚州市自然资源和规划局"]),
    ("苏州市财政局拨付了资金", ["named 苏州市财政局"]),
    ("槐荫县柳塘镇未完成任务", ["named 槐荫县柳塘镇"]),
    ("县水务局局长参加了会议", ["named 县水务局"]),
    ("县防指各成员单位要严格值守", ["collective 县防指各成员单位"]),
    ("取消县旅游局评先资格", ["named 县旅游局"]),
    ("候诊区座椅破损", []),
    ("副县长主持会议", []),
    ("优化产业布局，打开工作格局", []),
    ("进入槐荫文化广场纳凉", []),
    ("印发了《县住建局工作方案》", []),
    ("大张旗鼓地宣传", []),
    ("创建省级生态县、先进平安县", []),
    ("联合组成2个督查组", ["anonymous 2个督查组"]),
    ("槐荫县恒信建设有限公司未按图施工", ["named 槐荫县恒信建设有限公司"]),
]


@pytest.mark.parametrize(("text", "mentions"), _ROWS, ids=[text for text, _ in _ROWS])
def test_mentions(text: str, mentions: list[str]) -> None:
    assert [f"{m['kind']} {text[m['start'] : m['end']]}" for m in find(text)] == mentions


@pytest.mark.parametrize(
    ("text", "quantifier", "count"),
    [
        ("大部分单位召开了会议", "most", None),
        ("绝大多数单位完成任务", "nearly_all", None),
        ("部分单位重视不够", "some", None),
        ("少数单位没有方案", "few", None),
        ("个别单位提供不出资料", "individual", None),
        ("对12个乡镇开展督查", "count", 12),
    ],
)
def test_quantifiers(text: str, quantifier: str, count: int | None) -> None:
    [mention] = find(text)
    assert (mention["quantifier"], mention["count"]) == (quantifier, count)


def test_a_short_name_stands_for_the_one_that_introduced_it() -> None:
    text = "槐荫县住房和城乡建设局（以下简称住建局）负责改造。住建局未公示。"
    mentions = find(text)
    assert [text[m["start"] : m["end"]] for m in mentions] == ["槐荫县住房和城乡建设局", "住建局", "住建局"]
    assert {m.get("body") for m in mentions} == {"住房和城乡建设局"}
