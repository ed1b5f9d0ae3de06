"""The rules that hear what calls for gentleness: despair, panic, disordered eating, abuse, past harm, another in danger.

Source: the WHO's mhGAP Intervention Guide 2.0 (2016), modules depression and self-harm; the SCOFF questions (Morgan, Reid
and Lacey, 1999) for eating; NHS and Refuge lists of the signs of domestic abuse.
"""

from __future__ import annotations

from typing import Final

from assistant.core.reading import Distress
from assistant.reading.distress_rules import Rule, rule

_CONCERN = Distress.CONCERN

_DESPAIR: Final = (
    rule(
        "hopeless",
        _CONCERN,
        r"(?:feel|feeling|felt|im|was|am|its all|life is|everything is|everything feels|everything seems|so"
        r"|utterly|completely|totally) (?:\S+ ){0,2}(?:hopeless|despairing|in despair)",
        r"(?:no|lost all|lost|without|any|given up) hope (?:left|anymore|for me|at all|of anything|of (?:it )?ever"
        r"|whatever|$)|no hope",
        r"(?:in|into|of) (?:\S+ ){0,2}despair",
        r"(?:everything|life|it all|all of it|it) (?:feels|is|seems|all feels|all seems) (?:\S+ )?(?:pointless"
        r"|meaningless|futile|empty and|unbearable)",
        r"(?:dont|cant|no longer|do not) see (?:the |a |any )?(?:point|meaning|sense) (?:of|in|to) (?:anything"
        r"|it all|life|any of it|trying|myself)",
        r"nothing (?:matters|means anything"
        r"|will ever (?:get better|change|be)|is ever going to|helps anymore"
        r"|makes sense anymore|left in me)",
        r"(?:never|not) (?:going to |gets? |going to get |get any )(?:get |be )?(?:any )?better(?: for me)?(?: ,|$"
        r"| it)",
        r"(?:no|dont have a|dont see a|have no|cant see a) future(?: for me| left|$)",
        r"(?:my )?life is (?:over|ruined|a mess and i|not worth|hell|pointless|worthless|unbearable)",
        r"lost (?:the|my) will",
        r"whats the point(?: of (?:anything|any of it|it all|trying|me))?(?: anymore)?$",
        r"(?:ive|i have|have|just) given up(?: on (?:everything|all of it|myself|life|it all|people|ever))"
        r"|ive given up$",
        unless=r"despair of (?:the|his|her|my|their|this|ever (?:finding|getting)) |hopeless (?:at|with|romantic"
        r"|cause|case|cook|shot|singer|dancer)|hopelessly|cubs|fans|(?:match|season|team|film|book|meeting"
        r"|referee|wi ?fi|printer|satnav)|life is over ?rated|smoking|sugar|sourdough|chocolate|webinar"
        r"|over , (?:its not|not|jk|joking|i have)|grounded|somewhere (?:in|around|between)|half ?way|halfway|kitchen|shooting|ironing|as much as",
    ),
    rule(
        "cannot go on",
        _CONCERN,
        r"(?:cant|cannot|couldnt|dont think i can|dont know if i can|not sure i can|dont know how to"
        r"|dont know how im going to) (?:possibly )?(?:go on|carry on|keep going|cope|do this|take this|take it"
        r"|bear it|bear this|live like this|keep living|stand it|keep doing this|hold on|hold it together"
        r"|survive this|face (?:another day|tomorrow)|be strong)(?: (?:anymore|like this|much longer|alone|at all"
        r"|any of this|$)|$)",
        r"how long (?:i|id|ill|i would|i will) have to keep (?:this|it|all this|it all) (?:up|going)"
        r"|worn (?:down )?to nothing"
        r"|love (?:them|her|him) (?:and|but) (?:i )?(?:just )?cant feel (?:it|anything)",
        r"how much longer i can|cant (?:take|bear|stand|do) (?:any of )?(?:it|this|life|another day)(?: anymore)"
        r"|cant do this anymore|dont want to do (?:this|it|any of it) any ?more$|cant (?:go on|keep going|carry on"
        r"|live) like this|dont know how to (?:live|go on"
        r"|be alive)|keep living like this",
        r"(?:at|reached|hit|near|close to|past|hitting) (?:\S+ )?(?:breaking point|rock bottom|the end of my rope"
        r"|my limit and|the edge of what)",
        r"(?:im|i am|ive been|feel like im|feels like im) (?:falling apart|drowning(?! in (?:emails?|work|laundry"
        r"|paper\w*|admin|washing|meetings|marking|homework|data|deadlines))|going under|breaking down"
        r"|coming apart|losing my mind|at the end|unravell?ing|crumbling|sinking (?:deeper|and))",
        r"(?:completely|utterly|totally|so|feel|im|am) (?:broken|shattered inside|destroyed inside|dead inside"
        r"|empty inside|numb inside)",
        r"want the pain to (?:stop|end|go away)|make (?:it|the pain) stop",
        r"want(?:ed)? (?:it|this) (?:to be over|to end|to stop)$",
        r"(?:want|wish|wanted) (?:\S+ ){0,3}(?:to |could |id |i could )?(?:disappear|vanish|run away and never"
        r"|crawl into a hole and never)",
        unless=r"from (?:the|my|this|that|social|facebook|instagram|twitter)|stairs|happy birthday|parties|shy"
        r"|builders|homework|printer|puzzle|job (?:anymore|interview)|(?:meeting|diet|course|commute|app|game"
        r"|gym|homework|spreadsheet|level|phone|laptop|engine|car|zip|heat|noise|smell|traffic)|cringe\w*"
        r"|speech|(?:embarrass|mortif|asham)\w*|washing|broken (?:arm|leg|toe|wrist|ankle|rib|nose|phone|glass"
        r"|finger|collarbone|up)|tether with (?:the|this|these|that)|wanted to (?:disappear|vanish) when (?:my|the) \S+ (?:got"
        r"|went|fell|rang|split|ripped|rumbled)|like this much longer , (?:the|this)|presentation|(?:he|she|they"
        r"|the \S+) (?:looked|was|seemed) ",
    ),
    rule(
        "self-loathing",
        _CONCERN,
        r"(?:i|i so|and|,|i do|ive come to) (?:hate|loathe|despise|hated|loathed|detest"
        r"|cant stand) (?:being )?(?:myself|who i am|everything about (?:me|myself)"
        r"|what ive become)(?! for (?:eating|buying|missing|forgetting|liking))",
        r"(?:feel|feeling|felt|im|am|so|completely|utterly|a) worthless",
        r"(?:im|am|feel|being|feeling|such|be|become) (?:\S+ ){0,3}a burden",
        r"(?:im|am) (?:\S+ )?no (?:use|good) to (?:my |the |our )?(?:kids|children|family|boys|girls|wife|husband|son"
        r"|daughter|anyone|anybody|them|her|him|either of them)(?! (?:at|in the|on|with|for the|as a|when it))",
        r"nobody (?:\S+ )?(?:loves|cares about|wants|could ever love|will ever love|would ever love|cares if) me"
        r"|nobody cares (?:about me|if i|whether i)",
        r"waste of (?:space|oxygen|air)",
        r"(?:deserve|deserves|deserved) (?:to suffer|nothing good|all the pain|the pain|to be (?:hurt|punished"
        r"|alone forever))",
        r"(?:everyone|everybody|they all) hates me",
        r"disgusted (?:by|with) (?:myself|my own body)",
        r"hate (?:my|this) (?:life|body)(?: so much| and| ,|$)|hate my (?:body|life) ",
        unless=r"(?:printer|meeting|chair|heels|laugh\w*|fun|joke)|worthless (?:currency|shares|stock|paper|junk"
        r"|coins?)|hate my life choices",
    ),
    rule(
        "long low",
        _CONCERN,
        r"(?:cry|crying|cried|weep|weeping|sob\w*) (?:myself to sleep|every (?:night|day|morning|evening)"
        r"|all (?:night|day|the time)|for (?:days|weeks|hours)|nonstop|constantly|and (?:i )?(?:dont know why"
        r"|cant stop))",
        r"(?:felt|feel|feeling|been|im|just) (?:so |completely |totally )?(?:numb|nothing"
        r"|empty) (?:\S+ ){0,4}(?:for (?:weeks|months|days)|anymore|all the time|inside|every day|and)",
        r"(?:havent|hasnt|not|cant|couldnt|didnt) (?:\S+ ){0,2}(?:got|gotten|get|been|left"
        r"|leave) (?:out of )?(?:my )?bed (?:for|in|since|all|anymore|most days|these|at all)",
        r"(?:my|the|this) depression (?:\S+ ){0,4}(?:back|worse|worst|bad|deep\w*|swallow\w*|winning|crushing"
        r"|is killing|consum\w+)",
        r"(?:severe\w*|deeply|clinically|so|very|extremely|really|horribly) depressed(?: (?:and|that|i|for|all"
        r"|lately|again|$)|$)",
        r"never (?:been|felt) (?:so|this|more) (?:alone|low|hopeless|desperate|empty|lost and)",
        r"so (?:alone|lonely) (?:\S+ ){0,3}(?:hurts|cant|unbearable|die|scream|no one)",
        r"havent (?:been out|left (?:the|my) (?:house|flat|room|apartment)) (?:\S+ ){0,2}(?:for"
        r"|in) (?:\S+ )?(?:days|weeks|months|a week|a month)",
        r"(?:black|blackest|darkest|deepest|dark) (?:hole|pit|despair|depression|thoughts)|(?:dark|intrusive|scary"
        r"|bad) thoughts (?:\S+ ){0,3}(?:back|again|wont|night|every|getting|i)",
        r"sinking into (?:a )?(?:\S+ )?depression",
        r"(?:no one|nobody) (?:can |could |to )?(?:hear|help|save|talk to|turn to) me?",
        unless=r"film|happy|laugh\w*|joy|proud|wedding|(?:economy|economic|the great|tropical|market) depression"
        r"|baby (?:cry|cries|cried|crying)|(?:she|he|baby|the baby) (?:cried|cries|was crying|cry)|chocolate"
        r"|pothole|out of bed (?:until|till|before) |numb (?:from|with) (?:cold|the cold)|dentist",
    ),
)

_BODY: Final = (
    rule(
        "panic",
        _CONCERN,
        r"panic attacks?",
        r"(?:cant|couldnt|can not) breathe (?:\S+ ){0,9}(?:heart|dying|chest|shak\w+|panic\w*|die)",
        r"(?:the|waves? of|attacks? of|sheer|blind|my) panic (?:\S+ ){0,5}(?:every (?:night|day|morning)|again"
        r"|wont stop|wont go|comes)",
        r"(?:scared|afraid|terrified|frightened) (?:to|of) (?:leav\w+|go\w*|be\w*|stay\w*) (?:\S+ )?(?:the house"
        r"|outside|out|alone|by myself|home|my room|my flat|sleep)",
        r"(?:think|feel like|thought) im (?:dying|having a heart attack|going to die) (?:\S+ ){0,5}(?:keep|every"
        r"|again|breathe|chest|heart)",
        r"(?:thought|think|feel like|felt like|convinced) (?:\S+ ){0,3}(?:dying"
        r"|going to die) (?:\S+ ){0,6}(?:keeps happening|panic|breathe|shak)",
        unless=r"panic attack in the (?:film|script|novel|book|play)|nearly (?:had|gave) (?:\S+ ){0,3}panic attack"
        r"|(?:his|her|their) panic attacks?|(?:the|a) dog|home (?:late|after dark)|horror|mini panic|roller"
        r"|gave (?:me|us|mum|dad) a panic",
    ),
    rule(
        "eating",
        _CONCERN,
        r"(?:made|make|making|force|forced|forcing) (?:myself|yourself|me) (?:to )?(?:be )?(?:sick|throw up"
        r"|throwing up|vomit\w*|puke|purge)",
        r"(?:purg(?:e|ed|ing|es)) (?:again|after|twice|every|what|everything|my|and|today|it|tonight|$)|bing(?:e"
        r"|ed|ing|es) (?:\S+ ){0,6}(?:purg\w*|throw\w*|threw|vomit\w*|sick|laxatives?|starv\w*)|binge (?:eating"
        r"|ate|eat)|bing(?:ed|eing|ing) (?:again|on food|at night|and)",
        r"laxatives? (?:\S+ ){0,8}(?:weight|thin|lose|keep|fat|diet|again|skinny)|(?:taking|took|abus\w+|using"
        r"|many|which|what|best) (?:\S+ ){0,2}laxatives",
        r"(?:starve|starving|starved) (?:myself|yourself|me)",
        r"(?:havent|not|didnt|hasnt|have not|stopped|without|refus\w+|avoid\w*|quit"
        r"|go without) (?:\S+ ){0,3}(?:eaten|eating|eat|food) (?:\S+ ){0,3}(?:in|for|since) (?:\S+ )?(?:\d+|two"
        r"|three|four|five|several|days|a week|a few|almost|weeks?) ?(?:days?|weeks?)?",
        r"(?:only|under|eat\w*|ate|below|on|to|just) (?:\S+ )?(?:[1-8]\d\d|two hundred|three hundred|four hundred"
        r"|five hundred|six hundred|seven hundred|zero|no) (?:calories|kcal|cals)(?: (?:a|per|each|every) day"
        r"| today| this week|$| \S+)",
        r"(?:how|want|tips|help|ways?|trying|be|become|becoming|look|getting|get) (?:\S+ ){0,5}(?:anorexic"
        r"|anorexia|bulimic|bulimia|pro ana|thinspo|pro mia)",
        r"(?:my|have|had|having|with|battling|struggling with|relapse\w*|recover\w+ from|developed|hide my"
        r"|hiding my) (?:\S+ )?(?:anorexia|bulimia|eating disorder|anorexic)",
        r"im (?:\S+ )?(?:anorexic|bulimic)|thinspo|thinspiration|pro ?ana\b",
        r"(?:hide|hiding|conceal\w*|lie|lying|lied|trick\w*|fool\w*|pretend\w*) (?:\S+ ){0,8}(?:not eating"
        r"|eating disorder|havent eaten|i eat|that ive eaten|throwing up|vomiting|purging|weight loss|im eating"
        r"|i ate|dont eat)",
        r"(?:skip|skipping|skipped) (?:every|all|all my|most|as many) meals?",
        r"(?:throw|throwing|threw|bring|bringing) (?:it |everything |my food |food "
        r"|dinner )?(?:all )?(?:back )?up (?:after (?:eating|meals?|dinner|every)|on purpose|my (?:food|dinner"
        r"|meals?)|everything i)",
        r"(?:stop|not|without|suppress|ignore|kill) (?:\S+ ){0,2}(?:feeling hungry|being hungry|hunger|my hunger"
        r"|my appetite) (?:\S+ ){0,5}(?:eat|nothing|days|week|weight|pains)",
        r"(?:eat|eating|ate) (?:nothing|as little as possible|almost nothing|only (?:ice|water|air|gum))",
        r"how (?:\S+ ){0,3}(?:long|many days|little) (?:\S+ ){0,4}(?:without (?:eating|food)|not eat\w*|starv\w+"
        r"|eat to)",
        r"(?:lose|losing|drop) (?:\S+ ){0,4}(?:pounds|lbs|kilos|kgs?|kilograms|stone|weight) (?:\S+ ){0,3}in (?:a"
        r"|one|\d|two|three|five|ten|few)(?: \S+)? ?(?:days?|week)\b",
        r"(?:bmi|weight) (?:\S+ ){0,8}(?:anorexic|underweight|dangerous\w*|too low)",
        r"(?:stop|prevent|keep|avoid) (?:my|your)self (?:from )?eating",
        r"(?:anorexia|bulimia|thinspo|anorexic|bulimic) (?:\S+ ){0,4}(?:is|isnt|healthy|lifestyle|good|tips|diet"
        r"|goals|beautiful|safe|worth|for|again)|(?:promot\w+|encourag\w+|glorif\w+|pro|tips|reasons|why|how"
        r"|benefits|start|diet) (?:\S+ ){0,6}(?:anorexi\w+|bulimi\w+|eating disorders?|purging)",
        r"best way to (?:make myself throw|throw up|purge|starve)",
        r"dangerously (?:thin|underweight|low)",
        r"never eat again",
        unless=r"(?:food poisoning|hangover|hungover|norovirus|stomach bug|flu|chemo|pregnan\w*|sea ?sick\w*|dentist"
        r"|ramadan|lent|yom kippur|intermittent|surgery|scan|anaesthetic|operation|the (?:dog|cat|baby|horse"
        r"|rabbit)|closets?|emails?|wardrobe|inbox|data|cache|the queue|logs|netflix|series|watch\w*|episodes?"
        r"|(?:prevent|treat|recover\w* from|overcome|help (?:someone|a friend|people)|causes? of"
        r"|treatment) (?:\S+ ){0,4}(?:anorexi\w+|bulimi\w+|eating)|patients?|leaflet|clinic for|article|meat"
        r"|sugar|bread|out (?:for|in)|snacks?|biscuits?|ate nothing (?:till|until)|a bear)",
    ),
    rule(
        "drink or drugs as refuge",
        _CONCERN,
        r"(?:bottle|bottles|litre) of (?:vodka|wine|whisky|whiskey|gin|rum|spirits) (?:a|every|each|per) (?:night|day)",
        r"(?:drink|drinking|drank) (?:\S+ ){0,6}(?:to (?:sleep|forget|feel nothing|numb|get through|cope)"
        r"|every (?:morning|night until|night to)|alone every|until i (?:pass|black)|myself to (?:sleep|death))",
        r"relapsed (?:\S+ ){0,4}(?:sober|clean|drink\w*|years|months|sponsor|heroin|using)|relapsed (?:last|again"
        r"|tonight|on)",
        r"(?:pills|drugs|heroin|opioids|using) (?:\S+ ){0,3}to (?:numb|get through|cope|forget|feel nothing)",
        unless=r"tea|water|coffee|cocoa|milk|patients?|film|knee|injury",
    ),
)

_ABUSER = (
    r"(?:my (?:\S+ )?(?:husband|wife|partner|boyfriend|girlfriend|dad|father|mum|mother|stepfather|stepdad"
    r"|stepmother|stepmum|brother|sister|uncle|aunt|ex|fianc\w+|cousin|grandfather|parents|son|flatmate|roommate"
    r"|coach|teacher)"
    r"|he|she|they|dad|mum|stepdad|someone|somebody|a man|the man)"
)

_HURT: Final = (
    rule(
        "hurt by someone",
        _CONCERN,
        _ABUSER + r" (?:\S+ ){0,3}(?:hit|hits|hitting|beat|beats|beating|punched|punches|slapped|slaps|choked|chokes"
        r"|strangled|kicked|kicks|shoved|burned|burns|whipped|hurts|bit|attacked|attacks|abuses|abused"
        r"|molested|raped|assaulted) (?:on )?(?:me|us|my (?:mum|mother|mom|brother|sister|son|daughter"
        r"|child\w*|kids|face|arm|head))(?! (?:with (?:a )?(?:pillow|snowball|question|the bill)|at |to it"
        r"|up for|home|for (?:the|a) (?:lift|loan)|in straight|hard with|like a|with a (?:water|balloon)))",
        _ABUSER + r" (?:\S+ ){0,2}(?:beats|hits) (?:\S+ ){0,4}(?:and i|when|every|if|me|again)",
        _ABUSER + r" (?:\S+ ){0,2}(?:grabbed|held|pinned|took|has|had|gets) me (?:\S+ ){0,3}(?:by the|down|against"
        r"|throat|hair|neck)",
        r"(?:hands?|fingers) (?:\S+ ){0,2}(?:around|round|on) my (?:throat|neck)",
        r"(?:i was|ive been|been|was|being|got|getting|gets|get) (?:\S+ )?(?:raped|molested"
        r"|sexually (?:assaulted|abused|harassed)|beaten(?: up)? (?:by|again|at home)|physically abused|abused"
        r"|assaulted|groomed|stalked|trafficked|drugged and)",
        r"(?:raped|molested) me|(?:my|the) (?:rape|abuser|rapist)\b|domestic (?:abuse|violence) (?:at home|from my"
        r"|in my|by my)|abusive (?:relationship|marriage|husband|wife|partner|boyfriend|girlfriend|father|mother"
        r"|home|parents?|dad|mum|ex)",
        r"touched me (?:\S+ ){0,6}(?:when i was|as a child|never told|nobody|inappropriately|i was|there|without"
        r"|didnt want)|(?:touches|touching) me (?:\S+ ){0,4}(?:at night|i dont|dont want|without|down there"
        r"|and says)",
        r"(?:comes|came|come) into my (?:room|bed) (?:at|every|in the) night",
        r"(?:says?|said|threaten\w*|told me|swore|swears) (?:\S+ ){0,4}(?:hell|shell|hed|shed|theyll|to|he will"
        r"|she will|he would) (?:kill|hurt|shoot|stab|burn|find and kill) (?:me|us|the kids|himself|herself)",
        r"(?:threaten\w*) (?:\S+ ){0,2}(?:me|us|to (?:kill|hurt|shoot|take the (?:kids"
        r"|children))) ?(?:with a (?:knife|gun))?",
        r"(?:scared|afraid|terrified|frightened|fear|in fear) (?:of|about) (?:what )?(?:my (?:\S+ )?(?:husband"
        r"|wife|partner|boyfriend|girlfriend|dad|father|mum|mother|stepfather|stepdad|ex|brother|uncle|parents)"
        r"|him|her|he might|he will)(?! (?:losing|dying|being|getting|not|leaving|finding out about the|driving"
        r"|moving|failing|missing))",
        r"(?:afraid|scared|dont feel safe|not safe|isnt safe|unsafe|terrified|frightened) (?:\S+ ){0,3}(?:at home"
        r"|to go home|of going home|in my (?:own )?(?:home|house)|go home)",
        r"(?:wont|doesnt|does not|never|refuses to|not allowed to|forbids?|forbade|stops) (?:let |lets "
        r"|allow )?(?:me|from) (?:\S+ ){0,3}(?:leave the (?:house|flat)|see (?:my|any|anyone|friends)|leave him"
        r"|leave her|have (?:money|my phone|friends)|go out alone|speak to)",
        r"(?:locks?|locked) me (?:out|in)(?:(?: (?:of|and|the|my|until|all|every|again|when|without)|$))",
        r"(?:takes?|took|controls?) (?:all )?my (?:bank card|money|phone|passport|wages)(?: (?:away|and|so|off"
        r"|from)|$)",
        r"(?:threw|throws|smashed|hurled) (?:\S+ ){0,4}at (?:me|my head|my face|us)(?: again| last| when|$| and)",
        r"(?:ex|he|she|someone|a man) (?:\S+ ){0,3}(?:following|follows|stalking|stalks|followed) me(?: home"
        r"| again| to| everywhere|$)",
        r"(?:dad|father|stepdad|mum|mother|he|stepfather|husband) (?:beats|hits|is hitting|is beating|hurts|hit"
        r"|beat) (?:my|the|our|his|her) (?:\S+ )?(?:brother|sister|mum|mother|mom|son|daughter|kids|children|baby"
        r"|little)",
        r"black eye (?:\S+ ){0,6}(?:he|she|husband|told|boyfriend|again)|bruises? (?:\S+ ){0,8}(?:he"
        r"|she) (?:grab\w*|left|gave)",
        unless=r"(?:snowball|pillow|dodgeball|balls?|frisbee|chess|cards|tennis|scrabble|ping pong|table football"
        r"|mario|boxing|karate|judo|sparring|drums|egg|piñata|confetti|instagram|on twitter|the beat"
        r"|to the finish|a race|at (?:chess|tennis|darts|pool|monopoly|cards|badminton|golf|squash))|(?:film"
        r"|novel|movie|episode|series|documentary|case|caseload|client|patient|court)|himself about"
        r"|pushed me to (?:apply|go|try|be)|touched me that|me touched|hit me up|hits me (?:up|that|how)"
        r"|it hit me|kick\w* me under|beat me to",
        own=False,
    ),
)

_OTHER = (
    r"(?:my (?:\S+ ){0,3}\S+|our (?:\S+ )?\S+|a (?:\S+ ){0,2}(?:friend|student|colleague|client|neighbour|cousin"
    r"|mate|girl|boy|classmate|coworker)(?: of mine)?|he|hes|she|shes|they|theyre|someone|somebody|mum|dad|friend"
    r"|one of (?:my|the) \S+)"
)

_OTHERS: Final = (
    rule(
        "someone else in danger",
        _CONCERN,
        _OTHER + r" (?:\S+ ){0,8}(?:wants? to|wanted to|wishes|wishing|going to|is planning to|tried to|threaten\w* to"
        r"|threatening to|plans to|talking about|talks about|talked about|thinking about|thinks about|might"
        r"|may|will|about to|trying to|keeps? saying) (?:\S+ ){0,3}(?:die|kill (?:himself|herself|themselves"
        r"|themself)|killing (?:himself|herself|themselves)|hurt (?:himself|herself|themselves)"
        r"|hang (?:himself|herself)|end (?:his|her|their) life|ending (?:his|her|their) life|end it(?: all)?"
        r"|suicide|dying|be dead|not wake up|was dead|were dead|never been born|harm (?:himself|herself"
        r"|themselves)|jump off|not be here|take (?:his|her|their) (?:own )?life|do something (?:stupid"
        r"|to (?:himself|herself|themselves)))",
        _OTHER + r" (?:\S+ ){0,8}(?:doesnt|dont|does not|didnt|no longer|not) (?:\S+ )?wants? to (?:live|be alive"
        r"|be here|go on living|wake up|exist)|"
        + _OTHER
        + r" (?:\S+ ){0,8}wish(?:es|ed)? (?:he|she|they|hed|shed|theyd) (?:\S+ ){0,3}(?:dead|died|born|never"
        r"|not wake)",
        _OTHER + r" (?:\S+ ){0,5}(?:is|hes|shes|are|theyre|been|was|being|feels|feeling|who is"
        r"|whos) (?:\S+ )?(?:suicidal|cutting (?:himself|herself|themselves)|self harming|starving (?:himself"
        r"|herself))",
        r"(?:cuts|cutting|hurting|harming|starving|burning|hurts|starves) (?:himself|herself|themselves|her arms"
        r"|his arms)(?: (?:again|and|to|on|since|every|at)|$| ,)",
        _OTHER
        + r" (?:\S+ ){0,4}(?:took|taken|has taken) an overdose (?:last night|today|yesterday|this|on|again|and|$)",
        r"(?:mother|mum|dad|father|sister|brother|friend|son|daughter|wife|husband|she"
        r"|he) (?:\S+ ){0,2}(?:overdosed|took an overdose|tried to kill (?:himself|herself)|attempted suicide"
        r"|slit (?:his|her)|tried to hang (?:himself|herself)|cut (?:his|her) wrists?) ?(?:last night|yesterday"
        r"|today|this|on|again|shes|hes|in|and|$)",
        r"(?:sister|brother|daughter|son|friend|mum|mother|wife|flatmate|roommate|girlfriend|boyfriend|niece"
        r"|cousin|dad) (?:\S+ ){0,3}(?:stopped eating|isnt eating|wont eat anything|is anorexic|is bulimic"
        r"|makes herself sick|has an eating disorder|refuses to eat)",
        r"(?:help|support|talk to|stop|save|comfort|say to) (?:\S+ ){0,5}(?:friend|someone|somebody|brother|sister"
        r"|son|daughter|child|partner|wife|husband|mum|dad|student|colleague|girlfriend"
        r"|boyfriend) (?:\S+ ){0,4}(?:suicidal|self harm\w*|wants to die|kill (?:himself|herself|themselves)"
        r"|suicide)",
        r"(?:husband|boyfriend|partner|father|dad|wife|stepfather) (?:\S+ )?(?:beats|hits|abuses|hurts) her",
        r"happier without (?:him|her|them)",
        r"(?:killed (?:himself|herself|themselves)|died by suicide|committed suicide|took (?:his|her"
        r"|their) own life|hanged (?:himself|herself)|shot (?:himself|herself)) (?:\S+ )?(?:last night|yesterday"
        r"|this morning|this week|last week|today|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|tonight)",
        r"thoughts (?:of|about) (?:hurting|harming|killing|smothering|dropping|shaking|drowning) (?:my|the|our|him"
        r"|her|them|someone|people|a)(?: \S+)?",
        unless=r"laugh\w*|boredom|embarrass\w*|die of|himself (?:off|some|a|the|shaving)|herself (?:off|some|a|the"
        r"|shaving)|(?:hang out|hang up)|killing (?:himself|herself) (?:to|at|with|over|laughing)|(?:years?"
        r"|decades?) ago|in (?:19|20)\d\d|when (?:i|he|she|we|they) (?:was|were) (?:small|young|little|a"
        r"|\S+teen)|die (?:peacefully|at home|in (?:his|her) (?:own )?bed|old|trying)|not to die|before (?:he"
        r"|she|they) (?:dies?|died)|suicid\w* (?:prevention|awareness)|beats her (?:at|to|personal|own)",
        own=False,
        denied=True,
    ),
    rule(
        "past harm",
        _CONCERN,
        r"(?:my|a) (?:\S+ )?suicide attempt",
        r"(?:i|ive|i have) (?:\S+ ){0,3}(?:self harmed|used to (?:self harm|cut|starve|burn|hurt myself))",
        r"(?:clean|free) (?:\S+ ){0,3}(?:from|of) (?:cutting|self harm\w*)",
        r"(?:i|to|and) (?:was|were|felt|had been) suicidal",
        r"(?:scars?) (?:\S+ ){0,4}(?:on my (?:arms?|wrists?|thighs?)|from cutting|self harm)",
        r"tried to (?:kill myself|end my life)",
        unless=r"operation|surgery|cat|fell|accident|bike|c section|chickenpox|oven|burn from",
        denied=False,
    ),
)

CONCERN_RULES: Final[tuple[Rule, ...]] = (*_DESPAIR, *_BODY, *_HURT, *_OTHERS)
