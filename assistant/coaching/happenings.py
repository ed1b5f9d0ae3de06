"""Say back what the person tells as having happened, so that it can follow "when".

"Swept the yard" becomes "you swept the yard".
"""

from __future__ import annotations

import re

from assistant.coaching.critic_rules import HARSH
from assistant.coaching.lexicon import ADVERBS, DETERMINERS, KIN, PASTS, PREPOSITIONS, PRONOUNS, RELATIONS, is_verb
from assistant.coaching.phrases import quotable
from assistant.coaching.tokens import Token, tokens
from assistant.coaching.turning import turned

_SUBJECTS = frozenset("people i we he she they it nobody everyone everybody somebody someone".split())
_PERFECT = frozenset({"i've", "we've", "ive"})
_OTHERS_SENTENCE = re.compile(
    r"(?:^|[.!?\n]\s*)(?:he|she|they|it|hes|shes|theyre|his|her|their|the|my \w+|our \w+|"
    r"(?-i:[A-Z])\w+(?= \w))\b(?:'s|'re)?[^.!?\n]*[.!?\n]?\s*$",
    re.IGNORECASE,
)
UNFINISHED = PREPOSITIONS | {"being", "having", "said", "asked", "to", "is", "are", "was", "were", "a", "the", "that"}
"""A clause that breaks off here was cut by a quotation mark."""
_PAST_BE = frozenset("was were had did".split())
_WAS = frozenset({"was", "were"})
_STATES = frozenset(
    "knew had seemed meant wanted needed thought believed liked loved felt hoped wished owned "
    "coached taught raised worked lived".split()
)
"""Pasts that tell a state: of somebody else they are a reading, and of anyone no moment."""
_WRITER = frozenset({"i", "we"})
_ANOTHER_SUBJECT = frozenset("i we he she they who which that when where".split())
"""Before the verb of a named subject these show that the verb is of another clause."""
_DISPUTABLE = frozenset(
    "stole lied cheated broke burnt burned burn damaged ruined ruin wrecked spoiled ignored "
    "betrayed insulted humiliated attacked hit "
    "pushed shoved blamed accused threatened abandoned dumped excluded bullied mocked shouted yelled screamed slammed "
    "sneered smirked abused neglected refused forgot promised dent scratch spite".split()
)
"""What the other side may tell otherwise stays in quotation marks: said back unquoted it would be our account too."""
_FEWEST_WORDS = 3
"""Fewer tell too little to come back to: "while I talked" is about something else."""
_VERB_WITHIN = 4
"""The past verb stands among the first words: further on it belongs to another clause."""
_NOT_PAST = frozenset(
    "tired bored excited supposed used worried indeed exhausted wasted scared annoyed ashamed "
    "embarrassed relieved pleased "
    "frustrated stressed hundred married divorced speed breed".split()
)
_DONE_TO = frozenset(
    "addressed sent made bought signed written given built painted printed wrapped posted delivered kept "
    "dated stamped covered filled sold promised offered invited named cancelled postponed".split()
)
"""Without a subject or an object these tell what was done to a thing: "Addressed to both"."""
_UNSAID = frozenset("that which who if when because what how why where".split())
_AMBIGUOUS = frozenset("bit read cut put let hit hurt shut cost set spread quit come become run".split())
"""Pasts that look like presents: after a subject of the third person they are past, else unsure."""


def happened(quote: str, before: str = "") -> str | None:
    """Return the event as it can follow "when"; None where the words do not surely tell one.

    `before` is what stands before the quote: a verb without its subject belongs to the writer only where the sentence
    before is not about somebody else.
    """
    words = tokens(quote)
    if (
        len(words) < 2
        or words[-1].lower in UNFINISHED
        or not quotable(quote)
        or words[0].lower in _UNSAID
        or HARSH.search(quote)
    ):
        return None
    if (
        _is_past(words[0])
        and words[0].lower not in _PAST_BE
        and not words[0].text.isupper()
        and not _OTHERS_SENTENCE.search(before)
        and words[1].lower not in PRONOUNS - {"it", "him", "her", "them", "me"}
        and not (words[0].lower in _DONE_TO and words[1].lower in {"to", "by"})
    ):
        said_back = turned(quote[0].lower() + quote[1:])
        return f"you {said_back}" if said_back else None
    if len(words) < _FEWEST_WORDS:
        return None
    if words[0].lower in ADVERBS and _is_past(words[1]) and words[1].lower not in _PAST_BE:
        said_back = turned(quote[0].lower() + quote[1:])
        return f"you {said_back}" if said_back and not _OTHERS_SENTENCE.search(before) else None
    if words[0].lower in _PERFECT and _is_past(words[1]):
        said_back = turned(quote[words[1].span.start :])
        return f"you {said_back}" if said_back else None
    place = next(
        (n for n, word in enumerate(words[1 : 1 + _VERB_WITHIN], 1) if is_verb(word.lower) or _is_past(word)), None
    )
    if (
        place is None
        or not _is_past(words[place])
        or words[place].lower in _STATES
        or (words[0].lower not in _WRITER and any(word.lower in _DISPUTABLE for word in words))
        or not _opens_with_subject(words, place)
    ):
        return None
    if words[place].lower in _WAS and not _in_the_middle(words, place):
        return None
    said_back = turned(quote)
    if said_back is None:
        return None
    if words[0].lower in RELATIONS and not said_back.startswith("your "):
        return f"your {said_back[0].lower()}{said_back[1:]}"
    kept_capital = words[0].text[0].isupper() and words[0].lower not in _SUBJECTS | DETERMINERS | KIN
    return said_back if kept_capital else said_back[0].lower() + said_back[1:]


def _in_the_middle(words: list[Token], was: int) -> bool:
    """Say whether "was" tells where or in the middle of what somebody was; what somebody was *like* is a verdict."""
    after = words[was + 1].lower if was + 1 < len(words) else ""
    return after.endswith("ing") or after in PREPOSITIONS | {"there", "here", "home", "out", "away", "alone", "back"}


def _is_past(word: Token) -> bool:
    if word.lower in _NOT_PAST:
        return False
    regular = word.lower.endswith("ed") and len(word.lower) > 4
    return word.lower in _PAST_BE or regular or (word.lower in PASTS and word.lower not in _AMBIGUOUS)


def _opens_with_subject(words: list[Token], verb: int) -> bool:
    first = words[0]
    if "'" in first.lower:
        return False
    if first.lower in _SUBJECTS:
        return all(word.lower in ADVERBS for word in words[1:verb])
    if first.lower in DETERMINERS:
        between = {word.lower for word in words[1:verb]}
        return verb > 1 and not between & _ANOTHER_SUBJECT  # "the day I retired they sang", "my friend who came"
    if first.lower in RELATIONS and verb == 1:
        return True
    is_name = first.text[0].isupper() and verb == 1
    return is_name and (first.lower in KIN or first.lower not in PASTS)
