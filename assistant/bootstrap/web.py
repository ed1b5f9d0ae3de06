"""Serve the screens of one vault to a browser on this machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from assistant.errors import UsageError


def serve(named: Path | None, port: int, tell: Callable[[str], None]) -> None:
    """Serve until stopped; `tell` is given the one-time address once it can be opened. Raises UsageError, NoVault."""
    from assistant.bootstrap.assembly import vault_folder
    from assistant.bootstrap.screen import refuse_missing
    from assistant.tui.serving import LoopbackServer, bind

    refuse_missing(named)
    try:
        bound = bind(port)
    except OSError as error:
        raise UsageError(f"port {port} cannot be used: {error.strerror}", "Name another, or none.") from error
    vault = [str(vault_folder(named))] if named is not None else []
    server = LoopbackServer([sys.executable, "-m", "assistant.bootstrap.browser_child", *vault], bound)
    bound.listen()
    tell(server.gate.address)
    server.run()
