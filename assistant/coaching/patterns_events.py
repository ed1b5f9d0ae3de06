"""What a person says of how things go: exceptions, firsts, faults, repeats, numbers, reasons, pictures, turns."""

from __future__ import annotations

from assistant.coaching.handle_patterns import Pattern, pattern

PATTERNS_EVENTS: tuple[Pattern, ...] = (
    # Admissions of the world: exceptions, chances, firsts.
    pattern(
        "exception",
        0.9,
        r"\b(?P<word>nothing (?:bad )?(?:happened|broke)|nobody (?:died|minded|noticed|complained|"
        r"got hurt|stops me)|not all|not everyone|i'm not like that|it was fine|"
        r"just asked someone else|for once|the world didn't end|it held)\b",
    ),
    pattern(
        "first_time", 0.88, r"\b(?P<word>for the first time|the first time|first time|hadn't \w+ since|not since)\b"
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
    # Repetition and numbers.
    pattern(
        "again",
        0.8,
        r"(?<!try )\b(?P<word>again|third time|second time|fourth time|as usual|yet again|same (?:thing|old|"
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
        0.45,
        r"\b(?P<word>(?:\d[\d.,]*|eleven|twelve|fifteen|nineteen|twenty|thirty|forty|two|three|four|five|six|seven|"
        r"eight|nine|ten)\s+(?:hours?|days?|weeks?|months?|years?|nights?))\b",
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
        0.7,
        r"\b(?:because|cos|since(?=\s+(?:i|he|she|they|we|it|my|the \w+ \w+)\b))\s+(?P<what>(?!of\b|"
        r"i've been\b)[^,.;!?\n]{6,70})",
        sentence=True,
        match=True,
        longest=14,
        needs="what",
    ),
    pattern(
        "image",
        0.92,
        r"\b(?P<word>(?:like|as if|as though)\s+(?:a|an|i'm|i am|i was|i were|being|somebody|"
        r"you love)\s+[\w' -]{3,45})",
    ),
    pattern(
        "contrast",
        0.84,
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
