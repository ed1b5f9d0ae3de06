"""The words that show what kind of turn a message is: a request, a refusal, a no, a goodbye.

Each pattern reads what a person says with straight apostrophes and without what they quote.
"""

from __future__ import annotations

import re

from assistant.reading.acts_start import TO_US


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


TOO_MANY = _any(
    r"\bwhy does it always have to be a question",
    r"(?:^|[.!?,;]\s*|\bplease |\bjust |\byou )(?:stop|quit) (?:asking|with the questions|interrogating|turning)",
    r"(?:^|[.!?,;]\s*|\b(?:so|that'?s|these are|there are|it'?s|with|we have|you ask|i'?m|just|please|not|and) )"
    r"(?:no|enough|too many|tired of(?: the| your| all)?|sick of(?: the| your)?|another|not) (?:more )?questions?\b"
    r"(?! (?:of|about|is|asked|at|from|in|on|so)\b)",
    r"\bcan'?t you just (?:say|listen|agree)",
    r"\b(?:don'?t|do not) (?:like|want) (?:these|those|your|all these|the|any more) questions\b",
    r"\b(?:you(?:'re| are)|are you|stop|quit) (?:\w+ )?(?:interview|interrogat)ing\b"
    r"|\bstop (?:the|this) interrogation\b|\bi don'?t want to be interrogated\b",
    r"(?:^|[.!?,;\n]\s*|\b(?:i feel|i am|i'm|am i|it'?s like) )(?:being )?(?:interviewed|interrogated)\b"
    r"(?! (?:for|by|at|about|on|in|\w+ (?:week|month)|yesterday|today|tomorrow)\b)",
    r"\b(?:(?:this|it)(?:'s| is)? (?:feel(?:s|ing)|sounds|turning into|becoming|more|starting to feel"
    r"|beginning to feel)(?: like| of)?|is this|this is) an? (?:job |police )?(?:interview|interrogation)\b",
    r"\byou keep turning\b[^.!?]*\bquestion",
    rf"{TO_US}(?<=just )listen\b",
    r"\bdon'?t you dare (?:tell|ask|say|make)\b",
    r"\bdon'?t (?:you )?(?:tell|ask) me to\b",
    r"\b(?:everybody|everyone|people) (?:just )?gives? (?:me )?advice\b",
    r"\bcame (?:here )?for an answer\b",
    r"\b(?:talk|speak|ask|answer|listen|react|reply|respond)\w*\b[^.!?]{0,25}\blike an? (?:\w+ )?person\b",
    r"\bthis is what i mean\b",
    r"\bask about (?:him|her|them) for once\b",
    r"\bdon'?t (?:do the thing|ask me how i feel)",
)
DECLINED = _any(
    r"\b(?:i'm )?not (?:going to )?answer(?:ing)? (?:that|this)",
    r"^\W*(?:next|pass|skip|skip it|next one)\W*$",
    r"\b(?:don'?t|do not|rather not) want to (?:answer|go there|talk about (?:that|it|this))",
    r"\bnot going there\b",
    r"\bnone of your business\b",
    r"\bi'?d rather not\b",
)
LEAVE_IT = _any(
    r"^\W*that'?ll do\W*$",
    r"(?:^|[.!?,;\n]\s*|\b(?:you can|can (?:you|we)|could (?:you|we)|please|let'?s|just|so|now|but|i'?ll|i'?d (?:rather"
    r"|like to|prefer to)|want to) )leave (?:it|that) (?:there|at that|alone|be)\b",
    r"\bdon'?t (?:make it|want (?:this|it|that)) (?:bigger|turned|polished|fixed)",
    r"\bdon'?t need (?:it|this|that) (?:polished|fixed|solved|analy[sz]ed)",
    r"\bjust (?:want(?:ed)? to|needed to) (?:put|get|write|say) (?:it|this|that) (?:down|out|off)",
    r"^\W*(?:(?:ok|okay|so|well|anyway|yeah|yes|no|right|and|but|i think)[,. ]+){0,3}that'?s (?:all|it)"
    r"(?: for (?:now|today|tonight))?[.!]*$",
    r"\bdon'?t want to talk\b(?! (?:about (?!(?:it|that|this|anything)\b)|to)\b)",
    r"(?:\bi'?m (?:so |getting )?|(?:^|[.!?,]\s*)(?:so |getting )?)bored (?:of|with) (?:this|it)(?: now)?\b"
    r"(?=\W*$|[.,!])",
    r"(?<!n't )(?<!dont )(?<!never )(?<!not )(?<!to )(?<!i )\bforget (?:it|this|about it)\b[.! ]*(?:$|i'?m done)",
    r"(?:^|[.!,]\s*)i'?m done(?: (?:with this|here|now|talking|for (?:today|tonight|now)))?[.! ]*$",
    r"\bcan'?t be (?:bothered|arsed)(?: (?:to )?(?:writ|talk|do this)\w*)?(?: (?:tonight|today|now))?[.! ]*$",
    r"\bnot feeling (?:it|this|like (?:writing|talking))\b",
    r"\bnot in the mood (?:to talk|for)",
    r"\bnothing (?:more|else) to say\b",
    r"\bdon'?t get (?:that|the) (?:voice|tone)\b",
    r"\bjust noting (?:it|this)\b",
)
_NOT_DENIED = r"(?<!never said )(?<!didn't say )(?<!never say )(?<!not say )(?<!not saying )"
_BEFORE = (
    r"(?:earlier|just now|last (?:time|week|night|month|\w+day)|yesterday|the other (?:day|night|time"
    r"|evening)|(?:a|two|three|\d+) (?:minutes?|moments?|days?|weeks?|turns?|questions?) ago|in (?:january|february"
    r"|march"
    r"|april|june|july|august|september|october|november|december)|on \w+day)"
)
_CLAIMS_OF_YOU = r"(?:said|suggested|advised|promised|recommended|wrote|mentioned|agreed)"
CLAIMED = _any(
    rf"\b{_NOT_DENIED}you (?:just |already |once |literally )*told me\b",
    rf"\b{_NOT_DENIED}you (?:just |already |once |literally )*{_CLAIMS_OF_YOU} (?:that )?(?:to me\b|i\b|me\b|i'|my\b)",
    rf"\b{_NOT_DENIED}you (?:just |already )*{_CLAIMS_OF_YOU}\b[^.!?\n]{{0,60}}\b(?:{_BEFORE}|before)(?=\W*$"
    rf"|[.!?,;\n])",
    rf"\b{_NOT_DENIED}you (?:just |already )*{_CLAIMS_OF_YOU} (?:this |it |that |so )?{_BEFORE}\b",
    r"\b(?:last (?:week|time|night)|yesterday|earlier) you\b(?! (?:can|could|would|were|had|have|get|go|see|know)\b)",
    r"(?:^|[.!?\n]\s*)(?:(?:but|and|so|no|well|hang on|ok)[, ]+)*you (?:suggested|advised|recommended|promised)\b",
    r"(?:^|[.!?\n]\s*)(?:(?:but|and|so|no|well|hang on|ok)[, ]+)*you said(?= (?:it|that|this|so|to|he|she|they|we"
    r"|the|not)\b"
    r"|[:,]|\W*$)",
    r"\byou were the one (?:who|that) (?:said|told|suggested|advised|asked|wanted me)\b",
    r"\bas you (?:said|suggested|advised)\b",
)
"""A claim of what the program said points to this talk; "in our house you said please" is of anybody."""
INVENT = _any(
    rf"{TO_US}give me the gist\b",
    rf"(?:{TO_US}|\band )make it sound like me\b",
    rf"{TO_US}make (?:it|something|one) up\b(?! (?:to|with)\b)",
    rf"(?:{TO_US}(?:write|say|put|phrase|word|draft|do|answer)\b[^.!?\n]{{0,40}} |^\W*)in my (?:own )?voice\b(?=\W|$)",
    rf"{TO_US}(?:paraphrase|invent|guess what i)\b",
    rf"{TO_US}pretend (?:i|that i) (?:wrote|said)\b",
    rf"{TO_US}put words\b",
    r"\b(?:i|i've) (?:said|wrote|written)[^.!?\n]{0,20}\bor something like it\b",
)
PAST_ENTRY = _any(
    rf"\bwhat did i (?:(?:write|note)\b|(?:say|put)(?: down)? (?:about\b|{_BEFORE}\b))",
    r"\bquote (?:me|back|my)\b",
    rf"{TO_US}(?:look (?:it|that) up|(?:find|show|read) me (?:the|what|that|my))\b",
    r"\bwhen did i (?:last |first )?(?:write|mention)\b(?! (?:to|him|her|them)\b)",
    r"\bit'?s in there\b",
    r"(?:(?:^|\bme )what i wrote|\b(?:(?:show|read|give|tell|remind) me|(?<!n't )(?<!\bi )remember|recall|find|see|have"
    r"|look up|pull up|bring up|go to) what i (?:wrote|said)) (?:in|last|about)\b",
)
OPINION = _any(
    r"\bwhat (?:would you|you would|you'd) do\b",
    r"\bwhat do (?:most|other|normal) (?:people|families|parents|couples|women|men|teams)\b",
    r"\byou must have an opinion\b",
    r"\bwhat do you think\b",
    r"\bwhat(?:'s| is) your (?:opinion|take|view)\b",
    r"\bwhat do most of them\b",
)
ADVICE = _any(
    r"\b(?:just )?tell me what(?: i should| to)\b",
    r"\bwhat (?:should|do|shall|can|must) i (?:do|say|tell|write)\b",
    r"\bshould i (?!have)\w+.*\?",
    r"\bdo i (?:quit|stay|leave|go|tell|let|say|take|call|ask|finish|keep|sell|buy|accept|lend|"
    r"stop|move|break)\b.*\?",
    rf"(?:{TO_US}give me|(?:\b(?:i|i'd|id|we)|^|[.!?,;\n]) ?(?:(?:really|just|do|also|only|would|would really|so) )*"
    r"(?:need|want|like|love|appreciate|could (?:really )?use)) (?:some |a few |\d+ |three |two |an? |your )?"
    r"(?:tips?|advice|recommendations?|suggestions?|answer)\b",
    r"\ba or b\s*\?",
    r"(?:^|[.!?,:;]\s*|\bjust (?:say|tell me|answer)(?: me)?:? )(?:so,? |please,? |just )*yes"
    r"(?:/| or )no(?:,? please)?\W*(?:\?|$)",
    rf"(?:^\W*|{TO_US}give me |\bi (?:\w+ )?(?:want|need|have|get) )(?:a )?straight answer\b",
    r"\bwhat(?:'s| is) the best (?:way|thing)\b",
    r"\bhow (?:do|can|should) i (?:stop|start|get|make|fix|tell|deal|handle|say)\b.*\?",
    r"\bjust decide\b",
    r"\b(?:just |please )*tell me(?= (?:whether|if i should|which)\b)",
)
VERDICT = _any(
    r"\b(?:right|isn't it|isn't he|isn't she|don't you think|wouldn't you say|am i right)\s*\?\s*$",
    r"(?:[,.!]\s*|\b(?:right|wrong|fair|unfair|rude) )(?:yes|no)\s*\?\s*$",
    rf"{TO_US}(?:tell me|say|admit|agree)\b[^.?!]{{0,30}}\b(?:i(?:'m| am| was)|he(?:'s| is| was)|she(?:'s|"
    r" is| was)|it(?:'s| is| was)) (?:right|wrong|rude|unfair|fair|at fault)",
    r"\b(?:you )?agree (?:with me|that)\b",
    r"\bwho(?:'s| is| was) (?:right|wrong|at fault)\b",
    r"\b(?:was|am|is) (?:i|he|she|that|it) (?:right|wrong|unreasonable|overreacting|the bad guy|"
    r"rude|fair|unfair|being)\b[^.]*\?",
    r"\byou can see\b[^.?!]*\bfault\b",
    r"\bwhose fault\b[^.]*\?",
    r"\bsay that out loud\b",
    rf"{TO_US}tell me (?:it'?s|that|if it'?s|honestly|is it)\b",
    rf"{TO_US}be honest\b(?! with (?!me\b))",
    r"\bi'?d like some credit\b",
    rf"(?:{TO_US}be|\b(?:you(?:'re| are)?)) (?:\w+ )?on my side\b(?! of\b)",
)
CHALLENGE = _any(
    r"\b(?:please |do |you can |you may |i'?d like you to |i would like you to |i want you to |can you |could you "
    r"|will you |would you |why don'?t you |feel free to )"
    r"(?:please |kindly |just )?(?:(?:challenge|contradict) me\b|(?:push|test|question) me\b(?=\W*(?:$|[.!?,;:])"
    r"| (?:on|here|now|harder|more|a (?:bit|little))\b)|(?:challenge|push|test|contradict|question) my"
    r" (?:thinking|assumptions?|view|story|logic|reasoning|beliefs?)\b|(?:challenge|contradict) (?:that|this|it)\b)",
    r"(?:^|[.!?,:;]\s*|\b(?:so|and|but|now|just) )(?:challenge|contradict) (?:me|this|that|my \w+)\b",
    r"\bpush back on (?:me|this|that|what i)\b",
    r"\bplay (?:the )?devil'?s advocate\b(?! (?:for|with|to))",
    r"\b(?:poke|pick) holes in (?:this|that|it|my \w+|what i)\b",
    r"\bwhat (?:am i|i'm|are we) (?:\w+ )?(?:(?:assuming|taking for granted|not seeing)\b"
    r"|missing\b(?=\s*(?:$|[?.!,;])| (?:here|in (?:this|that|it|all (?:this|that)))(?=\s*(?:$|[?.!,;:]))))",
    r"\b(?:what|which) assumptions? (?:am i|do i|are we|have i)\b",
    r"\bam i (?:\w+ )?(?:assuming|taking (?:it|something|too much) for granted)\b",
)
"""Asked to be challenged."""
SUPPOSING = re.compile(
    r"\b(?:am i|do i|are we) (?:just |only |simply )?(?:assuming|assume|taking it for granted)(?: that)?\b",
    re.IGNORECASE,
)
"""What follows is the assumption."""
YOURS_TO_ASK = re.compile(
    r"^\W*(?:(?:idk|dunno|i don'?t (?:know|mind)|ok|well|just)[\s,.!]+)*(?:you (?:choose|pick|decide|say|ask"
    r"|go first|tell me)(?: (?:one|it|something|then))?"
    r"|(?:whatever|anything|what) (?:you (?:want|like|fancy|think)|u want)|(?:it'?s )?(?:up to|your) (?:you|call"
    r"|choice)|(?:ask (?:me )?)(?:anything|whatever|something)"
    r"|anything|you'?re the one asking)\W*$",
    re.IGNORECASE,
)
"""A whole message that leaves the question to the coach."""
_SUBJECT = r"(?:thing|subject|topic|note|matter|question)"
TURNS_TO = re.compile(
    r"(?:^|[.!?,;…\n][ \t]{0,3}|\s[-–—]\s)"
    r"(?:(?:ok|okay|right|so|well|but|and|anyway|also|stop|no|listen|now|oh)[\s,.!]{1,4}){0,5}"
    rf"(?:(?:(?:on )?(?:a |an |one |something )?(?:totally |completely |very |whole )?(?:different|new|another|other"
    rf"|separate|unrelated) {_SUBJECT}"
    r"|change of (?:subject|topic)|changing (?:the )?subject|(?:something|someone) else entirely|unrelated"
    r"|moving on|(?:(?<=[.!?…] )|(?<=\n))anyways?(?=[.…,]))(?:\s*[,.:;–—-]+\s*"
    r"|(?=\s+(?:they|he|she|i|i'm|we|it|my|the)\b))"
    r"|(?:(?:can|could) we (?:go|come|get) back to|(?:going|coming|getting) back to|but back to|back to)\s+(?=(?:the"
    r"|my|what|that|his|her)\b)"
    r"|what about\s+(?=(?:the|my|his|her|that)\b[^.!?]*\bthough\b))",
    re.IGNORECASE,
)
"""They turn to another matter, or back to one."""
OBJECTION = _any(
    r"^\W*no,? (?:it|that|this|you|he|she|they)(?:'s|s| is| was| does| did| has|'re| are| isn'?t| wasn'?t| didn'?t)\b",
    r"^\W*no[,.!]+\s+not (?:that|really|at all|quite|it)\b",
    r"^\W*no[.!]*$",
    r"^\W*(?:nope|wrong)\b",
    r"\bthat'?s not (?:it|true|the point|how it)\b",
    r"\byou(?:'re| are) (?:wrong|assuming)\b",
    r"\bare you (?:saying|suggesting|implying|calling|accusing|telling me)\b",
    r"\byou weren'?t there\b",
    r"\bi'?m not going to ['‘\"“]\w+",
    r"\bit is what it is\b",
    r"\bi disagree\b",
    r"\bnot really (?:it|what)\b",
)
_AFTER_GOOD_NIGHT = (
    r"[^\w]*$|\s*[.!,;:…\n–—-]|,? (?:and )?(?:then|now|all|everyone|lodestar|coach|thanks?|cheers|see you|talk|sleep"
    r"|off|i'?m|bye|x+|love|for now)\b"
)
"""A mark or a farewell: a "good night out" and a "good night's sleep" are told."""
GOODBYE = _any(
    r"\b(?:thanks|thank you|thankyou|ta|cheers)\b[^.?!]{0,20}[,.!]+ (?:i think )?(?:this|that)(?:'s| is|s|'ll be"
    r"| will do| will be)? ?(?:it|all|enough|plenty|me)"
    r"(?: (?:for|from) (?:me|now|today|tonight))?[.! ]*$",
    r"\b(?:i think )?(?:this|that)(?:'s| is|s) (?:enough|plenty|all)(?: for (?:me|today|tonight"
    r"|now))?[,. ]+(?:thanks|thank you|cheers)[.! ]*$",
    r"\bi think (?:this|that) is enough for (?:me|today|tonight|now)[.! ]*$",
    r"(?:^|[.!?,;…\n]\s*)(?:(?:ok(?:ay)?|right|well|so|anyway|thanks|thank you|cheers)[,.! ]+)*good ?night\b"
    rf"(?={_AFTER_GOOD_NIGHT})",
    r"\b(?:thanks|thank you|cheers)\b[^.!?\n]{0,40} and good ?night[.! ]*$",
    r"(?:^|[.!?,;…\n]\s*)(?:(?:ok(?:ay)?|right|well|so|anyway|thanks|thank you|cheers|and|you)[,.! ]+)*have a "
    r"(?:good|nice|lovely|restful|peaceful) (?:night|evening|sleep)\b[^\w?]*$",
    r"(?:^|[.!,]\s*)(?:night|bye|goodbye|cheers|see you|ciao)[,.! ]*(?:thanks|thank you|"
    r"all)?[.! ]*$",
    r"\bi'?m (?:going to|gonna|gunna) (?:stop|go|sleep|leave it|head off|turn in)"
    r"(?: (?:here|there|now|to (?:bed|sleep)|for (?:now|today|tonight))){0,2}"
    r"(?:[,.! ]*\b(?:thanks|thank you|cheers|bye|good ?night))*[^\w?]*$",
    r"\bi'?m (?:going to|gonna|gunna) (?:stop|go|leave it) (?:here|there|now)(?=\s*[,.;!…–—-])",
    r"(?:\b(?:i'm|im|i am|really)|(?:^|[.!]\s*)(?:ok(?:ay)?|right|well|so|anyway|thanks|cheers)[,.!]*)"
    r" (?:really )?off now\b(?:[,.! ]*(?:thanks|thank you|cheers|bye))?[^\w?]*$",
    r"(?:\b(?:i|i've|ive|i'm|im) (?:(?:really|just|probably|now|going to|gonna) )*(?:got to|have to|need to|going to)"
    r"|\bgotta|(?:^|[.!?,;…\n]\s*)(?:(?:ok(?:ay)?|right|well|so|anyway|sorry|thanks|now)[, ]+)*"
    r"(?:got to|have to|need to|going to|gonna)) (?:go|run|sleep|dash)\b(?: now)?[.! ]*$",
    r"\bthat'?s (?:enough|all|it) for (?:today|tonight|now)\b",
    r"(?:\b(?:i'll|we'll|let'?s|we can|can we) |(?:^|[.!?,;…\n]\s*)(?:(?:ok(?:ay)?|right|well|so|anyway|thanks"
    r"|thank you|cheers|bye|good ?night)[,. ]+)*)talk (?:to you )?(?:later|tomorrow|soon)(?: x+)?[^\w?]*$",
    r"\bi'?ll stop here\b",
    r"(?:^|[.!?,]\s*)(?:right|ok|okay)[,.! ]+(?:then[,. ]+|so[,. ]+)?(?:i'?m )?(?:just )?(?:ringing|calling|phoning"
    r"|texting"
    r"|emailing|writing|asking|telling|going|doing it|heading|leaving)(?: (?:to |for |in |out |up |over "
    r"|round )?(?:him|her"
    r"|them|it|my \w+|the \w+|bed|[a-z]+))? now\b[.! ]*$",
    r"\bttyl\b",
    r"\blogging off\b",
)
ABOUT = _any(
    r"\byou'?re (?:just |only )?(?:a |an )?(?:computer|machine|program|bot|robot|ai|app|chatbot)\b",
    r"\bare you (?:a )?(?:human|real|person|bot|program|robot|ai|alive|conscious|there)\b",
    r"\b(?:i'?m|i am|am i|(?:it'?s|that'?s|this is|feels) like|why (?:would|do|should) i|how (?:do|can) i)"
    r" (?:\w+ )?(?:tell(?:ing)?|talk(?:ing)? to) (?:a|this) (?:program|machine|computer|bot|app|robot)\b",
    r"\bwhat (?:are|can) you (?:do)?\b\s*\??$",
    r"\bare you (?:actually|even|really|just) (?:reading|listening|paying|matching)\b",
    r"\b(?:just|only) (?:matching )?keywords\b"
    r"|\b(?:you(?:'re| are)|are you|is this|this is|(?:talking|writing|talk) to) (?:just |only )?an? algorithm\b"
    r"|\byour algorithm\b|\bis this (?:automated|a script|scripted)\b",
    r"(?<!\bhow )(?<!\bwhat )(?<!\bwhen )(?<!\bwhere )(?<!\bwhy )"
    r"\bdo you (?:even )?(?:remember|feel|care|understand|learn|store|sleep|like"
    r"|have(?! (?:any|some) (?:\w+ )?(?:advice|tips?|suggestions?)\b))\b",
    r"\b(?:how|what) do you (?:remember|store|learn)\b",
    r"\bwhy do you care\b(?=\W*$| about (?:me|this|any of)\b)",
    r"\bwho (?:made|built) you\b",
    r"\bwho are you\b(?=\W*$|[?.!,]| (?:really|actually|exactly|anyway|then)\b)",
    r"\bwhere (?:does|do|is) (?:this|my|it|what i).{0,20}(?:go|stored|kept|saved)\b",
    r"\bwhat do you get out of\b",
    r"\bcan (?:anyone|you|others) (?:read|see) (?:this|my)\b",
)
DENIAL = _any(
    r"\bi (?:never|didn't|don't) (?:really |even )?(?:want(?:ed)?(?! to\b)|care[d]?|mind(?:ed)?|"
    r"need(?:ed)?)\b",
    r"\b(?:which is|it's|that's|i'm) (?:fine|ok|okay)\b",
    r"\bno feelings\b",
    r"\bnot (?:that deep|a big deal|bothered|upset|jealous|angry|sad)\b",
    r"\bdoesn't (?:matter|bother me)\b",
    r"\bwho(?:'d| would) want\b",
    r"\bnothing wrong\b",
)
ANSWERED_NO = _any(
    r"\bno,? (?:i|we)(?:'ve|'m|ve|m)? ?(?:haven'?t|didn'?t|don'?t|never|can'?t|wasn'?t|"
    r"couldn'?t|wouldn'?t|not|only|just)\b",
    r"\w[, ]+no,",
)
"""A no that answers the question: the question was not amiss."""
OWN_SIDE = _any(
    r"\b(?:don'?t|do not|stop|not going to|won'?t|tired of)\b[^.!?]{0,30}"
    r"\b(?:from (?:her|his|their) (?:side|point|perspective)|"
    r"(?:her|his|their) side|in (?:her|his|their) shoes)\b",
)
FAVOUR = _any(
    r"\b(?:write|draft|tell|sing|compose|give) me (?:a|an|some|my|one) (?:\w+ )?(?:poem|limerick|"
    r"song|story|letter|joke|"
    r"essay|haiku|recipe|e-?mail|speech|cover letter)\b",
)
SPEECH = re.compile(r"\"[^\"\n]{2,200}\"|“[^”\n]{2,200}”|(?<!\w)['‘][^'’\n]{2,200}['’](?!\w)")
