"""Draw wordings from the voice as it runs, and judge them as the coach does: for pairs, and for the card.

    python models/training/voice/draw.py ADAPTER.gguf OUT.jsonl [--held-out] [--most N]

A line of OUT is a message with one written question, all that the voice said to it, and which of that was refused.
`-` for ADAPTER draws from the bare starter. It ends with the share that the critic passed at first try.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from starter import starter_file  # noqa: E402
from written import TEXT, messages_in  # noqa: E402

from assistant.coaching.critic import Ground, faults_of  # noqa: E402
from assistant.coaching.prompt import CANDIDATES_TAUGHT, MOST_TOKENS, TAUGHT_GRAMMAR, shown  # noqa: E402
from assistant.engine.asks import VoiceSpec  # noqa: E402
from assistant.engine.wording import OpenVoice  # noqa: E402
from assistant.ports import Ask  # noqa: E402
from assistant.services.coach_words import load_prompt_form  # noqa: E402

CONTEXT_TOKENS, BATCH_TOKENS = 2048, 512


def main() -> None:
    """Draw, judge and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("adapter")
    parser.add_argument("out", type=Path)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--most", type=int, default=1000)
    parser.add_argument("--candidates", type=int, default=CANDIDATES_TAUGHT)
    parser.add_argument("--temperature", type=float, default=0.7)
    parser.add_argument("--text", type=Path, default=TEXT)
    given = parser.parse_args()
    form = load_prompt_form(ROOT / "prompts" / "templates" / "coach.toml")
    adapter = "" if given.adapter == "-" else given.adapter
    spec = VoiceSpec(
        path=str(starter_file()), sha256="", chat_format="chatml", context_tokens=CONTEXT_TOKENS,
        batch_tokens=BATCH_TOKENS, threads=2, adapter_path=adapter,
    )  # fmt: skip
    voice = OpenVoice(spec)
    asks = [
        (message, good)
        for message in messages_in(given.text)
        if message.held_out == given.held_out
        for good in message.good
    ]
    random.Random(7).shuffle(asks)
    drawn = passed = 0
    with given.out.open("w", encoding="utf-8") as out:
        for message, good in asks[: given.most]:
            said = shown(message.text, message.text.index(good.phrase))
            turns = form.taught_turns(said, good.phrase, good.kind, message.answers)
            ask = Ask(turns, TAUGHT_GRAMMAR, given.candidates, MOST_TOKENS, given.temperature, seed=11, shared_turns=1)
            wordings: list[str] = []
            voice.word(ask, lambda event, made=wordings: made.append(event["text"]) if "text" in event else None, bool)
            ground = Ground(message.text, (message.answers,) if message.answers else ())
            refused = [wording for wording in dict.fromkeys(wordings) if faults_of(wording, ground)]
            drawn, passed = drawn + len(wordings), passed + sum(wording not in refused for wording in wordings)
            row = {
                "text": message.text, "answers": message.answers, "kind": good.kind.value, "phrase": good.phrase,
                "question": good.question, "drawn": wordings, "refused": refused,
            }  # fmt: skip
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(f"{len(asks[: given.most])} asks, {drawn} wordings, first-try pass {passed / max(1, drawn):.3f}")


if __name__ == "__main__":
    main()
