"""Wrap the vault's random key: once with the passphrase, once with a recovery code."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import unicodedata
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

from assistant.errors import HeaderDamaged, LodestarError, WrongPassphrase

KEY_BYTES: Final = 32
_SALT_BYTES: Final = 16
_VERSION: Final = 1
_RECOVERY_BYTES: Final = 20
"""160 random bits: beyond guessing, so they need no slow hash, and 32 letters to write down."""
_CROCKFORD: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Base 32 without the letters that are read as others. Source: Crockford, Base 32 (2002)."""
_READ_AS: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})
_GROUP: Final = 4


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at the passphrase costs."""

    passes: int
    memory_bytes: int


COST: Final = Cost(passes=3, memory_bytes=256 * 1024 * 1024)
"""About a second on one core. Source: libsodium's MODERATE limits; RFC 9106 section 4 asks for 64 MiB at least."""
_MOST: Final = Cost(passes=64, memory_bytes=4 * 1024**3)
"""A key file that asks for more was not written by Lodestar."""


@dataclass(frozen=True, slots=True, repr=False)
class KeyFile:
    """What stands in `key.json`: the vault's key, wrapped twice. It opens nothing by itself."""

    salt: bytes
    cost: Cost
    by_passphrase: bytes
    recovery_salt: bytes
    by_recovery: bytes

    def unwrap(self, passphrase: str) -> bytes:
        """Return the vault's key. Raises WrongPassphrase."""
        under = _from_passphrase(passphrase, self.salt, self.cost)
        return _unwrap(self.by_passphrase, under, "passphrase", "Check capitals and keyboard layout, then try again.")

    def unwrap_with_recovery(self, code: str) -> bytes:
        """Return the vault's key. Raises WrongPassphrase."""
        under = _from_recovery(code, self.recovery_salt)
        return _unwrap(self.by_recovery, under, "recovery code", "It has eight groups of four; capitals do not matter.")

    def rewrapped(self, key: bytes, passphrase: str, cost: Cost = COST) -> KeyFile:
        """Return the file with the same key under another passphrase; the recovery code stays."""
        salt = secrets.token_bytes(_SALT_BYTES)
        return replace(self, salt=salt, cost=cost, by_passphrase=_wrap(key, _from_passphrase(passphrase, salt, cost)))

    def dump(self) -> bytes:
        """Return the file's bytes, with a checksum that tells damage from a wrong passphrase."""
        fields = {
            "format": "lodestar key",
            "version": _VERSION,
            "kdf": "argon2id",
            "cost": asdict(self.cost),
            "salt": _text(self.salt),
            "by_passphrase": _text(self.by_passphrase),
            "recovery_salt": _text(self.recovery_salt),
            "by_recovery": _text(self.by_recovery),
        }
        return json.dumps(fields | {"checksum": _checksum(fields)}, indent=1).encode("ascii")


@dataclass(frozen=True, slots=True, repr=False)
class NewKey:
    """A key just drawn, the file that wraps it and the code that is shown once."""

    key: bytes
    file: KeyFile
    recovery_code: str


def draw_key(passphrase: str, cost: Cost = COST) -> NewKey:
    """Draw a random key and wrap it under the passphrase and under a new recovery code."""
    key, salt, recovery_salt = (secrets.token_bytes(size) for size in (KEY_BYTES, _SALT_BYTES, _SALT_BYTES))
    code = _recovery_code()
    file = KeyFile(
        salt=salt,
        cost=cost,
        by_passphrase=_wrap(key, _from_passphrase(passphrase, salt, cost)),
        recovery_salt=recovery_salt,
        by_recovery=_wrap(key, _from_recovery(code, recovery_salt)),
    )
    return NewKey(key, file, code)


def read_key_file(path: Path) -> KeyFile:
    """Read a key file. Raises HeaderDamaged, and LodestarError where a newer Lodestar wrote it."""
    try:
        fields = json.loads(path.read_bytes())
        checksum = fields.pop("checksum")
        whole = secrets.compare_digest(checksum, _checksum(fields))
        if whole and fields["version"] != _VERSION:
            raise LodestarError(
                "This vault's key file was written by a newer Lodestar.", "Install the newest Lodestar, then try again."
            )
        cost = Cost(**fields["cost"])
        if not whole or cost.passes > _MOST.passes or cost.memory_bytes > _MOST.memory_bytes:
            raise _damaged(path)
        names = ("salt", "by_passphrase", "recovery_salt", "by_recovery")
        return KeyFile(cost=cost, **{name: base64.b64decode(fields[name]) for name in names})
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> HeaderDamaged:
    return HeaderDamaged(
        f"The key file {path} is damaged: no passphrase can be tried on it.",
        "Put key.json back from a backup of this vault. Your passphrase is not the problem.",
    )


def _from_passphrase(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    from nacl.pwhash import argon2id

    typed = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return bytes(argon2id.kdf(KEY_BYTES, typed, salt, opslimit=cost.passes, memlimit=cost.memory_bytes))


def _from_recovery(code: str, salt: bytes) -> bytes:
    letters = "".join(character for character in code.upper() if character.isalnum()).translate(_READ_AS)
    return hashlib.blake2b(letters.encode("utf-8", "replace"), key=salt, digest_size=KEY_BYTES).digest()


def _wrap(key: bytes, under: bytes) -> bytes:
    from nacl.secret import SecretBox

    return bytes(SecretBox(under).encrypt(key))


def _unwrap(wrapped: bytes, under: bytes, what: str, hint: str) -> bytes:
    from nacl.exceptions import CryptoError
    from nacl.secret import SecretBox

    try:
        return bytes(SecretBox(under).decrypt(wrapped))
    except CryptoError as error:
        raise WrongPassphrase(f"That {what} does not open this vault.", hint) from error


def _recovery_code() -> str:
    number = secrets.randbits(_RECOVERY_BYTES * 8)
    letters = "".join(_CROCKFORD[number >> shift & 31] for shift in range(_RECOVERY_BYTES * 8 - 5, -1, -5))
    return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))


def _checksum(fields: dict[str, object]) -> str:
    return hashlib.sha256(json.dumps(fields, sort_keys=True).encode("ascii")).hexdigest()


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")
