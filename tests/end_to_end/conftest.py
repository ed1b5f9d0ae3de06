"""Run the real program, as installed, in processes of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

Rows = Sequence[dict[str, Any]]
LODESTAR = [sys.executable, "-m", "assistant"]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment of a person with empty folders of their own."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "LANG", "TMPDIR") if key in os.environ}
    return kept | {
        "LODESTAR_VAULT": str(tmp_path / "vault"),
        "LODESTAR_CONFIG": str(tmp_path / "settings.toml"),
        "LODESTAR_CACHE": str(tmp_path / "cache"),
        "PYTHONWARNINGS": "error::ResourceWarning",
    }


@pytest.fixture
def lodestar(environment: dict[str, str]) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run one command to its end; `stdin` may be text or rows for `--jsonl`."""

    def run(
        *arguments: str, stdin: str | Rows = "", prefix: Sequence[str] = (), timeout: float = 120
    ) -> subprocess.CompletedProcess[str]:
        words = stdin if isinstance(stdin, str) else "".join(json.dumps(row) + "\n" for row in stdin)
        return subprocess.run(
            [*prefix, *LODESTAR, *arguments],
            input=words,
            capture_output=True,
            text=True,
            env=environment,
            timeout=timeout,
            encoding="utf8",
        )

    return run


@pytest.fixture
def tool() -> Callable[[str], str]:
    """Find a system tool; without it the test is skipped, or fails where CI demands every tool."""

    def find(name: str) -> str:
        found = shutil.which(name)
        if found:
            return found
        if os.environ.get("LODESTAR_TOOLS_REQUIRED"):
            pytest.fail(f"{name} is not installed")
        pytest.skip(f"{name} is not installed")

    return find
