"""The patterns by which the critic knows advice, praise, verdicts, leading and other faults of manner.

They read our own words only: quotations of the person are taken out before.
"""

from __future__ import annotations

import re


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


STOCK = _any(
    r"^\W*(?:it sounds like|it seems (?:like|that)|i hear (?:you|that)|thanks? (?:you )?for|"
    r"i understand|i see|that(?:'s| is| must be| sounds) (?:a )?(?:great|good|interesting|hard|"
    r"tough|difficult|really|so|very|understandable|awful|terrible)|"
    r"absolutely|of course|certainly|sure|great|wow|i'm (?:so |really )?sorry|what i'm hearing|"
    r"so what you're saying|as an? (?:ai|coach|assistant)|tell me more|can you tell me more|"
    r"how does that make you feel|let's)\b",
    r"\bhow (?:does|did) (?:that|this|it) make you feel\b",
    r"\btell me more\b",
    r"\bunpack\b",
    r"\bhold(?:ing)? space\b",
    r"\bi hear you\b",
)
ADVICE = _any(
    r"\b(?:you|one|we) (?:should|could|might want to|may want to|need to|must|ought to|have to|"
    r"'d better|had better|can always|can try)\b",
    r"\bi(?:'d| would)? (?:suggest|recommend|advise|encourage|propose|urge)\b",
    r"\bit(?:'s| is| would be| might be| may be) (?:important|best|better|helpful|good|wise|worth|"
    r"useful|time|a good idea)\b",
    r"\bmake sure\b",
    r"\btry to\b",
    r"\bthe (?:best|first|key) (?:thing|way|step) is\b",
    r"\bmy advice\b",
    r"\bremember (?:that|to)\b",
    r"\bdon't (?:worry|be|forget|let|give up|blame)\b",
)
VEILED_ADVICE = _any(
    r"\bwhy (?:don't|not|haven't) you\b",
    r"\bwhy not\b",
    r"\bhow about\b",
    r"\bwhat about \w+ing\b",
    r"\bwhat if you\b",
    r"(?<!who )(?<!whom )(?<!what )\bhave you (?:ever )?(?:tried|considered|thought|spoken|talked|asked|told|looked)\b",
    r"\bi'?d (?:try|start|go|say|tell)\b",
    r"\b(?:could|can|couldn't|can't) you (?:try|not|just|maybe|perhaps|ask|tell|talk|speak)\b",
    r"\bwould it help\b",
    r"(?:^|[.!?]\s+)would it be\b",
    r"\bwhat stops you from (?:just|simply)\b",
    r"\bwhat(?:'s| is) stopping you\b",
    r"\bis it possible that\b",
    r"\bmaybe you\b",
    r"\bperhaps you\b",
)
IMPERATIVE = _any(
    r"(?:^|[.!?…:;]\s+|\b(?:so|then|just|please|and)\s+)(?:try|go|stop|start|leave|tell|talk|take|"
    r"give|make|let|focus|remember|get|consider|ask|think|write|say|speak|be|do|don't|look|keep|"
    r"find|set|imagine|notice|breathe|call|send|share|describe|explain|list|reach|learn|accept|"
    r"trust|put|use|break|plan|choose|reflect)\b(?! (?:it|that|this) (?:is|was|"
    r"stands))[^?.!]*(?:[.!]|$)",
)
PRAISE = _any(
    r"\b(?:great|amazing|wonderful|awesome|fantastic|proud|brave|bravely|inspiring|excellent|"
    r"impressive|admirable|incredible|remarkable|commendable|courageous|beautiful(?:ly)?|"
    r"brilliant|lovely|congratulations|well done|good (?:job|for you|work|question|on you)|kudos|"
    r"strong of you|honest of you|wise|insightful|powerful|big step|nice (?:work|job|one)|perfect|"
    r"glad (?:you|to hear)|happy for you|you've got this|keep (?:it|going) up)\b",
)
HUMAN = _any(
    r"\b(?:i feel|i felt|i remember when|in my experience|as a (?:human|person|friend|coach|"
    r"therapist)|my own (?:life|experience|family)|when i was|i know how (?:it|that|you)|"
    r"i've been there|i too|me too|my (?:wife|husband|mother|father|friend|boss|kids)|i (?:love|"
    r"hate|cried|struggle|believe|worry)|we all|as humans)\b",
)
LEADING = _any(
    r"\b(?:don'?t you (?:think|feel|agree)|wouldn'?t (?:it|you|that)|isn'?t (?:it|that|this|he|"
    r"she)|aren'?t (?:you|they)|shouldn'?t (?:you|he|she|they|it)|can'?t you|couldn'?t you|"
    r"won'?t you|didn'?t you|doesn'?t (?:that|it) (?:mean|show|suggest|tell)|surely|right\?|"
    r"surely you|don'?t you)",
)
VERDICT = _any(
    r"\b(?:the fact that you(?:'re| are)?|clearly|obviously|narcissis\w+|toxic|gaslight\w*|"
    r"abusive|manipulative|passive.aggressive|codependen\w+|perfectionis[tm]\w*|imposter|impostor|"
    r"burn(?:ed|t)? ?out|depress(?:ed|ion|ive)|anxiety disorder|adhd|bipolar|trauma\w*|disorder|"
    r"symptom\w*|diagnos\w+|in denial|irrational|unhealthy|overreact\w*|selfish|lazy|"
    r"cognitive distortion|attachment style|self-sabotag\w+|people.pleas\w+)\b",
    r"\byou(?:'re| are) (?:right|wrong|not (?:wrong|alone|a|to blame)|absolutely|being|too|so|"
    r"clearly|just|very|such|doing|allowed|strong|capable|valid|enough|an? )\b",
    r"\b(?:your|their|his|her) fault\b",
    r"\b(?:that|this|it)(?:'s| is| was) (?:true|valid|normal|natural|unfair|unreasonable|"
    r"reasonable|understandable|wrong|right of|rude|unacceptable|not (?:fair|okay|ok|right|true|"
    r"your))\b",
    r"\byou (?:deserve|clearly|obviously|always|never|failed|overthink|tend to)\b",
)
WORRY_AS_FACT = _any(
    r"\b(?:being|that you(?:'re| are)|because you(?:'re| are)|since you(?:'re| are)|"
    r"given that you|knowing (?:that )?you(?:'re| are)) (?:such )?(?:an? )?(?:fraud|failure|loser|"
    r"burden|bad|terrible|horrible|useless|hopeless|stupid|worthless|weak|disappointment|"
    r"impost\w+|unlovable|broken|lazy|selfish|boring|a mess|not good enough|incapable|"
    r"incompetent)\b",
    r"\bhow do you (?:deal|cope|live) with\b",
    r"\bthe fact that\b",
    r"\bnow that (?:he|she|they|everyone)\b",
    r"\bwhy (?:does|do|did|is|are|won't|doesn't|don't) (?:he|she|they|your \w+|everyone|nobody|"
    r"people)\b",
    r"\bwhat makes (?:him|her|them|everyone) (?:hate|avoid|ignore|dislike|reject|think)\b",
)
SIDE = _any(
    r"\b(?:i agree|agreed|i disagree|he|she|they) (?:is|was|are|were|with you|that)? ?(?:at fault|"
    r"to blame|unfair to|wrong to|right to|out of line|in the wrong)\b",
    r"\bi agree\b",
    r"\b(?:poor|how rude|how dare|shame on)\b",
    r"\b(?:he|she|they) (?:should|shouldn't|ought|must have|probably|clearly|obviously|"
    r"just wants?|is trying|was trying|didn't mean)\b",
    r"\bseems (?:likely|fair|reasonable|unfair)\b",
)
LECTURE = _any(
    r"\b(?:everyone|people|many people|most people|studies|research|statistics|experts|"
    r"it is known|generally speaking|in general) (?:feel|experience|struggle|show|say|suggest|"
    r"find|are|make)\b",
    r"\b\d+ ?(?:%|percent) of\b",
)
OPEN = re.compile(
    r"(?:^|[,;:.!?—–…-]\s*|\b(?:and|so|but|then|in|to|for|at|on|by|from|with|if|of)\s+)(?:what|"
    r"how|who|whom|whose|which|why|where|when (?:did|do|does|was|were|is|are|have|has|had|will|"
    r"would|might))\b",
    re.IGNORECASE,
)
CLOSED_OPENING = re.compile(
    r"^\W*(?:do|does|did|is|are|was|were|have|has|had|will|would|can|could|should|might|may|am|"
    r"isn't|aren't|don't|didn't)\b(?!.*[,:]\s*(?:what|how|who|which|where|when|why)\b)",
    re.IGNORECASE,
)
HARSH = _any(
    r"\b(?:fraud|failure|loser|burden|terrible|horrible|useless|hopeless|stupid|worthless|disappointment|impost\w+|"
    r"unlovable|pathetic|disgusting|ugly|idiot|bad (?:mother|father|mum|dad|parent|person|wife|husband|friend|daughter|"
    r"son))\b",
)
"""Words about oneself that are never said back unquoted: in our mouth they would be a verdict."""
