"""What the coach keeps of a session from one turn to the next; it survives a restart as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace

from assistant.core.dialogue import QuestionType

STATE_NAME = "coach"
"""Under this name the session store keeps it."""

_KEPT_ANEW = 60
"""So many questions of the last sitting are not asked again in the next."""


@dataclass(frozen=True, slots=True)
class SessionState:
    """The thread of one conversation."""

    turns: int = 0
    asked: tuple[str, ...] = ()
    """Every question asked in this session, to the character."""
    question_ids: tuple[str, ...] = ()
    shapes: tuple[str, ...] = ()
    """How each question was built around their words, so that the form is not heard before the words."""
    types: tuple[QuestionType, ...] = ()
    occasions: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    """Phrases that a question has stood on."""
    denials: tuple[str, ...] = ()
    """What they said does not matter, in their words: it may matter later."""
    step: str | None = None
    """What they said they will do."""
    last_step: str | None = None
    """What they said they would do when they were last here."""
    asked_last_step: bool = False
    remembered_at: int | None = None
    """The turn at which a memory was last offered."""
    remembered: tuple[str, ...] = ()
    """Entries offered as a memory in this session."""
    rested: bool = False
    """The last turn asked nothing."""
    ended: bool = False
    """They said goodbye."""
    in_care: bool = False
    """The last reply was one of care; it stays so until they choose to go on."""
    gently: bool = False
    """A sign of danger came in this sitting: nothing is challenged until another, whatever was said of it since."""
    missed: int = 0
    """Turns running in which the model came too late to be heard, or was left alone because of it."""
    own_side: bool = False
    """They asked not to be told how it looks to another: it is not asked again in this session."""
    thread: str | None = None
    """The phrase to come back to after an aside."""
    language: str | None = None
    """The other language in which the session goes on."""

    @property
    def last_asked(self) -> str:
        """The question that the next message may answer; empty where the last turn asked nothing."""
        return self.asked[-1] if self.asked and not self.rested else ""

    def after(self, **changes: object) -> SessionState:
        """Return the state with some of it changed."""
        return replace(self, **changes)  # type: ignore[arg-type]

    def anew(self) -> SessionState:
        """Return what another sitting begins with: what not to ask again, and the step to ask about."""
        return SessionState(
            asked=self.asked[-_KEPT_ANEW:],
            question_ids=self.question_ids[-_KEPT_ANEW:],
            last_step=self.step,
            in_care=self.in_care,
            gently=self.gently and self.in_care,
        )

    def to_json(self) -> str:
        """Write it down."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str | None) -> SessionState:
        """Read it back; an unreadable or older form is passed over, part by part."""
        try:
            kept = json.loads(text) if text else {}
        except json.JSONDecodeError:
            return cls()
        if not isinstance(kept, dict):
            return cls()
        state, known = cls(), {field.name: getattr(cls(), field.name) for field in fields(cls)}
        for name, value in kept.items():
            like = known.get(name)
            if name == "types":
                types = value if isinstance(value, list) else []
                state = replace(state, types=tuple(QuestionType(one) for one in types if one in set(QuestionType)))
            elif isinstance(like, tuple) and isinstance(value, list):
                state = replace(state, **{name: tuple(str(one) for one in value)})  # type: ignore[arg-type]
            elif name in known and not isinstance(like, tuple) and (like is None or isinstance(value, type(like))):
                state = replace(state, **{name: value})
        return state
