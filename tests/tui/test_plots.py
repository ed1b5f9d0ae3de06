"""The figures of a review as text: everything is told by shapes, numbers and words."""

from __future__ import annotations

from datetime import date, timedelta

from assistant.core.ids import Area
from assistant.core.records import Outcome
from assistant.core.review import BeliefTrack, Coverage, Figures, PromiseTrack, Rating
from assistant.tui import words
from assistant.tui.plots import drawn

MONDAYS = tuple(date(2025, 6, 30) + timedelta(weeks=week) for week in range(13))
HEALTH, WORK = Area("health"), Area("work")


def coverage(*rows: tuple[int, ...]) -> Coverage:
    """Return the weeks of a quarter with these entries for health and work."""
    areas = (HEALTH, WORK)[: len(rows)]
    return Coverage(MONDAYS, areas, rows, tuple(map(sum, zip(*rows, strict=True))) if rows else ())


def lines(figures: Figures, room: int = 76) -> list[str]:
    """Return the plots, line by line."""
    return drawn(figures, room).plain.split("\n")


def figures(**parts: object) -> Figures:
    """Return figures in which only these parts hold something."""
    empty: dict[str, object] = {"ratings": (), "coverage": coverage(), "beliefs": (), "promises": ()}
    return Figures(**{**empty, **parts})  # type: ignore[arg-type]


def test_an_area_stands_on_a_line_from_0_to_10() -> None:
    """The newest number, the one before and another's each have a shape, and stand in words beside it."""
    given = ((date(2025, 7, 1), 4, None), (date(2025, 8, 1), 7, None), (date(2025, 8, 2), 6, "Mira"))
    row = lines(figures(ratings=tuple(Rating(HEALTH, *one) for one in given)))[2]
    assert row == "Health        · · · · ○ · ▲ ● · · ·  7 on 1 August 2025, before 4, Mira 6"


def test_a_number_given_twice_stands_as_the_newest() -> None:
    """Where the shapes fall on one place, the newest own one is drawn; the words hold them all."""
    ratings = (
        Rating(HEALTH, MONDAYS[0], 5, None),
        Rating(HEALTH, MONDAYS[1], 5, None),
        Rating(HEALTH, MONDAYS[1], 5, "Jo"),
    )
    row = lines(figures(ratings=ratings))[2]
    assert "· · · · · ● · · · · ·" in row
    assert row.endswith("before 5, Jo 5")


def test_each_week_has_a_bar_for_each_area() -> None:
    """The tallest bar is the fullest week of all, no entry is a dot, and the months stand above their weeks."""
    head, key, months, health, work = lines(figures(coverage=coverage((1, 0, 4) + (0,) * 10, (8,) * 13)))
    assert (head, key) == (words.PLOT_COVERAGE, words.PLOT_COVERAGE_KEY)
    assert health.startswith("Health        ▁ · ▄ ·")
    assert work.count("█") == 13
    assert months.strip() == "Jul       Aug     Sep"  # the quarter's first week begins in June and lies in July
    assert "2 of 13 weeks, most 4" in health


def test_a_belief_shows_its_weeks_beneath_its_words() -> None:
    """Said, against, and both in one week, each by its own shape."""
    track = BeliefTrack("It's all on me.", (MONDAYS[0], MONDAYS[2]), (MONDAYS[2], MONDAYS[4]))
    said, row = lines(figures(beliefs=(track,)))[2:]
    assert said == "“It's all on me.”"
    assert row.split()[:5] == ["●", "·", "◆", "·", "×"]
    assert row.endswith("2 for, 2 against")


def test_a_commitment_runs_from_its_day_to_its_end() -> None:
    """How it ended is a shape and a word; a question mark where only a later line seems to tell it."""
    kept = PromiseTrack("call Mark", MONDAYS[1], None, Outcome.KEPT, MONDAYS[3])
    slipped = PromiseTrack("sleep by eleven", MONDAYS[2], None, Outcome.SLIPPED, MONDAYS[2], sure=False)
    rows = lines(figures(promises=(kept, slipped)))
    assert rows[3].strip().startswith("· ────● ·")
    assert rows[3].endswith(" kept")
    assert "×" in rows[5]
    assert rows[5].endswith(" slipped?")


def test_a_year_fits_a_small_terminal() -> None:
    """Fifty-three weeks, an area's name and its numbers stay within 76 cells."""
    weeks = tuple(date(2024, 12, 30) + timedelta(weeks=week) for week in range(53))
    whole = Coverage(weeks, (HEALTH,), ((3,) * 53,), (3,) * 53)
    track = BeliefTrack("It's all on me.", weeks, weeks[:3])
    for line in lines(figures(coverage=whole, beliefs=(track,))):
        assert len(line) <= 76 + len(" 53 of 53 weeks, most 3"), line
    assert len(lines(figures(coverage=whole))[3].split("█ ")[0]) <= 76


def test_nothing_to_draw_says_what_it_takes() -> None:
    """An empty page is never left without a word."""
    assert lines(figures()) == [words.PLOTS_NONE]


def test_what_a_record_says_commands_no_terminal() -> None:
    """Control characters in a belief, a commitment and a name do not come through."""
    evil = "calm\x1b]52;c;aGk=\x07\u202e"
    made = figures(
        ratings=(Rating(HEALTH, MONDAYS[0], 5, evil),),
        beliefs=(BeliefTrack(evil, (MONDAYS[0],), ()),),
        promises=(PromiseTrack(evil, MONDAYS[0], None, Outcome.OPEN, None),),
    )
    assert not {"\x1b", "\x07", "\u202e"} & set(drawn(made, 76).plain)
