"""Commands for beliefs: what keeps being said, and what the person makes of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.output import Context, JsonFlag, JsonlFlag, run, show
from assistant.core.ids import RecordId
from assistant.errors import UsageError

if TYPE_CHECKING:
    from datetime import datetime

    from assistant.core.entry import Quotation
    from assistant.services.beliefs import Beliefs, HeldBelief

app = typer.Typer(help="The beliefs that you keep returning to.", invoke_without_command=True)


def register(front: typer.Typer) -> None:
    """Add this group to the front door."""
    front.add_typer(app, name="beliefs")


Identity = Annotated[str, typer.Argument(metavar="ID")]


@app.callback()
def beliefs(context: typer.Context, as_json: JsonFlag = False) -> None:
    """List the beliefs that are yours, then those that your own words suggest, each with its lines."""
    if context.invoked_subcommand is None:
        run(_list(context, as_json))


@app.command()
def accept(context: typer.Context, identity: Identity, as_json: JsonFlag = False) -> None:
    """Say that a belief is yours."""
    run(_change(context, as_json, lambda held, at: held.accept(_record(identity), at)))


@app.command()
def reword(
    context: typer.Context,
    identity: Identity,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The belief in words that fit better.")],
    as_json: JsonFlag = False,
) -> None:
    """Say a belief in other words; it is yours then."""
    run(_change(context, as_json, lambda held, at: held.reword(_record(identity), text, at)))


@app.command()
def merge(
    context: typer.Context, identity: Identity, other: Annotated[str, typer.Argument(metavar="ID")],
    as_json: JsonFlag = False,
) -> None:  # fmt: skip
    """Make two beliefs one, under the first one's name."""
    run(_change(context, as_json, lambda held, at: held.merge(_record(identity), _record(other), at)))


@app.command()
def split(
    context: typer.Context,
    identity: Identity,
    entries: Annotated[list[str], typer.Argument(metavar="ENTRY…", help="The entries that say something else.")],
    as_json: JsonFlag = False,
) -> None:
    """Take what some entries say out of a belief, as a belief of its own."""

    async def apart(held: Beliefs, at: datetime) -> HeldBelief:
        from assistant.core.ids import EntryId

        return (await held.split(_record(identity), [EntryId(entry) for entry in entries], at))[1]

    run(_change(context, as_json, apart))


@app.command()
def reject(context: typer.Context, identity: Identity, as_json: JsonFlag = False) -> None:
    """Say that a belief is not so; it is not suggested again."""
    run(_change(context, as_json, lambda held, at: held.reject(_record(identity), at)))


@app.command()
def begin(context: typer.Context, as_json: JsonFlag = False) -> None:
    """Show a few lines that sound like a rule of yours, said once, to begin a belief from."""
    run(_begin(context, as_json))


@app.command()
def confirm(context: typer.Context, as_jsonl: JsonlFlag = False) -> None:
    """Ask for one line at a time whether it shows a belief too, and learn from yes and no."""
    if not as_jsonl:
        raise UsageError('confirm takes --jsonl, and first {"state": "a belief in plain words"} or {"belief": ID}')
    from assistant.cli.confirm import confirm_in_lines

    run(confirm_in_lines(context.ensure_object(Context).vault))


def _record(identity: str) -> RecordId:
    return RecordId(identity)


async def _list(context: typer.Context, as_json: bool) -> None:
    from assistant.bootstrap.assembly import Assembly
    from assistant.cli.progress import progress_bar, read_linked

    async with Assembly.of(context.ensure_object(Context).vault) as parts:
        read_linked(parts)
        with progress_bar("reading what is new") as progress:
            held = await parts.insight.beliefs.all(progress)
    show([belief_answer(one) for one in held], as_json, lambda: _words(held))


async def _begin(context: typer.Context, as_json: bool) -> None:
    from assistant.bootstrap.assembly import Assembly
    from assistant.cli.progress import read_linked

    async with Assembly.of(context.ensure_object(Context).vault) as parts:
        read_linked(parts)
        found = await parts.insight.confirm.openings()
    show([{"belief": name, **quoted(line)} for name, line in found], as_json, lambda: _begin_words(found))


def _begin_words(found: Sequence[tuple[RecordId, Quotation]]) -> str:
    if not found:
        return "No line stands out as a rule of yours."
    told = [f"Is this one of yours?  {line.written_at.date()}  “{line.text}”\n  {name}" for name, line in found]
    return "\n".join([*told, "Accept, reword or reject it by its name, or look for more like it: beliefs confirm."])


async def _change(
    context: typer.Context, as_json: bool, change: Callable[[Beliefs, datetime], Awaitable[HeldBelief]]
) -> None:
    from assistant.bootstrap.assembly import Assembly

    async with Assembly.of(context.ensure_object(Context).vault) as parts:
        held = await change(parts.insight.beliefs, parts.now())
    show(belief_answer(held), as_json, lambda: f"{held.belief.id}: {held.belief.statement} ({held.belief.status})")


def belief_answer(held: HeldBelief) -> dict[str, object]:
    """Return a belief in the form of the command line's contract."""
    belief, why = held.belief, held.why
    return {
        "belief": belief.id,
        "name": belief.statement,
        "kind": belief.kind.value,
        "status": belief.status.value,
        "evidence": [quoted(line) for line in belief.evidence],
        "counter_evidence": [quoted(line) for line in belief.counter_evidence],
        "first": held.first.isoformat() if held.first else None,
        "last": held.last.isoformat() if held.last else None,
        "weeks": held.weeks,
        "trend": held.trend.value,
        "areas": list(held.areas),
        "why": None
        if why is None
        else {
            "entries": why.entries,
            "likeness": round(why.likeness, 3),
            "confidence": round(why.confidence, 3),
            "shared": list(why.shared),
            "strength": round(why.strength, 3),
        },
    }


def quoted(line: Quotation) -> dict[str, object]:
    """Return a quotation in the form of the command line's contract."""
    return {
        "entry": line.entry,
        "source_id": line.source_id,
        "date": line.written_at.isoformat(),
        "quote": line.text,
    }


def _words(held: Sequence[HeldBelief]) -> str:
    if not held:
        return "Nothing has been said often enough to ask about. Lines to begin from: lodestar beliefs begin"
    return "\n\n".join(_belief_words(one) for one in held)


def _belief_words(held: HeldBelief) -> str:
    belief = held.belief
    head = f"“{belief.statement}”" if held.accepted else f"Is this one? “{belief.statement}”"
    told = f"  {belief.id}  {belief.status}, said in {held.weeks} weeks, {held.first} to {held.last}, {held.trend}"
    lines = [f"    {line.written_at.date()}  {line.text}" for line in belief.evidence]
    against = [f"    {line.written_at.date()}  but: {line.text}" for line in belief.counter_evidence]
    return "\n".join([head, told, *lines, *against])
