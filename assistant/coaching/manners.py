"""Hear past manners of speaking: "I should add" is no duty, "if I'm honest" no rule, "remember if" no condition."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from assistant.coaching.handle import Handle
from assistant.coaching.tokens import tokens
from assistant.core.span import Span

WHETHER: Final = re.compile(
    r"\b(?:know|knows|knew|knowing|remember\w*|recall|ask|asks|asked|asking|see|sees|seeing|wonder\w*|sure|tell|check"
    r"|checks|checked|checking|idea|clue|decide|decided|doubt|forget|forgets|forgot|unsure|matters?|care|cares|as|even"
    r"|only|what)"
    r"(?: (?:me|him|her|them|us|you))?\s+$",
    re.IGNORECASE,
)
"""After these "if" means whether, or makes no rule: "she can't remember if she's eaten", "as if", "what if"."""
MANNER: Final = re.compile(
    r"(?:if i(?:['’]m| am| was|['’]m being| am being| was being)? (?:\w+ )?(?:honest|truthful|frank|fair|candid)"
    r"|if you must know|if i may say so|if i remember (?:right|rightly|correctly)|if truth be told"
    r"|to be (?:\w+ )?(?:honest|fair|frank)"
    r"|i (?:should|must|have to|ought to|might|may|would have to|should have to|do have to) (?:also |just )?"
    r"(?:add|admit|confess|say|mention|think so|point out)(?=[,.;:!?]|$| (?:that )?(?:i|he|she"
    r"|it(?:['’]s| (?:is|was|has|had|does|did|will|would|felt|feels|looks|looked|seems|seemed))|they|we|my|there)\b)"
    r"|i must (?:say|admit|confess)(?! (?:sorry|no|yes|goodbye|something|it|that)\b)|i dare ?say"
    r"|needless to say|mind you)(?:[,:]? (?:that )?|[,:]|$)",
    re.IGNORECASE,
)
"""How something is said; what is said comes after it."""
_OWED: Final = frozenset({"should", "should_have", "had_to", "rule"})
"""Kinds that a manner of speaking only looks like."""
_FEWEST: Final = 3


def beyond_manner(handle: Handle, text: str) -> Handle | None:
    """Return the handle without the manner of speaking that opens its words; None where nothing else is in them."""
    manner = MANNER.match(handle.quote)
    if manner is None:
        return handle
    rest = tokens(text, Span(handle.span.start + manner.end(), handle.span.end))
    if len(rest) < _FEWEST or handle.kind in _OWED:
        return None
    span = Span(rest[0].span.start, handle.span.end)
    return replace(handle, span=span, quote=span.of(text))
