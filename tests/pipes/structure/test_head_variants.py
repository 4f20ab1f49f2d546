"""Head and tail as offices write them: the number, joint red heads, addressees, lists of attachments, damaged days."""

from __future__ import annotations

import pytest

from bulletin_nlp.parse import parse
from bulletin_nlp.pipes.structure.finder import find

_BODY = "\n根据安排，县委督查室对各乡镇开展了督查，现将有关情况通报如下。\n"


def _fields(text: str, name: str) -> list[str]:
    return [f["value"] for f in find(text)["fields"] if f["name"] == name]


@pytest.mark.parametrize(
    "number",
    [
        "槐府督〔2019〕9号",
        "槐府督[2019]第9号",
        "槐府督（2019）9 号",
        "槐府督&lt;2019&gt;9&nbsp;号",
        "槐府督〔2O19〕l2号",
        "槐府督〈2019〉9号",
        "槐府督201921号",
        "槐纪通201821",
    ],
)
def test_document_numbers_with_damage(number: str) -> None:
    head = f"{number}\n\n关于防汛工作督查情况的通报"
    assert len(_fields(head + _BODY, "document_number")) == 1
    assert _fields(head + _BODY, "title") == ["关于防汛工作督查情况的通报"]


@pytest.mark.parametrize("line", ["投诉电话2019年公布9号", "发布于20190602", "槐荫县2019年工作"])
def test_what_is_no_document_number(line: str) -> None:
    assert _fields(f"{line}\n\n关于防汛工作督查情况的通报" + _BODY, "document_number") == []


@pytest.mark.parametrize(
    ("head", "name", "values"),
    [
        ("槐荫县水务局文件\n关于某事的通报", "masthead", ["槐荫县水务局"]),
        ("槐荫县水务局\n槐荫县应急局\n文件\n关于某事的通报", "masthead", ["槐荫县水务局", "槐荫县应急局"]),
        ("槐荫县委督查室 槐荫县政府督查室\n关于某事的通报", "masthead", ["槐荫县委督查室", "槐荫县政府督查室"]),
        ("槐荫县水务局\n通　报\n关于某事的通报", "series", []),
        ("工作提示\n（2022年第19号）\n关于某事的通报", "series", ["工作提示"]),
        ("水情参考\n（2022年第9期）\n关于某事的通报", "series", ["水情参考"]),
        ("槐荫县水务局\n（2022年第9期）\n关于某事的通报", "series", []),
        ("关于一季度热线\n和提案办理情况的通报\n\n区政府各部门，各街道，\n区属各国有企业：", "title", ["关于一季度热线和提案办理情况的通报"]),
        ("关于某事的通报\n\n区政府各部门，各街道，\n区属各国有企业：", "main", ["区政府各部门", "各街道", "区属各国有企业"]),
        ("关于某事的通报\n各村民委员会、镇直各站所：", "main", ["各村民委员会", "镇直各站所"]),
        ("关于某事的通报\n各乡镇党委、政府，县直各部门：", "main", ["各乡镇党委、政府", "县直各部门"]),
        ("关于某事的通报\n各县住建局、交通局，市有关建设单位、施工企业：", "main", ["各县住建局、交通局", "市有关建设单位、施工企业"]),
    ],
)  # fmt: skip
def test_heads(head: str, name: str, values: list[str]) -> None:
    assert _fields(head + _BODY, name) == values


@pytest.mark.parametrize(
    ("tail", "name", "values"),
    [
        ("抄报：市委督查室、县委办。", "report_to", ["市委督查室", "县委办"]),
        ("抄报：区委书记、区长，市政府督查\n室，市大数据局。", "report_to", ["区委书记、区长", "市政府督查室", "市大数据局"]),
        ("报：县委常委，县人大常委会主任、县政协主席。", "report_to", ["县委常委", "县人大常委会主任", "县政协主席"]),
        ("送：县人大办。\n发：各乡镇。", "copy_to", ["县人大办"]),
        ("送：县人大办。\n发：各乡镇。", "send_to", ["各乡镇"]),
        ("送：各乡镇。", "send_to", ["各乡镇"]),
        ("抄送 县委办公室 县政府办公室", "copy_to", ["县委办公室", "县政府办公室"]),
        ("附件：1．问题清单\n      2．10月份得分表\n\n县督查室\n2018年1月18日", "attachment", ["问题清单", "10月份得分表"]),
        ("附件：1.问题清单 2.得分表\n\n县督查室\n2018年1月18日", "attachment", ["问题清单", "得分表"]),
        ("附件：问题清单（略）\n\n县督查室\n2018年1月18日", "attachment", ["问题清单"]),
        ("县水务局　县应急管理局　县住建局\n2018年1月18日", "signatory", ["县应急管理局"]),
        ("槐荫县水务局　槐荫县应急局\n2018年1月18日", "signatory", ["槐荫县水务局", "槐荫县应急局"]),
        ("槐荫县水务局\n2018118", "signatory", ["槐荫县水务局"]),
        ("县委督查室将于6月组织复查 届时仍有问题的约谈主要负责人\n2018年1月18日", "signatory", []),
    ],
)  # fmt: skip
def test_tails(tail: str, name: str, values: list[str]) -> None:
    found = _fields("关于某事的通报" + _BODY + "\n" + tail, name)
    assert [value for value in found if value in values] == values
    assert found == values or name == "signatory"


@pytest.mark.parametrize(
    ("tail", "day"),
    [
        ("槐荫县水务局\n2018年1月18日", "2018-01-18"),
        ("槐荫县水务局\n2018年1月18日\n槐荫县水务局办公室2018年1月20日印发", "2018-01-18"),
        ("槐荫县水务局办公室\n20181017印发", "2018-10-17"),
        ("槐荫县水务局\n201798", "2017-09-08"),
        ("槐荫县水务局\n2017620", "2017-06-20"),
        ("槐荫县水务局\n2017111", None),
    ],
)
def test_the_day_of_the_bulletin(tail: str, day: str | None) -> None:
    published = parse("关于某事的通报" + _BODY + "\n" + tail).head.published
    assert (published.value if published else None) == day


@pytest.mark.parametrize(
    "line", ["2019年第9期", "二〇一九年第九期", "〔2019〕第9期", "（2019年）第9期", "2019年 第9期（总第120期）"]
)
def test_the_issue_in_its_forms(line: str) -> None:
    issue = parse(f"督查通报\n{line}\n关于某事的通报" + _BODY).head.issue
    assert issue is not None
    assert (issue.year, issue.number) == (2019, 9)
