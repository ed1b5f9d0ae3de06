"""Draw the figures of a review as SVG with words that a screen reader reads and a printer keeps sharp.

No colour carries a meaning alone: every state has a shape or a number of its own.
"""

from __future__ import annotations

import io
import textwrap
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Literal
from xml.etree import ElementTree

from assistant.core.display import without_controls
from assistant.core.records import Outcome
from assistant.core.review import BeliefTrack, Coverage, PromiseTrack, Rating
from assistant.services.reviewing.words import named

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INCHES_WIDE: Final = 6.7
"""As wide as the text of an A4 page with margins of 20 mm."""
ROW_INCHES: Final = 0.3
EDGE_INCHES: Final = 0.75
LABEL: Final = 36
"""Code points of a label beside a row; the whole words stand in the text."""

MONTH_DAYS: Final = 45
TICKS_MOST: Final = 13

DARK: Final = "#1f3a4d"
ACCENT: Final = "#a34a00"
PALE: Final = "#d9e4ea"
GRID: Final = "#c9ced2"

_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "http://www.w3.org/1999/xlink"
_MARKERS: Final = {Outcome.KEPT: "o", Outcome.SLIPPED: "X", Outcome.CHANGED: "D", Outcome.OPEN: ">"}


@dataclass(frozen=True, slots=True)
class Key:
    """What the shapes of a chart stand for, in words."""

    names: Sequence[str]


def ratings_chart(ratings: Sequence[Rating], key: Key, title: str) -> str:
    """Draw each area's newest number, the one before it, and those that others gave."""
    areas = list(dict.fromkeys(one.area for one in ratings))

    def draw(axes: Axes) -> None:
        for row, area in enumerate(areas):
            own = [one for one in ratings if one.area == area and one.by is None]
            told = [one for one in ratings if one.area == area and one.by is not None]
            if len(own) > 1:
                axes.plot([own[-2].rating, own[-1].rating], [row, row], color=GRID, linewidth=2, zorder=1)
                axes.plot(own[-2].rating, row, "o", color=DARK, fillstyle="none", markersize=7)
            if own:
                axes.plot(own[-1].rating, row, "o", color=DARK, markersize=7)
            axes.plot([one.rating for one in told], [row] * len(told), "^", color=ACCENT, markersize=6)
        axes.set_xlim(-0.4, 10.4)
        axes.set_xticks(range(11))
        _rows(axes, [named(area) for area in areas])
        shapes = (("o", "full", DARK), ("o", "none", DARK), ("^", "full", ACCENT))
        _legend(axes, shapes, key)

    return _svg(draw, len(areas), title, "ratings")


def coverage_chart(coverage: Coverage, first: date, title: str) -> str:
    """Draw weeks by areas: the number of entries in each square, darker where there are more."""

    def draw(axes: Axes) -> None:
        most = max((count for row in coverage.entries for count in row), default=1) or 1
        for row, counts in enumerate(coverage.entries):
            for week, count in enumerate(counts):
                shade = DARK if count > most / 2 else PALE if count else "#ffffff"
                across, down = [week, week + 1, week + 1, week], [row - 0.5, row - 0.5, row + 0.5, row + 0.5]
                axes.fill(across, down, facecolor=shade, edgecolor=GRID, linewidth=0.6)
                if count and len(counts) <= 60:
                    ink = "#ffffff" if shade == DARK else "#000000"
                    size = 8.0 if len(counts) <= 30 else 6.0
                    axes.text(week + 0.5, row, str(count), ha="center", va="center", color=ink, fontsize=size)
        axes.set_xlim(0, len(coverage.weeks))
        days = [max(monday, first) for monday in coverage.weeks]
        starts = [at for at, day in enumerate(days) if at == 0 or day.month != days[at - 1].month]
        axes.set_xticks(starts, [f"{days[at]:%b}" for at in starts], ha="left")
        _rows(axes, [named(area) for area in coverage.areas])

    return _svg(draw, len(coverage.areas), title, "coverage")


def beliefs_chart(tracks: Sequence[BeliefTrack], days: tuple[date, date], key: Key, title: str) -> str:
    """Draw on which days each belief was said, and when something stood against it."""

    def draw(axes: Axes) -> None:
        for row, track in enumerate(tracks):
            axes.plot([day.toordinal() for day in track.said], [row] * len(track.said), "o", color=DARK, markersize=6)
            axes.plot(
                [day.toordinal() for day in track.against], [row] * len(track.against), "X", color=ACCENT, markersize=7
            )
        _dates(axes, days)
        _rows(axes, [f"“{_short(track.statement, LABEL - 2)}”" for track in tracks])
        _legend(axes, (("o", "full", DARK), ("X", "full", ACCENT)), key)

    return _svg(draw, len(tracks), title, "beliefs")


def promises_chart(tracks: Sequence[PromiseTrack], days: tuple[date, date], key: Key, title: str) -> str:
    """Draw each commitment from the day it was made to the day it ended, with its outcome as a shape."""

    def draw(axes: Axes) -> None:
        for row, track in enumerate(tracks):
            end = track.ended_on or track.due or days[1]
            start, stop = (min(max(day, days[0]), days[1]).toordinal() for day in (track.made_on, end))
            axes.plot([start, stop], [row, row], color=GRID, linewidth=3, zorder=1)
            colour = DARK if track.outcome in (Outcome.KEPT, Outcome.OPEN) else ACCENT
            fill: Literal["full", "none"] = "full" if track.sure else "none"
            axes.plot([stop], [row], _MARKERS[track.outcome], color=colour, fillstyle=fill, markersize=7)
        _dates(axes, days)
        _rows(axes, [_short(track.what) for track in tracks])
        shapes = (("o", "full", DARK), ("X", "full", ACCENT), ("D", "full", ACCENT), (">", "full", DARK))
        _legend(axes, shapes, key)

    return _svg(draw, len(tracks), title, "promises")


# ------------------------------------------------------------------------------------------- within


def _short(text: str, most: int = LABEL) -> str:
    """Return the beginning of a text, cut at a word where one ends in time."""
    flat = " ".join(without_controls(text).split())
    if len(flat) <= most:
        return flat
    return textwrap.shorten(flat, most, placeholder="…") if " " in flat[: most - 1] else f"{flat[: most - 1]}…"


def _rows(axes: Axes, names: Sequence[str]) -> None:
    axes.set_yticks(range(len(names)), [_short(name) for name in names])
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.tick_params(length=0)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)


def _dates(axes: Axes, days: tuple[date, date]) -> None:
    first, last = (day.toordinal() for day in days)
    edge = max(1.0, 0.02 * (last - first))
    axes.set_xlim(first - edge, last + edge)
    ticks = _ticks(*days)
    axes.set_xticks([day.toordinal() for day, _name in ticks], [name for _day, name in ticks])
    axes.grid(axis="x", color=GRID, linewidth=0.5)
    axes.set_axisbelow(True)


def _ticks(first: date, last: date) -> list[tuple[date, str]]:
    """Return the days to name below a line of days: Mondays of a month, else the first of each month or year."""
    days = [date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1)]
    if len(days) <= MONTH_DAYS:
        return [(day, f"{day.day} {day:%b}") for day in days if day.weekday() == 0] or [
            (first, f"{first.day} {first:%b}")
        ]
    months = [day for day in days if day.day == 1]
    every = -(-len(months) // TICKS_MOST)
    return [(day, f"{day:%b}" if day.month > 1 or every == 1 else str(day.year)) for day in months[::every]]


def _legend(axes: Axes, shapes: Sequence[tuple[str, str, str]], key: Key) -> None:
    from matplotlib.lines import Line2D

    handles = [
        Line2D([], [], marker=marker, color=colour, fillstyle=fill, linestyle="", markersize=6, label=name)  # type: ignore[arg-type]
        for (marker, fill, colour), name in zip(shapes, key.names, strict=True)
    ]
    axes.legend(handles=handles, loc="lower left", bbox_to_anchor=(0, 1), ncols=len(handles), frameon=False)


def _svg(draw: Callable[[Axes], None], rows: int, title: str, salt: str) -> str:
    """Return one drawing as an SVG element that can stand in a page."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    settings = rc_context(
        {
            "svg.fonttype": "none",
            "svg.hashsalt": salt,
            "font.family": "sans-serif",
            "font.size": 9.0,
            "text.parse_math": False,
            "axes.edgecolor": GRID,
            "axes.linewidth": 0.8,
        }
    )
    with settings, warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph", category=UserWarning)  # the reader's own fonts draw it
        figure = Figure(figsize=(INCHES_WIDE, EDGE_INCHES + ROW_INCHES * max(rows, 1)), layout="constrained")
        FigureCanvasSVG(figure)
        axes = figure.add_subplot()
        draw(axes)
        written = io.StringIO()
        nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        figure.savefig(written, format="svg", metadata=nothing, transparent=True)
    return _embedded(written.getvalue(), title, salt)


def _embedded(svg: str, title: str, salt: str) -> str:
    """Return the drawing without what a page has no use for, with a name, and with ids that no other drawing has."""
    for prefix, uri in (("", _SVG), ("xlink", _XLINK)):
        ElementTree.register_namespace(prefix, uri)
    root = ElementTree.fromstring(svg)
    for child in root.findall(f"{{{_SVG}}}metadata"):
        root.remove(child)
    for style in root.iter(f"{{{_SVG}}}style"):
        style.attrib.pop("type", None)
    ids = {one.get("id"): f"{salt}-{one.get('id')}" for one in root.iter() if one.get("id")}
    for one in root.iter():
        for name, value in list(one.attrib.items()):
            bare = value.removeprefix("url(").removesuffix(")").removeprefix("#")
            if name == "id" or (bare in ids and bare != value):
                one.set(name, value.replace(bare, ids[bare]))
    for name in ("width", "height"):
        root.attrib.pop(name, None)
    root.attrib.update({"role": "img", "aria-label": without_controls(title)})
    return ElementTree.tostring(root, encoding="unicode")
