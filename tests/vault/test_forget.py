"""Forget for good: a canary word is found before and nowhere after."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from assistant import vault as room
from assistant.core.dialogue import Move, Reply, VoiceName
from assistant.core.entry import Attachment, Entry, EntryKind, Quotation, Writing
from assistant.core.ids import Area, RecordId, SessionId
from assistant.core.reading import AssumptionKind, Sign
from assistant.core.records import (
    Belief,
    BeliefStatus,
    BeliefTest,
    Commitment,
    Loop,
    LoopLink,
    Outcome,
    Purpose,
    Strength,
    Vision,
)
from assistant.core.span import Span
from assistant.errors import NotFound
from assistant.vault import SqlVault, depend_on, forget

NOW = datetime(2026, 6, 1, 20, tzinfo=UTC)
CANARY = "Zyzzyva"
WORDS = f"I must never tell the {CANARY} é secret at work"
SESSION = SessionId("evening")


def say(vault: SqlVault, text: str, days: int = 0, session: SessionId | None = None) -> Entry:
    """Save a message."""
    return vault.entries.add(Writing(NOW + timedelta(days=days), text, EntryKind.MESSAGE, session=session))


def quote(entry: Entry) -> Quotation:
    """Quote a whole entry."""
    return Quotation.cut(entry, Span(0, len(entry.text)))


def everything(vault: SqlVault) -> tuple[Entry, Entry]:
    """Use every store on one secret entry and on one that stays."""
    stays = say(vault, "I must sleep more, the harbour is calm", session=SESSION)
    secret = vault.entries.add(
        Writing(
            NOW,
            f"draft of {WORDS}",
            EntryKind.MESSAGE,
            title=f"On the {CANARY}",
            session=SESSION,
            tags=(CANARY,),
            attachments=(Attachment(f"{CANARY}.jpg"),),
        )
    )
    secret = vault.entries.amend(secret.id, WORDS, NOW)
    for entry in (stays, secret):
        passages = vault.passages.put_passages(entry.id, [Span(0, 6), Span(7, len(entry.text))])
        vault.passages.put_vectors("m", [passage.id for passage in passages], np.eye(2, dtype=np.float32))
    vault.sessions.answer(SESSION, secret.id, Reply(f"What about the {CANARY}?", Move.CLARIFY, VoiceName.MODEL), NOW)
    echo = Reply("How does it sit with that?", Move.REMEMBER, VoiceName.BANK, memory=quote(secret))
    vault.sessions.answer(SESSION, stays.id, echo, NOW)
    vault.sessions.remember_state(SESSION, "coach", f'{{"handle": "the {CANARY}"}}')
    vault.drafts.keep_draft("chat", f"and the {CANARY} said")
    vault.derived.derive("reading", secret.id, WORDS.encode())
    vault.records.refuse("belief", f"the {CANARY} must hide", NOW)
    return stays, secret


def bytes_of(vault: SqlVault) -> bytes:
    """Return every byte of the folder, and of every row, which is where an encrypted vault's words are."""
    vault.database.checkpoint()
    files = b"".join(path.read_bytes() for path in vault.layout.folder.rglob("*") if path.is_file())
    tables = vault.database.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRT%'")
    rows = [row for (table,) in tables for row in vault.database.rows(f'SELECT * FROM "{table}"')]
    values = [
        value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value for row in rows for value in row
    ]
    return files + b"".join(value for value in values if isinstance(value, bytes))


def test_a_forgotten_entry_leaves_no_byte(vault: SqlVault) -> None:
    """After every feature has been used on it, its canary is nowhere: files, log, rows, full text, index."""
    stays, secret = everything(vault)
    (vault.layout.index / "one").mkdir(parents=True)
    (vault.layout.index / "one" / "rows").write_text(CANARY)
    assert CANARY.encode() in bytes_of(vault)  # the control
    done = forget(vault, [secret.id])
    left = bytes_of(vault)
    assert CANARY.encode() not in left
    assert CANARY.lower().encode() not in left
    assert (done.forgotten, done.traces_left) == (1, 0)
    assert not vault.layout.index.exists()
    assert vault.entries.search_words([CANARY], 5) == []
    assert vault.entries.get(stays.id) == stays
    assert [hit.entry for hit in vault.entries.search_words(["harbour"], 5)] == [stays.id]
    assert vault.passages.embedded_count("m") == 2
    assert [one.name for one in room.check(vault) if not one.ok] == []


def test_what_would_go_is_told_before(vault: SqlVault) -> None:
    """The preview counts what depends on an entry and changes nothing."""
    _, secret = everything(vault)
    before = depend_on(vault, [secret.id])
    assert (before.entries, before.passages, before.replies, before.drafts) == (1, 2, 2, 1)
    assert vault.entries.get(secret.id) == secret
    assert vault.drafts.draft("chat")
    assert forget(vault, [secret.id]).with_it == before


def test_records_lose_what_was_quoted(plain: SqlVault) -> None:
    """A record keeps the evidence that stays; one that stood on the forgotten words alone goes, history and all."""
    kept, secret = say(plain, "I have to please everyone"), say(plain, WORDS, 1)
    both = Belief(
        RecordId("both"), "I must please", AssumptionKind.SHOULD, BeliefStatus.OWNED, (quote(kept), quote(secret))
    )
    alone = Belief(RecordId("alone"), "x", AssumptionKind.SHOULD, BeliefStatus.OWNED, (quote(secret),))
    verbatim = Belief(
        RecordId("verbatim"),
        "I must never tell the truth",
        AssumptionKind.SHOULD,
        BeliefStatus.OWNED,
        (quote(kept),),
        (quote(secret),),
    )
    links = (LoopLink("a", "b", Sign.SAME, quote(kept)), LoopLink("b", "a", Sign.SAME, quote(secret)))
    promise = Commitment(RecordId("promise"), "Tell", date(2026, 6, 1), quotation=quote(secret))
    done = Commitment(
        RecordId("done"), "Walk", date(2026, 6, 1), outcome=Outcome.KEPT, quotation=quote(kept), outcome_entry=secret.id
    )
    own = Purpose(RecordId("own"), "To tell the truth", date(2026, 6, 1))
    strength = Strength(RecordId("strength"), "I wait", (quote(secret), quote(kept)))
    for record in (both, alone, verbatim, Loop(RecordId("loop"), links), promise, done, own, strength):
        plain.records.put(record, NOW)
    reworded = Belief(RecordId("both"), "I please", AssumptionKind.SHOULD, BeliefStatus.REVISED, (quote(kept),))
    plain.records.put(reworded, NOW)
    gone = forget(plain, [secret.id]).with_it
    assert (gone.records_removed, gone.records_changed) == (4, 3)
    assert [belief.id for belief in plain.records.current(Belief)] == ["both"]
    for version in plain.records.history(RecordId("both")):
        assert isinstance(version.record, Belief)
        assert version.record.evidence == (quote(kept),)
    assert plain.records.current(Loop) == []
    assert [(one.id, one.outcome_entry, one.outcome) for one in plain.records.current(Commitment)] == [
        ("done", None, Outcome.KEPT)
    ]
    assert plain.records.current(Purpose) == [own]
    assert plain.records.current(Strength)[0].evidence == (quote(kept),)


def test_an_unsaved_change_is_forgotten_with_its_entry(plain: SqlVault) -> None:
    """It lies under the entry's id, and goes whatever it says by then; the one of another entry stays."""
    gone, stays = (plain.entries.add(Writing(NOW, text)) for text in ("It rained.", "It snowed."))
    for entry in (gone, stays):
        plain.drafts.keep_draft(entry.id, "Nothing of that.")
    assert forget(plain, [gone.id]).with_it.drafts == 1
    assert (plain.drafts.draft(gone.id), plain.drafts.draft(stays.id)) == ("", "Nothing of that.")


def test_a_draft_with_a_backslash_is_no_hindrance(plain: SqlVault) -> None:
    """Drafts and states are read as they stand; one that holds the words behind a line break goes all the same."""
    secret = say(plain, WORDS)
    plain.drafts.keep_draft("path", "C:\\Users\\x and D:\\new")
    plain.drafts.keep_draft("chat", f"and\n{CANARY} C:\\N{{")
    plain.sessions.remember_state(SessionId("other"), "own", "no JSON: \\U and \\x")
    plain.sessions.remember_state(SessionId("third"), "coach", json.dumps({"handle": f"a\nCaf\u00e9 {CANARY}"}))
    for session in ("other", "third"):
        say(plain, "Rain.", session=SessionId(session))
    assert forget(plain, [secret.id]).with_it.drafts == 1
    assert plain.drafts.draft("path") == "C:\\Users\\x and D:\\new"
    assert plain.drafts.draft("chat") == ""
    assert plain.sessions.state(SessionId("other"), "own") == "no JSON: \\U and \\x"
    assert plain.sessions.state(SessionId("third"), "coach") is None


def test_a_forgotten_word_that_names_a_field_takes_nothing_along(plain: SqlVault) -> None:
    """Replies and states are heard by their words, not by what their parts are called."""
    stays = say(plain, "Rain.", session=SESSION)
    reply = Reply("What of it?", Move.CLARIFY, VoiceName.BANK)
    plain.sessions.answer(SESSION, stays.id, reply, NOW)
    plain.sessions.remember_state(SESSION, "coach", '{"denials": [], "turns": 3}')
    secret = say(plain, "My denials at the bank clarify my turns")
    assert forget(plain, [secret.id]).with_it.replies == 0
    assert plain.sessions.session(SESSION).turns[0].reply == reply
    assert plain.sessions.state(SESSION, "coach") is not None


def test_records_that_say_the_same_are_named_and_can_be_erased(vault: SqlVault) -> None:
    """A record that quotes nothing is the person's to keep; which say the words is told before and after."""
    secret = say(vault, WORDS)
    vision = Vision(RecordId("vision-career"), Area("career"), "I tell the truth", date(2026, 6, 1), (f"no {CANARY}",))
    vault.records.put(vision, NOW)
    vault.records.put(replace(vision, signs_of_progress=()), NOW)
    vault.records.put(Purpose(RecordId("purpose"), "To wait", date(2026, 6, 1)), NOW)
    before = depend_on(vault, [secret.id])
    assert before.records_saying == ("vision-career",)
    assert forget(vault, [secret.id]).with_it == before
    assert vault.records.history(vision.id)[0].record == vision
    done = forget(vault, [], records=[vision.id])
    assert (done.forgotten, done.traces_left, done.with_it.records_removed) == (1, 0, 1)
    assert CANARY.encode() not in bytes_of(vault)
    assert vault.records.current(Purpose)
    with pytest.raises(NotFound):
        forget(vault, [], records=[vision.id])


def test_what_stays_of_a_record_says_nothing_of_it(plain: SqlVault) -> None:
    """Where a record stays without its quotation, the tests of a belief and the sign of a promise are heard too."""
    kept, secret = say(plain, "I have to please everyone"), say(plain, WORDS, 1)
    tests = (BeliefTest("Say no once"), BeliefTest("Wait", "they hear of it", result=f"the {CANARY} came out"))
    belief = Belief(
        RecordId("b"), "I please", AssumptionKind.SHOULD, BeliefStatus.TESTING, (quote(kept), quote(secret)), (), tests
    )
    promise = Commitment(RecordId("c"), "Walk", date(2026, 6, 1), sign=f"no {CANARY}", outcome_entry=secret.id)
    for record in (belief, promise):
        plain.records.put(record, NOW)
    assert forget(plain, [secret.id]).with_it.records_saying == ()
    assert plain.records.current(Belief)[0].tests == tests[:1]
    assert plain.records.current(Commitment)[0].sign is None
    assert CANARY.encode() not in bytes_of(plain)


def test_the_same_words_elsewhere_stay(plain: SqlVault) -> None:
    """What the person also wrote in another entry is theirs, and no trace."""
    first, second = say(plain, WORDS), say(plain, WORDS, 1)
    plain.drafts.keep_draft("chat", "nothing in common")
    assert forget(plain, [first.id]).traces_left == 0
    assert plain.entries.get(second.id) == second
    assert [hit.entry for hit in plain.entries.search_words([CANARY], 5)] == [second.id]
    assert plain.drafts.draft("chat") == "nothing in common"


def test_words_at_the_border_of_an_index_page_go(plain: SqlVault) -> None:
    """FTS5 keeps deleted words in its list of page beginnings; they are taken out of there as well."""
    writings = [Writing(NOW + timedelta(minutes=n), f"{n:05d}canary " + f"w{n % 977} " * 60) for n in range(3000)]
    entries = [entry for entry, _ in plain.entries.add_many(writings)]
    borders = [bytes(term).decode() for (term,) in plain.database.rows("SELECT CAST(term AS BLOB) FROM words_idx")]
    found = [entries[int(border[1:6])] for border in borders if border[1:6].isdigit()]
    assert found  # the control: some canary does part two pages
    assert forget(plain, [entry.id for entry in found]).traces_left == 0
    left = [bytes(term) for (term,) in plain.database.rows("SELECT CAST(term AS BLOB) FROM words_idx")]
    assert not [entry for entry in found if any(entry.text[:11].encode() in term for term in left)]


def test_a_trace_is_counted(plain: SqlVault) -> None:
    """The control of the count itself: a file in the folder that holds the words is not overlooked."""
    entry = say(plain, WORDS)
    (plain.layout.folder / "stray.txt").write_text(f"copy: {WORDS}")
    assert forget(plain, [entry.id]).traces_left > 0


def test_one_unknown_entry_forgets_nothing(plain: SqlVault) -> None:
    """An id that is not there is refused before anything is changed."""
    entry = say(plain, WORDS)
    with pytest.raises(NotFound):
        forget(plain, [entry.id, "nothing"])  # type: ignore[list-item]
    assert plain.entries.get(entry.id) == entry


def test_a_session_that_has_only_begun_keeps_its_state(plain: SqlVault) -> None:
    """A practice that waits for its first answer goes on, whatever else is forgotten; one that is gone does not."""
    entry = say(plain, WORDS, session=SESSION)
    plain.sessions.remember_state(SESSION, "practice", '{"step": 3}')
    begun = SessionId("begun a minute ago")
    plain.sessions.remember_state(begun, "practice", '{"step": 0}')
    forget(plain, [entry.id])
    assert plain.sessions.state(begun, "practice") == '{"step": 0}'
    assert plain.sessions.state(SESSION, "practice") is None


def test_forgetting_reaches_the_log(vault_folder: Path) -> None:
    """In WAL mode with the vault open, the log holds the words before and nothing after."""
    with room.create(vault_folder).vault as vault:
        entry = say(vault, WORDS)
        log = vault.layout.beside(vault.layout.database)[0]
        assert CANARY.encode() in log.read_bytes()
        forget(vault, [entry.id])
        assert log.stat().st_size == 0
