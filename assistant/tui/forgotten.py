"""What stands on a page and was forgotten or changed since, in another place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from assistant.tui.turns import CoachTurn, PersonTurn

if TYPE_CHECKING:
    from assistant.core.dialogue import Reply
    from assistant.core.entry import Entry, Quotation
    from assistant.core.ids import EntryId
    from assistant.ports import EntryStore, Vault
    from assistant.services.opening import Opening

SESSIONS_LOOKED_AT: Final = 20
"""How far back today's free conversation, or a question that was left open, is looked for among what came after it."""


def still_said(entries: EntryStore, lines: Iterable[Quotation]) -> bool:
    """Tell whether every line still stands in its entry. Raises what reading the vault raises."""
    quoted = list(lines)
    texts = {entry.id: entry.text for entry in entries.get_many([line.entry for line in quoted])}
    return all(line.text in texts.get(line.entry, "") for line in quoted)


def opening_stands(vault: Vault, opening: Opening) -> bool:
    """Tell whether what an empty page brought back is all still there. Raises what reading the vault raises."""
    turns = (turn for session in vault.sessions.sessions(SESSIONS_LOOKED_AT) for turn in session.turns)
    asked = {turn.reply.question for turn in turns if turn.reply is not None}
    return opening.open_question in {None, *asked} and still_said(vault.entries, opening.on_this_day)


async def take_off(vault: Vault, turns: Iterable[PersonTurn | CoachTurn]) -> frozenset[EntryId]:
    """Take off the page what the vault does not hold any more; return the entries whose turn changed or went.

    A turn of no entry, such as a question that opens a talk, stays. Raises what reading the vault raises.
    """
    shown = [turn for turn in turns if turn.entry is not None]
    found = vault.entries.get_many([turn.entry for turn in shown if turn.entry is not None])
    entries, replies = {entry.id: entry for entry in found}, _replies(vault, found)
    changed: set[EntryId] = set()
    for turn in shown:
        assert turn.entry is not None
        entry, reply = entries.get(turn.entry), replies.get(turn.entry)
        if isinstance(turn, CoachTurn):
            stands = reply is not None and reply.text == turn.reply.text
        else:
            stands = entry is not None and entry.text == turn.said
        if stands:
            continue
        changed.add(turn.entry)
        if isinstance(turn, PersonTurn) and entry is not None:
            turn.say(entry.text)
        else:
            await turn.remove()
    return frozenset(changed)


def _replies(vault: Vault, entries: Iterable[Entry]) -> dict[EntryId, Reply | None]:
    sessions = {entry.session for entry in entries if entry.session is not None}
    return {turn.entry: turn.reply for session in sessions for turn in vault.sessions.session(session).turns}
