"""What a turn stands on: a phrase of the message, or else of what was said before it."""

from __future__ import annotations

import re

from assistant.coaching.answers import subject_named, with_the_point
from assistant.coaching.complaints import hear_complaint
from assistant.coaching.critic import base_forms
from assistant.coaching.echoes import not_asked_about
from assistant.coaching.handle import Handle
from assistant.coaching.handles import find_handles
from assistant.coaching.in_view import said_whole
from assistant.coaching.occasion_words import YOURS_TO_ASK
from assistant.coaching.refining import WORRIES
from assistant.coaching.session_state import SessionState
from assistant.coaching.tellings import FRAGMENT
from assistant.coaching.tokens import words_of
from assistant.core.reading import Reading

_LOOKS_BACK = 3
"""Messages before this one that are looked at for something to stand on."""
_HELD = re.compile(
    r"\b(?:i|i['’]m) (?:think|believe|reckon|guess|suppose|feel|bet|(?:fairly |pretty |quite )?sure)\b", re.IGNORECASE
)
"""What somebody says that they think can be challenged, whatever its words."""
_CLAIMS = WORRIES - {"afraid", "late", "feeling"} | {
    "belief",
    "should",
    "should_other",
    "had_to",
    "see_me",
    "everyone",
}


def standing_in(seen: str, reading: Reading, *, answering: bool) -> list[Handle]:
    """Return what a question can stand on in the part of the message that is to be asked about."""
    assumed = tuple(one for one in reading.assumptions if one.span.of(seen).strip())
    felt = tuple(one for one in reading.feelings if one.span.of(seen).strip())
    return with_the_point(seen, said_whole(find_handles(seen, assumed, felt, answering=answering), seen))


def _from_before(earlier: tuple[str, ...]) -> list[Handle]:
    """Return what the last messages gave to stand on, the nearest first."""
    found = list[Handle]()
    for said in earlier[: -_LOOKS_BACK - 1 : -1]:
        complained = hear_complaint(said, "")
        if not YOURS_TO_ASK.match(said):
            found += find_handles(complained.rest if complained else said)
    return [one for one in found if one.kind != FRAGMENT]


def back_to(earlier: tuple[str, ...], state: SessionState) -> list[Handle]:
    """Return what the last messages gave to stand on, that was not asked about where there is such."""
    before = _from_before(earlier)
    return not_asked_about(before, state.asked) or before


def on_the_subject(text: str, handles: list[Handle], earlier: tuple[str, ...], state: SessionState) -> list[Handle]:
    """Return what was said of the one thing that they ask to be asked about, here or before."""
    subject = base_forms(words_of(subject_named(text)))
    naming = tuple(said for said in earlier if subject & base_forms(words_of(said)))
    before = not_asked_about(_from_before(naming), state.asked)
    return [one for one in (*handles, *before) if subject & base_forms(words_of(one.quote))]


def claims(text: str, handles: list[Handle], earlier: tuple[str, ...]) -> list[Handle]:
    """Return the claims of this message, or else those of the nearest before it: what a challenge can look at."""
    for found in (handles, *(find_handles(said) for said in earlier[: -_LOOKS_BACK - 1 : -1])):
        if claimed := [one for one in found if one.kind in _CLAIMS]:
            return claimed
        if found is handles and (held := [one for one in handles if _HELD.search(text[: one.span.end])]):
            return held
    return []
