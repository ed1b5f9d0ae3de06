"""Read Apple Journal: the HTML files in `Entries`, with the media in `Resources`.

**Source**: github.com/peterdev22/applejournal-to-md, which describes and reads the export.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from assistant.core.display import counted
from assistant.core.entry import Attachment, EntryKind, Writing
from assistant.core.incoming import Failure, Incoming
from assistant.errors import Unreadable
from assistant.exchange.attachments import Files
from assistant.exchange.decoding import text_of
from assistant.exchange.glance import Glance
from assistant.exchange.html_words import soup_of, words_of_soup
from assistant.exchange.note_dates import in_heading, in_name
from assistant.exchange.options import Options
from assistant.exchange.source import Member, Source

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_ENTRY: Final = re.compile(r"(?:^|/)Entries/[^/]+\.html?$", re.IGNORECASE)


def fits(glance: Glance) -> bool:
    """Tell whether this is an export of Apple Journal."""
    pages = [member for member in glance.members if glance.is_file or _ENTRY.search(f"/{member.name}")]
    if glance.is_file and glance.members[0].suffix not in (".html", ".htm"):
        return False
    return bool(pages) and any(mark in glance.head(pages[0]) for mark in ("pageHeader", "gridItem", "bodyText"))


def read(source: Source, options: Options) -> Iterator[Incoming]:
    """Yield the entries, one an HTML file."""
    pages: list[Member] = []
    others: list[Member] = []
    for member in source.members():
        if isinstance(member, Failure):
            yield member
        elif _ENTRY.search(f"/{member.name}") or (member.suffix in (".html", ".htm") and source.path.is_file()):
            pages.append(member)
        elif member.path.name.lower() != "index.html":
            others.append(member)
    files = Files(source, others)
    for member in pages:
        try:
            yield _entry(member, files, options)
        except Unreadable as error:
            yield Failure(member.name, error.message)
        except ValueError as error:
            yield Failure(member.name, str(error))
    yield from files.loose()


def _entry(member: Member, files: Files, options: Options) -> Writing:
    """Return the entry of one page. Raises Unreadable, ValueError."""
    soup = soup_of(text_of(member).text)
    header = soup.find(class_="pageHeader")
    told = header.get_text(" ", strip=True) if header else ""
    dated = in_heading(told, options) or in_name(member.path, options)
    if dated is None:
        raise ValueError("neither its head nor its file's name holds a date")
    attachments = tuple(_grid(soup, member, files))
    for piece in soup.find_all(class_=["pageHeader", "assetGrid", "gridItem"]):
        piece.extract()
    heading = soup.find(class_="title")
    title = heading.get_text(" ", strip=True) if heading else ""
    if heading:
        heading.extract()
    text = words_of_soup(soup)
    if not text and not title:
        raise ValueError(f"there are no words in it; it has {counted(len(attachments), 'attachment')}")
    return Writing(
        written_at=dated[0],
        text=text or title,
        kind=EntryKind.NOTE,
        title=title or None if text else None,
        source="applejournal",
        source_id=member.path.stem,
        attachments=attachments,
    )


def _grid(soup: BeautifulSoup, member: Member, files: Files) -> Iterator[Attachment]:
    """Yield the media of an entry: named by a `src`, or lying in `Resources` under the id of their place."""
    seen: set[str] = set()
    for piece in soup.find_all(["img", "video", "audio", "source", "div"]):
        target = piece.get("src") or (piece.get("id") if "gridItem" in (piece.get("class") or []) else None)
        if not isinstance(target, str) or target.startswith("data:"):
            continue
        found = files.named(target, member.path) if piece.get("src") else files.by_stem(target)
        key = (found.location or found.name) if found else ""
        if found and key not in seen:
            seen.add(key)
            yield found
