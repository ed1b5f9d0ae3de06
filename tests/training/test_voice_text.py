"""The text that teaches the voice: every line keeps the form, passes the coach's own critic, and is split by writer."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from assistant.coaching.critic import Ground, faults_of
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


BANK = "2\t{quote}: what of it?\tBlue: what of it?\tThe kettle is blue and I like it.\n"


def test_lessons_written_down_are_the_lessons_learned(tmp_path: Path) -> None:
    """A machine without llama.cpp learns what would be learned here, and each wording with what its reader thought."""
    files = {"text/01-one.txt": LEARNED, "judged/01-one.txt": JUDGED, "judged/02-bank.tsv": BANK}
    for name, words in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(words, "utf-8")
    starter = load("starter").starter_file()
    trees, made = load("trees"), load("lessons").lessons(tmp_path / "text", starter)
    made.write(tmp_path / "lessons.json")
    assert trees.Lessons.read(tmp_path / "lessons.json") == made
    assert (len(made.learned), len(made.held)) == (1, 0)
    (tree,) = made.learned
    assert [verdict.grade for verdict in tree.verdicts] == [3, 0, 1, 2], "three of the model's own, one of the bank's"
    assert {tree.wanted[verdict.step] for verdict in tree.verdicts} == {made.end}
    (pair,) = tree.pairs
    assert pair.better != pair.worse
    assert sum(weight > 0 for weight in tree.weights) == len(pair.better), "what was written is learned, and no more"


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
