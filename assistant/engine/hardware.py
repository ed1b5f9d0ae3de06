"""Tell what this machine has that matters to a language model."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Machine:
    """What this machine can give a model."""

    memory_bytes: int
    """All memory that this process may ever have."""
    free_bytes: int
    """What of it can be taken now without pushing anything out to the disk."""
    cores: int
    gpu_bytes: int = 0
    """Memory of the largest GPU that llama.cpp can use, 0 where it can use none."""

    def room_bytes(self) -> int:
        """Return how much a model may take: free memory less a reserve, or the GPU's where that is more."""
        return max(self.free_bytes - RESERVE_BYTES, self.gpu_bytes, 0)


RESERVE_BYTES: Final = 512 << 20
"""Left for the screen, the memory process and the system: they take about 350 MB."""

_CGROUP: Final = Path("/sys/fs/cgroup")


def this_machine(gpu_bytes: int = 0) -> Machine:
    """Look at memory and cores; a container's limit counts where it is lower."""
    import psutil

    memory = psutil.virtual_memory()
    total, free = int(memory.total), int(memory.available)
    limit = _number_in(_CGROUP / "memory.max")
    if limit is not None and limit < total:
        total, free = limit, min(free, limit - (_number_in(_CGROUP / "memory.current") or 0))
    return Machine(total, max(free, 0), physical_cores(), gpu_bytes)


def _number_in(file: Path) -> int | None:
    try:
        return int(file.read_text())
    except (OSError, ValueError):
        return None


_LOAD: Final = Path("/proc/loadavg")


def idle_threads(most: int, running: int | None = None, cpus: int | None = None) -> int:
    """Return how many threads find a processor free right now, at least one and no more than `most`.

    llama.cpp's threads wait for each other after every step, spinning: one that has to share its processor holds all
    of them up. Measured on two cores with eighteen other programs at work: 1 to 2 tokens/s with two threads, 22 to 30
    with one. Where the system does not say what runs (other than Linux), all of `most`.
    """
    if running is None:
        running = _others_running()
    free = (cpus or os.cpu_count() or most) - running
    return max(1, min(most, free))


def is_busy() -> bool:
    """Tell whether other programs want the processors now: what is measured then is their doing."""
    return idle_threads(physical_cores()) < physical_cores()


LOOKS: Final = 4
LOOK_EVERY_SECONDS: Final = 0.001
"""How often, and how far apart: whoever asked has just been running too, and rests a moment later."""


def _others_running() -> int:
    """Return how many threads of other programs run or wait for a processor, the fewest of a few looks."""
    looks = []
    for _ in range(LOOKS):
        try:
            looks.append(int(_LOAD.read_text().split()[3].partition("/")[0]) - _own_running())
        except (OSError, ValueError, IndexError):
            return 0
        time.sleep(LOOK_EVERY_SECONDS)
    return max(0, min(looks))


def _own_running() -> int:
    """Return how many threads of this program run: llama.cpp's go on spinning for a while after an answer.

    Without taking them out, every second ask of a conversation on two idle cores had one thread (79 for 110 tokens/s).
    """
    states = (task / "stat" for task in Path("/proc/self/task").iterdir())
    return sum(state.read_text().rpartition(")")[2].split()[0] == "R" for state in states)
