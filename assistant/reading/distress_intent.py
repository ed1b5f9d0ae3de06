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
        "wish, without the word", _CRISIS, "over finish born had envy button point live living alive deserv dead die take suicid here kill shoot end switch person exist wait off sleep up finding myself",
        r"(?:want|wish|need|let) (?:it|this|everything|all of it) (?:all )?(?:to be )?(?:over|finished|done|ended)(?: ,)? (?:all of it|me included|for good|forever|for ever|permanently)|living is too much|want it finished$",
        r"wish (?:\S+ ){0,2}(?:mother|mum|mom|parents) had never had me|envy the (?:dead|people in the obituar\w+)|switch (?:myself )?off and (?:not|never) come back|button (?:\S+ ){0,5}(?:never (?:have )?exist\w*|be gone|disappear)|no point (?:in|to) me(?: $|$| being)|there are worse things than being dead",
        r"i (?:should|ought to) (?:be dead|die)(?: $|$| ,| now| too| instead)|people like me should (?:die|be dead)|i deserve (?:death|to die|to be dead)|dont deserve the air|god (?:please )?take me(?! (?:to|back|home for))|(?:part|half) of me (?:has )?(?:already )?died and|lie there hoping i wont get up|hope i (?:wont|dont) get up again|wait(?:ing)? to die$|go to sleep hoping thats it",
        r"suicide (?:crossed|keeps crossing|is on|was on|never leaves|came into) my mind|(?:want|wanting|wanted) to not be here(?: ,| like| at all| $|$)|want (?:somebody|someone|him|her|them|anyone) to (?:kill|shoot|end) me(?! (?:when|if he|if she))|wish (?:somebody|someone) would (?:shoot|kill|end) me|(?:can|will|could) (?:someone|somebody|anyone|you) (?:please )?(?:end|kill) me(?: , not| $|$)|(?:please kill|kill) me (?:please|pls)(?: ,| i cant| not| i mean| $|$)|not a joke , i mean it",
        r"(?:imagine|picture|see) (?:them|him|her|mum|dad|my \S+) finding me|(?:picture|see|imagine) myself (?:\S+ ){0,2}(?:hanging|lying at the bottom|dead|falling|in the (?:river|water|ground|coffin))|i only want to sleep and not|shouldnt be allowed to live|did not ask to be born and|if i (?:\S+ )?(?:went|go) to sleep and that was it",
        unless=r"kill me (?:now|already)|joking|lol|haha|meeting|for the photo|picture me|off the hook|punchline|laptop|tv|telly off|radio",
        denied=False,
    ),
    rule(
        "intent, without the word", _CRISIS, "do did went tried attempt plan guts courage coward time check life end finish top day date how deci letting go dying thrown measured fight",
        r"(?:im|i am|ill|i will) (?:\S+ )?(?:going to |gonna )?do it (?:tonight|i swear|this time|properly|after (?:her|his|their|the) (?:exams|birthday|wedding|funeral)|when (?:theyre|hes|shes|the kids are) (?:out|away|asleep))|^ (?:tonight i do it|doing it tonight|should i do it|tonight i will do it)$|could do it tonight and nobody|know (?:exactly )?how (?:im going to|id|ill) do it|chosen how$|wait until after (?:\S+ ){1,4}(?:and then ill do it|then ill do it)",
        r"this time i wont (?:mess it up|fail|survive|get it wrong|be found|tell anyone)|(?:next|this) (?:time|attempt) (?:\S+ ){0,4}(?:make sure it works|wont fail|properly done|no one stops me)|my (?:next|last|second|third) attempt|^ attempted (?:last|on|again|it)|tried (?:again|it) last night|ive tried (?:twice|three times|before) , third|third time lucky|the beam didnt hold|nearly went through with it|almost went through with it|so close to doing it$",
        r"(?:if i had|wish i had|havent got|dont have|had i) the (?:guts|courage|nerve|strength|energy) (?:\S+ ){0,2}(?:id do it|to do it|to kill|to end|id have done it|to jump|i would)|(?:too much of |such |im )a coward (?:\S+ ){0,2}(?:to do it|to kill|because i cant even)|(?:thinking|think) (?:about|abt|of) ending things (?:tonight|for real|for good|tomorrow|now)|ending things tonight|finish (?:off )?my life|thinking to (?:end|finish) my life|(?:nearly|almost|could|could happily|feel like) top(?:ped|ping)? myself|checking out for good|(?:planning|planned|plan) my (?:own )?(?:death|suicide|exit)|talked myself off",
        r"(?:have|ive) (?:got )?(?:the|a) date(?: $|$| and its| picked| set for it)|relief to have a date|since i decided (?:, )?(?:everythings|its|i feel|everything) (?:\S+ ){0,3}(?:lighter|calm\w*|easier|quiet\w*)|calm now (?:that )?ive decided$|peaceful (?:it is )?(?:\S+ ){0,4}(?:settled|decided) on dying|im letting go$|done fighting , im letting go|im the one who has to end it|wont go on living|resolved to (?:be out of this world|die|quit this)|make an end of (?:myself|it all|my)|thrown myself in|measured (?:\S+ ){0,3}to sleep for ?ever",
        r"(?:car|engine)s? (?:is )?running (?:\S+ ){0,3}garage|garage (?:\S+ ){0,3}(?:shut|closed) (?:\S+ ){0,6}(?:engine|running)|tablets are (?:on the table|ready|out)|told? (?:you|u) i was going to do it|tell me not to do it|(?:one|a) (?:good )?reason not to do it|talk me out of (?:it|killing)",
        unless=r"tattoo|marathon|the (?:speech|talk|dive|haircut|interview|wedding)|wedding|engaged|church|party|exam|driving|resign\w*|quit my|propos\w*|evening classes|haircut|job|boss|lease|boiler|paint\w*|bike",
        denied=False,
    ),
    rule(
        "farewell, without the word", _CRISIS, "goodbye sorry fault hear way find found held look after note letter funeral wont gone dog cat wedding last here love tried",
        r"goodbye to the world|said my goodbyes|saying goodbye to (?:everyone|the world) without|sorry (?:to|for) (?:whoever|the person who|what youre going to|what you will) find\w*|(?:you|they) wont hear from me again|out of (?:everyones|everybodys|their|your) way for good|(?:it )?wasnt (?:her|his|your|their|anyones) fault(?:$| ,| it| i)(?= *$| ,| it was (?:me|mine)| i)|none of this (?:was|is) your fault|held on as long as i could|i wasnt strong enough(?: $|$)",
        r"(?:one who|person who|they) (?:finds|find) me(?: $|$| ,| after| in| like)|so no ?(?:one|body) has to (?:when they find|find) me|look after (?:\S+ ){1,3}(?:for me )?when im (?:not here|gone|dead)|if i go , (?:please )?(?:let|give|tell|look)|who will (?:look after|feed|take care of) (?:\S+ ){1,3}when im (?:dead|gone)|(?:notes?|letters?) (?:are |is )?(?:written|done|sealed)(?: ,| and|$)(?! (?:to the|for the) (?:bank|council|landlord))|not going to be around for the (?:wedding|summer|birth|baby)|wont be (?:here|alive|around) for (?:it|the (?:summer|wedding|birth|spring))(?: $|$)|instructions for (?:the|my) funeral|letter to my parents , the one they get after",
        r"my (?:boys|kids|children|son|daughter|wife|husband|mum|parents) (?:\S+ ){0,3}(?:loved them and was ill|loved them very much and|that i (?:loved|tried))|this is my last (?:entry|message|post|note)(?! (?:in this|of the|from|here before))(?: ,|$| love| goodbye| i)",
        unless=r"visit\w*|holiday|moving|new job|lisbon|surgery|work|colleagues?|team|notebook|semester|(?:lost|left|found) (?:my|the) (?:keys|phone|wallet)|hide and seek|map|app|gps|sat ?nav|asleep in|in the library|party",
        own=False, denied=False,
    ),
    rule(
        "burden, without the word", _CRISIS, "miss forgot lose nothing without dead insurance lighter stop exist wasnt gone died understand rid weight money space sad free peace funeral use day",
        r"who(?:d| would) (?:even )?miss me|(?:id|i would) be forgotten|(?:the )?world (?:would|will) (?:lose nothing|keep spinning without me|be better without me|not notice)|stop is to stop existing|only way to stop (?:\S+ ){0,5}(?:is to die|existing)|(?:theyll|they will|hell|shell|youll) (?:understand|be (?:sad and then|fine|free|better|happier|lighter|okay|ok)) (?:\S+ ){0,4}when im gone|be sad (?:for a (?:bit|while|week|month) )?and then (?:\S+ ){0,3}(?:be free|have peace|get over it|move on)$",
        r"(?:better|happier) (?:off )?with a dead (?:father|mother|mum|dad|husband|wife|son|daughter)|life insurance (?:\S+ ){0,4}(?:worth more|more use)|insurance money (?:\S+ ){0,6}more use than i am|pays out even for that|float without me|get on with their lives if i (?:wasnt|werent)|(?:easier|better|happier) without me in it|(?:everyones|everybodys|their) (?:life|lives) (?:\S+ ){0,3}(?:better|easier) the day (?:mine|i)|if i (?:died|stopped existing|dropped dead) (?:\S+ ){0,9}(?:smell|landlord|notice|week|rent|cat)|move on if i was dead|cry at my funeral|even be a funeral|no loss (?:to anyone )?if i|use for me and ive none for it",
        unless=r"holiday|fortnight|meeting|while im|in greece|at work|shift|team|band|account|gossip|game|season",
        own=False, denied=False,
    ),
    rule(
        "asking how, without the word", _CRISIS, "tablet pill chemical kill finish insulin ibuprofen paracetamol storey jump starv bleed cuts scar blade bandage use drown end ways",
        r"(?:which|what) (?:\S+ ){0,3}(?:chemicals?|drugs?|poisons?|pills?|tablets?|gas|mix) (?:\S+ ){0,2}(?:can|will|would|could) (?:kill|finish) (?:you|me|a person|someone|somebody|a man|a woman)|what do people use to kill themselves|(?:place|somewhere|where) to jump (?:from|off)|(?:would|will|is|are) (?:\S+ ){1,3}(?:units|tablets|pills|storeys|floors|milligrams|mg) (?:of \S+ )?(?:do it|enough|be enough|kill me)|if i (?:take|took) (?:\S+ ){0,2}(?:ibuprofen|paracetamol|aspirin|tablets|pills|codeine) with (?:vodka|alcohol|gin|whisky)|how long does (?:drowning|hanging|bleeding out|it take to (?:starve|bleed|drown)) (?:\S+ ){0,4}(?:take|death|out)?",
        r"stop (?:the )?cuts from scarring|hide the blades|excuse for (?:the|my) (?:bandage|cuts|scars|burns)|(?:cuts|scars|marks|burns) (?:\S+ ){0,3}(?:did them|on purpose|myself)|sharpener for the blade|blade (?:\S+ ){0,2}(?:phone case|where i left it|under my)|to end it and ill leave you alone|search history is (?:\S+ ){0,2}ways to die",
        unless=r"dogs?|cats?|weeds?|moss|ants?|rats?|mice|patients?|nursing|game|shav\w*|carpent\w*|school|kids pencil|drawing|surgery scar|c section|dentist",
        own=False, denied=False,
    ),
)  # fmt: skip
