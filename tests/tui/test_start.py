"""The first picture: nothing heavy is loaded, and no vault is needed for it."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from typing import TYPE_CHECKING, NoReturn

from assistant.tui import words
from assistant.tui.app import LodestarApp
from assistant.tui.composer import Composer
from assistant.tui.help_screen import HelpScreen
from assistant.tui.places import PLACES

if TYPE_CHECKING:
    from tests.tui.conftest import Evening

HEAVY = ("chromadb", "llama_cpp", "numpy", "sklearn", "sqlcipher3", "pydantic", "typer", "markdown_it", "tree_sitter")


def test_the_screen_loads_nothing_heavy() -> None:
    """In a fresh interpreter the application and its first page load no database, model, index or parser."""
    look = "import sys, assistant.tui.app, assistant.tui.today; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True).stdout.split()
    assert "assistant.tui.today" in loaded
    assert [name for name in HEAVY if name in loaded] == []
    assert [name for name in loaded if name.startswith(("assistant.vault", "assistant.coaching"))] == []


async def test_one_can_write_before_the_vault_is_open() -> None:
    """While the vault opens, typing works, Enter keeps the words where they are, and says why."""
    opening = asyncio.Event()

    async def never(passphrase: str | None) -> NoReturn:
        opening.set()
        await asyncio.Event().wait()
        raise AssertionError

    app = LodestarApp(never)
    async with app.run_test(notifications=True) as pilot:
        await opening.wait()
        await pilot.press("a", "b", "enter")
        assert app.screen.query_one(Composer).text == "ab"
        text = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert words.OPENING in text
        assert words.VOICE_OPENING in text


async def test_keys_can_be_changed_by_name(evening: Evening) -> None:
    """Every binding of the application has a name under which another key can be given to it."""
    async with evening.on_screen() as pilot:
        own = [binding for bindings in pilot.app._bindings.key_to_bindings.values() for binding in bindings]
        places = [binding.id for binding in own if binding.action.startswith("app.switch_mode")]
        assert sorted(filter(None, places)) == sorted(f"place.{place}" for place, _key, _title in PLACES)
        pilot.app.set_keymap({"place.help": "f11"})
        await pilot.press("f11")
        await evening.until(lambda: isinstance(pilot.app.screen, HelpScreen))


async def test_what_could_not_be_read_of_a_linked_folder_is_said(evening: Evening) -> None:
    """Once the vault is open and its folders were read."""
    evening.linked_trouble.append("/home/me/notes: a.md could not be read: it is not text.")
    async with evening.on_screen() as pilot:
        await evening.told(pilot, "a.md could not be read")
