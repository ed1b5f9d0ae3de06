"""What `lodestar import` does with a format and a path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from assistant.cli.output import Answer, note, show
from assistant.cli.progress import progress_bar
from assistant.core.display import counted
from assistant.errors import UsageError
from assistant.settings import from_home

if TYPE_CHECKING:
    from assistant.core.incoming import Failure, Incoming, Remark
    from assistant.exchange.options import Options
    from assistant.services.bring_in import Imported
    from assistant.services.preview import Preview

NAMED: Final = 20
"""Failures and remarks that are written out for a person; `--json` lists all."""


def list_formats(as_json: bool) -> None:
    """Name the formats."""
    from assistant.exchange.formats import FORMATS

    answer: list[Mapping[str, object]] = [{"format": one.name, "title": one.title} for one in FORMATS]
    show(answer, as_json, lambda: "\n".join(f"{one.name:<14} {one.title}" for one in FORMATS))


@dataclass(frozen=True, slots=True)
class Said:
    """What the person said about the files, as they typed it."""

    password_file: Path | None = None
    columns: str | None = None
    timezone: str | None = None
    order: str | None = None


def bring(folder: Path | None, format_name: str, path: Path, said: Said, *, preview: bool, as_json: bool) -> None:
    """Bring in what a file or folder holds, or show what would come in."""
    from assistant.bootstrap.assembly import Assembly
    from assistant.exchange.formats import format_named
    from assistant.exchange.source import open_source
    from assistant.services.bring_in import BringIn

    options = _options(said)
    with open_source(from_home(path)) as source, progress_bar("bringing in") as progress:
        chosen = format_named(format_name, source)
        items = chosen.read(source, options)
        if preview:
            _show_preview(items, chosen.name, as_json)
            return
        with Assembly.of(folder, make=True) as parts:
            done = BringIn(parts.vault, parts.now).run(items, progress)
    show(_answer(done, chosen.name), as_json, lambda: _words(done))
    if done.failed and not done.imported and not done.unchanged:
        raise typer.Exit(1)


def _options(said: Said) -> Options:
    from assistant.exchange.dates import Order, local_zone, zone_named
    from assistant.exchange.options import Options

    zone = zone_named(said.timezone) if said.timezone else local_zone()
    if zone is None:
        raise UsageError(f"there is no time zone “{said.timezone}”", "For example Europe/Berlin, or +02:00.")
    order = Order(said.order.replace("-", " ")) if said.order else None
    return Options(zone, _password(said.password_file), _columns(said.columns), order)


def _password(file: Path | None) -> str | None:
    if file is None:
        return None
    try:
        return from_home(file).read_text(encoding="utf8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"the password file {file} cannot be read") from error


def _columns(text: str | None) -> dict[str, str]:
    columns = {}
    for pair in filter(None, (text or "").split(",")):
        field, separator, column = pair.partition("=")
        if not separator or not column.strip():
            raise UsageError(f"“{pair}” is not a column", "Write --columns date=Created,text=Note")
        columns[field.strip().lower()] = column.strip()
    return columns


def _answer(done: Imported, format_name: str) -> Answer:
    return {
        "imported": done.imported,
        "unchanged": done.unchanged,
        "failed": listed_failures(done.failed),
        "failed_beyond": done.failed_beyond,
        "remarks": [{"source": one.source, "remark": one.said} for one in done.remarks],
        "format": format_name,
    }


def listed_failures(failed: Iterable[Failure]) -> list[Mapping[str, object]]:
    """Return what could not be read, as the answer lists it."""
    return [{"source": one.source, "reason": one.reason} for one in failed]


def named_failures(failed: Iterable[Failure], count: int) -> Iterator[str]:
    """Yield a line for each of the first of so many failures, and one for the rest."""
    yield from (f"  {one.source}: {one.reason}" for one in islice(failed, NAMED))
    if count > NAMED:
        yield f"  and {count - NAMED} more; --json lists them."


def _words(done: Imported) -> str:
    lines = [f"{done.imported} brought in, {done.unchanged} here already."]
    return "\n".join((*lines, *_told(done.failed, done.remarks, done.failed_beyond)))


def _told(failed: tuple[Failure, ...], remarks: tuple[Remark, ...], beyond: int) -> Iterable[str]:
    count = len(failed) + beyond
    if count:
        yield f"{count} could not be read:"
        yield from named_failures(failed, count)
    yield from (f"  note: {one.source}: {one.said}" for one in islice(remarks, NAMED))
    if len(remarks) > NAMED:
        yield f"  and {len(remarks) - NAMED} more notes; --json lists them."


def _show_preview(items: Iterable[Incoming], format_name: str, as_json: bool) -> None:
    from assistant.services.preview import look_ahead

    seen = look_ahead(items)
    note("Nothing is saved: this is a look ahead.")
    answer: dict[str, object] = {
        "format": format_name,
        "would_import": seen.entries,
        "first": seen.first.isoformat() if seen.first else None,
        "last": seen.last.isoformat() if seen.last else None,
        "attachments": seen.attachments,
        "sample": [
            {
                "date": one.written_at.isoformat(),
                "title": one.title,
                "source_id": one.source_id,
                "begins": seen.begin(one),
            }
            for one in seen.sample
        ],
        "failed": listed_failures(seen.failed),
        "remarks": [{"source": one.source, "remark": one.said} for one in seen.remarks],
    }
    show(answer, as_json, lambda: _preview_words(seen, format_name))


def _preview_words(seen: Preview, format_name: str) -> str:
    reach = f", {seen.first:%d %B %Y} to {seen.last:%d %B %Y}" if seen.first and seen.last else ""
    entries, attachments = counted(seen.entries, "entry", "entries"), counted(seen.attachments, "attachment")
    lines = [f"Read as {format_name}: {entries}{reach}, {attachments}."]
    lines += [f"  {one.written_at:%Y-%m-%d %H:%M}  {seen.begin(one)}" for one in seen.sample]
    return "\n".join((*lines, *_told(seen.failed, seen.remarks, 0)))
