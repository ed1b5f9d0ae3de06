"""What travels from the program to the voice process: which model, and what to word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from assistant.ports import Ask, PromptTurn

BATCH_TOKENS: Final = 128
"""Prompt tokens evaluated between two looks at a cancel: half a second with the starter on two cores."""


@dataclass(frozen=True, slots=True)
class VoiceSpec:
    """Which model the voice process opens, and how."""

    path: str
    sha256: str
    chat_format: str
    context_tokens: int
    threads: int
    gpu_layers: int = 0
    adapter_path: str = ""
    adapter_sha256: str = ""
    prefix_folder: str = ""
    batch_tokens: int = BATCH_TOKENS
    flash_attention: int = -1


def ask_from(values: Mapping[str, object]) -> Ask:
    """Read an ask that travelled as JSON."""
    fields = dict(values)
    turns = tuple(PromptTurn(str(role), str(text)) for role, text in fields.pop("turns"))  # type: ignore[attr-defined]
    weighed = tuple(str(text) for text in fields.pop("weighed", ()))  # type: ignore[attr-defined]
    return Ask(turns=turns, weighed=weighed, **fields)  # type: ignore[arg-type]


def ask_values(ask: Ask) -> dict[str, object]:
    """Write an ask so that it can travel as JSON."""
    return {
        "turns": [[turn.role, turn.text] for turn in ask.turns],
        "grammar": ask.grammar,
        "candidates": ask.candidates,
        "max_tokens": ask.max_tokens,
        "temperature": ask.temperature,
        "top_p": ask.top_p,
        "seed": ask.seed,
        "adapted": ask.adapted,
        "opening": ask.opening,
        "shared_turns": ask.shared_turns,
        "weighed": list(ask.weighed),
    }
