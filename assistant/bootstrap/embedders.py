"""Choose the embedding model that search uses, and where its index is kept."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING, Final

from assistant.bootstrap.models import EMBEDDING, embedding_entry, embedding_file
from assistant.errors import ModelRefused
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.engine.process import EngineProcess
    from assistant.ports import Embedder, VectorIndex
    from assistant.vault import SqlVault

TENANT_FILE: Final = "chroma-tenant"
"""In the vault's folder: the random name of its tenant on a Chroma server."""


def open_embedder(process: EngineProcess, name: str, threads: int) -> Embedder:
    """Return an embedding model; one that cannot be opened raises ModelRefused when it is first asked."""
    from assistant.engine.embedder import LlamaEmbedder, RefusedEmbedder

    try:
        model, entry = embedding_file(name), embedding_entry(name)
        return LlamaEmbedder(process, model, dimensions=entry.dimensions, threads=threads)
    except ModelRefused as refused:
        return RefusedEmbedder(refused)


def search_embedder(vault: SqlVault, shipped: Embedder, chosen: Embedder | None) -> Embedder:
    """Return what search uses: the chosen model once it has been through the whole vault, else the shipped one."""
    if chosen is None:
        return shipped
    store = vault.passages
    whole = store.embedded_count(chosen.name) and not store.unembedded_count(chosen.name)
    return chosen if whole else shipped


def chosen_embedder(process: EngineProcess, settings: Settings) -> Embedder | None:
    """Return the embedding model that the person chose; None where that is the shipped one, or cannot be opened."""
    from assistant.engine.embedder import RefusedEmbedder

    name = settings.memory.embedder
    if name == EMBEDDING:
        return None
    chosen = open_embedder(process, name, settings.voice.threads)
    return None if isinstance(chosen, RefusedEmbedder) else chosen


def open_index(vault: SqlVault, settings: Settings, process: EngineProcess, embedder: Embedder) -> VectorIndex:
    """Return the index: on disk or on the person's server for a plain vault, in memory for an encrypted one."""
    from assistant.memory.exact_index import ExactIndex
    from assistant.memory.index_requests import IndexRequests
    from assistant.memory.kept_index import KeptIndex

    if vault.encrypted:
        return ExactIndex(vault.passages, embedder.name)
    folder, url, tenant = vault.layout.index, _agreed_url(settings), ""
    if url:
        folder, tenant = folder / "server", _tenant(vault)
    requests = IndexRequests(process, folder, embedder.name, embedder.dimensions, url=url, tenant=tenant)
    return KeptIndex(requests, vault.passages, embedder.name)


def _agreed_url(settings: Settings) -> str:
    """Return the address of the Chroma server; empty for none, or for another machine that was not agreed to."""
    from assistant.engine.servers import checked_address, is_here

    url = settings.memory.chroma_url
    if not url:
        return ""
    address = checked_address(url)
    return address if settings.memory.chroma_agreed or is_here(address) else ""


def _tenant(vault: SqlVault) -> str:
    """Return the name of this vault's tenant, made up the first time: it says nothing of the person or the vault."""
    file = vault.layout.folder / TENANT_FILE
    try:
        kept = file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        kept = ""
    if kept.startswith("lodestar-") and kept.removeprefix("lodestar-").isalnum():
        return kept
    made = f"lodestar-{secrets.token_hex(12)}"
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as written:
        written.write(made + "\n")
    return made
