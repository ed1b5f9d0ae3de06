"""Choose the three questions that a review ends with: each stands on something that is open, and code chooses it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from assistant.coaching.critic import Ground, faults_of
from assistant.core.entry import Quotation
from assistant.core.ids import Area
from assistant.core.reading import AssumptionKind
from assistant.core.records import Outcome
from assistant.core.review import Asked
from assistant.insight.wording import terms_said
from assistant.services.drift_words import area_words
from assistant.services.reviewing.alone import shares_with
from assistant.services.reviewing.areas import best_lines
from assistant.services.reviewing.beliefs import alike_said, owned_said, taken_for_granted
from assistant.services.reviewing.closeness import promised_words, says_undone, stated_words
from assistant.services.reviewing.course import loops_within, turned
from assistant.services.reviewing.drifted import drifts_within, showing, with_its_matter
from assistant.services.reviewing.felt import felt_lines
from assistant.services.reviewing.gathered import Gathered
from assistant.services.reviewing.later import may_tell
from assistant.services.reviewing.outcomes import untold
from assistant.services.reviewing.said import commitments_within, done_well, told_whole
from assistant.services.reviewing.weightiest import longest_told, set_apart
from assistant.services.reviewing.words import ReviewWords
from assistant.services.reviewing.written import longest_gap, silent_areas

MOST: Final = 3

CITED_WORDS: Final = 20
"""A longer line is not said back within a question; it stands beside it."""

ASKED_KINDS: Final = frozenset(
    {AssumptionKind.SHOULD, AssumptionKind.GENERALIZATION, AssumptionKind.ALL_OR_NOTHING, AssumptionKind.IDENTITY}
)
"""Kinds of lines that claim to be so at all times: of them it can be asked when it was not so."""

NOTHING_OF_THEIRS: Final = 2
"""Such a question is asked where there is no other."""

_WHICH: Final = "which one"

CLAUSE_WORDS: Final = 4
"""The beginning of a statement says something by itself from so many words on."""

_COUNT: Final = re.compile(
    r"(?<![\w.])(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand) ?"
    r"(?:(?!(?:of|the|and|was|is)\b)\w+ )?(?!(?:was|is|as|this|his|its|always|perhaps|yes|thus|us"
    r"|(?:minute|hour|day|night|morning|evening|week|month|year|decade|time)s)\b)[^\W\d]{2,}(?<!s)s\b",
    re.IGNORECASE,
)
"""A number of things: its noun stands in the plural. An hour, an age and how long it took count nothing."""
_OF_ALL: Final = re.compile(
    r"\b(?:every|each|all|one|none|any|some)(?: one)? (?:of )?(?:the |my |our |these |those )?$", re.IGNORECASE
)
"""Before a number of things these speak of the things."""

_FIRST_PERSON: Final = re.compile(r"(?<![\w'’])[Ii](?![\w])|(?<![\w])[Mm]y(?!\w)")

_SLOT: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Open:
    """Something that is open, and what a question about it may be filled with."""

    kind: str
    subject: str
    """Two questions never share it."""
    about: Quotation | None = None
    slots: Mapping[str, str] = field(default_factory=dict)
    several: bool = False
    """The page shows more than one such line: of one nobody can say which."""


def questions(
    gathered: Gathered, words: ReviewWords, may_quote: Callable[[Quotation], bool] = lambda _line: True
) -> tuple[Asked, ...]:
    """Return at most three questions, on three different things and of three different kinds."""
    worded = [
        (one, text)
        for one in _open(gathered, words)
        if (one.about is None or may_quote(one.about)) and (text := _worded(one, words, gathered.period.name))
    ]
    chosen: list[Asked] = []
    kinds: set[str] = set()
    for one, text in sorted(worded, key=lambda pair: _bare(*pair)):  # what holds a word of theirs first
        family = one.kind.partition("_")[0]
        taken = family in kinds or any(had.subject == one.subject for had in chosen)
        if len(chosen) < MOST and not taken and not (chosen and _bare(one, text) == NOTHING_OF_THEIRS):
            chosen.append(Asked(text, one.subject, one.about))
            kinds.add(family)
    return tuple(chosen)


def _bare(one: Open, text: str) -> int:
    """Return whether a question holds words of theirs, stands above a line of theirs, or could be asked of anybody."""
    if any(one.slots.get(slot, "\0") in text for slot in ("quote", "statement", "word")):
        return 0
    return 1 if one.about is not None or any(filled in text for filled in one.slots.values()) else NOTHING_OF_THEIRS


def _worded(one: Open, words: ReviewWords, name: str) -> str | None:
    """Return the first wording that is filled and that the critic passes; which comes first differs by subject."""
    ways = words.asking(one.kind)
    fitting = [way for way in ways if {*_SLOT.findall(way)} <= {*one.slots}]
    fitting = [way for way in fitting if one.several or _WHICH not in way]
    quoting = [way for way in fitting if {"quote", "statement"} & {*_SLOT.findall(way)}]
    plain = [way for way in fitting if way not in quoting]
    turn = int.from_bytes(hashlib.sha256(f"{name}\0{one.subject}".encode()).digest()[:4])
    for several in (quoting, plain):
        for place in range(len(several)):
            text = several[(turn + place) % len(several)].format(**one.slots)
            cited = tuple(one.slots[slot] for slot in ("quote", "statement", "word") if slot in one.slots)
            if not faults_of(text, Ground("", cited=cited, about_their_words=False)):
                return text
    return None


# ------------------------------------------------------------------------------------------- what is open


def _open(gathered: Gathered, words: ReviewWords) -> Iterator[Open]:
    """Yield what is open, what weighs most first."""
    yield from _drifts(gathered)
    yield from _beliefs(gathered)
    yield from _commitments(gathered)
    yield from _visions(gathered, words)
    yield from _moving(gathered, words)
    yield from _loops(gathered)
    tensions = list(_tensions(gathered))
    yield from (one for one in tensions if one.kind == "tension")
    for done in sorted(filter(_askable, done_well(gathered)), key=_done_first):
        yield _open_line(gathered, "done", _of_line(done), done)
    yield from (one for one in tensions if one.kind != "tension")
    for line in sorted(filter(_askable, _weighty(gathered)), key=lambda one: not _short(one.text)):  # said back first
        yield _open_line(gathered, "line", _of_line(line), line)
    if not gathered.entries or longest_gap(gathered) is not None:
        yield Open("silence", "silence")


def _weighty(gathered: Gathered) -> list[Quotation]:
    """Return the lines that name a feeling or are set apart, the newest first: what came after the first is known."""
    felt = felt_lines(gathered)
    apart = set_apart(gathered, [*felt, *longest_told(gathered, felt)])
    return sorted({*felt, *apart}, key=lambda one: (one.written_at, one.span), reverse=True)


def _done_first(line: Quotation) -> tuple[bool, bool]:
    """Put first what can be said back, and of that what was finished or found good."""
    return not _short(line.text), not told_whole(line.text)


def _askable(line: Quotation) -> bool:
    """Say whether a line can be asked about: of a count of houses nothing is still with anybody."""
    return all(_OF_ALL.search(line.text[: one.start()]) for one in _COUNT.finditer(line.text))


def _drifts(gathered: Gathered) -> Iterator[Open]:
    """Yield the drifts that still stand: of one that turned, asking again would say the line against them twice."""
    for held in sorted(drifts_within(gathered), key=lambda one: one.last is not None):
        if turned(gathered, held):
            continue
        evidence = gathered.plain_first(gathered.inside(showing(gathered, held)))
        slots = {"area": area_words(held.area), "statement": _clause(held.vision)}
        slots |= {"mentioned": str(held.weeks_mentioned), "written": str(held.weeks_written)}
        area = held.area
        denied = stated_words(gathered.visions.get(area, ()))
        clearest = max(
            evidence,
            key=lambda one: (says_undone(one.text, denied), gathered.fit(area, one), one.written_at),
            default=None,
        )
        if clearest is not None and _promised_since(gathered, clearest):
            continue
        about = clearest and gathered.alone(with_its_matter(gathered, area, clearest))
        yield Open(f"drift_{held.kind.value}", held.area, about, _filled(slots, about))


def _promised_since(gathered: Gathered, line: Quotation) -> bool:
    """Say whether a later promise shares a word of a line: who set to it again is not asked why it was put off."""
    words = terms_said(line.text)
    later = (one.commitment for one in commitments_within(gathered) if one.commitment.made_on > line.written_at.date())
    return any(promised_words(made) & words for made in later)


def _beliefs(gathered: Gathered) -> Iterator[Open]:
    for held in owned_said(gathered):
        identity = f"belief {held.belief.id}"
        if any(test.result and test.result_on and gathered.within(test.result_on) for test in held.belief.tests):
            yield Open("belief_tested", identity, None, {"quote": _short(held.belief.statement)})
        if against := gathered.inside(held.belief.counter_evidence):
            yield _open_line(gathered, "belief_against", identity, against[-1])
        yield Open("belief_said", identity, None, _filled({"quote": _short(held.belief.statement)}, None))
    for held in alike_said(gathered):
        inside = gathered.inside(held.belief.evidence)
        if against := gathered.inside(held.belief.counter_evidence):
            yield _open_line(gathered, "alike_against", f"belief {held.belief.id}", against[-1])
            continue  # the page answers it already
        stands = next((one for one in inside if one.text == held.belief.statement), inside[-1])
        yield _open_line(gathered, "belief_alike", f"belief {held.belief.id}", stands)
    asked = reversed(taken_for_granted(gathered, ASKED_KINDS))
    answered = [
        line
        for held in alike_said(gathered)
        if gathered.inside(held.belief.counter_evidence)
        for line in held.belief.evidence
    ]
    open_still = [one for one in asked if not shares_with(one, answered)]
    for taken in sorted(open_still, key=lambda one: not _short(one.text)):  # one that can be said back first
        yield _open_line(gathered, "belief_taken", _of_line(taken), taken)


def _commitments(gathered: Gathered) -> Iterator[Open]:
    kinds = {Outcome.SLIPPED: "commitment_slipped", Outcome.OPEN: "commitment_open"}
    for outcome, kind in kinds.items():
        for held in reversed(commitments_within(gathered)):
            made = held.commitment
            dated = outcome is not Outcome.OPEN or made.due is not None or held.accepted
            if made.outcome is outcome and made.quotation is not None and dated:
                due = outcome is Outcome.OPEN and made.due is not None  # "by when" is answered already
                if untold(gathered, held) and may_tell(gathered, held):
                    continue  # the page shows what may have become of it
                past = due and untold(gathered, held)
                named = "commitment_untold" if past else "commitment_due" if due else kind
                yield _open_line(gathered, named, f"commitment {made.id}", made.quotation)


def _visions(gathered: Gathered, words: ReviewWords) -> Iterator[Open]:
    for area in gathered.areas:
        versions = gathered.visions.get(area, ())
        if len(versions) > 1 and gathered.within(versions[-1].set_on):
            yield Open("vision_changed", area, None, {"area": area_words(area)})
    for area in silent_areas(gathered):
        if gathered.standing(area) is not None and gathered.entries:
            entries = words.count("entry", len(gathered.entries))
            yield Open("unwritten", area, None, {"area": area_words(area), "entries": entries})


def _moving(gathered: Gathered, words: ReviewWords) -> Iterator[Open]:
    """Yield the words of what is wanted that came up more or less often: of a name or an event nobody is asked."""
    more, less = gathered.moving
    for moving in sorted((one for one in (*less, *more) if one.own), key=lambda one: -abs(one.odds)):
        now, then = moving.days
        counts = {"days": words.days(now), "before": words.days(then)}
        yield Open("moving", f"word {moving.word}", None, {"word": moving.word, **counts})


def _loops(gathered: Gathered) -> Iterator[Open]:
    for held in loops_within(gathered):
        yield _open_line(gathered, "loop", f"loop {held.loop.id}", held.loop.links[0].quotation)


def _tensions(gathered: Gathered) -> Iterator[Open]:
    """Yield the areas with a vision: those with a number first, the lowest first, then those less written of."""
    wanted = [(area, one) for area in gathered.areas if (one := gathered.standing(area)) is not None]
    for area, standing in sorted(wanted, key=lambda one: _nearness(gathered, one[0])):
        slots = {"area": area_words(area), "statement": _clause(standing.statement)}
        lines = best_lines(gathered, gathered.near(area), 1)
        own = next((one for one in lines if _FIRST_PERSON.search(one.text)), None)
        if gathered.rated(area):
            yield Open("tension", area, next(iter(lines), None), _filled(slots, None))
        elif own is not None:
            yield Open("near", area, own, _filled(slots, own))
        yield Open("want", area, next(iter(lines), None), _filled(slots, None))


def _nearness(gathered: Gathered, area: Area) -> tuple[int, int, str]:
    rated = gathered.rated(area)
    now, before = (len(gathered.named.about(area, entries)) for entries in (gathered.entries, gathered.entries_before))
    return (rated[-1].rating if rated else 11), now - before, area


# ------------------------------------------------------------------------------------------- filling


def _of_line(line: Quotation) -> str:
    return f"line {line.entry} {line.span.start}"


def _open_line(gathered: Gathered, kind: str, subject: str, about: Quotation) -> Open:
    line = gathered.alone(about)
    return Open(kind, subject, line, _filled({}, line), several=kind == "belief_alike")


def _filled(slots: Mapping[str, str], about: Quotation | None) -> dict[str, str]:
    """Return the slots that hold something, with the line where it is short enough to be said back."""
    filled = {name: text for name, text in slots.items() if text}
    if about is not None and (quote := _short(about.text)):
        filled["quote"] = quote
    return filled


def _clause(text: str) -> str:
    """Return a statement that can stand within a question, or the beginning of it up to a comma."""
    beginning = re.split(r"[,;:]", text, maxsplit=1)[0]
    return _short(text) or (_short(beginning) if len(beginning.split()) >= CLAUSE_WORDS else "")


def _short(text: str) -> str:
    """Return words that can stand within a question: short, of one line, without quotation marks; else nothing."""
    plain = text.strip().rstrip(".!;,")
    fits = len(plain.split()) <= CITED_WORDS and not re.search(r"[\n\t\"“”«»‘?]", plain)
    return plain if fits else ""
