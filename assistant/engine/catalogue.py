"""Know the models that Lodestar was made with, by their bytes."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from assistant.engine.chat_format import FORMATS
from assistant.errors import Unreadable

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]

_CLOSED: Final = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
_FORMAT_NAMES: Final = frozenset(family.name for family in FORMATS)


class CatalogueModel(BaseModel):
    """One model that is known."""

    model_config = _CLOSED

    name: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]*$")]
    """What a person types."""
    title: str
    """What a person reads."""
    role: Literal["chat", "embedding"]
    """What it is for."""
    file: Annotated[str, StringConstraints(pattern=r"^[^/\\]+\.gguf$")]
    """Name of its file."""
    sha256: Sha256
    """Hash of the whole file."""
    bytes: Annotated[int, Field(gt=0)]
    """Size of the file."""
    licence: str
    """SPDX name of its licence."""
    parameters: Annotated[int, Field(gt=0)]
    """How many weights it has."""
    quantization: str
    """How its weights are stored."""
    context_tokens: Annotated[int, Field(gt=0)]
    """Longest context it was trained on."""
    chat_format: str = ""
    """Name of its chat format; empty for an embedding model."""
    languages: tuple[str, ...] = ()
    """Languages it is known to speak, as ISO 639 codes."""
    dimensions: Annotated[int, Field(ge=0)] = 0
    """Length of a vector; 0 for a chat model."""
    distribution: str = ""
    """Installed Python distribution that carries the file, where one does."""
    adapter: str = ""
    """File name of the adapter made for it, beside the catalogue."""
    adapter_sha256: Sha256 | Literal[""] = ""
    """Hash of that adapter."""
    source: str = ""
    """Where the file came from, for the record."""


class Catalogue(BaseModel):
    """All models that are known; the first chat model is the starter."""

    model_config = _CLOSED

    model: tuple[CatalogueModel, ...] = ()
    """The models, in the order in which they are offered."""

    def of_hash(self, sha256: str) -> CatalogueModel | None:
        """Return the model with these bytes."""
        return next((model for model in self.model if model.sha256 == sha256), None)

    def named(self, name: str) -> CatalogueModel | None:
        """Return the model of that name."""
        return next((model for model in self.model if model.name == name), None)

    def for_role(self, role: Literal["chat", "embedding"]) -> Iterator[CatalogueModel]:
        """Yield the models for a role, in order."""
        return (model for model in self.model if model.role == role)


def load_catalogue(text: str) -> Catalogue:
    """Read a catalogue written in TOML. Raises Unreadable, naming the field."""
    try:
        catalogue = Catalogue.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise Unreadable(f"The catalogue of models is not TOML: {error}.", source="catalogue.toml") from None
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise Unreadable(f"The catalogue of models: {place}: {first['msg']}.", source="catalogue.toml") from None
    _check_whole(catalogue)
    return catalogue


def _check_whole(catalogue: Catalogue) -> None:
    """Refuse names or hashes given twice, and chat models without a format we know."""
    for key in ("name", "sha256"):
        values = [getattr(model, key) for model in catalogue.model]
        if len(set(values)) != len(values):
            raise Unreadable(f"The catalogue of models gives a {key} twice.", source="catalogue.toml")
    for model in catalogue.for_role("chat"):
        if model.chat_format not in _FORMAT_NAMES:
            raise Unreadable(
                f"The catalogue of models: {model.name} has no known chat format.", source="catalogue.toml"
            )
