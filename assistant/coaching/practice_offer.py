"""Hear how a person words a record that is offered, and tell that from what they say about it.

"Sounds stiff" and "In other words of mine" are no vision. Whoever was asked for the whole line has said what they want
to say with nearly anything; before that another wording has to look like one.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.coaching.critic import base_forms
from assistant.coaching.lexicon import is_verb
from assistant.coaching.tokens import words_of

SENTENCE_WORDS: Final = 4
"""Words from which on something with a verb in it is a line, though it shares no word with what is offered."""

SHORT_TALK: Final = 10
"""More words than this are no verdict on a line, such as "that isn't quite what I meant"."""

_BEFORE: Final = (
    r"^\W*(?:(?:no|nope|yes|yeah|yep|ok(?:ay)?|well|hm+|oh|but|sorry|actually|please|thanks|honestly|good|great|fine"
    r"|perfect|sure|exactly|lovely)\b\W*)*"
)
_NOW: Final = r"(?:,? (?:now|tonight|today|here))?\W*$"
"""Ends what is said of this very moment: "I need to stop now" is no line, "I need to stop at five" is one."""
_ABOUT_IT: Final = re.compile(
    rf"{_BEFORE}(?:(?:i'd|i would|i want to|i'll|could you|can you|would you|let's) (?:like to )?"
    r"(?:change|replace|remove|delete|add|take out|leave out|cut|drop|reword|rephrase|swap|shorten|edit)\b"
    r"|(?:change|replace|remove|delete|take out|leave out|cut|drop|reword|rephrase|swap|shorten|edit"
    r"|(?:keep|leave|use) (?:it|that|this)(?! (?:under|over|below|within|between|to|at|for)\b))\b"
    r"|(?:maybe|perhaps|dunno|not sure|i'm not sure|i (?:don't|do not|can't) (?:know|say|think)|no idea)\b"
    r"|(?:what|why|how) (?:do|did|does|is|are|would|should|exactly)\b"
    r"|(?:(?:just |exactly |almost |nearly |not )?like (?:that|this)|sounds|looks|reads|feels|good enough|except"
    r"|apart from|only (?:the|that|this|if))\b"
    r"|not (?:like|quite|really|exactly|so|that|this|yet|in)\b|(?:don't|do not)\b(?: (?:keep|do|like|want|write|put"
    r"|say|use) (?:it|that|this|any\w*|to)\b|\W*$)"
    r"|(?:in )?(?:other|different|my own|new|fewer|simpler|better|more) words?\b|never ?mind\b|wait\b|hold on\b"
    r"|hang on\b|give me\b|let me (?:think|see|try|start)\b|you (?:decide|choose|can|could|should|tell)\b"
    r"|i(?:'m| am) (?:too |so |very )?(?:tired|done|confused|lost|off|busy)(?: (?:for|with|of) (?:this|that|it)"
    rf"|{_NOW})|i (?:need|have|got) to (?:go|stop|think|leave|sleep)(?: (?:about|on) (?:it|this|that)|{_NOW})"
    r"|i'd rather (?:talk|stop|not|go)\b"
    r"|(?:thanks?|thank you|whatever|later|skip|pause|help|again|another|both|either|neither|hello|hi|lol|ha(?:ha)+"
    r"|the (?:first|second|last|other)(?: (?:one|part|half))?|(?:too|more|less|a bit|a little|slightly|much) \w+"
    r"|shorter|longer|simpler|plainer|closer|no way)?(?: please)?\W*$"
    r"|let's (?:go|stop|leave|move|carry|talk)\b|(?:go|carry|move) on\b)",
    re.IGNORECASE,
)
"""It talks about the line instead of being one: an order to change it, a doubt, a verdict, a question back."""
_VERDICT: Final = re.compile(
    rf"{_BEFORE}(?:(?:it|that|this)(?:'s| is| was| sounds| looks| reads| feels| seems|'ll| will)?(?:n't| not"
    rf"| doesn't| does not)?"
    r" (?:\w+ ){0,3}(?:it|right|wrong|good|bad|true|fine|mine|me|long|short|vague|stiff|off|close|strange|odd|silly"
    r"|enough|do|what i (?:mean|meant|said|want|wanted)|how i (?:say|said|put|mean|meant) it)"
    r"|i(?:'m| am)? (?:not |don't |do not |didn't |did not |really |just |still |do )*(?:like|love|hate|mean|meant"
    r"|want|need|prefer"
    r"|think|believe|agree|said|say|know|sure|happy|certain)(?: (?:it|that|this|so|them|either|any ?more|yet|with"
    r"|about))*)\W*$",
    re.IGNORECASE,
)
_LED: Final = re.compile(
    r"^(?:(?:no|nope|well)[,:;.]\s+)?(?:(?:make it|it should (?:read|say)|let it (?:read|say)|put(?=[,:]| [“\"]))"
    r"[,:]?\s+|(?:rather|better)[,:]\s+)",
    re.IGNORECASE,
)
_ANSWERED_FIRST: Final = re.compile(r"^(?:(?:no|nope|yes|yeah|well|rather|better)[,:;.]\s+)+", re.IGNORECASE)
_QUOTED: Final = re.compile(r"[“\"]([^“”\"]+)[”\"]\s*\.?")


def own_wording(text: str, offered: str = "", *, asked_for: bool = False) -> str:
    """Return how the person words what was offered; empty where they talk about it instead.

    "No, I cook twice a week" words it, without the "no"; "I'd change the second part" does not. What is returned stands
    so in the message, to the character. `asked_for` says that they were just asked for the whole line.
    """
    plain = text.strip()
    led = _LED.match(plain)
    worded = plain[led.end() :] if led else _ANSWERED_FIRST.sub("", plain)
    if (quoted := _QUOTED.fullmatch(worded)) is not None:
        return quoted.group(1).strip()
    if not words_of(worded) or plain.endswith("?") or (led is None and _talks_of_it(plain)):
        return ""
    return worded if led or asked_for or _is_a_line(worded, offered) else ""


def _talks_of_it(text: str) -> bool:
    plain = text.replace("’", "'")
    return _ABOUT_IT.match(plain) is not None or (
        len(words_of(plain)) <= SHORT_TALK and _VERDICT.match(plain) is not None
    )


def _is_a_line(worded: str, offered: str) -> bool:
    """Say whether it shares a telling word with what is offered, or is a sentence."""
    words = words_of(worded)
    if base_forms(words) & base_forms(words_of(offered)):
        return True
    return len(words) >= SENTENCE_WORDS and any(is_verb(word) or "'" in word for word in words)
