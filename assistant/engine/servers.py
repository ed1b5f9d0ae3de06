"""Decide which addresses may be spoken to, and say what would leave this machine."""

from __future__ import annotations

import ipaddress
import os
import stat
from pathlib import Path
from types import ModuleType
from typing import Final
from urllib.parse import urlsplit

from assistant.errors import ModelRefused, UsageError

KEYRING_SERVICE: Final = "lodestar"
KEY_CHARACTERS_MOST: Final = 4096


def checked_address(url: str) -> str:
    """Return a server's address without a slash at its end. Raises UsageError."""
    address = urlsplit(url.strip()) if is_address(url.strip()) else None
    if address is None:
        raise UsageError(f"“{url}” is not the address of a server", "It looks like http://127.0.0.1:8080/v1.")
    if address.username or address.password or address.query or address.fragment:
        raise UsageError("an address holds no name, key or query", "Give the key with --key-file or --ask-key.")
    return url.strip().rstrip("/")


def is_address(url: str) -> bool:
    """Tell whether a text is the address of a host on the web: half a bracket or a port that is none makes it none."""
    try:
        address = urlsplit(url)
        whole = address.scheme in ("http", "https") and bool(address.hostname) and address.port != 0
    except ValueError:
        return False
    return whole and url.isprintable() and " " not in url


def is_here(url: str) -> bool:
    """Tell whether an address is this machine's own, without asking anyone for it."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def what_leaves(url: str, what: str) -> tuple[str, ...]:
    """Say what a person agrees to when they use a server on another machine; nothing for this one."""
    if is_here(url):
        return ()
    host = urlsplit(url).hostname
    clear = ("The way there is not encrypted: whoever is on the network can read it too.",)
    return (
        f"{host} is another machine. {what}",
        "Whoever runs it can read and keep that.",
        *(clear if urlsplit(url).scheme == "http" else ()),
    )


def read_key(where: str, url: str) -> str:
    """Return the key of a server from where the settings say it is; empty for none. Raises ModelRefused, UsageError."""
    if not where:
        return ""
    if where == "keyring":
        return _checked_key(_from_keyring(url), "the keyring")
    kind, _, path = where.partition(":")
    if kind != "file" or not path:
        raise UsageError(f"“{where}” says of no key where it is", "keyring, or file:PATH.")
    return _checked_key(_from_file(Path(path).expanduser()), path)


def keep_key(url: str, key: str) -> None:
    """Put a server's key into the system's keyring. Raises ModelRefused, UsageError."""
    checked, keyring = _checked_key(key, "what you typed"), import_keyring()
    try:
        keyring.set_password(KEYRING_SERVICE, _account(url), checked)
    except keyring.errors.KeyringError as error:
        raise ModelRefused(f"The keyring does not take the key: {error}.", "Use --key-file FILE instead.") from None


def import_keyring() -> ModuleType:
    """Return the `keyring` package. Raises ModelRefused where it is not installed or the system has no keyring."""
    try:
        import keyring
    except ImportError:
        raise ModelRefused(
            "This system's keyring cannot be used.", "pip install keyring, or --key-file FILE."
        ) from None
    return keyring


def _from_keyring(url: str) -> str:
    keyring = import_keyring()
    try:
        return str(keyring.get_password(KEYRING_SERVICE, _account(url)) or "")
    except keyring.errors.KeyringError as error:
        raise ModelRefused(f"The keyring does not open: {error}.", "Use --key-file FILE instead.") from None


def _account(url: str) -> str:
    return urlsplit(url).netloc


def _from_file(path: Path) -> str:
    try:
        if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise ModelRefused(f"Others on this machine can read the key in {path}.", f"chmod 600 {path}")
        return path.read_text(encoding="utf8")
    except (OSError, UnicodeDecodeError):
        raise ModelRefused(f"The key file {path} cannot be read.", "It holds the key on one line.") from None


def _checked_key(key: str, where: str) -> str:
    key = key.strip()
    if not key or len(key) > KEY_CHARACTERS_MOST or not key.isascii() or not key.isprintable() or " " in key:
        raise ModelRefused(f"There is no key in {where}.", "It is one line without spaces.")
    return key
