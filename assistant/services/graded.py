"""Let a voice carry what its examination found, so that whoever asks it knows what it may be trusted with."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from dataclasses import replace

from assistant.core.capability import Grades
from assistant.ports import Ask, ChatModel, VoiceEvent, VoiceFacts

GradesOf = Callable[[VoiceFacts], Grades]
"""Look up what is known of a model."""


class GradedVoice:
    """A voice and its grades. Fills the role `ChatModel`."""

    def __init__(self, voice: ChatModel, grades_of: GradesOf) -> None:
        """Prepare; nothing runs yet."""
        self._voice, self._grades_of = voice, grades_of

    async def facts(self) -> VoiceFacts:
        """Describe the model, with what it passed. Raises ModelRefused, EngineStopped, NoVoice."""
        facts = await self._voice.facts()
        return replace(facts, passed=self._grades_of(facts).passed)

    def ask(self, ask: Ask) -> AsyncGenerator[VoiceEvent, None]:
        """Stream the wording of `ask`; closing the iterator cancels. Raises EngineStopped, ModelRefused."""
        return self._voice.ask(ask)

    async def close(self) -> None:
        """End whatever runs; a later ask starts it again."""
        await self._voice.close()
