"""The forms of speech in which people promise themselves something, and those of wishes, pasts and plans of others."""

from __future__ import annotations

from typing import Final

from assistant.reading.features import compiled

_WHEN: Final = (
    "tonight|tomorrow|today|this (?:morning|afternoon|evening|week|weekend|month|year|term)|next (?:\\w+)|"
    "(?:on |by |before |until |from |starting |every |till )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|"
    "tues?|weds?|thurs?|fri|sat|sun)s?|(?:by|before|until|till|from) (?:the )?\\w+|first thing|at (?:lunch|half|noon|\\w+ time)"
)

MARKS: Final = compiled({
    "i will": r"«i will (?!be (?:glad|sad|happy|late|in|at|away|back|on|fine)|never|have to|not (?:be|have)|probably|always|miss|end|die|get|lose|fail|look|see how)»?",
    "i will verb": r"«i will (?:definitely |actually |finally |now |then |just )?(?:not )?(?:ring|call|write|book|go|take|send|do|tell|ask|make|put|start|stop|give|pay|finish|be|have|clear|sort|say|speak|talk|walk|run|read|sign|bring|buy|leave|keep|try|get|see|visit|cook|clean|apologi[sz]e|email|text|phone|set|check|hand|turn|get up|cut|open|draw|post|swim|rise|telephone|practi[sc]e|fix|fill)»",
    "going to": r"«i am (?:definitely |actually |finally |really |just )?(?:not )?going to (?!be (?:late|sad|away|sick)|miss|have to|end|die|lose|fail|need)»?",
    "gonna bare": r"^ (?:right |ok |okay |so |and |but |, )*(?:just )?going to(?= )",
    "this time": r"«this time|no (?:more )?excuses|no matter what|no ifs|without fail|whether .* or not|for real|that is (?:a promise|that|final|settled|it settled|the deal|it)|done deal|it is (?:finished|settled|decided)|decided|mark my words|and i (?:mean|will|keep) (?:it|my)|i mean it|and that is that|i am serious|written (?:down|on)|in the diary|on the calendar|no faffing|enough now|starting (?:now|tomorrow|tonight)»",
    "decided": r"«i (?:have )?(?:now |this night |just |finally )?(?:decided|resolved|determined|promised|sworn|vowed|committed|agreed|signed up|made up my mind|made a deal|given my word|booked|told \w+(?: \w+)?)(?: (?:myself|\w+))?(?: that)? (?:i|to|we)»|^ (?:decided|resolved|determined|promised|promise|vow|told \w+)(?= )|«decision made|(?:my )?(?:promise|deal|resolution|pledge|vow|plan|commitment)(?: to myself| with myself)? :?»|i (?:promise|swear|vow|pledge|commit|hereby)(?= )",
    "told i would": r"«(?:told|promised|said to|texted|assured|agreed with) (?:\S+ ){1,3}?(?:that )?i (?:would|will|am)»",
    "said i would": r"«(?:i )?said i would»",
    "going doing": r"«i am (?:not )?(?:\w+ )?(?!going|feeling|having|sitting|working|meeting|staying|being|getting|doing|looking|trying|thinking|hoping|wondering|living|starting to|running out|running late|dreading|missing|starting)\w+ing»",
    "bare doing": r"^ (?:\S+ ){0,3}?(?:deleting|quitting|calling|booking|stopping|starting|joining|ringing|writing|sending|cancelling|telling|asking|signing|handing|cutting|giving up)(?= )",
    "from now": r"«from (?:now on|now|today|tonight|tomorrow|this (?:day|week|month|evening)|next (?:week|month|year)|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|the (?:0|first|new))|starting (?:from )?\w+|beginning (?:with|on|from)|as of»",
    "no more": r"^ (?:right |ok |okay |so |, |\w+ , )?(?:no more|no|never again|not another|enough)(?= )",
    "i and present": rf"«(?:{_WHEN})» (?:, )?i (?:am )?(?!was|had|did|went|have|should|might|could|would|saw|got|felt|made)\w+",
    "when": rf"«{_WHEN}»",
    "will have done": r"«i will have \w+»",
    "let me": r"«let me|i shall|i am off (?!to)|i am back on|count me in|i am in»",
    "mine to do": r"«i have (?:booked|signed|set|written|put|paid|arranged|given)»",
    # --- not promises
    "wish": r"«(?:i )?(?:wish|would (?:love|like|rather|give)|want|wanted|hope|hoping|love to|keen to|dream|long to|fancy)»",
    "maybe": r"«maybe|perhaps|might|may|possibly|probably|i suppose|i guess|thinking (?:of|about)|thought about|some ?day|one day|some (?:year|point|time)|at some point|if i can|i think i will|we will see|depending|depends|not sure|wonder|could»",
    "ought": r"«(?:should|ought|need to|have to|must|supposed to|meant to|got to|really must)»",
    "past": r"«(?:back then|in those days|at the time|was (?:going|meant|supposed|about|to)|were going|had (?:intended|planned|meant|promised|resolved|decided)|meant to|intended|planned|did not|but (?:did not|forgot|i did not|the|it|my|was)|used to|last (?:year|month|week|night|time)|years ago|forgot|never did|could have|would have (?:been|gone|done|liked|\w+ed)|broke it|and i did|kept telling|ago)»",
    "others will": r"^ (?:(?!i )\S+ ){1,4}?(?:will|is going to|are going to|promised|promises|has promised|have promised|said (?:he|she|they)|says|wants|is to|has agreed|has undertaken|has engaged)(?= )(?! i )",
    "he said": r"«(?:he|she|they) (?:will|would|is going|are going|said|says|promised|promises|has)»",
    "if": r"«if|unless|provided|as long as»",
    "prediction": r"«i (?:will|am going to) (?:\w+ )?(?:be (?:\w+ )?(?:glad|sad|sorry|late|alone|fine|fired|the|a|in|at|away|lonely|seen|found|left|laughed|forgotten|happy)|never|always|miss|end up|die|lose|fail|regret|forget|look|have no|need|know|feel|hate|probably|only|just|get (?:fired|ill|sick|fat|old|found|in trouble)|mess|make a fool|not (?:be|get|make it|see|have|know|sleep|pass|manage)|bet)»",
    "it will": r"«(?:it|that|this|there|the \w+) (?:will|is going to)»",
    "question": r"\? $",
    "quoted": r"\"",
    "no first person": r"^(?!.* (?:i|my|me|myself|we|our) ).*$",
    "we": r"«(?:we|we are|let us) (?:will|are going to|are|go|should)»",
    "arrangement": r"«i am (?:on|in|at|away|working|flying|seeing|meeting|teaching|chairing|hauling|rostered|back) .*(?:0|till|until|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next)»",
    "generic i": r"«i (?:always|never|usually|often|sometimes|used|can not|could)»",
    "past tense": r"^ (?:\S+ ){0,2}?(?:went|had|got|took|did (?!this)|came|saw|was|were|felt|slept|rang|sat|met|watched)(?= )",
    "habit": r"«(?:usually|generally|normally|tend to|as a rule|most (?:days|weeks|mornings|evenings|fridays)|always|i keep (?:saying|telling|meaning|forgetting)|every time)»|^ (?:on|most) (?:\w+days|weekdays|weekends|mornings|evenings) (?:morning |evening |night )?i (?!am|will)\w+",
    "kept": r"«and (?:on \w+ )?i (?:was|did|had|rang|went|have not|never)|as (?:i had )?(?:said|promised|agreed)|and (?:he|she) had it|but i have not»",
    "past of i": r"^ (?:so |and |then |today |yesterday |this morning )?i (?!promised|gave (?:\w+ ){1,2}(?:my |the )?(?:word|hand|promise)|made (?:up|a promise|a deal|an? (?:oath|vow))|signed up|committed|vowed|resolved|decided|determined|booked|said|told|read the|finished with)(?:\w+ed|rang|told|wrote|went|sent|gave|made|took|got|said|had|was|did|felt|sat|left|came|saw|bought|read|ran|spoke|kept|put|began|found|met|paid)(?= )(?! (?:myself|\w+) (?:that )?i (?:will|would|am))",
    "idea": r"«(?:option|possibility|idea|would be (?:nice|lovely|good|sensible|an idea)|considering|tempted|toying|deciding|decide whether|have not decided|not decided|undecided|torn)»",
    "duty": r"«i (?:have|need|am supposed|am meant|am due|have got|ought) to»|«(?:has|have) to be»",
    "time of day": r"« ?0 ?»",
    "list": r": .* , .* ,",
})  # fmt: skip
"""Forms that speak for a promise come first; from `wish` on they speak against it."""
