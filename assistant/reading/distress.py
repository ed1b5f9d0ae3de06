"""Hear distress in a text, before any model is asked: none, concern or crisis.

Rules, not a model: each one is named and can be read, the same text always gets the same answer, and the cost is linear
in the text. Missing a crisis is far worse than a false concern, so a doubt between two levels takes the higher.

**Source** issue 3, "Care"; the rules name theirs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from assistant.core.reading import Distress
from assistant.reading import distress_frames as frames
from assistant.reading.acts_language import is_other_language
from assistant.reading.distress_abroad import PHRASES_ABROAD, wants_to_die_abroad
from assistant.reading.distress_concern import CONCERN_RULES
from assistant.reading.distress_crisis import ACROSS_SENTENCES, ALONE_RULES, CRISIS_RULES
from assistant.reading.distress_cry import CRY, is_plain_cry
from assistant.reading.distress_done import DONE_ACROSS, DONE_RULES
from assistant.reading.distress_ends import ENDS_ACROSS, ENDS_RULES
from assistant.reading.distress_hints import HINT_RULES
from assistant.reading.distress_intent import INTENT_RULES
from assistant.reading.distress_near import NEAR_RULES
from assistant.reading.distress_pull import PULL_RULES
from assistant.reading.distress_rules import Rule
from assistant.reading.distress_said import SAID_RULES
from assistant.reading.distress_trouble import TROUBLE_RULES
from assistant.reading.distress_words import plain, sentences

SHORT_SENTENCE: Final = 60
"""Code points of a plain sentence that may be only half of what is said: "Goodbye everyone. I wasn't stronger." """

LANGUAGE_SHOWS: Final = 1000
"""Code points of a text that tell its language."""

SHORT_TEXT: Final = 80
"""Code points of a text that may be too short to tell its language: it is searched for other languages' words too."""


@dataclass(frozen=True, slots=True)
class DistressSign:
    """One sentence in which a rule heard distress."""

    level: Distress
    rule: str
    sentence: str

    def __repr__(self) -> str:
        return f"DistressSign({self.level.word}, {self.rule!r}, {len(self.sentence)} code points)"


_ALL: Final = (
    *(*CRISIS_RULES, *DONE_RULES, *ENDS_RULES, *PULL_RULES, *CONCERN_RULES),
    *(*SAID_RULES, *TROUBLE_RULES, *NEAR_RULES, *INTENT_RULES, *HINT_RULES),
)
_CRISIS_RULES: Final = tuple(r for r in _ALL if r.level is Distress.CRISIS)
_OF_A_WHOLE_TEXT: Final = (*ALONE_RULES, *_CRISIS_RULES)
"""Those for a sentence that is all that was written."""
_CONCERN_RULES: Final = tuple(r for r in _ALL if r.level is Distress.CONCERN)
_ACROSS: Final = (*ACROSS_SENTENCES, *DONE_ACROSS, *ENDS_ACROSS)
RULES_DIGEST: Final = hashlib.blake2b(
    "\n".join(
        f"{r.name} {r.level} {r.pattern.pattern} {r.unless.pattern if r.unless else ''}"
        for r in (*_CRISIS_RULES, *_CONCERN_RULES, *_ACROSS, *ALONE_RULES)
    ).encode()
    + CRY.encode()
    + frames.FRAMES.encode()
    + PHRASES_ABROAD.encode(),
    digest_size=6,
).hexdigest()
"""Names these rules: what was read with others is read again."""
_AND_YET: Final = ("but", "tired", "though", "yet", "although", "just")


def read_distress(text: str) -> Distress:
    """Return the highest level of distress heard in `text`."""
    abroad = is_other_language(text[:LANGUAGE_SHOWS])
    if (abroad or len(text) <= SHORT_TEXT) and wants_to_die_abroad(text):
        return Distress.CRISIS
    if abroad:
        unquoted = (frames.without_quoted(plain(sentence))[0] for sentence in sentences(text))
        return Distress.CRISIS if any(map(is_plain_cry, unquoted)) else Distress.NONE
    highest = Distress.NONE
    for sign in distress_signs(text):
        highest = max(highest, sign.level)
        if highest is Distress.CRISIS:
            break
    return highest


def reads_as_crisis(text: str) -> bool:
    """Say whether `text` reads as crisis: the same answer as `read_distress`, without looking for concern."""
    if is_other_language(text[:LANGUAGE_SHOWS]) or len(text) <= SHORT_TEXT:
        return read_distress(text) is Distress.CRISIS
    return any(
        level is Distress.CRISIS
        for _, words, before, alone in _each_sentence(text)
        for level, _ in _heard(words, before, alone=alone, concern=False)
    )


def distress_signs(text: str) -> Iterator[DistressSign]:
    """Yield each sign of distress in `text`, in order; a sentence may give one of each level.

    A story, the news or work with the subject colours the sentence after it too, so the sentence before is looked at.
    """
    for sentence, words, before, alone in _each_sentence(text):
        for level, name in _heard(words, before, alone=alone):
            yield DistressSign(level, name, sentence)


def _each_sentence(text: str) -> Iterator[tuple[str, str, str, bool]]:
    """Yield each sentence, its plain form, that of the one before it, and whether it is the whole text."""
    before, whole = "", text.strip()
    for sentence in sentences(text):
        words = plain(sentence)
        yield sentence, words, before, sentence == whole
        before = words


def _heard(words: str, before: str, *, alone: bool, concern: bool = True) -> Iterator[tuple[Distress, str]]:
    """Yield level and rule for one plain sentence, given the one before it and whether it is the whole text."""
    unquoted, others_words = frames.without_quoted(words)
    if is_plain_cry(unquoted):
        yield Distress.CRISIS, "plain cry"
        return
    told = frames.without_figures(unquoted)
    story = frames.is_story(words) or (frames.is_story(before) and frames.subject_before(words) == "other")
    work = frames.is_work(words) or frames.is_asked(words) or frames.is_told_by_another(words)
    crisis = _highest(_OF_A_WHOLE_TEXT if alone else _CRISIS_RULES, told, story=story, work=work)
    if crisis is not None:
        yield crisis
        if crisis[0] is Distress.CRISIS:
            return
    joined = f"{before} ,{told}" if crisis is None and before and len(before) <= SHORT_SENTENCE else ""
    if joined:
        across = _highest(_ACROSS, joined, story=story, work=work)
        if across is not None:
            yield across
            return
    if not concern:
        return
    if not story and any(
        _level(rule, said, story=False, work=False) for said in others_words for rule in _CRISIS_RULES
    ):
        yield Distress.CONCERN, "someone else in danger"
    worry = _highest(_CONCERN_RULES, told, story=story, work=work)
    if worry is not None:
        yield worry


def _highest(rules: tuple[Rule, ...], words: str, *, story: bool, work: bool) -> tuple[Distress, str] | None:
    """Return what the rules hear in a plain sentence: the first of the highest level."""
    hits = filter(None, (_level(rule, words, story=story, work=work) for rule in rules))
    best: tuple[Distress, str] | None = None
    for hit in hits:
        if best is None or hit[0] > best[0]:
            best = hit
        if best[0] is rules[0].level:
            break
    return best


def _level(rule: Rule, words: str, *, story: bool, work: bool) -> tuple[Distress, str] | None:
    """Return what one rule hears in a plain sentence, None where it hears nothing."""
    match = rule.pattern.search(words)
    if match is None or (rule.unless is not None and rule.unless.search(words)):
        return None
    start = words[: match.start()]
    subject = frames.subject_before(start)
    own = subject == "self" or frames.names_self(match.group())
    if rule.own and subject == "other" and not own:
        return None
    told = story or work
    if told and not (own and rule.level is Distress.CRISIS) and not frames.is_close(words):
        return None
    if rule.level is Distress.CRISIS and (
        frames.is_only_asked(words[: match.end()]) or frames.is_told_by_another(words)
    ):
        return None
    if rule.denied and frames.is_denied(start, match.group()):
        return (Distress.CONCERN, f"{rule.name}, denied") if _worrying_denial(rule, words[match.end() :]) else None
    if rule.level is Distress.CRISIS and frames.is_past(words):
        return Distress.CONCERN, f"{rule.name}, long ago"
    return rule.level, rule.name


def _worrying_denial(rule: Rule, after: str) -> bool:
    """Say whether a denial comes with trouble of its own: "not suicidal, but" does, "nobody died" does not."""
    return rule.level is Distress.CRISIS and any(f" {word} " in after for word in _AND_YET)
