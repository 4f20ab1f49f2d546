"""Descriptions for others: 归档文件目录 (DA/T 22-2015), DA/T 46-2009 as XML, Dublin Core as XML."""

from __future__ import annotations

import sqlite3
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from bulletin_nlp.archive.cells import cell, write_csv
from bulletin_nlp.archive.description import CODE, assigned, describe, tables
from bulletin_nlp.archive.errors import ArchiveError
from bulletin_nlp.archive.events import AGENT
from bulletin_nlp.archive.reference_code import read_code

COLUMNS = ("序号", "档号", "文号", "责任者", "题名", "日期", "密级", "页数", "备注")
"""Of the 归档文件目录, after DA/T 22-2015, 5.5."""
_DC = "http://purl.org/dc/elements/1.1/"
_OAI = "http://www.openarchives.org/OAI/2.0/oai_dc/"
_ILLEGAL = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535))


def catalogue(connection: sqlite3.Connection, documents: Iterable[str]) -> list[tuple[str | int, ...]]:
    """The rows of the 归档文件目录: by 档号, those without one behind, by day."""
    found = []
    for document in documents:
        values = {field.name: field.value or "" for field in describe(connection, document)}
        day = values["日期"].replace("-", "")
        row = (
            values["文件编号"],
            values["责任者"],
            values["题名"],
            day,
            values["密级"],
            values["页数"],
            values["备注"],
        )
        found.append(((not values[CODE], values[CODE], day, document), (values[CODE], *row)))
    return [(number, *row) for number, (_, row) in enumerate(sorted(found), 1)]


def write_catalogue(rows: Iterable[tuple[str | int, ...]], path: Path) -> None:
    """Write the 归档文件目录 as .xlsx or, under any other name, as CSV.

    Raises:
        ArchiveError: openpyxl, which writes .xlsx, is not installed.
    """
    if path.suffix.lower() != ".xlsx":
        with path.open("w", encoding="utf-8", newline="") as stream:
            write_csv(COLUMNS, rows, stream, mark=True)
        return
    try:
        from openpyxl import Workbook
        from openpyxl.styles import Font
    except ImportError as error:
        raise ArchiveError(
            "xlsx is written by openpyxl: pip install 'bulletin_nlp[archive]', or name a .csv"
        ) from error
    book = Workbook()
    sheet = book.active
    sheet.title = "归档文件目录"
    for row in (COLUMNS, *rows):
        sheet.append([cell(value) for value in row])
    for heading in sheet[1]:
        heading.font = Font(bold=True)
    for letter, width in zip("ABCDEFGHI", (6, 26, 20, 28, 60, 11, 8, 6, 20), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    book.save(path)


def write_dat46(connection: sqlite3.Connection, documents: Iterable[str], stream: TextIO) -> None:
    """Write the metadata of the file entity after DA/T 46-2009, one element 文件 a bulletin, empty elements left out."""
    _write("文件集", (_dat46(connection, document) for document in documents), stream)


def write_dublin_core(connection: sqlite3.Connection, documents: Iterable[str], stream: TextIO) -> None:
    """Write simple Dublin Core (ISO 15836-1), one element oai_dc:dc a bulletin."""
    ET.register_namespace("dc", _DC)
    ET.register_namespace("oai_dc", _OAI)
    _write("records", (_dublin_core(connection, document) for document in documents), stream)


def _dat46(connection: sqlite3.Connection, document: str) -> ET.Element:
    values = {field.name: field.value for field in describe(connection, document)}
    row = connection.execute("SELECT sha256, suffix FROM document WHERE id = ?", (document,)).fetchone()
    values |= {"file": "".join(row), "agent": AGENT}
    if given := values[CODE]:
        code = read_code(given)
        values |= {"fonds": code.fonds, "year": str(code.year), "unit": code.unit, "number": f"{code.number:04d}"}
    entity = ET.Element("文件")
    _add(entity, "聚合层次", "件")
    _add(entity, "电子文件号", document)
    for container, elements in tables()["dat46"].items():
        group = ET.SubElement(entity, container)
        if container == CODE and given:
            group.set("值", given)
        for name, source in elements:
            _add(group, name, values.get(source))
        if len(group) == 0:
            entity.remove(group)
    return entity


def _dublin_core(connection: sqlite3.Connection, document: str) -> ET.Element:
    values = {field.name: field.value for field in describe(connection, document)}
    said = assigned(connection, document)
    sha256, region, uri = connection.execute(
        "SELECT sha256, region_name, uri FROM bulletins WHERE bulletin_id = ?", (document,)
    ).fetchone()
    entity = ET.Element(f"{{{_OAI}}}dc")
    pairs = [
        ("title", values["题名"]),
        ("date", values["日期"]),
        ("type", "Text"),
        ("format", values["计算机文件格式"]),
    ]
    pairs += [("creator", name) for name in (values["责任者"] or "").split("；")]
    pairs += [("subject", name) for name in (values["关键词"] or "").split("；")]
    pairs += [("identifier", name) for name in (document, f"urn:sha256:{sha256}", values[CODE], values["文件编号"])]
    pairs += [("source", uri), ("language", "zh"), ("coverage", region)]
    pairs += [("rights", value) for value in (values["密级"], said.get("公开属性"), said.get("开放标识"))]
    for name, value in pairs:
        _add(entity, f"{{{_DC}}}{name}", value)
    return entity


def _add(parent: ET.Element, name: str, value: str | None) -> None:
    if value:
        ET.SubElement(parent, name).text = value.translate(_ILLEGAL)


def _write(root: str, entities: Iterator[ET.Element], stream: TextIO) -> None:
    stream.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<{root}>\n')
    for entity in entities:
        ET.indent(entity)
        stream.write(ET.tostring(entity, encoding="unicode") + "\n")
    stream.write(f"</{root}>\n")
