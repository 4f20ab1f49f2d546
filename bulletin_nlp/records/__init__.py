"""The nouns: frozen pydantic models that verify themselves and know nothing of how they came about."""

from bulletin_nlp.records.achievement import Achievement
from bulletin_nlp.records.anaphor import Anaphor
from bulletin_nlp.records.base import Record
from bulletin_nlp.records.block import Block
from bulletin_nlp.records.bulletin import Bulletin, spans_of
from bulletin_nlp.records.date import DateCandidate, DateKind, DateMention, Granularity
from bulletin_nlp.records.failure import Failure
from bulletin_nlp.records.figure import Figure
from bulletin_nlp.records.follow_up import FollowUp
from bulletin_nlp.records.head import Attachment, Head, Issue, Published, Recipients, Region
from bulletin_nlp.records.problem import Degree, Evidence, Frequency, Problem
from bulletin_nlp.records.provenance import Provenance
from bulletin_nlp.records.recommendation import Answer, Recommendation
from bulletin_nlp.records.reference import Reference
from bulletin_nlp.records.remark import Remark
from bulletin_nlp.records.repair import Repair, RepairCandidate
from bulletin_nlp.records.sanction import Sanction, SanctionKind, SanctionState
from bulletin_nlp.records.section import Section, SectionRole
from bulletin_nlp.records.source import Source
from bulletin_nlp.records.span import Span, Value
from bulletin_nlp.records.table import ColumnKind, RowKind, Table, TableCell, TableColumn, TableRow
from bulletin_nlp.records.task import ReportingDuty, Task
from bulletin_nlp.records.unit import MatchStatus, Quantifier, UnitCandidate, UnitKind, UnitMatch, UnitMention, UnitRole

__all__ = [
    "Achievement",
    "Anaphor",
    "Answer",
    "Attachment",
    "Block",
    "Bulletin",
    "ColumnKind",
    "DateCandidate",
    "DateKind",
    "DateMention",
    "Degree",
    "Evidence",
    "Failure",
    "Figure",
    "FollowUp",
    "Frequency",
    "Granularity",
    "Head",
    "Issue",
    "MatchStatus",
    "Problem",
    "Provenance",
    "Published",
    "Quantifier",
    "Recipients",
    "Recommendation",
    "Record",
    "Reference",
    "Region",
    "Remark",
    "Repair",
    "RepairCandidate",
    "ReportingDuty",
    "RowKind",
    "Sanction",
    "SanctionKind",
    "SanctionState",
    "Section",
    "SectionRole",
    "Source",
    "Span",
    "Table",
    "TableCell",
    "TableColumn",
    "TableRow",
    "Task",
    "UnitCandidate",
    "UnitKind",
    "UnitMatch",
    "UnitMention",
    "UnitRole",
    "Value",
    "spans_of",
]
