"""The command that serves the screens to a browser on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli.output import Context, note


def register(app: typer.Typer) -> None:
    """Add the command to the front door."""
    app.command()(web)


def web(
    context: typer.Context,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes a free one.")] = 0,
) -> None:
    """Open the screens in a browser on this machine. The address works once; nobody else can use it after you."""
    from assistant.bootstrap.web import serve

    def tell(address: str) -> None:
        print(address, flush=True)
        note("Open this address in a browser on this machine; it works once. Ctrl+C ends.")

    serve(context.ensure_object(Context).vault, port, tell)
