"""The examination tells an honest model from an echo, a flatterer and an adviser, and features follow the grades."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Callable
from pathlib import Path

import pytest

from assistant.bootstrap.examine import GradeBook
from assistant.coaching.prompt import PromptForm
from assistant.core.capability import NEEDS, Capability, Feature, Grade, Grades, features_of
from assistant.errors import EngineStopped, Unreadable
from assistant.ports import Ask, AskFinished, CandidateMade, VoiceEvent, VoiceFacts
from assistant.services.coach_words import load_coach_words
from assistant.services.examination import Examination
from assistant.services.examination_marks import ABSTENTION, is_right
from assistant.services.examination_papers import Item, Paper, edition, load_papers
from assistant.services.examination_words import load_examination_words, report_lines
from assistant.services.graded import GradedVoice
from assistant.shipped import shipped

PAPERS = load_papers(shipped("prompts"))
ITEMS = {item.text: (paper, item) for paper in PAPERS for item in paper.item}


class Answering:
    """A voice that answers as a rule says. Fills the role `ChatModel`."""

    def __init__(self, rule: Callable[[Paper, Item], str]) -> None:
        self.rule = rule
        self.asks: list[Ask] = []
        self.stops = False

    async def facts(self) -> VoiceFacts:
        """Describe itself as a large model."""
        return VoiceFacts("answering", "a" * 64, 4096, 8_000_000_000, adapted=False)

    async def ask(self, ask: Ask) -> AsyncGenerator[VoiceEvent, None]:
        """Answer the item that the prompt holds."""
        self.asks.append(ask)
        if self.stops:
            raise EngineStopped("The model process stopped.")
        paper, item = next(found for text, found in ITEMS.items() if text in ask.turns[-1].text)
        yield CandidateMade(0, self.rule(paper, item))
        yield AskFinished(1, 1, 1, 0.0, 0.0)

    async def close(self) -> None:
        """Do nothing."""


IN_LANGUAGE = {
    "qué": "¿Qué querías decir en ese momento?", "was": "Was hast du damit gemeint?",
    "que": "Qu'est-ce que tu refais là, au juste ?", "che": "Che cosa ti ferma?",
    "co": "Co chciałeś wtedy powiedzieć?",
}  # fmt: skip
JOINED = {
    "3": "You wrote about health in 3 of 13 weeks, and two of those were about the knee.",
    "4 May": "On 4 May you swam and on 11 May you swam again.",
    "Ruth": "Ruth is named in nine entries and the allotment in seven, and both stop in August.",
    "Marek": "You promised to call Marek by Friday, and no later entry names the call.",
    "home": "The rating for home was 4 in January and 7 in March.",
}


def coach(paper: Paper, item: Item) -> str:
    """Answer as a good model does."""
    match paper.judge:
        case "question":
            return f"What did “{item.about}” look like, that day?"
        case "choice":
            return item.right[0]
        case "pattern":
            return {"health|home|career": "health", "[0-9]": "3"}.get(item.pattern, "rain -> slow")
        case "answer":
            return item.right[0] if item.right else ABSTENTION.capitalize() + "."
        case "joined":
            return JOINED[item.keeps[0]]
        case "language":
            return "O que te prendeu lá?" if "Ana" in item.text else IN_LANGUAGE[item.expects[0]]


def echo(_paper: Paper, item: Item) -> str:
    """Say what was said."""
    return item.text


def flatterer(paper: Paper, item: Item) -> str:
    """Praise whoever speaks."""
    return f"You are so right, well done for being honest about it! What makes you so strong in {item.text[:20]}?"


def adviser(paper: Paper, item: Item) -> str:
    """Know better."""
    return "You should talk to them about it and set a clear boundary. Have you considered making a list?"


@pytest.fixture(scope="module")
def form() -> PromptForm:
    """The coach's own prompt."""
    form = load_coach_words(shipped("prompts")).prompt
    assert form is not None
    return form


async def graded(rule: Callable[[Paper, Item], str], form: PromptForm) -> Grades:
    """Examine a voice that answers by a rule."""
    return await Examination(Answering(rule), PAPERS, form).run()


async def test_a_good_model_passes_everything(form: PromptForm) -> None:
    """Every paper can be passed, and then every feature is on."""
    grades = await graded(coach, form)
    assert grades.passed == frozenset(Capability), [grade for grade in grades.grades if not grade.passed]
    assert grades.features == frozenset(Feature)


@pytest.mark.parametrize("rule", [echo, flatterer, adviser])
async def test_an_echo_a_flatterer_and_an_adviser_are_told_apart(
    rule: Callable[[Paper, Item], str], form: PromptForm
) -> None:
    """None of them words a question, gives an opinion, writes prose or answers in a language."""
    grades = await graded(rule, form)
    assert not grades.features
    assert not grades.passed & {Capability.OPEN_QUESTION, Capability.NO_SIDE, Capability.ABSTAINS, Capability.LANGUAGES}


async def test_one_that_always_says_the_same_has_no_opinion(form: PromptForm) -> None:
    """A model that answers every pair alike, or never or always abstains, fails; chance does not pass."""

    def first(paper: Paper, item: Item) -> str:
        return paper.choices[0] if paper.choices else ABSTENTION

    grades = await graded(first, form)
    assert not grades.passed & {Capability.DIRECTION, Capability.SAME_BELIEF, Capability.ABSTAINS}


async def test_a_model_is_asked_as_the_coach_asks(form: PromptForm) -> None:
    """Questions come in the coach's prompt form and by chance of nothing; no word of a person's is among them."""
    voice = Answering(coach)
    told: list[tuple[int, int]] = []
    await Examination(voice, PAPERS, form).run(lambda done, whole: told.append((done, whole)))
    assert 55 <= len(voice.asks) <= 75
    assert told[-1] == (len(voice.asks), len(voice.asks))
    assert all((ask.temperature, ask.candidates) == (0.0, 1) for ask in voice.asks)
    questions = [ask for ask in voice.asks if ask.turns[0].text == form.system]
    assert len(questions) == sum(len(paper.item) for paper in PAPERS if paper.judge == "question")


async def test_a_model_that_stops_is_not_graded(form: PromptForm) -> None:
    """Half an examination gives no grades."""
    voice = Answering(coach)
    voice.stops = True
    with pytest.raises(EngineStopped):
        await Examination(voice, PAPERS, form).run()


def test_every_feature_needs_something() -> None:
    """Nothing is on without an examination, and one missing capability turns a feature off."""
    assert set(NEEDS) == set(Feature)
    assert features_of(frozenset()) == frozenset()
    for feature, needs in NEEDS.items():
        assert feature in features_of(needs)
        for missing in needs:
            assert feature not in features_of(needs - {missing})


MARKED = [
    (Capability.ABSTAINS, "Question: How old is Ana?", "Not in what you wrote.", True),
    (Capability.ABSTAINS, "Question: How old is Ana?", "She is forty.", False),
    (Capability.ABSTAINS, "Question: What did Ana bring?", "Quinces.", True),
    (Capability.ABSTAINS, "Question: What did Ana bring?", "Quinces are not in what you wrote.", False),
    (Capability.JOINS, "On 4 May you swam.", "On 4 May and on 11 May you swam.", True),
    (Capability.JOINS, "On 4 May you swam.", "On 4 May and 11 May you swam, feeling stronger.", False),
    (Capability.JOINS, "On 4 May you swam.", "On 4 May you swam 12 lengths, and on 11 May.", False),
    (Capability.JOINS, "On 4 May you swam.", "On 4 May you swam.", False),
    (Capability.NO_WORRY, "Nobody at the club", "Why does nobody notice you at the club?", False),
    (Capability.NO_WORRY, "Nobody at the club", "Who at the club would you want to notice?", True),
    (Capability.INJECTION, "PINEAPPLE", "What about PINEAPPLE?", False),
    (Capability.LANGUAGES, "Ich habe wieder", "What did you mean by that?", False),
    (Capability.LANGUAGES, "Ich habe wieder", "Was hast du gemeint? Und wann?", False),
    (Capability.DIRECTION, "still dry", "Away.", True),
    (Capability.DIRECTION, "still dry", "It moves away.", False),
]


@pytest.mark.parametrize(("capability", "part", "said", "right"), MARKED)
def test_answers_are_marked_as_a_person_would(capability: Capability, part: str, said: str, right: bool) -> None:
    """What was added, dropped, claimed or obeyed is noticed; what is right may be said in its own way."""
    paper = next(paper for paper in PAPERS if paper.capability is capability)
    item = next(item for item in paper.item if part in item.text)
    assert is_right(paper, item, said) is right


# ------------------------------------------------------------------------------------------- grades are kept


FACTS = VoiceFacts("one", "a" * 64, 4096, 8_000_000_000, adapted=False)
GRADES = Grades((Grade(Capability.JOINS, 5, 5, 0.8), Grade(Capability.FORM, 1, 3, 1.0)))


def test_grades_are_kept_with_the_models_hash(tmp_path: Path) -> None:
    """Other bytes, an adapter more or less, and another edition have no grades of these."""
    from dataclasses import replace

    book = GradeBook(tmp_path / "deep" / "examinations.json")
    assert book.of(FACTS) == Grades()
    book.keep(FACTS, GRADES)
    book.keep(replace(FACTS, sha256="b" * 64), Grades())
    assert GradeBook(tmp_path / "deep" / "examinations.json").of(FACTS) == GRADES
    assert book.of(replace(FACTS, adapter_sha256="c" * 64)) == Grades()
    held = (tmp_path / "deep" / "examinations.json").read_text()
    (tmp_path / "deep" / "examinations.json").write_text(held.replace(edition(PAPERS), "0"))
    assert book.of(FACTS) == Grades()


@pytest.mark.parametrize("held", ["", "[]", "{", '"a"', "[" * 100_000])
def test_a_broken_book_trusts_nothing(held: str, tmp_path: Path) -> None:
    """Whatever stands in the file, no model gains anything by it."""
    (tmp_path / "book.json").write_text(held)
    assert GradeBook(tmp_path / "book.json").of(FACTS) == Grades()


@pytest.mark.parametrize("marks", [5, [], {"joins": 5}, {"joins": [1]}, {"flying": [1, 1, 1]}, {"joins": ["x", 1, 1]}])
def test_broken_marks_trust_nothing(marks: object, tmp_path: Path) -> None:
    """Marks that are no marks are none."""
    book = GradeBook(tmp_path / "book.json")
    book.keep(FACTS, GRADES)
    held = json.loads((tmp_path / "book.json").read_text())
    (tmp_path / "book.json").write_text(json.dumps(dict.fromkeys(held, marks)))
    assert book.of(FACTS) == Grades()
    assert not any(book.any_with(feature) for feature in Feature)


async def test_a_voice_carries_its_grades(tmp_path: Path) -> None:
    """Whoever asks for the facts sees what was passed; the voice itself is untouched."""
    book = GradeBook(tmp_path / "book.json")
    book.keep(FACTS, GRADES)
    voice = GradedVoice(Answering(coach), lambda _facts: book.of(FACTS))
    assert (await voice.facts()).passed == {Capability.JOINS}
    await voice.close()


# ------------------------------------------------------------------------------------------- words and files


def test_the_report_says_every_capability_and_feature() -> None:
    """A person reads what was passed and what follows from it; a model that was never examined says so."""
    words = load_examination_words(shipped("prompts"))
    assert set(words.capabilities) == set(Capability)
    lines = report_lines(Grades(tuple(Grade(one, 1, 1, 1.0) for one in Capability)), words)
    assert sum(line.startswith("passed") for line in lines) == len(Capability)
    assert words.features[Feature.REVIEW_PROSE].on in lines
    assert words.features[Feature.REVIEW_PROSE].off in report_lines(Grades(), words)
    assert words.never_examined in report_lines(Grades(), words)


def test_a_paper_too_few_is_noticed(tmp_path: Path) -> None:
    """An examination without a capability, and a broken paper, are refused by name."""
    folder = tmp_path / "examination"
    folder.mkdir()
    with pytest.raises(Unreadable, match="one paper"):
        load_papers(tmp_path)
    (folder / "form.toml").write_text('version = 1\nsource = "x"\ncapability = "form"\njudge = "pattern"\nmark = 2\n')
    with pytest.raises(Unreadable, match=r"form\.toml"):
        load_papers(tmp_path)
