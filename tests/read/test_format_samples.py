"""Every sample of every format is read as the text beside it; samples made by script are what the script makes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bulletin_nlp.read import read_path
from bulletin_nlp.read.office import program

FORMATS = Path(__file__).parents[2] / "corpora" / "formats"
SAMPLES = sorted(path.with_suffix("") for path in FORMATS.glob("*/*.*.txt"))
BY_LIBREOFFICE = {"doc", "rtf", "odt"}
MADE = {"docx": "make_docx", "html": "make_web", "mhtml": "make_web", "complete": "make_web", "rtf": "make_rtf"} | {
    "zip": "make_containers",
    "eml": "make_containers",
    "warc": "make_containers",
}


def needs(folder: str) -> None:
    if folder in BY_LIBREOFFICE and program() is None:
        pytest.skip("LibreOffice (soffice) is not installed")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_sample_is_read_as_the_text_beside_it(path: Path) -> None:
    needs(path.parent.name)
    read = read_path(path)
    assert read.text == path.with_name(path.name + ".txt").read_text("utf-8")
    assert read.blocks
    end = 0
    for block in read.blocks:
        assert block.span.start >= end
        assert not read.text[end : block.span.start].strip()
        assert read.text[block.span.start : block.span.end] == block.span.text
        end = block.span.end
    assert not read.text[end:].strip()


def test_scripts_make_the_samples_byte_for_byte(tmp_path: Path) -> None:
    for file in [*FORMATS.glob("*.py"), FORMATS / "bulletin.txt"]:
        (tmp_path / file.name).write_bytes(file.read_bytes())
    for script in dict.fromkeys(MADE.values()):
        subprocess.run([sys.executable, f"{script}.py"], cwd=tmp_path, check=True, timeout=60)
    for folder in MADE:
        made = {path.name: path.read_bytes() for path in (tmp_path / folder).rglob("*") if path.is_file()}
        kept = {path.name: path.read_bytes() for path in (FORMATS / folder).rglob("*") if path.is_file()}
        assert made == kept, folder
