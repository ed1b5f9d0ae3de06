"""Read the words that ship with the program: Markdown or TOML files with front matter that is checked.

Front matter is TOML between two lines of `+++`; every file names at least its `version` and its `source`.
A `.toml` file has the same keys at its top.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Final, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.errors import Unreadable

FENCE = "+++"
_AT_LINE: Final = re.compile(r"\s*\(at (?:line (?P<line>\d+), column \d+|end of document)\)")
"""How the standard library's reader says where it stopped."""
_HEADER: Final = re.compile(r"\s*\[{1,2}(?P<name>[\w\s.-]+)\]{1,2}\s*(?:#.*)?$")


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


class Misplaced(ValueError):
    """Something that does not fit, and where: names and numbers from the outermost table in, as in the file."""

    def __init__(self, reason: str, *place: str | int) -> None:
        super().__init__(reason)
        self.place = place


def parse_toml(text: str, form: type[M], name: str, first_line: int = 1) -> M:
    """Check a TOML text against its form. Raises Unreadable with file, line or key, and reason."""
    try:
        return form.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        at = _AT_LINE.search(str(error))
        last = len(text.splitlines())
        line = first_line + (int(at["line"]) if at and at["line"] else last) - 1
        reason = _AT_LINE.sub("", str(error)).strip()
        raise Unreadable(f"{name}, line {line}: {reason}", source=name) from error
    except ValidationError as error:
        first = error.errors()[0]
        within = first.get("ctx", {}).get("error")
        place = (*first["loc"], *(within.place if isinstance(within, Misplaced) else ()))
        where = ".".join(str(part) for part in place)
        line = first_line + _line_of(text.splitlines(), place)
        raise Unreadable(f"{name}, line {line}: {where}: {first['msg']}", source=name) from error


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


def _line_of(lines: list[str], place: tuple[str | int, ...]) -> int:
    """Return how many lines stand above a place: its key, else the nearest table around it that is there."""
    headers = {at: match["name"].replace(" ", "") for at, line in enumerate(lines) if (match := _HEADER.match(line))}
    begin, end, table, found = 0, len(lines), "", 0
    for part, following in zip(place, (*place[1:], ""), strict=True):
        if isinstance(part, int):
            continue
        name = f"{table}.{part}" if table else part
        tables = [at for at in range(begin, end) if headers.get(at) == name]
        if not tables:
            before = next((at for at in sorted(headers) if begin < at < end), end)
            keys = [at for at in range(begin, before) if re.match(rf"\s*[\"']?{re.escape(part)}[\"']?\s*=", lines[at])]
            return keys[0] if keys else found
        table, begin = name, tables[min(following, len(tables) - 1)] if isinstance(following, int) else tables[0]
        found = begin
        outside = (at for at in sorted(headers) if at > begin and not headers[at].startswith(f"{name}."))
        end = next(outside, len(lines))
    return found
