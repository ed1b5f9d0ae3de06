"""One line at the foot: what is still loading, which voice replied, how far the memory is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from textual.widgets import Static

from assistant.services.desk import VoiceState, VoiceStatus
from assistant.tui import words
from assistant.tui.terminal_safety import shown

_OPENING: Final = VoiceStatus(VoiceState.LOADING, words.VOICE_OPENING)


@dataclass(frozen=True, slots=True)
class Readiness:
    """What the foot line tells."""

    voice: VoiceStatus = _OPENING
    embedded: int = 0
    to_embed: int = 0
    memory_trouble: str = ""
    encrypted: bool = False
    veiled: bool = False

    def line(self) -> str:
        """Return the line in words; no colour is needed to understand it."""
        parts = [f"Voice: {self.voice.line}"]
        if self.memory_trouble:
            parts.append(f"Memory: {self.memory_trouble}")
        elif self.embedded < self.to_embed:
            parts.append(f"Memory: {self.embedded:,} of {self.to_embed:,} passages")
        if self.encrypted:
            parts.append("Encrypted, Ctrl+L locks")
        if self.veiled:
            parts.append("Veiled, Ctrl+O shows")
        return "   ".join(parts)


class StatusLine(Static):
    """The foot line of every screen."""

    DEFAULT_CSS = """
    StatusLine { dock: bottom; height: 1; padding: 0 2; color: $muted; background: $background; text-wrap: nowrap;
                 text-overflow: ellipsis; }
    """

    def show_readiness(self, readiness: Readiness) -> None:
        """Tell how ready everything is."""
        self.update(shown(readiness.line()))
