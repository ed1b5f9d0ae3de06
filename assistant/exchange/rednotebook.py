"""Read RedNotebook: a file a month, in YAML, with the text of each day and what its categories hold.

**Source**: github.com/jendrikseipp/rednotebook, rednotebook/storage.py and help.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from assistant.core.entry import EntryKind, Writing
from assistant.core.incoming import Failure, Incoming
from assistant.errors import Unreadable
from assistant.exchange.attachments import Files
from assistant.exchange.dates import anchored
from assistant.exchange.decoding import text_of
from assistant.exchange.front_matter import Value, mapping_of
from assistant.exchange.glance import Glance
from assistant.exchange.options import Options
from assistant.exchange.source import Member, Source

_MONTH: Final = re.compile(r"^(\d{4})-(\d{2})\.txt$")
_OLD_TAG: Final = re.compile(r"(?m)((?::|-|^) ?)!!python/(?:unicode|str) (?=['\"])")
"""What files of the time of Python 2 put before a text."""
MONTH_BYTES: Final = 8 * 1024 * 1024
"""The largest month that is read; a month of ten thousand words a day has 2 MB."""


def fits(glance: Glance) -> bool:
    """Tell whether there are months of RedNotebook."""
    months = [member for member in glance.members if _MONTH.match(member.path.name)]
    return bool(months) and bool(re.search(r"(?m)^'?\d{1,2}'?:|^\{", glance.head(months[0])))


def read(source: Source, options: Options) -> Iterator[Incoming]:
    """Yield the days of every month."""
    others: list[Member] = []
    for member in source.members():
        if isinstance(member, Failure):
            yield member
        elif month := _MONTH.match(member.path.name):
            try:
                yield from _month(member, int(month[1]), int(month[2]), options)
            except Unreadable as error:
                yield Failure(member.name, error.message)
            except ValueError as error:
                yield Failure(member.name, str(error))
        else:
            others.append(member)
    yield from Files(source, others).loose()


def _month(member: Member, year: int, month: int, options: Options) -> Iterator[Incoming]:
    """Yield the days of a month. Raises Unreadable, ValueError."""
    days = mapping_of(_OLD_TAG.sub(r"\1", text_of(member, MONTH_BYTES).text), "its text")
    for key, value in days.items():
        place = f"{member.name}, day {key}"
        try:
            moment = anchored(datetime(year, month, int(key)), options.zone)  # noqa: DTZ001  the zone is added here
        except (ValueError, OverflowError):
            yield Failure(place[:120], "there is no such day")
            continue
        text, tags = _words(value)
        if text.strip():
            yield Writing(moment, text, EntryKind.NOTE, source="rednotebook", source_id=f"{moment:%Y-%m-%d}", tags=tags)
        else:
            yield Failure(place, "there are no words in it")


def _words(value: Value) -> tuple[str, tuple[str, ...]]:
    """Return a day's text, with what stands in its categories under it, and the categories' names as tags."""
    if not isinstance(value, Mapping):
        return (value if isinstance(value, str) else ""), ()
    text = value.get("text")
    parts = [text.rstrip("\n")] if isinstance(text, str) else []
    categories: dict[str, Value] = {key: inner for key, inner in value.items() if key not in ("text", "categories")}
    inner = value.get("categories")
    if isinstance(inner, Mapping):
        categories.update(inner)
    for name, items in categories.items():
        lines = [str(item) for item in items] if isinstance(items, Mapping | list) else []
        if lines:
            parts.append("\n".join([f"{name}:", *(f"- {line}" for line in lines)]))
    return "\n\n".join(parts), tuple(categories)
