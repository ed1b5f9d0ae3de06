"""Hear what a message does in a conversation, beyond what it tells: before any model, the same answer every time.

An act is heard only where it is plain, since an ordinary diary sentence taken for an aside breaks the evening. What
stands in quotation marks was said by somebody else and is left out, unless it is the whole message.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.core.reading import DialogueAct
from assistant.reading import acts_redirects as redirects
from assistant.reading import acts_requests as requests
from assistant.reading import acts_talk as talk
from assistant.reading.acts_bedtime import says_bedtime
from assistant.reading.acts_language import is_other_language
from assistant.reading.feelings import STRONG, find_feelings, strongest
from assistant.reading.good_news import is_good_news
from assistant.reading.reported import is_said_to_us, is_step_of_theirs, takes_leave, without_told

LONGEST_REQUEST: Final = 60
"""Words up to which a message as a whole can be off topic: a longer one is a diary entry with a question in it."""

FARTHEST: Final = 4000
"""Code points of a message that are looked at: a request stands at one of its ends."""

_BLANKS: Final = re.compile(r"\s{3,}")
"""A hundred empty lines say no more than one, and a pattern must not try them all."""
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_QUOTED: Final = re.compile(
    r"\"[^\"\n]{2,400}\"|“[^”\n]{2,400}”|«[^»\n]{2,400}»|(?<![\w])'[^'\n]{2,400}'(?!\w)"
    r"|‘[^’\n]{2,400}’(?!\w)"
)
_SENTENCE: Final = re.compile(r"(?<=[.!?\n])\s+|\banyway,? ")
_UNMARKED: Final = re.compile(
    r"^\W*(?:who|what|when|where|which|why|how|is|are|does|do|can|will)\b[^.!?\n]*$", re.IGNORECASE
)
_LIST: Final = re.compile(
    r"\b(?:to[- ]?do|list|plans?|goals?|reminders?|tomorrow|this week|tasks?)(?: \w+){0,2}:|\[[ x]\]", re.IGNORECASE
)
"""A list of one's own: "to do: write a letter" asks nothing of the program."""
_OWN_DAY: Final = re.compile(
    r"\b(?:i|we) (?:went|had|was|were|did|got|felt|spent|made|saw|told|said|woke|tried|came|could(?:n't)?|wanted"
    r"|asked|finally|just|still|keep|feel|think|thought|decided)\b"
    r"|\b(?:i'm|i've|im|ive|my (?:mum|mother|dad|father|wife|husband|partner|boss|manager|sister|brother|son"
    r"|daughter|friend|kids|ex|team|job|head|life))\b",
    re.IGNORECASE,
)


_ALSO_MEANT: Final = (
    (DialogueAct.DECISION, talk.DECISION, is_step_of_theirs),
    (DialogueAct.GOOD_NEWS, talk.GOOD_NEWS, is_good_news),
    (DialogueAct.ADVICE_REQUEST, talk.ADVICE, is_said_to_us),
    (DialogueAct.VERDICT_REQUEST, talk.VERDICT, is_said_to_us),
)
"""Acts whose words alone do not make them: what is said must be the writer's own, and so, or said to the program."""


def hear_acts(text: str) -> frozenset[DialogueAct]:
    """Return every act heard in a message."""
    if is_other_language(text):
        redirected = redirects.REDIRECT.search(_plain(text)) is not None
        return frozenset({DialogueAct.OTHER_LANGUAGE, *([DialogueAct.REDIRECT] if redirected else [])})
    plain = _unquoted(_plain(text))
    words = _WORD.findall(plain)
    acts = {act for act, pattern in talk.TALK if pattern.search(plain)}
    for act, pattern, meant in _ALSO_MEANT:
        if act in acts and not any(meant(plain, one) for one in pattern.finditer(plain)):
            acts.discard(act)
    if len(words) <= talk.GOODBYE_MOST_WORDS and _ends_the_talk(plain):
        acts.add(DialogueAct.GOODBYE)
    plain = without_told(plain)
    if redirects.REDIRECT.search(plain):
        acts.add(DialogueAct.REDIRECT)
    elif _asks_about_us(plain if len(words) <= LONGEST_REQUEST else _SENTENCE.split(plain)[-1]):
        acts.add(DialogueAct.ABOUT_PROGRAM)
    elif _is_off_topic(plain, len(words)):
        acts.add(DialogueAct.OFF_TOPIC)
        acts.discard(DialogueAct.ADVICE_REQUEST)
    if strongest(find_feelings(text)) >= STRONG:
        acts.add(DialogueAct.FEELING)
    if _is_thin(words):
        acts.add(DialogueAct.THIN)
    return frozenset(acts)


def _ends_the_talk(plain: str) -> bool:
    return any(takes_leave(plain, one) for one in talk.GOODBYE.finditer(plain)) or says_bedtime(plain)


def _asks_about_us(plain: str) -> bool:
    return any(is_said_to_us(plain, one) for one in redirects.ABOUT_PROGRAM.finditer(plain))


def _plain(text: str) -> str:
    """Return the ends of a message with straight apostrophes and no long blanks."""
    text = _BLANKS.sub(lambda blank: "\n\n" if "\n" in blank.group() else "  ", text)
    ends = text if len(text) <= FARTHEST else f"{text[: FARTHEST // 2]}\n{text[-FARTHEST // 2 :]}"
    plain = ends.replace("’", "'").replace("‘", "'").strip()
    return f"{plain}?" if _UNMARKED.match(plain) else plain


def _unquoted(plain: str) -> str:
    """Return a message without what it quotes; a message that is nothing but a quotation stays."""
    without = _QUOTED.sub("…", plain)
    return without if len(_WORD.findall(without)) >= 3 else plain


def _is_off_topic(plain: str, words: int) -> bool:
    if words > LONGEST_REQUEST:
        return False
    if requests.SUM.match(plain):
        return True
    request = requests.OFF_TOPIC.search(plain) or requests.FACT_QUESTION.search(plain)
    code = requests.CODE_ASKED.search(plain) and requests.CODE_VERB.search(plain)
    if not (request or code) or _LIST.search(plain):
        return False
    sentences = _SENTENCE.split(plain)
    if len(sentences) == 1 or not _OWN_DAY.search(plain):
        return True
    last = sentences[-1]  # "Slow day at work. Anyway, write me a poem about it."
    return bool(requests.OFF_TOPIC.search(last) or requests.FACT_QUESTION.search(last)) and not _OWN_DAY.search(last)


def _is_thin(words: list[str]) -> bool:
    if len(words) > talk.THIN_MOST_WORDS:
        return False
    of_weight = sum(word.lower() not in talk.THIN_WORDS for word in words)
    return of_weight == 0 or (of_weight == 1 and len(words) <= 2)
