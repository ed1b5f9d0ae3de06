"""Name the kinds of identity, so that a type checker keeps them apart."""

from typing import NewType

EntryId = NewType("EntryId", str)
"""Identity of one entry in one vault: 16 hexadecimal digits, given by the vault."""

PassageId = NewType("PassageId", int)
"""Identity of one embedded span of an entry: the vault's row number, never used twice."""

SessionId = NewType("SessionId", str)
"""Identity of one conversation with the coach: chosen by the caller, or 16 hexadecimal digits."""

RecordId = NewType("RecordId", str)
"""Identity of one record (vision, belief, commitment, …) over all of its versions."""

Area = NewType("Area", str)
"""Name of a life area: one of `AREAS` or one the person added."""

AREAS: tuple[Area, ...] = tuple(
    Area(name) for name in ("health", "home", "relationships", "self_image", "recreation", "career", "community")
)
"""The areas that everyone starts with.

Source: Senge et al., The Fifth Discipline Fieldbook (1994), "Drawing forth personal vision".
"""


def as_area(name: str) -> Area:
    """Return an area's name as it is kept: lower case, words joined by underscores. Raises ValueError if empty."""
    kept = "_".join(name.lower().replace("-", " ").replace("_", " ").split())
    if not kept:
        raise ValueError("an area needs a name")
    return Area(kept)
