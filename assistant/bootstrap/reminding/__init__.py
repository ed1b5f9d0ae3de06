"""An optional reminder through the system's own scheduler: made and taken away when the person says so, never before.

Nothing of Lodestar runs between two reminders. What the scheduler starts shows one fixed line and ends: it opens no
vault, so that the line can hold no word of the diary and say nothing of whether anything was written.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, time
from typing import Final, Protocol

from assistant.errors import UsageError

OFF: Final = "off"


class Scheduler(Protocol):
    """What starts a command once a day. Each may raise LodestarError where the system's own command fails."""

    @property
    def places(self) -> tuple[str, ...]:
        """What it writes, as the person finds it: files by their path."""

    def keep(self, at: time, command: Sequence[str]) -> None:
        """Start the command each day at that time, in place of what was kept before."""

    def at(self) -> time | None:
        """Return the time that is kept; None where there is no reminder."""

    def drop(self) -> bool:
        """Take away all that was written; return whether there was anything."""


def system_scheduler(platform: str = sys.platform) -> Scheduler:
    """Return the scheduler that this system has."""
    match platform:
        case "win32":
            from assistant.bootstrap.reminding.task_scheduler import TaskScheduler

            return TaskScheduler()
        case "darwin":
            from assistant.bootstrap.reminding.launchd import Launchd

            return Launchd()
        case _:
            from assistant.bootstrap.reminding.systemd import Systemd

            return Systemd()


def reminder_command() -> tuple[str, ...]:
    """Return what the scheduler starts. `-P`: a folder that happens to lie where it starts is never imported."""
    from pathlib import Path

    python = Path(sys.executable)
    silent = python.with_name("pythonw.exe")  # Windows: no console flashes up
    return (str(silent if silent.exists() else python), "-P", "-m", "assistant", "remind", "--show")


def time_named(written: str) -> time:
    """Return the time of day that `21:30` names. Raises UsageError."""
    try:
        return datetime.strptime(written.strip(), "%H:%M").replace(tzinfo=UTC).time()
    except ValueError:
        raise UsageError(f"“{written}” is no time of day", "Write it as 21:30, or off to take it away.") from None


class Reminder:
    """The system's scheduler beside a screen, which never waits for it. Fills the role `Reminding`."""

    def __init__(self, scheduler: Scheduler | None = None) -> None:
        """Stand on this system's scheduler, or on another."""
        self._scheduler = scheduler or system_scheduler()

    @property
    def places(self) -> tuple[str, ...]:
        """What is written for it."""
        return self._scheduler.places

    async def at(self) -> time | None:
        """Return the time that is kept."""
        return await asyncio.to_thread(self._scheduler.at)

    async def keep(self, named: str) -> time:
        """Keep the time of day that a text names. Raises UsageError, LodestarError."""
        at = time_named(named)
        await asyncio.to_thread(self._scheduler.keep, at, reminder_command())
        return at

    async def drop(self) -> bool:
        """Take all of it away."""
        return await asyncio.to_thread(self._scheduler.drop)
