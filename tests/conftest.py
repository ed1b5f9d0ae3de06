"""Keep every test away from the network and from the user's own folders; run the program in processes of its own."""

from __future__ import annotations

import ipaddress
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import hypothesis
import pytest

Rows = Sequence[dict[str, Any]]
LODESTAR = [sys.executable, "-m", "assistant"]
TOOLS_REQUIRED = bool(os.environ.get("LODESTAR_TOOLS_REQUIRED"))
"""`.ci/run` installs the system tools that proofs need and allows none to be missing."""

hypothesis.settings.register_profile("lodestar", deadline=None)  # a busy machine is no fault in the code
hypothesis.settings.load_profile("lodestar")

FIGURES = pytest.StashKey[list[str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer `--prove`: run the long proofs whole instead of a seeded sample."""
    parser.addoption("--prove", action="store_true", help="run the long proofs whole")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is marked `prove` unless it was asked for."""
    if config.getoption("--prove"):
        return
    skip = pytest.mark.skip(reason="a long proof: make prove")
    for item in items:
        if item.get_closest_marker("prove"):
            item.add_marker(skip)


def pytest_configure(config: pytest.Config) -> None:
    """Begin an empty list of figures."""
    config.stash[FIGURES] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print what the proofs measured, after everything else."""
    if config.stash[FIGURES]:
        terminalreporter.section("figures")
        for line in config.stash[FIGURES]:
            terminalreporter.write_line(line)


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> Callable[[str, object], None]:
    """Report what a proof measured: `figure("kills survived", 50)`. It is printed at the end of the run."""

    def report(name: str, value: object) -> None:
        request.config.stash[FIGURES].append(f"{name}: {value}")

    return report


def _outside(address: object) -> bool:
    """Say whether a socket address leads off this machine; names count as outside unless they are localhost."""
    if not isinstance(address, tuple) or not address:
        return False
    host = str(address[0])
    try:
        return not ipaddress.ip_address(host.split("%")[0]).is_loopback
    except ValueError:
        return host not in ("localhost", "")


def _no_network(event: str, arguments: tuple[object, ...]) -> None:
    reaches_out = (event == "socket.connect" and _outside(arguments[1])) or (
        event == "socket.getaddrinfo" and _outside((arguments[0],))
    )
    if reaches_out:
        raise AssertionError(f"a test reached for the network: {event} {arguments[1:]!r}")


sys.addaudithook(_no_network)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Point every folder that the program uses by default into a temporary one."""
    home = tmp_path_factory.mktemp("home")
    for name in [key for key in os.environ if key.startswith("LODESTAR_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    for name, folder in (("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache")):
        monkeypatch.setenv(name, str(home / folder))


@pytest.fixture
def vault_folder(tmp_path: Path) -> Path:
    """A place for a vault that is not made yet."""
    return tmp_path / "vault"


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
        if TOOLS_REQUIRED:
            pytest.fail(f"{name} is not installed")
        pytest.skip(f"{name} is not installed")

    return find
