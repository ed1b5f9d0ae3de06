"""The forms of speech in which assumptions show themselves, and those of plain reports that look like them.

**Source**: the distortions of Burns, *Feeling Good* (1980), chapter 3, and Beck, *Cognitive Therapy: Basics and
Beyond* (2011), chapter 11, as words can show them; wording from the project's own training text alone.
"""

from __future__ import annotations

from typing import Final

from assistant.core.reading import AssumptionKind as Kind
from assistant.reading.features import compiled

_BAD: Final = (
    "useless|stupid|hopeless|worthless|pathetic|failure|failing|fail|loser|idiot|fraud|burden|coward|lazy|selfish|weak|ugly|"
    "unlovable|boring|dumb|incompetent|awful|terrible|horrible|disgusting|broken|damaged|cursed|unlucky|disappointment|"
    "nothing|mess|screwup|disaster|joke|dull|slow|fat|rubbish|crap|clumsy|thick|defective|inadequate|inferior|jerk|fool|"
    "needy|cold|difficult|doomed|monster|imposter|impostor|waste|nobody|bad|wrong|crazy|lost cause|unworthy|undeserving"
)
_OTHERS: Final = (
    r"he|she|they|everyone|nobody|people|others|the others|the team|my (?:\w+ )?(?:boss|manager|mother|father|mum|dad|husband|"
    r"wife|partner|friends?|sister|brother|colleagues?|parents|family|kids|children|neighbours?|boyfriend|girlfriend|"
    r"teachers?|supervisor|in-laws|son|daughter|mates?|coach|doctor)|the (?:\w+ )?\w+|[a-z]+"
)

MARKS: Final = compiled({
    # --- rules
    "should": r"«should|ought»(?! have )",
    "should have": r"«i (?:really )?(?:should|ought to) (?:not )?have»",
    "own should": r"«i (?:\w+ )?(?:should|ought|must(?! have)|have to|have got to|need to|got to|am supposed to|am meant to|am expected to)»",
    "duty of a kind": r"«(?:a|an|one|you|we|someone|everyone|parents|mothers|fathers|men|women|adults|leaders|friends|families|good \w+|real \w+|people (?:like|my)|at my age|my age) (?:\S+ ){0,5}?(?:should|ought|must|has to|have to|do not|does not|never|always|can not|pays?|needs? to)»",
    "not allowed": r"«(?:not|no) (?:allowed|permitted|supposed|meant|right to|business|excuse|excuses|room for)»",
    "must be": r"«must (?:be|always|never|not)»",
    "bare rule": r"^ (?:do not|never|always) (?!had|saw|been|seen|got|went)\w+",
    "you do not": r"«(?:you|one) (?:just )?(?:do not|does not|never|can not|always|only|have to|has to|must)»",
    # --- generalization
    "always": r"«always|constantly|without fail|invariably|all the time|every single»",
    "never": r"«never|ever»",
    "every time": r"«every time|whenever|each time|any time|as soon as|soon as|the (?:minute|moment|second|one time)»",
    "everyone": r"«everyone|everyone else|all of them|the whole (?:world|lot)|anyone»",
    "nobody": r"«nobody|none of them|not one of»",
    "everything": r"«everything|anything|whatever»",
    "nothing": r"«nothing»",
    "people generic": r"^ (?:and |but |because )?(?:people|men|women|kids|young \w+|rich people|customers|patients|parents|friends|families|bosses|managers|doctors|the (?:poor|rich|young|old)|life|love|money|trust|marriage|happiness|success|respect|kindness|work|other people|most people|blokes|lads|girls|boys|strangers|teachers|students|relationships)(?= )(?! (?:was|were|had|came|went|did|has been|are in|is in|is at|arrived|said))",
    "it is always me": r"«(?:it is|it s|its) (?:only ever |always )(?:me|left|my|the|been|on me|down to|up to|muggins|us)|always (?:me|the one|the same|ends?|left|falls?|down to me|up to me)|(?:left|down|up) to me»",
    "only when": r"«only (?:when|if|because|ever|reason|remember|call|calls|ring|rings|want|wants|notice|care|cares)»",
    "ends up": r"«ends? up|ended up|end in»",
    "things like this": r"«(?:people|things|good things|nothing|girls|men|someone|anyone) like (?:me|us|that|this|them)|for (?:people|someone) like me»",
    # --- all or nothing
    "either or": r"«either» (?:.* )?«or»|^ or .* or ",
    "or else nothing": r"«or (?:it is |it s |you are |i am |he is |she is |they are |not|nothing|you might as|i might as|do not|else)»|«or nothing»",
    "if not then": r"«(?:if|unless|without)» .*«(?:nothing|pointless|worthless|useless|no point|failure|failed|over|finished|nobody|waste|wasted|does not count|do not count|ruined|might as well|may as well|what is the point|no good|dead|lost|no use)»",
    "no middle": r"«no (?:in between|between|middle|half measures|half|third|such thing as|grey)|nothing (?:in )?between|all or nothing|the middle»",
    "no point": r"«no (?:point|use)|pointless|what is the (?:point|use)|might as well|may as well|not worth»",
    "total": r"«completely|totally|absolutely|entirely|perfect|perfectly|ruined|ruin|ruins|total|utter|utterly|whole|wasted|for nothing|good enough|spoiled|spoilt»",
    "one slip": r"«(?:one|a single|one (?:bad|wrong|missed|slip|mistake)|a missed)» .*«(?:nobody|dead|ruined|over|nothing|lost|all|gone|means|out|done)»",
    # --- mind reading
    "others think": rf"«(?:{_OTHERS}) (?:\w+ )?(?:thinks?|thought|believes?|knows?|knew|reckons?|figures?|hates?|despises?|resents?|pities|judges?|judged|judging|laughs?|sees?|looks? at|looked at|regards?|considers?|dislikes?|wants?|wish|wishes|is (?:\w+ )?(?:disappointed|judging|laughing|waiting|bored|ashamed|angry|mad|avoiding|ignoring|embarrassed|counting|mocking|sick|tired)|are (?:\w+ )?(?:disappointed|judging|laughing|waiting|bored|ashamed|angry|mad|avoiding|ignoring|embarrassed|mocking|sick|tired)) (?:\S+ ){{0,3}}?(?:i|me|my|us|that i)»",
    "others must": r"«(?:he|she|they|everyone|nobody|people|mum|dad) (?:\w+ )?(?:must|surely|clearly|obviously|probably|secretly|just|only|really|definitely)»",
    "i can tell": r"«i (?:can|could|just|know|knew) (?:just )?(?:tell|see|feel|know|sense|hear) (?:\S+ ){0,4}?(?:he|she|they|everyone|them|it|him|her|what)|i know (?:he|she|they|what|everyone|nobody)|you can (?:tell|see) (?:from|by|he|she|they)|pretty sure|i (?:am|m) (?:sure|certain|convinced|persuaded)|so i knew|in (?:his|her|their) (?:eyes|face|voice)»",
    "so she": r"«so (?:\w+ )?(?:he|she|they|i|it) (?:\w+ )?(?:must|clearly|obviously|does|do|did|is|are|was|am|thinks?|has|have|hates?|dislikes?|knew)|which means (?:he|she|they|i)|means (?:he|she|they) (?:do|does|is|are|think|thinks|hate|want)»",
    "clearly": r"«clearly|obviously|evidently|of course|surely|must have|must think|no doubt»",
    "to be polite": r"«(?:to be (?:polite|nice|kind)|out of (?:pity|duty|politeness|guilt)|being (?:polite|nice)|behind my back|feels? sorry for me|sorry for me|pity|humouring|tolerates?|put up with me|puts up with me|sick of me|bored of me|tired of me|over it|over me|done with me|rate me|gone off me|avoiding me|ignoring me|disappointed in me|ashamed of me|better off without|laughing at me|judging|look down|looks down|looked down)»",
    "the look": r"«(?:the (?:way|look) (?:he|she|they|on)|(?:he|she|they|who) (?:paused|went quiet|looked (?:at|through)|smiled|sighed|did not (?:ask|say|reply|answer|bow)|gave me))»",
    # --- prediction
    "will never": r"«(?:will|going to|would) (?:\w+ )?(?:never|always|all|only|end|probably|definitely|surely|think|laugh|hate|leave|fail|lose|regret|forget|find out|see|say|fire|judge|die)|will not»",
    "i will be": r"«(?:i|we) (?:\w+ )?(?:will|am going to|are going to) (?:\w+ )?(?:be|get|end|die|lose|fail|fall|make a|mess|never|have no|regret|look|miss|embarrass|let|always|not)»",
    "they will": r"«(?:he|she|they|everyone|nobody|people|it|this|someone|the \w+|my \w+) (?:will|is going to|are going to|going to)»",
    "doom": r"«bound to|sooner or later|just (?:a matter of time|when)|matter of time|too late|doomed|at this rate|end up|by the time|for the rest of|for ever|forever|the rest of my life|and that will be|that will be (?:it|that)|is when|the end|over for me|no chance|no hope|never going to|not going to make it|only get worse|get worse|going to be a disaster|blow up|find out»",
    "if then": r"«if (?:i|we|he|she|they|you|people|anyone|my|the)» .*«(?:will|would|going to|then|is|are|have|has|can|end)»",
    # --- identity
    "i am": r"«i (?:am|m) (?!not sure|going|having|off|at|in|on|here|home|back|glad|happy|sad|tired|so tired|meeting|working|staying|still)»",
    "i am a": r"«i (?:am|was|m|will be|have always been|have been) (?:\w+ ){0,3}?(?:a|an|the|no|not|just|always|never|too|such|so|one of|only|nothing|someone)»",
    "bad me": rf"«(?:i|me|myself|im|my \w+)» (?:\S+ ){{0,6}}?«(?:{_BAD})»",
    "bad": rf"«(?:{_BAD})»",
    "kind of person": r"«(?:the|a|that|one of those|not the) (?:kind|sort|type) (?:of )?(?:person|people|man|woman|one|girl|guy|bloke|mother|father|of|who|that)?|one of (?:them|those)|(?:not|never been|never was|always been) (?:the one|one (?:of|for|to)|a \w+ person)|(?:one|person|man|woman|guy|girl) (?:who|that) (?:\w+)»",
    "built": r"«born|built for|cut out for|made for|wired|by nature|in my (?:nature|blood|bones)|material|how i am|who i am|the way i am|that is (?:just )?me|what i am|deep down|at heart|at bottom|good at|no good|constitution|have it in me|in me|me all over|not (?:clever|smart|brave|creative|strong)»",
    "i can not": r"«i (?:just |simply |really )?(?:can not|could never|do not know how|am not able|never could|never learned|never learnt|never do|never get|never will|never manage|always)»",
    # --- cause
    "my fault": r"«my (?:own )?fault|because of me|on me|blame (?:me|myself)|i (?:caused|ruined|made (?:him|her|them)|drove|killed|failed|let)|down to me|my doing|because i|comes of|fruit of|if i had|had i|if i was|if i were|if only|serves me|punish\w*|deserve|deserved»",
    "must have": r"«must have»",
    "all the same": r"«all the same|all alike|every one of them|the lot of them|are (?:all|only|always|never)»",
    "hidden": r"«secretly|underneath|deep down|really (?:thinks?|wants?|means?|meant)|pretend\w*|so (?:that )?(?:i|we) (?:would|will|do|did) not (?:see|notice|know)|wonder\w* (?:why|what|if|how)|already (?:decided|made up)|made up (?:his|her|their) minds?»",
    "because": r"«because|since i|is why|the reason|due to|on account of|owing to|thanks to|all because|that is what|what comes|so that is why»",
    "had i then": r"«(?:if|had) (?:i|we)» .*«(?:would|might) (?:not )?(?:have|be|had|still)|he d|she d|they d»",
    # --- other maxims
    "maxim": r"^ (?:\S+ ){1,8}?(?:is|are|means|makes|gets|takes|costs|comes|goes|breaks|needs|wins|loses|ends|belongs) (?!(?:at|in|on|from|to|coming|going|late|closed|open) (?:the|0|my))",
    "only way": r"«the (?:only|best|surest) (?:way|thing|one|ones)|there is (?:no|always|only|nothing)|that is life|how it is|that is how|the thing (?:is|about)|you only get|can not trust|never trust»",
    # --- reports, which are not assumptions
    "others say": r"^ (?:\S+ ){0,4}?(?:says|said|told (?:me|us|the)|thinks we|thinks the|reckons the|believes|claims|claimed|announced|wrote|asked|asks|tells me|suggested|mentioned|joked|explained|hopes|wants to)(?= )(?! nothing)",
    "someone else thinks": r"^ (?:\w+ ){1,4}(?:thinks|believes|reckons|is (?:sure|convinced|certain)|feels) (?:that )?(?:the|his|her|its|their|he|she|a|all|we)(?= )",
    "they said": r"«(?:said|says|saying|told|tells|wrote|writes|announced|claims|claimed|insists|insisted|swears|swore|according to|asked|asks|quoted|stated|joked|admitted|preached|shouted|called me|called the|warned|replied|texted|mentioned|explained|suggested|declared|the (?:book|sign|notice|letter|leaflet|radio|recipe|film|advert|review|law|rule))»",
    "he holds": r"^ (?:\w+ ){1,4}?(?:is|was|are|were) (?:\w+ )?(?:sure|convinced|certain|persuaded|of opinion)(?= )",
    "no i": r"^(?!.* (?:i|me|my|myself|mine|we|us|our) ).*$",
    "others of me": r"«(?:he|she|they|everyone|people|nobody|mum|dad|\w+) (?:\w+ )?(?:thinks?|thought|must think|knows?|sees?|hates?|pities) (?:that )?i»",
    "question word": r"^ (?:and |but |so )?(?:am|is|are|do|does|did|why|what|who|whose|when|where|how|should|would|could|can|have|has|will|was|were|which|maybe)(?= ).*\? ",
    "well felt": r"«(?:happy|glad|proud|grateful|enjoyed|enjoy|love|loved|like|liked|nice|lovely|fun|laughed|laughing|excited|calm|content|pleased|good day|great|lucky|looking forward|delighted|merry)»",
    "quoted": r"\"",
    "asks": r"\? $",
    "number": r"« ?0 ?»",
    "clock": r"«(?:at|by|till|until|from|since|before|after) (?:0|half|noon|midnight|lunch|six|seven|eight|nine|ten|five|four|three|two|one|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|spring|autumn|easter|christmas)|today|tonight|tomorrow|yesterday|this (?:morning|evening|week|afternoon|month|year)|last (?:night|week|month|year)|next (?:week|month|year)»",
    "past report": r"^ (?:\w+ )?(?:we|he|she|they|i) (?:had|went|got|made|took|did|came|saw|spent|walked|drove|ate|slept|cooked|bought|found|finished|called|rang|sat|sent|met|watched|read|cried|laughed|felt|talked|played|ran|left|met|gave|put|cleaned|helped|forgot)(?= )",
    "fragment": r"^ (?:\w+ing|felt|had|got|went|made|saw|took|did|slept|woke|ate|walked|cooked|cried|laughed|cut|sold|rode|dined|spent|finished|started|watched)(?= )",
    "felt": r"«(?:i )?(?:feel|felt|feeling) (?:a |so |very |really |rather |quite |a bit |a little |like crying )?(?:sad|low|happy|angry|tired|glad|nervous|anxious|lonely|proud|better|flat|good|bad|calm|sick|cross|relieved|ashamed|guilty|hurt|grateful|numb|empty|heavy|light|strange|odd|worse)»",
    "own arrangement": r"«i (?:always|never|usually|often|sometimes) (?:take|have|lock|walk|buy|eat|drink|sit|cook|go|get|use|wear|read|play|order|sleep|fuel|row|sweep|drove|tried|been|liked|saw|seen|cut|work)»",
    "expected by the clock": r"«(?:should|ought to|must) (?:be (?:home|here|back|in|at|there|ready|done|finished|able|by|getting|about|on|open|closed)|arrive|get here|have (?:arrived|been|left|the)|reach|hold|go through|close|take about|come)»",
    "long": r"^(?: \S+){22}",
    "longer": r"^(?: \S+){34}",
    "longest": r"^(?: \S+){50}",
    "old narrative": r"«(?:thence|hence|betimes|abroad|dined|supped|my (?:lord|lady)|sir|hath|doth|unto|whereof|wherein|and so (?:home|to|by|we|i)|by and by|after (?:dinner|supper|tea)|in the (?:morning|evening|afternoon)|at (?:noon|night)|methinks|i (?:find|perceive|saw|heard)|there (?:is|are|was|were|came|comes) (?:a|an|the|my|some))»",
    "dear ones": r"«(?:my (?:family|wife|husband|kids|children|friends|son|daughter|boys|girls|dog|cat|grandchildren) (?:is|are|was|were|and|make|makes|made|came|had)|(?:makes?|made|gives?|gave|put|puts) me (?:feel |a |so |very |in )*(?:happy|good|calm|proud|better|laugh|smile|joy|peace|energy|relaxed|content|alive|at home|loved|safe|satisfied))»",
    "turned out": r"«turns out|turned out|used to (?:think|believe)|i was wrong|not (?:after all|as bad)|was fine|went (?:well|fine|better)|surprised|for once|this time»",
})  # fmt: skip

OF_KIND: Final[dict[str, Kind]] = {
    "should": Kind.SHOULD, "should have": Kind.SHOULD, "own should": Kind.SHOULD, "duty of a kind": Kind.SHOULD,
    "not allowed": Kind.SHOULD, "must be": Kind.SHOULD, "you do not": Kind.SHOULD,
    "always": Kind.GENERALIZATION, "never": Kind.GENERALIZATION, "every time": Kind.GENERALIZATION,
    "everyone": Kind.GENERALIZATION, "nobody": Kind.GENERALIZATION, "everything": Kind.GENERALIZATION,
    "nothing": Kind.GENERALIZATION, "people generic": Kind.GENERALIZATION, "it is always me": Kind.GENERALIZATION,
    "only when": Kind.GENERALIZATION, "things like this": Kind.GENERALIZATION,
    "either or": Kind.ALL_OR_NOTHING,
    "no middle": Kind.ALL_OR_NOTHING, "no point": Kind.ALL_OR_NOTHING, "one slip": Kind.ALL_OR_NOTHING,
    "others think": Kind.MIND_READING, "i can tell": Kind.MIND_READING, "to be polite": Kind.MIND_READING,
    "so she": Kind.MIND_READING, "others must": Kind.MIND_READING,
    "will never": Kind.PREDICTION, "i will be": Kind.PREDICTION, "they will": Kind.PREDICTION, "doom": Kind.PREDICTION,
    "kind of person": Kind.IDENTITY, "built": Kind.IDENTITY, "bad me": Kind.IDENTITY, "i can not": Kind.IDENTITY,
    "i am a": Kind.IDENTITY,
    "my fault": Kind.CAUSAL, "had i then": Kind.CAUSAL,
    "maxim": Kind.OTHER, "only way": Kind.OTHER,
}  # fmt: skip
"""Which kind a mark speaks for, where no head is there to weigh them."""
