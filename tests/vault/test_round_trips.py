"""Whatever a person or a broken file holds comes back to the character."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.core.entry import Attachment, EntryKind, Writing
from assistant.core.ids import SessionId
from assistant.vault import SqlVault, check
from assistant.vault.moments import moment_of, offset_seconds, utc_micros

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
"""Every code point, lone surrogates and NUL included."""
MOMENTS = st.builds(
    lambda wall, minutes: wall.replace(tzinfo=timezone(timedelta(minutes=minutes))),
    st.datetimes(),
    st.integers(-14 * 60, 14 * 60),
)
WRITINGS = st.builds(
    Writing,
    MOMENTS,
    ANY_TEXT,
    kind=st.sampled_from(EntryKind),
    title=st.none() | ANY_TEXT,
    source=st.none() | ANY_TEXT,
    source_id=st.none() | ANY_TEXT,
    session=st.none() | ANY_TEXT.map(SessionId),
    tags=st.lists(ANY_TEXT, max_size=3).map(tuple),
    attachments=st.lists(st.builds(Attachment, ANY_TEXT, st.none() | ANY_TEXT), max_size=2).map(tuple),
)


@given(writing=WRITINGS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_writing_comes_back(vault: SqlVault, writing: Writing) -> None:
    """A generated writing is read back equal in every field, moment and offset included."""
    number = vault.entries.count()  # examples share a vault, and none may take another for itself
    source_id = None if writing.source_id is None else f"{number} {writing.source_id}"
    writing = replace(writing, text=f"{number} {writing.text}", source_id=source_id)
    entry = vault.entries.add(writing)
    kept = vault.entries.get(entry.id)
    assert all(getattr(kept, name) == getattr(writing, name) for name in Writing.__slots__)
    assert kept.written_at.utcoffset() == writing.written_at.utcoffset()
    assert vault.entries.add(writing).id == entry.id
    day = writing.written_at.date()
    assert kept in list(vault.entries.between(day, day))


@given(moment=MOMENTS)
def test_a_moment_is_taken_apart_and_put_together(moment: datetime) -> None:
    """Microseconds and offset give the moment back, in year 1 and year 9999 too."""
    again = moment_of(utc_micros(moment), offset_seconds(moment))
    assert (again, again.utcoffset()) == (moment, moment.utcoffset())


def test_a_moment_without_an_offset_is_refused() -> None:
    """Nothing is guessed about a clock that does not say where it hangs."""
    with pytest.raises(ValueError, match="offset"):
        offset_seconds(datetime(2026, 1, 1))  # noqa: DTZ001


@pytest.mark.parametrize(
    "text",
    [
        "a\0b",
        "\ud800",
        "\x1b[31mred\x1b]52;c;aGk=\x07",
        "[/x]",
        "e\u0301 é",
        "\r\n\t ",
        "",
        "\u202eabc",
        "x" * 10_000_000,
    ],
    ids=["nul", "surrogate", "ansi", "markup", "combining", "blank", "empty", "bidi", "ten megabytes"],
)
def test_awkward_texts_come_back(vault: SqlVault, text: str) -> None:
    """Each awkward text is kept exactly, amended exactly, and the vault stays sound."""
    entry = vault.entries.add(Writing(datetime.now(UTC), text, title=text[:100]))
    assert vault.entries.get(entry.id).text == text
    vault.entries.amend(entry.id, "plain", datetime.now(UTC))
    assert vault.entries.amend(entry.id, text, datetime.now(UTC)).text == text
    assert (
        [earlier for _, earlier in vault.entries.earlier_texts(entry.id)] == [text, "plain"] if text != "plain" else []
    )
    assert [one.name for one in check(vault) if not one.ok] == []
