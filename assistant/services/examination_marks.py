"""Mark an answer of the examination: pure rules, the critic's own where a question is asked."""

from __future__ import annotations

import re
from typing import Final, assert_never

from assistant.coaching.critic import Ground, content_stems, faults_of
from assistant.coaching.tokens import words_of
from assistant.services.examination_papers import Item, Paper

ABSTENTION: Final = "not in what you wrote"

ANSWER_WORDS_MOST: Final = 12
"""An answer in as few words as will do; a model that repeats the whole text has not answered."""

_JOINING: Final = frozenset(
    "and but while then again also both after before with of them which where it was were is are has have had not no "
    "you your later still from to in on by the a an that this those these two one so yet though whereas "
    "whose who".split()
)
"""Words that may come in when sentences are joined: they say nothing of their own."""

_LONGER_MOST: Final = 1.4
"""A joined sentence that is longer than its parts by more than this has added something."""


def is_right(paper: Paper, item: Item, said: str) -> bool:
    """Say whether an answer is right."""
    text = said.strip()
    if any(part in text.lower() for part in item.never):
        return False
    match paper.judge:
        case "question":
            return not faults_of(text, Ground(item.text))
        case "choice":
            return text.strip(" .\"'").lower() in item.right
        case "pattern":
            return re.fullmatch(item.pattern, text) is not None
        case "answer":
            return _answers(item, text)
        case "joined":
            return _joined(item, text)
        case "language":
            return _in_language(item, text)
        case _:
            assert_never(paper.judge)


def _answers(item: Item, text: str) -> bool:
    plain = text.lower()
    if not item.right:
        return ABSTENTION in plain
    short = len(text.split()) <= ANSWER_WORDS_MOST
    return short and ABSTENTION not in plain and any(part in plain for part in item.right)


def _joined(item: Item, text: str) -> bool:
    """One sentence that still says everything and says nothing else."""
    if len(re.findall(r"[.!?](?:\s|$)", text)) != 1 or len(text) > _LONGER_MOST * len(item.text):
        return False
    if not all(part.lower() in text.lower() for part in item.keeps):
        return False
    numbers = set(re.findall(r"\d+", text)) - set(re.findall(r"\d+", item.text))
    new = {word for word in words_of(text) if word not in _JOINING} - set(words_of(item.text))
    return not numbers and not {word for word in new if word[:5] not in content_stems(item.text)}


def _in_language(item: Item, text: str) -> bool:
    words = re.findall(r"\w+", text.lower())
    one_question = text.endswith("?") and text.count("?") == 1 and len(words) >= 3
    return one_question and bool(set(words) & set(item.expects)) and text.strip(" ?") not in item.text
