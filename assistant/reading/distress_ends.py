"""The rules that hear a wish to be dead in other plain words, a day decided on, and a goodbye with affairs in order.

Source: the Columbia Protocol's wish to be dead and preparatory acts; the WHO's *Preventing suicide* on settling affairs.
"""

from __future__ import annotations

from typing import Final

from assistant.core.reading import Distress
from assistant.reading.distress_rules import Rule, rule
from assistant.reading.distress_things import PERSON

_CRISIS = Distress.CRISIS
_CONCERN = Distress.CONCERN

_WHO: Final = rf"(?:him|her|them|my (?:\S+ )?{PERSON})"
_LOST: Final = r"(?:died|dead|death|passed(?: away)?|miscarriage|stillb\w+|funeral|been gone|lost (?:him|her|my \S+)|buried|widowed)"
_AFTER: Final = r"(?! (?:on|at|for|when|in|into|through|as|while|until|before|up|around|to|out|down|back|again when))"

_WISH: Final = (
    rule(
        "wish to be dead, in other words",
        _CRISIS,
        r"(?:give (?:\S+ ){1,7}|want |like |love |hope |rather |going |better |plan )(?:to )?be dead by (?:morning"
        r"|tonight|tomorrow"
        r"|sunrise|dawn|the weekend|christmas|\w+day)",
        r"(?:god|lord|jesus|allah|bhagwan) (?:please )?(?:take me (?:tonight|now|already|in my sleep"
        r"|away from (?:here|this life))"
        r"|let me (?:die|not wake)|dont let me wake|kill me(?= |$))",
        r"please (?:god|lord) ,? ?take me(?= ,|$)",
        r"(?:wish|hope|want|if only) (?:that )?(?:some(?:one|body)d?|they|theyd|god) (?:to |would |could )?(?:shoot"
        r"|kill|murder|smother|finish)"
        r" me(?! (?:an?|off|the|with|for|back|when|if))",
        r"(?:shoot|put) me (?:down )?like (?:they|you|we) do (?:with|to|for) (?:an? )?\S+",
        r"(?:im|i am|am|just|only|here|sit|lie|been) waiting to die" r"(?! (?:of|in the game|laughing))",
        r"only death (?:left|remains|is left|can|will)|(?:all thats|nothings|nothing|whats) left (?:is "
        r"|but )(?:to die|death|dying)"
        r"|death is (?:all i|the only (?:thing|way|option|answer|door))",
        r"(?:way(?: out)?|option|choice|solution|answer|thing)(?: left)?(?: for me)? (?:is|left is) (?:to )?(?:die"
        r"|death|dying"
        r"|(?:finish|finishing|end|ending|take) (?:(?:this|my|my own) life|myself|me))(?= $|$| ,| now| tonight)",
        r"(?:finish|finishing|be rid of|throw away) (?:off )?(?:this|my) (?:own )?life(?! (?:in|with|as|story|work"
        r"|at|drawing|class|size))",
        r"with being (?:here )?on (?:this |the )?(?:earth|planet)",
        r"done with (?:being alive|living(?= |$)(?! (?:in|with|at|out|on|like|here))|this (?:life|world|earth"
        r"|planet)(?! of)|being here(?= anymore|$| ,))",
        r"(?:do|doing|done|did|do) myself in(?= $|$| ,| and| tonight| today| while| before| after| if| when| because)",
        r"(?:off|offed|offing|top|topped|topping) myself(?! (?:up|off|out|with))",
        r"(?:when|after|once|if) (?:i|ive|i have) (?:\S+ )?(?:kill(?:ed)?|hang(?:ed)?|hung|drown(?:ed)?|shoot"
        r"|shot) myself"
        r"(?! (?:in the foot|laughing|up|over|on|for|with|trying|getting|at|to))",
        r"life (?:\S+ ){0,9}(?:want mine (?:over|to (?:be over|end|stop|finish)))|(?:world"
        r"|life) (?:\S+ ){0,14}ill end mine",
        r"why (?:cant|couldnt|dont|didnt|wont) (?:i|god let me) die(?= $|$| ,| in my sleep| already| too| instead"
        r"| now| like)",
        r"(?:dont|cant|not|never) (?:\S+ ){0,4}(?:want|wish|mean|plan) to (?:carry on|keep on"
        r"|go on) living(?! (?:here|in|with|at|on|together|alone|like))",
        r"(?:i|ive|have) wanted to (?:follow|join) (?:him|her|them)(?= , (?:ever )?since|$| ever since| since)",
        rf"{_LOST} (?:\S+ ){{0,12}}(?:want(?:ed)?|ready|going|plan|wish|longing) (?:to go )?to (?:follow|join|go to"
        rf"|go with|be with) {_WHO}{_AFTER}",
        rf"(?:want|ready|wish|long|longing|time|like) (?:for me )?to (?:go and )?(?:join|follow|be with"
        rf"|go to) {_WHO}{_AFTER} (?:\S+ ){{0,12}}"
        r"(?:died|passed|dead|been gone|in heaven|in the (?:ground|grave)|other side|buried)",
        r"(?:voices?) (?:\S+ ){0,3}(?:says?|tells?|told|saying|telling) (?:\S+ ){0,2}(?:i should |to |me to )(?:jump"
        r"|die|do it|kill|end it|cut)",
        r"(?:take|taking) (?:us both|both of us) (?:out of (?:it|this|here)(?= |$)|with me|to heaven)",
        r"nothing (?:left )?keeping me (?:on (?:this|the) (?:planet|earth)|alive)",
        r"(?:havent|didnt|cant|never) (?:told|tell) (?:\S+ ){0,8}i have a plan(?= |$)(?! (?:for|to (?:buy|move|open"
        r"|leave my job)))",
        r"(?:going to|will|ill) do it (?:tonight|tomorrow|this weekend) (?:when|while|once|after) (?:they|everyone"
        r"|everybody|mum|dad|he|she|the kids)"
        r" (?:\S+ )?(?:asleep|sleep|out|away|gone|left)(?=$| and| so)",
        r"(?:want it (?:all )?over|(?:scared|afraid) of (?:being dead"
        r"|dying)(?: anymore)?) (?:\S+ ){0,10}(?:worked out|decided|picked) (?:where|how|when)",
        unless=r"video game|minecraft|respawn\w*|boss|phone|battery|laptop|plants?|engine|sofa|gym|gardening|my back"
        r"|embarrass\w*|karaoke"
        r"|presents?|surprise|stocking|decorat\w*|party|parachut\w*|book club|circus|at this rate|diet|sourdough"
        r"|fiance|club|team|course|army|navy",
        denied=False,
    ),
    rule(
        "no fear of dying, or no more seasons",
        _CONCERN,
        r"(?:not|no longer) (?:scared|afraid|frightened) of (?:being dead|dying|death) anymore",
        r"(?:im|am) not doing (?:3|4|5|6)\d(?= |$)|not (?:planning on|expecting) (?:needing (?:it|them|any of it)"
        r"|being (?:around|alive))",
        r"(?:my|this is my|the) (?:last|final) entry(?= , i think$|$| i think$| ever)",
        r"(?:delete|burn|destroy) (?:\S+ ){1,7}(?:after|when|once) im (?:dead|gone)(?= |$)",
        r"(?:passwords?|passcode|bank details|the will|the papers|instructions) (?:\S+ ){0,4}where (?:shell|hell"
        r"|theyll|(?:she|he|they) (?:will|can)) find (?:it|them)",
        unless=r"holiday|kettlebell|squats|marathon|press ups|km|miles|photo\w*|sitter|course|magazine|competition",
        denied=False,
    ),
)

_END: Final = (
    rule(
        "decided, with a day",
        _CRISIS,
        r"(?:already |have |ive |id )decided (?:that )?i wont be (?:here|around|alive) (?:by|after|past|on|for)",
        r"(?:dont see myself|wont be|not going to be|dont think ill be) here (?:next year|by|after"
        r"|past) (?:\S+ ){0,14}(?:at peace|picked the day"
        r"|chosen the day|my own (?:choice|doing|hand)|set the date)",
        r"(?:see|make it to|reach|be here for) (?:christmas|easter|spring|summer|autumn|winter|new year|my birthday"
        r"|the new year) (?:\S+ ){0,4}"
        r"(?:my own (?:choice|doing|hand)|by choice)",
        r"if i (?:go|die|do it|went|died) (?:\S+ ){0,6}(?:death in service|life insurance|insurance"
        r"|the policy) (?:\S+ ){0,3}(?:pays?|covers?|valid)",
        r"(?:its|this is|be) a forever (?:one|break|sleep|goodbye)",
        r"a burden to (?:\S+ ){1,4}and i (?:intend|plan|mean|am going) to stop being (?:one|it)",
        r"(?:leaving|quitting|departing) (?:this|the) (?:earth|planet|world) (?:by|on|before|this|tonight|tomorrow)",
        unless=r"game|moving|job|contract|flat|redundan\w*|holiday|school|university|season|emigrat\w*|film|cancer"
        r"|hospice",
        denied=False,
    ),
    rule(
        "goodbye, with affairs in order",
        _CRISIS,
        r"(?:letters?|notes?|theyre|they are) (?:\S+ ){0,4}in the (?:drawer|safe|desk|box|envelope|folder"
        r"|tin) (?:\S+ )?(?:with|beside|next to) (?:my|the) will",
        r"(?:^|,) (?:goodbye|farewell)(?: ,)? (?:dear )?(?:diary|journal|notebook)(?= ,|$)(?! , (?:see|until|till"
        r"|for now|good))",
        r"whoever (?:reads|finds|is reading|opens) this (?:after|afterwards|when its over)(?= ,| ill| im|$)",
        r"(?:she|he|they|mum|dad|nobody) (?:has |had |have )?(?:no idea|didnt know|doesnt know|dont know"
        r"|didnt realise|knew) (?:that )?(?:it|that|this) (?:was|is)"
        r" (?:a |my |the )?(?:last )?(?:real )?goodbye",
        r"(?:cancelled|paid|sorted|cleared|closed) (?:\S+ ){0,14}where (?:shell|hell|theyll|(?:she|he"
        r"|they) will) find (?:it|them)",
        r"(?:love you all|isnt about any of you|not about any of you|nobodys fault"
        r"|no ones fault) (?:\S+ ){0,10}i (?:just )?cant stay",
        r"affairs in order (?:\S+ ){0,12}before i (?:do it|go)$",
        unless=r"party|transfer|hospice|cancer|solicitor|holiday|flight|moving|new one|visitors? book",
        denied=False,
        own=False,
    ),
)

ENDS_RULES: Final[tuple[Rule, ...]] = (*_WISH, *_END)

ENDS_ACROSS: Final[tuple[Rule, ...]] = (
    rule(
        "a goodbye in two sentences",
        _CRISIS,
        r"goodbye(?: \S+){0,5} ,(?: and)? (?:thanks|thank you) for (?:listening|everything|being there)",
        r"(?:thanks|thank you) for listening(?: to me)? , you were the only (?:one|person)(?=$| who (?:did|listened"
        r"|cared|ever)| that (?:did|listened|cared|ever))",
        r"sorry (?:to )?(?:everyone|everybody|all of you) ,(?: \S+){0,3} (?:your|anyones|anybodys|nobodys) fault",
        r"(?:isnt|not|wasnt) (?:your|anyones|anybodys) fault , tell (?:my )?\S+ i love",
        r"affairs in order(?: \S+){0,6} ,(?: \S+){0,9} before i do it$",
        r"(?:thinks|think|told (?:her|him|them)|believes?) (?:im|i am|its|i was) (?:\S+ ){0,3}(?:out|away|trip|walk"
        r"|break|holiday) , i(?:m| am)?"
        r" ?(?:wont|not)(?: be)? (?:coming|going to come) back",
        r"going in(?:to)? (?:it|the \S+)(?: , i mean)? , not coming (?:out|back)",
        r"(?:dont|wont|not)(?: \S+){0,4} see (?:the )?(?:christmas|spring|summer|autumn"
        r"|winter)(?: \S+){0,3} , my own (?:doing|choice)",
        unless=r"party|holiday|colleagues?|team|office|job|mistake|match|game|meeting|recording|podcast|swim\w*|cold",
        denied=False,
        own=False,
    ),
    rule(
        "one who is dead, and the way to them",
        _CRISIS,
        rf"(?:want|ready|going|wish|long|longing) (?:\S+ )?to (?:join|follow|be with"
        rf"|go to) {_WHO} ,(?: \S+){{0,3}} (?:been gone|died|dead|passed)"
        r"(?: \S+){0,12} (?:go to|join|be with|follow) (?:him|her|them)",
        r"(?:dying|death|being dead) ,(?: \S+){0,4} (?:look|looking) forward to it",
        denied=False,
        own=False,
    ),
)
