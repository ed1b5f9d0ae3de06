"""Write what a vault holds, and cannot make anew, as lines of JSON; read such lines into an empty database.

Every table is taken but those listed here, so that a table which a later migration adds is not forgotten.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from assistant.errors import LodestarError, Unreadable
from assistant.vault.connection import Database, exact
from assistant.vault.schema import MIGRATIONS, migrate, pending

_DERIVED: Final = frozenset(
    {"passages", "vectors", "embedders", "unembedded", "derived", "migrations", "unfinished", "linked_files"}
)
"""Tables that are made anew from the others, or say how far a database has come."""
_MADE_ANEW: Final = frozenset({("entries", "split")})
LINE_CODE_POINTS: Final = 256 * 1024 * 1024
"""The longest line: an entry of the promised 10 MB has 60 MB where every character is escaped."""


def steps_of(database: Database) -> list[str]:
    """Return the names of the migrations that a database has seen, in their order."""
    done = {str(name) for (name,) in database.rows("SELECT name FROM migrations")}
    return [migration.__name__ for migration in MIGRATIONS if migration.__name__ in done]


def dump(database: Database) -> Iterator[tuple[str, str]]:
    """Yield each row's table and its line, each table as it stands at one moment; nobody else can write meanwhile."""
    with database.writing():
        for table in _tables(database):
            columns = [name for name in _columns(database, table) if (table, name) not in _MADE_ANEW]
            for row in database.each(f'SELECT {", ".join(columns)} FROM "{table}"'):
                plain = {name: _plain(value) for name, value in zip(columns, row, strict=True)}
                yield table, json.dumps({"table": table, "row": plain})


def load(lines: Iterable[str], database: Database, steps: list[str]) -> dict[str, int]:
    """Bring an empty database to the steps of a dump, load its rows, then run what has come since.

    Return how many rows each table has. Raises Unreadable for lines that no dump holds, LodestarError for one of a
    newer Lodestar.
    """
    unknown = set(steps) - {migration.__name__ for migration in MIGRATIONS}
    if unknown:
        raise LodestarError("This backup was made by a newer Lodestar.", "Install the newest Lodestar, then try again.")
    migrate(database, only=frozenset(steps))
    counts: dict[str, int] = {}
    with database.writing():
        database.run("PRAGMA defer_foreign_keys = ON")
        tables = {table: frozenset(_columns(database, table)) for table in _tables(database)}
        for number, line in enumerate(lines, 1):
            table, row = _parsed(line, number, tables)
            names = list(row)
            marks = ", ".join("CAST(? AS TEXT)" if isinstance(row[name], str) else "?" for name in names)
            values = [exact(value) if isinstance(value, str) else value for value in row.values()]
            database.run(f'INSERT INTO "{table}"({", ".join(names)}) VALUES ({marks})', values)
            counts[table] = counts.get(table, 0) + 1
    if pending(database):
        migrate(database)
    return counts


def _tables(database: Database) -> list[str]:
    """Return the tables to take, in the order in which they were made: a table follows those that it points at."""
    rows = database.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'words_%' ORDER BY rowid"
    )
    return [name for (name,) in rows if name not in _DERIVED]


def _columns(database: Database, table: str) -> list[str]:
    return [str(name) for (name,) in database.rows("SELECT name FROM pragma_table_info(?)", (table,))]


def _plain(value: object) -> object:
    """Return a value as JSON holds it exactly: bytes, and text that JSON would change, in base64."""
    if isinstance(value, bytes):
        return {"bytes": base64.b64encode(value).decode("ascii")}
    if isinstance(value, str) and any("\ud800" <= character <= "\udfff" for character in value):
        return {"text": base64.b64encode(value.encode("utf8", "surrogatepass")).decode("ascii")}
    return value


def _value(plain: object) -> object:
    """Return what `_plain` was given. Raises ValueError for anything else."""
    if isinstance(plain, Mapping):
        ((form, inner),) = plain.items()
        raw = base64.b64decode(str(inner), validate=True)
        if form == "text":
            return raw.decode("utf8", "surrogatepass")
        if form == "bytes":
            return raw
        raise ValueError(f"no form of a value is called {form}")
    if plain is None or isinstance(plain, str | float) or (isinstance(plain, int) and -(2**63) <= plain < 2**63):
        return plain
    raise ValueError("a list is no value of a row, nor is a number beyond 64 bits")


def _parsed(line: str, number: int, tables: Mapping[str, frozenset[str]]) -> tuple[str, dict[str, object]]:
    """Return a line's table and row. Raises Unreadable unless both are of this schema."""
    try:
        found = json.loads(line)
        table = found["table"]
        row = {name: _value(value) for name, value in found["row"].items()}
        if not row or not tables[table].issuperset(row):
            raise ValueError("it names a column that is not there")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Unreadable(f"line {number} of the backup is not a row of a vault") from error
    return table, row
