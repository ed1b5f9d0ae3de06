"""What a person says they are, owe and keep to themselves: rules, verdicts, duties, absolutes, silences.

Weights order the kinds among each other: rules and verdicts on oneself above readings of others, those above events.
"""

from __future__ import annotations

from assistant.coaching.handle_patterns import Pattern, pattern

_SOFT = r"(?:just\s+|basically\s+|clearly\s+|simply\s+|such\s+|so\s+|really\s+|too\s+|obviously\s+|always\s+|still\s+)*"
_VERDICTS = (
    r"hopeless|useless|lazy|stupid|weak|terrible|rubbish|bad|no good|no use|"
    r"selfish|needy|broken|boring|pathetic|sensitive|"
    r"good enough|smart enough|cut out|wired|crap|awful|incapable|disorganised|disorganized|"
    r"impatient|fat|old|difficult|"
    r"a coward|a mess|a loser|a failure|a fraud"
)

PATTERNS_SELF: tuple[Pattern, ...] = (
    # Rules: if this, then that.
    pattern(
        "rule",
        1.0,
        r"\b(?P<cond>(?!if i'm (?:being )?honest)(?:if|whenever|the minute|as soon as|once|"
        r"unless)\s+(?:i|i'm|im|i'd|he|she|they|"
        r"we|it|"
        r"nobody|somebody|people|my \w+)\b[^,.;!?\n]{3,55}),\s*(?:then\s+)?(?P<cons>(?!i'd ask|"
        r"well\b)[^,.;!?\n]{4,60})",
        sentence=True,
        match=True,
        longest=17,
        needs="cond cons",
    ),
    pattern(
        "rule",
        0.95,
        r"\b(?P<cond>if\s+(?:i|i'm|im|she|he|they|we|it)\b[^,.;!?\n]{3,45}?)\s+(?P<cons>(?:i|she|he|"
        r"they|we|it|"
        r"everyone|people|nobody)(?:'ll|'d|\s+will|\s+would|\s+wouldn't|\s+won't)\b[^,.;!?\n]{3,45})",
        sentence=True,
        match=True,
        longest=17,
        needs="cond cons",
    ),
    pattern(
        "rule",
        0.96,
        r"\b(?P<cond>(?:if|whenever|the minute|as soon as|once)\s+(?:i|i'm|im|she|he|they|we|it|nobody|somebody|people|"
        r"my \w+)\b[^,.;!?\n]{3,45}?)\s+(?P<cons>i\s+(?:know|feel|get|start|stop|lose|panic|always|never|end up|can't|"
        r"cant|freeze|go|say)\b[^,.;!?\n]{2,45})",
        sentence=True,
        match=True,
        longest=17,
        needs="cond cons",
    ),
    pattern(
        "rule",
        0.97,
        r"\b(?P<cond>if\s+(?:i|im|i'm|she|he|they|we|it)\b[^,.;!?\n]{3,45}?)\s+then\s+"
        r"(?P<cons>[^,.;!?\n]{4,60}?)(?=\s+(?:and|but|so|because)\b|[,.;!?\n]|$)",
        sentence=True,
        match=True,
        longest=17,
        needs="cond cons",
    ),
    pattern(
        "rule",
        0.96,
        r"\b(?P<cond>(?:if|whenever) i (?!think|know|feel|believe|say\b|see\b|want)[^,.;!?\n]{3,30}?)\s+"
        r"(?P<cons>(?:i'm|im|i am|it's|he's|she's|they're)\s[^,.;!?\n]{3,45})",
        sentence=True,
        match=True,
        longest=17,
        needs="cond cons",
    ),
    pattern(
        "rule",
        0.96,
        r"\b(?P<cond>(?:if|whenever) (?:he|she|they|we) (?!think|know|feel|believe|see\b|tell|want|ask)\w+ \w+"
        r"[^,.;!?\n]{0,30}?)\s+(?P<cons>(?:i'm|im|i am|it's|we're|we are|that's)\s[^,.;!?\n]{3,45})",
        sentence=True,
        match=True,
        longest=17,
        needs="cond cons",
    ),
    # Verdicts on oneself.
    pattern(
        "identity",
        0.98,
        r"(?<!think )(?<!thinks )(?<!like )(?<!as if )\b(?:i'm|im|i am|i've always been|that makes me|i was always|"
        r"i feel like)\s+",
        _SOFT,
        r"(?P<word>(?:not\s+)?(?:a|an|one of those)\s+(?!bit\b|little\b|few\b|lot\b|while\b|hour\b|"
        r"week\b|day\b|month\b|good\b|"
        r"year\b|minute\b|third\b|quarter\b)[\w'-]+(?:\s+(?!who\b|that\b|and\b|for\b|because\b|to\b|but\b|when\b|if\b)[\w'-]+){0,3})",
    ),
    pattern(
        "identity",
        0.98,
        r"(?<!think )(?<!thinks )(?<!as if )\b(?:i'm|im|i am|i feel like i'm)\s+",
        _SOFT,
        r"(?P<word>(?:not\s+)?(?:" + _VERDICTS + r")(?:\s+(?:at|with|about)\s+(?:my\s+|the\s+)?\w+)?)\b",
    ),
    pattern(
        "role",
        0.96,
        r"(?<!think )(?<!thinks )(?<!thought )\b(?:i'm|im|i am|i've become|i was|i've been|"
        r"that's)\s+(?:just\s+|always\s+|"
        r"still\s+)*(?P<word>the\s+"
        r"(?:one|person|sort of \w+|kind of \w+|type)\s+(?:who|that)\b[^,.;!?\n]*|the (?:oldest|"
        r"youngest|eldest|middle child|"
        r"funny one|difficult one|strong one|quiet one|reliable one|sensible one))",
    ),
    pattern(
        "role",
        1.0,
        r"\b(?P<word>that's (?:just |basically )?(?:who i am|how i am|my job|what i'm like)|"
        r"the kind of person who)\b",
    ),
    pattern(
        "like_me", 1.0, r"\b(?P<word>people like (?:me|us)|someone like me|folk like us|girls like me|boys like me)\b"
    ),
    pattern(
        "role",
        0.96,
        r"(?:^|(?<=[.!?] ))(?P<word>the\s+(?:one|person)\s+(?:who|that)(?:\s+[\w'’]+){1,6})"
        r"(?=[.,;!?]|$|\s+(?:to|because|in|on|at|for|so|when)\b)",
    ),
    pattern("inherit", 0.94, r"\b(?P<word>(?:just )?like my (?:mother|father|mum|mom|dad|brother|sister|gran\w*))\b"),
    pattern("zero", 0.9, r"\bi have (?P<word>(?:zero|no|absolutely no)\s+\w+)\b"),
    # Duties.
    pattern(
        "supposed",
        0.95,
        r"\b(?:i'm|im|i am|i was|we're)\s+(?P<word>supposed to|meant to|"
        r"expected to)\s+(?P<do>[^,.;!?\n]+)",
    ),
    pattern(
        "should",
        0.93,
        r"\bi\s+(?:really\s+|just\s+|still\s+|always\s+|probably\s+)*(?P<word>should|"
        r"ought to|have to|must|"
        r"need to)\s+(?!have\b|say\b|admit\b|be honest\b|probably\b)"
        r"(?!(?<=should )(?:prefer|like|love|hate|think|imagine"
        r"|be (?:(?:glad|sorry|happy|pleased|surprised) (?:to|if|when)|the))\b)"
        r"(?P<do>[a-z]+\b[^,.;!?\n]*)",
    ),
    pattern(  # what they should not do is no slot: "what gets crowded out by complaining" would turn it round
        "should",
        0.93,
        r"\bi\s+(?:really\s+|just\s+|still\s+|always\s+|probably\s+)*(?P<word>shouldn't|mustn't)\s+"
        r"(?!have\b|say\b|admit\b|be honest\b|probably\b)[a-z]+\b",
    ),
    pattern(
        "should_have",
        0.93,
        r"\bi\s+(?:really\s+|probably\s+)?(?P<word>should(?:n't)? have|could have|ought to have|"
        r"should've|could've|shouldve)\s+(?!to\b)(?P<what>[^,.;!?\n]+)",
    ),
    pattern("should", 0.92, r"\b(?:i've|ive)\s+(?P<word>got to)\s+(?P<do>[a-z]+\b[^,.;!?\n]*)"),
    pattern("had_to", 0.8, r"\b(?:i|we)\s+(?P<word>had to)\s+(?P<do>[a-z]+\b[^,.;!?\n]*)"),
    pattern(
        "duty",
        0.9,
        r"\b(?P<word>(?:it's|its|that's|thats|is) my job\b(?! (?:to lose|that))|(?:all|falls) on me|down to me|"
        r"left to me|it's me on|mine to|"
        r"(?:it|everything|all of it|all that|them|this|the lot) (?:all )?(?:by myself|on my own)|"
        r"i always (?:do|handle|sort|fix|organise|organize|host|pay) it|so i (?:organise|organize|do|"
        r"handle|sort|carry) it)\b",
    ),
    # Always and never, of oneself.
    pattern(
        "absolute_me",
        0.93,
        r"(?<!says )(?<!said )(?<!thinks )\bi(?:'ve|'m|'ll|ve|m|ll)?\s+(?P<word>always|never)\s+"
        r"(?!(?:had|got|was|knew|saw|met|went|did|been|lived|came|liked|loved|wanted|felt|cared|minded)\b|(?:actually|really|once|even)\b|said\b|"
        r"asked\b|told\b|applied\b|thought\b|showed\b|shown\b|learned\b|mentioned\b)",
    ),
    pattern(
        "never_had",
        0.9,
        r"\bi(?:'ve|ve)?\s+(?P<word>never)\s+(?:(?:actually|really|once|even)\s+)*"
        r"(?:had|got|was|knew|saw|met|lived|been|liked|loved|wanted|felt|cared|minded)\b",
    ),
    pattern("vow", 0.86, r"\bi(?:'d|\s+would)\s+(?P<word>never|always)\s+(?!have\b)[a-z]+"),
    pattern(
        "never_did",
        0.88,
        r"\bi(?:'ve|ve)?\s+(?P<word>never)\s+(?:(?:actually|really|once|even)\s+)*(?:asked|told|said|applied|thought|showed|shown|learned|"
        r"learnt|mentioned)\b",
    ),
    # Silences.
    pattern(
        "unsaid",
        0.95,
        r"(?:\bi\s+(?:just\s+|still\s+)?|(?<=[.!?,;] )|(?<=and )|(?<=so )|^)(?P<word>didn't say|"
        r"didnt say|said nothing|didn't tell|didnt tell|"
        r"haven't told|havent told|never told|"
        r"never asked|didn't ask|haven't asked|never said|don't say|didn't dare|didn't mention|"
        r"haven't said|hadn't said|kept quiet|"
        r"bit my tongue|deleted it|let it go|let everything go|can't tell (?:him|her|them|anyone|my)|"
        r"cant make it a thing|didn't put my name)\b",
    ),
    pattern("tell_myself", 0.96, r"\b(?P<word>i(?:'ve been| keep)? tell(?:ing)? myself)\b\s*(?P<what>[^,.;!?\n]*)"),
    pattern(
        "pretend",
        0.9,
        r"\bi(?:'ve| have)?\s+(?:just\s+|still\s+)?(?P<word>pretend(?:ed)?|nod(?:ded)?|clapped too|"
        r"laughed it off|move my lips|smiled anyway|went along)\b",
    ),
    pattern(
        "said_me",
        0.88,
        r"\bi\s+(?:just\s+|then\s+|always\s+|only\s+)?(?:said|say|wrote|told (?:him|her|them)|"
        r"answered|replied|texted|messaged)\b"
        r"[^.!?'\"“‘\n]{0,25}?",
        r"['\"“‘](?P<said>[^'\"“”‘’\n]{2,60}(?:['’][a-z][^'\"“”‘’\n]{0,50})?)[,.!?]?['\"”’](?!\w)",
        sentence=True,
    ),
    pattern(
        "did_me",
        0.86,
        r"\bi\s+(?:just\s+|then\s+|ended up\s+|always\s+)?(?P<word>said (?:yes|no|okay|ok|sounds good|"
        r"fine|whatever)|told (?:him|her|them) "
        r"(?:to|it|i|that)|snapped|agreed|apologised|apologized|laughed|gave in|shouted|yelled|"
        r"covered for|clapped|cut the cake|lied)\b",
    ),
)
