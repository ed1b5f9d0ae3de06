"""The table of commands, which `--help` reads instead of the commands."""

from __future__ import annotations

import json
import subprocess
import sys

import typer.main

from assistant.cli import app
from assistant.cli.commands import COMMANDS, ROOM_OF


def test_the_table_says_what_the_commands_say() -> None:
    """Each line of the table is the first of that command's own help, and its module holds it."""
    front = typer.main.get_command(app)
    context = front.make_context("lodestar", [], resilient_parsing=True)
    held = {name: front.get_command(context, name) for name in COMMANDS}  # type: ignore[attr-defined]
    assert {name: one.get_short_help_str(limit=300) for name, one in held.items() if one} == COMMANDS


def test_a_room_holds_no_command_that_the_table_leaves_out() -> None:
    """What a module registers can be reached."""
    from importlib import import_module

    for room in set(ROOM_OF.values()):
        made = typer.Typer()
        made.callback()(lambda: None)
        import_module(f"assistant.cli.{room}").register(made)
        assert typer.main.get_group(made).commands.keys() <= COMMANDS.keys(), room


def test_help_loads_no_command() -> None:
    """The help page is there before any command's module is."""
    code = (
        "import sys, json\nfrom assistant.cli import app\n"
        "try: app(['--help'])\nexcept SystemExit: pass\n"
        "print(json.dumps(sorted(name for name in sys.modules if name.startswith('assistant.cli.'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert loaded == {"assistant.cli.commands", "assistant.cli.lazily", "assistant.cli.output"}
