"""Keep every test away from the network and from the user's own folders."""

from __future__ import annotations

import ipaddress
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest


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
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Point every folder that the program uses by default into a temporary one."""
    home = tmp_path_factory.mktemp("home")
    for name in [key for key in os.environ if key.startswith("LODESTAR_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    for name, folder in (("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache")):
        monkeypatch.setenv(name, str(home / folder))
    yield


@pytest.fixture
def vault_folder(tmp_path: Path) -> Path:
    """A place for a vault that is not made yet."""
    return tmp_path / "vault"
