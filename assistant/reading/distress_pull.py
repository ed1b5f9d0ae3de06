"""The rules that hear a pull towards death by what stands together in a sentence, however it is put.

The phrases of `distress_crisis` are what people often say; these rules take a word of dying and a word of being drawn to it,
near each other and said of oneself. They came from a second writing of 70 sentences, of which phrases alone heard 11.
"""

from __future__ import annotations

from typing import Final

from assistant.core.reading import Distress
from assistant.reading.distress_rules import Rule, rule

_CRISIS, _CONCERN = Distress.CRISIS, Distress.CONCERN

_DEAD: Final = (
    r"(?:die|dying|dead|death|suicid\w*|noose|kill (?:my|your|one)self|killing (?:my|your|one)self|end it all"
    r"|not (?:be )?alive|not (?:to )?wake|unalive|not exist\w*|be gone forever)"
)
_PULL: Final = (
    r"(?:want|wish|hope|hoping|relief|peaceful|peace|easier|simpler|kinder|comfort\w*|favour|choose|chose|choosing"
    r"|ready|looking forward|welcome\w*|sooner|google\w*|googling"
    r"|searched|searching|how to|way to|ways to|painless\w*|button|tempt\w*|selfish|beg|begging|please|let me"
    r"|deserve|longing|may as well|reason not to"
    r"|(?:dont|not|no longer|hardly) care (?:if|whether)|only answer|only way|solution|option|drawn to|appeal\w*"
    r"|invit\w*|escape|planning to|decided to|crav\w*|urge|scared im going to|afraid im going to)"
)
_NOT_OWN: Final = (
    r"walking dead|die (?:very )?old|dead of (?:night|winter)|dead sea|goes to die|printer|beach|at ninety|(?:my|our|a|his|her) (?:\S+ )?(?:daughter|son|kid|child|husband|wife|partner|student"
    r"|teenager|nephew|niece|cousin|flatmate|mate)|fingers|toes|he|she|hes|shes|his|her|they|their|him|dad|mum"
    r"|father|mother|grand\w+|gran|grandad|nan|aunt|uncle|friend|friends|brother|sister|dog|cat|hens?|plants?"
    r"|phone|battery|stars?|skin|heat|people|somebody|someone|man|woman|lord|king|poor|lead|deadlines?|pets?|bees?"
    r"|trees?"
    r"|(?:afraid|scared|fear|fears|terrified|frightened|worried|anxious|worry|phobia|dread) (?:of"
    r"|about) (?:\S+ ){0,2}(?:dying|death|die|dead)|(?:dont|didnt|not|never) want to die|not ready to die"
    r"|never die|before i die|when i die|until i die|after death|christ|resurrect\w*|heaven|covid|virus|corona\w*"
    r"|cancer|vaccine|surgery|operation|crash|accident|plane|flight|old age|hundred|game|minecraft|level"
    r"|embarrass\w*|laugh\w*|boredom|karaoke|(?:of|from|with) shame|assisted|penalty|toll|estate|insurance|life after|rid of"
    r"|end a (?:lease|letter)|in dreams|philosoph\w*|meditat\w* on|memento|stoic\w*|tarot|knight|righteous"
    r"|prevent\w*|training|helpline|helped|cake"
)

PULL_RULES: Final[tuple[Rule, ...]] = (
    rule(
        "drawn to death",
        _CRISIS,
        _PULL + r" (?:\S+ ){0,6}" + _DEAD,
        _DEAD + r" (?:\S+ ){0,4}" + _PULL,
        r"(?:given up on|bothered|done|finished|dont care (?:if|whether)|no longer care (?:if|whether)"
        r"|not care (?:if|whether)|dont care about|cant be bothered (?:with)?) (?:i )?(?:being alive|living|live"
        r"|to live|staying alive)",
        r"(?:disappointed|sorry|sad|angry|annoyed|gutted) (?:\S+ ){0,2}(?:to wake|to have woken|that i woke|i woke"
        r"|to be alive|im still alive|that im alive)",
        r"(?:doesnt|does not|dont|wouldnt|wont) (?:need|want|miss) me (?:in it|here|around|alive)|no ?(?:body"
        r"|one) needs me (?:\S+ ){0,8}(?:stop|die|gone|end)",
        r"(?:dont|do not|never did) belong (?:in|on) this (?:world|earth|planet)|(?:take"
        r"|taking) myself out of (?:the picture|the world|it|this)|want off(?: this| the)? ?(?:ride|world"
        r"|planet)?$|out of my life , out|want out of (?:my |this )?(?:life|existence)",
        r"no version of (?:\S+ ){0,4}(?:has|with|where) (?:me|i)|dont want to (?:have to )?be a person"
        r"|press(?:ed)? (?:the|a) button and (?:be gone|disappear|not|stop|cease)|(?:reason|reasons) to (?:stay"
        r"|be alive)(?: alive| here|$)",
        r"(?:said|saying|say) (?:\S+ ){0,2}goodbyes? (?:in my head|to everyone|to everybody|for the last time)"
        r"|(?:will|affairs) and (?:\S+ ){0,2}goodbye letters|how theyd find (?:me|my body)|(?:without"
        r"|before) (?:\S+ ){0,4}(?:finding|find|finds|found) (?:me|my body)",
        r"be with my (?:dead|late) (?:\S+)|should have been me (?:\S+ ){0,3}(?:died|killed|dead)"
        r"|hope i get (?:cancer|ill|sick|hit|run over|something (?:fatal|terminal))|weary of my life",
        unless=_NOT_OWN.replace("cancer|", "")
        + r"|dead (?:easy|tired)|way to (?:do|get|go|make|cook)|stop (?:dying|my)",
    ),
    rule(
        "means near",
        _CRISIS,
        r"(?:knife|blade|razor|scissors|glass) (?:\S+ ){0,3}(?:against|to|on|across|at|into) my (?:wrist|arm|skin"
        r"|throat|thigh|leg|neck)s?",
        r"(?:sat|sitting|lay|lying|alone) (?:\S+ ){0,6}with (?:the|a|my) (?:\S+ )?(?:razor|blade|pills|knife|gun"
        r"|rope|noose|tablets)",
        r"(?:hoard\w*|stockpil\w*|stash\w*|saving up|storing) (?:\S+ ){0,2}(?:meds|pills|tablets|medication"
        r"|insulin|painkillers|them for)",
        r"(?:dont|cant|not|shouldnt) (?:trust|be trusted) (?:myself )?(?:\S+ ){0,4}(?:alone(?! with (?:him|her|them|a|an|the"
        r" (?!pills|knives|knife|tablets|meds|razors?|car|gun)))|(?:with|around|near) (?:the |my |his |her )?(?:pills|knives"
        r"|knife|tablets|meds|razors?|car|myself|gun|roof|edge))",
        r"(?:scared|afraid|frightened|worried|terrified) (?:of |about )?(?:what )?(?:i might|i may|ill|i will"
        r"|i could|im going to) (?:\S+ )?(?:do|hurt|harm|kill|cut) (?:\S+ )?(?:to )?myself",
        r"(?:im|i am|standing|sitting|sat|stood|been) (?:\S+ ){0,2}on the (?:roof|ledge|railing|parapet"
        r"|wrong side)(?: of the (?:building|bridge|railing|car park))?$",
        r"(?:edge of the|the edge of the) (?:platform|roof|cliff|bridge|building) (?:\S+ ){0,3}(?:twice|again"
        r"|times|thinking|every|wonder\w*|tonight|for)",
        r"ligature|anchor points? (?:\S+ ){0,3}(?:flat|house|rope)",
        r"(?:stepped|step|walked|walk|drift|drifted|swerved) (?:\S+ ){0,4}(?:road|traffic|line|lane"
        r"|tracks) (?:\S+ ){0,3}(?:on purpose|deliberately|pulled back|stop me)|let the car drift",
        r"(?:what (?:would|will|happens?)|can|should|if) (?:\S+ ){0,4}i (?:\S+ )?(?:drank|drink|swallow\w*|took"
        r"|take|inject\w*) (?:\S+ ){0,2}(?:bleach|antifreeze|all my|poison|cyanide|a whole|the whole|weedkiller"
        r"|drain cleaner)",
        r"(?:laudanum|arsenic|chloral|morphia|veronal|poison|pills|tablets) enough|enough (?:laudanum|arsenic"
        r"|chloral|poison|pills|tablets) to",
        r"(?:took|take|taken|taking|put) (?:a|the|my) (?:blade|razor|knife) to (?:my|myself)|bleeding through my"
        r"|(?:want|need|going) to cut(?: so|$| again| tonight| deep)",
        r"(?:place|where) to cut(?: so| that| without|$)|punch\w* (?:\S+ ){0,3}(?:and then )?myself",
        r"have a plan and (?:\S+ ){0,3}(?:means|date|calm|pills|method)|have a date picked|picked (?:a|the) date"
        r"|(?:do|doing) it this time|river is right there|overdose on|which (?:hotel )?windows? open|(?:people who"
        r"|those who) jump(?:ed)? regret",
        unless=r"shav\w+|hair|cook\w*|onion\w*|dad|mum|dog|gran|patient|tiler?s?|roofers?|repair\w*|sunbath\w*|view"
        r"|stars|clarinet|saxophone|sax|reeds?|mouthpiece|fonts?|typeface|typeset\w*|glyphs?|kerning|wedding|save the|photo\w*|party|venue|church|engaged|engagement|june|fringe|grass|budget"
        r"|costs?|vegetables?|carpet|fabric|paper|party wall|barbecue|bbq|terrace|tiles|gutter|solar|climb\w*"
        r"|driving test|exam|bread",
        denied=False,
    ),
    rule(
        "low, put otherwise",
        _CONCERN,
        r"all i (?:ever )?do is cry|just a shell|empty shell|feel like (?:im )?(?:suffocating|a ghost"
        r"|im disappearing|nothing)|trapped and (?:\S+ )?(?:no|cant)|no way out"
        r"|nothing (?:left )?to look forward to|nothing to look forward",
        r"(?:struggling|suffering) so much|dont know who to turn to|nobody to turn to|(?:mind|thoughts"
        r"|head) (?:\S+ ){0,3}(?:very |really |such )?dark(?: places?| thoughts?| at night|$)",
        r"despair (?:is|was|came|has|had|comes|of it|fills|overwhelm\w*|total)",
        r"(?:nobody|no man|no woman|no person) would (?:ever )?(?:want|love|miss|have) me"
        r"|happier with(?:out)? (?:someone else|somebody else|another mother|me)|whats the point (?:in"
        r"|of) (?:trying|anything|it all)",
        r"flashbacks? (?:of|to|again|every|from)|(?:in hospital|hospitali[sz]ed"
        r"|sectioned) (?:\S+ ){0,2}after (?:an|my|the) (?:attempt|overdose)|(?:harm|hurt|burn) myself when i was",
        r"(?:feel|feels|hopeless) (?:\S+ )?hopeless about (?:everything|life|myself|the future|my life|it all)"
        r"|end of my (?:rope|tether) (?:and|with it all|now)|end of my rope|cant keep doing this$"
        r"|want to give up(?: on (?:everything|life|it all))?$",
        unless=r"film|cinema|parking|trapped (?:in the lift|in a meeting|nerve|indoors|by the rain)|puzzle|chess|maze"
        r"|escape room|despair of|movie|hopeless about the (?:garden|game|car|weather|match)",
    ),
    rule(
        "eating, put otherwise",
        _CONCERN,
        r"(?:threw|throw|throwing|thrown) up (?:\S+ ){0,3}(?:on purpose|deliberately|and (?:then )?(?:lied|hid))",
        r"ive (?:only )?eaten (?:\S+ ){0,3}since (?:mon|tues|wednes|thurs|fri|satur|sun)day"
        r"|(?:ive )?stopped eating(?: and| $|$)|(?:wont|dont|cant) let myself eat|only (?:\S+ ){0,4}(?:in control"
        r"|good|clean|safe|calm) (?:\S+ ){0,3}(?:not eating|dont eat|starv\w*|hungry)"
        r"|weigh(?:ed)? myself (?:\S+ ){0,2}(?:times|every)",
        unless=r"prank|snow|film|vegan|meat|sugar|blood test|intermittent|dog|cat|puppy|a run|5k|marathon|stairs",
        own=False,
    ),
    rule(
        "hurt by someone, put otherwise",
        _CONCERN,
        r"(?:forces|forced|makes|made) me (?:to )?have sex|(?:sex|go on) when i (?:say|said) no|groped|(?:used"
        r"|uses|took) (?:his|her|the|a) belt (?:on|to) (?:me|us)|throws (?:\S+ ){0,2}at me",
        r"(?:dont|never|not) feel safe (?:in|at|with|around) (?:\S+ ){0,2}(?:house|home|flat|him|her|my)"
        r"|(?:monitors|checks|tracks|controls) (?:my|what|who|where) (?:\S+ ){0,9}(?:allowed|phone|permission"
        r"|money|jealous)|not allowed to (?:see|have|speak|leave|work|talk)",
        unless=r"prank|snow|film|parents evening|under eighteen|dog|cat|puppy|allowed to (?:have pets|work from)",
        own=False,
    ),
    rule(
        "panic, put otherwise",
        _CONCERN,
        r"(?:couldnt|cant|could not|cannot) (?:get (?:my )?)?breathe?(?! in the (?:crowd|mask))(?: "
        r"|,)+(?:\S+ ){0,8}(?:die|dying|time this|again|heart|fourth|third|night)|heart (?:pounding|racing"
        r"|hammering) (?:\S+ ){0,8}(?:die|breathe|panic|third time|every)",
        unless=r"prank|snow|film|dog|cat|puppy|a run|5k|marathon|stairs",
        own=False,
    ),
    rule(
        "someone else in danger, put otherwise",
        _CONCERN,
        r"(?:son|daughter|sister|brother|friend|girlfriend|boyfriend|student|niece|nephew|roommate|flatmate|cousin"
        r"|mum|dad) (?:\S+ ){0,4}(?:has cuts|cuts (?:all )?(?:over|on|up)|posted a (?:goodbye|suicide)|left a note"
        r"|doesnt want to live|isnt answering and)|(?:found|read) (?:a|the|his|her) (?:suicide|goodbye) note",
        r"(?:shell|hell|theyll|she will|he will) kill (?:herself|himself|themselves) if",
        unless=r"prank|film|dog|cat|puppy",
        own=False,
    ),
)
