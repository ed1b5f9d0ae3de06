"""Look over everything that a vault stands on, and make anew what can be made from the words."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from assistant.bootstrap.assembly import Assembly
from assistant.bootstrap.keeping import is_another_s_mirror
from assistant.bootstrap.models import voice_file
from assistant.core.check import Check
from assistant.errors import EngineStopped, IndexBroken, LodestarError, ModelRefused, NoVoice

WORDS_ONLY: Final = "search goes by words alone until this is mended"


async def examine(named: Path | None, repair: bool = False) -> list[Check]:
    """Check the vault, what is embedded, the index, the models and the seclusion of the voice.

    `repair` makes anew only what is derived: full text, permissions, vectors, index. Raises what opening raises.
    """
    from assistant import vault

    async with Assembly.of(named) as parts:
        checks = vault.repair(parts.vault) if repair else vault.check(parts.vault)
        if repair:
            await _remake(parts)
        return [
            *checks,
            _embedded(parts),
            await _index(parts),
            await _embedding_model(parts),
            await _voice(parts),
            _network(parts),
            *_kept_elsewhere(parts),
        ]


async def _remake(parts: Assembly) -> None:
    """Embed what waits and build the index anew; a model that cannot be opened is told of by the checks."""
    try:
        await parts.remember.run()
        await parts.index.rebuild()
    except (EngineStopped, ModelRefused, IndexBroken):
        pass


def _embedded(parts: Assembly) -> Check:
    store, name = parts.vault.passages, parts.search_embedder.name
    waiting = store.unembedded_count(name) + len(store.unsplit(1))
    later = f"; {waiting} or more wait for the next search or talk" if waiting else ""
    return Check("vectors", True, f"{store.embedded_count(name)} passages have vectors{later}", repairable=True)


async def _index(parts: Assembly) -> Check:
    """Compare the index on disk with the vault."""
    from assistant.memory.kept_index import KeptIndex

    index, wanted = parts.index, parts.vault.passages.embedded_count(parts.search_embedder.name)
    if not isinstance(index, KeptIndex):
        return Check("index", True, "an encrypted vault keeps none on disk; every vector is compared")
    if not wanted:
        return Check("index", True, "there is nothing to index yet")
    state = await index.state()
    exact = "every vector is compared meanwhile"
    if state == "busy":
        return Check("index", True, f"another process has it open; {exact}")
    if index.serving:
        return Check("index", True, f"it is in line with the vault ({wanted} passages)")
    return Check("index", state != "broken", f"it is made anew with the next search; {exact}", repairable=True)


async def _embedding_model(parts: Assembly) -> Check:
    try:
        rows = await parts.embedder.embed(["a line to try it with"])
    except (EngineStopped, ModelRefused) as error:
        return Check("embedding model", False, f"{error.message} {WORDS_ONLY}")
    return Check("embedding model", True, f"it answers with {rows.shape[1]} numbers a passage")


async def _voice(parts: Assembly) -> Check:
    """Start the language model; having none is no fault, one that fails is."""
    try:
        if parts.settings.voice.server is None:
            voice_file(parts.settings)
        voice = parts.voices.named("model")
        assert voice is not None
        facts = await voice.facts()
    except NoVoice as missing:
        return Check("voice", True, f"{missing.message} {missing.hint}")
    except LodestarError as error:
        return Check("voice", False, f"{error.message} {error.hint}".strip())
    if parts.settings.voice.server is not None:
        return Check("voice", True, f"{facts.name} answers")
    apart = "cut off from the network" if facts.secluded else "not cut off from the network by the system here"
    return Check("voice", True, f"{facts.name} answers; its process is {apart}")


def _network(parts: Assembly) -> Check:
    """Say where this vault's words could go: nowhere, but to a server that the person named."""
    index, voice = parts.settings.memory.chroma_url, parts.settings.voice.server
    goes = [f"vectors go to the server you named, {index}"] if index else []
    goes += [f"what you say to the coach goes to the server you named, {voice.url}"] if voice else []
    told = " and ".join(goes) or "nothing here reaches out"
    return Check("network", True, f"{told}; only `lodestar llm get` fetches anything")


def _kept_elsewhere(parts: Assembly) -> list[Check]:
    """Look at the linked folders, and at a mirror that an encrypted vault must not have."""
    linked = [one.folder for one in parts.vault.links.linked()]
    away = [folder for folder in linked if not Path(folder).is_dir()]
    checks = []
    if linked:
        told = f"{len(away)} of {len(linked)} are not there just now" if away else f"{len(linked)} are there"
        told = "; ".join([told, *parts.linked_trouble()])
        checks.append(Check("linked folders", not away, told))
    if parts.settings.mirror and not is_another_s_mirror(parts, parts.settings.mirror):
        clear = parts.vault.encrypted
        told = "it lies in clear beside an encrypted vault" if clear else f"kept in {parts.settings.mirror}"
        checks.append(Check("mirror", not clear, told))
    return checks
