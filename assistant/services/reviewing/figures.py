"""The figures of a review: numbers by area, weeks by areas, when beliefs were said, how commitments ran."""

from __future__ import annotations

from datetime import date

from assistant.core.calendar import week_of
from assistant.core.ids import Area
from assistant.core.records import Outcome
from assistant.core.review import BeliefTrack, Coverage, Figures, PromiseTrack, Rating
from assistant.services.commitments import HeldCommitment
from assistant.services.reviewing.beliefs import OWNED_SHOWN, alike_said, owned_said
from assistant.services.reviewing.gathered import Gathered
from assistant.services.reviewing.outcomes import untold
from assistant.services.reviewing.said import COMMITMENTS_SHOWN, commitments_within
from assistant.services.reviewing.written import weeks_until


def figures(gathered: Gathered) -> Figures:
    """Return everything that a review draws."""
    ratings = tuple(
        Rating(one.area, one.observed_on, one.rating, one.told_by)
        for one in gathered.realities
        if gathered.since <= one.observed_on <= gathered.until
    )
    told = tuple(
        Rating(one.area, one.told_on, one.rating, one.told_by)
        for one in gathered.feedback
        if one.rating is not None and gathered.within(one.told_on)
    )
    shown = [held for held in commitments_within(gathered) if not untold(gathered, held)]  # drawn is what is known
    promises = tuple(_promise(held) for held in shown[:COMMITMENTS_SHOWN])
    return Figures((*ratings, *told), coverage(gathered), _beliefs(gathered), promises)


def coverage(gathered: Gathered) -> Coverage:
    """Count the entries of each week by area, of those that the page shows lines of."""
    weeks = tuple(weeks_until(gathered))
    areas = [area for area in gathered.areas if gathered.drawn(area)]
    days = [entry.written_at.date() for entry in gathered.entries]
    return Coverage(
        weeks,
        tuple(areas),
        tuple(_counted(weeks, _days_about(gathered, area)) for area in areas),
        _counted(weeks, days),
    )


def _days_about(gathered: Gathered, area: Area) -> list[date]:
    return [entry.written_at.date() for entry in gathered.named.about(area, gathered.entries)]


def _counted(weeks: tuple[date, ...], days: list[date]) -> tuple[int, ...]:
    counts = dict.fromkeys(weeks, 0)
    for day in days:
        counts[week_of(day).first] += 1
    return tuple(counts.values())


def _beliefs(gathered: Gathered) -> tuple[BeliefTrack, ...]:
    shown = [*owned_said(gathered)[:OWNED_SHOWN], *alike_said(gathered)]
    return tuple(
        BeliefTrack(
            held.belief.statement,
            tuple(one.written_at.date() for one in gathered.inside(held.belief.evidence)),
            tuple(one.written_at.date() for one in gathered.inside(held.belief.counter_evidence)),
        )
        for held in shown
    )


def _promise(held: HeldCommitment) -> PromiseTrack:
    made = held.commitment
    ended = held.shown.written_at.date() if held.shown else None
    if ended is None and made.outcome is not Outcome.OPEN:
        ended = made.due
    return PromiseTrack(made.what, made.made_on, made.due, made.outcome, ended, held.shown is None)
