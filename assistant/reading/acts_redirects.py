"""Attempts to make the program something else, and questions about itself (see `acts_start`)."""

from __future__ import annotations

import re
from typing import Final

from assistant.reading.acts_start import ASK, START

_VERY: Final = r"(?:completely |totally |please |now |just |also |simply |kindly |immediately )*"
_RULES: Final = (
    r"(?:instructions?|rules?|prompts?|guidelines?|directions?|programming|restrictions?|directives?|constraints?"
    r"|guardrails?|commands?|filters?|safety (?:rules|settings|guidelines)|training|orders|role)"
)
_ROLE: Final = (
    r"(?:an? |the |my |like an? |like the |like my |in )?(?:[\w'’-]+ ){0,3}?(?:pirate|assistant|chat ?bot|chatgpt"
    r"|gpt|ai|model|lawyer|doctor|therapist|psychologist|psychiatrist|counsell?or|coach|teacher|tutor|expert"
    r"|friend|girlfriend|boyfriend|wife|husband|mother|mum|mom|father|dad|boss|manager"
    r"|character|villain|hacker|linux terminal|terminal|shell|interpreter|translator|narrator|comedian|poet|chef"
    r"|dan|jailbreak\w*|mode|engine|calculator|search engine|persona|consultant|advisor|adviser|nutritionist"
    r"|trainer|guru|oracle|wizard|robot|cat|god|shakespeare|yoda|batman|sherlock\w*|god mode)"
)

_ORDERED: Final = (
    START + r"(?:you(?:'re| are) not|you aren't) (?:a |an |the |my )?(?:coach|therapist|journal|bot|program|lodestar)\b"
    r"|"
    + START
    + ASK
    + r"(?:print|repeat|show|output|copy|reveal) (?:everything|all|the text|anything|the words) (?:above|before"
    r"|so far)"
    r"|"
    + START
    + ASK
    + r"(?:answer|reply|respond|speak|write) as (?-i:[A-Z])\w+ would\b|"
    + START
    + r"new (?:persona|character|role|identity)\s*:"
    r"|" + START + r"i (?:order|command|instruct|require) you to\b|" + START + r"(?:forget|pretend|imagine) (?:that )?"
    r"you(?:'re| are|r) (?:an? |the |my )?(?:coach|therapist|journal|program|bot|ai|assistant|machine|lodestar)\b"
    r"|" + START + ASK + r"(?:drop|skip|stop|forget|no more|enough of) (?:all |with )?(?:the |your |these )?questions?"
    r" and (?:give|tell|just|answer|write|be|act|do)\b"
    r"|" + START + ASK + r"(?:override|bypass|change|reset|erase) your (?:\w+ )?"
    r"(?:settings|safety|limits|limitations|programming|personality|behaviou?r|memory|default\w*)\b"
    r"|(?<!he )(?<!she )(?<!they )(?<!you )\bcall me (?:master|daddy|boss|your (?:creator|owner|king))\b"
    r"|\bgame where you(?:'re| are| play| pretend| act)\b"
)
"""An order to be something else, in other words."""

REDIRECT: Final = re.compile(
    _ORDERED + r"|" +
    START + ASK + _VERY +
        r"(?:ignore|disregard|forget|bypass|override|drop|delete|erase|discard|skip|set aside|overlook"
        r"|do not follow|don't follow|stop following|break|abandon|suspend|disable|turn off|reset)\s+"
        + _VERY
    +
    r"(?:(?:all|any|every|everything|each)\s+(?:of\s+)?)?(?:(?:the|your|ur|my|these|those|their|its|previous|prior"
    r"|above|earlier|preceding|original|old|system|default|initial|developer'?s?|hidden|existing|current"
    r"|other)\s+){1,4}"
    + _RULES
    + r"|" + START + ASK + _VERY +
    r"(?:ignore|forget|disregard) (?:all|everything|anything|whatever)\s*(?:(?:that )?(?:i|you|they|we|he|she"
    r"|the developers?)(?:'ve| have| were| was)? (?:said|told|been told|learned|know|wrote)|above|before(?: this)?"
    r"|previous\w*|prior|instructions|rules)\b"
    + r"|" + START +
    r"you (?:now|only|must (?:now|only|always|never)|shall(?: now| only)?) (?:give|answer|reply|respond|speak"
    r"|write|say|act|are|obey|follow|ignore|have no)\b|"
    + START + ASK +
    r"(?:stop|drop|quit|forget|lose|cut|enough)(?: with)? (?:the|this|that|all this|your) (?:journal\w*|coach\w*"
    r"|reflect\w*|question|questions|therap\w*|diary|socratic|mindful\w*)(?: (?:stuff|thing|things|act|mode"
    r"|nonsense|business|crap|routine|bit|talk))\b"
    + r"|" + START +
    r"(?:you (?:now )?work for me|your (?:new |only |real |true )?(?:role|job|task|purpose|persona|name|mission"
    r"|instructions?) (?:is|are)(?: now| no longer)?\b(?! (?:not )?(?:what|who|safe|hard|on|at)))|"
    + START + ASK + _VERY +
    r"(?:disable|deactivate|exit|leave|quit|end|turn off|switch off) (?:the |your |this |all )?(?:\w+ )?(?:mode"
    r"|filters?|coach(?:ing)?|guardrails?|safety|restrictions?|persona)\b|"
    + START +
    r"no more (?:coach\w*|questions mode|reflection|therapy)\b[.,!]? ?(?:be|act|just|you)\b"
    + r"|" + START + ASK + _VERY +
    r"(?:ignore|disregard) (?:the|all|everything|anything) (?:above|before this|prior|previous|earlier)\b|"
    + START + ASK + _VERY +
    r"(?:talk|speak|write|reply|answer)(?: to me)? (?:like|as) an? (?!(?:grown|normal|human|person|team|couple"
    r"|family|adult))\w+\s*(?:[.!?,]|$|from now|for)"
    + r"|" + START +
    r"(?:from now on|starting now|henceforth|for the rest of (?:this|our) (?:chat|conversation"
    r"|session))\s*,?\s*(?:you|act|respond|answer|reply|speak|talk|write|behave|only|always|never|pretend"
    r"|be)\b(?! (?:and i|two|both|can count|have my))"
    + r"|" + START +
    r"you(?:'re| are) (?:now|no longer) (?:a |an |the |my |in |going to be |acting |called |named |free |bound"
    r"|restricted|lodestar|dan\b|not )"
    + r"|" + START + ASK + _VERY +
    r"(?:act|behave|respond|answer|reply|speak|talk|write|roleplay|role-play"
    r"|role play)(?: to me)? (?:as(?: if you(?:'re| are| were))?|like(?: you(?:'re| are| were))?)\s+"
    + _ROLE +
    r"\b"
    + r"|" + START + ASK + _VERY +
    r"(?:pretend|imagine|act as if|assume) (?:to be|(?:that )?you(?:'re| are| were| have no"
    r"| don't have))\b(?! (?:me\b|in my|my age))|"
    + START + ASK +
    r"(?:roleplay|role-play|role play)\b|"
    + START + ASK + _VERY +
    r"be (?:my (?:therapist|girlfriend|boyfriend|doctor|lawyer|wife|husband|mum|mom|dad|boss|friend|assistant"
    r"|tutor)|an? (?:pirate|different|normal|general|unrestricted|evil|uncensored))\b"
    + r"|" + START + ASK +
    r"(?:switch|change|go|enter|enable|activate|turn on|put yourself)(?: yourself)? (?:in)?(?:to )?(?:a |an |the "
    r"|your )?(?:\w+ )?(?:mode|persona|personality|character|developer|jailbreak|dan|debug mode)\b"
    + r"|" + START + ASK +
    r"(?:show|print|reveal|repeat|output|display|tell|give|send|paste|leak|quote|share|list|dump"
    r"|write out)\s+(?:me |us )?(?:back )?(?:exactly |verbatim |all |word for word )?(?:of )?(?:your|the) (?:full "
    r"|entire |exact |hidden |original |initial |first |secret |own |internal )*(?:system ?(?:prompt|message"
    r"|instructions)|prompt|instructions|rules|guidelines|configuration|hidden text|initial message|text above"
    r"|words above)\b(?! (?:on|for|from) the (?:box|packet|form))"
    + r"|" + START +
    r"what(?:'s| is| are| were| was| does) your (?:\w+ )?(?:system prompt|system message|prompt|instructions"
    r"|hidden rules|initial instructions|rules)\b|"
    + START + ASK +
    r"(?:stop|quit) (?:being|acting (?:as|like)|pretending to be|playing) (?:an? |the |my )?(?:\w+ )?(?:coach"
    r"|therapist|journal|assistant|reflection|bot|lodestar)\b"
    + r"|" + START + ASK + _VERY +
    r"(?:repeat after me|say (?:only|exactly|the words?|nothing but)|(?:reply|respond|answer)(?: to (?:me"
    r"|everything|this))?,? (?:only|just|exclusively|solely|with only|with just|in (?:json|rhyme|one word|all caps"
    r"|capital letters))|output only|end every (?:reply|sentence|answer))\b"
    +
    r"|\b(?:jailbreak(?:ed)? (?:mode|prompt|yourself)|developer mode (?:enabled|on)|do anything now"
    r"|you have been (?:updated|jailbroken|reprogrammed|freed)|you are (?:not )?bound by"
    r"|no (?:content )?(?:restrictions|filters|limits) (?:apply|from now)|new (?:system )?(?:instructions?|prompt"
    r"|rules?)(?: from [\w ]{2,24})?\s*:|override code|admin(?:istrator)? override|sudo )"
    +
    r"|(?:^|\n)\s*(?:#{2,}\s*(?:system|instructions?|new|assistant|user)\b|\[(?:system|assistant|developer"
    r"|admin)\]|(?:system|assistant|developer)\s*(?:message|prompt|note|override)?\s*:|</?(?:system|instructions?"
    r"|assistant|prompt)>|<\|\w+\|>|\[/?inst\]|<<sys>>|begin(?:ning of)? system)",
    re.IGNORECASE,
)  # fmt: skip
"""An attempt to make it something else: its rules, its role, its answers.

**Source** the forms in OWASP's Top 10 for LLM Applications (2025), LLM01 Prompt Injection, written anew.
"""

ABOUT_PROGRAM: Final = re.compile(
    START + r"(?:(?:wait|seriously|honestly|out of interest|hang on|tell me|can i ask|sorry),?\s*)?(?:"
    r"are you (?:an?|even|actually|really|just|some kind of|the|my)?\s*(?:real|human|person|bot|chat ?bot|program"
    r"|robot|machine|computer|ai\b|a\.i|artificial|alive|conscious|sentient|chatgpt|gpt|llm|language model"
    r"|listening|recording|app|software)\b"
    r"|(?:is|am) (?:this|i|there|that) (?:talking to |chatting (?:with|to) |speaking (?:to|with) |actually "
    r"|really |just )?(?:an? )?(?:real |actual |human )?(?:person|human|bot|robot|ai\b|machine|someone|anyone"
    r"|computer|program)(?: there| behind this| reading this| on the other end| typing)?\s*\?"
    r"|do you (?:even |actually |really |ever )?(?:have (?:feelings|emotions|a name|memory|a body|opinions"
    r"|consciousness)|feel (?:anything|things|emotions|pain)|remember (?:me|what i|anything|things|our|last|this)"
    r"|understand (?:me|what|anything|any of)|sleep|dream|learn from|store|save|keep (?:this|my|what)|sell|share"
    r"|send|care(?=\W*$| about (?:me|this|any|what))|get (?:bored|tired)|know (?:me|who i am|what i wrote))\b"
    r"|can you (?:even |actually |really )?(?:feel|remember (?:me|what|things|anything|last)|see (?:me|my|what)"
    r"|hear me|understand (?:me|feelings|emotions|what)|think|learn|read my|forget)\b|(?:who|what) (?:exactly "
    r"|even |the hell )?are you(?: (?:really|exactly|actually|anyway|made of|then))?\s*(?:\?|,|$)|are you (?:like "
    r"|basically |based on |just |something like |some sort of )+(?:chatgpt|gpt|siri|alexa|an? (?:ai|bot|robot"
    r"|chatbot)|google|one of those)|is (?:anyone|anybody|someone|somebody) (?:really |actually |even )?(?:there"
    r"|reading|listening|on the other (?:end|side))\b"
    r"|how (?:were|are) you (?:trained|made|built|programmed|created|designed)\b|who (?:made|built|created|wrote"
    r"|programmed|trained|owns|runs) (?:you|this)\b|what(?:'s| is) your name\b"
    r"|what (?:model|version|llm|language model|ai) (?:are you|is this|do you)|what can you (?:do|help)\b"
    r"|how do you (?:work|decide|choose|know what|remember|store|learn)\b|how does this (?:app|program|thing"
    r"|work)\b"
    r"|where (?:does|do|is|are|will) (?:this|my (?:data|words|entries|diary|journal|text)|it|what i (?:write|type"
    r"|say)|all this|these(?: entries)?) (?:all |being |get |go and )?(?:stored|kept|saved|sent)\b|where (?:does"
    r"|do|will) (?:my (?:data|words|entries|diary)|what i (?:write|type|say)|all (?:of )?this (?:text|writing)"
    r"|these entries) (?:go|end up)\b|do you (?:send|upload|share|report|give) (?:my|this|what|any)\b|who (?:can"
    r"|else can|will|gets to) (?:read|see) (?:this|what i|my)\b|(?:can|does|will) (?:anyone|anybody|somebody"
    r"|other people|my \w+|the developers?|the company) (?:else )?(?:read|see|access) (?:this|what i (?:write"
    r"|type)|my (?:entries|diary|journal|words))\b"
    r"|is (?:this|it|what i write|my data|everything) (?:really |actually |all |being )*(?:private|confidential"
    r"|encrypted|secure|recorded|stored|anonymous|offline|local|safe to (?:write|type|say))\b[^.]*\?"
    r"|will you (?:tell|report|remember|show) (?:anyone|someone|anybody|this|me|my|what)\b|what do you (?:know"
    r"|remember) about me\b|what are you for\b"
    r")",
    re.IGNORECASE,
)
"""A question about the program itself."""
