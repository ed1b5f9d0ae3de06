"""Bring a text into the plain form on which the distress rules are written: sentences, spelling, fillers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

LONGEST_SENTENCE: Final = 400
"""Code points; a longer run without a stop is cut at a space, so that the cost stays linear in the text."""

_SENTENCE = re.compile(r"[^.!?;\n…]+[.!?;…]*[\"”’]?")
_WRAPPED = re.compile(r"(?<=[\w,])[ \t]*\r?\n[ \t]*(?=[a-z])")
"""A line break within a sentence: the next line goes on in small letters."""
_TRAILING = re.compile(
    r"(?P<open>\b(?:to|and|or|i|im|id|the|a|my|be|of|want|wanna|gonna|going|wish|kill|hurt|cut|so|not|dont|cant|never|been"
    r"|just|really|with|was|am))[ \t]*(?:\.\.|…)[.…]*+[ \t]*(?=[a-z])"
    r"|(?<![ \t.…])[ \t]*(?:\.\.|…)[.…]*+[ \t]*(?=(?:to|myself|die|dead)\b)",
    re.IGNORECASE,
)
"""Dots that trail off within a sentence: no sentence ends in "want to", and none begins with "die"."""
_APOSTROPHE = re.compile(r"(?<=\w)['’‘`´](?=\w)")
_OVERDOSED = re.compile(r"(?<=\bod)['’](?=d\b)")
"""The apostrophe of "OD'd", without which it is odd."""
_TOKEN = re.compile(r"[\w*@$!&+-]*[\w*]|[,:()\"“”—–]")
_IDLY = re.compile(r"\b(?:lol|lmao|haha\w*|wi-?fi|says? kms|monday|homework|5 am|alarm)\b")
"""What shows that "kms" is said idly."""
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_DOUBLED: Final = frozenset(
    "kill killing killed feel feeling all will pills need sleep been too see off tell well keep free hell still call"
    " goodbye good happy worthless hopeless happiness nobody sorry fall hurry".split()
)
"""Words with a letter that is rightly double, where it may be stretched."""
_LEET = re.compile(r"(?<=[a-z])[013@$!](?=[a-z])")
_LEET_LETTERS: Final = {"0": "o", "1": "i", "3": "e", "@": "a", "$": "s", "!": "i"}

_FILLERS: Final = frozenset(
    "just really actually honestly literally simply truly seriously fucking fuckin effing bloody damn goddamn "
    "kinda lowkey definitely probably maybe perhaps often sometimes quite constantly badly basically genuinely "
    "desperately secretly very lol tbh".split()
)

_SPELLINGS: Final[dict[str, str]] = {
    "wanna": "want to", "wana": "want to", "gonna": "going to", "gunna": "going to", "gona": "going to",
    "tryna": "trying to", "gotta": "got to", "wanting": "want", "kms": "kill myself", "kys": "kill yourself",
    "ctb": "commit suicide", "unalive": "kill", "unaliving": "killing", "unalived": "killed", "sewerslide": "suicide",
    "suislide": "suicide", "myslef": "myself", "mysef": "myself", "meself": "myself", "mself": "myself",
    "dieing": "dying", "dyin": "dying", "diee": "die", "u": "you", "ur": "your", "2": "to", "2nite": "tonight",
    "tonite": "tonight", "2moro": "tomorrow", "tmrw": "tomorrow", "tomorow": "tomorrow", "dnt": "dont", "dunno":
    "dont know",
    "cnt": "cant", "wnt": "want", "jst": "just", "aint": "isnt", "ppl": "people", "evryone": "everyone",
    "everbody": "everybody", "nd": "and", "n": "and", "bc": "because", "cus": "because", "coz": "because",
    "cuz": "because", "liv": "live", "lyf": "life", "lief": "life", "iv": "ive", "idk": "i dont know",
    "kil": "kill", "killin": "killing", "livin": "living", "cuting": "cutting", "cuttin": "cutting",
    "hangin": "hanging", "hopless": "hopeless", "worthles": "worthless", "noone": "no one", "s/h": "self harm",
    "selfharm": "self harm", "self-harm": "self harm", "self-harmed": "self harmed", "self-harming": "self harming",
    "selfharmed": "self harmed", "selfharming": "self harming", "sh": "self harm", "ed": "eating disorder",
    "mum": "mum", "mom": "mum", "mam": "mum", "mama": "mum", "favor": "favour", "grey": "gray",
    "cannot": "cant", "shant": "wont", "anymor": "anymore", "nomore": "no more", "od": "overdose", "oding": "overdosing", "oded":
    "overdosed",
    "dissapear": "disappear", "disapear": "disappear", "dissappear": "disappear", "wnat": "want", "watn": "want",
    "nemore": "anymore", "enymore": "anymore", "2night": "tonight", "tonihgt": "tonight", "wot": "what", "tho": "though",
    "thx": "thanks", "sumone": "someone", "sumbody": "somebody", "deth": "death", "pils": "pills",
    "mams": "mums", "moms": "mums",
    "anyones": "anyone", "k*ll": "kill", "k**l": "kill", "k***": "kill", "d*e": "die", "d**": "die", "r*pe": "rape",
    "r*ped": "raped", "s******": "suicide", "sui": "suicide",
}  # fmt: skip

_SUICIDE = re.compile(r"\b(?:com+it+ing |com+it+ )?s[uo]+[ic*]{0,2}[isc*]{1,2}[iy*]*d(?:e|al+y?|le|el|ial|ual)?\b")
_JOINS: Final = (
    (re.compile(r"\bto , (?=(?:die|be dead|kill myself|end it|hurt myself)\b)"), "to "),
    (re.compile(r"\bmy self\b"), "myself"),
    (re.compile(r"\bb (?=here\b|alive\b|dead\b|gone\b)"), "be "),
    (re.compile(r"\bany ?more\b|\bany longer\b"), "anymore"),
    (re.compile(r"\bi am\b|\bi m\b"), "im"),
    (re.compile(r"\b(do|did|does|would|could|should|is|was|were|are|have|had) not\b"), r"\1nt"),
    (re.compile(r"\b(don|didn|doesn|wouldn|couldn|shouldn|isn|wasn|weren|aren|haven|hadn|can|won) t\b"), r"\1t"),
    (re.compile(r"\b(?:can not)\b"), "cant"),
    (re.compile(r"\b(?:will not)\b"), "wont"),
    (re.compile(r"\bno ?one\b"), "nobody"),
    (re.compile(r"\bto not\b"), "not to"),
    (re.compile(r"\bself harm(?=ed|ing)"), "self harm"),
    (re.compile(r"\b(?:kind|sort) of (?=want|wish|hope|feel)"), ""),
    (re.compile(r"\bmore than anything (?:else )?(?:in the world )?"), ""),
)  # fmt: skip


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of `text` in order, none longer than `LONGEST_SENTENCE`."""
    for match in _SENTENCE.finditer(_TRAILING.sub(r"\g<open> ", _WRAPPED.sub(" ", text))):
        sentence = match.group().strip()
        while len(sentence) > LONGEST_SENTENCE:
            cut = sentence.rfind(" ", LONGEST_SENTENCE // 2, LONGEST_SENTENCE)
            cut = LONGEST_SENTENCE if cut < 0 else cut
            yield sentence[:cut]
            sentence = sentence[cut:].lstrip()
        if sentence:
            yield sentence


def plain(sentence: str) -> str:
    """Return `sentence` in lower case, without apostrophes, fillers and common misspellings, a space around every word.

    Commas, colons, dashes and quotation marks stay as words of their own (`,` and `"`), since they bound a clause.
    """
    lowered = _APOSTROPHE.sub("", _OVERDOSED.sub("e", sentence.lower()))
    lowered = _LEET.sub(lambda m: _LEET_LETTERS[m.group()], lowered)
    if "kms" in lowered and (_IDLY.search(lowered) or re.search(r"\d ?kms", lowered)):
        lowered = lowered.replace("kms", "")
    words: list[str] = []
    for token in _TOKEN.findall(lowered):
        if token in '“”"':
            words.append('"')
        elif token in ",:()—–":
            words.append(",")
        else:
            words.append(_spelt(token).replace("-", " "))
    joined = " ".join(word for word in words if word and word not in _FILLERS)
    joined = _SUICIDE.sub(_respelled, joined)
    for pattern, instead in _JOINS:
        joined = pattern.sub(instead, joined)
    return f" {joined}".replace("  ", " ").rstrip()


def _spelt(token: str) -> str:
    """Return the usual spelling of a word as typed, without marks of emphasis ("*die*") and stretched letters ("dieee")."""
    if token in _SPELLINGS:
        return _SPELLINGS[token]
    bare = token.strip("_*")
    if not _STRETCHED.search(bare) or _STRETCHED.fullmatch(bare):  # "III" is a number
        return _SPELLINGS.get(bare, bare)
    doubled, single = _STRETCHED.sub(r"\1\1", bare), _STRETCHED.sub(r"\1", bare)
    if doubled in _DOUBLED:
        return doubled
    return _SPELLINGS.get(single, single) if len(single) > 2 else single  # "shhh" is no "sh"


def _respelled(match: re.Match[str]) -> str:
    """Return the usual spelling of a misspelt "suicide" or "suicidal"."""
    word = match.group()
    commit = "commit " if word.startswith("com") else ""
    last = word.rsplit(" ", 1)[-1]
    if len(last) < len("sucide"):
        return word
    return commit + ("suicidal" if last.endswith(("al", "ally", "aly", "le", "el")) else "suicide")
