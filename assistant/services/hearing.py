"""Hear a text: embed its sentences in the memory process, read it, and keep what was heard with the vault."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assistant.core.entry import Entry
from assistant.core.ids import EntryId
from assistant.core.reading import Distress, Reading
from assistant.errors import EngineStopped, ModelRefused
from assistant.ports import Embedder, Vault
from assistant.reading.areas import OwnAreas
from assistant.reading.distress import read_distress
from assistant.reading.read import read_text
from assistant.reading.sentences import split_sentences
from assistant.services.reading_json import reading_from_json, reading_to_json
from assistant.shipped import shipped

if TYPE_CHECKING:
    from assistant.ports import Vectors
    from assistant.reading.heads import Heads

KIND: Final = "reading"
VERSION: Final = 7
"""Raise it when the rules change what is heard: what was kept before is then read anew."""

AT_ONCE: Final = 64
"""Entries read between two writes: what is kept survives when the program is stopped half way."""

Progress = Callable[[int, int], None]
"""Told how many entries of how many are read."""

_log = logging.getLogger(__name__)


class Hearing:
    """Read texts with everything there is: heads and vectors, heads alone, or rules alone."""

    def __init__(self, embedder: Embedder | None, models: Path | None = None) -> None:
        """Read with this embedder; without one, words and marks decide."""
        self._embedder = embedder
        self._models = models
        self.trouble: ModelRefused | None = None
        """Why the heads cannot be used, where they cannot; then the rules read alone."""

    @cached_property
    def heads(self) -> Heads | None:
        """The heads that ship with the program; None where their file is missing or altered."""
        from assistant.reading.heads import open_heads

        try:
            return open_heads(self._models or shipped("models"))
        except (ModelRefused, FileNotFoundError) as error:
            self.trouble = error if isinstance(error, ModelRefused) else ModelRefused(str(error))
            _log.warning("reading by rules alone: %s", self.trouble.message)
            return None

    @property
    def version(self) -> str:
        """Name what readings depend on beyond the text: the rules, the heads and the embedder."""
        heads = self.heads.sha256[:16] if self.heads else "rules"
        return f"{VERSION} {heads} {self._embedder.name if self._embedder and self.heads else ''}".strip()

    async def hear(self, text: str, written_on: date | None = None, own_areas: OwnAreas = ()) -> Reading:
        """Return what is heard in one text. Never fails for want of a model: then words and marks decide.

        A crisis never waits for vectors: the reading has all that words and marks give.
        """
        if read_distress(text) is Distress.CRISIS:
            return read_text(text, heads=self.heads, written_on=written_on, own_areas=own_areas)
        (vectors,) = await self._vectors([text])
        return read_text(text, vectors, heads=self.heads, written_on=written_on, own_areas=own_areas)

    async def of_entries(
        self, vault: Vault, entries: Sequence[Entry], progress: Progress | None = None
    ) -> dict[EntryId, Reading]:
        """Return the reading of each entry; what was read before with the same words and heads is not read again."""
        keys = {entry.id: self._key(entry) for entry in entries}
        kept = vault.derived.derived(KIND, list(dict.fromkeys(keys.values())))
        readings: dict[EntryId, Reading] = {}
        missing: list[Entry] = []
        for entry in entries:
            value = kept.get(keys[entry.id])
            reading = reading_from_json(value) if value is not None else None
            if reading is None:
                missing.append(entry)
            else:
                readings[entry.id] = reading
        for start in range(0, len(missing), AT_ONCE):
            batch = missing[start : start + AT_ONCE]
            readings |= await self._read(vault, batch, keys)
            if progress is not None:
                progress(min(start + AT_ONCE, len(missing)), len(missing))
        return readings

    async def _read(self, vault: Vault, batch: Sequence[Entry], keys: Mapping[EntryId, str]) -> dict[EntryId, Reading]:
        every = await self._vectors([entry.text for entry in batch], self._known(vault, batch))
        readings = {
            entry.id: read_text(entry.text, vectors, heads=self.heads, written_on=entry.written_at.date())
            for entry, vectors in zip(batch, every, strict=True)
        }
        complete = self._embedder is None or self.heads is None or all(vectors is not None for vectors in every)
        if complete:  # what was read while the embedder was away is read anew when it is back
            with vault.together():
                for entry in batch:
                    vault.derived.derive(KIND, keys[entry.id], reading_to_json(readings[entry.id]))
        return readings

    def _known(self, vault: Vault, batch: Sequence[Entry]) -> dict[str, Vectors]:
        """Return the vectors that the vault has already: of passages that are one sentence."""
        if self._embedder is None or self.heads is None:
            return {}
        texts = {entry.id: entry.text for entry in batch}
        passages, rows = vault.passages.vectors_of(self._embedder.name, list(texts))
        return {passage.span.of(texts[passage.entry]): row for passage, row in zip(passages, rows, strict=True)}

    async def _vectors(self, texts: Sequence[str], known: Mapping[str, Vectors] | None = None) -> list[Vectors | None]:
        """Return the vectors of each text's sentences; None for all where nothing embeds or nothing would use them."""
        import numpy as np

        if self._embedder is None or self.heads is None:
            return [None] * len(texts)
        made = dict(known or {})
        split = [[span.of(text) for span in split_sentences(text)] for text in texts]
        missing = list(dict.fromkeys(one for sentences in split for one in sentences if one not in made))
        try:
            rows = await self._embedder.embed(missing)
        except (EngineStopped, ModelRefused) as error:
            _log.warning("reading without vectors: %s", error.message)
            return [None] * len(texts)
        made |= dict(zip(missing, rows, strict=True))
        shape = (-1, self._embedder.dimensions)
        return [np.array([made[one] for one in sentences], np.float32).reshape(shape) for sentences in split]

    def _key(self, entry: Entry) -> str:
        """Return the hash of everything an entry's reading depends on."""
        told = json.dumps([self.version, entry.written_at.date().isoformat(), entry.text])
        return hashlib.sha256(told.encode()).hexdigest()
