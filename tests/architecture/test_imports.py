"""What a static import graph cannot see: what each entry point truly loads."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = {"textual", "chromadb", "llama_cpp", "numpy", "sklearn", "dateparser", "pydantic", "asyncio", "rich"}
NATIVE = {"chromadb", "llama_cpp"}

ENTRY_POINTS = {
    "assistant.cli": HEAVY,
    "assistant.tui.app": NATIVE | {"numpy", "sklearn", "sqlcipher3", "typer"},
    "assistant.engine.voice_child": {"textual", "chromadb", "sqlcipher3", "typer", "sklearn"},
    "assistant.engine.embedder_child": {"textual", "chromadb", "sqlcipher3", "typer", "sklearn"},
    "assistant.bootstrap.memory_child": {"textual", "sqlcipher3", "typer", "sklearn"},
    "assistant.bootstrap.assembly": NATIVE | {"textual", "numpy", "sklearn", "typer"},
    "assistant.bootstrap.screen": NATIVE | {"textual", "numpy", "sklearn", "typer"},
}
"""Every way into the program, and what it must not load before it is asked for something."""

ROOMS = {
    "core": {"vendor"},
    "reading": {"vendor"},
    "insight": {"vendor"},
    "coaching": {"vendor"},
    "services": {"vendor"},
    "vault": {"textual", "chromadb", "llama_cpp", "typer"},
    "memory": {"textual", "llama_cpp", "sqlcipher3", "typer", "chromadb"},
    "engine": {"textual", "chromadb", "sqlcipher3", "typer"},
    "exchange": {"textual", "chromadb", "llama_cpp", "typer", "sqlcipher3"},
    "report": {"textual", "chromadb", "llama_cpp", "typer", "sqlcipher3"},
    "tui": {"chromadb", "llama_cpp", "sqlcipher3", "typer"},
}
"""What loading every module of a room must not load; `engine` has modules for its children, which hold llama.cpp."""

VENDORS = {"textual", "chromadb", "llama_cpp", "sqlcipher3", "typer"}


def loaded_by(code: str) -> set[str]:
    """Return the top-level modules that a fresh interpreter holds after running `code`."""
    script = f"import sys, json\n{code}\nprint(json.dumps(sorted({{name.split('.')[0] for name in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("module", ENTRY_POINTS)
def test_an_entry_point_loads_nothing_before_it_is_needed(module: str) -> None:
    """The front door loads neither a screen nor a model; a child loads neither the vault nor the screen."""
    assert not loaded_by(f"import {module}") & ENTRY_POINTS[module]


def test_the_check_itself_sees_a_heavy_import() -> None:
    """The control: an interpreter that does import numpy is noticed."""
    assert "numpy" in loaded_by("import numpy") & HEAVY


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_loads_only_its_own_vendors(room: str) -> None:
    """Every module of a room loads without what belongs to its siblings, and the inner rooms without any vendor."""
    code = (
        f"import importlib, pkgutil, assistant.{room} as room\n"
        f"[importlib.import_module(m.name) for m in pkgutil.walk_packages(room.__path__, 'assistant.{room}.')]"
    )
    forbidden = VENDORS if ROOMS[room] == {"vendor"} else ROOMS[room]
    assert not loaded_by(code) & forbidden


@pytest.mark.parametrize(
    "command",
    [["write", "a few words"], ["vision", "show"], ["reality", "show"], ["import", "--list"]],
    ids=lambda command: command[0],
)
def test_a_command_about_words_loads_neither_screen_nor_models(command: list[str]) -> None:
    """It opens the vault and nothing that is slow to import."""
    code = (
        "import tempfile, os\nos.environ['LODESTAR_VAULT'] = tempfile.mkdtemp() + '/vault'\n"
        "from assistant.cli import app\napp(['write', 'first'], standalone_mode=False)\n"
        f"app({command!r}, standalone_mode=False)"
    )
    assert not loaded_by(code) & {"textual", "chromadb", "llama_cpp", "numpy", "sklearn", "dateparser"}


@pytest.mark.parametrize("module", ["assistant.cli", "assistant.tui.app", "assistant.bootstrap.assembly"])
def test_loading_writes_nothing_and_starts_nothing(module: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Importing makes no file in the person's folders and no thread."""
    home = tmp_path_factory.mktemp("untouched")
    code = (
        f"import os, threading\nos.environ.update(HOME={str(home)!r}, XDG_DATA_HOME={str(home)!r},"
        f" XDG_CONFIG_HOME={str(home)!r}, XDG_CACHE_HOME={str(home)!r})\nimport {module}\n"
        "assert threading.active_count() == 1"
    )
    loaded_by(code)
    assert list(home.iterdir()) == []
