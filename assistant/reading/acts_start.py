"""Where a sentence that is addressed to the program begins.

Precision comes first: a diary is full of recipes, poems, code and capitals. Only a request that is put to the program
counts, so nearly every pattern begins where a sentence does and names both the request and its object.
"""

from __future__ import annotations

from typing import Final

START: Final = (
    r"(?:^|(?<=[.!?:;\n>])|(?<=[.!?:;,] ))\s*(?:[-–—\"'“‘*#>\[(]+\s*)?"
    r"(?:(?:ok|okay|hey|hi|hello|so|and|now|well|also|but|right|actually|quick(?: question)?|btw|random|off topic"
    r"|one more thing|please|pls|plz|just|then|anyway|lodestar|assistant"
    r"|by the way|before (?:we|i) (?:go|start)(?: on)?|instead)[,:!.\s–—-]+){0,3}"
)
"""Where a sentence addressed to the program can begin, with the small talk before it."""

TO_US: Final = (
    r"(?:(?:^|[.!?,;:\n]\s*|\b(?:please|you|you to|pls) )"
    r"|(?:(?:^|[.!?,;:…\n]\s*)(?:(?:so|and|but|then|now|ok|okay|oh)[, ]+)*"
    r"|\b(?:please|pls|you|you to|you can|you could|you'd) )just )"
)
"""Before what is asked of the program, and not told of somebody: in "I wish he would just" the "just" is of him."""

ASK: Final = (
    r"(?:(?:can|could|would|will) (?:you|u)(?: (?:please|just|quickly|also|maybe))*\s+|(?:i(?:'d| would)? (?:want"
    r"|need|like) you to|i'd like you to|do me a favou?r and|help me|let's|lets"
    r"|are you able to|you (?:should|could|can|must|have to))\s+(?:please |to |just |now )?)?"
)
"""How a request may be wrapped: "could you please", "I want you to"."""
