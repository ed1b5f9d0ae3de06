"""Run the small commands that belong to the system: a scheduler's, a notification's."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from typing import Final

from assistant.errors import LodestarError

PATIENCE_SECONDS: Final = 20.0
"""A user manager that is starting answers within a few seconds; one that hangs must not hold the person."""


def run(command: Sequence[str], hint: str) -> str:
    """Return what the command says. Raises LodestarError, with that hint, where it is missing, fails or hangs."""
    found = shutil.which(command[0])
    if found is None:
        raise LodestarError(f"{command[0]} is not on this machine.", hint)
    try:
        done = subprocess.run(
            [found, *command[1:]], capture_output=True, stdin=subprocess.DEVNULL, timeout=PATIENCE_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise LodestarError(f"{command[0]} did not answer ({type(error).__name__}).", hint) from error
    if done.returncode:
        said = done.stderr.decode("utf8", "replace").strip().splitlines()
        raise LodestarError(f"{command[0]} refused: {said[-1] if said else f'it ended with {done.returncode}'}", hint)
    return _text(done.stdout)


def _text(raw: bytes) -> str:
    """Return what a command wrote; Windows answers in UTF-16 where it writes XML."""
    return raw.decode("utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf8", "replace")
