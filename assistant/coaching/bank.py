"""The question bank: questions with typed slots for the person's own words, and the choice among them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from assistant.coaching.critic import content_stems
from assistant.coaching.handle import BARE, Handle
from assistant.coaching.matter import names_the_matter
from assistant.coaching.plan import Occasion, Option, Plan
from assistant.coaching.session_state import SessionState
from assistant.coaching.tellings import EVENT, TOLD_KINDS
from assistant.coaching.tokens import words_of
from assistant.coaching.turning import sentence_case
from assistant.coaching.weighing import Vocabulary
from assistant.core.dialogue import QuestionType

_SLOT = re.compile(r"\{(\w+)\}")
_NAMING_SLOTS = frozenset({"topic", "place", "person", "who", "whom", "number"})
"""Slots that name somebody or something; the others say back what was claimed or done."""
_MANY = re.compile(
    r"they|people|(?:your|his|her|their|our|the) (?:\w+ )?(?:\w*[a-rt-z]s|children|men|women|people)", re.IGNORECASE
)
_FRESH_SENTENCE = re.compile(r"([.!?]\s+)([a-z])")
ANY = "any"
"""Stands on any phrase."""
_ASKED_ABOUT_ALONE = frozenset({"news"})
"""A death and its like: what may be asked of any event ("what does it make you want?") would be cold beside it."""
_QUOTED_SLOTS = frozenset(
    {"quote", "word", "said", "cond", "cons", "before", "after", "also", "thread", "step", "denial", "earlier"}
)
"""Slots that templates put between quotation marks."""
_CHANCE = 0.8
"""How far the seed may move a question: wide enough that two people hear different questions, narrow enough that a
question which readers let stand half as often seldom comes first (their worth differs by 0.2 and more)."""
_MADE_FOR_IT = 0.6
"""A question that was written for such a phrase goes before one that suits any: else the same few are asked of all."""
_ANCHORED = 0.06
"""For each slot beyond the quotation: a question that names their manager and their meeting fits nobody else."""
_WORTH = 2.5
"""What readers think of a question wherever it stood says more than how well it fits: within a talk what is planned
goes with what they let stand hardly at all (r 0.04 among the wordings of a message), its worth does (0.24). Of 183
turns that 3 and 1 word differently two readers let 0.38 stand, for 0.30, and found no sense in 0.12, for 0.15; at 6 one
question would come every evening, and at 3 who talked for six of them heard it as a form."""
_LATE_REPEAT = 2.0
"""A question asked in another session lately should not come again soon."""
_SHAPE_COST = {"plain": 0.0, "within": 0.03, "trails": 0.12, "leads": 0.05}
"""Quotation marks keep the person's words exact, and read as a form when every question has them."""
_SHAPE_AGAIN = 0.3
_SHAPES_HEARD = 3
_TELLING, _BEARS, _BEARS_FIRST = 0.12, 0.4, 6.0
"""For naming anything that only this message names, and more the surer it is what the message is about, most of all in
the first question of a sitting: it must tell whoever hears it what it is about. Of 260 first messages of our own the
first choice names what readers chose in 0.90 at 3, in 0.91 at 4 and in 0.92 at 6, for 0.01 of worth."""
_FREE_FLOATING = 0.12
"""A question that names only the *always* or the *by now* leaves it open what it is about."""
_HANGS, _HARDLY = 0.12, 0.35
"""What hardly names anything that a long first message is about leaves it open what it asks after, and has to say so
first."""
_MISSED_AGAIN = 1.0
"""Who did not follow "… what is that like for you?" is not helped by "… who should know how that is for you?"."""
_COMES_DOWN_TO = 2
"""The last words of a question, by which its kind is heard: "for you", "of that"."""
_SHORTEST_QUESTION, _LONGEST_QUESTION = 4, 24


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """One question of the bank, or one whole short reply that ends in a question."""

    id: str
    template: str
    question_type: QuestionType | None
    handles: frozenset[str]
    occasions: frozenset[Occasion] = frozenset({Occasion.ORDINARY})
    depths: frozenset[int] = frozenset({1, 2, 3})
    areas: frozenset[str] = frozenset()
    needs: frozenset[str] = field(default=frozenset())
    worth: float = 0.0
    """By how much readers let it stand more often than another, as a share; less than 0 for one that they let stand
    less often."""

    @classmethod
    def written(
        cls,
        id: str,
        template: str,
        question_type: QuestionType | None,
        handles: Iterable[str],
        *,
        occasions: frozenset[Occasion] = frozenset({Occasion.ORDINARY}),
        depths: frozenset[int] = frozenset({1, 2, 3}),
        areas: frozenset[str] = frozenset(),
        worth: float = 0.0,
    ) -> BankQuestion:
        """Make a question; which slots it needs is read from its template."""
        needs = frozenset(_SLOT.findall(template))
        return cls(id, template, question_type, frozenset(handles), occasions, depths, areas, needs, worth)


@dataclass(frozen=True, slots=True)
class Wording:
    """A planned move in words."""

    text: str
    question_type: QuestionType | None
    handle: Handle | None
    source_id: str
    score: float

    said_back: tuple[str, ...] = ()
    """Their words within the text that are turned and not quoted: a judge of our manner must not read them as ours."""
    worth: float = 0.0
    """What readers think of the bank's question that was put into words here."""

    @property
    def question(self) -> str | None:
        """The question within the text, to the character; None where it asks nothing."""
        return question_in(self.text)


def question_in(text: str) -> str | None:
    """Return the last sentence of the text if it asks; quotation marks do not end a sentence."""
    if not text.rstrip().endswith("?"):
        return None
    depth, start = 0, 0
    for place, character in enumerate(text):
        depth += (character == "“") - (character == "”")
        ended = character in ".!?…" or (
            character == "”" and text[place - 1] in ".!?" and text[place + 2 : place + 3].isupper()
        )
        if ended and depth == 0 and text[place + 1 : place + 2] == " " and text[place + 2 : place + 3]:
            start = place + 2
    return text[start:].strip()


class Bank:
    """All questions, found by occasion and by what they stand on."""

    def __init__(self, questions: Iterable[BankQuestion]) -> None:
        self.questions = tuple(questions)
        self.vocabulary = Vocabulary.of(question.template for question in self.questions)
        self._by_place: dict[tuple[Occasion, str], list[BankQuestion]] = {}
        for question in self.questions:
            for place in product(question.occasions, question.handles):
                self._by_place.setdefault(place, []).append(question)
        by_template: dict[str, list[str]] = {}
        for question in self.questions:
            by_template.setdefault(question.template, []).append(question.id)
        self._alike = {one: alike for alike in by_template.values() for one in alike}

    def wordings(
        self, plan: Plan, state: SessionState, seed: str, lately: frozenset[str] = frozenset()
    ) -> list[Wording]:
        """Return every way the bank has to word the plan, best first; the same seed gives the same order."""
        telling = plan.stems - self.vocabulary.stems
        state = state.after(question_ids=tuple(self._in_the_same_words(state.question_ids)))
        lately = frozenset(self._in_the_same_words(lately))
        found = [
            wording
            for option in plan.options
            for question in self._for(plan.occasion, option.handle)
            if (wording := _worded(question, option, plan, state, seed, lately, telling)) is not None
        ]
        return sorted(_best_of_each(found), key=lambda wording: (-wording.score, wording.source_id))

    def _in_the_same_words(self, ids: Iterable[str]) -> set[str]:
        """Return these questions with those that say the same of another kind of phrase or on another occasion."""
        return {alike for one in ids for alike in self._alike.get(one, (one,))}

    def _for(self, occasion: Occasion, handle: Handle) -> Iterable[BankQuestion]:
        """Return the questions that stand on such a phrase, each once."""
        alone = handle.kind in _ASKED_ABOUT_ALONE and occasion is Occasion.ORDINARY
        kinds = (handle.kind,) if alone else _kinds(handle)
        found = {q.id: q for kind in kinds for q in self._by_place.get((occasion, kind), ())}
        return found.values()


def _worded(
    question: BankQuestion,
    option: Option,
    plan: Plan,
    state: SessionState,
    seed: str,
    lately: frozenset[str],
    telling: frozenset[str],
) -> Wording | None:
    handle = option.handle
    if question.question_type not in (None, option.question_type):
        return None
    if plan.depth not in question.depths or (question.areas and not question.areas & plan.areas):
        return None
    slots = slots_of(handle, state)
    if not question.needs <= slots.keys() or question.id in state.question_ids:
        return None
    if {"person", "quote"} <= question.needs and slots["person"].split()[-1].lower() in handle.quote.lower():
        return None  # "where does Ann come into it" is no question when it was Ann who did it
    if "{who} says" in question.template and _MANY.fullmatch(slots["who"]):
        return None  # "when they says"
    text = fill(question.template, slots)
    asked = question_in(text)
    if asked is not None and not _SHORTEST_QUESTION <= len(words_of(asked)) <= _LONGEST_QUESTION:
        return None
    fit = option.score + _chance(seed, question.id + handle.kind) - _LATE_REPEAT * (question.id in lately)
    fit += _MADE_FOR_IT * (handle.kind in question.handles) + _WORTH * question.worth
    fit += _ANCHORED * len(question.needs - _QUOTED_SLOTS) - _shape_cost(question.template, state)
    bears = names_the_matter(text, plan.about)
    fit += _TELLING * bool(content_stems(text) & telling) + (_BEARS if state.turns else _BEARS_FIRST) * bears
    fit -= _MISSED_AGAIN * (plan.mends and _ends_like(text, state.asked))
    fit -= _FREE_FLOATING * (question.needs <= {"word"} and not content_stems(slots.get("word", "")))
    if plan.comes_back_to and plan.occasion is Occasion.ORDINARY and bears < _HARDLY:
        fit -= _HANGS
        joined = text if text.startswith("“") else _lowered(text)
        text = f"About {plan.comes_back_to}{',' if text.startswith('“') else ':'} {joined}"
    said_back = tuple(slots[name] for name in sorted(question.needs - _QUOTED_SLOTS - _NAMING_SLOTS))
    return Wording(text, question.question_type, handle, question.id, round(fit, 4), said_back, question.worth)


def _ends_like(text: str, asked: tuple[str, ...]) -> bool:
    """Say whether a question comes down to what the last one did."""
    return bool(asked) and words_of(text)[-_COMES_DOWN_TO:] == words_of(asked[-1])[-_COMES_DOWN_TO:]


def _lowered(text: str) -> str:
    return text if text.startswith("I ") else text[0].lower() + text[1:]


def _kinds(handle: Handle) -> tuple[str, ...]:
    """Return the kinds under which questions for a handle are found.

    What stands on any phrase does not stand on none, and a lone word is asked about as nothing is, where need be.
    """
    match handle.kind:
        case "bare":
            return (BARE,)
        case "word":
            return ("word", BARE)
        case kind if kind in TOLD_KINDS:
            return (kind, EVENT, ANY)
        case kind:
            return (kind, ANY)


def slots_of(handle: Handle, state: SessionState) -> dict[str, str]:
    """Return everything that a template may put in: from the phrase, and from the session so far."""
    slots = {"quote": handle.quote, **handle.slots} if handle.kind != BARE else dict(handle.slots)
    session = {
        "thread": state.thread,
        "step": state.step or state.last_step,
        "denial": state.denials[0] if state.denials else None,
        "earlier": state.quotes[-1] if state.quotes else None,
    }
    return slots | {name: value for name, value in session.items() if value}


def shape_of(template: str) -> str:
    """Say how a wording is built: where the quotation stands, or that there is none."""
    if "“" not in template:
        return "plain"
    if template.startswith("“"):
        return "leads"
    return "trails" if re.search(r"”[?.!]?$", template) else "within"


def _shape_cost(template: str, state: SessionState) -> float:
    """Make a shape dearer when the last questions had it: a person hears the form before the words."""
    shape = shape_of(template)
    return _SHAPE_COST[shape] + _SHAPE_AGAIN * state.shapes[-_SHAPES_HEARD:].count(shape)


def fill(template: str, slots: Mapping[str, str]) -> str:
    """Put the person's words into a template and begin each sentence with a capital, outside quotations.

    What they wrote stays as they wrote it. Raises KeyError for a slot that is not there.
    """
    text = _SLOT.sub(lambda match: slots[match.group(1)], template)
    pieces = re.split(r"(“[^”]*”)", text)
    mended = [piece if piece.startswith("“") else _FRESH_SENTENCE.sub(_capital, piece) for piece in pieces]
    return sentence_case("".join(mended))


def _capital(match: re.Match[str]) -> str:
    return match.group(1) + match.group(2).upper()


def _chance(seed: str, question_id: str) -> float:
    digest = hashlib.blake2b(f"{seed}\n{question_id}".encode("utf8", "replace"), digest_size=4).digest()
    return _CHANCE * int.from_bytes(digest) / 0xFFFFFFFF


def _best_of_each(found: list[Wording]) -> Iterator[Wording]:
    best: dict[str, Wording] = {}
    for wording in found:
        if wording.text not in best or wording.score > best[wording.text].score:
            best[wording.text] = wording
    yield from best.values()
