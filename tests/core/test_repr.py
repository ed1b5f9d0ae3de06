"""No value shows the person's words where it is only named: in a log, in the message of an error."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from assistant.core.dialogue import Session, Turn
from assistant.core.entry import Entry, Quotation, Writing
from assistant.core.ids import EntryId, SessionId
from assistant.core.incoming import EarlierText, Remembered, Revised
from assistant.core.reading import Feeling, Link, Promise, Reading, Sign
from assistant.core.recollection import Recalled, Recollection
from assistant.core.span import Span
from assistant.ports import Answer, Ask, CandidateMade, PromptTurn, TokenDrawn

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
ENTRY, SPAN, SECRET = EntryId("e"), Span(0, 6), "canary"
QUOTATION = Quotation(ENTRY, NOON, SPAN, SECRET)
WRITING = Writing(NOON, SECRET)


@pytest.mark.parametrize(
    "value",
    [
        Entry(ENTRY, NOON, SECRET, title=SECRET),
        Session(SessionId("s"), NOON, (Turn(ENTRY, SECRET, NOON),)),
        Revised(WRITING, ENTRY, (EarlierText(NOON, SECRET),)),
        Remembered(SessionId("s"), "coach", SECRET),
        Reading(
            promises=(Promise(SPAN, SECRET, date(2026, 3, 15), SECRET, 0.5),),
            links=(Link(SPAN, SECRET, SECRET, Sign.SAME, 0.5),),
            feelings=(Feeling(SPAN, SECRET, 0.5),),
        ),
        Recollection(QUOTATION, 0.5, SECRET),
        Recalled(SECRET, (Recollection(QUOTATION, 0.5, SECRET),), found=True),
        Ask((PromptTurn("user", SECRET),), opening=SECRET),
        TokenDrawn(0, SECRET),
        CandidateMade(0, SECRET),
        Answer({"text": SECRET}, (SECRET.encode(),)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_is_named_without_its_words(value: object) -> None:
    """The name of its kind stands there, and none of the words."""
    assert type(value).__name__ in repr(value)
    assert SECRET not in repr(value)
