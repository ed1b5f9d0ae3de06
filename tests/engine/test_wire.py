"""Frames survive any cutting of the stream, and nonsense is refused."""

from __future__ import annotations

import contextlib
import json
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.engine.wire import (
    BLOBS_MOST,
    HEADER_BYTES_MOST,
    Frame,
    FrameError,
    FrameReader,
    Kind,
    encode,
)

_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda children: st.lists(children, max_size=3) | st.dictionaries(st.text(max_size=5), children, max_size=3),
    max_leaves=8,
)
_KINDS: list[Kind] = ["hello", "request", "cancel", "piece", "finished", "error"]
_FRAMES = st.builds(
    Frame,
    st.sampled_from(_KINDS),
    st.integers(0, 2**31),
    st.text(max_size=10),
    st.dictionaries(st.text(max_size=8), _JSON, max_size=4),
    st.lists(st.binary(max_size=50), max_size=3).map(tuple),
)


@given(st.lists(_FRAMES, max_size=4), st.integers(1, 64))
def test_frames_come_out_as_they_went_in(frames: list[Frame], width: int) -> None:
    """However the stream is cut, the same frames come out in the same order."""
    stream = b"".join(encode(frame) for frame in frames)
    reader = FrameReader()
    out = [frame for start in range(0, len(stream), width) for frame in reader.feed(stream[start : start + width])]
    assert out == frames


@given(st.binary(max_size=400))
def test_nonsense_is_refused_or_waited_for(noise: bytes) -> None:
    """Random bytes give frames or a FrameError, never another error."""
    with contextlib.suppress(FrameError):
        list(FrameReader().feed(noise))


@given(_FRAMES, st.data())
def test_a_flipped_byte_never_escapes_as_another_error(frame: Frame, data: st.DataObject) -> None:
    """A frame with one byte changed is read, refused or waited for."""
    stream = bytearray(encode(frame))
    place = data.draw(st.integers(0, len(stream) - 1))
    stream[place] ^= data.draw(st.integers(1, 255))
    with contextlib.suppress(FrameError):
        list(FrameReader().feed(bytes(stream)))


@pytest.mark.parametrize(
    "header",
    [
        [],
        {"k": "shout", "n": 1, "a": "", "v": {}, "b": []},
        {"k": "piece", "n": "1", "a": "", "v": {}, "b": []},
        {"k": "piece", "n": True, "a": "", "v": {}, "b": []},
        {"k": "piece", "n": 1, "a": None, "v": {}, "b": []},
        {"k": "piece", "n": 1, "a": "", "v": [], "b": []},
        {"k": "piece", "n": 1, "a": "", "v": {}, "b": [-1]},
        {"k": "piece", "n": 1, "a": "", "v": {}, "b": [1.5]},
        {"k": "piece", "n": 1, "a": "", "v": {}, "b": [1 << 40]},
        {"k": "piece", "n": 1, "a": "", "v": {}, "b": [0] * (BLOBS_MOST + 1)},
    ],
)
def test_wrong_fields_are_refused(header: object) -> None:
    """Each field is checked before it is used."""
    text = json.dumps(header).encode()
    with pytest.raises(FrameError):
        list(FrameReader().feed(struct.pack(">I", len(text)) + text))


def test_a_length_too_large_is_refused_before_it_is_waited_for() -> None:
    """A broken child cannot make the parent hold gigabytes."""
    with pytest.raises(FrameError):
        list(FrameReader().feed(struct.pack(">I", HEADER_BYTES_MOST + 1)))


def test_deep_nesting_is_refused() -> None:
    """JSON nested deeper than Python's stack is a FrameError."""
    text = b'{"k":' + b"[" * 100_000
    with pytest.raises(FrameError):
        list(FrameReader().feed(struct.pack(">I", len(text)) + text))


def test_a_frame_shows_no_words_in_its_repr() -> None:
    """A frame in a traceback tells counts, not what a person wrote."""
    assert "canary" not in repr(Frame("request", 1, "ask", {"text": "canary"}, (b"canary",)))
