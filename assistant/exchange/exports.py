"""The formats that a vault can be taken out in: their names, what they are, and who writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from assistant.core.incoming import Kept, Revised
from assistant.errors import UsageError
from assistant.exchange.export_book import write_book
from assistant.exchange.export_lines import write_dayone, write_jrnl, write_jsonl
from assistant.exchange.export_markdown import MarkdownFolder
from assistant.exchange.files_out import whole_folder


@dataclass(frozen=True, slots=True)
class Export:
    """One format: what it is, and who writes it."""

    name: str
    title: str
    write: Callable[[Iterable[Kept], Path], int] = field(repr=False)
    """Write to a path that is free; return how many entries. Raises UsageError, DiskFull, VaultReadOnly."""


def _markdown(kept: Iterable[Kept], path: Path) -> int:
    with whole_folder(path) as beside:
        folder = MarkdownFolder(beside)
        for one in kept:
            folder.add(one)
        return folder.finish().entries


def _entries(kept: Iterable[Kept]) -> Iterator[Revised]:
    return (one for one in kept if isinstance(one, Revised))


EXPORTS: Final[tuple[Export, ...]] = (
    Export("markdown", "a folder of Markdown notes, readable by anyone; read back whole", _markdown),
    Export("jsonl", "one JSON object a line; read back whole", write_jsonl),
    Export("html", "one HTML file: a book to read or print", write_book),
    Export("jrnl", "the JSON of jrnl: entries only", lambda kept, path: write_jrnl(_entries(kept), path)),
    Export(
        "dayone", "Day One's JSON (.zip or .json): entries only", lambda kept, path: write_dayone(_entries(kept), path)
    ),
)


def export_named(name: str) -> Export:
    """Return the format of that name. Raises UsageError."""
    for one in EXPORTS:
        if one.name == name.lower():
            return one
    raise UsageError(f"there is no export “{name}”", f"Known: {', '.join(one.name for one in EXPORTS)}.")
