"""`bulletin`: one file a command, each imported when it runs; the program itself loads neither spaCy nor jieba."""

from bulletin_nlp.cli.app import app, main

__all__ = ["app", "main"]
