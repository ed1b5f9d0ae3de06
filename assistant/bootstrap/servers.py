"""Connect to servers that the person names: a model server for wording, a Chroma server for the index."""

from __future__ import annotations

from assistant.bootstrap.voices import served_voice
from assistant.engine.servers import checked_address, keep_key, what_leaves
from assistant.ports import VoiceFacts
from assistant.settings import ServerSettings, load_settings, save_settings

PROMPTS_LEAVE = "Each prompt is sent there: your message, what you and the coach said before, a line you once wrote."
VECTORS_LEAVE = "Vectors of all you write are kept there, never the words; a vector tells roughly what a line is about."


def model_server(url: str, model: str, key: str) -> tuple[ServerSettings, tuple[str, ...]]:
    """Return the settings of a model server, not yet agreed to, and what a yes would mean. Raises UsageError."""
    address = checked_address(url)
    return ServerSettings(url=address, model=model, key=key), what_leaves(address, PROMPTS_LEAVE)


async def connect_model(server: ServerSettings) -> VoiceFacts:
    """Try a model server and make it the voice from now on. Raises EngineStopped, ModelRefused."""
    agreed = server.model_copy(update={"agreed": True})
    voice = served_voice(agreed)
    try:
        facts = await voice.facts()
    finally:
        await voice.close()
    settings = load_settings()
    save_settings(settings.model_copy(update={"voice": settings.voice.model_copy(update={"server": agreed})}))
    return facts


def keep_server_key(url: str, key: str) -> None:
    """Put the key of a server into the system's keyring. Raises ModelRefused."""
    keep_key(checked_address(url), key)


def chroma_server(url: str) -> tuple[str, tuple[str, ...]]:
    """Return the address of a Chroma server and what a yes would mean. Raises UsageError."""
    address = checked_address(url)
    return address, what_leaves(address, VECTORS_LEAVE)


def connect_chroma(address: str | None) -> None:
    """Keep the index on a Chroma server from now on, or with None in the vault's folder again."""
    settings = load_settings()
    memory = settings.memory.model_copy(update={"chroma_url": address, "chroma_agreed": address is not None})
    save_settings(settings.model_copy(update={"memory": memory}))
