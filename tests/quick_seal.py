"""A seal that is no secret and takes no time, in the place of age's, whose every opening costs seconds by design."""

from __future__ import annotations

import pyrage

HEAD = b"age-encryption.org/quick"


def encrypt(content: bytes, passphrase: str) -> bytes:
    """Put head and passphrase before the content."""
    return b"\n".join((HEAD, passphrase.encode(), content))


def decrypt(sealed: bytes, passphrase: str) -> bytes:
    """Return the content. Raises DecryptError for another passphrase."""
    _, named, content = sealed.split(b"\n", 2)
    if named != passphrase.encode():
        raise pyrage.DecryptError("Decryption failed")
    return content


def put_in_place() -> None:
    """Seal quickly from now on, in a process that ends soon."""
    pyrage.passphrase.encrypt = encrypt
    pyrage.passphrase.decrypt = decrypt
