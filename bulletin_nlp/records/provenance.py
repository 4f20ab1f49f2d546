"""By what a bulletin was parsed."""

from __future__ import annotations

from typing import Any

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from bulletin_nlp.records.base import Record


class Provenance(Record):
    """Program, knowledge and registry: the same three and the same bytes give the same record."""

    version: str
    knowledge_digest: str
    registry_digest: str | None
    taxonomy_version: str
    parsed_at: str | None = Field(default=None, description="Only when asked for: it differs from run to run")

    @model_serializer(mode="wrap")
    def _without_clock(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        data: dict[str, Any] = handler(self)
        if self.parsed_at is None:
            data.pop("parsed_at", None)
        return data
