"""Find the words and models that ship with the program."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def shipped(name: str, *, package: Path = PACKAGE) -> Path:
    """Return the folder of `prompts` or `models`: within the installed package, else in the checkout beside it.

    The wheel carries them inside the package; an editable install has only the checkout's folders.
    Raises FileNotFoundError where neither is there, which means a broken installation.
    """
    inside, beside = package / "_shipped" / name, package.parent / name
    for folder in (inside, beside):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"{name} is neither in {inside} nor in {beside}; install Lodestar again")
