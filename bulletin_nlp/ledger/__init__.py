"""The supervision ledger (督办台账): one row a demand, and what later bulletins say of it."""

from bulletin_nlp.ledger.follow import follow_up
from bulletin_nlp.ledger.rows import Later, Row, rows_of
from bulletin_nlp.ledger.sheets import COLUMNS, write_csv, write_xlsx

__all__ = ["COLUMNS", "Later", "Row", "follow_up", "rows_of", "write_csv", "write_xlsx"]
