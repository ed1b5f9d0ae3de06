"""Cut a text into passages: a sentence or a few short ones, each long enough to mean something by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant.core.span import Span

LEAST: Final = 75
"""Code points below which a passage takes in the next sentence. Measured on invented diaries, recall by vectors alone:
single sentences 0.73 and 0.70, passages of 100 and more 0.80 and 0.74; and on conversations 0.75 to 0.77."""

MOST: Final = 400
"""Code points that a passage never passes by taking in another sentence."""

LONGEST: Final = 900
"""Code points of one sentence, beyond which it is cut: the embedder reads about that much."""

_NO_END: Final = r"(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bvs\.)(?<!\be\.g\.)(?<!\bi\.e\.)"
_END: Final = re.compile(rf"(?<=[.!?…]){_NO_END}[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9À-Þ])|\s*\n\s*")
_HEADING: Final = re.compile(r"#{1,6}\s")
_CUT: Final = re.compile(r"[;,:—–]\s+|\s+")


def split_passages(text: str) -> list[Span]:
    """Return the passages in the order of the text; they cover every word and never overlap."""
    passages: list[Span] = []
    for sentence in _sentences(text):
        last = passages[-1] if passages else None
        if last is not None and _takes_more(text, last) and sentence.end - last.start <= MOST:
            passages[-1] = Span(last.start, sentence.end)
        else:
            passages.append(sentence)
    return passages


def _takes_more(text: str, passage: Span) -> bool:
    """Say whether a passage says too little alone; a Markdown heading stays alone, so that nobody is quoted with it."""
    return len(passage) < LEAST and not _HEADING.match(text, passage.start)


def _sentences(text: str) -> Iterator[Span]:
    start = 0
    for end in _END.finditer(text):
        yield from _pieces(text, start, end.start())
        start = end.end()
    yield from _pieces(text, start, len(text))


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield a sentence without the space around it, in pieces where it is very long; nothing for a blank."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cuts = [cut.end() for cut in _CUT.finditer(text, start + LONGEST // 2, start + LONGEST)]
        cut = cuts[-1] if cuts else start + LONGEST
        yield Span(start, cut)
        start = cut
    if start < end:
        yield Span(start, end)
