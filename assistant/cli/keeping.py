"""Commands that look after the vault: encrypt, decrypt, passphrase, forget, doctor, bench."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assistant.bootstrap.secrets import asked_secret, new_passphrase, passphrase
from assistant.cli.output import Context, JsonFlag, note, run, show
from assistant.errors import UsageError
from assistant.settings import from_home


def register(app: typer.Typer) -> None:
    """Add these commands to the front door."""
    for command in (encrypt, decrypt, forget, doctor, bench):
        app.command()(command)
    app.command("passphrase")(change_passphrase)


def encrypt(context: typer.Context, as_json: JsonFlag = False) -> None:
    """Protect an existing vault with a passphrase: turned over whole, or not at all."""
    from assistant import vault
    from assistant.bootstrap.assembly import vault_folder

    folder = vault_folder(context.ensure_object(Context).vault)

    def tell(code: str) -> None:
        note(f"Recovery code, shown this once. Write it down on paper:\n\n    {code}\n")

    vault.encrypt(folder, new_passphrase(), tell=tell)
    show({"vault": str(folder), "encrypted": True}, as_json, lambda: f"{folder} is encrypted.")


def decrypt(context: typer.Context, as_json: JsonFlag = False) -> None:
    """Take the passphrase off: turned over whole, or not at all."""
    from assistant import vault
    from assistant.bootstrap.assembly import vault_folder

    folder = vault_folder(context.ensure_object(Context).vault)
    vault.decrypt(folder, passphrase())
    show({"vault": str(folder), "encrypted": False}, as_json, lambda: f"{folder} is no longer encrypted.")


def change_passphrase(
    context: typer.Context,
    recovery: Annotated[bool, typer.Option("--recovery", help="Open with the recovery code instead.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """Change the passphrase. LODESTAR_NEW_PASSPHRASE_FILE names the new one where there is no terminal.

    With --recovery, LODESTAR_PASSPHRASE_FILE names the code, which stays the same.
    """
    from assistant import vault
    from assistant.bootstrap.assembly import vault_folder

    folder = vault_folder(context.ensure_object(Context).vault)
    old = asked_secret("Recovery code: " if recovery else "Passphrase: ", "LODESTAR_PASSPHRASE_FILE")
    new = new_passphrase("LODESTAR_NEW_PASSPHRASE_FILE")
    (vault.reset_passphrase if recovery else vault.change_passphrase)(folder, old, new)
    show({"vault": str(folder)}, as_json, lambda: "The passphrase is changed.")


def forget(
    context: typer.Context,
    entries: Annotated[list[str] | None, typer.Argument(metavar="[ENTRY…]")] = None,
    session: Annotated[list[str] | None, typer.Option("--session", metavar="ID", help="A whole conversation.")] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="D", help="Everything from this day on.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="D", help="Everything up to this day.")] = None,
    record: Annotated[
        list[str] | None, typer.Option("--record", metavar="ID", help="A record of yours with all its versions.")
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="N", help="A person's name, blotted out everywhere.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    preview: Annotated[bool, typer.Option("--dry-run", help="Say what depends on it; erase nothing.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """Erase entries, a conversation, days, records or a name for good, with everything derived from them."""
    from assistant.bootstrap.assembly import Assembly
    from assistant.bootstrap.keeping import Chosen
    from assistant.cli.forgetting import forget_chosen, forget_name

    sure = yes or as_json
    if name is not None and (entries or session or since or until or record):
        raise UsageError("a name is forgotten by itself", "Run the command twice.")
    with Assembly.of(context.ensure_object(Context).vault) as parts:
        if name is not None:
            forget_name(parts, name, sure, preview, as_json)
        else:
            ids = tuple(entries or ()), tuple(session or ())
            chosen = Chosen(*ids, parts.day(since), parts.day(until), tuple(record or ()))
            forget_chosen(parts, chosen, sure, preview, as_json)


def doctor(
    context: typer.Context,
    repair: Annotated[bool, typer.Option("--repair", help="Rebuild what is derived.")] = False,
    salvage: Annotated[
        Path | None, typer.Option("--salvage", metavar="DIR", help="Carry what can be read into a new vault there.")
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Check the vault, the index and the models; repair what can be made anew from your words."""
    from assistant.bootstrap.doctor import examine

    if salvage is not None:
        _salvage(context, from_home(salvage), as_json)
        return
    checks = run(examine(context.ensure_object(Context).vault, repair))
    answer = {"checks": [{"name": check.name, "ok": check.ok, "detail": check.detail} for check in checks]}
    lines = (f"{'ok ' if check.ok else 'BAD'} {check.name}: {check.detail}" for check in checks)
    show(answer, as_json, lambda: "\n".join(lines))
    worst = max((check.exit_code for check in checks if not check.ok), default=0)
    if worst:
        raise typer.Exit(worst)


def _salvage(context: typer.Context, into: Path, as_json: bool) -> None:
    """Carry over what a damaged vault still holds; it is not touched itself."""
    from assistant import vault
    from assistant.bootstrap.assembly import vault_folder

    folder = vault_folder(context.ensure_object(Context).vault)
    done = vault.salvage(folder, into, passphrase=passphrase)
    lost = "" if done.lost is None else f" {done.lost} are lost."
    answer = {
        "vault": str(into),
        "entries": done.entries,
        "altered": done.altered,
        "lost": done.lost,
        "records": done.records,
        "replies": done.replies,
    }
    told = f"{done.entries} entries, {done.records} records and {done.replies} replies carried into {into}."
    show(answer, as_json, lambda: f"{told} {done.altered} entries are damaged in their words.{lost}")


def bench(
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME…]")] = None,
    as_json: JsonFlag = False,
) -> None:
    """Measure this machine, each figure beside the raw library doing the same work in the same run."""
    from assistant.bootstrap.bench import measure

    rows = run(measure(names or []))
    answer = [{"name": r.name, "value": r.value, "unit": r.unit, "against": r.against, "ratio": r.ratio} for r in rows]
    lines = (
        f"{r.name:<34} {r.value:>10.3f} {r.unit:<12} against {r.against:>10.3f}  ratio {r.ratio:.2f}" for r in rows
    )
    show(answer, as_json, lambda: "\n".join(lines))
