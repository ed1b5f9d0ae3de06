"""Write the vault as one HTML file to read, print or keep: nothing in it is fetched from anywhere."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from assistant.core.display import without_controls
from assistant.core.incoming import Answered, Kept, RecordVersion, Revised
from assistant.core.record_words import wording_of
from assistant.exchange.files_out import write_lines

_HEAD: Final = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Journal</title>
<style>
:root { color-scheme: light dark }
body { font: 1.05rem/1.6 Georgia, serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem }
h1, h2, time, nav { font-family: system-ui, sans-serif }
article { margin: 2rem 0; break-inside: avoid-page }
time { font-size: .85rem; opacity: .75 }
blockquote { border-left: .2rem solid; margin-left: 0; padding-left: 1rem; opacity: .85 }
pre { white-space: pre-wrap }
</style></head><body>"""


def write_book(kept: Iterable[Kept], path: Path) -> int:
    """Write entries by year and month, the coach's replies under them, records at the end; return how many entries."""
    entries: list[Revised] = []
    answers: dict[str, Answered] = {}
    records: dict[str, RecordVersion] = {}
    for one in kept:
        if isinstance(one, Revised):
            entries.append(one)
        elif isinstance(one, Answered):
            answers[one.entry] = one
        elif isinstance(one, RecordVersion):
            records[one.record.id] = one
    write_lines(path, _pages(entries, answers, list(records.values())))
    return len(entries)


def _pages(entries: list[Revised], answers: dict[str, Answered], records: list[RecordVersion]) -> Iterator[str]:
    render = _renderer()
    yield _HEAD
    years = sorted({one.writing.written_at.year for one in entries})
    yield "<nav>" + " ".join(f'<a href="#y{year}">{year}</a>' for year in years) + "</nav>"
    for year, of_year in groupby(entries, lambda one: one.writing.written_at.year):
        yield f'<h1 id="y{year}">{year}</h1>'
        for month, of_month in groupby(of_year, lambda one: f"{one.writing.written_at:%B}"):
            yield f"<h2>{month}</h2>"
            for one in of_month:
                yield _article(one, answers.get(one.entry), render)
    if records:
        yield "<h1>Records</h1>"
        yield from (_record(version) for version in records)
    yield "</body></html>"


def _article(one: Revised, answer: Answered | None, render: Callable[[str], str]) -> str:
    writing = one.writing
    title = f"<h3>{_text(writing.title)}</h3>" if writing.title else ""
    beside = "".join(f"<p>📎 {_text(attachment.name)}</p>" for attachment in writing.attachments)
    reply = f"<blockquote>{render(answer.reply.text)}</blockquote>" if answer else ""
    moment = f'<time datetime="{writing.written_at.isoformat()}">{writing.written_at:%A %d %B %Y, %H:%M}</time>'
    return f"<article>{moment}{title}{render(writing.text)}{beside}{reply}</article>"


def _record(version: RecordVersion) -> str:
    kind = type(version.record).__name__
    gone = ", taken back" if version.withdrawn_at else ""
    return f"<p><b>{kind}</b>, {version.set_at:%d %B %Y}{gone}: {_text(wording_of(version.record))}</p>"


def _text(text: str) -> str:
    return html.escape(without_controls(text))


def _renderer() -> Callable[[str], str]:
    """Return what renders Markdown: HTML in the text shows as it was typed, and no image is ever loaded."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "breaks": True}).disable("image")
    return lambda text: str(parser.render(without_controls(text)))
