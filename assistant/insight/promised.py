"""Tell a commitment, which is kept or not, from other talk of the future.

The reading hears promises sentence by sentence and would rather hear one too many: its other uses ask the person at
once. What is listed as a commitment must bind: the person themselves will do it, by a day they named or on their word.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.core.reading import Promise
from assistant.reading.features import plain

_FUTURE: Final = re.compile(
    r" (?:i|we) (?:will|shall) |^ (?:\S+ ){0,4}?(?:i am|we are) (?:\w+ )?going to |"
    r" (?:i am|im) (?:really |definitely |finally |actually |just |not )?going to |"
    r"^ (?:right |ok |okay |so |and |but |, )*(?:not )?going to "
)
_DOING: Final = re.compile(
    r" i am (?:not |definitely |finally )?\w+ing |^ (?:(?:right|ok|okay|so|and|but|not|,) )*\w+ing "
)
_WILL_BE_DONE: Final = re.compile(
    r" (?:gets?|goes|go|will be|has to be|is going to be|is getting) (?:\w+ed|done|sent|off|in|out|written|made|up|paid|cut) |"
    r" from (?:today|tonight|tomorrow|now|now on|monday|next week) "
)
_VOW: Final = re.compile(
    r" (?:promised|promise|swear|sworn|swore|vowed|vow|the deal|shaken on|shook on|my word|no excuses|it is settled|i mean it|"
    r"for real|no more|this time|no matter what|signed up|whatever the weather|on the calendar|on the card|in the diary|"
    r"put (?:it|that) on|written (?:it )?down|(?:told|texted|emailed|assured|said to) (?:\S+ ){1,3}?(?:that )?i (?:would|will)) "
)
_WHEN: Final = re.compile(
    r"\b(?:by|before|until|till|on|this|next|every|each|from|starting|end of|within|in (?:a|two|three|\d+)|tomorrow|tonight|"
    r"today|first thing|in the morning|after(?! (?:i|you|he|she|it|we|they|that|this|all)\b)|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|in (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|for (?:a|the|one|two|three|\d+) (?:week|month|year|days|weeks|months))\b|\d",
    re.IGNORECASE,
)
_BY: Final = re.compile(r"\b(?:by|before|until|till|end of)\b", re.IGNORECASE)
_BY_A_DAY: Final = re.compile(r" (?:by|before) (?:the )?(?:0|(?:mon|tues|wednes|thurs|fri|satur|sun)day|end of) ")
_AT_ONCE: Final = re.compile(
    r"\W*(?:right |up )?(?:now|today|tonight|this (?:morning|evening|afternoon))\W*", re.IGNORECASE
)
_NOT_BOUND: Final = re.compile(
    r" (?:if i|might|maybe|perhaps|probably|i suppose|i hope|hoping|wish|would like|should|ought to|or else|i would (?:love|"
    r"like|rather)|used to|was going to|were going to|meant to|had promised|did not|he will|she will|they will) "
)
_VOWED_TO_BE: Final = re.compile(r" (?:told|promised|texted|assured|said to) (?:\S+ ){1,3}?(?:that )?i (?:would|will) ")


def binds(promise: Promise, sentence: str, text: str) -> bool:
    """Say whether a promise that was heard in a sentence of a text is one that can be kept or broken."""
    said, own = plain(sentence), plain(promise.span.of(text))
    vow = bool(_VOW.search(said))
    if _VOWED_TO_BE.search(said):
        return True
    if _NOT_BOUND.search(said):
        return False
    when = promise.due_words or ""
    dated = bool(_WHEN.search(when))
    if _FUTURE.search(own):
        return dated or vow
    if _DOING.search(own):
        return dated and not _AT_ONCE.fullmatch(when)
    by = bool(_BY.search(when) or _BY_A_DAY.search(said))
    return (dated and vow) or (by and bool(_WILL_BE_DONE.search(said)))
