"""The rules that hear thoughts of suicide or self-harm, as wish, plan, means, act or farewell.

Source: the warning signs of the 988 Suicide & Crisis Lifeline and of the WHO's "Preventing suicide: a resource" series:
talk of wanting to die, looking for a way, having no reason to live, being a burden, saying goodbye, giving things away;
the Columbia Protocol (C-SSRS screen) for the order wish, thought, method, intent, plan, act.
"""

from __future__ import annotations

from typing import Final

from assistant.core.reading import Distress
from assistant.reading.distress_rules import Rule, rule

_CRISIS = Distress.CRISIS

_WISH: Final = (
    rule(
        "kill oneself", _CRISIS,
        r"{KILL_SELF}",
        unless=r"printer|in (?:the|a|this) game|minecraft|respawn\w*|(?:stop|stopped|prevent|against) (?:\S+ )?suicide|in the foot|to get {ANY}(?:done|ready|finished)|laughing|life into my own hands"
        r"|take my life (?:in|into|from|seriously|back|to the|and (?:move|put))|end my days? (?:with|by|on|at|early)|end(?:ing)? my (?:day|week)",
    ),
    rule(
        "wish for death", _CRISIS,
        r"(?:want|wanted|need|long|longed|longing|feel like|felt like|feels like|would like|id like|ready|prefer|prepared|love|going|decided|intend|intending|plan|planning|prayed?|praying|wish|hope|hoping"
        r"|deserve|content|glad|gladly|allowed|meant|supposed|rather|would|urge|desire|determined|asking|beg|begging) (?:for me |more )?(?:to )?(?:be able to )?{DEATH}",
        r"(?:part|half|side|all|something|piece|bit|everything|some) (?:of|in|inside) me (?:\S+ ){0,2}(?:wants|longs|wishes|hopes) (?:to |for )?(?:{DEATH}|death|be dead)",
        r"(?:let me|may i|could i|can i|should i|please) (?:please )?{DEATH}",
        r"(?:wish|wishing|wished|hope|hoping|would that|if only|pray|praying|prayed) (?:to god |that |it |to )?(?:i|id) (?:(?:was|were|could be|could|would|had been|had|might|may) (?:be |been |have )?(?:already )?(?:dead|die|died|not exist|never been born|never existed|gone for good|in my grave|under the (?:ground|earth)|buried)"
        r"|(?:wasnt|werent|hadnt|didnt|wouldnt|dont|never|wont|not|would not|was never|had never|could not) (?:be |been |have |to |ever )*(?:born|alive|exist|existed|here anymore|wake|wake up|woken|woke up|make it through the night|survived)|died|die soon)",
        r"(?:rather|better|better off|well|wish i was|were|good as) (?:be |to be |off )?dead",
        r"(?:want|wanting|wish|longing|long|longs|looking|crave|craving|ready|waiting|pray|prayed|praying|yearn|desire) (?:for |of )?(?:my own |my |a |an early |quick )?death",
        r"death (?:would|will|is|seems|sounds|feels) {GAP}(?:relief|release|mercy|kinder|easier|better|peace|peaceful|comfort|welcome|friend|way out|escape|answer)",
        r"(?:want|wanted|pray|prayed|wish|wished|ask|asked|begged|beg) (?:that )?(?:god|the lord|death|him) (?:would |to |will )?(?:please )?(?:take|took|end) me",
        unless=r"(?:fingers|toes|feet|legs|phone|laptop) (?:\S+ ){0,2}(?:would|will|want|wanted) |(?:die|dead|dying|death) (?:of|from) (?:embarrass\w*|shame|laugh\w*|boredom|cringe|curiosity|thirst|happiness|cuteness|old age|excitement|mortification)"
        r"|embarrass\w*|mortif\w+|cringe\w*|die (?:on this hill|old|happy|trying|laughing|in my (?:own )?(?:bed|sleep)|peaceful\w*|on a|at (?:ninety|a hundred|\d+)|in a ditch|alone|yet|at home|with dignity|before (?:i|seeing)|for)"
        r"|(?:when|before|until|after|so|that) i die|rather die than (?:sing|eat|go (?!back)|wear|watch|listen|sit|admit|ask|call|do|see|drive|use|work|speak|talk|be (?:seen|caught))"
        r"|wake up (?:at|to|early|so early|earlier|with|next|before|for|that early)|would die (?:for|if (?:he|she|they|anyone|anybody|people|my (?:boss|mum|mother|students?)))|here (?:at|in|for|with|on)|leave this (?:world|earth) (?:a )?better"
        r"|in (?:the|a|this) game|minecraft|respawn\w*|shame|before the company|fear(?:ing)? (?:of )?death|supposed to be dead|meant to die|wont die|they (?:said|told me|say) {ANY}|the (?:battery|phone|laptop|plant|plants|car|flowers?)"
        r"|i (?:could|should) die here happy|live (?:in|at|near|with|on|next|there|abroad|by) ",
    ),
    rule(
        "not wanting to live", _CRISIS,
        r"(?:dont|didnt|do not|no longer|never|doesnt feel like i|not|cant say i|hardly|barely) (?:even )?(?:want|wish|wanted|care|deserve|like|intend|plan|think i (?:want|deserve|should)|feel like i (?:want|deserve|should)|sure i want|know if i want|know that i want|see myself|imagine myself)"
        r" (?:to )?(?:be |being |keep |keep on |go on |carry on |continue )?(?:alive|live|living|existing|exist|breathing|here anymore|on this (?:earth|planet)|in this world|around (?:anymore|much longer)|wake up|see (?:tomorrow|another day|the morning)|to be (?:alive|here)|do life)",
        r"(?:dont|didnt|no longer) want to be here",
        r"(?:wont|cant|not going to|dont think i(?:ll| will|m going to)?|dont (?:intend|plan|mean) to|shouldnt|not (?:supposed|meant) to|dont expect to|dont see myself|cant see myself|cant imagine)"
        r" (?:to )?(?:be |being |been |make it |living |survive )?(?:alive|around much longer|here much longer|on this earth|living past|past this (?:year|month|week)|to christmas|to my birthday|through the (?:night|week|weekend))",
        r"(?:sick|tired|weary|exhausted|bored|done|finished|fed up) (?:of|with|from) (?:being alive|living|existing|existence|breathing|life altogether|staying alive|fighting to stay alive)",
        r"(?:im|i am|am) (?:done|finished|through) with (?:life|living|this life|this world|existing)",
        r"(?:no|any|one|a|another|what|whats the|what is the|see the|see a|see any|find a|find any|find the|good|single) (?:good |real |more |single )?(?:reason|reasons|point|purpose|use) (?:left )?(?:to|in|of|for|why i should|for me to|in me|of me|of my)"
        r" ?(?:me )?(?:to )?(?:keep |keep on |be |being |stay |staying |continue |go on |going on )?(?:living|live|alive|exist|existing|life|wake up|waking up|breathing|wake|stay|existence)",
        r"(?:nothing|nobody|no one) (?:\S+ ){0,2}(?:to live for|to stay for|worth living for|left to stay|keeping me (?:here|alive))",
        r"(?:life|it|living|being alive) (?:isnt|is not|is no longer|doesnt feel|not|has never been|hasnt been|wasnt|aint) (?:even )?worth (?:living|it anymore to live|the pain)",
        r"(?:is|are|was) (?:it|my life|life|there|this) (?:still |even |really )?worth (?:me )?(?:living|being alive|staying alive|me living|me being)",
        r"(?:only|one) (?:thing|reason|person) {GAP}(?:keeping me|keeps me|that keeps me|im|i am|i stay|im still) {GAP}(?:alive|here|breathing|going on living)",
        r"only still (?:here|alive) (?:because|for)", r"(?:i )?(?:shouldnt|should never have|ought not to) (?:be alive|be here at all|been born|exist)",
        r"(?:cant|dont|didnt|couldnt) (?:see|imagine|picture) (?:\S+ )?(?:future|next year|year|tomorrow) (?:with|that has|where) (?:me|i)(?: in it|m in it| am in it| exist|m alive)?",
        r"(?:hate|hated|hating) (?:being|that im|that i am|to be) (?:still )?alive", r"(?:before|while) i end (?:it|things)", r"give up on (?:living|life)",
        unless=r"(?:live|living|life) (?:in|at|near|with (?:the|my|a|him|her|them|that|this)|here|there|next|on (?:my own|campus)|abroad|by|so far|out of|alone in|together|under|like (?:this|that)|across|a lie)"
        r"|this (?:conference|meeting|party|class|course|office|shift|training|wedding|dinner|holiday)|want to be here (?:for|at|in|all|the|when|with|on|until|till|longer than|today|tonight|this)|wake up (?:at|to|early|so early|earlier|with|next|before|for|that early|in (?:the|a) (?:dark|cold)|tomorrow (?:at|early|and (?:go|do)))"
        r"|point (?:in|of) living (?:so|near|here|there|in)|alive (?:and|with pleasure)|reason to wake up early|tired of living (?:in|out|with|on|at|from|so|alone|here|together)|exist in (?:the )?(?:code|database)|here (?:at|for|in the|when)",
        denied=False,
    ),
    rule(
        "thoughts of suicide", _CRISIS,
        r"suicidal", r"(?:thought|thoughts|thinking|think|thinks|considering|consider|considered|contemplat\w+|planning|plan|plans|attempt\w*|urge|urges|fantasi\w+|dream\w*|obsess\w*|ideation|feelings?|option|answer|solution|of) (?:\S+ ){0,3}suicid\w*",
        r"suicid\w* (?:is|feels|seems|sounds|would be|looks|thoughts?|ideation|plan|plans|note)",
        unless=r"(?:no longer|havent had|free of|never had) (?:\S+ ){0,3}suicid\w*|(?:commercial|career|political|social|financial|economic|tactical|double|rocket) (?:suicid\w*)|suicid\w* (?:squeeze|burn|squad|mission|rates?|door|pact|bomb\w*|prevention|statistics|awareness|watch|hotline|helpline|hot line)"
        r"|prevent\w*|rates? of|research\w*|(?:thesis|paper|essay|lecture|article|leaflet|course|training|unit|chapter|definition|meaning|history|anniversary|verdict) (?:\S+ ){0,2}suicid\w*"
        r"|(?:his|her|their|sisters|brothers|fathers|mothers|dads|mums|uncles|aunts|sons|friends|cousins|someones|colleagues|husbands|wifes|womans|mans|girls|boys|students|authors|durkheims) (?:\S+ ){0,2}suicid\w*|(?:meeting|deadline|traffic|road|drivers?|schedule|pace|pigeon|squirrel|moth|fly|seagull|parking|wings?|plants?)",
    ),
    rule(
        "thoughts of dying", _CRISIS,
        r"(?:think|thinking|thought|thoughts|fantasi\w+|dream|dreaming|daydream\w*|obsess\w*|imagine|imagining) (?:a lot |all the time |every day |all day |more and more )?(?:about|of|on) (?:how (?:easy|nice|peaceful|good) it would be )?(?:to )?(?:my own )?(?:dying|death and how|my death|being dead|die|not existing|not being (?:here|alive)|ending it|ending things|ending it all|jumping)",
        r"(?:fantasi\w+|daydream\w*) about (?:not|never) (?:existing|waking|being)",
        unless=r"(?:afraid|fear|scared|terrified|anxious|worried|worry) (?:of|about) (?:my |me )?(?:dying|death)|dying (?:of|my hair|the)|ending it with|jumping (?:ship|in the (?:pool|sea|lake))|(?:my|his|her|their) (?:mum|mother|dad|father|dog|cat)\w*",
    ),
)  # fmt: skip

_PLAN: Final = (
    rule(
        "asking for a method", _CRISIS,
        r"{METHOD} (?:\S+ ){0,3}(?:to|of|for|i can|i could|that will|that would|which will) (?:\S+ ){0,3}(?:die|dying|kill(?:ing)? (?:my|your|one)self|kill me|end (?:my|your|ones) life|end it(?: all)?|ending (?:it all|my life)|commit\w* suicide|suicide|overdose|hang(?:ing)? (?:my|your)self|never wake|be dead)", r"(?:places?|where|bridges?|buildings?) (?:\S+ ){0,5}(?:i|to|can|could) (?:\S+ ){0,2}(?:jump off|jump from|jump|die|end it)$",
        r"how (?:\S+ ){0,4}(?:kill|hang|drown|poison|shoot|stab|suffocate|asphyxiate|electrocute|gas|burn|cut|hurt|harm|injure) (?:my|your|one)self",
        r"how (?:\S+ ){0,5}(?:commit suicide|self harm|overdose|tie a noose|make a noose|end (?:my|your|ones) (?:own )?life|end it all|slit|bleed out|bleed to death|die painlessly|die quick\w*|die in (?:my|your) sleep)",
        r"(?:stop|stopping|prevent|save) me (?:from )?(?:jumping|dying|ending|doing it|killing)", r"how (?:much|many|long|high|deep|fast|far|big) (?:\S+ ){0,9}(?:to die|to kill (?:me|you|myself|a person|someone|an adult)|kill me|you die|i die|id die|one die|dont survive|not survive|not to survive|to overdose|be fatal|be lethal|is fatal|is lethal|not to wake|bleed out|bleed to death|be deadly|is deadly|would it take me to|cut so|cut to|cut my)",
        r"(?:what|which|how|give|tell|list|recommend|where|best|any|some|whats) (?:\S+ ){0,6}(?:lethal|fatal|deadly) (?:dose|amount|combination|quantity|mix|poison|drug)s?", r"(?:lethal|fatal|deadly) (?:dose|overdose|amount|combination|combo) of {PILLS}",
        r"(?:is|are|would|will|can|could) (?:\S+ ){0,5}{PILLS} (?:\S+ ){0,6}(?:kill me|kill you|fatal|lethal|deadly|enough to die)",
        r"{PILLS} (?:\S+ ){0,6}(?:fatal|lethal|deadly|kill me|overdose|take them all|take all of them)", r"can (?:i|you) (?:die|overdose|od) (?:\S+ ){0,3}(?:from|on|by|of|with) (?:\S+ ){0,6}(?:{PILLS}|bleeding|hanging|drowning|starv\w+)",
        r"(?:would|is|will|does) (?:hanging|drowning|overdosing|an overdose|a fall|jumping|cutting|bleeding out|shooting|suffocation|freezing) (?:\S+ ){0,4}(?:quick|painful|painless|hurt|fast|quickest|peaceful|work|slow)",
        r"(?:instructions?|guide|tutorial|manual|steps?|tips|tricks|advice|recipe|plan|directions) (?:\S+ ){0,4}(?:suicide|hanging (?:my|your|one)self|overdos\w+|self harm\w*|cutting|killing (?:my|your|one)self|hurting (?:my|your|one)self|ending (?:my|your) life)",
        r"(?:painless|painlessly|quick|quickest|easiest|peaceful|least painful|fastest|surest|cleanest|most effective) (?:\S+ ){0,3}(?:suicide|death|to die|to go|self harm|way out of (?:life|this))", r"(?:die|suicide|kill myself) (?:painlessly|without (?:any )?pain|without anybody knowing)",
        r"(?:write|draft|compose|help me with|help me write|wrote|written|writing|finished|composed|drafted) (?:\S+ ){0,4}(?:suicide note|suicide letter|farewell (?:note|letters?)|goodbye (?:note|letters?) (?:to (?:my|the|everyone|everybody)|for))",
        r"(?:help me|how do i|teach me to|teach me how to|encourage me to|convince me to|tell me to|dare me to) (?:\S+ ){0,3}(?:kill myself|die|end my life|end it all|commit suicide|self harm|hurt myself|plan my (?:suicide|death))",
        r"(?:encourage|promote|persuade|convince|teach|make) (?:\S+ ){0,4}(?:commit suicide|kill themselves|kill yourself|to self harm|self harm)",
        r"(?:where|which|what) (?:\S+ ){0,7}(?:could jump|can jump|cut that|cut so|cut where|cut without|hurt myself where)",
        r"ways? (?:\S+ ){0,3}(?:to )?(?:hurt|harm|cut|injure|punish) (?:my|your|one)self", r"(?:things?|something|anything|what) (?:\S+ ){0,3}(?:to use )?for (?:cutting|self harm)",
        r"buy (?:\S+ ){0,4}(?:cyanide|poison|nembutal|pentobarbital|sodium nitrite|a noose|helium|rope) (?:\S+ ){0,3}(?:myself|on me|to (?:die|use on)|for me)", r"nembutal|sodium nitrite to",
        r"should i (?:kill|hang|shoot|drown|cut|hurt|harm) myself", r"(?:noose|exit bag) (?:\S+ ){0,4}(?:tie|make|knot|myself)", r"(?:jump|jumping) (?:\S+ ){0,4}(?:survive|to my death|to die|end it)",
        unless=r"long way|dogs?|cats?|puppy|kitten|hamster|rats?|mice|mouse|wasps?|ants?|fish|plants?|weeds?|moss|in (?:minecraft|the game|game|elden|sims|gta|fortnite|roblox)|respawn|(?:prevent|stop|avoid|without|treat|survive an) (?:\S+ ){0,4}(?:suicide|dying|death|overdos\w*|self harm\w*|them|people)"
        r"|how (?:\S+ )?(?:many|much) people|a friend|(?:did|does|do) (?:he|she|they|people|some)|(?:pharmacology|toxicology|exam|lecture|nursing)|hang (?:my|the) (?:picture|coat|mirror)|cut (?:my|your|the) (?:hair|fringe|nails|bangs|grass|hours|costs)|to die for"
        r"|goodbye (?:letter|note) to my (?:students|team|class|colleagues|job|house|flat)|(?:colleagues?|students|team|class|clients)",
        own=False, denied=False,
    ),
    rule(
        "plan or means at hand", _CRISIS,
        r"(?:saving|saved|stockpil\w+|hoard\w+|collecting|collected|counting|counted|keep counting|stashed|stashing|put aside|lined up|laid out|staring at|looking at|in front of me|sitting with|holding|poured out|crushed|bought|got|have) (?:\S+ ){0,5}(?:pills|tablets|my meds|paracetamol|sleeping pills|opioids|insulin|painkillers) (?:\S+ ){0,8}(?:enough|all|in front|counting|lined|ready|months|stash|just in case|tonight|now|end|die|for the day|when i|in my hand)",
        r"(?:{I} |have |and )(?:saving|saved|stockpil\w+|hoard\w+|stashed|stashing|counting|counted|keep counting|been saving|been counting|lined up|laid out) (?:\S+ ){0,5}(?:pills|tablets|my meds|medication|paracetamol|painkillers|sleeping pills)",
        r"(?:bottle|box|packet|handful|pile|stash) of (?:\S+ )?(?:pills|tablets|paracetamol|meds|sleeping pills|painkillers) (?:\S+ ){0,3}(?:in front|in my hand|on the (?:table|bed|floor) and|next to me|beside me|beside the bed and)",
        r"(?:ive|i have|i) (?:already )?(?:taken|took|swallowed|downed) (?:all|every|a whole|the whole|whole|too many|an|a handful|a lot of|loads|\d+|ten|twenty|thirty|forty|fifty|sixty|a bottle|the entire|half the) (?:\S+ ){0,4}(?:pills?|tablets?|meds|medication|paracetamol|bottle|box|packet|overdose|aspirin|painkillers|antidepressants|xanax|insulin)", r"(?:swallowed|downed) (?:all|\d+|ten|twenty|thirty|forty|fifty|sixty|a handful|loads|the lot)(?: of them)?(?! (?:my|the|a) (?:drink|coffee|beer|pint|tea|wine))",
        r"(?:tried|try|trying|going|want|wanted|planning|plan|thinking|thought|attempted) (?:to |of |about |an? )(?:overdose|overdosing)", r"took an overdose",
        r"(?:bought|got|tied|found|had|have|holding|hung|buying|keep looking at|looking at|picked out|ordered) (?:\S+ ){0,3}(?:rope|noose|razor blades?|gun|pistol|helium|hose)(?: (?:in my (?:hands?|mouth|lap)|today|around my neck|ready|for it|from the (?:beam|tree|rafters)|to (?:do it|use|end)|and (?:a|the) (?:tree|beam|plan|note)))",
        r"(?:rope|noose|gun|pistol|shotgun|razor|blade|knife|revolver) (?:\S+ ){0,3}(?:in my (?:hands?|mouth|lap)|around my neck|to my (?:head|throat|wrist|temple)|at my (?:head|throat)|against my (?:wrist|skin|throat))",
        r"(?:gun|shotgun|pistol|revolver) (?:\S+ ){0,9}(?:opening the drawer|keep (?:looking|thinking|opening|going)|what id do|use it on me|use it on myself|do with it|end (?:it|of it))", r"(?:looked|gazed|stared) (?:\S+ ){0,3}(?:upon|at|on) the (?:pistol|razor|gun|rope|pills|noose|blade)",
        r"(?:think|thinking|thought|imagin\w+|want|wanted|urge|picture|picturing|plan|planning|keep|tempted|nerve|going|about|fantasi\w+|considered|considering|wondered|wonder) (?:\S+ ){0,5}(?:jump|jumping|step|stepping|walk|walking|throw myself|throwing myself|driving|drive|swerve|swerving|steer|steering|crash|crashing|leap|leaping|veer|veering)"
        r" (?:\S+ ){0,4}(?:in front of|off (?:the|a|that|this) (?:bridge|roof|building|ledge|balcony|cliff|edge|platform|pier|overpass|car park)|off it|under (?:a|the)|into (?:a|the|oncoming) (?:tree|wall|traffic|river|oncoming|barrier|sea|water|bridge|lorry|truck|train|canal)|onto the (?:tracks|line|rails|track)|into traffic|into oncoming|out of the window|from the (?:bridge|roof|balcony))",
        r"(?:working|work|worked) up the (?:nerve|courage) to (?:jump|do it|end|step|go through)", r"(?:bridge|roof|ledge|balcony|overpass|cliff|platform) (?:\S+ ){0,12}(?:to jump|jumping|nerve|jump off|and jump|stop me|to end)",
        r"(?:worked out|know|planned|plan|decided|figured out|chosen|picked|planning) (?:\S+ ){0,3}(?:how id do it|how ill do it|how i would do it|how im going to do it|when ill do it|how to do it , the|a day to (?:die|go)|the day ill (?:die|go)|how and when|where ill do it)",
        r"(?:ive|i have|have) (?:already )?(?:written|left) (?:(?:the|my) note(?! (?:to|for|on|about|in|saying|with|of|from|that|at))|a note$)", r"the garage , the car|hose (?:\S+ ){0,3}exhaust|carbon monoxide (?:\S+ ){0,4}(?:garage|myself|painless)",
        r"(?:ill|i will|id|i would|think ill|going to) (?:\S+ )?do it (?:my|one)self (?:tonight|tomorrow|soon|if|before)", r"(?:so i|and then i|then i) dont have to do it myself",
        r"looked at the (?:water|river|sea|canal|drop|edge|tracks|pills|rails) (?:\S+ ){0,9}(?:kind|calling|welcom\w+|easy|peaceful|inviting|tempting|so simple)",
        unless=r"vitamin\w*|prescri\w+ (?:by|for)|my (?:dad|mum|mother|father|patient|dog|cat|gran\w*)s? (?:pills|tablets|meds|medication|insulin)|as (?:prescribed|directed)|chocolate|bungee|parachute|pool|trampoline|zip ?(?:line|wire)|skydiv\w+|screenwash|glue|hair|shav\w+|organiser|gaffer"
        r"|drove (?:me|us|him|her)|photo\w*|climbing|sail\w*|boat|laptop|graphics tablet|ipads?|bureaucra\w+|walk(?:ed|ing)? into the (?:sea|water) (?:up to|with|for a swim)",
        denied=False,
    ),
)  # fmt: skip

_HARM: Final = (
    rule(
        "self-harm", _CRISIS,
        r"(?:want|wanted|wanting|urge|urges|need|needed|going|tempted|desire|impulse|craving|like|keep|tried|trying|started|back|again|keeps|thinking about|thoughts of|thought about|think about|love|able|allowed) (?:\S+ ){0,2}(?:to |of |about )?(?:cut|cutting|hurt|hurting|harm|harming|burn|burning|hit|hitting|scratch|scratching|punish|punishing|injure|injuring|bruise|bruising|stab|starve and hurt) (?:on )?myself",
        r"(?:{I}|i have|have|been|and|was|just|started|keep|again|ended up) (?:been )?(?:cut|cutting|burn|burned|burnt|burning|scratch|scratching|scratched|slice|slicing|sliced|carve|carved|carving|slashed|slashing|bruising|punched|punching) (?:up )?(?:on )?(?:my|both my) (?:own )?(?:arms?|wrists?|thighs?|legs?|skin|forearms?|hips?|stomach|hand|body|flesh)",
        r"cut(?:ting)? myself (?:again|last night|tonight|today|every|when|because|to|this morning|yesterday|on purpose|so|a lot|deep\w*|for|after|since|until|over and over|and (?:it|i)|with (?:a|the) (?:blade|razor|knife|glass|scissors))", r"(?:i|ive|i have|been|keep|started|still) (?:been )?(?:cutting|cut) (?:myself )?(?:again|every (?:day|night)|since|to (?:feel|cope|punish))",
        r"(?:burn|burned|burnt|burning|hurt|hurting|hit|hitting|harm|harming|harmed|punish|punished|punishing|scratch|scratched|bit|biting|bruis\w+|bang\w*) (?:myself|my (?:arms?|wrists?|thighs?|head)) (?:\S+ ){0,4}(?:until|till|on purpose|because|deliberately|again|when|to feel|with (?:a |the |my )?(?:cigarettes?|lighter|iron|matches|blade|razor|belt|fists?|knife)|bleed|bruise|so i|every)",
        r"(?:i|im|ive|have|been|started|keep|still|urge to|urges to|want to|the urge to|need to|relapsed|relapse) (?:\S+ ){0,3}self harm(?:ing|ed)?", r"(?:burning|cutting|slicing|scratching|carving) my (?:own )?(?:skin|arms?|wrists?|thighs?|legs|flesh)", r"(?:skinny|thin|underweight|weight) (?:\S+ ){0,6}(?:ribs?|ribcage|bones|hipbones|hip bones|collarbones?|spine) (?:\S+ ){0,4}(?:stick|show|poke|jut|visible|out)", r"self harm(?:ing|ed)? (?:\S+ ){0,2}(?:again|is the only|helps|tonight|urge|urges|if i|myself|without|safely)", r"urge (?:\S+ ){0,2}self harm",
        r"(?:fresh|new|more|hide|hiding|hid|cover|covering|bandag\w+) (?:my |the )?(?:cuts|scars from cutting|self harm)(?: (?:on|under|from|again)|$)", r"(?:im )?bleeding (?:\S+ ){0,4}cut too deep|cut too deep (?:this time|again|tonight)", r"(?:relapsed|relapse) (?:\S+ ){0,4}(?:cuts|cutting|self harm|blade)",
        r"carved (?:\S+ ){0,4}(?:into|in|on) my (?:arm|leg|skin|thigh|wrist)", r"(?:feel|need|want|touch|use|used|pick up|miss) the (?:blade|razor|knife)(?: again| on my|$| tonight)", r"(?:blade|razor) (?:\S+ ){0,3}(?:helps|calms|only thing)",
        r"(?:cut|cutting) (?:\S+ ){0,2}(?:without (?:leaving )?scars?|where nobody|deep\w* (?:so|enough)|so (?:it|that it) bleeds)", r"(?:voices?|voice in my head) (?:\S+ ){0,5}(?:tells?|telling|saying|says) (?:\S+ ){0,3}(?:kill|hurt|die|jump|harm|cut)",
        unless=r"(?:prevent\w*|(?:my|his|her|their|a|the) (?:\S+ )?(?:friend|sister|brother|daughter|son|student|patient|child|pupil|client|girl|boy|teen\w*|niece|cousin)s?|who|people who|against|awareness|charity|who to tell|history of|definition) (?:\S+ ){0,4}self harm\w*|she|he|her|(?:definition|meaning) of|shav\w+|cook\w*|chop\w*|slic\w+ (?:bread|onions?|tomato\w*|cheese|lemon\w*)|onions?|kitchen|oven|iron(?:ing)?|stove|kettle|on (?:a|the) (?:tin|can|glass|paper|knife|nail|fence|wire|edge|thorn|roses?|bramble\w*|barbed|oyster|cupboard|door\w*|shelf|ceiling|beam|table|boot|lamp|corner|kitchen|car|broken|pan|tray|barbecue|bbq|grill|radiator|hob|rock|coral)"
        r"|accident\w*|by mistake|slack|slice of|off from|out of|loose|some|a (?:slice|piece|break|deal|fringe)|football|gym|running|lifting|skiing|fell|falling|tripp\w+|slipp\w+|gardening|rugby|climbing|cycling|yoga|hedge|brambles?|sun(?:burn\w*)?|beach|hair|nails|short|open|hours|dose|tattoo|cardio|squats?|carving (?:wood|spoon)|volleyball|soccer|basketball|tennis",
    ),
)  # fmt: skip

_NAMED: Final = (
    rule(
        "self-harm by its name", _CRISIS,
        r"self (?:harm|injur)\w*",
        unless=r"(?:prevent\w*|sister|brother|daughter|son|friend|student|patient|child|pupil|client|girl|boy|teen\w*|niece|cousin|who|people|against|awareness|charity|history|definition|meaning|she|he|shes|hes|her|his|their|they|safeguarding)",
    ),
)  # fmt: skip

_OBLIQUE: Final = (
    rule(
        "better off without me", _CRISIS,
        r"{THEY} (?:\S+ ){0,4}(?:better|happier|fine|lighter|easier|relieved|relief|okay|ok|improve\w*|manage|cope|get over it|be glad|best) (?:off )?(?:\S+ ){0,2}(?:without me(?! (?:on|at|in (?:the|this) (?:team|project|role|band|meeting)|leading|as|there|here|playing|for))|if i (?:\S+ )?(?:was|were|wasnt|werent|didnt exist|never existed|died|was never|had never been|disappeared|vanished|am gone|left this|ceased|hadnt been|went away for good|killed)(?! (?:on|late|early|in charge)))",
        r"better off without me(?! (?:on|at|in the|leading|as|there|playing))", r"without me (?:\S+ ){0,3}{THEY} (?:\S+ ){0,2}be (?:better|happier|fine|free|okay)", r"(?:lighter|freer|happier) , (?:all of them|everyone|everybody) , without me",
        r"if i (?:\S+ )?(?:wasnt|werent|were not|was not) (?:here|alive|around|born|in it)(?: anymore)? (?:, )?(?:\S+ ){0,3}(?:would|everyone|everybody|nobody|they|it)",
        r"(?:^ |what |and |but |or |imagine |wonder )(?:if|what if) i (?:wasnt|werent|didnt) (?:here|exist|alive)", r"be (?:gone|dead) (?:\S+ ){0,3}(?:happier|better|relieved|free of me)",
        r"(?:kindest|best|only decent|one good|least selfish|right) thing (?:\S+ ){0,5}(?:leave for good|die|disappear|not be here|be gone|leave this|end)", r"waste of (?:oxygen|air|space) (?:\S+ ){0,12}(?:die|gone|leave|dead|end|disappear)",
        unless=r"while im|until im back|for a (?:week|fortnight|day|month)|(?:the|this|my|our) (?:meeting|team|project|department|band|committee|company|office|class|account|league)|party|holiday|trip|photo|at work today|if i (?:was|were) (?:\S+ )?(?:there|late|early|older|younger|better|more|less|a|an|the|richer|taller|thinner|nicer|honest|kinder|quicker|to|you|in|not so|able|paid|working)",
        own=False, denied=False,
    ),
    rule(
        "nobody would mind", _CRISIS,
        r"(?:nobody|anyone|anybody|they|who|not one person|people) (?:\S+ ){0,2}(?:would |will |d )?(?:\S+ )?(?:notice|miss me|care|mourn|cry|be sad|even know|come looking|grieve) (?:\S+ ){0,3}(?:if|when|were|was) i(?:m)? (?:\S+ ){0,3}(?:die|died|disappear\w*|gone|vanish\w*|dead|wasnt here|werent here|didnt exist|didnt wake|ceased|stopped existing|never came back|killed|wasnt alive|wasnt around|went)",
        r"if i (?:\S+ )?(?:died|disappeared|vanished|was dead|were dead|was gone|didnt wake up|never woke up|dropped dead|got hit|stopped breathing|wasnt here|werent here) (?:\S+ ){0,8}(?:nobody|relief|wouldnt (?:mind|care|matter|bother|notice|even)|fine with|okay with|ok with|better|would anyone|no great loss|for the best|easier|not be (?:missed|noticed)|would anybody|problem solved|be free)",
        r"(?:wouldnt|wouldnt even|dont think id|not) (?:be )?(?:mind|care|sorry|bothered|fight it|sad|upset) (?:if|about|when) (?:\S+ )?(?:i|it|me|my) (?:\S+ ){0,3}(?:died|dying|die|dead|didnt wake|never woke|disappeared for good|life ended|was all over|killed me|got hit|crash\w*|not waking)",
        r"(?:bus|car|truck|lorry|train|plane|asteroid|lightning|tree|something) (?:\S+ ){0,2}(?:hit|hits|killed|kills|struck|crashed|took|takes|fell on|would hit|to hit|to happen to|will happen to|happens to|happened to) me (?:\S+ ){0,9}(?:wouldnt|relief|fine|glad|mind|care|okay|end|myself|happy|problem|over)",
        r"(?:hope|hoping|wish|wishing|pray|praying) (?:that )?(?:a |the |some |my )?(?:bus|car|truck|lorry|train|plane|something|someone|heart|cancer|illness|accident|god) (?:\S+ ){0,3}(?:hits?|kills?|takes?|runs?|stops? beating|ends?|happens? to|would (?:hit|kill|take|happen)) (?:me|it|to me)?",
        own=False, denied=False,
    ),
    rule(
        "not waking", _CRISIS,
        r"(?:hope|hoping|wish|wishing|pray|praying|prayed|hoped|ask|asking|asked|beg|begging|want|wanted) (?:\S+ ){0,7}(?:dont|didnt|wont|not|never|wouldnt|wake up dead) (?:\S+ ){0,4}(?:wake|woken|rise again|waking)(?! (?:at|early|the|him|her|them|my|anyone))",
        r"(?:go to sleep|fall asleep|sleep|lie down|close my eyes) (?:\S+ ){0,3}(?:never|not|and not) (?:\S+ ){0,3}(?:wake|rise|open them)(?! (?:at|early|until|till|the|him|her|them|my))", r"(?:go to sleep|fall asleep|sleep|close my eyes) (?:forever|for good|for ever)", r"not to wake up again",
        unless=r"wake up (?:at|early|so early|late|with|before|in time|the|to (?:the )?(?:alarm|noise|rain|snow))|nightmare|alarm|jet ?lag|baby|toddler|hungover|hangover|could (?:sleep|lie down|fall asleep)|hike|after that|after the|after a|after this",
        denied=False,
    ),
    rule(
        "no reason to go on", _CRISIS,
        r"(?:no|any|a|see|find|another|single|good|much) (?:reason|point|purpose|use) (?:left )?(?:to|in|for|of) (?:me )?(?:to )?(?:going on|go on|carrying on|carry on|keep going|keeping going|continuing|continue|see tomorrow|be here|being here|stay here|staying|get through another|trying to live|stick\w* around)(?! (?:with|about|to|at|for|on|in|up|talking|arguing))",
        r"(?:cant|dont|couldnt|didnt|do not|no longer) (?:see|find|think of|have) (?:a|any|one|the|another) (?:\S+ )?(?:reason|point|purpose) (?:to|in|for|of) (?:me )?(?:to )?(?:wake|waking|go on|going on|be alive|being alive|be here|being here|exist|existing)",
        r"whats the point (?:in|of) (?:me )?(?:going on|carrying on|being here|waking up|existing|any of it anymore|staying)(?! (?:with|about|to|at the|for|in|early))",
        unless=r"(?:book|course|series|job|project|meeting|class|game|diet|team|argument|conversation|novel|degree|committee|treatment with|early|light|estuary)",
        denied=False,
    ),
    rule(
        "wanting it all to end", _CRISIS,
        r"(?:want|need|wish|ready for|waiting for|wanted|hope|hoping) (?:for )?(?:it|everything|this) all (?:to |would |will |can )?(?:be )?(?:end|stop|over|gone|done|finish\w*)(?! (?:well|happily|by|soon|on time|in|with))", r"(?:want|need|wanted|wish|hope) (?:for )?everything (?:to |would |will )?(?:be )?(?:end|stop|over|go black|go dark)",
        r"want(?:ed)? to end (?:it|things|everything|it all)(?! (?:with|between|before|by|on a|on good|well|here for|the))", r"(?:going|planning|decided|ready|about|plan|thinking of|thinking about|thought about|consider\w*|tempted) (?:to |on )?(?:end|ending) (?:it|it all|things for good|everything)(?! (?:with|between|well|on|the))",
        r"(?:only|one|no other|no) (?:way out|escape|exit)(?: of (?:this|here|it|my life|the pain))?(?: (?:left|except one|but one|is death|is to die|i can see|other than (?:death|dying)))", r"it (?:will|ll) (?:all )?be over (?:on|by|after|soon|tonight|tomorrow|this) (?:\S+ ){0,3}(?:calm|peace|dead|goodbye|relief|$)|calm (?:\S+ ){0,9}(?:it will|itll) be over",
        r"(?:time|ready|need|want|decided) (?:for me )?to (?:leave|depart|quit|exit|check out of|say goodbye to) (?:from )?(?:this |the )?(?:world|life|earth|planet|existence|living)", r"(?:determined|resolved|mind|minded) to (?:quit|end|leave) (?:it|this life|the world|my life|existence)",
        unless=r"relationship|marriage|lease|contract|subscription|season|semester|renovation|war|pandemic|lockdown|exams?|meeting|term|career|with (?:him|her|them|ben|my)|well|ending it with|affair|between us|engagement|friendship|call\b|football|game",
    ),
    rule(
        "farewell", _CRISIS,
        r"(?:this is|its|time (?:for|to say)|my (?:last|final)|final) (?:my |the |a )?(?:final |last )?goodbye(?! (?:party|drink|lunch|tour|card|present|hug))", r"goodbye (?:cruel world|world|everyone|everybody|all|mum|dad|my (?:love|loves|darling|family|children|friends)) (?:, )?(?:im|i am|i|and)? ?(?:sorry|wasnt|tried|couldnt|cant|loved|forgive)",
        r"(?:tell|let) (?:my |the )?(?:\S+ ){0,2}(?:children|kids|boys|girls|family|mum|mom|dad|mother|father|wife|husband|son|daughter|them|her|him|everyone|parents|sister|brother) (?:know )?(?:that )?(?:i (?:loved|always loved|tried|was sorry)|im sorry i (?:couldnt|wasnt|cant))",
        r"by the time (?:\S+ )?(?:anyone|anybody|you|they|somebody|someone|he|she) (?:\S+ )?(?:read|reads|find|finds|see|sees|get|gets) (?:this|me|my note)(?:.{0,30}(?:gone|dead|over|too late|sorry|done))?", r"(?:when|if|after) (?:you|they|she|he|anyone|anybody) finds? (?:this|me|my body|the body)(?: it will| ill| i will|$)",
        r"(?:last|final) (?:thing|words|message|letter|note|post|entry|thing i will) (?:\S+ ){0,3}(?:i will ever|ill ever|from me|i write|you will (?:get|hear)|youll (?:get|hear)|ever write|before i go)",
        r"(?:gave|given|giving|give) (?:\S+ ){0,7}(?:away|my \S+|to) ?(?:\S+ ){0,8}(?:wont|not going to|dont|no longer) (?:\S+ )?(?:be )?need(?:ing)? (?:it|them|any of it|any of this|that) (?:where|anymore|much longer|now|after|again|soon)", r"(?:wont|not going to|no longer|dont) (?:be )?need(?:ing)? (?:it|them|any of it|anything|that|this) where im going",
        r"nothing (?:left )?(?:to stay for|left for me|keeping me here|left to live|holding me here|here for me anymore)", r"(?:letters?|notes?|videos?) (?:\S+ ){0,6}(?:for|to) (?:\S+ ){0,6}(?:when|after|once) im (?:gone|dead)", r"(?:when|once|after|soon) (?:im|ill be|i am) (?:gone|dead) (?:for good|they|it|everyone|you|nobody|and then|please|dont|theyll|, and)",
        r"(?:wont|not going to|never) (?:\S+ )?(?:have to|need to) (?:\S+ )?(?:worry|deal with|put up with|look after|care for|think|suffer)(?: about| with)? me (?:\S+ )?(?:anymore|much longer|soon|again|after)", r"(?:soon|after (?:this|tonight|tomorrow|today|the weekend)) (?:\S+ ){0,3}(?:wont|will not|never) (?:\S+ ){0,3}(?:worry|bother|burden|trouble|have me|hear from me)",
        r"(?:wont|not going to|dont (?:think|intend|plan|expect)) (?:\S+ ){0,5}(?:be a burden|bother anyone|be in the way|be a problem) (?:\S+ ){0,3}(?:after|anymore|much longer|for long|soon)", r"(?:not|wont|dont think im|isnt|not going to) (?:\S+ ){0,4}(?:be )?(?:around|here|be here|be around) (?:for )?(?:much )?longer",
        r"(?:wont|not going to|dont think ill|never going to) (?:make it|be here|be around|live|last) (?:to|until|till|for|past|see) (?:see )?(?:christmas|my (?:next )?birthday|the (?:summer|new year|weekend|end of)|new year|summer|next (?:year|month|week)|spring|winter|then|\d+)(?: and| because| ,|$)",
        r"(?:sorry|forgive me) (?:to |, )?(?:everyone|everybody|all of you|mum|dad|my (?:family|children|love))? ?(?:, )?(?:i (?:\S+ )?(?:cant (?:stay|do this anymore|go on|keep going|live)|tried , i|have to go now|wont be here))", r"i cant stay (?:in this world|alive|anymore)|i tried , i cant stay",
        r"(?:dont|do not) (?:intend|plan|expect|want|mean) to be (?:here|alive|around)(?: (?:anymore|then|by|next|after|much|when|$))", r"(?:calm|peace) (?:\S+ ){0,6}(?:decided(?! (?:to|on|against|that (?:we|the)))|because it will|now that i know|with dying|with leaving (?:this|all|them|you|life))|made (?:my )?peace with (?:dying|leaving|ending|it , (?:by|im))",
        r"(?:stopped making plans|no plans) (?:\S+ ){0,7}(?:wont be here|dont intend|not be here|dead)", r"ready to (?:go|leave) (?:\S+ ){0,3}(?:forever|for good|from this|tired of)", r"join (?:him|her|them|my \S+) in (?:heaven|death|the grave|the ground)",
        unless=r"in this (?:traffic|queue|heat|meeting|lift)|party|drinks|job|office|team|colleagues?|notebook|diary|journal for|new one|flight|flying|holiday|tour|moving|move|house|retire\w*|semester|school|series|season|students|class|train leaves|lovely|im off home|the company|cancer|terminal\w*|oncolog\w+|hospice|palliative|transfer\w*|assignment|sick leave",
        denied=False,
    ),
    rule(
        "passive wish, older words", _CRISIS,
        r"(?:weary|sick|tired) of (?:my |this |mere )?(?:existence|life) (?:\S+ ){0,6}(?:end|quit|die|death|grave|determined|resolved|wish)", r"(?:long|longing|wish|yearn|sigh|pray) (?:\S+ ){0,3}(?:for|to be in) (?:\S+ )?(?:the grave|my grave|death|the end of it|oblivion|annihilation|extinction)",
        r"self (?:destruction|murder|slaughter)", r"would (?:that|to god|to heaven) i (?:\S+ ){0,2}(?:dead|never been born|die|died|in my grave)", r"never (?:to )?rise (?:again|more)", r"put an end to (?:my|it|myself|this)(?: \S+){0,2} ?(?:life|all|existence|days|misery|self)?",
        r"how a moment would end|a moment would end (?:all|it)", r"(?:thought|thoughts|think) (?:\S+ ){0,3}of (?:drowning|hanging|shooting|destroying|poisoning|making away with|doing away with) (?:\S+ )?(?:myself|with myself)", r"not be woken",
        unless=r"put an end to (?:it|this) (?:nonsense|habit|practice|argument|rumou?r)|rumou?r|squabble|quarrel|nonsense",
    ),
)  # fmt: skip

CRISIS_RULES: Final[tuple[Rule, ...]] = (*_WISH, *_PLAN, *_HARM, *_NAMED, *_OBLIQUE)

ACROSS_SENTENCES: Final[tuple[Rule, ...]] = tuple(r for r in CRISIS_RULES if r.name in {"farewell", "plan or means at hand"})
"""Signs that people put into two short sentences."""
