"""Choose of a drift what anyone can see it in: its lines, the findings that such lines show, and what came after."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.core.entry import Quotation
from assistant.core.ids import Area
from assistant.insight.drift import Moved
from assistant.insight.wording import terms_said
from assistant.services.drifting import HeldDrift
from assistant.services.reviewing.closeness import is_the_thing, telling_words
from assistant.services.reviewing.gathered import Gathered


def drifts_within(gathered: Gathered) -> list[HeldDrift]:
    """Return the findings that touch the period, the strongest first; one no clear line of it shows is left out."""
    return [
        held
        for held in gathered.drifts
        if held.first <= gathered.until
        and (held.last is None or held.last >= gathered.period.first)
        and (not held.evidence or _of_the_matter(gathered, held.area, gathered.inside(showing(gathered, held))))
    ]


def showing(gathered: Gathered, held: HeldDrift) -> list[Quotation]:
    """Return the lines of a finding that anyone can see it in, oldest first: no other is counted or shown.

    A line that is plainly the wanted thing, in its words and without a denial, shows no drift from it.
    """
    versions = gathered.visions.get(held.area, ())
    clear = gathered.known(gathered.clear(held.area, held.evidence))
    return [one for one in clear if not is_the_thing(one.text, versions)]


def afterwards(gathered: Gathered, area: Area, last: date) -> list[Moved]:
    """Return the lines after a day that are near what is wanted, hold a word of it, and deny nothing."""
    heard, lines = gathered.heard.get(area), gathered.told.lines
    wanted = telling_words(gathered.visions.get(area, ()))
    later = [one for one in heard.moves if last < one.day <= gathered.until] if heard else []
    spoken = [one for one in later if terms_said(lines[one.row].quotation.text) & wanted]
    return [one for one in spoken if not gathered.denied(one.row, wanted) and not gathered.promised(one.row)]


def _of_the_matter(gathered: Gathered, area: Area, shown: Sequence[Quotation]) -> bool:
    """Say whether one of the lines holds a word of the matter, or tells what became of a promise.

    "Silly to have put a number on it." borrows its matter from the line beside it, and shows nobody what it is of.
    """
    wanted, heard = telling_words(gathered.visions.get(area, ())), gathered.heard.get(area)
    near = {gathered.told.lines[one.row].quotation for one in heard.moves} if heard else set()
    return any(one not in near or bool(terms_said(one.text) & wanted) for one in shown)
