"""What a sentence does."""

from __future__ import annotations

from typing import Any

import pytest

from bulletin_nlp.knowledge import knowledge
from bulletin_nlp.knowledge.phrases import PhraseCompiler, PhraseSet
from bulletin_nlp.pipes.findings.polarity import judge
from bulletin_nlp.text.fold import fold

SENTENCES = [
    ("problem", "problems", None, "三个村没有动工"),
    ("problem", "problems", None, "石盘乡有21户贫困户脱贫时间前后矛盾"),
    ("problem", "problems", None, "药房将含麻黄碱类制剂开架销售"),
    ("problem", "problems", None, "一家药店3月9日开工,7月30日才补办手续"),
    ("problem", "problems", None, "应竣工1140户,实际竣工1012户"),
    ("problem", "problems", None, "虽然建立了制度,但执行不到位"),
    ("neutral", "problems", None, "督查发现,主要存在以下问题:"),
    ("neutral", "problems", None, "（一）住房安全方面"),
    ("neutral", "problems", None, "截至5月底,全县完成改厕1826户,占年度任务4500户的40.6%"),
    ("neutral", "problems", None, "施工单位:甲建筑公司"),
    ("neutral", "problems", None, "问题线索已按规定移交县纪委处理"),
    ("praise", "problems", None, "枫林镇率先完成清零"),
    ("demand", "problems", None, "对上述违法企业,县生态环境局要依法从严处理"),
    ("demand", "problems", None, "由县住建局2019年1月底前吊销其资质证书"),
    ("sanction", "problems", None, "县政府决定对枫林镇予以通报批评"),
    ("plan", "recommendations", None, "县委督查室将适时开展“回头看”"),
    ("demand", "recommendations", None, "枫林镇要在7月15日前将整改情况报县委督查室"),
    ("demand", "recommendations", None, "严格执行在岗审方制度"),
    ("sanction", "recommendations", None, "取消当年评先评优资格"),
    ("praise", "situation", True, "枫林镇推行积分兑换,覆盖农户2100户"),
    ("praise", "situation", True, "县城投公司实施的改造工程比计划工期提前45天完工"),
    ("praise", "situation", True, "县财政局已将滞留资金全部拨付到位"),
    ("problem", "situation", True, "枫林镇、松岗乡完成率为12.5%,居后三位"),
    ("problem", "situation", True, "松岗乡到位资金为零"),
    ("neutral", "situation", False, "完成投资27.1亿元,占年度计划的46.4%,低于序时进度3.6个百分点"),
    ("neutral", "situation", False, "全县共安排重点项目86个"),
    ("demand", "situation", True, "市政府要求枫林区在6月底前完成配套建设"),
    ("neutral", "head", True, "根据县委安排,县委督查室会同县住建局组成2个督查组,对12个单位进行了督查"),
    ("neutral", "distribution", True, "报:县委常委,县政府未报送单位"),
    ("problem", "appendix", None, "垃圾池破损"),
    ("problem", None, None, "松岗乡台账不完整,责任不落实"),
    ("praise", None, None, "枫林镇超额完成任务,受到县政府通报表扬"),
    ("demand", None, None, "各乡镇务必于月底前报送整改情况"),
    ("neutral", None, None, "会议由副县长主持"),
    ("praise", "situation", True, "枫林镇实行网格包保,入汛以来未发生一起险情事故"),
    ("praise", "other", True, "枫林镇提供上门代办,企业普遍欢迎"),
    ("problem", "problems", None, "枫林镇一名干部接受老板宴请"),
    ("problem", "problems", None, "签协议时竟不知道占地须经批准"),
    ("problem", "appendix", False, "完成率低于全县平均5个百分点"),
    ("sanction", "criticism", None, "对枫林公司的违规行为已立案1件"),
    ("sanction", "criticism", None, "对枫林镇值班脱岗问题在全县通报"),
    ("neutral", "situation", True, "县信访局共受理来信146件,同比增长3.2%"),
    ("neutral", "appendix", False, "隐患整治清单"),
]


@pytest.mark.parametrize(("kind", "role", "names_unit", "text"), SENTENCES)
def test_what_a_sentence_does(kind: str, role: str | None, names_unit: bool | None, text: str) -> None:
    verdict = judge(fold(text), role, names_unit=names_unit)
    assert verdict.kind == kind, verdict.rule


def test_the_rule_quotes_the_words() -> None:
    assert judge("三个村没有动工", "problems").rule == "polarity.fault: 没有"


def test_a_default_is_less_sure_than_a_word() -> None:
    assert judge("甲村如此", "problems").certainty < judge("三个村没有动工", "problems").certainty


TABLE: dict[str, Any] = knowledge().table("findings/polarity")


@pytest.mark.parametrize("kind", TABLE["kinds"])
def test_the_examples_beside_the_phrases(kind: str) -> None:
    entry = TABLE["kinds"][kind]
    compiler = PhraseCompiler(TABLE["classes"])
    phrases = PhraseSet((compiler.compile(source), kind) for source in entry["phrases"])
    assert [text for text in entry["hits"] if not list(phrases.find(fold(text)))] == []
    assert [text for text in entry["misses"] if list(phrases.find(fold(text)))] == []
