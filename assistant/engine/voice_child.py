"""The voice process: one chat model, nothing else. Run as a module by `LlamaVoice`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NoReturn, cast

from assistant.engine.asks import VoiceSpec, ask_from
from assistant.engine.child import serve
from assistant.engine.seclusion import cut_off_network
from assistant.ports import Answer, Cancelled, Emit


class VoiceHandlers:
    """Answer `facts` and `ask`; the model is opened by whichever comes first."""

    def __init__(self) -> None:
        self._voice: object = None
        self._started = False

    def facts(
        self, values: Mapping[str, object], _blobs: Sequence[bytes], _emit: Emit, _cancelled: Cancelled
    ) -> Answer:
        """Open the model and say what it is."""
        from assistant.engine.wording import OpenVoice

        return Answer(cast(OpenVoice, self._opened(values)).facts())

    def ask(self, values: Mapping[str, object], _blobs: Sequence[bytes], emit: Emit, cancelled: Cancelled) -> Answer:
        """Word an ask."""
        from assistant.engine.wording import OpenVoice

        voice = cast(OpenVoice, self._opened(values))
        return voice.word(ask_from(cast(Mapping[str, object], values["ask"])), emit, cancelled)

    def devices(
        self, _values: Mapping[str, object], _blobs: Sequence[bytes], _emit: Emit, _cancelled: Cancelled
    ) -> Answer:
        """Say how much memory a GPU has free, 0 where none can be used."""
        from assistant.engine.llama_library import gpu_free_bytes, start_library

        start_library()
        return Answer({"gpu_bytes": gpu_free_bytes()})

    def measure(
        self, values: Mapping[str, object], _blobs: Sequence[bytes], _emit: Emit, cancelled: Cancelled
    ) -> Answer:
        """Measure a model in several ways."""
        from assistant.engine.llama_library import start_library
        from assistant.engine.measuring import rates
        from assistant.engine.tuning import Way

        start_library()
        spec = VoiceSpec(**cast(dict[str, str], values["model"]))  # type: ignore[arg-type]
        ways = [Way(**way) for way in cast(Sequence[dict[str, int]], values["ways"])]
        return Answer({"rates": rates(spec.path, ways, cast(float, values["seconds"]), cancelled)})

    def _opened(self, values: Mapping[str, object]) -> object:
        """Return the model asked for, loading it the first time. The library comes in here, after the hello."""
        from assistant.engine.llama_library import start_library
        from assistant.engine.wording import OpenVoice

        if self._voice is None:
            start_library()
            self._voice = OpenVoice(VoiceSpec(**cast(dict[str, str], values["model"])))  # type: ignore[arg-type]
        return self._voice


def main() -> NoReturn:
    """Serve the voice until the parent goes."""
    secluded = cut_off_network()
    handlers = VoiceHandlers()
    answering = (handlers.facts, handlers.ask, handlers.devices, handlers.measure)
    serve({handler.__name__: handler for handler in answering}, {"secluded": secluded})


if __name__ == "__main__":
    main()
