"""Writes the samples of DOCX, and the text that each must be read as. Run it anywhere; the bytes are the same each time."""

from __future__ import annotations

import re

from source import parts, put
from wordxml import cell, field, levels, package, paragraph, row, run, table, text_box

OUTLINE = (("chineseCounting", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."))
_MARKERS = (re.compile("[一二三四五]、"), re.compile("（[一二三四五]）"), re.compile(r"\d\."))


def bulletin(*, boxed: bool = True) -> tuple[bytes, str]:
    """The bulletin as an office types it: numbered by Word, its red head in a text box, or not."""
    body, expected, head = "", [], []
    for part in parts():
        if part.rows:
            body += table(
                *(
                    row(*(cell(paragraph(run(text))) for text in line), heading=n == 0)
                    for n, line in enumerate(part.rows)
                )
            )
            expected += ["\t".join(line) for line in part.rows]
            continue
        if not expected and len(head) < 4:
            head.append(part.text)
            continue
        if head and not expected:
            lines = [paragraph(run(line)) for line in head]
            body += paragraph(text_box(*lines)) if boxed else "".join(lines)
            expected += head
        level = next((depth for depth, marker in enumerate(_MARKERS) if marker.match(part.text)), None)
        if level is None:
            body += paragraph(*(run(piece) for piece in re.split(r"(\d+)", part.text) if piece))
        else:
            text = _MARKERS[level].sub("", part.text, count=1)
            body += paragraph(run(text), number=(1, level))
        expected.append(part.text)
    lists = f'<w:abstractNum w:abstractNumId="0">{levels(OUTLINE)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return package(body, numbering=lists), tidy(expected)


def numbering() -> tuple[bytes, str]:
    """Every number format of Chinese documents; restarts; levels inherited from styles; a list interrupted and resumed."""
    forms = {
        "chineseCounting": ("%1、", ["一、", "二、"]),
        "chineseCountingThousand": ("（%1）", ["（一）", "（二）"]),
        "ideographTraditional": ("%1、", ["甲、", "乙、"]),
        "decimalEnclosedCircle": ("%1", ["①", "②"]),
        "decimalEnclosedCircleChinese": ("%1", ["①", "②"]),
        "decimal": ("%1.", ["1.", "2."]),
        "decimalFullWidth": ("%1．", ["１．", "２．"]),
        "chineseLegalSimplified": ("%1、", ["壹、", "贰、"]),
        "ideographDigital": ("第%1条", ["第一条 ", "第二条 "]),
        "decimalEnclosedParen": ("%1", ["⑴", "⑵"]),
        "upperLetter": ("%1．", ["A．", "B．"]),
        "lowerRoman": ("%1)", ["i)", "ii)"]),
        "decimalZero": ("%1.", ["01.", "02."]),
        "bullet": ("●", ["", ""]),
    }
    body, expected, lists, numbers = "", [], "", ""
    for id_, (form, (text, markers)) in enumerate(forms.items(), 1):
        lists += f'<w:abstractNum w:abstractNumId="{id_}">{levels([(form, text)])}</w:abstractNum>'
        numbers += f'<w:num w:numId="{id_}"><w:abstractNumId w:val="{id_}"/></w:num>'
        for marker in markers:
            body += paragraph(run("落实责任。"), number=(id_, 0))
            expected.append(f"{marker}落实责任。")
    # 90: three levels, one instance; 91 continues its count, 92 begins anew; 93 comes from the styles of headings.
    lists += f'<w:abstractNum w:abstractNumId="90">{levels(OUTLINE)}</w:abstractNum>'
    bound = {0: '<w:pStyle w:val="One"/>', 1: '<w:pStyle w:val="Two"/>'}
    lists += f'<w:abstractNum w:abstractNumId="93">{levels([("chineseCounting", "%1、"), ("decimal", "%1.%2")], {**bound, 1: bound[1] + "<w:isLgl/>"})}</w:abstractNum>'
    for id_, abstract in ((90, 90), (91, 90), (93, 93)):
        numbers += f'<w:num w:numId="{id_}"><w:abstractNumId w:val="{abstract}"/></w:num>'
    numbers += '<w:num w:numId="92"><w:abstractNumId w:val="90"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    for number, marker in (
        *(
            ((90, 0), "一、"),
            ((90, 1), "（一）"),
            ((90, 1), "（二）"),
            ((90, 2), "1."),
            ((90, 0), "二、"),
            ((90, 1), "（一）"),
        ),
        *((None, ""), ((91, 0), "三、"), ((92, 0), "一、"), ((92, 0), "二、"), ((92, 1), "（一）")),
    ):
        body += paragraph(run("县水利局。"), number=number)
        expected.append(f"{marker}县水利局。")
    for style, marker in (
        ("One", "一、"),
        ("Two", "1.1 "),
        ("TwoToo", "1.2 "),
        ("One", "二、"),
        ("Two", "2.1 "),
        ("Off", ""),
    ):
        body += paragraph(run("县水利局。"), style=style)
        expected.append(f"{marker}县水利局。")
    body += paragraph(run("5月底前完成。"), number=(6, 0))
    expected.append("3. 5月底前完成。")
    styles = (
        '<w:style w:type="paragraph" w:styleId="One"><w:name w:val="One"/><w:pPr><w:numPr><w:numId w:val="93"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Two"><w:name w:val="Two"/><w:pPr><w:numPr><w:numId w:val="93"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="TwoToo"><w:name w:val="TwoToo"/><w:basedOn w:val="Two"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Off"><w:name w:val="Off"/><w:basedOn w:val="One"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    )
    return package(body, numbering=lists + numbers, styles=styles), tidy(expected)


def features() -> tuple[bytes, str]:
    """What other readers lose or double: tracked changes, controls, smart tags, fields, notes, merged and nested cells."""
    deleted = '<w:del w:id="1"><w:r><w:delText>不予</w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2">{run("立即")}</w:ins>'
    date = f'<w:smartTag w:element="date">{run("2021")}{run("年")}{run("10")}{run("月")}{run("18")}{run("日")}</w:smartTag>'
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(run('控件里的段落。'))}</w:sdtContent></w:sdt>"
    inline = f"<w:sdt><w:sdtContent>{run('石坞乡')}</w:sdtContent></w:sdt>"
    link = f'<w:hyperlink r:id="none">{run("附件：任务分解表")}</w:hyperlink>'
    noted = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    ruby = f"<w:r><w:ruby><w:rt>{run('wù')}</w:rt><w:rubyBase>{run('坞')}</w:rubyBase></w:ruby></w:r>"
    nested = table(row(cell(paragraph(run("甲"))), cell(paragraph(run("乙")))))
    merged = table(
        row(cell(paragraph(run("单位")), down="restart"), cell(paragraph(run("问题")), across=2), heading=True),
        row(cell(down="continue"), cell(paragraph(run("类别"))), cell(paragraph(run("情况")))),
        row(
            cell(paragraph(run("石坞乡"))),
            cell(paragraph(run("责任")), down="restart"),
            cell(paragraph(run("一是")), paragraph(run("二是"))),
        ),
        row(cell(paragraph(run("苇塘镇"))), cell(down="continue"), cell(paragraph(run("三是")))),
    )
    contents = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    body = "".join(
        (
            paragraph(contents, run("一、基本情况 1")),
            paragraph(run("二、存在问题 2"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
            paragraph(run("一、基本情况")),
            paragraph(deleted, inserted, run("整改。")),
            paragraph(run("落款日期为"), date, run("。")),
            control,
            paragraph(inline, run("未整改"), noted, run("。")),
            paragraph(link),
            paragraph(run("可见"), run("隐藏", "<w:vanish/>"), run("的字。")),
            paragraph(run("共"), field(" =SUM(ABOVE) ", "5"), run("处，见第"), field(" PAGE ", "7"), run("页。")),
            paragraph(field(" EQ \\o\\ac(○,1) ", ""), run("石"), ruby, run("乡。")),
            paragraph(run("并入"), mark='<w:del w:id="3"/>'),
            paragraph(run("下段。")),
            paragraph('<w:moveFrom w:id="4">', run("移走"), "</w:moveFrom>", '<w:moveTo w:id="5">', run("移来"), "</w:moveTo>"),
            paragraph('<w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'),
            paragraph('<w:r><w:pict><v:shape><v:textpath string="艺术字"/></v:shape></w:pict></w:r>'),
            merged,
            table(row(cell(paragraph(run("整篇放在一个格里。")), nested, paragraph(run("完。"))))),
        )
    )  # fmt: skip
    note = f'<w:footnote w:id="2">{paragraph(run("以县水利局台账为准。"))}</w:footnote>'
    expected = [
        "督查通报",
        *(
            "一、基本情况",
            "立即整改。",
            "落款日期为2021年10月18日。",
            "控件里的段落。",
            "石坞乡未整改[1]。",
            "附件：任务分解表",
        ),
        *("可见的字。", "共5处，见第页。", "①石坞乡。", "并入下段。", "移来", "一\n二 三-☑", "艺术字"),
        *("单位\t问题\t", "\t类别\t情况", "石坞乡\t责任\t一是 二是", "苇塘镇\t\t三是"),
        *("整篇放在一个格里。", "甲\t乙", "完。", "[1] 以县水利局台账为准。", "内部资料"),
    ]
    header = paragraph(run("督查通报"))
    footer = paragraph(run("— "), field(" PAGE ", "1"), run(" —")) + paragraph(run("内部资料"))
    return package(body, footnotes=note, header1=header, footer1=footer), tidy(expected)


def tidy(lines: list[str]) -> str:
    """Lines as a text: at most two empty ones in a row, none at the end."""
    return re.sub("\n{4,}", "\n\n\n", "\n".join(lines)).rstrip("\n")


if __name__ == "__main__":
    for name, made in (("bulletin", bulletin()), ("numbering", numbering()), ("features", features())):
        put(f"docx/{name}.docx", *made)
