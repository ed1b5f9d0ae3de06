"""Say what may be said of a promise of which nobody but the person knows what became."""

from __future__ import annotations

from datetime import date

from assistant.core.records import Outcome
from assistant.insight.wording import terms_said
from assistant.services.commitments import HeldCommitment
from assistant.services.reviewing.closeness import promised_words
from assistant.services.reviewing.gathered import Gathered


def untold(gathered: Gathered, held: HeldCommitment) -> bool:
    """Say whether a promise that the person has not accepted is past its day, and no line shows what became of it."""
    made = held.commitment
    return not held.accepted and made.outcome is Outcome.OPEN and (made.due is None or made.due <= gathered.until)


def any_untold(gathered: Gathered, first: date) -> bool:
    """Say whether nobody knows what became of some promise that was made or fell due from a day on."""
    unknown = (one.commitment for one in gathered.commitments_told if untold(gathered, one))
    return any((one.due or one.made_on) >= first for one in unknown)


def none_tells(gathered: Gathered, held: HeldCommitment) -> bool:
    """Say whether no later line can tell what became of a promise.

    So it is where insight found none, not even a doubtful one, and where no later line shares a word with the promise.
    """
    found = any(one.shown is not None for one in gathered.commitments if one.commitment.id == held.commitment.id)
    said, words = held.commitment.quotation, promised_words(held.commitment)
    if found or said is None or not words:
        return False
    begun = (said.written_at, said.span.start)
    lines = (one.quotation for one in gathered.told.lines if one.day <= gathered.until)
    return not any(begun < (one.written_at, one.span.start) and terms_said(one.text) & words for one in lines)
