"""The text that teaches the voice: every line keeps the form, passes the coach's own critic, and is split by writer."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from assistant.coaching.critic import Ground, faults_of
from assistant.coaching.planner import plan_turn
from assistant.coaching.session_state import SessionState
from assistant.core.dialogue import QuestionType
from assistant.reading.acts import hear_acts
from assistant.reading.read import read_text
from tests.training.scripts_of_voice import load

LEAST_EXAMPLES = 4000


written = load("written")


def test_every_question_to_learn_passes_the_critic() -> None:
    """What is taught may be said: no question, fine or plain, has a fault in the coach's own eyes."""
    messages = written.messages_in()
    asked = 0
    for message in messages:
        ground = Ground(message.text, (message.answers,) if message.answers else ())
        for one in message.good:
            asked += 1
            for question in filter(None, (one.question, one.plain)):
                assert not faults_of(question, ground), (message.text, question)
    assert asked >= LEAST_EXAMPLES


def test_held_out_writers_are_about_a_tenth_and_never_learned_from() -> None:
    """The split is by writer: all messages of one writer are on one side."""
    sides: dict[str, set[bool]] = {}
    counted = Counter(message.held_out for message in written.messages_in())
    for message in written.messages_in():
        sides.setdefault(message.writer, set()).add(message.held_out)
    assert all(len(side) == 1 for side in sides.values())
    assert 0.05 < counted[True] / counted.total() < 0.2


def test_all_types_of_question_are_taught_in_earnest() -> None:
    """No type that the planner asks for is left to a handful of examples."""
    kinds = Counter(one.kind for message in written.messages_in() for one in message.good)
    assert set(kinds) == set(written.TYPES.values())
    assert min(kinds.values()) / kinds.total() > 0.08


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("clar | words | What words?", "a question without a message"),
        ("# A: b\n> some words\nclar | other | What other?", "the phrase is not in the message"),
        ("# A: b\n> some words\nwhat | words | What words?", "not type"),
        ("# A: b\n> some words\nclar | words", "not type"),
    ],
)
def test_a_line_that_does_not_keep_the_form_is_named(tmp_path: Path, lines: str, reason: str) -> None:
    """Whoever adds text is told which line is wrong, and why."""
    (tmp_path / "01-new.txt").write_text(lines, "utf-8")
    with pytest.raises(written.Unreadable, match=rf"01-new\.txt:\d: {reason}"):
        written.messages_in(tmp_path)


def test_an_answer_keeps_the_question_it_answers(tmp_path: Path) -> None:
    """A question before a message goes with that message and no other."""
    text = "# A: b\n< What of it?\n> some words\nclar | words | What words?\n\n> more\nclar | more | What more?\n"
    (tmp_path / "01-new.txt").write_text(text, "utf-8")
    first, second = written.messages_in(tmp_path)
    assert (first.answers, second.answers) == ("What of it?", "")


LEARNED = """# A: one who repeats themselves.
> The kettle is blue and I like it.
clar | blue | Which blue is the kettle?
"""
JUDGED = """clar | blue | The kettle is blue and I like it.
3 | Which blue is the kettle?
0 | What is the kettle when you like?
1 | Who likes the kettle?
"""


BANK = "{grade}\t{{quote}}: what of it?\tBlue: what of it?\tThe kettle is blue and I like it.\n"


def _written(folder: Path, grade: str = "2", writer: str = "A") -> Path:
    """Write one message with a question, three judged wordings of a model's and one of the bank's; return its text."""
    files = {
        "text/01-one.txt": LEARNED.replace("# A:", f"# {writer}:"),
        "judged/01-one.txt": JUDGED,
        "judged/02-bank.tsv": BANK.format(grade=grade),
    }
    for name, words in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(words, "utf-8")
    return folder / "text"


def test_lessons_written_down_are_the_lessons_learned(tmp_path: Path) -> None:
    """A machine without llama.cpp learns what would be learned here, and each wording with what its reader thought."""
    starter, trees, lessons = (load(name) for name in ("starter", "trees", "lessons"))  # the last uses the others
    made = lessons.lessons_of(_written(tmp_path), starter.starter_file())
    made.write(tmp_path / "lessons.json")
    assert trees.Lessons.read(tmp_path / "lessons.json") == made
    assert (len(made.learned), made.held, made.judged_held, made.bank_held) == (1, [], [], [])
    (tree,) = made.learned
    assert [verdict.grade for verdict in tree.verdicts] == [3, 0, 1, 2], "three of the model's own, one of the bank's"
    (pair,) = tree.pairs
    assert pair.better != pair.worse
    assert sum(weight > 0 for weight in tree.weights) == len(pair.better), "what was written is learned, and no more"

    tokens = lessons.Tokens(starter.starter_file())
    asked = lessons.coach_form().taught_turns("The kettle is blue and I like it.", "blue", QuestionType.CLARIFICATION)
    *good, end = tokens.answer("Which blue is the kettle?")
    first = tree.verdicts[0]
    assert (tree.path_to(tree.places[first.step]), tree.wanted[first.step]) == (tokens.prompt(asked) + good, end)


def test_the_bank_is_judged_as_the_coach_has_it_judged(tmp_path: Path) -> None:
    """A graded wording of the bank's stands after the very tokens that come before it in a talk."""
    lessons = load("lessons")
    form, tokens = lessons.coach_form(), lessons.Tokens(load("starter").starter_file())
    (said,) = lessons.said_on(_written(tmp_path), form)
    plan = plan_turn(said.message.text, read_text(said.message.text), hear_acts(said.message.text), SessionState())
    about = plan.options[0]
    assert said.of_bank.turns == form.taught_turns(said.message.text, about.handle.quote, about.question_type)
    tree = lessons.tree_of(said, form, tokens)
    *wording, _end = tokens.answer("Blue: what of it?")
    assert tree.path_to(tree.places[tree.verdicts[-1].step]) == tokens.prompt(said.of_bank.turns) + wording


def test_writers_held_out_are_measured_by_their_verdicts_too(tmp_path: Path) -> None:
    """A message of theirs is in no lesson; its questions, a model's wordings and the bank's are each measured."""
    names = (f"N{number}" for number in range(200))
    writer = next(one for one in names if written.Message(f"01-one {one}: one who repeats themselves.", "").held_out)
    text = _written(tmp_path, writer=writer)
    made = load("lessons").lessons_of(text, load("starter").starter_file())
    assert (made.learned, len(made.held)) == ([], 1)
    of_model, of_bank = made.judged_held[0].verdicts, made.bank_held[0].verdicts
    assert [[one.grade for one in verdicts] for verdicts in (of_model, of_bank)] == [[3, 0, 1], [2]]


@pytest.mark.parametrize("grade", ["4", "-1", "good", "2\t2"])
def test_a_grade_that_is_none_is_named(tmp_path: Path, grade: str) -> None:
    """Whoever adds grades of the bank's wordings is told of the line that has none."""
    text = _written(tmp_path, grade)
    with pytest.raises(written.Unreadable, match=r"02-bank\.tsv:1"):
        list(written.bank_grades_in(text.parent / "judged"))


def test_what_two_prompts_share_is_laid_down_once() -> None:
    """A tree holds each beginning once, a step said twice counts twice, and each step is found by what leads to it."""
    grower = load("trees").Grower()
    grower.answer([1, 2, 3], [7, 8])
    grower.answer([1, 2, 4], [7])
    grower.answer([1, 2, 3], [7, 9])
    grower.verdict([1, 2, 3], [7, 8], 0)
    tree = grower.tree
    assert sorted(zip(map(tuple, map(tree.path_to, tree.places)), tree.wanted, tree.weights, strict=True)) == [
        ((1, 2, 3), 7, 2.0), ((1, 2, 3, 7), 8, 1.0), ((1, 2, 3, 7), 9, 1.0), ((1, 2, 4), 7, 1.0),
    ]  # fmt: skip
    assert len(tree) == len([1, 2, 3, 4, 7])
    (verdict,) = tree.verdicts
    assert (tree.path_to(tree.places[verdict.step]), tree.wanted[verdict.step]) == ([1, 2, 3, 7], 8)


def test_a_judged_wording_of_an_unknown_message_is_named(tmp_path: Path) -> None:
    """Whoever adds judgements is told which ask has no message."""
    (tmp_path / "01-one.txt").write_text("clar | blue | Nobody wrote this.\n3 | Which blue?\n", "utf-8")
    with pytest.raises(written.Unreadable, match=r"01-one\.txt: ask 1"):
        list(written.judged_in(tmp_path, []))
