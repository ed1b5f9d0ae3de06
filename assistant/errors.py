"""Every error that Lodestar raises on purpose, as one tree.

    LodestarError                 1   something failed, said in plain words
    ├── UsageError                2   asked for something that makes no sense
    ├── NoVault                  10   there is no vault at that place
    ├── VaultInUse               11   another process holds it
    ├── WrongPassphrase          12
    ├── NoVoice                  13   a language model was demanded and there is none
    ├── VaultDamaged             14   a page or the file cannot be read
    │   └── HeaderDamaged        14   the first page or the key file is broken
    ├── VaultReadOnly             1   words cannot be written there
    ├── DiskFull                  1   words could not be written: no room
    ├── NotFound                  1   no entry, session or record of that id
    ├── Unreadable                1   a file from outside cannot be understood
    ├── ModelRefused              1   a model file is altered, unknown, too large or not a model
    ├── FetchFailed               1   the model hub cannot be reached or does not give the file
    ├── EngineStopped             1   a model process died or was ended in mid-work
    └── IndexBroken               1   the vector index is damaged; it is rebuilt from the vault

The number is the exit code of the command line (see docs/command-line.md).
"""

from __future__ import annotations

from typing import ClassVar


class LodestarError(Exception):
    """Something failed; `message` says what, `hint` what the person can do."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(LodestarError):
    """The request makes no sense as it stands."""

    exit_code: ClassVar[int] = 2


class NoVault(LodestarError):
    """There is no vault at the given place."""

    exit_code: ClassVar[int] = 10


class VaultInUse(LodestarError):
    """Another process holds the vault in a way that excludes this one."""

    exit_code: ClassVar[int] = 11


class WrongPassphrase(LodestarError):
    """The passphrase or recovery code does not open the vault."""

    exit_code: ClassVar[int] = 12


class NoVoice(LodestarError):
    """A language model was demanded and none can be used."""

    exit_code: ClassVar[int] = 13


class VaultDamaged(LodestarError):
    """A page of the vault cannot be read."""

    exit_code: ClassVar[int] = 14


class HeaderDamaged(VaultDamaged):
    """The vault's first page or its key file is broken."""


class VaultReadOnly(LodestarError):
    """The vault's folder or file does not take writes."""


class DiskFull(LodestarError):
    """There is no room for the words."""


class NotFound(LodestarError):
    """Nothing in the vault has that id."""


class Unreadable(LodestarError):
    """Something from outside cannot be understood; `source` names it."""

    def __init__(self, message: str, hint: str = "", *, source: str = "") -> None:
        super().__init__(message, hint)
        self.source = source


class ModelRefused(LodestarError):
    """A model file may not or cannot be used."""


class FetchFailed(LodestarError):
    """A model did not come from the hub; what came so far stays."""


class EngineStopped(LodestarError):
    """A model process died or was ended before it answered."""


class IndexBroken(LodestarError):
    """The vector index cannot be trusted; it is rebuilt from the vault."""
