"""Say how often the first phrase that the planner would stand on is where readers say that a message turns.

    python models/training/voice/turns.py

`turns.tsv` has a line for each message: the words that it turns on, copied from it, and the message.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from written import messages_in  # noqa: E402

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
    """Measure the writers that everything else was set on, and those held out."""
    held = {message.text: message.held_out for message in messages_in()}
    answers = {message.text for message in messages_in() if message.answers}
    seen = dict[bool, list[tuple[bool, bool]]]()
    for line in MARKED.read_text("utf-8").splitlines():
        words, text = line.split("\t")
        start = text.index(words)
        marked = Span(start, start + len(words))
        reading = read_text(text)
        found = find_handles(text, reading.assumptions, reading.feelings, answering=text in answers)
        on = [on_the_mark(handle.span, marked) for handle in found]
        seen.setdefault(held[text], []).append((any(on[:1]), any(on)))
    for held_out, marks in sorted(seen.items()):
        first, any_of_them = (sum(column) / len(marks) for column in zip(*marks, strict=True))
        who = "held out" if held_out else "the others"
        print(f"{who}, {len(marks)} messages: the first phrase {first:.3f}, any phrase {any_of_them:.3f}")


if __name__ == "__main__":
    main()
