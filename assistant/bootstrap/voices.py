"""Choose who words a reply, on behalf of the command line and the screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from assistant.bootstrap.examine import grade_book
from assistant.bootstrap.models import check_room, tuning_memory, voice_file
from assistant.errors import ModelRefused, NoVoice, UsageError
from assistant.ports import ChatModel
from assistant.services.graded import GradedVoice
from assistant.settings import ServerSettings, Settings, cache_folder

SCRIPT: Final = "script:"


class Voices:
    """The voices of one run, each made once and ended together."""

    def __init__(self, settings: Settings) -> None:
        """Prepare; no model is opened yet."""
        self._settings = settings
        self._made: dict[str, ChatModel] = {}
        self.missing: NoVoice | ModelRefused | None = None
        """Why the question bank asks alone, where it does."""

    def named(self, name: str | None) -> ChatModel | None:
        """Return the voice of that name: `model`, `base`, `bank`, `script:FILE`; None takes the model if there is one.

        The bank alone is None. Raises NoVoice and ModelRefused where a model was demanded, UsageError.
        """
        if name == "bank":
            return None
        if name is None:
            try:
                return self._kept("model")
            except (NoVoice, ModelRefused) as error:
                self.missing = error
                return None
        return self._kept(name)

    async def close(self) -> None:
        """End whatever runs."""
        for voice in self._made.values():
            await voice.close()

    def _kept(self, name: str) -> ChatModel:
        if name not in self._made:
            made = self._make(name)
            self._made[name] = made if name.startswith(SCRIPT) else GradedVoice(made, grade_book().of)
        return self._made[name]

    def _make(self, name: str) -> ChatModel:
        if name.startswith(SCRIPT):
            return _scripted(Path(name.removeprefix(SCRIPT)))
        if name not in ("model", "base"):
            raise UsageError(f"unknown voice “{name}”", "model, base, bank or script:FILE.")
        if self._settings.voice.server is not None:
            return served_voice(self._settings.voice.server)
        from assistant.engine.voice import LlamaVoice

        try:
            model = voice_file(self._settings)
            check_room(model)
        except ModelRefused as refused:
            if name == "model":
                raise NoVoice(refused.message, refused.hint) from refused
            raise
        if name == "base":
            model = replace(model, adapter=None, adapter_sha256="")
        choice, measured = self._settings.voice, tuning_memory().of(model.sha256)
        return LlamaVoice(
            model,
            way=measured.way if measured else None,
            prefix_folder=cache_folder() / "prefixes",
            idle_seconds=choice.idle_unload_minutes * 60.0,
            threads=choice.threads,
        )


def served_voice(server: ServerSettings) -> ChatModel:
    """Return the voice of a model server. Raises ModelRefused where it was not agreed to, or its key is missing."""
    from assistant.engine.served_voice import ServedVoice
    from assistant.engine.servers import checked_address, is_here, read_key

    url = checked_address(server.url)
    if not is_here(url) and not server.agreed:
        raise ModelRefused(
            f"You have not agreed that what you write is sent to {url}.", f"lodestar llm connect {url} {server.model}"
        )
    return ServedVoice(url, server.model, key=read_key(server.key, url))


def _scripted(path: Path) -> ChatModel:
    """Return a voice that says the lines of a file, for tests. Raises UsageError."""
    from assistant.testing import ScriptedVoice

    try:
        lines = path.read_text(encoding="utf8", errors="replace").splitlines()
    except OSError as error:
        raise UsageError(f"the script {path} cannot be read: {error.strerror}") from error
    said = [line for line in lines if line.strip()]
    if not said:
        raise UsageError(f"the script {path} holds no line")
    return ScriptedVoice(said)
