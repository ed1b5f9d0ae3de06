"""Load a command's module when the command is run: `--help` names them all without loading any."""

from __future__ import annotations

from importlib import import_module
from typing import Any, ClassVar

import typer
import typer.main
from typer.core import TyperGroup

from assistant.cli.commands import COMMANDS, ROOM_OF


class LazyCommands(TyperGroup):
    """The front door's commands, from the table in `commands.py`."""

    _loaded: ClassVar[dict[str, Any]] = {}

    def list_commands(self, ctx: Any) -> list[str]:
        """Name every command, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Load the room that holds a command; None for a name that there is not."""
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in self._loaded:
            self._loaded.update(_commands_of(ROOM_OF[cmd_name]))
        return self._loaded[cmd_name]

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the names with what each does."""
        room = formatter.width - 6 - max(map(len, COMMANDS))
        with formatter.section("Commands"):
            formatter.write_dl([(name, _cut(said, room)) for name, said in COMMANDS.items()])


def _commands_of(room: str) -> dict[str, Any]:
    """Return the commands of one module, by name."""
    module: Any = import_module(f"assistant.cli.{room}")
    front = typer.Typer(rich_markup_mode=None)
    front.callback()(_nothing)
    module.register(front)
    return dict(typer.main.get_group(front).commands)


def _nothing() -> None:
    """Stand for the front door while a room's commands are made."""


def _cut(said: str, room: int) -> str:
    """Return the first words that fit on a line."""
    if len(said) <= room:
        return said
    return said[: said.rfind(" ", 0, room - 2)] + "..."
