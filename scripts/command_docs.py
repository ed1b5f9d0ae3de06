"""Write the help of every command into docs/command-line.md, below its marker.

.venv/bin/python scripts/command_docs.py     # from the root of the repository; a test compares the two
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "command-line.md"
MARKER = "<!-- Below this line: scripts/command_docs.py writes the help of every command. -->\n"
WIDTH = 100


def helps() -> Iterator[tuple[str, str]]:
    """Yield each command, the ones within groups too, with its help."""
    from typer.main import get_command

    from assistant.cli import app

    def walk(command: Any, name: str, parent: Any) -> Iterator[tuple[str, str]]:
        context = command.make_context(name, [], parent=parent, resilient_parsing=True)
        context.terminal_width = context.max_content_width = WIDTH
        if parent is not None:
            yield context.command_path, command.get_help(context)
        for inner in sorted(command.list_commands(context) if hasattr(command, "list_commands") else ()):
            yield from walk(command.get_command(context, inner), inner, context)

    yield from walk(get_command(app), "lodestar", None)


def page() -> str:
    """Return the page as it should be."""
    kept = PAGE.read_text(encoding="utf8").partition(MARKER)[0]
    parts = [f"\n### {name}\n\n```text\n{said.rstrip()}\n```\n" for name, said in helps()]
    return kept + MARKER + "".join(parts)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    PAGE.write_text(page(), encoding="utf8")
