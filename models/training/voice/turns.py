"""Say how often the first phrase that the planner would stand on is where readers say that a message turns.

    python models/training/voice/turns.py

`turns.tsv` has a line for each message: the words that it turns on, copied from it, and the message.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from assistant.coaching.handles import find_handles  # noqa: E402
from assistant.core.span import Span  # noqa: E402
from assistant.reading.read import read_text  # noqa: E402

MARKED = Path(__file__).parent / "turns.tsv"
COVERED = 0.5
"""Of the shorter of the two, the phrase or the marked words, so much must be shared."""


def on_the_mark(phrase: Span, marked: Span) -> bool:
    """Say whether a phrase and the marked words are the same place."""
    shared = min(phrase.end, marked.end) - max(phrase.start, marked.start)
    return shared >= COVERED * min(phrase.end - phrase.start, marked.end - marked.start)


def main() -> None:
    """Measure all messages."""
    first, any_of_them, messages = 0, 0, 0
    for line in MARKED.read_text("utf-8").splitlines():
        words, text = line.split("\t")
        start = text.index(words)
        marked = Span(start, start + len(words))
        reading = read_text(text)
        handles = find_handles(text, reading.assumptions, reading.feelings)
        messages += 1
        first += bool(handles) and on_the_mark(handles[0].span, marked)
        any_of_them += any(on_the_mark(handle.span, marked) for handle in handles)
    print(f"{messages} messages: the first phrase {first / messages:.3f}, any phrase {any_of_them / messages:.3f}")


if __name__ == "__main__":
    main()
