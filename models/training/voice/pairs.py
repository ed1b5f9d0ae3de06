"""Make pairs for a blind reading: what the taught voice, the bare starter and the bank ask about held-out messages.

    python models/training/voice/pairs.py ADAPTER.gguf OUT [--part K N]

Writes `OUT/turns-K.jsonl`, one message a line with what each of the three said, and two shuffled sheets for readers:
`OUT/bank.jsonl`, what is shown wherever the taught voice is heard beside what the bank alone would ask; and
`OUT/starter.jsonl`, the best wording of the taught voice and of the bare starter, their first where the critic passes
none. Who said which is in `OUT/key.json`. The plan, the phrases and the critic are the coach's own.
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

from planned import CONTEXT_TOKENS, planned, starter_facts  # noqa: E402
from starter import starter_file  # noqa: E402
from written import TEXT, Message, messages_in  # noqa: E402

from assistant.coaching.composer import Words, word_from_bank, word_turn  # noqa: E402
from assistant.coaching.critic import Ground  # noqa: E402
from assistant.coaching.situations import situations_of  # noqa: E402
from assistant.coaching.voicing import MODEL_WORDS  # noqa: E402
from assistant.core.dialogue import VoiceName  # noqa: E402
from assistant.engine.asks import VoiceSpec  # noqa: E402
from assistant.engine.wording import OpenVoice  # noqa: E402
from assistant.ports import AnswerWeighed, Ask, CandidateMade, VoiceEvent, VoiceFacts  # noqa: E402
from assistant.services.coach_words import load_coach_words  # noqa: E402

BATCH_TOKENS, THREADS = 512, 2


class InProcess:
    """A chat model in this process, for measuring."""

    def __init__(self, adapter: str) -> None:
        """Open the starter, with an adapter or without."""
        self._adapted = bool(adapter)
        self._said: dict[Ask, list[dict[str, object]]] = {}
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
        return starter_facts(adapted=self._adapted)

    async def ask(self, ask: Ask) -> AsyncGenerator[VoiceEvent, None]:
        """Word an ask; the same ask is worded once."""
        if ask not in self._said:
            self._said[ask] = []
            self._voice.word(ask, self._said[ask].append, bool)
        for event in self._said[ask]:
            if "weighed" in event:
                yield AnswerWeighed(int(event["weighed"]), float(event["assent"]))
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
    plan, state = planned(message)
    if plan.occasion not in MODEL_WORDS or not plan.options:
        return None
    ground = Ground(message.text, (), state.asked)
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


def write_sheets(out: Path) -> None:
    """Write the shuffled sheets and their key from all turns made so far, and say how often the voice was heard."""
    lines = [line for path in sorted(out.glob("turns-*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    turns = [Turn(**json.loads(line)) for line in lines]
    chance, key = random.Random(7), {}
    for other in ("bank", "starter"):
        rows = []
        for number, turn in enumerate(turns):
            taught = turn.taught if other == "starter" else turn.shown * (turn.by == VoiceName.MODEL.value)
            two = [("taught", taught), (other, getattr(turn, other))]
            if not all(text for _, text in two):
                continue
            chance.shuffle(two)
            key[f"{other} {number}"] = [name for name, _ in two]
            rows.append({"pair": number, "asked": turn.answers, "message": turn.text, "A": two[0][1], "B": two[1][1]})
        chance.shuffle(rows)
        sheet = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        (out / f"{other}.jsonl").write_text(sheet + "\n", "utf-8")
    (out / "key.json").write_text(json.dumps(key, indent=1) + "\n", "utf-8")
    heard = sum(turn.by == VoiceName.MODEL.value for turn in turns)
    print(f"{len(turns)} turns; the taught voice had a wording for {sum(bool(turn.taught) for turn in turns)}, "
          f"was heard in {heard}: {heard / len(turns):.2f}")  # fmt: skip


async def main() -> None:
    """Make the turns and the sheets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("adapter")
    parser.add_argument("out", type=Path)
    parser.add_argument("--text", type=Path, default=TEXT)
    parser.add_argument("--everyone", action="store_true", help="all writers, of a text that nothing was learned from")
    parser.add_argument(
        "--part", type=int, nargs=2, default=(0, 1), help="of so many parts this one: for two processes"
    )
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    words = load_coach_words(ROOT / "prompts")
    taught, bare = InProcess(given.adapter), InProcess("")
    messages = [message for message in messages_in(given.text) if message.held_out or given.everyone]
    part, parts = given.part
    with (given.out / f"turns-{part}.jsonl").open("w", encoding="utf-8") as out:
        for message in messages[part::parts]:
            if turn := await turn_on(message, words, taught, bare):
                out.write(json.dumps(asdict(turn), ensure_ascii=False) + "\n")
                out.flush()
    write_sheets(given.out)


if __name__ == "__main__":
    asyncio.run(main())
