"""Read back the Markdown folder that Lodestar itself writes: notes that carry their ids, and one file of lines.

A note's front matter holds `lodestar: '{…}'`, everything about the entry but its words, as JSON. What people
cannot read in a note (earlier texts, records, replies) stands in `lodestar.jsonl` beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from assistant.core.incoming import Failure, Incoming, Revised
from assistant.exchange.front_matter import Parted
from assistant.exchange.jsonl import json_object, read_lines
from assistant.exchange.options import Options
from assistant.exchange.own_lines import MARK, read_own
from assistant.exchange.source import Member, Source

LINES: Final = "lodestar.jsonl"
"""The file of lines in an exported folder."""

READING_ONLY: Final = "for reading"
"""What `lodestar:` says in a file made for people, whose content stands in LINES."""


class OwnFolder:
    """Reads what in a folder is Lodestar's own."""

    def read_lines(self, source: Source, others: Iterable[Member], options: Options) -> Iterator[Incoming]:
        """Yield what the file of lines holds, where there is one."""
        for member in others:
            if member.name == LINES:
                yield from read_lines(member, options)

    def is_ours(self, member: Member) -> bool:
        """Tell whether a file that is no note is one of the folder's own."""
        return member.name == LINES

    def is_ours_by(self, parts: Parted) -> bool:
        """Tell whether Lodestar wrote the note."""
        return isinstance(parts.front.get(MARK), str)

    def read_note(self, parts: Parted, member: Member) -> Iterator[Incoming]:
        """Yield the entry of a note; a file made for reading alone is passed over."""
        said = str(parts.front[MARK])
        if said == READING_ONLY:
            return
        try:
            about = {**json_object(said), MARK: "entry", "text": parts.body}
            item = read_own(about)
        except ValueError as error:
            yield Failure(member.name, f"what Lodestar wrote about it was altered: {error}")
            return
        assert isinstance(item, Revised)
        yield item
