"""The words in which a message speaks to the coach of its question: that it was poor, unclear, told already, misread.

Each pattern reads one sentence with straight apostrophes and without what it quotes.
"""

from __future__ import annotations

import re

_YOU = r"(?:you|u|ya)"
_SORRY = r"(?:(?:sorry|um+|er+m?|hm+|but|and|wait|no|oh|ok|okay|well|please|hey|i'm afraid)[\s,.!…-]+)*"
_NOT = r"(?:don'?t|dont|do not|didn'?t|didnt|did not|can'?t|cannot)"
_ASKING = r"(?:means?|meant|ask|asked|asking|want|wanted|getting at|on about|saying)"


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


FIRST_ONLY = _any(
    rf"^\W*{_SORRY}i (?:really |still |just )?{_NOT} (?:quite |really |even )?(?:understand|follow|get)"
    r"(?: (?:that|it|this|you|well|it well))?(?:[ ,]+(?:sorry|at all|well|really|i'm afraid))*\W*$",
    r"^\W*(?:that |this |it )?(?:makes|made|doesn'?t make|doesnt make) (?:no|any|zero) sense\W*$",
    rf"^\W*{_SORRY}i (?:really |still |just )?{_NOT} know what (?:that|this|it|\"…+) (?:\w+ )?(?:is|means?|meant)\W*$",
    rf"^\W*{_SORRY}(?:i have |i've )?no (?:idea|clue) what (?:that|this|it|\"…+) (?:\w+ )?(?:is|means?|meant)\W*$",
    r"^\W*(?:hello|hellooo*)[?!]+\W*$",
)
"""At the head of a message these answer the question; later in it they are about the story."""
UNCLEAR = _any(
    rf"^\W*{_SORRY}(?:what|wot|huh|eh|pardon|sorry|come again|{_YOU} what|how so|wdym|wym)\W*[?!]\W*$",
    rf"^\W*{_SORRY}what(?:'s| is| does)? ?(?:do|did|dya|d'?{_YOU}|that|this|it)? ?{_YOU}? ?(?:even )?mean\b(?! (?:to"
    rf"|for|about|by him)\b)",
    rf"^\W*{_SORRY}(?:wdym|wym)\b",
    rf"^\W*{_SORRY}what (?:do|did|are|d'?) ?{_YOU} (?:think|expect|reckon|on about|asking"
    rf"|want from me)\b(?! (?:about|i should|of))",
    rf"\bi (?:really |still |just |honestly )?{_NOT} (?:quite |really |even )?(?:understand|follow|get|know)"
    rf" (?:what|why|which \w+) (?:{_YOU}(?:'re| are|'ve| have)?|(?:your|the) question) (?:\w+ )?{_ASKING}\b",
    rf"\bi (?:really |still |just )?{_NOT} (?:quite |really |even )?(?:understand|follow|get|know what to do with)"
    r" (?:that|this|the|your|these) (?:last )?(?:question|one|word)s?\b",
    rf"\bnot (?:\w+ )?(?:certain|sure|clear) (?:what|which|why) (?:{_YOU}(?:'re| are)?|that|this) (?:\w+ )?{_ASKING}\b",
    rf"\bno (?:idea|clue) what {_YOU}(?:'re| are)? (?:\w+ )?{_ASKING}\b",
    r"\b(?:that|your|this) (?:last )?question (?:defeats|confuses|loses|puzzles|baffles|beats) me\b",
    r"\b(?:that|your|this) (?:last )?question (?:makes no|doesn'?t make|doesnt make)\b",
    rf"\b{_YOU}(?:'ve| have|ve)? lost me\b",
    r"^\W*what (?:kind|sort) of (?:a )?question\b",
    r"\bidk what (?:the next|that|your|this) question\b",
)
_UNKIND = (
    r"(?:stupid|dumb|silly|daft|bad|pointless|useless|weird|boring|wrong|ridiculous|leading|odd|strange|funny|cruel"
    r"|unfair|harsh|loaded|patronising|patronizing|annoying|rubbish|crap|shit|lazy|clumsy|nonsense|terrible|generic"
    r"|unkind)"
)
_RATHER = (
    r"(?:(?:really|rather|pretty|very|so|such|quite|a bit(?: of)?|a little|bit of|kind of|seriously|another|little"
    r"|most|an?|the) )*"
)
_OF_OURS = (
    r"(?:that(?:'s|s| is| was|'s got to be| has to be)|this (?:is|one(?:'s| is))|what|such|your|(?:i think "
    r"|well )?it'?s)"
    r" (?:the )?"
)
_NOT_OF_THEIRS = (
    r"(?! (?:(?:that )?(?:i|he|she|they|we|nobody|everyone|people)\b(?!'?m\b)|(?:to|for)\b(?! (?:ask me|me)\b)"
    r"|from\b(?! you\b)|(?:by|over) (?:the )?(?:text|phone|e-?mail|letter|message|dinner|tea)\b|on the phone\b"
    r"|(?:me|him|her|them|us|my|his|your|somebody|someone)\b(?<!ask me)|(?:of|at|in|about) (?:his|hers?|mine|theirs?"
    r"|my|the|an?)\b))"
)
"""A question that somebody else asked, or that they asked somebody else, is told."""
POOR = _any(
    rf"\b{_OF_OURS}{_RATHER}{_UNKIND} (?:old )?question\b{_NOT_OF_THEIRS}",
    rf"^\W*{_SORRY}{_RATHER}{_UNKIND} (?:question|thing to ask)\b{_NOT_OF_THEIRS}",
    rf"(?:\b{_OF_OURS}|^\W*{_SORRY}){_RATHER}{_UNKIND} (?:thing to (?:ask(?: me)?|say to me)"
    r"|way (?:to|of) (?:put|putting|ask|asking|say|saying) (?:it|that|this))(?=\W*$|[.!,;])",
    r"\bthat(?:'s| is|s) not (?:a|the) (?:real |right )?question\b",
    r"\b(?:should|would) (?:rather )?(?:like|prefer|have liked) a better question\b",
    rf"(?:^\W*|[,;:]\s*|\b(?:please|just|maybe|(?:can|could|would|will|to|rather|should) {_YOU}"
    rf"|{_YOU} (?:can|could|should)) )ask (?:me )?(?:something|a(?:nother)?(?: better| different)? question)(?: else"
    rf"| better)?\b(?= *[.!,]|$)",
)
TOLD_ALREADY = _any(
    rf"\b{_YOU}(?:'ve|ve| have)? (?:already |just |literally |only )*ask(?:ed)? (?:me )?(?:that|this|the same)\b",
    rf"\b{_YOU}(?:'ve|ve| have)? (?:already |just |literally |only )*ask(?:ed)? (?:me )?about [^.!?]{{1,40}}"
    r"\b(?:again|already|before|twice|(?:two|three|four|five|\d) times)\b",
    rf"\b{_YOU} keep (?:asking|going|coming|saying|repeating|on)\b",
    rf"(?:\b{_YOU}\b[^.!?]{{0,30}}|^\W*{_SORRY}(?:(?:that(?:'s| is)|it'?s|this is) )?(?:(?:exactly "
    rf"|just )?the )?(?:very |exact )?)"
    r"\bsame question\b(?=\W*$|[.!,;]| (?:again|twice|as)\b)",
    r"\bi(?:'ve|ve| have)? (?:literally |already |only |just |have )+(?:said|wrote|written|told|answered)"
    r"(?: (?:you|u))?(?: (?:that|this|it|so))*(?: already| twice)?(?=\W*$|[.!,;])",
    r"\bi(?:'ve|ve| have)? (?:said|told you|wrote|answered) (?:it|that|this) (?:already|before|twice)(?=\W*$|[.!,;])",
    r"\bi (?:literally |already |only |just )+told (?:you|u)\b(?! (?:about|off)\b)",
    r"\bi(?:'ve|ve| have)? just (?:said|told you) (?:i|i'm|that i)\b",
)
MISREAD = _any(
    rf"\b{_YOU}(?:'ve|ve| have)? (?:\w+ )?(?:got|get|getting|read|put|putting|cut|took|taken|taking|twist|twisted"
    rf"|twisting"
    r"|misread|changed|turned|turning|use|used|using|quote|quoted|misquoted)\b[^.?!]{0,30}\b(?:wrong|wrongly|backwards?"
    r"|in half|in two|out of context|the wrong way|my words)\b",
    rf"\b{_YOU} (?:do |really |always |sure |certainly |just |keep |have )*(?:pick|picked|picking|choose|chose"
    rf"|chosen|find|found|go for"
    r"|went for|latch on to|latched on to|seize on|fasten on|home in on)(?: up)?(?: on| out)? (?:the|such|an?"
    r"|my) (?:\w+ )?(?:\w+est"
    r"|odd|strange|funny|weird|wrong|small|silly|daft|random|least \w+|one) (?:bits?|things?|parts?|words?|phrases?"
    r"|details?|line)\b",
    rf"\b{_YOU}(?:'ve|ve| have)? (?:gone?|went|jumped|skipped) (?:straight |right )?(?:to|for|over|past) the (?:\w+ )?"
    r"(?:bit|part|thing|word)s? (?:that )?i (?:just )?(?:said|told|wrote)\b[^.!?]*",
    rf"\b{_YOU}(?:'ve|ve| have)? (?:misread|misquoted|misunderst\w+|cut (?:me|it|my \w+) (?:off|short))\b",
    rf"\b{_YOU}(?:'ve|ve| have)? (?:done|did|do) (?:it|that) again\b",
    rf"\b{_YOU}(?:'re|re| are|'ve|ve| have| keep)? ?(?:turn|twist|turning|twisting|turned|twisted)"
    r" (?:it|that|this|everything)(?: (?:round|around))?(?=\W*$|[.!,;]| into\b)",
    r"\b(?:that(?:'s|s| is)|is|was|it'?s) ?(?:n't|not) what i (?:wrote|said|meant|mean|asked|was (?:saying|asking))\b",
    r"^\W*not what i (?:wrote|said|meant|mean|asked)(?=\W*$|[.!,;])",
    r"\band not what i (?:wrote|said|meant|asked)\b",
    r"\bi (?:haven'?t|have not|didn'?t|didnt|did not|never) (?:actually )?(?:said|say|write|wrote|written|mean|meant)"
    r" (?:(?:that|this)(?=\W*$|[.!,;])|[\"“'‘]|anything like|any such)(?!\w)",
    r"\bi (?:haven'?t|have not|didn'?t|didnt|did not|never) (?:actually )?ask(?:ed)? (?:you )?(?:for|about|to)?"
    r" ?(?:(?:any|your) )?(?:advice|that|this|your opinion)\b",
    rf"\bnot (?:\w+ )?(?:sure|certain|convinced) (?:that )?{_YOU}(?:'ve|'re|re)? (?:have |are |were )?"
    r"(?:really |even )?(?:hear|heard|hearing|listen\w*|read|reading|understood|following)\b(?! (?:about|from|of|the))",
    r"^\W*(?:(?:it|that|this)(?:'s|s| is) |is )?(?:just |only )*(?:how|the way) (?:i|we|people|everyone)"
    r"(?: (?:all|just))? (?:talk|speak|write|type|put things|say (?:it|things)|text)"
    r"(?: (?:here|round here|anyway))?\W*$",
    r"^\W*(?:it|that|this)(?:'s|s| is) just (?:a|an) (?:expression|phrase|saying|figure of speech"
    r"|way of (?:speaking|talking|putting it))\W*$",
    r"^\W*(?:nothing|no|none|nobody|not now|not any ?more)\b[,.\s]*(?:(?:because|since|but) )?(?:that|it|this) was"
    r" (?:\w+ )?(?:\w+ )?(?:years?|months?|decades?|ages) ago\W*$",
    rf"\b{_YOU} (?:did not|didn'?t|didnt|haven'?t|have not|never) (?:answer(?:ed)?|listen(?:ed)?|hear(?:d)?)\b",
    rf"\b{_YOU}(?:'re| are|r) (?:not listening|missing (?:the point|it)|twisting|putting words)\b|\bdon'?t put words\b",
    rf"\bwhy (?:do {_YOU} |are {_YOU} )?(?:always |keep |still )*ask(?:ing)? (?:me )?(?:always )?about\b",
)
OPENERS = _any(
    r"^\W*(?:no[,.! ]+)?let me (?:start (?:over|again)|try (?:that )?again|put it another way|rephrase)\b\W*",
    r"^\W*(?:(?:what|no)[,.! ]+)*(?:no[,.! ]+|well,? )?i(?:'m| was| am|'ve been)? (?:just )?(?:talking|speaking"
    r"|writing|asking)"
    r" about\b\W*",
    r"^\W*(?:what|huh|eh)[,.! ]+no\b\W*",
)
"""What is said again after these is the matter."""
SET_ASIDE = _any(
    r"^\W*(?:no,? )?(?:please )?forget (?:about )?(?:the|that|my|his|her|him|them)\b[^.!?,;]{0,40}",
    r"^\W*(?:the|that|my|his|her|it|this)\b[^.!?,;]{0,30}?\b(?:is|are|was)(?:n't| not) (?:really )?(?:the point"
    r"|important"
    r"|what matters|the issue|my question)\b",
    r"^\W*(?:that'?s |it'?s )?not the (?:point|issue|question)\b(?! (?:of|is)\b)",
)
"""What they say does not matter: no complaint of itself, and nothing to ask about where they go on."""
