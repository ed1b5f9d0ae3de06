"""Turn the frozen values of the core into plain JSON values and back, checked against their types."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import TypeVar

T = TypeVar("T")


def to_plain(value: object) -> object:
    """Return the value as dicts, lists, text, numbers and None; a field at its default is left out."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: to_plain(getattr(value, field.name))
            for field in fields(value)
            if field.default is MISSING or getattr(value, field.name) != field.default
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [to_plain(inner) for inner in value]
    return value


def from_plain(form: type[T], plain: object) -> T:
    """Return a value of the dataclass `form`. Raises ValueError naming what does not fit."""
    if not isinstance(plain, Mapping):
        raise ValueError(f"a {form.__name__.lower()} must be a JSON object")
    hints = _hints(form)
    unknown = plain.keys() - hints.keys()
    if unknown:
        raise ValueError(f"a {form.__name__.lower()} has no “{sorted(map(str, unknown))[0]}”")
    try:
        return form(**{name: _fitted(hints[name], value, name) for name, value in plain.items()})
    except TypeError as error:
        raise ValueError(f"a {form.__name__.lower()} lacks a part: {error}") from error


_known_hints: dict[object, Mapping[str, object]] = {}


def _hints(form: object) -> Mapping[str, object]:
    if form not in _known_hints:
        _known_hints[form] = typing.get_type_hints(form)
    return _known_hints[form]


def _fitted(hint: object, value: object, name: str) -> object:
    """Return the plain value as its type hint wants it. Raises ValueError naming the field."""
    origin = typing.get_origin(hint)
    if isinstance(hint, typing.NewType):
        return _fitted(hint.__supertype__, value, name)
    if origin in (types.UnionType, typing.Union):
        choices = typing.get_args(hint)
        if value is None and type(None) in choices:
            return None
        return _fitted(next(choice for choice in choices if choice is not type(None)), value, name)
    if origin is tuple:
        if not isinstance(value, list):
            raise ValueError(f"“{name}” must be a list")
        return tuple(_fitted(typing.get_args(hint)[0], inner, name) for inner in value)
    if isinstance(hint, type):
        return _one(hint, value, name)
    raise ValueError(f"“{name}” cannot be read")


def _one(hint: type[object], value: object, name: str) -> object:
    if is_dataclass(hint):
        return from_plain(hint, value)
    if issubclass(hint, Enum):
        return hint(value)
    if issubclass(hint, datetime) and isinstance(value, str):
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None:
            raise ValueError(f"“{name}” must carry its offset")
        return moment
    if issubclass(hint, date) and isinstance(value, str):
        return date.fromisoformat(value)
    if isinstance(value, bool) is not issubclass(hint, bool) or not isinstance(value, hint):
        raise ValueError(f"“{name}” must be {hint.__name__}")
    return value
