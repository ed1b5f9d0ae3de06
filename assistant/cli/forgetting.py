"""What `lodestar forget` says before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import typer

from assistant.cli.output import note, show
from assistant.core.display import counted, without_controls
from assistant.errors import UsageError

if TYPE_CHECKING:
    from assistant.bootstrap.assembly import Assembly
    from assistant.bootstrap.keeping import Chosen
    from assistant.exchange.mirror import Mirrored
    from assistant.vault import Dependants, NameForgotten

OUT_OF_REACH: Final = (
    "Out of reach: what you exported or backed up before, snapshots of the disk, and the files that entries were"
    " imported from."
)


def forget_chosen(parts: Assembly, chosen: Chosen, sure: bool, preview: bool, as_json: bool) -> None:
    """Say what depends on entries and records, ask, erase, and say what a byte search found afterwards."""
    from assistant.bootstrap.keeping import chosen_entries, forget, would_forget
    from assistant.core.ids import RecordId

    found = chosen_entries(parts, chosen)
    records = [RecordId(one) for one in dict.fromkeys(chosen.records)]
    before = would_forget(parts, found, records)
    named = _named(len(found), len(records))
    note(f"{named} to erase, and with that: {_depending(before, len(records))}")
    if preview:
        answer = {"would_forget": len(found) + len(records), **_numbers(before)}
        show(answer, as_json, lambda: "Nothing was erased.")
        return
    _ask(sure, f"Erase {named} for good?")
    done, mirrored = forget(parts, [entry.id for entry in found], records)
    answer = {
        "forgotten": done.forgotten,
        "traces_left": done.traces_left,
        **_numbers(done.with_it),
        **_mirror(mirrored),
    }
    left = f"{done.forgotten} forgotten, {counted(done.traces_left, 'trace')} left in the vault's folder."
    show(answer, as_json, lambda: left + _still_saying(done.with_it))
    note(OUT_OF_REACH)


def forget_name(parts: Assembly, name: str, sure: bool, preview: bool, as_json: bool) -> None:
    """Say where the name stands, ask, blot it out, and say what a byte search found afterwards."""
    from assistant import vault
    from assistant.bootstrap.keeping import forget_name as blot_out

    before = vault.mentions(parts.vault, name)
    note(f"The name stands in {_places(before)}. Letters become blocks; everything else stays.")
    if preview:
        show({"would_change": before.entries, **_where(before)}, as_json, lambda: "Nothing was erased.")
        return
    _ask(sure, "Blot it out for good?")
    done, mirrored = blot_out(parts, name)
    answer = {"forgotten": done.entries, "traces_left": done.traces_left, **_where(done), **_mirror(mirrored)}
    left = counted(done.traces_left, "trace")
    show(answer, as_json, lambda: f"Gone from {_places(done)}; {left} left in the vault's folder.")
    note(OUT_OF_REACH)


def _ask(sure: bool, question: str) -> None:
    if not sure and not typer.confirm(question):
        raise UsageError("nothing was erased")


def _named(entries: int, records: int) -> str:
    """Return how much was named, where it was anything."""
    said = [_entries(entries)] if entries or not records else []
    return " and ".join([*said, *([counted(records, "record")] if records else [])])


def _depending(what: Dependants, named: int) -> str:
    return (
        f"{counted(what.passages, 'passage')} with vectors,"
        f" {counted(what.replies, 'reply', 'replies')}, {counted(what.drafts, 'draft')},"
        f" {counted(what.records_removed - named, 'record')} with no other ground."
        f" Quotations go from {counted(what.records_changed, 'record')} more.{_still_saying(what)}"
    )


def _still_saying(what: Dependants) -> str:
    """Name the records that stay and say some of the same words, which are the person's to keep or to erase."""
    saying = what.records_saying
    if not saying:
        return ""
    say, them = ("says", "it") if len(saying) == 1 else ("say", "one")
    names = without_controls(", ".join(saying))
    told = f" {counted(len(saying), 'record')} of yours still {say} some of these words: {names}."
    return f"{told} `lodestar history ID` shows {them}, `lodestar forget --record ID` erases {them}."


def _entries(number: int) -> str:
    return counted(number, "entry", "entries")


def _numbers(what: Dependants) -> dict[str, object]:
    return {
        "passages": what.passages,
        "replies": what.replies,
        "records_removed": what.records_removed,
        "records_changed": what.records_changed,
        "drafts": what.drafts,
        "records_saying": list(what.records_saying),
    }


def _places(what: NameForgotten) -> str:
    return (
        f"{_entries(what.entries)}, {counted(what.records, 'record')}, {counted(what.replies, 'reply', 'replies')}"
        f" and {counted(what.others, 'other place')}"
    )


def _where(what: NameForgotten) -> dict[str, object]:
    return {"entries": what.entries, "records": what.records, "replies": what.replies, "others": what.others}


def _mirror(mirrored: Mirrored | None) -> dict[str, object]:
    if mirrored is None:
        return {}
    if mirrored.trouble:
        note(f"The mirror in {mirrored.folder} may still hold what was erased: {mirrored.trouble}.")
        return {"mirror_files_removed": 0, "mirror_trouble": mirrored.trouble}
    return {"mirror_files_removed": mirrored.removed}
