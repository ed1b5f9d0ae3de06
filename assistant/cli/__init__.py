"""The front door: `lodestar` and its commands.

Each command imports what it needs when it runs, so that `--help` and `write` start at once.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from assistant.cli.lazily import LazyCommands
from assistant.cli.output import Context, report, take_every_word
from assistant.errors import LodestarError

app = typer.Typer(
    name="lodestar",
    cls=LazyCommands,
    help="A private reflection assistant: one good question at a time, on your own machine.",
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # its help page takes twice as long to load as everything else
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"lodestar {version('lodestar')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def lodestar(
    context: typer.Context,
    vault: Annotated[
        Path | None, typer.Option("--vault", metavar="DIR", help="The vault's folder (else LODESTAR_VAULT).")
    ] = None,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which.")] = False,
) -> None:
    """Open the screen, where no command is named."""
    context.obj = Context(vault)
    if context.invoked_subcommand is None:
        from assistant.bootstrap.screen import open_screen

        open_screen(vault)


def main() -> None:
    """Run the command line; turn Lodestar's own errors into one line and an exit code."""
    os.umask(0o077)
    take_every_word()
    try:
        app()
    except LodestarError as error:
        report(error, as_json="--json" in sys.argv)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
