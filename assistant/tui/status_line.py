"""One line at the foot: what is still loading, which voice replied, how far the memory is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from textual.widgets import Static

from assistant.services.desk import VoiceState, VoiceStatus
from assistant.tui import words
from assistant.tui.terminal_safety import shown

_OPENING: Final = VoiceStatus(VoiceState.LOADING, words.VOICE_OPENING)
_EDGES: Final = 4
"""Cells to the left and right of the line."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """What the foot line tells."""

    voice: VoiceStatus = _OPENING
    embedded: int = 0
    to_embed: int = 0
    memory_trouble: str = ""
    encrypted: bool = False
    veiled: bool = False

    def line(self, room: int) -> str:
        """Return the line in words, shorter ones where there is no room; no colour is needed to understand it."""
        memory = f"{self.embedded:,} of {self.to_embed:,} passages"
        whole = "   ".join(self._parts(self.voice.line, memory, ", Ctrl+L locks"))
        if len(whole) <= room:
            return whole
        share = f"{100 * self.embedded // max(self.to_embed, 1)} %"
        return "   ".join(self._parts(self.voice.short or self.voice.line, share, ""))

    def _parts(self, voice: str, memory: str, locks: str) -> Iterator[str]:
        if self.veiled:  # first: whoever looks on is there now
            yield "Veiled, Ctrl+O shows"
        yield f"Voice: {voice}"
        if self.memory_trouble:
            yield f"Memory: {self.memory_trouble}"
        elif self.embedded < self.to_embed:
            yield f"Memory: {memory}"
        if self.encrypted:
            yield f"Encrypted{locks}"


class StatusLine(Static):
    """The foot line of every screen."""

    DEFAULT_CSS = """
    StatusLine { dock: bottom; height: 1; padding: 0 2; color: $muted; background: $background; text-wrap: nowrap;
                 text-overflow: ellipsis; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._readiness: Readiness | None = None

    def show_readiness(self, readiness: Readiness) -> None:
        """Tell how ready everything is."""
        self._readiness = readiness
        self.update(shown(readiness.line(self.app.size.width - _EDGES)))

    def on_resize(self) -> None:
        """Say as much as there is room for now."""
        if self._readiness is not None:
            self.show_readiness(self._readiness)
