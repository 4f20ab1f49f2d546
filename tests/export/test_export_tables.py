"""Tables: what they hold, their keys, and what other programs make of them."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import duckdb
import pytest
from frictionless import validate
from openpyxl import load_workbook

from bulletin_nlp.export import FORMATS, ExportError, export
from bulletin_nlp.export.labels import both
from bulletin_nlp.export.schema import tables
from bulletin_nlp.knowledge import use
from bulletin_nlp.knowledge.taxonomy import taxonomy
from bulletin_nlp.reconcile import Registries, Registry
from bulletin_nlp.records import Bulletin, Failure, date, problem, sanction, section, unit
from bulletin_nlp.records import table as tabular

FAILURE = Failure(uri="-1+1.txt", stage="read", code="empty", message="@empty")
COUNTS: dict[str, Callable[[Bulletin], int]] = {
    "bulletins": lambda b: 1,
    "sections": lambda b: len(b.sections),
    "dates": lambda b: len(b.dates),
    "date_candidates": lambda b: sum(len(d.candidates) for d in b.dates),
    "figures": lambda b: len(b.figures),
    "units": lambda b: len(b.units),
    "unit_roles": lambda b: sum(len(u.roles) for u in b.units),
    "unit_candidates": lambda b: sum(len(u.match.candidates) for u in b.units),
    "anaphora": lambda b: len(b.anaphora),
    "problems": lambda b: len(b.problems),
    "problem_units": lambda b: sum(len(p.units) for p in b.problems),
    "problem_natures": lambda b: sum(len(p.nature) for p in b.problems),
    "problem_figures": lambda b: sum(len(p.figures) for p in b.problems),
    "problem_spans": lambda b: sum(len(p.places) + len(p.clauses) + len(p.evidence) for p in b.problems),
    "recommendations": lambda b: len(b.recommendations),
    "recommendation_units": lambda b: sum(len(r.units) for r in b.recommendations),
    "tasks": lambda b: sum(len(r.tasks) + len(r.reports) for r in b.recommendations),
    "links": lambda b: sum(len(r.answers) for r in b.recommendations),
    "tables": lambda b: len(b.tables),
    "table_columns": lambda b: sum(len(t.columns) for t in b.tables),
    "table_rows": lambda b: sum(len(t.rows) for t in b.tables),
    "table_cells": lambda b: sum(len(r.cells) for t in b.tables for r in t.rows),
    "table_row_problems": lambda b: sum(len(r.problems) for t in b.tables for r in t.rows),
    "table_row_recommendations": lambda b: sum(len(r.recommendations) for t in b.tables for r in t.rows),
    "table_row_units": lambda b: sum(
        len(r.units) + len(r.responsible) + len(r.supporting) + len(r.supervisors) for t in b.tables for r in t.rows
    ),
    "acts": lambda b: len(b.achievements) + len(b.follow_up) + len(b.sanctions),
    "citations": lambda b: len(b.references),
    "repairs": lambda b: len(b.repairs),
    "remarks": lambda b: len(b.remarks),
}


def read_csv(path: Path, encoding: str = "utf-8-sig") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="module")
def database(exported: list[Bulletin], tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("duckdb") / "it's.duckdb"
    export([*exported, FAILURE], "duckdb", path)
    return duckdb.connect(str(path), read_only=True)


@pytest.mark.parametrize("table", COUNTS)
def test_every_record_is_a_row(table: str, database: Any, exported: list[Bulletin]) -> None:
    (rows,) = database.execute(f"SELECT count(*) FROM {table}").fetchone()
    assert rows == sum(map(COUNTS[table], exported)) > 0


def test_every_table_can_be_named_without_quotes(database: Any) -> None:
    found = {name for (name,) in database.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    assert found == set(tables())
    for table in tables().values():
        columns = ", ".join(f"t.{column.name}" for column in table.columns)
        database.execute(f"SELECT {columns} FROM {table.name} AS t")


def test_the_database_holds_its_keys_to_be_true(database: Any) -> None:
    kinds = dict(database.execute("SELECT constraint_type, count(*) FROM duckdb_constraints() GROUP BY ALL").fetchall())
    assert kinds["PRIMARY KEY"] == len(tables())
    assert kinds["FOREIGN KEY"] >= 40


def test_a_question_is_a_join(database: Any) -> None:
    rows = database.execute(
        "SELECT registry.name, recommendations.deadline, problems.nature_zh FROM recommendations "
        "JOIN recommendation_units USING (recommendation_id) JOIN units USING (unit_id) "
        "JOIN registry USING (canonical_id) JOIN links USING (recommendation_id) JOIN problems USING (problem_id) "
        "JOIN bulletins ON problems.bulletin_id = bulletins.bulletin_id "
        "WHERE bulletins.region_name = '云岭县' AND part = 'lead'"
    ).fetchall()
    assert {(name, str(deadline)) for name, deadline, _ in rows} == {("云岭县水务局", "2022-04-10")}


def test_the_text_is_whole_and_every_place_quotes_it(database: Any, exported: list[Bulletin]) -> None:
    texts = dict(
        database.execute(
            "SELECT bulletin_id, string_agg(text, '' ORDER BY part) FROM texts GROUP BY bulletin_id"
        ).fetchall()
    )
    assert texts == {bulletin.id: bulletin.text for bulletin in exported}
    cells = (
        "(SELECT bulletin_id, c.char_start, c.char_end, c.text FROM table_cells c "
        "JOIN table_rows USING (row_id) JOIN tables USING (table_id))"
    )
    for table in ("dates", "units", "figures", "problems", "recommendations", "acts", "citations", "repairs", cells):
        for name, start, end, text in database.execute(
            f"SELECT bulletin_id, char_start, char_end, text FROM {table}"
        ).fetchall():
            assert texts[name][start:end] == text


def test_parquet_is_loaded_by_duckdb_with_types(exported: list[Bulletin], tmp_path: Path) -> None:
    export([*exported, FAILURE], "parquet", tmp_path / "p")
    assert {path.stem for path in (tmp_path / "p").iterdir()} == set(tables())
    for table in tables().values():
        relation = duckdb.read_parquet(str(tmp_path / "p" / f"{table.name}.parquet"))
        assert relation.columns == [column.name for column in table.columns]
    dates = duckdb.read_parquet(str(tmp_path / "p" / "dates.parquet"))
    types = dict(zip(dates.columns, map(str, dates.types), strict=True))
    assert (types["first_day"], types["char_start"], types["repaired"]) == ("DATE", "BIGINT", "BOOLEAN")
    days = {str(day) for (day,) in dates.project("last_day").fetchall()}
    assert days == {str(d.end) for bulletin in exported for d in bulletin.dates}


def test_the_data_package_is_valid(exported: list[Bulletin], tmp_path: Path) -> None:
    export([*exported, FAILURE], "datapackage", tmp_path)
    report = validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["title", "rowNumber", "type", "message"])
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    assert [resource["name"] for resource in package["resources"]] == list(tables())


def test_frictionless_sees_a_key_that_leads_nowhere(exported: list[Bulletin], tmp_path: Path) -> None:
    export(exported, "datapackage", tmp_path)
    path = tmp_path / "problem_units.csv"
    path.write_text(path.read_text("utf-8").replace(":u-", ":x-", 1), "utf-8", newline="")
    assert "foreign-key" in {kind for (kind,) in validate(str(tmp_path / "datapackage.json")).flatten(["type"])}


def test_excel_knows_the_csv_for_utf8_and_computes_nothing(exported: list[Bulletin], tmp_path: Path) -> None:
    export([*exported, FAILURE], "csv", tmp_path)
    for table in tables():
        assert (tmp_path / f"{table}.csv").read_bytes().startswith(b"\xef\xbb\xbf")
        for row in read_csv(tmp_path / f"{table}.csv"):
            assert not [cell for cell in row.values() if cell[:1] in tuple("=+-@\t\r\n＝＋－＠")], row
    assert read_csv(tmp_path / "texts.csv")[0]["text"].startswith("'=HYPERLINK")
    assert read_csv(tmp_path / "bulletins.csv")[0]["uri"] == "'=1+1.txt"
    assert [row["uri"] for row in read_csv(tmp_path / "failures.csv")] == ["'-1+1.txt"]


def test_a_workbook_holds_texts_and_no_formula(exported: list[Bulletin], tmp_path: Path) -> None:
    export([*exported, FAILURE], "xlsx", tmp_path / "b.xlsx")
    book = load_workbook(tmp_path / "b.xlsx")
    assert book.sheetnames == [table.title for table in tables().values()]
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert book["正文"].cell(2, 4).value == exported[0].text
    headings = [cell.value for cell in book["通报"][1]]
    assert headings[:2] == ["通报编号", "标题"]
    published = book["通报"].cell(2, headings.index("通报日期") + 1).value
    assert published.date().isoformat() == "2022-03-10"
    assert book["问题"].max_row == sum(len(bulletin.problems) for bulletin in exported) + 1


def test_an_empty_workbook_opens_on_a_sheet_that_is_shown(tmp_path: Path) -> None:
    export([], "xlsx", tmp_path / "b.xlsx")
    book = load_workbook(tmp_path / "b.xlsx")
    assert book.active is not None
    assert book.active.sheet_state == "visible"
    assert {sheet.title for sheet in book if sheet.sheet_state == "visible"} == {
        "问题性质分类",
        "政策领域分类",
        "字段说明",
    }


def test_codes_have_labels_in_both_languages(exported: list[Bulletin], tmp_path: Path) -> None:
    facets = {
        "section_role": get_args(section.SectionRole),
        "date_kind": get_args(date.DateKind),
        "granularity": get_args(date.Granularity),
        "unit_kind": get_args(unit.UnitKind),
        "unit_role": get_args(unit.UnitRole),
        "match_status": get_args(unit.MatchStatus),
        "quantifier": get_args(unit.Quantifier),
        "frequency": get_args(problem.Frequency),
        "degree": get_args(problem.Degree),
        "column_kind": get_args(tabular.ColumnKind),
        "row_kind": get_args(tabular.RowKind),
        "sanction_kind": get_args(sanction.SanctionKind),
        "sanction_state": get_args(sanction.SanctionState),
        "nature": [entry.code for entry in taxonomy().nature],
        "domain": [entry.code for entry in taxonomy().domain],
    }
    for facet, codes in facets.items():
        for code in codes:
            chinese, english = both(facet, code)
            assert chinese != code, (facet, code)
            assert "_" not in english, (facet, code)
    export(exported, "csv", tmp_path)
    for table in tables().values():
        named = [column.name for column in table.columns if column.facet]
        for row in read_csv(tmp_path / f"{table.name}.csv"):
            for name in named:
                assert bool(row[name]) == bool(row[f"{name}_zh"]) == bool(row[f"{name}_en"])
                assert not row[name] or row[f"{name}_zh"] != row[name], (table.name, row[name])


def test_a_code_of_ones_own_brings_its_labels(tmp_path: Path) -> None:
    code = "{code: weather, label: 天气影响, label_en: hindered by weather}"
    (tmp_path / "taxonomy.yaml").write_text(f"nature:\n- {code}\n", "utf-8")
    try:
        use(tmp_path)
        assert both("nature", "weather") == ("天气影响", "hindered by weather")
    finally:
        use(None)
    assert both("nature", "weather") == ("weather", "weather")


def test_a_registry_goes_into_its_table(exported: list[Bulletin], tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(
        "id,name,aliases\no-1,云岭县水务局,县水务局;县水利局\no-2,云岭县林业局,\n", "utf-8"
    )
    registries = Registries(None, Registry.read(tmp_path / "own.csv"))
    export(exported[:1], "csv", tmp_path / "out", registries)
    rows = {row["canonical_id"]: row for row in read_csv(tmp_path / "out" / "registry.csv")}
    assert (rows["o-2"]["name"], rows["o-2"]["source"]) == ("云岭县林业局", "office")
    assert "mention" in {row["source"] for row in rows.values()}
    aliases = [row["alias"] for row in read_csv(tmp_path / "out" / "registry_aliases.csv")]
    assert aliases == ["县水务局", "县水利局"]


def test_a_code_of_another_taxonomy_is_kept(exported: list[Bulletin], tmp_path: Path) -> None:
    first = exported[0].problems[0].model_copy(update={"nature": ("weather",)})
    export([exported[0].model_copy(update={"problems": (first, *exported[0].problems[1:])})], "datapackage", tmp_path)
    assert validate(str(tmp_path / "datapackage.json")).valid
    assert "weather" in {row["nature"] for row in read_csv(tmp_path / "natures.csv")}


def test_the_same_bytes_are_exported_once_and_it_is_told(exported: list[Bulletin], tmp_path: Path) -> None:
    export([exported[0], exported[0]], "csv", tmp_path)
    assert len(read_csv(tmp_path / "bulletins.csv")) == 1
    assert [row["code"] for row in read_csv(tmp_path / "failures.csv")] == ["repeated"]


def test_a_text_longer_than_a_cell_is_in_parts(exported: list[Bulletin], tmp_path: Path) -> None:
    from bulletin_nlp import parse

    long = parse(exported[0].text + "县水务局工作推进缓慢，群众意见较大。\n" * 2500)
    export([long], "xlsx", tmp_path / "b.xlsx")
    sheet = load_workbook(tmp_path / "b.xlsx")["正文"]
    assert sheet.max_row > 2
    assert "".join(str(sheet.cell(row, 4).value) for row in range(2, sheet.max_row + 1)) == long.text


@pytest.mark.parametrize(("format", "library"), [(f.name, n) for f in FORMATS.values() for n in f.needs])
def test_without_the_extra_the_message_says_what_to_install(
    format: str, library: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ExportError, match=r"bulletin_nlp\[research\]"):
        export([], format, tmp_path / "x")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("format", ["csv", "jsonld"])
def test_what_is_interrupted_leaves_the_old_files(format: str, exported: list[Bulletin], tmp_path: Path) -> None:
    target = tmp_path / "old"
    export(exported[:1], format, target)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    def broken() -> Any:
        yield exported[1]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(broken(), format, target)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_target_of_the_wrong_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept", "utf-8")
    with pytest.raises(ExportError, match="is a file"):
        export([], "csv", tmp_path / "file")
    with pytest.raises(ExportError, match="is a folder"):
        export([], "xlsx", tmp_path)
    with pytest.raises(ExportError, match="there are csv, xlsx"):
        export([], "word", tmp_path / "new")
