"""Layouts: the same content as a briefing, a web page's text, an official document, a letter, a table."""

from __future__ import annotations

import html
from collections.abc import Callable

from bulletin_nlp.evaluate.generate.content import Content
from bulletin_nlp.evaluate.generate.county import Named
from bulletin_nlp.evaluate.generate.tagged import chinese, point, unit, vague


def _issuer(made: Content, role: str = "issuer") -> str:
    return unit(made.county.organ("县政府督查室"), role)


def _day(made: Content) -> str:
    day = made.published
    return point(day, f"{day.year}年{day.month}月{day.day}日")


def _lead(made: Content) -> str:
    name = made.county.name
    towns = "、".join(unit(Named(name + town, name + town), "inspected") for town in made.county.towns[:2])
    rest = vague(f"{len(made.county.towns) - 2}个乡镇", "inspected")
    return f"{made.inspection}，{'会同'.join(made.supervisors)}对{towns}和其他{rest}的有关工作进行了督查。现将情况通报如下："


def _headed(made: Content) -> list[str]:
    problems = [f"（{chinese(n)}）{finding.problem()}。" for n, finding in enumerate(made.findings, 1)]
    demands = [
        f"（{chinese(n)}）<rhead>{demand.heading}</rhead>。{demand.recommendation()}。"
        for n, demand in enumerate(made.demands, 1)
    ]
    situation = f"总体上看，{vague('各乡镇', 'inspected', 'collective')}能够按照要求开展工作。{made.praise}。"
    return [_lead(made), "一、基本情况", situation, "二、存在的主要问题", *problems, "三、工作要求", *demands]


def _tail(made: Content) -> list[str]:
    return [
        "报：县委书记、县长。",
        f"发：{vague('各乡镇人民政府', 'recipient', 'collective')}，{vague('县政府各部门', 'recipient', 'collective')}。",
    ]


def briefing(made: Content) -> list[str]:
    """A briefing with masthead, issue and distribution."""
    masthead = [
        made.series,
        f"{made.year}年第{made.number}期（总第{made.total}期）",
        f"{_issuer(made)}　　　　{_day(made)}",
    ]
    return [*masthead, made.title, *_headed(made), *_tail(made)]


def web(made: Content) -> list[str]:
    """The text of a web page: breadcrumb, byline, issue."""
    day = made.published
    byline = f"时间：{point(day, day.isoformat())}　　作者：　　来源：{_issuer(made)}"
    head = ["首页 > 政务督查 > 督查通报", f"{made.series}{made.year}年第{made.number}期", byline, made.title]
    return [*head, *_headed(made)]


def official(made: Content) -> list[str]:
    """An official document: number, addressees, signature and date at the end."""
    main = f"{vague('各乡镇人民政府', 'recipient', 'collective')}，{vague('县政府各部门', 'recipient', 'collective')}："
    number = f"县政督〔{made.year}〕{made.number}号"
    return [number, made.title, main, *_headed(made), _issuer(made), _day(made)]


def letter(made: Content) -> list[str]:
    """Paragraphs without headings or numbers."""
    problems = "。".join(finding.problem() for finding in made.findings)
    demands = "；".join(demand.recommendation() for demand in made.demands)
    return [
        made.title,
        f"{_lead(made)}{made.praise}。",
        f"督查中也发现一些问题。{problems}。",
        f"请有关单位认真整改。{demands}。",
        _issuer(made),
        _day(made),
    ]


def table(made: Content) -> list[str]:
    """Findings in the rows of a table."""
    rows = [f"{n}\t{finding.problem()}" for n, finding in enumerate(made.findings, 1)]
    demands = [f"{n}.{demand.recommendation()}。" for n, demand in enumerate(made.demands, 1)]
    head = [made.series, f"第{made.number}期", f"{_issuer(made)}　　{_day(made)}", made.title, _lead(made)]
    return [*head, "问题清单", "序号\t存在问题", *rows, "工作要求", *demands]


LAYOUTS: dict[str, Callable[[Content], list[str]]] = {
    "briefing": briefing,
    "web": web,
    "official": official,
    "letter": letter,
    "table": table,
}


def page(text: str, title: str, charset: str) -> bytes:
    """A text as a web page of a government site, with navigation around it."""
    paragraphs = "\n".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n") if line.strip())
    return (
        f'<html><head><meta charset="{charset}"><title>{html.escape(title)}</title>'
        f'<meta name="ArticleTitle" content="{html.escape(title)}"></head>\n'
        '<body><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li></ul>\n'
        f'<div class="article">\n{paragraphs}\n</div><div class="footer">版权所有</div></body></html>\n'
    ).encode(charset, "xmlcharrefreplace")
