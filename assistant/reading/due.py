"""Find the words that say by when something is promised, and the day they mean."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Final

from assistant.core.calendar import FEASTS, SEASONS, Days, month_of, moved, season_of, week_of, weekend_of, year_of
from assistant.core.span import Span
from assistant.reading.calendar_dates import read_date
from assistant.reading.calendar_phrases import weekday_after, whole
from assistant.reading.calendar_words import COUNTS, MONTHS, WEEKDAYS, any_of

_WEEKDAY: Final = rf"(?:{any_of(WEEKDAYS)}|weds)s?\b\.?"
_MONTH: Final = rf"(?:{any_of(sorted(set(MONTHS) - {'may', 'mar', 'dec', 'jan'}))}|may(?=\s+\d|\s*$)|dec|jan)\b\.?"
_PART: Final = r"(?:morning|afternoon|evening|night|lunch\s?time|arvo|noon)"
_COUNT: Final = rf"(?:\d{{1,3}}|{any_of(COUNTS)}|a\s+couple\s+of|a\s+few)"
_UNIT: Final = r"(?:days?|weeks?|fortnights?|months?|years?|hours?|minutes?|weekends?|terms?)"
_NUMBERED: Final = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
    r"|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|\d{1,2}(?:st|nd|rd|th))"
)
_CLOCK: Final = (
    r"(?:at|by|before|after|around|till|until)\s+(?:(?:half\s+past\s+)?(?:\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|o['’]clock)?|noon|midnight|one|two|three"
    r"|four|five|six|seven|eight|nine|ten|eleven|twelve)|lunch|dinner|tea|supper|bed|breakfast|work|school|service|dawn|dark)\b"
)
_TOMORROWS: Final = r"(?:tomorrow|to-morrow|tmrw|tmw|tomoz)"
_DAY_AFTER: Final = r"(?:the\s+)?(?:day|morning)\s+after"
_NAMED: Final = (
    rf"(?:first\s+thing(?:\s+(?:in\s+the\s+morning|tomorrow|on\s+{_WEEKDAY}))?"
    rf"|{_DAY_AFTER}\s+(?:{_TOMORROWS}|the\s+weekend|(?:next\s+)?{_WEEKDAY}|{any_of(FEASTS)})"
    rf"|(?:week|weekend|month|year|{_WEEKDAY})\s+after\s+next\b(?!\s+(?:{_UNIT}|{_WEEKDAY}|{_MONTH}))|tonight|today|{_TOMORROWS}"
    rf"|this\s+(?:very\s+)?(?:coming\s+)?(?:{_PART}|{_UNIT}|{_WEEKDAY}|{_MONTH}|{any_of(SEASONS)})"
    rf"|next\s+(?:{_UNIT}|{_WEEKDAY}|{_MONTH}|{any_of(SEASONS)}|time(?:\s+[\w'’]+){{0,8}}|run|shift|lesson|session|payday|meeting|visit)"
    rf"|(?:the\s+|my\s+)?(?:very\s+)?(?:end|start|beginning|middle)\s+of\s+(?:the\s+|this\s+|next\s+)?(?:{_UNIT}|{_MONTH}|{any_of(SEASONS)}|\w+)"
    rf"|\d{{4}}-\d\d-\d\d|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\b"
    rf"|the\s+{_NUMBERED}\b(?:\s+of\s+(?:{_MONTH}|(?:this|next|the)\s+month))?(?!\s+(?:time|thing|one|draft|person|half|floor|and|step|three|two|day|week))"
    rf"|the\s+(?:weekend|new\s+year|holidays|morning|evening|night)\b|(?:my|her|his|our)\s+birthday|half[\s-]term|payday|market\s+day"
    rf"|{any_of(FEASTS)}|{_WEEKDAY}(?:\s+(?:{_PART}|week|coming))*(?:,?\s+(?:the\s+{_NUMBERED}|\d{{1,2}}(?:st|nd|rd|th))(?:\s+(?:of\s+)?{_MONTH})?)?"
    rf"|(?:a|one)\s+(?:week|fortnight|month)\s+(?:today|tomorrow|on\s+{_WEEKDAY}|from\s+(?:today|now|{_WEEKDAY}))"
    rf"|{_COUNT}\s+{_UNIT}(?:['’]\s+time|\s+(?:from\s+(?:now|today)|time))?)"
)
_ALONE: Final = (
    r"(?:(?:starting|beginning)\s+(?:from\s+|on\s+|with\s+)?|as\s+of\s+|from\s+|on\s+|by\s+|before\s+|until\s+|till\s+|til\s+|over\s+|come\s+"
    r"|during\s+|for\s+|after\s+|within\s+|in\s+|at\s+|towards?\s+|around\s+)?(?:the\s+)?"
)
_PHRASE: Final = (
    rf"(?:(?:starting|from|as\s+of)\s+(?:right\s+)?now(?:\s+on)?\b|from\s+this\s+(?:day|moment)(?:\s+on)?|right\s+now|straight\s+away|at\s+once|before\s+i\s+am\s+\S+"
    rf"|(?:in|by|until|till|before|from|starting)\s+(?:early\s+|late\s+|mid-?)?(?:{_MONTH}|{any_of(SEASONS)})(?:\s+\d{{4}})?"
    rf"|(?:every|each)\s+(?:other\s+|single\s+)?(?:{_WEEKDAY}|{_PART}|{_UNIT}|weekday|time(?:\s+[\w'’]+){{0,5}})(?:\s+{_PART})?|once\s+a\s+{_UNIT}|twice\s+a\s+{_UNIT}|daily|nightly"
    rf"|(?:any\s?more)|{_ALONE}{_NAMED}|{_CLOCK})"
)
_CALENDAR: Final = re.compile(rf"(?<![\w'’-]){_PHRASE}(?:,?\s+(?:and\s+)?{_PHRASE})*(?![\w'’]|-\w)", re.IGNORECASE)
_EVENT_LATE: Final = re.compile(
    r"(?<=\s)(?:when(?:ever)?|as\s+soon\s+as|the\s+(?:minute|moment|second|day|next\s+time)|once|after|before|until|till|on\s+(?:my|the)\s+way|"
    r"at\s+the\s+(?:next|start|end|\w+\s+meeting|meeting)|during|over\s+(?:lunch|breakfast|dinner|coffee|the\s+(?:summer|holidays|weekend))|"
    r"between\s+now\s+and|by\s+the\s+time|within|in\s+time\s+for)\s+[^,;.!?–—]+$",
    re.IGNORECASE,
)
_EVENT_EARLY: Final = re.compile(
    r"^(?:and\s+|so\s+|right,?\s+|ok,?\s+)?(?:when(?:ever)?|as\s+soon\s+as|the\s+(?:minute|moment|second|day|next\s+time)|once|after|before|until|at\s+the)\s+"
    r"[^,;.!?–—]+?(?=,\s|\s+i(?:['’]\w+)?\s)",
    re.IGNORECASE,
)
_NOT_DUE: Final = re.compile(
    r"(?:for\s+)?\d+\s+(?:minutes?|hours?)|(?:at|by|before|after)\s+(?:work|school|tea)|may|sat|sun|mar", re.IGNORECASE
)
_BARE_COUNT: Final = re.compile(rf"(?:for\s+)?{_COUNT}\s+{_UNIT}", re.IGNORECASE)


def find_due(text: str, within: Span) -> Span | None:
    """Return where a promise says by when, exact to the character; None where it does not."""
    words = within.of(text)
    found = [
        match for match in _CALENDAR.finditer(words)
        if not _NOT_DUE.fullmatch(match[0].strip()) and not _BARE_COUNT.fullmatch(match[0].strip())
    ]  # fmt: skip
    if found:
        best = max(
            found, key=lambda match: (_is_dated(match[0]), match.end() == len(words.rstrip(" .!,")), len(match[0]))
        )
        return Span(best.start(), best.start() + len(best[0].rstrip(". "))).shifted(within.start)
    for pattern in (_EVENT_LATE, _EVENT_EARLY):
        if (match := pattern.search(words.rstrip(" .!"))) and len(match[0].split()) > 1:
            return Span(match.start(), match.end()).shifted(within.start)
    return None


def _is_dated(words: str) -> bool:
    return not re.fullmatch(rf"{_CLOCK}|any\s?more|daily|right\s+now", words.strip(), re.IGNORECASE)


_LEAD: Final = re.compile(
    rf"^(?:(?P<before>before)|(?P<after>(?:(?:on|by|from)\s+)?(?:{_DAY_AFTER}|after)(?!\s+(?:lunch|dinner|supper)$))|by|on|until|till|til"
    r"|starting(?:\s+(?:from|on))?|beginning(?:\s+(?:on|with))?|from|as\s+of|over|come|during|for|after|within"
    r"|in|at|towards?|around|first\s+thing)\s+(?!\d+\s*(?:days?|weeks?|months?|years?|hours?)|(?:a|two|three|four|six)\s)(?:on\s+|in\s+)?"
)
_CLOCK_FIRST: Final = re.compile(
    rf"^{_CLOCK}\s*,?\s*(?=(?:on\s+(?!\d)|{_TOMORROWS}\b|today\b|tonight\b|in\s+the\s+morning\b|this\s|next\s|{any_of(WEEKDAYS)}\b))"
)
"""An hour before the day: "at six on Thursday" is due on Thursday, and "before six on Thursday" is so too."""
_AT_AN_HOUR: Final = re.compile(rf"[ ,]+{_CLOCK}$")
_HOUR_ALONE: Final = re.compile(
    r"(?:at|by|before|after|around|till|until)\s+(?:half\s+past\s+)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|noon|midnight|(?:[01]?\d|2[0-4])(?:[.:]\d\d)?(?:\s?(?:am|pm|o'clock))?)"
)
"""An hour and no day is an hour of that day; read as a date, "at five" and "by 5" would be the fifth month."""
_SPAN_WORDS: Final = re.compile(r"(?P<which>this|next|the)\s+(?:coming\s+)?(?P<unit>week|weekend|month|year)\b")
_END_OF: Final = re.compile(
    rf"(?:the\s+)?(?:very\s+)?end\s+of\s+(?:(?P<which>this|next|the)\s+)?(?:(?P<unit>week|month|year)|(?P<month>{any_of(MONTHS)})|(?P<season>{any_of(SEASONS)}))"
)
_WEEKDAY_ONLY: Final = re.compile(
    rf"(?P<which>this\s+(?:coming\s+)?|next\s+)?(?P<day>{any_of(WEEKDAYS)}|weds)\b\.?(?P<rest>.*)"
)
_WHILE: Final = re.compile(
    rf"\b(?:this|next)\s+(?:week|month|year)\b|\b(?:until|till|for)\s+.*$|\bin\s+(?:{any_of(MONTHS)})$"
)
"""How long something is to be done every day: what returns is due on the last of them."""
_EVERY: Final = re.compile(r"(?:every|each|once\s+a|twice\s+a|daily|nightly|any\s?more)\b")
_TODAY: Final = re.compile(
    r"(?:today|tonight|now\b|right now|this\s+(?:very\s+)?(?:morning|afternoon|evening|night|day)|straight away|at once|(?:lunch|dinner|bed|supper)$)"
)
_TOMORROW: Final = re.compile(rf"(?:first\s+thing\s+)?{_TOMORROWS}\b|first\s+thing\b(?!\s+on)|(?:the\s+)?morning$")
_AFTER_NEXT: Final = re.compile(
    rf"(?:the\s+)?(?:(?P<unit>week|weekend|month|year)|(?P<day>{any_of(WEEKDAYS)}|weds))\s+after\s+next\b"
)
_ORDINALS: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_DAY_OF_MONTH: Final = re.compile(
    rf"(?:the )?(?:(?P<number>\d{{1,2}}(?=st|nd|rd|th)|{any_of(_ORDINALS)}))(?:st|nd|rd|th)?"
    r"(?: of (?P<which>this|next|the) month)?"
)
_DATE_BESIDE: Final = re.compile(
    rf"(?: {_PART})?[ ,]+(?P<date>(?:(?:the )?\d|the (?:{any_of(_ORDINALS)})\b|(?:{any_of(MONTHS)})\b).*)"
)
"""The date of a weekday: "Friday the 20th", "Friday, 20 June"."""


def due_day(words: str, written_on: date) -> date | None:
    """Return the last day on which it is still in time; None where the words name no day, or one that returns.

    "before" a day means the day before it and "after" one the day after it; a week, a month or a season ends with its
    last day, also "before the end".
    """
    said = re.sub(r"\s+", " ", words.strip().lower().replace("’", "'")).strip(" .,")
    said = _CLOCK_FIRST.sub("", said)
    if _HOUR_ALONE.fullmatch(said):
        return written_on
    lead = _LEAD.match(said)
    rest = said[lead.end() :] if lead else said
    rest = rest.removeprefix("the ") if re.match(rf"the (?:{any_of(WEEKDAYS)})", rest) else rest
    days = _days(rest, written_on)
    if days is None:
        return None
    if lead and lead["before"] and not _END_OF.match(rest):
        return max(moved(days.first, -1), written_on)
    if lead and lead["after"]:
        return moved(days.last, 1)
    return days.last


def _days(said: str, today: date) -> Days | None:
    """Return the days that a phrase without its preposition means, seen from `today`."""
    if not said or _EVERY.match(said):
        later = _EVERY.match(said) and _WHILE.search(said)
        return _days(re.sub(r"^(?:until|till|for|in)\s+", "", later.group()), today) if later else None
    if _TODAY.match(said):
        return Days(today, today)
    if _TOMORROW.match(said):
        return Days(moved(today, 1), moved(today, 1))
    if match := _END_OF.match(said):
        last = _end_of(match, today)
        return Days(last, last)
    if match := _AFTER_NEXT.match(said):
        return _after_next(match, today)
    if match := _SPAN_WORDS.match(said):
        return _named_span(match["which"], match["unit"], today)
    if match := _WEEKDAY_ONLY.match(said):
        return _weekday(match, today)
    return _dated(said, today) or _counted(said, today)


def _named_span(which: str, unit: str, today: date) -> Days:
    """Return this or the next week, weekend, month or year; "the weekend" is the coming one."""
    now = weekend_of(today) if unit == "weekend" else whole(unit, today)
    if which != "next":
        return now if now.last >= today else whole(unit, moved(today, 7))
    return weekend_of(moved(today, 7)) if unit == "weekend" else whole(unit, moved(now.last, 1))


def _after_next(match: re.Match[str], today: date) -> Days:
    """Return the week, weekend, month or year after the next one, or a weekday of the week after it."""
    if unit := match["unit"]:
        return _named_span("next", unit, moved(today, 7) if unit == "weekend" else moved(whole(unit, today).last, 1))
    day = moved(week_of(moved(today, 14)).first, _weekday_number(match["day"]))
    return Days(day, day)


def _end_of(match: re.Match[str], today: date) -> date:
    if match["month"]:
        month = MONTHS[match["month"]]
        return month_of(today.year + (month < today.month), month).last
    if match["season"]:
        season = season_of(today.year, match["season"]) or year_of(today.year)
        return season.last if season.last >= today else (season_of(today.year + 1, match["season"]) or season).last
    return _named_span(match["which"] or "this", match["unit"], today).last


def _weekday(match: re.Match[str], today: date) -> Days:
    """Return the day: "next Friday" is the Friday of next week, "Friday" the first one after today.

    A date beside it says which; "Friday week" is seven days later.
    """
    number = _weekday_number(match["day"])
    if (beside := _DATE_BESIDE.match(match["rest"])) and (days := _dated(_AT_AN_HOUR.sub("", beside["date"]), today)):
        return days
    which = match["which"] or ""
    day = moved(week_of(moved(today, 7)).first, number) if which.startswith("next") else weekday_after(today, number)
    day = moved(day, 7) if re.match(r" (?:\w+ )?week\b", match["rest"]) else day
    return Days(day, day)


def _weekday_number(name: str) -> int:
    return WEEKDAYS["wed" if name == "weds" else name]


def _dated(said: str, today: date) -> Days | None:
    """Return the next time that a date, month, season, feast or day of the month comes round."""
    if match := _DAY_OF_MONTH.fullmatch(said):
        month = _named_span(match["which"], "month", today) if match["which"] else None
        return _next_day(match["number"], moved(month.first, -1) if month and month.first > today else today)
    found = read_date(said, 0, today)
    if found is None:
        return None
    stretch = found[0]
    for year in (today.year, today.year + 1) if not stretch.dated else (today.year,):
        days = stretch.in_year(year) if year <= date.max.year else None
        if days is not None and days.last >= today:
            return days
    return None


def _next_day(number: str, today: date) -> Days | None:
    """Return the next day of that number after today."""
    wanted = int(number) if number.isdigit() else _ORDINALS.index(number) + 1
    for ahead in range(1, 63):
        day = moved(today, ahead)
        if day.day == wanted and day > today:
            return Days(day, day)
    return None


def _counted(said: str, today: date) -> Days | None:
    """Let dateparser read what is left: "in two weeks", "the 14th"."""
    import dateparser

    asked = re.sub(r"\b(?:a couple of|a few)\b", lambda m: "2" if "couple" in m[0] else "3", said)
    asked = re.sub(r"^(?:within|for|over) |['’]? time\b|^the |\bfrom (?:now|today)\b", "", asked).strip()
    if not re.search(r"\d|day|week|month|year|fortnight|one|two|three|four|five|six", asked) or len(asked) > 40:
        return None
    if re.match(r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s", asked):
        asked = f"in {asked}"
    found = dateparser.parse(
        asked.replace("fortnight", "2 weeks").replace("in a 2 weeks", "in 2 weeks"), languages=["en"],
        settings={"RELATIVE_BASE": datetime.combine(today, time(12)), "PREFER_DATES_FROM": "future",
                  "RETURN_AS_TIMEZONE_AWARE": False},
    )  # fmt: skip
    if found is None or found.date() < today:
        return None
    return Days(found.date(), found.date())
