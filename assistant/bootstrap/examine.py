"""Examine the chosen model, and keep its grades with its hash."""

from __future__ import annotations

import json
import os
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from assistant.core.capability import Capability, Feature, Grade, Grades
from assistant.errors import LodestarError
from assistant.settings import cache_folder
from assistant.shipped import shipped

if TYPE_CHECKING:
    from assistant.engine.model_file import ModelFile
    from assistant.ports import ChatModel, VoiceFacts
    from assistant.services.examination import Answered, Progress


class GradeBook:
    """Grades by model and edition of the examination, in one JSON file. It holds no word of the person's."""

    def __init__(self, file: Path) -> None:
        """Look at the file when first asked."""
        self._file = file

    def of(self, facts: VoiceFacts) -> Grades:
        """Return what is known of a model: nothing where it was never examined, or by another edition."""
        return _grades(self._read().get(_key(facts)))

    def any_with(self, feature: Feature) -> bool:
        """Say whether any model that was examined here passed what a feature needs."""
        return any(feature in _grades(held).features for held in self._read().values())

    def keep(self, facts: VoiceFacts, grades: Grades) -> None:
        """Write a model's grades down, in one atomic step. Raises OSError."""
        held = self._read()
        held[_key(facts)] = {grade.capability: [grade.right, grade.asked, grade.mark] for grade in grades.grades}
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, beside = tempfile.mkstemp(dir=self._file.parent, suffix=".part")
        with os.fdopen(descriptor, "w", encoding="utf8") as file:
            json.dump(held, file)
        os.replace(beside, self._file)

    def _read(self) -> dict[str, object]:
        try:
            held = json.loads(self._file.read_text(encoding="utf8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return held if isinstance(held, dict) else {}


def _grades(held: object) -> Grades:
    """Return the grades in one piece of the file; none where it is not as `keep` writes it."""
    try:
        return Grades(
            tuple(
                Grade(Capability(name), int(right), int(asked), float(mark))
                for name, (right, asked, mark) in cast("dict[str, list[float]]", held).items()
            )
        )
    except (AttributeError, TypeError, ValueError, OverflowError):
        return Grades()


def grade_book() -> GradeBook:
    """Return the grades that are kept on this machine."""
    return GradeBook(cache_folder() / "examinations.json")


def known_grades(model: ModelFile) -> Grades:
    """Return what is known of a model file, without opening it."""
    from assistant.ports import VoiceFacts

    adapter = model.adapter_sha256 if model.adapter else ""
    facts = VoiceFacts(model.name, model.sha256, model.context_tokens, 0, bool(adapter), adapter_sha256=adapter)
    return grade_book().of(facts)


async def examine(voice: ChatModel, progress: Progress) -> tuple[VoiceFacts, Grades, list[Answered]]:
    """Put the whole examination to a model and keep its grades.

    Raises EngineStopped, ModelRefused, NoVoice, and LodestarError where the grades cannot be written down.
    """
    from assistant.services.coach_words import load_coach_words
    from assistant.services.examination import Examination
    from assistant.services.examination_papers import load_papers

    form = load_coach_words(shipped("prompts")).prompt
    assert form is not None
    facts = await voice.facts()
    examination = Examination(voice, load_papers(shipped("prompts")), form)
    grades = await examination.run(progress)
    try:
        grade_book().keep(facts, grades)
    except OSError as error:
        told = f"The grades cannot be written down: {(error.strerror or str(error)).lower()}."
        raise LodestarError(
            told, f"They are kept in {cache_folder()}; until then the model is trusted as before."
        ) from error
    return facts, grades, examination.answers


def _key(facts: VoiceFacts) -> str:
    return f"{facts.sha256} {facts.adapter_sha256 or 'base'} {_edition()}"


@cache
def _edition() -> str:
    from assistant.services.examination_papers import edition, load_papers

    return edition(load_papers(shipped("prompts")))
