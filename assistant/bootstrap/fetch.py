"""Fetch a model by name, on behalf of the command line: what it would take, and then doing it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assistant.bootstrap.models import catalogue, models_folder
from assistant.engine.catalogue import CatalogueModel
from assistant.engine.fetching import Fetched, Progress, contacted, fetch, hub_endpoint, place_of
from assistant.errors import UsageError


@dataclass(frozen=True, slots=True)
class FetchPlan:
    """What a fetch would do, for the person to agree to."""

    model: CatalogueModel
    endpoint: str
    folder: Path

    @property
    def here(self) -> bool:
        """Whether the file is here already."""
        return place_of(self.model, self.folder).is_file()

    def sentences(self) -> tuple[str, ...]:
        """Say what comes, under which licence, from where, and what is sent."""
        size = f"{self.model.estimated_bytes / 1e9:.1f} GB"
        about = size if self.model.bytes else f"about {size}"
        return (
            f"{self.model.title}: {about}, {self.model.licence}, from {self.model.repository}.",
            f"This contacts {contacted(self.endpoint)}.",
            "It tells them your network address and which file you want, and nothing else.",
            f"It is kept in {place_of(self.model, self.folder).parent}.",
        )

    def run(self, progress: Progress) -> Fetched:
        """Fetch it. Raises FetchFailed, DiskFull, ModelRefused."""
        return fetch(self.model, self.folder, self.endpoint, progress)


def plan_fetch(name: str) -> FetchPlan:
    """Find out what fetching a model would take. Raises UsageError."""
    model = catalogue().named(name)
    if model is None or not model.repository:
        names = ", ".join(one.name for one in catalogue().model if one.repository)
        raise UsageError(f"the catalogue names nothing to fetch as {name}", f"It has: {names}.")
    return FetchPlan(model, hub_endpoint(), models_folder())
