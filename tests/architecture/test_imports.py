"""What a static import graph cannot see: what each entry point truly loads."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = {"textual", "chromadb", "llama_cpp", "numpy", "sklearn", "dateparser", "pydantic"}


def loaded_by(code: str) -> set[str]:
    """Return the top-level modules that a fresh interpreter holds after running `code`."""
    script = f"import sys, json\n{code}\nprint(json.dumps(sorted({{name.split('.')[0] for name in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_command_line_loads_nothing_heavy() -> None:
    """Importing the front door pulls in no screen, index, model or numeric library."""
    assert not loaded_by("import assistant.cli") & HEAVY


def test_the_check_itself_sees_a_heavy_import() -> None:
    """The control: an interpreter that does import numpy is noticed."""
    assert "numpy" in loaded_by("import numpy") & HEAVY


@pytest.mark.parametrize("room", ["core", "reading", "insight", "coaching", "services"])
def test_inner_rooms_load_no_vendor(room: str) -> None:
    """Every module of the inner rooms loads without a screen, an index, a model, a database or a command line."""
    code = (
        f"import importlib, pkgutil, assistant.{room} as room\n"
        f"[importlib.import_module(m.name) for m in pkgutil.walk_packages(room.__path__, 'assistant.{room}.')]"
    )
    assert not loaded_by(code) & {"textual", "chromadb", "llama_cpp", "sqlcipher3", "typer"}


def test_saving_words_loads_neither_screen_nor_models() -> None:
    """`lodestar write` opens the vault and nothing that is slow to import."""
    code = (
        "import tempfile, os\nos.environ['LODESTAR_VAULT'] = tempfile.mkdtemp() + '/vault'\n"
        "from assistant.cli import app\napp(['write', 'a few words'], standalone_mode=False)"
    )
    assert not loaded_by(code) & {"textual", "chromadb", "llama_cpp", "numpy", "sklearn", "dateparser"}
