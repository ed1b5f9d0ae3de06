"""Hold a conversation in lines of JSON about whether a line shows a belief."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assistant.cli.beliefs import quoted
from assistant.cli.output import Answer, converse_in_lines, text_of
from assistant.core.ids import EntryId, RecordId
from assistant.errors import UsageError

if TYPE_CHECKING:
    from assistant.bootstrap.assembly import Assembly
    from assistant.services.confirm import Asked

_KEYS: Final = frozenset({"state", "belief", "entry", "answer"})


async def confirm_in_lines(vault: Path | None) -> None:
    """Answer each line with the next candidate, or that no yes is expected any more."""
    from assistant.bootstrap.assembly import Assembly
    from assistant.cli.progress import read_linked

    async with Assembly.of(vault) as parts:
        read_linked(parts)

        async def answer(line: dict[str, object]) -> AsyncIterator[Answer]:
            yield _answered(await _next(parts, line))

        await converse_in_lines(_KEYS, answer)


async def _next(parts: Assembly, line: dict[str, object]) -> Asked:
    confirm = parts.insight.confirm
    if "state" in line:
        if len(line) > 1:
            raise UsageError("“state” stands alone", "The answer names the belief's id.")
        return await confirm.state(text_of(line, "state"))
    identity = RecordId(text_of(line, "belief"))
    if "entry" not in line and "answer" not in line:
        return await confirm.resume(identity)
    yes = line.get("answer")
    if not isinstance(yes, bool):
        raise UsageError("“answer” is true or false")
    return await confirm.answer(identity, EntryId(text_of(line, "entry")), yes, parts.now())


def _answered(asked: Asked) -> dict[str, object]:
    if asked.line is None:
        return {"belief": asked.belief, "done": True}
    return {"belief": asked.belief, **quoted(asked.line)}
