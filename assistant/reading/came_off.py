"""Hear where a person did a thing, held out, or was told that it was good: what strengths are read from.

Only plain forms count. Rain that stopped at last came off as well, and is nobody's doing: the deed must be the
writer's, said with "I" or begun with its verb, as people write in the evening ("Rang him at last").
"""

from __future__ import annotations

import re
from typing import Final

from assistant.reading.features import plain

_DEED: Final = (
    "did|made|rang|called|phoned|wrote|sang|swam|ran|rode|cooked|baked|asked|told|said|spoke|sent|posted|paid|"
    "finished|fixed|mended|repaired|cleared|cleaned|sorted|built|painted|planted|played|read|taught|showed|helped|kept|"
    "passed|won|scrubbed|handed|drew|learned|learnt|practised|practiced|managed"
)
_AT_LAST: Final = (
    "for the first time|first time (?:in|since)|at last|finally|on my own|by myself|from memory|out loud|straight out|"
    "without (?:being asked|help|a fuss|stopping)|like a (?:normal )?person|in one go"
)
_STARTED: Final = re.compile(rf"^ (?:and |but |so )?(?:i )?(?:just |even |then )?(?:{_DEED}) .*(?:{_AT_LAST}) ")
_LATE: Final = re.compile(
    rf" i (?:have |had |finally |at last |did |even )*(?:{_DEED}) (?:\S+ ){{0,14}}?(?:{_AT_LAST}) "
)
_HARM: Final = "sprain|lose|break|forget|miss|burn|spill|drop|cut|hurt|upset|offend|ruin|oversleep|annoy"
"""What nobody is glad to have managed."""
_DONE: Final = re.compile(
    rf" i (?:did it|made it(?! my)|managed (?:it|to(?! (?:{_HARM})))|nailed it|finished (?:it|one|the|my|all)|"
    r"kept (?:at it|my (?:word|temper|head|promise))|stood (?:up for|my ground)|spoke up|said no|asked for help|"
    r"got through it|have (?:finished|mended|fixed) (?:it|the|my)|conquer(?:ed)?|carried on) "
)
_HELD: Final = re.compile(
    r" (?:i will not|i did not|did not|i have not|i never) (?:give|given|gave) (?:in|up) "
    r"| (?:pleased|happy|proud|chuffed|content|contented) with (?:myself|my (?:work|day)|this day ?s work|what i did)"
    r"| proud of (?:myself|what i)| (?:a|one) (?:very )?good (?:piece of work|day ?s work) "
    r"| better than i (?:thought|feared|expected|hoped) "
)
_TOLD: Final = re.compile(
    r" (?:says?|said|told me|wrote|tells me|reckons?|assured me) (?:\S+ ){0,4}?i (?:was|am|have|had|did) (?:\S+ ){0,6}?"
    r"(?:best|clearest|funniest|kindest|calling|good|great|brilliant|gift|talent|saved|excellent|natural) "
    r"| (?:says?|said|wrote|because) (?:that )?it was (?:\" )?the \w+est (?:i|thing|one|talk|lesson|work) "
    r"| (?:thanked|praised|commended) me (?:for|very|much|mightily) "
)
_NOT_SO: Final = re.compile(
    r" (?:wish|wished|if i|should have|could have|would have|nearly|almost|not (?:good|well|proud|pleased|great)|"
    r"no good|never (?:rang|called|did|made|finished)|did not (?:finish|manage|make|do)|good (?:night|luck|bye)|"
    r"used to|as well say|supposed to|meant to|was going to|nothing) "
)


def came_off(sentence: str) -> bool:
    """Say whether a sentence tells of something that its writer did, or held out in."""
    said = f"{plain(sentence)} "
    return not _NOT_SO.search(said) and any(form.search(said) for form in (_STARTED, _LATE, _DONE, _HELD))


def was_praised(sentence: str) -> bool:
    """Say whether a sentence tells of somebody who found good what its writer did."""
    said = f"{plain(sentence)} "
    return not _NOT_SO.search(said) and _TOLD.search(said) is not None
