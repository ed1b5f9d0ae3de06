"""The line that stands for an area says something by itself, and is no habit of the pen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from assistant.core.ids import Area
from assistant.services.reviewing.plainest import ROUTINE_MOST, plainest
from tests.services.reviewing.review_room import QUARTER, Ines
from tests.services.reviewing.test_lines_kept import gathered_of

pytestmark = pytest.mark.asyncio(loop_scope="package")

WORK = Area("career")
PLAIN = "I was at the office all day about the ledger."
TELLING = "I was ashamed at the office about the ledger."
HANGS = "Only I was ashamed at the office about the ledger."


async def chosen(person: Ines, *lines: str) -> str | None:
    """Return the line that is chosen of some, the earlier ones surer to be of the area."""
    for number, text in enumerate(lines):
        person.wrote(date(2025, 4, 2 + number).isoformat(), text)
    told = (await gathered_of(person)).told
    shares = {row: {WORK: 1.0 - row / 1000} for row in range(len(told.lines))}
    line = plainest(told, shares, QUARTER.first, QUARTER.last).get(WORK)
    return line.text if line is not None else None


async def test_a_line_with_a_feeling_goes_before_a_surer_one(another: Callable[[], Ines]) -> None:
    """What was felt at work says more than that there was work."""
    assert await chosen(another(), PLAIN, TELLING) == TELLING


async def test_a_line_that_hangs_on_another_is_not_chosen(another: Callable[[], Ines]) -> None:
    """ "Only" hangs on what went before it."""
    assert await chosen(another(), PLAIN, HANGS) == PLAIN


async def test_a_beginning_of_every_evening_is_not_chosen(another: Callable[[], Ines]) -> None:
    """What stands so on every other evening stands for none."""
    assert await chosen(another(), *[PLAIN] * (ROUTINE_MOST + 1)) is None
