"""The moments of the command line: in this machine's offset where none is named, on every system."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from typing import Self

import pytest

from assistant.bootstrap import when
from assistant.errors import UsageError


def test_a_moment_without_an_offset_is_this_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day that was written is the day that is kept, and an offset that is named stays."""
    assert when.as_moment("1965-05-01T21:30").isoformat().startswith("1965-05-01T21:30:00")
    assert when.as_moment("2026-03-12T21:30-08:00").isoformat() == "2026-03-12T21:30:00-08:00"
    assert when.as_day("2026-03-12T23:30-08:00") == date(2026, 3, 12)
    for wrong in ("yesterday", "2026-13-01", ""):
        with pytest.raises(UsageError):
            when.as_moment(wrong)


def test_a_day_before_1970_is_kept_on_windows_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses to tell its offset then; today's stands in for it."""

    class OnWindows(datetime):
        def astimezone(self, tz: tzinfo | None = None) -> Self:
            if self.year < 1970:
                raise OSError(22, "Invalid argument")
            return super().astimezone(tz)

    monkeypatch.setattr(when, "datetime", OnWindows)
    moment = when.as_moment("1965-05-01")
    assert (moment.date(), moment.utcoffset()) == (date(1965, 5, 1), when.now().utcoffset())
