"""A review's figures drawn as text: shapes and numbers tell everything, and colour nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from textual.content import Content

from assistant.core.ids import Area
from assistant.core.records import Outcome
from assistant.core.review import BeliefTrack, Coverage, Figures, PromiseTrack, Rating
from assistant.tui import words
from assistant.tui.dates import MONTHS, short_day
from assistant.tui.terminal_safety import INDENT, shown

BARS: Final = "▁▂▃▄▅▆▇█"
NOTHING: Final = "·"
OWN, BEFORE, OTHERS = "●", "○", "▲"
SAID, AGAINST, BOTH = "●", "×", "◆"
ENDS: Final = {Outcome.KEPT: "●", Outcome.SLIPPED: "×", Outcome.CHANGED: "◆", Outcome.OPEN: "▷"}

LABEL: Final = 14
"""Cells for the name of an area: the longest of ours and two more."""
CELL_MOST: Final = 3
"""Cells a week has where there is room."""
TOLD: Final = 24
"""Cells kept to the right of a row for its numbers in words."""


def drawn(figures: Figures, room: int) -> Content:
    """Return the plots, one below the other, for so many cells; a figure that has nothing in it is left out."""
    line = _WeekLine(figures.coverage.weeks, room)
    parts = [
        _plot(words.PLOT_RATINGS, words.PLOT_RATINGS_KEY, _ratings(figures.ratings)),
        _plot(words.PLOT_COVERAGE, words.PLOT_COVERAGE_KEY, _coverage(figures.coverage, line)),
        _plot(words.PLOT_BELIEFS, words.PLOT_BELIEFS_KEY, _beliefs(figures.beliefs, line)),
        _plot(words.PLOT_PROMISES, words.PLOT_PROMISES_KEY, _promises(figures.promises, line)),
    ]
    there = [part for part in parts if part is not None]
    return Content("\n\n").join(there) if there else Content(words.PLOTS_NONE)


class _WeekLine:
    """The weeks of the period from left to right, each as wide as the room allows."""

    def __init__(self, weeks: Sequence[date], room: int) -> None:
        self.weeks = weeks
        self.cell = max(1, min(CELL_MOST, (room - LABEL - TOLD) // max(len(weeks), 1)))

    def column(self, day: date) -> int:
        """Return the week that a day is in; what lies outside stands at the edge."""
        return min(max(bisect_right(self.weeks, day) - 1, 0), len(self.weeks) - 1)

    def row(self, marks: Sequence[str]) -> str:
        """Return one mark a week, each in its cell."""
        return "".join(f"{mark:<{self.cell}}" for mark in marks)

    def months(self) -> str:
        """Return the names of the months, each where its first week stands, as far as they do not run together.

        A week belongs to the month in which most of it lies, as its Thursday does.
        """
        line = ""
        months = [(monday + timedelta(days=3)).month for monday in self.weeks]
        for at, month in enumerate(months):
            begins = at == 0 or month != months[at - 1]
            if begins and (not line or len(line) < at * self.cell):
                line = f"{line:<{at * self.cell}}{MONTHS[month - 1][:3]}"
        return line


def _plot(title: str, key: str, rows: Iterator[Content]) -> Content | None:
    told = list(rows)
    if not told:
        return None
    head = Content.assemble(Content.styled(title, "$accent bold"), "\n", Content.styled(key, "$muted"))
    return Content("\n").join([head, *told])


# ------------------------------------------------------------------------------------------- the four of them


def _ratings(ratings: Sequence[Rating]) -> Iterator[Content]:
    """Yield each area on a line from 0 to 10, with its numbers in words."""
    for area in dict.fromkeys(one.area for one in ratings):
        own = [one for one in ratings if one.area == area and one.by is None]
        others = [one for one in ratings if one.area == area and one.by is not None]
        scale = [NOTHING] * 11
        for one in others:
            scale[one.rating] = OTHERS
        for one, mark in zip(own[-2:][::-1], (OWN, BEFORE), strict=False):
            scale[one.rating] = mark if scale[one.rating] != OWN else OWN
        told = [words.PLOT_RATED.format(rating=own[-1].rating, day=short_day(own[-1].day))] if own else []
        told += [words.PLOT_BEFORE.format(rating=own[-2].rating)] if len(own) > 1 else []
        told += [f"{one.by} {one.rating}" for one in others]
        yield Content.assemble(_label(area), " ".join(scale), "  ", shown(", ".join(told)))


def _coverage(coverage: Coverage, line: _WeekLine) -> Iterator[Content]:
    """Yield the months, then each area with a bar a week: the taller, the more entries are about it."""
    most = max((count for row in coverage.entries for count in row), default=0)
    if not most:
        return
    yield Content(f"{'':<{LABEL}}{line.months()}")
    for area, counts in zip(coverage.areas, coverage.entries, strict=True):
        bars = [BARS[-(-count * len(BARS) // most) - 1] if count else NOTHING for count in counts]
        told = words.PLOT_COVERED.format(weeks=coverage.named(area), of=len(coverage.weeks), most=max(counts))
        yield Content.assemble(_label(area), line.row(bars), " ", told)


def _beliefs(tracks: Sequence[BeliefTrack], line: _WeekLine) -> Iterator[Content]:
    """Yield each belief, and below it the weeks in which it was said and in which something stood against it."""
    for track in tracks if line.weeks else ():
        marks = [NOTHING] * len(line.weeks)
        for day in track.said:
            marks[line.column(day)] = SAID
        for day in track.against:
            marks[line.column(day)] = BOTH if marks[line.column(day)] in (SAID, BOTH) else AGAINST
        told = words.PLOT_SAID.format(said=len(track.said), against=len(track.against))
        yield _under(Content.assemble("“", shown(track.statement), "”"), f"{line.row(marks)} {told}")


def _promises(tracks: Sequence[PromiseTrack], line: _WeekLine) -> Iterator[Content]:
    """Yield each commitment, and below it the weeks from the day it was made to the day it ended."""
    for track in tracks if line.weeks else ():
        end = track.ended_on or track.due or line.weeks[-1]
        first, last = line.column(track.made_on), line.column(end)
        marks = [NOTHING] * len(line.weeks)
        row = line.row(marks)
        start, stop = first * line.cell, max(first, last) * line.cell
        row = row[:start] + "─" * (stop - start) + ENDS[track.outcome] + row[stop + 1 :]
        told = words.OUTCOMES[track.outcome] + ("" if track.sure else "?")
        yield _under(shown(track.what), f"{row} {told}")


def _under(sentence: Content, row: str) -> Content:
    return Content.assemble(sentence, f"\n{INDENT}{row}")


def _label(area: Area) -> Content:
    name = shown(words.area_name(area)).plain
    return Content(f"{name[: LABEL - 1]:<{LABEL}}")
