"""Cut a process off from the network before it opens a file from a stranger."""

from __future__ import annotations

import ctypes
import sys
from typing import Final

_CLONE_NEWUSER: Final = 0x10000000
_CLONE_NEWNET: Final = 0x40000000


def cut_off_network() -> bool:
    """Move this process into a network namespace with no interfaces; return whether that worked.

    Linux only, and best effort: some containers and hardened kernels forbid it. A plain process needs a user
    namespace of its own for it; a privileged one that may not have that tries without. Call it before any thread is
    started, or the kernel refuses.

    **Source**: unshare(2); DESIGN.md section 5.
    """
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    return any(libc.unshare(flags) == 0 for flags in (_CLONE_NEWUSER | _CLONE_NEWNET, _CLONE_NEWNET))
