"""Embed with a second model beside the one that search uses: for a change of model, and for what reads vectors."""

from __future__ import annotations

from assistant.services.remember import Progress, Remember


class RememberBeside:
    """First embed for search, then for the other model; search never waits for the second."""

    def __init__(self, main: Remember, beside: Remember) -> None:
        """Prepare; nothing runs yet."""
        self._main, self._beside = main, beside

    async def run(self, progress: Progress | None = None) -> int:
        """Embed whatever has no vector yet with either model; return how many passages search gained.

        Raises EngineStopped, ModelRefused; what was done until then stays.
        """
        done = await self._main.run(progress)
        await self._beside.run(progress)
        return done
