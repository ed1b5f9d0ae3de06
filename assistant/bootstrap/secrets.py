"""Ask for a secret: from a file that an environment variable names, else on the terminal, never on the command line."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from assistant.errors import UsageError, WrongPassphrase

PASSPHRASE_FILE: Final = "LODESTAR_PASSPHRASE_FILE"


def passphrase() -> str:
    """Return the passphrase: from `LODESTAR_PASSPHRASE_FILE`, else asked for on the terminal.

    Raises WrongPassphrase where neither is to be had.
    """
    return asked_secret("Passphrase: ", PASSPHRASE_FILE)


def new_passphrase(file_variable: str = PASSPHRASE_FILE) -> str:
    """Return a passphrase to be; asked for twice on a terminal. Raises UsageError, WrongPassphrase."""
    first = asked_secret("New passphrase: ", file_variable)
    if not os.environ.get(file_variable) and asked_secret("Once more: ", file_variable) != first:
        raise UsageError("the two passphrases differ", "Nothing was changed; try again.")
    if not first:
        raise UsageError("an empty passphrase protects nothing", "Choose a few words that only you would put together.")
    return first


def asked_secret(prompt: str, file_variable: str) -> str:
    """Return a secret from the file that an environment variable names, else asked for without echo."""
    named = os.environ.get(file_variable)
    if named:
        try:
            return Path(named).read_text(encoding="utf8").rstrip("\r\n")
        except OSError as error:
            raise WrongPassphrase(
                f"the passphrase file {named} cannot be read: {error.strerror}", f"{file_variable} names it."
            ) from error
        except UnicodeDecodeError:  # not chained: it carries the bytes of the file
            raise WrongPassphrase(
                f"the passphrase file {named} is not text in UTF-8", f"{file_variable} names it."
            ) from None
    if not sys.stdin.isatty():
        raise WrongPassphrase(
            "a passphrase is needed and there is no terminal to ask for it",
            f"Put it into a file and name that file in {file_variable}.",
        )
    import getpass

    try:
        return getpass.getpass(prompt)
    except EOFError:
        raise WrongPassphrase("no passphrase was given", "Type it, then press Enter.") from None
