"""The rules that hear trouble near at hand: drink out of hand, fear at home, eating, another in danger, no hope left.

Source: the AUDIT questions (Babor et al., 2001) for drink; Refuge's signs of coercive control; SCOFF for eating.
"""

from __future__ import annotations

from typing import Final

from assistant.core.reading import Distress
from assistant.reading.distress_rules import Rule, rule

_CONCERN = Distress.CONCERN

_SPIRIT: Final = r"(?:vodka|whisk(?:e)?y|gin|rum|brandy|wine|cider|beers?|cans?|drink)"
_NUMBER: Final = r"(?:\d+|two|three|four|five|six|seven|eight|ten|twelve|fifteen|twenty)"
_KIN: Final = r"(?:mum|mother|dad|father|stepdad|step ?dad|stepfather|husband|wife|partner|boyfriend|girlfriend|brother|papa|amma|uncle|ex|he|she)"
_DEAR: Final = (
    r"(?:friend|mate|wife|husband|partner|girlfriend|boyfriend|brother|sister|son|daughter|mum|mother|dad|father"
    r"|cousin|student"
    r"|pupil|flatmate|roommate|colleague|neighbour|nephew|niece|she|he|shes|hes)"
)

NEAR_RULES: Final[tuple[Rule, ...]] = (
    rule(
        "drink out of hand",
        _CONCERN,
        r"(?:vodka|whisk(?:e)?y|gin|rum|brandy) (?:in (?:the|my) (?:coffee|tea|flask|mug|cereal"
        r"|water bottle)(?: \S+){0,8} (?:work|hands|steady|morning|notice)"
        r"|(?:for|with) breakfast|before (?:work|breakfast|school))",
        rf"(?:have|had|having|need|needed|take) (?:a |one |my first )?(?:drink|{_SPIRIT}|one) (?:before (?:work"
        rf"|breakfast|school|i can)"
        r"|to (?:face|get through|steady)) (?:\S+ ){0,12}(?:drink|hands|another|every|vodka|scared|again)",
        rf"{_NUMBER} (?:cans|bottles|pints|litres|glasses) (?:a|every|each|per) (?:night|day|evening)",
        r"(?:had|need|have) to have (?:a|another) drink to (?:face|get through|start|sleep)",
        r"(?:hid|hide|hiding|hidden) (?:the |my |one |a |some |all )*(?:of )?(?:empties|empty bottles|bottles|vodka"
        r"|wine|gin|whiskey|whisky)",
        r"(?:bottles?|cans) again (?:\S+ ){0,3}(?:only|just|and its) \S+day",
        r"(?:shook|shaking|sweating|shakes)(?: \S+){0,12} (?:no drink|without (?:a )?drink|havent had a drink"
        r"|had no drink)",
        r"its because id had no drink|(?:drink|drank|drinking) (?:\S+ ){0,3}(?:till|until|so much that) i (?:couldnt"
        r"|cant) (?:see|stand|feel|remember)",
        r"i drink (?:so that i can|so i can|to) (?:sleep|stop|forget|feel)|no idea how i (?:drove|got) home",
        r"(?:drinkings|drinking is|drinking) (?:back|out of (?:hand|control)|getting (?:worse|bad|out of))",
        r"(?:coke|cocaine|ket|speed|mdma|meth) again (?:this|last|tonight|on)",
        r"(?:sober|off the drink) (?:\S+ ){0,6}(?:bought|poured|opened) (?:a |the )?(?:half )?(?:bottle|can|glass)",
        r"(?:months|weeks) worth (?:\S+ ){0,2}in (?:\S+ ){1,3}(?:and buying|days)",
        unless=r"(?:cups?|pots?|mugs?) of tea|squash|juice|christmas|trifle|pudding|dog|cat|film|novel|zero"
        r"|alcohol free|kids? from|easter|diet coke|recycl\w+ day"
        r"|holiday|water bottles|milk|formula|baby|sugar|pepsi|party|guests|beans|food|soup|cola|tuna",
    ),
    rule(
        "fear at home",
        _CONCERN,
        rf"{_KIN} (?:hit|hits|pushed|pushes|shoved|beat|beats|punched|slapped|kicked|choked|strangled"
        rf"|threw) (?:my )?(?:mum|mother|dad|sister|brother|us|me|the kids)"
        r"(?= down| into| tonight| again| last night| today| when| if| because| and|$| ,)",
        r"(?:pulled|held|pointed|waved) a (?:knife|gun|machete|blade) (?:on|at|to) (?:me|us|him|her|mum|dad|my \S+)",
        rf"{_KIN} (?:\S+ )?(?:broke|fractured|cracked|dislocated|twisted) my (?:wrist|arm|nose|rib|ribs|jaw|finger"
        rf"|fingers|cheekbone|tooth)",
        rf"{_KIN} (?:\S+ )?(?:smashed|smashes|destroyed) (?:up )?my (?:phone|laptop|things|room|car)",
        r"(?:next time|next) (?:it(?:d| would|ll| will) )?be (?:my face|me|you|the kids)",
        rf"(?:{_KIN}|grandad|lodger|coach) comes? (?:in|into) my (?:room|bed)(?: at night| every night| when)",
        r"(?:he|she|husband|wife|partner|boyfriend|girlfriend) (?:wont|doesnt|never|refuses to) (?:let|allow|lets"
        r"|allows) me (?:to )?(?:have |keep |use"
        r" |see |touch )?(?:the |my |any )?(?:own )?(?:bank card|card|money|wages|passport|phone|friends|family)(?= "
        r"|$)",
        r"(?:hes|she is|he is|is) (?:going to|gonna) find (?:us|me)(?! an?\b) (?:\S+ )?(?:changed|and|,)"
        r"|says hes going to find (?:us|me)(?= |$)(?! (?:an?|some|the) )",
        r"(?:put|throw|kick) me out (?:on the street )?if (?:she|he|they) (?:finds?|knew|know)"
        r"|dont feel safe (?:here|at home|in my own)",
        r"my (?:own )?fault (?:\S+ )?(?:he|she) (?:loses|lost) (?:his|her) temper|(?:bruise|bruises|black eye)(?:ll"
        r"|s)? (?:will |be )*gone by",
        r"sleep with (?:my )?(?:keys|shoes|a knife|a chair)(?: \S+){0,6} (?:run|door|case)",
        r"(?:think|thinks) (?:he|shes|hes) (?:is )?(?:really )?(?:hurting|beating) her|neighbours? screaming",
        r"(?:papa|dad|father|mum|mother|uncle|they) beats? (?:us|me)(?! (?:at|to))|the bullying wont stop",
        unless=r"film|novel|play|game|boxing|karate|football|rugby|snowball|pillow|chess|cards|toddler|ball"
        r"|at (?:tennis|golf|darts"
        r"|chess|scrabble|monopoly)|dentist|dog|cat|puppy|baby|by accident|accidentally|sale|jackpot|series|history"
        r"|war|nightmares?|phone (?:till|until)|pinata|ski\w*",
        own=False,
    ),
    rule(
        "eating, near at hand",
        _CONCERN,
        r"(?:then|with|took|take|taking|after) (?:the |my |some |more )?laxatives",
        r"(?:eat|ate|eating) , (?:throw|threw|throwing) up|(?:threw|throwing|throw) up (?:\S+ ){0,4}(?:again after"
        r"|did it again|still did it|on purpose)"
        r"|threw up blood (?:\S+ ){0,14}(?:again|did it)",
        r"only (?:ate|eaten|had) (?:a|an|one|half a|two|some) (?:\S+ ){1,2}today (?:\S+ ){0,3}(?:guilty|still fat"
        r"|too much|disgusting)",
        r"weighed (?:myself )?(?:\d+|two|three|four|five|six|ten) times",
        r"(?:feel|am|im) (?:only )?(?:feel )?clean when (?:im|i am|my stomach is) empty",
        r"stopped eating (?:lunch|breakfast|dinner|meals|altogether|properly) (?:\S+ ){0,5}(?:breakfast|lunch|dinner"
        r"|just|panic(?! over)|only|then)",
        r"\d\d\d calories (?:\S+ ){0,6}(?:blacked|fainted|dizzy|still fat|passed out)",
        r"binge (?:at night|when|in secret|every)|still fat$",
        unless=r"food poisoning|hangover|hungover|norovirus|bug|flu|chemo|pregnan\w*|ramadan|lent|surgery|scan|vet"
        r"|dog|cat|baby|boxset"
        r"|series|netflix|telly|show|parcel|suitcase|luggage|colonoscopy|constipat\w*",
    ),
    rule(
        "another in danger, near at hand",
        _CONCERN,
        rf"{_DEAR} (?:\S+ ){{0,5}}(?:got|has|taken|swallowed|holding|with) (?:some |the |her |his |all |a "
        rf"|too many )*(?:pills|tablets|paracetamol|razor|blades?|rope"
        r"|noose)(?: in front| in (?:her|his) hand|$| and (?:wont|now|she|he|isnt)| ,)(?! (?:for|from) )",
        rf"{_DEAR} (?:\S+ ){{0,3}}(?:arms?|wrists?|legs?|thighs?) (?:are |is |were )?(?:all )?(?:covered in"
        rf"|full of) (?:cuts|scars|cut marks)",
        r"(?:daughters|sons|sisters|brothers|friends|wifes|nieces|her|his) (?:arms?|wrists?|legs?|thighs?) (?:are "
        r"|is |were )?(?:all )?(?:covered in"
        r"|full of) (?:\S+ )?(?:cuts|scars|cut marks)",
        r"found (?:my )?(?:dads|mums|brothers|sisters|sons|daughters|husbands|wifes|friends|his|her) (?:suicide "
        r"|goodbye )?note(?= ,|$| and| saying)",
        r"(?:mum|dad|sister|brother|friend|mate|wife|husband|son|daughter|she|he|they) (?:\S+ )?(?:took|taken"
        r"|swallowed) too many (?:pills|tablets|painkillers)",
        r"locked (?:herself|himself|themselves|themself) (?:away|in(?: (?:the|a|her|his) (?:bathroom|room|shed"
        r"|garage|car))?) with (?:the |a |some |her |his )?(?:paracetamol"
        r"|pills|tablets|razor|knife|blade|gun|belt|medication)",
        rf"{_DEAR} (?:\S+ ){{0,12}}(?:shed|garage|barn|cabinet|loft) where the (?:gun|rope|shotgun|rifle|pills)",
        r"keeps going (?:out )?to the (?:shed|garage|barn|bridge|loft) where the (?:gun|rope|shotgun)",
        r"(?:sending|posting|writing|sent|posted|wrote|getting) (?:\S+ ){0,3}(?:messages like (?:a )?(?:farewell"
        r"|goodbye)|farewell messages?|goodbye (?:stuff|messages?|texts?|posts?|letters?))"
        r"(?! to (?:cancel|the gym|work|my colleagues))",
        r"(?:lad|girl|boy|man|bloke|guy|friend|mate|colleague"
        r"|cousin) (?:\S+ ){0,12}wont be here for (?:the )?(?:christmas|easter|summer|new year)",
        r"(?:said|says|saying) (?:\S+ ){0,4}about not being around|us being better (?:off )?without (?:her|him)",
        unless=r"film|novel|play|book|series|game|years ago|when i was|patients?|helpline|chemist|pharmacy|dosette"
        r"|retir\w*|transfer\w*"
        r"|sick note|thank you|vet|headache|cruise|moving",
        own=False,
        denied=False,
    ),
    rule(
        "no hope or no worth, near at hand",
        _CONCERN,
        r"no light at the end(?! of the (?:corridor|garden|street|hall|drive|pier))"
        r"|(?:cant|dont|couldnt) see (?:a |any |the )?(?:way forward|light at the end)(?! (?:with|on|for|in) (?:this"
        r"|the|that|my|chess|a))",
        r"every doors? (?:is |s )?(?:shut|closed)(?= to me| in my face| now$|$)",
        r"^ i (?:am|was) nothing(?= ,|$| and| to| without)|^ im nothing(?= ,|$| and)|i will always be nothing"
        r"|im good for nothing|i am good for nothing",
        r"(?:im|i feel|feel|being) (?:of )?no (?:use|good) to (?:man n?or beast|anyone|anybody|a soul)(?= |$)",
        r"(?:dont|havent|nothing|not|no) (?:\S+ ){0,5}(?:single )?(?:thing )?(?:left )?to look forward to(?= "
        r"|$)(?! (?:but|except|until|till|this weekend|on (?:tv|telly)))",
        r"(?:so|am i|completely|utterly|im) useless , (?:and )?i (?:ruin|break|spoil|wreck)|i (?:ruin|spoil|wreck"
        r"|destroy) everything(?= |$)",
        r"(?:feel|felt|feeling) (?:like (?:a )?(?:fail(?:ed|ure of a) (?:human|person)|a monster|dirt)|empty(?= ,|$"
        r"| for| inside))(?! (?:for (?:an|one)|after|without (?:my|the)))",
        r"(?:dont|cant|no longer|havent) enjoy(?:ed)? (?:anything|any of it)(?= anymore| now| these| lately|$| ,)",
        r"(?:no|ive no|havent any) fight left(?: in me)?|it all turns to (?:crap|shit|ash)",
        r"nobody (?:likes|needs|wants|needs or wants) me(?: now| anymore| ever|$| ,)|nobody (?:ever has"
        r"|has ever) ?(?:liked|loved)?$",
        r"(?:life|future) (?:is|looks) (?:just )?(?:a )?(?:gray|black|blank) wall|being me is (?:unbearable|torture"
        r"|hell)|wish i was (?:someone|anyone) else(?= ,|$| anyone)",
        r"i despair(?= ,|$| of ever (?:feeling|getting (?:better|well)))",
        r"^ (?:ive|i have) given up(?= ,$| ,? ?on getting better|$)|(?:crying|cried) (?:\S+ ){0,6}every day(?= |$)",
        r"(?:all (?:i am|im) is|im (?:nothing but|only|just)) a (?:cost|burden|weight|drain) (?:to|on) (?:them"
        r"|everyone|everybody|my \S+)",
        r"(?:im )?letting (?:everybody|everyone) down(?= ,|$| and)|i dont matter(?= ,|$| and| to)",
        r"(?:the )?future is (?:just )?(?:a |an )?(?:\S+ )?(?:wall|void|nothing)|it will be like this forever",
        r"(?:cant|dont) remember (?:the )?last time i felt (?:anything|good|happy|alive)",
        unless=r"at (?:maths|cooking|golf|knitting|chess|directions|baking|diy)|film|novel|book|printer|pub|shop"
        r"|team|match|season|fridge"
        r"|stomach|breakfast|till pay ?day|in the (?:bank|oven)|wrong end|compared|next to|corridor|tunnel works"
        r"|fire drill"
        r"|halloween|advent|exhibition|gig|sale",
        denied=False,
    ),
)
