"""Show progress on standard error: a bar on a terminal, a line every few seconds elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from assistant.cli.output import note
from assistant.errors import DiskFull, EngineStopped, ModelRefused, VaultReadOnly

if TYPE_CHECKING:
    from assistant.bootstrap.assembly import Assembly

Progress = Callable[[int, int], None]
"""Called with how much is done and how much there is; a total of 0 means unknown."""

LINE_EVERY_SECONDS = 5.0


@contextmanager
def progress_bar(label: str) -> Iterator[Progress]:
    """Yield a function that shows how far `label` has come. Nothing is shown for work under half a second."""
    began = time.monotonic()
    if sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        columns = (TextColumn(label), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(label, total=None, visible=False)

            def draw(done: int, total: int) -> None:
                bar.update(task, completed=done, total=total or None, visible=time.monotonic() - began > 0.5)

            yield draw
        return
    last = began

    def line(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last > LINE_EVERY_SECONDS:
            last = time.monotonic()
            note(f"{label}: {done}" + (f" of {total}" if total else ""))

    yield line


async def catch_up(parts: Assembly) -> None:
    """Embed what is new, with progress. Where no model runs or nothing can be kept, say so and go on by words alone."""
    try:
        with progress_bar("reading what is new") as progress:
            await parts.remember.run(progress)
    except (EngineStopped, ModelRefused, VaultReadOnly, DiskFull) as error:
        note(f"{error.message} What is new is found by its words alone.")
    finally:
        _tell_linked(parts)


def read_linked(parts: Assembly) -> None:
    """Read the linked folders before a look back, which needs nothing else of what `catch_up` does."""
    try:
        parts.read_linked()
    except (VaultReadOnly, DiskFull) as error:
        note(f"{error.message} What is new in linked folders is not in this.")
    finally:
        _tell_linked(parts)


def _tell_linked(parts: Assembly) -> None:
    for trouble in parts.linked_trouble():
        note(trouble)
