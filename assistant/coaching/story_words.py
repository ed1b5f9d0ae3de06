"""The words of a turn in the story: something new has come to light, something is seen, something went well.

Each pattern reads what a person says with straight apostrophes and without what they quote.
"""

from __future__ import annotations

import re

from assistant.reading.good_news import is_good_news


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


_NOT_IN_THE_ROOM = (
    r"(?![\s,.…-]+(?:(?:he|she|it|they|the \w+|my \w+|some(?:one|body))(?:'s|s|'re|re| is| are) (?:\w+ )?\w+ing"
    r"|(?:the )?(?:phone|door|bell|baby|kettle|dog)|need|got|gotta|let me)\b)"
)
"""Who says "hang on" and turns to the phone or the child has learned nothing."""
NEW_EVIDENCE = _any(
    r"(?:^|[.!?\n]\s*)(?:oh,? |no,? |but,? |ok,? )?(?:hang on|hold on)\b(?! to\b)" + _NOT_IN_THE_ROOM,
    r"(?:^|[.!?\n]\s*)(?:oh,? |no,? |but |hey,? |actually,? )?wait(?:,|\.|!|…| —| –| -|\s+(?:no|i just|he|she|they"
    r"|it))(?=\W|\b)",
    r"\bso i (?:was|got it|had it|had got it) (?:all |completely |totally |quite |dead |so )*(?:wrong|mistaken)\b",
    r"\bi (?:just|only just) (?:now )?(?:look|looked|see|seen|check|hear|find|found out|got off the phone)\b",
    r"\b(?!i\b|i've\b|we\b)[\w']+ (?:only )?just (?:rang|rung|phoned|called|texted|messaged|emailed|wrote"
    r"|written|told me"
    r"|said yes|said no|come in and said)\b",
    r"^\W*actually, (?:he|she|they|it|the|we|there|my)\b",
    r"(?<!\bif it )(?<!\bif that )(?<!\bif nothing )(?<!, it )\bturns? out\b",
    r"\bi(?:'ve)? just now (?:realised|realized|remembered|noticed|saw|seen|found|read|heard)\b",
    r"\bi just (?:opened|checked|found|saw|read|heard|realised|realized|remembered|got)\b",
    r"\bi'?ve just (?:seen|found|read|heard|checked)\b",
    r"\bit was actually (?:him|her|them|me|my|the|a|an|his|their|because|about|somebody|someone)\b",
    r"\bi(?:'d| had)? (?:quite |completely )?forgot(?:ten)?\b.*\buntil\b",
    r"\bactually i was\b",
    r"\bhe hasn'?t\b.*\bat all\b",
    r"\bapparently\b.*\b(?:all along|the whole time)\b",
    r"\bso (?:he|she|they) (?:wasn'?t|weren'?t|didn'?t|hadn'?t)\b",
)
WROTE_UNAWARES = (
    r"\bi (?:had ?n'?t|had not|didn'?t|did not|never) (?:mean|meant|intend|intended|plan|planned|expect|expected|think"
    r"|know) (?:(?:i was going|i would|i'd) )?(?:to )?(?:be )?"
    r"(?:writ(?:e|ing)|say(?:ing)?|put|admit(?:ting)?|typ(?:e|ing))\b"
    r" (?:any of )?(?:that|this|it)\b"
)
"""They wrote more than they had meant to: what they see stands before these words."""
_SEES_NOTHING = (
    r"(?![^.!?\n]*\b(?:questions?|(?:don'?t|do not) (?:think|know|want|follow|understand|mind|get)|not (?:it|that))\b)"
)
"""After an "ah" or an "oh": what was asked misses, or they do not see."""
INSIGHT = _any(
    r"^\W*(?:huh|oh|ah|wow|right)\W+" + _SEES_NOTHING + r"(?:yeah|yes|so|that|i|ok)\b",
    r"\bi can hear it\b",
    r"\bthat(?:'s| is) the thing\b",
    r"\b(?:it'?s|it is|that'?s) not (?:even |really )?about .{2,60}(?:it'?s|it is|but) about\b",
    r"\bi(?:'d| had)(?: kind of| sort of)? (?:filed|never (?:thought|seen|noticed|put))\b",
    r"\bi(?:'ve| have)? never (?:thought of|seen|noticed|said|put|looked at) (?:it|that)\b"
    r"(?!(?: out loud| aloud)? to\b)",
    r"\bi hadn'?t (?:thought|noticed|seen|realised|realized)\b",
    WROTE_UNAWARES,
    r"\bthat'?s (?:mine|actually something|what it is)\b|\bthat'?s it(?:!|,? (?:exactly|isn'?t it))",
    r"\bi think i(?: was|'m| am|'ve)\b.*\bso i (?:wouldn'?t|didn'?t|don'?t)\b",
    r"\bnow (?:that )?i (?:write|say|type|see|read) (?:it|that|this)\b",
    r"\bit belongs\b",
    r"\bi just realised\b|\bi just realized\b",
    r"\bi heard it as\b",
    r"\bthat'?s not (?:his|hers|theirs), (?:it'?s )?mine\b",
    r"\bso that'?s (?:what|why)\b",
    r"\bi see\b[.!]*$",
)
_NO_ARRIVAL = "".join(
    rf"(?<!\b{when} {who} )" for when in ("when", "before", "after", "till", "time") for who in ("i", "we")
)
"""When I got in: came home."""
_RANK = (
    r"(?:(?:head|sous|deputy|assistant|team|shift|group|section|vice|senior|junior|full|night|day) )*"
    r"(?:chef|captain|manager|supervisor|foreman|partner|director|lead|leader|chair|treasurer|secretary|president"
    r"|prefect|nurse"
    r"|teacher|professor|sergeant|boss|permanent|godmother|godfather|head)\b(?! (?:of (?:it|that)|hurt|ache|spin))"
)
GOOD_NEWS = _any(
    r"\b(?:we|i) (?:got|won|passed|landed) (?:the|my|our|that) (?:\w+ )?(?:grant|job|place|offer|"
    r"flat|house|part|keys|contract|"
    r"test|exam|prize|commission|visa|all.clear)\b",
    rf"{_NO_ARRIVAL}\bgot (?:in|into|through|a place at)\b"
    r"(?! (?:trouble|bed|it|a (?:fight|row)|an argument|debt|the whole|(?:the|my|his|her|our) (?:car|bath|van|bus"
    r"|house|shower|water|sea|pool|bed|room|taxi|boat|lift|lorry|truck|train"
    r"|box|loft|kitchen|garden|shed|roof|nest|hole)|\w+ing|late|from|at \d|and|there)\b)",
    r"\b(?:came back|all|is|was) (?:clear|negative|benign)\b(?! that)",
    r"\b(?:we|i)(?:'ve)? (?:exchanged|completed)\b|\bshipped on time\b",
    r"(?<!\bon a )\bgood (?:day|week|news)\b",
    r"(?<!said )(?<!says )(?<!say )(?<=\w )\bgood (?:morning|evening)\b(?! to\b)",
    r"\b(?:it|that|the \w+) (?:worked|went (?:well|great|fine))\b",
    r"\bnothing bad happened\b",
    r"\b(?:today|yesterday|this (?:morning|evening|week|afternoon)) was (?:a )?"
    r"(?:really |so |very )?(?:good|lovely|great|nice|fun)\b",
    r"\bfirst (?:week|day|month) done\b",
    r"(?:^|[.!?,;…]\s*|\b(?:and|but|so|then|today|finally|well)\s+)(?:i|we) (?:actually |finally |just )*"
    r"(?:did it\b(?! (?:to|because|out|for|again|all))|"
    r"made it\b(?! (?:up|worse|about))|finished|managed|passed|"
    r"got (?:the|it|in))\b",
    r"\bborn (?:at \d|this morning|today|tonight|last night|yesterday|on \w+day)",
    r"\b(?:she|he|they|baby)(?:'s|'re| is| are) (?:finally )?here!",
    r"^\W*(?:just |finally |we )?(?:passed|won(?!['’])|made it|did it|got in|"
    r"(?:ran|swam|cycled|climbed|walked) (?:the|a|my) (?:whole|first|full))\b",
    r"\bnothing wrong today\b",
    r"(?<!not )(?<!n't )\b(?:so|really|very|pretty) (?:happy|proud|pleased|glad|relieved)\b",
    r"\bfor the first time\b",
    r"🎉|🥳|🙌|🎊",
    r"\bsmall (?:win|thing but)\b",
    r"\b\d(?:st|nd|rd|th) day\s*!+",
    r"\bi swam\b|\bi ran \w+ k",
    r"\bbest (?:day|evening|week|night)\b",
    r"\blovely (?:day|evening|time)\b",
    r"\bloved (?:it|every)\b",
    rf"(?<!never )\b(?:made|make|makes|named|appointed|elected|voted) me (?:the |a |an |their |his |her |new )*{_RANK}",
    rf"\bi(?:'m|'ve| am| have| was| got|'ve been| have been)? (?:just |now |finally |been |the |a )*(?:made|named"
    rf"|appointed"
    rf"|elected|voted) (?:the |a |an |new )*{_RANK}",
    r"(?<!says )(?<!said )\b(?:i|we)(?:'ve| have|'m|'re)? (?:just |finally |only )*(?:got|been|was|were) (?:just "
    r"|finally |now )*"
    r"(?:promoted|shortlisted"
    r"|(?:chosen|picked|selected)(?! (?:on|last|up|out|off|apart|at|over|to (?:clean|do|stay|wash)|by the)\b))\b",
    r"\b(?:they|he|she|[A-Z]?\w+) (?:chose|picked|selected|promoted) me\b(?! (?:up|last|out|off|apart|because"
    r"|to blame|over))",
    r"\bgot (?:a|an|my) (?:promotion|distinction|scholarship|9\d|100|a\+|first (?:in|for) \w+)\b(?!\w)",
    r"\b(?:highest|top|best) (?:mark |score |grade |result )?(?:in|of) (?:my|the|our) (?:\w+ )?(?:class|section|year"
    r"|course|group"
    r"|school|team|region|district|cohort|department|exam)\b",
)
PROUD_THEN = re.compile(
    r"\b(?:was|were|had been|used to be) (?:so|really|very|pretty) (?:happy|proud|pleased|glad|relieved)\b",
    re.IGNORECASE,
)
LOST_SINCE = re.compile(
    r"\b(?:(?:i|we)(?:'d|'ll|'ve| would| will| might)? (?:lose|lost)|losing|used to|not any ?more|no longer|ruined"
    r"|spoil\w*|back then|turn(?:s|ed) out)\b",
    re.IGNORECASE,
)
"""Beside these a joy of then is looked back on: no good news."""


def good_news_in(plain: str) -> re.Match[str] | None:
    """Return where the writer tells good news: not what is wished, denied or another's own."""
    return next((one for one in GOOD_NEWS.finditer(plain) if is_good_news(plain, one)), None)
