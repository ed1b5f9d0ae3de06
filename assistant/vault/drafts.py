"""Keep words typed and not yet said."""

from __future__ import annotations

from assistant.vault.connection import Database, exact


class SqlDrafts:
    """The drafts of one database. Fills the role `DraftStore`."""

    def __init__(self, database: Database) -> None:
        """Read and write that database."""
        self._database = database

    def keep_draft(self, place: str, text: str) -> None:
        """Keep the draft of one place; an empty text drops it."""
        if text:
            self._database.run(
                "INSERT OR REPLACE INTO drafts VALUES (CAST(? AS TEXT), CAST(? AS TEXT))", (exact(place), exact(text))
            )
        else:
            self._database.run("DELETE FROM drafts WHERE place = CAST(? AS TEXT)", (exact(place),))

    def draft(self, place: str) -> str:
        """Return the draft of that place, empty where there is none."""
        return str(self._database.value("SELECT text FROM drafts WHERE place = CAST(? AS TEXT)", (exact(place),)) or "")
