"""Date expressions: found by one compiled pattern made from tables, resolved by a left-to-right pass."""
