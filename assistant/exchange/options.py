"""What a person may say about the files they bring in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import tzinfo

from assistant.exchange.dates import Order, local_zone


@dataclass(frozen=True, slots=True)
class Options:
    """Everything an importer needs that the files do not say."""

    zone: tzinfo = field(default_factory=local_zone)
    """The time zone of dates that carry none."""
    password: str | None = field(default=None, repr=False)
    """For encrypted journals."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """For tables: which column holds `date`, `text`, `title`, `tags`, `id`, `time`."""
    order: Order | None = None
    """Whether the day or the month comes first in numeric dates, where the files leave it open."""
