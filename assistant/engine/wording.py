"""Word an ask inside the voice process: several candidates that share one evaluated prompt."""

from __future__ import annotations

import codecs
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from assistant.engine.asks import VoiceSpec
from assistant.engine.chat_format import ChatFormat, defused, format_named, render
from assistant.engine.drawing import Drawer, Taste
from assistant.engine.hardware import idle_threads
from assistant.engine.llama_library import Context, Shape, Token, Weights
from assistant.engine.prompt_memory import PROMPT, SHARED_TOKENS_LEAST, PrefixShelf, PromptMemory
from assistant.engine.thoughts import OPENERS, Thoughts
from assistant.engine.tuning import library_version
from assistant.errors import EngineStopped, UsageError
from assistant.ports import Answer, Ask, Cancelled, Emit, PromptTurn

if TYPE_CHECKING:
    from numpy.typing import NDArray

CANDIDATES_MOST: Final = 8
"""Most candidates of one ask."""
_WEIGHED: Final = 1
"""The sequence on which given answers are judged, one after the other; they come after the candidates."""


@dataclass(slots=True)
class _Candidate:
    """One candidate in the making."""

    number: int
    drawer: Drawer
    position: int
    place: int
    """Where in the last batch its logits are."""
    tokens: list[Token] = field(default_factory=list)
    text: str = ""
    likelihood: float = 0.0
    """Sum of the logarithms of its tokens' probabilities; kept only where candidates are compared."""
    thoughts: Thoughts = field(default_factory=Thoughts)
    bytes: codecs.IncrementalDecoder = field(default_factory=codecs.getincrementaldecoder("utf-8"))

    def __post_init__(self) -> None:
        self.bytes.errors = "ignore"


@dataclass(frozen=True, slots=True)
class _Cost:
    """What evaluating the prompt cost."""

    prompt_tokens: int
    evaluated_tokens: int
    seconds: float


class OpenVoice:
    """A chat model in memory."""

    def __init__(self, spec: VoiceSpec) -> None:
        """Load the model. Raises ModelRefused."""
        self.spec = spec
        self._format: ChatFormat = format_named(spec.chat_format)
        self._weights = Weights(spec.path, gpu_layers=spec.gpu_layers)
        shape = Shape(
            spec.context_tokens,
            spec.batch_tokens,
            spec.threads,
            sequences=CANDIDATES_MOST + 1,
            flash_attention=spec.flash_attention,
        )
        self._context = Context(self._weights, shape)
        self._memory = PromptMemory(self._context)
        self._adapter = self._weights.adapter(spec.adapter_path) if spec.adapter_path else None
        self._adapted = False
        self._never = [*self._weights.structure_tokens(), *self._thought_openers()]
        folder = Path(spec.prefix_folder) if spec.prefix_folder else None
        key = f"{spec.sha256} {spec.chat_format} {spec.flash_attention} {library_version()}"
        self._shelves = {
            False: PrefixShelf(folder, key),
            True: PrefixShelf(folder, f"{key} {spec.adapter_sha256}"),
        }

    def facts(self) -> dict[str, object]:
        """Say what is loaded."""
        return {"parameters": self._weights.parameters, "adapted": self._adapter is not None}

    def word(self, ask: Ask, emit: Emit, cancelled: Cancelled) -> Answer:
        """Draw the candidates of an ask. Raises UsageError for an ask that cannot be met."""
        if not 1 <= ask.candidates <= CANDIDATES_MOST:
            raise UsageError(f"An ask has 1 to {CANDIDATES_MOST} candidates.")
        self._context.use_threads(idle_threads(self.spec.threads))
        self._use_adapter(ask.adapted and self._adapter is not None)
        opening = self._weights.tokens(ask.opening) if ask.opening else []
        shared = self._shared_tokens(ask)
        tokens = [*self._prompt_tokens(ask.turns), *opening]
        self._check_room(len(tokens), ask)
        try:
            cost = self._evaluate(tokens, shared, cancelled)
            if cost is None:
                return Answer({})
            answer = self._drawn(ask, tokens, opening, cost, emit, cancelled)
            self._weigh(ask, tokens, emit, cancelled)
            return answer
        except EngineStopped:
            self._memory.forget()
            raise

    def _drawn(
        self, ask: Ask, tokens: list[Token], opening: list[Token], cost: _Cost, emit: Emit, cancelled: Cancelled
    ) -> Answer:
        """Draw the candidates of an evaluated prompt."""
        started = time.perf_counter()
        candidates: list[_Candidate] = []
        try:
            for number in range(ask.candidates):
                candidates.append(self._candidate(ask, number, opening, len(tokens)))
            self._draw(candidates, ask, emit, cancelled)
        finally:
            for candidate in candidates:
                candidate.drawer.close()
                self._memory.holds(candidate.number + 1, [*tokens, *candidate.tokens][: candidate.position])
        return _finished(cost, candidates, time.perf_counter() - started)

    def _weigh(self, ask: Ask, tokens: list[Token], emit: Emit, cancelled: Cancelled) -> None:
        """Tell of each given answer how likely the model would leave it at that."""
        for place, text in enumerate(ask.weighed):
            answer = self._weights.tokens(text)
            self._context.copy(PROMPT, _WEIGHED)
            done = self._context.evaluate(answer, _WEIGHED, len(tokens), cancelled)
            self._memory.holds(_WEIGHED, [*tokens, *answer[:done]])
            if done < len(answer):
                return
            emit({"weighed": place, "assent": log_probability(self._context.logits(-1), self._weights.end_token())})

    def _thought_openers(self) -> list[Token]:
        """Return the tokens that open a thought, where this model has one for it."""
        openers = (self._weights.tokens(opener, markers=True) for opener in OPENERS)
        return [tokens[0] for tokens in openers if len(tokens) == 1]

    def _use_adapter(self, adapted: bool) -> None:
        if adapted != self._adapted:
            self._memory.forget()
            self._context.use_adapter(self._adapter if adapted else None)
            self._adapted = adapted

    def _prompt_tokens(self, turns: Sequence[PromptTurn]) -> list[Token]:
        tokens = self._weights.first_tokens()
        for segment in render(self._format, turns):
            if segment.marker:
                tokens += self._weights.tokens(segment.text, markers=True)
            else:
                for piece in defused(segment.text, self._format):
                    tokens += self._weights.tokens(piece)
        return tokens

    def _shared_tokens(self, ask: Ask) -> int:
        """Return how many tokens the shipped turns take, 0 where keeping them is not worth it."""
        if not ask.shared_turns:
            return 0
        shared = self._prompt_tokens(ask.turns[: ask.shared_turns])
        whole = self._prompt_tokens(ask.turns)
        same = next((n for n, (a, b) in enumerate(zip(shared, whole, strict=False)) if a != b), len(shared))
        return same if same >= SHARED_TOKENS_LEAST else 0

    def _check_room(self, prompt_tokens: int, ask: Ask) -> None:
        weighed = max((len(self._weights.tokens(text)) for text in ask.weighed), default=0)
        wanted = prompt_tokens + max(weighed, ask.candidates * ask.max_tokens)
        if wanted > self.spec.context_tokens:
            raise UsageError(
                f"The prompt takes {prompt_tokens} tokens and its answers {wanted - prompt_tokens}; "
                f"the model holds {self.spec.context_tokens}.",
                "Shorten the prompt, or ask for fewer candidates.",
            )

    def _evaluate(self, tokens: list[Token], shared: int, cancelled: Cancelled) -> _Cost | None:
        """Evaluate what of a prompt is new; keep its shared beginning. None when cancelled."""
        started = time.perf_counter()
        shelf = self._shelves[self._adapted]
        kept = self._memory.settle(tokens, shelf, shared)
        for stop in ([shared] if kept < shared else []) + [len(tokens)]:
            start = self._memory.length(PROMPT)
            done = start + self._context.evaluate(tokens[start:stop], PROMPT, start, cancelled)
            self._memory.holds(PROMPT, tokens[:done])
            if done < stop:
                return None
            if stop == shared:
                shelf.put(tokens[:shared], self._context.state(PROMPT))
        return _Cost(len(tokens), len(tokens) - kept, time.perf_counter() - started)

    def _candidate(self, ask: Ask, number: int, opening: list[Token], length: int) -> _Candidate:
        """Begin a candidate; its words so far are the opening. Raises UsageError."""
        taste = Taste(ask.temperature, ask.top_p, ask.seed + number)
        drawer = Drawer(self._weights, taste, ask.grammar, self._never)
        try:
            drawer.take_opening(opening)
        except UsageError:
            drawer.close()
            raise
        self._context.copy(PROMPT, number + 1)
        return _Candidate(number, drawer, position=length, place=-1, text=ask.opening)

    def _draw(self, candidates: list[_Candidate], ask: Ask, emit: Emit, cancelled: Cancelled) -> None:
        """Draw all candidates abreast, one token each a step, until each has ended."""
        drawing = list(candidates)
        while drawing and not cancelled():
            drawing = [candidate for candidate in drawing if self._step(candidate, ask, emit)]
            if drawing:
                rows = [(one.tokens[-1], one.position, one.number + 1) for one in drawing]
                self._context.evaluate_abreast(rows)
            for place, candidate in enumerate(drawing):
                candidate.place = place
                candidate.position += 1

    def _step(self, candidate: _Candidate, ask: Ask, emit: Emit) -> bool:
        """Draw one token; return whether the candidate goes on."""
        token = candidate.drawer.draw(self._context, candidate.place)
        if token is None:
            return False
        ended = self._weights.is_end(token)
        likely = log_probability(self._context.logits(candidate.place), token) if ask.candidates > 1 else 0.0
        candidate.likelihood += likely
        if not ended:
            candidate.tokens.append(token)
            self._say(candidate, candidate.thoughts.aloud(candidate.bytes.decode(self._weights.piece(token))), emit)
            if len(candidate.tokens) < ask.max_tokens:
                return True
        self._say(candidate, candidate.thoughts.rest(), emit)
        if ended or candidate.drawer.may_end():
            mean = candidate.likelihood / (len(candidate.tokens) + ended)
            assent = likely if ended else 0.0
            emit({"candidate": candidate.number, "text": candidate.text, "likelihood": mean, "assent": assent})
        return False

    @staticmethod
    def _say(candidate: _Candidate, piece: str, emit: Emit) -> None:
        if piece:
            candidate.text += piece
            emit({"candidate": candidate.number, "piece": piece})


def log_probability(logits: NDArray[np.float32], token: Token) -> float:
    """Return the natural logarithm of a token's probability, given the logits of the whole vocabulary."""
    most = logits.max()
    return float(logits[token] - most - np.log(np.exp(logits - most).sum()))


def _finished(cost: _Cost, candidates: Sequence[_Candidate], seconds: float) -> Answer:
    drawn = sum(len(candidate.tokens) for candidate in candidates)
    return Answer(
        {
            "prompt_tokens": cost.prompt_tokens,
            "evaluated_tokens": cost.evaluated_tokens,
            "drawn_tokens": drawn,
            "prefill_seconds": cost.seconds,
            "decode_seconds": seconds,
        }
    )
