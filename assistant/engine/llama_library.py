"""Wrap the part of llama.cpp that this program uses, in types and in units.

Only child processes import this module: native code that reads files from strangers never runs in the screen's
process. The low-level binding of llama-cpp-python is used, not its `Llama` class, since only there can several
candidates share one evaluated prompt.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from llama_cpp import _ggml as native_ggml
from llama_cpp import llama_cpp as native

from assistant.errors import EngineStopped, ModelRefused

if TYPE_CHECKING:
    from numpy.typing import NDArray

Token = int
"""A number in a model's vocabulary."""

_PIECE_BYTES: Final = 256
_CONTROL: Final = 1 << 3
"""`LLAMA_TOKEN_ATTR_CONTROL`: a token that marks structure and is never part of a text."""

_ABORTED: Final = 2
"""What `llama_decode` returns when its abort callback said so."""


def _drop(_level: int, _text: bytes, _data: object) -> None:
    """Drop what llama.cpp logs: it can hold words."""


_silent: Final = native.llama_log_callback(_drop)
"""Kept for as long as the process lives: llama.cpp holds a pointer to it."""


def start_library() -> None:
    """Prepare llama.cpp for this process, once."""
    native.llama_log_set(_silent, ctypes.c_void_p(0))
    native.llama_backend_init()


def gpu_supported() -> bool:
    """Tell whether this build can put weights on a GPU."""
    return bool(native.llama_supports_gpu_offload())


_GPU_TYPES: Final = (1, 2)
"""`GGML_BACKEND_DEVICE_TYPE_GPU` and `…_IGPU`."""


def gpu_free_bytes() -> int:
    """Return the free memory of the largest GPU that this build can use, 0 where it can use none."""
    if not gpu_supported():
        return 0
    library = native_ggml.libggml
    library.ggml_backend_dev_count.restype = ctypes.c_size_t
    library.ggml_backend_dev_get.restype = ctypes.c_void_p
    library.ggml_backend_dev_get.argtypes = [ctypes.c_size_t]
    library.ggml_backend_dev_type.argtypes = [ctypes.c_void_p]
    library.ggml_backend_dev_memory.argtypes = [ctypes.c_void_p, *[ctypes.POINTER(ctypes.c_size_t)] * 2]
    most = 0
    for number in range(library.ggml_backend_dev_count()):
        device = library.ggml_backend_dev_get(number)
        free, whole = ctypes.c_size_t(), ctypes.c_size_t()
        if library.ggml_backend_dev_type(device) in _GPU_TYPES:
            library.ggml_backend_dev_memory(device, ctypes.byref(free), ctypes.byref(whole))
            most = max(most, free.value)
    return most


@dataclass(frozen=True, slots=True)
class Shape:
    """How a context is laid out."""

    context_tokens: int
    batch_tokens: int
    threads: int
    sequences: int = 1
    embeds: bool = False
    pools: bool = True
    """Make one vector a text, as the file says; without, one a token."""
    flash_attention: int = -1
    """1 with, 0 without, -1 as llama.cpp likes."""


class Weights:
    """A model's weights and vocabulary."""

    def __init__(self, path: str, *, gpu_layers: int = 0) -> None:
        """Map the file. Raises ModelRefused when llama.cpp cannot read it."""
        parameters = native.llama_model_default_params()
        parameters.n_gpu_layers = gpu_layers if native.llama_supports_gpu_offload() else 0
        model = native.llama_model_load_from_file(path.encode(), parameters)
        if not model:
            raise ModelRefused("The model file cannot be read by llama.cpp.", "Fetch it again, or choose another.")
        self.model = model
        self.vocab = native.llama_model_get_vocab(model)
        self.vocabulary_size = int(native.llama_vocab_n_tokens(self.vocab))

    @property
    def dimensions(self) -> int:
        """Length of a vector this model makes."""
        return int(native.llama_model_n_embd(self.model))

    @property
    def parameters(self) -> int:
        """How many weights the model has."""
        return int(native.llama_model_n_params(self.model))

    @property
    def trained_context_tokens(self) -> int:
        """Longest context the model was trained on."""
        return int(native.llama_model_n_ctx_train(self.model))

    def tokens(self, text: str, *, ends: bool = False, markers: bool = False) -> list[Token]:
        """Cut a text into tokens. `ends` adds the model's own first and last token, `markers` reads special tokens.

        Words from a person are always read with `markers` off.
        """
        words = text.encode("utf-8", "replace")
        room = len(words) + 8
        buffer = (native.llama_token * room)()
        count = native.llama_tokenize(self.vocab, words, len(words), buffer, room, ends, markers)
        if count < 0:
            raise EngineStopped("A text could not be cut into tokens.")
        return list(buffer[:count])

    def first_tokens(self) -> list[Token]:
        """Return the token every text of this model starts with, where it has one."""
        if not native.llama_vocab_get_add_bos(self.vocab):
            return []
        return [int(native.llama_vocab_bos(self.vocab))]

    def is_end(self, token: Token) -> bool:
        """Tell whether a token ends the model's turn."""
        return bool(native.llama_vocab_is_eog(self.vocab, token))

    def end_token(self) -> Token:
        """Return the token with which the model ends its turn."""
        return int(native.llama_vocab_eos(self.vocab))

    def structure_tokens(self) -> list[Token]:
        """Return the tokens that mark structure but end no turn: no answer holds them."""
        tokens = range(self.vocabulary_size)
        marks = (token for token in tokens if native.llama_vocab_get_attr(self.vocab, token) & _CONTROL)
        return [token for token in marks if not self.is_end(token)]

    def piece(self, token: Token) -> bytes:
        """Return the bytes a token stands for; a character may be spread over several tokens."""
        buffer = ctypes.create_string_buffer(_PIECE_BYTES)
        length = native.llama_token_to_piece(self.vocab, token, buffer, _PIECE_BYTES, 0, False)
        return buffer.raw[:length] if length > 0 else b""

    def adapter(self, path: str) -> object:
        """Load an adapter made for these weights. Raises ModelRefused."""
        adapter = native.llama_adapter_lora_init(self.model, path.encode())
        if not adapter:
            raise ModelRefused("The model's adapter cannot be read.", "Reinstall Lodestar, or go on without it.")
        return adapter


class Context:
    """What a model has evaluated: sequences of tokens that may share their beginnings."""

    def __init__(self, weights: Weights, shape: Shape) -> None:
        """Reserve memory. Raises ModelRefused when there is not enough."""
        parameters = native.llama_context_default_params()
        parameters.n_ctx = shape.context_tokens
        parameters.n_batch = parameters.n_ubatch = shape.batch_tokens
        parameters.n_threads = parameters.n_threads_batch = shape.threads
        parameters.n_seq_max = shape.sequences
        parameters.kv_unified = True  # sequences share cells, so a copy costs nothing
        parameters.swa_full = True  # or a kept prompt could not be cut back on models with a sliding window
        parameters.no_perf = True
        parameters.embeddings = shape.embeds
        parameters.flash_attn_type = shape.flash_attention
        if shape.embeds:
            asked, none = native.LLAMA_POOLING_TYPE_UNSPECIFIED, native.LLAMA_POOLING_TYPE_NONE
            parameters.pooling_type = asked if shape.pools else none  # as the file says: mean or first token
            parameters.flash_attn_type = native.LLAMA_FLASH_ATTN_TYPE_DISABLED  # it rounds: cosine 0.9996 without need
        self._weights = weights
        self._context = native.llama_init_from_model(weights.model, parameters)
        if not self._context:
            raise ModelRefused("There is not enough memory for this model.", "Choose a smaller one: lodestar llm list")
        self._memory = native.llama_get_memory(self._context)
        self._batch = native.llama_batch_init(shape.batch_tokens, 0, 1)
        self._batch_tokens = shape.batch_tokens
        self._adapter: object = None

    def close(self) -> None:
        """Give the memory back; the context is of no use afterwards."""
        native.llama_batch_free(self._batch)
        native.llama_free(self._context)

    @property
    def handle(self) -> object:
        """The native context, for samplers."""
        return self._context

    def use_threads(self, threads: int) -> None:
        """Evaluate with so many threads from now on."""
        native.llama_set_n_threads(self._context, threads, threads)

    def evaluate(self, tokens: Sequence[Token], sequence: int, start: int, stop: Callable[[], bool]) -> int:
        """Evaluate tokens at positions from `start` on, in steps; return how many are done, fewer if `stop` said so.

        After all are done, the logits of the last token can be drawn from. Raises EngineStopped.
        """
        callback = native.ggml_abort_callback(lambda _data: stop())
        native.llama_set_abort_callback(self._context, callback, None)
        try:
            return self._evaluate(tokens, sequence, start, stop)
        finally:
            native.llama_set_abort_callback(self._context, native.ggml_abort_callback(), None)

    def _evaluate(self, tokens: Sequence[Token], sequence: int, start: int, stop: Callable[[], bool]) -> int:
        for first in range(0, len(tokens), self._batch_tokens):
            step = tokens[first : first + self._batch_tokens]
            for place, token in enumerate(step):
                self._put(place, token, start + first + place, sequence, last=first + place + 1 == len(tokens))
            if stop() or not self._decode(len(step)):
                self.cut(sequence, start + first)
                return first
        return len(tokens)

    def evaluate_abreast(self, rows: Sequence[tuple[Token, int, int]]) -> None:
        """Evaluate one token each of several sequences: (token, position, sequence). Raises EngineStopped."""
        for place, (token, position, sequence) in enumerate(rows):
            self._put(place, token, position, sequence, last=True)
        self._decode(len(rows))

    def embed(self, tokens: Sequence[Token]) -> NDArray[np.float32]:
        """Return the mean of the vectors of one text's tokens, `(dimensions,)` float32, not normalised."""
        self._encode(tokens)
        vector = native.llama_get_embeddings_seq(self._context, 0)
        return np.ctypeslib.as_array(vector, (self._weights.dimensions,)).astype(np.float32, copy=True)

    def embed_each(self, tokens: Sequence[Token]) -> NDArray[np.float32]:
        """Return the vector of each token of one text, `(tokens, dimensions)` float32; for a shape that pools not."""
        self._encode(tokens)
        rows = native.llama_get_embeddings(self._context)
        return np.ctypeslib.as_array(rows, (len(tokens), self._weights.dimensions)).astype(np.float32, copy=True)

    @property
    def takes_mean(self) -> bool:
        """Tell whether a text's vector is the mean of those of its tokens."""
        return bool(native.llama_pooling_type(self._context) == native.LLAMA_POOLING_TYPE_MEAN)

    def _encode(self, tokens: Sequence[Token]) -> None:
        for place, token in enumerate(tokens):
            self._put(place, token, place, 0, last=True)
        self._batch.n_tokens = len(tokens)
        if native.llama_encode(self._context, self._batch):
            raise EngineStopped("The model could not evaluate a text.")

    def logits(self, place: int) -> NDArray[np.float32]:
        """Return the logits after the token at `place` of the last batch (-1: the last), a view."""
        row = native.llama_get_logits_ith(self._context, place)
        return np.ctypeslib.as_array(row, (self._weights.vocabulary_size,))

    def _put(self, place: int, token: Token, position: int, sequence: int, *, last: bool) -> None:
        batch = self._batch
        batch.token[place] = token
        batch.pos[place] = position
        batch.n_seq_id[place] = 1
        batch.seq_id[place][0] = sequence
        batch.logits[place] = last

    def _decode(self, count: int) -> bool:
        """Evaluate the batch; false when it was broken off."""
        self._batch.n_tokens = count
        result = native.llama_decode(self._context, self._batch)
        if result not in (0, _ABORTED):
            raise EngineStopped("The model could not evaluate the prompt.")
        return bool(result == 0)

    def cut(self, sequence: int, length: int) -> bool:
        """Keep the first `length` tokens of a sequence; false where this kind of model cannot."""
        return bool(native.llama_memory_seq_rm(self._memory, sequence, length, -1))

    def copy(self, source: int, target: int) -> None:
        """Make `target` share all of `source`."""
        native.llama_memory_seq_rm(self._memory, target, -1, -1)
        native.llama_memory_seq_cp(self._memory, source, target, -1, -1)

    def clear(self) -> None:
        """Forget all sequences."""
        native.llama_memory_clear(self._memory, True)

    def state(self, sequence: int) -> bytes:
        """Return what was evaluated of a sequence, as bytes to be put back later."""
        size = native.llama_state_seq_get_size(self._context, sequence)
        buffer = (ctypes.c_uint8 * size)()
        written = native.llama_state_seq_get_data(self._context, buffer, size, sequence)
        return bytes(buffer[:written]) if written != size else bytes(buffer)

    def put_state(self, sequence: int, state: bytes) -> bool:
        """Put back what `state` returned; false when llama.cpp does not take it, and the sequence is empty."""
        buffer = (ctypes.c_uint8 * len(state)).from_buffer_copy(state)
        if native.llama_state_seq_set_data(self._context, buffer, len(state), sequence):
            return True
        native.llama_memory_seq_rm(self._memory, sequence, -1, -1)
        return False

    def use_adapter(self, adapter: object) -> None:
        """Apply an adapter from now on, or none. What was evaluated before no longer fits: clear it."""
        if adapter is self._adapter:
            return
        count = 0 if adapter is None else 1
        adapters = (native.llama_adapter_lora_p_ctypes * 1)()
        if adapter is not None:
            adapters[0] = ctypes.cast(adapter, native.llama_adapter_lora_p_ctypes)  # type: ignore[arg-type]
        scales = (ctypes.c_float * 1)(1.0)
        if native.llama_set_adapters_lora(self._context, adapters, count, scales):
            raise ModelRefused("The model's adapter does not fit the model.")
        self._adapter = adapter
