"""Commands by which words leave, come back, or are kept in step elsewhere: export, mirror, backup, restore, link."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.bootstrap.secrets import asked_secret, new_passphrase
from assistant.cli.bringing import listed_failures, named_failures
from assistant.cli.output import Context, JsonFlag, note, show
from assistant.core.display import counted
from assistant.errors import UsageError
from assistant.settings import from_home

if TYPE_CHECKING:
    from assistant.bootstrap.assembly import Assembly
    from assistant.services.bring_in import Imported
    from assistant.services.link import LinkRead

BACKUP_PASSPHRASE_FILE = "LODESTAR_BACKUP_PASSPHRASE_FILE"
WATCH_SECONDS = 30.0


def register(app: typer.Typer) -> None:
    """Add these commands to the front door."""
    for command in (export, mirror, backup, restore, link):
        app.command()(command)


def export(
    context: typer.Context,
    format_name: Annotated[str | None, typer.Argument(metavar="FORMAT", help="See --list.")] = None,
    path: Annotated[Path | None, typer.Argument(metavar="PATH", help="A file or folder that is not there yet.")] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="D", help="Entries only, from this day on.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="D", help="Entries only, up to this day.")] = None,
    listing: Annotated[bool, typer.Option("--list", help="Name the formats and stop.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """Take everything out, in a form that needs no Lodestar."""
    from assistant.exchange.exports import EXPORTS, export_named
    from assistant.services.take_out import TakeOut

    if listing:
        answer: list[Mapping[str, object]] = [{"format": one.name, "title": one.title} for one in EXPORTS]
        show(answer, as_json, lambda: "\n".join(f"{one.name:<10} {one.title}" for one in EXPORTS))
        return
    if format_name is None or path is None:
        raise UsageError("export needs a format and a path", "For example: lodestar export markdown ~/journal")
    chosen = export_named(format_name)
    with _parts(context) as parts:
        _outside(parts, from_home(path))
        take = TakeOut(parts.day(since), parts.day(until))
        count = chosen.write(take.everything(parts.vault), from_home(path))
        if parts.vault.encrypted:
            note(f"Your vault is encrypted; {path} is not.")
    show(
        {"exported": count, "path": str(path)},
        as_json,
        lambda: f"{counted(count, 'entry', 'entries')} written to {path}.",
    )


def mirror(
    context: typer.Context,
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="Keep the mirror here from now on.")] = None,
    off: Annotated[bool, typer.Option("--off", help="Keep none; the files stay where they are.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """Keep a folder of readable Markdown in step with the vault."""
    from assistant.bootstrap.keeping import mirror as bring_in_line
    from assistant.settings import save_settings

    with _parts(context) as parts:
        if off or folder is not None:
            place = None if off or folder is None else _outside(parts, from_home(folder).absolute())
            parts.settings = parts.settings.model_copy(update={"mirror": place})
        done = bring_in_line(parts, begin=folder is not None)
        if off or folder is not None:
            save_settings(parts.settings)
    if done is None:
        show({"mirror": None}, as_json, lambda: "No mirror is kept.")
        return
    answer = {
        "mirror": str(done.folder),
        "entries": done.entries,
        "removed": done.removed,
        "missing": list(done.missing),
    }
    show(
        answer,
        as_json,
        lambda: f"{done.folder} holds {_entries(done.entries)}; {counted(done.removed, 'file')} removed.",
    )


def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that is not there yet, or a folder.")],
    keep: Annotated[
        int, typer.Option("--keep", min=0, help="In a folder: keep so many of this vault's. 0 keeps all.")
    ] = 0,
    as_json: JsonFlag = False,
) -> None:
    """Seal the whole vault in one file that any age tool opens; it is read back before it counts.

    LODESTAR_BACKUP_PASSPHRASE_FILE names the passphrase where there is no terminal, so that cron can run this.
    """
    from assistant import vault
    from assistant.bootstrap.assembly import vault_folder

    own = vault_folder(context.ensure_object(Context).vault)
    with _parts(context) as parts:
        now = parts.now()
        target = _outside(parts, vault.place_for(from_home(file), own, now, in_folder=keep > 0))
        done = vault.back_up(parts.vault, target, new_passphrase(BACKUP_PASSPHRASE_FILE), now)
    if keep:
        try:
            vault.make_room(done.file, own, keep)
        except OSError as error:
            note(f"An older backup stays: {error}.")
    answer = {"backup": str(done.file), "entries": done.entries, "bytes": done.content_bytes}
    show(answer, as_json, lambda: f"{_entries(done.entries)} sealed in {done.file}, and read back.")


def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    plain: Annotated[bool, typer.Option("--plain", help="Make a vault that is not encrypted.")] = False,
    encrypt: Annotated[bool, typer.Option("--encrypt", help="Put the vault under the backup's passphrase.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """Make a vault from a backup, where there is none yet (name the place with --vault)."""
    from assistant import vault
    from assistant.bootstrap.assembly import vault_folder

    if plain and encrypt:
        raise UsageError("a vault is plain or encrypted, not both")
    folder = vault_folder(context.ensure_object(Context).vault)
    passphrase = asked_secret("Passphrase of the backup: ", BACKUP_PASSPHRASE_FILE)
    protected = True if encrypt else False if plain else None
    done = vault.restore(from_home(file), folder, passphrase, encrypt=protected)
    if done.recovery_code:
        note(f"Its passphrase is the backup's. Recovery code, shown this once:\n\n    {done.recovery_code}\n")
    answer = {"vault": str(done.folder), "entries": done.entries, "made": done.made_at, "encrypted": done.encrypted}
    show(
        answer,
        as_json,
        lambda: f"Back in {done.folder}: {_entries(done.entries)}, as of {done.made_at}.",
    )


def link(
    context: typer.Context,
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="Keep reading this folder.")] = None,
    format_name: Annotated[str, typer.Option("--format", metavar="FORMAT", help="See `import --list`.")] = "markdown",
    remove: Annotated[bool, typer.Option("--remove", help="Stop reading it; what came in stays.")] = False,
    listing: Annotated[bool, typer.Option("--list", help="Name the linked folders and stop.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Stay, and read what is new every half minute.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """Keep reading a folder of notes as it grows; it is never written to. Without DIR: read every linked folder now."""
    from assistant.bootstrap.keeping import links
    from assistant.exchange.formats import checked_name

    with _parts(context) as parts:
        linked = links(parts)
        if listing:
            there = parts.vault.links.linked()
            rows: list[Mapping[str, object]] = [{"folder": one.folder, "format": one.format} for one in there]
            show(rows, as_json, lambda: "\n".join(one.folder for one in there) or "No folder is linked.")
            return
        place = from_home(folder) if folder is not None else None
        if place is not None and remove:
            gone = linked.remove(place)
            show(
                {"removed": gone},
                as_json,
                lambda: f"{folder} is read no more." if gone else f"{folder} was not linked.",
            )
            return
        if place is not None and not place.is_dir():
            raise UsageError(f"{folder} is no folder", "Name the folder your notes lie in.")
        _show_links([linked.add(place, checked_name(format_name))] if place else linked.read_all(), as_json)
        while watch:
            time.sleep(WATCH_SECONDS)
            news = [one for one in linked.read_all() if one.imported.imported or one.news]
            if news:
                _show_links(news, as_json)


def _show_links(read: list[LinkRead], as_json: bool) -> None:
    answer: list[Mapping[str, object]] = [
        {
            "folder": one.folder,
            "imported": one.imported.imported,
            "unchanged": one.imported.unchanged,
            "left_out": one.left_out,
            "failed": listed_failures(one.imported.failed),
        }
        for one in read
    ]
    lines = [line for one in read for line in _link_lines(one.folder, one.imported)]
    show(answer, as_json, lambda: "\n".join(lines) or "No folder is linked.")


def _link_lines(folder: str, done: Imported) -> Iterator[str]:
    count = len(done.failed) + done.failed_beyond
    yield f"{folder}: {done.imported} new or changed, {count} not read."
    yield from named_failures(done.failed, count)


def _outside(parts: Assembly, path: Path) -> Path:
    """Return a place that does not lie in the vault's folder, where a forgotten word would be found again."""
    if parts.folder is not None and path.resolve().is_relative_to(parts.folder.resolve()):
        raise UsageError(f"{path} lies in the vault's own folder", "Name a place outside it.")
    return path


def _entries(number: int) -> str:
    return counted(number, "entry", "entries")


def _parts(context: typer.Context) -> Assembly:
    from assistant.bootstrap.assembly import Assembly

    return Assembly.of(context.ensure_object(Context).vault)
