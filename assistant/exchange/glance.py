"""Look at a source briefly, to tell what it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from assistant.errors import Unreadable
from assistant.exchange.decoding import beginning_of
from assistant.exchange.source import Member, Source
from assistant.exchange.usual_names import names_an_entry

LOOKED_AT = 2_000
"""Members whose names are looked at."""

HEAD_BYTES = 256 * 1024


@dataclass(frozen=True)
class Glance:
    """The first names of a source, and the beginnings of a few of its files."""

    source: Source
    members: tuple[Member, ...]

    @classmethod
    def at(cls, source: Source) -> Glance:
        """Look at a source. Raises Unreadable."""
        found = (member for member in islice(source.members(), LOOKED_AT) if isinstance(member, Member))
        return cls(source, tuple(found))

    @property
    def is_file(self) -> bool:
        """Whether the source is one plain file."""
        return len(self.members) == 1 and not self.source.is_archive and self.source.path.is_file()

    @cached_property
    def suffixes(self) -> frozenset[str]:
        """Every ending among the names."""
        return frozenset(member.suffix for member in self.members)

    def ending(self, *suffixes: str) -> Iterator[Member]:
        """Yield the members with one of these endings."""
        return (member for member in self.members if member.suffix in suffixes)

    def head(self, member: Member) -> str:
        """Return how a member begins, as far as it can be read."""
        try:
            return beginning_of(member, HEAD_BYTES)
        except (Unreadable, OSError):
            return ""

    @cached_property
    def first_head(self) -> str:
        """How the first file begins."""
        return self.head(self.members[0]) if self.members else ""

    def has_json_lines(self) -> bool:
        """Tell whether a file holds a JSON object on its first line, and there are no Markdown notes beside it."""
        if self.has_markdown():
            return False
        for member in islice(self.ending(".jsonl", ".ndjson", ".json", ".txt", ""), 3):
            first = self.head(member).lstrip("\ufeff \r\n").split("\n", 1)[0]
            try:
                found = json.loads(first)
            except (ValueError, RecursionError):
                continue
            if not isinstance(found, dict):
                continue
            surely = self.is_file or member.suffix in (".jsonl", ".ndjson")
            if {"date", "text"} <= found.keys() or (surely and names_an_entry(found)):
                return True
        return False

    def has_markdown(self) -> bool:
        """Tell whether there are Markdown files; a table or lines among them are no journal by themselves."""
        return bool(self.suffixes & {".md", ".markdown", ".mdown", ".mkd"})

    def has_notes(self) -> bool:
        """Tell whether there are Markdown or text files."""
        return self.has_markdown() or ".txt" in self.suffixes
