"""The taxonomy exported, read back; and a code added in YAML alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bulletin_nlp.cli.app import app
from bulletin_nlp.knowledge import use
from bulletin_nlp.knowledge.skos import BASE, as_turtle
from bulletin_nlp.knowledge.taxonomy import taxonomy
from bulletin_nlp.parse import parse

NEW_CODE = """
groups:
  - {code: information, label: 信息与闭环, members: [records, reporting, authenticity, supervision, rectification, privacy]}
nature:
  - code: privacy
    label: 个人信息保护不到位
    layer: process
    definition: 公开或保管中泄露个人信息。
    cues: [未脱敏, 没有脱敏, 没有隐去]
    patterns: []
    positive_formulaic: 公示名单的身份证号没有隐去。
    positive: [救助名单上的银行账号没有隐去。]
    negative: [{text: 名单没有公示。, code: publicity}]
"""


def test_turtle_is_read_back_with_every_code() -> None:
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph().parse(data=as_turtle(), format="turtle")
    skos = rdflib.namespace.SKOS
    for facet, entries in (("nature", taxonomy().nature), ("domain", taxonomy().domain)):
        for entry in entries:
            concept = rdflib.URIRef(f"{BASE}{facet}:{entry.code}")
            assert str(graph.value(concept, skos.prefLabel)) == entry.label
            assert str(graph.value(concept, skos.definition)) == entry.definition
            assert graph.value(concept, skos.example) is not None
            assert graph.value(concept, skos.scopeNote) is not None
    finance = rdflib.URIRef(f"{BASE}domain:finance")
    (broad,) = graph.objects(finance, skos.broadMatch)
    assert str(graph.value(broad, skos.prefLabel)) == "Macroeconomics"
    assert any("gov.cn" in str(note) for note in graph.objects(finance, skos.note))
    assert len(set(graph.subjects(skos.broader, None))) == len(taxonomy().nature)


def test_the_command_prints_json_and_writes_turtle(tmp_path: Path) -> None:
    printed = CliRunner().invoke(app, ["taxonomy"])
    value = json.loads(printed.stdout)
    assert len(value["nature"]) == 26
    assert len(value["domain"]) == 36
    target = tmp_path / "taxonomy.ttl"
    assert CliRunner().invoke(app, ["taxonomy", "--to", "skos", "-o", str(target)]).exit_code == 0
    assert target.read_text("utf-8") == as_turtle()


def test_a_code_added_in_yaml_alone_is_exported_and_given(tmp_path: Path) -> None:
    (tmp_path / "taxonomy.yaml").write_text(NEW_CODE, encoding="utf-8")
    text = "关于督查情况的通报\n一、存在问题\n1.云岭县民政局公示的救助名单没有隐去身份证号。\n"
    try:
        (problem,) = parse(text, knowledge=tmp_path).problems
        assert "privacy" in problem.nature
        assert "privacy" in as_turtle()
    finally:
        use(None)
    (problem,) = parse(text).problems
    assert "privacy" not in problem.nature
