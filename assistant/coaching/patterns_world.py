"""What a person says of others: rules for them, absolutes, readings of minds, forecasts, speech."""

from __future__ import annotations

from assistant.coaching.handle_patterns import ADVERBS_BETWEEN, SPEECH, WHO, Pattern, pattern

_PAST_DEED = (
    r"(?:(?:once|even|really|actually|ever)\s+)*(?:(?!used\b)\w{2,}ed|said|told|came|went|got|gave|took|made|left|let|had|was|were|"
    r"been|done|seen|saw|knew|known|felt|thought|put|rang|wrote|spoke|held|kept|paid|met|found|taught|forgave|sat|stood)"
)
"""What somebody did or has done: "never raised his voice" tells of a whole time, with no last exception to ask for."""

_NO_FORECAST = (
    r"(?:probably\s+|just\s+|only\s+|always\s+)*(?:say|tell me|call it|call me|ask me|answer|reply|"
    r"be (?:in|at|on|there|here|home|asleep|out|up|back|done|gone|over|ready)|have been|rather|like|love)\b"
)
"""What is told of the present hour, or put into somebody's mouth: no forecast."""

PATTERNS_WORLD: tuple[Pattern, ...] = (
    # Rules for others.
    pattern(
        "should_other",
        0.9,
        WHO,
        r"\s+",
        ADVERBS_BETWEEN,
        r"(?P<word>should(?:n't| not)?|ought to|has to|needs to|is supposed to|"
        r"are supposed to)\s+(?P<do>[^,.;!?\n]+)",
        needs="who",
    ),
    pattern(
        "ideal",
        1.0,
        r"\b(?P<who>an?\s+(?:good|real|proper|decent|strong|normal|grown)\s+\w+)\s+(?:\w+\s+)?"
        r"(?P<word>doesn't|does not|"
        r"has to|should(?:n't)?|would(?:n't)?|never|always|can't|knows|must(?:n't)?)\b",
        needs="who",
    ),
    pattern(
        "code",
        0.86,
        r"\b(?P<word>(?:you )?(?:don't|doesn't|can't|do not|does not) (?:do that|do things like that|"
        r"say no to \w+|behave like that|argue with \w+)|end of(?=[.!]|$)|it is what it is|"
        r"that's what people do)\b",
    ),
    # Always, never, everyone, nobody.
    pattern(
        "absolute_other",
        0.93,
        WHO,
        r"(?:'s|'ll|'d|'ve|'re)?\s+(?:all\s+|just\s+)?(?P<word>always|never(?!\s+" + _PAST_DEED + r"))\b",
        needs="who",
    ),
    pattern(
        "never_other",
        0.92,
        WHO,
        r"(?:'s|'d|'ve|\s+has|\s+had|\s+have)?\s+(?:just\s+)?(?P<word>never)\s+" + _PAST_DEED + r"\b",
        needs="who",
    ),
    pattern(
        "absolute",
        0.84,
        r"\b(?P<word>everything i (?:touch|do|try|say)|all the time|every single \w+(?![^.!?]*\bsince\b)|"
        r"each time|constantly|anyone would|"
        r"always at mine|"
        r"always on)\b",
    ),
    pattern(
        "absolute",
        0.82,
        r"\b(?:something|it|that|this|there's|life|things?|which)(?:'s)?\s+(?P<word>always|never)\b",
    ),
    pattern(
        "everyone",
        0.92,
        r"(?:^|(?<=[.!?,;] )|(?<=and )|(?<=but )|(?<=that )|(?<=because )|(?<=so )|(?<=if )|(?<=like )|(?<=think )|"
        r"(?<=cos )|(?<=when )|(?<=where )|(?<=know )|(?<=why does )|(?<=why do )|(?<=why is ))\b"
        r"(?P<word>everyone|everybody|they all|all of them|the whole (?:team|family|office|"
        r"world))(?: else)?\s+(?:in my \w+\s+)?(?!(?:[\w']+ ){0,5}(?:went|came|left|got|ate|looked|"
        r"laughed|clapped|had|posted|was there)\b|"
        r"clapped|died|was there|looked|turned|stood|got|gives?|said|was looking|worked|ate|had)(?:\w+)",
    ),
    pattern(
        "nobody",
        0.92,
        r"(?<!said )(?<!says )\b(?P<word>nobody|no one|no-one|not one of (?:them|us|you))\s+"
        r"(?!else\b)(?:at \w+ |in \w+ )?"
        r"(?!its\b|it's|just\b|really\b|i\b|i'm|died|complained|minded|noticed|"
        r"got hurt|was hurt|stops me|worked|had)(?:\w+)",
    ),
    pattern(
        "nothing",
        0.86,
        r"\b(?P<word>nothing (?:ever|will|works|helps|changes|i do|matters)|completely|totally|"
        r"all wasted|all for nothing|no way|impossible|ruined|so that's dead|so that's that|"
        r"that's dead)\b",
    ),
    pattern(
        "no_point",
        0.96,
        r"\b(?P<word>no point|what's the point|what would be the point|not worth|"
        r"(?<!i'm )(?<!im )(?<!i am )no use|pointless|"
        r"can't be bothered)\b",
    ),
    # Reading other minds.
    pattern(
        "mindread_what",
        0.97,
        WHO,
        r"(?:'ll|\s+will|\s+would|'d)?\s+",
        ADVERBS_BETWEEN,
        r"(?P<word>thinks?|assumes?|believes?|assume)\s+(?:that\s+)?(?P<what>(?!about\b|of\b|so\b|"
        r"it\b|i think\b)[^,.;!?\n]{5,})",
        needs="who what",
    ),
    pattern(
        "mindread",
        0.92,
        WHO,
        r"(?:'ll|\s+will|\s+would|'d)?\s+",
        ADVERBS_BETWEEN,
        r"(?:doesn't |don't |didn't |does not |do not )?",
        ADVERBS_BETWEEN,
        r"(?P<word>think|thinks|cares?|cared|hates?|resents?|expects?|judges?|realise|realize|"
        r"sees? me|looked? down|blames?|likes me|respects?|miss(?:es)? me|wants me gone|"
        r"met someone)\b",
        needs="who",
    ),
    pattern(
        "mindread",
        0.9,
        WHO,
        r"(?:'s|'re|\s+is|\s+are|\s+was|\s+were)\s+",
        ADVERBS_BETWEEN,
        r"(?P<word>avoiding|ignoring|judging|testing|using|punishing|laughing at|disappointed|annoyed|"
        r"angry|cross|bored|jealous|fed up|mad|scared of)\b",
        needs="who",
    ),
    pattern(
        "mindread",
        0.88,
        r"\b(?P<word>(?<=\bit's )in (?:her|his|their) (?:head|mind)|in (?:her|his|their) eyes|"
        r"in (?:her|his|their) (?:head|mind),? (?:i'm|i am|i|we|it's|that's)\b|to (?:her|him|them) i'm|left me on read|"
        r"what he really means|what she really means)\b",
    ),
    pattern(
        "see_me",
        0.9,
        r"(?<!so )",
        WHO,
        r"(?:'ll|\s+will|\s+would|'d)\s+",
        ADVERBS_BETWEEN,
        r"(?P<word>see|notice|know|realise|realize|find out|guess)\b",
        needs="who",
    ),
    pattern(
        "obvious",
        0.93,
        r"\b(?P<word>obviously|clearly|(?<!said )of course(?! i\b)|evidently|definitely|for a fact|pretty sure|"
        r"must have been|no doubt|it's obvious|we all know|everyone knows)\b",
    ),
    # What is to come.
    pattern(
        "prediction",
        0.9,
        r"\b(?P<who>he|she|they|it|people|everyone|nobody|(?-i:[A-Z][a-z]+)|(?:my|our|his|her|their|"
        r"the)\s+\w+)(?:'ll|\s+will|\s+would|'s going to|s going to|\s+is going to|\s+are going to|"
        r"'re going to)\s+(?!" + _NO_FORECAST + r")(?P<word>(?!not\b)\w+)",
    ),
    pattern(
        "prediction",
        0.9,
        r"\b(?P<word>i'll (?:never|always|end up|lose|fail|mess|regret)|i'm (?:going to|"
        r"gonna) (?:fail|lose|mess|end up|regret)|i'd never be|i'm never going to|it's going to|"
        r"there'll be|then i can forget)\b",
    ),
    pattern(
        "refusal",
        0.92,
        r"(?<!so )(?<!that )",
        WHO,
        r"\s+",
        ADVERBS_BETWEEN,
        r"(?P<word>won['’]?t|will not|refuses to|wouldn['’]?t)\s+(?:even\s+)?(?:speak|talk|answer|listen|reply|look at|"
        r"let|come|help|say|tell|get|do|eat|go|pay|budge|discuss|touch|see|meet)\b",
        needs="who",
    ),
    pattern(
        "prediction",
        0.88,
        r"\b(?P<who>he|she|they|people|(?-i:[A-Z][a-z]+))(?:'d|\s+would)\s+(?:just\s+|only\s+|never\s+)?"
        r"(?!"
        + _NO_FORECAST
        + r")(?P<word>cry|laugh|leave|hate|be|think|know|die|go|tell|get|want|ask|love|mind|notice|worry|refuse)\b",
    ),
    # What somebody would say, without the very words.
    pattern(
        "voiced",
        0.93,
        WHO,
        r"(?:'d|\s+would)\s+(?:probably\s+|just\s+|only\s+|always\s+|never\s+)*"
        r"(?P<word>say|tell me|call it|call me|ask me|ask what|ask why|ask if|answer|reply|laugh and say)\b",
        needs="who",
    ),
    # Speech.
    pattern(
        "said_other",
        0.95,
        WHO,
        r"\s+(?:(?!and\b)[^.!?'\"“‘\n]{1,40}?\s(?:and|then)\s+)?",
        ADVERBS_BETWEEN,
        r"(?:said|says|say|wrote|asked|answered|replied|goes|texted|told (?:me|us)|posted|"
        r"call(?:s|ed) (?:me|us|it|(?:my|our) \w+)|"
        r"used to say)\b[^.!?'\"“‘\n]{0,25}?",
        SPEECH,
        sentence=True,
        needs="who",
    ),
    pattern(
        "imagined",
        0.96,
        WHO,
        r"(?:'d|'ll|\s+would|\s+will)\s+",
        ADVERBS_BETWEEN,
        r"(?:say|answer|tell me|ask|reply)\b[^.!?'\"“‘\n]{0,15}?",
        SPEECH,
        sentence=True,
        needs="who",
    ),
    pattern(
        "says_that",
        0.92,
        WHO,
        r"\s+",
        ADVERBS_BETWEEN,
        r"(?P<word>says|said|told me|thinks)\s+(?:that\s+)?(?P<what>(?:i'm|i am|i|i should|i was|we|it's|"
        r"it (?:is|was|will|would|isn't|wasn't))\b[^,.;!?'\"“\n]{3,})",
        needs="who what",
    ),
    pattern(
        "says_that",
        0.96,
        r"(?P<who>(?-i:[A-Z][a-z]+)|my \w+),?\s+who\s+(?P<word>thinks?|says?|said|believes?)\s+(?:that\s+)?"
        r"(?P<what>[^,.;!?\"“\n]{5,})",
        sentence=True,
        match=True,
        longest=12,
        needs="who what",
    ),
    pattern(
        "told",
        0.72,
        WHO,
        r"\s+",
        ADVERBS_BETWEEN,
        r"(?P<word>said|told me|asked me|asked if|laughed|sighed|snapped|moved|ignored|"
        r"interrupted|turned|walked|left|rang|took|forgot|hugged|congratulated|presented|"
        r"smiled)\b",
        needs="who",
    ),
    pattern(
        "no_answer",
        0.9,
        r"(?<!\bi )(?<!\bwe )\b(?P<word>(?:hasn't|hasnt|didn't|didnt|never|haven't|not) "
        r"(?:replied|answered|called|rung|"
        r"texted|written|asked|said anything|say anything)|two blue ticks|no reply|gone quiet|"
        r"hasn't spoken)\b",
    ),
)
