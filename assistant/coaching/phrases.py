"""Cut a stretch of the person's words short enough to be said back, and never in the middle of a thought."""

from __future__ import annotations

import re

from assistant.coaching.lexicon import (
    AUXILIARIES,
    BASE_OF,
    BASES,
    CONJUNCTIONS,
    DANGLING,
    DETERMINERS,
    GERUNDS,
    MAY_END_A_CLAUSE,
    NOUN_TOO,
    PASTS,
    PREPOSITIONS,
    PRONOUNS,
    SUBJECTS,
    is_verb,
)
from assistant.coaching.tokens import Token, tokens
from assistant.core.span import Span

LONGEST_QUOTE = 9
"""Words in a quoted phrase: longer ones read as a transcript, not as an ear (none in COACHING.md has more)."""
LONGEST_TURNED = 8
_RATHER_WHOLE = 2
"""So many words more are read rather than a clause cut short."""

_UNSAFE = re.compile(r"[^\w\s'’,\-%£$€&/.:]|(?<!\d):|:(?!\d)|[.](?=\s)|[\r\n\t]|  ")
PARTICLES = frozenset("up down off out back away".split())
"""After a verb or its object these belong to the verb ("turned them down"), so no phrase ends before them."""
SOFT_OPENINGS = frozenset(
    (*(("i", verb) for verb in ("think", "suppose", "guess", "mean")), ("i'm", "saying"), ("it", "means"))
)
"""A quotation begins after these where the charged words come later: "I think I only said yes" → "I only said yes"."""
_ASKING = frozenset("what how why whether where whose whom".split())
"""What follows these is what was asked, known or said."""
_JOINED = frozenset("and or nor".split())
_INSEPARABLE = frozenset("of like than as without except despite between if unless".split())
"""A phrase that ends before these says something else: "he left | without a word", "I would go | if he asked"."""
_TIMES = frozenset(
    "before after since until till during while when because although though whereas unless once".split()
)
"""What may follow a verb without completing it."""
_KNOWING = frozenset(
    "know knew remember remembered decide decided forget forgot ask asked asks tell told wonder wondered see saw say "
    "said says show showed".split()
)
_TO_DO = frozenset("meant supposed used asked told allowed expected made forced known going".split())
"""What one is meant, asked or told belongs to the verb."""
_LINKING = frozenset(
    "am is are was were be been being feel felt feels seem seems seemed get gets got so too really quite i'm "
    "he's she's they're we're it's im hes shes".split()
)
"""Before an adjective, whose preposition then belongs to it: "she was good | about it"."""
_TURNS_IT = frozenset(
    "no not never without nor neither none nobody nothing hardly barely cannot cant dont doesnt didnt wont isnt wasnt "
    "arent werent couldnt wouldnt shouldnt havent hasnt hadnt aint if unless whether pretend pretends pretended "
    "pretending imagine imagined imagining wish wished wishing doubt doubted".split()
)
"""A quotation that begins after one of these claims what was denied, supposed or wished."""
_NOT_YET = frozenset("before until till".split())
"""What somebody does after these is not done, or not yet: "before he asks again" quoted as "he asks again" is."""
_HELPING = frozenset("would could will can has have".split())
_HANGING_BE = frozenset({"is", "was", "are", "were"})
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
"""What follows these says which one is meant: "the only one | who ever apologises" is somebody else."""
_PASSIVE = frozenset({"be", "been", "being", "get", "was", "were", "is", "are"})
_SUBJECTS = SUBJECTS | frozenset(
    "i'm i've i'd i'll he's she's they're we're they've we've it's everyone everybody nobody somebody".split()
)
_SOMEBODY = _SUBJECTS | DETERMINERS | PRONOUNS
_SOMEWHERE = frozenset("put keep tell stick lay".split())
_WHERE = frozenset("in on into onto at under behind by over inside through".split())
"""Where a thing is put, and over what somebody is told something, belongs to the verb."""
_SOMEBODY_TO = frozenset("tell ask teach remind invite force allow expect help want need beg get".split())
_LAST_ADVERBS = frozenset(
    "sooner later earlier again anyway though too either yet today tonight yesterday tomorrow".split()
)
_NEARLY_ALL = 3
"""Words that a quotation may lose for a better end."""
_OPENERS = frozenset("to of for with about in on at by from into like than as".split())


def quotable(phrase: str) -> bool:
    """Say whether the phrase can stand between quotation marks: plain words, no markup, no speech within speech."""
    single = len(re.findall(r"(?<!\w)['’]|['’](?!\w)", phrase))
    return bool(phrase.strip()) and not _UNSAFE.search(phrase) and single == 0


def cut_quote(text: str, clause: Span, anchor: Span, longest: int = LONGEST_QUOTE) -> Span | None:
    """Return the stretch of the clause around the anchor that is best quoted; None where none is clean."""
    words = tokens(text, clause)
    at = next((place for place, word in enumerate(words) if word.span.overlaps(anchor)), None)
    if at is None or _lost_its_subject(text, clause, words):
        return None
    starts = _starts(words, at, longest)
    complete = [first for first in starts if first < at or first == starts[0]]
    for first, last in [
        *((first, _whole(words, first, longest)) for first in complete),
        *((first, _whole(words, first, longest + _RATHER_WHOLE)) for first in complete),
        *((first, _end(words, first, at, anchor, longest)) for first in starts),
    ]:
        if last is None:
            continue
        span = Span(words[first].span.start, words[last].span.end)
        if quotable(span.of(text)):
            return span
    return None


def _lost_its_subject(text: str, clause: Span, words: list[Token]) -> bool:
    """Say whether an aside between commas parts a verb from who does it: "my wife, bless her, | would say"."""
    return words[0].lower in _HELPING and text[: clause.start].rstrip().endswith(",")


def _whole(words: list[Token], first: int, longest: int) -> int | None:
    """Return the last word of the clause where all of it from `first` on can be quoted."""
    last = len(words) - 1
    likened = last > 0 and words[last].lower == "though" and words[last - 1].lower in {"as", "even"}
    hangs = likened or (_hangs(words[last]) and words[last].lower not in MAY_END_A_CLAUSE)
    return None if hangs or last - first >= longest else last


def cut_phrase(text: str, start: int, end: int, longest: int = LONGEST_TURNED) -> str | None:
    """Return the words from `start` on, ended where a phrase may end, at most `longest`; None where it cannot."""
    words = tokens(text, Span(start, end))
    if not words:
        return None
    if len(words) > longest:
        stops = [n for n in range(2, longest + 1) if _stops_after(words, n - 1) or _names_a_thing(words, n)]
        if not stops:
            return None
        words = words[: stops[-1]]
    whole = bool(words) and not tokens(text, Span(words[-1].span.end, end))
    while words and _hangs(words[-1]) and not (whole and words[-1].lower in MAY_END_A_CLAUSE):
        words, whole = words[:-1], False
    phrase = text[words[0].span.start : words[-1].span.end] if words else ""
    return phrase if quotable(phrase) else None


def _names_a_thing(words: list[Token], n: int) -> bool:
    """Say whether a thing is named in full before what more is said of it: "the old boat | that he left us"."""
    return words[n].lower in {"that", "which"} and any(one.lower in DETERMINERS for one in words[max(0, n - 3) : n - 1])


def _starts(words: list[Token], at: int, longest: int) -> list[int]:
    """Return where a quotation may begin, best first: the clause's start, then the nearest subject, then the anchor.

    It never begins after a word that turns what follows: of "no more sugar" there is no "more sugar".
    """
    soft = 2 if len(words) > 3 and (words[0].lower, words[1].lower) in SOFT_OPENINGS and at >= 2 else 0
    if len(words) > soft + 3 and _only_joins(words, soft) and at >= max(1, soft):
        soft += 1  # "That | I'm not safe", in answer to a question
    if words[0].lower in _HANGING_BE and at >= 1:
        soft = 1  # "which | is what I always say"
    starts = [soft] if at - soft < longest + _RATHER_WHOLE - 1 else []
    back = next(
        (
            n
            for n in range(at, max(-1, at - longest + 1), -1)
            if words[n].lower in _SUBJECTS and not _is_object(words, n)
        ),
        None,
    )
    starts += [back] if back is not None else []
    free = next((n for n, word in enumerate(words) if turns_what_follows(word)), len(words))
    return [
        n
        for n in dict.fromkeys([*starts, at])
        if n <= max(free, soft)
        and (n in (soft, at) or words[n].lower not in _OPENERS)
        and not (n > soft and _within_what_is_not_so(words, n))
    ]


def _within_what_is_not_so(words: list[Token], n: int) -> bool:
    """Say whether a word stands in what somebody is to do before or until something, or in what only seems so."""
    for place, word in enumerate(words[:n]):
        seems = word.lower == "though" and place > 0 and words[place - 1].lower == "as"
        if not seems and not (word.lower in _NOT_YET and _somebody_does(words, place + 1)):
            continue
        if place > 0 or n - place <= _NEARLY_ALL or not any(one.lower in _SUBJECTS for one in words[place + 2 : n + 1]):
            return True  # "Before I got married | I could sit still" begins with the clause that it belongs to
    return False


def _somebody_does(words: list[Token], n: int) -> bool:
    """Say whether somebody and what they do stand there: "before | my aunt asks", not "before breakfast"."""
    subject = n < len(words) and (words[n].lower in _SOMEBODY or words[n].text[0].isupper())
    return subject and any(is_verb(one.lower) for one in words[n + 1 : n + 4])


def _is_object(words: list[Token], n: int) -> bool:
    """Say whether an *it* belongs to the verb before it: "did | it again"."""
    return (
        n > 0
        and words[n].lower == "it"
        and words[n - 1].lower in PASTS | GERUNDS | {"do", "to"} - AUXILIARIES | {"did"}
    )


def _only_joins(words: list[Token], n: int) -> bool:
    """Say whether "that" opens a clause here and points at nothing."""
    following = words[n + 1]
    return words[n].lower == "that" and (
        following.lower in _SUBJECTS | DETERMINERS | {"nobody", "everyone"} or following.text[0].isupper()
    )


def turns_what_follows(word: Token) -> bool:
    """Say whether the word denies, supposes or wishes what comes after it."""
    return word.lower in _TURNS_IT or word.lower.endswith("n't")


def _end(words: list[Token], first: int, at: int, anchor: Span, longest: int) -> int | None:
    reach = max((n for n, word in enumerate(words) if word.span.overlaps(anchor)), default=at)
    limit = min(len(words) - 1, first + longest - 1)
    if reach > limit:
        return None
    natural = [n for n in range(limit, reach - 1, -1) if _stops_after(words, n)]
    natural = [n for n in natural if n - first >= 1]
    if natural:  # a verb at the end still looks for its complement: "every penny she's paid | for"
        near = (n for n in natural if natural[0] - n <= _NEARLY_ALL)
        return next((n for n in near if words[n].lower in NOUN_TOO or not is_verb(words[n].lower)), natural[0])
    plain = [n for n in range(limit, reach - 1, -1) if not _hangs(words[n])]
    return plain[0] if plain and limit == len(words) - 1 else None


def _stops_after(words: list[Token], n: int) -> bool:
    """Say whether a phrase may end with this word and leave the rest of its clause unsaid."""
    if _hangs(words[n]):
        return False
    if n + 1 >= len(words):
        return True
    following = words[n + 1].lower
    if n + 2 == len(words) and following in _LAST_ADVERBS and not is_verb(words[n].lower):
        return True  # "made him go to the doctor | sooner"
    verb_next = n + 2 < len(words) and words[n + 2].lower in BASES
    doing = next((one.lower for one in reversed(words[: n + 1]) if is_verb(one.lower) or one.lower in GERUNDS), "")
    if (
        BASE_OF.get(doing) in _SOMEWHERE
        and following in _WHERE
        and not {one.lower for one in words[1 : n + 1]} & _WHERE
    ):
        return False  # "put the beads | in a row"
    if BASE_OF.get(doing) in _SOMEBODY_TO and following == "to" and verb_next:
        return False  # "told the driver | to wait"
    passive = n > 0 and words[n].lower in PASTS - _TO_DO and words[n - 1].lower in _PASSIVE
    if following == "to" and verb_next and passive:
        return True  # "needs to be feared | to get anything done"
    if following == "in" and n + 2 < len(words) and words[n + 2].lower == "law":
        return False  # "the daughter | in law" is another woman
    if following in _JOINED:
        return _ends_an_act(words, n)
    if following == "as" and n + 2 < len(words) and words[n + 2].lower in {"soon", "long"}:
        return not _looks_for(words, n, following)  # "as if" and "as though" hold what is meant
    if following in _RELATIVE | _INSEPARABLE | PARTICLES or following not in PREPOSITIONS | CONJUNCTIONS | _ASKING:
        return False
    return not _looks_for(words, n, following)


def _ends_an_act(words: list[Token], n: int) -> bool:
    """Say whether an act is whole before "and" and another one begins after it: half of "bread and butter" is not."""
    after = words[n + 2].lower if n + 2 < len(words) else ""
    if n + 3 < len(words) and words[n + 2].text[0].isupper() and is_verb(words[n + 3].lower):
        return True  # "I cried a little | and Ruth looked away"
    told = any(word.lower in PASTS for word in words[:n])
    return told and after in PASTS and after not in AUXILIARIES and words[n].lower not in PASTS


def _looks_for(words: list[Token], n: int, following: str) -> bool:
    """Say whether what follows completes what was said: a verb's object, what was asked, what one is good at."""
    word, before = words[n].lower, words[n - 1].lower if n else ""
    verb = is_verb(word) and not (word in NOUN_TOO and before in DETERMINERS)
    if following in _ASKING:
        return True
    if following == "when":
        return verb or (word in PRONOUNS and is_verb(before)) or bool({word, before} & _KNOWING)
    if following in _TIMES:
        return False
    return verb or word in GERUNDS or word in PRONOUNS or before in _LINKING


def _hangs(word: Token) -> bool:
    return word.lower in DANGLING
