"""Hear a stated reason for silence: somebody ill, somewhere shut, somewhere else. Silence with a reason is no drift."""

from __future__ import annotations

import re
from typing import Final

from assistant.reading.features import plain

_REASON: Final = re.compile(
    r" (?:shut|shuts|shutting|closed|closes|closing for|close for|called off|cancelled till|postponed|season is over|off season|"
    r"in season|(?:the )?roof is coming off|renovat\w+|refurbish\w+|repairs?|under repair|"
    r"broke my|broken (?:arm|leg|wrist|ankle|foot|toe|finger|rib|collarbone)|sprain\w*|torn|twisted my|fractur\w+|in plaster|"
    r"in a cast|in a sling|stitches|operation|surgery|doctor says|physio says|doctor s orders|off my feet|bed rest|"
    r"flu|covid|pneumonia|bronchitis|norovirus|fever|in hospital|chemo|concuss\w+|"
    r"on holiday|away (?:until|till|for)|out of town|abroad|no \w+ (?:until|till)|not (?:allowed|until|till)|"
    r"nothing (?:until|till)|back in (?:january|february|march|april|may|june|july|august|september|october|november|december)|"
    r"starts again|starts back|summer break|winter break|half term|funeral|maternity|paternity|on leave|"
    r"(?:she|he|they) (?:is|are) (?:going |gone |away )(?:down |off )?(?:to|for|until|till)|last (?:saturday|sunday|one) .* for a while) "
)


def gives_reason(text: str) -> bool:
    """Say whether a line gives a reason, from outside the person's will, for not doing or not writing of something."""
    return bool(_REASON.search(f"{plain(text)} "))
