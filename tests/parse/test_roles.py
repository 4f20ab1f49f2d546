"""Roles by structure and verbs: a sentence in a small bulletin, a surface in it, and the roles it has there."""

from __future__ import annotations

import pytest

from bulletin_nlp.parse import parse
from bulletin_nlp.records import Bulletin

_TITLE = "关于槐荫县防汛工作督查情况的通报\n\n"
_OPENING = "为做好防汛工作，县委督查室对各乡镇进行了督查。现将有关情况通报如下。\n\n"
_FRAMES = {
    "opening": _TITLE + "{}现将有关情况通报如下。\n\n一、存在的问题\n1.柳塘乡台账缺失。\n2.柳塘乡仓库积水。\n",
    "problem": _TITLE + _OPENING + "一、存在的问题\n\n1.{}\n2.柳塘乡仓库积水。\n",
    "praise": _TITLE + _OPENING + "一、好的做法\n\n{}\n\n二、存在的问题\n1.柳塘乡仓库积水。\n",
    "demand": _TITLE + _OPENING + "一、存在的问题\n1.柳塘乡仓库积水。\n二、工作要求\n\n1.{}\n2.严肃纪律。\n",
    "closing": _TITLE + _OPENING + "一、存在的问题\n1.柳塘乡仓库积水。\n二、处理情况\n\n{}\n",
    "tail": _TITLE + _OPENING + "一、存在的问题\n1.柳塘乡仓库积水。\n2.柳塘乡台账缺失。\n\n{}\n",
    "head": "{}\n\n" + _OPENING + "一、存在的问题\n1.柳塘乡仓库积水。\n",
    "table": _TITLE + _OPENING + "一、检查情况\n\n{}\n\n二、工作要求\n\n1.加强值守，严肃纪律。\n",
}
_ROWS = [
    # who inspected whom
    ("opening", "5月6日，县委督查室会同县水务局对石门镇进行了督查。", "县委督查室", "supervisor"),
    ("opening", "5月6日，县委督查室会同县水务局对石门镇进行了督查。", "县水务局", "supervisor"),
    ("opening", "5月6日，县委督查室会同县水务局对石门镇进行了督查。", "石门镇", "inspected"),
    ("opening", "根据县委统一部署，县政府督查室组成3个督查组开展了督查。", "县委", "mentioned"),
    ("opening", "根据县委统一部署，县政府督查室组成3个督查组开展了督查。", "县政府督查室", "supervisor"),
    ("opening", "根据县委统一部署，县政府督查室组成3个督查组开展了督查。", "3个督查组", "supervisor"),
    ("opening", "按照县政府主要领导批示，县应急局牵头开展了检查。", "县政府", "mentioned"),
    ("opening", "按照县政府主要领导批示，县应急局牵头开展了检查。", "县应急局", "supervisor"),
    ("opening", "县政府办抽调县财政局、县审计局业务骨干，深入各乡镇开展了检查。", "县财政局", "supervisor"),
    ("opening", "县政府办抽调县财政局、县审计局业务骨干，深入各乡镇开展了检查。", "县审计局", "supervisor"),
    ("opening", "县政府办抽调县财政局、县审计局业务骨干，深入各乡镇开展了检查。", "各乡镇", "inspected"),
    ("opening", "县住建局、县应急局组成4个联合督查组，抽查在建工程69个。", "县住建局", "supervisor"),
    ("opening", "县住建局、县应急局组成4个联合督查组，抽查在建工程69个。", "县应急局", "supervisor"),
    ("opening", "督查组随机走访了石门镇、柳塘乡和6家企业。", "石门镇", "inspected"),
    ("opening", "督查组随机走访了石门镇、柳塘乡和6家企业。", "6家企业", "inspected"),
    ("opening", "县审计局派员参加，督查组对县水务局进行了检查。", "县审计局", "supervisor"),
    ("opening", "县应急局检查在建工程69个，约谈施工企业14家，开展督查整改。", "施工企业14家", "mentioned"),
    ("opening", "为保障群众拿到补贴，县财政局组成2个检查组，开展了检查。", "县财政局", "supervisor"),
    ("opening", "县水务局委托槐荫安科技术服务有限公司对各乡镇进行了检查。", "县水务局", "supervisor"),
    # who is blamed, and who only reports, asks, suffers or looks
    ("problem", "石门镇值班电话无人接听，未建立台账。", "石门镇", "criticised"),
    ("problem", "石门镇、县水务局未建立台账。", "县水务局", "criticised"),
    ("problem", "石门镇未向县水务局报告险情，台账缺失。", "石门镇", "criticised"),
    ("problem", "石门镇未向县水务局报告险情，台账缺失。", "县水务局", "mentioned"),
    ("problem", "县发改局下达的投资计划，县水务局至今未完成。", "县发改局", "mentioned"),
    ("problem", "县发改局下达的投资计划，县水务局至今未完成。", "县水务局", "criticised"),
    ("problem", "县民政局对各村上报的名单照单全收，没有入户抽查。", "各村", "mentioned"),
    ("problem", "群众多次向县城管局投诉占道经营，问题仍未解决。", "县城管局", "criticised"),
    ("problem", "督查组到县水务局时，值班室无人在岗，未建立台账。", "督查组", "supervisor"),
    ("problem", "石门镇在督查组进驻前一天才补建台账，资料不全。", "督查组", "supervisor"),
    ("problem", "石门镇在督查组进驻前一天才补建台账，资料不全。", "石门镇", "criticised"),
    ("problem", "县审计局2019年审计指出的工程款超付问题，县水务局至今未整改。", "县审计局", "supervisor"),
    ("problem", "石门镇上月被县防汛办通报过的脱岗问题再次出现。", "县防汛办", "supervisor"),
    ("problem", "抽查的8个村中，有5个村未公示，预警喇叭不响。", "8个村", "inspected"),
    ("problem", "抽查的8个村中，有5个村未公示，预警喇叭不响。", "5个村", "criticised"),
    ("problem", "抽查的石门镇台账缺失，未落实值班制度。", "石门镇", "criticised inspected"),
    ("problem", "县水务局与县住建局相互推诿，管网无人维护。", "县住建局", "criticised"),
    ("problem", "部分乡镇重视不够，未召开会议研究。", "部分乡镇", "criticised"),
    ("problem", "个别单位弄虚作假，台账造假。", "个别单位", "criticised"),
    ("problem", "石门镇贯彻落实县委部署不力，未制定方案。", "石门镇", "criticised"),
    ("problem", "县水务局人员力量不足，各乡镇反映强烈。", "各乡镇", "mentioned"),
    ("problem", "石门镇台账缺失，未落实制度。\n责任单位：石门镇", "石门镇", "criticised"),
    ("problem", "河道淤积严重，未及时清理。\n责任单位：县水务局", "县水务局", "criticised"),
    ("problem", "河道淤积严重，未及时清理。\n责任单位：县水务局\n督办单位：县委督查室", "县委督查室", "supervisor"),
    ("problem", "县水务局超标准接待，由县纪委立案审查，问题突出。", "县纪委", "mentioned"),
    # who is commended
    ("praise", "石门镇率先完成清淤任务，成效明显。", "石门镇", "praised"),
    ("praise", "石门镇会同县水务局率先完成清淤任务，成效明显。", "石门镇", "praised"),
    ("praise", "石门镇会同县水务局率先完成清淤任务，成效明显。", "县水务局", "mentioned"),
    ("praise", "县水务局创新巡查方式，受到市水利局通报表扬。", "县水务局", "praised"),
    ("praise", "县水务局创新巡查方式，受到市水利局通报表扬。", "市水利局", "mentioned"),
    ("praise", "石门镇把任务细化到28个村，走在全县前列。", "石门镇", "praised"),
    ("praise", "石门镇把任务细化到28个村，走在全县前列。", "28个村", "mentioned"),
    # who is charged, told, or follows up
    ("demand", "石门镇要立即清淤，6月底前完成。", "石门镇", "responsible"),
    ("demand", "各乡镇要举一反三，全面排查隐患。", "各乡镇", "responsible"),
    ("demand", "由县水务局牵头，县财政局配合，6月底前完成清淤。", "县水务局", "responsible"),
    ("demand", "由县水务局牵头，县财政局配合，6月底前完成清淤。", "县财政局", "responsible"),
    ("demand", "责成石门镇立即清淤，将结果报县委督查室。", "石门镇", "responsible"),
    ("demand", "责成石门镇立即清淤，将结果报县委督查室。", "县委督查室", "mentioned"),
    ("demand", "石门镇要会同县水务局制定方案，6月底前完成。", "县水务局", "responsible"),
    ("demand", "没有按时完成的石门镇、柳塘乡，务必于6月底前补齐台账。", "石门镇", "responsible criticised"),
    ("demand", "没有按时完成的石门镇、柳塘乡，务必于6月底前补齐台账。", "柳塘乡", "responsible criticised"),
    ("demand", "进度滞后的石门镇要深刻反思，6月底前整改到位。", "石门镇", "responsible criticised"),
    ("demand", "石门镇要加快清淤，县财政局负责核实资金。", "县财政局", "responsible supervisor"),
    ("demand", "石门镇的白条支出由县纪委逐笔核查，6月底前完成。", "石门镇", "mentioned"),
    ("demand", "石门镇的白条支出由县纪委逐笔核查，6月底前完成。", "县纪委", "responsible supervisor"),
    ("demand", "石门镇要在县政府分管领导主持下，拿出方案。", "县政府", "mentioned"),
    ("demand", "石门镇要立即整改。县委督查室将适时开展回头看。", "县委督查室", "supervisor"),
    ("demand", "石门镇要立即整改。县委督查室将会同县水务局按月通报。", "县水务局", "supervisor"),
    ("demand", "石门镇资金拨付时间不得超过7个工作日。", "石门镇", "responsible"),
    ("demand", "对整改不到位的，由县委主要领导约谈，各乡镇要引以为戒。", "县委", "mentioned"),
    ("demand", "石门镇要将问题线索移交县纪委监委，立即整改。", "县纪委监委", "mentioned"),
    ("demand", "石门镇要向县委作出书面检查，立即整改。", "县委", "mentioned"),
    ("demand", "疏通河道。\n责任单位：县水务局\n配合单位：石门镇\n整改时限：6月底", "县水务局", "responsible"),
    ("demand", "疏通河道。\n责任单位：县水务局\n配合单位：石门镇\n整改时限：6月底", "石门镇", "responsible"),
    ("demand", "疏通河道。\n责任单位：石门镇\n督办单位：县应急局\n整改时限：6月底", "县应急局", "supervisor"),
    ("demand", "请各乡镇于6月底前将整改情况报县防汛办。", "各乡镇", "responsible"),
    ("demand", "请各乡镇于6月底前将整改情况报县防汛办。", "县防汛办", "mentioned"),
    # sanctions
    ("closing", "对石门镇予以通报批评。", "石门镇", "criticised"),
    ("closing", "对县水务局主要负责人给予诫勉谈话。", "县水务局", "criticised"),
    ("closing", "对工作不力的石门镇在全县通报。", "石门镇", "criticised"),
    ("closing", "取消石门镇本年度评先资格。", "石门镇", "criticised"),
    # tables and rankings
    ("table", "名次\n单位\n得分\n失分事项\n1\n石门镇\n92.1\n台账缺失三处\n2\n柳塘乡\n90.2\n无", "石门镇", "criticised"),
    ("table", "名次\n单位\n得分\n失分事项\n1\n石门镇\n92.1\n台账缺失三处\n2\n柳塘乡\n90.2\n无", "柳塘乡", "inspected"),
    ("table", "名次\n单位\n得分\n1\n石门镇\n92.1\n2\n柳塘乡\n90.2", "石门镇", "inspected"),
    ("table", "名次 单位 得分 滞后事项\n1 石门镇 78.2 清淤任务完成不足三成\n2 柳塘乡 70.1 无", "石门镇", "criticised"),
    ("table", "名次 单位 得分 滞后事项\n1 石门镇 78.2 清淤任务完成不足三成\n2 柳塘乡 70.1 无", "柳塘乡", "inspected"),
    # head and tail
    ("head", "槐荫县人民政府办公室关于防汛工作督查情况的通报", "槐荫县人民政府办公室", "issuer"),
    ("head", "槐荫县委督查室\n槐荫县水务局\n关于防汛工作督查情况的通报", "槐荫县水务局", "issuer"),
    ("head", "关于防汛工作督查情况的通报\n各乡镇，县直各部门：", "各乡镇", "recipient"),
    ("head", "关于防汛工作督查情况的通报\n各乡镇，县直各部门：", "县直各部门", "recipient"),
    ("head", "关于防汛工作督查情况的通报\n来源:县水务局  时间:2019-06-01", "县水务局", "issuer"),
    ("tail", "槐荫县防汛办\n2019年6月1日", "槐荫县防汛办", "issuer"),
    ("tail", "槐荫县防汛办\n2019年6月1日\n抄送：县财政局、县审计局。", "县审计局", "recipient"),
    ("tail", "槐荫县防汛办\n2019年6月1日\n抄报 市水利局", "市水利局", "recipient"),
    ("tail", "槐荫县防汛办\n2019年6月1日印发", "槐荫县防汛办", "issuer"),
]


def _bulletin(frame: str, sentence: str) -> Bulletin:
    return parse(_FRAMES[frame].format(sentence), published="2019-06-01", region="槐荫县")


@pytest.mark.parametrize(("frame", "sentence", "surface", "roles"), _ROWS)
def test_roles(frame: str, sentence: str, surface: str, roles: str) -> None:
    bulletin = _bulletin(frame, sentence)
    at = bulletin.text.index(sentence) + sentence.index(surface)
    unit = next(u for u in bulletin.units if (u.span.start, u.span.text) == (at, surface))
    assert " ".join(unit.roles) == roles


def test_every_role_names_its_rule() -> None:
    bulletin = _bulletin("demand", "进度滞后的石门镇要深刻反思，6月底前整改到位。")
    assert all(len(unit.roles) == len(unit.role_rules) and all(unit.role_rules) for unit in bulletin.units)
    charged = next(unit for unit in bulletin.units if unit.roles[0] == "responsible")
    assert charged.role_rules == ("charged", "faulty")


def test_a_name_broken_over_two_lines_keeps_its_words_around() -> None:
    text = _FRAMES["opening"].format("5月6日至8日，县委督查室会同县水务\n局对石门镇的防汛值守工作进行了\n督查。")
    roles = {unit.span.text.replace("\n", ""): unit.roles[0] for unit in parse(text, published="2019-06-01").units}
    assert roles["县委督查室"] == roles["县水务局"] == "supervisor"
    assert roles["石门镇"] == "inspected"


def test_the_page_that_only_carries_it_does_not_issue_it() -> None:
    text = (
        _FRAMES["tail"]
        .format("槐荫县防汛办\n2019年6月1日")
        .replace("\n\n", "\n来源:县融媒体中心  时间:2019-06-02\n\n", 1)
    )
    bulletin = parse(text)
    issuing = [unit.span.text for unit in bulletin.units if "issuer" in unit.roles]
    assert issuing == ["槐荫县防汛办"]
