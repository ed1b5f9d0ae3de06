"""The tables, as a list of migrations: each is one transaction with its record, known by its name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from assistant.errors import LodestarError
from assistant.vault.connection import Database

Migration = Callable[[Database], None]

FULL_TEXT_TOKENIZER: Final = "porter unicode61 remove_diacritics 2"
"""Stem English words and fold accents: a search for "run" finds "running". See docs/vault.md for the measurement."""

_FULL_TEXT_PAGE_BYTES: Final = 8000
"""Close to a page of the database, less what SQLite and SQLCipher keep of it: 20 % faster imports than with 4,050."""


def entries(database: Database) -> None:
    """Make the table of the person's words, and of what they said before a change."""
    database.run(
        """CREATE TABLE entries(
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            moment INTEGER NOT NULL,   -- microseconds since 1970, UTC
            utc_offset INTEGER NOT NULL,   -- seconds east
            day TEXT NOT NULL,   -- the local calendar day, ISO 8601
            kind TEXT NOT NULL,
            title TEXT, source TEXT, source_id TEXT, session TEXT,
            tags TEXT NOT NULL, attachments TEXT NOT NULL,   -- JSON
            text TEXT NOT NULL,
            hash BLOB NOT NULL,   -- SHA-256 of the text
            source_mark BLOB NOT NULL,   -- what the source said last, hashed
            split INTEGER NOT NULL DEFAULT 0   -- passages were made for the present text
        ) STRICT"""
    )
    database.run("CREATE INDEX entries_by_moment ON entries(moment)")
    database.run("CREATE INDEX entries_by_source ON entries(source_id, source) WHERE source_id IS NOT NULL")
    database.run("CREATE INDEX entries_by_mark ON entries(source_mark)")
    database.run("CREATE INDEX entries_by_session ON entries(session) WHERE session IS NOT NULL")
    database.run("CREATE INDEX entries_unsplit ON entries(moment) WHERE split = 0")
    database.run(
        """CREATE TABLE earlier_texts(
            entry INTEGER NOT NULL REFERENCES entries(sequence) ON DELETE CASCADE,
            replaced_at INTEGER NOT NULL, utc_offset INTEGER NOT NULL,
            text TEXT NOT NULL
        ) STRICT"""
    )
    database.run("CREATE INDEX earlier_texts_by_entry ON earlier_texts(entry)")


def full_text(database: Database) -> None:
    """Make the full-text index over title and text; it reads the words where they lie and keeps no copy."""
    database.run(
        "CREATE VIRTUAL TABLE words USING fts5(title, text, content='entries', content_rowid='sequence',"
        f" tokenize='{FULL_TEXT_TOKENIZER}')"
    )
    database.run("INSERT INTO words(words, rank) VALUES ('secure-delete', 1)")
    database.run(f"INSERT INTO words(words, rank) VALUES ('pgsz', {_FULL_TEXT_PAGE_BYTES})")
    add = "INSERT INTO words(rowid, title, text) VALUES (new.sequence, new.title, new.text);"
    drop = "INSERT INTO words(words, rowid, title, text) VALUES ('delete', old.sequence, old.title, old.text);"
    database.run(f"CREATE TRIGGER words_added AFTER INSERT ON entries BEGIN {add} END")
    database.run(f"CREATE TRIGGER words_dropped AFTER DELETE ON entries BEGIN {drop} END")
    database.run(f"CREATE TRIGGER words_changed AFTER UPDATE OF title, text ON entries BEGIN {drop} {add} END")


def passages(database: Database) -> None:
    """Make the tables of passages, of their vectors and of the passages that wait for one."""
    database.run(
        """CREATE TABLE passages(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            entry INTEGER NOT NULL REFERENCES entries(sequence) ON DELETE CASCADE,
            start INTEGER NOT NULL, stop INTEGER NOT NULL,   -- code points
            hash BLOB NOT NULL   -- of the words, so that nothing is embedded twice
        ) STRICT"""
    )
    database.run("CREATE INDEX passages_by_entry ON passages(entry, start)")
    database.run("CREATE INDEX passages_by_hash ON passages(hash)")
    database.run("CREATE TABLE embedders(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT")
    database.run(
        """CREATE TABLE vectors(
            embedder INTEGER NOT NULL REFERENCES embedders(id) ON DELETE CASCADE,
            passage INTEGER NOT NULL REFERENCES passages(id) ON DELETE CASCADE,
            mark BLOB NOT NULL,   -- of passage and vector, for the fingerprint
            vector BLOB NOT NULL,   -- float32, little-endian
            UNIQUE(passage, embedder)
        ) STRICT"""
    )
    database.run("CREATE INDEX vectors_by_mark ON vectors(embedder, passage, mark)")
    database.run(
        """CREATE TABLE unembedded(
            embedder INTEGER NOT NULL REFERENCES embedders(id) ON DELETE CASCADE,
            age INTEGER NOT NULL,   -- the entry's moment, negated: the newest come first
            passage INTEGER NOT NULL REFERENCES passages(id) ON DELETE CASCADE,
            PRIMARY KEY(embedder, age, passage)
        ) STRICT, WITHOUT ROWID"""
    )
    database.run("CREATE INDEX unembedded_by_passage ON unembedded(passage)")


def records(database: Database) -> None:
    """Make the tables of records with every version, of what they quote, and of proposals refused."""
    database.run(
        """CREATE TABLE records(
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL, kind TEXT NOT NULL,
            version INTEGER NOT NULL,
            set_at INTEGER NOT NULL, utc_offset INTEGER NOT NULL,
            body TEXT NOT NULL,   -- JSON
            withdrawn_at INTEGER,
            UNIQUE(id, version)
        ) STRICT"""
    )
    database.run("CREATE INDEX records_by_kind ON records(kind, id, version)")
    database.run(
        """CREATE TABLE quotes(
            record INTEGER NOT NULL REFERENCES records(number) ON DELETE CASCADE,
            entry TEXT NOT NULL,
            PRIMARY KEY(entry, record)
        ) STRICT, WITHOUT ROWID"""
    )
    database.run("CREATE INDEX quotes_by_record ON quotes(record)")
    database.run(
        """CREATE TABLE refusals(
            kind TEXT NOT NULL, fingerprint TEXT NOT NULL,
            refused_at INTEGER NOT NULL, utc_offset INTEGER NOT NULL,
            PRIMARY KEY(kind, fingerprint)
        ) STRICT, WITHOUT ROWID"""
    )


def sessions(database: Database) -> None:
    """Make the tables of replies and of what a session remembers about itself."""
    database.run(
        """CREATE TABLE replies(
            entry INTEGER PRIMARY KEY REFERENCES entries(sequence) ON DELETE CASCADE,
            session TEXT NOT NULL,
            answered_at INTEGER NOT NULL, utc_offset INTEGER NOT NULL,
            quoted TEXT,   -- the entry that its memory quotes
            body TEXT NOT NULL   -- JSON
        ) STRICT"""
    )
    database.run("CREATE INDEX replies_by_quoted ON replies(quoted) WHERE quoted IS NOT NULL")
    database.run(
        """CREATE TABLE session_states(
            session TEXT NOT NULL, name TEXT NOT NULL, state TEXT NOT NULL,
            PRIMARY KEY(session, name)
        ) STRICT"""
    )


def drafts(database: Database) -> None:
    """Make the table of words typed and not yet said."""
    database.run("CREATE TABLE drafts(place TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT")


def derived(database: Database) -> None:
    """Make the table of computed values that can be thrown away."""
    database.run(
        """CREATE TABLE derived(
            kind TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL,
            PRIMARY KEY(kind, key)
        ) STRICT"""
    )


def unfinished(database: Database) -> None:
    """Make the table of work that a crash may have cut short and the next opening finishes."""
    database.run("CREATE TABLE unfinished(work TEXT PRIMARY KEY) STRICT")


def links(database: Database) -> None:
    """Make the tables of folders that are read again and again, and of what is not to come back from them."""
    database.run(
        """CREATE TABLE links(
            folder TEXT NOT NULL PRIMARY KEY, format TEXT NOT NULL, linked_at TEXT NOT NULL
        ) STRICT"""
    )
    database.run(
        """CREATE TABLE linked_files(
            folder TEXT NOT NULL REFERENCES links(folder) ON DELETE CASCADE ON UPDATE CASCADE,
            name BLOB NOT NULL,   -- hashed
            stamp TEXT NOT NULL,   -- size and time of change when it was read last
            PRIMARY KEY(folder, name)
        ) STRICT, WITHOUT ROWID"""
    )
    database.run(
        "CREATE TABLE forgotten(origin BLOB NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID   -- source, id hashed"
    )


MIGRATIONS: Final[tuple[Migration, ...]] = (
    *(entries, full_text, passages, records, sessions, drafts, derived),
    unfinished,
    links,
)
"""In the order in which they run; a new one goes to the end and is never renamed or changed afterwards."""


def pending(database: Database) -> list[Migration]:
    """Return the migrations that this database has not seen. Raises LodestarError for one from a newer Lodestar."""
    if not database.value("SELECT count(*) FROM sqlite_schema WHERE name = 'migrations'"):
        return list(MIGRATIONS)
    done = {str(name) for (name,) in database.rows("SELECT name FROM migrations")}
    unknown = done - {migration.__name__ for migration in MIGRATIONS}
    if unknown:
        raise LodestarError(
            f"This vault was made by a newer Lodestar (it knows {', '.join(sorted(unknown))}).",
            "Install the newest Lodestar, then open the vault again. Nothing was changed.",
        )
    return [migration for migration in MIGRATIONS if migration.__name__ not in done]


def migrate(database: Database, only: frozenset[str] | None = None) -> list[str]:
    """Bring the tables up to date, or as far as the migrations named `only`; return the names of what ran."""
    with database.writing():
        database.run("CREATE TABLE IF NOT EXISTS migrations(name TEXT PRIMARY KEY, applied_at TEXT NOT NULL) STRICT")
    ran = []
    for migration in pending(database):
        if only is not None and migration.__name__ not in only:
            continue
        with database.writing():
            if migration not in pending(database):
                continue  # another process was faster
            migration(database)
            database.run(
                "INSERT INTO migrations VALUES (?, ?)",
                (migration.__name__, datetime.now(UTC).isoformat(timespec="seconds")),
            )
        ran.append(migration.__name__)
    return ran
