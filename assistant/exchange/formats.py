"""The formats that can be brought in: their names, what they are, who reads them, and how each is recognised."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from assistant.core.incoming import Incoming
from assistant.errors import Unreadable, UsageError
from assistant.exchange import jsonl, markdown
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


FORMATS: Final[tuple[Format, ...]] = (
    Format("jsonl", "one JSON object a line: id, date, text", jsonl.read, lambda glance: glance.has_json_lines()),
    Format(
        "markdown", "a folder or archive of Markdown or text notes", markdown.read, lambda glance: glance.has_notes()
    ),
)
"""From the most particular to the least: the first that fits is the guess."""


def format_named(name: str, source: Source) -> Format:
    """Return the format of that name, or the guess. Raises UsageError for an unknown name, Unreadable for no guess."""
    if name == GUESS:
        glance = Glance.at(source)
        found = next((one for one in FORMATS if one.fits(glance)), None)
        if found is None:
            raise Unreadable(
                f"{source.name} looks like none of the known formats",
                "Name one: lodestar import --list shows them.",
                source=source.name,
            )
        return found
    for one in FORMATS:
        if one.name == name.lower():
            return one
    raise UsageError(f"there is no format “{name}”", f"Known: {', '.join(one.name for one in FORMATS)}; or guess.")
