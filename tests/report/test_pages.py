"""The pages of a review show every word of a person as it is, never as markup, and every link leads somewhere."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.core.display import without_controls
from assistant.core.entry import Quotation
from assistant.core.ids import Area, EntryId, RecordId
from assistant.core.period import period_named
from assistant.core.records import Outcome
from assistant.core.review import (
    Asked,
    BeliefTrack,
    Block,
    Coverage,
    Dated,
    Fact,
    Figures,
    PromiseTrack,
    Rating,
    Review,
    Section,
    Source,
    Stated,
    Table,
    Topic,
)
from assistant.core.span import Span
from assistant.report.html import to_html
from assistant.report.markdown import escaped, to_markdown
from assistant.report.values import to_values
from assistant.services.reviewing.words import load_review_words
from assistant.shipped import shipped

WORDS = load_review_words(shipped("prompts"))
QUARTER = period_named("2025-Q2")
HOSTILE = (
    "</p><script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1)) **bold** `tick` | a & b &amp; "
    "$x_1$ www.example.org https://example.org me@example.org \x1b]52;c;aGk=\x07 \u202eevil\ud800 # {{ words }} {% x %}"
)
WHEN = datetime(2025, 4, 2, 21, 0, tzinfo=UTC)
ENTRY = EntryId("0123456789abcdef")


def made(text: str = HOSTILE) -> Review:
    """Return a review in which every place that can hold words of a person holds these."""
    line = Quotation(ENTRY, WHEN, Span(0, len(text)), text)
    stated = Stated(text, WHEN.date(), RecordId("record"))
    fact = Fact(("On ", Dated(WHEN.date(), ENTRY), " you wrote: ", line), (line,), against=True)
    bare = Fact((text, ": ", stated, " of ", Dated(date(2024, 2, 3))))
    blocks = (Block((stated,), (fact, bare)), Block((), (bare, bare)))
    area = Area("a_" + "".join(text.split()).lower())
    table = Table("Figures.", ("Area", "Number"), (((text,), ("3 (", Dated(WHEN.date()), ")")), (("Home",), (stated,))))
    weeks = tuple(QUARTER.weeks())
    counts = (1, 2, 0, *[0] * (len(weeks) - 3))
    figures = Figures(
        (
            Rating(Area("home"), WHEN.date(), 3, None), Rating(Area("home"), date(2025, 5, 2), 5, None),
            Rating(area, WHEN.date(), 4, text),
        ),
        Coverage(weeks, (Area("home"), area), (counts, counts[::-1]), counts),
        (BeliefTrack(text, (WHEN.date(),), (date(2025, 5, 1),)), BeliefTrack("plain", (WHEN.date(),), ())),
        tuple(PromiseTrack(text, WHEN.date(), date(2025, 5, 9), outcome, None) for outcome in Outcome),
    )  # fmt: skip
    topics = (Topic.WRITTEN, Topic.AREAS, Topic.BELIEFS, Topic.COMMITMENTS)
    sections = tuple(Section(topic, topic.value.title(), "Lead.", blocks, table) for topic in topics)
    questions = (Asked("What now?", "a", line), Asked("What then?", "b", None, line), Asked("Who else?", "c"))
    sources = (Source(ENTRY, WHEN, text, (line, line), whole=False),)
    return Review(QUARTER, date(2025, 5, 30), False, sections, questions, figures, sources)


@pytest.fixture(scope="module")
def page() -> str:
    """The hostile review as HTML."""
    return to_html(made(), WORDS)


def _texts(tokens: list[Any]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline", "code_block", "fence"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
        yield from _texts(token.children or [])


@given(st.text(st.characters(), max_size=80) | st.text("*_`[]()<>&#;!|~\\\"'@:.w ht1-+=$", max_size=30))
def test_markdown_shows_any_words_as_they_are(text: str) -> None:
    """Between two words of ours, a reader sees exactly what was written, and nothing becomes markup or a link."""
    reader = MarkdownIt("gfm-like", {"linkify": False})
    tokens = reader.parse(f"Said “{escaped(text)}” then")
    shown = "".join(_texts(tokens))
    assert " ".join(shown.split()) == " ".join(f"Said “{' '.join(without_controls(text).split())}” then".split())
    kinds = {child.type for token in tokens for child in token.children or []}
    assert kinds <= {"text", "text_special", "softbreak", "entity"}


def test_a_hostile_markdown_page_holds_no_html_and_no_link() -> None:
    """Words that look like markup in titles, names, tables and quotations stay words."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(to_markdown(made(), WORDS))
    kinds = {token.type for token in tokens} | {child.type for token in tokens for child in token.children or []}
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "s_open", "code_block"}
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202e\ud800]", to_markdown(made(), WORDS))


def test_html_is_well_formed_to_a_strict_reader(page: str) -> None:
    """A parser of the HTML standard finds no error in the page."""
    html5lib.HTMLParser(strict=True).parse(page)


def test_html_holds_no_script_no_handler_and_nothing_fetched(page: str) -> None:
    """The words of a script are there to be read; no element or attribute of the page runs or loads anything."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    elements = list(tree.iter())
    assert not [one for one in elements if one.tag in ("script", "img", "iframe", "link", "object", "form")]
    for one in elements:
        assert not [name for name in one.attrib if str(name).lower().startswith("on")]
        for name, value in one.attrib.items():
            if str(name).endswith(("href", "src")):
                assert value.startswith("#"), value
    assert "alert(1)</script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_every_link_leads_to_a_place_and_every_name_is_given_once(page: str) -> None:
    """Anchors resolve, ids are unique over the page and its drawings, and each drawing has a name."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    ids = Counter(one.get("id") for one in tree.iter() if one.get("id"))
    assert set(ids.values()) == {1}
    for one in tree.iter():
        for name in ("href", "{http://www.w3.org/1999/xlink}href", "aria-labelledby"):
            if value := one.get(name):
                assert value.removeprefix("#") in ids
        for value in one.attrib.values():
            for named in re.findall(r"url\(#([^)]+)\)", str(value)):
                assert named in ids
    drawings = [one for one in tree.iter() if str(one.tag).endswith("svg")]
    assert len(drawings) == 4
    assert all(one.get("role") == "img" and one.get("aria-label") for one in drawings)


def test_headings_follow_each_other_without_a_gap(page: str) -> None:
    """One first heading, and no level is skipped."""
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_drawings_carry_words_as_text_and_shapes_beside_colours(page: str) -> None:
    """A label in a drawing can be read and searched; a dollar sign is a dollar sign."""
    drawn = "".join(re.findall(r"<svg.*?</svg>", to_html(made("$5 for $6 & <b>"), WORDS), re.DOTALL))
    assert "$5 for $6 &amp; &lt;b&gt;" in drawn
    assert "<metadata" not in drawn
    assert len(set(re.findall(r"id=\"(?:promises)-(m[0-9a-f]+)\"", page))) >= 4


def test_the_same_review_draws_the_same_page(page: str) -> None:
    """No time, no counter and no chance is in a page: what is kept may be compared."""
    assert to_html(made(), WORDS) == page


def test_json_holds_every_quotation_with_its_entry_and_span() -> None:
    """Another program can hold each quotation against the vault."""
    values = json.loads(json.dumps(to_values(made("Sold the red dinghy."), WORDS)))
    fact = values["sections"][0]["blocks"][0]["facts"][0]
    assert fact["text"] == "On 2 April you wrote: “Sold the red dinghy.”"
    assert fact["lines"] == [
        {
            "entry": ENTRY, "source_id": None, "date": "2025-04-02T21:00:00+00:00", "quote": "Sold the red dinghy.",
            "span": [0, 20],
        }
    ]  # fmt: skip
    assert values["figures"]["coverage"]["areas"]["home"][:2] == [1, 2]
    assert values["questions"][1]["answer"]["entry"] == ENTRY


def test_a_review_without_entries_has_no_empty_sections() -> None:
    """No list of entries, no drawing and no questions where there are none."""
    nothing = Figures((), Coverage(tuple(QUARTER.weeks()), (), (), (0,) * 14), (), ())
    bare = Review(QUARTER, QUARTER.last, True, (), (), nothing)
    assert to_markdown(bare, WORDS) == "# Your quarter\n\n1 April 2025 to 30 June 2025\n"
    assert "<svg" not in to_html(bare, WORDS)
    html5lib.HTMLParser(strict=True).parse(to_html(bare, WORDS))


def test_pages_load_the_plotting_library_only_when_they_are_drawn() -> None:
    """Markdown and JSON cost no second of loading."""
    import subprocess

    code = "import sys, assistant.report.markdown, assistant.report.values; print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
