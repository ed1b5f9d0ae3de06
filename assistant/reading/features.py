"""Turn one sentence into the words and marks that the heads and rules weigh.

A *word* is a word or a pair of words as it was written, in lower case; a *mark* is a form of speech with a name
(`assumption_marks.py`, `promise_marks.py`, `link_marks.py`), so that a weight can be read and argued with.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

LONGEST: Final = 600
"""Code points of a sentence that are looked at: longer ones are pasted pages, and the cost stays linear."""

_APOSTROPHE: Final = re.compile(r"(?<=\w)['’‘`´ʼ](?=\w)")
_QUOTES: Final = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "—": "-", "–": "-", "…": "."})
_TOKEN: Final = re.compile(r"[^\W\d_]+(?:\x00[^\W\d_]+)*(?:-[^\W\d_]+)*|\d+|[?!\",;:.-]")
_SPELLINGS: Final[Mapping[str, str]] = {
    "wanna": "want to", "gonna": "going to", "gunna": "going to", "gotta": "got to", "oughta": "ought to",
    "cos": "because", "coz": "because", "cuz": "because", "bc": "because", "cause": "because", "u": "you",
    "dunno": "dont know", "tmrw": "tomorrow", "tmw": "tomorrow", "cannot": "cant", "noone": "nobody",
    "aint": "isnt", "ima": "im going to", "imma": "im going to", "finna": "going to", "shoulda": "should have",
    "shouldve": "should have", "couldve": "could have", "wouldve": "would have", "mustve": "must have",
    "ill": "i will", "ive": "i have", "id": "i would", "im": "i am", "youre": "you are", "theyre": "they are",
    "theyll": "they will", "hell": "he will", "shell": "she will", "itll": "it will", "thatll": "that will",
    "wont": "will not", "nobodyll": "nobody will", "youll": "you will", "hes": "he is", "shes": "she is",
    "everybody": "everyone", "somebody": "someone", "folks": "people", "folk": "people", "yall": "you all",
    "mum": "mum", "mom": "mum", "mam": "mum", "mama": "mum", "mummy": "mum", "dont": "do not", "doesnt": "does not",
    "didnt": "did not", "isnt": "is not", "arent": "are not", "wasnt": "was not", "shouldnt": "should not",
    "cant": "can not", "couldnt": "could not", "wouldnt": "would not", "havent": "have not", "hasnt": "has not",
    "hadnt": "had not", "mustnt": "must not", "shall": "will", "to-morrow": "tomorrow", "thats": "that is",
    "its": "it is", "whats": "what is", "theres": "there is",
}  # fmt: skip
_WITH_APOSTROPHE: Final[Mapping[str, str]] = {
    "shed": "she would", "hed": "he would", "wed": "we would", "theyd": "they would", "youd": "you would",
    "itd": "it would", "were": "we are", "well": "we will", "weve": "we have", "theyve": "they have",
    "whod": "who would",
}  # fmt: skip
"""Short forms that are other words without their apostrophe."""
_CLASH: Final = frozenset({"cause", "ill", "hell", "shell", "id", "its", "wont"})
"""Spellings that are also words: spelled out only where an apostrophe, or an "i" in lower case, says so."""

USUAL_WORDS: Final = 16
"""Words and stops of a usual sentence. In a longer one each word and mark counts for less, or a page-long sentence of
another century would be heard as anything: it holds some of every form of speech."""

Marks = Mapping[str, re.Pattern[str]]


def plain(sentence: str) -> str:
    """Return a sentence in lower case, short forms spelled out, a space around every word and stop.

    "I'm" and "im" both become "i am"; "no one" becomes "nobody"; a number becomes "0".
    """
    text = sentence[:LONGEST].translate(_QUOTES)
    marked = _APOSTROPHE.sub("\x00", text)
    words: list[str] = []
    for raw in _TOKEN.finditer(marked):
        word = raw.group().lower()
        bare = word.replace("\x00", "")
        if bare.isdigit():
            words.append("0")
        elif bare in _CLASH and "\x00" not in word and not _is_short_form(bare, words):
            words.append(bare)
        else:
            spelled = _WITH_APOSTROPHE.get(bare) if "\x00" in word else None
            words.append(
                spelled or _SPELLINGS.get(bare) or (f"{bare.removesuffix('s')} s" if word.endswith("\x00s") else bare)
            )
    return f" {' '.join(words)} ".replace(" no one ", " nobody ").replace(" each time ", " every time ")


def _is_short_form(word: str, before: Sequence[str]) -> bool:
    """Say whether "ill", "id", "cause", "its" or "wont" without an apostrophe is a short form here."""
    last = before[-1] if before else ""
    if word in ("ill", "id"):
        return not last or last in (".", ",", "and", "but", "so", "then", "told", "said", "promised", "think", "-", ":")
    if word == "its":
        return not last or last in (".", ",", "and", "but", "because", "think", "-", "so")
    if word == "cause":
        return bool(last) and last not in ("the", "a", "no", "will", "can", "might", "to", "good", "this")
    return word == "wont" and bool(last)


def words_of(sentence: str) -> list[str]:
    """Return the words and pairs of words of a plain sentence, each once; `^` is its beginning."""
    words = ["^", *sentence.split()]
    pairs = [f"{first} {second}" for first, second in pairwise(words)]
    return list(dict.fromkeys([*words[1:], *pairs]))


def marks_of(sentence: str, marks: Marks) -> list[str]:
    """Return the names of the marks that a plain sentence bears, in the order of their table."""
    return [name for name, pattern in marks.items() if pattern.search(sentence)]


def compiled(marks: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    """Compile a table of marks; patterns are written on plain sentences, without the spaces at their ends."""
    return {
        name: re.compile(pattern.replace("«", r"(?<= )(?:").replace("»", r")(?= )")) for name, pattern in marks.items()
    }


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words."""
    return "|".join(re.escape(word) for word in words)


def loudness(sentence: str) -> float:
    """Return what each word and mark of a plain sentence counts for: 1, and less in a long one."""
    return min(1.0, math.sqrt(USUAL_WORDS / max(len(sentence.split()), 1)))
