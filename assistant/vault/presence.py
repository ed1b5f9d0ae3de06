"""Say what lies in a folder: no vault, a plain one or an encrypted one."""

from __future__ import annotations

from pathlib import Path

from assistant.vault.failures import header_damaged, no_vault, translated
from assistant.vault.layout import Layout


def exists(folder: Path) -> bool:
    """Say whether there is a vault in that folder."""
    return Layout(folder).exists()


def is_encrypted(folder: Path) -> bool:
    """Say whether the vault in that folder is encrypted: its database's first bytes tell.

    Raises NoVault, and HeaderDamaged where the first bytes are those of neither and there is no key.
    """
    layout = Layout(folder)
    if not layout.exists():
        raise no_vault(folder)
    with translated(folder):
        if layout.lacks_key() and not layout.new_key.exists():
            raise header_damaged(folder)
        return not layout.has_plain_header()
