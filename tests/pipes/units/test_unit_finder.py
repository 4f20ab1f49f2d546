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
    # A collective takes in what stands before 各 and behind its noun.
    ("县委各部委，县直各单位党组（党委）：", ["collective 县委各部委", "collective 县直各单位党组（党委）"]),
    ("各县（区）委、县（区）人民政府：", ["collective 各县（区）委、县（区）人民政府"]),
    ("各县（区）财政局、民政局，市直各单位：", ["collective 各县（区）财政局、民政局", "collective 市直各单位"]),
    ("各社区居委会，街道各科室：", ["collective 各社区居委会", "collective 街道各科室"]),
    ("县纪委监委各派驻纪检监察组：", ["collective 县纪委监委各派驻纪检监察组"]),
    ("省政府有关部门：", ["anonymous 省政府有关部门"]),
    ("未抄告人社部门", ["collective 人社部门"]),
    ("各级供水、供电部门要配合", ["collective 各级供水、供电部门"]),
    ("部分乡镇纪委反映人手太少", ["anonymous 部分乡镇纪委"]),
    ("多数乡（镇）和部门行动快", ["anonymous 多数乡（镇）和部门"]),
    ("对26个机关单位进行了抽查", ["anonymous 26个机关单位"]),
    ("抽查14所乡村学校", ["anonymous 14所乡村学校"]),
    ("分三个组，采取查阅资料的方式", ["anonymous 三个组"]),
    # Development zones, and the offices of towns and streets.
    ("开发区应急管理局要逐项销号", ["named 开发区应急管理局"]),
    ("镇财政所核对了名单", ["named 镇财政所"]),
    ("由街道纪工委调查", ["named 街道纪工委"]),
    # Parts of a body, postings, committees of a government.
    ("送县纪委监委党风政风监督室", ["named 县纪委监委党风政风监督室"]),
    ("区市场监管局梧桐桥所要查处", ["named 区市场监管局梧桐桥所"]),
    ("由驻县财政局纪检组立案审查", ["named 驻县财政局纪检组"]),
    ("县委组织部干部监督室参加", ["named 县委组织部干部监督室"]),
    ("省人民政府教育督导委员会办公室通报", ["named 省人民政府教育督导委员会办公室"]),
    ("县农业局植保站3间办公室锁门", ["named 县农业局植保站"]),
    ("县国有林场要恢复平台", ["named 县国有林场"]),
    # Places listed under one suffix, and a name that ends in a cutting word.
    ("召集渠南、定川两县研究", ["named 渠南", "named 定川"]),
    ("由安和县财政局牵头", ["named 安和县财政局"]),
    # Blanks of a line without marks part names; two that sign stand apart, an injected blank does not.
    ("云岭县委督查室 云岭县人民政府督查室", ["named 云岭县委督查室", "named 云岭县人民政府督查室"]),
    ("抄送：市纪委 监委，市财政局。", ["named 市纪委 监委", "named 市财政局"]),
    # Neither meetings nor words that run on into a suffix are units.
    ("县委十二届六次全会提出", []),
    ("省政府第31次常务会议要求", []),
    ("清退款统一上缴镇财政专户", []),
    ("方案抄自邻乡", []),
    ("只有社区干部的名字", []),
    ("对你市2021年工作进行评价", []),
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


ECHOES = [
    ("恒泰建筑工程有限公司欠薪。恒泰建筑至今未付。", "恒泰建筑"),
    ("恒泰建筑工程有限公司欠薪。恒泰公司至今未付。", "恒泰公司"),
    ("岭右省自然资源厅挂牌督办。该市被省厅约谈。", "省厅"),
    ("街道公共服务办牵头。由公共服务办验收。", "公共服务办"),
]


@pytest.mark.parametrize(("text", "echo"), ECHOES)
def test_echoes_stand_for_the_fuller_name(text: str, echo: str) -> None:
    first, last = find(text)
    assert text[last["start"] : last["end"]] == echo
    assert last["body"] == first["body"]


def test_every_blank_of_a_line_without_marks_parts_names() -> None:
    text = "县安委会办公室牵头 抽调县公安局 县交通运输局 县农业机械管理局组成三个督查组 对十七个乡镇进行了督查 现将情况通报"
    found = [text[m["start"] : m["end"]] for m in find(text) if m["kind"] == "named"]
    assert found == ["县安委会办公室", "县公安局", "县交通运输局", "县农业机械管理局"]
