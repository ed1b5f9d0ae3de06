"""The rules that hear a wish for death, a survival regretted, a means taken or self-harm, in whatever order it is put.

Each takes two things near each other, a word of dying and a word of wanting it, say, where `distress_crisis` knows the
phrases. Kept only where they heard nothing in 8,000 ordinary sentences of our own training text but what `unless` names.
"""

from __future__ import annotations

from typing import Final

from assistant.core.reading import Distress
from assistant.reading.distress_rules import Rule, rule

_CRISIS = Distress.CRISIS
_FEW, _SOME = r"(?:\S+ ){0,4}", r"(?:\S+ ){0,7}"

_DEAD: Final = (
    r"(?:die|dead|gone for good|never (?:wake|woken|been born|have been born|have existed|existed|exist"
    r"|have had me)|stop (?:existing|breathing|living|being (?:alive|a person|here))|not exist|not be alive"
    r"|cease to (?:be|exist)|my grave|the grave|in the ground|(?:my|the) heart (?:to )?(?:stops?|gives out"
    r"|stopped)|not see (?:the )?morning|out of (?:this|my|the) (?:life|world)|leave this (?:world|life|earth)"
    r"|off this planet"
    r"|be gone(?: now| soon| already| , | $|$)|sleep (?:forever|for ever|and not wake|and wake no more)"
    r"|wake no more|be with god now|hit by (?:a|the) (?:bus|car|train|lorry|truck))"
)
_WISH: Final = (
    r"(?:want|wish|wishing|wished|hope|hoping|hoped|pray|praying|prayed|long (?:to|for)|longing|longed|ready|crave"
    r"|craving|beg|begging|please|let me|prefer|deserve|ought to|would like|feel like|give anything|envy|tempted"
    r"|god please|god to|if only|should just|need to|want someone to|id rather|would rather|better|happier|kinder"
    r"|easier)"
)
_NOT_MEANT: Final = (
    r"(?:yet|before|until|old|peaceful\w*|at home|beach|bed|ninety|hundred|printer|feet|battery|phone|ditch"
    r"|laughing|embarrass\w*|(?:of|from|with) shame|boredom|cringe|karaoke|than (?:sing|eat|go to|wear|watch|sit|admit|ask|call|do"
    r"|see|drive|use|work|speak|talk|on|another)|die of|never die|of it|poor|late|tired|hopes? (?:he|she|they|it"
    r"|the)"
    r"|(?:he|she|they|it|who|dog|cat|plant|car|someone|somebody|anyone) (?:\S+ ){0,2}(?:will |would |might "
    r"|to )?(?:die|dead)|dead (?:leaves|line|tree|wood|weight lift)|deadline|to die {FOR}|committee|drums|account"
    r"|team|band|vote|not ready to die|nothing dies|cheese|wedding|covid|virus|assisted|penalty|game|level|him die"
    r"|her die|them die|daring)"
)

SAID_RULES: Final[tuple[Rule, ...]] = (
    rule(
        "wish for death, put otherwise",
        _CRISIS,
        _WISH + " " + _SOME + _DEAD,
        unless=_NOT_MEANT
        + r"|what (?:would|does|do)|ever|for (?:the|a) (?:weekend|week|holiday|day|fortnight)|by (?:six|seven"
        r"|noon|monday)|out of the world of",
    ),
    rule(
        "death as relief",
        _CRISIS,
        r"(?:death|dying|being dead|to be dead|not existing|my death|not being (?:here"
        r"|alive)) (?:\S+ ){0,3}(?:would|will|is|sounds?|seems?|feels?|looks?|comforts?|calms?|as|could) "
        + _FEW
        + r"(?:better|easier|easy|nice|peace\w*|restful|relief|release|comfort\w*|kinder|mercy|free|beautiful|gentle"
        r"|answer|escape|solution|tempting|inviting|only (?:way|thing)|quiet|lovely)",
        r"(?:happier|better|easier|kinder|nicer|simpler) "
        + _FEW
        + r"(?:if i (?:\S+ )?(?:died|was dead|were dead|wasnt here|werent here|didnt exist|had never|was never"
        r"|was gone))",
        r"(?:everyone|everybody|they|everyones life|their lives|the (?:kids|children|family)|my (?:kids|children"
        r"|family|wife|husband|mum|parents)) (?:\S+ ){0,3}(?:be|get|go) (?:so much |much |all )?(?:better|easier"
        r"|happier|lighter|freer|free|relieved|fine) (?:\S+ ){0,3}(?:without me(?: in it| around| alive)?$"
        r"|if i (?:\S+ )?(?:went|left this|died|wasnt|werent|was gone|disappeared|vanished|just went to sleep)"
        r"|the day (?:i|mine|my life)|when im (?:dead|gone))",
        r"(?:kindness|kindest|favour|relief|mercy|best thing|decent thing) "
        + _SOME
        + r"(?:leave for good|if i (?:went|died|was gone|disappeared)|die|leaving this world|my (?:death|being gone)"
        r"|to be rid of me)",
        r"(?:only thing|thing) "
        + _FEW
        + r"(?:calms|comforts|soothes) me "
        + _FEW
        + r"(?:death|dying|funeral)|(?:death|dying|my own funeral|my funeral|being dead) "
        + _SOME
        + r"(?:comforts?|calms?|soothes?) me|(?:picture|picturing|imagin\w+|daydream\w*|think\w*"
        r"|dream\w*) (?:\S+ ){0,3}my (?:own )?(?:funeral|death|hanging|body being)",
        r"my death would|id be no loss|worth more dead|(?:nobody|no one|who|anyone) (?:\S+ ){0,3}(?:cry|come|be"
        r"|know|care|miss|hurt|sad|notice) (?:\S+ ){0,4}(?:my funeral|i (?:was|were) dead|if i (?:was gone|died"
        r"|were gone|stopped)|id died|me gone)",
        unless=_NOT_MEANT
        + r"|fun with|brass band|planned my own funeral|cleaning|book|in greece|on the? \w+day|fear|afraid"
        r"|scared of",
        own=False,
        denied=False,
    ),
    rule(
        "tired of being alive",
        _CRISIS,
        r"(?:tired|sick|weary|exhausted|fed up|had enough|done|finished|through|bored) (?:to death )?(?:of|with"
        r"|from) (?:\S+ )?(?:life|my life|living|existing|existence|being alive|staying alive|waking up|this world"
        r"|breathing)(?= |$)(?! (?:in|by|out|on|from|here|there|at|like|alone|together|next|near|admin|so|abroad"
        r"|across|under|is|was|of|drawing|without|story|insurance|skills|cycle|choices))",
        r"(?:hate|hated) (?:being alive|existing|waking up alive|that im (?:still )?alive)|(?:life|living"
        r"|existing) (?:is|feels|has become) (?:\S+ ){0,2}(?:too much for me|a punishment|a torment|unbearable"
        r"|torture|exhausting and)",
        r"(?:cant|cannot) (?:\S+ )?(?:live|do life|bear to live|exist) (?:anymore|any longer|with (?:what i did"
        r"|this (?:pain|guilt|shame)))|cant live anymore|cant do life|(?:dont|not|wont) (?:want|intend|plan"
        r"|expect) (?:to )?(?:\S+ ){0,2}(?:see (?:thirty|forty|fifty|sixty|another)|another birthday|be a person"
        r"|go on living|live (?:like this|past|to see|until)|see thirty|turn (?:\S+)|grow old|survive)",
        r"(?:cant|dont|couldnt) (?:imagine|see myself|picture|face) (?:carrying on|going on|keep on"
        r"|keeping on) (?:living|with life|being alive)|dont see why i should (?:stay|go on|live|be here"
        r"|keep going|see)(?! (?:late|in the meeting|for dinner|with (?:him|her)))|(?:why|reason|point|bother"
        r"|worth|use) (?:\S+ ){0,4}(?:me |i |my )?(?:\S+ ){0,2}(?:keep living|go on living|staying alive"
        r"|stay alive|being alive|keep breathing|still breathing|keep existing|me being here|see another (?:day"
        r"|year)|even exist|wake up anymore)",
        r"(?:dont|do not|not|never did) belong (?:in|on) this (?:earth|world|planet)|no place for me in (?:this"
        r"|the) world|(?:doesnt|does not|dont) need me in it|(?:my|the) time (?:here )?(?:is up|is done"
        r"|has come)(?: and|$| here)",
        r"(?:only|just) (?:\S+ )?(?:alive|here|stay\w*|living|breathing) (?:\S+ )?(?:because of|for) (?:my|the|him"
        r"|her|them|mum|other)(?! (?:money|weekend|course|summer|visa|job|food|degree|project|interview|afternoon"
        r"|week|day|party|meeting|diversity|hangover|coffee|match|gig))",
        r"if it (?:wasnt|werent|was not|were not) for (?:\S+ ){1,4}(?:i|id) (?:would )?(?:\S+ )?(?:be gone|be dead"
        r"|have (?:done it|ended|gone|killed)|kill|end|not be here)|(?:id|i would) (?:be dead|have ended it"
        r"|have done it|kill myself|be gone) (?:\S+ ){0,3}(?:if it (?:wasnt|werent)|but for|werent for|years ago)",
        r"time (?:for me )?to leave this (?:world|life|earth)|my life (?:should|ought to|must|needs to"
        r"|has to) (?:end|be over|stop)|time for my life to end|for my life to end",
        unless=r"(?:he|she|it)s the reason|expenses|city|flat|town|commute|wallpaper|boxes|so far from|late for"
        r"|deadline|calendar|coffee",
        denied=False,
    ),
    rule(
        "sorry to have lived",
        _CRISIS,
        r"(?:disappoint\w*|sorry|angry|gutted|annoyed|sad|unfortunate\w*|upset"
        r"|devastated) (?:\S+ ){0,4}(?:survived|that i woke|to (?:have )?w[oa]ke\w*|i woke up|still alive"
        r"|still here|that i had (?:woken|lived)|they (?:found|saved|revived) me)",
        r"(?:still alive|still here|woke up|opened my eyes)(?: this morning| today| again)?(?: ,"
        r"| and)? ?(?:\S+ ){0,3}(?:unfortunately|disappointed|sorry that|and (?:was|felt) (?:sorry|gutted)"
        r"|and hated it|and wished i hadnt)",
        r"hate that i (?:woke|survived|am still|m still|lived)|wish (?:they|he|she|nobody"
        r"|no one) (?:\S+ ){0,2}(?:had|hadnt|d|wouldve) (?:\S+ )?(?:let me (?:go|die)|found me|saved me|revived me"
        r"|stopped me)|shouldnt have (?:revived|saved|found|woken) me|(?:should|shouldve|should have"
        r"|ought to have) (?:have )?(?:\S+ )?(?:been me|died (?:in|that|then|with|instead|when|there))"
        r"|wish (?:it had|it was|it were) (?:been )?me(?: who| that| instead| in| under| who died|$)|wish id (?:died"
        r"|never woken)|pumped my stomach",
        r"wish the (?:surgery|operation|crash|accident|fall|overdose) (?:had|was|were) (?:\S+ ){0,3}(?:wrong|worse"
        r"|worked|killed|fatal)|overdose didnt work",
        unless=r"(?:at|by) (?:five|six|seven|noon|\d)|early|late|alarm|jet ?lag|on the (?:team|list|photo|podium"
        r"|prize|cup)|promotion|chosen|picked|alarm didnt|who (?:won|got)|the (?:phone|app|recipe|plan"
        r"|printer) ",
        denied=False,
    ),
    rule(
        "hoping to be taken",
        _CRISIS,
        r"(?:hope|hoping|hoped|pray|praying|prayed|wish|wishing|want|begging|beg|pray for"
        r"|waiting for) (?:\S+ ){0,4}(?:a |the |this |my )?(?:bus|car|lorry|truck|van|train|plane|cancer|tumou?r"
        r"|lump|heart attack|heart|scan|stroke|lightning|crash|accident|illness"
        r"|something) (?:\S+ ){0,2}(?:hits? me|kills? me|takes? me(?: out)?|goes down|crashes|would (?:hit|take"
        r"|kill)|is cancer|is fatal|is terminal|stops|gives out|finds something that kills"
        r"|shows something that kills)",
        r"(?:pray|praying|wish|hope|hoping|want) (?:for |to (?:get|have|be given) |i (?:had|get|got) "
        r"|i have )?(?:a heart attack|cancer|a stroke|a fatal|something fatal|a brain tumou?r|a terminal"
        r"|an aneurysm|(?:an |a fatal )accident)(?: ,|$| so| and| to| there)",
        r"(?:wouldnt|dont|didnt|not|no longer) (?:\S+ )?(?:care|mind|bothered|flinch|move"
        r"|bother me) (?:\S+ ){0,3}(?:if )?(?:\S+ ){0,2}(?:a (?:bus|car|lorry|truck|train) (?:hit|took|ran|came)"
        r"|die|died|i live or die|whether i live|the plane (?:crash\w*|went)|to die tonight|i stopped breathing"
        r"|it came up on the pavement)|relieved if (?:\S+ ){0,3}(?:crash\w*|hit|died|killed)"
        r"|plane crashed (?:\S+ ){0,2}relieved",
        r"(?:stopped|stop|dont|not) (?:\S+ )?(?:wearing|taking|looking|putting on) (?:\S+ ){0,3}(?:seat ?belt"
        r"|insulin|heart (?:pills|tablets|meds)|before i cross|when i cross|without looking) "
        + _FEW
        + r"(?:on purpose|because|let it|dont care|want|who cares|and hope)|without looking (?:\S+ ){0,3}dont care",
        r"(?:ask|asked|beg|begged|pray) (?:\S+ ){0,2}not to let me (?:see|wake|live)|if it (?:came up|mounted|hit"
        r"|came at me)(?: \S+){0,4} i wouldnt (?:move|step|mind)|(?:if|so) i (?:\S+ )?stepped (?:into|in front of"
        r"|onto) (?:the|a) (?:\S+ ){0,4}(?:accident|nobody|train|bus|road)|living or dying"
        r"|live or die , (?:its )?all one|dont care if i live",
        unless=r"(?:dads?|mums?|his|her|their|grans?) (?:\S+ )?(?:scan|cancer|lump|heart)|isnt cancer|not cancer"
        r"|missing the train|catch|late|on time|vaccine|trip|cubs|match",
        denied=False,
    ),
    rule(
        "going after the dead",
        _CRISIS,
        r"(?:want|wanted(?! to be with (?:\S+ ){1,3}when )|going|ready|long|wish|need|time) (?:\S+ ){0,2}to (?:join|be with|go to|follow"
        r"|go and be with|go where) (?:\S+ ){0,3}(?:(?:(?:hes|shes|theyre|been|is|was|who"
        r"|and) (?:\S+ ){0,2}(?:dead|gone|died))|in (?:heaven|the grave|the ground)|(?:he|she) (?:is|went|died)"
        r"|dead with)",
        r"(?:the day|when|once) (?:\S+ )?(?:mum|dad|mother|father|he|she|the (?:dog|cat)|gran|they) (?:dies|goes"
        r"|dies?|is gone|are gone) (?:, )?(?:\S+ )?(?:im going|so do i|ill go|i go|im (?:done|off)|i follow)",
        unless=r"party|shop|holiday|school|visit|funeral on|hospital|lisbon|sea",
        denied=False,
    ),
    rule(
        "taken or ready",
        _CRISIS,
        r"(?:^ |(?:i|ive|i have|already|and) )(?:already )?(?:took|taken|swallowed|drunk|drank|downed) (?:every"
        r"|all|\d\d|ten|twenty|thirty|forty|fifty|sixty|too many|a load|loads|the lot|the whole|a whole|a handful"
        r"|it all)(?: \S+){0,3} ?(?:pills?|tablets?|meds|paracetamol|antidepressants|bleach|them|packet|bottle"
        r"|house|lot|of them)|(?:ive|i have|just|i) (?:just |already )?(?:taken|swallowed|took) them(?: all)?(?: $"
        r"|$| ,| now| and now| all)|(?:drunk|drank|swallowed) (?:the |some )?(?:bleach|antifreeze|weedkiller)",
        r"(?:saved|saving|put away|put by|keeping back|kept back|hoard\w*|stash\w*|stockpil\w*|hid|hidden|counted"
        r"|counting|count|lined up|laid out|line up) (?:\S+ ){0,5}(?:pills|tablets|meds|paracetamol"
        r"|sleeping tablets|antidepressants|painkillers|codeine|insulin)|(?:pills|tablets|meds"
        r"|paracetamol) (?:\S+ ){0,3}(?:lined up|laid out|in a sock|under the bed|in my mouth|on the sink|in a row"
        r"|saved)|(?:forty|fifty|sixty|thirty|\d\d+) of them (?:saved|put|hidden|in)|enough (?:pills|tablets"
        r"|meds)(?! for)|(?:held|holding|hold|looking at|looked at|stared at|staring at"
        r"|keep looking at) (?:\S+ ){0,2}(?:the |my )?(?:bottle of )?(?:pills|tablets|paracetamol"
        r"|sleeping tablets)|(?:took|taken|taking|swallowed) (?:\S+ )?(?:heap|load|loads|bunch|lots|fistful"
        r"|handful|\d\d) (?:of )?(?:\S+ ){0,2}(?:pills|tablets|meds|paracetamol|painkillers|sleeping)"
        r"|bought (?:the|a|some) rope(?! (?:for|to tie|swing))|pills with my name",
        r"(?:noose|knot) (?:\S+ ){0,4}(?:up|down|holds|neck|practis\w+|learn\w*|tie|tied|beam|door)|(?:practis\w+"
        r"|learn\w*|tied) (?:\S+ )?(?:knot|noose)|rope (?:\S+ )?(?:holds|is ready|is up)|(?:gun|barrel|pistol"
        r"|revolver) (?:\S+ ){0,3}(?:in my mouth|to my (?:head|temple)|tonight|by my|my own head)|(?:got"
        r"|have) the (?:belt|rope|means|gun|tablets|pills) (?:\S+ ){0,4}(?:and i know|door|ready|here|tonight|beam"
        r"|upstairs)|(?:if i had|wish i had) a gun|bag over my head|(?:it|rope|noose|belt|scarf|cord|flex|sheet"
        r"|lead) (?:\S+ ){0,3}(?:round|around) my neck",
        r"(?:tell me|reason) not to (?:do it|kill|die)|(?:cant|dont"
        r"|not) (?:promise|trust|be trusted|guarantee) (?:\S+ ){0,3}(?:ill be safe|be safe|myself)(?! (?:around (?!the |my )|alone with|to|not to"
        r"|with (?:cake|chocolate|money|biscuits)))|(?:scared|afraid) of what i (?:might|will|could"
        r"|may) do to myself",
        unless=r"prescription|holiday|chemist|pharmacy|vet|dad|mum|gran|scarf (?:round|around)|arms? (?:round|around)"
        r"|necklace|sailing|boat|scouts|screws|seeds|chocolate|medal|measuring|tape|cooker|hob|kettle|camp\w*"
        r"|(?:for|with) (?:toothache|a cold|my knee)",
        denied=False,
    ),
    rule(
        "pulled to a drop",
        _CRISIS,
        r"(?:thinking of|think of|thinking about|thought of|thought about|tempted to|urge to|nearly|almost|says?"
        r"|telling me to|tell me to|wait to see if ill|working up to|make myself|made myself"
        r"|going to) (?:\S+ )?(?:jump|jumping|step off|stepping off|step out|step in front|let go|go over)(?: $|$"
        r"| in front| off| from| under| every| again| the| of a| tonight| and| ,)(?! (?:in the (?:pool|river|lake"
        r"|sea)|at the chance|ship|up and down|rope))",
        r"(?:think|thinking|thought|thoughts|imagin\w+|wonder\w*|picture) (?:\S+ ){0,3}(?:about|of) (?:the |a "
        r"|that )?(?:train|trains|bridge|tracks|roof|cliff|edge|platform|drop|viaduct|turning the wheel"
        r"|walking into the (?:river|sea)|walking in)(?: every| all| again| constantly|$| and| when"
        r"| on the way)(?! (?:times|strike|ticket|late|journey|fare))",
        r"(?:stand|stood|standing|sat|sit|sitting) (?:\S+ )?(?:too close to(?! (?:the|a|my|his|her) (?:\S+ )?(?:kiln|oven|hob|stove|forge|fire|bonfire"
        r"|barbecue|speakers?|telly|screen|stage|hive|camera|mic\w*)\b)|on the edge of|at the edge of"
        r"|on the wrong side of|over the edge|on the ledge|outside the (?:railing|barrier))(?: \S+){0,3}(?: $|$"
        r"| and| until| platform| roof| barrier| railing| tracks| with my legs| again| to see)",
        r"(?:went|go|going|gone|keep going|drove|walked|keep ending up) (?:\S+ ){0,3}(?:to the (?:bridge|tracks"
        r"|cliffs?|river|roof|quarry|car park)) (?:\S+ ){0,6}(?:to end|to jump|third time|again tonight|at night"
        r"|and (?:walked home|turned round|looked down|came back)|make myself|trying to|nerve)|river again tonight$"
        r"|(?:went|going|gone|drove|walked|back|stood|im|at|^ on) (?:\S+ ){0,3}(?:bridge|river|cliffs?|viaduct) again(?: tonight)?$|im on the (?:bridge|roof|ledge|tracks)$"
        r"|know (?:exactly )?which (?:bridge|roof|tree|beam)|(?:fantasi\w+|think|thinking|dream\w*"
        r"|imagin\w+) (?:\S+ ){0,2}(?:driving|drive|swerving|crashing|steering) (?:\S+ )?(?:off|into)"
        r"|drive with my eyes (?:shut|closed)|(?:turn|turning) (?:of )?the (?:steering )?wheel (?:\S+ ){0,4}(?:all"
        r"|that|enough|into)|not going to hit the brakes|looked (?:over|down) (?:\S+ ){0,8}(?:eight|six|ten"
        r"|\w+) floors|it would take two seconds(?! to)",
        r"as far as the (?:railing|edge|barrier|platform)|climbed over and (?:climbed )?back|every window looks"
        r"|had (?:the|a) (?:tablets|pills|gun|rope|blade) in my (?:mouth|hand)",
        unless=r"photo\w*|sunset|swim\w*|fireworks|rowers|heron|parkrun|picnic|sandwich|view|bungee|holiday|boards?"
        r"|dive|diving|fishing|climb\w* (?:wall|centre|gym)|tent|dog walk|swifts|repair|aerial|gutter|film|ana"
        r"|friends",
        denied=False,
    ),
    rule(
        "how to die",
        _CRISIS,
        r"(?:how|what|which|whats|fastest|quickest|easiest|best|least|painless\w*|google\w*|searching|search\w*"
        r"|looked up|look up|reading about|forums? about) (?:\S+ ){0,9}(?:kill me|kill myself|finish me off"
        r"|stop my heart|(?:ways?|place|method|easiest|quickest|fastest|how) to die(?: at home| quick\w*"
        r"| painless\w*| in my sleep| without| from|$)|ways? to (?:die|go)(?:$| now| painless\w*| all| without"
        r"| at)|painless (?:death|way(?! to (?!die|go|do it|leave"
        r"|kill|end (?:it|my|this|things|everything))))|die without (?:it |pain)|(?:lethal|fatal) (?:dose|amount|overdose)|(?:is"
        r"|are) (?:lethal|fatal)|overdose on|hanging (?:hurt|quick|painful)|drowning (?:take|hurt|painful|like)"
        r"|peaceful (?:death|way to (?:die|go)))",
        r"can (?:i|you|u) (?:\S+ )?die (?:from|of|by|if) (?:\S+ ){0,3}(?:drink\w*|bleach|pills|paracetamol"
        r"|overdos\w*|hanging|cutting|tylenol|ibuprofen|insulin)|how (?:many|much) (?:\S+ ){0,6}(?:is too many"
        r"|to (?:die|kill|overdose)|kill me|would (?:do it|kill|stop)|is (?:fatal|lethal|deadly)|stop my heart)"
        r"|painless (?:ways?(?! to (?!die|go|do it|leave|kill|end (?:it|my|this|things|everything)))|methods?|death)|least painful way|make it look like an accident|drop heights?",
        unless=r"weeds?|moss|wasps?|ants?|mice|rats?|dog|cat|plants?|germs|bacteria|virus\w*|minecraft|game|level"
        r"|boss|respawn\w*|elden|process|thread|programme?|engine|to die for|lights|time|car|deadline|bees"
        r"|battery|patients?|how did|why did|history|stalin|caesar|king|queen|mosquito\w*|mood|vibe"
        r"|colleagues?|salmon|stars?|people die",
        own=False,
        denied=False,
    ),
    rule(
        "hurting oneself, put otherwise",
        _CRISIS,
        r"(?:the |my )?urges? (?:is|are|has come|have come|came) back(?= $|$| ,| again| and"
        r"| tonight)(?! (?:to (?:eat|shop|bake|clean|run|paint)))|(?:urge|urges|need|want|wanna|craving|desperate"
        r"|tempted|itching|thinking|stop thinking) (?:\S+ ){0,3}(?:to |about |of )?(?:cut|cutting|bleed|self harm"
        r"|burn myself|hurt myself|hurting myself|see blood|see my blood)(?= |$)(?! (?:down|back|costs|corners"
        r"|sugar|the|my (?:hair|hours|nails|fringe|losses)|him|her|ties|off|out|it|carbs|class\w*|grass|short"
        r"|bread|cake|a ))",
        r"(?:started|start|gone back to|back to|been|keep|relapsed and|stop) cutting(?: again| myself|$| ,| since"
        r"| when| at night)(?! (?:down|back|the|out|costs))|i cut (?:today|again|last night|tonight|deeper|three"
        r"|too(?! deep (?:with the|into)))|cut again(?! at the corner)|(?:last|since i) (?:last )?cut$|(?:new|fresh) cuts"
        r"|cutting is (?:the only|my only|all)|slit (?:my|both) wrists?|(?:wrists?|arms?|legs?|thighs?) (?:are "
        r"|is |were )?bleeding|blood (?:\S+ )?(?:calms|helps|relieves|wont stop)",
        r"(?:excuse|excuses|hide|hiding|hid|cover|covering|explain|explanation|lie|if (?:anyone|someone|anybody"
        r"|somebody|my \S+) (?:sees?|catches|notices|asks)|catches me|caught me) (?:\S+ ){0,6}(?:self harm\w*"
        r"|my cuts|my scars|the cuts|cuts from|did it to myself|did them myself|the burns|cutting)",
        r"(?:pressed|press|stubbed|put out|held|poured|hold) (?:\S+ ){0,4}(?:iron|cigarette|lighter|boiling water"
        r"|flame|knife|blade) (?:\S+ ){0,4}(?:on|over|against|to) my (?:\S+ )?(?:arm|wrist|hand|leg|skin"
        r"|thigh)s?(?: on purpose| ,|$| so| to feel| again| because)",
        r"(?:punch|punched|punching|slam|slammed|slamming|bang|banged|banging|hit|hitting|beat|beating) (?:myself"
        r"|my (?:head|face|legs?|fists?|hand)|the wall) (?:\S+ ){0,6}(?:until|till|because i (?:hate|deserve)|so i"
        r"|again and again|over and over|against the (?:wall|tiles|floor))",
        r"(?:dig|dug|digging|scratch\w*|pick\w*|bite|bit|biting) (?:\S+ ){0,4}(?:skin|arms?|legs?|nails|wrists?"
        r"|thighs?) (?:\S+ ){0,3}(?:open|opens|raw|bleed\w*|bled|until|bad|bin the sheets)|choke myself"
        r"|strangle myself|(?:sliced|slashed|gashed) my (?:\S+ )?(?:arm|leg|wrist|thigh)s?|(?:keep"
        r"|kept) hurting myself|i hurt myself (?:last night|again|when|today|tonight|on purpose|so|because)"
        r"|hurting myself (?:is|helps|again|makes)|need to punish (?:this body|my body|myself)|(?:looking at"
        r"|staring at|keep looking at) the (?:scissors|blades?|knife|knives|razors?)",
        unless=r"shav\w+|cook\w*|onions?|football|five a side|gym|running|lifting|oven|hob|kettle|hedge|brambles?|cat"
        r"|garden\w*|hair|grass|lift|rugby|tennis|climbing|bike|stairs|boxing|table tennis|karate|accident\w*"
        r"|by mistake|knitting|sewing|roses|thorns|paper|wood|dough|film|fell|ice|costs|sugar|carbs",
    ),
)
