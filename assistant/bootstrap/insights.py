"""Join the parts of insight on one vault: what is read once is used by all of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.ports import Embedder, Vault
    from assistant.services.beliefs import Beliefs
    from assistant.services.commitments import Commitments
    from assistant.services.confirm import Confirm
    from assistant.services.drifting import Drifting
    from assistant.services.kept_vectors import KeptVectors
    from assistant.services.loops import Loops
    from assistant.services.told import Telling


class Insights:
    """Beliefs, drift, commitments and loops of one vault, each made when it is first asked for."""

    def __init__(self, vault: Vault, embedder: Embedder) -> None:
        """Prepare; nothing is read yet."""
        self._vault = vault
        self._embedder = embedder

    @cached_property
    def vectors(self) -> KeptVectors:
        """The vectors of sentences, each made once."""
        from assistant.services.kept_vectors import KeptVectors

        return KeptVectors(self._embedder, self._vault)

    @cached_property
    def telling(self) -> Telling:
        """The whole journal, line by line."""
        from assistant.services.hearing import Hearing
        from assistant.services.told import Telling
        from assistant.services.withheld import Withheld

        return Telling(self._vault, Hearing(self.vectors), self.vectors, Withheld(self._vault).among)

    @cached_property
    def beliefs(self) -> Beliefs:
        """What keeps being said, and what the person made of it."""
        from assistant.services.beliefs import Beliefs

        return Beliefs(self._vault, self.telling)

    @cached_property
    def commitments(self) -> Commitments:
        """What the person said they would do, and what became of it."""
        from assistant.services.commitments import Commitments

        return Commitments(self._vault, self.telling)

    @cached_property
    def drifting(self) -> Drifting:
        """Where the days leave the vision."""
        from assistant.services.drifting import Drifting

        return Drifting(self._vault, self.telling, self.commitments)

    @cached_property
    def loops(self) -> Loops:
        """Causes and effects that close upon themselves."""
        from assistant.services.loops import Loops

        return Loops(self._vault, self.telling)

    @cached_property
    def confirm(self) -> Confirm:
        """One line at a time: does this show it too?"""
        from assistant.services.confirm import Confirm

        return Confirm(self._vault, self.telling, self.beliefs)
