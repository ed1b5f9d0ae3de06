"""Keep one person's words: schema, migrations, encryption, full text."""

from assistant.vault.backup import BackedUp, Restored, back_up, restore
from assistant.vault.backup_place import make_room, place_for
from assistant.vault.check import check, repair
from assistant.vault.forget import Dependants, Forgotten, depend_on, forget
from assistant.vault.forget_name import NameForgotten, forget_name, mentions
from assistant.vault.opening import Created, create, open_in, open_vault, open_with_recovery
from assistant.vault.presence import exists, is_encrypted
from assistant.vault.rekey import change_passphrase, decrypt, encrypt, reset_passphrase
from assistant.vault.salvage import Salvaged, salvage
from assistant.vault.sql_vault import SqlVault

__all__ = [
    "BackedUp",
    "Created",
    "Dependants",
    "Forgotten",
    "NameForgotten",
    "Restored",
    "Salvaged",
    "SqlVault",
    "back_up",
    "change_passphrase",
    "check",
    "create",
    "decrypt",
    "depend_on",
    "encrypt",
    "exists",
    "forget",
    "forget_name",
    "is_encrypted",
    "make_room",
    "mentions",
    "open_in",
    "open_vault",
    "open_with_recovery",
    "place_for",
    "repair",
    "reset_passphrase",
    "restore",
    "salvage",
]
