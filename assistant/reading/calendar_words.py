"""The words in which people name days, months and counts, and the patterns they make."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri", "saturday sat",
         "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
DAY_NAMES: Final = {name: number for name, number in WEEKDAYS.items() if name.endswith("day")}
COUNTS: Final = {
    word: number
    for number, words in {
        1: "a an one", 2: "two couple", 3: "three few", 4: "four several", 5: "five", 6: "six", 7: "seven", 8: "eight",
        9: "nine", 10: "ten", 11: "eleven", 12: "twelve",
    }.items()
    for word in words.split()
}  # fmt: skip
ORDERS: Final = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "last": -1,
    "final": -1,
}  # fmt: skip


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first; an apostrophe may be missing or curved."""
    return "|".join(re.escape(word).replace("'", "['’]?") for word in sorted(words, key=len, reverse=True))


MONTH: Final = rf"(?P<month>{any_of(MONTHS)})\.?"
YEAR: Final = r"(?P<year>(?:1[6-9]|20)\d\d)"
OF_YEAR: Final = rf"(?:,?\s+(?:of\s+)?(?:the\s+year\s+)?{YEAR})?"
COUNT: Final = rf"(?:(?:a|the)\s+)?(?P<count>\d{{1,3}}|{any_of(COUNTS)})(?:\s+of)?"
WEEKDAY: Final = rf"(?P<weekday>{any_of(DAY_NAMES)})"
ORDER: Final = rf"(?P<order>{any_of(ORDERS)})"
UNIT: Final = r"(?P<unit>day|week|weekend|fortnight|month|year)s?"


def compiled(pattern: str) -> re.Pattern[str]:
    """Return the pattern for whole words."""
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])")


def leading(pattern: str) -> re.Pattern[str]:
    """Return the pattern for words that another word follows; it takes the space between."""
    return re.compile(rf"(?<![\w-])(?:{pattern})(?=\w)")


def count_of(word: str) -> int:
    """Return the number that a word or numeral says."""
    return int(word) if word.isdigit() else COUNTS[word]
