"""Keep one person's words: schema, migrations, encryption, full text."""

from assistant.vault.forget import Dependants, Forgotten, depend_on, forget
from assistant.vault.opening import Created, create, open_in, open_vault, open_with_recovery
from assistant.vault.presence import exists, is_encrypted
from assistant.vault.rekey import change_passphrase, decrypt, encrypt, reset_passphrase
from assistant.vault.sql_vault import SqlVault

__all__ = [
    "Created",
    "Dependants",
    "Forgotten",
    "SqlVault",
    "change_passphrase",
    "create",
    "decrypt",
    "depend_on",
    "encrypt",
    "exists",
    "forget",
    "is_encrypted",
    "open_in",
    "open_vault",
    "open_with_recovery",
    "reset_passphrase",
]
