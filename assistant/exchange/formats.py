"""The formats that can be brought in: their names, what they are, who reads them, and how each is recognised."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from assistant.core.incoming import Incoming
from assistant.errors import Unreadable, UsageError
from assistant.exchange import (
    apple_journal,
    dayone,
    diaro,
    diary_text,
    journey,
    jrnl,
    json_list,
    jsonl,
    markdown,
    note_apps,
    rednotebook,
    table,
)
from assistant.exchange.glance import Glance
from assistant.exchange.options import Options
from assistant.exchange.source import Source

GUESS: Final = "guess"
"""The name that asks to look at the files."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format."""

    name: str
    title: str
    read: Callable[[Source, Options], Iterator[Incoming]] = field(repr=False)
    fits: Callable[[Glance], bool] = field(repr=False)
    """Tell whether a source looks like it."""
    also: tuple[str, ...] = ()
    """Programs whose files it reads, which people name instead."""


FORMATS: Final[tuple[Format, ...]] = (
    Format("dayone", "Day One: JSON export (zip, folder or file)", dayone.read, dayone.fits),
    Format("dayone-classic", "Day One Classic: a .dayone package", dayone.read_classic, dayone.fits_classic),
    Format("journey", "Journey: zip or folder of JSON", journey.read, journey.fits),
    Format("diaro", "Diaro: backup (zip or DiaroBackup.xml)", diaro.read, diaro.fits),
    Format(
        "standardnotes",
        "Standard Notes: decrypted backup",
        note_apps.read_standard_notes,
        note_apps.fits_standard_notes,
    ),
    Format(
        "simplenote", "Simplenote: export (zip or notes.json)", note_apps.read_simplenote, note_apps.fits_simplenote
    ),
    Format("keep", "Google Keep: Takeout (zip or folder)", note_apps.read_keep, note_apps.fits_keep),
    Format("applejournal", "Apple Journal: export folder or zip", apple_journal.read, apple_journal.fits),
    Format("rednotebook", "RedNotebook: data folder or backup zip", rednotebook.read, rednotebook.fits),
    Format("jrnl", "jrnl: text (also encrypted), folder, JSON or XML", jrnl.read, jrnl.fits),
    Format("jsonl", "one JSON object a line: id, date, text", jsonl.read, lambda glance: glance.has_json_lines()),
    Format("json", "a JSON list of entries, each with a day and words", json_list.read, json_list.fits),
    Format("csv", "a table with a column of dates and one of words", table.read, table.fits),
    Format("text", "a plain text diary with dated headings", diary_text.read, diary_text.fits),
    Format(
        "markdown",
        "a folder or archive of Markdown or text notes",
        markdown.read,
        lambda glance: glance.has_notes(),
        also=("obsidian", "logseq", "bear"),
    ),
)
"""From the most particular to the least: the first that fits is the guess."""


def format_named(name: str, source: Source) -> Format:
    """Return the format of that name, or the guess. Raises UsageError for an unknown name, Unreadable for no guess."""
    if name == GUESS:
        glance = Glance.at(source)
        found = next((one for one in FORMATS if one.fits(glance)), None)
        if found is None and not any(member.content_bytes for member in glance.members):
            raise Unreadable(f"there is nothing in {source.name}", "Export it again.", source=source.name)
        if found is None:
            raise Unreadable(
                f"{source.name} looks like none of the known formats",
                "Name one: lodestar import --list shows them.",
                source=source.name,
            )
        return found
    return _known(name)


def checked_name(name: str) -> str:
    """Return a format's own name for one that a person gave it, `guess` too. Raises UsageError for an unknown one."""
    return GUESS if name == GUESS else _known(name).name


def _known(name: str) -> Format:
    for one in FORMATS:
        if name.lower() in (one.name, *one.also):
            return one
    raise UsageError(f"there is no format “{name}”", f"Known: {', '.join(one.name for one in FORMATS)}; or guess.")
