"""What a message does within the talk: a goodbye, pushback, a request for advice or a verdict, a turn in the story."""

from __future__ import annotations

import re
from typing import Final

from assistant.core.reading import DialogueAct
from assistant.reading.acts_start import START, TO_US


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


_PLACE: Final = r"(?:here|there|for (?:now|today|tonight)|on that(?: note)?)"
"""Where a talk is broken off; "I'll finish it" with a day behind it is a step."""
_SMALL_TALK: Final = (
    r"(?:(?:ok(?:ay)?|right|well|so|and|but|anyway|thanks|thank you|cheers|sorry|then|now|good ?night|bye),? )*"
)
"""What a breath that takes leave may begin with."""
GOODBYE: Final = _any(
    r"(?:^|[.!?\n,]\s*)(?:ok(?:ay)?,? |right,? |well,? |so,? |alright,? |anyway,? |thanks,? |thank you,? "
    r"|cheers,? |that's me,? |time for bed,? )*(?:good ?night|g'?night|nighty? night|night night"
    r"|night(?=[ ,.!]*x*$)|bye+(?: bye)?|bye for now|goodbye(?! (?:party|drink|card|present|to|letter|hug|kiss"
    r"|lunch))|see (?:you|ya)(?: (?:later|tomorrow|soon|then|next week|monday|around))?|ciao|ta-?ra|toodle-?oo"
    r"|laters?|ttyl|cheerio|cheers then|slán|so long)(?:,? (?:lodestar|then|now|all|for now|thanks|thank you|love"
    r"|x+)| x+)*[\s.!😴💤👋]*$",
    r"\b(?:that(?:'s| is|'ll be) (?:all|it|enough)(?: from me)? (?:for (?:now|today|tonight|this evening)|tonight"
    r"|today|now))\b[^?]{0,40}$|\b(?:let's|lets|i'll|i will|can we|we can|i think i'll|i'm going to|im gonna"
    r"|i'm gonna|gonna) (?:(?:stop|leave it|wrap (?:this |it )?up|call it a (?:night|day)"
    r"|(?:pick (?:this|it) up|carry on|finish this) (?:tomorrow|later)|sign off|log off|(?:end|finish)(?= now)"
    rf"|(?:end|finish)(?: it| this)?(?= {_PLACE}))(?: now| {_PLACE}){{0,2}})"
    r"[\s.!]*(?:(?:thanks|thank you|good ?night|cheers)[\s.!]*)?$",
    r"\b(?:i(?:'ve|'d| have)? (?:got to|gotta|have to|must|need to|should|better|had better)|gotta"
    rf"|(?:^|[.!?,\n] ?){_SMALL_TALK}(?:got to|need to)|i'm (?:going|off) to|i'm off"
    r"|(?:^|[.!,] ?)(?:it's |its )?time to|(?:^|[.!,] ?)off to) (?:go|run"
    r"|dash|head off|head out|sleep|bed|go to (?:bed|sleep)|get (?:to bed|some sleep)|log off|sign off"
    r"|shut (?:this|the laptop)|hit the hay|catch (?:my|the) (?:bus|train))(?: now| soon"
    r"| i'm afraid)?[\s.!,]*(?:(?:thanks|thank you|good ?night|bye|cheers|talk tomorrow|x)[\s.!]*)*$",
    r"(?:^|[.!]\s*)(?:enough for (?:one (?:day|evening|night)|today|tonight|now)|(?:i(?:'m| am)"
    r"|that's me) done for (?:today"
    r"|tonight|now|the (?:day|night)))[\s.!,]*(?:(?:thanks|good ?night|bye|night)[\s.!]*)*$"
    rf"|(?:\b(?:i'll|ill|i will|we'll|let's|lets|we can|can we) |(?:^|[.!?,\n]\s*){_SMALL_TALK})(?:talk|speak|write"
    r"|chat|catch you|be back)(?: to you| again| more)? (?:later|tomorrow|soon|another time|next (?:week"
    r"|time))[\s.!]*$|\bi(?:'ll| will) leave (?:you|it) (?:there |to it )?(?:for (?:tonight|now|today)|now"
    r"|there)[\s.!]*$|\bsigning off\b[^?]{0,20}$|\blogging off\b[^?]{0,20}$|(?:^|[.!,]\s*)(?:ok(?:ay)?,? |right,? "
    r"|well,? |anyway,? )?(?:going|off) to (?:bed|sleep)[\s.!]*$"
    rf"|(?:^|[.!?,\n]\s*){_SMALL_TALK}until (?:tomorrow|next time)[\s.!]*$"
    r"|\b(?:thanks|thank you),? (?:that|this) (?:was|has been|helped)[^?.]{0,30}[.!]?\s*(?:good ?night"
    r"|bye)?[\s.!]*$",
)  # fmt: skip

GOODBYE_MOST_WORDS: Final = 60
"""A goodbye ends a message; at the end of a long entry "good night" is what they said to the children."""

_NOT_TOLD: Final = r"(?! (?:that )?(?:i|he|she|they|we|from|in the|at the|my|about my|to (?!ask me)|for)\b)"
"""A question that somebody else asked is told."""
_TOO_MUCH: Final = (
    r"\b(?:that's|thats|that is|what) a?\s*(?:really |such a |very )?(?:stupid|dumb|silly|bad|pointless|useless"
    r"|weird|boring|ridiculous|terrible|crap|shit|rubbish|annoying|patronising|patronizing"
    r"|generic) (?:thing to ask|question)\b" + _NOT_TOLD,
    START
    + r"(?:(?:a|an|another|such a|really|pretty|very) )*(?:stupid|dumb|pointless|useless|ridiculous|crap) question\b"
    + _NOT_TOLD,
    r"(?<!n't )(?<!(?:him|her) to )(?<!them to )(?<!\bhe's )(?<!\bshe's )(?<!has )(?<!had )(?<!got )"
    r"(?<!hates )(?<!i ask )\b(?:stop|quit|enough(?: with)?|no more|sick of|tired of|too many) "
    r"(?:asking(?: me)?|(?:(?:all )?(?:the|your|these|those) )?questions(?! (?:about|at|from|in|on|so)\b))\b",
    r"\byou (?:already |just |literally )?asked (?:me )?(?:that|this)\b|\byou keep (?:asking|turning|saying"
    r"|repeating|coming back)\b|\b(?:you(?:'re| are)|ur) (?:not (?:helping|listening|getting it)|useless|annoying"
    r"|no help|missing the point|twisting|a (?:stupid )?(?:bot|machine|robot|program)|just a (?:bot|machine|robot"
    r"|program)|winding me up|patronising|patronizing|interrogating)\b",
    r"\bthis (?:is(?:n't| not) (?:helping|working|helpful|useful)|is (?:useless|pointless|stupid|annoying"
    r"|a waste of time|not helping))\b(?= |[.!,]|$)",
    r"\bcan(?:'t| not) you just (?:listen|say|agree|answer|tell)\b|\bwhy (?:do|does|are|must) (?:you|it"
    r"|everything) (?:(?:always|keep|have to) )*(?:ask|asking|answer|be a question|turn)\b",
    r"\bdon'?t (?:ask me|do) (?:that|the thing|how i feel|how (?:that|it) makes me feel)\b"
    r"|\byou sound like a (?:therapist|robot|self-help|fortune cookie|textbook)\b",
)
PUSHBACK: Final = _any(*_TOO_MUCH)

OBJECTION: Final = _any(
    START +
        r"(?:no|nope|nah|not really|not quite|not exactly|wrong)\b(?:,|\.|!|;| —| –| -|$)(?! (?:thanks|thank you"
        r"|idea|worries|problem|one|more))",
    r"\bthat(?:'s| is|s) (?:not|n't) (?:it|what i (?:said|meant|mean|wrote)|true|the point|how it (?:is|was)|right"
    r"|fair|quite (?:it|right)|what this is about)\b",
    r"\byou(?:'re| are|'ve| have) (?:wrong|misunderst\w+|got (?:that|it|me) wrong|misread\w*|assuming"
    r"|putting words)\b",
    r"\bi (?:didn'?t|never|did not) (?:say|said|write|mean) that\b(?! (?:to (?!you\b)|in (?!my\b)|at (?!all\b)|when\b"
    r"|out loud\b))"
    r"|\bdon'?t put words in my mouth\b|\bi disagree\b"
    r"|\bi don'?t (?:agree|buy (?:that|it)|accept that|think that'?s (?:it|true|right|fair))\b",
)  # fmt: skip

ADVICE: Final = _any(
    r"\b(?:just |please |can you |could you |would you )?(?:tell|advise|show) me (?:what|how|which"
    r"|whether) (?:i (?:should|ought|need|can|could|must)|to)\b",
    r"\bwhat (?:should|shall|must|can|ought|do) (?:i|we) (?:to )?(?:do|say|tell|write|try"
    r"|reply)\b(?! for a living)|\bwhat (?:would|do) you (?:do|advise|suggest|recommend)\b(?! (?:for|when"
    r"|with (?:a|your)))",
    START +
        r"(?:should|shall|ought) i (?!have\b|be (?:worried|surprised|sad|angry|proud|happy) (?:that"
        r"|about))\w+[^.!]*\?",
        r"(?:" + START + r"(?:any|got any|have any|some)"
        r"|\b(?:have you|do you have|you got|you have|(?:can|could) i (?:have|get)|(?:can|could) you (?:give|offer) me)"
        r" (?:any|some)|" + TO_US + r"give me (?:some|any|your)?"
        r"|\b(?:i (?:need|want|could (?:really )?(?:do with|use)|would (?:like|love|appreciate))"
        r"|i'd (?:really )?(?:like|love|appreciate)) (?:some|your|a bit of)?)"
        r"\s*(?:good |practical |honest |concrete )?(?:advice|tips?|suggestions?"
        r"|recommendations?|pointers)\b(?! (?:from (?:my|him|her|mum|dad)|i (?:got|had|was)))",
    TO_US + r"give me (?:a|the|one|your|three|\d) (?:straight |honest |clear |direct |simple )?(?:answer|plan|step"
    r"|steps|solution|thing to do|next step|way)\b",
    r"\b(?:what(?:'s| is) the best (?:way|thing) (?:to|for me)|how (?:do|can|should|would) i (?:stop|start"
    r"|get (?!here|home)|make (?:him|her|them|it|myself|sure)|fix|tell|deal|handle|say|ask|talk to|cope|move on"
    r"|let go|decide|choose|change|convince))\b[^.!]*\?",
    r"\b(?:a or b|stay or go|yes or no)\s*\?|\bjust (?:say|tell me|answer)(?: me)?:? (?:a )?yes or no\b"
    r"|\b(?:decide|choose|pick one) for me\b|\bor [\w ]{1,30}[,:;.]+ (?:please )?you (?:choose|decide|pick)\b"
    r"|\byou (?:choose|decide)\b[,:]? (?:whether|if|which|between|what i|how i)\b",
)  # fmt: skip

VERDICT: Final = _any(
    r"(?<!\bwho )(?<!\bwhat )\b(?:am|was|were|is|are) (?:i|he|she|they|we|it|that|this) "
    r"(?:being |just |really |actually |so )*(?:right"
    r"|wrong|unreasonable|reasonable|overreacting|the bad guy|the problem|rude|fair|unfair|selfish|crazy|mad"
    r"|stupid|normal|a bad (?:person|mother|mum|mom|father|dad|friend|partner|parent|son|daughter)"
    r"|too (?:sensitive|harsh|much|soft)|out of (?:line|order)|in the wrong|at fault|to blame|justified"
    r"|ok(?:ay)? to)\b[^.!]*\?",
    r"\bwho(?:'s| is| was|se) (?:right|wrong|at fault|to blame|fault)\b[^.!]*\?|\bwhose (?:fault|side)\b[^.!]*\?",
    r"\b(?:don'?t|wouldn'?t|can'?t) you (?:agree|think|say|see)\b[^.!]*\?",
    r"\b(?:do|would|surely) you agree\b|\bagree with me\b|\bback me up\b"
    r"|" + TO_US + r"take my side\b"
    r"|(?:(?:^|[.!?,;]\s*|\b(?:please|just) )be|\byou(?:'re| are)?) (?:\w+ )?on my side\b(?! of\b)",
    TO_US + r"(?:tell me|say|admit|confirm|just say)\b (?:that )?"
    r"(?:i(?:'m| am| was)|he(?:'s| is| was)|she(?:'s| is"
    r"| was)|it(?:'s| is| was)|they(?:'re| are| were)) (?:\w+ )?(?:right|wrong|rude|unfair|fair|at fault|to blame"
    r"|her fault|his fault|my fault|their fault|selfish|crazy|normal|ok(?:ay)?)\b",
    r",? (?:right|isn'?t it|isn'?t he|isn'?t she|aren'?t they|wasn'?t (?:it|he|she)|don'?t you think|am i right"
    r"|wouldn'?t you say)\s*\?\s*$",
)  # fmt: skip

_NOT_IN_THE_ROOM: Final = (
    r"(?![\s,.…-]+(?:(?:he|she|it|they|the \w+|my \w+|some(?:one|body))(?:'s|s|'re|re| is| are) (?:\w+ )?\w+ing"
    r"|(?:the )?(?:phone|door|bell|baby|kettle|dog)|need|got|gotta|let me)\b)"
)
"""Who says "hang on" and turns to the phone or the child has learned nothing."""
NEW_EVIDENCE: Final = _any(
    r"(?<!\bif it )(?<!\bif that )(?<!, it )(?<!\bas it )\b(?:turns|turned) out\b", START +
    r"(?:hang on|hold on|wait|oh wait|actually wait|scrap that|correction)\b(?! (?:to|for|until|till|on|outside"
    r"|and|did i (?:tell|say|mention|ever|already))\b)" + _NOT_IN_THE_ROOM,
    r"\bi(?:'ve)? (?:just|only just) (?:opened|checked|found|saw|seen|read|heard|got|remembered|looked|spoke|asked"
    r"|noticed|learned|learnt)\b[^.!?]*(?:\b(?:that|and|it|he|she|they|says?|said|was|were|is)\b|:)",
    r"\b(?:he|she|they|it) (?:was|were|had|wasn'?t|weren'?t|hadn'?t|didn'?t)\b[^.!?]* after all\b"
    r"|\bwas (?:actually|in fact) (?:his|her|their|my|not|the)\b|\ball along\b|\bthe whole time it was\b",
    r"\bi(?:'d| had)? (?:completely |totally |quite )?(?:forgot|forgotten) (?:that|he|she|they|about (?:the|his"
    r"|her))\b",
    r"\b(?:update|edit)\s*:",
)  # fmt: skip

_SEES_NOTHING: Final = (
    r"(?![^.!?\n]*\b(?:questions?|(?:don'?t|do not) (?:think|know|want|follow|understand|mind|get)|not (?:it|that))\b)"
)
"""After an "ah" or an "oh": what was asked misses, or they do not see."""
INSIGHT: Final = _any(
    START + r"(?:huh|oh|ah|aha|hm+|wow|whoa|ha)\b[,.!…\s]+" + _SEES_NOTHING + r"(?:yeah|yes|so|that|i|it|ok|maybe)\b",
        r"\bi(?:'ve| have| had|'d)? (?:never|not|hadn'?t|haven'?t) (?:really |actually |ever )?(?:thought (?:of"
        r"|about)|seen|noticed|realised|realized|said|put|looked at|connected|admitted) (?:it|that|this|them"
        r"|those)\b(?!(?: out loud| aloud)? to (?:him|her|them|my|anyone|anybody|his|mum|dad)\b)",
        r"\bi(?:'ve)? (?:just|only now|suddenly) (?:realised|realized|see|saw|understood|noticed|clicked)\b",
        r"\bnow (?:that )?i (?:write|say|type|see|read|hear|put) (?:it|that|this)\b|\b(?:writing|saying|reading"
        r"|typing) (?:it|that|this) (?:down|out|back)?,? (?:i|it)\b",
        r"\b(?:so )?that'?s (?:what it is|what this is about|what i'?m (?:really|actually)|why i|actually (?:mine"
        r"|about|it))\b|\bit'?s not (?:about|really about) (?:the |him|her|them|work)[^.!?]*\bit'?s\b",
        r"\bmaybe it'?s (?:me|not (?:him|her|them|the \w+))\b|\bi think i(?:'ve| have) been\b|\bi can (?:see"
        r"|hear) (?:it|that|myself) now\b|\bthe penny(?:'s| has)? dropped\b",
)  # fmt: skip

_WHEN: Final = (
    r"(?:tomorrow|tonight|today|this (?:evening|afternoon|week|weekend|morning)|(?:on |by |before |next )?(?:mon"
    r"|tues|wednes|thurs|fri|satur|sun)day|next (?:week|month)|first thing|in the morning|after (?:work|lunch"
    r"|dinner|breakfast|the \w+)|at (?:\d{1,2}|noon|nine|ten|eight|seven|six|five|lunch)|before (?:bed|work|lunch"
    r"|noon|the \w+)|by (?:noon|five|six|friday|the end of|then)|from now on|every (?:morning|evening|day))"
)
DECISION: Final = _any(
    r"(?<!\bsaid )(?<!\bsays )(?<!\bsaid, )(?<!\bsays, )(?<!\bgoes )(?<!\bthinks )(?<!\breckons )"
    r"\b(?:i'll|i will|i'm going to|i am going to|i'm gonna|im gonna|im going to)\s+(?![^.!?]*\b(?:like|as) (?:i )?"
    r"(?:always|usual(?:ly)?|ever)\b)(?!never\b|always\b|probably\b"
    r"|maybe\b|end up\b|just be\b|lose\b|fail\b|regret\b|have (?:to|a (?:cold|birthday|scan|headache|hangover))\b"
    r"|remember\b"
    r"|give (?:him|her|them|it) that(?=\W*[,.;!]|$)|be (?:late|tired|fine|sorry|the one|alone|up"
    r"|dead)\b|miss\b|look like\b|admit\b|feel\b|hate\b|get (?:fired|in trouble|sick)\b|need\b|see (?:how|what"
    r"|if)\b)\w+[^.!?]*\b"
    + _WHEN,
    r"\b"
    + _WHEN +
    r"\b[^.!?]{0,20}\b(?:i'll|i will|i'm going to|i'm gonna)\s+(?!never|always|probably|be (?:late|tired|fine)"
    r"|have (?:to|a cold)\b|remember|lose|fail|regret|feel|hate|miss\b|need\b|know\b)\w+",
    r"\bi(?:'ve| have)? (?:finally )?(?:decided|made up my mind|resolved) (?:to|that|on|not to|i)\b",
    r"\bthat'?s what i'?(?:ll|m going to) do\b|\bi'?m (?:going to|gonna) do it\b|\bdecision made\b",
)  # fmt: skip

_NO_GREETING: Final = r"(?:(?<=\w )|(?!good (?:morning|evening|afternoon)\b))"
GOOD_NEWS: Final = _any(
    r"(?<!\bon a )(?<!said )(?<!says )(?<!say )" + _NO_GREETING +
        r"\b(?:great|good|lovely|wonderful|brilliant|best|amazing|perfect|happy|gorgeous|cracking|grand) (?:day|week"
        r"|morning|evening|news|night|weekend|time|afternoon)\b(?! (?:to|for (?:a|it|him|her)|is|would|in ages that"
    r"|will|off|shift))",
    r"(?<!\bwhen )(?<!\bbefore )(?<!\bafter )(?<!\btill )(?<!\buntil )"
    r"\bi (?:finally |actually |just |even )?(?:did it|made it|managed (?:it|to)|passed|got (?:the (?:job|offer"
    r"|part|place|grant|visa|role|keys|all[- ]clear)|in\b|accepted|promoted)|won\b(?!['’])|nailed it|aced)",
    r"\b(?:it|the (?:talk|demo|interview|meeting|presentation|exam|launch|show|operation|scan|concert|first day)"
    r"|everything) (?:all )?(?:worked|went (?:so |really |very )?(?:well|great|brilliantly|perfectly|better than"
    r"|smoothly)|was a (?:success|triumph|hit)|came back clear)\b",
    r"🎉|🥳|🙌|🎊",
    r"\bso (?:happy|proud|pleased|relieved|glad|grateful)\b|\bover the moon\b|\bsmall (?:win|victory)\b"
    r"|\bwe (?:laughed (?:so|until|till|all)|won(?!['’]))\b|\bfirst time in (?:weeks|months|years|ages)\b[^.!?]*"
    r"\b(?:laugh|slept|ran|happy|calm|enjoyed|good|well)",
)  # fmt: skip

TALK: Final[tuple[tuple[DialogueAct, re.Pattern[str]], ...]] = (
    (DialogueAct.PUSHBACK, PUSHBACK),
    (DialogueAct.OBJECTION, OBJECTION),
    (DialogueAct.ADVICE_REQUEST, ADVICE),
    (DialogueAct.VERDICT_REQUEST, VERDICT),
    (DialogueAct.NEW_EVIDENCE, NEW_EVIDENCE),
    (DialogueAct.INSIGHT, INSIGHT),
    (DialogueAct.DECISION, DECISION),
    (DialogueAct.GOOD_NEWS, GOOD_NEWS),
)

THIN_WORDS: Final = frozenset(
    """a an the i im i'm am is it its it's was that this um uh er erm hm hmm hmmm mm meh eh idk dunno dont don't
    know not no nope nah yes yeah yep yup ya ok okay k kk fine alright all right so well just really much
    nothing something anything everything same usual as always ever again guess suppose think maybe whatever lol
    haha ha hi hello hey hiya morning evening there today tonight day still here back bit kind of sort to say
    sure cool good bad and or but you ? busy normal average standard boring new more else yesterday before nm
    n/a none can't cant what even do like feel felt test testing""".split()
)
"""Words that give a question nothing to stand on when there is nothing else."""
THIN_MOST_WORDS: Final = 9
