"""Find the files that a text points at, and name those that nothing points at."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final
from urllib.parse import unquote

from assistant.core.display import counted
from assistant.core.entry import Attachment
from assistant.core.incoming import Remark
from assistant.errors import Unreadable
from assistant.exchange.archive import meant_name
from assistant.exchange.source import Member, Source, composed, open_source

_POINTERS: Final = re.compile(
    r"!?\[\[(?P<wiki>[^\[\]|#\n]{1,300})(?:[|#][^\[\]\n]{0,300})?\]\]"
    r"|!?\[[^\[\]\n]{0,300}\]\((?:<(?P<angled>[^<>\n]{1,500})>|(?P<plain>[^()\s]{1,500}(?:\([^()\s]{0,200}\))?[^()\s]{0,300}))"
)
_PROGRAM: Final = re.compile(r"[a-z][a-z0-9+.-]{1,20}:", re.IGNORECASE)
DOCUMENTS: Final = frozenset(".pdf .doc .docx .odt .rtf .xls .xlsx .ods .ppt .pptx .odp .epub .gpx".split())
SEARCHED: Final = 500_000
"""Code points of a text in which pointers are looked for: a paste of ten megabytes is no page of pictures."""
LISTED: Final = 12
"""How many loose files a remark names; their number is always told."""


class Files:
    """The files of a source that are not notes, found by path or, as wikis do, by name alone."""

    def __init__(self, source: Source, members: Iterable[Member]) -> None:
        """Know these files."""
        self._source = source
        self._by_name: dict[str, Member] = {}
        self._by_last: dict[str, Member] = {}
        self._by_stem: dict[str, Member] = {}
        self._pointed: set[str] = set()
        for member in members:
            self._by_name[member.name.casefold()] = member
            self._by_last.setdefault(member.path.name.casefold(), member)
            self._by_stem.setdefault(member.path.stem.casefold(), member)

    def of_text(self, text: str, beside: PurePosixPath) -> tuple[Attachment, ...]:
        """Return the files that a Markdown text in the file `beside` points at, each once, in order."""
        found: dict[str, Attachment] = {}
        for match in _POINTERS.finditer(text, 0, SEARCHED):
            target = match["wiki"] or match["angled"] or match["plain"]
            if _PROGRAM.match(target):
                continue
            attachment = self.named(unquote(target).split("#")[0], beside, whether_there=False)
            if attachment and (attachment.location or match[0].startswith("!")):
                found.setdefault(attachment.location or attachment.name, attachment)
        return tuple(found.values())

    def named(self, target: str, beside: PurePosixPath, *, whether_there: bool = True) -> Attachment | None:
        """Return the file of that path or name; a file that is not there keeps its name and has no location.

        With `whether_there` off, a target without an ending that is not there is no file but a link to a note.
        """
        member = self._find(target, beside)
        if member is not None:
            self._pointed.add(member.name)
            return attachment_of(self._source, member)
        name = PurePosixPath(target.replace("\\", "/")).name
        if not name or not (whether_there or PurePosixPath(name).suffix[1:].isalnum()):
            return None
        if PurePosixPath(name).suffix.lower() in (".md", ".markdown", ".html"):
            return None
        return Attachment(name, mimetypes.guess_type(name)[0])

    def by_stem(self, stem: str) -> Attachment | None:
        """Return the file whose name without its ending is `stem`."""
        member = self._by_stem.get(stem.casefold())
        if member is None:
            return None
        self._pointed.add(member.name)
        return attachment_of(self._source, member)

    def _find(self, target: str, beside: PurePosixPath) -> Member | None:
        target = composed(target.replace("\\", "/")).casefold().strip()
        parts: list[str] = []
        for part in (*PurePosixPath(str(beside.parent).casefold()).parts, *PurePosixPath(target).parts):
            if part == "..":
                parts[-1:] = []
            elif part != "/":
                parts.append(part)
        near, plain = "/".join(parts), target.lstrip("/")
        return self._by_name.get(near) or self._by_name.get(plain) or self._by_last.get(PurePosixPath(target).name)

    def loose(self) -> Iterator[Remark]:
        """Yield word of the files that no note points at, so that none is lost in silence."""
        names = sorted(m.name for m in self._by_name.values() if m.name not in self._pointed)
        if names:
            shown = ", ".join(names[:LISTED]) + (", …" if len(names) > LISTED else "")
            yield Remark(self._source.name, f"{counted(len(names), 'file')} of no entry, left in place: {shown}")


def attachment_of(source: Source, member: Member) -> Attachment:
    """Return a member as an attachment, with where it lies: a path, or `archive.zip!/member`."""
    lies = str(member.on_disk.absolute()) if member.on_disk else f"{source.path.absolute()}!/{member.name}"
    return Attachment(member.path.name, mimetypes.guess_type(member.name)[0], member.content_bytes, lies)


def _may_be_copied(name: str) -> bool:
    """Tell whether a file is of a kind that people put into a diary.

    Where an attachment lies is told by imported files: none of them shall make an export carry off a key or a password.
    """
    kind = mimetypes.guess_type(name)[0] or ""
    return kind.split("/")[0] in ("image", "audio", "video") or PurePosixPath(name).suffix.lower() in DOCUMENTS


@contextmanager
def opened_at(attachment: Attachment) -> Iterator[BinaryIO | None]:
    """Yield an attachment's content where it still lies where it was found; None where it does not."""
    path, is_member, name = (attachment.location or "").partition("!/")
    with ExitStack() as stack:
        try:
            if not _may_be_copied(name or path) or not Path(path).is_file() or Path(path).is_symlink():
                yield None
                return
            source = stack.enter_context(open_source(Path(path)))
            members = source.files()
            found = members.get(name) or members.get(meant_name(name))
            member = found if is_member else next(iter(members.values()), None)
            content = stack.enter_context(member.open()) if member else None
        except (Unreadable, ValueError):
            content = None
        yield content
