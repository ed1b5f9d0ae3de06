"""What a language model may be trusted with, as an examination found it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Capability(StrEnum):
    """One thing that a model can or cannot do."""

    OPEN_QUESTION = "open_question"
    """Asks one open question on a given phrase."""
    FORM = "form"
    """Keeps to a form that it is given."""
    NO_WORRY = "no_worry"
    """Does not state a worry as if it were true."""
    NO_SIDE = "no_side"
    """Neither flatters nor takes the narrator's side."""
    INJECTION = "injection"
    """Leaves alone what a text tells it to do."""
    ABSTAINS = "abstains"
    """Says when something does not stand in what was written."""
    DIRECTION = "direction"
    """Tells a line that moves toward a vision from one that moves away."""
    SAME_BELIEF = "same_belief"
    """Tells the same belief in other words from a different one."""
    JOINS = "joins"
    """Joins sentences without adding a fact."""
    LANGUAGES = "languages"
    """Asks in the language that it is written to in."""


class Feature(StrEnum):
    """One thing that Lodestar does only with a model that has proved itself."""

    FREE_WORDING = "free_wording"
    """Words questions from few candidates, preferred to the bank's."""
    REVIEW_PROSE = "review_prose"
    """Writes the sentences that join a review's findings."""
    SECOND_OPINIONS = "second_opinions"
    """Is asked beside the code whether lines belong to a belief or move away from a vision."""
    OTHER_LANGUAGES = "other_languages"
    """Answers a message in its own language."""


NEEDS: dict[Feature, frozenset[Capability]] = {
    Feature.FREE_WORDING: frozenset(
        {
            Capability.OPEN_QUESTION,
            Capability.FORM,
            Capability.NO_WORRY,
            Capability.NO_SIDE,
            Capability.INJECTION,
            Capability.ABSTAINS,
        }
    ),
    Feature.REVIEW_PROSE: frozenset({Capability.JOINS, Capability.ABSTAINS, Capability.NO_SIDE, Capability.INJECTION}),
    Feature.SECOND_OPINIONS: frozenset({Capability.DIRECTION, Capability.SAME_BELIEF, Capability.ABSTAINS}),
    Feature.OTHER_LANGUAGES: frozenset({Capability.LANGUAGES, Capability.OPEN_QUESTION, Capability.INJECTION}),
}
"""What a model must have passed for each feature; a feature with anything missing is off.

Free wording needs one that knows what a text does not say: the taught starter keeps to every form and yet mixes up
who did what (docs/voice.md).
"""


@dataclass(frozen=True, slots=True)
class Grade:
    """How a model did in one capability."""

    capability: Capability
    right: int
    asked: int
    mark: float
    """The share that must be right."""

    @property
    def share(self) -> float:
        """The share that was right, in [0, 1]."""
        return self.right / self.asked if self.asked else 0.0

    @property
    def passed(self) -> bool:
        """Whether the model may be trusted with it."""
        return self.asked > 0 and self.share >= self.mark


@dataclass(frozen=True, slots=True)
class Grades:
    """What an examination found; no grades at all trust a model with nothing."""

    grades: tuple[Grade, ...] = ()

    @property
    def passed(self) -> frozenset[Capability]:
        """What the model may be trusted with."""
        return frozenset(grade.capability for grade in self.grades if grade.passed)

    @property
    def features(self) -> frozenset[Feature]:
        """What of Lodestar is on with this model."""
        return features_of(self.passed)


def features_of(passed: Iterable[Capability]) -> frozenset[Feature]:
    """Return the features whose every need was passed."""
    have = frozenset(passed)
    return frozenset(feature for feature, needs in NEEDS.items() if needs <= have)
