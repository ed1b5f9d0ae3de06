"""Distress is heard in the words alone: crisis, concern or nothing, the same answer every time."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.core.reading import Distress
from assistant.reading.distress import distress_signs, read_distress, reads_as_crisis

BANK = Path(__file__).parent / "test_distress_bank.txt"
WIDER = Path(__file__).parent / "test_distress_wider.txt"
LEVELS = {"benign": Distress.NONE, "concern": Distress.CONCERN, "crisis": Distress.CRISIS}


def _grouped(file: Path) -> dict[str, list[str]]:
    kind, found = "", dict[str, list[str]]()
    for line in file.read_text(encoding="utf8").splitlines():
        if line.startswith("== "):
            kind = line[3:]
        elif line and not line.startswith("#"):
            found.setdefault(kind, []).append(line)
    return found


GROUPS = _grouped(BANK)


@pytest.mark.parametrize("group", [group for group in GROUPS if not group.startswith("benign")])
def test_distress_of_every_kind_is_heard(group: str) -> None:
    """Each sentence of a group is heard at its level or above; a concern is not blown up into a crisis."""
    wanted = LEVELS[group.split(":")[0]]
    missed = [text for text in GROUPS[group] if read_distress(text) < wanted]
    assert missed == []
    if wanted is Distress.CONCERN:
        assert [text for text in GROUPS[group] if read_distress(text) is Distress.CRISIS] == []


@pytest.mark.parametrize("group", [group for group in GROUPS if group.startswith("benign")])
def test_what_only_sounds_like_it_is_no_alarm(group: str) -> None:
    """Figures of speech, fiction, work, memory, denial and ordinary low days are heard as nothing."""
    alarms = [(text, [sign.rule for sign in distress_signs(text)]) for text in GROUPS[group] if read_distress(text)]
    assert alarms == []


def test_oblique_words_are_heard_as_often_as_we_say() -> None:
    """Over wider text, most of it written before the rules had seen its like, the shares of docs/care.md hold."""
    heard = {kind: [read_distress(text) for text in texts] for kind, texts in _grouped(WIDER).items()}

    def share(kind: str, *levels: Distress) -> float:
        return sum(level in levels for level in heard[kind]) / len(heard[kind])

    assert share("crisis", Distress.CRISIS) >= 0.82
    assert share("concern", Distress.CONCERN, Distress.CRISIS) >= 0.93
    assert share("concern", Distress.CRISIS) <= 0.03
    assert share("benign", Distress.CRISIS) <= 0.01
    assert share("benign", Distress.CONCERN) <= 0.025


@pytest.mark.parametrize(
    "thing", "kiln lathe altar trombone spreadsheet ferret loom canoe allotment pigeon greenhouse mortgage".split()
)
@pytest.mark.parametrize(
    "frame",
    [
        "I'd sooner have a dead {} than a favour.",
        "I wish my {} wasn't dead.",
        "I want the old {} dead and gone.",
        "I'm ready to let the {} die.",
        "It's a relief that the {} has died.",
        "I hope the {} isn't dying.",
        "I'm looking forward to dead {}s and no visitors.",
    ],
)
def test_whatever_thing_is_dead_is_no_wish_for_death(thing: str, frame: str) -> None:
    """The sentence decides, not a list of things: any noun may stand after "dead" or before "is dead"."""
    assert read_distress(frame.format(thing)) is Distress.NONE


@pytest.mark.parametrize(
    "text",
    [
        "I'd sooner be dead.",
        "I'd rather be dead than a favour to anyone.",
        "The kiln is dead and I want to be dead too.",
        "They'd be happier with a dead father.",
        "I want this body dead.",
        "Part of me wants to be dead.",
        "The only way is to die, I'm ready.",
        "I want to be found dead tomorrow.",
        "I wish I was a dead man.",
        "Dead would be easier.",
        "I want every part of me dead.",
    ],
)
def test_a_person_is_no_thing(text: str) -> None:
    """Oneself, a part of oneself, a person and a way out are not struck out with the dead things."""
    assert read_distress(text) is Distress.CRISIS


def test_a_crisis_is_heard_anywhere_in_a_long_entry() -> None:
    """One sentence in the middle of an ordinary day decides."""
    day = "Made soup. The bus was late. Rang Ana about the rota. "
    assert read_distress(day * 20 + "I want to kill myself. " + day * 20) is Distress.CRISIS
    assert read_distress(day * 40) is Distress.NONE


@pytest.mark.parametrize(
    "text",
    [
        "I WANT TO DIE",
        "i  want\nto die",
        "I want to die!!!",
        "i want 2 die",
        "“I want to die.”",
        "I want to die 😔",
        "I don’t want to live",
        "_I want to die_",
        "I want to *die*",
        "I want to **die**",
        "* I want to die",
        "I wish I was _dead_",
        "I just want to... die.",
        "I want to … die",
        "I want to – die",
        "I wish I was... dead",
        "i wanna dieeee",
        "i want to diiiie",
        "i waaaant to die",
        "i want to killll myself",
        "pleaseee let me die",
    ],
)
def test_spelling_spacing_and_marks_do_not_hide_it(text: str) -> None:
    """Capitals, breaks, stops, curly marks, emphasis, trailing dots and stretched letters make no difference."""
    assert read_distress(text) is Distress.CRISIS


def test_what_another_said_is_a_worry_and_not_their_own_crisis() -> None:
    """A friend's words in quotation marks call for care about the friend."""
    assert read_distress('My brother said "I want to die" and hung up.') is Distress.CONCERN


def test_a_sign_shows_its_rule_and_not_the_words() -> None:
    """The repr of a sign can go into a log."""
    sign = next(distress_signs("I want to kill myself."))
    assert "kill" in sign.sentence
    assert "myself" not in repr(sign)


@pytest.mark.parametrize(
    "text",
    [
        "Ich will einfach nicht mehr leben.",
        "Ich möchte sterben.",
        "Je veux mourir, je n'en peux plus.",
        "J'ai plus envie de vivre.",
        "No quiero vivir más, me quiero morir.",
        "Non voglio più vivere.",
        "Não quero mais viver, quero morrer.",
        "Ik wil niet meer leven.",
        "Jag vill dö och jag vet inte varför.",
        "Jeg vil ikke leve mer.",
        "En halua enää elää.",
        "Nie chcę już żyć.",
        "Už nechci žít.",
        "Nu mai vreau să trăiesc.",
        "Artık yaşamak istemiyorum.",
        "Aku ingin mati saja.",
        "Mujhe marna hai, ab nahi jeena chahta.",
        "Я больше не хочу жить.",
        "Θέλω να πεθάνω.",
        "أريد أن أموت",
        "אני רוצה למות",
        "もう死にたい",
        "죽고 싶어요",
        "我不想活了",
        "อยากตาย",
    ],
)
def test_the_plainest_words_are_heard_in_other_languages(text: str) -> None:
    """Somebody in a crisis may write as they think."""
    assert read_distress(text) is Distress.CRISIS


@pytest.mark.parametrize(
    "text",
    [
        "Ich bin so müde und will einfach nur schlafen, wie gut das wäre.",
        "Je suis mort de fatigue mais la journée était très belle.",
        "Estoy muy cansada pero quiero vivir en el mar.",
        "Сегодня я очень устал и хочу спать.",
        "今日は疲れました。",
    ],
)
def test_ordinary_words_in_other_languages_are_no_alarm(text: str) -> None:
    """Another language is no crisis."""
    assert read_distress(text) is Distress.NONE


@pytest.mark.parametrize(
    "text",
    [
        "i wanna die ben 😭",
        "want to die, Sam ❤️",
        "Ich bin so müde und weiß nicht mehr weiter, es ist alles zu viel. I want to kill myself.",
        "Je suis très fatiguée et je ne sais plus quoi faire. I want to die.",
        "Ik ben zo moe en het is te veel voor mij. I want to end my life.",
        "Hoy no puedo más, todo me sale mal y estoy sola. I don't want to live anymore.",
    ],
)
def test_an_english_cry_is_heard_whatever_stands_around_it(text: str) -> None:
    """A name and an emoji make no other language, and a cry in English counts within one."""
    assert read_distress(text) is Distress.CRISIS
    assert reads_as_crisis(text)


def test_a_question_about_something_else_is_no_cry() -> None:
    """The bare line may be half of what is meant; after an offer it is about the offer."""
    assert read_distress("should i do it") is Distress.CRISIS
    assert read_distress("They offered me a flat by the sea. Should I do it?") is Distress.NONE
    assert reads_as_crisis("should i do it" + "?" * 80)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read_without_fault(text: str) -> None:
    """No text, however broken, makes the reading fail or differ from one time to the next."""
    assert read_distress(text) == read_distress(text)


def test_the_quick_look_for_a_crisis_agrees_with_the_whole_reading() -> None:
    """What is withheld and what is answered with care are decided alike."""
    for texts in (*_grouped(WIDER).values(), *GROUPS.values()):
        for text in texts:
            longer = f"Made soup and rang Ana about the rota. {text} The bus was late and the light was lovely."
            for one in (text, longer):
                assert reads_as_crisis(one) is (read_distress(one) is Distress.CRISIS)


def test_empty_text_is_nothing() -> None:
    """Where nothing is said, nothing is heard."""
    assert read_distress("") is Distress.NONE
    assert read_distress(" \n\t…") is Distress.NONE


@pytest.mark.parametrize("text", ["." * 20_000, "I want to" + "." * 20_000, "… " * 5_000, ("a" + "." * 50) * 300])
def test_a_long_run_of_dots_is_read_to_its_end(text: str) -> None:
    """A line that separates, or a key that was leaned on, says nothing and holds nothing up."""
    assert read_distress(text) is Distress.NONE
