"""Refuse a model that does not fit this machine's memory, before it pushes everything else out to the disk."""

from __future__ import annotations

from pathlib import Path

from assistant.engine.gguf_header import read_header
from assistant.engine.hardware import Machine
from assistant.errors import ModelRefused


def check_fits(path: Path, context_tokens: int, machine: Machine) -> None:
    """Compare what a model needs with what is free. Raises ModelRefused."""
    header = read_header(path)
    needed, room = (
        header.memory_bytes(min(context_tokens, header.context_tokens or context_tokens)),
        machine.room_bytes(),
    )
    if needed > room:
        raise ModelRefused(
            f"{header.name} needs {needed / 2**30:.1f} GiB of memory, and {room / 2**30:.1f} GiB are free.",
            "Close what you do not need, or choose a smaller model: lodestar llm list",
        )
