"""The command for practices: what there is, and one gone through in the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.output import Context, JsonFlag, note, show
from assistant.errors import NotFound, UsageError

if TYPE_CHECKING:
    from assistant.coaching.practice import Practice


def register(app: typer.Typer) -> None:
    """Add the command to the front door."""
    app.command()(practice)


def practice(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Say what this one is.")] = None,
    page: Annotated[
        bool, typer.Option("--page", help="Write what you chose to show others the last time, and nothing else.")
    ] = False,
    listing: Annotated[bool, typer.Option("--list", help="Name every practice.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """Name the practices, or say what one is. `lodestar chat --practice NAME` goes through it."""
    from assistant.bootstrap.assembly import Assembly
    from assistant.services.practice_page import page_of

    if name is None and not listing:
        raise UsageError("name a practice, or give --list", "For example: lodestar practice --list")
    with Assembly.of(context.ensure_object(Context).vault) as parts:
        found = parts.practices
        chosen = page_of(parts.vault.sessions, found.all[name]) if page and name in found.all else ""
    for refused in found.refused:
        note(f"lodestar: {refused.message}")
    if page:
        if not chosen:
            raise NotFound("Nothing was chosen for a page yet.", "lodestar practice --list names the practices.")
        show({"practice": name, "page": chosen}, as_json, lambda: chosen)
    elif name is not None:
        _about(found.all, name, as_json)
    if page or name is not None:
        return
    answer = [
        {"practice": one.name, "title": one.title, "discipline": one.discipline.value, "steps": len(one.steps)}
        for one in found.all.values()
    ]
    lines = (f"{one.name:<26} {one.discipline.value:<17} {one.title}" for one in found.all.values())
    show(answer, as_json, lambda: "\n".join(lines))


def _about(practices: Mapping[str, Practice], name: str, as_json: bool) -> None:
    """Say what a practice is for, what it asks and where it comes from."""
    if name not in practices:
        raise NotFound(f"There is no practice “{name}”.", "lodestar practice --list names them.")
    one = practices[name]
    steps = [{"step": step.name, "title": step.title, "draws_out": step.draws_out} for step in one.steps]
    answer = {
        "practice": one.name, "title": one.title, "discipline": one.discipline.value, "purpose": one.purpose,
        "source": one.source, "records": [form.value for form in one.records], "steps": steps, "about": one.about,
    }  # fmt: skip
    asked = "\n".join(f"  {step.title}: {step.draws_out}" for step in one.steps)
    show(answer, as_json, lambda: f"{one.title}\n{one.purpose}\n\n{asked}\n\n{one.about}\n\nSource: {one.source}")
