"""Draw tokens: temperature, nucleus, seed, and a grammar that holds.

The grammar is asked about the one token that was drawn, and about all of the vocabulary only when that one is not
allowed. Asking about all first costs milliseconds a token on a vocabulary of 49,152.

**Source**: `common_sampler_sample` of llama.cpp, which does the same.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from llama_cpp import llama_cpp as native

from assistant.engine.llama_library import Context, Token, Weights
from assistant.errors import UsageError

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NEVER: Final = float("-inf")
_LIKELY_MOST: Final = 40
"""Only the 40 likeliest tokens are drawn from (top-k), llama.cpp's own default: it bounds the cost of a step."""

_ROW: Final = np.dtype([("id", np.int32), ("logit", np.float32), ("p", np.float32)])


@dataclass(frozen=True, slots=True)
class Taste:
    """How freely tokens are drawn."""

    temperature: float
    top_p: float
    seed: int


class Drawer:
    """Draw the tokens of one candidate."""

    def __init__(self, weights: Weights, taste: Taste, grammar: str | None, never: Sequence[Token] = ()) -> None:
        """Prepare the samplers; `never` are tokens not to be drawn. Raises UsageError for an unreadable grammar."""
        self._weights = weights
        self._chain = native.llama_sampler_chain_init(native.llama_sampler_chain_default_params())
        if never:
            native.llama_sampler_chain_add(self._chain, _forbidding(weights, never))
        for sampler in _samplers(taste):
            native.llama_sampler_chain_add(self._chain, sampler)
        self._grammar = None
        if grammar is not None:
            self._grammar = native.llama_sampler_init_grammar(weights.vocab, grammar.encode(), b"root")
            if not self._grammar:
                self.close()
                raise UsageError("The grammar cannot be read.", "It needs a rule named root, in GBNF.")

    def draw(self, context: Context, place: int) -> Token | None:
        """Draw the token after `place` of the last batch, and take it; None where the grammar allows no token."""
        token: Token | None = int(native.llama_sampler_sample(self._chain, context.handle, place))
        if self._grammar is None:
            return token
        if token is None or not self._allows(token):
            token = self._draw_allowed(context.logits(place))
        if token is not None:
            self._take(token)
        return token

    def take_opening(self, tokens: list[Token]) -> None:
        """Begin the grammar with words already chosen. Raises UsageError when it does not allow them."""
        if self._grammar is None:
            return
        for token in tokens:
            if not self._allows(token):
                raise UsageError("The grammar does not allow the opening words.")
            self._take(token)

    def may_end(self) -> bool:
        """Tell whether what was drawn so far is whole."""
        return self._grammar is None or self._allows(int(native.llama_vocab_eos(self._weights.vocab)))

    def close(self) -> None:
        """Free the samplers."""
        for sampler in (self._chain, self._grammar):
            if sampler:
                native.llama_sampler_free(sampler)
        self._chain = self._grammar = None

    def _allows(self, token: Token) -> bool:
        row = np.array([(token, 1.0, 0.0)], dtype=_ROW)
        native.llama_sampler_apply(self._grammar, ctypes.byref(_array(row)))
        return bool(row["logit"][0] != _NEVER)

    def _take(self, token: Token) -> None:
        native.llama_sampler_accept(self._grammar, token)

    def _draw_allowed(self, logits: NDArray[np.float32]) -> Token | None:
        """Draw among the tokens that the grammar allows."""
        rows = np.zeros(len(logits), dtype=_ROW)
        rows["id"] = np.arange(len(logits), dtype=np.int32)
        rows["logit"] = logits
        array = _array(rows)
        native.llama_sampler_apply(self._grammar, ctypes.byref(array))
        if rows["logit"].max() == _NEVER:
            return None
        native.llama_sampler_apply(self._chain, ctypes.byref(array))
        return int(array.data[array.selected].id)


def _samplers(taste: Taste) -> list[object]:
    if taste.temperature <= 0:
        return [native.llama_sampler_init_greedy()]
    return [
        native.llama_sampler_init_top_k(_LIKELY_MOST),
        native.llama_sampler_init_top_p(taste.top_p, 1),
        native.llama_sampler_init_temp(taste.temperature),
        native.llama_sampler_init_dist(taste.seed & 0xFFFFFFFF),
    ]


def _forbidding(weights: Weights, never: Sequence[Token]) -> object:
    """Return a sampler that rules tokens out."""
    biases = (native.llama_logit_bias * len(never))(*(native.llama_logit_bias(token, _NEVER) for token in never))
    return native.llama_sampler_init_logit_bias(weights.vocabulary_size, len(never), biases)


def _array(rows: NDArray[np.void]) -> native.llama_token_data_array:
    pointer = ctypes.cast(ctypes.c_void_p(rows.ctypes.data), native.llama_token_data_p)
    return native.llama_token_data_array(data=pointer, size=len(rows), selected=-1, sorted=False)
