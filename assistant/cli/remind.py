"""The command for the optional reminder."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli.output import JsonFlag, show


def register(app: typer.Typer) -> None:
    """Add the command to the front door."""
    app.command()(remind)


def remind(
    when: Annotated[
        str | None, typer.Argument(metavar="[HH:MM | off]", help="When, each day; off takes it away.")
    ] = None,
    show_now: Annotated[bool, typer.Option("--show", help="Show the line now, as the scheduler does.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """Be reminded once a day by your own system, in one line that says nothing of what you write.

    Without a time it says what is kept. Nothing of Lodestar runs in between; the files are named in docs/privacy.md.
    """
    from assistant.bootstrap.reminding import OFF, reminder_command, system_scheduler, time_named

    if show_now:
        from assistant.bootstrap.reminding.notice import show_line

        show_line()
        return
    kept = system_scheduler()
    if when is None:
        at = kept.at()
        said, places = (f"Each day at {at:%H:%M}, through", kept.places) if at else ("No reminder is kept.", ())
    elif when == OFF:
        at, gone = None, kept.drop()
        said, places = ("Gone, with", kept.places) if gone else ("No reminder was kept.", ())
    else:
        at = time_named(when)
        kept.keep(at, reminder_command())
        said, places = f"Each day at {at:%H:%M}. Written:", kept.places
    show(
        {"at": f"{at:%H:%M}" if at else None, "places": list(places)},
        as_json,
        lambda: "\n".join([said, *(f"  {place}" for place in places)]),
    )
