"""The command for what the person owns: every record, and how it came to stand as it does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.output import Context, JsonFlag, show

if TYPE_CHECKING:
    from assistant.services.kept_records import KeptRecord


def register(app: typer.Typer) -> None:
    """Add the command to the front door."""
    app.command()(history)


def history(
    context: typer.Context,
    record: Annotated[
        str | None, typer.Argument(metavar="[RECORD or KIND]", help="A record's id, or a kind such as belief.")
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Show every version of what you own, oldest first; without RECORD, name all your records."""
    from assistant.bootstrap.assembly import Assembly
    from assistant.services.kept_records import history_of, kept_records

    with Assembly.of(context.ensure_object(Context).vault) as parts:
        records = parts.vault.records
        found = kept_records(records) if record is None else history_of(records, record)
    if record is None:
        words = "\n".join(_named(one) for one in found)
        show([_listed(one) for one in found], as_json, lambda: words or "No record yet. See: lodestar practice --list")
    else:
        show([version for one in found for version in _versions(one)], as_json, lambda: _words(found))


def _listed(kept: KeptRecord) -> dict[str, object]:
    return {
        "record": kept.id,
        "kind": kept.kind,
        "says": kept.wording,
        "versions": len(kept.versions),
        "set_at": kept.newest.set_at.isoformat(),
        "withdrawn": kept.taken_back,
    }


def _named(kept: KeptRecord) -> str:
    versions = f", {len(kept.versions)} versions" if len(kept.versions) > 1 else ""
    gone = ", taken back" if kept.taken_back else ""
    return f"{kept.newest.set_at:%Y-%m-%d}  {kept.kind:<16} {kept.wording}  {kept.id}{versions}{gone}"


def _versions(kept: KeptRecord) -> list[dict[str, object]]:
    from assistant.core.record_words import wording_of
    from assistant.exchange.plain_values import to_plain

    return [
        {
            "record": kept.id,
            "kind": kept.kind,
            "version": version.number,
            "set_at": version.set_at.isoformat(),
            "withdrawn_at": version.withdrawn_at.isoformat() if version.withdrawn_at else None,
            "says": wording_of(version.record),
            "content": to_plain(version.record),
        }
        for version in kept.versions
    ]


def _words(found: Sequence[KeptRecord]) -> str:
    from assistant.services.kept_records import changes_of

    blocks = []
    for kept in found:
        lines = [f"{kept.kind}  {kept.id}"]
        for change in changes_of(kept.versions):
            lines.append(f"  {change.version.set_at:%Y-%m-%d}  {change.wording}")
            lines += [f"      {name}: {said}" for name, said in change.news]
        if kept.newest.withdrawn_at:
            lines.append(f"  {kept.newest.withdrawn_at:%Y-%m-%d}  taken back")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) or "No record of that kind."
