"""Keep one person's words: schema, migrations, encryption, full text."""

from assistant.vault.opening import Created, create, exists, is_encrypted, open_in, open_vault
from assistant.vault.sql_vault import SqlVault

__all__ = ["Created", "SqlVault", "create", "exists", "is_encrypted", "open_in", "open_vault"]
