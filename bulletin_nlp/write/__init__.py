"""Bulletins → somewhere. One module is one sink: it takes an iterable of records and a text stream, and streams."""

from bulletin_nlp.write.sinks import SINKS, Sink, UnknownFormatError, write

__all__ = ["SINKS", "Sink", "UnknownFormatError", "write"]
