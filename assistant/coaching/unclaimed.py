"""Refuse a match whose words claim nothing where they stand: denied, only feared, broken off, or another's silence."""

from __future__ import annotations

import re

from assistant.coaching.manners import MANNER, WHETHER
from assistant.coaching.role_words import only_names_a_role
from assistant.coaching.tellings import is_anothers

_DENIED = re.compile(r"(?:\bnot|n['’]t|\bnever) (?:because|that|as if|as though) $", re.IGNORECASE)
_NO_OUTCOME = re.compile(
    r"(?:and|but|or|maybe|perhaps|who|what|how|where|why|with|i (?:suppose|guess|think|mean|reckon)$)\b|not$|as\b",
    re.IGNORECASE,
)
_ITS_OWN_OUTCOME = re.compile(
    r"\b\w+ \w+.* (?:i|he|she|they|we|it|people)(?:['’]ll|['’]d| will| would| won['’]?t)\b"
    r"|.{9} (?:it['’]s|i am|i['’]m)\b",
    re.IGNORECASE,
)
_MAY_FOLLOW_A_RULE = re.compile(r"\s*(?:[,.;!?\n\"”)…:—–-]|$|(?:and|but|so|because|or|cos|then)\b)", re.IGNORECASE)
_NOT_SO = re.compile(
    r"(?:\b(?:want|wants|wanted|wish|wished|hope|hoped|if|unless|in case|pretend|imagine|until|till)\s+(?:that\s+)?)$",
    re.IGNORECASE,
)
_SAID_ONCE = frozenset({"said", "told me"})
_DEAD = re.compile(r"\b(?:died|is dead|passed away|my late)\b", re.IGNORECASE)
_BEGINS_WITH_I = re.compile(r"i\b", re.IGNORECASE)


def claims_nothing(kind: str, found: re.Match[str], text: str) -> bool:
    """Say whether what a pattern of that kind matched says nothing that the writer holds."""
    before = text[: found.start()]
    if _DENIED.search(before):
        return True  # "not because | I wanted to lead them"
    match kind:
        case "rule":
            return bool(WHETHER.search(before) or MANNER.match(found.group())) or not _is_whole_rule(found, text)
        case "identity":  # "I'm a nurse" tells what somebody does
            word = found.span("word")
            return only_names_a_role(found["word"], text[found.start() : word[0]], text[word[1] :])
        case "unsaid" | "cannot" | "dont_want":  # "He rang. Didn't say sorry": another's silence
            return not _BEGINS_WITH_I.match(found.group()) and is_anothers(before, found.group())
        case "says_that" if found["word"].lower() in _SAID_ONCE and _DEAD.search(text):
            return True  # what the dead said is not asked about as if they said it still
        case "mindread" | "mindread_what" | "says_that":  # "I don't want that | he thinks I count"
            return bool(_NOT_SO.search(before))
        case _:
            return False


def _is_whole_rule(match: re.Match[str], text: str) -> bool:
    """Say whether both halves of a rule are whole: an outcome that is one, and words that do not break off."""
    cond, cons = match["cond"], match["cons"]
    return (
        not _NO_OUTCOME.match(cons)
        and not _ITS_OWN_OUTCOME.search(cond)
        and bool(_MAY_FOLLOW_A_RULE.match(text, match.end()))
    )
