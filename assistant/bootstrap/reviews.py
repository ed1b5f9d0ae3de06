"""Join the parts of the review on one vault: made once, written in the form that is asked for, talked over."""

from __future__ import annotations

import hashlib
import json
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.core.period import Period
    from assistant.core.review import Review
    from assistant.ports import ChatModel, Clock, Vault
    from assistant.services.kept_vectors import KeptVectors
    from assistant.services.reviewing.closing import Closing
    from assistant.services.reviewing.review import Reviewing
    from assistant.services.reviewing.words import ReviewWords
    from assistant.services.told import Progress

PAGE: Final = "review page"
"""Under this kind pages are kept that take a second to draw."""

PAGE_VERSION: Final = 2
"""Raise it when the page of the same review looks different."""


class Form(StrEnum):
    """In what form a review is written."""

    MARKDOWN = "md"
    HTML = "html"
    JSON = "json"


class Reviews:
    """The reviews of one vault, as pages."""

    def __init__(
        self, vault: Vault, vectors: KeptVectors, clock: Clock, voice: Callable[[], ChatModel | None] = lambda: None
    ) -> None:
        """Prepare; nothing is read yet. `voice` is asked for only where a model passed in joining sentences."""
        self._voice = voice
        self._vault, self._vectors, self._clock = vault, vectors, clock

    @cached_property
    def words(self) -> ReviewWords:
        """What a review says beside the person's own words."""
        from assistant.services.reviewing.words import load_review_words
        from assistant.shipped import shipped

        return load_review_words(shipped("prompts"))

    @cached_property
    def reviewing(self) -> Reviewing:
        """What makes a review."""
        from assistant.bootstrap.examine import grade_book
        from assistant.core.capability import Feature
        from assistant.services.hearing import Hearing
        from assistant.services.reviewing.review import Reviewing

        voice = self._voice() if grade_book().any_with(Feature.REVIEW_PROSE) else None
        return Reviewing(self._vault, Hearing(self._vectors), self._vectors, self.words, self._clock, voice)

    async def review(self, period: Period, progress: Progress | None = None) -> Review:
        """Return the review of a period. Raises UsageError, EngineStopped, ModelRefused."""
        return await self.reviewing.review(period, progress)

    async def page(self, period: Period, form: Form, progress: Progress | None = None) -> str:
        """Return the review of a period, written. Raises UsageError, EngineStopped, ModelRefused."""
        review = await self.review(period, progress)
        match form:
            case Form.MARKDOWN:
                from assistant.report.markdown import to_markdown

                return to_markdown(review, self.words)
            case Form.JSON:
                from assistant.report.values import to_values

                return json.dumps(to_values(review, self.words), ensure_ascii=False) + "\n"
            case Form.HTML:
                return self._html(review)

    async def closing(self, period: Period, progress: Progress | None = None) -> Closing:
        """Return what leads the conversation about a review's questions. Raises as `review` does."""
        from assistant.services.reviewing.closing import Closing

        return Closing(self._vault, await self.review(period, progress), self.words, self._clock)

    def _html(self, review: Review) -> str:
        """Return the page with its charts, drawn once: loading the plotting library alone takes a second."""
        told = json.dumps([PAGE_VERSION, self.reviewing.key(review.period, review.until)])
        key = hashlib.sha256(told.encode()).hexdigest()
        if kept := self._vault.derived.derived(PAGE, [key]).get(key):
            return kept.decode("utf8", "surrogatepass")
        from assistant.report.html import to_html

        made = to_html(review, self.words)
        self._vault.derived.derive(PAGE, key, made.encode("utf8", "surrogatepass"))
        return made
