"""The base of every record: immutable, closed to unknown fields."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class Record(BaseModel):
    """A frozen value; two records with equal fields are equal."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Certainty = Annotated[float, Field(ge=0, le=1, description="0 … 1; 1 is what the text says in so many words")]
IsoDay = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", description="An ISO 8601 calendar day")]
