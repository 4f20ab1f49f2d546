"""Why an input gave no text."""

from __future__ import annotations

from bulletin_nlp.read.source import LONE_SURROGATE
from bulletin_nlp.records import Failure


class FormatError(ValueError):
    """Bytes of a known format that can't be read; `read_bytes` makes a ReadError of it, which knows the input's name.

    Args:
        code: a short machine-readable reason: damaged, encrypted, too_large, unsupported …
        fault: what is wrong and what to do about it, as a sentence whose subject is the input.
    """

    def __init__(self, code: str, fault: str) -> None:
        super().__init__(fault)
        self.code = code
        self.fault = fault

    def __reduce__(self) -> tuple[type[FormatError], tuple[str, str]]:
        """Make the error picklable."""
        return type(self), (self.code, self.fault)


class ReadError(ValueError):
    """An input that can't be read.

    Args:
        uri: which input.
        code: a short machine-readable reason: missing, directory, empty, binary, unsupported, too_large, undecodable …
        fault: what is wrong and what to do about it, as a sentence whose subject is the input.

    Attributes:
        message: the whole sentence, the input named.
    """

    def __init__(self, uri: str, code: str, fault: str) -> None:
        super().__init__(f"{uri}: {fault}")
        self.uri = uri
        self.code = code
        self.fault = fault
        self.message = f"{uri}: {fault}"

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str, str]]:
        """Make the error picklable, so that it can come back from a worker process."""
        return type(self), (self.uri, self.code, self.fault)

    def failure(self) -> Failure:
        """The error as a record of the stage `read`."""
        uri, message = LONE_SURROGATE.sub("\ufffd", self.uri), LONE_SURROGATE.sub("\ufffd", self.message)
        return Failure(uri=uri, stage="read", code=self.code, message=message)
