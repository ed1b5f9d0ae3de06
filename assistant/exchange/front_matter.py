"""Read the block of YAML (or of TOML, as Hugo has it) at the top of a Markdown file: small, every scalar as text."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date, time
from typing import Final

import yaml

FRONT_MATTER_BYTES: Final = 64 * 1024
"""The longest block that is read; real ones stay under 4 KB."""

DEPTH: Final = 12
"""The most lists and mappings within each other; the reader calls itself for each."""

PARTS: Final = 50_000
"""The most names, values and lists of one block; a month of RedNotebook has a few hundred."""

Value = str | list["Value"] | dict[str, "Value"]
"""What front matter is made of here."""

_OPENING = re.compile(r"\A---[ \t]*\r?\n")
_TOML_OPENING = re.compile(r"\A\+\+\+[ \t]*\r?\n")
_TOML_CLOSING = re.compile(r"^\+\+\+[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
_JRNL: Final = re.compile(
    r"title: (?P<title>[^\r\n]*)\r?\ndate: (?P<date>[^\r\n]*)\r?\nstarred: [^\r\n]*\r?\ntags: ?(?P<tags>[^\r\n]*)\r?\n"
    r"(?:[^\r\n]*\r?\n){0,8}?body: \|[ \t]*(?:\r?\n(?P<body>.*))?\Z",
    re.DOTALL,
)
"""What jrnl exports as YAML and is none: titles without the quotes that they need, words indented by a tab."""
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parted:
    """A Markdown text in its two parts, the body exactly as it stood; `refusal` says why a block was not understood."""

    front: dict[str, Value]
    body: str
    refusal: str | None = None


def parted(text: str) -> Parted:
    """Part a text from its front matter.

    A block that is too large, not a mapping, or uses what a journal never needs (aliases, tags, deep nesting) stays
    part of the body, so that no word is lost.
    """
    yaml_opening = _OPENING.match(text)
    opening = yaml_opening or _TOML_OPENING.match(text)
    if not opening:
        return Parted({}, text)
    end, read = (_CLOSING, mapping_of) if yaml_opening else (_TOML_CLOSING, _of_toml)
    closing = end.search(text, opening.end(), opening.end() + FRONT_MATTER_BYTES)
    if not closing:
        long = end.search(text, opening.end())
        return Parted({}, text, f"its front matter is longer than {FRONT_MATTER_BYTES // 1024} KB" if long else None)
    block = text[opening.end() : closing.start()]
    try:
        front = _of_jrnl(block) or read(block)
    except ValueError as error:
        return Parted({}, text, str(error))
    return Parted(front, text[closing.end() :])


def _of_jrnl(block: str) -> dict[str, Value]:
    """Return the values of a block as jrnl's export to YAML writes it; none where it is another."""
    found = _JRNL.match(block)
    if found is None:
        return {}
    body = re.sub(r"^\t", "", found["body"] or "", flags=re.MULTILINE)
    return {"title": found["title"], "date": found["date"], "tags": found["tags"], "body": body}


def _of_toml(block: str) -> dict[str, Value]:
    """Return the keys and values of a TOML block. Raises ValueError."""
    try:
        return {str(key): _value(value) for key, value in tomllib.loads(block.replace("\r\n", "\n")).items()}
    except (ValueError, RecursionError, OverflowError) as error:
        raise ValueError("its front matter is not TOML") from error


def _loader() -> type[yaml.SafeLoader]:
    """Return a loader to which every scalar is text: the one in C where PyYAML was built with it."""
    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return type("_Texts", (base,), {"yaml_implicit_resolvers": {}})


_TEXTS: Final = _loader()
_EVENTS: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def mapping_of(block: str, what: str = "its front matter") -> dict[str, Value]:
    """Return the keys and values of a YAML block. Raises ValueError with what is wrong with `what`."""
    if not block.strip():
        return {}
    try:
        _check_events(block, what)
        found = yaml.load(block, Loader=_TEXTS)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f", line {mark.line + 2}" if mark else ""
        raise ValueError(f"{what} is not YAML{place}") from error
    except (TypeError, RecursionError, UnicodeError) as error:
        raise ValueError(f"{what} is not YAML") from error
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f"{what} is not a list of names and values")
    return {str(key): _value(value) for key, value in found.items()}


def _check_events(block: str, what: str) -> None:
    """Raise ValueError where the block uses aliases, tags or deep nesting, before anything is built from it."""
    depth = 0
    for count, event in enumerate(yaml.parse(block, Loader=_EVENTS)):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise ValueError(f"{what} uses YAML aliases, which are refused")
        if getattr(event, "tag", None):
            raise ValueError(f"{what} uses YAML tags, which are refused")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if count > PARTS:
            raise ValueError(f"{what} has more than {PARTS} parts")
        if depth > DEPTH:
            raise ValueError(f"{what} is nested too deeply")


def _value(value: object) -> Value:
    if isinstance(value, dict):
        return {str(key): _value(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_value(inner) for inner in value]
    if isinstance(value, date | time):
        return value.isoformat()
    return "" if value is None else str(value)


def words_of(value: Value | None) -> tuple[str, ...]:
    """Return a list of words: from a list, or from one text with commas or spaces, as tags are written."""
    if isinstance(value, list):
        return tuple(str(inner).strip() for inner in value if isinstance(inner, str) and inner.strip())
    if isinstance(value, str):
        split = value.split(",") if "," in value else value.split()
        return tuple(word.strip() for word in split if word.strip())
    return ()


def line_of(front: dict[str, Value], *names: str) -> str | None:
    """Return the first of the named values that is a text with something in it; names are matched in any case."""
    lowered = {key.lower(): value for key, value in front.items()}
    for name in names:
        value = lowered.get(name)
        if isinstance(value, list) and len(value) == 1:
            value = value[0]
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None
