"""What `lodestar forget` says before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import typer

from assistant.cli.output import note, show
from assistant.core.display import counted
from assistant.errors import UsageError

if TYPE_CHECKING:
    from assistant.bootstrap.assembly import Assembly
    from assistant.exchange.mirror import Mirrored
    from assistant.vault import Dependants, NameForgotten

OUT_OF_REACH: Final = (
    "Out of reach: what you exported or backed up before, snapshots of the disk, and the files that entries were"
    " imported from."
)


def forget_entries(
    parts: Assembly,
    chosen: tuple[list[str], list[str], str | None, str | None],
    sure: bool,
    preview: bool,
    as_json: bool,
) -> None:
    """Say what depends on the entries, ask, erase, and say what a byte search found afterwards."""
    from assistant.bootstrap.keeping import Chosen, chosen_entries, forget, would_forget

    entries, sessions, since, until = chosen
    what = Chosen(tuple(entries), tuple(sessions), parts.day(since), parts.day(until))
    found = chosen_entries(parts, what)
    before = would_forget(parts, found)
    note(_depending(before))
    if preview:
        show({"would_forget": before.entries, **_numbers(before)}, as_json, lambda: "Nothing was erased.")
        return
    _ask(sure, f"Erase {_entries(before.entries)} for good?")
    done, mirrored = forget(parts, [entry.id for entry in found])
    answer = {
        "forgotten": done.forgotten,
        "traces_left": done.traces_left,
        **_numbers(done.with_it),
        **_mirror(mirrored),
    }
    show(answer, as_json, lambda: f"{done.forgotten} forgotten, {done.traces_left} traces left in the vault's folder.")
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
    show(answer, as_json, lambda: f"Gone from {_places(done)}; {done.traces_left} traces left in the vault's folder.")
    note(OUT_OF_REACH)


def _ask(sure: bool, question: str) -> None:
    if not sure and not typer.confirm(question):
        raise UsageError("nothing was erased")


def _depending(what: Dependants) -> str:
    return (
        f"{_entries(what.entries)} to erase, and with that: {counted(what.passages, 'passage')} with vectors,"
        f" {counted(what.replies, 'reply', 'replies')}, {counted(what.drafts, 'draft')},"
        f" {counted(what.records_removed, 'record')} with no other ground."
        f" Quotations go from {counted(what.records_changed, 'record')} more."
    )


def _entries(number: int) -> str:
    return counted(number, "entry", "entries")


def _numbers(what: Dependants) -> dict[str, object]:
    return {
        "passages": what.passages,
        "replies": what.replies,
        "records_removed": what.records_removed,
        "records_changed": what.records_changed,
        "drafts": what.drafts,
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
        note(f"The mirror in {mirrored.folder} still holds what was erased: {mirrored.trouble}.")
        return {"mirror_files_removed": 0, "mirror_trouble": mirrored.trouble}
    return {"mirror_files_removed": mirrored.removed}
