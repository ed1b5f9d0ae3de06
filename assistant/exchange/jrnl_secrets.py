"""Open the encrypted journals of jrnl, of every version it has had.

**Source**: the formats as jrnl (github.com/jrnl-org/jrnl) documents them: since 4.x `JRNLv3`, two bytes of header
length, a header with a salt, a Fernet token; 2.x to 4.x a Fernet token under a fixed salt; 1.x AES in CBC mode.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import struct
from typing import Final

from assistant.exchange.decoding import wide_encoding

V3: Final = b"JRNLv3"
_FERNET: Final = b"gAAAAA"
_FIXED_SALT: Final = bytes.fromhex("f2d5710ec18d2ededc8e36748904cef8")
"""The salt that jrnl 2.x wrote into every journal."""
_ROUNDS: Final = 100_000
_BLOCK: Final = 16


def is_encrypted(content: bytes) -> bool:
    """Tell whether a file is an encrypted journal; one of jrnl 1.x shows only that it is no text."""
    return content.startswith((V3, _FERNET)) or _looks_old(content)


def _looks_old(content: bytes) -> bool:
    if len(content) < 2 * _BLOCK or len(content) % _BLOCK or wide_encoding(content):
        return False
    try:
        content.decode("utf8")
    except UnicodeDecodeError:
        return any(byte < 9 for byte in content[:4096])
    return False


def opened(content: bytes, password: str) -> bytes:
    """Return the journal's text as bytes. Raises ValueError where the password does not open it."""
    try:
        if content.startswith(V3):
            return _fernet(*_parts_of_v3(content), password)
        if content.startswith(_FERNET):
            return _fernet(_FIXED_SALT, content.strip(), password)
        return _old(content, password)
    except (ValueError, KeyError, TypeError, struct.error, binascii.Error) as error:
        raise ValueError("the password does not open it, or it was altered") from error


def _parts_of_v3(content: bytes) -> tuple[bytes, bytes]:
    """Return salt and token. Headers of early versions stand in plain JSON, later ones in base64."""
    (length,) = struct.unpack_from(">H", content, len(V3))
    start = len(V3) + 2
    header = content[start : start + length]
    if not header.startswith(b"{"):
        header = base64.urlsafe_b64decode(header)
    return base64.urlsafe_b64decode(json.loads(header)["salt"]), content[start + length :].strip()


def _fernet(salt: bytes, token: bytes, password: str) -> bytes:
    from cryptography.fernet import Fernet, InvalidToken

    key = hashlib.pbkdf2_hmac("sha256", password.encode("utf8"), salt, _ROUNDS)
    try:
        return Fernet(base64.urlsafe_b64encode(key)).decrypt(token)
    except InvalidToken as error:
        raise ValueError("not the password") from error


def _old(content: bytes, password: str) -> bytes:
    """Return what jrnl 1.x wrote: PKCS#7 padding, or blanks before 1.0. Nothing seals it: a wrong password shows
    in padding that does not fit or bytes that are no text."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
    from cryptography.hazmat.primitives.padding import PKCS7

    key = hashlib.sha256(password.encode("utf8")).digest()
    decryptor = Cipher(algorithms.AES(key), modes.CBC(content[:_BLOCK])).decryptor()
    padded = decryptor.update(content[_BLOCK:]) + decryptor.finalize()
    if padded.endswith(b" "):
        text = padded.rstrip(b" ")
    else:
        unpadder = PKCS7(8 * _BLOCK).unpadder()
        text = unpadder.update(padded) + unpadder.finalize()
    text.decode("utf8")
    return text
