"""Commands that put words in and bring them back: init, write, import, show, search."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.bootstrap.secrets import new_passphrase
from assistant.cli.output import (
    Answer,
    Context,
    JsonFlag,
    JsonlFlag,
    converse_in_lines,
    note,
    run,
    show,
    text_of,
)
from assistant.errors import UsageError

if TYPE_CHECKING:
    from assistant.core.entry import Entry
    from assistant.core.recollection import Recalled


NEAREST_SHOWN = 3
"""Lines shown where nothing seems to answer: of four questions that an entry does answer, one or two are so far from
its words that this is all a search can say."""


class DayOrder(StrEnum):
    """Which number of a date such as 05/06/2024 is the day."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


def register(app: typer.Typer) -> None:
    """Add these commands to the front door."""
    for command in (init, write, search):
        app.command()(command)
    app.command("import")(bring_in)
    app.command("show")(show_entry)


def init(
    context: typer.Context,
    encrypt: Annotated[bool, typer.Option("--encrypt", help="Protect it with a passphrase.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """Make a vault: the folder that holds your words."""
    from assistant import vault
    from assistant.bootstrap.assembly import vault_folder

    folder = vault_folder(_chosen(context).vault)
    made = vault.create(folder, passphrase=new_passphrase() if encrypt else None)
    made.vault.close()
    if made.recovery_code:
        note(f"Recovery code, shown this once. Write it down on paper:\n\n    {made.recovery_code}\n")
    show({"vault": str(folder)}, as_json, lambda: f"A vault for your words: {folder}")


def write(
    context: typer.Context,
    text: Annotated[
        str, typer.Argument(metavar="[TEXT or -]", help="The words; - or nothing reads them from a pipe.")
    ] = "-",
    date: Annotated[
        str | None, typer.Option("--date", metavar="D", help="When it was written (ISO 8601); else now.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="T")] = None,
    as_json: JsonFlag = False,
) -> None:
    """Save words. Returns when they are on disk; nothing is asked."""
    from assistant.bootstrap.assembly import Assembly
    from assistant.core.entry import Writing

    words = _piped() if text == "-" else text
    if not words.strip():
        raise UsageError("there are no words to save", 'Say them: lodestar write "Today …"')
    with Assembly.of(_chosen(context).vault, make=True) as parts:
        moment = parts.moment(date)
        entry = parts.vault.entries.add(Writing(moment, words, title=title))
    show({"entry": entry.id, "date": entry.written_at.isoformat()}, as_json, lambda: f"Saved as {entry.id}.")


def bring_in(
    context: typer.Context,
    format_name: Annotated[
        str | None, typer.Argument(metavar="FORMAT", help="See --list; `guess` looks at the files.")
    ] = None,
    path: Annotated[Path | None, typer.Argument(metavar="PATH", help="A file or folder.")] = None,
    listing: Annotated[bool, typer.Option("--list", help="Name the formats and stop.")] = False,
    preview: Annotated[bool, typer.Option("--dry-run", help="Show what would come in; save nothing.")] = False,
    password_file: Annotated[Path | None, typer.Option("--password-file", help="For encrypted sources.")] = None,
    columns: Annotated[
        str | None, typer.Option("--columns", metavar="MAP", help="For csv: date=…,text=…,title=…")
    ] = None,
    timezone: Annotated[
        str | None, typer.Option("--timezone", metavar="ZONE", help="Of dates that carry none; else this machine's.")
    ] = None,
    order: Annotated[
        DayOrder | None, typer.Option("--dates", help="Which comes first in 05/06/2024, where the files leave it open.")
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Bring in a journal from another program; a second run brings nothing in twice."""
    from assistant.cli.bringing import Said, bring, list_formats

    if listing:
        list_formats(as_json)
        return
    if format_name is None or path is None:
        raise UsageError("import needs a format and a path", "For example: lodestar import markdown ~/journal")
    said = Said(password_file, columns, timezone, order)
    bring(_chosen(context).vault, format_name, path, said, preview=preview, as_json=as_json)


def show_entry(
    context: typer.Context,
    entry: Annotated[str, typer.Argument(metavar="ENTRY")],
    as_json: JsonFlag = False,
) -> None:
    """Show one entry whole."""
    from assistant.bootstrap.assembly import Assembly
    from assistant.core.ids import EntryId

    with Assembly.of(_chosen(context).vault) as parts:
        found = parts.vault.entries.get(EntryId(entry))
    show(_entry_answer(found), as_json, lambda: f"{found.written_at:%A %d %B %Y, %H:%M}\n\n{found.text}")


def search(
    context: typer.Context,
    query: Annotated[str | None, typer.Argument(metavar="QUERY")] = None,
    count: Annotated[int, typer.Option("-k", min=1, max=1000, help="At most so many entries.")] = 10,
    since: Annotated[str | None, typer.Option("--since", metavar="D")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="D")] = None,
    as_json: JsonFlag = False,
    as_jsonl: JsonlFlag = False,
) -> None:
    """Find what you wrote: by words, by meaning, by the calendar."""
    if (query is None) != as_jsonl:
        raise UsageError("name what to look for, or give --jsonl and one query a line")
    run(_search(_chosen(context).vault, query, count, since, until, as_json))


async def _search(
    folder: Path | None, query: str | None, count: int, since: str | None, until: str | None, as_json: bool
) -> None:
    from assistant.bootstrap.assembly import Assembly
    from assistant.cli.progress import catch_up

    async with Assembly.of(folder) as parts:
        first, last = parts.day(since), parts.day(until)
        await catch_up(parts)
        if query is not None:
            recalled = await parts.recall.search(query, count, first, last)
            show(_recalled_answer(recalled), as_json, lambda: _recalled_words(recalled))
            return

        async def answer(line: dict[str, object]) -> AsyncIterator[Answer]:
            wanted = line.get("k", count)
            if not isinstance(wanted, int) or isinstance(wanted, bool) or not 1 <= wanted <= 1000:
                raise UsageError("“k” must be a whole number from 1 to 1000")
            yield _recalled_answer(await parts.recall.search(text_of(line, "query"), wanted, first, last))

        await converse_in_lines(frozenset({"query", "k"}), answer)


def _chosen(context: typer.Context) -> Context:
    return context.ensure_object(Context)


def _piped() -> str:
    from assistant.cli.standard_input import piped_words

    if sys.stdin.isatty():
        note("Write, then end with Ctrl+D on a line of its own.")
    return piped_words()


def _entry_answer(entry: Entry) -> Answer:
    return {
        "entry": entry.id,
        "date": entry.written_at.isoformat(),
        "text": entry.text,
        "title": entry.title,
        "source_id": entry.source_id,
    }


def _recalled_answer(recalled: Recalled) -> Answer:
    hits = [
        {
            "entry": hit.quotation.entry,
            "source_id": hit.quotation.source_id,
            "date": hit.quotation.written_at.isoformat(),
            "quote": hit.quotation.text,
            "span": [hit.quotation.span.start, hit.quotation.span.end],
            "score": round(hit.score, 4),
        }
        for hit in recalled.recollections
    ]
    return {"query": recalled.query, "hits": hits, "found": recalled.found}


def _recalled_words(recalled: Recalled) -> str:
    quoted = [hit.quotation for hit in recalled.recollections]
    lines = [f"{line.written_at:%d %b %Y}  {' '.join(line.text.split())}  [{line.entry}]" for line in quoted]
    if recalled.found:
        return "\n".join(lines)
    nearest = ["The nearest lines, which may have nothing to do with it:", *lines[:NEAREST_SHOWN]] if lines else []
    return "\n".join(["Nothing stored seems to bear on that.", *nearest])
