"""Short answers to what stands outside a reflection: one line on what this is for, and a way back to what they said."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.coaching.bank import Wording, fill
from assistant.coaching.plan import Plan
from assistant.coaching.session_state import SessionState

_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Aside:
    """One short answer, with slots as in the bank."""

    id: str
    template: str
    situation: str
    """What it answers: an occasion, or a finer case of one (`off_topic`, `off_topic_midway`, `goodbye_step`, `de`)."""


class Asides:
    """All asides, by situation."""

    def __init__(self, asides: Iterable[Aside]) -> None:
        self._by_situation: dict[str, list[Aside]] = {}
        for aside in asides:
            self._by_situation.setdefault(aside.situation, []).append(aside)

    def has(self, situation: str) -> bool:
        """Say whether there is anything to say on it."""
        return situation in self._by_situation

    def wordings(
        self, situations: Iterable[str], slots: Mapping[str, str], state: SessionState, seed: str, plan: Plan
    ) -> list[Wording]:
        """Return what can be said, the finest situation first; an aside used in this session comes last."""
        found = []
        for rank, situation in enumerate(situations):
            for aside in self._by_situation.get(situation, []):
                if set(_SLOT.findall(aside.template)) <= slots.keys():
                    used = aside.id in state.question_ids
                    score = -100.0 * rank - 10.0 * used + _chance(seed, aside.id)
                    found.append(Wording(fill(aside.template, slots), None, plan.target, aside.id, score))
        return sorted(found, key=lambda wording: -wording.score)


def _chance(seed: str, aside_id: str) -> float:
    digest = hashlib.blake2b(f"{seed}\n{aside_id}".encode("utf8", "replace"), digest_size=2).digest()
    return int.from_bytes(digest) / 0x10000
