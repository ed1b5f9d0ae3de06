"""What tables and lists of entries usually call the day, the words and the rest of an entry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

USUAL: Final[Mapping[str, tuple[str, ...]]] = {
    "date": (
        *("full_date", "date", "datetime", "created", "created_at", "created at", "creation date", "creationdate"),
        *("createdat", "entry date", "entry_date", "entrydate", "date created", "date_created", "datecreated"),
        *("date/time", "datum", "fecha", "day", "timestamp"),
    ),
    "time": ("time",),
    "text": (
        *("text", "note", "entry", "content", "body", "journal", "words", "notes", "description"),
        *("entry text", "entry_text", "journal entry", "journal_entry", "markdown", "messages"),
    ),
    "title": ("title", "note_title", "subject", "headline"),
    "tags": ("tags", "labels", "activities", "categories"),
    "id": ("id", "uuid", "uid", "_id"),
}
"""Where the person names none, the first that is there is taken; in any case of letters."""


KNOWN: Final = frozenset(name for names in USUAL.values() for name in names)


def by_usual_names(found: Mapping[str, object]) -> dict[str, object]:
    """Return the fields of an entry, each under its own name, whatever the object calls them."""
    lowered = {key.casefold(): value for key, value in reversed(list(found.items()))}
    fields: dict[str, object] = {}
    for name, usual in USUAL.items():
        there = next((lowered[one] for one in usual if lowered.get(one) not in (None, "", [])), None)
        if there is not None:
            fields[name] = there
    return fields


def names_an_entry(found: Mapping[str, object]) -> bool:
    """Tell whether an object has a day and words under usual names."""
    fields = by_usual_names(found)
    return "date" in fields and "text" in fields
