"""Read what a GGUF file says of itself, without loading it and without trusting it.

llama.cpp's own reader has had flaws that ran code, so files are looked at with this one first. Every count and length
is capped before anything is reserved for it, and what does not add up refuses the file.

**Source**: the GGUF specification (version 3) in ggml's `docs/gguf.md`; type sizes from the `gguf` package 0.19.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from assistant.engine.gguf_types import BLOCKS, QUANTIZATIONS
from assistant.errors import ModelRefused

Scalar = int | float | bool | str

PAIRS_MOST: Final = 4096
"""Named values in a header; published models have 20 to 60."""

TENSORS_MOST: Final = 65_536
"""Tensors in a file; a model of 128 experts and 94 layers has about 1,100."""

TEXT_BYTES_MOST: Final = 1 << 20
"""One text; the longest chat templates take 20 kB."""

ELEMENTS_MOST: Final = 4_000_000
"""Elements of one list; the largest vocabularies and their merges have 0.6 million."""

HEADER_BYTES_MOST: Final = 256 << 20
"""The whole header; those of the largest vocabularies take 16 MB."""

_DIMENSIONS_MOST: Final = 4
_NUMBERS: Final = {0: "<B", 1: "<b", 2: "<H", 3: "<h", 4: "<I", 5: "<i", 6: "<f", 7: "<?", 10: "<Q", 11: "<q", 12: "<d"}
_TEXT: Final = 8
_LIST: Final = 9


@dataclass(frozen=True, slots=True)
class GgufHeader:
    """What a model file says of itself."""

    name: str
    architecture: str
    quantization: str
    licence: str
    context_tokens: int
    parameters: int
    layers: int
    cache_bytes_a_token: int
    """Memory that one token of context takes."""
    chat_template: str
    file_bytes: int

    def memory_bytes(self, context_tokens: int) -> int:
        """Estimate the memory needed to run it: weights, context, and a twentieth for the computation."""
        return self.file_bytes + self.cache_bytes_a_token * context_tokens + self.file_bytes // 20


def read_header(path: Path) -> GgufHeader:
    """Read a model file's header. Raises ModelRefused for what is missing, cut short, damaged or no model."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            return _Reading(file, size).header(path.stem)
    except OSError as error:
        raise ModelRefused(
            f"The model file {path.name} cannot be opened: {error.strerror}.", "Check the path: lodestar llm list"
        ) from None
    except (struct.error, OverflowError, UnicodeDecodeError):
        raise _refused("is damaged") from None


def _refused(what: str) -> ModelRefused:
    return ModelRefused(f"The model file {what}.", "Fetch it again, or choose another: lodestar llm list")


class _Reading:
    """One pass over a header."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file = file
        self._size = size
        self._read = 0

    def header(self, stem: str) -> GgufHeader:
        """Read all of it; `stem` names a model that does not name itself."""
        if self._take(4) != b"GGUF":
            raise _refused("is not a GGUF file")
        version = self._number("<I")
        if version not in (2, 3):
            raise _refused(f"has GGUF version {version}, which this program does not know")
        tensors = self._count(TENSORS_MOST)
        pairs = self._count(PAIRS_MOST)
        values: dict[str, Scalar] = {}
        for _ in range(pairs):
            key = self._text()
            value = self._value(self._whole("<I"))
            if value is not None:
                values[key] = value
        parameters = self._tensors(tensors, _whole_of(values, "general.alignment", 32))
        return _described(values, stem, parameters, self._size)

    def _take(self, length: int) -> bytes:
        self._read += length
        if self._read > HEADER_BYTES_MOST:
            raise _refused("has a header too long to be true")
        taken = self._file.read(length)
        if len(taken) != length:
            raise _refused("is cut short")
        return taken

    def _number(self, form: str) -> int | float | bool:
        (number,) = struct.unpack(form, self._take(struct.calcsize(form)))
        assert isinstance(number, (int, float))
        return number

    def _whole(self, form: str) -> int:
        return int(self._number(form))

    def _count(self, most: int) -> int:
        count = self._whole("<Q")
        if count > most:
            raise _refused("is damaged: it names more parts than any model has")
        return count

    def _text(self) -> str:
        return self._take(self._count(TEXT_BYTES_MOST)).decode("utf-8", "replace")

    def _value(self, kind: int) -> Scalar | None:
        """Read one value; None for a list, which is passed over."""
        if kind == _TEXT:
            return self._text()
        if kind in _NUMBERS:
            return self._number(_NUMBERS[kind])
        if kind == _LIST:
            self._pass_over_list()
            return None
        raise _refused("is damaged: it holds a value of an unknown kind")

    def _pass_over_list(self) -> None:
        kind, count = self._whole("<I"), self._count(ELEMENTS_MOST)
        if kind in _NUMBERS:
            self._take(count * struct.calcsize(_NUMBERS[kind]))
        elif kind == _TEXT:
            for _ in range(count):
                self._take(self._count(TEXT_BYTES_MOST))
        else:
            raise _refused("is damaged: it holds a list of an unknown kind")

    def _tensors(self, count: int, alignment: int) -> int:
        """Read where the weights lie; return how many there are. Refuses a file that ends before its weights do."""
        parameters = end = 0
        for _ in range(count):
            self._text()
            sizes = [self._whole("<Q") for _ in range(self._few_dimensions())]
            kind, offset = self._whole("<I"), self._whole("<Q")
            elements = 1
            for size in sizes:
                elements *= size
            parameters += elements
            block, block_bytes = BLOCKS.get(kind, (1, 0))
            end = max(end, offset + elements // block * block_bytes)
        start = -(-self._read // alignment) * alignment
        if start + end > self._size:
            raise _refused("is cut short")
        return parameters

    def _few_dimensions(self) -> int:
        dimensions = self._whole("<I")
        if dimensions > _DIMENSIONS_MOST:
            raise _refused("is damaged: it holds weights of too many dimensions")
        return dimensions


def _whole_of(values: Mapping[str, Scalar], key: str, otherwise: int) -> int:
    """Return a whole number of the header that is above 0, else `otherwise`."""
    value = values.get(key)
    return value if isinstance(value, int) and value > 0 else otherwise


def _text_of(values: Mapping[str, Scalar], key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""


def _described(values: Mapping[str, Scalar], stem: str, parameters: int, size: int) -> GgufHeader:
    architecture = _text_of(values, "general.architecture")
    if not architecture:
        raise _refused("is damaged: it does not name its architecture")
    layers = _whole_of(values, f"{architecture}.block_count", 0)
    heads = _whole_of(values, f"{architecture}.attention.head_count", 1)
    key_heads = _whole_of(values, f"{architecture}.attention.head_count_kv", heads)
    width = _whole_of(values, f"{architecture}.embedding_length", 0)
    head_width = _whole_of(values, f"{architecture}.attention.key_length", width // heads)
    file_type = values.get("general.file_type")
    return GgufHeader(
        name=_text_of(values, "general.name") or stem,
        architecture=architecture,
        quantization=QUANTIZATIONS.get(file_type, "") if isinstance(file_type, int) else "",
        licence=_text_of(values, "general.license"),
        context_tokens=_whole_of(values, f"{architecture}.context_length", 0),
        parameters=parameters,
        layers=layers,
        cache_bytes_a_token=2 * 2 * layers * key_heads * head_width,
        chat_template=_text_of(values, "tokenizer.chat_template"),
        file_bytes=size,
    )
