"""Let a local model word what the coach has planned: the parent's side of the voice process."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncGenerator
from dataclasses import asdict
from pathlib import Path
from typing import Final, cast

from assistant.engine.asks import VoiceSpec, ask_values
from assistant.engine.model_file import ModelFile
from assistant.engine.process import EngineProcess, python_module
from assistant.engine.tuning import Measured, Way, measure, usual
from assistant.ports import Answer, AnswerWeighed, Ask, AskFinished, CandidateMade, TokenDrawn, VoiceEvent, VoiceFacts

CONTEXT_TOKENS: Final = 4096
"""Most tokens the prompt and all its candidates take together: 96 MB with the starter, 0.5 GB with an 8 B model."""


class LlamaVoice:
    """A language model in a process of its own, run by llama.cpp. Fills the role `ChatModel`.

    A candidate that runs out of tokens before its grammar is complete is dropped, so an ask can end with fewer
    candidates than it named.
    """

    def __init__(
        self,
        model: ModelFile,
        *,
        prefix_folder: Path | None = None,
        idle_seconds: float = 0.0,
        threads: int = 0,
        way: Way | None = None,
        context_tokens: int = CONTEXT_TOKENS,
    ) -> None:
        """Prepare; the model is loaded with the first ask.

        `prefix_folder` keeps the evaluation of prompts' shipped beginnings across days. `idle_seconds` unloads an
        idle model, 0 never. `way` is how it was measured to run best; `threads` wins over it, 0 leaves it alone.
        """
        self._model = model
        way = way or usual()
        self._spec = VoiceSpec(
            path=str(model.path),
            sha256=model.sha256,
            chat_format=model.chat_format,
            context_tokens=min(context_tokens, model.context_tokens),
            threads=threads or way.threads,
            gpu_layers=way.gpu_layers,
            adapter_path=str(model.adapter) if model.adapter else "",
            adapter_sha256=model.adapter_sha256,
            prefix_folder=str(prefix_folder) if prefix_folder else "",
            batch_tokens=way.batch_tokens,
            flash_attention=way.flash_attention,
        )
        self.process = EngineProcess(lambda: python_module("assistant.engine.voice_child"), idle_seconds=idle_seconds)

    async def measure(self) -> Measured | None:
        """Find out how this model runs best here, in a process of its own. Raises ModelRefused, EngineStopped."""
        return await measure(asdict(self._spec))

    async def facts(self) -> VoiceFacts:
        """Describe the model, loading it if need be. Raises ModelRefused, EngineStopped."""
        answer = await self.process.request("facts", {"model": asdict(self._spec)})
        return VoiceFacts(
            name=self._model.name,
            sha256=self._model.sha256,
            context_tokens=self._spec.context_tokens,
            parameters=cast(int, answer.values["parameters"]),
            adapted=bool(answer.values["adapted"]),
            secluded=bool((await self.process.hello()).get("secluded")),
            adapter_sha256=self._spec.adapter_sha256 if self._spec.adapter_path else "",
        )

    async def ask(self, ask: Ask) -> AsyncGenerator[VoiceEvent, None]:
        """Stream the wording of `ask`; closing the iterator cancels. Raises EngineStopped, ModelRefused, UsageError."""
        values = {"model": asdict(self._spec), "ask": ask_values(ask)}
        async with contextlib.aclosing(self.process.stream("ask", values)) as answers:
            async for answer in answers:
                yield _event(answer)

    async def close(self) -> None:
        """End whatever runs; a later ask starts it again."""
        await self.process.close()


def _event(answer: Answer) -> VoiceEvent:
    values = answer.values
    if "piece" in values:
        return TokenDrawn(cast(int, values["candidate"]), str(values["piece"]))
    if "text" in values:
        likelihood, assent = (cast(float, values.get(name, 0.0)) for name in ("likelihood", "assent"))
        return CandidateMade(cast(int, values["candidate"]), str(values["text"]), likelihood, assent)
    if "weighed" in values:
        return AnswerWeighed(cast(int, values["weighed"]), cast(float, values["assent"]))
    return AskFinished(
        prompt_tokens=cast(int, values["prompt_tokens"]),
        evaluated_tokens=cast(int, values["evaluated_tokens"]),
        drawn_tokens=cast(int, values["drawn_tokens"]),
        prefill_seconds=cast(float, values["prefill_seconds"]),
        decode_seconds=cast(float, values["decode_seconds"]),
    )
