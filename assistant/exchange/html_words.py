"""Turn HTML that other programs write into Markdown, with the person's own characters left as they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

HTML_CODE_POINTS: Final = 2_000_000
"""The longest HTML of one entry that is taken apart; the longest seen in journals is 40,000."""

_BLANKS: Final = re.compile(r"\s{50,}")
"""Runs of blanks show as one in HTML; over thousands of them the converter takes minutes."""
TAGS: Final = 20_000
"""The most tags of one entry: about 30 MB of memory and a second of time."""
NESTED: Final = 100
"""Tags within each other from which on the text alone is taken; the converter calls itself for each."""


def words_of_html(html: str) -> str:
    """Return the HTML as Markdown. Raises ValueError for HTML beyond what a journal holds."""
    return words_of_soup(soup_of(html))


def soup_of(html: str) -> BeautifulSoup:
    """Return HTML taken apart, without scripts and styles. Raises ValueError."""
    from bs4 import BeautifulSoup
    from bs4.exceptions import ParserRejectedMarkup

    if len(html) > HTML_CODE_POINTS:
        raise ValueError(f"its HTML is longer than {HTML_CODE_POINTS // 1_000_000} million characters")
    if html.count("<!") > 1_000 or html.count("<") > TAGS or _open_tags(html) > 10 * NESTED:
        raise ValueError("its HTML is not a journal's")
    html = _BLANKS.sub(lambda run: "\n" if "\n" in run[0] else " ", html)
    try:
        soup = BeautifulSoup(html, "html.parser")
    except (ParserRejectedMarkup, RecursionError, AssertionError) as error:
        raise ValueError("its HTML cannot be taken apart") from error
    for tag in soup(["script", "style", "head", "title"]):
        tag.decompose()
    return soup


def _open_tags(html: str) -> int:
    """Return by how many more tags are opened than closed, roughly: what makes a tree deep."""
    return len(re.findall(r"<[a-zA-Z]", html)) - html.count("</") - len(re.findall(r"<(?:br|img|hr|p|li)\b", html))


def words_of_soup(soup: Tag) -> str:
    """Return a piece of HTML as Markdown."""
    from markdownify import MarkdownConverter

    converter = MarkdownConverter(
        heading_style="ATX", bullets="-", escape_asterisks=False, escape_underscores=False, escape_misc=False
    )
    try:
        text = converter.convert_soup(soup)
    except RecursionError:
        text = soup.get_text("\n")
    text = "\n".join(line.rstrip() for line in text.replace("\u00a0", " ").split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def looks_like_html(text: str) -> bool:
    """Tell whether a text is HTML rather than words that hold a “<”."""
    return bool(
        re.search(r"</?(?:p|div|br|span|b|i|em|strong|ul|ol|li|h[1-6]|a|blockquote)\b[^<>]{0,200}>", text[:20_000])
    )
