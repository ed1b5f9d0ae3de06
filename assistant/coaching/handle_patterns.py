"""The patterns that show a handle in a clause or a sentence, with how much a question gains by standing on it.

Group names are slots: `word` (the charged word), `do` (a base verb phrase), `doing` (an -ing phrase), `what`, `who`
(a subject), `cond` and `cons` (the two halves of a rule), `before` and `after` (of a *but*), `said` (reported speech).
Weights order the kinds among each other: rules and verdicts on oneself above readings of others, those above events.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WHO = (
    r"\b(?P<who>(?:my|our|his|her|their|the)\s+(?:[\w-]+\s+)?[\w-]+|(?-i:[A-Z][a-z]+)|he|she|they|everyone|everybody|people|"
    r"nobody|no one|anyone)"
)
_ADV = r"(?:(?:just|really|still|even|also|always|never|only|probably|obviously|clearly|actually|already|all)\s+)*"
_QUOTE = r"['\"“‘](?P<said>[^'\"“”‘\n]{2,60}(?:'[a-z][^'\"“”‘\n]{0,50})?)['\"”]"


@dataclass(frozen=True, slots=True)
class Pattern:
    """How one kind of handle shows itself."""

    kind: str
    regex: re.Pattern[str]
    weight: float
    whole_sentence: bool = False
    whole_match: bool = False
    longest: int = 9
    needs: tuple[str, ...] = ()


def _pattern(
    kind: str, weight: float, regex: str, *, sentence: bool = False, match: bool = False, longest: int = 9, needs: str = "",
    cased: bool = False,
) -> Pattern:
    flags = re.NOFLAG if cased else re.IGNORECASE
    return Pattern(kind, re.compile(regex, flags), weight, sentence, match, longest, tuple(needs.split()))


PATTERNS: tuple[Pattern, ...] = (
    # Rules: if this, then that.
    _pattern("rule", 1.0, r"\b(?P<cond>(?:if|when|whenever|the minute|as soon as|once|unless)\s+[^,.;!?\n]{4,60}),\s*(?:then\s+)?(?P<cons>[^,.;!?\n]{4,60})", sentence=True, match=True, longest=16, needs="cond cons"),
    _pattern("rule", 0.95, r"\b(?P<cond>if\s+(?:i|she|he|they|we|it)\b[^,.;!?\n]{3,45}?)\s+(?P<cons>(?:i|she|he|they|we|it|everyone|people|nobody)(?:'ll|'d|\s+will|\s+would)\b[^,.;!?\n]{3,45})", sentence=True, match=True, longest=16, needs="cond cons"),
    # Verdicts on oneself.
    _pattern("identity", 0.98, r"\b(?:i'm|im|i am|i've always been|that makes me|i'm just|i was always)\s+(?:just\s+|basically\s+|clearly\s+|simply\s+|such\s+|so\s+)?(?:not\s+)?(?P<word>(?:a|an|the|one of those)\s+(?!bit\b|little\b|few\b|lot\b|while\b|hour\b|week\b|day\b|month\b)[\w' -]+)"),
    _pattern("identity", 0.98, r"\b(?:i'm|im|i am|i feel like i'm)\s+(?:just\s+|basically\s+|simply\s+|so\s+|too\s+|really\s+|clearly\s+|obviously\s+)*(?:not\s+)?(?P<word>hopeless|useless|lazy|stupid|weak|terrible|rubbish|bad|no good|selfish|needy|broken|boring|pathetic|too sensitive|good enough|smart enough|cut out|wired|crap|awful|incapable|disorganised|disorganized|impatient|fat|old)\b"),
    _pattern("identity", 0.9, r"\b(?P<word>that's (?:just |basically )?(?:who i am|how i am|me|my job|what i'm like)|the kind of person who|people like me|i have (?:zero|no) \w+|the one who [\w ]+)\b"),
    # Rules without an if.
    _pattern("should", 0.92, r"\bi\s+(?:really\s+|just\s+|still\s+|always\s+)?(?P<word>should(?:n't| not)?|ought to|have to|had to|must(?:n't)?|need to|can't not|'m supposed to|am supposed to|'ve got to|gotta|have got to)\s+(?P<do>(?:be|have|do|[a-z]+)\b[^,.;!?\n]*)"),
    _pattern("should", 0.92, r"\b(?:i'm|im|i've|ive)\s+(?P<word>supposed to|meant to|got to|expected to)\s+(?P<do>[^,.;!?\n]+)"),
    _pattern("should_other", 0.88, _WHO + r"\s+" + _ADV + r"(?P<word>should(?:n't| not)?|ought to|has to|have to|needs to|is supposed to|are supposed to)\s+(?P<do>[^,.;!?\n]+)"),
    _pattern("should_other", 0.82, r"\b(?:doesn't|don't|does not|do not)\s+(?P<word>do that|do things like that|say no to \w+|behave like that)\b"),
    # Always, never, everyone, nobody.
    _pattern("absolute_me", 0.93, r"\bi(?:'ve|'m|'ll|'d)?\s+(?:\w+\s+)?(?P<word>always|never)\b"),
    _pattern("absolute_other", 0.92, _WHO + r"(?:'s|'ll|'d|'ve|'re)?\s+(?:\w+\s+)?(?P<word>always|never)\b"),
    _pattern("absolute", 0.86, r"\b(?P<word>always|never|every time|all the time|every single \w+|each time|constantly|anyone would)\b"),
    _pattern("all_of_them", 0.86, r"\b(?P<word>everyone|everybody|nobody|no one|no-one|all of them|the whole (?:team|family|office|world))\b"),
    _pattern("total", 0.8, r"\b(?P<word>nothing|everything|completely|totally|all wasted|all for nothing|the only|no way|impossible|ruined|pointless)\b"),
    _pattern("no_point", 0.95, r"\b(?P<word>no point|what's the point|not worth|no use|pointless|can't be bothered|too late|no version of)\b"),
    # Reading other minds.
    _pattern("mindread", 0.92, _WHO + r"(?:'ll|\s+will|\s+would|'d)?\s+" + _ADV + r"(?:doesn't |don't |didn't |does not |do not )?" + _ADV + r"(?P<word>thinks?|thought|believes?|cares?|cared|wants? (?:me|us|to)|hates?|resents?|expects?|knows? i|judges?|realise|realize|notice|sees? me|looked? down|assumes?|blames?|likes? me|respects?)\b"),
    _pattern("mindread", 0.9, _WHO + r"(?:'s|'re|\s+is|\s+are|\s+was|\s+were)\s+" + _ADV + r"(?P<word>avoiding|ignoring|judging|testing|using|punishing|trying to|laughing at|disappointed|annoyed|angry|cross|bored|jealous|fed up|mad)\b"),
    _pattern("mindread", 0.88, r"\b(?P<word>in (?:her|his|their) (?:head|eyes|mind)|to (?:her|him|them) i'm|means? (?:i|he|she|they)|left me on read)\b"),
    # Certainty.
    _pattern("obvious", 0.9, r"\b(?P<word>obviously|clearly|of course|evidently|apparently|definitely|for a fact|pretty sure|must have been|no doubt|surely|it's obvious|we all know|everyone knows)\b"),
    # What is to come.
    _pattern("prediction", 0.88, r"\b(?P<who>he|she|they|it|people|everyone|nobody|(?-i:[A-Z][a-z]+)|(?:my|our|his|her|their|the)\s+\w+)(?:'ll|\s+will|'d|\s+would|'s going to|s going to|\s+is going to|\s+are going to|'re going to|\s+won't)\s+(?P<word>\w+)"),
    _pattern("prediction", 0.86, r"\b(?P<word>i'll (?:never|always|end up|just|only|fail|lose|mess|regret|be)|i'm (?:going to|gonna) (?:fail|lose|mess|end up|regret|get|be)|i'm never going to|it's going to|there'll be|it won't|nothing will)\b"),
    # What was not said or done.
    _pattern("unsaid", 0.93, r"\bi\s+(?:just\s+|still\s+)?(?P<word>didn't say|said nothing|didn't tell|haven't told|never told|never asked|didn't ask|haven't asked|never said|don't say|didn't dare|didn't mention|haven't said|hadn't said|left .{2,30} out|kept quiet|bit my tongue|deleted it|let it go|let everything go)\b"),
    _pattern("said_me", 0.86, r"\bi\s+(?:just\s+|then\s+|always\s+)?(?:said|say|wrote|told (?:him|her|them)|answered|replied|texted|messaged)\b[^.!?'\"“‘\n]{0,25}?" + _QUOTE, sentence=True),
    _pattern("said_me", 0.8, r"\bi\s+(?:just\s+|then\s+|ended up\s+|always\s+)?(?P<word>said (?:yes|no|nothing|sorry|okay|ok|sounds good|fine)|told (?:him|her|them) (?:to|it|i|that)|snapped at|agreed|apologised|apologized|laughed|gave in|shouted|yelled|smiled|nodded|ended up)\b"),
    _pattern("said_other", 0.8, _WHO + r"\s+" + _ADV + r"(?:said|says|say|wrote|asked|answered|replied|goes|texted|told (?:me|us)|posted)\b[^.!?'\"“‘\n]{0,25}?" + _QUOTE, sentence=True, needs="who"),
    _pattern("told", 0.62, _WHO + r"\s+" + _ADV + r"(?P<word>says|said|told me|asked me|wants me|asked if|thinks i|laughed|sighed|snapped|moved|ignored|interrupted|turned|walked|left|rang|took|forgot)\b", needs="who"),
    # What one keeps doing, stopped, started.
    _pattern("keep", 0.85, r"\bi(?:'ve)?\s+(?:just\s+|still\s+)?(?P<word>keep|kept|started|stopped|hate|love|like|avoid|end up|ended up|put off|can't stop|can't help|been)\s+(?P<doing>[a-z]+ing\b[^,.;!?\n]*)", needs="doing"),
    _pattern("cannot", 0.82, r"\bi\s+(?:just\s+|really\s+|still\s+)?(?P<word>can't|cannot|cant|couldn't|can not|won't be able to|am not able to|don't know how to)\s+(?P<do>[^,.;!?\n]+)"),
    _pattern("want", 0.84, r"\bi(?:'d)?\s+(?:just\s+|really\s+|only\s+)?(?P<word>want(?:ed)?|wish|would love|'d love|would like|love|was hoping|hoped)\s+(?:to\s+)(?P<do>[^,.;!?\n]+)"),
    _pattern("wish", 0.86, r"\b(?P<word>i wanted|i want|i wish|would have been nice|what i wanted|all i want|i just want|i miss|i'd like)\b"),
    # Choices.
    _pattern("choice", 0.86, r"\b(?P<word>either [^.!?\n]{3,60}? or|whether to|do i [\w ]{2,40} or|should i|torn between|two offers|can't decide|or not)\b"),
    # Admissions and exceptions: what they nearly said.
    _pattern("admit", 0.97, r"\b(?:if i'm honest|to be honest|honestly|truth is|i'll admit|i admit|i suppose|the boring truth is|if i'm being honest|i have to admit|i must admit|tbh)\b[,:]?\s*(?P<word>[^,.;!?\n]{6,80})", sentence=True),
    _pattern("exception", 0.84, r"\b(?P<word>nothing (?:bad )?(?:happened|broke)|the only time|not all|not everyone|except|i'm not like that|it was fine|nobody (?:minded|noticed|complained)|just asked someone else|for once|the first time)\b"),
    _pattern("own_doing", 0.92, r"\b(?P<word>that's mine|it's me who|it was me|my own fault|i could have|i didn't ask|i might have|part of me)\b"),
    _pattern("puzzle", 0.88, r"\b(?P<word>i don't (?:even |really )?know (?:why|what|how|if|whether|where|who|which)|no idea (?:why|what|how)|why do i|why am i|why can't i|i wonder|which i can't read|that's the (?:weird|odd|strange) (?:part|thing)|still odd|can't tell)\b"),
    _pattern("fault", 0.93, r"\b(?P<word>(?:my|his|her|their|whose) fault|because of (?:him|her|them|me|(?-i:[A-Z]\w+))|blame|deserve[ds]?|to blame|owe[sd]?)\b"),
    # Feelings, by their own words.
    _pattern("feeling", 0.84, r"\b(?:i\s+(?:just\s+|still\s+)?(?:feel|felt)|i'm|im|i am|i was|makes me|made me|been|feeling)\s+(?:so\s+|really\s+|very\s+|a bit\s+|quite\s+|kind of\s+|sort of\s+|just\s+|too\s+|properly\s+|completely\s+)*(?P<word>angry|furious|sad|lonely|guilty|ashamed|scared|afraid|anxious|nervous|worried|hurt|jealous|tired|exhausted|overwhelmed|stuck|lost|numb|empty|embarrassed|disappointed|frustrated|annoyed|resentful|bitter|upset|small|invisible|stupid|torn|restless|homesick|relieved|proud|happy|calm|hot in the face|excited|grateful|content|hopeful|low|flat|drained|tense|panicky|helpless|trapped|left out|rejected|in a mood)\b"),
    _pattern("body", 0.9, r"\b(?P<word>my (?:stomach|chest|throat|hands|jaw|shoulders|heart|face|neck|head)|slept badly|didn't sleep|can't sleep|hot in the face|cried|in tears|shaking)\b"),
    # Repetition, smallness, hedges.
    _pattern("again", 0.74, r"\b(?P<word>again|third time|second time|as usual|every (?:year|week|sunday|monday|day|night|evening|time)|yet again|one more time|same (?:thing|old|as))\b"),
    _pattern("small", 0.7, r"\b(?P<word>just|only|small thing|no big deal|not a big deal|doesn't matter|don't care|didn't matter|whatever|that's all|that deep)\b"),
    _pattern("hedge", 0.72, r"\b(?P<word>i guess|i suppose|maybe|probably|kind of|sort of|basically|more or less|nearly|almost|technically)\b"),
    _pattern("duty", 0.86, r"\b(?P<word>my job|on me|down to me|left to me|nobody else|by myself|on my own|mine to|i always \w+ it)\b"),
    _pattern("late", 0.82, r"\b(?P<word>by now|too late|at my age|behind|still haven't|wasted|waste of|all that time)\b"),
    # Reasons and turns.
    _pattern("because", 0.66, r"\b(?:because|cos|since)\s+(?P<what>(?!of\b)[^,.;!?\n]{6,70})", sentence=True),
    _pattern("image", 0.78, r"\b(?P<word>(?:like|as if|as though)\s+(?:a|an|i'm|i am|i was|i were|he|she|they|it's|it was|being)\s+[\w' -]{3,40})"),
    _pattern("contrast", 0.7, r"(?P<before>[^,.;!?\n]{6,55}?),?\s+(?:but|yet|though|although|and instead|instead)\s+(?P<after>[^,.;!?\n]{6,60})", sentence=True, match=True, longest=20, needs="before after"),
    _pattern("could", 0.72, r"\bi\s+(?P<word>could|might|may)\s+(?:just\s+|always\s+)?(?P<do>[a-z]+\b[^,.;!?\n]*)"),
    _pattern("intend", 0.76, r"\b(?P<word>i'll|i will|i'm going to|i'm gonna|im gonna|i plan to|i've decided to)\s+(?:probably\s+|just\s+)?(?P<do>[a-z]+\b[^,.;!?\n]*)"),
)
