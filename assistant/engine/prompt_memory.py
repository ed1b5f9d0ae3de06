"""Keep what was evaluated, so that a prompt costs only its new tokens.

Three ways lead to a prompt that is already evaluated in part: a sequence still in the context (the last prompt, or
a candidate that the conversation went on from), a shared beginning kept in this process, and one kept on disk.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from assistant.engine.llama_library import Context, Token

PROMPT: Final = 0
"""The sequence that holds the prompt; candidates have 1 and up."""

SHARED_TOKENS_LEAST: Final = 32
"""A shorter beginning is evaluated in about 0.1 s and not worth a file."""

SHELF_MOST: Final = 12
"""Shared beginnings kept: one a question type. One of 300 tokens takes 7 MB with the starter."""

_MAGIC: Final = b"lodestar prefix 1\n"
_DIGEST_BYTES: Final = 32


class PrefixShelf:
    """Evaluated shared beginnings of prompts, in memory and on disk. They hold no word of the person's."""

    def __init__(self, folder: Path | None, key: str) -> None:
        """`key` names the model, its adapter and the library: a state of another one never fits."""
        self._folder = folder
        self._key = key.encode()
        self._held: OrderedDict[str, bytes] = OrderedDict()

    def get(self, tokens: Sequence[Token]) -> bytes | None:
        """Return the state kept for exactly these tokens, None where there is none or it was altered."""
        name = self._name(tokens)
        if name not in self._held and (state := self._read(name)) is not None:
            self._hold(name, state)
        return self._held.get(name)

    def put(self, tokens: Sequence[Token], state: bytes) -> None:
        """Keep the state of these tokens. A disk that does not take it costs speed, no more."""
        name = self._name(tokens)
        self._hold(name, state)
        if self._folder is None:
            return
        try:
            self._write(self._folder / name, state)
            self._prune(self._folder)
        except OSError:
            return

    def _hold(self, name: str, state: bytes) -> None:
        self._held[name] = state
        while len(self._held) > SHELF_MOST:
            self._held.popitem(last=False)

    def _name(self, tokens: Sequence[Token]) -> str:
        return hashlib.sha256(self._key + b"\0" + repr(list(tokens)).encode()).hexdigest() + ".prefix"

    def _read(self, name: str) -> bytes | None:
        if self._folder is None:
            return None
        try:
            content = (self._folder / name).read_bytes()
        except OSError:
            return None
        head, state = content[: len(_MAGIC) + _DIGEST_BYTES], content[len(_MAGIC) + _DIGEST_BYTES :]
        return state if head == _MAGIC + hashlib.sha256(state).digest() else None

    @staticmethod
    def _write(path: Path, state: bytes) -> None:
        """Write beside and rename, so that no reader sees half a file."""
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, beside = tempfile.mkstemp(dir=path.parent, suffix=".part")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(_MAGIC + hashlib.sha256(state).digest() + state)
            os.replace(beside, path)
        except OSError:
            os.unlink(beside)
            raise

    @staticmethod
    def _prune(folder: Path) -> None:
        kept = sorted(folder.glob("*.prefix"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in kept[2 * SHELF_MOST :]:
            path.unlink(missing_ok=True)


class PromptMemory:
    """Which tokens each sequence of a context holds."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._held: dict[int, list[Token]] = {}

    def forget(self) -> None:
        """Drop all sequences, as after a change of adapter or a broken-off evaluation."""
        self._context.clear()
        self._held.clear()

    def settle(self, tokens: Sequence[Token], shelf: PrefixShelf, shared: int) -> int:
        """Make the prompt's sequence hold as much of `tokens` as is already evaluated; return how many.

        At least the last token is left to be evaluated: its logits are wanted. `shared` tokens at the start may come
        from the shelf.
        """
        best = max(self._held, key=lambda sequence: _common(self._held[sequence], tokens), default=PROMPT)
        common = min(_common(self._held.get(best, []), tokens), len(tokens) - 1)
        if common < min(shared, len(tokens) - 1) and (state := shelf.get(tokens[:shared])) is not None:
            self.forget()
            if self._context.put_state(PROMPT, state):
                self._held = {PROMPT: list(tokens[:shared])}
                return min(shared, len(tokens) - 1) if self._cut(len(tokens) - 1) else 0
            return 0
        if best != PROMPT and common:
            self._context.copy(best, PROMPT)
            self._held[PROMPT] = self._held[best]
        self._drop_candidates()
        return common if self._cut(common) else 0

    def _cut(self, length: int) -> bool:
        """Cut the prompt's sequence; where this kind of model cannot, drop everything."""
        held = self._held.get(PROMPT, [])
        if length >= len(held):
            return True
        if length and self._context.cut(PROMPT, length):
            self._held[PROMPT] = held[:length]
            return True
        self.forget()
        return False

    def _drop_candidates(self) -> None:
        for sequence in [sequence for sequence in self._held if sequence != PROMPT]:
            self._context.cut(sequence, 0)
            del self._held[sequence]

    def length(self, sequence: int) -> int:
        """Return how many tokens a sequence holds."""
        return len(self._held.get(sequence, []))

    def holds(self, sequence: int, tokens: Sequence[Token]) -> None:
        """Note what a sequence holds now."""
        self._held[sequence] = list(tokens)


def _common(held: Sequence[Token], wanted: Sequence[Token]) -> int:
    """Return how many tokens both begin with."""
    for place, (left, right) in enumerate(zip(held, wanted, strict=False)):
        if left != right:
            return place
    return min(len(held), len(wanted))
