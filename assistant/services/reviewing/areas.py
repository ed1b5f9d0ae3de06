"""What is wanted and where each area is: the vision as it stood and changed, the person's numbers, their own lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from assistant.core.entry import Quotation
from assistant.core.ids import Area
from assistant.core.records import Purpose, Reality, Vision
from assistant.core.review import Block, Dated, Fact, Part, Section, Stated, Table, Topic
from assistant.insight.drift import Moved
from assistant.insight.trend import weeks_of
from assistant.reading.leaning import leans
from assistant.services.reviewing.alone import shares_with
from assistant.services.reviewing.beliefs import taken_for_granted
from assistant.services.reviewing.closeness import shares_a_name_only
from assistant.services.reviewing.gathered import Gathered
from assistant.services.reviewing.reckoned import reckoned
from assistant.services.reviewing.words import ReviewWords, named
from assistant.services.reviewing.written import THIN_ENTRIES, section, weighty_lines

LINES_SHOWN: Final = 2
"""Lines of an area: seven areas fill a page and a half."""

ROWS_LEAST: Final = 2
"""Areas that make a table; one alone is said in words."""

WORDS_LEAST: Final = 5
"""Shorter lines ("Friday.", "We left the table.") come close to anything."""

CLOSE_FIT: Final = 0.52
"""Fit from which a line that holds two telling words of the person's own is quoted; fainter ones are counted only."""


def vision(gathered: Gathered, words: ReviewWords) -> Section | None:
    """Say what was wanted, since when, and how it was put before it changed."""
    facts = [*_purpose(gathered, words)]
    for area in gathered.areas:
        versions = gathered.visions.get(area, ())
        if versions:
            facts += _versions(gathered, words, area, versions)
    return section(Topic.VISION, words, [Block((), tuple(facts))]) if facts else None


def _purpose(gathered: Gathered, words: ReviewWords) -> Iterator[Fact]:
    if not gathered.purposes:
        return
    now = gathered.purposes[-1]
    yield words.fact("purpose", day=Dated(now.set_on), statement=_stated(now))
    if gathered.within(now.set_on) and len(gathered.purposes) > 1:
        before = gathered.purposes[-2]
        yield words.fact("purpose_before", day=Dated(before.set_on), statement=_stated(before))


def _versions(gathered: Gathered, words: ReviewWords, area: Area, versions: Sequence[Vision]) -> Iterator[Fact]:
    now = versions[-1]
    other = [one for one in versions if one.statement != now.statement]
    inside = gathered.within(now.set_on)
    name = "vision_changed" if inside and other else "vision_new" if inside else "vision"
    yield words.fact(name, area=named(area), day=Dated(now.set_on), statement=_stated(now))
    if inside and other:
        yield words.fact("vision_before", day=Dated(other[-1].set_on), statement=_stated(other[-1]))


def areas(gathered: Gathered, words: ReviewWords, had: Sequence[Quotation] = ()) -> Section | None:
    """Say of each area that is wanted or rated where it is, with lines that no other section stands on."""
    blocks, table = [], _table(gathered, words)
    elsewhere = (*_quoted_elsewhere(gathered), *had)
    for area in gathered.areas:
        numbers, close = tuple(_numbers(gathered, words, area)), tuple(_close(gathered, words, area, elsewhere))
        wanted = gathered.standing(area) is not None or bool(gathered.rated(area))
        counted = tuple(_reckoned(gathered, words, area, elsewhere))
        shown = (*counted, *(close or tuple(_plainest(gathered, words, area, elsewhere))))
        heard = _named(gathered, words, area) if table is None and gathered.drawn(area) else ()
        facts = (*numbers, *heard, *shown)
        told = numbers or shown or (wanted and table is None)  # else the table says all there is to say
        if facts and told:
            blocks.append(Block((named(area),), facts))
    if not blocks and table is None:
        return None
    made = section(Topic.AREAS, words, blocks, table)
    own = blocks and (gathered.visions or gathered.realities)  # else there is no number and no word of theirs to hold
    return made if own else replace(made, lead="")


def quoted_of_areas(
    gathered: Gathered, others: Sequence[Section], had: Sequence[Quotation]
) -> dict[Area, tuple[Quotation, ...]]:
    """Return the lines that are shown of each area: here, and where the days left what is wanted."""
    elsewhere = (*_quoted_elsewhere(gathered), *had)
    left = {block.heading: block for one in others if one.topic is Topic.DRIFT for block in one.blocks}
    found: dict[Area, tuple[Quotation, ...]] = {}
    for area in gathered.areas:
        drifted = [line for fact in left[named(area),].facts for line in fact.lines] if (named(area),) in left else []
        close = close_lines(gathered, area, elsewhere)
        plainest = () if close else _plainest_line(gathered, area, elsewhere)
        if shown := (*drifted, *_counted(gathered, area, elsewhere), *close, *plainest):
            found[area] = shown
    return found


def _close(gathered: Gathered, words: ReviewWords, area: Area, had: Sequence[Quotation]) -> Iterator[Fact]:
    if shown := close_lines(gathered, area, had):
        yield words.fact("near" if len(shown) > 1 else "near_once", lines=shown)


def _reckoned(gathered: Gathered, words: ReviewWords, area: Area, had: Sequence[Quotation]) -> Iterator[Fact]:
    if lines := _counted(gathered, area, had):
        yield words.fact("reckoned", lines=lines)


def _counted(gathered: Gathered, area: Area, had: Sequence[Quotation]) -> tuple[Quotation, ...]:
    line = reckoned(gathered).get(area)
    return (line,) if line is not None and not shares_with(line, had) else ()


def _quoted_elsewhere(gathered: Gathered) -> tuple[Quotation, ...]:
    """Return the lines that other sections quote because they say more than their area; a short page has none."""
    if len(gathered.entries) < THIN_ENTRIES:
        return ()
    return (*weighty_lines(gathered), *taken_for_granted(gathered))


def _plainest(gathered: Gathered, words: ReviewWords, area: Area, elsewhere: tuple[Quotation, ...]) -> Iterator[Fact]:
    """Quote the line that is most plainly about an area, where none holds the person's own words for it."""
    if lines := _plainest_line(gathered, area, elsewhere):
        yield words.fact("about", lines=lines)


def _plainest_line(gathered: Gathered, area: Area, elsewhere: Sequence[Quotation]) -> tuple[Quotation, ...]:
    line = gathered.plainest.get(area)
    want = gathered.standing(area)
    of_a_name = want is not None and shares_a_name_only(line.text, want.statement) if line is not None else False
    return (line,) if line is not None and not of_a_name and not shares_with(line, elsewhere) else ()


def _named(gathered: Gathered, words: ReviewWords, area: Area) -> Iterator[Fact]:
    about = gathered.named.about(area, gathered.entries)
    if not about:
        return
    counted = tuple(entry.id for entry in about)
    written = words.count("week", len(weeks_of([entry.written_at.date() for entry in gathered.entries])))
    first = Dated(about[0].written_at.date(), about[0].id, gathered.named.matter(area, about[0]))
    weeks = len(weeks_of([entry.written_at.date() for entry in about]))
    if len(about) == 1:
        yield words.fact("named_once", counted=counted, written=written, first=first)
    else:
        yield words.fact("named", counted=counted, weeks=str(weeks), written=written, first=first)


def _numbers(gathered: Gathered, words: ReviewWords, area: Area) -> Iterator[Fact]:
    rated = gathered.rated(area)
    now = [one for one in rated if gathered.within(one.observed_on)]
    if now:
        newest = now[-1]
        yield words.fact("rated", day=Dated(newest.observed_on), rating=newest.rating, text=_observed(newest))
        before = next((one for one in reversed(rated[: rated.index(newest)])), None)
        if before is not None:
            yield words.fact("rated_before", day=Dated(before.observed_on), rating=before.rating)
    elif rated:
        last = rated[-1]
        yield words.fact("rated_earlier", day=Dated(last.observed_on), rating=last.rating, text=_observed(last))


def _table(gathered: Gathered, words: ReviewWords) -> Table | None:
    """Set the areas that are drawn beside the time before; a column in which nothing stands is left out."""
    columns = words.words.columns
    nothing: tuple[Part, ...] = (columns["blank"],)
    rows: list[tuple[tuple[Part, ...], ...]] = []
    for area in filter(gathered.drawn, gathered.areas):
        cells = tuple(cell or nothing for cell in _figures(gathered, words, area))
        if any(cell != nothing for cell in cells):
            rows.append(((named(area),), *cells))
    if len(rows) < ROWS_LEAST:
        return None
    names = ("area", "number", "number_before", "weeks", "weeks_before")
    kept = [at for at in range(len(names)) if any(row[at] != nothing for row in rows)]
    head = tuple(columns[names[at]] for at in kept)
    told = ["areas", *(names[at] for at in kept), "sure"]
    explained = [words.words.tables[name] for name in told if name in words.words.tables]
    return Table(" ".join(explained), head, tuple(tuple(row[at] for at in kept) for row in rows))


def _figures(gathered: Gathered, words: ReviewWords, area: Area) -> Iterator[tuple[Part, ...]]:
    """Yield an area's number now and before, and its weeks now and before; empty for nothing.

    Days close and away are not among them: what is heard of them is too little for a figure beside others, and the
    lines themselves stand below. An area that drifted in words nobody recognised would show a dash as if it had not.
    """
    rated = gathered.rated(area)
    now = [one for one in rated if gathered.within(one.observed_on)]
    before = [one for one in rated if one.observed_on < gathered.period.first]
    yield number(now[-1]) if now else ()
    yield number(before[-1]) if before else ()
    weeks = [
        tuple(
            len(weeks_of([one.written_at.date() for one in some]))
            for some in (gathered.named.about(area, entries), entries)
        )
        for entries in (gathered.entries, gathered.entries_before)
    ]
    compared = all(heard for heard, written in weeks if written)  # beside a dash, a number says that it is news
    for heard, written in weeks:
        yield (words.of(heard, written),) if heard and compared else ()


def number(rated: Reality) -> tuple[Part, ...]:
    """Return a rating with its day."""
    return (f"{rated.rating} (", Dated(rated.observed_on), ")")


def close_lines(gathered: Gathered, area: Area, had: Sequence[Quotation] = ()) -> tuple[Quotation, ...]:
    """Return the lines that are shown of an area as holding the person's own words for what they want."""
    near = gathered.near(area)
    fresh = [one for one in near if not shares_with(gathered.told.lines[one.row].quotation, had)]
    return best_lines(gathered, fresh, LINES_SHOWN)


def best_lines(gathered: Gathered, moves: Sequence[Moved], most: int) -> tuple[Quotation, ...]:
    """Return the clearest lines, one a day, in the order of time."""
    chosen: dict[object, Moved] = {}
    for move in sorted(moves, key=lambda one: (-one.fit, one.day, one.row)):
        text = gathered.told.lines[move.row].quotation.text
        fits = move.fit >= CLOSE_FIT and len(text.split()) >= WORDS_LEAST and not leans(text)
        if fits and len(chosen) < most:
            chosen.setdefault(move.day, move)
    ordered = sorted(chosen.values(), key=lambda one: (one.day, one.row))
    return tuple(gathered.alone(gathered.told.lines[move.row].quotation) for move in ordered)


def _stated(record: Purpose | Vision) -> Stated:
    return Stated(record.statement, record.set_on, record.id)


def _observed(record: Reality) -> Stated:
    return Stated(record.text, record.observed_on, record.id)
