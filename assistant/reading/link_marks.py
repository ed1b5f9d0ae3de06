"""The forms of speech in which people say that one thing in their lives brings about another."""

from __future__ import annotations

from typing import Final

from assistant.reading.features import compiled

MARKS: Final = compiled({
    "because": r"«because|since (?:i|we|he|she|they|my|it)|that is why|which is why|the reason|due to|on account of|by reason of|thanks to|comes (?:of|from)|down to»",
    "because i": r"«because (?:i|my|we|nobody|he|she|they|of (?:me|my))»",
    "so i": r"«so (?:that )?(?:i|my|we|the)|, then|and then|which (?:means|makes|leaves|gets|keeps)»",
    "the more": r"«(?:the )?(?:more|less|longer|later|faster|quieter|harder|better|worse|further|busier|earlier|closer|louder|bigger)» .*«(?:the )?(?:more|less|longer|later|faster|quieter|harder|better|worse|further|shorter|colder|louder|busier|guiltier|\w+er)»",
    "whenever": r"«when|whenever|every time|if|after|once|as soon as|soon as|any day|on days|the days»",
    "makes": r"«(?:makes?|made|leaves?|left|gets?|gives?|keeps?|kept|brings?|takes?|sets?|turns?|puts?|sends?|costs?|buys?)» (?:\w+ )?«(?:me|my|us|him|her|them|the|down|on|off|back|away|out|it)»",
    "causes": r"«(?:causes?|leads? to|means|results? in|brings? on|triggers?|feeds?|fuels?|drains?|ruins?|spoils?|helps?|eases?|cuts?|reduces?|lowers?|raises?|softens?|quiets?|calms?|disperses?|occasions?|restores?|reduced|sorts|lifts?|wrecks?|kills?|steals?|slows?|sharpens?|builds?|eats? into|undoes)»",
    "arrow": r"- |=",
    "cuts": r"«(?:cuts?|reduces?|reduced|lowers?|less|fewer|eases?|quiets?|softens?|disperses?|takes? (?:away|the edge)|away|down|stops?|keeps? .* (?:from|off|away)|off|calms?|out of)»",
    "opposite": r"«(?:less|fewer|not|never|stops?|nobody|no|without|can not|cuts?|reduces?|lowers?|takes? away|from|off|eases?|slower|shorter|smaller|quiets?|softens?|colder)»",
    "more": r"«(?:more|worse|better|longer|harder|faster|always|\w+er)»",
    "i": r"«i|me|my|myself|we|us»",
    "number": r"«0»",
    "past": r"«(?:was|were|had|did|went|broke|burst|closed|ran late|failed|stopped)»",
    "then list": r"^ (?:\S+ ){1,5}?(?:, \S+ )+and \S+",
    "present": r"«(?:i (?:\w+)|it|my \w+) (?:get|go|feel|am|do|eat|drink|snap|avoid|stop|start|end|can|write|shout|sleep|worry|stay|goes|is|says?)»",
})  # fmt: skip

SIGN_MARKS: Final = compiled({
    "more more": r"«(?:more|longer|later|faster|harder|louder|further|busier|\w+er)» .* «(?:more|worse|louder|harder|longer|faster|\w+er)»",
    "less less": r"«(?:less|fewer)» .* «(?:less|fewer)»",
    "more less": r"«(?:more|longer|later|faster|harder|louder|better)» .* «(?:less|fewer)»",
    "less more": r"«(?:less|fewer|quieter)» .* «(?:more|worse|harder|longer|\w+er)»",
    "cuts": r"«(?:cuts?|reduces?|reduced|lowers?|eases?|quiets?|softens?|disperses?|takes? (?:away|the edge)|stops?|calms?|drains?|steals?|kills?|costs?|brings? down|brings? the|keeps? \w+ (?:\w+ )?from|keeps? (?:\w+ )*(?:off|away)|out of|settles|shrinks?|slows?)»",
    "effect not": r"«(?:i|we|he|she|they|it) (?:can not|do not|will not|does not|never|did not|stop|stops|quit|forget|skip)»",
    "cause not": r"«(?:without|no|not|never|skip\w*|less)»",
    "because not": r"«because» .* «(?:not|never|no)»",
    "not because": r"«(?:not|never|no)» .* «because»",
    "makes": r"«(?:makes?|leaves?|gets?|gives?|means|leads|feeds|brings? on)»",
    "helps": r"«(?:helps?|restores?|sorts|lifts?)»",
    "because": r"«because»",
    "when": r"«when|whenever|every time|if»",
})  # fmt: skip
