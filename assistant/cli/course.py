"""Commands for the course of things: drift from the vision, commitments and loops."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.beliefs import quoted
from assistant.cli.output import Context, JsonFlag, run, show
from assistant.core.ids import RecordId

if TYPE_CHECKING:
    from assistant.core.records import LoopLink
    from assistant.services.commitments import HeldCommitment
    from assistant.services.drifting import HeldDrift
    from assistant.services.loops import HeldLoop

drift_app = typer.Typer(help="Where the days leave what you want.", invoke_without_command=True)
commitments_app = typer.Typer(help="What you said you would do.", invoke_without_command=True)
loops_app = typer.Typer(help="Causes and effects that close upon themselves.", invoke_without_command=True)

Identity = Annotated[str, typer.Argument(metavar="ID")]
AsOf = Annotated[str | None, typer.Option("--asof", metavar="D", help="As things stood on that day (else today).")]


def register(app: typer.Typer) -> None:
    """Add these commands to the front door."""
    app.add_typer(drift_app, name="drift")
    app.add_typer(commitments_app, name="commitments")
    app.add_typer(loops_app, name="loops")


# ------------------------------------------------------------------------------------------- drift


@drift_app.callback()
def drift(context: typer.Context, asof: AsOf = None, as_json: JsonFlag = False) -> None:
    """List where the days leave the vision, each with its lines, what stands against it, and a question."""
    if context.invoked_subcommand is None:
        run(_drift(context, asof, as_json))


@drift_app.command("reject")
def reject_drift(context: typer.Context, identity: Identity, asof: AsOf = None, as_json: JsonFlag = False) -> None:
    """Say that a finding is not so; it is not told again."""
    run(_reject_drift(context, identity, asof, as_json))


async def _drift(context: typer.Context, asof: str | None, as_json: bool) -> None:
    from assistant.bootstrap.assembly import Assembly
    from assistant.cli.progress import progress_bar, read_linked

    async with Assembly.of(context.ensure_object(Context).vault) as parts:
        day = parts.day(asof) or parts.now().date()
        read_linked(parts)
        with progress_bar("reading what is new") as progress:
            found = await parts.insight.drifting.all(day, progress)
    show([drift_answer(one) for one in found], as_json, lambda: _drift_words(found))


async def _reject_drift(context: typer.Context, identity: str, asof: str | None, as_json: bool) -> None:
    from assistant.bootstrap.assembly import Assembly

    async with Assembly.of(context.ensure_object(Context).vault) as parts:
        day = parts.day(asof) or parts.now().date()
        held = await parts.insight.drifting.not_so(identity, day, parts.now())
    show(drift_answer(held), as_json, lambda: "Not told again.")


def drift_answer(held: HeldDrift) -> dict[str, object]:
    """Return a finding in the form of the command line's contract."""
    from assistant.services.drift_words import question_of

    return {
        "drift": held.id,
        "area": held.area,
        "kind": held.kind.value,
        "from": held.first.isoformat(),
        "to": held.last.isoformat() if held.last else None,
        "strength": round(held.strength, 3),
        "chance": round(held.chance, 4),
        "evidence": [quoted(line) for line in held.evidence],
        "counter_evidence": [quoted(line) for line in held.counter_evidence],
        "coverage": {"weeks_written": held.weeks_written, "weeks_mentioned": held.weeks_mentioned},
        "vision": held.vision,
        "question": question_of(held),
    }


def _drift_words(found: Sequence[HeldDrift]) -> str:
    from assistant.services.drift_words import question_of

    blocks = []
    for held in found:
        head = f"{held.area}, {held.first} to {held.last or 'now'} ({held.kind.value.replace('_', ' ')})  {held.id}"
        lines = [f"    {line.written_at.date()}  {line.text}" for line in held.evidence]
        against = [f"    {line.written_at.date()}  but: {line.text}" for line in held.counter_evidence]
        blocks.append("\n".join([head, f"  you want: {held.vision}", *lines, *against, f"  {question_of(held)}"]))
    return "\n\n".join(blocks) or "Nothing stands out."


# ------------------------------------------------------------------------------------------- commitments


@commitments_app.callback()
def commitments(context: typer.Context, as_json: JsonFlag = False) -> None:
    """List what you said you would do, and what became of it."""
    if context.invoked_subcommand is None:
        run(_commitments(context, as_json))


@commitments_app.command("accept")
def accept_commitment(context: typer.Context, identity: Identity, as_json: JsonFlag = False) -> None:
    """Keep a commitment as yours."""
    run(_change_commitment(context, "accept", identity, None, as_json))


@commitments_app.command("reword")
def reword_commitment(
    context: typer.Context, identity: Identity, text: Annotated[str, typer.Argument(metavar="TEXT")],
    as_json: JsonFlag = False,
) -> None:  # fmt: skip
    """Say a commitment in other words; it is yours then."""
    run(_change_commitment(context, "reword", identity, text, as_json))


@commitments_app.command("reject")
def reject_commitment(context: typer.Context, identity: Identity, as_json: JsonFlag = False) -> None:
    """Say that something is no commitment; it is not listed again."""
    run(_change_commitment(context, "reject", identity, None, as_json))


async def _commitments(context: typer.Context, as_json: bool) -> None:
    from assistant.bootstrap.assembly import Assembly
    from assistant.cli.progress import progress_bar, read_linked

    async with Assembly.of(context.ensure_object(Context).vault) as parts:
        read_linked(parts)
        with progress_bar("reading what is new") as progress:
            held = await parts.insight.commitments.all(progress)
    words = "\n".join(_commitment_words(one) for one in held)
    show([commitment_answer(one) for one in held], as_json, lambda: words or "Nothing promised yet.")


async def _change_commitment(
    context: typer.Context, change: str, identity: str, text: str | None, as_json: bool
) -> None:
    from assistant.bootstrap.assembly import Assembly

    async with Assembly.of(context.ensure_object(Context).vault) as parts:
        made, record, at = parts.insight.commitments, RecordId(identity), parts.now()
        if change == "reject":
            held = await made.reject(record, at)
        elif text is None:
            held = await made.accept(record, at)
        else:
            held = await made.reword(record, text, at)
    show(commitment_answer(held), as_json, lambda: _commitment_words(held))


def commitment_answer(held: HeldCommitment) -> dict[str, object]:
    """Return a commitment in the form of the command line's contract."""
    made = held.commitment
    return {
        "commitment": made.id,
        "entry": made.quotation.entry if made.quotation else None,
        "source_id": made.quotation.source_id if made.quotation else None,
        "date": made.made_on.isoformat(),
        "quote": made.quotation.text if made.quotation else made.what,
        "what": made.what,
        "due": made.due.isoformat() if made.due else None,
        "outcome": made.outcome.value,
        "outcome_entry": made.outcome_entry,
        "outcome_quote": held.shown.text if held.shown else None,
        "accepted": held.accepted,
    }


def _commitment_words(held: HeldCommitment) -> str:
    made = held.commitment
    due = f", by {made.due}" if made.due else ""
    shown = f"\n    {held.shown.written_at.date()}  {held.shown.text}" if held.shown else ""
    return f"{made.made_on}  {made.what}{due}: {made.outcome.value}  {made.id}{shown}"


# ------------------------------------------------------------------------------------------- loops


@loops_app.callback()
def loops(context: typer.Context, as_json: JsonFlag = False) -> None:
    """List the loops you confirmed, then those that your own words suggest."""
    if context.invoked_subcommand is None:
        run(_loops(context, as_json))


@loops_app.command("accept")
def accept_loop(context: typer.Context, identity: Identity, as_json: JsonFlag = False) -> None:
    """Say that it goes round like that."""
    run(_change_loop(context, "accept", identity, (), as_json))


@loops_app.command("reword")
def reword_loop(
    context: typer.Context,
    identity: Identity,
    names: Annotated[list[str], typer.Argument(metavar="TEXT…", help="A name for each cause, in turn.")],
    as_json: JsonFlag = False,
) -> None:
    """Name what goes round in your own words; the loop is yours then."""
    run(_change_loop(context, "reword", identity, names, as_json))


@loops_app.command("reject")
def reject_loop(context: typer.Context, identity: Identity, as_json: JsonFlag = False) -> None:
    """Say that it does not go round like that; it is not offered again."""
    run(_change_loop(context, "reject", identity, (), as_json))


async def _loops(context: typer.Context, as_json: bool) -> None:
    from assistant.bootstrap.assembly import Assembly
    from assistant.cli.progress import progress_bar, read_linked

    async with Assembly.of(context.ensure_object(Context).vault) as parts:
        read_linked(parts)
        with progress_bar("reading what is new") as progress:
            held = await parts.insight.loops.all(progress)
    words = "\n\n".join(_loop_words(one) for one in held)
    show([loop_answer(one) for one in held], as_json, lambda: words or "Nothing goes round that you wrote down.")


async def _change_loop(context: typer.Context, change: str, identity: str, names: Sequence[str], as_json: bool) -> None:
    from assistant.bootstrap.assembly import Assembly

    async with Assembly.of(context.ensure_object(Context).vault) as parts:
        made, record, at = parts.insight.loops, RecordId(identity), parts.now()
        if change == "reject":
            held = await made.reject(record, at)
        elif change == "reword":
            held = await made.reword(record, names, at)
        else:
            held = await made.accept(record, at)
    show(loop_answer(held), as_json, lambda: _loop_words(held))


def loop_answer(held: HeldLoop) -> dict[str, object]:
    """Return a loop in the form of the command line's contract."""
    return {
        "loop": held.loop.id,
        "type": held.loop.type.value,
        "links": [_link_answer(held, link) for link in held.loop.links],
        "confirmed": held.loop.confirmed,
        "beside": [_link_answer(held, link) for link in held.loop.beside],
        "archetype": held.loop.archetype,
        "joints": None if held.joints is None else round(held.joints, 3),
    }


def _link_answer(held: HeldLoop, link: LoopLink) -> dict[str, object]:
    said = quoted(link.quotation)
    if link.quotation in held.gone:
        said["quote"] = None
    return {"cause": link.cause, "effect": link.effect, "sign": link.sign.value, **said}


def _loop_words(held: HeldLoop) -> str:
    head = f"{held.loop.id}  {held.loop.type.value}" + ("" if held.loop.confirmed else ", is that so?")
    said = held.said((*held.loop.links, *held.loop.beside))
    lines = [f"    {line.written_at.date()}  {line.text}" for line in said]
    shape = [f"  You found it to have the shape of {held.loop.archetype}."] if held.loop.archetype else []
    return "\n".join([head, *lines, *shape])
