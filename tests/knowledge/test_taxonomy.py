"""The shape of the taxonomy, and what an overlay may change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bulletin_nlp.knowledge import KnowledgeError, use
from bulletin_nlp.knowledge.taxonomy import taxonomy
from bulletin_nlp.pipes.findings.classify import natures


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    use(None)


def test_it_has_all_codes_once() -> None:
    table = taxonomy()
    assert len({entry.code for entry in table.nature}) == len(table.nature) == 26
    assert len({entry.code for entry in table.domain}) == len(table.domain) == 36
    assert {code for group in table.groups for code in group.members} == {entry.code for entry in table.nature}


def test_every_counter_example_names_a_code_that_exists() -> None:
    table = taxonomy()
    codes = {entry.code for entry in table.nature}
    assert {example.code for entry in table.nature for example in entry.negative} <= codes
    assert {entry.negative.code for entry in table.domain} <= {entry.code for entry in table.domain}


def test_a_person_adds_a_code_in_yaml_alone(folder: Path) -> None:
    assert natures("数据接口尚未脱敏") == []
    (folder / "taxonomy.yaml").write_text(
        """
groups: [{code: digital, label: 数据安全, members: [privacy]}]
nature:
  - code: privacy
    label: 个人信息保护不到位
    layer: process
    definition: 个人信息未经脱敏公开或外泄。
    cues: [泄露个人信息]
    patterns: ['数据|信息 ~6 未脱敏|尚未脱敏']
    positive_formulaic: 公示表泄露个人信息。
    positive: []
    negative: []
""",
        "utf-8",
    )
    use(folder)
    assert [judged.code for judged in natures("数据接口尚未脱敏")] == ["privacy"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("groups: [{code: x, label: x, members: [nobody]}]", "groups and natures differ in ['nobody']"),
        ("yields: {nobody: [progress]}", "yields names unknown codes ['nobody']"),
        ("nature: [{code: awareness, layer: nowhere}]", "nature.0.layer"),
    ],
)
def test_what_is_no_taxonomy(folder: Path, content: str, message: str) -> None:
    (folder / "taxonomy.yaml").write_text(content, "utf-8")
    use(folder)
    with pytest.raises(KnowledgeError) as error:
        taxonomy()
    assert message in str(error.value)
