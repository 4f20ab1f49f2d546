"""The bounded process of `guard`: reads tasks from standard input, answers in JSON on standard output."""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module
from typing import IO

from bulletin_nlp.read.errors import FormatError
from bulletin_nlp.read.guard import read_frame, write_frame

TASKS = {
    "pdf": "bulletin_nlp.read.paged.pdfium",
    "image": "bulletin_nlp.read.paged.picture",
    "tables": "bulletin_nlp.read.paged.tables",
}
"""The modules whose function `run` is a task."""


def main() -> None:
    """Serve until standard input ends."""
    _bound(int(sys.argv[1]) * 1024 * 1024)
    source = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    quiet = os.open(os.devnull, os.O_RDWR)
    os.dup2(quiet, 0)
    os.dup2(quiet, 1)  # libraries that print must not write between the answers
    while _serve(source, answers):
        pass


def _serve(source: IO[bytes], answers: IO[bytes]) -> bool:
    try:
        header, data = json.loads(read_frame(source)), read_frame(source)
    except EOFError:
        return False
    task = import_module(TASKS[header["task"]])
    try:
        result = {"value": task.run(data, **header["options"])}
    except FormatError as error:
        result = {"code": error.code, "fault": error.fault}
    except MemoryError:
        return False
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"[:200]
        result = {"code": "damaged", "fault": f"is damaged ({reason}); fetch it, or save it, anew"}
    write_frame(answers, json.dumps(result).encode())
    answers.flush()
    return True


def _bound(size: int) -> None:
    """Bound the memory of this process, where the operating system can."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        pass


if __name__ == "__main__":
    main()
