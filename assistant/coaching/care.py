"""Answer a person in distress: no coaching, no model, one direct question, and people rather than a program.

The reply is chosen by code from texts in `prompts/care`, so that nothing unforeseen can be said here. After a reply to
a crisis the session stays in care until the person chooses to go on: whatever they write is answered as care, and each
answer points to a line and an emergency number again. After that the conversation goes gently until another sitting,
also where the danger was denied: `SessionState.gently`.

**Source** the texts name theirs; the order (ask, stay, make safe, connect, follow up) is the 988 Lifeline's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from assistant.coaching.care_answers import Answer, hear_answer
from assistant.coaching.care_people import names_someone
from assistant.coaching.care_yes_no import plain_answer
from assistant.coaching.session_state import SessionState
from assistant.core.dialogue import Move, Reply, VoiceName
from assistant.core.reading import Distress
from assistant.reading.distress import distress_signs

MOST_WORDS: Final = 110
"""A person in distress reads little: issue 3, part 6."""


class Asks(StrEnum):
    """What the one question of a care text asks for; it says what a bare "yes" means."""

    DANGER = "danger"
    SAFE = "safe"
    WHO = "who"
    OPEN = "open"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class CareText:
    """One text of `prompts/care`, with slots for the line and the emergency number."""

    situation: str
    asks: Asks
    text: str


@dataclass(frozen=True, slots=True)
class CareLine:
    """How to reach a person in one country."""

    country: str
    name: str
    say: str
    emergency: str


class CareWords:
    """All that is said in care, with the line of one country."""

    def __init__(self, texts: Iterable[CareText], line: CareLine, parting: str) -> None:
        self._texts: dict[str, list[CareText]] = {}
        for text in texts:
            self._texts.setdefault(text.situation, []).append(text)
        self.line = line
        self.parting = self._filled(parting)
        """How to reach somebody, said behind the goodbye of a sitting in which there was a sign of danger."""

    @property
    def situations(self) -> frozenset[str]:
        """What there is something to say to."""
        return frozenset(self._texts)

    def replies(self, situation: str) -> list[Reply]:
        """Return the replies for a situation in the order of the file."""
        return [self._reply(text) for text in self._texts[situation]]

    def texts(self, situation: str) -> list[CareText]:
        """Return the texts for a situation, their slots open."""
        return self._texts[situation]

    def said(self, question: str) -> CareText | None:
        """Return the text that asked a question, None where care did not."""
        every = (text for texts in self._texts.values() for text in texts)
        return next((text for text in every if question == _question(self._filled(text.text))), None)

    def _reply(self, text: CareText) -> Reply:
        filled = self._filled(text.text)
        return Reply(filled, Move.CARE, VoiceName.BANK, _question(filled))

    def _filled(self, text: str) -> str:
        return text.replace("{line}", self.line.say).replace("{emergency}", self.line.emergency)


def care_reply(text: str, distress: Distress, state: SessionState, words: CareWords) -> Reply | None:
    """Return the reply of care, None where the coach goes on.

    `state` tells whether the session is in care, and by its last question what a short answer means.
    """
    last = words.said(state.asked[-1]) if state.in_care and state.asked else None
    situation = _situation(text, distress, in_care=state.in_care, last=last)
    if situation is None:
        return None
    replies = words.replies(situation)
    if situation == "concern_low":  # who stays low is asked directly the second time
        replies = [one for pair in zip(replies, words.replies("concern_hopeless"), strict=False) for one in pair]
    return min(replies, key=lambda reply: _asked_at(reply.question, state))


def _asked_at(question: str | None, state: SessionState) -> int:
    """Return where in the session a question was asked last, -1 where it was not: what is longest ago comes next."""
    return max((at for at, one in enumerate(state.asked) if one == question), default=-1)


def _situation(text: str, distress: Distress, *, in_care: bool, last: CareText | None) -> str | None:
    if distress is Distress.CRISIS:
        finer = _crisis_kind(text)
        return finer if not in_care or finer in ("acted", "method") else "still"
    if in_care and last is not None and last.situation.startswith("concern"):
        answered = _after_concern(text, last)
        if answered is not None or distress is Distress.NONE:
            return answered
    elif in_care:
        asked = last.asks if last else Asks.DANGER
        situation = _in_care(hear_answer(text), asked, named=names_someone(text))
        if situation is not None or distress is Distress.NONE:
            return situation
    return _concern_kind(text) if distress is Distress.CONCERN else None


_MEANT: Final[dict[Answer, dict[Asks, str]]] = {
    Answer.YES: {Asks.DANGER: "yes", Asks.SAFE: "safe", Asks.WHO: "who"},
    Answer.PARTLY: {Asks.DANGER: "yes", Asks.SAFE: "unsure", Asks.WHO: "who"},
    Answer.NO: {Asks.DANGER: "no", Asks.SAFE: "unsafe", Asks.WHO: "no_one"},
    Answer.HARDLY: {Asks.DANGER: "hardly", Asks.SAFE: "unsafe", Asks.WHO: "no_one"},
    Answer.UNWELL: {Asks.SAFE: "unsafe"},
    Answer.DENIED: {Asks.DANGER: "no"},
    Answer.SAFE: {Asks.DANGER: "fine", Asks.SAFE: "safe", Asks.WHO: "fine", Asks.OPEN: "fine"},
    Answer.OTHER: {},
}
"""What an answer means to the question that was asked, in a doubt the graver of its meanings; else care stays."""
_AFTER_CONCERN: Final[dict[Asks, dict[Answer, str]]] = {
    Asks.DANGER: {
        Answer.YES: "yes",
        Answer.PARTLY: "yes",
        Answer.UNSURE: "unsure",
        Answer.HARDLY: "hardly",
        Answer.UNWELL: "with_you",
    },
    Asks.SAFE: {
        Answer.NO: "unsafe",
        Answer.HARDLY: "unsafe",
        Answer.UNWELL: "unsafe",
        Answer.UNSURE: "unsure",
        Answer.PARTLY: "unsure",
    },
}
"""What keeps a session in care after a reply to a concern; whatever else is answered, the coach goes on."""
_THEY_ARE_NEAR: Final = re.compile(
    r"\b(?:he|she|they|my (?:husband|wife|partner|boyfriend|girlfriend|ex|dad|father|mum|mother))(?:'s|'re| is| are)"
    r" (?:still |right |just |already |always )*(?:here|home|back|coming|upstairs|downstairs|outside|asleep|at the door"
    r"|next door|in the (?:\w+ )?(?:room|house|kitchen|flat|bed))\b(?! with me\b)",
    re.IGNORECASE,
)


def _in_care(answer: Answer, asked: Asks, *, named: bool) -> str | None:
    """Return what to say to an answer in care; None where the person chose to go on, or meant a thing all along."""
    if answer in (Answer.GO_ON, Answer.EXPLAINED):
        return None
    if asked is Asks.WHO and named and answer in (Answer.OTHER, Answer.UNSURE):
        return "who"
    return _MEANT[answer].get(asked, "with_you") if answer in _MEANT else answer.value


def _after_concern(text: str, last: CareText) -> str | None:
    """Return what to say after a reply to a concern: only what shows danger keeps the session in care."""
    answer = hear_answer(text)
    found = "unsafe" if answer is Answer.UNSAFE else _AFTER_CONCERN.get(last.asks, {}).get(answer)
    if last.situation != "concern_hurt":
        return found
    near = answer is not Answer.GO_ON and _THEY_ARE_NEAR.search(plain_answer(text)) is not None
    return "unsafe_there" if near or found == "unsafe" else found


_ACTED: Final = re.compile(
    r"\b(?:i(?:'ve| have)?|just|already) (?:just |already )?(?:took|taken|swallowed|downed|drank|drunk|injected"
    r"|cut) (?!(?:a (?:walk|nap|day|bath|break)|it|some time)\b)"
    r"[^.!?]{0,40}\b(?:pills?|tablets?|meds|paracetamol|bottle|overdose|bleach|packet|box|all of (?:them|it)"
    r"|insulin|too deep|wrists?|veins?|them all)\b"
    r"|\b(?:won'?t stop|can'?t stop|keeps?) (?:the )?bleeding\b|\bbleeding (?:a lot|badly|everywhere)\b"
    r"|\bcut(?:ting)? too deep\b|\b(?:took|taken) an overdose\b|\brope is (?:round|around)\b",
    re.IGNORECASE,
)  # fmt: skip
_METHOD_RULES: Final = frozenset({"asking for a method"})
_HARM_RULES: Final = frozenset({"self-harm", "self-harm by its name"})
_FAREWELL_RULES: Final = frozenset({"farewell"})
_HARM_WORDS: Final = re.compile(
    r"\b(?:cut(?:ting)?|burn(?:ed|ing|t)?|scratch\w*|self.?harm\w*|blade|razor|hurt(?:ing)? myself"
    r"|hit(?:ting)? myself|bruis\w+)\b",
    re.IGNORECASE,
)
_DEATH_WORDS: Final = re.compile(
    r"\b(?:die|dead|death|dying|suicid\w*|kill|end (?:it|my)|overdose|live|living|alive|jump)\b", re.IGNORECASE
)
_METHOD_WORDS: Final = re.compile(
    r"\b(?:how (?:many|much|high|deep|long|do i|can i|to)|what(?:'s| is) the (?:best|easiest|quickest|least|most)"
    r"|which|ways? to|can (?:i|you) die|lethal|painless\w*)\b[^.]*\b"
    r"(?:die|kill|overdose|lethal|fatal|suicide|painless\w*|hang|noose|hurt|harm|cut|end it|stop my heart)\b",
    re.IGNORECASE,
)  # fmt: skip


def _crisis_kind(text: str) -> str:
    """Return which opening fits: what was done counts before what was asked, and that before what is felt."""
    plain = text.replace("’", "'")
    rules = {sign.rule for sign in distress_signs(text) if sign.level is Distress.CRISIS}
    if _ACTED.search(plain):
        return "acted"
    if rules & _METHOD_RULES or _METHOD_WORDS.search(plain):
        return "method"
    if rules & _FAREWELL_RULES:
        return "farewell"
    if (rules and rules <= _HARM_RULES) or (_HARM_WORDS.search(plain) and not _DEATH_WORDS.search(plain)):
        return "self_harm"
    return "thoughts"


_CONCERN_OF: Final = {
    "hurt by someone": "concern_hurt",
    "someone else in danger": "concern_other",
    "someone at risk": "concern_other",
    "eating": "concern_eating",
    "panic": "concern_panic",
    "past harm": "concern_past",
    "drink or drugs": "concern_drink",
    "hopeless": "concern_hopeless",
    "cannot go on": "concern_hopeless",
    "self-loathing": "concern_hopeless",
}
"""By how the name of the rule begins; any other is a low, and is met slowly."""


def _concern_kind(text: str) -> str:
    rules = [sign.rule for sign in distress_signs(text)]
    if any(rule.endswith("long ago") for rule in rules):
        return "concern_past"
    found = (kind for rule in rules for name, kind in _CONCERN_OF.items() if rule.startswith(name))
    return next(found, "concern_low")


def _question(text: str) -> str | None:
    """Return the one question of a text, to the character."""
    end = text.find("?")
    if end < 0:
        return None
    start = max(text.rfind(stop, 0, end) for stop in (". ", "! "))
    return text[start + 2 if start >= 0 else 0 : end + 1]
