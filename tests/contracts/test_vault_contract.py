"""What every store behind the vault's ports promises, on a plain and on an encrypted vault."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import pytest

from assistant.core.dialogue import Move, QuestionType, Reply, VoiceName
from assistant.core.entry import Attachment, Entry, EntryKind, Quotation, Writing
from assistant.core.ids import Area, EntryId, PassageId, RecordId, SessionId
from assistant.core.reading import AssumptionKind, Sign
from assistant.core.records import (
    Belief,
    BeliefStatus,
    Commitment,
    Feedback,
    Loop,
    LoopLink,
    Outcome,
    Purpose,
    Reality,
    Record,
    Strength,
    Vision,
)
from assistant.core.span import Span
from assistant.errors import NotFound, VaultInUse
from assistant.ports import Vault
from assistant.vault import create, open_vault
from assistant.vault.keys import Cost

EAST = timezone(timedelta(hours=5, minutes=30))
NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
MODEL = "model 1"


@pytest.fixture(params=["plain", "encrypted"])
def vault(request: pytest.FixtureRequest, vault_folder: Path) -> Iterator[Vault]:
    """An empty vault, typed as its port."""
    passphrase = "correct horse" if request.param == "encrypted" else None
    made = create(vault_folder, passphrase=passphrase, cost=Cost(1, 8 * 1024 * 1024)).vault
    yield made
    made.close()


def said(vault: Vault, text: str, *, at: datetime = NOON, session: str | None = None) -> Entry:
    """Save a text."""
    kind = EntryKind.MESSAGE if session else EntryKind.REFLECTION
    return vault.entries.add(Writing(at, text, kind, session=SessionId(session) if session else None))


def unit(*rows: list[float]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Return rows of length 1."""
    vectors = np.array(rows, dtype=np.float32)
    lengths: np.ndarray[tuple[int, int], np.dtype[np.float32]] = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / lengths, dtype=np.float32).reshape(len(rows), -1)


class TestEntries:
    """`EntryStore`."""

    def test_an_entry_comes_back_as_it_was_written(self, vault: Vault) -> None:
        """Every field of a writing is kept, its offset and its attachments too."""
        writing = Writing(
            datetime(2025, 12, 31, 23, 59, 59, 123456, EAST),
            "A line.\nAnother.",
            EntryKind.NOTE,
            title="Last day",
            source="dayone",
            source_id="ABC-1",
            session=SessionId("s"),
            tags=("year", "end"),
            attachments=(Attachment("a.jpg", "image/jpeg", 12, "photos/a.jpg"), Attachment("b")),
        )
        entry = vault.entries.add(writing)
        kept = vault.entries.get(entry.id)
        assert kept == entry
        assert all(getattr(kept, name) == getattr(writing, name) for name in Writing.__slots__)
        assert kept.written_at.utcoffset() == timedelta(hours=5, minutes=30)

    def test_an_id_is_sixteen_hexadecimal_digits(self, vault: Vault) -> None:
        """Ids look as `core.ids` says."""
        assert len(bytes.fromhex(said(vault, "a").id)) == 8

    def test_many_entries_come_in_the_order_in_which_they_are_named(self, vault: Vault) -> None:
        """More than one query takes; what is not there is passed over, and one that is named twice comes twice."""
        one, two = said(vault, "one"), said(vault, "two")
        absent = [EntryId(f"{number:016x}") for number in range(1200)]
        named = [two.id, *absent, one.id, EntryId("\udc80"), two.id]
        assert vault.entries.get_many(named) == [two, one, two]
        assert vault.entries.get_many([]) == []

    def test_an_unknown_id_is_not_found(self, vault: Vault) -> None:
        """Asking for what is not there raises NotFound everywhere."""
        for ask in (
            lambda: vault.entries.get(EntryId("nothing")),
            lambda: vault.entries.amend(EntryId("nothing"), "x", NOON),
            lambda: vault.entries.earlier_texts(EntryId("\udc80")),
            lambda: vault.passages.put_passages(EntryId("nothing"), []),
            lambda: vault.records.history(RecordId("nothing")),
            lambda: vault.records.withdraw(RecordId("nothing"), NOON),
            lambda: vault.sessions.session(SessionId("nothing")),
        ):
            with pytest.raises(NotFound):
                ask()

    def test_the_same_writing_is_saved_once(self, vault: Vault) -> None:
        """A second `add` of the same source, moment and text returns the entry that is there."""
        assert said(vault, "once").id == said(vault, "once").id
        assert said(vault, "once", at=NOON + timedelta(seconds=1)).id != said(vault, "once").id
        assert vault.entries.count() == 2

    def test_a_second_import_brings_nothing_new(self, vault: Vault) -> None:
        """The same writings again are recognised, one by one."""
        writings = [Writing(NOON, f"note {n}", EntryKind.NOTE, source="jsonl", source_id=str(n)) for n in range(1200)]
        first = list(vault.entries.add_many(writings))
        second = list(vault.entries.add_many(writings))
        assert [new for _, new in first] == [True] * 1200
        assert [new for _, new in second] == [False] * 1200
        assert [entry for entry, _ in first] == [entry for entry, _ in second]

    def test_amending_keeps_the_earlier_text(self, vault: Vault) -> None:
        """The new text is found, the old one is kept with the moment at which it was replaced."""
        entry = said(vault, "I was wrong about the harbour")
        vault.entries.amend(entry.id, "I was right about the lighthouse", NOON + timedelta(days=1))
        vault.entries.amend(entry.id, "I was right about the lighthouse", NOON + timedelta(days=2))
        assert vault.entries.get(entry.id).text == "I was right about the lighthouse"
        assert vault.entries.earlier_texts(entry.id) == [(NOON + timedelta(days=1), "I was wrong about the harbour")]
        assert [hit.entry for hit in vault.entries.search_words(["lighthouse"], 5)] == [entry.id]
        assert vault.entries.search_words(["harbour"], 5) == []

    def test_days_are_those_of_the_person(self, vault: Vault) -> None:
        """`between` goes by the calendar day where the entry was written, both ends included."""
        late = said(vault, "late in Delhi", at=datetime(2026, 3, 1, 0, 30, tzinfo=EAST))  # 28 February in UTC
        early = said(vault, "early in Hawaii", at=datetime(2026, 2, 28, 20, 0, tzinfo=timezone(timedelta(hours=-10))))
        february, march = date(2026, 2, 28), date(2026, 3, 1)
        assert list(vault.entries.between(march, march)) == [late]
        assert list(vault.entries.between(february, february)) == [early]
        assert list(vault.entries.between()) == [late, early]
        assert list(vault.entries.between(until=date.min)) == list(vault.entries.between(since=date.max)) == []

    def test_order_is_by_moment_then_arrival(self, vault: Vault) -> None:
        """Entries of one moment keep the order in which they came, over more than one page of a listing."""
        same = [said(vault, f"number {n}") for n in range(600)]
        before = said(vault, "before", at=NOON - timedelta(hours=1))
        assert list(vault.entries.between()) == [before, *same]
        assert vault.entries.latest(2) == [same[-1], same[-2]]
        assert vault.entries.latest(0) == []

    def test_words_are_found_by_their_stem(self, vault: Vault) -> None:
        """A search stems English words, folds accents and ranks the better match first."""
        often = said(vault, "Running, running: I ran to the café")
        once = said(vault, "A run is planned for the day after the long meeting about the budget of the whole house")
        hits = vault.entries.search_words(["runs"], 5)
        assert [hit.entry for hit in hits] == [often.id, once.id]
        assert hits[0].score > hits[1].score > 0
        assert [hit.entry for hit in vault.entries.search_words(["cafe"], 5)] == [often.id]
        assert len(vault.entries.search_words(["runs", "budget"], 1)) == 1

    @pytest.mark.parametrize(
        "term", ['"', "a OR b", "NEAR(a b)", "title:", "x*", "^run", "-run", "\0", "\udc80", "", "("]
    )
    def test_a_term_is_never_syntax(self, vault: Vault, term: str) -> None:
        """Whatever a person types is a word to look for."""
        said(vault, "unrelated")
        assert vault.entries.search_words([term], 5) == []
        assert vault.entries.document_frequency([term]) == {term: 0}

    def test_frequency_counts_entries(self, vault: Vault) -> None:
        """A term counts once an entry, whatever its form."""
        said(vault, "walk walked walking")
        said(vault, "a walk")
        assert vault.entries.document_frequency(["walks", "swim"]) == {"walks": 2, "swim": 0}
        assert vault.entries.document_frequency([]) == {}

    def test_frequency_follows_every_change(self, vault: Vault) -> None:
        """What was counted before is counted anew after an entry came, changed, or came and was taken back."""

        def counted() -> int:
            return vault.entries.document_frequency(["canal"])["canal"]

        entry = said(vault, "by the canal")
        assert counted() == counted() == 1
        said(vault, "the canal froze", at=NOON + timedelta(days=1))
        assert counted() == 2
        vault.entries.amend(entry.id, "by the river", NOON)
        assert counted() == 1

        def taken_back() -> None:
            with vault.together():
                said(vault, "the canal again", at=NOON + timedelta(days=2))
                raise RuntimeError(counted())

        with pytest.raises(RuntimeError, match="2"):
            taken_back()
        assert counted() == 1

    def test_a_title_is_found(self, vault: Vault) -> None:
        """Full text covers titles."""
        entry = vault.entries.add(Writing(NOON, "text", title="Winterreise"))
        assert [hit.entry for hit in vault.entries.search_words(["winterreise"], 5)] == [entry.id]


class TestPassages:
    """`PassageStore`."""

    def test_an_entry_waits_until_its_passages_are_made(self, vault: Vault) -> None:
        """New and amended entries are unsplit, oldest first; splitting takes them off the list."""
        late, early = said(vault, "late"), said(vault, "early", at=NOON - timedelta(days=1))
        assert vault.passages.unsplit(5) == [early, late]
        assert vault.passages.unsplit(1) == [early]
        vault.passages.put_passages(early.id, [])
        assert vault.passages.unsplit(5) == [late]
        amended = vault.entries.amend(early.id, "changed", NOON)
        assert vault.passages.unsplit(5) == [amended, late]

    def test_unchanged_words_keep_their_passage_and_vector(self, vault: Vault) -> None:
        """After a change of one sentence only that sentence is embedded again."""
        entry = said(vault, "One. Two.")
        one, two = vault.passages.put_passages(entry.id, [Span(0, 4), Span(5, 9)])
        vault.passages.put_vectors(MODEL, [one.id, two.id], unit([1, 0], [0, 1]))
        vault.entries.amend(entry.id, "New. Two.", NOON)
        new, kept = vault.passages.put_passages(entry.id, [Span(0, 4), Span(5, 9)])
        assert kept.id == two.id
        assert new.id not in (one.id, two.id)
        assert vault.passages.unembedded(MODEL, 5) == [(new, "New.")]
        assert vault.passages.passages_of(entry.id) == [new, kept]
        assert vault.passages.entries_of([one.id], 5) == []

    def test_a_passage_id_is_never_used_twice(self, vault: Vault) -> None:
        """An index that still knows a removed passage cannot take another for it."""
        entry = said(vault, "One. Two.")
        (first,) = vault.passages.put_passages(entry.id, [Span(0, 4)])
        vault.passages.put_passages(entry.id, [])
        (second,) = vault.passages.put_passages(entry.id, [Span(0, 4)])
        assert second.id > first.id

    def test_the_same_words_are_embedded_once(self, vault: Vault) -> None:
        """A passage whose words have a vector elsewhere takes that vector."""
        first, second = said(vault, "Same."), said(vault, "Same.", at=NOON + timedelta(days=1))
        (one,) = vault.passages.put_passages(first.id, [Span(0, 5)])
        vault.passages.put_vectors(MODEL, [one.id], unit([3, 4]))
        (two,) = vault.passages.put_passages(second.id, [Span(0, 5)])
        assert vault.passages.unembedded(MODEL, 5) == []
        ids, vectors = vault.passages.vectors(MODEL)
        assert ids == [one.id, two.id]
        assert np.array_equal(vectors[0], vectors[1])

    def test_the_newest_entry_is_embedded_first(self, vault: Vault) -> None:
        """Passages wait by the age of their entry, then by place; their words come along."""
        old, new = said(vault, "Old one. Old two."), said(vault, "New é.", at=NOON + timedelta(days=1))
        a, b = vault.passages.put_passages(old.id, [Span(0, 8), Span(9, 17)])
        (c,) = vault.passages.put_passages(new.id, [Span(0, 6)])
        assert vault.passages.unembedded(MODEL, 5) == [(c, "New é."), (a, "Old one."), (b, "Old two.")]
        assert vault.passages.unembedded(MODEL, 1) == [(c, "New é.")]

    def test_vectors_of_two_models_never_mix(self, vault: Vault) -> None:
        """Each embedder has its own vectors, its own waiting passages and its own fingerprint."""
        entry = said(vault, "One. Two.")
        one, two = vault.passages.put_passages(entry.id, [Span(0, 4), Span(5, 9)])
        vault.passages.put_vectors("a", [two.id, one.id], unit([0, 1], [1, 0]))
        vault.passages.put_vectors("b", [one.id], unit([1, 1, 1]))
        ids, vectors = vault.passages.vectors("a")
        assert ids == [one.id, two.id]
        assert vectors.dtype == np.float32
        assert np.array_equal(vectors, unit([1, 0], [0, 1]))
        assert vault.passages.vectors("b")[1].shape == (1, 3)
        assert vault.passages.vectors("c")[0] == []
        assert [vault.passages.embedded_count(name) for name in "abc"] == [2, 1, 0]
        assert [waiting.id for waiting, _ in vault.passages.unembedded("b", 5)] == [two.id]

    def test_vectors_of_entries_come_entry_by_entry_in_the_order_of_the_text(self, vault: Vault) -> None:
        """However the entries are named and the vectors were put; a passage without one is left out."""
        first, second = said(vault, "One. Two. Three."), said(vault, "Four.")
        one, two, _three = vault.passages.put_passages(first.id, [Span(0, 4), Span(5, 9), Span(10, 16)])
        (four,) = vault.passages.put_passages(second.id, [Span(0, 5)])
        vault.passages.put_vectors(MODEL, [four.id, two.id, one.id], unit([1, 1], [0, 1], [1, 0]))
        passages, vectors = vault.passages.vectors_of(MODEL, [second.id, EntryId("\udc80"), first.id])
        assert passages == [one, two, four]
        assert np.array_equal(vectors, unit([1, 0], [0, 1], [1, 1]))
        assert vault.passages.vectors_of("another", [first.id])[0] == []
        places, rows = vault.passages.places_of(MODEL, [second, first, second])
        assert places == [(first.sequence, 0, 4), (first.sequence, 5, 9), (second.sequence, 0, 5)]
        assert np.array_equal(rows, vectors)
        assert vault.passages.places_of("another", [first])[0] == []
        assert vault.passages.places_of(MODEL, [])[0] == []

    def test_passages_tell_their_entries(self, vault: Vault) -> None:
        """Each once, in the order of the passages, no more than asked; one that is gone tells nothing."""
        first, second = said(vault, "One. Two."), said(vault, "Three.", at=NOON + timedelta(days=1))
        one, two = vault.passages.put_passages(first.id, [Span(0, 4), Span(5, 9)])
        (three,) = vault.passages.put_passages(second.id, [Span(0, 6)])
        asked = [PassageId(99), two.id, three.id, one.id]
        assert vault.passages.entries_of(asked, 5) == [first.id, second.id]
        assert vault.passages.entries_of([three.id, *asked], 1) == [second.id]
        assert vault.passages.entries_of(asked, 0) == vault.passages.entries_of([], 5) == []

    def test_the_fingerprint_tells_what_an_index_must_hold(self, vault: Vault) -> None:
        """It changes with every vector added, replaced or taken away, and comes back with the same state."""
        entry = said(vault, "One. Two.")
        one, two = vault.passages.put_passages(entry.id, [Span(0, 4), Span(5, 9)])
        empty = vault.passages.fingerprint(MODEL)
        vault.passages.put_vectors(MODEL, [one.id], unit([1, 0]))
        first = vault.passages.fingerprint(MODEL)
        vault.passages.put_vectors(MODEL, [two.id], unit([1, 0]))
        both = vault.passages.fingerprint(MODEL)
        vault.passages.put_vectors(MODEL, [two.id], unit([0, 1]))
        replaced = vault.passages.fingerprint(MODEL)
        assert len({empty, first, both, replaced}) == 4
        vault.passages.put_vectors(MODEL, [two.id], unit([1, 0]))
        assert vault.passages.fingerprint(MODEL) == both
        vault.passages.put_passages(entry.id, [Span(0, 4)])
        assert vault.passages.fingerprint(MODEL) == first

    def test_a_vector_for_a_passage_that_is_gone_is_passed_over(self, vault: Vault) -> None:
        """A vector that comes too late harms nothing; a wrong number of rows is refused."""
        vault.passages.put_vectors(MODEL, [PassageId(99)], unit([1, 0]))
        assert vault.passages.embedded_count(MODEL) == 0
        with pytest.raises(ValueError, match="2 passages"):
            vault.passages.put_vectors(MODEL, [PassageId(1), PassageId(2)], unit([1, 0]))


def every_record(entry: Entry) -> list[Record]:
    """Return one record of every kind."""
    quotation, health, today = Quotation.cut(entry, Span(0, 5)), Area("health"), date(2026, 3, 14)
    return [
        Purpose(RecordId("p"), "To be of use", today),
        Vision(RecordId("v"), health, "I sleep", today, ("rested",), ("late screens", "coffee")),
        Reality(RecordId("x"), health, 4, "Five hours", today, "Ada"),
        Belief(RecordId("b"), "I must", AssumptionKind.SHOULD, BeliefStatus.OWNED, (quotation,), (quotation,)),
        Commitment(
            RecordId("c"), "Walk", today, today, "shoes worn", Outcome.KEPT, quotation, EntryId("e" * 16), health
        ),
        Feedback(RecordId("f"), health, "Bo", "You look tired", today, 3),
        Strength(RecordId("s"), "I listen", (quotation,)),
        Loop(
            RecordId("l"),
            (LoopLink("a", "b", Sign.SAME, quotation), LoopLink("b", "a", Sign.OPPOSITE, quotation)),
            True,
        ),
    ]


class TestRecords:
    """`RecordStore`."""

    @pytest.mark.parametrize("number", range(8))
    def test_a_record_of_every_kind_comes_back(self, vault: Vault, number: int) -> None:
        """Each kind of record is read as it was put, quotations and dates included, lone surrogates too."""
        record = every_record(said(vault, "abc\ud800d é", at=NOON.astimezone(EAST)))[number]
        assert vault.records.put(record, NOON).number == 1
        assert vault.records.current(type(record)) == [record]

    def test_versions_are_kept(self, vault: Vault) -> None:
        """A change is a new version; the newest is current, each keeps its moment."""
        first = Purpose(RecordId("p"), "one", date(2026, 1, 1))
        second = Purpose(RecordId("p"), "two", date(2026, 2, 1))
        vault.records.put(first, NOON)
        assert vault.records.put(second, NOON + timedelta(days=1)).number == 2
        assert vault.records.current(Purpose) == [second]
        history = vault.records.history(RecordId("p"))
        assert [(version.record, version.number, version.set_at) for version in history] == [
            (first, 1, NOON),
            (second, 2, NOON + timedelta(days=1)),
        ]

    def test_records_come_in_the_order_they_were_first_put(self, vault: Vault) -> None:
        """A new version does not move a record."""
        for name in ("z", "a", "m", "z"):
            vault.records.put(Purpose(RecordId(name), name, date(2026, 1, 1)), NOON)
        assert [record.id for record in vault.records.current(Purpose)] == ["z", "a", "m"]

    def test_a_withdrawn_record_keeps_its_history(self, vault: Vault) -> None:
        """It leaves what is current and comes back with its next version."""
        purpose = Purpose(RecordId("p"), "one", date(2026, 1, 1))
        vault.records.put(purpose, NOON)
        vault.records.withdraw(RecordId("p"), NOON)
        assert vault.records.current(Purpose) == []
        assert len(vault.records.history(RecordId("p"))) == 1
        vault.records.put(purpose, NOON)
        assert vault.records.current(Purpose) == [purpose]

    def test_an_id_of_any_bytes_is_kept(self, vault: Vault) -> None:
        """A name that a terminal garbled is an id like any other, and so is the mark of a refusal."""
        identity = RecordId("vision-\udcff")
        first = Purpose(identity, "to sing", NOON.date())
        vault.records.put(first, NOON)
        vault.records.put(replace(first, statement="to listen"), NOON)
        assert [version.number for version in vault.records.history(identity)] == [1, 2]
        vault.records.withdraw(identity, NOON)
        assert vault.records.current(Purpose) == []
        vault.records.refuse("belief", "\udcff", NOON)
        assert vault.records.refused("belief") == {"\udcff"}
        vault.records.allow("belief", "\udcff")
        assert vault.records.refused("belief") == frozenset()
        with pytest.raises(NotFound):
            vault.records.history(RecordId("\udcfe"))

    def test_a_refusal_is_remembered_by_kind(self, vault: Vault) -> None:
        """A no is kept, once, and concerns its kind only."""
        vault.records.refuse("belief", "abc", NOON)
        vault.records.refuse("belief", "abc", NOON)
        assert vault.records.refused("belief") == {"abc"}
        assert vault.records.refused("loop") == frozenset()

    def test_a_no_can_be_taken_back(self, vault: Vault) -> None:
        """What is allowed again may be proposed again; the same mark of another kind stays refused."""
        vault.records.refuse("belief", "abc", NOON)
        vault.records.refuse("loop", "abc", NOON)
        vault.records.allow("belief", "abc")
        vault.records.allow("belief", "never refused")
        assert vault.records.refused("belief") == frozenset()
        assert vault.records.refused("loop") == {"abc"}


class TestSessions:
    """`SessionStore`."""

    def test_a_conversation_comes_back_in_order(self, vault: Vault) -> None:
        """Messages with their replies make the turns; one without a reply yet has none."""
        first = said(vault, "I always fail", session="s")
        second = said(vault, "At work", at=NOON + timedelta(minutes=1), session="s")
        said(vault, "elsewhere", session="t")
        memory = Quotation.cut(first, Span(0, 8))
        reply = Reply("Always?", Move.EVIDENCE, VoiceName.MODEL, "Always?", QuestionType.EVIDENCE, memory)
        vault.sessions.answer(SessionId("s"), first.id, Reply("x", Move.OPEN, VoiceName.BANK), NOON)
        vault.sessions.answer(SessionId("s"), first.id, reply, NOON)
        session = vault.sessions.session(SessionId("s"))
        assert session.started_at == first.written_at
        assert [(turn.entry, turn.said, turn.reply) for turn in session.turns] == [
            (first.id, "I always fail", reply),
            (second.id, "At work", None),
        ]
        assert session.practice is None

    def test_the_newest_session_comes_first(self, vault: Vault) -> None:
        """Sessions are listed by when they began."""
        for days, name in ((0, "a"), (2, "c"), (1, "b")):
            said(vault, f"in {name}", at=NOON + timedelta(days=days), session=name)
        assert [session.id for session in vault.sessions.sessions(2)] == ["c", "b"]

    def test_an_answer_needs_its_message(self, vault: Vault) -> None:
        """A reply to nothing is refused."""
        with pytest.raises(NotFound):
            vault.sessions.answer(SessionId("s"), EntryId("no"), Reply("x", Move.OPEN, VoiceName.BANK), NOON)

    def test_state_is_kept_by_name(self, vault: Vault) -> None:
        """What was remembered last comes back; another session or name has its own."""
        session = SessionId("s")
        vault.sessions.remember_state(session, "coach", "{}")
        vault.sessions.remember_state(session, "coach", '{"turn": 2}')
        assert vault.sessions.state(session, "coach") == '{"turn": 2}'
        assert vault.sessions.state(session, "other") is None
        assert vault.sessions.state(SessionId("t"), "coach") is None

    @pytest.mark.parametrize("state", ['"ladder"', '{"practice": "ladder", "step": 2}'])
    def test_a_session_names_its_practice(self, vault: Vault, state: str) -> None:
        """The state called `practice` says which practice a session follows."""
        said(vault, "hello", session="s")
        vault.sessions.remember_state(SessionId("s"), "practice", state)
        assert vault.sessions.session(SessionId("s")).practice == "ladder"


class TestDraftsAndDerived:
    """`DraftStore` and `DerivedStore`."""

    def test_a_draft_is_kept_by_place(self, vault: Vault) -> None:
        """The newest draft of a place comes back; an empty one drops it."""
        vault.drafts.keep_draft("chat", "half a th")
        vault.drafts.keep_draft("chat", "half a thought\0\ud800")
        assert vault.drafts.draft("chat") == "half a thought\0\ud800"
        assert vault.drafts.draft("search") == ""
        vault.drafts.keep_draft("chat", "")
        assert vault.drafts.draft("chat") == ""

    def test_derived_values_can_be_thrown_away(self, vault: Vault) -> None:
        """Values come back by kind and key; dropping one kind leaves the others."""
        keys = [str(number) for number in range(600)]
        with vault.together():
            for key in keys:
                vault.derived.derive("reading", key, key.encode())
        vault.derived.derive("reading", "0", b"newer")
        vault.derived.derive("belief", "0", b"\x00\xff")
        assert vault.derived.derived("reading", [*keys, "no"]) == {key: key.encode() for key in keys} | {"0": b"newer"}
        vault.derived.drop_derived("reading")
        assert vault.derived.derived("reading", keys) == {}
        assert vault.derived.derived("belief", ["0"]) == {"0": b"\x00\xff"}
        vault.derived.drop_derived()
        assert vault.derived.derived("belief", ["0"]) == {}


class TestTogether:
    """`Vault.together`."""

    def test_all_of_it_or_nothing(self, vault: Vault) -> None:
        """Writes of several stores are kept together; an error within takes all of them back."""
        with vault.together():
            entry = said(vault, "kept")
            vault.derived.derive("reading", entry.id, b"1")

        def break_down() -> None:
            with vault.together():
                said(vault, "taken back")
                vault.derived.derive("reading", "x", b"2")
                raise RuntimeError

        with pytest.raises(RuntimeError):
            break_down()
        assert list(vault.entries.between()) == [entry]
        assert vault.derived.derived("reading", [entry.id, "x"]) == {entry.id: b"1"}


class TestAlone:
    """`Vault.alone`."""

    def test_nobody_else_gets_in(self, vault_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """While one holds the vault alone, another cannot open it; afterwards it can."""
        monkeypatch.setattr("assistant.vault.lock.WAIT_SECONDS", 0.1)
        with create(vault_folder).vault as first:
            with first.alone(), first.alone(), pytest.raises(VaultInUse):
                open_vault(vault_folder)
            with open_vault(vault_folder) as second:
                with pytest.raises(VaultInUse), first.alone():
                    pass
                second.entries.add(Writing(NOON, "still possible"))
            assert first.entries.count() == 1


class TestLinks:
    """`LinkStore`."""

    def test_a_folder_is_linked_once_and_unlinked(self, vault: Vault) -> None:
        """Linking it again changes its format; unlinking tells whether it was linked."""
        vault.links.link("/notes", "markdown", NOON)
        vault.links.link("/notes", "jrnl", NOON + timedelta(days=1))
        vault.links.link("/\udc80", "text", NOON + timedelta(days=2))
        assert [(one.folder, one.format) for one in vault.links.linked()] == [("/notes", "jrnl"), ("/\udc80", "text")]
        assert vault.links.unlink("/notes")
        assert not vault.links.unlink("/notes")
        assert len(vault.links.linked()) == 1

    def test_stamps_are_kept_for_each_folder_and_go_with_it(self, vault: Vault) -> None:
        """A later stamp takes the place of the earlier one."""
        vault.links.link("/notes", "markdown", NOON)
        vault.links.stamp("/notes", {b"a": "1", b"b": "1"})
        vault.links.stamp("/notes", {b"a": "2"})
        assert vault.links.stamps("/notes") == {b"a": "2", b"b": "1"}
        assert vault.links.stamps("/other") == {}
        vault.links.unlink("/notes")
        assert vault.links.stamps("/notes") == {}

    def test_nothing_is_forgotten_at_first(self, vault: Vault) -> None:
        """Words typed here have no origin, and so are never held back."""
        assert not vault.links.is_forgotten("markdown", "a.md")
        assert not vault.links.is_forgotten(None, None)


class TestEverything:
    """What an export asks of the stores."""

    def test_every_version_of_every_record_comes_in_order(self, vault: Vault) -> None:
        """Over more than one page, withdrawn ones with when they were."""
        for number in range(300):
            vault.records.put(Purpose(RecordId(f"p{number % 7}"), f"to {number}", NOON.date()), NOON)
        vault.records.withdraw(RecordId("p0"), NOON + timedelta(days=1))
        versions = list(vault.records.everything())
        assert [version.record.statement for version in versions if isinstance(version.record, Purpose)] == [
            f"to {number}" for number in range(300)
        ]
        withdrawn = [version for version in versions if version.withdrawn_at]
        assert [(one.record.id, one.withdrawn_at) for one in withdrawn] == [("p0", NOON + timedelta(days=1))]
        assert vault.records.history(RecordId("p0"))[-1].withdrawn_at == NOON + timedelta(days=1)

    def test_refusals_replies_and_states_are_all_told(self, vault: Vault) -> None:
        """With kind and moment, with message and moment, with session and name."""
        vault.records.refuse("belief", "mark", NOON)
        assert [(one.kind, one.fingerprint, one.at) for one in vault.records.refusals()] == [("belief", "mark", NOON)]
        first, second = (said(vault, f"text {number}", session="s") for number in range(2))
        for entry in (second, first):
            vault.sessions.answer(SessionId("s"), entry.id, Reply("And?", Move.CLARIFY, VoiceName.BANK), NOON)
        assert [(one.entry, one.at) for one in vault.sessions.answers()] == [(first.id, NOON), (second.id, NOON)]
        vault.sessions.remember_state(SessionId("s"), "practice", "{}")
        assert [(one.session, one.name, one.state) for one in vault.sessions.states()] == [("s", "practice", "{}")]
