"""What a person can choose, each with its meaning beneath it, read from one TOML file.

The file is `settings.toml` in the folder that the system keeps for such files (`LODESTAR_CONFIG` names another).
A few environment variables win over it for one run: `LODESTAR_VAULT`, `LODESTAR_PASSPHRASE_FILE`.
"""

from __future__ import annotations

import os
import tomllib
from contextlib import suppress
from pathlib import Path
from typing import Literal

from platformdirs import user_cache_path, user_config_path, user_data_path
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from assistant.errors import LodestarError, UsageError

APP = "lodestar"


class Chosen(BaseModel):
    """A group of settings; an unknown name is refused, so that a slip of the pen is noticed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ServerSettings(Chosen):
    """A model server that speaks OpenAI's protocol and words the questions in place of a model file."""

    url: str
    """Its address, up to and with `/v1`."""

    model: str
    """What the server calls the model."""

    key: str = ""
    """Where its key is: `keyring`, `file:PATH`, or empty for a server that asks for none. Never the key itself."""

    agreed: bool = False
    """You agreed that prompts, which hold what you write, are sent to that host. This machine needs no yes."""


class VoiceSettings(Chosen):
    """Which language model words the questions."""

    model: str | None = None
    """Name in the catalogue or path of a GGUF file; None takes the starter model that is installed."""

    threads: int = Field(default=0, ge=0, le=512)
    """Processor threads for the model; 0 takes one for each physical core."""

    idle_unload_minutes: int = Field(default=10, ge=0)
    """Let the model go after this many minutes without a question; 0 keeps it."""

    allowed_models: dict[str, str] = Field(default_factory=dict)
    """SHA-256 of model files outside the catalogue that the person said yes to, each with the file's name."""

    folders: tuple[Path, ...] = ()
    """Folders of your own that hold GGUF files, shown by `lodestar llm list`."""

    server: ServerSettings | None = None
    """A model server to ask instead; None runs the model here."""


class MemorySettings(Chosen):
    """How the past is searched."""

    chroma_url: str | None = None
    """Address of a Chroma server for a household or team; None keeps the index in the vault's folder."""

    chroma_agreed: bool = False
    """You agreed that vectors of what you write, never the words, are kept on that host. This machine needs no yes."""

    embedder: str = "all-minilm-l6-v2"
    """Name in the catalogue of the embedding model that search uses; a new one is worked in behind the old."""


class CareSettings(Chosen):
    """What is offered to a person in distress."""

    country: str | None = Field(default=None, pattern="^[A-Z]{2}$")
    """Two capital letters (ISO 3166), to name a line that can be called there; None points to findahelpline.com."""


class ScreenSettings(Chosen):
    """How the screen looks and behaves."""

    theme: str = "lodestar-dark"
    """Colours: `lodestar-dark`, `lodestar-light`, `lodestar-contrast` or any theme of Textual."""

    reveal: Literal["gradually", "at once"] = "gradually"
    """Let a checked reply appear bit by bit, or at once."""

    idle_lock_minutes: int = Field(default=15, ge=0)
    """Lock an encrypted vault after this many minutes without a key press; 0 never locks."""


class Settings(Chosen):
    """Everything a person can choose."""

    vault: Path | None = None
    """Folder of the vault; None takes the system's folder for application data."""

    mirror: Path | None = None
    """Folder in which every entry is kept as readable Markdown too, never for an encrypted vault; None keeps none."""

    voice: VoiceSettings = VoiceSettings()
    memory: MemorySettings = MemorySettings()
    care: CareSettings = CareSettings()
    screen: ScreenSettings = ScreenSettings()

    @field_validator("vault", "mirror")
    @classmethod
    def _from_home(cls, folder: Path | None) -> Path | None:
        """Read `~` as a shell would; the words must not end up in a folder of that name, wherever one happens to be."""
        try:
            return folder and from_home(folder)
        except UsageError as error:
            raise ValueError(error.message) from error

    @property
    def vault_folder(self) -> Path:
        """Where the vault lies, `LODESTAR_VAULT` first. Raises UsageError."""
        named = os.environ.get("LODESTAR_VAULT")
        return from_home(Path(named)) if named else self.vault or user_data_path(APP) / "vault"


def from_home(path: Path) -> Path:
    """Return a path with `~` as the person's own folder. Raises UsageError where it names somebody unknown."""
    try:
        return path.expanduser()
    except RuntimeError as error:
        raise UsageError(f"{path}: there is no home folder of that name", "Write the whole path.") from error


def settings_file() -> Path:
    """Return where the settings are read from and written to."""
    named = os.environ.get("LODESTAR_CONFIG")
    return from_home(Path(named)) if named else user_config_path(APP) / "settings.toml"


def cache_folder() -> Path:
    """Return the folder for what can be made anew and holds no word of the person's."""
    named = os.environ.get("LODESTAR_CACHE")
    return from_home(Path(named)) if named else user_cache_path(APP)


def load_settings(path: Path | None = None) -> Settings:
    """Read the settings; a missing file means every default. Raises UsageError naming file, setting and reason."""
    path = path or settings_file()
    try:
        return Settings.model_validate(tomllib.loads(path.read_text(encoding="utf8")))
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        told = (error.strerror or str(error)).lower()
        raise UsageError(f"{path} cannot be read: {told}", "It is a file; mend or remove it.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is not readable TOML: {error}", "Mend or remove that file.") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"{path}: {place}: {first['msg']}", "Mend that line or remove it.") from error


def save_settings(settings: Settings, path: Path | None = None) -> None:
    """Write the settings that differ from the defaults, in one atomic step. Raises LodestarError.

    A link to the file stays one: some people keep such files elsewhere, all in one place.
    """
    import tomli_w

    path = Path(os.path.realpath(path or settings_file()))
    chosen = settings.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("w", encoding="utf8") as file:
            file.write(tomli_w.dumps(chosen))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        told = (error.strerror or str(error)).lower()
        raise LodestarError(f"{path} cannot be written: {told}", "Nothing was changed there.") from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
