"""Every file that the program writes is named in docs/privacy.md, with its mode; words are nowhere else."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).resolve().parents[2]
CANARY = "zugunruhe"
EVENING = [{"session": "one", "text": f"I always give in at the Thursday meeting, and then the {CANARY} is back."}]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")


def named() -> dict[str, str]:
    """Return the files of the table in docs/privacy.md, each with whether it holds words."""
    files: dict[str, str] = {}
    for line in (ROOT / "docs" / "privacy.md").read_text(encoding="utf8").splitlines():
        if line.startswith("| `"):
            where, _what, words, mode = (cell.strip() for cell in line.strip("|").split("|"))
            if mode not in ("0600", "0700"):
                continue
            paths = re.findall(r"`([^`]+)`", where)
            folder = paths[0].rsplit("/", 1)[0] if not paths[0].endswith("/") else ""
            for path in paths:
                whole = path if "/" in path else f"{folder}/{path}"
                files[f"{whole}*" if whole.endswith("/") else whole] = words
    return files


def of(path: Path, home: Path) -> str:
    """Return a file's place as the document names it."""
    inside = path.relative_to(home).as_posix()
    for folder, name in (("data", "DATA"), ("config", "CONFIG"), ("cache", "CACHE")):
        inside = re.sub(rf"^{folder}/lodestar/", f"{name}/", inside)
    return inside


def evening(lodestar: Run, environment: dict[str, str], *, encrypted: bool) -> None:
    """Write, talk, search, state a vision, choose a model and look everything over, in folders of the system's."""
    for name in ("LODESTAR_VAULT", "LODESTAR_CONFIG", "LODESTAR_CACHE"):
        del environment[name]
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        environment[name] = os.environ[name]
    if encrypted:
        secret = Path(environment["HOME"]).parent / "passphrase-file"
        secret.write_text("open sesame")
        environment["LODESTAR_PASSPHRASE_FILE"] = str(secret)
        assert lodestar("init", "--encrypt").returncode == 0
    for command in (
        ["write", f"The {CANARY} has begun, as it does each autumn."],
        ["search", CANARY],
        ["reality", "set", "--area", "health", "--rating", "3", "--text", f"the {CANARY} again"],
        ["llm", "use", "starter"],
        ["doctor"],
    ):
        done = lodestar(*command)
        assert done.returncode == 0, done.stderr
    talked = lodestar("chat", "--jsonl", stdin=EVENING)
    assert "reply" in json.loads(talked.stdout)


@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])
def test_every_file_is_named_with_its_mode(lodestar: Run, environment: dict[str, str], encrypted: bool) -> None:
    """What the document does not name is not written; nobody else may read what is."""
    evening(lodestar, environment, encrypted=encrypted)
    home, files = Path(environment["HOME"]), named()
    written = [path for path in home.rglob("*") if "lodestar" in path.relative_to(home).as_posix()]
    assert any(path.name == "vault.db" for path in written)
    for path in written:
        mode = stat.S_IMODE(path.stat().st_mode)
        if path.is_dir():
            assert mode == 0o700, f"{path} has mode {mode:o}"
            continue
        assert mode == 0o600, f"{path} has mode {mode:o}"
        fitting = [words for pattern, words in files.items() if fnmatch(of(path, home), pattern)]
        assert fitting, f"docs/privacy.md does not name {of(path, home)}"
        if CANARY.encode() in path.read_bytes():
            assert fitting[0] == "yes", f"{path} holds words, and docs/privacy.md says that it does not"
            assert not encrypted, f"{path} holds words in clear"
    assert [path for path in home.rglob("*") if path.is_file() and path not in written] == []
    if encrypted:
        assert not list(home.rglob("index"))


def test_the_table_names_files() -> None:
    """The control: the document is read, and a file that it does not name is noticed."""
    assert named()["DATA/vault/vault.db"] == "yes"
    assert named()["CACHE/hashes.json"] == "no"
    assert not [pattern for pattern in named() if fnmatch("CACHE/diary.log", pattern)]
