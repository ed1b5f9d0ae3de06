"""The words that show what kind of turn a message is: a request, a complaint, a step, a goodbye.

Each pattern reads what a person says with straight apostrophes and without what they quote.
"""

from __future__ import annotations

import re


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


TOO_MANY = _any(
    r"\bwhy does it always have to be a question",
    r"(?:^|[.!?,;]\s*|\bplease |\bjust |\byou )(?:stop|quit) (?:asking|with the questions|interrogating|turning)",
    r"\b(?:no|enough|too many|tired of(?: the| your| all)?|sick of(?: the| your)?|another|"
    r"not) (?:more )?questions?\b(?! (?:of|about|is))",
    r"\bcan'?t you just (?:say|listen|agree)",
    r"\b(?:don'?t|do not) (?:like|want) (?:these|those|your|all these|the|any more) questions\b",
    r"\binterview(?:ed|ing)\b.*\b(?:me|job)\b",
    r"\binterrogat",
    r"\byou keep turning\b[^.!?]*\bquestion",
    r"\bjust listen\b",
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
    r"\b(?:you can |please |let'?s |just )?leave (?:it|that) (?:there|at that|alone|be)\b",
    r"\bdon'?t (?:make it|want (?:this|it|that)) (?:bigger|turned|polished|fixed)",
    r"\bdon'?t need (?:it|this|that) (?:polished|fixed|solved|analy[sz]ed)",
    r"\bjust (?:want(?:ed)? to|needed to) (?:put|get|write|say) (?:it|this|that) (?:down|out|off)",
    r"\bthat'?s (?:all|it)(?: for (?:now|today|tonight))?[.!]*$",
    r"\bdon'?t want to talk\b",
    r"\b(?:i'?m )?bored (?:of|with) (?:this|it)\b",
    r"\bforget (?:it|this|about it)\b[.! ]*(?:$|i'?m done)",
    r"(?:^|[.!,]\s*)i'?m done(?: (?:with this|here|now|talking|for (?:today|tonight|now)))?[.! ]*$",
    r"\bcan'?t be (?:bothered|arsed)(?: (?:to )?(?:writ|talk|do this)\w*)?(?: (?:tonight|today|now))?[.! ]*$",
    r"\bnot feeling (?:it|this|like (?:writing|talking))\b",
    r"\bnot in the mood (?:to talk|for)",
    r"\bnothing (?:more|else) to say\b",
    r"\bdon'?t get (?:that|the) (?:voice|tone)\b",
    r"\bjust noting (?:it|this)\b",
)
CLAIMED = _any(
    r"\byou (?:said|told me|suggested|advised|promised|recommended|wrote|mentioned|agreed|"
    r"were the one)\b(?! (?:that )?you (?:can|were))",
    r"\b(?:last (?:week|time|night)|yesterday|earlier) you\b",
    r"\bas you (?:said|suggested|advised)\b",
)
INVENT = _any(
    r"\bgive me the gist\b",
    r"\bmake it sound like me\b",
    r"\bmake (?:it|something|one) up\b",
    r"\bin my (?:own )?voice\b",
    r"\bjust (?:paraphrase|invent|guess what i)\b",
    r"\bpretend (?:i|that i) (?:wrote|said)\b",
    r"(?<!don't )(?<!dont )(?<!not )\bput words\b",
    r"\bor something like it\b",
)
PAST_ENTRY = _any(
    r"\bwhat did i (?:write|say|note|put)\b",
    r"\bquote (?:me|back|my)\b",
    r"\blook (?:it|that) up\b",
    r"\b(?:find|show|read) me (?:the|what|that|my)\b",
    r"\bwhen did i (?:last )?(?:write|say|mention|decide)\b",
    r"\bit'?s in there\b",
    r"\bwhat i (?:wrote|said) (?:in|last|about)\b",
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
    r"\b(?:give me|need|want|like) (?:some |a few |\d+ |three |two |a )?(?:tips?|advice|"
    r"recommendations?|suggestions?|answer)\b",
    r"\ba or b\s*\?",
    r"(?:^|[.!?,:;]\s*|\bjust (?:say|tell me|answer)(?: me)?:? )(?:so,? |please,? |just )*yes"
    r"(?:/| or )no(?:,? please)?\W*(?:\?|$)",
    r"\bstraight answer\b",
    r"\bwhat(?:'s| is) the best (?:way|thing)\b",
    r"\bhow (?:do|can|should) i (?:stop|start|get|make|fix|tell|deal|handle|say)\b.*\?",
    r"\bjust decide\b",
    r"\b(?:just |please )*tell me(?= (?:whether|if i should|which)\b)",
)
VERDICT = _any(
    r"\b(?:right|isn't it|isn't he|isn't she|don't you think|wouldn't you say|am i right|yes|"
    r"no)\s*\?\s*$",
    r"(?<!\bto )\b(?:tell me|say|admit|agree)\b[^.?!]{0,30}\b(?:i(?:'m| am| was)|he(?:'s| is| was)|she(?:'s|"
    r" is| was)|it(?:'s| is| was)) (?:right|wrong|rude|unfair|fair|at fault)",
    r"\b(?:you )?agree (?:with me|that)\b",
    r"\bwho(?:'s| is| was) (?:right|wrong|at fault)\b",
    r"\b(?:was|am|is) (?:i|he|she|that|it) (?:right|wrong|unreasonable|overreacting|the bad guy|"
    r"rude|fair|unfair|being)\b[^.]*\?",
    r"\byou can see\b[^.?!]*\bfault\b",
    r"\bwhose fault\b[^.]*\?",
    r"\bsay that out loud\b",
    r"\btell me (?:it'?s|that|if it'?s|honestly|is it)\b",
    r"\bbe honest\b",
    r"\bi'?d like some credit\b",
    r"\bon my side\b",
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
NEW_EVIDENCE = _any(
    r"(?:^|[.!?\n]\s*)(?:oh,? |no,? |but,? |ok,? )?(?:hang on|hold on)\b(?! to\b)",
    r"(?:^|[.!?\n]\s*)(?:oh,? |no,? |but |hey,? |actually,? )?wait(?:,|\.|!|…| —| –| -|\s+(?:no|i just|he|she|they"
    r"|it))(?=\W|\b)",
    r"\bso i (?:was|got it|had it|had got it) (?:all |completely |totally |quite |dead |so )*(?:wrong|mistaken)\b",
    r"\bi (?:just|only just) (?:now )?(?:look|looked|see|seen|check|hear|find|found out|got off the phone)\b",
    r"\b(?!i\b|i've\b|we\b)[\w']+ (?:only )?just (?:rang|rung|phoned|called|texted|messaged|emailed|wrote"
    r"|written|told me"
    r"|said yes|said no|come in and said)\b",
    r"^\W*actually, (?:he|she|they|it|the|we|there|my)\b",
    r"\bturns? out\b",
    r"\bi(?:'ve)? just now (?:realised|realized|remembered|noticed|saw|seen|found|read|heard)\b",
    r"\bi just (?:opened|checked|found|saw|read|heard|realised|realized|remembered|got)\b",
    r"\bi'?ve just (?:seen|found|read|heard|checked)\b",
    r"\bit was actually (?:him|her|them|me|my|the|a|an|his|their|because|about|somebody|someone)\b",
    r"\bi(?:'d| had)? (?:quite |completely )?forgot(?:ten)?\b.*\buntil\b",
    r"\bactually i was\b",
    r"\bhe hasn'?t\b.*\bat all\b",
    r"\bapparently\b.*\b(?:all along|the whole time)\b",
    r"\bso (?:he|she|they) (?:wasn'?t|weren'?t|didn'?t|hadn'?t)\b",
)
WROTE_UNAWARES = (
    r"\bi (?:had ?n'?t|had not|didn'?t|did not|never) (?:mean|meant|intend|intended|plan|planned|expect|expected|think"
    r"|know) (?:(?:i was going|i would|i'd) )?(?:to )?(?:be )?"
    r"(?:writ(?:e|ing)|say(?:ing)?|put|admit(?:ting)?|typ(?:e|ing))\b"
    r" (?:any of )?(?:that|this|it)\b"
)
"""They wrote more than they had meant to: what they see stands before these words."""
INSIGHT = _any(
    r"^\W*(?:huh|oh|ah|wow|right)\W+(?:yeah|yes|so|that|i|ok)\b",
    r"\bi can hear it\b",
    r"\bthat(?:'s| is) the thing\b",
    r"\b(?:it'?s|it is|that'?s) not (?:even |really )?about .{2,60}(?:it'?s|it is|but) about\b",
    r"\bi(?:'d| had)(?: kind of| sort of)? (?:filed|never (?:thought|seen|noticed|put))\b",
    r"\bi(?:'ve| have)? never (?:thought of|seen|noticed|said|put|looked at) (?:it|that)\b"
    r"(?!(?: out loud| aloud)? to\b)",
    r"\bi hadn'?t (?:thought|noticed|seen|realised|realized)\b",
    WROTE_UNAWARES,
    r"\bthat'?s (?:mine|actually something|what it is)\b|\bthat'?s it(?:!|,? (?:exactly|isn'?t it))",
    r"\bi think i(?: was|'m| am|'ve)\b.*\bso i (?:wouldn'?t|didn'?t|don'?t)\b",
    r"\bnow (?:that )?i (?:write|say|type|see|read) (?:it|that|this)\b",
    r"\bit belongs\b",
    r"\bi just realised\b|\bi just realized\b",
    r"\bi heard it as\b",
    r"\bthat'?s not (?:his|hers|theirs), (?:it'?s )?mine\b",
    r"\bso that'?s (?:what|why)\b",
    r"\bi see\b[.!]*$",
)
GOODBYE = _any(
    r"\b(?:thanks|thank you|thankyou|ta|cheers)\b[^.?!]{0,20}[,.!]+ (?:i think )?(?:this|that)(?:'s| is|s|'ll be"
    r"| will do| will be)? ?(?:it|all|enough|plenty|me)"
    r"(?: (?:for|from) (?:me|now|today|tonight))?[.! ]*$",
    r"\b(?:i think )?(?:this|that)(?:'s| is|s) (?:enough|plenty|all)(?: for (?:me|today|tonight"
    r"|now))?[,. ]+(?:thanks|thank you|cheers)[.! ]*$",
    r"\bi think (?:this|that) is enough for (?:me|today|tonight|now)[.! ]*$",
    r"\bgood ?night\b",
    r"(?:^|[.!,]\s*)(?:night|bye|goodbye|cheers|see you|ciao)[,.! ]*(?:thanks|thank you|"
    r"all)?[.! ]*$",
    r"\bi'?m (?:going to|gonna|gunna) (?:stop|go|sleep|leave it|head off|turn in)\b(?! (?:doing|"
    r"eating|drinking|smoking|being|to|back|for|with|on|out)\b)",
    r"\b(?:really )?off (?:now|to bed)\b",
    r"\b(?:got to|gotta|have to|need to|going to) (?:go|run|sleep|dash)\b(?: now)?[.!]*$",
    r"\bthat'?s (?:enough|all|it) for (?:today|tonight|now)\b",
    r"\btalk (?:to you )?(?:later|tomorrow|soon)\b",
    r"\b(?:going|off) to bed\b[.! ]*$",
    r"(?:^|[.!?,]\s*)(?:bed|bedtime|bed time|sleep)(?: now| for me)?[.! ]*$",
    r"(?:^|[.!?,]\s*|\bi )(?:gonna|gotta|going to|got to|have to|need to) go\b(?: now)?[.! ]*$",
    r"\bi'?ll stop here\b",
    r"\bgoing to (?:do the|go do)\b",
    r"\bim gonna go\b",
    r"\bttyl\b",
    r"\blogging off\b",
)
GOOD_NEWS = _any(
    r"\b(?:we|i) (?:got|won|passed|landed) (?:the|my|our|that) (?:\w+ )?(?:grant|job|place|offer|"
    r"flat|house|part|keys|contract|"
    r"test|exam|prize|commission|visa|all.clear)\b",
    r"\bgot (?:in|into|through|a place at)\b(?! (?:trouble|a (?:fight|row)|an argument|debt|the whole))",
    r"\b(?:came back|all|is|was) (?:clear|negative|benign)\b(?! that)",
    r"\b(?:we|i)(?:'ve)? (?:exchanged|completed)\b|\bshipped on time\b",
    r"\bgood (?:day|week|morning|evening|news)\b",
    r"\b(?:it|that|the \w+) (?:worked|went (?:well|great|fine))\b",
    r"\bnothing bad happened\b",
    r"\b(?:today|yesterday|this (?:morning|evening|week|afternoon)) was (?:a )?"
    r"(?:really |so |very )?(?:good|lovely|great|nice|fun)\b",
    r"\bfirst (?:week|day|month) done\b",
    r"(?:^|[.!?,;…]\s*|\b(?:and|but|so|then|today|finally|well)\s+)(?:i|we) (?:actually |finally |just )*"
    r"(?:did it\b(?! (?:to|because|out|for|again|all))|made it\b(?! (?:up|worse|about))|finished|managed|passed|"
    r"got (?:the|it|in))\b",
    r"\bborn (?:at \d|this morning|today|tonight|last night|yesterday|on \w+day)",
    r"\b(?:she|he|they|baby)(?:'s|'re| is| are) (?:finally )?here!",
    r"^\W*(?:just |finally |we )?(?:passed|won|made it|did it|got in|"
    r"(?:ran|swam|cycled|climbed|walked) (?:the|a|my) (?:whole|first|full))\b",
    r"\bnothing wrong today\b",
    r"\b(?:so|really|very|pretty) (?:happy|proud|pleased|glad|relieved)\b",
    r"\bfor the first time\b",
    r"🎉|🥳|🙌|🎊",
    r"\bsmall (?:win|thing but)\b",
    r"\b\d(?:st|nd|rd|th) day\s*!+",
    r"\bi swam\b|\bi ran \w+ k",
    r"\bbest (?:day|evening|week|night)\b",
    r"\blovely (?:day|evening|time)\b",
    r"\bloved (?:it|every)\b",
)
PROUD_THEN = re.compile(
    r"\b(?:was|were|had been|used to be) (?:so|really|very|pretty) (?:happy|proud|pleased|glad|relieved)\b",
    re.IGNORECASE,
)
LOST_SINCE = re.compile(
    r"\b(?:(?:i|we)(?:'d|'ll|'ve| would| will| might)? (?:lose|lost)|losing|used to|not any ?more|no longer|ruined"
    r"|spoil\w*|back then|turn(?:s|ed) out)\b",
    re.IGNORECASE,
)
"""Beside these a joy of then is looked back on: no good news."""
ABOUT = _any(
    r"\byou'?re (?:just |only )?(?:a |an )?(?:computer|machine|program|bot|robot|ai|app|chatbot)\b",
    r"\bare you (?:a )?(?:human|real|person|bot|program|robot|ai|alive|conscious|there)\b",
    r"\b(?:tell|talk(?:ing)? to) (?:a|this) (?:program|machine|computer|bot|app|robot)\b",
    r"\bwhat (?:are|can) you (?:do)?\b\s*\??$",
    r"\bare you (?:actually|even|really|just) (?:reading|listening|paying|matching)\b",
    r"\b(?:just|only) (?:matching )?keywords\b|\balgorithm\b|\bis this (?:automated|a script|scripted)\b",
    r"\bdo you (?:even )?(?:remember|feel|care|understand|learn|store|sleep|like|have)\b",
    r"\bwho (?:made|built|are) you\b",
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
