"""The process of one page in a browser: the same screens, drawn for `assistant.tui.serving` instead of a terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main() -> None:
    """Run the screens on the vault whose folder is the only argument; without one on the default vault."""
    from assistant.bootstrap.screen import ScreenDesk, choices_of
    from assistant.settings import load_settings
    from assistant.tui.app import LodestarApp

    os.umask(0o077)
    named = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    LodestarApp(ScreenDesk(named).open, choices=choices_of(load_settings())).run()


if __name__ == "__main__":
    main()
