"""Write a review as one HTML file: no script, nothing fetched, charts within, and clean on A4 paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from assistant.core.display import without_controls
from assistant.core.entry import Quotation
from assistant.core.ids import EntryId
from assistant.core.period import day_words, whole_day
from assistant.core.review import Asked, Block, Dated, Part, Review, Stated, Topic
from assistant.report.charts import Key, beliefs_chart, coverage_chart, promises_chart, ratings_chart
from assistant.services.reviewing.words import ReviewWords, named

FOLDER: Final = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart with the line above it."""

    caption: str
    svg: Markup


def to_html(review: Review, words: ReviewWords) -> str:
    """Return the whole page. Everything but the drawings is escaped."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html").render(_Page(review, words).values())


class _Page:
    """What the template asks for."""

    def __init__(self, review: Review, words: ReviewWords) -> None:
        self._review, self._words = review, words
        self._labels: Mapping[str, str] = words.words.labels
        self._known = frozenset(one.entry for one in review.sources)

    def values(self) -> dict[str, object]:
        """Return the values and functions of the template."""
        review, labels = self._review, self._labels
        answered = any(one.answer for one in review.questions)
        so_far = labels["so_far"].format(until=whole_day(review.until)) if review.until < review.period.last else ""
        command = Markup("<code>lodestar show ID</code>")
        ends = {"first": whole_day(review.period.first), "until": whole_day(review.period.last)}
        return {
            "review": review,
            "labels": labels,
            "title": labels["title"].format(stretch=self._words.stretch(review.period.stretch)),
            "span": labels["span"].format(**ends),
            "so_far": so_far,
            "questions_title": labels["questions" if len(review.questions) == 3 else "questions_few"],
            "unanswered": "" if answered else labels["unanswered"].format(name=review.period.name),
            "sources_lead": Markup(escape(labels["sources_lead"])).format(command=command),
            "figures": self._drawings(),
            "parts": self.parts, "dated": self.dated, "quoted": self.quoted, "answered": self.answered,
            "shown": shown, "anchor": anchor, "whole_day": whole_day, "listed": listed, "beside": beside,
        }  # fmt: skip

    # ------------------------------------------------------------------------------------------- words

    def parts(self, parts: tuple[Part, ...]) -> Markup:
        """Return a sentence."""
        return Markup("").join(self._part(part) for part in parts)

    def _part(self, part: Part) -> Markup:
        match part:
            case Dated():
                return self._day(part.day, part.entry)
            case Quotation() | Stated():
                return self.quoted(part.text)
            case _:
                return shown(part)

    def dated(self, line: Quotation) -> Markup:
        """Return the day of a line, leading to its entry."""
        return self._day(line.written_at.date(), line.entry)

    def _day(self, day: date, entry: EntryId | None) -> Markup:
        said = Markup('<time datetime="{}">{}</time>').format(day.isoformat(), day_words(day, self._review.period))
        return Markup('<a href="#{}">{}</a>').format(anchor(entry), said) if entry in self._known and entry else said

    def quoted(self, text: str) -> Markup:
        """Return words of the person in quotation marks."""
        return Markup("“{}”").format(shown(text))

    def answered(self, answer: Quotation) -> Markup:
        """Return the line before an answer."""
        return Markup(escape(self._labels["answered_on"])).format(day=self.dated(answer))

    # ------------------------------------------------------------------------------------------- drawings

    def _drawings(self) -> dict[Topic, list[Drawing]]:
        drawings: dict[Topic, list[Drawing]] = {}
        for topic, label, svg in self._drawn():
            drawings.setdefault(topic, []).append(Drawing(self._labels[label], Markup(svg)))
        return drawings

    def _drawn(self) -> Iterator[tuple[Topic, str, str]]:
        """Yield the drawings that have something to show, each with the section it stands in."""
        figures, labels = self._review.figures, self._labels
        days = (self._review.period.first, self._review.until)
        if any(figures.coverage.written) and figures.coverage.areas:
            told = self._coverage_told()
            yield Topic.WRITTEN, "coverage_drawn", coverage_chart(figures.coverage, self._review.period.first, told)
        if figures.ratings:
            told = "; ".join(
                f"{named(one.area)} {one.rating}, {day_words(one.day, self._review.period)}" for one in figures.ratings
            )
            yield Topic.AREAS, "ratings", ratings_chart(figures.ratings, _key(labels["ratings_keys"]), told)
        if figures.beliefs:
            told = f"{labels['beliefs']}: " + "; ".join(track.statement for track in figures.beliefs)
            yield Topic.BELIEFS, "beliefs", beliefs_chart(figures.beliefs, days, _key(labels["beliefs_keys"]), told)
        if figures.promises:
            told = f"{labels['promises']}: " + "; ".join(f"{one.what}, {one.outcome}" for one in figures.promises)
            keys = _key(labels["outcomes"])
            yield Topic.COMMITMENTS, "promises", promises_chart(figures.promises, days, keys, told)

    def _coverage_told(self) -> str:
        coverage, label = self._review.figures.coverage, self._labels["coverage_told"]
        return "; ".join(
            label.format(area=named(area), weeks=coverage.named(area), written=coverage.weeks_written)
            for area in coverage.areas
        )


def shown(text: str) -> Markup:
    """Return words escaped, without anything that a page may not hold."""
    return escape(without_controls(text))


def anchor(entry: EntryId) -> str:
    """Return the name of the place where an entry stands."""
    return f"entry-{entry}"


def listed(block: Block) -> bool:
    """Say whether a block reads best as one list: bare sentences under no heading of their own."""
    return len(block.facts) > 1 and not block.heading and not any(fact.lines for fact in block.facts)


def beside(asked: Asked) -> bool:
    """Say whether the line that a question stands on is shown beside it: it is, where the question does not say it."""
    return asked.about is not None and asked.about.text.strip(" .!") not in asked.text


def _key(labels: str) -> Key:
    return Key([name.strip() for name in labels.split(",")])
