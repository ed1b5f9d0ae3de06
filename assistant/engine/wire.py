"""Frame what parent and child say to each other over a pipe.

A frame is a four-byte big-endian length, that many bytes of JSON, and the raw bytes ("blobs") whose lengths the
JSON names. Rows of float32 travel as blobs, never as text. Both sides refuse what is too long or malformed: the
child reads model files from strangers, so the parent must not trust what a broken child writes.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, cast, get_args

PROTOCOL_VERSION: Final = 1
"""Named in the hello; a child of another version is ended, never guessed at."""

HEADER_BYTES_MOST: Final = 16 * 1024 * 1024
"""Longest JSON part: a 10 MB entry, escaped, still fits."""

BLOB_BYTES_MOST: Final = 512 * 1024 * 1024
"""Most raw bytes in one frame: 100,000 rows of 384 float32 are 154 MB."""

BLOBS_MOST: Final = 64
"""Most blobs in one frame."""

Kind = Literal["hello", "request", "cancel", "piece", "finished", "error"]
_KINDS: Final = frozenset(get_args(Kind))
_LENGTH: Final = struct.Struct(">I")


class FrameError(ValueError):
    """The bytes on the pipe are not a frame of this protocol."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One message: `number` ties an answer to its request, `name` is the handler asked for."""

    kind: Kind
    number: int = 0
    name: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    blobs: tuple[bytes, ...] = ()

    def __repr__(self) -> str:
        return f"Frame({self.kind}, {self.number}, {self.name}, {len(self.values)} values, {len(self.blobs)} blobs)"


def encode(frame: Frame) -> bytes:
    """Return the bytes of a frame. Raises FrameError when it is too long to be read back."""
    lengths = [len(blob) for blob in frame.blobs]
    header = {"k": frame.kind, "n": frame.number, "a": frame.name, "v": dict(frame.values), "b": lengths}
    text = json.dumps(header, ensure_ascii=True, separators=(",", ":"), allow_nan=False).encode()
    if len(text) > HEADER_BYTES_MOST or sum(lengths) > BLOB_BYTES_MOST or len(lengths) > BLOBS_MOST:
        raise FrameError("frame too long")
    return b"".join((_LENGTH.pack(len(text)), text, *frame.blobs))


def _header(text: bytes) -> tuple[Frame, list[int]]:
    """Read the JSON part; return the frame without its blobs, and their lengths. Raises FrameError."""
    try:
        header: object = json.loads(text)
    except (ValueError, RecursionError):
        raise FrameError("frame is not JSON") from None
    if not isinstance(header, dict):
        raise FrameError("frame is not an object")
    kind, number, name = header.get("k"), header.get("n"), header.get("a")
    values, lengths = header.get("v"), header.get("b")
    if kind not in _KINDS or type(number) is not int or not isinstance(name, str) or not isinstance(values, dict):
        raise FrameError("frame has the wrong fields")
    if not isinstance(lengths, list) or len(lengths) > BLOBS_MOST:
        raise FrameError("frame has the wrong blobs")
    if any(type(length) is not int or length < 0 for length in lengths) or sum(lengths) > BLOB_BYTES_MOST:
        raise FrameError("frame has blobs of a wrong length")
    return Frame(cast(Kind, kind), number, name, values), lengths


class FrameReader:
    """Cut a stream of bytes, fed in pieces of any size, into frames."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def feed(self, piece: bytes) -> Iterator[Frame]:
        """Take in a piece and yield the frames that are now whole. Raises FrameError; then the pipe is lost."""
        self._bytes += piece
        while (frame := self._next()) is not None:
            yield frame

    def _next(self) -> Frame | None:
        if len(self._bytes) < _LENGTH.size:
            return None
        (header_length,) = _LENGTH.unpack_from(self._bytes)
        if header_length > HEADER_BYTES_MOST:
            raise FrameError("frame too long")
        body_at = _LENGTH.size + header_length
        if len(self._bytes) < body_at:
            return None
        frame, lengths = _header(bytes(self._bytes[_LENGTH.size : body_at]))
        if len(self._bytes) < body_at + sum(lengths):
            return None
        blobs = []
        for length in lengths:
            blobs.append(bytes(self._bytes[body_at : body_at + length]))
            body_at += length
        del self._bytes[:body_at]
        return Frame(frame.kind, frame.number, frame.name, frame.values, tuple(blobs))
