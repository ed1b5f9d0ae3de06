"""Keep conversations: which messages belong together and what was answered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from assistant.core.dialogue import Reply, Session, Turn
from assistant.core.ids import EntryId, SessionId
from assistant.core.incoming import Answered, Remembered
from assistant.errors import NotFound
from assistant.vault.connection import Database, exact
from assistant.vault.entry_rows import COLUMNS, entry_of
from assistant.vault.moments import moment_of, offset_seconds, utc_micros
from assistant.vault.record_json import packed, unpacked

_PAGE: Final = 256
PRACTICE = "practice"
"""The state whose JSON names the practice a session follows: a string, or an object with that key."""


class SqlSessions:
    """The sessions of one database. Fills the role `SessionStore`."""

    def __init__(self, database: Database) -> None:
        """Read and write that database."""
        self._database = database

    def answer(self, session: SessionId, entry: EntryId, reply: Reply, at: datetime) -> None:
        """Keep the reply to a message; a later reply takes its place. Raises NotFound."""
        changed = self._database.run(
            "INSERT OR REPLACE INTO replies(entry, session, answered_at, utc_offset, quoted, body)"
            " SELECT sequence, CAST(? AS TEXT), ?, ?, ?, ? FROM entries WHERE id = CAST(? AS TEXT)",
            (
                exact(session),
                utc_micros(at),
                offset_seconds(at),
                reply.memory.entry if reply.memory else None,
                packed(reply),
                exact(entry),
            ),
        )
        if not changed:
            raise NotFound(f"There is no message {entry!a} to answer.")

    def session(self, session: SessionId) -> Session:
        """Return a session with its turns in order. Raises NotFound."""
        rows = self._database.rows(
            f"SELECT {COLUMNS}, replies.body FROM entries LEFT JOIN replies ON replies.entry = entries.sequence"
            " WHERE entries.session = CAST(? AS TEXT) ORDER BY entries.moment, entries.sequence",
            (exact(session),),
        )
        if not rows:
            raise NotFound(f"There is no session {session!a}.")
        turns = []
        for *columns, body in rows:
            said = entry_of(tuple(columns))
            reply = None if body is None else unpacked(Reply, body)
            turns.append(Turn(said.id, said.text, said.written_at, reply))
        return Session(session, turns[0].said_at, tuple(turns), self._practice(session))

    def sessions(self, count: int) -> list[Session]:
        """Return the newest sessions, newest first."""
        rows = self._database.rows(
            "SELECT session FROM entries WHERE session IS NOT NULL GROUP BY session"
            " ORDER BY min(moment) DESC, min(sequence) DESC LIMIT ?",
            (max(count, 0),),
        )
        return [self.session(SessionId(session)) for (session,) in rows]

    def remember_state(self, session: SessionId, name: str, state: str) -> None:
        """Keep a named piece of a session's state (JSON) across restarts."""
        self._database.run(
            "INSERT OR REPLACE INTO session_states VALUES (CAST(? AS TEXT), ?, CAST(? AS TEXT))",
            (exact(session), name, exact(state)),
        )

    def state(self, session: SessionId, name: str) -> str | None:
        """Return what `remember_state` kept last."""
        found = self._database.value(
            "SELECT state FROM session_states WHERE session = CAST(? AS TEXT) AND name = ?", (exact(session), name)
        )
        return None if found is None else str(found)

    def answers(self) -> Iterator[Answered]:
        """Yield every reply with the message that it answers, in the order of the messages."""
        after = 0
        query = (
            "SELECT replies.entry, replies.session, entries.id, replies.body, replies.answered_at, replies.utc_offset"
            " FROM replies JOIN entries ON entries.sequence = replies.entry WHERE replies.entry > ?"
            " ORDER BY replies.entry LIMIT ?"
        )
        while rows := self._database.rows(query, (after, _PAGE)):
            for _, session, entry, body, micros, offset in rows:
                yield Answered(SessionId(session), EntryId(entry), unpacked(Reply, body), moment_of(micros, offset))
            after = rows[-1][0]

    def states(self) -> list[Remembered]:
        """Return everything that sessions remember about themselves."""
        rows = self._database.rows("SELECT session, name, state FROM session_states ORDER BY session, name")
        return [Remembered(SessionId(session), name, state) for session, name, state in rows]

    def _practice(self, session: SessionId) -> str | None:
        state = self.state(session, PRACTICE)
        if state is None:
            return None
        try:
            named = json.loads(state)
        except ValueError:
            return None
        if isinstance(named, dict):
            named = named.get(PRACTICE)
        return named if isinstance(named, str) else None
