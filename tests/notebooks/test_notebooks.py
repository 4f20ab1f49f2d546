"""The notebooks run without an error, and the .ipynb kept beside each .py holds the same cells, with outputs, and no secrets."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "notebooks"
NAMES = sorted(file.stem for file in FOLDER.glob("[0-9]*.py"))
# Homes, temporary folders and installations of any system, and times of day.
OF_A_MACHINE = re.compile(
    r"/(?:home|root|tmp|Users|private|var|usr|opt)/|site-packages|[A-Z]:\\\\|ipykernel_\d|\d\d:\d\d:\d\d|\dT\d\d:\d\d"
)


@pytest.fixture(scope="module")
def build() -> Iterator[ModuleType]:
    """The module that runs notebooks, and for the while of these tests their helpers to import."""
    sys.path.insert(0, str(FOLDER))
    spec = spec_from_file_location("notebooks_build", FOLDER / "build.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    sys.path.remove(str(FOLDER))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the notebooks run, one after another: bulletins and archive are made once."""
    return tmp_path_factory.mktemp("notebooks")


def kept(name: str) -> dict:
    return json.loads((FOLDER / f"{name}.ipynb").read_text(encoding="utf-8"))


def kinds(cell: dict) -> list[str]:
    """Of a cell's outputs, without warnings, which depend on the versions of libraries."""
    return [output["output_type"] for output in cell.get("outputs", ()) if output.get("name") != "stderr"]


def source(cell: dict) -> str:
    return "".join(cell["source"])


def test_there_is_a_notebook_for_every_chapter():
    assert NAMES == [
        "01_first_bulletin",
        "02_counting_problems",
        "03_units",
        "04_archive_to_duckdb",
        "05_quality",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_runs(name: str, build: ModuleType, folder: Path):
    # A cell that fails raises. The kinds of outputs in their places show that these cells made what is kept.
    notebook = build.run(name, folder)
    assert [kinds(cell) for cell in notebook.cells] == [kinds(cell) for cell in kept(name)["cells"]]


@pytest.mark.parametrize("name", NAMES)
def test_the_pair_is_in_sync(name: str, build: ModuleType):
    cells = build.jupytext.read(FOLDER / f"{name}.py", fmt="py:percent").cells
    assert [(cell["cell_type"], cell["source"]) for cell in cells] == [
        (cell["cell_type"], source(cell)) for cell in kept(name)["cells"]
    ], f"run: python notebooks/build.py {name}"


@pytest.mark.parametrize("name", NAMES)
def test_what_is_kept_is_small_and_of_no_machine(name: str):
    file = FOLDER / f"{name}.ipynb"
    assert file.stat().st_size < 300_000
    notebook = kept(name)
    assert set(notebook["metadata"]) == {"jupytext", "kernelspec", "language_info"}
    for cell in notebook["cells"]:
        assert cell["metadata"] == {}
        for output in cell.get("outputs", ()):
            assert output["output_type"] != "error"
            assert output.get("name") != "stderr"
            data = {kind: value for kind, value in output.get("data", {}).items() if not kind.startswith("image/")}
            text = json.dumps([data, output.get("text")], ensure_ascii=False)
            assert not OF_A_MACHINE.search(text), text


@pytest.mark.parametrize("name", NAMES)
def test_links_lead_to_notebooks(name: str):
    text = "".join(source(cell) for cell in kept(name)["cells"] if cell["cell_type"] == "markdown")
    for target in re.findall(r"\]\(([^)]+)\)", text):
        assert (FOLDER / target).is_file(), target


def test_without_a_chinese_font_plots_show_codes(build: ModuleType, monkeypatch: pytest.MonkeyPatch):
    import style
    from matplotlib.figure import Figure

    monkeypatch.setattr(style, "FONTS", ("No Such Font",))
    assert "codes instead of labels" in style.use()
    assert style.labels(["认识不到位"], ["awareness"]) == ["awareness"]
    figure = Figure()
    style.note(figure)
    assert "no Chinese font" in figure.get_supxlabel()


def test_the_invented_corpus_is_the_same_every_time(build: ModuleType, folder: Path, monkeypatch: pytest.MonkeyPatch):
    import invented

    monkeypatch.chdir(folder)
    once = {made.name: made.data for made in invented.chosen()}
    files = {
        file.relative_to(place).as_posix(): file
        for place in invented.bulletins().iterdir()
        for file in place.rglob("*.*")
    }
    assert {name: file.read_bytes() for name, file in files.items()} == once
