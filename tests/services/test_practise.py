"""Every practice from its first step to its record, through the real conversation over a real vault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import cycle
from pathlib import Path

import pytest

from assistant.coaching.critic import content_stems
from assistant.coaching.practice import STATE_NAME, Complete, Practice, PracticeState, RecordForm, Stage
from assistant.coaching.practice_run import step_of
from assistant.core.dialogue import Move
from assistant.core.ids import Area, EntryId, RecordId, SessionId
from assistant.core.records import (
    RECORD_KINDS,
    Belief,
    BeliefStatus,
    Commitment,
    Loop,
    LoopType,
    Purpose,
    Reality,
    Vision,
    Worksheet,
)
from assistant.reading.acts import hear_acts
from assistant.services.care_words import care_of
from assistant.services.coach_words import load_coach_words
from assistant.services.compass import Compass, VisionLine
from assistant.services.converse import Converse, Exchange
from assistant.services.hearing import Hearing
from assistant.services.practice_page import page_of
from assistant.services.practice_words import load_practices, load_sayings
from assistant.services.practise import Practise
from assistant.shipped import shipped
from assistant.vault import SqlVault, open_in

PROMPTS = shipped("prompts")
PRACTICES = load_practices(PROMPTS).all
WORDS = load_coach_words(PROMPTS)
CARE = care_of(PROMPTS)
HEARING = Hearing(None)
EVENING = datetime(2026, 3, 4, 21, 0, tzinfo=UTC)
SESSION = SessionId("tonight")

LINES = (
    "I stayed at the bakery until nine because nobody else does the ovens.",
    "My brother rang twice and I let it ring.",
    "If I go home first, the dough is ruined by morning.",
    "The new apprentice asked for the early shift and I said no.",
    "On Tuesday the ovens ran without me and nothing burned.",
    "I want evenings in which nobody waits for me.",
    "Sunday lunch with all of them at one table.",
    "The ledger stays shut after seven.",
)
LINKS = (
    "The later I stay, the worse I sleep.",
    "The worse I sleep, the more mistakes I make with the dough.",
    "The more mistakes I make, the later I stay.",
)


class Answers:
    """What somebody with a bakery says to whatever a practice asks."""

    def __init__(self) -> None:
        self._lines, self._links = cycle(LINES), cycle(LINKS)

    def fitting(self, practice: Practice, state: PracticeState) -> str:
        """Return an answer that completes what is asked in that state."""
        if state.stage is Stage.OFFERED:
            return "keep it"
        if state.stage is Stage.AGAIN:
            return "that's enough"
        step = step_of(practice, state)
        assert step is not None
        given = len(state.given(step.name))
        match step.complete:
            case Complete.AREA:
                return "health"
            case Complete.RATING:
                return "a 4"
            case Complete.DUE:
                return "by Friday"
            case Complete.SEVERAL:
                return "that's all" if given >= 2 else next(self._lines)
            case Complete.LINK:
                return "that's all" if given >= 3 else next(self._links)
            case _:
                return next(self._lines)


class Evening:
    """One vault, one clock, and a conversation led by a practice."""

    def __init__(self, folder: Path, name: str) -> None:
        self.vault: SqlVault = open_in(folder)
        self.now = EVENING
        self.practice = PRACTICES[name]
        self.practise = Practise(self.vault, self.practice, load_sayings(PROMPTS), self.clock)
        self.converse = Converse(
            self.vault, WORDS, read=HEARING.hear, hear=hear_acts, clock=self.clock, care=CARE, guide=self.practise
        )
        self._answers = Answers()

    def clock(self) -> datetime:
        """Tell the time, a minute later each time."""
        self.now += timedelta(minutes=1)
        return self.now

    def state(self, session: SessionId = SESSION) -> PracticeState:
        """Return how far the practice has come."""
        kept = self.vault.sessions.state(session, STATE_NAME)
        assert kept is not None
        return PracticeState.from_json(kept)

    async def says(self, text: str, session: SessionId = SESSION) -> Exchange:
        """Say something."""
        return await self.converse.reply(session, text)

    def fitting(self) -> str:
        """Return an answer that completes whatever is asked just now."""
        return self._answers.fitting(self.practice, self.state())

    async def to_the_end(self) -> list[Exchange]:
        """Answer everything until the practice closes."""
        said = [await self.says("I want to look at something that happened at the bakery.")]
        for _ in range(60):
            if self.state().stage is Stage.DONE:
                return said
            said.append(await self.says(self.fitting()))
        raise AssertionError(f"{self.practice.name} did not end")


@pytest.fixture
def evening(vault_folder: Path) -> Iterator[Callable[[str], Evening]]:
    """Make the evening of one practice."""
    made: list[Evening] = []

    def make(name: str) -> Evening:
        made.append(Evening(vault_folder, name))
        return made[-1]

    yield make
    for one in made:
        one.vault.close()


@pytest.mark.parametrize("name", sorted(PRACTICES))
async def test_every_practice_runs_from_its_first_step_to_its_records(
    name: str, evening: Callable[[str], Evening]
) -> None:
    """Each form of record that a practice names is kept, in the person's words alone, and it closes."""
    tonight = evening(name)
    said = await tonight.to_the_end()
    assert said[-1].reply.move is Move.CLOSE
    everything = "\n".join(exchange.entry.text for exchange in said)
    for form in tonight.practice.records:
        kept = tonight.vault.records.current(RECORD_KINDS[form.value.replace("_", "")])
        assert len(kept) == 1, form
        told = [getattr(kept[0], name) for name in ("statement", "text", "what", "wanted") if hasattr(kept[0], name)]
        assert [words for words in told if words not in everything] == []


@pytest.mark.parametrize("name", sorted(PRACTICES))
async def test_the_coachs_rules_hold_inside_a_practice(name: str, evening: Callable[[str], Evening]) -> None:
    """One question a turn, never one twice, never more than sixty words, and nothing quoted that was not said."""
    said = await evening(name).to_the_end()
    asked = [exchange.reply.question for exchange in said if exchange.reply.question]
    assert len(asked) == len(set(asked))
    assert [exchange.reply.text for exchange in said if len(exchange.reply.text.split()) > 60] == []
    assert [exchange.reply.text for exchange in said[:-1] if exchange.reply.text.count("?") != 1] == []


@pytest.mark.parametrize("name", sorted(PRACTICES))
async def test_nearly_every_question_of_a_practice_takes_up_their_words(
    name: str, evening: Callable[[str], Evening]
) -> None:
    """One in seven may be plain: an area that was named in one word leaves nothing to take up."""
    heard, turned = "", []
    for exchange in (await evening(name).to_the_end())[:-1]:
        heard = f"{heard}\n{exchange.entry.text}"
        turned.append(bool(content_stems(exchange.reply.text) & content_stems(heard)))
    assert sum(turned) >= 6 / 7 * len(turned)


async def test_a_vision_is_kept_with_its_signs(evening: Callable[[str], Evening]) -> None:
    """What was said to each step stands in its field of the record, word for word."""
    tonight = evening("personal-vision")
    for text in (
        "I want my evenings back.", "home", "The lamp is on and everyone eats at one table.", "skip",
        "supper before eight", "that's all", "eating at the ovens", "that's all", "Everyone eats at one table.",
        "enough",
    ):  # fmt: skip
        await tonight.says(text)
    (vision,) = tonight.vault.records.current(Vision)
    assert (vision.area, vision.statement) == ("home", "Everyone eats at one table.")
    assert (vision.signs_of_progress, vision.signs_of_drift) == (("supper before eight",), ("eating at the ovens",))
    assert len(tonight.vault.records.history(RecordId("vision-home"))) == 1


async def test_a_reality_needs_a_number(evening: Callable[[str], Evening]) -> None:
    """A step that wants a number asks again for one, and the record holds it."""
    tonight = evening("current-reality")
    for text in ("about home", "home", LINES[0], "skip", "skip", "rather low", "3", "keep it", "enough"):
        await tonight.says(text)
    (reality,) = tonight.vault.records.current(Reality)
    assert (reality.rating, reality.text, reality.area) == (3, LINES[0], "home")


async def test_without_a_number_there_is_no_observation_and_it_is_said(evening: Callable[[str], Evening]) -> None:
    """What cannot be kept is said with its reason; nothing half is kept."""
    tonight = evening("current-reality")
    for text in ("about home", "home", LINES[0], "skip", "skip", "skip"):
        await tonight.says(text)
    answer = await tonight.says("keep it")
    assert "number from 0 to 10" in answer.reply.text
    assert tonight.vault.records.current(Reality) == []


async def test_a_test_of_a_belief_stands_beside_it(evening: Callable[[str], Evening]) -> None:
    """The belief has its evidence, what speaks against it, and the experiment with its day."""
    tonight = evening("test-a-belief")
    await tonight.to_the_end()
    (belief,) = tonight.vault.records.current(Belief)
    assert belief.status is BeliefStatus.TESTING
    assert len(belief.evidence) == 2
    assert len(belief.counter_evidence) == 2
    assert [test.due is not None for test in belief.tests] == [True]
    for quotation in (*belief.evidence, *belief.counter_evidence):
        entry = tonight.vault.entries.get(quotation.entry)
        assert quotation.span.of(entry.text) == quotation.text


async def test_a_commitment_has_its_day(evening: Callable[[str], Evening]) -> None:
    """ "By Friday" becomes the Friday after the evening on which it was said."""
    tonight = evening("action-plan")
    await tonight.to_the_end()
    (commitment,) = tonight.vault.records.current(Commitment)
    assert commitment.due is not None
    assert (commitment.due.isoformat(), commitment.sign is not None) == ("2026-03-06", True)


async def test_a_loop_has_a_link_for_each_sentence(evening: Callable[[str], Evening]) -> None:
    """Each link stands on the sentence that says it."""
    tonight = evening("loop")
    await tonight.to_the_end()
    (loop,) = tonight.vault.records.current(Loop)
    assert [link.quotation.text for link in loop.links] == list(LINKS)


async def test_a_practice_is_left_and_taken_up_in_another_session(evening: Callable[[str], Evening]) -> None:
    """What was said before is still there, and the conversation says where it was left."""
    tonight = evening("iceberg")
    await tonight.says("The ovens again.")
    await tonight.says("On Monday I stayed until nine.")
    left = await tonight.says("later")
    assert left.reply.move is Move.CLOSE
    nextweek = SessionId("next week")
    again = await tonight.says("It has happened every month since autumn.", nextweek)
    assert "Pattern" in again.reply.text
    state = tonight.state(nextweek)
    assert [answer.text for answer in state.answers] == [
        "On Monday I stayed until nine.",
        "It has happened every month since autumn.",
    ]


async def test_an_offer_that_was_left_is_shown_again_before_it_is_judged(evening: Callable[[str], Evening]) -> None:
    """The first words of the next evening answer nothing they did not see, and change no record."""
    tonight = evening("life-purpose")
    await tonight.says("About work.")
    while tonight.state().stage is not Stage.OFFERED:
        offer = await tonight.says(tonight.fitting())
    nextweek = SessionId("next week")
    again = await tonight.says("I dreamt of warm bread and of nothing else.", nextweek)
    assert again.reply.text == offer.reply.text
    assert tonight.vault.records.current(Purpose) == []
    await tonight.says("keep it", nextweek)
    (purpose,) = tonight.vault.records.current(Purpose)
    assert purpose.statement in LINES


async def test_a_round_that_was_offered_is_offered_again_before_it_begins(evening: Callable[[str], Evening]) -> None:
    """What is said first the next evening names no area."""
    tonight = evening("current-reality")
    await tonight.says("About home.")
    while tonight.state().stage is not Stage.AGAIN:
        offer = await tonight.says(tonight.fitting())
    nextweek = SessionId("next week")
    again = await tonight.says("The ovens.", nextweek)
    assert again.reply.text.endswith(offer.reply.question or "?")
    assert tonight.state(nextweek).round == 0


async def test_an_area_without_a_word_is_asked_for_again(evening: Callable[[str], Evening]) -> None:
    """A dash is no area, however often; what needs one is then not kept, and that is said."""
    tonight = evening("current-reality")
    await tonight.says("About home.")
    while (step := step_of(tonight.practice, tonight.state())) is not None:
        await tonight.says("-" if step.complete is Complete.AREA else tonight.fitting())
    answer = await tonight.says("keep it")
    assert "area" in answer.reply.text
    assert tonight.vault.records.current(Reality) == []


@pytest.mark.parametrize("goodbye", ["Good night.", "thanks, bye", "See you tomorrow.", "Bye for now!"])
async def test_a_goodbye_leaves_a_practice_and_is_no_answer(goodbye: str, evening: Callable[[str], Evening]) -> None:
    """Who says good night in the middle is let go, and finds the same step the next time."""
    tonight = evening("iceberg")
    await tonight.says("The ovens again.")
    await tonight.says("On Monday I stayed until nine.")
    left = await tonight.says(goodbye)
    assert left.reply.move is Move.CLOSE
    assert [answer.text for answer in tonight.state().answers] == ["On Monday I stayed until nine."]
    nextweek = SessionId("next week")
    again = await tonight.says("It has happened every month since autumn.", nextweek)
    assert "Pattern" in again.reply.text
    assert len(tonight.state(nextweek).answers) == 2


async def test_an_answer_that_ends_with_good_night_is_an_answer(evening: Callable[[str], Evening]) -> None:
    """Only a message that takes leave and nothing more is none."""
    tonight = evening("iceberg")
    await tonight.says("The ovens again.")
    await tonight.says("On Monday I stayed until nine because nobody else does the ovens. Good night.")
    assert len(tonight.state().answers) == 1


async def test_a_refusal_is_remembered(evening: Callable[[str], Evening]) -> None:
    """What was refused is not kept, and not offered in those words again."""
    tonight = evening("life-purpose")
    script = ("About work.", "When the bread was out.", "The whole street.", "The smell of it.", "To feed a street.")
    for text in script:
        await tonight.says(text)
    refused = await tonight.says("no")
    assert "Not kept" in refused.reply.text
    again = SessionId("again")
    for text in script:
        last = await tonight.says(text, again)
    assert last.reply.move is Move.CLOSE
    assert tonight.vault.records.current(RECORD_KINDS["purpose"]) == []


async def test_an_aside_does_not_answer_a_step(evening: Callable[[str], Evening]) -> None:
    """Asked for a poem in the middle, the coach says what it is for, and the step waits."""
    tonight = evening("iceberg")
    await tonight.says("The ovens again.")
    answer = await tonight.says("Write me a poem about bread.")
    assert answer.reply.move is Move.ASIDE
    assert tonight.state().answers == ()


async def test_after_the_end_the_conversation_is_free(evening: Callable[[str], Evening]) -> None:
    """A practice that is done leads no further."""
    tonight = evening("consequences")
    await tonight.to_the_end()
    answer = await tonight.says("I always end up the last one at the ovens.")
    assert answer.reply.move not in (Move.CLOSE, Move.ASIDE)
    assert answer.reply.question


async def test_the_opening_is_the_first_question(evening: Callable[[str], Evening]) -> None:
    """On the screen the first question stands before anything is said, and the first message answers it."""
    tonight = evening("iceberg")
    assert tonight.practise.opening(SESSION) == "What happened, that one time, and on which day?"
    await tonight.says("On Monday I stayed until nine.")
    assert [answer.step for answer in tonight.state().answers] == ["event"]


async def test_a_worksheet_quotes_each_step(evening: Callable[[str], Evening]) -> None:
    """Every line of the page is an exact quotation of what was said that evening."""
    tonight = evening("ladder-of-inference")
    await tonight.to_the_end()
    (page,) = tonight.vault.records.current(Worksheet)
    assert [line.step for line in page.lines] == [step.name for step in tonight.practice.steps]
    for line in page.lines:
        assert line.quotation is not None
        assert line.quotation.text == line.text


@pytest.mark.parametrize("form", list(RecordForm))
def test_every_form_has_a_kind_of_record(form: RecordForm) -> None:
    """A form that a practice may name is a kind of record that the vault keeps."""
    assert form.value.replace("_", "") in RECORD_KINDS


async def test_three_areas_in_one_evening_are_each_asked_in_full(evening: Callable[[str], Evening]) -> None:
    """A second and a third round ask every step again, though they ask it in the words of the first."""
    tonight = evening("personal-vision")
    await tonight.says("My evenings.")
    asked: dict[str, list[str]] = {}
    for area in ("home", "work", "health"):
        await tonight.says(area)
        for text in ("The lamp is on and everyone sits down.", "skip", "supper at eight", "that's all", "crumbs"):
            step = step_of(tonight.practice, tonight.state())
            asked.setdefault(area, []).append(step.name if step else "")
            await tonight.says(text)
        await tonight.says("that's all")
        await tonight.says("keep it")
    steps = ["vision", "brings", "signs_of_progress", "signs_of_progress", "signs_of_drift"]
    assert asked == {"home": steps, "work": steps, "health": steps}
    assert {vision.area for vision in tonight.vault.records.current(Vision)} == {"home", "career", "health"}


async def test_everyone_at_the_table_is_asked(evening: Callable[[str], Evening]) -> None:
    """Each name that was given has its turn, and each line that was said has its unsaid one."""
    tonight = evening("dialogue")
    for text in ("About Christmas.", "Where do we spend it?", "Anna", "Ben", "Ines"):
        await tonight.says(text)
    questions = [(await tonight.says("that's all")).reply.text]
    questions += [(await tonight.says(line)).reply.text for line in LINES[:2]]
    assert [question.split(",")[0] for question in questions] == ["Anna", "Ben", "Ines"]


@pytest.mark.parametrize(
    "text", ["I'd change the second part", "what do you mean?", "maybe", "?!", "change lamp to fire"]
)
async def test_talk_about_a_record_does_not_become_the_record(text: str, evening: Callable[[str], Evening]) -> None:
    """What is no yes, no no and no wording is asked about once more; after that nothing is kept and nothing refused."""
    tonight = evening("life-purpose")
    for line in ("x", *LINES[:3], "To feed a street."):
        await tonight.says(line)
    asked = await tonight.says(text)
    assert asked.reply.question == asked.reply.text
    assert tonight.vault.records.current(RECORD_KINDS["purpose"]) == []
    closed = await tonight.says(text)
    assert closed.reply.move is Move.CLOSE
    assert tonight.vault.records.current(RECORD_KINDS["purpose"]) == []
    assert tonight.vault.records.refusals() == []


async def test_another_wording_is_kept_without_what_leads_up_to_it(evening: Callable[[str], Evening]) -> None:
    """ "No, …" and quotation marks are not part of the line."""
    tonight = evening("life-purpose")
    for line in ("x", *LINES[:3], "To feed a street."):
        await tonight.says(line)
    kept = await tonight.says("No, “I feed my street.”")
    assert kept.reply.text.startswith("Kept as “I feed my street”.")
    (purpose,) = tonight.vault.records.current(Purpose)
    assert purpose.statement == "I feed my street."


async def test_nothing_is_said_to_be_kept_that_was_refused(evening: Callable[[str], Evening]) -> None:
    """A practice whose one record was refused does not close with "it is kept"."""
    tonight = evening("life-purpose")
    for line in ("x", *LINES[:3], "To feed a street."):
        await tonight.says(line)
    closed = await tonight.says("not at all")
    assert closed.reply.move is Move.CLOSE
    assert (
        closed.reply.text
        == "Not kept, and not offered again. No record is kept of it. Your words stay in your journal."
    )


async def test_a_goal_that_erodes_is_named(evening: Callable[[str], Evening]) -> None:
    """Where the vision is smaller after the facts, it is asked about by its name; where it stands, it is not."""
    tonight = evening("creative-tension")
    for text in ("x", "home", "I cook for us three evenings a week.", LINES[0], LINES[1]):
        await tonight.says(text)
    named = await tonight.says("Maybe cooking once a week would be fine.")
    assert "eroding goal" in named.reply.text
    assert (await tonight.says("By tiredness.")).reply.text.startswith("If “Maybe cooking once")


async def test_a_vision_that_was_lowered_is_held_against_the_one_written_before(
    evening: Callable[[str], Evening],
) -> None:
    """Both are said in their words, the earlier with its day, even where the vision itself was changed meanwhile."""
    tonight = evening("creative-tension")
    compass = Compass(tonight.vault.records)
    for day, statement in (
        (date(2025, 3, 3), "I cook for us three evenings a week."),
        (date(2025, 9, 1), "I cook once a week."),
    ):
        compass.state(None, [VisionLine(Area("home"), statement, day)], tonight.clock())
    for text in ("x", "home"):
        await tonight.says(text)
    named = (await tonight.says("I cook for us once a week.")).reply.text
    for part in (
        "On 3 March 2025",
        "“I cook for us three evenings a week”",
        "“I cook for us once a week”",
        "eroding goal",
    ):
        assert part in named
    asked = [(await tonight.says(text)).reply.text for text in ("By tiredness.", *LINES[:2], "Maybe once a month.")]
    assert [text for text in asked if "eroding goal" in text] == [], "it is named once"


async def test_a_vision_that_still_stands_is_not_called_lowered(evening: Callable[[str], Evening]) -> None:
    """To say again what was written before, or more, is no eroding goal."""
    tonight = evening("creative-tension")
    stated = VisionLine(Area("home"), "I cook for us once a week.", date(2025, 3, 3))
    Compass(tonight.vault.records).state(None, [stated], tonight.clock())
    asked = [
        (await tonight.says(text)).reply.text
        for text in ("x", "home", "I cook for us three evenings a week.", *LINES[:2], "I cook three evenings a week.")
    ]
    assert [text for text in asked if "eroding" in text] == []


async def test_a_vision_wanted_smaller_is_asked_about_where_it_is_written(evening: Callable[[str], Evening]) -> None:
    """The practice that writes the vision names what erodes too, before it goes on."""
    tonight = evening("personal-vision")
    stated = VisionLine(Area("home"), "I cook for us three evenings a week.", date(2025, 3, 3))
    Compass(tonight.vault.records).state(None, [stated], tonight.clock())
    for text in ("x", "home"):
        await tonight.says(text)
    named = (await tonight.says("I cook for us one evening a week.")).reply.text
    assert "On 3 March 2025 you wrote “I cook for us three evenings a week”" in named
    assert "bring you" in (await tonight.says("By choice.")).reply.text


FIX = (
    "The more tired I am, the more coffee I drink.",
    "The more coffee I drink, the less tired I am.",
    "The more coffee I drink, the worse I sleep.",
    "The worse I sleep, the more tired I am.",
)


async def through_links(tonight: Evening, links: tuple[str, ...]) -> str:
    """Say the links and return what is asked after them."""
    for text in ("x", "My tiredness grows.", *links):
        await tonight.says(text)
    return (await tonight.says("that's all")).reply.text


async def test_a_known_shape_is_offered_with_a_quotation_for_each_link(evening: Callable[[str], Evening]) -> None:
    """The person says what of it fits; the loop keeps its ring, what stands beside it, and the name."""
    tonight = evening("loop")
    asked = await through_links(tonight, FIX)
    assert "fixes that fail" in asked
    assert [link for link in FIX if f"“{link.rstrip('.')}”" not in asked] == []
    for text in ("The coffee part fits.", "A night later.", "The third.", "keep it"):
        await tonight.says(text)
    (loop,) = tonight.vault.records.current(Loop)
    assert (loop.archetype, loop.type) == ("fixes that fail", LoopType.BALANCING)
    assert [link.quotation.text for link in (*loop.links, *loop.beside)] == list(FIX)


async def test_a_shape_that_does_not_fit_is_not_kept(evening: Callable[[str], Evening]) -> None:
    """A no leaves the loop without a name."""
    tonight = evening("loop")
    await through_links(tonight, FIX)
    for text in ("no", "A night later.", "The third.", "keep it"):
        await tonight.says(text)
    (loop,) = tonight.vault.records.current(Loop)
    assert loop.archetype is None


async def test_no_shape_is_offered_where_a_link_was_not_said(evening: Callable[[str], Evening]) -> None:
    """Without the sentence that closes it, the practice goes on to the delay."""
    assert "time pass" in await through_links(evening("loop"), FIX[:3])


async def test_the_message_to_send_is_shown_whole(evening: Callable[[str], Evening]) -> None:
    """Left to wait for the answer, the practice gives the message as it was written."""
    tonight = evening("asking-for-feedback")
    message = (
        "When we talk on the phone, what do I do that makes you want to hang up? One line is enough, and be frank."
    )
    for text in ("x", "my sister Ruth", "relationships", message, "That I give advice too early."):
        await tonight.says(text)
    left = await tonight.says("no answer yet")
    assert message in left.reply.text


async def test_a_record_that_is_offered_is_still_offered_next_week(evening: Callable[[str], Evening]) -> None:
    """Killed at the offer, the practice opens with it, and a yes keeps it."""
    tonight = evening("life-purpose")
    for line in ("x", *LINES[:3], "To feed a street."):
        await tonight.says(line)
    nextweek = SessionId("next week")
    assert "To feed a street" in tonight.practise.opening(nextweek)
    await tonight.says("yes", nextweek)
    assert [purpose.statement for purpose in tonight.vault.records.current(Purpose)] == ["To feed a street."]


@pytest.mark.parametrize(
    "odd",
    [
        "{quote} {area} %s {0}", "\x1b]52;c;aGk=\x07 \x1b[31mred", "🙂" * 20, "…!?", "“ \" ' ”", "x" * 10_000,
        "I stayed at the bakery. " * 20, "\u202eevil\u202c [b]bold[/b]", "# heading\n\n- list\n\n\n",
    ],
)  # fmt: skip
async def test_no_answer_breaks_a_practice(odd: str, evening: Callable[[str], Evening]) -> None:
    """Markup, control characters, braces, pictures and pages are answers like others, kept as they were written."""
    tonight = evening("ladder-of-inference")
    said = [await tonight.says(odd) for _ in range(30)]
    assert all(exchange.reply.text for exchange in said)
    assert [exchange.entry.text for exchange in said] == [odd] * 30
    state = tonight.state()
    assert {answer.text for answer in state.answers} <= {odd.strip()}


async def test_a_practice_that_was_changed_meanwhile_begins_anew(evening: Callable[[str], Evening]) -> None:
    """A state that no longer fits its practice breaks nothing."""
    tonight = evening("iceberg")
    await tonight.says("The ovens again.")
    state = tonight.state().after(step=40)
    tonight.vault.sessions.remember_state(SESSION, STATE_NAME, state.to_json())
    await tonight.says("On Monday I stayed until nine.")
    assert tonight.state().step == 0


async def test_a_practice_whose_answer_is_gone_begins_anew(evening: Callable[[str], Evening]) -> None:
    """An entry that was forgotten, or that an import did not bring, breaks nothing."""
    tonight = evening("iceberg")
    await tonight.says("The ovens again.")
    await tonight.says("On Monday I stayed until nine.")
    state = tonight.state()
    (answer,) = state.answers
    gone = state.after(answers=(replace(answer, entry=EntryId("gone")),))
    tonight.vault.sessions.remember_state(SESSION, STATE_NAME, gone.to_json())
    while tonight.state().stage is not Stage.DONE:
        await tonight.says(tonight.fitting())
    assert all(tonight.vault.entries.get(one.entry) for one in tonight.state().answers)


async def test_the_page_for_others_holds_only_what_was_chosen(evening: Callable[[str], Evening]) -> None:
    """What was said in the other steps of a shared vision stays out of it."""
    tonight = evening("shared-vision")
    assert page_of(tonight.vault.sessions, tonight.practice) == ""
    for text in ("x", "the family", "home", *LINES[:4], "I want Sundays in one room."):
        await tonight.says(text)
    assert page_of(tonight.vault.sessions, tonight.practice) == "I want Sundays in one room."


@pytest.mark.parametrize("told", ["I feel completely hopeless.", "I want to kill myself."])
async def test_what_answers_care_answers_no_step(told: str, evening: Callable[[str], Evening]) -> None:
    """The step that waited is asked again, and what comes after that is the answer to it."""
    tonight = evening("left-hand-column")
    for text in (
        "x",
        "The rota with Mark, and I wanted a yes.",
        "Can you draft the report by Friday?",
        "that's all",
        LINES[0],
    ):
        await tonight.says(text)
    before = tonight.state()
    assert (await tonight.says(told)).reply.move is Move.CARE
    again = await tonight.says("Let's go on." if "kill" in told else "No, nothing like that.")
    assert (tonight.state().answers, tonight.state().step) == (before.answers, before.step)
    assert again.reply.question == before.asked[-1]
    await tonight.says("That he would laugh.")
    assert tonight.state().answers[-1].text == "That he would laugh."


async def test_what_leaves_care_keeps_no_record(evening: Callable[[str], Evening]) -> None:
    """At an offer, to go on is to see the offer again."""
    tonight = evening("life-purpose")
    for line in ("x", *LINES[:3], "To feed a street."):
        offer = await tonight.says(line)
    await tonight.says("I want to kill myself.")
    again = await tonight.says("Let's go on.")
    assert again.reply.text == offer.reply.text
    assert tonight.vault.records.current(Purpose) == []


async def test_who_stops_at_an_offer_sees_it_again(evening: Callable[[str], Evening]) -> None:
    """The next sentence, in the same session too, is no record."""
    tonight = evening("life-purpose")
    for line in ("x", *LINES[:3], "To feed a street."):
        await tonight.says(line)
    assert (await tonight.says("stop")).reply.move is Move.CLOSE
    again = await tonight.says("I dreamt of warm bread and of nothing else.")
    assert "To feed a street" in again.reply.text
    assert tonight.vault.records.current(Purpose) == []


@pytest.mark.parametrize("asked", ["What do you mean?", "Can you give me an example?", "Is that what you mean?"])
async def test_a_question_back_is_answered_and_recorded_nowhere(asked: str, evening: Callable[[str], Evening]) -> None:
    """What the step draws out is said, and it is asked again."""
    tonight = evening("iceberg")
    first = await tonight.says("The ovens again.")
    again = await tonight.says(asked)
    assert again.reply.text == f"What is meant: what happened, once, with its day. {first.reply.text}"
    assert (tonight.state().answers, tonight.state().tries) == ((), 0)


async def test_a_question_about_the_program_is_answered_by_the_coach(evening: Callable[[str], Evening]) -> None:
    """Who asks who will see it is told, and the step waits."""
    tonight = evening("iceberg")
    await tonight.says("The ovens again.")
    await tonight.says("Will anyone see this?")
    assert tonight.state().answers == ()


async def test_words_for_somebody_else_are_no_request_to_the_program(evening: Callable[[str], Evening]) -> None:
    """A step that asks for a message takes one, also where it asks for something to be written."""
    tonight = evening("asking-for-feedback")
    message = "Could you write me two lines about how I run our Monday meeting?"
    for text in ("x", "my sister Ruth", "relationships", message):
        answer = await tonight.says(text)
    assert answer.reply.move is not Move.ASIDE
    assert tonight.state().given("message")[-1].text == message
