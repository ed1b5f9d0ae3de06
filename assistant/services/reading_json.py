"""Keep a reading as JSON and take it out again."""

from __future__ import annotations

from pydantic import TypeAdapter, ValidationError

from assistant.core.reading import Reading

_ADAPTER: TypeAdapter[Reading] = TypeAdapter(Reading)


def reading_to_json(reading: Reading) -> bytes:
    """Return the reading as JSON."""
    return _ADAPTER.dump_json(reading)


def reading_from_json(value: bytes) -> Reading | None:
    """Return the reading that was kept; None where an older program kept it in another form."""
    try:
        return _ADAPTER.validate_json(value)
    except ValidationError:
        return None
