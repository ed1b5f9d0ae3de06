"""What the person said they would do, what others said of them, and what they do well: from their records."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Final

from assistant.core.entry import Quotation
from assistant.core.records import Commitment, Feedback, Outcome, Reality
from assistant.core.review import Block, Dated, Fact, Section, Stated, Topic
from assistant.core.span import Span
from assistant.insight.outcomes import gives_up_on, told_outcome
from assistant.reading.came_off import came_off, was_praised
from assistant.reading.leaning import leans
from assistant.services.commitments import HeldCommitment
from assistant.services.reviewing.alone import shares_with
from assistant.services.reviewing.areas import close_lines
from assistant.services.reviewing.beliefs import ENTRY_MOST, alike_said, owned_said, spread, taken_for_granted
from assistant.services.reviewing.closeness import names_a_matter
from assistant.services.reviewing.gathered import Gathered
from assistant.services.reviewing.later import may_be_kept, may_tell
from assistant.services.reviewing.outcomes import none_tells, untold
from assistant.services.reviewing.words import Filling, ReviewWords, named
from assistant.services.reviewing.written import section, weighty_lines

COMMITMENTS_SHOWN: Final = 12
LINES_SHOWN: Final = 3

DONE_SHOWN: Final = 4
DONE_WORDS: Final = (4, 32)
"""A line of something that came off has at least and at most so many words, to say by itself what it was."""

_JOINED: Final = re.compile(r"^[\W_]*(?:and|but|so|or|then|because|yet|nor)\b", re.IGNORECASE)
_ALONE: Final = re.compile(r"\b(?:on my own|by myself|without (?:any )?help)\b", re.IGNORECASE)
_HELP: Final = re.compile(r"\b(?:ask(?:ed|ing)?|help(?:s|ed)?|cope)\b", re.IGNORECASE)
_NO_TO_WHAT: Final = re.compile(r"\bsaid no\b(?!\s+to\s)", re.IGNORECASE)

_FINISHED: Final = re.compile(
    r"\b(?:finished|ended|ending|completed|a record|passed|won|held out|did not give in|first time in my life)\b",
    re.IGNORECASE,
)

LEARNED_IN: Final = "after-action-review"
LEARNED_STEPS: Final = ("difference", "keep", "elsewhere")
"""Steps of that practice whose answers say what was learned."""

_ORDER: Final = (Outcome.KEPT, Outcome.SLIPPED, Outcome.CHANGED, Outcome.OPEN)


def commitments(gathered: Gathered, words: ReviewWords) -> Section | None:
    """Say what was promised, with the line that tells what became of it, and what was learned."""
    held = commitments_within(gathered)
    facts = [_promised(gathered, words, one) for one in held[:COMMITMENTS_SHOWN]]
    if len(held) > COMMITMENTS_SHOWN:
        facts.append(words.fact("more_commitments", count=len(held) - COMMITMENTS_SHOWN))
    blocks = [Block((), tuple(facts))] if facts else []
    learned = tuple(_learned(gathered, words))
    blocks += [Block((), learned)] if learned else []
    return section(Topic.COMMITMENTS, words, blocks) if blocks else None


def commitments_within(gathered: Gathered) -> list[HeldCommitment]:
    """Return what was promised, fell due or was settled in the period: kept, slipped, changed, open, each by day."""
    return sorted(
        (held for held in gathered.commitments_told if any(gathered.within(day) for day in _days(held))),
        key=lambda held: (_ORDER.index(held.commitment.outcome), held.commitment.made_on, held.commitment.id),
    )


def _days(held: HeldCommitment) -> Iterator[date]:
    yield held.commitment.made_on
    if held.commitment.due is not None:
        yield held.commitment.due
    if held.shown is not None:
        yield held.shown.written_at.date()


def _promised(gathered: Gathered, words: ReviewWords, held: HeldCommitment) -> Fact:
    made = held.commitment
    slots: dict[str, Filling] = {"day": _made(made), "quote": made.quotation or _stated(made)}
    name = made.outcome.value if held.shown is None else f"{made.outcome.value}_reads"
    shown: tuple[Quotation, ...] = (_telling(gathered, made.what, held.shown),) if held.shown else ()
    if untold(gathered, held):
        shown = may_tell(gathered, held)
        kept = may_be_kept(gathered, made, shown)
        shown = kept or shown
        name = "kept_reads" if kept else "perhaps" if shown else "untold" if none_tells(gathered, held) else "became"
    if made.due is not None and made.due > made.made_on:
        name, slots["due"] = f"{name}_by", Dated(made.due)
    return Fact(words.parts(name, **slots), shown)


def _telling(gathered: Gathered, what: str, line: Quotation) -> Quotation:
    """Return the line that shows an outcome, with the sentence after it where only that one tells it."""
    row = next(iter(gathered.told.rows_of([line])), None)
    following = gathered.told.following(row) if row is not None else ""
    if row is None or told_outcome(line.text) is not None or gives_up_on(what, line.text):
        return line
    if told_outcome(line.text, following) is None:
        return line
    after = gathered.told.lines[row + 1].quotation
    return Quotation.cut(gathered.told.entries[line.entry], Span(line.span.start, after.span.end))


def _made(made: Commitment) -> Dated:
    entry = made.quotation.entry if made.quotation else None
    return Dated(made.quotation.written_at.date() if made.quotation else made.made_on, entry)


def _stated(made: Commitment) -> Stated:
    return Stated(made.what, made.made_on, made.id)


def _learned(gathered: Gathered, words: ReviewWords) -> Iterator[Fact]:
    for sheet in gathered.worksheets:
        if sheet.practice != LEARNED_IN or not gathered.within(sheet.made_on):
            continue
        for line in sheet.lines:
            if line.step in LEARNED_STEPS:
                text: Filling = line.quotation or Stated(line.text, sheet.made_on, sheet.id)
                day = Dated(sheet.made_on)
                yield words.fact("learned", title=sheet.title, day=day, step=line.title, text=text)


# ------------------------------------------------------------------------------------------- what others said


def feedback(gathered: Gathered, words: ReviewWords) -> Section | None:
    """Set what others said beside the person's own number."""
    told = [one for one in gathered.feedback if gathered.within(one.told_on)]
    told_numbers = [one for one in gathered.realities if one.told_by and gathered.within(one.observed_on)]
    blocks = []
    for area in gathered.areas:
        facts = [_told(words, one) for one in told if one.area == area]
        facts += [_told_number(words, one) for one in told_numbers if one.area == area]
        rated = [one for one in gathered.rated(area) if one.observed_on <= gathered.until]
        if facts and rated:
            facts.append(words.fact("told_own", rating=rated[-1].rating, day=Dated(rated[-1].observed_on)))
        if facts:
            blocks.append(Block((named(area),), tuple(facts)))
    return section(Topic.FEEDBACK, words, blocks) if blocks else None


def _told(words: ReviewWords, one: Feedback) -> Fact:
    slots: dict[str, Filling] = {
        "day": Dated(one.told_on), "who": one.told_by, "text": Stated(one.text, one.told_on, one.id),
    }  # fmt: skip
    if one.rating is None:
        return Fact(words.parts("told", **slots))
    return Fact(words.parts("told_rated", rating=one.rating, **slots))


def _told_number(words: ReviewWords, one: Reality) -> Fact:
    text = Stated(one.text, one.observed_on, one.id)
    return words.fact("told_rated", day=Dated(one.observed_on), who=one.told_by or "", rating=one.rating, text=text)


# ------------------------------------------------------------------------------------------- strengths


def strengths(gathered: Gathered, words: ReviewWords) -> Section | None:
    """Name the strengths that the period's entries show, or that were noted in it, and lines that may show more."""
    blocks = []
    for strength, noted in gathered.strengths:
        inside: list[Quotation] = gathered.inside(strength.evidence)
        facts = [words.fact("strength", lines=spread(inside, LINES_SHOWN))] if inside else []
        if gathered.within(noted):
            facts.append(words.fact("strength_noted", day=Dated(noted)))
        if facts:
            heading = Stated(strength.statement, noted, strength.id)
            blocks.append(Block((heading,), tuple(facts)))
    told = {line for block in blocks for fact in block.facts for line in fact.lines}
    if lines := tuple(one for one in done_well(gathered) if one not in told):
        blocks.append(Block((), (words.fact("done" if len(lines) > 1 else "done_once", lines=lines),)))
    return section(Topic.STRENGTHS, words, blocks) if blocks else None


def done_well(gathered: Gathered) -> tuple[Quotation, ...]:
    """Return lines that tell of something the person did, held out in or was praised for, spread over the period.

    Where others are left, those are left out that stand with an area already, or do not name what was done ("Did it!").
    """
    least, most = DONE_WORDS
    found = []
    for line in gathered.told.lines:
        text = line.quotation.text
        stands = gathered.within(line.day) and least <= len(text.split()) <= most
        if stands and not _goes_on(text) and (was_praised(text) or (line.own and came_off(text))):
            found.append(line.quotation)
    near = [one for area in gathered.areas for one in close_lines(gathered, area)]  # they are shown there already
    near += [*weighty_lines(gathered), *gathered.plainest.values()]
    near += [one for held in alike_said(gathered) for one in held.belief.counter_evidence]
    quoted = Counter(one.entry for one in (*weighty_lines(gathered), *taken_for_granted(gathered)))
    found = [
        one for one in found if quoted[one.entry] < ENTRY_MOST and not (_ALONE.search(one.text) and _asks(gathered))
    ]
    fresh = [one for one in found if not shares_with(one, near)] or found
    fresh = [one for one in fresh if names_a_matter(one.text)] or fresh
    whole = spread([one for one in fresh if told_whole(one.text)], DONE_SHOWN)
    days = {one.written_at.date() for one in whole}
    left = [one for one in fresh if one.written_at.date() not in days]
    rest = spread(left, DONE_SHOWN - len(whole)) if len(whole) < DONE_SHOWN else ()
    return tuple(sorted((*whole, *rest), key=lambda one: (one.written_at, one.span)))


def told_whole(text: str) -> bool:
    """Say whether a line tells what was finished, measured or found good: that goes before what was merely done."""
    return was_praised(text) or _FINISHED.search(text) is not None


def _asks(gathered: Gathered) -> bool:
    """Say whether the page shows a belief about asking for help: then having done without it is no strength there."""
    held = [one.belief.statement for one in (*owned_said(gathered), *alike_said(gathered))]
    return any(_HELP.search(text) for text in (*held, *(one.text for one in taken_for_granted(gathered))))


def _goes_on(text: str) -> bool:
    """Say whether a line leans on what went before: by its first word, or by a "no" to something unnamed."""
    return leans(text) or _JOINED.search(text) is not None or _NO_TO_WHAT.search(text) is not None
