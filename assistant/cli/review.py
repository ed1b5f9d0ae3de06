"""The command for the review of a quarter, a month, a year or any other days."""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.output import Answer, Context, JsonlFlag, converse_in_lines, note, printable, run, text_of
from assistant.errors import UsageError
from assistant.settings import from_home

if TYPE_CHECKING:
    from assistant.bootstrap.assembly import Assembly
    from assistant.core.period import Period


def register(app: typer.Typer) -> None:
    """Add the command to the front door."""
    app.command()(review)


def review(
    context: typer.Context,
    period: Annotated[
        str | None, typer.Argument(metavar="[PERIOD]", help="2026-Q3, 2026-09 or 2026; this quarter without it.")
    ] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="D", help="First day, with --until.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="D", help="Last day, with --since.")] = None,
    form: Annotated[str, typer.Option("--format", metavar="F", help="md, html or json.")] = "md",
    out: Annotated[Path | None, typer.Option("--out", metavar="F", help="Write it into this file.")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Take the place of a file that is there.")] = False,
    close: Annotated[bool, typer.Option("--close", help="Talk over the questions that it ends with.")] = False,
    as_jsonl: JsonlFlag = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Look back: what you wrote, wanted, kept saying and did, dated, with three questions."""
    if form not in ("md", "html", "json"):
        raise UsageError(f"no such form: {form}", "There are md, html and json.")
    if close or as_jsonl:
        run(_close(context.ensure_object(Context).vault, period, (since, until), as_jsonl))
        return
    folder, form = context.ensure_object(Context).vault, "json" if as_json else form
    run(_review(folder, period, (since, until), form, out, replace))


async def _review(
    folder: Path | None,
    name: str | None,
    days: tuple[str | None, str | None],
    form: str,
    out: Path | None,
    replace: bool,
) -> None:
    from assistant.bootstrap.assembly import Assembly
    from assistant.bootstrap.reviews import Form
    from assistant.cli.progress import progress_bar, read_linked
    from assistant.exchange.files_out import whole_file

    async with Assembly.of(folder) as parts:
        period = _period(parts, name, *days)
        read_linked(parts)
        with progress_bar("reading what is new") as progress:
            page = await parts.reviews.page(period, Form(form), progress)
    if out is None:
        sys.stdout.write(printable(page))
        return
    with whole_file(from_home(out), replace=replace) as file:
        file.write(page.encode("utf8", "backslashreplace"))
    note(f"{out}: {period.name}")


async def _close(folder: Path | None, name: str | None, days: tuple[str | None, str | None], as_jsonl: bool) -> None:
    """Say the first question, then take each line as the answer to the question before it."""
    from assistant.bootstrap.assembly import Assembly
    from assistant.cli.progress import progress_bar, read_linked
    from assistant.cli.talk import exchange_answer, talk_in_terminal

    async with Assembly.of(folder) as parts:
        period = _period(parts, name, *days)
        read_linked(parts)
        with progress_bar("reading what is new") as progress:
            closing = await parts.reviews.closing(period, progress)
        converse, session = await parts.converse(guide=closing), parts.new_session()
        opening = closing.opening(session)
        if not as_jsonl:
            await talk_in_terminal(session, converse.reply, opening)
            return

        async def answer(line: dict[str, object]) -> AsyncIterator[Answer]:
            yield exchange_answer(session, await converse.reply(session, text_of(line, "text")))

        print(
            json.dumps({"review": period.name, "session": session, "opening": opening}, ensure_ascii=False), flush=True
        )
        await converse_in_lines(frozenset({"text"}), answer)


def _period(parts: Assembly, name: str | None, since: str | None, until: str | None) -> Period:
    """Return the period that the options name; this quarter where they name none. Raises UsageError."""
    from assistant.core.period import period_between, period_named

    if name is not None and (since or until):
        raise UsageError("name a period, or give --since and --until, not both")
    if since or until:
        first, last = parts.day(since), parts.day(until) or parts.now().date()
        if first is None:
            raise UsageError("--until needs --since", "For example: --since 2026-01-05 --until 2026-02-10")
        if last < first:
            raise UsageError(f"{last} is before {first}", "Give the earlier day to --since.")
        return period_between(first, last)
    today = parts.now().date()
    try:
        return period_named(name or f"{today.year:04}-Q{(today.month + 2) // 3}")
    except ValueError as error:
        raise UsageError(f"{name}: not a period", "A period is 2026-Q3, 2026-09 or 2026.") from error
