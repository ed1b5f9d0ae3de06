"""Take a person's name out of everything the vault holds, and leave the rest as it was.

Each letter of the name becomes a block, so that every quotation still stands where its span says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from assistant.core.entry import content_hash
from assistant.errors import UsageError
from assistant.vault.common_words import COMMON_WORDS
from assistant.vault.connection import Database, exact
from assistant.vault.layout import Layout
from assistant.vault.rekey import Step, drop_index, go_on
from assistant.vault.sql_vault import SqlVault
from assistant.vault.traces import wipe_and_count_name

BLOCK: Final = "█"
_WORDS_TOO: Final = frozenset(
    """amber april art august autumn bill bob brook chance charity chase chip christian cliff colt crystal daisy dale
    dawn dean dick don drew earl earnest faith fern flora forest frank gale gene ginger glen grace grant guy harmony
    harry hazel heath heather herb holly hope hunter iris ivy jack jasmine jay jewel joy june king lance lane lily
    mark martin mason max may melody mercy miles misty nick norm olive pat patience pearl peg penny piper prince
    prudence randy ray reed rich rob robin rod rose ruby rusty sandy scarlet scout sierra sky skip stone storm sue
    summer sunny victor violet wade ward will winter wren""".split()
)
"""First names that are English words as well; they join the everyday words."""
_PLAIN: Final = {
    "entries": ("title", "text", "source", "source_id", "session"),
    "earlier_texts": ("text",),
    "drafts": ("place", "text"),
    "replies": ("session",),
    "session_states": ("session",),
    "links": ("folder",),
}
_JSON: Final = {
    "entries": ("tags", "attachments"),
    "records": ("body",),
    "replies": ("body",),
    "session_states": ("state",),
}


class _Preview(Exception):
    """End a transaction without keeping it."""


@dataclass(frozen=True, slots=True)
class NameForgotten:
    """In how many places of each kind a name stood, and how many traces a byte search found afterwards."""

    entries: int
    records: int
    replies: int
    others: int
    traces_left: int = 0


def name_pattern(name: str) -> re.Pattern[str]:
    """Return what finds a name as a whole word, in any case. Raises UsageError for what is no name.

    Where the name is an everyday word as well (“Mark”, “Hope”), only its capitalised forms are meant.
    """
    words = name.split()
    letters = "".join(words)
    if len(letters) < 2 or not any(character.isalpha() for character in letters):
        raise UsageError(f"“{name}” is too short to be told from other words", "Give the whole name.")
    body = r"\s+".join(map(re.escape, words))
    before = r"(?<!\w)" if letters[0].lower() != letters[0].upper() else ""
    after = r"(?!\w)" if letters[-1].lower() != letters[-1].upper() else ""
    if len(words) == 1 and words[0].casefold() in COMMON_WORDS | _WORDS_TOO:
        forms = sorted({words[0].capitalize(), words[0].upper()})
        return re.compile(f"{before}(?:{'|'.join(map(re.escape, forms))}){after}")
    return re.compile(before + body + after, re.IGNORECASE)


def mentions(vault: SqlVault, name: str) -> NameForgotten:
    """Return where a name stands, and change nothing. Raises UsageError."""
    found: list[NameForgotten] = []
    try:
        with vault.database.writing():
            found.append(_Blotting(vault.database, name_pattern(name)).run())
            raise _Preview
    except _Preview:
        return found[0]


def forget_name(
    vault: SqlVault,
    name: str,
    *,
    clear_index: Callable[[Layout], None] = drop_index,
    at_step: Step = go_on,
) -> NameForgotten:
    """Blot a name out everywhere, for good. Raises UsageError, VaultInUse, DiskFull.

    Cut short, it is finished when the vault is opened next.
    """
    pattern = name_pattern(name)
    with vault.alone():
        with vault.database.writing():
            blotting = _Blotting(vault.database, pattern)
            done = blotting.run()
            vault.database.run("INSERT OR IGNORE INTO unfinished VALUES ('wipe')")
        at_step("rows gone")
        clear_index(vault.layout)
        left = wipe_and_count_name(vault.layout, vault.database, pattern, blotting.spellings)
        vault.database.run("DELETE FROM unfinished")
        vault.database.checkpoint()
        return NameForgotten(done.entries, done.records, done.replies, done.others, left)


class _Blotting:
    """One run, within a transaction."""

    def __init__(self, database: Database, pattern: re.Pattern[str]) -> None:
        self._database = database
        self._pattern = pattern
        self.spellings: set[str] = set()

    def run(self) -> NameForgotten:
        """Blot the name out of every column that holds words."""
        self._database.run("PRAGMA defer_foreign_keys = ON")
        touched: dict[str, set[object]] = {}
        for table, columns in _PLAIN.items():
            for column in columns:
                touched.setdefault(table, set()).update(self._column(table, column, self._blotted))
        for table, columns in _JSON.items():
            for column in columns:
                touched.setdefault(table, set()).update(self._column(table, column, self._blotted_json))
        self._amend(touched["entries"])
        refused = self._database.rows("SELECT kind, fingerprint FROM refusals")
        gone = [row for row in refused if self._pattern.search(f"{row[0]} {row[1]}")]
        self._database.run_many("DELETE FROM refusals WHERE kind = ? AND fingerprint = ?", gone)
        self._database.run("DELETE FROM derived")
        self._database.run("DELETE FROM linked_files")
        others = {table: rows for table, rows in touched.items() if table not in ("entries", "records", "replies")}
        count = len(gone) + sum(map(len, others.values()))
        return NameForgotten(len(touched["entries"]), len(touched["records"]), len(touched["replies"]), count)

    def _column(self, table: str, column: str, blot: Callable[[str], str]) -> Iterator[object]:
        key = "folder" if table == "links" else "rowid"
        rows = self._database.rows(f"SELECT {key}, {column} FROM {table} WHERE {column} IS NOT NULL")
        for row, value in rows:
            changed = blot(value)
            if changed != value:
                self._database.run(
                    f"UPDATE {table} SET {column} = CAST(? AS TEXT) WHERE {key} = ?", (exact(changed), row)
                )
                yield row

    def _amend(self, entries: set[object]) -> None:
        """Give changed entries the hash of their words, and let their passages be made anew."""
        for sequence in entries:
            text = str(self._database.value("SELECT text FROM entries WHERE sequence = ?", (sequence,)))
            self._database.run(
                "UPDATE entries SET hash = ?, split = 0 WHERE sequence = ?",
                (bytes.fromhex(content_hash(text)), sequence),
            )
            self._database.run("DELETE FROM passages WHERE entry = ?", (sequence,))

    def _blotted(self, text: str) -> str:
        def blot(found: re.Match[str]) -> str:
            self.spellings.add(found[0])
            return "".join(character if character.isspace() else BLOCK for character in found[0])

        return self._pattern.sub(blot, text)

    def _blotted_json(self, body: str) -> str:
        """Return JSON with the name taken out of every text within it; ids and names of fields stay."""
        try:
            value = json.loads(body)
        except ValueError:
            return self._blotted(body)
        changed = self._walk(value)
        return body if changed == value else json.dumps(changed)

    def _walk(self, value: object) -> object:
        if isinstance(value, str):
            return self._blotted(value)
        if isinstance(value, list):
            return [self._walk(inner) for inner in value]
        if isinstance(value, dict):
            changed = {key: self._walk(inner) for key, inner in value.items()}
            return changed | self._cut_again(changed)
        return value

    def _cut_again(self, value: dict[str, object]) -> dict[str, str]:
        """Return the words of a quotation as they stand in its entry now: one may begin or end within the name."""
        span, told, entry = value.get("span"), value.get("text"), value.get("entry")
        if not isinstance(span, dict) or not isinstance(told, str) or not isinstance(entry, str):
            return {}
        text = self._database.value("SELECT text FROM entries WHERE id = CAST(? AS TEXT)", (exact(entry),))
        cut = str(text or "")[span.get("start") : span.get("end")]
        is_the_same = len(cut) == len(told) and all(new in (old, BLOCK) for new, old in zip(cut, told, strict=True))
        return {"text": cut} if is_the_same else {}
