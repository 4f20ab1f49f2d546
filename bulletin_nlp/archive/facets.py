"""How many of the bulletins found fall under each year, region, nature, domain, unit."""

from __future__ import annotations

import sqlite3

FACETS = {
    "year": """SELECT substr(b.published, 1, 4), NULL, count(*) FROM temp.hit h JOIN bulletin b USING (document)
               GROUP BY 1 ORDER BY 1""",
    "region": """SELECT b.region_name, NULL, count(*) FROM temp.hit h JOIN bulletin b USING (document)
                 GROUP BY 1 ORDER BY 3 DESC, 1""",
    "series": """SELECT b.series, NULL, count(*) FROM temp.hit h JOIN bulletin b USING (document)
                 GROUP BY 1 ORDER BY 3 DESC, 1""",
    "nature": """SELECT c.code, l.label, count(DISTINCT c.document) FROM temp.hit h
                 JOIN problem_code c USING (document) LEFT JOIN label l ON l.facet = c.facet AND l.code = c.code
                 WHERE c.facet = 'nature' GROUP BY 1 ORDER BY 3 DESC, 1""",
    "domain": """SELECT c.code, l.label, count(DISTINCT c.document) FROM temp.hit h
                 JOIN problem_code c USING (document) LEFT JOIN label l ON l.facet = c.facet AND l.code = c.code
                 WHERE c.facet = 'domain' GROUP BY 1 ORDER BY 3 DESC, 1""",
    "criticised": """SELECT n.name, NULL, count(DISTINCT n.document) FROM temp.hit h
                     JOIN problem_unit x USING (document) JOIN unit_name n ON n.document = x.document AND n.unit = x.unit
                     GROUP BY 1 ORDER BY 3 DESC, 1""",
}
"""Facet → the query of its values, their labels and counts, over the temporary table `hit` that a search leaves."""

Facet = list[tuple[str | None, str | None, int]]


def facets(connection: sqlite3.Connection, most: int = 10) -> dict[str, Facet]:
    """Counts of bulletins for each facet after a search, the most frequent values first, years in order.

    Args:
        connection: the one that the search was made with.
        most: how many values of each; years are all given.
    """
    found = {name: connection.execute(query).fetchall() for name, query in FACETS.items()}
    return {name: rows if name == "year" else rows[:most] for name, rows in found.items()}
