"""The first lines of the page: the day, and an invitation."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from assistant.tui import words
from assistant.tui.dates import long_day, short_day
from assistant.tui.personal import PersonalStatic
from assistant.tui.terminal_safety import shown

if TYPE_CHECKING:  # the first paint does not wait for it
    from assistant.services.desk import Leaves
    from assistant.services.opening import Opening


class Welcome(PersonalStatic):
    """Ask for nothing but a first sentence; the day comes with the vault."""

    DEFAULT_CSS = """
    Welcome { height: auto; margin: 1; max-width: 78; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.update(_lines(words.OPENING, words.WELCOME_BACK))

    def greet(self, today: date, *, first: bool, opening: Opening | None = None, leaves: Leaves | None = None) -> None:
        """Say which day it is; on the first evening, what happens with the words; later, what is left from before."""
        promise = f"{words.WELCOME_FIRST} {_where_words_go(leaves)}" if first else words.WELCOME_BACK
        self.update(_lines(long_day(today), promise, _brought_back(opening) if opening else []))


def _lines(day: str, promise: str, brought_back: list[Content] | None = None) -> Content:
    invitation = Content.styled(words.WELCOME, "bold")
    told = [Content.styled(day, "$accent"), *(brought_back or []), invitation, Content.styled(promise, "$muted")]
    return Content("\n\n").join(told)


def _where_words_go(leaves: Leaves | None) -> str:
    """Promise only what is true: that nothing leaves, or what goes to whom."""
    sent = [words.WORDS_LEAVE.format(host=leaves.words)] if leaves and leaves.words else []
    sent += [words.VECTORS_LEAVE.format(host=leaves.vectors)] if leaves and leaves.vectors else []
    return " ".join(sent) or words.NOTHING_LEAVES


def _brought_back(opening: Opening) -> list[Content]:
    """Return this day in other years, then the question that was left open."""
    told = [
        Content.styled(words.ON_THIS_DAY.format(year=line.written_at.year), "$muted") + shown(f"“{line.text}”")
        for line in opening.on_this_day
    ]
    if opening.open_question and opening.asked_on:
        when = Content.styled(words.STILL_OPEN.format(day=short_day(opening.asked_on)), "$muted")
        told.append(Content.assemble(when, shown(opening.open_question)))
    return told
