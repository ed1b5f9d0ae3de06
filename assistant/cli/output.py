"""Print answers: JSON on standard output where asked for, words for people otherwise; errors as one line."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, TextIO, TypeVar

import typer

from assistant.errors import LodestarError, UsageError

JsonFlag = Annotated[bool, typer.Option("--json", help="Answer in JSON on standard output.")]
JsonlFlag = Annotated[bool, typer.Option("--jsonl", help="Read one JSON object a line; answer one a line.")]

T = TypeVar("T")

Answer = Mapping[str, object] | Sequence[Mapping[str, object]]


@dataclass(slots=True)
class Context:
    """What the options before the command chose."""

    vault: Path | None = None


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run what awaits to its end. asyncio is loaded only now: it takes a third of the time of `--help`."""
    import asyncio

    return asyncio.run(work)


def show(answer: Answer, as_json: bool, words: Callable[[], str]) -> None:
    """Print the answer as JSON, or what `words` makes of it."""
    if as_json:
        print(json.dumps(answer, ensure_ascii=False))
    else:
        print(printable(words()))


def note(line: str) -> None:
    """Say something to the person, beside the answer."""
    print(printable(line, sys.stderr), file=sys.stderr, flush=True)


def take_every_word() -> None:
    """Let standard output hold any text: in UTF-8 unless it is a terminal, and what has no bytes there as an escape.

    A vault may hold half an emoji that another program cut. Within JSON its escape means just that.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        encoding = None if sys.stdout.isatty() else "utf8"
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")


def printable(text: str, stream: TextIO | None = None) -> str:
    """Take out what could command the terminal; a text for a pipe stays as it is."""
    if not (stream or sys.stdout).isatty():
        return text
    from assistant.core.display import without_controls

    return without_controls(text)


def report(error: LodestarError, as_json: bool = False) -> None:
    """Say what failed, and what can be done, on standard error."""
    if as_json:
        print(json.dumps({"error": error.message, "hint": error.hint}, ensure_ascii=False))
    note(f"lodestar: {error.message}" + (f"\n  {error.hint}" if error.hint else ""))


def parsed(line: str, keys: frozenset[str]) -> dict[str, object]:
    """Return the JSON object of one line. Raises UsageError for anything else and for a key nobody reads."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"not a line of JSON: {error}") from error
    if not isinstance(value, dict):
        raise UsageError("each line is one JSON object")
    unknown = sorted(set(value) - keys)
    if unknown:
        raise UsageError(f"unknown key: {', '.join(unknown)}", f"Known: {', '.join(sorted(keys))}.")
    return value


def text_of(value: Mapping[str, object], key: str) -> str:
    """Return a text that a line must hold. Raises UsageError."""
    text = value.get(key)
    if not isinstance(text, str):
        raise UsageError(f"“{key}” must be a text")
    return text


async def converse_in_lines(keys: frozenset[str], answer: Callable[[dict[str, object]], AsyncIterator[Answer]]) -> None:
    """Answer each line of standard input with what `answer` makes of it, flushed, in the same order.

    A line that cannot be read or answered gets `{"error": …}` on a line of its own, and the next one is read.
    """
    from assistant.cli.standard_input import input_lines

    for line in input_lines():
        try:
            async for made in answer(parsed(line, keys)):
                print(json.dumps(made, ensure_ascii=False), flush=True)
        except LodestarError as error:
            print(json.dumps({"error": error.message}, ensure_ascii=False), flush=True)
