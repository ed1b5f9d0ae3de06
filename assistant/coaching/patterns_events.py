"""What a person says of how things go: exceptions, firsts, faults, repeats, numbers, reasons, pictures, turns."""

from __future__ import annotations

from assistant.coaching.handle_patterns import Pattern, pattern

_ON = r"(?:\s+(?!(?:and|but|then|when|because|so|or|if|while|he|she|they|i|it|we)\b)[\w'’]+)"
"""One more word of the same clause."""

_NOT_LIKING = (
    r"(?<!\bi )(?<!\bwe )(?<!\byou )(?<!\bthey )(?<!would )(?<!'d )(?<!\bto )(?<!n't )(?<!nt )(?<!not )(?<!also )"
)
"""Before a "like" that is no verb."""
_IS_LIKE = (
    r"\b(?:is|are|am|was|were|be|been|being|feel|feels|felt|feeling|look|looks|looked|sound|sounds|sounded|seem|seems|"
    r"seemed|smells?|it's|its|that's|he's|she's|they're|i'm|im|hes|shes|you're|lives?|(?:treat|use)\w* (?:me|us)|"
    r"made me feel)\s+(?:(?:a bit|just|almost|more|all|still|somehow|so|kind of|sort of)\s+)?"
)
"""Where a likeness is what is said; after a deed, "she ran in like a hare", it is only how it was done."""

PATTERNS_EVENTS: tuple[Pattern, ...] = (
    # Admissions of the world: exceptions, chances, firsts.
    pattern(
        "exception",
        0.9,
        r"(?<!like )(?<!as if )\b(?P<word>nothing (?:bad )?(?:happened|broke)|nobody (?:died|minded|noticed|complained|"
        r"got hurt|stops me)|not all|not everyone|i'm not like that|it was fine|"
        r"just asked someone else|for once|the world didn't end|it held)\b",
    ),
    pattern(
        "first_time",
        0.88,
        r"\b(?P<word>for the first time|(?:(?<=\bis )|(?<=\bwas )|(?<='s )|(?<=\bits )|(?<=\bbe ))the first time"
        r"|(?<!the )first time|the first time(?!\s+(?:i|he|she|we|they|you|it)\b)|hadn't \w+ since|not since)\b",
    ),
    pattern(
        "fault",
        0.93,
        r"\b(?P<word>(?:his|her|their|whose) fault|because of (?:him|her|them|(?-i:[A-Z]\w+))|"
        r"to blame)\b",
    ),
    pattern(
        "unfair",
        0.88,
        r"\b(?P<word>with his name on|with her name on|my idea|took the credit|my numbers|"
        r"without asking|didn't ask|didnt ask|behind my back)\b",
    ),
    # Small words that carry the charge, comparisons, and a measure of one's own.
    pattern(
        "small_word",
        1.0,
        r"\b(?P<word>just)\s+(?P<what>(?!been\b|got\b|now\b|a\b|the\b|one\b|like\b|in\b|wanted?\b|so\b)"
        r"(?:stood|sat|lay|stared|looked|nodded|carried on|kept|walked|went|left|put|froze|watched|smiled|said|asked|"
        r"stopped|shrugged|let|forgot|hung|drove|ate)\b" + _ON + r"{0,4})",
        match=True,
        longest=7,
    ),
    pattern(
        "small_word",
        0.93,
        r"\b(?P<word>(?:not |didn['’]?t |doesn['’]?t |couldn['’]?t |don['’]?t |can['’]?t |won['’]?t )?even)\s+"
        r"(?!if\b|though\b|when\b|slightly\b|now\b)[a-z]+",
    ),
    pattern(
        "small_word",
        0.9,
        r"(?:^|(?<=[.!?] ))"
        r"(?P<word>only)\s+(?!like\b(?=\W*$))[\w'’-]+(?:\s+[\w'’-]+){0,3}(?=[.!?]|$)",
        match=True,
        longest=5,
    ),
    pattern(
        "small_word",
        0.86,
        r"\b(?P<word>without)\s+(?:even\s+|so much as\s+)?\w+ing\b" + _ON + r"{0,2}",
        match=True,
        longest=5,
    ),
    pattern(
        "comparison",
        0.95,
        r"\b(?:which is|that(?:'s| is|s)|it(?:'s| is|s)|this is|made (?:it|that)|feels|felt|is|was)\s+"
        r"(?:even\s+|so much\s+|somehow\s+|almost\s+)?(?P<word>worse|easier|harder|lonelier|quieter)"
        r"(?:\s+than\s+(?P<what>[^,.;!?\n]{3,40}))?",
        sentence=True,
        match=True,
    ),
    pattern(
        "standard",
        1.05,
        r"\b(?:never be|not be|be|become|becoming|turn(?:ed|ing)? into|being|that)\s+(?P<word>that (?!one\b|kind\b|"
        r"sort\b|way\b|bad\b|good\b|big\b|much\b|old\b|night\b|day\b|time\b|week\b|point\b)[a-z]+)(?=[.!,;?]|$)",
    ),
    # Repetition and numbers.
    pattern(
        "again",
        0.8,
        r"(?<!try )\b(?P<word>again|(?:second|third|fourth) time(?! luck)|as usual|yet again|same (?:thing|old|"
        r"as))\b",
    ),
    pattern(
        "every",
        0.84,
        r"\b(?P<word>every (?:year|week|sunday|monday|tuesday|wednesday|thursday|friday|saturday|day|"
        r"night|evening|time))\b",
    ),
    pattern(
        "span",
        0.32,
        r"(?<!\bin )(?<!\bin about )(?<!takes )(?<!\btake )(?<!within )(?<!next )(?<!another )(?<!maybe )(?<!only )"
        r"\b(?P<word>(?:\d[\d.,]*|eleven|twelve|fifteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy)(?:-\w+)?|two|three|four|five|six|seven|"
        r"eight|nine|ten)\s+(?:hours?|days?|weeks?|months?|years?|nights?))\b"
        r"(?!\s+(?:after|before|later|late|early|ago|from|old|(?:is|are) only|to go|left|away)\b)",
    ),
    pattern(
        "counting",
        0.74,
        r"\b(?P<word>(?:\d[\d.,]*|eleven|twelve|nineteen|forty|two|three|four|five|six|seven|eight|nine|ten)\s+"
        r"(?:times|lists|messages|drafts|versions|calls|lasagnes))\b",
    ),
    # Reasons, pictures and turns.
    pattern(
        "because",
        0.3,
        r"\b(?:because|cos)\s+(?P<what>(?!of\b|"
        r"i've been\b)[^,.;!?\n]{6,70})",
        sentence=True,
        match=True,
        longest=14,
        needs="what",
    ),
    pattern(
        "image",
        0.96,
        _NOT_LIKING + r"\b(?P<word>(?:as if|as though|like)\s+"
        r"(?:i'm|i am|i was|i were|being|somebody|you love)\s+[\w' -]{3,45})",
    ),
    pattern(
        "image",
        0.96,
        r"(?:^|(?<=[.!?,] )|" + _IS_LIKE + r")(?P<word>(?:as if|as though|like)\s+"
        r"(?!an? (?:loser|failure|fraud|idiot|fool|coward|mess|child|burden|bad|terrible|useless|"
        r"lot|bit)\b)an?\s+[\w' -]{3,45})",
    ),
    pattern(
        "contrast",
        0.84,
        r"(?:^|[.!?;,:]\s+)(?:and |so |well )?"
        r"(?P<before>(?:i|it|he|she|they|we|the|my)\b[^,.;!?\n]{6,50}?),?\s+(?:but|yet|though|"
        r"although|and instead)\s+(?P<after>[^,.;!?\n]{6,55})",
        sentence=True,
        match=True,
        longest=20,
        needs="before after",
    ),
    pattern(
        "both",
        1.02,
        r"\bi(?:'m| am| feel)\s+(?P<before>[\w' ]{3,30}?)\s+(?:and|"
        r"but) i(?:'m)?\s+(?:also\s+)(?P<after>[\w' ]{3,40})",
        sentence=True,
        match=True,
        longest=20,
        needs="before after",
    ),
)
