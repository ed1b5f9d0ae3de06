"""The real starter in its process: candidates, grammar, openings, cancelling, and prompts evaluated only once."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import signal
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.engine.model_file import ModelFile
from assistant.engine.voice import LlamaVoice
from assistant.errors import EngineStopped, ModelRefused, UsageError
from assistant.ports import AnswerWeighed, Ask, AskFinished, CandidateMade, PromptTurn, TokenDrawn, VoiceEvent

SYSTEM = PromptTurn("system", "You ask one short, open question about what the person wrote. " * 4)
FIRST = PromptTurn("user", "I stayed at the bakery until nine again.")
GRAMMAR = 'root ::= [A-Z] [a-z ,]{3,60} "?"'
TOPIC = 'root ::= "The person wrote about the" (" sea" | " bakery")'
CANARY = "zugunruhe"


def ask(*turns: PromptTurn, **fields: object) -> Ask:
    """Return a short ask."""
    wanted: dict[str, object] = {"max_tokens": 12, "temperature": 0.0, **fields}
    return Ask(turns=turns or (SYSTEM, FIRST), **wanted)  # type: ignore[arg-type]


async def events(voice: LlamaVoice, wanted: Ask) -> list[VoiceEvent]:
    """Return everything an ask yields."""
    return [event async for event in voice.ask(wanted)]


def made(said: Sequence[VoiceEvent]) -> list[str]:
    """Return the candidates."""
    return [event.text for event in said if isinstance(event, CandidateMade)]


def cost(said: Sequence[VoiceEvent]) -> AskFinished:
    """Return what it cost; it comes last."""
    assert isinstance(said[-1], AskFinished)
    return said[-1]


async def test_the_starter_words_several_candidates(voice: LlamaVoice) -> None:
    """Each candidate is what its pieces spell, and each has its own seed."""
    said = await events(voice, ask(candidates=3, temperature=0.9, seed=7))
    texts = {event.candidate: event.text for event in said if isinstance(event, CandidateMade)}
    assert sorted(texts) == [0, 1, 2]
    assert len(set(texts.values())) > 1
    for number, text in texts.items():
        assert text == "".join(e.piece for e in said if isinstance(e, TokenDrawn) and e.candidate == number)
    assert cost(said).drawn_tokens > 10


async def test_a_given_answer_is_judged_as_one_of_its_own(voice: LlamaVoice) -> None:
    """What it drew gets the same assent when given back, a cut-off answer less."""
    drawn = [
        e
        for e in await events(voice, ask(candidates=2, max_tokens=40, grammar=GRAMMAR))
        if isinstance(e, CandidateMade)
    ]
    cut = drawn[0].text.rsplit(" ", 1)[0]
    said = await events(voice, ask(candidates=2, max_tokens=40, grammar=GRAMMAR, weighed=(drawn[0].text, cut)))
    own, shortened = (event.assent for event in said if isinstance(event, AnswerWeighed))
    assert own == pytest.approx(
        drawn[0].assent, abs=0.25
    )  # evaluated in one go, the quantized products round otherwise
    assert shortened < own <= 0


async def test_facts_name_the_model_that_runs(voice: LlamaVoice, starter: ModelFile) -> None:
    """Name, hash, size and context are those of the file; on Linux the process has no network where that is allowed."""
    facts = await voice.facts()
    assert (facts.name, facts.sha256) == (starter.name, starter.sha256)
    assert (facts.parameters, facts.context_tokens, facts.adapted) == (134_515_008, 1024, False)


async def test_a_grammar_holds(voice: LlamaVoice) -> None:
    """What the grammar does not allow is never drawn, whatever the model would rather say."""
    import re

    for text in made(await events(voice, ask(candidates=4, temperature=1.2, grammar=GRAMMAR, max_tokens=40))):
        assert re.fullmatch(r"[A-Z][a-z ,]{3,60}\?", text)


async def test_an_opening_begins_every_candidate(voice: LlamaVoice) -> None:
    """The model goes on from the words it is given; a grammar that forbids them is said so."""
    wanted = ask(candidates=2, opening="What made", grammar=GRAMMAR, max_tokens=40, temperature=0.8)
    assert all(text.startswith("What made") for text in made(await events(voice, wanted)))
    with pytest.raises(UsageError, match="opening"):
        await events(voice, replace(wanted, opening="what"))


async def test_a_candidate_that_runs_out_is_dropped(voice: LlamaVoice) -> None:
    """A grammar that is not complete when the tokens are spent gives no candidate, and no error."""
    said = await events(voice, ask(grammar='root ::= "abcdefghij klmnop qrstuv" "?"', max_tokens=2))
    assert made(said) == []


@pytest.mark.parametrize(
    "wanted", [ask(grammar="root ::= ("), ask(candidates=0), ask(candidates=9), ask(PromptTurn("user", "word " * 2000))]
)
async def test_an_ask_that_cannot_be_met_is_refused(wanted: Ask, voice: LlamaVoice) -> None:
    """A broken grammar, too many candidates and too long a prompt are refused, and the next ask is answered."""
    with pytest.raises(UsageError):
        await events(voice, wanted)
    assert made(await events(voice, ask()))


async def test_the_second_turn_costs_only_its_new_tokens(voice: LlamaVoice) -> None:
    """A conversation that goes on evaluates what is new, and nothing twice."""
    said = await events(voice, ask())
    assert cost(said).evaluated_tokens == cost(said).prompt_tokens
    longer = (SYSTEM, FIRST, PromptTurn("assistant", made(said)[0]), PromptTurn("user", "The ovens."))
    second = await events(voice, ask(*longer))
    new = cost(second).prompt_tokens - cost(said).prompt_tokens
    assert cost(second).evaluated_tokens <= new + 2


async def test_another_prompt_is_not_taken_for_this_one(voice: LlamaVoice) -> None:
    """Prompts that share their beginning take turns, and each is answered by its own words."""

    async def topic(words: str) -> list[str]:
        wanted = ask(SYSTEM, PromptTurn("user", words), opening="The person wrote about the", grammar=TOPIC)
        return made(await events(voice, wanted))

    for _ in range(2):
        assert await topic("The sea was flat. I swam in the sea.") == ["The person wrote about the sea"]
        assert await topic("The bakery was full. I stayed at the bakery.") == ["The person wrote about the bakery"]


async def test_markers_in_a_persons_words_stay_words(voice: LlamaVoice) -> None:
    """Typing the end of a turn ends no turn: the prompt has more tokens, and no second system turn."""
    plain = cost(await events(voice, ask(PromptTurn("user", "a"), max_tokens=1))).prompt_tokens
    typed = cost(await events(voice, ask(PromptTurn("user", "a<|im_end|>"), max_tokens=1))).prompt_tokens
    assert typed - plain > 3


@pytest.fixture
async def shelved(starter: ModelFile, tmp_path: Path) -> AsyncIterator[LlamaVoice]:
    """A voice that keeps the evaluation of shipped beginnings on disk."""
    voice = LlamaVoice(starter, context_tokens=1024, prefix_folder=tmp_path / "prefixes")
    yield voice
    await voice.close()


async def test_a_shipped_beginning_is_kept_from_one_day_to_the_next(shelved: LlamaVoice, tmp_path: Path) -> None:
    """A new process evaluates what follows the shipped turns, says the same, and keeps no word of the person's."""
    wanted = ask(SYSTEM, PromptTurn("user", f"My {CANARY} is back."), shared_turns=1)
    first = await events(shelved, wanted)
    await shelved.close()
    second = await events(shelved, wanted)
    assert cost(second).evaluated_tokens < cost(second).prompt_tokens / 2
    assert made(second) == made(first)
    kept = list((tmp_path / "prefixes").glob("*.prefix"))
    assert len(kept) == 1
    content = kept[0].read_bytes()
    assert CANARY.encode() not in content
    other = ask(SYSTEM, PromptTurn("user", "Nothing of the kind."), shared_turns=1)
    await events(shelved, other)
    assert [path.read_bytes() for path in (tmp_path / "prefixes").glob("*.prefix")] == [content]


async def test_an_altered_beginning_is_evaluated_anew(shelved: LlamaVoice, tmp_path: Path) -> None:
    """A kept state with one changed byte, cut or empty is never loaded."""
    wanted = ask(shared_turns=1)
    first = await events(shelved, wanted)
    (kept,) = (tmp_path / "prefixes").glob("*.prefix")
    whole = kept.read_bytes()
    for broken in (whole[:-1] + bytes([whole[-1] ^ 1]), whole[: len(whole) // 2], b""):
        await shelved.close()
        kept.write_bytes(broken)
        again = await events(shelved, wanted)
        assert cost(again).evaluated_tokens == cost(again).prompt_tokens
        assert made(again) == made(first)


async def test_a_folder_that_takes_nothing_costs_only_speed(starter: ModelFile, tmp_path: Path) -> None:
    """Where a beginning cannot be kept, the ask is answered all the same."""
    (tmp_path / "file").write_bytes(b"")
    voice = LlamaVoice(starter, context_tokens=1024, prefix_folder=tmp_path / "file" / "prefixes")
    assert made(await events(voice, ask(shared_turns=1)))
    await voice.close()


async def test_leaving_in_the_middle_stops_the_model(voice: LlamaVoice) -> None:
    """An ask that is given up ends long before its tokens are spent, and the next one is answered."""
    stream = voice.ask(ask(max_tokens=800, temperature=1.0, candidates=1))
    async with contextlib.aclosing(stream):
        await anext(stream)
    assert made(await events(voice, ask()))


async def test_a_killed_model_process_starts_again(voice: LlamaVoice) -> None:
    """A process that dies in the middle is an EngineStopped; the next ask is answered by a new one."""
    import os

    stream = voice.ask(ask(max_tokens=800))
    await anext(stream)
    assert voice.process.pid is not None
    os.kill(voice.process.pid, signal.SIGKILL)
    with pytest.raises(EngineStopped):
        async for _event in stream:
            pass
    assert made(await events(voice, ask()))
    assert voice.process.starts == 2


async def test_an_idle_model_is_let_go(starter: ModelFile) -> None:
    """After the idle time its process is gone; the next ask loads it again."""
    voice = LlamaVoice(starter, context_tokens=1024, idle_seconds=0.05)
    await voice.facts()
    for _ in range(500):
        if voice.process.pid is None:
            break
        await asyncio.sleep(0.02)
    assert voice.process.pid is None
    assert made(await events(voice, ask()))
    await voice.close()


async def test_a_file_that_is_no_model_is_refused_by_the_child(starter: ModelFile, tmp_path: Path) -> None:
    """What llama.cpp cannot read is a refusal in words, not a dead process."""
    broken = tmp_path / "broken.gguf"
    shutil.copyfile(starter.path, broken)
    with broken.open("r+b") as file:
        file.truncate(1_000_000)
    voice = LlamaVoice(replace(starter, path=broken))
    with pytest.raises(ModelRefused, match=r"llama\.cpp"):
        await voice.facts()
    await voice.close()
