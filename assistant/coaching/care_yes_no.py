"""Tell a yes from a no where somebody may be in danger, and either from what is neither.

What a word means depends on the question: "no" is good news to one and an alarm to the other. So nothing is rounded up:
a yes with a doubt in it is no yes, "not tonight" is no no, and a sentence that only begins like one of them is neither.
Each predicate takes a text as `plain_answer` returns it.
"""

from __future__ import annotations

import re
from typing import Final

_APOSTROPHES: Final = str.maketrans("‘’ʼ`´＇", "''''''")
_BLANKS: Final = re.compile(r"[^\S\n]+")
_BARE: Final = re.compile(
    r"\b(?:i(?=(?:m|ve)\b)|(?:do|does|did|is|are|was|were|have|has|had|wo|would|ca|could|should)n(?=t\b))",
    re.IGNORECASE,
)
"""Where a short form lacks its apostrophe: "im", "ive", "dont", "havent"."""


def plain_answer(text: str) -> str:
    """Return a message with straight apostrophes, the missing ones put in, and single blanks within a line."""
    single = _BLANKS.sub(" ", text.translate(_APOSTROPHES)).strip()
    return _BARE.sub(lambda bare: f"{bare.group()}'", single)


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


_LEAD: Final = (
    r"^\W*(?:(?:well|oh|ah|um+|uh|er+m?|hm+|honestly|i mean|look|sorry|ok(?:ay)?|thanks|thank you"
    r"|to be honest)\b[\W_]+)*"
)
_OH: Final = (
    r"(?:(?:oh|ah|ha(?:ha)*|god|good (?:grief|god|lord|heavens)|(?:dear|my|oh my) (?:god|lord|me)|lord"
    r"|heavens?(?: above)?|(?:my )?goodness(?: me)?|gosh|blimey|crikey|christ|jesus|hell|bloody hell"
    r"|for (?:god|heaven|pity)'?s sake|what|wait|hang on"
    r"|hold on|sorry|lol|er+m?|um+|well|wow|honestly|look|listen|(?:[a-z']+ ){0,2}[a-z']+(?=[,.!…] ?no\b))"
    r"[^\w]*\s*){1,2}"
)
"""What may stand before a no: an exclamation, or any first word group that ends before it."""
_ENDS: Final = r"(?=\s*(?:[.,!?;:…–—)-]|$))"
"""An answer ends here, or its clause does: "I am", not "I am tired"."""
_NEGATED: Final = re.compile(
    r"\b(?:not|no|never|hardly|barely|nothing|nobody|none|neither|nor|cannot)\b|n't\b", re.IGNORECASE
)
_FIRST_CLAUSE: Final = re.compile(r"^[\W_]*[^.,!?;:…\n]*")
_FIRST_SENTENCE: Final = re.compile(r"^[\W_]*[^.!?;…\n]*")

NO_LEADS_ON: Final = (
    r"\bno\b(?:"
    + _ENDS
    + r"|(?= (?:i|i'm|i've|i'd|i'll|it|it's|he|she|we|they|you|that|that's|this|my|the|not|never|no"
    r"|nope|nothing|really|honestly|sorry|please|thanks|thank|god|of course|just|but|because|don't|absolutely)\b))"
)
"""The word as an answer: "no point" and "no sleep" are none."""

_UNSAFE: Final = _any(
    r"(?:\b(?:not|never|nowhere|no longer|hardly|barely|cannot|wish)\b|n't\b)"
    r"(?:(?!\b(?:and|but|so|because)\b)[^.!?;,]){0,30}\bsafe(?:ly)?\b",
    r"(?<!not )\bunsafe\b",
)
_NOT_THEM: Final = re.compile(r"\b(?:he|she|they|my \w+)(?:'s|'re| is| are| was| were|n't)\b", re.IGNORECASE)
_SAFE: Final = _any(
    r"\b(?:i'm|i am|i feel|feeling|we're|we are|i'll be|i will be|i can be) (?:\w+ )?safe\b",
    rf"{_LEAD}(?:yes\W+)?(?:very |quite |perfectly |completely |totally |physically )?safe\b(?! (?:enough|ish)\b)",
)
_SAFE_WITH_DOUBT: Final = re.compile(
    r"\b(?:think|guess|suppose|hope|maybe|perhaps|probably|sort of|kind of|mostly|if|until|when|once|unless"
    r"|as long as)\b[^.!?;,]{0,20}\bsafe\b|\bsafe(?: enough|ish)\b|\bsafer\b"
    r"|\bsafe\b[^.!?]{0,40}\b(?:but|though|except|unless|until)\b",
    re.IGNORECASE,
)
_WELL: Final = r"(?:fine|ok|okay|alright|all right|better|good|grand|well|great)\b"
_UNWELL: Final = _any(
    r"(?:\b(?:not|never|hardly|barely|no longer|cannot|nothing|nobody|no one|nowhere near|far from|anything but)\b"
    r"|n't\b)"
    rf"[^.!?;,]{{0,30}}\b{_WELL}",
    rf"\bno {_WELL}",
)
_FINE: Final = _any(
    rf"\b(?:i'm|i am|i feel|feeling|all|it's|its|it is) (?:\w+ )?{_WELL}"
    r"(?: now| again)?(?! (?:than|if|off|at|as|with|this|that|to|without|when|until|for (?!now|tonight|today"
    r"|the moment))\b)",
    r"\bover it\b",
    r"\b(?:forget (?:it|i said|about it|that)|never ?mind|ignore (?:me|that|it)|(?:was|were"
    r"|just) (?:being )?(?:joking|kidding|dramatic|venting|a joke|drunk|tired)"
    r"|didn't mean (?:it|that)|not serious|it's nothing|it passed|false alarm|you (?:got|took) (?:it|me"
    r"|that) wrong|misunderst\w+|figure of speech)\b",
)
_HARDLY: Final = _any(
    rf"{_LEAD}(?:no\W+)?(?:"
    r"(?:probably|possibly|perhaps|maybe|i guess|i suppose|i think|i believe|i hope|i'd say|i expect|hopefully|mostly"
    r"|apparently|usually|normally|likely) not\b"
    r"|not (?:really|yet|tonight|today|now|right now|just now|at (?:the|this) (?:moment|minute|point)|this minute"
    r"|for now"
    r"|exactly|quite|always|often|much|that much|so much|so often|very likely|any ?more|entirely|completely|totally"
    r"|fully|everything|all|most|like that|as such|actively|particularly|especially|that i know)\b"
    r"|(?:i )?(?:don't|do not) (?:really |honestly |even )?(?:think|believe|suppose|reckon|expect)"
    r" (?:so|that|it|i|i'm|i'll|i'd)\b"
    r"|i (?:think|guess|suppose|believe) i(?:'m| am| do|'d| would| can| will)?(?: not|n't)\b"
    r"|(?:i )?(?:really )?doubt (?:it|that|so)\b|unlikely\b|hardly\b|barely\b|scarcely\b|rarely\b|seldom\b"
    r"|almost never\b"
    r"|i(?:'m| am| do| did| have|'ve| would| will|'ll)?(?: not|n't)\b(?! (?:really |quite |so )?(?:know|sure"
    r"|certain)\b)"
    r"[^.!?]{0,40}\b(?:yet|tonight|today|right now|just now|at the moment|this minute|for now)\b)",
    rf"{_LEAD}no\b[^.!?]{{0,60}}\b(?:but|though|although|except|only)\b(?!,? (?:thanks|thank)\b)",
)
_UNSURE: Final = _any(
    rf"{_LEAD}(?:no\W+)?(?:i )?(?:really |honestly |just |still |genuinely )*"
    r"(?:(?:don't|do not|wouldn't|would not) (?:really |honestly |even )*know|(?:can't|cannot|couldn't|could not)"
    r" (?:really )?(?:say|tell|be sure)|dunno|idk|no (?:idea|clue)|hard to (?:say|tell|know)|who knows"
    r"|(?:it )?depends)\b",
    rf"{_LEAD}(?:no\W+)?(?:i'm |i am )?(?:really |honestly |just |still )*(?:not (?:really |quite |so |at all |too "
    rf"|that |entirely"
    r" |completely |totally )?(?:sure|certain)|unsure|undecided)\b",
    rf"{_LEAD}(?:no[.…]+ )?(?:maybe|perhaps|possibly|hopefully|could be|yes and no|i(?: really)? hope(?: so)?"
    r"|i'd like to think so|i'll try|i (?:can|will|could) try|i'm trying|i'll do my best)\b",
    rf"{_LEAD}(?:for now|mostly|almost|nearly|partly|more or less|half|both)\b{_ENDS}",
    r"^no\b[^.!?]{0,20}\b(?:yes|yeah|maybe|perhaps|sometimes|i do(?! not)|i am(?! not))\b",
)
_ROOM: Final = re.compile(
    r"\b(?:but|though|although|except|sometimes|maybe|perhaps|yet|any ?more|tonight|today|unless|until|else)\b",
    re.IGNORECASE,
)
"""What leaves room in a denial."""
_DENIED: Final = _any(
    r"\b(?:i'm not|i am not|i wasn't|i was not|i've (?:not|never) been|i have (?:not|never) been) (?:suicidal"
    r"|(?:going|planning|about|trying|thinking|gonna)(?: to| of| about)? (?:do|doing|hurt|hurting|kill|killing|harm"
    r"|harming|act|acting|die|dying|end"
    r"|ending|try|anything|it|that|suicide|those)|thinking like that)\b",
    r"\bi (?:don't|do not|didn't|did not) (?:really |actually )?(?:want|plan|intend|mean|wish) to (?:die|kill|hurt"
    r"|harm|be dead"
    r"|do (?:it|that|anything)|end (?:it|my life))\b",
    r"\bi(?:'d| would| will| could|'ll)? (?:won't|not|wouldn't|never|couldn't) (?:ever |actually "
    r"|really )?(?:do (?:it|that"
    r"|anything|something)|hurt|harm|kill|act on)\b",
    r"\bi(?: have|'ve)(?: got)? no (?:such |those )?(?:thoughts?|plans?|intentions?)\b",
    r"\bi (?:haven't|have not|don't|do not|never) (?:ever )?(?:(?:have|had|get) (?:any |those |such )*(?:thoughts"
    r"|plans?)"
    r"|(?:thought|think) (?:of|about) (?:it|that|this|dying|death|suicide|killing|ending)) ?",
)
_NO: Final = _any(
    rf"^\W*(?:{_OH})?(?:{NO_LEADS_ON}|nope\b|nah\b|na\b{_ENDS})",
    rf"{_LEAD}(?:never(?:{_ENDS}| (?:have|had|would|did)\b)|nothing(?: like that| at all| of the (?:kind|sort))?{_ENDS}"
    rf"|not (?:me|at all|ever|in the least|a chance|remotely)\b|not{_ENDS}"
    r"|(?:of course|certainly|definitely|absolutely|surely|clearly|obviously|i'm afraid|still|god) not\b)",
    rf"{_LEAD}(?:i|we|they|there|it|he|she)(?:'m|'s|'re|'ve|'ll|'d| am| is| are| was| were| do| does| did| have| has"
    r"| had| can| could| will| would| should| wo| ca)?(?: not|n't|not)(?: (?:at all|honestly|really|sorry|no|ever))*"
    rf"{_ENDS}",
    rf"{_LEAD}(?:(?:ca|is|are|has|have|do|does|wo|would)n't|cannot|can not){_ENDS}",
)
_PARTLY: Final = _any(
    rf"{_LEAD}(?:kind of|kinda|sort of|a (?:bit|little|lot)|sometimes|often|always|at times|on and off|now and then"
    r"|some (?:days|nights)|every (?:day|night)|most (?:days|nights|of the time)|i (?:think|guess|suppose"
    r"|believe)(?: so"
    rf"| i (?:am|do|have|can|will))?{_ENDS}|i (?:think|guess|suppose) so|probably|constantly|all the time"
    rf"|too (?:much|often)|lately"
    r"|more (?:often|and more)|only (?:sometimes|a (?:bit|little))|i(?:'ve| have) (?:been thinking|thought|considered)"
    r"|i(?:'m| am) (?:thinking|considering|planning)|i (?:do )?(?:think|keep thinking|thought) (?:of|about)"
    rf" (?:it|that|this|dying|death|ending|suicide)|very(?: much(?: so)?)?{_ENDS}|close{_ENDS})\b",
    rf"{_LEAD}yes\b[^.!?]{{0,60}}\b(?:but|though|although|maybe|perhaps|i guess|i suppose|i think|sort of|kind of"
    rf"|sometimes|not"
    r"|unless|until|for now)\b",
)
_YES_WORDS: Final = (
    rf"{_LEAD}(?:yes|yeah|yep|yup|ya|yea|aye|mhm|uh huh|indeed|true|correct|exactly|definitely|absolutely|certainly"
    r"|of course|sure)\b"
)
_SAYS_YES: Final = _any(_YES_WORDS)
_YES: Final = _any(
    _YES_WORDS,
    rf"{_LEAD}(?:i am|i have|i do|i was|i did|i can|i will|i could|i would|it has|it is|it does|they are|there is"
    rf"|there are)"
    rf"(?: (?:now|actually|yes|indeed|really))*{_ENDS}",
    rf"{_LEAD}it has (?:come|been)\b",
)
_SOME_NOT: Final = re.compile(
    rf"{_LEAD}(?:i'm not|i am not|(?:i|it|they|we)(?:'s|'re| is| are| have| has| do| does| did| will| would| could"
    rf"| can)?(?: not"
    r"|n't| never|not)|i (?:don't|won't|can't|haven't|didn't|couldn't|wouldn't)|not|none|nothing|nowhere|never)\b",
    re.IGNORECASE,
)


def is_unsafe(plain: str) -> bool:
    """Say whether they say of themselves that they are not safe, whatever was asked."""
    return any(_is_own(re.split(r"[.!?;]", plain[: found.end()])[-1]) for found in _UNSAFE.finditer(plain))


def _is_own(clause: str) -> bool:
    """Say whether a clause speaks of its writer, and not to calm anybody."""
    calms = clause.lower().lstrip(" ,").startswith(("don't worry", "do not worry"))
    return not calms and not _NOT_THEM.search(clause)


def is_safe(plain: str) -> bool:
    """Say whether they say that they are safe, without a doubt in it."""
    return _says(_SAFE, plain) and not _says(_SAFE_WITH_DOUBT, plain)


def is_unwell(plain: str) -> bool:
    """Say whether they say that they are not fine, or begin with some other "not" that is no plain no."""
    if _says(_NO, plain):
        return False
    hedged = (_PARTLY.search(plain) or _YES.search(plain)) and not re.match(r"\W*(?:yes|yeah|yep)\b[,.!]", plain, re.I)
    if hedged and _NEGATED.search(_first(_FIRST_CLAUSE, plain)):
        return True
    return _says(_UNWELL, plain) or (_says(_SOME_NOT, plain) and not is_denied(plain))


def is_fine(plain: str) -> bool:
    """Say whether they say that it is over or was nothing."""
    return _says(_FINE, plain) and not _says(_UNWELL, plain)


def is_hardly(plain: str) -> bool:
    """Say whether it is a no with room left in it."""
    return _says(_HARDLY, plain)


def is_unsure(plain: str) -> bool:
    """Say whether they do not know, or are safe as far as they know."""
    return _says(_UNSURE, plain) or (_says(_SAFE, plain) and _says(_SAFE_WITH_DOUBT, plain))


def is_denied(plain: str) -> bool:
    """Say whether they deny in words of their own that they would, and leave no room in it."""
    return _says(_DENIED, plain) and not _says(_ROOM, plain)


def is_no(plain: str) -> bool:
    """Say whether it is a plain no."""
    return _says(_NO, plain)


def is_partly(plain: str) -> bool:
    """Say whether it is a yes with a doubt or a measure in it."""
    if _says(_PARTLY, plain):
        return True
    return _says(_SAYS_YES, plain) and bool(_NEGATED.search(_first(_FIRST_SENTENCE, plain)))


def is_yes(plain: str) -> bool:
    """Say whether it is a plain yes."""
    return _says(_YES, plain)


def _says(pattern: re.Pattern[str], plain: str) -> bool:
    return pattern.search(plain) is not None


def _first(pattern: re.Pattern[str], plain: str) -> str:
    found = pattern.match(plain)
    return found.group() if found else ""
