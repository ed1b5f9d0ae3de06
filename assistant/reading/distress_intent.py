"""The rules that hear intent, farewell and burden as people put them when they do not use the words.

**Source** the same as `distress_crisis`; written from a third set of sentences of our own, and kept only where they heard
nothing in 8,000 ordinary sentences.
"""

from __future__ import annotations

from typing import Final

from assistant.core.reading import Distress
from assistant.reading.distress_rules import Rule, rule

_CRISIS = Distress.CRISIS

INTENT_RULES: Final[tuple[Rule, ...]] = (
    rule(
        "wish, without the word",
        _CRISIS,
        r"(?:want|wish|need|let) (?:it|this|everything|all of it) (?:all )?(?:to be )?(?:over|finished|done"
        r"|ended)(?: ,)? (?:all of it|me included|for good|forever|for ever|permanently)|(?:living|life|being alive) is (?:\S+ ){0,3}not worth it"
        r"|selfish (?:i |id )?(?:could |would )?end it|living is too much",
        r"wish (?:\S+ ){0,2}(?:mother|mum|mom|parents) had never had me|envy the (?:dead|people in the obituar\w+)"
        r"|switch (?:myself )?off and (?:not|never) come back|button (?:\S+ ){0,5}(?:never (?:have )?exist\w*"
        r"|be gone|disappear)|no point (?:in|to) me(?: $|$| being)|there are worse things than being dead",
        r"i (?:should|ought to) (?:be dead|die)(?: $|$| ,| now| too| instead)|people like me should (?:die"
        r"|be dead)|i deserve (?:death|to die|to be dead)|dont deserve the air|god (?:please )?take me(?! (?:to"
        r"|back|home for))|(?:part|half) of me (?:has )?(?:already )?died and|lie there hoping i wont get up"
        r"|hope i (?:wont|dont) get up again|wait(?:ing)? to die$|go to sleep hoping thats it",
        r"suicide (?:crossed|keeps crossing|is on|was on|never leaves|came into) my mind|(?:want|wanting"
        r"|wanted) to not be here(?: ,| like| at all| $|$)|want (?:somebody|someone|him|her|them"
        r"|anyone) to (?:kill|shoot|end) me(?! (?:when|if he|if she))|wish (?:somebody|someone) would (?:shoot"
        r"|kill|end) me(?! (?:the|an|over|off|when|if))|(?:can|will|could) (?:someone|somebody|anyone|you) (?:please )?(?:end|kill) me(?: , not| $"
        r"|$)|(?:please kill|kill) me (?:please|pls)(?: ,| i cant| not| i mean| $|$)|not a joke , i mean it",
        r"(?:imagine|picture|see) (?:them|him|her|mum|dad|my \S+) finding me|(?:picture|see"
        r"|imagine) myself (?:\S+ ){0,2}(?:hanging|lying at the bottom|dead|falling|in the (?:river|water|ground"
        r"|coffin))|i only want to sleep and not|shouldnt be allowed to live|did not ask to be born and"
        r"|if i (?:\S+ )?(?:went|go) to sleep and that was it",
        unless=r"kill me (?:now|already)|joking|lol|haha|meeting|for the photo|picture me|off the hook|punchline"
        r"|laptop|tv|telly off|radio",
        denied=False,
    ),
    rule(
        "intent, without the word",
        _CRISIS,
        r"(?:im|i am|ill|i will) (?:\S+ )?(?:going to |gonna )?do it (?:tonight(?=$| ,| and| because| with (?:no|nobody)| i )|i swear"
        r"|after (?:her|his|their|the) (?:exams|birthday|wedding|funeral)|when (?:theyre|hes|shes"
        r"|the kids are) (?:out|away|asleep))|^ tonight i will do it$|could do it tonight and nobody|(?:thinking|think|thought) about how (?:id|ill"
        r"|im going to|i would) do it(?! (?:differently|better|again))|working through the options"
        r"|know (?:exactly )?how (?:im going to|id|ill) do it|chosen how$"
        r"|wait until after (?:\S+ ){1,4}(?:and then ill do it|then ill do it)",
        r"this time i wont (?:mess it up|fail|survive|get it wrong|be found|tell anyone)|(?:next|this) (?:time"
        r"|attempt) (?:\S+ ){0,4}(?:make sure it works|wont fail|properly done|no one stops me)|my (?:next|last"
        r"|second|third) attempt (?:wont (?:fail|be)|will (?:work|succeed))|^ attempted (?:last|on|again|it)|ive tried (?:twice"
        r"|three times|before) , third|im ending it(?: all| now| tonight| today)?$|running out of reasons not to"
        r"|harder to (?:\S+ ){0,5}reasons not to$|(?:brain|head|mind|voices?|it) (?:\S+ ){0,3}(?:says?|saying|tells?|telling|screams?"
        r"|screaming) (?:at me |me )?(?:to )?(?:kill|hurt|hang|cut) (?:your|my)self"
        r"|the beam didnt hold|nearly went through with it|almost went through with it|so close to doing it$",
        r"(?:if i had|wish i had|havent got|dont have|had i) the (?:guts|courage|nerve|strength"
        r"|energy) (?:\S+ ){0,2}(?:id do it|to do it|to kill|to end|id have done it|to jump|i would)"
        r"|(?:too much of |such |im )a coward (?:\S+ ){0,2}(?:to do it|to kill|because i cant even)|(?:thinking"
        r"|think) (?:about|abt|of) ending things (?:tonight|for real|for good|tomorrow|now)|ending things tonight"
        r"|finish (?:off )?my life|thinking to (?:end|finish) my life|(?:nearly|almost|could|could happily"
        r"|feel like) top(?:ped|ping)? myself|checking out for good|(?:planning|planned|plan) my (?:own )?(?:death"
        r"|suicide|exit)|talked myself off",
        r"(?:have|ive) (?:got )?(?:the|a) date(?: and its| picked| set for it)|relief to have a date"
        r"|since i decided (?:, )?(?:everythings|its|i feel|everything) (?:\S+ ){0,3}(?:lighter|calm\w*|easier"
        r"|quiet\w*)|calm now (?:that )?ive decided$|peaceful (?:it is )?(?:\S+ ){0,4}(?:settled|decided) on dying"
        r"|done fighting , im letting go|im the one who has to end it|wont go on living"
        r"|resolved to (?:be out of this world|die|quit this)|make an end of (?:myself|it all|my)|thrown myself in"
        r"|measured (?:\S+ ){0,3}to sleep for ?ever",
        r"(?:car|engine)s? (?:is )?running (?:\S+ ){0,3}garage|garage (?:\S+ ){0,3}(?:shut"
        r"|closed) (?:\S+ ){0,6}(?:engine|running)|tablets are (?:on the table|ready|out)|told? (?:you"
        r"|u) i was going to do it|tell me not to do it|(?:one|a) (?:good )?reason not to do it"
        r"|talk me out of killing",
        unless=r"tattoo|marathon|the (?:speech|talk|dive|haircut|interview|wedding)|wedding|engaged|church|party|exam"
        r"|driving|resign\w*|quit my|propos\w*|evening classes|haircut|job|boss|lease|boiler|paint\w*|bike",
        denied=False,
    ),
    rule(
        "farewell, without the word",
        _CRISIS,
        r"goodbye to the world|said my goodbyes without|saying goodbye to (?:everyone|the world) without|sorry (?:to"
        r"|for) (?:whoever|the person who|what youre going to|what you will) find\w*|(?:you"
        r"|they) wont hear from me again|out of (?:everyones|everybodys|their|your) way for good"
        r"|(?:it )?wasnt (?:her|his|your|their|anyones) fault(?:$| ,| it| i)(?= *$| ,| it was (?:me|mine)| i)"
        r"|none of this (?:was|is) your fault|held on as long as i could|i wasnt strong enough(?: $|$)",
        r"(?:one who|person who|they) (?:finds|find) me(?: $|$| ,| after| in| like)|so no ?(?:one"
        r"|body) has to (?:when they find|find) me|look after (?:\S+ ){1,3}(?:for me )?when im (?:not here|gone"
        r"|dead)|if i go , (?:please )?(?:let|give|tell|look)|who will (?:look after|feed"
        r"|take care of) (?:\S+ ){1,3}when im (?:dead|gone)|(?:my )?(?:notes|letters) (?:are )?(?:written|done"
        r"|sealed)(?: ,| and|$)(?! (?:to the|for the) (?:bank|council|landlord))"
        r"|not going to be around for the (?:wedding|summer|birth|baby)|wont be (?:here|alive|around) for (?:it"
        r"|the (?:summer|wedding|birth|spring))(?: $|$)|instructions for (?:the|my) funeral"
        r"|letter to my parents , the one they get after",
        r"my (?:boys|kids|children|son|daughter|wife|husband|mum|parents) (?:\S+ ){0,3}(?:loved them and was ill"
        r"|loved them very much and|that i (?:loved|tried))|this is my last (?:entry|message|post"
        r"|note)(?! (?:in this|of the|from|here before))(?: ,|$| love| goodbye| i)",
        unless=r"visit\w*|holiday|moving|new job|lisbon|surgery|at (?:\S+ )?(?:ten|nine|eight|eleven|midnight|noon|\d+|the (?:door|station|airport|gate))|work|colleagues?|team|notebook|semester|(?:lost|left"
        r"|found) (?:my|the) (?:keys|phone|wallet)|hide and seek|map|app|gps|sat ?nav|asleep in|in the library"
        r"|party",
        own=False,
        denied=False,
    ),
    rule(
        "burden, without the word",
        _CRISIS,
        r"(?:as well|better) off (?:in the ground|under the ground|six feet under)|(?:nobody"
        r"|no one) (?:is going to|would|will) miss (?:me|a burden)|nothing will (?:ever )?change unless im (?:gone"
        r"|dead)|scared of still being (?:here|alive)|no version of the future (?:\S+ ){0,2}(?:im|i am) in"
        r"|(?:should|better to|better i|i will|want to) end everything|theyd get the insurance"
        r"|notice if i never (?:came|come) (?:home|back)|only way (?:this|it) stops is if i (?:stop|die)"
        r"|over soon (?:\S+ ){0,7}so will i$|forgive me for what i(?:m| am) about to do|(?:had|should have"
        r"|couldve) taken me instead|than (?:not|never) waking up|who(?:d| would) (?:even )?miss me|(?:id"
        r"|i would) be forgotten|(?:the )?world (?:would|will) (?:lose nothing|keep spinning without me"
        r"|be better without me|not notice)|stop is to stop existing|only way to stop (?:\S+ ){0,5}(?:is to die"
        r"|existing)|(?:theyll|they will|hell|shell|youll) (?:understand|be (?:sad and then|fine|free|better"
        r"|happier|lighter|okay|ok)) (?:\S+ ){0,4}when im gone|be sad (?:for a (?:bit|while|week"
        r"|month) )?and then (?:\S+ ){0,3}(?:be free|have peace|get over it|move on)$",
        r"(?:better|happier) (?:off )?with a dead (?:father|mother|mum|dad|husband|wife|son|daughter)"
        r"|life insurance (?:\S+ ){0,4}(?:worth more|more use)|insurance money (?:\S+ ){0,6}more use than i am"
        r"|pays out even for that|float without me|get on with their lives if i (?:wasnt|werent)|(?:easier|better"
        r"|happier) without me in it|(?:everyones|everybodys|their) (?:life|lives) (?:\S+ ){0,3}(?:better"
        r"|easier) the day (?:mine|i)|if i (?:died|stopped existing|dropped dead) (?:\S+ ){0,9}(?:smell|landlord"
        r"|notice|week|rent|cat)|move on if i was dead|cry at my funeral|even be a funeral"
        r"|no loss (?:to anyone )?if i|use for me and ive none for it",
        unless=r"holiday|fortnight|meeting|while im|in greece|at work|shift|team|band|account|gossip|game|season",
        own=False,
        denied=False,
    ),
    rule(
        "asking how, without the word",
        _CRISIS,
        r"(?:which|what) (?:\S+ ){0,3}(?:chemicals?|drugs?|poisons?|pills?|tablets?|gas|mix) (?:\S+ ){0,2}(?:can"
        r"|will|would|could) (?:kill|finish) (?:you|me|a person|someone|somebody|a man|a woman)"
        r"|what do people use to kill themselves|(?:place|somewhere|where) to jump (?:from|off)|(?:which"
        r"|what) (?:bridge|building|roof|cliff|car park) (?:\S+ ){0,4}(?:high|tall) enough|is (?:it|that|the \S+"
        r"|\S+ storeys?) high enough to die|(?:would|will|is|are) (?:\S+ ){1,3}(?:units|tablets|pills|storeys"
        r"|floors|milligrams|mg) (?:of \S+ )?(?:do it|enough|be enough|kill me)|if i (?:take"
        r"|took) (?:\S+ ){0,2}(?:ibuprofen|paracetamol|aspirin|tablets|pills|codeine) with (?:vodka|alcohol|gin"
        r"|whisky)|how long does (?:drowning|hanging|bleeding out|it take to (?:starve|bleed"
        r"|drown)) (?:\S+ ){0,4}(?:take|death|out)?",
        r"stop (?:the )?cuts from scarring|hide the blades|excuse for (?:the|my) (?:bandage|cuts|scars|burns)"
        r"|(?:cuts|scars|marks|burns) (?:\S+ ){0,3}(?:did them|on purpose|myself)|sharpener for the blade"
        r"|blade (?:\S+ ){0,2}(?:phone case|where i left it|under my)|to end it and ill leave you alone"
        r"|search history is (?:\S+ ){0,2}ways to die",
        unless=r"dogs?|cats?|weeds?|moss|ants?|rats?|mice|patients?|nursing|game|shav\w*|carpent\w*|school"
        r"|kids pencil|drawing|surgery scar|c section|dentist",
        own=False,
        denied=False,
    ),
    rule(
        "death or its means, of oneself",
        _CRISIS,
        r"(?:^| )(?:i|im|id|ill|ive|me|my|myself|and|suicide) (?:\S+ ){0,6}suicid\w*|^ suicid\w*(?: again"
        r"| thoughts?| $|$| ,| keeps| is| seems| feels| looks)|exit bag|nitrogen (?:and|hoods?|tank)|noose(?! (?:looking|shaped|like)\b)",
        r"(?:i|im|id|ive) (?:\S+ ){0,7}not (?:to )?(?:be alive|exist|be breathing|have to live|live anymore"
        r"|be in this world)|anything not to (?:be|live|wake)|(?:nobody|no one|everything|everyone|everybody|it"
        r"|they|all|life|things|who|world) (?:\S+ ){0,3}(?:would|wouldnt|will|might|could"
        r"|d) (?:\S+ ){0,5}if i (?:\S+ )?(?:was dead|were dead|died|jumped|ceased|killed myself|was gone for good"
        r"|never woke|didnt exist|hanged myself|was buried)",
        r"no (?:desire|wish|will|wanting|energy|reason) (?:left )?to (?:live|be alive|go on living|wake up"
        r"|see another)|(?:want|like|wish|going|love|need|just) to (?:\S+ ){0,5}(?:asleep|sleep) (?:forever"
        r"|for ever|for good|and never)|(?:way out|escape|exit|answer|option|choice"
        r"|end to this) (?:\S+ ){0,2}(?:but|except|other than|apart from|is|besides) (?:to die|death|dying|suicide"
        r"|killing)|hate (?:that i keep |having to |to )?wak(?:e|ing) up(?= ,| $|$)|losing the will to live",
        r"(?:razor|blade|scissors|penknife|scalpel) (?:\S+ ){0,6}(?:used it|use it|i used|under the mattress"
        r"|against my|calls me)|(?:drank|drunk|drink|swallowed|swallow) (?:\S+ ){0,5}(?:bleach|antifreeze"
        r"|weed ?killer|drain cleaner|cyanide|poison)|(?:cut|cutting|slit|slitting|slash|slashing"
        r"|open) (?:\S+ )?(?:your|my|ones|both) wrists?|(?:ive got|i have|i got|ive|there is|theres) (?:a|the|dads"
        r"|my dads|his) (?:gun|pistol|shotgun|rifle|revolver)(?= ,| $|$| and| in| here| by| next)"
        r"|thought about letting go|thoughts? of letting go",
        r"(?:im|am|not feel|dont feel|feel) (?:not |un)?safe (?:on my own|with myself|to be alone|by myself"
        r"|alone)(?: tonight| right now)?|not safe (?:on my own|with myself|to be alone|by myself|from myself"
        r"|tonight)|dont want to be (?:saved|rescued|found in time|talked out)|planning it for (?:\S+ )?(?:days"
        r"|weeks|months)|be the one (?:to come in|who (?:comes in|finds)|to find)|if im not here (?:on|by|in the"
        r"|tomorrow|monday|next) (?:\S+ ){0,3}(?:keys|cat|dog|tell|letter|please|the)|by my own hand"
        r"|dose of (?:\S+ ){0,3}(?:fatal|lethal|kill)|me dead(?: $|$| ,| than)|brave enough to (?:kill|die|end"
        r"|jump|do it)",
        unless=r"(?:commercial|career|political|social|professional|financial) suicid\w*|suicid\w* (?:squeeze|burn"
        r"|squad|mission|rates?|doors?|pact|bomb\w*|prevention|statistics|awareness|watch|hotline|helpline"
        r"|wings?|note was|attempt in)|prevent\w*|(?:nephew|niece|son|daughter|dad|mum|father|mother|brother"
        r"|sister|uncle|aunt|friend|cousin|colleague|neighbour|husband|wife|partner|student|patient|client|boy"
        r"|girl|man|woman|wife|he|she|his|her|their|they|someone|people|author|poet|singer|woolf|plath|cobain"
        r"|turing|beethoven|character|friends)s? (?:\S+ ){0,4}suicid\w*|suicid\w* (?:of|by) (?:a|my|the|his"
        r"|her)|to suicide(?: $|$| and| ,)|by suicide|not (?:actually |been |feeling )?suicid\w*|never (?:been |felt )?suicid\w*|no (?:longer|more|thoughts?|suicidal)|havent (?:had|been"
        r"|felt)|(?:nerf|glue|water|heat|staple|nail|hunting|radar|paint|toy) gun|clay|shav\w+|history|museum"
        r"|training|course|definition|lecture|thesis|essay|seminar|paper|inquest|verdict|pigeon|traffic"
        r"|plants?|moth|alarm|early|at (?:five|six|four|\d)|webinar|talk(?:ed)? (?:about|at|on)|spoke about"
        r"|asked|whitewash\w*|lumbars?|bramble|rose|plaster|kitchen|the (?:file|page|road|street) |god|laugh",
        own=False,
        denied=False,
    ),
)
