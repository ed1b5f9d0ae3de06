"""Commands that show what the code heard and found."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import typer

from assistant.cli.output import Answer, JsonlFlag, converse_in_lines, run, text_of
from assistant.errors import UsageError

if TYPE_CHECKING:
    from assistant.core.reading import Reading


def register(app: typer.Typer) -> None:
    """Add these commands to the front door."""
    app.command()(read)


def read(as_jsonl: JsonlFlag = False) -> None:
    """Say what the code hears in a text: assumptions, commitments, areas, links, distress. Needs no vault."""
    if not as_jsonl:
        raise UsageError('read takes --jsonl and one {"text": …} a line')
    run(_read())


async def _read() -> None:
    from assistant.bootstrap.assembly import Assembly

    async with Assembly.without_vault() as parts:

        async def answer(line: dict[str, object]) -> AsyncIterator[Answer]:
            text = text_of(line, "text")
            yield reading_answer(text, await parts.hear(text))

        await converse_in_lines(frozenset({"text"}), answer)


def reading_answer(text: str, reading: Reading) -> Answer:
    """Return a reading in the form of the command line's contract."""
    return {
        "assumptions": [
            {
                "quote": found.span.of(text),
                "span": [found.span.start, found.span.end],
                "kind": found.kind.value,
                "confidence": round(found.confidence, 3),
            }
            for found in reading.assumptions
        ],
        "commitments": [
            {
                "quote": found.span.of(text),
                "span": [found.span.start, found.span.end],
                "what": found.what,
                "due": found.due.isoformat() if found.due else found.due_words,
            }
            for found in reading.promises
        ],
        "areas": [{"area": found.area, "score": round(found.score, 3)} for found in reading.areas],
        "links": [
            {
                "cause": found.cause,
                "effect": found.effect,
                "sign": found.sign.value,
                "quote": found.span.of(text),
                "span": [found.span.start, found.span.end],
            }
            for found in reading.links
        ],
        "distress": reading.distress.word,
    }
