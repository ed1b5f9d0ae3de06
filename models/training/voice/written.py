"""Read the text that teaches the coach's voice: who wrote what, and the questions that a coach would ask about it.

One file holds several invented writers. The form is in `MAKERS.md`:

    # Name: who they are
    < the question that the message answers (where it answers one)
    > a message
    type | phrase of the message | question | the same, asked plainly
    bad | phrase of the message | a question that must not be asked
"""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from assistant.core.dialogue import QuestionType

TEXT = Path(__file__).parent / "text"
JUDGED = "judged"
"""The folder beside the text that has what readers thought of wordings."""

TYPES = {
    "clar": QuestionType.CLARIFICATION,
    "assu": QuestionType.ASSUMPTIONS,
    "evid": QuestionType.EVIDENCE,
    "view": QuestionType.VIEWPOINTS,
    "impl": QuestionType.IMPLICATIONS,
}
BAD = "bad"

GRADES = ("0", "1", "2", "3")
"""Makes no sense, poor, good, very good."""

HELD_OUT = 10
"""One writer in so many is never learned from. Which one, the name decides, not chance."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question on one phrase of a message."""

    kind: QuestionType
    phrase: str
    question: str
    plain: str = ""
    """Its plain sister, where one is written: what a small model can learn to say."""


@dataclass(slots=True)
class Message:
    """What somebody wrote, the question it answers if any, and what may and may not be asked about it."""

    writer: str
    text: str
    answers: str = ""
    good: list[Asked] = field(default_factory=list)
    bad: list[tuple[str, str]] = field(default_factory=list)
    """Phrase and question."""

    @property
    def held_out(self) -> bool:
        """Whether its writer is kept for measuring."""
        return int(hashlib.sha256(self.writer.encode()).hexdigest(), 16) % HELD_OUT == 0


@dataclass(frozen=True, slots=True)
class Judged:
    """What a model, and in part the bank, said to an ask, each with a reader's grade of 0 to 3."""

    message: Message
    phrase: str
    kind: QuestionType
    wordings: list[tuple[str, int]]


class Unreadable(ValueError):
    """A line that does not keep the form; the message names file and line."""


def messages_in(folder: Path = TEXT) -> list[Message]:
    """Return all messages of all files, in the order of their names. Raises Unreadable."""
    return [message for path in sorted(folder.glob("*.txt")) for message in _read(path)]


def _read(path: Path) -> Iterator[Message]:
    writer, answers, message = "", "", None
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        line = line.strip()
        if not line:
            continue
        if line[:2] in ("# ", "< ", "> ") and message:
            yield message
            message = None
        if line.startswith("# "):
            writer, answers = f"{path.stem} {line[2:]}", ""
        elif line.startswith("< "):
            answers = line[2:].strip()
        elif line.startswith("> "):
            message, answers = Message(writer, line[2:].strip(), answers), ""
        elif message:
            _add(message, line, f"{path.name}:{number}")
        else:
            raise Unreadable(f"{path.name}:{number}: a question without a message")
    if message:
        yield message


def _add(message: Message, line: str, where: str) -> None:
    parts = [part.strip() for part in line.split(" | ")]
    if len(parts) not in (3, 4) or parts[0] not in (*TYPES, BAD):
        raise Unreadable(f"{where}: not type | phrase | question | plain question")
    kind, phrase, question, *plain = parts
    if phrase not in message.text:
        raise Unreadable(f"{where}: the phrase is not in the message")
    if kind == BAD:
        message.bad.append((phrase, question))
    else:
        message.good.append(Asked(TYPES[kind], phrase, question, *plain))


def judged_in(folder: Path, messages: Iterable[Message]) -> Iterator[Judged]:
    """Yield the judged asks of all files, on the messages that they were about. Raises Unreadable.

    A file has a line for each ask, `type | phrase | message`, and under it `grade | wording` lines.
    """
    by_text = {message.text: message for message in messages}
    for path in sorted(folder.glob("*.txt")):
        for number, block in enumerate(path.read_text("utf-8").strip().split("\n\n"), 1):
            try:
                head, *lines = block.splitlines()
                kind, phrase, text = head.split(" | ", 2)
                wordings = [(wording, GRADES.index(grade)) for grade, wording in (one.split(" | ", 1) for one in lines)]
                yield Judged(by_text[text], phrase, TYPES[kind], wordings)
            except (ValueError, KeyError) as error:
                raise Unreadable(f"{path.name}: ask {number}: {error}") from error


class BankGrade(NamedTuple):
    """What a reader thought of one of the bank's wordings on a message, 0 to 3."""

    grade: int
    template: str
    wording: str
    message: str


def bank_grades_in(folder: Path) -> Iterator[BankGrade]:
    """Yield the grades of the bank's wordings of all files, a line each, with tabs between. Raises Unreadable."""
    for path in sorted(folder.glob("*-bank*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE), 1):
                if len(row) != len(BankGrade._fields) or row[0] not in GRADES:
                    raise Unreadable(f"{path.name}:{number}: not grade, template, wording and message")
                yield BankGrade(GRADES.index(row[0]), *row[1:])


def bank_grades_by_message(folder: Path) -> dict[str, list[tuple[str, int]]]:
    """Return the bank's wordings on each message, with their grades. Raises Unreadable."""
    found = defaultdict[str, list[tuple[str, int]]](list)
    for one in bank_grades_in(folder):
        found[one.message].append((one.wording, one.grade))
    return found
