"""Write the vault as other programs read it in one file: JSON lines, jrnl's JSON, Day One's JSON."""

from __future__ import annotations

import json
import re
import uuid
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC
from pathlib import Path
from typing import Final

from assistant.core.incoming import Kept, Revised
from assistant.exchange.files_out import whole_file, write_lines
from assistant.exchange.own_lines import line_of

_NAMESPACE: Final = uuid.UUID("6f0f2a4e-6c0b-4d0e-9a53-0a3d6d0c1f57")
"""Drawn once; with an entry's id it gives the same Day One id at every export."""
_PUNCTUATION: Final = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_LONE: Final = re.compile("[\ud800-\udfff]")


def write_jsonl(kept: Iterable[Kept], path: Path) -> int:
    """Write everything as a JSON object a line; return how many entries that were."""
    count = 0

    def lines() -> Iterator[str]:
        nonlocal count
        for one in kept:
            count += isinstance(one, Revised)
            yield line_of(one)

    write_lines(path, lines())
    return count


def write_jrnl(entries: Iterable[Revised], path: Path) -> int:
    """Write entries as `jrnl --format json` does, to the minute; return how many."""
    made: list[dict[str, object]] = []
    tags: Counter[str] = Counter()
    for one in entries:
        made.append(_for_jrnl(one))
        tags.update(f"@{_clean(tag)}" for tag in one.writing.tags)
    _write_json({"tags": dict(tags), "entries": made}, path)
    return len(made)


def _for_jrnl(one: Revised) -> dict[str, object]:
    writing = one.writing
    title, _, body = (f"{writing.title}\n{writing.text}" if writing.title else writing.text).partition("\n")
    return {
        "title": _clean(title),
        "body": _clean(body),
        "date": f"{writing.written_at:%Y-%m-%d}",
        "time": f"{writing.written_at:%H:%M}",
        "tags": [f"@{_clean(tag)}" for tag in writing.tags],
        "starred": False,
        "uuid": one.entry,
    }


def write_dayone(entries: Iterable[Revised], path: Path) -> int:
    """Write entries as Day One imports them: a zip with Journal.json, or the JSON alone; return how many."""
    made = [_for_dayone(one) for one in entries]
    document = {"metadata": {"version": "1.0"}, "entries": made}
    if path.suffix.lower() != ".zip":
        _write_json(document, path)
        return len(made)
    with whole_file(path) as stream, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Journal.json", json.dumps(document, ensure_ascii=False, indent=1))
    return len(made)


def _for_dayone(one: Revised) -> dict[str, object]:
    writing = one.writing
    offset = writing.written_at.utcoffset()
    minutes = round(offset.total_seconds() / 60) if offset else 0
    text = f"# {writing.title}\n\n{writing.text}" if writing.title else writing.text
    return {
        "uuid": uuid.uuid5(_NAMESPACE, one.entry).hex.upper(),
        "creationDate": f"{writing.written_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "timeZone": f"GMT{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}{abs(minutes) % 60:02d}",
        "text": _clean(_PUNCTUATION.sub(r"\\\\", text)),
        "tags": [_clean(tag) for tag in writing.tags],
        "starred": False,
    }


def _write_json(document: object, path: Path) -> None:
    with whole_file(path) as stream:
        stream.write(json.dumps(document, ensure_ascii=False, indent=1).encode("utf8"))


def _clean(text: str) -> str:
    """Return a text that every program can read as UTF-8: a lone surrogate becomes the mark for a lost character."""
    return _LONE.sub("\ufffd", text)
