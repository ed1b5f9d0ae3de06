"""Write a review as JSON, for other programs: every sentence with its parts, every quotation with its entry."""

from __future__ import annotations

from typing import Final

from assistant.core.entry import Quotation
from assistant.core.review import Asked, Block, Dated, Fact, Figures, Part, Review, Section, Source, Stated
from assistant.report.plain import plain
from assistant.services.reviewing.words import ReviewWords

FORM: Final = 1
"""Version of this form: keys may be added later, never removed or re-meant."""


def to_values(review: Review, words: ReviewWords) -> dict[str, object]:
    """Return the review as values that JSON holds."""
    period = review.period
    return {
        "form": FORM,
        "review": period.name,
        "stretch": period.stretch.value,
        "from": period.first.isoformat(),
        "to": period.last.isoformat(),
        "until": review.until.isoformat(),
        "thin": review.thin,
        "sections": [_section(one, review) for one in review.sections],
        "questions": [_asked(one) for one in review.questions],
        "figures": _figures(review.figures),
        "entries": [_source(one) for one in review.sources],
    }


def _section(section: Section, review: Review) -> dict[str, object]:
    table = section.table
    return {
        "section": section.topic.value,
        "title": section.title,
        "lead": section.lead,
        "blocks": [_block(one, review) for one in section.blocks],
        "table": None
        if table is None
        else {
            "caption": table.caption,
            "head": list(table.head),
            "rows": [[plain(cell, review.period) for cell in row] for row in table.rows],
        },
    }


def _block(block: Block, review: Review) -> dict[str, object]:
    return {
        "heading": plain(block.heading, review.period) or None,
        "facts": [_fact(fact, review) for fact in block.facts],
    }


def _fact(fact: Fact, review: Review) -> dict[str, object]:
    return {
        "text": plain(fact.parts, review.period),
        "parts": [_part(part) for part in fact.parts],
        "lines": [quoted(line) for line in fact.lines],
        "against": fact.against,
        "counted": list(fact.counted),
    }


def _part(part: Part) -> object:
    match part:
        case Dated():
            return {"date": part.day.isoformat(), "entry": part.entry}
        case Stated():
            return {"record": part.record, "date": part.on.isoformat(), "quote": part.text}
        case Quotation():
            return quoted(part)
        case _:
            return part


def quoted(line: Quotation) -> dict[str, object]:
    """Return a quotation in the form of the command line's contract, with its span."""
    return {
        "entry": line.entry,
        "source_id": line.source_id,
        "date": line.written_at.isoformat(),
        "quote": line.text,
        "span": [line.span.start, line.span.end],
    }


def _asked(asked: Asked) -> dict[str, object]:
    return {
        "question": asked.text,
        "about": quoted(asked.about) if asked.about else None,
        "answer": quoted(asked.answer) if asked.answer else None,
    }


def _figures(figures: Figures) -> dict[str, object]:
    coverage = figures.coverage
    return {
        "ratings": [
            {"area": one.area, "date": one.day.isoformat(), "rating": one.rating, "from": one.by}
            for one in figures.ratings
        ],
        "coverage": {
            "weeks": [monday.isoformat() for monday in coverage.weeks],
            "written": list(coverage.written),
            "areas": {area: list(row) for area, row in zip(coverage.areas, coverage.entries, strict=True)},
        },
        "beliefs": [
            {
                "belief": one.statement,
                "said": [day.isoformat() for day in one.said],
                "against": [day.isoformat() for day in one.against],
            }
            for one in figures.beliefs
        ],
        "commitments": [
            {
                "what": one.what,
                "from": one.made_on.isoformat(),
                "due": one.due.isoformat() if one.due else None,
                "outcome": one.outcome.value,
                "ended": one.ended_on.isoformat() if one.ended_on else None,
                "sure": one.sure,
            }
            for one in figures.promises
        ],
    }


def _source(source: Source) -> dict[str, object]:
    return {
        "entry": source.entry,
        "date": source.written_at.isoformat(),
        "title": source.title,
        "whole": source.whole,
        "pieces": [quoted(piece) for piece in source.pieces],
    }
