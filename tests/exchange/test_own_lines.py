"""Every kind of thing that a vault holds goes through one line of JSON and comes back equal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.core.dialogue import Reply
from assistant.core.entry import Quotation, Writing
from assistant.core.incoming import Answered, Kept, RecordVersion, Refused, Remembered, Revised
from assistant.core.records import Reality, Record
from assistant.core.span import Span
from assistant.exchange.own_lines import line_of, read_own

TEXTS = st.text(st.characters(exclude_categories=()), max_size=20)
MOMENTS = st.builds(
    lambda wall, minutes: wall.replace(tzinfo=timezone(timedelta(minutes=minutes))),
    st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1)),  # noqa: DTZ001  the offset is put on here
    st.integers(-14 * 60, 14 * 60),
)
SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 99), st.integers(0, 99))


@pytest.fixture(autouse=True, scope="module")
def _strategies() -> Iterator[None]:
    """Texts with every code point, moments with every offset, spans that are allowed; put back for other tests."""
    st.register_type_strategy(Span, SPANS)
    st.register_type_strategy(str, TEXTS)
    st.register_type_strategy(datetime, MOMENTS)
    yield
    st.register_type_strategy(str, st.text())
    st.register_type_strategy(datetime, st.datetimes())


def back(kept: Kept) -> object:
    """Return what a line gives back; a line is one line for whoever splits at line ends."""
    line = line_of(kept)
    assert len(line.splitlines()) == 1
    assert "text" in json.loads(line) or "date" in json.loads(line) or "state" in json.loads(line)
    return read_own(json.loads(line.encode("utf8", "surrogatepass").decode("utf8", "surrogatepass")))


@pytest.mark.parametrize("kind", get_args(Record), ids=lambda kind: kind.__name__)
def test_every_kind_of_record_comes_back(kind: type[Record]) -> None:
    """A kind that is added to `Record` is added to this test by itself."""
    chosen = {"rating": st.integers(0, 10)} if kind is Reality else {}

    @settings(max_examples=25, deadline=None)
    @given(st.builds(RecordVersion, st.builds(kind, **chosen), MOMENTS, st.none() | MOMENTS))
    def prove(version: RecordVersion) -> None:
        assert back(version) == version

    prove()


@pytest.mark.parametrize("kind", [Revised, Answered, Refused, Remembered], ids=lambda kind: kind.__name__)
def test_everything_else_comes_back(kind: type[Kept]) -> None:
    """Entries with their history, replies with their memories, refusals and states."""
    st.register_type_strategy(Writing, st.builds(Writing, written_at=MOMENTS))
    st.register_type_strategy(Quotation, st.builds(Quotation))
    st.register_type_strategy(Reply, st.builds(Reply))

    @settings(max_examples=60, deadline=None)
    @given(st.builds(kind))
    def prove(kept: Kept) -> None:
        assert back(kept) == kept

    prove()


@pytest.mark.parametrize(
    "line",
    [
        {"lodestar": "record", "kind": "poem", "record": {}, "date": "2024-05-01T00:00:00+00:00"},
        {"lodestar": "record", "kind": "purpose", "record": {"id": 7}, "date": "2024-05-01T00:00:00+00:00"},
        {"lodestar": "record", "kind": "purpose", "record": {"id": "p", "mood": 1}, "date": "2024-05-01T00:00:00Z"},
        {"lodestar": "record", "kind": "purpose", "record": [], "date": "2024-05-01T00:00:00+00:00"},
        {"lodestar": "reply", "session": "s", "entry": "e", "reply": {"text": "x"}, "date": "2024-05-01T00:00:00Z"},
        {"lodestar": "entry", "id": "e", "date": "2024-05-01T00:00:00", "text": "no offset"},
        {"lodestar": "entry", "id": "e", "date": "2024-05-01T00:00:00Z", "text": "x", "kind": "song"},
        {"lodestar": "entry", "id": "e", "date": "2024-05-01T00:00:00Z", "text": "x", "tags": "a"},
        {"lodestar": "refusal", "kind": "belief"},
        {"lodestar": "state", "session": 1},
    ],
)
def test_a_line_that_does_not_fit_is_refused_with_a_reason(line: dict[str, object]) -> None:
    """Nothing is made up for what is missing, and nothing unknown is passed over."""
    with pytest.raises(ValueError, match=r"\w"):
        read_own(line)
