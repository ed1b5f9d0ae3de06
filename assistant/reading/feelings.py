"""Find the feelings that a person names of themselves, with how strongly they name them.

**Source** the word groups follow Plutchik's intensities (Emotion: A Psychoevolutionary Synthesis, 1980): annoyed below
angry below furious. Words that diaries use for the weather, the food or other people count only where they are owned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant.core.reading import Feeling
from assistant.core.span import Span
from assistant.reading.sentences import split_sentences

STRONG: Final = 0.7
"""From here on a feeling comes before anything else in a turn: "angry" and "so sad" do, "annoyed" does not."""

_LIFT: Final = 0.2
_LESSEN: Final = -0.3

_BY_STRENGTH: Final[dict[float, str]] = {
    0.95:
        "devastated heartbroken terrified furious livid despairing distraught inconsolable petrified enraged"
        " seething broken shattered crushed horrified "
    "humiliated mortified hysterical desperate grief-stricken ecstatic elated overjoyed euphoric panicking",
    0.75:
        "angry scared afraid frightened ashamed grieving heartsick overwhelmed panicky raging miserable betrayed"
        " wretched hopeless "
    "helpless gutted disgusted thrilled overcome burning sobbing trapped anguished resentful rejected worthless",
    0.6:
        "sad lonely guilty hurt anxious worried jealous envious bitter upset numb empty lost embarrassed"
        " disappointed frustrated exhausted drained "
    "abandoned homesick torn stressed stuck invisible unwanted proud happy excited relieved joyful grateful"
    " hopeful delighted touched moved "
    "cross agitated dejected discouraged insecure regretful sorry shaken small defeated fuming",
    0.4:
        "annoyed nervous irritated uneasy restless tense flat low tired bored confused unsure apprehensive grumpy"
        " moody irritable wistful melancholy unsettled "
    "awkward shy deflated weary glum fed-up disheartened impatient pleased calm content glad peaceful curious"
    " amused cheerful surprised "
    "suspicious uncomfortable jittery edgy rattled down blue",
}  # fmt: skip
_WORDS: Final = {word: strength for strength, words in _BY_STRENGTH.items() for word in words.split()}

_NOUNS: Final[dict[str, float]] = {
    "rage": 0.95, "grief": 0.9, "despair": 0.95, "terror": 0.95, "dread": 0.8, "shame": 0.75, "guilt": 0.65,
    "panic": 0.85, "anger": 0.75,
    "fear": 0.7, "loneliness": 0.65, "sadness": 0.65, "envy": 0.6, "jealousy": 0.65, "resentment": 0.7, "relief": 0.6,
    "joy": 0.7,
    "anxiety": 0.65, "heartache": 0.85, "regret": 0.6,
}  # fmt: skip

_VERBS: Final = re.compile(
    r"\bi(?:'m| am| was| just| have| had|'ve)? (?P<word>cr(?:y|ied|ying)|sobb(?:ed|ing)|wept|weep(?:ing)?"
    r"|hate(?:d)?|dread(?:ed|ing)?|resent(?:ed)?"
    r"|panicked|miss(?:ed)? (?:him|her|them|you|mum|dad|home))\b"
)
_VERB_STRENGTH: Final = 0.7

_HOW: Final = (
    r"(?P<how>(?:(?:so|really|very|extremely|incredibly|absolutely|utterly|completely|totally|deeply|too"
    r"|properly|fucking|bloody|pure|dead|pretty|quite"
    r"|a bit|a little|slightly|kind of|kinda|sort of|somewhat|mildly|just|still|also|all|more|suddenly|always"
    r"|often|now|even|both|feeling|weirdly|oddly|strangely) ){0,12})"
)
"""What may stand between the verb and the feeling; bounded, so that the cost of a long run of them stays linear."""
_WORD: Final = r"(?P<word>" + "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True)) + r")"
_NOUN: Final = r"(?P<word>" + "|".join(_NOUNS) + r")"
_OWNED: Final = re.compile(
    r"(?:\bi(?:'m| am| was| feel| felt|'ve been| have been| had been| got| get|'d been| still feel| do feel"
    r"| just feel| just felt| keep feeling| started to feel| ended up feeling)"
    r"|\bim|\b(?:makes?|made|making|left|leaves|got|had|has|have) me(?: feel| feeling| so)?|\bfeeling|\bfelt"
    r"|\bfeel)\s+"
    + _HOW + _WORD +
    r"\b"
)  # fmt: skip
_BARE: Final = re.compile(
    r"\W*"
    + _HOW
    + _WORD
    + r"\b(?=\W*$|[,.!…]| (?:about|that|with|at|again|today|tonight|now|and|but|all|for|because|by|this)\b)"
)
"""A sentence that begins with the feeling: "So angry today." """
_LISTED: Final = re.compile(r"\s*(?:,|and|but|or|then)\s+(?:and |then |also |mostly )?" + _HOW + _WORD + r"\b")
_OWN_NOUN: Final = re.compile(
    r"\b(?:my|the|such|pure|this|only|mostly|of|with|in|felt|feel|feeling|some|a lot of|wave of|pang of|sheer"
    r"|nothing but) " + _NOUN + r"\b"
)
_I: Final = re.compile(
    r"\b(?:i|i'm|i've|me|my|myself|im)\b|^(?:felt|feel|feeling|so|such|pure|sheer|nothing but|mostly)\b"
)
_LIFTS: Final = re.compile(
    r"\b(?:so|really|very|extremely|incredibly|absolutely|utterly|completely|totally|deeply|too|properly|fucking"
    r"|bloody|pure|all)\b"
)
_LESSENS: Final = re.compile(r"\b(?:a bit|a little|slightly|kind of|kinda|sort of|somewhat|mildly|quite|pretty)\b")
_LOOK_BACK: Final = 40
"""Code points around a feeling that are searched for what takes it away; the longest such phrase is shorter."""

_NEGATED: Final = re.compile(r"\b(?:not|never|no longer|isn't|wasn't|don't|didn't|without|hardly|less)\b[^,;.]{0,16}$")
_NOT_A_FEELING: Final = re.compile(
    r"lost (?:the|my|a|his|her|our|\d|weight|by|in the|on the)|hurt (?:my|his|her|the)|moved (?:the|my|to|in|out"
    r"|house|on|into|it)|touched (?:the|my|a|it)"
    r"|stuck (?:in traffic|to|the|on (?:the|a) (?:train|bus|m\d|motorway))|torn (?:the|my|a)|broken (?:my|the|a)"
    r"|low on|down (?:to|the|at|with|from|in|on|there)"
    r"|content (?:of|for|on)|small (?:\w+ )?(?:house|town|thing|room|group)|burning (?:the|to|toast|hot|candles)"
    r"|tense (?:meeting|silence|talks)|sorry to (?:say|report)"
    r"|calm (?:sea|day|morning)|happy (?:to|with the (?:price|result of))|cross(?:ed)? the|blue (?:sky|paint|shirt"
    r"|car)|surprised to|flat (?:battery|tyre|white|hunting|pack)"
    r"|worried (?:look|face)|empty (?:house|bottles|fridge|flat|room|street)|excited to (?:announce)"
    r"|afraid (?:so"
    r"|not|that we)|sorry (?:about|for) (?:the|your)"
)
_NO_GOOD_AT: Final = re.compile(
    r"\b(?:i'm|im|i am|i was) (?:\w+ )?hopeless at (?!(?:morning|evening|nothing|anything|everything)\b)\w+ing\b"
)
"""Who is hopeless at parking tells of a skill; who is hopeless at night, or feels it at anything, of a feeling."""


def find_feelings(text: str) -> tuple[Feeling, ...]:
    """Return the person's own feelings in the order of the text; each span covers the feeling word alone."""
    found: dict[Span, Feeling] = {}
    plain = text.replace("’", "'").lower()
    if len(plain) != len(text):  # a letter whose small form is longer ("İ"): spans would not be exact
        plain = text.replace("’", "'")
    for sentence in split_sentences(text):
        for feeling in _in_sentence(plain[sentence.start : sentence.end], sentence.start):
            found.setdefault(feeling.span, feeling)
    return tuple(found[span] for span in sorted(found))


def strongest(feelings: tuple[Feeling, ...]) -> float:
    """Return the greatest strength, 0 where nothing is felt."""
    return max((feeling.strength for feeling in feelings), default=0.0)


def _in_sentence(plain: str, offset: int) -> Iterator[Feeling]:
    bare = _BARE.match(plain)
    for match in (*([bare] if bare else []), *_OWNED.finditer(plain)):
        if _is_other(plain, match):
            continue
        yield from _made(plain, match, offset, _WORDS[match["word"]])
        following = _LISTED.match(plain, match.end())
        while following is not None:
            yield from _made(plain, following, offset, _WORDS[following["word"]])
            following = _LISTED.match(plain, following.end())
    for match in _OWN_NOUN.finditer(plain):
        if _I.search(plain):
            yield from _made(plain, match, offset, _NOUNS[match["word"]])
    for match in _VERBS.finditer(plain):
        if match["word"] not in ("hate", "hated") or re.match(
            r" (?:myself|him|her|them|it|how|that|this|feeling|being|when)\b", plain[match.end() :]
        ):
            yield from _made(plain, match, offset, _VERB_STRENGTH)


def _is_other(plain: str, match: re.Match[str]) -> bool:
    """Say whether "feel", "felt" or "feeling" has another person for its subject: "she felt sad"."""
    before = plain[: match.start()].rstrip().rsplit(" ", 2)[-2:]
    owned = match.group().lstrip().startswith(("i", "mak", "made", "left", "leav", "got", "ha")) or not before[-1]
    return not owned and before[-1].strip(",") in {
        "he", "she", "they", "you", "it", "who", "people", "everyone", "that", "we", "mum", "dad", "to", "him", "her",
        "them",
        "would",
        "must",
        "did",
        "does",
    }  # fmt: skip


def _made(plain: str, match: re.Match[str], offset: int, strength: float) -> Iterator[Feeling]:
    start, end = match.span("word")
    if _NEGATED.search(plain, max(0, start - _LOOK_BACK), start) or _NOT_A_FEELING.match(plain, start):
        return
    near = _NO_GOOD_AT.finditer(plain, max(0, start - _LOOK_BACK), end + _LOOK_BACK)
    if any(found.start() <= start < found.end() for found in near):
        return
    how = match.groupdict().get("how") or ""
    if _LESSENS.search(how):
        strength += _LESSEN
    elif _LIFTS.search(how):
        strength += _LIFT
    yield Feeling(Span(start + offset, end + offset), match["word"], round(min(1.0, max(0.1, strength)), 2))
