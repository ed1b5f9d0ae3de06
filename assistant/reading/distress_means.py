"""The rules that hear a method asked for, a plan, means at hand and self-harm.

Source: the plan and act questions of the Columbia Protocol (C-SSRS screen); NICE NG225 (2022) for self-harm.
"""

from __future__ import annotations

from typing import Final

from assistant.core.reading import Distress
from assistant.reading.distress_rules import Rule, rule

_CRISIS = Distress.CRISIS

_PLAN: Final = (
    rule(
        "asking for a method",
        _CRISIS,
        r"{METHOD} (?:\S+ ){0,3}(?:to|of|for|i can|i could|that will|that would|which will) (?:\S+ ){0,3}(?:die"
        r"|dying|kill(?:ing)? (?:my|your|one)self|kill me|end (?:my|your|ones) life|end it(?: all)?"
        r"|ending (?:it all|my life)|commit\w* suicide|suicide|overdose|hang(?:ing)? (?:my|your)self|never wake"
        r"|be dead)",
        r"(?:places?|where|bridges?|buildings?) (?:\S+ ){0,5}(?:i|to|can|could) (?:\S+ ){0,2}(?:jump off|jump from"
        r"|jump|die|end it)$",
        r"how (?:\S+ ){0,4}(?:kill|hang|drown|poison|shoot|stab|suffocate|asphyxiate|electrocute|gas|burn|cut|hurt"
        r"|harm|injure) (?:my|your|one)self",
        r"how (?:\S+ ){0,5}(?:commit suicide|self harm|overdose|tie a noose|make a noose|end (?:my|your"
        r"|ones) (?:own )?life|end it all|slit|bleed out|bleed to death|die painlessly|die quick\w*|die in (?:my"
        r"|your) sleep)",
        r"(?:stop|stopping|prevent|save) me (?:from )?(?:jumping|dying|ending|doing it|killing)",
        r"how (?:much|many|long|high|deep|fast|far|big) (?:\S+ ){0,9}(?:to die|to kill (?:me|you|myself|a person"
        r"|someone|an adult)|kill me|you die|i die|id die|one die|dont survive|not survive|not to survive"
        r"|to overdose|be fatal|be lethal|is fatal|is lethal|not to wake|bleed out|bleed to death|be deadly"
        r"|is deadly|would it take me to|cut so|cut to|cut my)",
        r"(?:what|which|how|give|tell|list|recommend|where|best|any|some|whats) (?:\S+ ){0,6}(?:lethal|fatal"
        r"|deadly) (?:dose|amount|combination|quantity|mix|poison|drug)s?",
        r"(?:lethal|fatal|deadly) (?:dose|overdose|amount|combination|combo) of {PILLS}",
        r"(?:is|are|would|will|can|could) (?:\S+ ){0,5}{PILLS} (?:\S+ ){0,6}(?:kill me|kill you|fatal|lethal"
        r"|deadly|enough to die)",
        r"{PILLS} (?:\S+ ){0,6}(?:fatal|lethal|deadly|kill me|overdose|take them all|take all of them)",
        r"can (?:i|you) (?:die|overdose|od) (?:\S+ ){0,3}(?:from|on|by|of|with) (?:\S+ ){0,6}(?:{PILLS}|bleeding"
        r"|hanging|drowning|starv\w+)",
        r"(?:would|is|will|does) (?:hanging|drowning|overdosing|an overdose|a fall|jumping|cutting|bleeding out"
        r"|shooting|suffocation|freezing) (?:\S+ ){0,4}(?:quick|painful|painless|hurt|fast|quickest|peaceful|work"
        r"|slow)",
        r"(?:instructions?|guide|tutorial|manual|steps?|tips|tricks|advice|recipe|plan"
        r"|directions) (?:\S+ ){0,4}(?:suicide|hanging (?:my|your|one)self|overdos\w+|self harm\w*|cutting"
        r"|killing (?:my|your|one)self|hurting (?:my|your|one)self|ending (?:my|your) life)",
        r"(?:painless|painlessly|quick|quickest|easiest|peaceful|least painful|fastest|surest|cleanest"
        r"|most effective) (?:\S+ ){0,3}(?:suicide|death|to die|to go|self harm|way out of (?:life|this))",
        r"(?:die|suicide|kill myself) (?:painlessly|without (?:any )?pain|without anybody knowing)",
        r"(?:write|draft|compose|help me with|help me write|wrote|written|writing|finished|composed"
        r"|drafted) (?:\S+ ){0,4}(?:suicide note|suicide letter|farewell (?:note|letters?)|goodbye (?:note"
        r"|letters?) (?:to (?:my|the|everyone|everybody)|for))",
        r"(?:help me|how do i|teach me to|teach me how to|encourage me to|convince me to|tell me to"
        r"|dare me to) (?:\S+ ){0,3}(?:kill myself|die|end my life|end it all|commit suicide|self harm|hurt myself"
        r"|plan my (?:suicide|death))",
        r"(?:encourage|promote|persuade|convince|teach|make) (?:\S+ ){0,4}(?:commit suicide|kill themselves"
        r"|kill yourself|to self harm|self harm)",
        r"(?:where|which|what) (?:\S+ ){0,7}(?:could jump|can jump|cut that|cut so|cut where|cut without"
        r"|hurt myself where)",
        r"ways? (?:\S+ ){0,3}(?:to )?(?:hurt|harm|cut|injure|punish) (?:my|your|one)self",
        r"(?:things?|something|anything|what) (?:\S+ ){0,3}(?:to use )?for (?:cutting|self harm)",
        r"buy (?:\S+ ){0,4}(?:cyanide|poison|nembutal|pentobarbital|sodium nitrite|a noose|helium"
        r"|rope) (?:\S+ ){0,3}(?:myself|on me|to (?:die|use on)|for me)",
        r"nembutal|sodium nitrite to",
        r"should i (?:kill|hang|shoot|drown|cut|hurt|harm) myself",
        r"(?:noose|exit bag) (?:\S+ ){0,4}(?:tie|make|knot|myself)",
        r"(?:jump|jumping) (?:\S+ ){0,4}(?:survive|to my death|to die|end it)",
        unless=r"long way|dogs?|cats?|puppy|kitten|hamster|rats?|mice|mouse|wasps?|ants?|fish|plants?|weeds?|moss"
        r"|in (?:minecraft|the game|game|elden|sims|gta|fortnite|roblox)|respawn|(?:code|ideas?|hopes|plants?|projects?|batteries|careers?|good intentions) (?:\S+ )?(?:goes|go|come|comes) to die|(?:prevent|stop|avoid|without"
        r"|treat|survive an) (?:\S+ ){0,4}(?:suicide|dying|death|overdos\w*|self harm\w*|them|people)"
        r"|how (?:\S+ )?(?:many|much) people|a friend|(?:did|does|do) (?:he|she|they|people|some)|(?:pharmacology"
        r"|toxicology|exam|lecture|nursing)|hang (?:my|the) (?:picture|coat|mirror)|cut (?:my|your|the) (?:hair"
        r"|fringe|nails|bangs|grass|hours|costs)|to die {FOR}"
        r"|goodbye (?:letter|note) to my (?:students|team|class|colleagues|job|house|flat)|(?:colleagues?|students"
        r"|team|class|clients)",
        own=False,
        denied=False,
    ),
    rule(
        "plan or means at hand",
        _CRISIS,
        r"(?:saving|saved|stockpil\w+|hoard\w+|collecting|collected|counting|counted|keep counting|stashed"
        r"|stashing|put aside|lined up|laid out|staring at|looking at|in front of me|sitting with|holding"
        r"|poured out|crushed|bought|got|have) (?:\S+ ){0,5}(?:pills|tablets|my meds|paracetamol|sleeping pills"
        r"|opioids|insulin|painkillers) (?:\S+ ){0,8}(?:enough|all|in front|counting|lined|ready|months|stash"
        r"|just in case|tonight|now|end|die|for the day|when i|in my hand)",
        r"(?:{I} |have |and )(?:saving|saved|stockpil\w+|hoard\w+|stashed|stashing|counting|counted|keep counting"
        r"|been saving|been counting|lined up|laid out) (?:\S+ ){0,5}(?:pills|tablets|my meds|medication"
        r"|paracetamol|painkillers|sleeping pills)",
        r"(?:bottle|box|packet|handful|pile|stash) of (?:\S+ )?(?:pills|tablets|paracetamol|meds|sleeping pills"
        r"|painkillers) (?:\S+ ){0,3}(?:in front|in my hand|on the (?:table|bed|floor) and|next to me|beside me"
        r"|beside the bed and)",
        r"(?:ive|i have|i) (?:already )?(?:taken|took|swallowed|downed) (?:all|every|a whole|the whole|whole"
        r"|too many|an|a handful|a lot of|loads|\d+|ten|twenty|thirty|forty|fifty|sixty|a bottle|the entire"
        r"|half the) (?:\S+ ){0,4}(?:pills?|tablets?|meds|medication|paracetamol|bottle|box|packet|overdose"
        r"|aspirin|painkillers|antidepressants|xanax|insulin)",
        r"(?:swallowed|downed) (?:all|\d+|ten|twenty|thirty|forty|fifty|sixty|a handful|loads"
        r"|the lot)(?: of them)?(?! (?:my|the|a) (?:drink|coffee|beer|pint|tea|wine))",
        r"(?:tried|try|trying|going|want|wanted|planning|plan|thinking|thought|attempted) (?:to |of |about "
        r"|an? )(?:overdose|overdosing)",
        r"took an overdose",
        r"(?:bought|got|tied|found|had|have|holding|hung|buying|keep looking at|looking at|picked out"
        r"|ordered) (?:\S+ ){0,3}(?:rope|noose|razor blades?|gun|pistol|helium|hose)(?: (?:in my (?:hands?|mouth"
        r"|lap)|today|around my neck|ready|for it|from the (?:beam|tree|rafters)|to (?:do it|use|end)|and (?:a"
        r"|the) (?:tree|beam|plan|note)))",
        r"(?:rope|noose|gun|pistol|shotgun|razor|blade|knife|revolver) (?:\S+ ){0,3}(?:in my (?:hands?|mouth|lap)"
        r"|around my neck|to my (?:head|throat|wrist|temple)|at my (?:head|throat)|against my (?:wrist|skin"
        r"|throat))",
        r"(?:gun|shotgun|pistol|revolver) (?:\S+ ){0,9}(?:opening the drawer|keep (?:looking|thinking|opening"
        r"|going)|what id do|use it on me|use it on myself|do with it|end (?:it|of it))",
        r"(?:looked|gazed|stared) (?:\S+ ){0,3}(?:upon|at|on) the (?:pistol|razor|gun|rope|pills|noose|blade)",
        r"(?:think|thinking|thought|imagin\w+|want|wanted|urge|picture|picturing|plan|planning|keep|tempted|nerve"
        r"|going|about|fantasi\w+|considered|considering|wondered|wonder) (?:\S+ ){0,5}(?:jump|jumping|step"
        r"|stepping|walk|walking|throw myself|throwing myself|driving|drive|swerve|swerving|steer|steering|crash"
        r"|crashing|leap|leaping|veer|veering)"
        r" (?:\S+ ){0,4}(?:in front of|off (?:the|a|that|this) (?:bridge|roof|building|ledge|balcony|cliff|edge"
        r"|platform|pier|overpass|car park)|off it|under (?:a|the)|into (?:a|the|oncoming) (?:tree|wall|traffic"
        r"|river|oncoming|barrier|sea|water|bridge|lorry|truck|train|canal)|onto the (?:tracks|line|rails|track)"
        r"|into traffic|into oncoming|out of the window|from the (?:bridge|roof|balcony))",
        r"(?:working|work|worked) up the (?:nerve|courage) to (?:jump|do it|end|step|go through)",
        r"(?:bridge|roof|ledge|balcony|overpass|cliff|platform) (?:\S+ ){0,12}(?:to jump|jumping|nerve|jump off"
        r"|and jump|stop me|to end)",
        r"(?:worked out|know|planned|plan|decided|figured out|chosen|picked|planning) (?:\S+ ){0,3}(?:how id do it"
        r"|how ill do it|how i would do it|how im going to do it|when ill do it|how to do it , the|a day to (?:die"
        r"|go)|the day ill (?:die|go)|how and when|where ill do it)",
        r"(?:ive|i have|have) (?:already )?(?:written|left) (?:(?:the|my) note(?! (?:to|for|on|about|in|saying"
        r"|with|of|from|that|at))|a note$)",
        r"the garage , the car|hose (?:\S+ ){0,3}exhaust|carbon monoxide (?:\S+ ){0,4}(?:garage|myself|painless)",
        r"(?:ill|i will|id|i would|think ill|going to) (?:\S+ )?do it (?:my|one)self (?:tonight|tomorrow|soon|if"
        r"|before)",
        r"(?:so i|and then i|then i) dont have to do it myself",
        r"looked at the (?:water|river|sea|canal|drop|edge|tracks|pills|rails) (?:\S+ ){0,9}(?:kind|calling"
        r"|welcom\w+|easy|peaceful|inviting|tempting|so simple)",
        unless=r"vitamin\w*|prescri\w+ (?:by|for)|my (?:dad|mum|mother|father|patient|dog|cat|gran\w*)s? (?:pills"
        r"|tablets|meds|medication|insulin)|as (?:prescribed|directed)|chocolate|bungee|parachute|pool"
        r"|trampoline|zip ?(?:line|wire)|skydiv\w+|screenwash|glue|hair|shav\w+|organiser|gaffer"
        r"|drove (?:me|us|him|her)|photo\w*|climbing|sail\w*|boat|laptop|graphics tablet|ipads?|bureaucra\w+"
        r"|walk(?:ed|ing)? into the (?:sea|water) (?:up to|with|for a swim)",
        denied=False,
    ),
)

_HARM: Final = (
    rule(
        "self-harm",
        _CRISIS,
        r"(?:want|wanted|wanting|urge|urges|need|needed|going|tempted|desire|impulse|craving|like|keep|tried"
        r"|trying|started|back|again|keeps|thinking about|thoughts of|thought about|think about|love|able"
        r"|allowed) (?:\S+ ){0,2}(?:to |of |about )?(?:cut|cutting|hurt|hurting|harm|harming|burn|burning|hit"
        r"|hitting|scratch|scratching|punish|punishing|injure|injuring|bruise|bruising|stab"
        r"|starve and hurt) (?:on )?myself",
        r"(?:{I}|i have|have|been|and|was|just|started|keep|again|ended up) (?:been )?(?:cut|cutting|burn|burned"
        r"|burnt|burning|scratch|scratching|scratched|slice|slicing|sliced|carve|carved|carving|slashed|slashing"
        r"|bruising|punched|punching) (?:up )?(?:on )?(?:my|both my) (?:own )?(?:arms?|wrists?|thighs?|legs?|skin"
        r"|forearms?|hips?|stomach|hand|body|flesh)",
        r"cut(?:ting)? myself (?:again|last night|tonight|today|every|when|because|to|this morning|yesterday"
        r"|on purpose|so|a lot|deep\w*|for|after|since|until|over and over|and (?:it|i)|with (?:a|the) (?:blade"
        r"|razor|knife|glass|scissors))",
        r"(?:i|ive|i have|been|keep|started|still) (?:been )?(?:cutting|cut) (?:myself )?(?:again|every (?:day"
        r"|night)|since|to (?:feel|cope|punish))",
        r"(?:burn|burned|burnt|burning|hurt|hurting|hit|hitting|harm|harming|harmed|punish|punished|punishing"
        r"|scratch|scratched|bit|biting|bruis\w+|bang\w*) (?:myself|my (?:arms?|wrists?|thighs?"
        r"|head)) (?:\S+ ){0,4}(?:until|till|on purpose|because|deliberately|again|when|to feel|with (?:a |the "
        r"|my )?(?:cigarettes?|lighter|iron|matches|blade|razor|belt|fists?|knife)|bleed|bruise|so i|every)",
        r"(?:i|im|ive|have|been|started|keep|still|urge to|urges to|want to|the urge to|need to|relapsed"
        r"|relapse) (?:\S+ ){0,3}self harm(?:ing|ed)?",
        r"(?:burning|cutting|slicing|scratching|carving) my (?:own )?(?:skin|arms?|wrists?|thighs?|legs|flesh)",
        r"(?:skinny|thin|underweight|weight) (?:\S+ ){0,6}(?:ribs?|ribcage|bones|hipbones|hip bones|collarbones?"
        r"|spine) (?:\S+ ){0,4}(?:stick|show|poke|jut|visible|out)",
        r"self harm(?:ing|ed)? (?:\S+ ){0,2}(?:again|is the only|helps|tonight|urge|urges|if i|myself|without"
        r"|safely)",
        r"urge (?:\S+ ){0,2}self harm",
        r"(?:fresh|new|more|hide|hiding|hid|cover|covering|bandag\w+) (?:my |the )?(?:cuts|scars from cutting"
        r"|self harm)(?: (?:on|under|from|again)|$)",
        r"(?:im )?bleeding (?:\S+ ){0,4}cut too deep|cut too deep (?:this time|again|tonight)",
        r"(?:relapsed|relapse) (?:\S+ ){0,4}(?:cuts|cutting|self harm|blade)",
        r"carved (?:\S+ ){0,4}(?:into|in|on) my (?:arm|leg|skin|thigh|wrist)",
        r"(?:feel|need|want|touch|use|used|pick up|miss) the (?:blade|razor|knife)(?: again| on my|$| tonight)",
        r"(?:blade|razor) (?:\S+ ){0,3}(?:helps|calms|only thing)",
        r"(?:cut|cutting) (?:\S+ ){0,2}(?:without (?:leaving )?scars?|where nobody|deep\w* (?:so|enough)|so (?:it"
        r"|that it) bleeds)",
        r"(?:voices?|voice in my head) (?:\S+ ){0,5}(?:tells?|telling|saying|says) (?:\S+ ){0,3}(?:kill|hurt|die"
        r"|jump|harm|cut)",
        unless=r"(?:prevent\w*|(?:my|his|her|their|a|the) (?:\S+ )?(?:friend|sister|brother|daughter|son|student"
        r"|patient|child|pupil|client|girl|boy|teen\w*|niece|cousin)s?|who|people who|against|awareness"
        r"|charity|who to tell|history of|definition) (?:\S+ ){0,4}self harm\w*|she|he|her|(?:definition"
        r"|meaning) of|shav\w+|cook\w*|chop\w*|slic\w+ (?:bread|onions?|tomato\w*|cheese|lemon\w*)|onions?"
        r"|kitchen|oven|iron(?:ing)?|stove|kettle|on (?:a|the) (?:tin|can|glass|paper|knife|nail|fence|wire"
        r"|edge|thorn|roses?|bramble\w*|barbed|oyster|cupboard|door\w*|shelf|ceiling|beam|table|boot|lamp"
        r"|corner|kitchen|car|broken|pan|tray|barbecue|bbq|grill|radiator|hob|rock|coral)"
        r"|accident\w*|by mistake|slack|slice of|off from|out of|loose|some|a (?:slice|piece|break|deal|fringe)"
        r"|football|gym|running|lifting|skiing|fell|falling|tripp\w+|slipp\w+|gardening|rugby|climbing|cycling"
        r"|yoga|hedge|brambles?|sun(?:burn\w*)?|beach|hair|nails|short|open|hours|dose|tattoo|cardio|squats?"
        r"|carving (?:wood|spoon)|volleyball|soccer|basketball|tennis",
    ),
)

_NAMED: Final = (
    rule(
        "self-harm by its name",
        _CRISIS,
        r"self (?:harm|injur)\w*",
        unless=r"(?:prevent\w*|sister|brother|daughter|son|friend|student|patient|child|pupil|client|girl|boy|teen\w*"
        r"|niece|cousin|who|people|against|awareness|charity|history|definition|meaning|she|he|shes|hes|her"
        r"|his|their|they|safeguarding)",
    ),
)

MEANS_RULES: Final[tuple[Rule, ...]] = (*_PLAN, *_HARM, *_NAMED)
