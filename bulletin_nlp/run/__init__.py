"""Many documents: one function from an input to a Bulletin or a Failure, and engines that wrap it."""

from bulletin_nlp.run.engine import run
from bulletin_nlp.run.inputs import Input, count, expand
from bulletin_nlp.run.one import Settings

__all__ = ["Input", "Settings", "count", "expand", "run"]
