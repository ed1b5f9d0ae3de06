"""What was written, what was not, and how it stands beside the time before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from assistant.core.calendar import Days, moved, week_of
from assistant.core.entry import Entry, Quotation
from assistant.core.ids import Area
from assistant.core.records import Outcome
from assistant.core.review import Block, Dated, Fact, Section, Stated, Table, Topic
from assistant.insight.trend import weeks_of
from assistant.reading.leaning import leans
from assistant.reading.sentences import split_sentences
from assistant.services.reviewing.felt import felt_lines, held_beside
from assistant.services.reviewing.gathered import Gathered
from assistant.services.reviewing.outcomes import any_untold
from assistant.services.reviewing.weightiest import longest_told, set_apart, terse
from assistant.services.reviewing.wordings import sentence_with
from assistant.services.reviewing.words import ReviewWords, named

THIN_ENTRIES: Final = 5
"""Fewer entries than this make a short review that says so."""

SILENT_DAYS: Final = 21
"""A stretch without an entry is told of from three weeks on: shorter ones are a holiday or a cold."""

THIN_LINES: Final = 4
TELLING_WORDS: Final = (5, 30)
"""A line that stands for an entry has at least and at most so many words, where there is one."""


def written(gathered: Gathered, words: ReviewWords) -> Section:
    """Say how much was written, and of very little which lines."""
    entries, period = gathered.entries, gathered.period
    if not entries:
        first, last = Dated(period.first), Dated(gathered.until)
        facts = [words.fact("wrote_nothing", first=first, last=last)]
    else:
        facts = [*_amounts(gathered, words), *(_gaps(gathered, words) if len(entries) >= THIN_ENTRIES else ())]
        felt = felt_lines(gathered)
        name = "felt" if len(felt) > 1 else "felt_once"
        facts += [words.fact(name, lines=felt)] if felt and len(entries) >= THIN_ENTRIES else []
        beside = held_beside(gathered, felt)
        facts += [words.fact("beside", lines=beside, against=True)] if beside and len(entries) >= THIN_ENTRIES else []
        facts += _weighty(gathered, words, felt) if len(entries) >= THIN_ENTRIES else ()
    if 0 < len(entries) < THIN_ENTRIES:
        facts.append(words.fact("wrote_little", stretch=words.stretch(period.stretch)))
        lines = tuple(line for line in map(telling_line, entries[:THIN_LINES]) if line is not None)
        facts += [words.fact("quoted_line", lines=lines)] if lines else []
    return section(Topic.WRITTEN, words, [Block((), tuple(facts))])


def _amounts(gathered: Gathered, words: ReviewWords) -> Iterator[Fact]:
    entries = gathered.entries
    counted = tuple(entry.id for entry in entries)
    first, last = (Dated(one.written_at.date(), one.id) for one in (entries[0], entries[-1]))
    days = [entry.written_at.date() for entry in entries]
    amount = words.count("entry", len(entries))
    if len(set(days)) == 1:
        yield words.fact("wrote_once", counted=counted, entries=amount, first=first)
        return
    all_weeks = words.count("week", len(weeks_until(gathered)))
    yield words.fact(
        "wrote", counted=counted, entries=amount, days=words.count("day", len(set(days))),
        weeks=str(len(weeks_of(days))), all_weeks=all_weeks, first=first, last=last,
    )  # fmt: skip


def _weighty(gathered: Gathered, words: ReviewWords, felt: Sequence[Quotation]) -> Iterator[Fact]:
    """Show what the writer gave most room to, set apart, or said in one line where others got a page."""
    if long := longest_told(gathered, felt):
        yield words.fact("longest" if len(long) > 1 else "longest_once", lines=long)
    if apart := set_apart(gathered, [*felt, *long]):
        yield words.fact("apart" if len(apart) > 1 else "apart_once", lines=apart)
    if short := terse(gathered):
        yield words.fact("terse" if len(short) > 1 else "terse_once", lines=short)


def weighty_lines(gathered: Gathered) -> tuple[Quotation, ...]:
    """Return what this section quotes."""
    if len(gathered.entries) < THIN_ENTRIES:
        return ()
    felt = felt_lines(gathered)
    long = longest_told(gathered, felt)
    return (*felt, *long, *set_apart(gathered, [*felt, *long]))


def weeks_until(gathered: Gathered) -> list[date]:
    """Return the Mondays of the period's weeks, as far as it is known."""
    return [monday for monday in gathered.period.weeks() if monday <= gathered.until]


def telling_line(entry: Entry) -> Quotation | None:
    """Return a line that stands for an entry: its first sentence that says enough; None where it holds no words."""
    spans = split_sentences(entry.text)
    least, most = TELLING_WORDS
    saying = [span for span in spans if least <= len(span.of(entry.text).split()) <= most]
    fitting = [span for span in saying if not leans(span.of(entry.text))] or saying
    chosen = next(iter(fitting or spans), None)
    return Quotation.cut(entry, chosen) if chosen is not None else None


# ------------------------------------------------------------------------------------------- what was not written


def unwritten(gathered: Gathered, words: ReviewWords) -> Section | None:
    """Name the areas that no entry speaks of; weeks without any entry are told of beside how much was written."""
    if len(gathered.entries) < THIN_ENTRIES:
        return None
    facts = [fact for area in silent_areas(gathered) for fact in _unnamed(gathered, words, area)]
    return section(Topic.UNWRITTEN, words, [Block((), tuple(facts))]) if facts else None


def silent_areas(gathered: Gathered) -> list[Area]:
    """Return the areas that nothing in the period speaks of, those with a vision first."""
    own = {entry.id for entry in gathered.entries}
    silent = [area for area in gathered.areas if not gathered.named.touched_by.get(area, set()) & own]
    return sorted(silent, key=lambda area: gathered.standing(area) is None)


def _unnamed(gathered: Gathered, words: ReviewWords, area: Area) -> Iterator[Fact]:
    about = gathered.named.touched_by.get(area, set())
    earlier = [one for one in gathered.told.entries.values() if one.id in about]
    last = max((one for one in earlier if one.written_at.date() < gathered.period.first), key=_when, default=None)
    if last is not None:
        entries = words.count("entry", len(gathered.entries))
        yield words.fact(
            "unnamed",
            area=named(area),
            entries=entries,
            last=Dated(last.written_at.date(), last.id, gathered.named.matter(area, last)),
        )
    elif gathered.standing(area) is not None or gathered.rated(area):
        since = max(gathered.since, min(gathered.told.days(), default=gathered.since))
        yield words.fact("unnamed_long", area=named(area), since=Dated(since), until=Dated(gathered.until))


def _gaps(gathered: Gathered, words: ReviewWords) -> Iterator[Fact]:
    """Tell of the longest stretch without an entry, and of how many weeks had none."""
    days = {entry.written_at.date() for entry in gathered.entries}
    gap = longest_gap(gathered)
    if gap is None:
        return
    full = {monday for monday, count in Counter(week_of(day).first for day in _begun(gathered)).items() if count == 7}
    empty = words.count("full_week", len(full - {week_of(day).first for day in days}))
    yield words.fact("unwritten_weeks", weeks=empty, first=Dated(gap.first), last=Dated(gap.last))


def longest_gap(gathered: Gathered) -> Days | None:
    """Return the longest stretch without an entry, where it is long; the time before the very first one is none."""
    begun = _begun(gathered)
    days = sorted({entry.written_at.date() for entry in gathered.entries})
    if not begun or not days:
        return None
    edges = [moved(begun[0], -1), *days, moved(begun[-1], 1)]
    before, after = max(pairwise(edges), key=lambda pair: pair[1] - pair[0])
    return Days(moved(before, 1), moved(after, -1)) if (after - before).days > SILENT_DAYS else None


def _begun(gathered: Gathered) -> list[date]:
    """Return the days of the period since the first entry that is known."""
    first = max(gathered.period.first, min(gathered.told.days(), default=gathered.until))
    return [moved(first, number) for number in range((gathered.until - first).days + 1)]


# ------------------------------------------------------------------------------------------- beside the time before


def earlier(gathered: Gathered, words: ReviewWords) -> Section | None:
    """Set the period beside the one before it, and give back what its questions were answered with."""
    then = gathered.entries_before
    answered = tuple(_answered(gathered, words))
    if not then or len(gathered.entries) < THIN_ENTRIES:
        return section(Topic.EARLIER, words, [Block((), answered)]) if answered else None
    facts = [_wrote_before(gathered, words, then), *_ended(gathered, words), *_moving(gathered, words)]
    return section(Topic.EARLIER, words, [Block((), (*facts, *answered))])


def _wrote_before(gathered: Gathered, words: ReviewWords, then: Sequence[Entry]) -> Fact:
    days_then, days_now = ({one.written_at.date() for one in entries} for entries in (then, gathered.entries))
    return words.fact(
        "wrote_before", counted=tuple(entry.id for entry in (*then, *gathered.entries)),
        first=Dated(gathered.before.first), last=Dated(gathered.before.last), entries=words.count("entry", len(then)),
        days=words.count("day", len(days_then)), now_entries=str(len(gathered.entries)), now_days=str(len(days_now)),
    )  # fmt: skip


def _moving(gathered: Gathered, words: ReviewWords) -> Iterator[Fact]:
    """Tell of words that came up more often than in the period before, and less often."""
    for name, several in zip(("more_of", "less_of"), gathered.moving, strict=True):
        for moving in several:
            days, before = moving.days
            yield words.fact(
                name, word=moving.word, days=words.days(days), before=words.days(before),
                first=Dated(gathered.before.first), last=Dated(gathered.before.last),
                newest=Dated(moving.last.written_at.date(), moving.last.id, sentence_with(moving.last, moving.word)),
            )  # fmt: skip


def _ended(gathered: Gathered, words: ReviewWords) -> Iterator[Fact]:
    """Count the commitments that were settled in each of the two periods, where it is known of every one."""
    if any_untold(gathered, gathered.before.first):
        return  # "0 slipped" beside a promise that is asked about would be a guess
    then = _settled(gathered, gathered.before.first, gathered.before.last)
    now = _settled(gathered, gathered.period.first, gathered.until)
    if then and now:  # beside none that is told of, a number says nothing
        first, last = Dated(gathered.before.first), Dated(gathered.before.last)
        kept, slipped = then[Outcome.KEPT], then[Outcome.SLIPPED]
        now_kept, now_slipped = now[Outcome.KEPT], now[Outcome.SLIPPED]
        yield words.fact(
            "ended_before",
            first=first,
            last=last,
            kept=kept,
            slipped=slipped,
            now_kept=now_kept,
            now_slipped=now_slipped,
        )


def _settled(gathered: Gathered, first: date, last: date) -> Counter[Outcome]:
    """Count the outcomes of what was shown or came due in a stretch of days."""
    ends = [
        (held.commitment.outcome, held.shown.written_at.date() if held.shown else held.commitment.due or date.min)
        for held in gathered.commitments_told
    ]
    return Counter(outcome for outcome, day in ends if first <= day <= last and outcome is not Outcome.OPEN)


def _answered(gathered: Gathered, words: ReviewWords) -> Iterator[Fact]:
    for record in gathered.closed:
        if record.period != gathered.before.name:
            continue
        for answer in record.answers:
            asked = Stated(answer.question, record.closed_on, record.id)
            yield words.fact(
                "asked_before", period=record.period, question=asked, day=day_of(answer.quotation),
                answer=answer.quotation,
            )  # fmt: skip


# ------------------------------------------------------------------------------------------- shared


def section(topic: Topic, words: ReviewWords, blocks: Sequence[Block], table: Table | None = None) -> Section:
    """Return a section with its title and lead."""
    return Section(topic, words.words.titles[topic], words.words.leads[topic], tuple(blocks), table)


def day_of(quotation: Quotation) -> Dated:
    """Return the day of a quotation, leading to its entry."""
    return Dated(quotation.written_at.date(), quotation.entry, quotation.span)


def _when(entry: Entry) -> tuple[object, int]:
    return entry.written_at, entry.sequence
