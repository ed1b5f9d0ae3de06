"""Who may have a vault open at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import VaultInUse
from assistant.vault.lock import VaultLock


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.vault.lock.WAIT_SECONDS", 0.1)


def test_many_share_and_one_excludes(tmp_path: Path) -> None:
    """Any number share; one alone keeps all others out until it shares or lets go."""
    file = tmp_path / "vault.lock"
    sharing = [VaultLock(file) for _ in range(5)]
    with pytest.raises(VaultInUse):
        VaultLock(file, alone=True)
    for lock in sharing:
        lock.close()
    alone = VaultLock(file, alone=True)
    with pytest.raises(VaultInUse):
        VaultLock(file)
    alone.share()
    VaultLock(file).close()
    alone.close()
    alone.close()
    assert file.read_bytes() == b""


def test_who_asked_in_vain_still_shares(tmp_path: Path) -> None:
    """A lock that could not be held alone is still shared, so nobody else gets the vault alone meanwhile."""
    file = tmp_path / "vault.lock"
    first, second = VaultLock(file), VaultLock(file)
    with pytest.raises(VaultInUse):
        first.take_alone()
    second.close()
    with pytest.raises(VaultInUse):
        VaultLock(file, alone=True)
    first.take_alone()
    first.take_alone()
    first.share()
    with pytest.raises(VaultInUse):
        VaultLock(file)  # the outer of the two still holds it alone
    first.share()
    VaultLock(file).close()
    first.close()
