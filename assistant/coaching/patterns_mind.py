"""What a person does again, wants, weighs, feels and nearly says."""

from __future__ import annotations

from assistant.coaching.handle_patterns import Pattern, pattern

_FEELINGS = (
    r"angry|furious|sad|lonely|guilty|ashamed|scared|afraid|anxious|nervous|worried|hurt|jealous|tired|exhausted|"
    r"overwhelmed|stuck|lost|numb|empty|embarrassed|disappointed|frustrated|annoyed|resentful|bitter|upset|small|"
    r"invisible|torn|restless|homesick|low|flat|drained|tense|panicky|helpless|trapped|left out|rejected|in a mood|"
    r"sick|heavy|humiliated|hollow|raw|on edge|fed up|miserable|heartbroken|devastated|livid"
)
_UNWANTED = (
    r"fail|lose|mess|regret|end up|get (?:fired|sacked|caught|old|sick)|cry|scream|die|ruin|"
    r"disappoint|let (?:him|her|them|"
    r"everyone)|miss|need|hurt|break|crack|explode|snap|have to|look (?:like|stupid)|hate|never|always"
)
"""What nobody means to do: "I'm going to fail" is a fear, and must not be asked about as a plan."""
_GLAD = r"relieved|proud|happy|calm|excited|grateful|content|hopeful|pleased|light|peaceful|delighted"

PATTERNS_MIND: tuple[Pattern, ...] = (
    # What one keeps doing, stopped, put off.
    pattern(
        "keep",
        0.88,
        r"\bi(?:'ve)?\s+(?:just\s+|still\s+)?(?P<word>keep|kept|can't stop|cant stop|can't help|"
        r"end up|ended up)\s+(?P<doing>(?!failing|losing|hurting|disappointing|ruining|meaning)[a-z]+ing\b[^,.;!?\n]*)",
        needs="doing",
    ),
    pattern(
        "keep_meaning",
        0.95,
        r"\bi\s+(?P<word>keep meaning|kept meaning|was meaning)\s+to\s+(?P<do>[a-z]+\b[^,.;!?\n]*)",
        needs="do",
    ),
    pattern(
        "was_going",
        0.9,
        r"\bi\s+(?P<word>was going|meant|had meant|was about|nearly went)\s+to\s+(?P<do>(?!be\b)[a-z]+\b[^,.;!?\n]*)",
        needs="do",
    ),
    pattern(
        "still",
        0.84,
        r"\bi\s+(?P<word>still)\s+(?P<do>(?!feel|have|had|am|was|don't|can't|think|love|want|need|owe|live|"
        r"miss)[a-z]+\b(?![^.!?\n]*\b(?:this (?:morning|afternoon|evening|week)|today|yesterday|tonight|last \w+)\b)"
        r"[^,.;!?\n]*)",
        needs="do",
    ),
    pattern("deserve", 0.93, r"\bi\s+(?P<word>(?:don't |didn't )?(?:deserve|deserved))\b"),
    pattern(
        "lied",
        0.92,
        r"\b(?P<word>(?:caught myself )?(?<!at )lying(?! (?:down|there|here|in|on|awake|around|under|flat|still|next"
        r"|beside|back|low)\b)|lied|made (?:it|that|something) up|covered it up|"
        r"in the dark|in secret)\b",
    ),
    pattern(
        "stopped",
        0.88,
        r"(?<!since )(?<!before )(?<!after )(?<!until )(?<!when )"
        r"\bi(?:'ve)?\s+(?:just\s+|also\s+)?(?P<word>stopped|quit|gave up|given up|avoid|"
        r"put off)\s+(?P<doing>[a-z]+ing\b[^,.;!?\n]*)",
        needs="doing",
    ),
    pattern(
        "started",
        0.86,
        r"\bi(?:'ve| have)?\s+(?:just\s+|also\s+)?(?P<word>started|begun|"
        r"begin)\s+(?P<doing>[a-z]+ing\b[^,.;!?\n]*)",
        needs="doing",
    ),
    pattern("used_to", 0.92, r"\b(?:i|we)\s+(?P<word>used to)\s+(?P<do>[a-z]+\b[^,.;!?\n]*)", needs="do"),
    pattern(
        "dislike",
        0.92,
        r"\bi\s+(?:really\s+|just\s+)?(?P<word>hate|can't stand|cant stand|dread|"
        r"can't bear)\s+(?P<what>(?!(?:it|them|that|this|him|her|behind|up|by|for|in|at|on|around|back|here|there|"
        r"over|next|with)\b)[^,.;!?\n]+)",
        needs="what",
    ),
    pattern(
        "delight",
        0.84,
        r"\bi\s+(?:really\s+|just\s+|quite\s+)?(?P<word>love|loved|enjoy|enjoyed|like|"
        r"liked)\s+(?P<what>(?!(?:to|it|them|that|this|him|her|is|are|most|about|best)\b)[^,.;!?\n]+)",
        needs="what",
    ),
    pattern(
        "cannot",
        0.84,
        r"(?:\bi\s+(?:just\s+|really\s+|still\s+)?|(?<=[.!?;] )(?:just |still )?|^(?:just |still )?)"
        r"(?P<word>can't|cannot|cant|couldn't|won't be able to|"
        r"don't know how to)\s+"
        r"(?!sleep|stand(?! (?:behind|up|by|next))|"
        r"wait|believe|imagine|help|remember|think|say\b|tell if|bear|stop|decide|"
        r"(?:you|he|she|they|we)\b|be happier|care less|(?:(?:really|exactly) )?(?:complain|grumble))"
        r"(?P<do>[a-z]+\b[^,.;!?\n]*)",
    ),
    # Wants.
    pattern(
        "want_other",
        0.94,
        r"\bi(?:'d)?\s+(?:just\s+|really\s+|suppose i\s+|think i\s+)?(?P<word>want|wanted|need|wish|"
        r"would like|'d like)\s+(?P<who>him|her|them|people|somebody|someone|my \w+|"
        r"(?-i:[A-Z][a-z]+))\s+(?:to\s+|would\s+)(?P<do>[^,.;!?\n]+)",
        needs="who do",
    ),
    pattern(
        "want",
        0.87,
        r"\bi(?:'d)?\s+(?:just\s+|really\s+|only\s+)?(?P<word>want(?:ed)?|would love|love|would like|"
        r"like|was hoping|hoped|wish i could)\s+to\s+(?P<do>(?!say\b|answer\b|tell\b|reply\b)[a-z]+\b[^,.;!?\n]+)",
        needs="do",
    ),
    pattern(
        "would_say",
        0.9,
        r"\bi'?d\s+(?:(?:want|like|have)\s+to\s+)?(?:just\s+)?"
        r"(?P<word>say|answer|reply|tell (?:him|her|them|my \w+))\b",
    ),
    pattern(
        "want",
        0.86,
        r"\bi'd\s+(?P<word>love|like)\s+to\s+(?P<do>(?!say\b|answer\b|tell\b|reply\b)[a-z]+\b[^,.;!?\n]+)",
        needs="do",
    ),
    pattern(
        "wish",
        0.9,
        r"\b(?P<word>i wish|would have been nice|what i (?:actually |really )?want(?:ed)?|all i want|"
        r"i just want|i miss|i'd rather|i should (?:(?:very much|dearly|so|really) )?(?:like|love))\b",
    ),
    pattern(
        "dont_want",
        0.9,
        r"(?:\bi\s+|(?<=[.!?;] )|^)(?P<word>don't want to|didn't want to|dont want to|"
        r"never wanted to)\s+(?P<do>[a-z]+\b[^,.;!?\n]*)",
        needs="do",
    ),
    pattern(
        "swore",
        0.92,
        r"\bi\s+(?P<word>swore|promised myself|vowed|said i'd never|said id never|"
        r"always said i'd never|always said i would never|always said i)\b",
    ),
    # Choices, steps and possibilities.
    pattern("choice", 0.95, r"\b(?P<word>whether to (?:[\w'’]+ ?){1,7})(?=[,.;!?\n]|$)", match=True),
    pattern(
        "choice",
        0.92,
        r"\b(?P<word>either [^.!?\n]{3,60}? or|"
        r"torn between|two offers|two paths|"
        r"can't decide|decided something different|do i [\w ]{2,40} or)\b",
    ),
    pattern(
        "intend",
        0.78,
        r"\b(?P<word>i'll|i will|i shall|i'm going to|i'm gonna|im gonna|i plan to|"
        r"i've decided to)\s+(?:probably\s+|just\s+)?(?P<do>(?!be\b|mean\b|know\b|tell you\b|say this\b|"
        + _UNWANTED
        + r")[a-z]+\b[^.;!?\n]*)",
        needs="do",
    ),
    pattern(
        "could",
        0.76,
        r"\b(?P<word>maybe|perhaps)\s+i\s+(?:just\s+)?(?P<do>(?:ring|phone|telephone|call|text|email|write|visit|meet|ask|tell"
        r"|speak|talk|cook|bring|send|sign|book|go|take|start|try|leave|give|stop|wait|let)\b[^,.;!?\n]*)",
        needs="do",
    ),
    pattern(  # the plain present, with its day: "tomorrow after the shift I ring her"
        "intend",
        0.78,
        r"\b(?:tomorrow|tonight|(?:on|next|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day|next week)\b"
        r"(?![^.;!?\n]*\b(?:every|always|usually|never|when|if)\b)[^.;!?\n]{0,50}[, ]\s*(?P<word>i)\s+"
        r"(?P<do>(?:ring|phone|telephone|call|text|email|write|visit|meet|ask|tell|speak|talk|cook|bring|send|sign|book|go|take|start)\b"
        r"[^.;!?\n]*)",
        sentence=True,
        needs="do",
    ),
    pattern(
        "could",
        0.76,
        r"(?<!before )(?<!like )(?<!thought )(?<!said )(?<!wish )"
        r"\bi\s+(?P<word>could|might|may)\s+(?:just\s+|always\s+)?(?P<do>(?!have\b|"
        r"be\b|stop\b|help\b|see\b|hear\b|feel\b|tell\b|smell\b|remember\b|" + _UNWANTED + r")[a-z]+\b[^,.;!?\n]*)",
        needs="do",
    ),
    # Turns of mind: what they nearly said.
    pattern(
        "admit",
        0.97,
        r"\b(?:if i'm honest|if i am honest|to be honest|honestly|truth is|i'll admit|i admit|"
        r"the (?:boring )?truth is|if i'm being honest|i must admit|tbh)\b[,:]?\s*(?:i (?:think|"
        r"suppose|guess)\s+)?(?P<at>(?!what|was|is|do|did|am)\w+)\b[^,.;!?\n]*",
        sentence=True,
    ),
    pattern(
        "suppose",
        0.9,
        r"\b(?:i suppose|i think|part of me|maybe)\s+(?P<at>i)\b(?!'m (?:going|just)|'ll\b|\s+(?:think|"
        r"should|need|could|will|can|might|ring|phone|telephone|call|text|write|visit|ask|tell|speak|talk|go|send|try))[^,.;!?\n]*",
    ),
    pattern(
        "own_doing",
        0.92,
        r"\b(?P<word>that's mine|it's me who|it was me|i didn't ask|i might have|"
        r"part of me|i went along)\b",
    ),
    pattern(
        "puzzle",
        0.92,
        r"\b(?P<word>i don't (?:even |really )?know (?:why|what|how|if|whether|where|who|which)|"
        r"no idea (?:why|what|how)|i can't tell (?:if|whether|what|why)|"
        r"i cant tell (?:if|whether|what|why)|"
        r"i (?:honestly )?couldn't tell you (?:why|what|how)|why do i|why am i|why can't i|i wonder|"
        r"can't remember why)\b",
    ),
    pattern(
        "odd",
        0.9,
        r"\b(?P<word>that's (?:a |the )?(?:weird|odd|strange|funny)|still odd|weird thing|"
        r"it's strange|i thought i'd feel)\b",
    ),
    pattern(
        "fault_me",
        0.94,
        r"\b(?P<word>my (?:own )?fault|because of me|i deserve|i blame myself|i've ruined|i wreck|"
        r"i ruined)\b",
    ),
    # Feelings, by their own words.
    pattern(
        "feeling",
        0.9,
        r"(?<!if )(?<!that )(?<!thinks )\b(?:i\s+(?:just\s+|still\s+)?(?:feel|felt)|i'm|im|i am|i was|i've been|"
        r"ive been|makes me|made me|left me|(?<!he's )(?<!hes )(?<!she's )(?<!shes )(?<!has )(?<!it's )been|feeling)\s+"
        r"(?:(?:so|really|very|a bit|quite|kind of|sort of|just|too|properly|completely|a little|also)\s+)*(?P<word>"
        + _FEELINGS
        + r")\b",
    ),
    pattern(
        "glad",
        0.9,
        r"\b(?:i\s+(?:just\s+|still\s+)?(?:feel|felt)|i'm|im|i am|i was|makes me|made me|feeling|"
        r"so)\s+(?:(?:so|really|very|a bit|quite|kind of|sort of|just|also)\s+)*(?P<word>" + _GLAD + r")\b",
    ),
    pattern(
        "body",
        0.9,
        r"\b(?P<word>my (?:stomach|chest|throat|hands|jaw|shoulders)|"
        r"my heart (?:pound\w*|rac\w+|sank|hurts?|ach\w+|was)|slept badly|didn't sleep|"
        r"can't sleep|cant sleep|awake since|hot in the face)\b|\bi(?:'ve| have| was|'m| am|'d)? (?:\w+ )?"
        r"(?P<at>cried|crying|in tears|shaking|weeping)\b",
    ),
    pattern(
        "afraid",
        0.94,
        r"\bi(?:'m| am|'ve been| was)\s+(?:so\s+|a bit\s+|really\s+)?(?P<word>afraid|scared|terrified|"
        r"worried|nervous)\s+(?:that\s+|of\s+|about\s+)?(?P<what>(?!and\b|but\b)[^,.;!?\n]{4,})",
        needs="what",
    ),
    # Smallness and hedges.
    pattern(
        "only",
        0.86,
        r"\b(?:it's|its|it was|that's|it is|just|but it's)\s+(?P<word>(?:only|just)\s+(?:a|an|the|one|"
        r"my)\s+[\w-]+(?:\s[\w-]+)?)\s*[.!?]?$",
    ),
    pattern(
        "denied",
        0.7,
        r"\b(?P<word>(?:which is|it's|i'm|that's) (?:fine|okay|ok)\b|(?:it )?doesn't matter|"
        r"(?:(?<=\bi )|(?<=^)|(?<=[.,!?] )|(?<=just )|(?<=really )|(?<=but ))(?:don't|dont) care|"
        r"no big deal|not a big deal|not that deep|not bothered|i don't mind)\b",
    ),
    pattern(
        "denied",
        0.94,
        r"\b(?P<word>(?:i'm|im|i am) not (?:even |really |actually )?"
        r"(?:jealous|angry|upset|bothered|sad|hurt|worried|ashamed|lonely|cross|disappointed|bitter|offended|scared))\b",
    ),
    pattern(
        "fine",
        0.42,
        r"\b(?P<word>fine i guess|i guess|(?<!\bor )whatever|work was work|the usual|same as ever|so-so)\b",
    ),
    pattern("hedge", 0.5, r"\b(?P<word>kind of|sort of|basically|more or less|nearly|almost|technically)\b"),
    pattern(
        "late",
        0.88,
        r"\b(?P<word>by now|too late|too old|at my age|behind everyone|still haven't|wasted|waste of|"
        r"all that time|at this point)\b",
    ),
)
