"""What the documents say of the command line is what the program does."""

from __future__ import annotations

import importlib.util
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., subprocess.CompletedProcess[str]]
README = (ROOT / "README.md").read_text(encoding="utf8")
LINKED = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.fixture(scope="module")
def docs() -> ModuleType:
    """The script that writes the page."""
    found = importlib.util.spec_from_file_location("command_docs", ROOT / "scripts" / "command_docs.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def test_the_page_shows_the_help_of_every_command(docs: ModuleType) -> None:
    """A changed option is a changed page: run scripts/command_docs.py."""
    assert docs.PAGE.read_text(encoding="utf8") == docs.page(), "run: .venv/bin/python scripts/command_docs.py"


def test_every_command_says_what_it_does(docs: ModuleType) -> None:
    """No command and no option is without a word."""
    for name, said in docs.helps():
        assert len(said.splitlines()) > 3, name
        assert "\n  " in said, name


@pytest.mark.parametrize("line", re.findall(r"^    lodestar (\w+[^#\n]*)", README, re.MULTILINE))
def test_the_commands_of_the_readme_exist(lodestar: Run, line: str) -> None:
    """Each of them is known, with the arguments shown there."""
    words = re.findall(r'"[^"]*"|\S+', line)
    done = lodestar(words[0], "--help")
    assert done.returncode == 0, done.stderr
    for option in (word for word in words if word.startswith("--")):
        assert option in done.stdout


@pytest.mark.parametrize("page", LINKED, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    """Links to files of the repository, in the README and in the documents."""
    for target in re.findall(r"\]\((?!https?:|mailto:)([^)#\s]*)", page.read_text(encoding="utf8")):
        assert not target or (page.parent / target).exists(), f"{page.name} links to {target}"
