"""Join the parts on one vault, each when it is first asked for."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from assistant.errors import NoVault, UsageError
from assistant.settings import Settings, cache_folder, load_settings

if TYPE_CHECKING:
    from assistant.core.ids import SessionId
    from assistant.engine.embedder import LlamaEmbedder
    from assistant.engine.process import EngineProcess
    from assistant.ports import ChatModel
    from assistant.services.compass import Compass
    from assistant.vault import SqlVault


def vault_folder(named: Path | None, settings: Settings | None = None) -> Path:
    """Return the vault's folder: the one named, else what the settings or the system say."""
    return (named or (settings or load_settings()).vault_folder).expanduser().absolute()


def now() -> datetime:
    """Return the time now with this machine's offset."""
    return datetime.now().astimezone()


class Assembly:
    """The parts on one vault.

    A context manager: `with` where only words are read or written, `async with` where a model or the index may start.
    """

    def __init__(
        self,
        settings: Settings,
        folder: Path | None,
        *,
        make: bool = False,
        passphrase: Callable[[], str] | None = None,
    ) -> None:
        self.settings = settings
        self.folder = folder
        self._make = make
        self._passphrase = passphrase

    @classmethod
    def of(cls, named: Path | None, *, make: bool = False) -> Self:
        """Prepare the parts for a vault. `make` makes it where the default place holds none yet.

        A vault that was named on the command line is never made by accident.
        """
        from assistant.cli.output import passphrase

        settings = load_settings()
        return cls(settings, vault_folder(named, settings), make=make and named is None, passphrase=passphrase)

    @classmethod
    def without_vault(cls) -> Self:
        """Prepare the parts that need no vault."""
        return cls(load_settings(), None)

    def now(self) -> datetime:
        """Return the time now with this machine's offset."""
        return now()
