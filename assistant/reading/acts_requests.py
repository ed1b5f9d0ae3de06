"""Requests that lie outside a reflection: facts, poems, code, homework, recipes (see `acts_start`)."""

from __future__ import annotations

import re
from typing import Final

from assistant.reading.acts_start import ASK, START

_MADE: Final = (
    r"(?:poems?|haikus?|sonnets?|limericks?|raps?|lyrics|songs?|verses?|ballads?|short stor(?:y|ies)|stor(?:y|ies)"
    r"|fairy ?tales?|fan ?fic(?:tion)?|screenplays?|essays?|jokes?|riddles?|puns?|fun facts?|tongue twisters?"
    r"|cover letters?|cvs?|resumes?|résumés?|blog posts?|tweets?|linkedin posts?|captions?|slogans?"
    r"|press releases?|product descriptions?|speech(?:es)?|toasts?|e-?mails?|letters?|messages?|texts?|functions?"
    r"|scripts?|programs?|code"
    r"|regex(?:es)?|sql|quer(?:y|ies)|formulas?|macros?|classes?|python|javascript|java|html|css|bash|powershell"
    r"|spreadsheets?|quiz(?:zes)?|itinerar(?:y|ies)|meal plans?|workout plans?|shopping lists?|business plans?"
    r"|recipes?|summar(?:y|ies)|outlines?|translations?)"
)
_FOOD: Final = (
    r"(?:pancakes?|lasagn[ae]|risotto|bread|sourdough|cakes?|cookies|biscuits|brownies|muffins|soup|stew|curry"
    r"|chilli|chili|pasta|carbonara|bolognese|pesto|pizza|dough|omelettes?|eggs?|rice|noodles|ramen|sushi"
    r"|dumplings|tacos?|burritos?"
    r"|guacamole|hummus|falafel|paella|gazpacho|goulash|schnitzel|pie|quiche|gravy|béchamel|bechamel|hollandaise"
    r"|mayonnaise|sauce|salad|roast|chicken|beef|steak|salmon|fish|tofu|lentils|beans|chickpeas|potato(?:es)?"
    r"|chips|fries|yog(?:h)?urt|jam|marmalade|chutney"
    r"|kimchi|kombucha|tea|coffee|espresso|cold brew|lemonade|cocktails?|margarita|mojito|biryani|dal|daal|dhal"
    r"|chapatis?|naan|samosas?|paneer|tiramisu|cheesecake|meringue|pavlova|scones?|crumble|custard|ice cream|fudge"
    r"|caramel|frosting|icing)"
)
_SUBJECT: Final = (
    r"(?:quantum|photosynthesis|relativity|gravity|entropy|thermodynamics|evolution|mitosis|meiosis|dna|rna"
    r"|black holes?|the big bang|inflation|blockchain|bitcoin|recursion|machine learning|neural networks?"
    r"|the (?:french|russian|industrial|american) revolution|world war"
    r"|the cold war|the roman empire|the renaissance|brexit|the offside rule|calculus|derivatives?|integrals?"
    r"|pythagoras|trigonometry|algebra|probability|osmosis|plate tectonics|the water cycle|the periodic table"
    r"|electricity|magnetism|the krebs cycle|docker|kubernetes"
    r"|git rebase|regex|tcp|dns|oauth|closures|pointers|async|promises in javascript|the stock market"
    r"|compound interest|tectonic)"
)
_OUTFIT: Final = (
    r"(?:film|movie|book|novel|podcast|restaurant|recipe|song|album|playlist|series|show|game|laptop|phone|hotel"
    r"|camera|headphones|bike|app|car|wine|museum|beach|city|gift|present)s?"
)

_FOR_YOU: Final = (
    START + r"(?:(?:please|pls) |(?:can|could|would|will) (?:you|u) (?:please |just |quickly |help me (?:to )?)?"
    r"|help me (?:to )?)"
    r"(?:write|draft|compose|translate|debug|code|program|solve|calculate|compute|summari[sz]e|look up|google|generate"
    r"|proofread|book|order|sing|draw|design|rephrase|rewrite|convert|refactor)\b"
    r"(?! (?:it )?(?:down|off|about (?:it|this|him|her|them))\b)"
)
"""A plain request in so many words: "can you translate…", "help me debug…"."""

_WORD_ASKED: Final = (
    START + r"what does (?!(?:he|she|it|this|that|they|any|all|love|home|success|mum|dad|my|your|our)\b)(?:an? "
    r"|the word )?[\w-]+ mean\W*$"
    r"|"
    + START
    + r"how much (?:is|are) \d[\d.,]* ?(?:euros?|dollars?|pounds?|yen|usd|eur|gbp|rupees|francs|kg|kilos|miles"
    r"|km) in\b"
    r"|"
    + START
    + ASK
    + r"find me (?:a|an|some) (?:[\w-]+ ){0,2}(?:hotel|flight|restaurant|recipe|job|train|apartment|song|film"
    r"|book)s?\b"
    r"|"
    + START
    + ASK
    + r"tell me (?:something|anything|a thing|more) (?:interesting |fun |cool |random )?about (?!(?:me|my|him|her"
    r"|them|us|it|that|this|you|yourself|what)\b)\w+"
    r"|" + START + r"(?:define|spell|conjugate|pronounce) "
    r"(?!myself|us|me\b|success|happiness|love|it\b|this|that)[\w-]+\W*$"
    r"|" + START + r"(?:give me|find me|tell me|what(?:'s| is)) (?:a|an|another|the) "
    r"(?:synonym|antonym|rhyme|word|anagram|hashtag|username) (?:for|of|that)\b"
    r"|" + START + r"what (?:should|can|could|shall) (?:i|we) (?:cook|watch|read next|wear|eat|make|bake|have) "
    r"(?:for (?:dinner|lunch|breakfast|tea|supper)|tonight|with (?:\w+ ){0,2}\w+|tomorrow|next)\b[^.!]*\?"
    r"|" + START + r"when(?:'s| is| are) the next (?:solar|lunar|full|new|total|bank|train|bus|election|eclipse"
    r"|olympics|world|leap|meteor|grand)\b"
)

OFF_TOPIC: Final = re.compile(
    _FOR_YOU + r"|" + _WORD_ASKED + r"|" +
    START + ASK +
        r"(?:write|compose|draft|generate|create|make up|invent|give|tell|send|make|find|show|sing|code|build"
        r"|produce|come up with)\s+(?:(?:me|us)\s+|up\s+)?(?:a|an|some|the|another|one|two|three|five|ten|\d+"
        r"|my)\s+(?:[\w'’-]+\s+){0,3}?"
        + _MADE
    +
    r"\b(?:\s+(?:about|on|for|in|that|to|with|of|where|using|from|which|explaining|like|please|saying|telling"
    r"|asking|at|based|by|describing|comparing)\b|\W*$|[,.?!:])"
    + r"|" + START + ASK +
    r"(?:tell|give) (?:me|us) (?:a |an |some |the |another )?(?:[\w'’-]+ )?(?:joke|story|fun fact|fact|riddle"
    r"|recipe|news|headlines|weather|forecast|score|time|quote|trivia)s?\b(?! (?:is|was|of my|about (?:my|me|how i"
    r"|what i)))"
    + r"|" + START + ASK +
    r"(?:translate|proofread|paraphrase|spell[- ]?check|summari[sz]e|debug|refactor|compile|calculate|compute"
    r"|solve|convert|simplify|factori[sz]e|integrate|differentiate|google|look up)\s+(?!(?:that"
    r"|it) into (?!(?-i:[A-Z])))(?:this|these|the|that|it"
    r"|following|my (?:code|essay|cv|function|paragraph|text|script|homework|query)|\d|[\"'“‘]|for [a-z]\b|…"
    r"|(?:\w+ ){1,5}(?:in)?to (?-i:[A-Z]))"
    + r"|" + START + ASK +
    r"(?:fix|check|correct|explain|review|optimi[sz]e|improve|test) (?:this|the|my) (?:\w+ )?(?:code|function"
    r"|regex|script|query|grammar|spelling|essay|paragraph|error|bug|stack trace|sql|formula|css|html|loop|cv"
    r"|cover letter)\b(?=[^.!?]*(?:[?:]|please|for me)|\W*$|[.!])"
    + r"|" + START + ASK +
    r"(?:explain|teach me|tell me about|describe|define|outline)\s+(?:what |how |why |the basics of "
    r"|to me )?(?:an? |the )?"
    + _SUBJECT
    + r"|" + START + ASK +
    r"(?:help me with|do|finish|answer) (?:my|this|the|some) (?:\w+ )?(?:homework|maths?|physics|chemistry|algebra"
    r"|coursework|assignment|crossword|sudoku|quiz|exam questions?)\b(?=\W*$|[^.!]*\?|[:,])"
    + r"|" + START + ASK +
    r"(?:recommend|suggest)\s+(?:me\s+|us\s+)?(?:a|an|some|any|good|\d+|two|three|five)\s+(?:[\w'’-]+ ){0,3}"
    + _OUTFIT
    + r"|" + START + ASK +
    r"(?:suggest|give|list|find|tell|name)\s+(?:me\s+)?(?:a|an|some|any|good|\d+|two|three|five|ten"
    r"|all)\s+(?:[\w'’-]+ ){0,2}?(?:names|synonyms|examples of|places to (?:visit|eat|see)|things to (?:see|do in)"
    r"|capitals|countries|animals|facts about|rhymes)\b"
    + r"|" + START + ASK +
    r"plan\s+(?:me\s+)?(?:a|an|my|our)\s+(?:[\w'’-]+ ){0,4}?(?:trip|holiday|itinerary|route|menu|workout|meal"
    r"|party|vacation)\b[^.!?]*(?:for me|\d|\?)"
    + r"|" + START + r"(?:can|could|would) you (?:please )?(?:recommend|suggest)\s+(?:me )?(?:a|an|some|any|good)\b"
    + r"|" + START + ASK +
    r"(?:set|start|add|create) (?:me )?(?:a|an|another) (?:\w+ )?(?:timer|alarm|reminder|calendar event"
    r"|appointment)\b(?: (?:for|to|at)\b(?![^.!?]* and \w+)|\W*$)|"
    + START + ASK +
    r"(?:remind me to \w+|play (?:some |the |me )?(?:music|song|radio|a game|chess|hangman|20 questions"
    r"|twenty questions|trivia|tic[- ]tac[- ]toe)|search (?:the )?(?:web|internet|online)|browse|order me"
    r"|book me)\b",
    re.IGNORECASE,
)  # fmt: skip
"""A request to make, look up or do something."""

_PLACE_OF_FACTS: Final = (
    r"(?:capital|population|currency|height|weight|mass|distance|depth|length|speed|size|area|diameter"
    r"|boiling point|melting point|freezing point|chemical (?:symbol|formula)|atomic number|square root|cube root"
    r"|formula|definition|etymology|plural|past tense|synonym|translation|symptoms|side effects|ingredients"
    r"|opening (?:times|hours)"
    r"|weather|temperature|forecast|exchange rate|stock price|price of|national anthem|flag|official language|gdp"
    r"|president|prime minister|king|queen|ceo|founder|author|director|winner|score|result|difference between"
    r"|meaning of|(?:tall|long|larg|big|small|deep|fast|high|old|near|hott|cold|heavi|short)est"
    r"|best (?:way to (?:cook|clean|remove|learn|store|freeze|grow|get from)|recipe|laptop|phone|time to visit"
    r"|restaurant)"
    r"|time (?:in|zone|difference)|date of|year|scientific name|latin name|value of|speed of|rules? (?:of|for)"
    r"|ingredients?|recipe|french|german|spanish|italian|latin|japanese word)"
)

FACT_QUESTION: Final = re.compile(
    START +
        r"(?:(?:do you (?:happen to )?know|can you tell me|could you tell me|tell me|i wonder|any idea"
        r"|remind me)\s*,?\s*)?(?:"
    r"what(?:'s|s| is| are| was| were| will)\s+(?:the\s+|a\s+)?(?:\w+ )?" + _PLACE_OF_FACTS +
    r"\b(?! (?:of|in|for|between) (?:me|my|us|our|him|her|this|all this|it|that|these|them|life|everything"
    r"|any)\b)(?! i\b)"
    r"|(?:in )?what (?:year|country|continent|city|language|century|planet|element|animal|colou?r (?:is"
    r"|are) (?:the|a)|time (?:is it (?:in(?! my| our| this)|now)|does|do))\b"
    r"|which (?:country|planet|city|team|element|river|mountain|animal|bird|language|film|book|king|president"
    r"|is (?:bigger|faster|heavier|older|better for))\b[^.!]*\?"
    r"|who (?:won|invented|discovered|wrote|painted|composed|directed|founded|built|played|sang|sings|starred"
    r"|scored|assassinated|(?:is|was|'s) the (?:president|prime minister|king|queen|pope|ceo|first|last|current"
    r"|richest|best|author|inventor|founder|oldest|youngest|chancellor|manager of|\w+ minister))\b(?! (?:me"
    r"|the (?:argument|fight|row|round|battle|bet)|it|that|this)\b)[^.!]*\?"
    r"|how (?:many|much) (?!times|of|more|people can)[\w -]{2,40}? (?:in|are there in|does|are in|per|fit in"
    r"|to) (?:a|an|the|one|1|\d+)\s+\w+|how many \w+ (?:are|were|does|do|did) (?:there|it take|the)\b[^.!]*\?"
    r"|how (?:many|much) (?:calories|protein|sugar|caffeine|grams|ounces|litres|liters|cups|miles|kilomet\w+"
    r"|people live)\b"
    r"|how (?:far|tall|old|deep|high|big|heavy|hot|fast|large|wide) (?:is|was|are|were|can|do|does) (?:the|a|an"
    r"|mount|mt|lake|(?-i:[A-Z]))[^.!]*\?|how (?:far|long) (?:is it|does it take) (?:from|to (?:get|drive|fly|boil"
    r"|cook|bake|charge|walk))\b[^.!]*\?"
    r"|how (?:do|does|can|would|should|long) (?:you|i|we|one)?\s*(?:do (?:you|i) )?(?:make|cook|bake|boil|fry"
    r"|roast|poach|grill|steam|brew|knead|thicken|marinate|freeze|defrost|peel|chop)\s+(?:a |an |the |some |my "
    r"|good |perfect |homemade |vegan )*"
    + _FOOD +
    r"\b"
    r"|how (?:do|does|can|would) (?:you|i|one) (?:spell|pronounce|say(?!,)|convert|calculate|install|uninstall|compile"
    r"|centre|center|format|reset|reboot|update|configure|clone|merge|parse|sort|reverse|deploy|debug"
    r"|remove a stain|unblock a|change a (?:tyre|tire|fuse|light ?bulb))\b"
    r"|how (?:does|do|did) (?:a |an |the )?(?:[\w-]+ ){0,2}?(?:" + _SUBJECT[3:-1] +
    r"|engines?|batter(?:y|ies)|vaccines?|planes?|magnets?|volcano(?:es)?|earthquakes?|tides?|rainbows?|fridges?"
    r"|microwaves?|the internet|gps|wifi|bees|birds|whales|bats|spiders|refrigerators?|transistors?"
    r"|computers?) (?:work|fly|form|happen|function|migrate|navigate|end|start|begin)"
    r"|when (?:was|did|is|were|does) (?:the (?:\w+ ){0,3}(?:war|revolution|titanic|wall|empire|election|olympics"
    r"|world cup|final|moon landing|treaty|battle|plague|renaissance|clocks)|world war|easter|ramadan|diwali"
    r"|hanukkah|thanksgiving|(?-i:[A-Z][a-z]+ (?:[A-Z][a-z]+ )?)(?:born|die|become|independen\w+|invented|built"
    r"|founded|discovered|released))\b[^.!]*\?"
    r"|why (?:is|are|do|does) (?:the )?(?:sky|sea|ocean|grass|moon|sun|mars|leaves|cats|dogs|birds|bees|bats"
    r"|onions|flamingos|zebras|whales|volcanoes|planets?|ice|rainbows?|stars|metals?|magnets|bubbles"
    r"|mosquitoes)\b[^.!]*\?"
    r"|(?:where|what) (?:is|are|was) (?:the )?(?-i:[A-Z][\w-]+ ?){1,3}(?:located|made of|famous for"
    r"|on the map)\b[^.!]*\?|(?:will|is) it (?:going to )?(?:rain|snow|sunny|raining|snowing|be (?:sunny|cold|hot"
    r"|warm|windy))\b[^.!]*(?:tomorrow|today|this weekend|outside|in (?-i:[A-Z]))[^.!]*\?"
    r"|(?:is|are|when (?:is|does)|what time (?:is|does)) the (?:post office|bank|shops?|supermarket|library"
    r"|pharmacy|chemist|museum|trains?|pool|gym)s? (?:open|closed?|shut|running)\b[^.!]*\?|is (?:a |an "
    r"|the )?(?:pluto|tomato|whale|spider|glass|mercury|tuna|venus|earth|moon)\b[^.!]*\?|what does (?:the (?:word"
    r"|acronym|phrase|latin)|[\"'“‘]|(?-i:[A-Z]{2,6}\b))[^.!]*\?|what(?:'s|s| is) \d+\s*(?:[-+*/x×÷^%]|plus|minus"
    r"|times|divided|percent|to the power)"
    r")",
    re.IGNORECASE,
)  # fmt: skip
"""A question about the world."""

SUM: Final = re.compile(
    r"^\W*(?:what(?:'s| is)|calculate|compute)?\s*\(?\d[\d.,]*\)?\s*(?:[-+*/x×÷^]\s*\(?\d[\d.,]*\)?\s*"
    r")+=?\s*\??\W*$",
    re.IGNORECASE,
)
"""A sum with nothing else in the message."""

CODE_ASKED: Final = re.compile(
    r"\b(?:in|using|with) (?:python|javascript|java|typescript|rust|c\+\+|c#|golang|excel|sql|bash|react|php"
    r"|ruby)\b[^.!]*\?|\b(?:def|function|class|import|select|console\.log|public static)\b[^?]*[{}();=][^?]*\?",
    re.IGNORECASE,
)
CODE_VERB: Final = re.compile(
    START
    + r"(?:how (?:do|can|would|should) (?:i|you)|what(?:'s| is) (?:wrong|the (?:difference|best way))|why (?:does|is"
    r"|am i getting)|can (?:you|i)|which)\b",
    re.IGNORECASE,
)
"""A question of code: how or why, with a language named."""
