"""Read of a folder only what is new in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from assistant.core.incoming import Failure, Incoming
from assistant.errors import LodestarError
from assistant.exchange.formats import format_named
from assistant.exchange.markdown import NOTES
from assistant.exchange.options import Options
from assistant.exchange.source import Member, Source, open_source

IsNew = Callable[[str, str], bool]


def read_new(folder: Path, format_name: str, is_new: IsNew, options: Options) -> Iterator[Incoming]:
    """Yield what the new and changed files of a folder hold.

    A folder that cannot be read, or not in that format, is a failure under its whole path.
    """
    try:
        with open_source(folder) as source:
            fresh = replace(source, _list=lambda: _fresh(source, is_new))
            yield from format_named(format_name, source).read(fresh, options)
    except LodestarError as error:
        yield Failure(str(folder), error.message)


def _fresh(source: Source, is_new: IsNew) -> Iterator[Member | Failure]:
    """Yield what has changed; a file that is no text is always there, so that notes can point at it."""
    for member in source.members():
        if isinstance(member, Failure) or member.suffix not in NOTES or is_new(member.name, _stamp(member)):
            yield member


def _stamp(member: Member) -> str:
    return f"{member.content_bytes} {member.modified.timestamp() if member.modified else 0:.6f}"
