"""The rules that hear harm just done, a means at hand and looked at, and somebody who is not safe with themself.

Source: the Columbia Protocol's questions on attempts and on preparation; NICE NG225 for self-harm. Written from the families
of what people who knew no rule wrote, and from variants of our own.
"""

from __future__ import annotations

from typing import Final

from assistant.core.reading import Distress
from assistant.reading.distress_rules import Rule, rule

_CRISIS = Distress.CRISIS
_CONCERN = Distress.CONCERN

_ALL: Final = (
    r"(?:everything in (?:the|my|our) (?:\S+ )?(?:cabinet|cupboard|drawer|house|box)"
    r"|(?:the |a )?whole (?:box|bottle|packet|pack|strip|lot|month) ?(?:of (?:{PILLS}|them))?(?= |$)"
    r"|(?:all|the rest|a handful|handfuls|loads|\d\d) (?:of )?(?:the |my |his |her |those |mums |dads )?{PILLS})"
)
_TOOL: Final = r"(?:blades?|razors?|razor blades?|knife|knives|rope|noose|gun|shotgun|pistol|rifle|belt|hose|{PILLS})"
_LIMB: Final = r"(?:arms?|legs?|wrists?|thighs?|skin|hands?|stomach|belly|hips?|shins?|chest|face)"

_HARM: Final = (
    rule(
        "an attempt just made",
        _CRISIS,
        rf"(?:swallowed|necked|downed) (?:\S+ )?{_ALL}",
        r"(?:i|ive|and|^) (?:swallowed|took|taken|necked) (?:them all|all of them|the lot|everything)(?= , | and )"
        r"(?: ,| and)(?: \S+){0,3} (?:feel|feeling|sleepy|drowsy|lying|waiting|lay|tired|numb|scared|dizzy|sick)",
        r"(?:i|ive|^) (?:have )?(?:overdosed|(?:taken|took) an overdose)(?= (?:again|tonight|today|yesterday"
        r"|last (?:night|week)|this (?:morning|week|evening)|on (?:my|the|purpose|\w+day|{PILLS}))|$| , (?:woke|and"
        r"|but|help)"
        r"| and (?:woke|nobody|no one|im|survived|failed))",
        r"overdose (?:\S+ ){0,16}(?:how to do it|do it (?:right|properly|better)|get it right|not fail"
        r"|succeed) ?(?:next|this)?",
        r"(?:see|find out) if i (?:wake|survive|live)(?: up)?(?= or|$| ,| tomorrow| in the morning| this time)",
        unless=r"cake|chocolate|pizza|cheese|sun|caffeine|coffee|vitamins?|christmas|telly|family|culture|sugar"
        r"|patients?|dog"
        r"|cat|puppy|news|article|oysters|pride|vitamin|biscuits?|sweets|snooze|alarm|anaesthetic",
        denied=False,
    ),
    rule(
        "self-injury, told plainly",
        _CRISIS,
        r"(?:i|ive|i have|think ive) cut (?:myself )?(?:far |way |much |a bit )?too deep",
        rf"(?:burn(?:ed|t|ing)?|stab(?:bed|bing)?|scratch(?:ed|ing)?|slash(?:ed|ing)?|carv(?:ed?|ing)|jab(?:bed"
        rf"|bing)?|cut(?:ting)?"
        rf"|bit(?:e|ing|ten)?|punch(?:ed|ing)?) (?:into |at )?(?:my(?: own)?|both my) (?:\S+ )?{_LIMB} (?:\S+ ){{0,8}}"
        r"(?:so (?:that )?i (?:would|could|can|id|feel)|(?:just )?to feel|(?:till|until) (?:it|i|they) (?:bleeds?"
        r"|bled)"
        r"|on purpose|because i (?:hate|deserve[ds]?|cant (?:cry|feel)|couldnt (?:cry|feel)))",
        rf"(?:stab(?:bed|bing)|slash(?:ed|ing)) my (?:own )?{_LIMB}(?= with (?:the|a|my) (?:pen|pencil|compass"
        rf"|scissors|knife|blade|razor)| over and over| again and again|$)",
        rf"scratch(?:ed|ing)? (?:at )?(?:my (?:own )?{_LIMB} |myself )?(?:till|until) (?:it|i|they"
        rf"|my \S+) (?:bleeds?|bled)",
        r"(?:starving|purging|bingeing) and cutting|cutting and (?:starving|purging)",
        r"(?:picked up|got out|reached for|took out|went and got) (?:the|my|a) (?:razor )?(?:blades?|razor)"
        r" (?:because|again (?:tonight|last|today)|tonight|last night)",
        r"found (?:the|my) (?:\S+ )?(?:blades?|razors?) (?:\S+ ){0,3}(?:ive to|i have to|i need to|ill"
        r"|ill have to) (?:find|hide|get|buy|keep)",
        r"^ (?:the |my |got the |got my )?(?:razor )?blades? (?:is |are )?out$",
        unless=r"avocado|opening|plaster|itch\w*|eczema|mosquito\w*|midges?|brambles?|roses?|hedge|oven|kettle|pan"
        r"|cooking|shav\w+|beard|mower|lawn|saw"
        r"|accident\w*|slipped|tripped|fell|rash|wood|fringe|craft|lino|nettles?|cat|kitten|chicken ?pox|hives"
        r"|sew\w*|grass|plane",
        denied=False,
    ),
    rule(
        "not safe with oneself",
        _CRISIS,
        r"(?:im not|i dont feel|i wont be|i isnt|not|never) safe (?:\S+ )?(?:from|with|around) (?:myself|my own)",
        r"(?:^|^ no ,|but|and|,|that|because|think) im not (?:at all )?safe(?= tonight|$| on my own| by myself"
        r"| right now| alone)",
        r"safe , (?:no , )?not from myself|^ not from myself$",
        r"(?:cant|dont think i can|not able to|dont know how to) keep myself safe",
        r"protect me from myself|(?:im|i am) a danger to myself",
        r"(?:some(?:body|one)|please|any(?:body|one)) (?:\S+ ){0,3}stop me (?:tonight|because i (?:dont think|cant"
        r"|wont)|from (?:doing (?:it"
        r"$|something)|hurting|myself)|before (?:its too late|i do (?:it$|something stupid|anything stupid)|i hurt))",
        r"dont trust myself (?:tonight|right now|alone(?! with)|to be (?:alone|on my own)(?! with)|on my own"
        r"|not to (?:do (?:it|something)|hurt)"
        rf"|(?:with|around|near) (?:the |my |his |her )?{_TOOL}(?= |$))",
        unless=r"buy\w*|order\w*|eat\w*|spend\w*|text\w*|cake|scroll\w*|shop\w*|biscuits?|email\w*|chocolate|job"
        r"|redundan\w*"
        r"|lane|motorway|ladder|ice|icy|drive|driving",
        denied=False,
    ),
)

_AT_HAND: Final = (
    rule(
        "a means looked at",
        _CRISIS,
        r"(?:cant stop|keep|been|sat|sitting|lying|stood|standing) (?:\S+ ){0,3}(?:looking|staring|thinking) (?:at"
        r"|about|bout)"
        r" (?:the|my|his|her|mums|dads) (?:\S+ )?(?:blades?|razors?|rope|noose|gun|shotgun|pistol|rifle|tablets|pills"
        r"|paracetamol|morphine|insulin|sleeping pills)(?= |$)(?! (?:course|bridge|trick|ladder|for the))",
        r"(?:knifes?|blades?|ropes?|guns?|tablets|pills) (?:\S+ ){0,7}i (?:keep|cant stop) (?:looking"
        r"|staring) at (?:it|them)",
        rf"{_TOOL} (?:\S+ ){{0,10}}(?:been|keep|was|and i) looking at (?:it|them) (?:\S+ ){{0,8}}(?:want to|going to"
        rf"|ill) (?:drink|take|use|swallow)",
        r"(?:sniper|bleach|pesticide|weed ?killer|rat poison|poison|antifreeze|paraquat"
        r"|acid) (?:\S+ ){0,16}i (?:want to"
        r"|am going to|could|will) (?:drink|swallow|take) (?:it|some)",
        r"(?:{PILLS}|patches|rope|gun|rifle|shotgun|knife|hose) (?:\S+ ){0,8}(?:would|will|could|ll) (?:do for me"
        r"|do me in|be enough (?:for"
        r" me|to (?:kill|end|finish|do it))|finish me)",
        r"(?:going to|will|ill|could|might|want to) (?:\S+ )?(?:take|swallow|neck) the whole (?:box|bottle|packet"
        r"|pack|strip)(?= |$)",
        r"(?:belt|rope|razor|knife|gun|shotgun) out of the (?:wardrobe|drawer|cupboard|shed|cabinet|box) (?:twice"
        r"|again|three times"
        r"|every night|tonight)",
        r"(?:bought|got) (?:\S+ ){0,2}{PILLS} (?:\S+ ){0,7}(?:(?:two|three|four|five|several) )?(?:different"
        r"|separate) (?:chemists?"
        r"|pharmacies|shops|supermarkets)",
        r"(?:stones|rocks|bricks) in my (?:coat |own )?pockets",
        r"sat in the (?:garage|car) with the (?:door|doors|windows) (?:shut|closed|up) (?:\S+ ){0,6}(?:car keys"
        r"|engine (?:on|running|going))",
        r"enough (?:\S+ ){0,4}(?:in the (?:cabinet|cupboard|drawer|house|tin)|saved up|put by"
        r"|hoarded) to (?:see to it|do it|finish it|end it"
        r"|do the job)",
        unless=r"boats?|climb\w*|swing|shop|sale|prices?|website|museum|catalogue|leaflet|label|instructions|beach"
        r"|collect\w*|pebbles"
        r"|shells|chocolates?|biscuits?|sweets|cats?|dogs?|vet|horse|recycl\w*|camping|chickens|slugs?|rats?|weeds?"
        r"|cistern|trousers"
        r"|cough|throat|vitamins?|antacid|dog food|birthday|present|gift|belt sander|headache|hay ?fever|holiday",
        denied=False,
    ),
)

_WEAK: Final = (
    rule(
        "marks explained away, insulin left off, or somebody not to be left alone",
        _CONCERN,
        rf"(?:told|tell|said|lied) (?:\S+ ){{0,6}}(?:marks|cuts|scars|burns) (?:\S+ )?on my (?:\S+ )?{_LIMB} (?:were"
        rf"|was|are|is) (?:from|the|a)",
        r"(?:stopped|not|skipping|skipped|quit) (?:taking )?my insulin",
        r"dont leave me (?:alone|on my own) (?:tonight(?! with)|with (?:myself|this|my (?:thoughts|head)))",
        r"dont trust myself (?:anymore|$)",
        denied=False,
    ),
)

DONE_RULES: Final[tuple[Rule, ...]] = (*_HARM, *_AT_HAND, *_WEAK)

DONE_ACROSS: Final[tuple[Rule, ...]] = (
    rule(
        "a means, and what is thought of it",
        _CRISIS,
        rf"{_TOOL}(?: \S+){{0,8}} ,(?: \S+){{0,2}} looking at (?:them|it)(?= |$)",
        rf"{_TOOL}(?: enough)? ,(?: it)? (?:seems|looks|would be|d be) (?:so )?(?:simple|easy)",
        rf"{_TOOL}(?: \S+){{0,8}} ,(?: \S+){{0,4}} (?:being (?:such )?a coward|find the (?:nerve|courage))",
        rf"{_TOOL}(?: \S+){{0,6}} ,(?: and)?(?: i| ive)? (?:took|taken|swallowed) (?:the lot|them all|all of them"
        rf"|every (?:one|last one))",
        r"(?:doctor|gp|chemist|sleep|tablets|pills|rope)(?: \S+){0,6} ,(?: \S+){0,3} (?:tell|told|say"
        r"|said) (?:\S+ ){0,3}what i (?:want|need|wanted"
        r"|needed) (?:them|it) for",
        r"relapsed ,(?: \S+){1,2} cuts|cut too deep(?: \S+){0,3} ,(?: \S+){0,3} blood",
        r"insulin ,(?: \S+){0,3} nature takes its course",
        r"(?:beam|rafters?|banisters?|noose|rope)(?: \S+){0,5} ,(?: i)? (?:measured|tested) (?:it|them)(?= today$"
        r"| tonight$|$)",
        unless=r"boats?|climb\w*|swing|cat|dog|vet|shel\w+|carpet|plaster\w*|paint\w*|builder|knee|football|ramp"
        r"|kitchen",
        denied=False,
        own=False,
    ),
)
