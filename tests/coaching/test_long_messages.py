"""A pasted page is asked about as an evening's message is: by its end, exactly, and without a wait."""

from __future__ import annotations

import pytest

from assistant.coaching.handles import LOOKED_THROUGH, find_handles
from assistant.core.reading import Assumption, AssumptionKind
from assistant.core.span import Span

LINE = "I stayed at the bakery until nine again because nobody else ever checks the ovens. "
END = "My brother rang twice, and I always let it ring."


@pytest.mark.parametrize("lines", [1, 20, 600])
def test_phrases_are_exact_wherever_they_stand(lines: int) -> None:
    """Every span covers its quotation in the whole message, however long that is."""
    text = LINE * lines + END
    handles = find_handles(text)
    assert handles
    assert all(handle.span.of(text) == handle.quote for handle in handles)


def test_of_a_page_the_end_is_looked_through() -> None:
    """What the person came to at the end is what can be asked about; what the reading heard there still counts."""
    text = LINE * 600 + END
    start = text.index("I always let it ring")
    heard = Assumption(Span(start, len(text) - 1), AssumptionKind.GENERALIZATION, 0.9)
    early = Assumption(Span(0, 20), AssumptionKind.GENERALIZATION, 0.9)
    handles = find_handles(text, (early, heard))
    assert all(handle.span.start >= len(text) - LOOKED_THROUGH for handle in handles)
    assert any(handle.span.overlaps(heard.span) for handle in handles)


def test_a_page_without_an_end_of_a_sentence_is_looked_through_too() -> None:
    """No full stop, no line break: the last part is taken as it stands."""
    text = "and I never said so to anyone " * 300
    handles = find_handles(text)
    assert all(handle.span.of(text) == handle.quote for handle in handles)
