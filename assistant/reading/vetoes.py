"""Forms that settle by themselves that a sentence is no assumption or no promise, whatever the heads make of its words.

A question asks and does not state; what someone else said is theirs; a wish, a habit, a duty, a past resolve and a maybe
are no promise. Measured on the project's own training text, see docs/figures.md.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

_ASKS: Final = re.compile(
    r"^ (?:(?:and|but|so|or|then|well|ok|okay|oh|god|seriously|honestly|also|,) )*(?:am|is|are|do|does|did|why|what|who|whose|when|where|how|should|would|"
    r"could|can|have|has|will|was|were|which|must|may|might) .*\? $"
)
_RHETORICAL: Final = re.compile(
    r"«what is the (?:point|use)|why (?:bother|even|try|should i|would (?:anyone|he|she|they)|do i always|does (?:it|this|everything|nothing) (?:\w+ )?(?:always|ever))|"
    r"who (?:would|will|could|am i|wants?|cares|needs)|what kind of|how (?:stupid|could i)|always|never|nobody|everyone»".replace(
        "«", "(?<= )(?:"
    ).replace("»", ")(?= )")
)
_SAYING: Final = (
    "says|said|told|tells|announced|claims|claimed|insists|insisted|wrote|writes|swears|swore|reckons|believes|hopes|wishes|joked|admitted|"
    "used to (?:say|shout|tell)|always said|always says|is (?:convinced|persuaded|sure|certain)|was (?:convinced|persuaded|sure|certain)|"
    "thinks i (?:should|ought)|thinks we|thinks (?:the|his|her|their|it|that the|a|all)|asks (?:me|us|whether|if|that)|asked (?:me|us|whether|if|that)|warned (?:me|us)|preached|declared|complained|texted|replied"
)
_ATTRIBUTED: Final = re.compile(
    rf"^ (?:(?:and|but|so|then|today|yesterday|still) )?(?!i |it |that |what |if |when |every |either |because |people |nobody |everyone |they |you |one |whenever )"
    rf"(?:[^\s,;:?!.]+ ){{1,5}}?(?:{_SAYING}) (?!nothing|little|no |so )"
    rf"|^ (?:and |but )?(?:he|she|they) (?:{_SAYING}) (?!nothing|little|no |so )"
    r"|^ according to |(?<= )(?:she|he|they|mum|dad) (?:said|told me|says|wrote)(?: \S+){0,3} [.\"] ?$|(?<= )(?:line|view|rule|opinion|motto|theory|belief|point|verdict) (?:is|was) that "
)
_SAID_TO_ME: Final = re.compile(r'^ " (?:you|your) ')
"""Quoted words that speak to the writer are somebody else's."""

_OWN_TURN: Final = re.compile(
    r"(?<= )(?:but|so|because|and|means|clearly|obviously|which|i (?:know|knew|think|can tell|could tell|bet|guess)|you can|only|to be (?:kind|nice|polite)|pity|like i|as if) "
)


def is_no_assumption(sentence: str) -> bool:
    """Say whether a plain sentence asks, or hands on what someone else said."""
    if _ASKS.match(sentence):
        return _RHETORICAL.search(sentence) is None
    if _SAID_TO_ME.match(sentence):
        return True
    attributed = _ATTRIBUTED.search(sentence)
    return attributed is not None and _OWN_TURN.search(sentence, attributed.end()) is None


LONG_WORDS: Final = 24
"""Words and stops from which a promise needs a form of its own: "gym, Monday, no excuses" is short."""

_COMMITTING: Final = frozenset({
    "i will", "i will verb", "going to", "gonna bare", "from now", "no more", "this time", "going doing", "bare doing",
    "will have done", "let me", "i and present",
})  # fmt: skip
_RESOLVED: Final = frozenset({"decided", "told i would", "said i would", "mine to do"})
_AGAINST: Final = frozenset({
    "wish", "maybe", "ought", "past", "past of i", "past tense", "habit", "idea", "duty", "others will", "generic i",
    "arrangement",
})  # fmt: skip
_OVER: Final = frozenset({"past", "past of i", "past tense"})


def is_unsaid(sentence: str, marks: Collection[str]) -> bool:
    """Say whether a long plain sentence holds no form in which people commit themselves: then it is a tale in the present
    tense, as old diaries tell, not a promise."""
    return len(sentence.split()) >= LONG_WORDS and not frozenset(marks) & (_COMMITTING | _RESOLVED)


def is_no_promise(marks: Collection[str]) -> bool:
    """Say whether the marks of a sentence show a question, a wish, a habit, a duty, a maybe, or a resolve that is past."""
    borne = frozenset(marks)
    if borne & {"question", "kept"}:
        return True
    if not borne & _AGAINST or borne & _COMMITTING - ({"i and present"} if borne & {"habit", "past of i"} else set()):
        return False
    return not borne & _RESOLVED or bool(borne & _OVER)
