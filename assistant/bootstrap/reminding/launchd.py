"""An agent of launchd: one property list in the person's own folder."""

from __future__ import annotations

import os
import plistlib
from collections.abc import Sequence
from contextlib import suppress
from datetime import time
from pathlib import Path
from typing import Final

from assistant.bootstrap.reminding.commands import run
from assistant.errors import LodestarError

LABEL: Final = "lodestar.reminder"
_HINT: Final = "Lodestar needs no reminder; everything else works as before."


class Launchd:
    """The agents of one person. Fills the role `Scheduler`."""

    def __init__(self) -> None:
        """Stand on the folder of the person's own agents."""
        self._file = Path.home() / "Library" / "LaunchAgents" / f"{LABEL}.plist"
        self._domain = f"gui/{os.getuid() if hasattr(os, 'getuid') else 0}"

    @property
    def places(self) -> tuple[str, ...]:
        """The property list."""
        return (str(self._file),)

    def keep(self, at: time, command: Sequence[str]) -> None:
        """Write the property list and have it taken up; where that fails, nothing is left behind."""
        self.drop()
        agent = {
            "Label": LABEL,
            "ProgramArguments": list(command),
            "StartCalendarInterval": {"Hour": at.hour, "Minute": at.minute},
            "RunAtLoad": False,
            "ProcessType": "Background",
        }
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.touch(mode=0o600)
            self._file.write_bytes(plistlib.dumps(agent))
            run(["launchctl", "bootstrap", self._domain, str(self._file)], _HINT)
        except OSError as error:
            self.drop()
            raise LodestarError(f"{self._file} cannot be written: {error.strerror}", _HINT) from error
        except LodestarError:
            self.drop()
            raise

    def at(self) -> time | None:
        """Return the time that the property list names."""
        try:
            when = plistlib.loads(self._file.read_bytes())["StartCalendarInterval"]
            return time(when["Hour"], when["Minute"])
        except (OSError, plistlib.InvalidFileException, KeyError, TypeError, ValueError):
            return None

    def drop(self) -> bool:
        """Have the agent let go and remove its file."""
        if not self._file.exists():
            return False
        with suppress(LodestarError):
            run(["launchctl", "bootout", f"{self._domain}/{LABEL}"], "")
        self._file.unlink(missing_ok=True)
        return True
