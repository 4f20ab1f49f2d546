"""Work that may crash, hang or eat memory, done in a process that is bounded in all three.

Parsers written in C (PDF, optical recognition) work in one child process, kept between documents. Its memory is bounded
by the operating system where that can (Linux; elsewhere time alone is), its time by a timer that kills it. What comes
back is JSON: a process that read a hostile file is not trusted with more.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from bulletin_nlp.read.errors import FormatError

MEGABYTES = 448  # what it allocates; its code comes on top
SECONDS = 8.0
_HOME = str(Path(__file__).parents[2])
# ONNX Runtime from 1.29 on reports its use to its maker and keeps an id on disk, unless told not to before it starts.
_ENVIRONMENT = {"ORT_DISABLE_TELEMETRY": "1", "ORT_TELEMETRY_DISABLED": "1", "DO_NOT_TRACK": "1"}
_USES = 200  # documents after which the child is replaced, whatever it has gathered


class _Child:
    """One child process, and the process that owns it: a fork must not talk to its parent's child."""

    def __init__(self, megabytes: int) -> None:
        self.owner = os.getpid()
        self.uses = 0
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bulletin_nlp.read.child", str(megabytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **_ENVIRONMENT, "PYTHONPATH": os.pathsep.join((_HOME, *filter(None, sys.path)))},
        )

    def ask(self, header: bytes, data: bytes, seconds: float) -> bytes:
        """Send one task; its answer, or b"" when the child died or was killed."""
        stdin, stdout = self.process.stdin, self.process.stdout
        assert stdin is not None
        assert stdout is not None
        self.uses += 1
        timer = threading.Timer(seconds, self.process.kill)
        timer.daemon = True
        timer.start()
        try:
            write_frame(stdin, header)
            write_frame(stdin, data)
            stdin.flush()
            return read_frame(stdout)
        except (OSError, EOFError):
            return b""
        finally:
            timer.cancel()

    def is_usable(self) -> bool:
        """Whether it is this process's own, alive, and not yet due to be replaced."""
        return self.owner == os.getpid() and self.uses < _USES and self.process.poll() is None

    def close(self) -> None:
        """End it."""
        self.process.kill()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        self.process.wait()


_children: dict[int, _Child] = {}
_lock = threading.Lock()


def guarded(
    task: str,
    data: bytes,
    options: Mapping[str, Any] | None = None,
    *,
    seconds: float = SECONDS,
    megabytes: int = MEGABYTES,
) -> Any:
    """Run a task of `bulletin_nlp.read.child` over some bytes.

    Args:
        task: its name.
        data: what it reads.
        options: further arguments, of plain values.
        seconds: after which it is ended.
        megabytes: of memory that it may take.

    Returns:
        Its result, of plain values.

    Raises:
        FormatError: the task's own, or "too_costly" when it took too long, too much memory or crashed.
    """
    header = json.dumps({"task": task, "options": dict(options or {})}).encode()
    with _lock:
        child = _children.get(megabytes)
        if child is None or not child.is_usable():
            _stop(megabytes)
            child = _children[megabytes] = _Child(megabytes)
        answer = child.ask(header, data, seconds)
        if not answer:
            _stop(megabytes)
    if not answer:
        fault = (
            f"can't be read within {seconds:.0f} seconds and {megabytes} MB, or breaks what reads it; "
            "open it in its own program and save or print it anew"
        )
        raise FormatError("too_costly", fault)
    result = json.loads(answer)
    if "fault" in result:
        raise FormatError(result["code"], result["fault"])
    return result["value"]


def stop() -> None:
    """End the child processes; the next task starts another."""
    for megabytes in list(_children):
        _stop(megabytes)


def _stop(megabytes: int) -> None:
    child = _children.pop(megabytes, None)
    if child is not None and child.owner == os.getpid():
        child.close()


def write_frame(stream: IO[bytes], data: bytes) -> None:
    """One length-prefixed message."""
    stream.write(len(data).to_bytes(8, "big"))
    stream.write(data)


def read_frame(stream: IO[bytes]) -> bytes:
    """The next message.

    Raises:
        EOFError: the other side is gone.
    """
    size = int.from_bytes(_exactly(stream, 8), "big")
    return _exactly(stream, size)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


atexit.register(stop)
