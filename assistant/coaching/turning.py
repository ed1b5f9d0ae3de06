"""Turn the person's words round, to say them back: "my manager never listens to me" → "your manager … to you".

English makes this small: after "you" every verb but *be* stands as it stood after "I". So pronouns go by a table, *be*
by the subject it belongs to, and everything else stays. What cannot be turned for certain is left alone: `turned`
returns None, and the caller quotes instead.

**Source**: Weizenbaum, ELIZA (CACM 1966), for the idea; the rules and tables are our own.
"""

from __future__ import annotations

import re

from assistant.coaching.lexicon import ADVERBS, DETERMINERS, KIN

TURNED = {
    "i": "you",
    "me": "you",
    "my": "your",
    "mine": "yours",
    "myself": "yourself",
    "we": "you",
    "us": "you",
    "our": "your",
    "ours": "yours",
    "ourselves": "yourselves",
    "i'm": "you're",
    "i've": "you've",
    "i'll": "you'll",
    "i'd": "you'd",
    "we're": "you're",
    "we've": "you've",
    "we'll": "you'll",
    "we'd": "you'd",
    "im": "you're",
    "ive": "you've",
}
"""What the writer calls themselves, as it is said to them."""
_BE = {"am": "are", "was": "were", "wasn't": "weren't", "wasnt": "weren't", "ain't": "aren't"}
_MENDED = {
    "dont": "don't",
    "doesnt": "doesn't",
    "didnt": "didn't",
    "isnt": "isn't",
    "arent": "aren't",
    "wasnt": "wasn't",
    "werent": "weren't",
    "havent": "haven't",
    "hasnt": "hasn't",
    "hadnt": "hadn't",
    "wont": "won't",
    "wouldnt": "wouldn't",
    "shouldnt": "shouldn't",
    "couldnt": "couldn't",
    "cant": "can't",
    "hes": "he's",
    "shes": "she's",
    "theyre": "they're",
    "theyll": "they'll",
    "theyve": "they've",
    "youre": "you're",
    "thats": "that's",
    "whats": "what's",
    "theres": "there's",
    "ppl": "people",
    "u": "you",
    "bc": "because",
    "cos": "because",
    "idk": "don't know",
    "gonna": "going to",
    "gotta": "got to",
    "wanna": "want to",
    "its": "its",
}
"""Typing without apostrophes, put right when the words are turned; a quotation keeps them as they are."""
_FIRST = {"i", "we"}
_FIRST_SHORT = {"i'm", "im", "i've", "ive", "i'd", "i'll", "we're", "we've", "we'd", "we'll"}
_JOINING = {"and", "or", "but", "then"}
_OTHER_SUBJECTS = {
    "he",
    "she",
    "it",
    "they",
    "that",
    "this",
    "there",
    "who",
    "which",
    "what",
    "everyone",
    "everybody",
    "nobody",
    "someone",
    "people",
    "one",
    "anyone",
}
_PARTED = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|\s+|.", re.DOTALL)
_QUOTED = re.compile(r"[\"“”«»‘]|(?<!\w)['’]|['’](?!\w)")


def turned(phrase: str) -> str | None:
    """Say the person's phrase from the other side; None where that cannot be done for certain.

    Words that speak to somebody ("you"), quoted speech and the writer's name for themselves are not turned.
    """
    if _QUOTED.search(phrase) or re.search(r"\byou(r|rs|rself|'re|'ve|'ll|'d)?\b", phrase, re.IGNORECASE):
        return None
    parts = _PARTED.findall(phrase.replace("’", "'"))
    turner = _Turner()
    return "".join(turner.turn(part, parts[place + 1 :]) for place, part in enumerate(parts))


class _Turner:
    """Carry, from word to word, whose verb comes next."""

    def __init__(self) -> None:
        self._nearest_is_first = False
        self._clause_is_first = False
        self._last_word = ""

    def turn(self, part: str, rest: list[str]) -> str:
        """Return one part as the other side says it."""
        if not part[0].isalnum():
            if part in ",;:":
                self._last_word = ","
            return part
        lower = part.lower()
        following = next((word.lower() for word in rest if word[0].isalnum()), "")
        answer = TURNED.get(lower) or self._be(lower, following) or self._kin(part, lower)
        self._note(lower)
        return answer or _MENDED.get(lower) or _lowered(part)

    def _be(self, lower: str, following: str) -> str | None:
        if lower not in _BE:
            return None
        carried_on = self._clause_is_first and self._last_word in _JOINING
        mine = lower == "am" or self._nearest_is_first or carried_on or following in _FIRST
        return _BE[lower] if mine else None

    def _kin(self, part: str, lower: str) -> str | None:
        bare = lower.removesuffix("'s")
        return f"your {lower}" if bare in KIN and part[0].isupper() and self._last_word not in DETERMINERS else None

    def _note(self, lower: str) -> None:
        if lower in _FIRST or lower in _FIRST_SHORT:
            self._nearest_is_first = self._clause_is_first = True
        elif lower in _OTHER_SUBJECTS:
            self._nearest_is_first = self._clause_is_first = False
        elif lower not in ADVERBS:
            self._nearest_is_first = False
        self._last_word = lower


def _lowered(part: str) -> str:
    """Lower a shouted word, and leave names and short forms as they are."""
    return part.lower() if part.isupper() and len(part) > 4 else part


def sentence_case(text: str) -> str:
    """Put the first letter in capitals unless the text opens with a quotation."""
    return text[:1].upper() + text[1:]
