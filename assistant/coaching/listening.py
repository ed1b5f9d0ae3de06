"""Hear a message as it stands in the talk: what is left to ask about, which kind of turn it is, what is owned first.

A complaint, a "no" and a change of subject are openings: the turn is about what comes after them, where anything does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from assistant.coaching import occasion_words as words
from assistant.coaching.complaints import Complained, Complaint, hear_complaint, set_aside, without
from assistant.coaching.occasions import as_heard, hear_occasion
from assistant.coaching.plan import OPENS_PLAINLY, OPENS_WITH_OURS, Occasion
from assistant.coaching.session_state import SessionState
from assistant.coaching.step_words import step_in
from assistant.coaching.tokens import sentences, words_of
from assistant.core.reading import DialogueAct, Distress
from assistant.core.span import Span

_SAYS_MORE: Final = 4
"""From so many words on what is said beside a complaint can be asked about by itself."""
_ABOUT_US: Final = frozenset({DialogueAct.PUSHBACK, DialogueAct.OBJECTION, DialogueAct.ABOUT_PROGRAM, DialogueAct.THIN})
_COMPLAINTS: Final = frozenset({Occasion.BAD_QUESTION, Occasion.OBJECTION, Occasion.TOO_MANY_QUESTIONS})
_NOT_ANSWERED_OTHERWISE: Final = frozenset({Occasion.THIN, Occasion.ORDINARY, Occasion.TOO_MANY_QUESTIONS})
_OUTRIGHT_NO: Final = re.compile(
    r"^\W*(?:(?:no|nope|wrong|nah)\b[\s,.!;–—-]+)+(?!(?:one|more|idea|thanks|thank)\b)", re.IGNORECASE
)
_HALF_NO: Final = re.compile(r"^\W*not (?:really|quite|exactly)\b[\s,.!;–—-]+", re.IGNORECASE)
_OWN_NO: Final = re.compile(
    r"(?:\w\W*[.!?…]|(?:[\w'’]+ ){3,}[\w'’]+,)\s+(?:so )?(?:no|nah|nope)[.,!]+\s+"
    r"(?!(?:that['’]?s not|you(?:['’]ve|['’]re| have| are)? (?:got|mis\w+|wrong)|not (?:it|that|what)|wrong"
    r"|i didn['’]?t say)\b)",
    re.IGNORECASE,
)
"""A "no" in the middle takes back what was just written and not what we asked."""
_CLOSED: Final = re.compile(
    r"^\W*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b|”: (?:is|do|did|has|have)\b",
    re.IGNORECASE,
)
_FIRST_NO: Final = re.compile(r"^\W*(?:no|nope|nah)\b\W*", re.IGNORECASE)
_ANOTHERS_NO: Final = re.compile(
    r"^\W*(?:no|nope|nah)\b\W+(?:no one|nobody|(?:he|she|they|(?:my|our|his|her|the) \w+)\s+"
    r"(?:never|(?:has|had|have|did|does|do|would|is|was|were)(?:n't| not| never)))\b",
    re.IGNORECASE,
)
"""With this what somebody else did or did not do is told."""
_TAKES_NOTHING_FOR_TRUE: Final = re.compile(
    r"\b(?:suppose|would|how (?:do|can|could) you (?:know|tell)|what (?:tells|has told|makes) you|where does"
    r"|what have you (?:seen|heard|noticed)|what (?:else )?(?:might|could))\b",
    re.IGNORECASE,
)
_ECHO: Final = re.compile(
    r"\W*(?:(?:(?:it|that|this) )?(?:just )?(?:follows|means|shows(?: me)?|tells me|says to me)(?: that)?|that)\s+"
    r"(?=(?:i|i['’]?m|i['’]?ve|i['’]?d|i['’]?ll|he|he['’]?s|she|she['’]?s|they|we|my|there|nobody|if)\b(?:\W+\w+){2})",
    re.IGNORECASE,
)
"""With these an answer takes up the question: what they say comes after."""
PICKS: Final = "led_picks"


@dataclass(frozen=True, slots=True)
class Heard:
    """One message, heard."""

    occasion: Occasion
    shown_by: str
    """The words that showed it; empty where an act or the session did."""
    seen: str
    """The message with blanks for what is not to be asked about; every place in it is the same."""
    led: str = ""
    """Which asides own what was amiss."""
    hands_back: bool = False
    """They may be asked what they would rather be asked."""

    @property
    def repairs(self) -> bool:
        """Whether our last question missed."""
        return (bool(self.led) and self.led != PICKS) or self.occasion in (Occasion.BAD_QUESTION, Occasion.OBJECTION)


def hear_turn(
    text: str, acts: frozenset[DialogueAct], state: SessionState, distress: Distress = Distress.NONE
) -> Heard:
    """Return what the message is, in this session."""
    if not state.turns:
        return _first(text, acts, state, distress)
    if words.YOURS_TO_ASK.match(text.replace("’", "'")):
        return Heard(Occasion.ANSWER, "", " " * len(text), PICKS)
    asked = state.last_asked
    complained = hear_complaint(text, asked)
    occasion, shown_by = hear_occasion(text, acts, state, distress)
    if complained and occasion not in _COMPLAINTS | OPENS_PLAINLY | OPENS_WITH_OURS:
        return Heard(occasion, shown_by, text)  # a goodbye or concern is answered as it is
    if complained is None and occasion is Occasion.OBJECTION:
        complained = _objected(text)
    if occasion is Occasion.OBJECTION and (own := _own_no(text, asked)) is not None:
        occasion, shown_by = hear_occasion(own, acts - _ABOUT_US, state, distress)
        return Heard(Occasion.ORDINARY if occasion in _COMPLAINTS else occasion, shown_by, own)
    if occasion is Occasion.CHALLENGE:
        text = words.SUPPOSING.sub(lambda match: " " * len(match.group()), text)
    if complained is None:
        return Heard(occasion, shown_by, _turned_to(set_aside(_without_echo(text))), hands_back=True)
    return _beside(text, complained, acts, state, distress)


def _first(text: str, acts: frozenset[DialogueAct], state: SessionState, distress: Distress) -> Heard:
    """Return a first message, in which the question that they complain of is one of an earlier sitting."""
    occasion, shown_by = hear_occasion(text, acts, state, distress)
    complained = hear_complaint(text, "") if occasion in _NOT_ANSWERED_OTHERWISE else None
    if complained and complained.complaint:
        return Heard(Occasion.BAD_QUESTION, "", complained.rest, hands_back=True)
    return Heard(occasion, shown_by, text, hands_back=True)


def _objected(text: str) -> Complained | None:
    """Return what objects to what we said, apart from the rest."""
    plain = text.replace("’", "'")
    half, no = _HALF_NO.match(plain), _OUTRIGHT_NO.match(plain)
    opening = half or no
    rest = without(plain, [Span(0, opening.end())] if opening else [])
    objecting = [one for one in sentences(rest) if words.OBJECTION.search(one.of(rest))]
    rest = without(text, [*([Span(0, opening.end())] if opening else []), *objecting])
    return Complained(None if half else Complaint.MISREAD, rest) if opening or objecting else None


def _own_no(text: str, asked: str) -> str | None:
    """Return the message where a "no" in it objects to nothing of ours: it takes back a thought, or answers us."""
    plain = text.replace("’", "'")
    if _FIRST_NO.match(plain):
        answers = _CLOSED.search(asked) or (_ANOTHERS_NO.match(plain) and _TAKES_NOTHING_FOR_TRUE.search(asked))
        return text if answers else None
    if (own := _OWN_NO.search(plain)) is None or any(
        words.OBJECTION.search(one) for one in plain[: own.start()].split(". ")
    ):
        return None
    return without(text, [Span(0, own.end())]) if len(words_of(text[own.end() :])) >= _SAYS_MORE else text


def _beside(
    text: str, complained: Complained, acts: frozenset[DialogueAct], state: SessionState, distress: Distress
) -> Heard:
    """Return what the message is beside its complaint; a step that it states wins over the complaint."""
    led = f"led_{complained.complaint}" if complained.complaint else ""
    if step := step_in(as_heard(text)):
        beside = step_in(as_heard(complained.rest)) is not None
        return Heard(Occasion.DECISION, step.group().strip().lstrip(".,!? "), complained.rest if beside else text, led)
    if complained.left >= _SAYS_MORE:
        occasion, shown_by = hear_occasion(complained.rest, acts - _ABOUT_US, state, distress)
        if occasion in _COMPLAINTS:
            occasion, shown_by = Occasion.ORDINARY, ""
        return Heard(occasion, shown_by, _turned_to(set_aside(complained.rest)), led)
    misread = complained.complaint in (Complaint.MISREAD, None)
    before = Occasion.BAD_QUESTION in state.occasions
    return Heard(
        Occasion.OBJECTION if misread else Occasion.BAD_QUESTION,
        "",
        complained.rest,
        hands_back=complained.complaint is Complaint.POOR and not before,
    )


def _without_echo(text: str) -> str:
    """Return the message with blanks for words of ours that it begins with: "follows that", "means"."""
    echo = _ECHO.match(text)
    return without(text, [Span(0, echo.end())] if echo else [])


def _turned_to(text: str) -> str:
    """Return the message with blanks for what came before a change of subject or a return to one."""
    turned = max((one.end() for one in words.TURNS_TO.finditer(text.replace("’", "'"))), default=0)
    return without(text, [Span(0, turned)]) if len(words_of(text[turned:])) >= _SAYS_MORE else text
