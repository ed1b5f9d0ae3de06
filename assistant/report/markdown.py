"""Write a review as Markdown that reads well in a terminal, in a viewer and on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from assistant.core.display import without_controls
from assistant.core.entry import Quotation
from assistant.core.ids import EntryId
from assistant.core.period import day_words, whole_day
from assistant.core.review import Asked, Block, Coverage, Dated, Fact, Part, Review, Section, Source, Stated, Table
from assistant.services.reviewing.words import ReviewWords, named

_SPECIAL: Final = re.compile(
    r"[\\`*_\[\]<|~]|&(?=#?\w+;)|(?<=http):|(?<=https):|(?<=ftp):|(?<=www)\.|@(?=\w)", re.IGNORECASE
)
"""What CommonMark reads as more than a letter within a line that begins with words of ours, and what makes a bare
address a link in its common extensions.

Source: CommonMark 0.31.2, section 2.4; GitHub Flavored Markdown 0.29, sections 4.10, 6.5 and 6.9.
"""
_MANY: Final = 9
"""A week with more entries than this shows a plus."""


def escaped(text: str) -> str:
    """Return words of a person so that Markdown shows them as they are, on one line."""
    flat = " ".join(without_controls(text).split())
    return _SPECIAL.sub(r"\\\g<0>", flat)


def to_markdown(review: Review, words: ReviewWords) -> str:
    """Return the whole review."""
    return _Page(review, words).text()


class _Page:
    """One review on its way to Markdown; entries are numbered in the order of time."""

    def __init__(self, review: Review, words: ReviewWords) -> None:
        self._review, self._words = review, words
        self._labels: Mapping[str, str] = words.words.labels
        self._numbers: dict[EntryId, int] = {one.entry: at for at, one in enumerate(review.sources, 1)}

    def text(self) -> str:
        """Return the page, its blocks parted by empty lines."""
        return "\n\n".join(self._blocks()) + "\n"

    def _blocks(self) -> Iterator[str]:
        review, labels = self._review, self._labels
        first, until = whole_day(review.period.first), whole_day(review.until)
        yield f"# {escaped(labels['title'].format(stretch=self._words.stretch(review.period.stretch)))}"
        yield labels["span"].format(first=first, until=whole_day(review.period.last))
        if review.until < review.period.last:
            yield labels["so_far"].format(until=until)
        if review.sources:
            yield f"*{labels['made_of']}*"
        for section in review.sections:
            yield from self._section(section)
        yield from self._coverage(review.figures.coverage)
        yield from self._questions()
        yield from self._sources()

    # ------------------------------------------------------------------------------------------- sections

    def _section(self, section: Section) -> Iterator[str]:
        yield f"## {escaped(section.title)}"
        if section.lead:
            yield f"*{escaped(section.lead)}*"
        if section.table is not None:
            yield self._table(section.table)
        for block in section.blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        if block.heading:
            yield f"### {self._parts(block.heading)}"
        listed = len(block.facts) > 1 and not block.heading and not any(fact.lines for fact in block.facts)
        if listed:
            yield "\n".join(f"- {self._parts(fact.parts)}" for fact in block.facts)
            return
        for fact in block.facts:
            yield self._fact(fact)

    def _fact(self, fact: Fact) -> str:
        lines = [f"- {self._day(line)}: {self._quoted(line.text)}" for line in fact.lines]
        said = self._parts(fact.parts)
        return "\n".join([said, "", *lines]) if lines else said

    def _table(self, table: Table) -> str:
        rows = [table.head, *([self._parts(cell) for cell in row] for row in table.rows)]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        rule = f"|{'|'.join([' --- ', *[' ---: '] * (len(table.head) - 1)])}|"
        return "\n".join([f"{escaped(table.caption)}", "", lines[0], rule, *lines[1:]])

    # ------------------------------------------------------------------------------------------- parts

    def _parts(self, parts: tuple[Part, ...]) -> str:
        return "".join(self._part(part) for part in parts)

    def _part(self, part: Part) -> str:
        match part:
            case Dated():
                return f"{day_words(part.day, self._review.period)}{self._number(part.entry)}"
            case Quotation() | Stated():
                return self._quoted(part.text)
            case _:
                lead, trail = part[: len(part) - len(part.lstrip())], part[len(part.rstrip()) :]
                return f"{lead}{escaped(part)}{trail}" if part.strip() else part

    def _day(self, line: Quotation) -> str:
        return f"{day_words(line.written_at.date(), self._review.period)}{self._number(line.entry)}"

    def _number(self, entry: EntryId | None) -> str:
        return f" [{self._numbers[entry]}]" if entry in self._numbers else ""

    def _quoted(self, text: str) -> str:
        return f"“{escaped(text)}”"

    # ------------------------------------------------------------------------------------------- figures, end

    def _coverage(self, coverage: Coverage) -> Iterator[str]:
        """Draw weeks by areas in figures, so that a terminal shows it and a screen reader reads it."""
        if not any(coverage.written) or not coverage.areas:
            return
        yield f"## {self._labels['coverage']}"
        names = [without_controls(named(area)).replace("`", "'") for area in coverage.areas]
        wide = max(map(len, names), default=0)
        lines = [f"{name:<{wide}}  {_row(counts)}" for name, counts in zip(names, coverage.entries, strict=True)]
        yield "\n".join(
            ["```text", *lines, f"{'':<{wide}}  {_months(coverage, self._review.period.first)}".rstrip(), "```"]
        )
        yield escaped(self._labels["coverage_key"])

    def _questions(self) -> Iterator[str]:
        asked = self._review.questions
        if not asked:
            return
        yield f"## {self._labels['questions' if len(asked) == 3 else 'questions_few']}"
        yield "\n".join(f"{at}. {self._asked(one)}" for at, one in enumerate(asked, 1))
        if not any(one.answer for one in asked):
            name = self._review.period.name
            yield escaped(self._labels["unanswered"].format(name=name))

    def _asked(self, asked: Asked) -> str:
        lines = [escaped(asked.text)]
        if asked.about is not None and asked.about.text.strip(" .!") not in asked.text:
            lines.append(f"   - {self._day(asked.about)}: {self._quoted(asked.about.text)}")
        if asked.answer is not None:
            said = self._labels["answered_on"].format(day=self._day(asked.answer))
            lines.append(f"   - {said} {self._quoted(asked.answer.text)}")
        return "\n".join(lines)

    def _sources(self) -> Iterator[str]:
        if not self._review.sources:
            return
        yield f"## {self._labels['sources']}"
        yield self._labels["sources_lead"].format(command="`lodestar show ID`")
        yield "\n".join(self._source(at, one) for at, one in enumerate(self._review.sources, 1))

    def _source(self, at: int, source: Source) -> str:
        title = f", {escaped(source.title)}" if source.title else ""
        gap = f" {self._labels['left_out']} "
        text = gap.join(escaped(piece.text) for piece in source.pieces)
        return f"{at}. {whole_day(source.written_at.date())}{title} (`{source.entry}`): {text}"


def _row(counts: tuple[int, ...]) -> str:
    return "".join("·" if not count else str(count) if count <= _MANY else "+" for count in counts)


def _months(coverage: Coverage, first: date) -> str:
    """Return a line that names each month under its first week, where there is room for its name."""
    line = [" "] * len(coverage.weeks)
    days = [max(monday, first) for monday in coverage.weeks]
    free = 0
    for place, day in enumerate(days):
        starts = place == 0 or day.month != days[place - 1].month
        name = f"{day:%b}"
        if starts and place >= free and place + len(name) <= len(line):
            line[place : place + len(name)] = name
            free = place + len(name) + 1
    return "".join(line)
