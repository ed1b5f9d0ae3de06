"""The page for today: words first, then one question."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from assistant.core.dialogue import Move, QuestionType, Reply, VoiceName
from assistant.core.entry import EntryKind, Writing
from assistant.core.ids import SessionId
from assistant.errors import DiskFull, EngineStopped
from assistant.tui import words
from assistant.tui.composer import Composer
from assistant.tui.entry_screen import EntryScreen
from assistant.tui.memory_panel import MemoryPanel
from assistant.tui.today import TodayScreen
from assistant.tui.turns import CoachTurn, Notice, PersonTurn, Thinking
from assistant.tui.why import WhyScreen, reasons

if TYPE_CHECKING:
    from textual.pilot import Pilot
    from textual.widgets import Static

    from tests.tui.conftest import Evening

EVENING = datetime(2025, 2, 11, 21, 4, tzinfo=UTC)
SAID = "Stayed till eight again fixing Mark's rota."


def composer(pilot: Pilot[None]) -> Composer:
    """Return the field that the person writes in."""
    return pilot.app.screen.query_one(Composer)


def shown(pilot: Pilot[None]) -> str:
    """Return every text on the screen."""
    statics = pilot.app.screen.query("Static").results()
    return "\n".join(str(static.render()) for static in statics if static.display)


async def say(pilot: Pilot[None], text: str) -> None:
    """Type words and send them."""
    composer(pilot).insert(text)
    await pilot.press("enter")


async def test_the_empty_page_brings_back_this_day_and_what_was_left_open(evening: Evening) -> None:
    """Another year's line and the last open question stand above the invitation, each with its day."""
    evening.wrote("The ice held, and we walked across.", days_ago=366)
    before, session = EVENING - timedelta(days=2), SessionId("before")
    entry = evening.vault.entries.add(Writing(before, "He'd be late.", EntryKind.MESSAGE, session=session))
    reply = Reply("What makes him late?", Move.EVIDENCE, VoiceName.BANK, "What makes him late?", QuestionType.EVIDENCE)
    evening.vault.sessions.answer(session, entry.id, reply, before)
    async with evening.on_screen((120, 40)) as pilot:
        assert "On this day in 2024 you wrote: “The ice held, and we walked across.”" in shown(pilot)
        assert "Left open on 9 February 2025: What makes him late?" in shown(pilot)


async def test_a_message_is_saved_and_answered(evening: Evening) -> None:
    """Enter saves the words as a message of the session and shows the checked reply."""
    async with evening.on_screen() as pilot:
        await say(pilot, SAID)
        await evening.happened(TodayScreen.ReplyShown)
        assert [entry.text for entry in evening.vault.entries.latest(5)] == [SAID]
        assert pilot.app.screen.query_one(CoachTurn).reply.text in shown(pilot)
        assert "from the question bank" in shown(pilot)
        assert composer(pilot).text == ""
        assert not pilot.app.screen.query(Thinking)


async def test_the_wait_is_visible_and_the_words_are_already_saved(evening: Evening) -> None:
    """While the reply is made, the screen says so, the entry is in the vault, and the composer takes more words."""
    evening.converse.gate.clear()
    async with evening.on_screen() as pilot:
        await say(pilot, SAID)
        await evening.until(lambda: bool(pilot.app.screen.query(Thinking)) and evening.vault.entries.count() == 1)
        await pilot.press("n", "e", "x", "t")
        assert composer(pilot).text == "next"
        evening.converse.gate.set()
        await evening.happened(TodayScreen.ReplyShown)
        assert composer(pilot).text == "next"


async def test_escape_stops_the_reply_and_gives_the_words_back(evening: Evening) -> None:
    """Escape ends the wait at once; the words are in the composer again, and the screen says that they are saved."""
    evening.converse.gate.clear()
    async with evening.on_screen() as pilot:
        await say(pilot, SAID)
        await evening.until(lambda: evening.vault.entries.count() == 1)
        await pilot.press("escape")
        await evening.happened(TodayScreen.ReplyStopped)
        await evening.until(lambda: not pilot.app.screen.query(Thinking))
        assert composer(pilot).text == SAID
        assert words.CANCELLED in shown(pilot)
        assert not pilot.app.screen.query(CoachTurn)
        assert evening.vault.entries.count() == 1


async def test_quitting_during_a_reply_waits_for_nothing(evening: Evening) -> None:
    """Ctrl+Q ends the application though the reply never comes, and the vault is closed with the words in it."""
    evening.converse.gate.clear()
    async with evening.on_screen() as pilot:
        await say(pilot, SAID)
        await evening.until(lambda: evening.vault.entries.count() == 1)
        await pilot.press("ctrl+q")
    assert evening.closed == 1


async def test_ctrl_j_begins_a_new_line(evening: Evening) -> None:
    """Ctrl+J and Shift+Enter make a line; Enter alone on empty words sends nothing."""
    async with evening.on_screen() as pilot:
        await pilot.press("enter", "a", "ctrl+j", "b", "shift+enter", "c")
        assert composer(pilot).text == "a\nb\nc"
        assert evening.vault.entries.count() == 0


async def test_a_draft_outlives_the_program(evening: Evening) -> None:
    """What was typed and not sent stands in the composer when the program is opened again."""
    evening.vault.drafts.keep_draft(TodayScreen.DRAFT, "I was about to say")
    async with evening.on_screen() as pilot:
        assert composer(pilot).text == "I was about to say"


async def test_typing_keeps_a_draft_and_sending_drops_it(evening: Evening) -> None:
    """A pause keeps the draft; once the words are saved as an entry the draft is gone."""
    evening.converse.gate.clear()
    async with evening.on_screen() as pilot:
        composer(pilot).insert(SAID)
        await evening.until(lambda: evening.vault.drafts.draft(TodayScreen.DRAFT) == SAID)
        await pilot.press("enter")
        await evening.until(lambda: evening.vault.entries.count() == 1)
        await evening.until(lambda: evening.vault.drafts.draft(TodayScreen.DRAFT) == "")


async def test_words_that_could_not_be_saved_come_back(evening: Evening) -> None:
    """On a full disk the words are in the composer and in no turn, and the message says what to do."""
    evening.converse.error_before_saving = DiskFull("There is no room for your words.", "Free some space.")
    async with evening.on_screen() as pilot:
        await say(pilot, SAID)
        await evening.until(lambda: bool(pilot.app.screen.query(Notice)))
        await evening.until(lambda: composer(pilot).text == SAID)
        assert not pilot.app.screen.query(PersonTurn)
        assert "Free some space." in shown(pilot)


async def test_a_dead_voice_leaves_the_screen_alive(evening: Evening) -> None:
    """When the model process dies the screen says that the words are saved, and the next message is answered."""
    evening.converse.error = EngineStopped("The model process stopped.", "It starts again with the next message.")
    async with evening.on_screen() as pilot:
        await say(pilot, SAID)
        await evening.until(lambda: bool(pilot.app.screen.query(Notice)))
        assert words.NO_REPLY in shown(pilot)
        evening.converse.error = None
        await evening.until(lambda: not pilot.app.screen.query(Thinking))
        await say(pilot, "Once more.")
        await evening.happened(TodayScreen.ReplyShown)


async def test_an_unforeseen_fault_does_not_end_the_evening(evening: Evening) -> None:
    """A fault inside the coach becomes one line that names its kind and none of its words."""
    evening.converse.error = ValueError("secret words of an entry")
    async with evening.on_screen() as pilot:
        await say(pilot, SAID)
        await evening.until(lambda: bool(pilot.app.screen.query(Notice)))
        assert "ValueError" in shown(pilot)
        assert "secret" not in shown(pilot)


async def test_just_write_saves_and_asks_nothing(evening: Evening) -> None:
    """In just-write mode Enter saves a reflection, outside any session, and no reply is made."""
    async with evening.on_screen() as pilot:
        await pilot.press("f7")
        await say(pilot, SAID)
        await evening.happened(TodayScreen.WordsKept)
        [entry] = evening.vault.entries.latest(5)
        assert (entry.text, entry.kind.value, entry.session) == (SAID, "reflection", None)
        assert not pilot.app.screen.query(CoachTurn)


async def test_the_remembered_line_is_dated_and_opens_its_entry(evening: Evening) -> None:
    """The panel shows the line with its day, and F8 opens the entry."""
    before = evening.wrote("Dad would have noticed the skirting. He always did.", days_ago=8)
    evening.remembered(before, "Dad would have noticed the skirting.")
    async with evening.on_screen() as pilot:
        assert not pilot.app.screen.query_one(MemoryPanel).display
        await say(pilot, SAID)
        await evening.happened(TodayScreen.ReplyShown)
        assert "You wrote, 3 February 2025" in shown(pilot)
        assert "“Dad would have noticed the skirting.”" in shown(pilot)
        await pilot.press("f8")
        await evening.until(lambda: isinstance(pilot.app.screen, EntryScreen))
        assert "He always did." in shown(pilot)


async def test_why_this_question(evening: Evening) -> None:
    """F2 lists move, phrase, memory and voice of the last reply."""
    async with evening.on_screen() as pilot:
        await say(pilot, SAID)
        await evening.happened(TodayScreen.ReplyShown)
        await pilot.press("f2")
        await evening.until(lambda: isinstance(pilot.app.screen, WhyScreen))
        assert words.WHY_MOVES[Move.EVIDENCE] in shown(pilot)
        assert "only have got it wrong" in shown(pilot)
        await pilot.press("escape")
        await evening.until(lambda: isinstance(pilot.app.screen, TodayScreen))


def test_why_before_any_question() -> None:
    """Before the first reply there is nothing to explain, and it says so."""
    assert list(reasons(None)) == [words.WHY_NONE]


async def test_today_goes_on_where_it_was_left(evening: Evening) -> None:
    """Opened again on the same evening, the conversation of the evening stands on the page."""
    async with evening.on_screen() as pilot:
        await say(pilot, SAID)
        await evening.happened(TodayScreen.ReplyShown)
    from assistant.vault import open_vault

    evening.vault = open_vault(evening.folder)
    evening.messages.clear()
    async with evening.on_screen() as pilot:
        assert SAID in shown(pilot)
        assert pilot.app.screen.query_one(CoachTurn).reply.text in shown(pilot)


async def test_a_reply_appears_word_by_word_and_escape_shows_it_whole(evening: Evening) -> None:
    """With animation on, a reply starts with few words; Escape shows the rest at once."""
    async with evening.on_screen() as pilot:
        pilot.app.animation_level = "full"
        await say(pilot, SAID)
        await evening.happened(TodayScreen.ReplyShown)
        turn = pilot.app.screen.query_one(CoachTurn)
        await pilot.press("escape")
        await evening.until(lambda: not turn.revealing)
        text: Static = turn.query_one(".text")  # type: ignore[assignment]
        assert str(text.render()) == turn.reply.text


def test_every_move_has_its_reason_in_plain_words() -> None:
    """A move that is added later does not leave the page without a word."""
    assert set(words.WHY_MOVES) == set(Move)


async def test_a_first_evening_goes_on_to_the_compass(evening: Evening) -> None:
    """After the very first question one line leads to the three areas, once."""
    async with evening.on_screen() as pilot:
        for times in (1, 2):
            await say(pilot, SAID)
            await evening.happened(TodayScreen.ReplyShown, times)
        assert [str(notice.content) for notice in pilot.app.screen.query(Notice)] == [words.FIRST_AREAS]


async def test_a_later_evening_is_led_nowhere(evening: Evening) -> None:
    """Whoever has written before knows the way."""
    evening.wrote("Walked to the reservoir.", days_ago=1)
    async with evening.on_screen() as pilot:
        await say(pilot, SAID)
        await evening.happened(TodayScreen.ReplyShown)
        assert not pilot.app.screen.query(Notice)


async def test_after_care_nothing_leads_on(evening: Evening) -> None:
    """In a dark hour nobody is sent to another page, whatever was asked."""
    evening.converse.answer = replace(evening.converse.answer, move=Move.CARE)
    async with evening.on_screen() as pilot:
        await say(pilot, SAID)
        await evening.happened(TodayScreen.ReplyShown)
        assert not pilot.app.screen.query(Notice)
