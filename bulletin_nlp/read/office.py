"""Documents of other word processors, turned into DOCX by LibreOffice where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from bulletin_nlp.read.errors import FormatError
from bulletin_nlp.read.source import Reading

TIME_LIMIT = 60.0
LARGEST_RESULT = 64 * 1024 * 1024
PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_SAVE = "open it in Word, WPS or LibreOffice and save it as .docx"
# No macros run, no link is followed, nothing is fetched, whatever a document asks for.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def read(data: bytes, suffix: str, kind: str) -> Reading:
    """What the DOCX reader makes of LibreOffice's conversion.

    Args:
        data: the document.
        suffix: its usual file name ending, with the dot; LibreOffice looks at the content as well.
        kind: what it is, with its article, for messages.

    Raises:
        FormatError: LibreOffice is not installed, takes longer than TIME_LIMIT, or can't convert it.
    """
    from bulletin_nlp.read.formats import docx

    return docx.read(_converted(data, suffix, kind))


def program() -> str | None:
    """Where LibreOffice is, if it is installed."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


def _converted(data: bytes, suffix: str, kind: str) -> bytes:
    office = program()
    if office is None:
        fault = f"is {kind}, which LibreOffice converts: install it (package libreoffice-writer), or {_SAVE}"
        raise FormatError("needs_libreoffice", fault)
    with TemporaryDirectory(prefix="bulletin-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, settings = folder / f"input{suffix}", folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        source.write_bytes(data)
        _run(
            [
                office,
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                *_ARGUMENTS,
                str(folder / "out"),
                str(source),
            ],
            kind,
        )
        result = folder / "out" / "input.docx"
        if not result.is_file() or result.stat().st_size > LARGEST_RESULT:
            raise FormatError("damaged", f"is {kind} that LibreOffice can't convert; {_SAVE}")
        return result.read_bytes()


_ARGUMENTS = (
    "--headless",
    "--norestore",
    "--nologo",
    "--nodefault",
    "--convert-to",
    "docx:Office Open XML Text",
    "--outdir",
)


def _run(command: list[str], kind: str) -> None:
    """Run LibreOffice in a session of its own, so that all of its processes end with it."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        process.wait(TIME_LIMIT)
    except subprocess.TimeoutExpired as error:
        fault = f"is {kind} that LibreOffice did not convert within {TIME_LIMIT:.0f} seconds; {_SAVE}"
        raise FormatError("too_slow", fault) from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
