"""Write small files and read them as a format does."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import timedelta, timezone
from pathlib import Path

from assistant.core.entry import Writing
from assistant.core.incoming import Failure, Incoming, Remark, Revised
from assistant.exchange.formats import format_named
from assistant.exchange.options import Options
from assistant.exchange.source import open_source

EAST = timezone(timedelta(hours=2))
OPTIONS = Options(zone=EAST)

Content = str | bytes


def folder_of(place: Path, files: Mapping[str, Content]) -> Path:
    """Write files under a folder and return it."""
    for name, content in files.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf8", "surrogatepass"))
    return place


def zip_of(place: Path, files: Mapping[str, Content]) -> Path:
    """Pack files into an archive and return it."""
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return place


def items(name: str, path: Path, options: Options = OPTIONS) -> list[Incoming]:
    """Return everything that a format reads from a path."""
    with open_source(path) as source:
        return list(format_named(name, source).read(source, options))


def writings(found: list[Incoming]) -> list[Writing]:
    """Return the writings among what was read."""
    return [one.writing if isinstance(one, Revised) else one for one in found if isinstance(one, Writing | Revised)]


def failures(found: list[Incoming]) -> list[Failure]:
    """Return the failures among what was read."""
    return [one for one in found if isinstance(one, Failure)]


def remarks(found: list[Incoming]) -> list[Remark]:
    """Return the remarks among what was read."""
    return [one for one in found if isinstance(one, Remark)]


def days(found: list[Incoming]) -> list[str]:
    """Return the local days of the writings."""
    return [one.written_at.date().isoformat() for one in writings(found)]
