"""Dates of other programs: read whole, never guessed."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.exchange.dates import Order, from_epoch, order_of, read_moment, zone_named
from tests.exchange.reading_files import EAST


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-05-01", "2024-05-01T00:00+02:00"),
        ("2024-05-01T09:30:00Z", "2024-05-01T09:30+00:00"),
        ("2024-05-01 09:30 PM", "2024-05-01T21:30+02:00"),
        ("May 1st, 2024", "2024-05-01T00:00+02:00"),
        ("1 May 2024 at 9:05", "2024-05-01T09:05+02:00"),
        ("01.05.2024 15:39", "2024-05-01T15:39+02:00"),
        ("31/12/2024", "2024-12-31T00:00+02:00"),
        ("12/31/2024", "2024-12-31T00:00+02:00"),
        ("3. März 2021", "2021-03-03T00:00+02:00"),
        ("99-03-04 09:25", "1999-03-04T09:25+02:00"),
        ("31-12-99", "1999-12-31T00:00+02:00"),
    ],
)
def test_a_date_is_read_as_it_is_written(text: str, day: str) -> None:
    """ISO, spelled out, with dots, and month names of another language."""
    assert read_moment(text, EAST) == datetime.fromisoformat(day)
    assert read_moment(text, EAST).isoformat(timespec="minutes") == day


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("05/06/2024", "could be two days"),
        ("21-03-04 09:25", "could be two days"),
        ("2024-07 14:23", "not a whole date"),
        ("Tuesday", "is not a date"),
        ("ashasd7zdskhz7asdkjasd", "is not a date"),
        ("", "is not a date"),
        ("9" * 5000, "is not a date"),
        ("0001-01-01", "not a diary's"),
        ("14:30", "not a whole date"),
    ],
)
def test_what_is_no_whole_date_is_refused_with_a_reason(text: str, reason: str) -> None:
    """Nothing is filled in from today's calendar, and day and month are never swapped by chance."""
    with pytest.raises(ValueError, match=reason):
        read_moment(text, EAST)


def test_the_other_dates_of_a_file_settle_the_order() -> None:
    """One number above 12 says which comes first; dots mean day first; else it stays open."""
    assert order_of(["05/06/2024", "17/06/2024"]) is Order.DAY_FIRST
    assert order_of(["05/06/2024", "06/17/2024"]) is Order.MONTH_FIRST
    assert order_of(["05.06.2024"]) is Order.DAY_FIRST
    assert order_of(["05/06/2024"]) is None
    assert order_of(["21-03-04", "99-03-04"]) is None
    assert read_moment("05/06/2024", EAST, Order.MONTH_FIRST).month == 5


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    """Whatever stands where a date should be, nothing else is raised."""
    with suppress(ValueError):
        assert read_moment(text, UTC).utcoffset() is not None


@given(st.floats(allow_nan=True) | st.integers())
def test_any_number_is_a_moment_or_a_value_error(number: float) -> None:
    """Huge, negative and broken numbers of seconds end in a reason."""
    with suppress(ValueError):
        assert from_epoch(number, EAST).utcoffset() == timedelta(hours=2)


@pytest.mark.parametrize(
    ("name", "hours"), [("GMT+0200", 2), ("UTC-3", -3), ("+05:30", 5.5), ("Nowhere/City", None), ("../../etc", None)]
)
def test_zones_have_names_or_offsets(name: str, hours: float | None) -> None:
    """A zone that does not exist is None, whatever its name looks like."""
    assert zone_named(name) == (None if hours is None else timezone(timedelta(hours=hours)))
