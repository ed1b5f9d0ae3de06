"""Measure a model inside the voice process: evaluate a little and draw a little, in one way after another."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Final

from assistant.engine.llama_library import Context, Shape, Token, Weights
from assistant.engine.tuning import Way

PREFILL_TOKENS: Final = 48
DRAWN_TOKENS: Final = 6
"""Enough to tell ways apart by a twentieth on a small model; an 8 B model takes 13 s for them on two cores."""

_CONTEXT_TOKENS: Final = 256


def rates(path: str, ways: Sequence[Way], seconds: float, stop: Callable[[], bool]) -> list[tuple[float, float]]:
    """Return prefill and decode rates, in tokens a second, for as many ways as time allows, at least for one."""
    began = time.perf_counter()
    found: list[tuple[float, float]] = []
    weights: dict[int, Weights] = {}
    for way in ways:
        if found and (time.perf_counter() - began > seconds or stop()):
            break
        if way.gpu_layers not in weights:
            weights = {way.gpu_layers: Weights(path, gpu_layers=way.gpu_layers)}
        found.append(_rates(weights[way.gpu_layers], way, stop))
    return found


def _rates(weights: Weights, way: Way, stop: Callable[[], bool]) -> tuple[float, float]:
    shape = Shape(_CONTEXT_TOKENS, way.batch_tokens, way.threads, flash_attention=way.flash_attention)
    context = Context(weights, shape)
    tokens = _some_tokens(weights, PREFILL_TOKENS)
    context.evaluate(tokens[:4], 0, 0, stop)  # the first step touches memory for the first time
    context.clear()
    started = time.perf_counter()
    context.evaluate(tokens, 0, 0, stop)
    evaluated = time.perf_counter()
    for number in range(DRAWN_TOKENS):
        context.evaluate_abreast([(tokens[number], len(tokens) + number, 0)])
    drawn = time.perf_counter()
    context.close()
    return len(tokens) / (evaluated - started), DRAWN_TOKENS / (drawn - evaluated)


def _some_tokens(weights: Weights, count: int) -> list[Token]:
    """Return tokens of any kind: what they mean does not matter to the clock."""
    words = weights.tokens("What did the evening look like before anybody had said a word about it? " * count)
    return words[:count]
