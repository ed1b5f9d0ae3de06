"""How fast the language model answers, beside llama-cpp-python with the same file, prompt length and threads."""

from __future__ import annotations

import contextlib
import statistics
import tempfile
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assistant.bootstrap.bench.invented import sentences
from assistant.bootstrap.bench.timing import raw
from assistant.bootstrap.models import voice_file
from assistant.core.figure import Figure
from assistant.ports import Ask, AskFinished, PromptTurn, TokenDrawn
from assistant.settings import load_settings

if TYPE_CHECKING:
    from assistant.engine.voice import LlamaVoice

RUNS: Final = 7
DRAWN_TOKENS: Final = 96
TEMPERATURE: Final = 0.7
_SHARED: Final = PromptTurn("system", " ".join(sentences(10, seed=3)))
"""An unchanging beginning about as long as the coach's."""


async def voice() -> AsyncIterator[Figure]:
    """Time the first token, cold and warm, and the tokens after it. Raises NoVoice where no model is installed."""
    from assistant.engine.asks import BATCH_TOKENS
    from assistant.engine.voice import CONTEXT_TOKENS, LlamaVoice

    model = replace(voice_file(load_settings()), adapter=None, adapter_sha256="")
    said = sentences(RUNS + 1, seed=4)
    with tempfile.TemporaryDirectory(prefix="lodestar-bench-") as folder:
        ours = LlamaVoice(model, prefix_folder=Path(folder))
        await _asked(ours, said[0])
        await ours.close()
        cold, first = await _asked(ours, said[0])
        warm = [await _asked(ours, line) for line in said[1:]]
        await ours.close()
    rates = [cost.drawn_tokens / cost.decode_seconds for _seconds, cost in warm]
    new = int(statistics.median([cost.evaluated_tokens for _seconds, cost in warm]))
    bare = await raw(
        "decode",
        {"path": str(model.path), "text": _SHARED.text, "prompt_tokens": first.prompt_tokens, "new_tokens": new,
         "drawn_tokens": DRAWN_TOKENS, "runs": RUNS, "temperature": TEMPERATURE,
         "context_tokens": min(CONTEXT_TOKENS, model.context_tokens), "batch_tokens": BATCH_TOKENS},
    )  # fmt: skip
    name = model.name
    yield Figure(f"voice: first token cold, process and model loading included ({name})", cold, "s", bare["cold"])
    seconds = statistics.median([seconds for seconds, _cost in warm])
    yield Figure(f"voice: first token warm, {new} new tokens ({name})", seconds, "s", bare["warm"])
    yield Figure(f"voice: decode ({name})", statistics.median(rates), "tokens/s", bare["rate"])


async def _asked(ours: LlamaVoice, line: str) -> tuple[float, AskFinished]:
    """Ask once; return seconds to the first token and what it cost."""
    ask = Ask((_SHARED, PromptTurn("user", line)), max_tokens=DRAWN_TOKENS, temperature=TEMPERATURE, shared_turns=1)
    started, first = time.perf_counter(), 0.0
    async with contextlib.aclosing(ours.ask(ask)) as events:
        async for event in events:
            if isinstance(event, TokenDrawn) and not first:
                first = time.perf_counter() - started
            if isinstance(event, AskFinished):
                return first, event
    raise AssertionError("an ask ends with what it cost")
