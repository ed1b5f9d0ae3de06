"""Read the JSON in which a vision is stated."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from assistant.core.ids import Area, as_area
from assistant.errors import Unreadable
from assistant.services.compass import VisionLine


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid")

    area: Annotated[Area, AfterValidator(as_area)]
    statement: str = Field(min_length=1)
    set_on: date | None = None
    signs_of_progress: list[str] = []
    signs_of_drift: list[str] = []


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    purpose: str | None = None
    vision: list[_Line] = []


@dataclass(frozen=True, slots=True)
class VisionFile:
    """A purpose and vision lines, as someone stated them in a file."""

    purpose: str | None
    visions: tuple[VisionLine, ...]


def parse_vision_file(path: Path) -> VisionFile:
    """Read `{"purpose", "vision": [...]}`; `-` reads standard input. Raises Unreadable naming place and reason."""
    name = "standard input" if str(path) == "-" else str(path)
    try:
        raw = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        stated = _File.model_validate_json(raw)
    except OSError as error:
        raise Unreadable(f"{name} cannot be read: {error.strerror}", source=name) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the file"
        said = f"{name}: {place}: {first['msg']}"
        raise Unreadable(said, "Its form: see docs/command-line.md.", source=name) from error
    return VisionFile(stated.purpose or None, tuple(_stated(line) for line in stated.vision))


def _stated(line: _Line) -> VisionLine:
    signs = tuple(line.signs_of_progress), tuple(line.signs_of_drift)
    return VisionLine(line.area, line.statement, line.set_on, *signs)
