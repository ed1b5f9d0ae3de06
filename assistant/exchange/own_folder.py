"""Read back the Markdown folder that Lodestar itself writes: notes that carry their ids, and one file of lines.

A note's front matter holds `lodestar: '{…}'`, everything about the entry but its words, as JSON. What people
cannot read in a note (earlier texts, records, replies) stands in `lodestar.jsonl` beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Final

from assistant.core.entry import Attachment, Writing
from assistant.core.incoming import Failure, Incoming, Revised
from assistant.exchange.attachments import attachment_of
from assistant.exchange.front_matter import Parted
from assistant.exchange.jsonl import json_object, read_lines
from assistant.exchange.options import Options
from assistant.exchange.own_lines import MARK, read_own
from assistant.exchange.source import Member, Source

LINES: Final = "lodestar.jsonl"
"""The file of lines in an exported folder."""

_COPIED: Final = re.compile(r"\d+/attachments/\d+-\d\d-\d\d \d{4} [^/]*-\d+(?:\.[a-z0-9]{1,10})?$")
"""How the copies of attachments are named."""
READING_ONLY: Final = "for reading"
"""What `lodestar:` says in a file made for people, whose content stands in LINES."""


class OwnFolder:
    """Reads what in a folder is Lodestar's own."""

    def __init__(self, source: Source, others: Iterable[Member]) -> None:
        """Know the files of the folder that are no notes."""
        self._source = source
        self._others = {member.name: member for member in others if self.is_ours(member)}

    def read_lines(self, options: Options) -> Iterator[Incoming]:
        """Yield what the file of lines holds, where there is one."""
        if LINES in self._others:
            yield from read_lines(self._others[LINES], options)

    @staticmethod
    def is_ours(member: Member) -> bool:
        """Tell whether a file that is no note is one of the folder's own."""
        return member.name == LINES or bool(_COPIED.match(member.name))

    def is_ours_by(self, parts: Parted) -> bool:
        """Tell whether Lodestar wrote the note."""
        return isinstance(parts.front.get(MARK), str)

    def read_note(self, parts: Parted, member: Member) -> Iterator[Incoming]:
        """Yield the entry of a note; a file made for reading alone is passed over."""
        said = str(parts.front[MARK])
        if said == READING_ONLY:
            return
        try:
            item = read_own({**json_object(said), MARK: "entry", "text": parts.body})
        except ValueError as error:
            yield Failure(member.name, f"what Lodestar wrote about it was altered: {error}")
            return
        assert isinstance(item, Revised)
        yield replace(item, writing=self._found(item.writing, member.path))

    def _found(self, writing: Writing, note: PurePosixPath) -> Writing:
        """Return the writing with attachments that no longer lie where they were pointing at the copies beside it."""
        attachments = []
        for number, attachment in enumerate(writing.attachments, 1):
            copy = self._others.get(str(note.parent / copied_name(note, number, attachment.name)))
            if copy is not None and not _lies(attachment):
                attachment = replace(attachment, location=attachment_of(self._source, copy).location)
            attachments.append(attachment)
        return replace(writing, attachments=tuple(attachments))


def copied_name(note: PurePosixPath, number: int, name: str) -> str:
    """Return where a note's attachment is copied to, from the note's folder."""
    found = re.search(r"\.[A-Za-z0-9]{1,10}$", name)
    return f"attachments/{note.stem}-{number}{found[0].lower() if found else ''}"


def _lies(attachment: Attachment) -> bool:
    path = (attachment.location or "").partition("!/")[0]
    try:
        return bool(path) and Path(path).is_file()
    except (OSError, ValueError):
        return False
