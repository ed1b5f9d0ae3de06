"""Commands that converse: chat, and challenge for the assumptions in a text."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.output import (
    Answer,
    Context,
    JsonFlag,
    JsonlFlag,
    converse_in_lines,
    note,
    printable,
    run,
    show,
    text_of,
)
from assistant.errors import UsageError

if TYPE_CHECKING:
    from assistant.core.ids import SessionId
    from assistant.services.converse import Exchange

DEFAULT_SESSION = "evening"
_ENTRY_ID = re.compile(r"[0-9a-f]{16}")


def register(app: typer.Typer) -> None:
    """Add these commands to the front door."""
    app.command()(chat)
    app.command()(challenge)


def chat(
    context: typer.Context,
    as_jsonl: JsonlFlag = False,
    voice: Annotated[
        str | None,
        typer.Option("--voice", metavar="V", help="For testing: model, base, bank or script:FILE."),
    ] = None,
    practice: Annotated[
        str | None, typer.Option("--practice", metavar="P", help="Go through a practice: see practice --list.")
    ] = None,
) -> None:
    """Talk: one good question at a time. Your words are saved before anything else happens."""
    if voice is not None and voice not in ("model", "base", "bank") and not voice.startswith("script:"):
        raise UsageError(f"unknown voice “{voice}”", "model, base, bank or script:FILE.")
    run(_chat(context.ensure_object(Context).vault, voice, practice, as_jsonl))


async def _chat(folder: Path | None, voice: str | None, practice: str | None, as_jsonl: bool) -> None:
    from assistant.bootstrap.assembly import Assembly
    from assistant.cli.progress import catch_up
    from assistant.core.ids import SessionId

    async with Assembly.of(folder, make=not as_jsonl) as parts:
        converse = await parts.converse(voice, practice)
        await catch_up(parts)
        if not as_jsonl:
            session = parts.new_session()
            opening = parts.practise(practice).opening(session) if practice else ""
            await talk_in_terminal(session, converse.reply, opening)
            return

        async def answer(line: dict[str, object]) -> AsyncIterator[Answer]:
            session = SessionId(text_of(line, "session") if "session" in line else DEFAULT_SESSION)
            text = text_of(line, "text")
            if not text.strip():
                raise UsageError("“text” holds no words")
            exchange = await converse.reply(session, text)
            tell_trouble(exchange)
            yield exchange_answer(session, exchange)

        await converse_in_lines(frozenset({"session", "text"}), answer)


def challenge(
    context: typer.Context,
    what: Annotated[str, typer.Argument(metavar="ENTRY or TEXT", help="An entry's id, or the words themselves.")],
    as_json: JsonFlag = False,
) -> None:
    """Show the assumptions in an entry or a text, with a question for each."""
    run(_challenge(context.ensure_object(Context).vault, what, as_json))


async def _challenge(folder: Path | None, what: str, as_json: bool) -> None:
    from assistant.bootstrap.assembly import Assembly

    named = _ENTRY_ID.fullmatch(what.strip()) is not None
    async with Assembly.of(folder) if named else Assembly.without_vault() as parts:
        found, care = await parts.challenge(what.strip() if named else what, entry=named)
        answer: Answer = [
            {
                "quote": one.assumption.span.of(text),
                "span": [one.assumption.span.start, one.assumption.span.end],
                "kind": one.assumption.kind.value,
                "question": one.question,
            }
            for text, one in found
        ]
        lines = [f"“{one.assumption.span.of(text)}”\n  {one.question}" for text, one in found]
        show(answer, as_json, lambda: "\n\n".join(lines) or care or "Nothing in it reads as an assumption.")


def exchange_answer(session: str, exchange: Exchange) -> Answer:
    """Return one exchange in the form of the command line's contract."""
    reply, memory = exchange.reply, exchange.reply.memory
    return {
        "session": session,
        "entry": exchange.entry.id,
        "reply": {
            "text": reply.text,
            "move": reply.move.value,
            "question_type": reply.question_type.value if reply.question_type else None,
            "question": reply.question,
            "memory": memory and {"entry": memory.entry, "date": memory.written_at.isoformat(), "quote": memory.text},
            "voice": reply.voice.value,
        },
        "distress": exchange.distress.word,
        "seconds": {"first_token": exchange.seconds.first_token, "total": exchange.seconds.total},
    }


def tell_trouble(exchange: Exchange) -> None:
    """Say why the question bank asks, where a model should have; what was written is safe in any case."""
    for reason in exchange.reasons:
        if reason.name == "voice":
            note(f"the question bank asks: {reason.detail}")


async def talk_in_terminal(
    session: SessionId, reply: Callable[[SessionId, str], Awaitable[Exchange]], opening: str = ""
) -> None:
    """Say how it opens, where the first line answers something; then answer each line, until the input ends."""
    from assistant.cli.standard_input import typed_lines

    note("Write a line; Ctrl+D ends.")
    if opening:
        print(printable(opening), flush=True)
    async for line in typed_lines():
        exchange = await reply(session, line)
        tell_trouble(exchange)
        if exchange.reply.memory is not None:
            memory = exchange.reply.memory
            print(printable(f"  ({memory.written_at:%d %B %Y}: “{memory.text}”)"))
        print(printable(exchange.reply.text), flush=True)
