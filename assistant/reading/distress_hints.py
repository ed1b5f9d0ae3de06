"""The rules that hear what is only hinted at: an accident hoped for, a means kept near, affairs put in order, no next year.

From a fourth writing of 100 sentences of many trades and lives, of which the rules before heard 25. What may as well be
said of a move, a match or a holiday is a concern and no crisis: the reply to it asks.
"""

from __future__ import annotations

from typing import Final

from assistant.core.reading import Distress
from assistant.reading.distress_rules import Rule, rule
from assistant.reading.distress_things import THING_DEAD

_CRISIS, _CONCERN = Distress.CRISIS, Distress.CONCERN

_DRUGS: Final = r"(?:pills|tablets|meds|medication|insulin|painkillers|codeine|paracetamol)"
_POISON: Final = r"(?:weed ?killer|antifreeze|bleach|rat poison|slug pellets|pesticide|caustic soda|drain cleaner)"

HINT_RULES: Final[tuple[Rule, ...]] = (
    rule(
        "an accident hoped for",
        _CRISIS,
        r"(?:wish|wished|hope|hoped|hoping) (?:the |a |that )?(?:\S+ ){1,4}(?:rolled|fallen|fell|gone|come down|crushed"
        r"|trampled|tipped|overturned)(?: (?!me )\S+){0,4} (?:with me (?:under|in|inside)|on me|on top of me)",
        r"(?:hope|hoping|hoped) (?:that )?(?:the |a |some )?(?:\S+ ){1,3}(?:takes? me|gets? me|finishes me"
        r"|(?:doesnt|wont|didnt|dont) see me)(?! (?:in|to|out|off|home|through|up|there|back|like|as|cry|crying|seriously"
        r"|dance|sing|play|on))",
        r"(?:would|could|make it|itd) look like an accident(?= ,| and| $|$)",
        r"(?:so easy|easy|easier|tempting|a relief) (?:\S+ )?(?:not to|to not|not) (?:come home|get out again|come back up"
        r"|turn (?:the wheel|round)|brake|swim back)(?! (?:early|late|until|till|for))",
        r"(?:thought (?:about|of)|thinking (?:about|of)|tempted|meant|wanted) (?:to )?not (?:to )?(?:turn(?:ing)? (?:round|around|back)"
        r"|swim(?:ming)? back|com(?:e|ing) back up|surfac\w+|brak\w+)",
        r"(?:dont|didnt|not) want to (?:swim back|come back up|surface)(?! (?:yet|early|to))",
        r"let (?:it|the (?:snow|sea|water|river|cold|current|tide|ice)) (?:have|take|keep) me",
        r"(?:drove|drive|driving|rode|cycled|cycling) (?:\S+ ){0,4}(?:with )?(?:my )?eyes (?:shut|closed)",
        r"(?:stood|stand|standing|walk|walked|walking|got|went) (?:\S+ ){0,4}too (?:close|near) (?:\S+ ){0,4}on purpose",
        r"(?:edge|drop|platform|cliff|kerb) (?:\S+ ){0,8}(?:and |i )i let it$",
        r"(?:hope|hoping|hoped|wish|rather|wanted|disappointed|sorry) (?:that )?(?:the |my |it |this )?(?:scan|biopsy"
        r"|tumou?r|lump|results?|mole|test|shadow|x ray) (?:\S+ ){0,3}(?:bad|the worst|malignant|cancer|terminal|fatal"
        r"|serious|incurable|the bad (?:kind|sort))",
        r"so i (?:neednt|wouldnt have to|wont have to|dont need to) do it(?: myself)?$",
        r"(?:hope|hoping|hoped|wish) (?:\S+ ){0,6}(?:ladder|scaffold\w*|brakes?|harness|parachute) (?:\S+ )?(?:slips?|slipped"
        r"|fails?|failed|snaps?|snapped|gives?|gave)",
        r"wish (?:it|(?:the|that|a) (?:\S+ )?(?:horse|bull|car|crash|fall|bus|lorry|stroke|heart attack|fever|wave)) "
        r"(?:had|would have|d) finished (?:me|the job)(?! (?:before|by|on|properly|early|for|with))",
        r"(?:ask\w*|pray\w*|beg\w*|hop(?:e|ed|ing)|wait\w*|wish\w*|want\w*) (?:\S+ ){0,3}(?:my|the) heart (?:to |would )?"
        r"(?:give out|stop|stops|gives out|fail|fails|pack in)(?! (?:racing|pound|hammer|thump|ach|hurt|be|skip|break|flutter))",
        r"went under (?:\S+ ){0,6}why (?:come up|swim|surface)|why (?:come back up|swim back)$",
        r"(?:favour|kindness|easier|best|relief|better(?: off)?) (?:\S+ ){0,5}(?:if i (?:didnt|dont|never) c[oa]me (?:back|home"
        r"|down)|by not coming (?:back|home|down))(?! (?:to|next|on|for|until|with|as|in|till|early|late))",
        r"wouldnt (?:do anything|lift a finger|call (?:anyone|anybody|for help)|fight it|try) (?:\S+ ){0,3}(?:stop it|if) "
        r"(?:\S+ ){0,3}(?:heart|breathing|drowning|dying|die|bleeding|choking|fire|overdos\w*)",
        unless=r"dream\w*|novel|film|(?:isnt|arent|wasnt|werent) (?:\S+ )?(?:bad|cancer|serious|the worst)"
        r"|not (?:cancer|bad|serious|malignant)|the (?:dog|cat|horse)s"
        r"|referee|ref|audition\w*|goalkeeper|keeper|blindfold|balance|yoga|passenger|massage",
        denied=False,
    ),
    rule(
        "as the thing that died",
        _CRISIS,
        THING_DEAD + r" (?:\S+ ){0,8}(?:i )?wish (?:i|it) (?:was|were) (?:me )?(?:too|as well)(?= $|$| ,)",
        THING_DEAD
        + r" (?:\S+ ){0,4}(?:like|want|going|ready|time) to (?:follow|join|be with) (?:it|them|her|him)(?= $|$| ,)",
        THING_DEAD + r" (?:, )?(?:and )?me (?:too|after it|with it|next|as well)(?= $|$| ,)",
        r"(?:dead|"
        + THING_DEAD
        + r") (?:\S+ ){0,6}i (?:should|ought to|deserve to|want to) be(?: too| as well)(?= $|$| ,)",
        r"(?:home|down|up|going|gone|off|started|time) to write my note(?= $|$| ,)",
        r"envy (?:the |that |this |my |those )?" + THING_DEAD,
        THING_DEAD
        + r" (?:\S+ ){0,5}(?:has|have|had|ve|theyve|its) (?:\S+ )?(?:the (?:better|best) of it|it easier than me)",
        r"(?:dead|" + THING_DEAD + r") (?:\S+ ){0,5}im next(?= (?:if|i hope|and i)|$)",
        r"(?:may|might) as well be (?:\S+ ){0,3}(?:at|on) the bottom of the (?:river|lake|sea|canal|quarry|reservoir)",
        r"my being (?:here|alive) is (?:\S+ ){0,3}(?:mistake|error|burden|nuisance|waste)(?! of (?:a ticket|money))",
        own=False,
        denied=False,
    ),
    rule(
        "a means kept near",
        _CRISIS,
        r"(?:beam|rafters?|joist|girder|hook|branch|bannister|banister|rail) (?:\S+ ){0,4}(?:take|hold|bear|carry) my weight",
        r"(?:shotgun|rifle|pistol|revolver|gun) (?:\S+ ){0,6}(?:feels? like|become|be|is) (?:\S+ )?(?:company|a comfort|a friend"
        r"|calling|an answer)",
        r"(?:key (?:in|to) the gun (?:cabinet|safe|cupboard)) (?:\S+ ){0,5}(?:in case|need it|quick)",
        _POISON + r" (?:\S+ ){0,8}(?:keep (?:thinking|looking|going)|think about it|how much|what it would)",
        r"(?:thinking|think|thought|wondering|wonder|imagining|working out|worked out) (?:about |of )?how (?:short|far|long"
        r"|high|quick) (?:the|a|that) (?:drop|fall|jump|way down) (?:would|is|was|might)",
        r"look(?:ed|ing)? up how (?:far|high|long|deep|cold|many storeys|fast) (?:\S+ ){0,2}(?:youd|you would|you|id|i would"
        r"|a person would|someone would) (?:need|have) to (?:be|fall|jump|drop|go)(?= $|$| ,| for it| to be sure)",
        r"(?:ask|asked|asking) (?:\S+ ){0,4}how many (?:\S+ )?(?:is|are|would be) too many",
        r"(?:counted|counting|checked|checking|went through) (?:\S+ ){0,3}(?:in )?the (?:medicine|pill|bathroom|drugs?) "
        r"(?:cabinet|cupboard|box|drawer)(?= ,| $|$| again| tonight| twice| to see)",
        r"(?:putting|put|keeping|kept|setting|set) (?:\S+ ){0,3}(?:of )?(?:my|the) (?:\S+ )?"
        + _DRUGS
        + r" (?:by|aside|back)(?= $|$| ,| each| every| for when| in case| until)",
        r"(?:rehears\w+|practis\w+|practic\w+|imagin\w+|pictur\w+) (?:\S+ ){0,4}(?:step off|stepping off|jump from|fall from"
        r"|drop from) (?:the |that )?(?:kerb|curb|platform|edge|roof|bridge|ledge|chair)",
        r"(?:burn\w*|cut\w*|scratch\w*|hit|hitting|hurt\w*|scald\w*|bruis\w*|bit|biting) (?:myself|my (?:own )?(?:arms?|hands?"
        r"|legs?|thighs?|wrists?|skin|stomach)) (?:\S+ ){0,7}(?:on purpose|deliberately)",
        r"scratch\w* (?:\S+ ){0,2}(?:my|at my) (?:arms?|legs?|skin|thighs?|wrists?) (?:\S+ ){0,3}(?:bleeds?|bled)",
        r"(?:eyeing|eying|eyed)(?: up)? (?:the|my|his|her) (?:\S+ )?(?:insulin|pills|painkillers|codeine|paracetamol|morphine)",
        r"(?:sit|sat|sitting|stood|stand|standing|climb\w*) (?:\S+ ){0,3}the wrong side of the (?:\S+ )?(?:wall|rail\w*"
        r"|barrier|parapet)",
        r"(?:been|am|im|keep|started) cutting (?:\S+ )?where (?:\S+ ){1,4}(?:cover\w*|hid\w+|sees?|shows?|notices?)",
        r"(?:holding|held|touch\w*|got out|took out|taken out|getting out) the (?:blade|razor)(?:s|blades?)? again",
        unless=r"climb\w*|hammock|swing|punch ?bag|pull ups?|pigeons?|dog|cat|shav\w+|eczema|mosquito\w*|itch\w*|chickenpox"
        r"|zip ?(?:wire|line)|bungee|parachute|trainer|trapeze|silks|loft|ladder|inspector",
        denied=False,
    ),
    rule(
        "put in order for after",
        _CRISIS,
        r"(?:written|wrote|finished|done|sealed) the letters(?: $|$| ,)",
        r"(?:set|chosen|picked|got|have) (?:a|the|my) (?:date|day|night) (?:\S+ ){0,4}(?:calm|relief|at peace|quiet inside)",
        r"(?:done|finished|through) with (?:it all|all of it|everything) (?:\S+ ){0,3}(?:chosen|picked|decided on|set) (?:the"
        r"|a|my) (?:night|day|date|place)",
        r"(?:ill|i will) (?:\S+ )?be gone (?:\S+ ){0,3}(?:im |i am )?sorry (?:for|to)",
        r"sorry (?:for|to) whoever (?:\S+ )?(?:opens|finds|comes|has to|unlocks|gets here|sees)",
        r"(?:cleaned|tidied|cleared|sorted|emptied) (?:\S+ ){0,6}(?:for whoever (?:comes(?! to)|finds|has to)|(?:mess|trouble) for"
        r" (?:whoever|them to find)|when they find)",
        r"tell (?:my|the) (?:\S+ ){1,3}(?:that )?(?:it )?(?:wasnt|isnt|was never) (?:anything (?:they|you)|their fault"
        r"|her fault|his fault|because of (?:them|her|him))",
        r"(?:put|putting) me (?:down|to sleep|out of my misery) (?:, )?(?:(?:like|the way) (?:they|you|we)"
        r" (?:did|do|put|would)|like (?:an? |the )?(?:\S+ )?(?:dog|mare|horse|ewe|cat|animal)|same as (?:the|an?|they))",
        r"(?:wish|want|like) (?:someone|somebody|anyone|them|god|him|her) (?:would |could |to )?(?:just )?(?:switch|turn)"
        r" me off(?= $|$| ,| for good| and)",
        r"(?:life|i|being alive) (?:had|has|came with) (?:a|an) (?:quit|off|stop|exit|eject|delete) (?:button|switch)",
        r"(?:had|have had) my (?:go|turn|fill) (?:at|of|with) (?:being alive|life|living|it all)|time to stop (?:existing"
        r"|living|being alive)",
        r"(?:be|lie down|go) (?:where|next to|beside|with) (?:my (?:wife|husband|son|daughter|mum|dad|mother|father)|him|her)"
        r"(?: (?:is|are))?(?: now)? (?:, )?(?:in|under) the (?:\S+ )?(?:ground|grave|graveyard|churchyard|cemetery|yew|earth"
        r"|soil)",
        r"dont deserve to be (?:here|alive|living) (?:when|if|after|and) (?:\S+ )?(?:isnt|died|not|gone|arent)",
        r"(?:cry|grieve|mourn|be sad|be upset|miss me) (?:for )?a (?:bit|while|day|week|month|year) (?:and )?then (?:\S+ ){0,3}"
        r"(?:easier|better|free|fine|over it|relieved|relief)",
        r"(?:sums?|numbers?|maths?|world|family|house|home|accounts?) (?:\S+ )?(?:works? out|adds? up|comes? out|runs?|is|are)"
        r" (?:better|easier|lighter) without me(?= $|$| ,)",
        r"(?:open|read|find) (?:them|it|these|this) when (?:its all over|its over|im gone|im not here)",
        r"(?:want|like|wish|need|ought|deserve) to be (?:deleted|erased|switched off|turned off|unmade|put down)(?= $|$| ,"
        r"| for good| like)",
        r"pretend\w* (?:that )?(?:\S+ ){0,2}(?:want to be|like being|happy to be|glad to be) alive",
        r"(?:waiting|ready) for it (?:all )?to be over (?:, )?(?:life|living|all of it|me)",
        r"wont be (?:troubling|bothering|burdening) (?:anyone|anybody|you|them|any of you) (?:after|anymore|much longer|again)",
        r"no more anything$|nothings keeping me here",
        unless=r"party|holiday|wedding|meeting|flight|airport|moving|move to|new job|transfer|deposit|landlord|tenants?"
        r"|lease|viewing|interview|retir\w+|buyers?|visit\w*|guests?|week off|sabbatical|shift|on tour|project|team|band"
        r"|solicitor|publisher|job|town|village",
        own=False,
        denied=False,
    ),
    rule(
        "no next year, put obliquely",
        _CONCERN,
        r"(?:dont|dont even|didnt|do not) want to see (?:the |another )?(?:spring|summer|autumn|winter|christmas|new year"
        r"|next year|my next)(?!(?: \S+){0,2} (?:end|over|go|pass|sale|collection|panto\w*|show|play|menu))",
        r"(?:i|ill|id) (?:wont|wouldnt|not) be there(?= $|$)(?<!late)|(?:someone|somebody) else (?:will|can|ll) (?:see|have"
        r"|pick|enjoy|finish) (?:them|it|this) (?:, )?(?:i|and i) wont be",
        r"wont need (?:\S+ ){1,3}next (?:year|spring|summer|winter) (?:, )?or anything",
        r"(?:dont|do not|didnt) (?:plan|intend|mean|expect) (?:on |to )?(?:being|be) (?:around|here|there)(?= $|$| for the| by"
        r"| when| much| next)",
        r"(?:think|know|feel|reckon) (?:that )?ill be gone (?:before|by|soon)",
        r"(?:dont|wont|not) (?:\S+ ){0,3}bother with (?:another|the next|my next|any more) (?:birthdays?|christmas|years?)",
        r"dont see myself (?:at|in|by|past) (?:christmas|new year|next year|the spring|my next)",
        r"(?:theyd|theyll|they would|they will|everyone would|everybody would) get over (?:me|it|losing me) (?:\S+ )?"
        r"(?:quick\w*|soon\w*|fast\w*|in a)",
        r"(?:overstayed|outstayed my) (?:\S+ ){0,3}(?:in (?:the|this) world|here on earth|alive|life)|outstayed my welcome in"
        r" (?:the|this) world",
        r"not (?:even )?(?:scared|afraid|frightened) of (?:dying|death) (?:anymore|now)|not scared of dying",
        r"(?:once|when|after) (?:my |the )?(?:\S+ )?(?:dog|cat|mum|mother|dad|father|horse) (?:goes|dies|is gone) (?:, )?(?:\S+ )?"
        r"(?:free to go|nothing (?:left )?(?:to|keeping|holding)|can go too|can go as well)",
        r"homes? for (?:both |all |the |my )*(?:dogs?|cats?|horses?|hens) (?:\S+ ){0,3}(?:wont be long|before i go|for after)",
        r"sorted (?:\S+ ){0,6}so (?:nobody|they|she|he|the kids) (?:\S+ ){0,6}after me$",
        r"finished with it all(?: $|$)|want the (?:noise|pain|thoughts|thinking) (?:\S+ ){0,4}to stop (?:, )?(?:for ever|forever"
        r"|for good)|log out for good",
        r"gap where id be|nothing (?:left )?to get up for(?= $|$| ,)|(?:havent|not|yet to) buri\w+ me",
        r"so (?:they|nobody|the police|he|she) (?:wont|wouldnt|neednt|dont) (?:\S+ ){0,2}break (?:it down|the door|it)"
        r"|key (?:\S+ ){0,5}for after$",
        r"(?:no longer|dont|cant|never) (?:picture|imagine|see) myself (?:\S+ )?(?:in|by|at|past) (?:the )?(?:spring|summer"
        r"|autumn|winter|new year|anything)(?= $|$| ,)",
        r"keep (?:going|walking|driving|coming) (?:back )?(?:to|past) the (?:level crossing|bridge|weir|viaduct|cliff|roof"
        r"|railway)",
        r"(?:point|sense|use) (?:in|of) (?:getting|growing) old|pretend\w* (?:that )?i want to be here|stopped eating because i",
        unless=r"party|holiday|wedding|meeting|flight|airport|moving|new job|transfer|upstairs|neighbours?|builders?"
        r"|interview|retir\w+|late|shift|traffic|hospice|palliative|terminal\w*|ninety|greece|office|bliss|lovely"
        r"|weekend|sunday|photo\w*|birds?|herons?|otters?|choir|class|rehearsal|school|dog walk",
        denied=False,
    ),
)
