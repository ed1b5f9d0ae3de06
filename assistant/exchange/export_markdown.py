"""Write the vault as a folder of Markdown that anyone can read without Lodestar, and Lodestar can read back whole."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from assistant.core.entry import Attachment, EntryKind
from assistant.core.incoming import Answered, Kept, RecordVersion, Revised
from assistant.core.record_words import details_of, wording_of
from assistant.core.records import Record, Worksheet
from assistant.exchange.files_out import translated, whole_file
from assistant.exchange.front_matter import FRONT_MATTER_BYTES
from assistant.exchange.own_folder import LINES, READING_ONLY, copied_name
from assistant.exchange.own_lines import MARK, about_entry, line_of

_UNFIT: Final = re.compile(r"[^\w\- ]+", re.UNICODE)
SLUG: Final = 40
"""Code points of a title in a file's name: any system takes a name of 255 bytes."""


@dataclass(slots=True)
class Written:
    """What a folder holds after an export: relative paths, entries, and attachments that were not found."""

    entries: int = 0
    files: list[str] = field(default_factory=list)
    attachments: int = 0
    missing: list[str] = field(default_factory=list)


class MarkdownFolder:
    """Writes a folder; give it everything with `add`, then `finish`."""

    def __init__(self, folder: Path, *, replace: bool = False) -> None:
        """Write into that folder; `replace` takes the place of files of the same name."""
        self._folder = folder
        self._replace = replace
        self._lines: list[str] = []
        self._talks: defaultdict[str, list[Revised]] = defaultdict(list)
        self._answers: dict[str, Answered] = {}
        self._records: list[RecordVersion] = []
        self.written = Written()

    def add(self, kept: Kept) -> None:
        """Write an entry at once; keep what speaks of entries for the end."""
        if isinstance(kept, Revised):
            self.written.entries += 1
            self._entry(kept)
            return
        self._lines.append(line_of(kept))
        if isinstance(kept, RecordVersion):
            self._records.append(kept)
        elif isinstance(kept, Answered):
            self._answers[kept.entry] = kept

    def finish(self) -> Written:
        """Write records, conversations and the file of lines."""
        for name, text in (*self._record_pages(), *self._talk_pages()):
            self._write(name, text)
        if self._lines:
            self._write(LINES, "".join(f"{line}\n" for line in self._lines))
        return self.written

    def _entry(self, kept: Revised) -> None:
        writing = kept.writing
        if writing.session is not None and writing.kind is EntryKind.MESSAGE:
            self._talks[writing.session].append(kept)
            self._lines.append(line_of(kept))
            return
        about = about_entry(kept)
        exact = json.dumps({key: value for key, value in about.items() if key != "earlier"})
        fits = len(exact) < FRONT_MATTER_BYTES // 4 and json.loads(exact) == about
        if not fits:
            self._lines.append(line_of(kept))
        name = note_name(kept)
        copied = self._attachments(writing.attachments, name)
        self._write(name, _front(kept, exact if fits else READING_ONLY, copied) + writing.text)

    def _attachments(self, attachments: tuple[Attachment, ...], name: str) -> list[str]:
        """Copy what can be found into a folder beside the note; return the paths from the note."""
        copied = []
        for number, attachment in enumerate(attachments, 1):
            beside = copied_name(PurePosixPath(name), number, attachment.name)
            if self._copy(attachment, str(PurePosixPath(name).parent / beside)):
                copied.append(beside)
                self.written.attachments += 1
            else:
                self.written.missing.append(attachment.name)
        return copied

    def _copy(self, attachment: Attachment, target: str) -> bool:
        from assistant.exchange.attachments import opened_at

        with opened_at(attachment) as content:
            if content is None:
                return False
            path = self._place(target)
            with whole_file(path, replace=self._replace, sync=False) as stream:
                shutil.copyfileobj(content, stream)
        self.written.files.append(target)
        return True

    def _place(self, name: str) -> Path:
        path = self._folder / name
        with translated(path):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return path

    def _write(self, name: str, text: str) -> None:
        content = text.encode("utf8", "surrogatepass")
        path = self._place(name)
        self.written.files.append(name)
        if self._replace and _holds(path, content):
            return
        with whole_file(path, replace=self._replace, sync=False) as stream:
            stream.write(content)

    def _record_pages(self) -> Iterator[tuple[str, str]]:
        by_kind: defaultdict[str, dict[str, list[RecordVersion]]] = defaultdict(lambda: defaultdict(list))
        for version in self._records:
            by_kind[type(version.record).__name__.lower()][version.record.id].append(version)
        for kind, records in by_kind.items():
            yield f"records/{kind}.md", "".join([_reading_front(kind), *map(_record_page, records.values())])

    def _talk_pages(self) -> Iterator[tuple[str, str]]:
        for session, messages in self._talks.items():
            began = messages[0].writing.written_at
            name = f"conversations/{began:%Y-%m-%d %H%M} {slug(session)[:24]}.md"
            lines = [_reading_front(f"Conversation of {began:%d %B %Y}")]
            for message in messages:
                lines.append(f"**{message.writing.written_at:%H:%M}** {message.writing.text}\n\n")
                answer = self._answers.get(message.entry)
                if answer:
                    lines.append("".join(f"> {line}\n" for line in answer.reply.text.splitlines()) + "\n")
            yield name, "".join(lines)


def note_name(kept: Revised) -> str:
    """Return where the note of an entry lies: its year, then its day and minute, its title, and its id."""
    moment, title = kept.writing.written_at, slug(kept.writing.title or "")[:SLUG].strip()
    stem = " ".join(filter(None, (f"{moment:%Y-%m-%d %H%M}", title, slug(kept.entry)[:16])))
    return f"{moment.year:04d}/{stem}.md"


def slug(text: str) -> str:
    """Return the words of a text that every file system takes."""
    return " ".join(_UNFIT.sub(" ", text.encode("utf8", "ignore").decode()).split())


def _front(kept: Revised, exact: str, copied: Iterable[str]) -> str:
    """Return front matter: a few lines for people and other programs, and one that Lodestar reads back."""
    writing = kept.writing
    lines = ["---", f"date: {writing.written_at.isoformat()}"]
    if writing.title:
        lines.append(f"title: {_plain(writing.title)}")
    if writing.tags:
        lines.append(f"tags: [{', '.join(_plain(tag) for tag in writing.tags[:200])}]")
    lines += [f"attachment: {_plain(path)}" for path in list(copied)[:1]]
    quoted = exact.replace("'", "''")
    return "\n".join([*lines, f"{MARK}: '{quoted}'", "---", ""])


def _plain(text: str) -> str:
    """Return a text as a YAML scalar that any reader takes; what YAML cannot hold is left out of this copy."""
    shown = "".join(c for c in text if c.isprintable() and not 0xD800 <= ord(c) <= 0xDFFF)[:200]
    return json.dumps(shown, ensure_ascii=False)


def _reading_front(title: str) -> str:
    return f"---\n{MARK}: '{READING_ONLY}'\n---\n# {title.capitalize()}\n\n"


def _record_page(versions: list[RecordVersion]) -> str:
    newest = versions[-1]
    gone = f" (taken back {newest.withdrawn_at:%d %B %Y})" if newest.withdrawn_at else ""
    lines = [f"## {wording_of(newest.record)}{gone}\n\n"]
    lines += [f"- {version.set_at:%Y-%m-%d}: {wording_of(version.record)}\n" for version in versions]
    return "".join([*lines, "\n", *_details(newest.record), "\n"])


def _details(record: Record) -> Iterator[str]:
    """Yield what a record says beside its wording: a page of a practice step by step, else a line each."""
    if isinstance(record, Worksheet):
        yield from (f"**{title}**\n\n{text}\n\n" for title, text in details_of(record))
    else:
        yield from (f"- {name}: {said}\n" for name, said in details_of(record))


def _holds(path: Path, content: bytes) -> bool:
    """Tell whether a file holds just that; a link never does."""
    try:
        return not path.is_symlink() and os.path.getsize(path) == len(content) and path.read_bytes() == content
    except OSError:
        return False
