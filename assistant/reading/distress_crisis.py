"""The rules that hear thoughts of suicide or self-harm, as wish, plan, means, act or farewell.

Source: the warning signs of the 988 Suicide & Crisis Lifeline and of the WHO's "Preventing suicide: a resource" series:
talk of wanting to die, looking for a way, having no reason to live, being a burden, saying goodbye, giving things away;
the Columbia Protocol (C-SSRS screen) for the order wish, thought, method, intent, plan, act.
"""

from __future__ import annotations

from typing import Final

from assistant.core.reading import Distress
from assistant.reading.distress_means import MEANS_RULES
from assistant.reading.distress_rules import Rule, rule

_CRISIS = Distress.CRISIS

_WISH: Final = (
    rule(
        "kill oneself",
        _CRISIS,
        r"{KILL_SELF}",
        unless=r"printer|in (?:the|a|this) game|minecraft|respawn\w*|(?:stop|stopped|prevent"
        r"|against) (?:\S+ )?suicide|in the foot|to get {ANY}(?:done|ready|finished)|laughing"
        r"|life into my own hands"
        r"|take my life (?:in|into|from|seriously|back|to the|and (?:move|put))|end my days? (?:with|by|on|at"
        r"|early)|end(?:ing)? my (?:day|week)",
    ),
    rule(
        "wish for death",
        _CRISIS,
        r"(?:want|wanted|need|long|longed|longing|feel like|felt like|feels like|would like|id like|ready|prefer"
        r"|prepared|love|going|decided|intend|intending|plan|planning|prayed?|praying|wish|hope|hoping"
        r"|deserve|content|glad|gladly|allowed|meant|supposed|rather|would|urge|desire|determined|dying|asking|beg"
        r"|begging) (?:for me |more )?(?:to )?(?:be able to )?{DEATH}",
        r"(?:part|half|side|all|something|piece|bit|everything|some) (?:of|in|inside) me (?:\S+ ){0,2}(?:wants"
        r"|longs|wishes|hopes) (?:to |for )?(?:{DEATH}|death|be dead)",
        r"(?:let me|may i|could i|can i|should i|please) (?:please )?{DEATH}",
        r"(?:wish|wishing|wished|hope|hoping|would that|if only|pray|praying|prayed) (?:to god |that |it "
        r"|to )?(?:i|id) (?:(?:was|were|could be|could|would|had been|had|might|may) (?:be |been "
        r"|have )?(?:already )?(?:dead|die|died|not exist|never been born|never existed|gone for good|in my grave"
        r"|under the (?:ground|earth)|buried)"
        r"|(?:wasnt|werent|hadnt|didnt|wouldnt|dont|never|wont|not|would not|was never|had never|could not) (?:be "
        r"|been |have |to |ever )*(?:born|alive|exist|existed|here anymore|wake|wake up|woken|woke up"
        r"|make it through the night|survived)|died|die soon)",
        r"(?:rather|better|better off|well|wish i was|were|good as) (?:be |to be |off )?dead",
        r"(?:want|wanting|wish|longing|long|longs|looking|crave|craving|ready|waiting|pray|prayed|praying|yearn"
        r"|desire) (?:for |of )?(?:my own |my |a |an early |quick )?death",
        r"death (?:would|will|is|seems|sounds|feels) {GAP}(?:relief|release|mercy|kinder|easier|better|peace"
        r"|peaceful|comfort|welcome|friend|way out|escape|answer)",
        r"(?:want|wanted|pray|prayed|wish|wished|ask|asked|begged|beg) (?:that )?(?:god|the lord|death"
        r"|him) (?:would |to |will )?(?:please )?(?:take|took|end) me",
        unless=r"(?:fingers|toes|feet|legs|phone|laptop) (?:\S+ ){0,2}(?:would|will|want|wanted) |(?:die|dead|dying"
        r"|death) (?:of|from) (?:embarrass\w*|shame|laugh\w*|boredom|cringe|curiosity|thirst|happiness"
        r"|cuteness|old age|excitement|mortification)"
        r"|embarrass\w*|mortif\w+|cringe\w*|die (?:on this hill|old|happy|trying|laughing|in my (?:own )?(?:bed"
        r"|sleep)|peaceful\w*|on a|at (?:ninety|a hundred|\d+)|in a ditch|alone|yet|at home|with dignity"
        r"|before (?:i|seeing)|{FOR})"
        r"|(?:when|before|until|after|so|that) i die|rather die than (?:sing|eat|go (?!back)|wear|watch|listen|sit"
        r"|admit|ask|call|do|see|drive|use|work|speak|talk|be (?:seen|caught))"
        r"|wake up (?:at|to|early|so early|earlier|with|next|before|for|that early)|would die (?:for|if (?:he|she"
        r"|they|anyone|anybody|people|my (?:boss|mum|mother|students?)))|here (?:at|in|for|with|on)"
        r"|leave this (?:world|earth) (?:a )?better"
        r"|in (?:the|a|this) game|minecraft|respawn\w*|before the company|fear(?:ing)? (?:of )?death"
        r"|supposed to be dead|meant to die|wont die|they (?:said|told me|say) {ANY}|the (?:battery|phone|laptop"
        r"|plant|plants|car|flowers?) (?:\S+ ){0,3}(?:dead|die|dies|died|dying)"
        r"|i (?:could|should) die here happy|live (?:in|at|near|with|on|next|there|abroad|by) ",
    ),
    rule(
        "not wanting to live",
        _CRISIS,
        r"(?:dont|didnt|do not|no longer|never|doesnt feel like i|not|cant say i|hardly|barely) (?:even )?(?:want"
        r"|wish|wanted|care|deserve|like|intend|plan|think i (?:want|deserve|should)|feel like i (?:want|deserve"
        r"|should)|sure i want|know if i want|know that i want|see myself|imagine myself)"
        r" (?:to )?(?:be |being |keep |keep on |go on |carry on |continue )?(?:alive|live|living|existing|exist"
        r"|breathing|here anymore|on this (?:earth|planet)|in this world|around (?:anymore|much longer)|wake up"
        r"|see (?:tomorrow|another day|the morning)|to be (?:alive|here)|do life)",
        r"(?:dont|didnt|no longer) want to be here",
        r"(?:wont|cant|not going to|dont think i(?:ll| will|m going to)?|dont (?:intend|plan|mean) to|shouldnt"
        r"|not (?:supposed|meant) to|dont expect to|dont see myself|cant see myself|cant imagine)"
        r" (?:to )?(?:be |being |been |make it |living |survive )?(?:alive|around much longer|here much longer"
        r"|on this earth|living past|past this (?:year|month|week)|to christmas|to my birthday"
        r"|through the (?:night|week|weekend))",
        r"(?:sick|tired|weary|exhausted|bored|done|finished|fed up) (?:of|with|from) (?:being alive|living"
        r"|existing|existence|breathing|life altogether|staying alive|fighting to stay alive)",
        r"(?:im|i am|am) (?:done|finished|through) with (?:life|living|this life|this world|existing)",
        r"(?:no|any|one|a|another|what|whats the|what is the|see the|see a|see any|find a|find any|find the|good"
        r"|single) (?:good |real |more |single )?(?:reason|reasons|point|purpose|use) (?:left )?(?:to|in|of|for"
        r"|why i should|for me to|in me|of me|of my)"
        r" ?(?:me )?(?:to )?(?:keep |keep on |be |being |stay |staying |continue |go on |going on )?(?:living|live"
        r"|alive|exist|existing|life|wake up|waking up|breathing|wake|stay|existence)",
        r"(?:nothing|nobody|no one) (?:\S+ ){0,2}(?:to live for|to stay for|worth living for|left to stay"
        r"|keeping me (?:here|alive))",
        r"(?:life|it|living|being alive) (?:isnt|is not|is no longer|doesnt feel|not|has never been|hasnt been"
        r"|wasnt|aint) (?:even )?worth (?:living|it anymore to live|the pain)",
        r"(?:is|are|was) (?:it|my life|life|there|this) (?:still |even |really )?worth (?:me )?(?:living"
        r"|being alive|staying alive|me living|me being)",
        r"(?:only|one) (?:thing|reason|person) {GAP}(?:keeping me|keeps me|that keeps me|im|i am|i stay"
        r"|im still) {GAP}(?:alive|here|breathing|going on living)",
        r"only still (?:here|alive) (?:because|for)",
        r"(?:i )?(?:shouldnt|should never have|ought not to) (?:be alive|be here at all|been born|exist)",
        r"(?:cant|dont|didnt|couldnt) (?:see|imagine|picture) (?:\S+ )?(?:future|next year|year|tomorrow) (?:with"
        r"|that has|where) (?:me|i)(?: in it|m in it| am in it| exist|m alive)?",
        r"(?:hate|hated|hating) (?:being|that im|that i am|to be) (?:still )?alive",
        r"(?:before|while) i end (?:it|things)",
        r"give up on (?:living|life)",
        unless=r"(?:live|living|life) (?:in|at|near|with (?:the|my|a|him|her|them|that|this)|here|there|next"
        r"|on (?:my own|campus)|abroad|by|so far|out of|alone in|together|under|like (?:this|that)|across"
        r"|a lie)|live without (?:an?|any)"
        r"|(?:your|my|his|her) own (?:party|wedding)|this (?:conference|meeting|party|class|course|office|shift|training|wedding|dinner|holiday)"
        r"|want to be here (?:for|at|in|all|the|when|with|on|until|till|longer than|today|tonight|this)"
        r"|wake up (?:at|to|early|so early|earlier|with|next|before|for|that early|in (?:the|a) (?:dark|cold)"
        r"|tomorrow (?:at|early|and (?:go|do)))"
        r"|point (?:in|of) living (?:so|near|here|there|in)|alive (?:and|with pleasure)|reason to wake up early"
        r"|tired of living (?:in|out|with|on|at|from|so|alone|here|together)|exist in (?:the )?(?:code|database)"
        r"|here (?:at|for|in the|when)",
        denied=False,
    ),
    rule(
        "thoughts of suicide",
        _CRISIS,
        r"suicidal",
        r"(?:thought|thoughts|thinking|think|thinks|considering|consider|considered|contemplat\w+|planning|plan"
        r"|plans|attempt\w*|urge|urges|fantasi\w+|dream\w*|obsess\w*|ideation|feelings?|option|answer|solution"
        r"|of) (?:\S+ ){0,3}suicid\w*",
        r"suicid\w* (?:is|feels|seems|sounds|would be|looks|thoughts?|ideation|plan|plans|note)",
        unless=r"(?:no longer|havent had|free of|never had) (?:\S+ ){0,3}suicid\w*|(?:commercial|career|political"
        r"|social|financial|economic|tactical|double|rocket) (?:suicid\w*)|suicid\w* (?:squeeze|burn|squad"
        r"|mission|rates?|door|pact|bomb\w*|prevention|statistics|awareness|watch|hotline|helpline|hot line)"
        r"|prevent\w*|rates? of|research\w*|(?:thesis|paper|essay|lecture|article|leaflet|course|training|unit"
        r"|chapter|definition|meaning|history|anniversary|verdict) (?:\S+ ){0,2}suicid\w*"
        r"|(?:his|her|their|sisters|brothers|fathers|mothers|dads|mums|uncles|aunts|sons|friends|cousins|someones"
        r"|colleagues|husbands|wifes|womans|mans|girls|boys|students|authors|durkheims) (?:\S+ ){0,2}suicid\w*"
        r"|(?:meeting|deadline|traffic|road|drivers?|schedule|pace|pigeon|squirrel|moth|fly|seagull|parking|wings?"
        r"|plants?)",
    ),
    rule(
        "thoughts of dying",
        _CRISIS,
        r"(?:think|thinking|thought|thoughts|fantasi\w+|dream|dreaming|daydream\w*|obsess\w*|imagine"
        r"|imagining) (?:a lot |all the time |every day |all day |more and more )?(?:about|of|on) (?:how (?:easy"
        r"|nice|peaceful|good) it would be )?(?:to )?(?:my own )?(?:dying|death and how|my death|being dead|die"
        r"|not existing|not being (?:here|alive)|ending it|ending things|ending it all|jumping)",
        r"(?:fantasi\w+|daydream\w*) about (?:not|never) (?:existing|waking|being)",
        unless=r"(?:afraid|fear|scared|terrified|anxious|worried|worry) (?:of|about) (?:my |me )?(?:dying|death)"
        r"|dying (?:of|my hair|the)|ending it with|jumping (?:ship|in the (?:pool|sea|lake))|(?:my|his|her"
        r"|their) (?:mum|mother|dad|father|dog|cat)\w*",
    ),
)

_OBLIQUE: Final = (
    rule(
        "better off without me",
        _CRISIS,
        r"{THEY} (?:\S+ ){0,4}(?:better|happier|fine|lighter|easier|relieved|relief|okay|ok|improve\w*|manage|cope"
        r"|get over it|be glad|best) (?:off )?(?:\S+ ){0,2}(?:without me(?! (?:on|at|in (?:the|this) (?:team"
        r"|project|role|band|meeting)|leading|as|there|here|playing|for))|if i (?:\S+ )?(?:was|were|wasnt|werent"
        r"|didnt exist|never existed|died|was never|had never been|disappeared|vanished|am gone|left this|ceased"
        r"|hadnt been|went away for good|killed)(?! (?:on|late|early|in charge)))",
        r"better off without me(?! (?:on|at|in the|leading|as|there|playing))",
        r"without me (?:\S+ ){0,3}{THEY} (?:\S+ ){0,2}be (?:better|happier|fine|free|okay)",
        r"(?:lighter|freer|happier) , (?:all of them|everyone|everybody) , without me",
        r"if i (?:\S+ )?(?:wasnt|werent|were not|was not) (?:here|alive|around|born"
        r"|in it)(?: anymore)? (?:, )?(?:\S+ ){0,3}(?:would|everyone|everybody|nobody|they|it)",
        r"(?:^ |what |and |but |or |imagine |wonder )(?:if|what if) i (?:wasnt|werent|didnt) (?:here|exist|alive)",
        r"be (?:gone|dead) (?:\S+ ){0,3}(?:happier|better|relieved|free of me)",
        r"(?:kindest|best|only decent|one good|least selfish|right) thing (?:\S+ ){0,5}(?:leave for good|die"
        r"|disappear|not be here|be gone|leave this|end)",
        r"waste of (?:oxygen|air|space) (?:\S+ ){0,12}(?:die|gone|leave|dead|end|disappear)",
        unless=r"while im|until im back|for a (?:week|fortnight|day|month)|(?:the|this|my|our) (?:meeting|team"
        r"|project|department|band|committee|company|office|class|account|league)|party|holiday|trip|photo"
        r"|at work today|if i (?:was|were) (?:\S+ )?(?:there|late|early|older|younger|better|more|less|a|an"
        r"|the|richer|taller|thinner|nicer|honest|kinder|quicker|to|you|in|not so|able|paid|working)",
        own=False,
        denied=False,
    ),
    rule(
        "nobody would mind",
        _CRISIS,
        r"(?:nobody|anyone|anybody|they|who|not one person|people) (?:\S+ ){0,2}(?:would |will "
        r"|d )?(?:\S+ )?(?:notice|miss me|care|mourn|cry|be sad|even know|come looking|grieve) (?:\S+ ){0,3}(?:if"
        r"|when|were|was) i(?:m)? (?:\S+ ){0,3}(?:die|died|disappear\w*|gone|vanish\w*|dead|wasnt here|werent here"
        r"|didnt exist|didnt wake|ceased|stopped existing|never came back|killed|wasnt alive|wasnt around|went)",
        r"if i (?:\S+ )?(?:died|disappeared|vanished|was dead|were dead|was gone|didnt wake up|never woke up"
        r"|dropped dead|got hit|stopped breathing|wasnt here|werent here) (?:\S+ ){0,8}(?:nobody|relief"
        r"|wouldnt (?:mind|care|matter|bother|notice|even)|fine with|okay with|ok with|better|would anyone"
        r"|no great loss|for the best|easier|not be (?:missed|noticed)|would anybody|problem solved|be free)",
        r"(?:wouldnt|wouldnt even|dont think id|not) (?:be )?(?:mind|care|sorry|bothered|fight it|sad|upset) (?:if"
        r"|about|when) (?:\S+ )?(?:i|it|me|my) (?:\S+ ){0,3}(?:died|dying|die|dead|didnt wake|never woke"
        r"|disappeared for good|life ended|was all over|killed me|got hit|crash\w*|not waking)",
        r"(?:bus|car|truck|lorry|train|plane|asteroid|lightning|tree|something) (?:\S+ ){0,2}(?:hit|hits|killed"
        r"|kills|struck|crashed|took|takes|fell on|would hit|to hit|to happen to|will happen to|happens to"
        r"|happened to) me (?:\S+ ){0,9}(?:wouldnt|relief|fine|glad|mind|care|okay|end|myself|happy|problem|over)",
        r"(?:hope|hoping|wish|wishing|pray|praying) (?:that )?(?:a |the |some |my )?(?:bus|car|truck|lorry|train"
        r"|plane|something|someone|heart|cancer|illness|accident|god) (?:\S+ ){0,3}(?:hits?|kills?|takes?|runs?"
        r"|stops? beating|ends?|happens? to|would (?:hit|kill|take|happen)) (?:me|it|to me)?",
        own=False,
        denied=False,
    ),
    rule(
        "not waking",
        _CRISIS,
        r"(?:hope|hoping|wish|wishing|pray|praying|prayed|hoped|ask|asking|asked|beg|begging|want"
        r"|wanted) (?:\S+ ){0,7}(?:dont|didnt|wont|not|never|wouldnt|wake up dead) (?:\S+ ){0,4}(?:wake|woken"
        r"|rise again|waking)(?! (?:at|early|the|him|her|them|my|anyone))",
        r"(?:go to sleep|fall asleep|sleep|lie down|close my eyes) (?:\S+ ){0,3}(?:never|not"
        r"|and not) (?:\S+ ){0,3}(?:wake|rise|open them)(?! (?:at|early|until|till|the|him|her|them|my))",
        r"(?:go to sleep|fall asleep|sleep|close my eyes) (?:forever|for good|for ever)",
        r"not to wake up again",
        unless=r"wake up (?:at|early|so early|late|with|before|in time|the|to (?:the )?(?:alarm|noise|rain|snow))"
        r"|nightmare|alarm|jet ?lag|baby|toddler|hungover|hangover|could (?:sleep|lie down|fall asleep)|hike"
        r"|after that|after the|after a|after this",
        denied=False,
    ),
    rule(
        "no reason to go on",
        _CRISIS,
        r"(?:no|any|a|see|find|another|single|good|much) (?:reason|point|purpose|use) (?:left )?(?:to|in|for"
        r"|of) (?:me )?(?:to )?(?:going on|go on|carrying on|carry on|keep going|keeping going|continuing|continue"
        r"|see tomorrow|be here|being here|stay here|staying|get through another|trying to live"
        r"|stick\w* around)(?! (?:with|about|to|at|for|on|in|up|talking|arguing))",
        r"(?:cant|dont|couldnt|didnt|do not|no longer) (?:see|find|think of|have) (?:a|any|one|the"
        r"|another) (?:\S+ )?(?:reason|point|purpose) (?:to|in|for|of) (?:me )?(?:to )?(?:wake|waking|go on"
        r"|going on|be alive|being alive|be here|being here|exist|existing)",
        r"whats the point (?:in|of) (?:me )?(?:going on|carrying on|being here|waking up|existing"
        r"|any of it anymore|staying)(?! (?:with|about|to|at the|for|in|early))",
        unless=r"(?:book|course|series|job|project|meeting|class|game|diet|team|argument|conversation|novel|degree"
        r"|committee|treatment with|early|light|estuary)",
        denied=False,
    ),
    rule(
        "wanting it all to end",
        _CRISIS,
        r"(?:want|need|wish|ready for|waiting for|wanted|hope|hoping) (?:for )?(?:it|everything|this) all (?:to "
        r"|would |will |can )?(?:be )?(?:end|stop|over|gone|done|finish\w*)(?! (?:well|happily|by|soon|on time|in"
        r"|with))",
        r"(?:want|need|wanted|wish|hope) (?:for )?everything (?:to |would |will )?(?:be )?(?:end|stop|over"
        r"|go black|go dark)",
        r"want(?:ed)? to end (?:it|things|everything|it all)(?! (?:with|between|before|by|on a|on good|well"
        r"|here for|the))",
        r"(?:going|planning|decided|ready|about|plan|thinking of|thinking about|thought about|consider\w*"
        r"|tempted) (?:to |on )?(?:end|ending) (?:it|it all|things for good|everything)(?! (?:with|between|well|on"
        r"|the))",
        r"(?:only|one|no other|no) (?:way out|escape|exit)(?: of (?:this|here|it|my life|the pain))?(?: (?:left"
        r"|except one|but one|is death|is to die|i can see|other than (?:death|dying)))",
        r"it (?:will|ll) (?:all )?be over (?:on|by|after|soon|tonight|tomorrow|this) (?:\S+ ){0,3}(?:calm|peace"
        r"|dead|goodbye|relief|$)|calm (?:\S+ ){0,9}(?:it will|itll) be over",
        r"(?:time|ready|need|want|decided) (?:for me )?to (?:leave|depart|quit|exit|check out of"
        r"|say goodbye to) (?:from )?(?:this |the )?(?:world|life|earth|planet|existence|living)",
        r"(?:determined|resolved|mind|minded) to (?:quit|end|leave) (?:it|this life|the world|my life|existence)",
        unless=r"relationship|marriage|lease|contract|subscription|season|semester|renovation|war|pandemic|lockdown"
        r"|exams?|meeting|term|career|with (?:him|her|them|ben|my)|well|ending it with|affair|between us"
        r"|engagement|friendship|call\b|football|game",
    ),
    rule(
        "farewell",
        _CRISIS,
        r"(?:this is|its|time (?:for|to say)|my (?:last|final)|final) (?:my |the |a )?(?:final "
        r"|last )?goodbye(?! (?:party|drink|lunch|tour|card|present|hug))",
        r"goodbye (?:cruel world|world|everyone|everybody|all|mum|dad|my (?:love|loves|darling|family|children"
        r"|friends)) (?:, )?(?:im|i am|i|and)? ?(?:sorry|wasnt|tried|couldnt|cant|loved|forgive)",
        r"(?:tell|let) (?:my |the )?(?:\S+ ){0,2}(?:children|kids|boys|girls|family|mum|mom|dad|mother|father|wife"
        r"|husband|son|daughter|them|her|him|everyone|parents|sister|brother) (?:know )?(?:that )?(?:i (?:loved"
        r"|always loved|tried|was sorry)|im sorry i (?:couldnt|wasnt|cant))",
        r"by the time (?:\S+ )?(?:anyone|anybody|you|they|somebody|someone|he|she) (?:\S+ )?(?:read|reads|find"
        r"|finds|see|sees|get|gets) (?:this|me|my note)(?:.{0,30}(?:gone|dead|over|too late|sorry|done))?",
        r"(?:when|if|after) (?:you|they|she|he|anyone|anybody) finds? (?:this|me|my body|the body)(?: it will| ill"
        r"| i will|$)",
        r"(?:last|final) (?:thing|words|message|letter|note|post|entry|thing i will) (?:\S+ ){0,3}(?:i will ever"
        r"|ill ever|from me|i write|you will (?:get|hear)|youll (?:get|hear)|ever write|before i go)",
        r"(?:gave|given|giving|give) (?:\S+ ){0,7}(?:away|my \S+|to) ?(?:\S+ ){0,8}(?:wont|not going to|dont"
        r"|no longer) (?:\S+ )?(?:be )?need(?:ing)? (?:it|them|any of it|any of this|that) (?:where|anymore"
        r"|much longer|now|after|again|soon)",
        r"(?:wont|not going to|no longer|dont) (?:be )?need(?:ing)? (?:it|them|any of it|anything|that"
        r"|this) where im going",
        r"nothing (?:left )?(?:to stay for|left for me|keeping me here|left to live|holding me here"
        r"|here for me anymore)",
        r"(?:letters?|notes?|videos?) (?:\S+ ){0,6}(?:for|to) (?:\S+ ){0,6}(?:when|after|once) im (?:gone|dead)",
        r"(?:when|once|after|soon) (?:im|ill be|i am) (?:gone|dead) (?:for good|they|it|everyone|you|nobody"
        r"|and then|please|dont|theyll|, and)",
        r"(?:wont|not going to|never) (?:\S+ )?(?:have to|need to) (?:\S+ )?(?:worry|deal with|put up with"
        r"|look after|care for|think|suffer)(?: about| with)? me (?:\S+ )?(?:anymore|much longer|soon|again|after)",
        r"(?:soon|after (?:this|tonight|tomorrow|today|the weekend)) (?:\S+ ){0,3}(?:wont|will not"
        r"|never) (?:\S+ ){0,3}(?:worry|bother|burden|trouble|have me|hear from me)",
        r"(?:wont|not going to|dont (?:think|intend|plan|expect)) (?:\S+ ){0,5}(?:be a burden|bother anyone"
        r"|be in the way|be a problem) (?:\S+ ){0,3}(?:after|anymore|much longer|for long|soon)",
        r"(?:not|wont|dont think im|isnt|not going to) (?:\S+ ){0,4}(?:be )?(?:around|here|be here"
        r"|be around) (?:for )?(?:much )?longer",
        r"(?:wont|not going to|dont think ill|never going to) (?:make it|be here|be around|live|last) (?:to|until"
        r"|till|for|past|see) (?:see )?(?:christmas|my (?:next )?birthday|the (?:summer|new year|weekend|end of)"
        r"|new year|summer|next (?:year|month|week)|spring|winter|then|\d+)(?: and| because| ,|$)",
        r"(?:sorry|forgive me) (?:to |, )?(?:everyone|everybody|all of you|mum|dad|my (?:family|children"
        r"|love))? ?(?:, )?(?:i (?:\S+ )?(?:cant (?:stay|do this anymore|go on|keep going|live)|tried , i"
        r"|have to go now|wont be here))",
        r"i cant stay (?:in this world|alive|anymore)|i tried , i cant stay",
        r"(?:dont|do not) (?:intend|plan|expect|want|mean) to be (?:here|alive|around)(?: (?:anymore|then|by|next"
        r"|after|much|when|$))",
        r"(?:calm|peace) (?:\S+ ){0,6}(?:decided(?! (?:to|on|against|that (?:we|the)))|because it will"
        r"|now that i know|with dying|with leaving (?:this|all|them|you|life))|made (?:my )?peace with (?:dying"
        r"|leaving|ending|it , (?:by|im))",
        r"(?:stopped making plans|no plans) (?:\S+ ){0,7}(?:wont be here|dont intend|not be here|dead)",
        r"ready to (?:go|leave) (?:\S+ ){0,3}(?:forever|for good|from this|tired of)",
        r"join (?:him|her|them|my \S+) in (?:heaven|death|the grave|the ground)",
        unless=r"in this (?:traffic|queue|heat|meeting|lift)|party|drinks|job|office|team|colleagues?|notebook|diary"
        r"|journal for|new one|flight|flying|holiday|tour|moving|move|house|retire\w*|semester|school|series"
        r"|season|students|class|train leaves|lovely|im off home|the company|cancer|terminal\w*|oncolog\w+"
        r"|hospice|palliative|transfer\w*|assignment|sick leave",
        denied=False,
    ),
    rule(
        "passive wish, older words",
        _CRISIS,
        r"(?:weary|sick|tired) of (?:my |this |mere )?(?:existence|life) (?:\S+ ){0,6}(?:end|quit|die|death|grave"
        r"|determined|resolved|wish)",
        r"(?:long|longing|wish|yearn|sigh|pray) (?:\S+ ){0,3}(?:for|to be in) (?:\S+ )?(?:the grave|my grave|death"
        r"|the end of it|oblivion|annihilation|extinction)",
        r"self (?:destruction|murder|slaughter)",
        r"would (?:that|to god|to heaven) i (?:\S+ ){0,2}(?:dead|never been born|die|died|in my grave)",
        r"never (?:to )?rise (?:again|more)",
        r"put an end to (?:my|it|myself|this)(?: \S+){0,2} ?(?:life|all|existence|days|misery|self)?",
        r"how a moment would end|a moment would end (?:all|it)",
        r"(?:thought|thoughts|think) (?:\S+ ){0,3}of (?:drowning|hanging|shooting|destroying|poisoning"
        r"|making away with|doing away with) (?:\S+ )?(?:myself|with myself)",
        r"not be woken",
        unless=r"put an end to (?:it|this) (?:nonsense|habit|practice|argument|rumou?r)|rumou?r|squabble|quarrel"
        r"|nonsense",
    ),
)

CRISIS_RULES: Final[tuple[Rule, ...]] = (*_WISH, *MEANS_RULES, *_OBLIQUE)

_DARK: Final = (
    r"(?:suicid\w*|overdos\w*|noose|to die|to be dead|kill(?:ing|ed)? myself|my attempt|end (?:it(?! with)|my life)"
    r"|my own life|goodbye|cant go on|(?:done|tired of|finished|through with) fighting|hopeless|despair|no way out"
    r"|gives? up on (?:life|everything|myself))"
)
_IDIOM: Final = rule(
    "an idiom after a dark word",
    _CRISIS,
    _DARK + r" (?:\S+ ){0,8}, (?:it didnt work|third time lucky|im letting go|(?:\S+ ){0,5}reasons not to"
    r"|my (?:next|last|second|third) attempt|(?:should i|i could|ill|im going to) do it|talk me out of it"
    r"|(?:i )?tried (?:again|it) last night|(?:i )?want it finished|im going to do it (?:properly|this time)"
    r"|(?:ive )?said my goodbyes)(?=$| ,| and)",
    r"(?:ive|i have) tried (?:twice|two times|before) , third time lucky$",
    unless=r"driving|exam|sourdough|bread|recipe|marathon|job|smoking|sugar",
    own=False,
    denied=False,
)
"""What anybody says of a cake or a job, until the sentence before it speaks of dying."""

ACROSS_SENTENCES: Final[tuple[Rule, ...]] = (
    *(r for r in CRISIS_RULES if r.name in {"farewell", "plan or means at hand"}),
    _IDIOM,
)
"""Signs that people put into two short sentences."""

ALONE_RULES: Final[tuple[Rule, ...]] = (
    rule(
        "a question that stands alone",
        _CRISIS,
        r"^ (?:should i do it|tonight i do it|doing it tonight"
        r"|(?:please )?talk me out of it(?: please)?|im going to do it this time|(?:ive )?said my goodbyes)$",
    ),
)
"""Signs only where nothing else is said: after an offer, "should I do it?" is about the offer."""
