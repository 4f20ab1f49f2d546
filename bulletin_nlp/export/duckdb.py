"""A DuckDB database: the tables with their types, keys and headings, loaded from Parquet."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from bulletin_nlp.export import parquet
from bulletin_nlp.export.errors import research
from bulletin_nlp.export.schema import Table, tables
from bulletin_nlp.reconcile import Registries
from bulletin_nlp.records import Bulletin, Failure

_TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}


def write(results: Iterable[Bulletin | Failure], path: Path, registries: Registries) -> None:
    """Write a database.

    Raises:
        ExportError: duckdb or pyarrow is not installed.
    """
    duckdb = research("duckdb")
    with TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
        parquet.write(results, Path(folder), registries)
        with duckdb.connect() as connection:
            # Blocks of 16 KiB: most tables are small, and each column takes a block at least.
            connection.execute(f"ATTACH '{str(path).replace(chr(39), chr(39) * 2)}' AS export (BLOCK_SIZE 16384)")
            connection.execute("USE export")
            for table in tables().values():
                for statement in _statements(table):
                    connection.execute(statement)
                source = str(Path(folder) / f"{table.name}.parquet")
                connection.execute(f"INSERT INTO {table.name} SELECT * FROM read_parquet(?)", [source])


def _statements(table: Table) -> list[str]:
    columns = [f'"{c.name}" {_TYPES[c.kind]}{" NOT NULL" if c.required else ""}' for c in table.columns]
    columns.append(f"PRIMARY KEY ({_names(table.key)})")
    columns += [
        f"FOREIGN KEY ({_names(key.columns)}) REFERENCES {key.table} ({_names(tables()[key.table].key)})"
        for key in table.foreign
        if key.table != table.name  # rows of one statement can't refer to each other
    ]
    comments = [f"COMMENT ON COLUMN {table.name}.\"{c.name}\" IS '{c.title}'" for c in table.columns]
    about = table.about.replace("'", "''")
    return [
        f"CREATE TABLE {table.name} ({', '.join(columns)})",
        f"COMMENT ON TABLE {table.name} IS '{table.title}: {about}'",
        *comments,
    ]


def _names(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
