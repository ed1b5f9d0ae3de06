"""Tell what in a message speaks to the coach, what it points at as the matter, and what it only says in passing."""

from __future__ import annotations

import re
from typing import Final

from assistant.coaching.complaints import complaint_in
from assistant.core.span import Span

ADDRESSED: Final = re.compile(
    r"\b(?:should i|shall i|do i)\b|"
    r"\byou(?:'re| are)? (?:said|asked|told|ask|asking|tell|keep|mean|don't|do not|can't|cannot|won't|"
    r"never|always|only|just|really|still|understand|listen|not|no|useless|wrong|right|a |the |an )|"
    r"\b(?:do|are|can|could|would|will|did|have|if|what|for|to|from|with|at) you\b(?!'d| know)|"
    r"\byour? (?:question|questions|answer|advice|opinion|help|reply|program)|"
    r"(?:^|\b(?:just|please|stop|quit|now|and)\s+)(?:tell|give|ask|asking|write|help) me\b|"
    r"^(?:what|why|how|who)\b|^(?:is|are|does|do|can|should) (?:i|you|he|she|it|we|they|this|that|my|the)\b",
    re.IGNORECASE,
)
"""What speaks to the program or asks it something is answered, not questioned."""
_OF_THE_QUESTION: Final = re.compile(
    r"\b(?:that|this|the|another|a (?:better|different)) question\b(?! of| is (?:whether|how|what|if))|"
    r"\byou(?:['’]ve| have)? (?:cut|misheard|quoted|twisted|got me|choose|pick|use[d]? my)\b|\bmy sentence\b|"
    r"\bi (?:(?:just|already|literally|only) )+(?:told you|said (?:it|that|so)|wrote that|"
    r"answered (?:it|that)|explained (?:it|that))\b|"
    r"\bi (?:told|said|wrote) (?:you|it already|that already)\b|"
    r"^i (?:really |still )?(?:do not|don['’]?t|didn['’]?t|did not|can['’]?t|cannot) (?:well )?"
    r"(?:understand|follow|get)(?: (?:you|that|this|it|the question|what you \w+|well))?(?:, sorry)?[.,!?]?\s*$|"
    r"^(?:whatever you (?:want|like|say|think)|up to you|you (?:what|choose|decide)(?: one)?|not the point|"
    r"that['’]?s not (?:the|my) point|which \w+\?)",
    re.IGNORECASE,
)
"""What is said of the question or of how it was put; "the question is whether" is a matter of their own."""
_WHAT_I_MEANT: Final = re.compile(
    r"\b(?:i (?:was|am) (?:speaking|talking) about|i['’]m (?:speaking|talking) about|"
    r"what i (?:mean|meant) (?:is|was)|"
    r"what (?:bothers|worries|gets|matters to|hurts|troubles|scares|annoys|upsets|bugs|kills|stays with|sticks with) me"
    r"(?: most| more)? (?:is|was)|"
    r"what i (?:really |actually |do |most |still )*(?:miss|mind|hate|dread|fear|regret|resent|envy|can['’]?t (?:stand"
    r"|bear|forget|get over))(?: most| more)? (?:is|was)|"
    r"what (?:really |actually )*(?:matters|counts|hurts|stings|follows?)(?: most| more| here)? (?:is|was)|"
    r"(?:the|my) (?:real |whole |main )?point is|(?:^|(?<=[.!?,;] ))(?:and |but |no |so )*the thing is|"
    r"(?:the )?important (?:thing )?is|"
    r"it['’]?s (?:more |rather )?that(?= (?:i|i['’]\w+|he|she|they|we|nobody|everybody|everyone|my|his|her|their)\b)|"
    r"what i (?:want|wanted) to (?:say|ask) (?:is|was)|i wanted to say that|the (?:\w+ )?question is(?= (?:why|what|how"
    r"|whether|if|who|when|where)\b))"
    r",?\s+(?:that )?(?P<matter>[^.!?\n]{3,120})",
    re.IGNORECASE,
)
_IS_MY_QUESTION: Final = re.compile(
    r"(?:^|[.!?]\s+|,\s+)(?P<matter>[^.!?,\s][^.!?,\n]{2,60}?)(?<!\s)\s+(?:is|was)\s+(?:my|the)\s+(?:real\s+)?"
    r"(?:question|point|problem|trouble|worry)\s*(?=[.!?]|$)|"
    r"\bit is (?P<this>the [\w ]{3,40}) that (?:trouble|bother|worr|get)\w* me\b",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"(?:(?:^|[.!?:]\s+|\b(?:just|please|rather you|you could|you can|you should|you might|better) )ask(?:ed)? me"
    r"|\b(?:the|my) (?:(?:real|only|better|bigger|right) )?question(?: for me)? (?:is|would be|was)"
    r"|\bask(?:ed)? (?:me )?instead)[ ,:]+"
    r"(?:\w+ )?(?P<asked>(?:why|what|how|whether|who|where|when|if) (?:i|i['’]m|i['’]ve|i['’]d|i['’]ll|it|it['’]s"
    r"|he|he['’]s"
    r"|she|she['’]s|they|we|my|the|that|this|to)\b[^.!?;,\n]{3,90})",
    re.IGNORECASE,
)
_PASSING: Final = re.compile(
    r"(?P<said>[^.!?,;\s][^.!?,;\n]{2,90})(?<!\s)\s+(?:lol|lmao|haha+|ha ha)\s*(?=[.!?,;\n]|$)", re.IGNORECASE
)

_SUPPOSED: Final = re.compile(
    r"\b(?:pretend\w*(?: to \w+)?|act(?:s|ed|ing)? (?:as if|like)|as if|as though|imagin(?:e|ed|ing))"
    r"(?: that)?\s+(?:it|i|he|she|they|we|you|nobody|everyone|everybody|people|the|my|his|her)\b",
    re.IGNORECASE,
)
_ONLY_A_NUMBER: Final = re.compile(
    r"\b(?:i|he|she|it|they|we)(?:['’](?:s|m|re)| is| am| are| was| were) (?:only |just |nearly |about |almost )?"
    r"\d+(?: years? old)?(?=\s*(?:[.,;!?\n]|$|(?:and|but) ))",
    re.IGNORECASE,
)
"""An age, or a count, that stands alone."""
_JUST_BEFORE: Final = 40
"""Code points before a claim within which it is said to be pretended."""
_CLAIMS: Final = frozenset(
    "belief prediction obvious absolute absolute_me absolute_other everyone nobody nothing mindread "
    "mindread_what see_me refusal exception".split()
)


def about_the_question(quote: str) -> bool:
    """Say whether the words are about the program's question, or about how it heard them."""
    return bool(_OF_THE_QUESTION.search(quote)) or complaint_in(quote.replace("’", "'")) is not None


def pointed_at(text: str) -> list[Span]:
    """Return what the message itself says that it is about: "what I mean is …", "… is my question"."""
    found = [Span(*one.span("matter")) for one in _WHAT_I_MEANT.finditer(text)]
    for one in _IS_MY_QUESTION.finditer(text):
        found.append(Span(*one.span("matter" if one.group("matter") else "this")))
    return found


def question_named(text: str) -> Span | None:
    """Return the question that they want to be asked: "ask me what I'm going to do", "the question is why I …"."""
    found = _NAMED.search(text)
    return Span(*found.span("asked")) if found else None


def said_in_passing(text: str) -> list[Span]:
    """Return what is laughed off as it is said, and a bare number, from which nothing can be asked."""
    laughed = [Span(*one.span("said")) for one in _PASSING.finditer(text)]
    return laughed + [Span(*one.span()) for one in _ONLY_A_NUMBER.finditer(text)]


def nobody_claims(kind: str, span: Span, text: str) -> bool:
    """Say whether a claim stands under "pretending that", "as if" or "imagine"."""
    return kind in _CLAIMS and bool(_SUPPOSED.search(text, max(0, span.start - _JUST_BEFORE), span.end))
