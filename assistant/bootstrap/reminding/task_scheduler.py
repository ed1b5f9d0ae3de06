"""A task of the Windows Task Scheduler, handed over as XML: no shell reads its command, and no language changes it."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from assistant.bootstrap.reminding.commands import run
from assistant.errors import LodestarError

TASK: Final = "Lodestar reminder"
_SPACE: Final = "http://schemas.microsoft.com/windows/2004/02/mit/task"
_START: Final = "2025-01-01T%H:%M:00"
_HINT: Final = "Lodestar needs no reminder; everything else works as before."


class TaskScheduler:
    """The tasks of one person. Fills the role `Scheduler`."""

    @property
    def places(self) -> tuple[str, ...]:
        """The task, by the name under which the Task Scheduler lists it."""
        return (f"the task “{TASK}” of the Windows Task Scheduler",)

    def keep(self, at: time, command: Sequence[str]) -> None:
        """Hand the task over; the file that carries it is gone afterwards."""
        with tempfile.TemporaryDirectory(prefix="lodestar-") as folder:
            carried = Path(folder) / "task.xml"
            carried.write_bytes(task_xml(at, command))
            run(["schtasks", "/Create", "/TN", TASK, "/XML", str(carried), "/F"], _HINT)

    def at(self) -> time | None:
        """Return the time that the task names."""
        try:
            root = ElementTree.fromstring(run(["schtasks", "/Query", "/TN", TASK, "/XML", "ONE"], _HINT).strip())
            start = root.findtext(f".//{{{_SPACE}}}StartBoundary") or ""
            return datetime.fromisoformat(start).time()
        except (LodestarError, ElementTree.ParseError, ValueError):
            return None

    def drop(self) -> bool:
        """Delete the task."""
        if self.at() is None:
            return False
        run(["schtasks", "/Delete", "/TN", TASK, "/F"], _HINT)
        return True


def task_xml(at: time, command: Sequence[str]) -> bytes:
    """Return the task as the Task Scheduler reads it, in UTF-16."""
    ElementTree.register_namespace("", _SPACE)
    task = ElementTree.Element(f"{{{_SPACE}}}Task", version="1.2")
    _add(task, "Triggers/CalendarTrigger/StartBoundary", at.strftime(_START))
    _add(task, "Triggers/CalendarTrigger/ScheduleByDay/DaysInterval", "1")
    _add(task, "Settings/StartWhenAvailable", "false")  # an evening that was missed is not made up for
    _add(task, "Settings/DisallowStartIfOnBatteries", "false")
    _add(task, "Settings/ExecutionTimeLimit", "PT1M")
    _add(task, "Actions/Exec/Command", command[0])
    _add(task, "Actions/Exec/Arguments", subprocess.list2cmdline(command[1:]))
    written: bytes = ElementTree.tostring(task, encoding="utf-16", xml_declaration=True)
    return written


def _add(task: ElementTree.Element, path: str, text: str) -> None:
    """Put a text at a path, making what leads there."""
    place = task
    for name in path.split("/"):
        found = place.find(f"{{{_SPACE}}}{name}")
        place = ElementTree.SubElement(place, f"{{{_SPACE}}}{name}") if found is None else found
    place.text = text
