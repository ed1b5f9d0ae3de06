"""Tell what this machine has that matters to a language model."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

_CPU_FOLDER: Final = Path("/sys/devices/system/cpu")


def physical_cores() -> int:
    """Return how many physical cores this process may use, at least one.

    A second thread on one core slows llama.cpp down, so hardware threads do not count twice. Where the system does
    not tell cores from threads, all that may be used are counted.
    """
    if sys.platform == "linux":
        usable = os.sched_getaffinity(0)
        cores = {_siblings(number) for number in usable}
        return max(1, len(cores))
    return max(1, os.cpu_count() or 1)


def _siblings(cpu: int) -> str:
    """Return the hardware threads of one core as the kernel writes them, or the thread's own number."""
    try:
        return (_CPU_FOLDER / f"cpu{cpu}" / "topology" / "thread_siblings_list").read_text().strip()
    except OSError:
        return str(cpu)
