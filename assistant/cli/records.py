"""Commands for what the person owns: vision and reality."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.output import Answer, Context, JsonFlag, show
from assistant.core.ids import as_area
from assistant.errors import UsageError

if TYPE_CHECKING:
    from assistant.cli.vision_file import VisionFile
    from assistant.core.records import Purpose, Reality, Vision
    from assistant.services.compass import Compass, StatedVision

vision_app = typer.Typer(help="What you want life to look like, area by area.", no_args_is_help=True)
reality_app = typer.Typer(help="What is true now, area by area.", no_args_is_help=True)


Group = Annotated[
    str | None, typer.Option("--group", metavar="G", help="A team's or a family's vision instead of yours.")
]


def register(app: typer.Typer) -> None:
    """Add these commands to the front door."""
    app.add_typer(vision_app, name="vision")
    app.add_typer(reality_app, name="reality")


@vision_app.command("set")
def set_vision(
    context: typer.Context,
    file: Annotated[Path, typer.Option("--file", metavar="F", help="JSON: purpose and vision lines; - for a pipe.")],
    group: Group = None,
    as_json: JsonFlag = False,
) -> None:
    """State the purpose and the vision; each area's earlier version stays in its history."""
    from assistant.bootstrap.assembly import Assembly
    from assistant.cli.vision_file import parse_vision_file

    stated = parse_vision_file(file)
    if group is not None:
        _set_shared(context, group, stated, as_json)
        return
    with Assembly.of(context.ensure_object(Context).vault) as parts:
        parts.compass.state(stated.purpose, stated.visions, parts.now())
        answer = _vision_answer(parts.compass.vision())
    show(answer, as_json, lambda: f"{len(stated.visions)} areas stated.")


@vision_app.command("show")
def show_vision(
    context: typer.Context,
    history: Annotated[bool, typer.Option("--history", help="Every version, oldest first.")] = False,
    group: Group = None,
    as_json: JsonFlag = False,
) -> None:
    """Show the purpose and the vision as they stand, or how they came to stand so."""
    from assistant.bootstrap.assembly import Assembly

    if group is not None:
        with Assembly.of(context.ensure_object(Context).vault) as parts:
            _show_shared(parts.compass, group, as_json)
        return
    if history:
        with Assembly.of(context.ensure_object(Context).vault) as parts:
            told = _history_answer(parts.compass.history())
        words = "\n".join(f"{one['set_on']}  {one['area'] or 'purpose'}: {one['statement']}" for one in told)
        show(told, as_json, lambda: words or "No vision stated yet. See: lodestar vision set --help")
        return
    with Assembly.of(context.ensure_object(Context).vault) as parts:
        stated = parts.compass.vision()
    show(_vision_answer(stated), as_json, lambda: _vision_words(stated))


def _set_shared(context: typer.Context, group: str, stated: VisionFile, as_json: bool) -> None:
    """Keep what a team or a family says it wants."""
    from assistant.bootstrap.assembly import Assembly

    if not group.strip():
        raise UsageError("a group needs a name", "For example: --group “the team”.")
    if stated.purpose or any(line.signs_of_progress or line.signs_of_drift for line in stated.visions):
        raise UsageError("purpose and signs are yours, not a group's", "Give area, statement and set_on alone.")
    with Assembly.of(context.ensure_object(Context).vault) as parts:
        parts.compass.state_shared(group.strip(), stated.visions, parts.now())
        _show_shared(parts.compass, group.strip(), as_json)


def _show_shared(compass: Compass, group: str, as_json: bool) -> None:
    """Show what a group wants, with the person's own vision of each area beside it."""
    mine = {vision.area: vision.statement for vision in compass.vision().visions}
    answer = [
        {
            "group": one.group,
            "area": one.area,
            "statement": one.statement,
            "set_on": one.set_on.isoformat(),
            "mine": mine.get(one.area),
        }
        for one in compass.shared(group)
    ]
    lines = (
        f"{one['area']} (since {one['set_on']}): {one['statement']}\n    yours: {one['mine'] or 'not in words yet'}"
        for one in answer
    )
    show(answer, as_json, lambda: "\n".join(lines) or f"Nothing is kept of what “{group}” wants.")


@reality_app.command("set")
def set_reality(
    context: typer.Context,
    area: Annotated[str, typer.Option("--area", metavar="A")],
    rating: Annotated[int, typer.Option("--rating", min=0, max=10, help="From 0 to 10.")],
    text: Annotated[str, typer.Option("--text", metavar="T", help="What is true now, as a camera would see it.")],
    date: Annotated[str | None, typer.Option("--date", metavar="D")] = None,
    told_by: Annotated[str | None, typer.Option("--from", metavar="NAME", help="Who said so, if not you.")] = None,
    as_json: JsonFlag = False,
) -> None:
    """Keep an observation of one area with its rating."""
    from assistant.bootstrap.assembly import Assembly

    if not text.strip():
        raise UsageError("an observation needs words", "Say with --text what is true now.")
    try:
        where = as_area(area)
    except ValueError as error:
        raise UsageError(str(error), "For example: --area health.") from error
    with Assembly.of(context.ensure_object(Context).vault) as parts:
        observed = parts.compass.observe(where, rating, text, parts.moment(date), told_by)
    show(_reality_answer(observed), as_json, lambda: f"{observed.area}: {observed.rating} on {observed.observed_on}.")


@reality_app.command("show")
def show_reality(context: typer.Context, as_json: JsonFlag = False) -> None:
    """Show the observations, newest first."""
    from assistant.bootstrap.assembly import Assembly

    with Assembly.of(context.ensure_object(Context).vault) as parts:
        observed = parts.compass.reality()
    words = "\n".join(f"{item.observed_on}  {item.area:<14} {item.rating:>2}  {item.text}" for item in observed)
    show([_reality_answer(item) for item in observed], as_json, lambda: words or "Nothing observed yet.")


def _vision_answer(stated: StatedVision) -> Answer:
    return {
        "purpose": stated.purpose.statement if stated.purpose else "",
        "vision": [
            {
                "area": line.area,
                "statement": line.statement,
                "set_on": line.set_on.isoformat(),
                "signs_of_progress": list(line.signs_of_progress),
                "signs_of_drift": list(line.signs_of_drift),
            }
            for line in stated.visions
        ],
    }


def _history_answer(versions: Sequence[Purpose | Vision]) -> list[dict[str, object]]:
    return [
        {
            "area": getattr(one, "area", None),
            "statement": one.statement,
            "set_on": one.set_on.isoformat(),
            "signs_of_progress": list(getattr(one, "signs_of_progress", ())),
            "signs_of_drift": list(getattr(one, "signs_of_drift", ())),
        }
        for one in versions
    ]


def _vision_words(stated: StatedVision) -> str:
    if not stated.visions and stated.purpose is None:
        return "No vision stated yet. See: lodestar vision set --help"
    lines = [stated.purpose.statement, ""] if stated.purpose else []
    return "\n".join([*lines, *(f"{line.area} (since {line.set_on}): {line.statement}" for line in stated.visions)])


def _reality_answer(item: Reality) -> dict[str, object]:
    return {
        "area": item.area,
        "rating": item.rating,
        "text": item.text,
        "date": item.observed_on.isoformat(),
        "from": item.told_by,
    }
