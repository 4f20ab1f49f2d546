"""Bulletins made up: seeded, of fictional counties, in all layouts and damages, with gold."""

from bulletin_nlp.evaluate.generate.corpus import Generated, generate, one, write_corpus
from bulletin_nlp.evaluate.generate.county import County, county

__all__ = ["County", "Generated", "county", "generate", "one", "write_corpus"]
