"""Tell good news from its words: what is only wished, denied, past, or another's own is no news of the writer's."""

from __future__ import annotations

import re
from typing import Final

_ENDS: Final = ".!?\n"
_CLAUSE: Final = re.compile(
    r"[,;:—–]|\s-\s|\b(?:but|because|and(?= (?:i|we|it|he|she|they|then|today|now)\b| ?$))\b", re.IGNORECASE
)
_ALWAYS: Final = re.compile(r"[^\w\s'.,!?;:…-]|first time", re.IGNORECASE)
"""A cheer in a picture is meant, and "I wasn't afraid for the first time" is news for all its "not"."""
_THOUGHT: Final = r"(?:thought|think|expect(?:ed)?|believed?|imagined?|dream(?:ed|t)?|hoped?)"
_WOULD: Final = r" (?:that )?(?:i|he|she|we|they|it)(?:'d| would| could| might)(?: (?:ever|be|have))*"
_SURPRISE: Final = re.compile(
    rf"\b(?:(?:never|couldn'?t|could not|can'?t|cannot|still can'?t) (?:even |quite )?{_THOUGHT}(?:{_WOULD})?"
    rf"|(?:didn'?t|did not|don'?t) (?:even |quite )?(?:{_THOUGHT}{_WOULD}|(?:expect|imagine|dream|hope for)\b)"
    r"|(?:can|could) (?:hardly|barely|scarcely) believe|never (?:been|felt) (?=so\b|such\b|this\b|more\b|$)"
    r"|not (?:going to|gonna) lie|not only|not bad)(?!\w)",
    re.IGNORECASE,
)
"""What nobody had thought possible is so."""
_NOT_SO: Final = re.compile(
    r"\b(?:if|unless|whether|wish(?:es|ed)?|hop(?:e[sd]?|ing)|imagine|pretend(?:ed|ing)?|doubt(?:s|ed)?|as though"
    r"|(?:supposed|meant|expected|ought|want(?:s|ed)? (?:me|us)|need(?:s|ed)? (?:me|us)|expect(?:s|ed)? (?:me|us)"
    r"|trying|tr(?:y|ied)|used) to|would|could (?:be|have)|could've|should|might|must (?:be|have)"
    r"|(?:i|he|she|they|we|you|it)'d (?:be|have)|not|never|hardly|barely|nobody|no one|nothing|no|none|without"
    r"|instead of|rather than|like (?:i|we|he|she|they)|too|how can|how could)\b"
    r"|n't\b|\b(?:cant|dont|didnt|wasnt|isnt|wont|wouldnt)\b",
    re.IGNORECASE,
)
"""Before the words, in their clause: they are denied, wished, owed or only thought of."""
_DATES: Final = re.compile(
    r"\b(?:when|after|before|since|once|till|until|ever since|the (?:day|night|week|year|month|time|summer|morning)"
    r"(?: that)?)\s*$",
    re.IGNORECASE,
)
_LONG_AGO: Final = re.compile(
    r"\b(?:years? ago|months? ago|in (?:19|20)\d\d|back then|in those days|last (?:year|summer|winter|spring|autumn)"
    r"|when i was|as a (?:boy|girl|child|kid))\b",
    re.IGNORECASE,
)
_NOW: Final = re.compile(r"\b(?:today|tonight|now|this|yesterday|finally|at last)\b", re.IGNORECASE)
"""In the clause of the news: what was long ago is what it is held against."""
_GIVEN_AS: Final = re.compile(r"\b(?:said|says?|told|thought|thinks?|call(?:s|ed) it|felt like)\b", re.IGNORECASE)
_TAKEN_BACK: Final = re.compile(r"[^.!?\n]*\b(?:until|till)\b", re.IGNORECASE)
_GRANTED: Final = re.compile(r"[^.!?\n]*\bbut\b", re.IGNORECASE)
_THEIR_JOY: Final = re.compile(
    r"\b(?:he|she|they|everyone|everybody)(?:'s|'re| is| are| was| were| looked| looks| seemed| seems| sounded| got)?"
    r"(?: all| just| always)?\s*$",
    re.IGNORECASE,
)
_JOY: Final = re.compile(r"(?:so|really|very|pretty) (?:happy|proud|pleased|glad|relieved|grateful)", re.IGNORECASE)
_AT_ME: Final = re.compile(r"\W*(?:of|for|with|to (?:see|have)|about|that) (?:me|us|i|we|my|our)\b", re.IGNORECASE)
_NOT_MINE: Final = re.compile(
    r"[^.!?\n]*\b(?:(?:and|but) (?:i|we) (?:did|was|had|have|could|am|are)(?:n'?t| not)|not (?:me|mine|us)"
    r"|instead of (?:me|us)|and not (?:me|us)|for (?:him|her|them), not)\b",
    re.IGNORECASE,
)
_THING: Final = (
    r"(?:\w+ )?(?:grant|job|place|offer|flat|house|part|keys|contract|test|exam|prize|commission|visa|all.clear|role"
    r"|loan|scholarship|mortgage|award|deal|bursary|funding|post|promotion|interview|solo|apprenticeship|internship|medal"
    r"|certificate|permit|allotment)\b"
)
_TRIED: Final = (
    r"(?:\w+ ){0,2}(?:exams?|tests?|theory|driving|course|module|interview|probation|inspection|audit|board|year"
    r"|finals|viva|assessment|class|medical|grade)\b"
)
_CODE: Final = r"(?:the |my )?(?-i:[A-Z][A-Z\d]+)\b"
"""An examination goes by its letters: "the B1"."""
_CHEER: Final = r"[^.!?\n]{0,25}!"
_GOES_ON: Final = r"\W*(?:$|[.!?,;:…)\n]|(?:today|yesterday|finally|at last|and|with|first|this|tonight|on \w+day)\b)"
_WELL_ENDED: Final[tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]] = tuple(
    (re.compile(rf"\b{opens}$", re.IGNORECASE), re.compile(goes_on, re.IGNORECASE))
    for opens, goes_on in (
        ("made it", rf"{_GOES_ON}|\W*(?:to|through|home|back|in|into|onto|on|past|there|here|down|all|at|after|by)\b"),
        (
            "did it",
            r"(?![\s,]*(?:to|because|out of|for|again|all|wrong|badly|like|as|the|every|so|when|behind|before|also to"
            r"|once(?=[,.])|round|on an? \w+day (?:with|and nobody))\b)",
        ),
        (
            "managed(?: (?:it|to))?",
            r"(?!\W*(?:to )?(?:\w+ )?(?:sprain|lose|break|forget|miss|burn|spill|drop|cut|hurt|upset|offend|ruin"
            r"|oversleep|annoy|insult|embarrass|wake|alienate|fall|get (?:\w+ )?(?:wrong|lost)|say nothing)\b"
            r"| (?:a|an|the|my|him|her|them|by|for|about)\b)",
        ),
        ("got the", rf"\W*{_THING}|{_CHEER}"),
        ("got it", rf"{_GOES_ON}"),
        (
            "got in",
            rf"\W*$|{_CHEER}|\W*off the\b"
            r"| to (?!(?:(?:the|my|his|her|our|a) )?(?:car|house|flat|bed|bath|work|room|office|kitchen)\b)",
        ),
        (
            "finished",
            r"(?!\W*(?:at|work|with|late|early|off|him|her|them|my (?:tea|coffee|lunch|dinner|drink|shift))\b)",
        ),
        (
            "passed",
            rf"{_GOES_ON}|{_CHEER}"
            rf"|\W*(?:{_CODE}|everything|it\b|them all|(?:my|the|our|his|her|all) {_TRIED}|{_TRIED})",
        ),
    )
)
"""What must follow words that are good news only of some things: a job is got, and so is the blame."""


def is_good_news(plain: str, found: re.Match[str]) -> bool:
    """Say whether words of good news, found in a message with straight apostrophes, tell some of the writer's."""
    said = found.group().strip(" .,;!?…\n")
    if _ALWAYS.search(said):
        return True
    start = found.end() - len(found.group().lstrip(" .,;!?…\n"))
    opening = max(plain.rfind(mark, 0, start) for mark in _ENDS) + 1
    before, after = plain[opening:start], plain[found.end() :]
    clause = _CLAUSE.split(_SURPRISE.sub("", before))[-1]
    sentence_ends = min((at for mark in _ENDS if (at := plain.find(mark, found.end())) >= 0), default=len(plain))
    return not (
        _NOT_SO.search(clause)
        or _DATES.search(before)
        or (_LONG_AGO.search(plain, opening, sentence_ends) and not _NOW.search(clause))
        or (_JOY.fullmatch(said) and _THEIR_JOY.search(before) and not _AT_ME.match(after))
        or _NOT_MINE.match(after)
        or _TAKEN_BACK.match(after)
        or (_GIVEN_AS.search(before) and _GRANTED.match(after))
        or any(opens.search(said) and not goes_on.match(after) for opens, goes_on in _WELL_ENDED)
    )
