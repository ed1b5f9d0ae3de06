"""Make pairs for a blind reading: what the taught voice, the bare starter and the bank ask about held-out messages.

    python models/training/voice/pairs.py ADAPTER.gguf OUT [--most N]

Writes `OUT/turns.jsonl`, one message a line with what each of the three said, and two shuffled sheets for readers,
`OUT/bank.jsonl` and `OUT/starter.jsonl`: message, first and second, without who said which. `OUT/key.json` holds that.
The plan, the phrase and the critic are the coach's own; the taught voice and the starter are each heard at their best
wording, whether or not the bank's would have been taken in its place; at their first, where the critic passes none.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sys
from collections.abc import AsyncGenerator
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from starter import starter_file  # noqa: E402
from written import TEXT, Message, messages_in  # noqa: E402

from assistant.coaching.composer import Words, word_from_bank, word_turn  # noqa: E402
from assistant.coaching.critic import Ground  # noqa: E402
from assistant.coaching.planner import plan_turn  # noqa: E402
from assistant.coaching.session_state import SessionState  # noqa: E402
from assistant.coaching.situations import situations_of  # noqa: E402
from assistant.coaching.voicing import MODEL_WORDS  # noqa: E402
from assistant.core.dialogue import VoiceName  # noqa: E402
from assistant.engine.asks import VoiceSpec  # noqa: E402
from assistant.engine.wording import OpenVoice  # noqa: E402
from assistant.ports import Ask, CandidateMade, VoiceEvent, VoiceFacts  # noqa: E402
from assistant.reading.acts import hear_acts  # noqa: E402
from assistant.reading.read import read_text  # noqa: E402
from assistant.services.coach_words import load_coach_words  # noqa: E402

CONTEXT_TOKENS, BATCH_TOKENS, THREADS = 2048, 512, 2


class InProcess:
    """A chat model in this process, for measuring."""

    def __init__(self, adapter: str) -> None:
        """Open the starter, with an adapter or without."""
        self._adapted = bool(adapter)
        self._voice = OpenVoice(
            VoiceSpec(
                path=str(starter_file()),
                sha256="",
                chat_format="chatml",
                context_tokens=CONTEXT_TOKENS,
                batch_tokens=BATCH_TOKENS,
                threads=THREADS,
                adapter_path=adapter,
            )
        )

    async def facts(self) -> VoiceFacts:
        """Describe the model."""
        return VoiceFacts("starter", "", CONTEXT_TOKENS, 134_515_008, self._adapted)

    async def ask(self, ask: Ask) -> AsyncGenerator[VoiceEvent, None]:
        """Word an ask."""
        events: list[dict[str, object]] = []
        self._voice.word(ask, events.append, bool)
        for event in events:
            if "text" in event:
                said = (float(event.get(name, 0)) for name in ("likelihood", "assent"))
                yield CandidateMade(int(event["candidate"]), str(event["text"]), *said)

    async def close(self) -> None:
        """Nothing to end."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One message with what each of the three said."""

    text: str
    answers: str
    about: str
    kind: str
    taught: str
    starter: str
    bank: str
    shown: str
    """What the coach would show."""
    by: str


async def turn_on(message: Message, words: Words, taught: InProcess, bare: InProcess) -> Turn | None:
    """Plan one turn and let each of the three word it; None where a model words no such turn."""
    asked = (message.answers,) if message.answers else ()
    state = SessionState(turns=len(asked), asked=asked)
    plan = plan_turn(message.text, read_text(message.text), hear_acts(message.text), state)
    if plan.occasion not in MODEL_WORDS or not plan.options:
        return None
    ground = Ground(message.text, (), asked)
    situations = situations_of(plan, state, "en")
    bank, _ = word_from_bank(plan, ground, state, words, message.text, situations)
    heard = {}
    for name, voice in (("taught", taught), ("starter", bare)):
        one = await word_turn(plan, ground, state, words, message.text, situations, voice=voice, margin=-9.0)
        refused = [other.text for other in one.rejected if other.voice is VoiceName.MODEL]
        heard[name] = one.wording.text if one.voice is VoiceName.MODEL else next(iter(refused), "")
    shown = await word_turn(plan, ground, state, words, message.text, situations, voice=taught)
    first = plan.options[0]
    return Turn(
        message.text, message.answers, first.handle.quote, first.question_type.value,
        heard["taught"], heard["starter"], bank.text, shown.wording.text, shown.voice.value,
    )  # fmt: skip


async def main() -> None:
    """Make the turns and the sheets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("adapter")
    parser.add_argument("out", type=Path)
    parser.add_argument("--most", type=int, default=240)
    parser.add_argument("--text", type=Path, default=TEXT)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    words = load_coach_words(ROOT / "prompts")
    taught, bare = InProcess(given.adapter), InProcess("")
    messages = [message for message in messages_in(given.text) if message.held_out][: given.most]
    turns = [turn for message in messages if (turn := await turn_on(message, words, taught, bare))]
    lines = (json.dumps(asdict(turn), ensure_ascii=False) for turn in turns)
    (given.out / "turns.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    chance, key = random.Random(7), {}
    for other in ("bank", "starter"):
        rows = []
        for number, turn in enumerate(turns):
            two = [("taught", turn.taught), (other, getattr(turn, other))]
            if not all(text for _, text in two):
                continue
            chance.shuffle(two)
            key[f"{other} {number}"] = [name for name, _ in two]
            rows.append({"pair": number, "asked": turn.answers, "message": turn.text, "A": two[0][1], "B": two[1][1]})
        chance.shuffle(rows)
        sheet = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        (given.out / f"{other}.jsonl").write_text(sheet + "\n", "utf-8")
    (given.out / "key.json").write_text(json.dumps(key, indent=1) + "\n", "utf-8")
    said = sum(bool(turn.taught) for turn in turns) / len(turns)
    print(f"{len(turns)} turns; the taught voice had a wording for {said:.2f}, was shown in "
          f"{sum(turn.by == VoiceName.MODEL.value for turn in turns) / len(turns):.2f}")  # fmt: skip


if __name__ == "__main__":
    asyncio.run(main())
