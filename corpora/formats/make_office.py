"""Has LibreOffice write the bulletin as DOC and ODT.

What it writes depends on its version and carries the time: unlike the other samples these differ from run to run.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from make_docx import bulletin
from source import put

FILTERS = {"doc": "doc:MS Word 97", "odt": "odt:writer8"}

if __name__ == "__main__":
    data, expected = bulletin(boxed=False)
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "bulletin.docx").write_bytes(data)
        for suffix, filter_ in FILTERS.items():
            command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
            subprocess.run(
                [*command, "--convert-to", filter_, "--outdir", name, str(folder / "bulletin.docx")],
                check=True,
                timeout=120,
            )
            put(f"{suffix}/bulletin.{suffix}", (folder / f"bulletin.{suffix}").read_bytes(), expected)
