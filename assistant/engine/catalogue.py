"""Know the models that Lodestar was made with, by their bytes."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from assistant.engine.chat_format import FORMATS
from assistant.errors import Unreadable

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]

BITS_A_WEIGHT: Final = {"Q4_0": 4.6, "Q4_1": 5.1, "Q4_K_M": 4.9, "Q5_K_M": 5.7, "Q6_K": 6.6, "Q8_0": 8.5, "F16": 16.0}
"""What a weight takes in files as published, scales and the wider first and last layers included.

**Source**: the table of sizes in llama.cpp's `tools/quantize/README.md` (Llama 3.1 8B)."""

_BITS_UNSAID: Final = 8.5

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
    sha256: Sha256 | Literal[""] = ""
    """Hash of the whole file; empty where it is written down only once the file was fetched."""
    bytes: Annotated[int, Field(ge=0)] = 0
    """Size of the file; 0 where it is not known."""
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
    repository: Annotated[str, StringConstraints(pattern=r"^([A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*)?$")] = ""
    """Repository on the Hugging Face Hub that the file is fetched from."""
    source: str = ""
    """Where the file came from, for the record."""

    @property
    def estimated_bytes(self) -> int:
        """Size of the file: the known one, else what so many weights take when stored like this."""
        return self.bytes or int(self.parameters * BITS_A_WEIGHT.get(self.quantization, _BITS_UNSAID) / 8)


class Catalogue(BaseModel):
    """All models that are known; the first chat model is the starter."""

    model_config = _CLOSED

    model: tuple[CatalogueModel, ...] = ()
    """The models, in the order in which they are offered."""

    def of_hash(self, sha256: str) -> CatalogueModel | None:
        """Return the model with these bytes."""
        return next((model for model in self.model if sha256 and model.sha256 == sha256), None)

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
    """Refuse names or hashes given twice, models from nowhere, and chat models without a format we know."""
    for key in ("name", "sha256"):
        values = [value for model in catalogue.model if (value := getattr(model, key))]
        if len(set(values)) != len(values):
            raise Unreadable(f"The catalogue of models gives a {key} twice.", source="catalogue.toml")
    for model in catalogue.model:
        if not (model.sha256 or model.repository):
            raise Unreadable(
                f"The catalogue of models: {model.name} has neither hash nor repository.", source="catalogue.toml"
            )
    for model in catalogue.for_role("chat"):
        if model.chat_format not in _FORMAT_NAMES:
            raise Unreadable(
                f"The catalogue of models: {model.name} has no known chat format.", source="catalogue.toml"
            )
