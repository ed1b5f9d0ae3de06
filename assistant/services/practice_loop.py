"""Draw the loop that a practice gathers: its links, the ring they close, and the known shape they may have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from assistant.coaching.practice import StepAnswer
from assistant.core.entry import Entry, Quotation
from assistant.core.ids import RecordId
from assistant.core.records import Loop, LoopLink
from assistant.core.span import Span
from assistant.insight.archetypes import Archetype, ring_of, shape_of
from assistant.reading.read import read_text

ROOM: Final = 49
"""Words for a shape's name, its story and the quotations: the sixty of a reply less the eleven around them."""

_NO_LINE: Final = frozenset("“”\n\r\t")
"""What does not stand within quotation marks on one line."""


def quoted_in(answer: StepAnswer, entry: Entry) -> Quotation:
    """Quote an answer from its entry, exact to the character."""
    start = entry.text.find(answer.text)
    return Quotation.cut(entry, Span(max(start, 0), start + len(answer.text) if start >= 0 else len(entry.text)))


def links_said(answers: Iterable[StepAnswer], quotation: Callable[[StepAnswer], Quotation]) -> tuple[LoopLink, ...]:
    """Return the link that each answer states, with the sentence that says it."""
    return tuple(
        LoopLink(heard.cause, heard.effect, heard.sign, quotation(answer))
        for answer in answers
        for heard in read_text(answer.text).links[:1]
    )


def drawn_loop(identity: RecordId, links: tuple[LoopLink, ...], *, fits: bool) -> Loop:
    """Make the ring that the links close, with what else was said beside it; `fits` keeps the name of its shape.

    Where no words of theirs close it, all links stand in one row: the person said that they are back where they began.
    """
    ring = ring_of(links) or links
    shape = shape_of(links) if fits else None
    beside = tuple(link for link in links if link not in ring)
    return Loop(identity, ring, confirmed=True, beside=beside, archetype=shape.archetype.value if shape else None)


def shape_offered(links: Sequence[LoopLink], stories: Mapping[Archetype, str]) -> dict[str, str]:
    """Return what a question about a known shape is filled with: its name, its story, a quotation for each link.

    Nothing where the links make no such shape, or where not each of them can be quoted.
    """
    shape = shape_of(links)
    if shape is None:
        return {}
    name, story = shape.archetype.value, stories[shape.archetype]
    told = _quoted(shape.links, ROOM - len(name.split()) - len(story.split()))
    return {"archetype": name, "story": story, "links": told} if told else {}


def _quoted(links: Sequence[LoopLink], room: int) -> str:
    """Quote each link on one line: its sentence where there is room for all, else its effect; else nothing."""
    sentences = [link.quotation.text.strip().rstrip(" .!…") for link in links]
    for pieces in (sentences, [link.effect for link in links]):
        fits = sum(len(piece.split()) for piece in pieces) <= room
        if fits and all(piece.isprintable() and not set(piece) & _NO_LINE for piece in pieces):
            return "; ".join(f"“{piece}”" for piece in pieces)
    return ""
