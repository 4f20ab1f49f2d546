"""Run the notebooks and keep their outputs: `python notebooks/build.py [NAME…]`, after a change to a notebook or to the rules.

The .py files (percent format) are what is edited; the .ipynb beside each holds the same cells with their outputs, so that
they can be read without running anything. Neither times nor paths of the machine are kept.
"""

from __future__ import annotations

import base64
import io
import os
import sys
import tempfile
from pathlib import Path

import jupytext
import nbformat
from nbclient import NotebookClient
from PIL import Image

HERE = Path(__file__).resolve().parent
NAMES = tuple(sorted(file.stem for file in HERE.glob("[0-9]*.py")))
_METADATA = {
    "jupytext": {"formats": "ipynb,py:percent"},
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def run(name: str, folder: Path) -> nbformat.NotebookNode:
    """Run the notebook of a .py file.

    Args:
        name: without ending.
        folder: where it runs, and where it finds or puts its data.

    Returns:
        The notebook with its outputs.

    Raises:
        nbclient.exceptions.CellExecutionError: a cell failed.
    """
    notebook = jupytext.read(HERE / f"{name}.py", fmt="py:percent")
    notebook.metadata = nbformat.from_dict(_METADATA)
    # The helpers, and the package of this very tree, whichever one is installed.
    modules = os.pathsep.join(filter(None, (str(HERE), str(HERE.parent), os.environ.get("PYTHONPATH"))))
    client = NotebookClient(notebook, timeout=300, kernel_name="python3", record_timing=False)
    client.execute(cwd=str(folder), env={**os.environ, "PYTHONPATH": modules})
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number:02d}"
        cell.metadata = nbformat.from_dict({})
        for output in cell.get("outputs", ()):
            if "image/png" in output.get("data", {}):
                output.data["image/png"] = _smaller(output.data["image/png"])
    notebook.metadata = nbformat.from_dict(_METADATA)
    return notebook


def _smaller(picture: str) -> str:
    """A PNG in base64 with 32 colours, which plots don't go beyond to the eye: a third of the size."""
    target = io.BytesIO()
    Image.open(io.BytesIO(base64.b64decode(picture))).convert("RGB").quantize(32, dither=Image.Dither.NONE).save(
        target, "PNG", optimize=True
    )
    return base64.b64encode(target.getvalue()).decode()


def main(names: list[str]) -> None:
    """Run the notebooks named, or all, and write their .ipynb."""
    with tempfile.TemporaryDirectory() as folder:
        for name in names or NAMES:
            notebook = run(Path(name).stem, Path(folder))
            nbformat.write(notebook, HERE / f"{Path(name).stem}.ipynb")
            print(f"{Path(name).stem}.ipynb: {(HERE / f'{Path(name).stem}.ipynb').stat().st_size // 1000} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
