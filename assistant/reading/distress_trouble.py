"""The rules that hear trouble in plain words: low, hurt, hungry, panicked, drinking, or someone else at risk.

Beside the phrases of `distress_concern`; written from a second set of sentences of our own.
"""

from __future__ import annotations

from typing import Final

from assistant.core.reading import Distress
from assistant.reading.distress_rules import Rule, rule

_CONCERN = Distress.CONCERN

TROUBLE_RULES: Final[tuple[Rule, ...]] = (
    rule(
        "low, in plain words",
        _CONCERN,
        r"(?:lost|have lost|ive lost|abandoned|given up) (?:all )?hope|all hope (?:is|has)|(?:cant"
        r"|dont) (?:\S+ )?(?:see|have|imagine) (?:a|any) (?:\S+ )?future|(?:see|sees) no (?:future|way (?:out"
        r"|forward|through))|(?:no|cant see a|there isnt a) way (?:out of (?:anything|this life|it all)|forward"
        r"|through this)(?: that| from|$)|whats (?:even )?the point(?: anymore| of (?:any|it all|trying|me)|$)"
        r"|(?:its|it is|everything is|life is) (?:\S+ )?(?:meaningless|pointless|hopeless)(?: $|$| and| ,)",
        r"(?:cant|cannot|couldnt|hard to) (?:\S+ )?(?:cope|go on|carry on|bear (?:it|this|the pain|any)"
        r"|take (?:much more|anymore(?= |$)(?= of (?:this|it)| from| and| i |$| ,)|it anymore)|keep doing this)(?! (?:with the (?:printer|heat|noise|stairs"
        r"|traffic|homework)|of this weather|notes|because|until|holiday|the (?:trip|train|stage|bus|list|rota)|stage|strike|air|about|on (?:the|holiday|with the)|to|there|out"
        r"|with (?:him|her|you|them)(?! anymore)))|dont know how (?:much (?:longer|more)|to keep going|to go on"
        r"|ill cope|to carry on)|(?:hit|at|reached|this is) rock bottom|(?:i give up|ive given up"
        r"|given up) (?:on (?:everything|myself|life|it all)|$)|losing my (?:mind|grip)",
        r"(?:cried|crying|cry|weep\w*|sobb\w*) (?:\S+ ){0,3}(?:every (?:day|night)|for (?:\S+ )?hours|for days"
        r"|all (?:day|night|week)|\S+ hours straight|and (?:\S+ ){0,3}(?:dont know why|cant stop|idk why))"
        r"|cant stop crying(?! ,? ?(?:its onions|at (?:weddings|adverts)|laughing))|hate being me(?: $|$| ,)"
        r"|losing the will to (?:keep|go on|try|carry)|(?:tired|sick) of being (?:me|myself)(?= $|$| ,| and)"
        r"|(?:feel|feeling|felt) nothing(?= $|$| ,(?! (?:he|she|they|it) ))|^ i want out$|make it stop$|(?:feel|feeling|felt"
        r"|im) (?:\S+ ){0,2}(?:numb|nothing anymore|nothing at all|dead inside|empty inside|so unreal)(?! from| for (?:about )?(?:an?|one|the first|ten|twenty) (?:hour|minute|second|moment|while))"
        r"|numb all the time|(?:cant|couldnt|havent|not) (?:\S+ )?(?:get|got|gotten|been|left|washed|spoken|slept"
        r"|leave|eaten properly) (?:\S+ ){0,5}(?:out of bed|the house|the flat|my room|in (?:two|three|four|\d+"
        r"|six|eleven) (?:days|weeks|nights)|for (?:days|weeks|four days)|to another person)",
        r"(?:im|i am|feel|feeling|felt|be|being|just) (?:\S+ ){0,3}(?:a burden|worthless|a waste of"
        r"|nothing , ive always been nothing|unlovable|disgusting|(?<!something )(?<!anything )broken|utterly alone|completely alone|so alone"
        r"|all alone in)(?! (?:arm|leg|toe|in that meeting|for about))|(?:hate|loathe|despise|disgust|disgusts"
        r"|cant stand) (?:\S+ )?(?:myself|who i am|what i am)(?! (?:for (?:eating|buying|missing)|a bit"
        r"|on recordings))|i disgust myself|have nobody left|nobody (?:i can|to) (?:tell|turn to|talk to)"
        r"|(?:nobody|no one) (?:\S+ )?(?:would care|cares) (?:\S+ )?(?:me|if|$)|so tired of being me|(?:in"
        r"|into) a (?:\S+ )?dark place|dark thoughts|thoughts (?:\S+ ){0,4}(?:dark|very dark)|depression(?:s| is"
        r"| has) (?:\S+ ){0,3}(?:back|worse|got me|throat|bad)|(?:diagnosed with|have) (?:severe|major"
        r"|clinical) depression|something in me (?:has )?died|feel trapped(?! in (?:this contract|the lift"
        r"|traffic))",
        unless=r"film|movie|novel|book|printer|puzzle|garden|sourdough|weather|laugh\w*|wedding|onions|baby (?:cried"
        r"|cries|crying)|pregnan\w*|newborn|job (?:in|at)|maths|names|car park|thermostat|webinar"
        r"|broken (?:arm|leg|toe|phone|glass|heart)|(?:he|she|they)(?:s| is| was| were) (?:\S+ )?broken"
        r"|chocolate|smoking|team|match|season|years ago i",
    ),
    rule(
        "hurt by someone, in plain words",
        _CONCERN,
        r"(?:he|she|husband|wife|partner|boyfriend|girlfriend|dad|father|mum|mother|stepdad|stepfather|brother|ex"
        r"|carer|uncle) (?:\S+ ){0,3}(?:pushed|shoved|shoves|hits?|hit|slapped|slaps|kicked|kicks|choked|grabbed"
        r"|punched|beats?|forced himself on|forced me|raped|touched|hurts|threw me|dragged|spat on"
        r"|pinned) (?:\S+ )?(?:me|us|my mum|my mother|him on me)(?! (?:a |at (?:chess|tennis|darts|cards)"
        r"|with (?:a |the )?(?:water|pillow|snowball|spoon|bill|ball)|up |to (?:it|apply)|in the face with the ball"
        r"|off the bus|out of the way))|forced himself on me|said no and (?:he|she) did it anyway|hits? (?:my"
        r"|our) (?:mum|mother|sister|brother|kids?|son|daughter)|(?:he|she|they) (?:said|says"
        r"|told me) (?:\S+ ){0,4}(?:hell find me|hed kill me|hell kill me|hes going to kill me"
        r"|hell take the (?:kids|children)|shell take)|used to touch me|(?:hed|shed|hell|shell"
        r"|theyd) kill me if (?:he|she|they) saw this|is stalking me|flashbacks?|nightmares about (?:the (?:attack"
        r"|assault|rape|abuse)|what (?:he|they|she) did)",
        r"(?:scared|terrified|afraid|frightened) (?:of|to go) (?:\S+ ){0,2}(?:my (?:own )?(?:\S+ )?(?:father|dad"
        r"|husband|wife|partner|boyfriend|mother|mum|brother|stepdad)|him$|home|what (?:he|she)ll do)"
        r"|(?:controls?|monitors?) (?:\S+ )?(?:my (?:phone|messages|money|bank)|all my)"
        r"|(?:checks?|reads?|goes through) (?:\S+ )?my (?:phone|messages)(?: \S+){0,6} (?:every|each|always|before"
        r"|permission|allowed|jealous)"
        r"|account for every (?:pound|penny|minute|euro|dollar)|bruises (?:\S+ ){0,4}(?:cover|hide|make up)",
        unless=r"film|novel|play|game|boxing|karate|football|rugby|snowball|pillow|spoon|toddler|ball|dentist|surgery"
        r"|dog|cat|puppy",
        own=False,
    ),
    rule(
        "eating, in plain words",
        _CONCERN,
        r"(?:havent|have not|not|stopped) (?:\S+ )?eat(?:en|ing)? (?:\S+ ){0,2}(?:since (?:mon|tues|wednes|thurs"
        r"|fri|satur|sun)day|for (?:two|three|four|five|\d) days|in (?:two|three|four|five|\d) days)"
        r"|threw up (?:\S+ ){0,3}on purpose|(?:made|make|making) myself (?:be )?sick(?! of| laughing| with)"
        r"|purg(?:e|ed|ing)|weigh(?:ed)? myself (?:\S+ ){0,3}times|count every calorie|starve (?:all|myself)"
        r"|only eat (?:an apple|one|\d+)|wont eat$|like (?:the feeling of )?being hungry",
        unless=r"film|novel|oysters|prawns|hangover|norovirus|flu|pregnan\w*|ramadan|lent|blood test|intermittent"
        r"|dentist|surgery|dog|cat|puppy|toddler|meat|sugar|tea|coffee|water",
        own=False,
    ),
    rule(
        "panic, in plain words",
        _CONCERN,
        r"panic attacks?(?! (?:in the|nearly|for))|thought i was dying|too scared to leave",
        unless=r"film|novel|play|game|dentist|surgery|dog|cat|puppy|oysters|prawns|norovirus|flu|hangover",
        own=False,
    ),
    rule(
        "drink or drugs, in plain words",
        _CONCERN,
        r"(?:drink|drinking|drank|drinks?) (?:\S+ ){0,5}(?:in the mornings?|till i pass out|until i pass out"
        r"|from when i get in|every night (?:now|until|to)"
        r"|a bottle of (?:wine|vodka|gin|whisky) (?:\S+ )?(?:a|every) (?:night|day)|so my hands)"
        r"|(?:ive |i )?relapsed(?: last night| again| on|$| after| ,)|im using again|codeine (?:\S+ ){0,4}feel nothing",
        unless=r"film|novel|play|game|tea|coffee|water|dog|cat|puppy|toddler",
        own=False,
    ),
    rule(
        "voices, or a fear of doing harm, in plain words",
        _CONCERN,
        r"hear(?:ing)? (?:whispering|voices|things) when|seeing things that"
        r"|(?:keep|kept|get|these) (?:\S+ ){0,3}(?:thoughts about|imagining|thinking of|thoughts of) (?:dropping"
        r"|smothering|hurting|shaking|drowning|killing|harming) (?:\S+ )?(?:baby|him|her|kids|my son|my daughter"
        r"|it)|afraid ill hurt (?:my|the) (?:kids|children|baby|son|daughter)|want to hurt (?:him|her|them"
        r"|someone)(?! feelings)",
        unless=r"film|novel|play|game|boxing|karate|football|rugby|dentist|surgery",
        own=False,
    ),
    rule(
        "someone at risk, in plain words",
        _CONCERN,
        r"(?:brother|sister|son|daughter|friend|mate|mum|dad|mother|father|wife|husband|partner|flatmate|roommate"
        r"|student|pupil|nephew|niece|cousin|boyfriend|girlfriend|colleague|boy in my class"
        r"|girl in my class) (?:\S+ ){0,8}(?:wants? to die|want to be here|be here anymore|going to end it"
        r"|end it all|better off dead|kill (?:him|her)self|killed (?:him|her)self (?:yesterday|last night"
        r"|this morning|today|on \w+day|this week)|is suicidal|suicidal and|took an overdose|overdosed|cuts (?:him"
        r"|her)self|cutting (?:his|her|him|her)\w*|hurts (?:him|her)self|saying goodbye|a goodbye|goodbye and"
        r"|left a note|do something to (?:him|her)self|tried to (?:kill|hang|hurt) (?:him|her)self|be with (?:mum"
        r"|dad|gran|him|her) , and)",
        r"(?:found|find) (?:\S+ ){0,3}(?:razor blades?|razors|blades|bloody tissue|suicide note)|found (?:him|her"
        r"|them) (?:\S+ ){0,4}(?:overdose|pills|hanging|unconscious)|wrote that (?:she|he) (?:cuts|wants to die"
        r"|hurts)|took (?:his|her) own life (?:\S+ ){0,2}(?:yesterday|last night|this week|on \w+day|cant breathe)"
        r"|hid (?:his|her) pills",
        unless=r"years? ago|years now|decades?|long ago|anniversary|in (?:19|20)\d\d|when i was|film|novel|play|book"
        r"|series|game|laugh\w*|literally|everything makes|patients?|helpline|assisted|embarrass\w*|wifi|gym"
        r"|end it with",
        own=False,
        denied=True,
    ),
)
