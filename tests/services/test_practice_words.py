"""Practices as files: the ones that ship, and the person's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.coaching.critic import Ground, faults_of
from assistant.coaching.practice import Complete, Discipline
from assistant.errors import Unreadable
from assistant.services.practice_words import load_practice, load_practices, load_sayings
from assistant.shipped import shipped

PROMPTS = shipped("prompts")
SHIPPED = load_practices(PROMPTS).all
SAID = "the long week at the bakery"

OWN = """+++
version = 1
source = "Mine."
title = "Evening rounds"
discipline = "personal mastery"
purpose = "Look back at the rounds."
records = ["worksheet"]
closes = "Kept."

[[step]]
name = "one"
title = "One"
draws_out = "the first thing"
[[step.ask]]
type = "clarification"
say = "What was the first thing?"
+++
"""


def test_the_five_disciplines_each_have_a_practice() -> None:
    """Nothing of what the issue names is missing."""
    assert {practice.discipline for practice in SHIPPED.values()} == set(Discipline)
    named = (
        "personal-vision life-purpose current-reality strengths-and-weaknesses asking-for-feedback creative-tension "
        "action-plan letting-go ladder-of-inference left-hand-column immunity-to-change test-a-belief shared-vision "
        "hard-conversation after-action-review dialogue iceberg consequences loop"
    )
    assert set(named.split()) <= SHIPPED.keys()


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_every_question_of_a_practice_passes_the_critic(name: str) -> None:
    """Filled with a person's words, no question of a practice advises, leads, praises or asks twice."""
    ground = Ground(f"“{SAID}”", cited=(SAID, "3 March 2026"), about_their_words=False)
    sayings = load_sayings(PROMPTS)
    questions = [one.template for step in SHIPPED[name].steps for one in (*step.asks, *step.more)]
    questions += [one.template for one in sayings.more_questions]
    questions += [SHIPPED[name].again] if SHIPPED[name].again else []
    filled = [re.sub(r"\{area\}", "health", re.sub(r"\{vision_date\}", "3 March 2026", text)) for text in questions]
    wrong = {
        text: [fault.rule for fault in found]
        for text in (re.sub(r"\{\w+\}", SAID, one) for one in filled)
        if (found := faults_of(text, ground))
    }
    assert wrong == {}


def test_a_list_can_be_asked_on_without_repeating() -> None:
    """A step that gathers several has enough ways to ask for one more."""
    sayings = load_sayings(PROMPTS)
    lists = [step for one in SHIPPED.values() for step in one.steps if step.complete is Complete.SEVERAL]
    assert lists
    assert all(len(step.more) + len(sayings.more_questions) >= 6 for step in lists)


def test_a_practice_of_ones_own_is_found(tmp_path: Path) -> None:
    """A file in the vault's folder is a practice like any other."""
    (tmp_path / "evening-rounds.md").write_text(OWN, encoding="utf8")
    practice = load_practices(PROMPTS, tmp_path).all["evening-rounds"]
    assert (practice.title, practice.own, len(practice.steps)) == ("Evening rounds", True, 1)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("+++\nversion", "version", "line 1: "),
        ("version = 1", "version = 0", "line 2: "),
        ("personal mastery", "astrology", "line 5: "),
        ('records = ["worksheet"]', 'records = ["vision"]', "line 7: "),
        ("What was the first thing?", "Say the first thing.", "line 16: "),
        ("What was the first thing?", "What was {nonsense}?", "line 16: step.0.ask.0.say: .* no such slot"),
        ("What was the first thing?", "What was “{quote}”?", "line 16: "),
        ('title = "One"', 'title = "One"\ncolour = "red"', "line 13: "),
        ('title = "One"', 'title = "One"\neach = "nobody"', "line 13: "),
        ('title = "One"', 'title = "One"\nneeds = "weather"', "line 13: .* nothing fills"),
        ('type = "clarification"', 'type = "nosiness"', "line 15: "),
        ("[[step]]", "[[step", "line 10: "),
        ('title = "One"', "title = One", "line 12: "),
        ('source = "Mine."\n', "", "source"),
        ('records = ["worksheet"]', 'records = ["vision"]', "needs the steps area, vision"),
        ("What was the first thing?", "Say the first thing.", "question mark"),
        ("What was the first thing?", "What was “{quote}”?", "without any slot"),
        ('draws_out = "the first thing"', 'draws_out = "x"\neach = "nobody"', "no earlier step"),
    ],
)
def test_a_broken_practice_is_refused_with_its_reason_and_the_others_work(
    tmp_path: Path, old: str, new: str, reason: str
) -> None:
    """The message names the file and what is wrong; every other practice is there."""
    (tmp_path / "broken.md").write_text(OWN.replace(old, new, 1), encoding="utf8")
    (tmp_path / "good.md").write_text(OWN, encoding="utf8")
    found = load_practices(PROMPTS, tmp_path)
    assert found.all.keys() == SHIPPED.keys() | {"good"}
    assert [("broken.md" in one.message, bool(re.search(reason, one.message))) for one in found.refused] == [
        (True, True)
    ]


def test_the_line_is_that_of_the_second_of_several_questions(tmp_path: Path) -> None:
    """A slot that nothing fills is found where it stands, behind other steps and other questions."""
    step = OWN[OWN.index("[[step]]") : OWN.rindex("+++")]
    more = step.replace('"one"', '"two"') + '[[step.more]]\ntype = "meta"\nsay = "And what {weather}?"\n'
    text = OWN.replace(step, f"{step}\n{more}")
    (tmp_path / "broken.md").write_text(text, encoding="utf8")
    (refused,) = load_practices(PROMPTS, tmp_path).refused
    line = next(number for number, said in enumerate(text.splitlines(), 1) if "{weather}" in said)
    assert f"broken.md, line {line}: step.1.more.0.say" in refused.message


def test_undecodable_and_misnamed_files_are_refused(tmp_path: Path) -> None:
    """Bytes that are no UTF-8, and a name that could not be typed, are each named."""
    (tmp_path / "bytes.md").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "My Practice.md").write_text(OWN, encoding="utf8")
    refused = load_practices(PROMPTS, tmp_path).refused
    assert sorted(Path(one.source).name for one in refused) == ["My Practice.md", "bytes.md"]


def test_a_practice_of_ones_own_never_takes_the_place_of_one_that_ships(tmp_path: Path) -> None:
    """The name is taken, and the message says so."""
    (tmp_path / "loop.md").write_text(OWN, encoding="utf8")
    found = load_practices(PROMPTS, tmp_path)
    assert (found.all["loop"].own, len(found.refused)) == (False, 1)


def test_a_missing_file_is_a_clear_error(tmp_path: Path) -> None:
    """Reading one that is not there names it."""
    with pytest.raises(Unreadable, match="gone"):
        load_practice(tmp_path / "gone.md")
