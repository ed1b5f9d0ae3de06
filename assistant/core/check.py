"""What a look at one part of the program or the vault found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One finding of `lodestar doctor`."""

    name: str
    ok: bool
    detail: str = ""
    """What was found, in a sentence for a person; ids and counts, never words from an entry."""
    exit_code: int = 1
    """What the command line ends with when this is not well: 14 for damage to the person's words."""
    repairable: bool = False
    """Whether it is derived, so that `--repair` makes it anew."""
