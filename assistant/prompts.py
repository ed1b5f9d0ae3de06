"""Read the words that ship with the program: Markdown or TOML files with front matter that is checked.

Front matter is TOML between two lines of `+++`; every file names at least its `version` and its `source`.
A `.toml` file has the same keys at its top.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.errors import Unreadable

FENCE = "+++"


class FrontMatter(BaseModel):
    """What every file of words says about itself; a kind of file adds its own keys in a subclass."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: int = Field(ge=1)
    source: str = Field(min_length=1)


M = TypeVar("M", bound=BaseModel)


def parse_markdown(text: str, form: type[M], name: str) -> tuple[M, str]:
    """Split a text into its checked front matter and its body. Raises Unreadable with file, line and reason."""
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].strip() != FENCE:
        raise Unreadable(f"{name}, line 1: front matter must begin with {FENCE}", source=name)
    end = next((at for at, line in enumerate(lines[1:], 1) if line.strip() == FENCE), None)
    if end is None:
        raise Unreadable(f"{name}, line 1: front matter is not closed by {FENCE}", source=name)
    front = parse_toml("".join(lines[1:end]), form, name, first_line=2)
    return front, "".join(lines[end + 1 :]).strip("\n")


def parse_toml(text: str, form: type[M], name: str, first_line: int = 1) -> M:
    """Check a TOML text against its form. Raises Unreadable with file, line or key, and reason."""
    try:
        return form.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise Unreadable(f"{name}: {error} (line 1 there is line {first_line} of the file)", source=name) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        key, nth = (*first["loc"], "", 0)[:2]
        line = _line_of(text, str(key), nth if isinstance(nth, int) else 0, first_line)
        raise Unreadable(f"{name}, line {line}: {place}: {first['msg']}", source=name) from error


def load_markdown(path: Path, form: type[M]) -> tuple[M, str]:
    """Read one Markdown file with front matter. Raises Unreadable."""
    return parse_markdown(_text(path), form, str(path))


def load_toml(path: Path, form: type[M]) -> M:
    """Read one TOML file. Raises Unreadable."""
    return parse_toml(_text(path), form, str(path))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf8")
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"{path}: {error}", source=str(path)) from error


def _line_of(text: str, key: str, nth: int, first_line: int) -> int:
    """Return the line of a top-level key, or of the nth table of that name; the first where it is missing."""
    at = [at for at, line in enumerate(text.splitlines()) if key and line.strip("[] ").split("=")[0].strip() == key]
    return first_line + at[min(nth, len(at) - 1)] if at else first_line
