"""The question that goes with a finding of drift: what was seen, in figures, and never a verdict."""

from __future__ import annotations

from typing import Final

from assistant.core.ids import Area
from assistant.insight.drift import DriftKind
from assistant.services.drifting import HeldDrift

_ASKED: Final = {
    DriftKind.NEGLECT: "You wrote about {area} in {mentioned} of {written} weeks. What took its place?",
    DriftKind.CONTRADICTION: "On {days} what you wrote about {area} looks unlike what you want. What went on?",
    DriftKind.COMMITMENT_SLIP: "More than once, what you meant to do for {area} did not happen. What got in the way?",
    DriftKind.ERODING_GOAL: "What you want for {area} has grown smaller. Was that a choice, or did it slip?",
}


def question_of(held: HeldDrift) -> str:
    """Return the question to ask about a finding."""
    days = len({line.written_at.date() for line in held.evidence})
    return _ASKED[held.kind].format(
        area=area_words(held.area),
        mentioned=held.weeks_mentioned,
        written=held.weeks_written,
        days="1 day" if days == 1 else f"{days} days",
    )


def area_words(area: Area) -> str:
    """Return an area's name as it is spoken."""
    return "how you see yourself" if area == "self_image" else area.replace("_", " ")
