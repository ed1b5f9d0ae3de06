"""Write a conversation the way a family of models was taught to read it.

A format is told by the markers in the model's own template; we write it ourselves, since a template is a program
from a stranger. Markers and words are kept apart, so that a marker typed by a person stays plain text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from assistant.errors import ModelRefused
from assistant.ports import PromptTurn


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a prompt: a marker of the format, or words."""

    text: str
    marker: bool = False


@dataclass(frozen=True, slots=True)
class ChatFormat:
    """How one family writes a turn: `before` and `after` alternate between marker and words."""

    name: str
    signs: tuple[str, ...]
    """All of these stand in the template of a model of this family."""
    before: tuple[str, ...]
    """Marker, words, marker, …; `{role}` is put in."""
    after: tuple[str, ...]
    """Marker, words, marker, …"""
    assistant: str = "assistant"
    """What the family calls the one who answers."""
    has_system: bool = True
    """Knows a system turn; otherwise its text goes before the first user turn."""
    silent_thought: tuple[str, ...] = ()
    """Marker, words, … that open an answer so that a thinking model answers at once."""


FORMATS: Final = (
    ChatFormat("llama-3", ("<|start_header_id|>",), ("<|start_header_id|>", "{role}", "<|end_header_id|>", "\n\n"),
               ("<|eot_id|>",)),
    ChatFormat("phi-4", ("<|im_start|>", "<|im_sep|>"), ("<|im_start|>", "{role}", "<|im_sep|>"), ("<|im_end|>",)),
    ChatFormat("smollm-3", ("<|im_start|>", "reasoning_mode"), ("<|im_start|>", "{role}\n"), ("<|im_end|>", "\n"),
               silent_thought=("<think>", "\n\n", "</think>", "\n")),
    ChatFormat("qwen-3", ("<|im_start|>", "enable_thinking"), ("<|im_start|>", "{role}\n"), ("<|im_end|>", "\n"),
               silent_thought=("<think>", "\n\n", "</think>", "\n\n")),
    ChatFormat("chatml", ("<|im_start|>",), ("<|im_start|>", "{role}\n"), ("<|im_end|>", "\n")),
    ChatFormat("gemma", ("<start_of_turn>",), ("<start_of_turn>", "{role}\n"), ("<end_of_turn>", "\n"),
               assistant="model", has_system=False),
    ChatFormat("granite", ("<|start_of_role|>",), ("<|start_of_role|>", "{role}", "<|end_of_role|>"),
               ("<|end_of_text|>", "\n")),
    ChatFormat("phi-3", ("<|user|>", "<|end|>"), ("<|{role}|>", "\n"), ("<|end|>", "\n")),
    ChatFormat("phi-4-mini", ("'<|' + message['role'] + '|>'", "<|end|>"), ("<|{role}|>",), ("<|end|>",)),
    ChatFormat("mistral-7", ("[INST]", "[SYSTEM_PROMPT]"), (), ()),
    ChatFormat("mistral", ("[INST]",), (), (), has_system=False),
)  # fmt: skip
"""Known families; the first whose signs are all there is meant.

**Source**: the `tokenizer.chat_template` of each family's published models.
"""

_BY_NAME: Final = {family.name: family for family in FORMATS}


def format_of(template: str) -> ChatFormat:
    """Return the family whose markers a model's own template holds. Raises ModelRefused when none is known."""
    for family in FORMATS:
        if all(sign in template for sign in family.signs):
            return family
    raise ModelRefused(
        "The model's chat format is not known.", "Choose a model of the Llama 3, Qwen, Gemma, Mistral or Phi family."
    )


def format_named(name: str) -> ChatFormat:
    """Return the format of that name. Raises ModelRefused when there is none."""
    if name not in _BY_NAME:
        raise ModelRefused(f"There is no chat format {name}.", "Known: " + ", ".join(_BY_NAME) + ".")
    return _BY_NAME[name]


def render(family: ChatFormat, turns: Sequence[PromptTurn]) -> list[Segment]:
    """Write turns up to where the answer begins. The answer's opening is not part of it."""
    if not family.has_system:
        turns = _system_folded(turns)
    if family.name in _MISTRALS:
        return _joined(_mistral(turns, _MISTRALS[family.name]))
    segments: list[Segment] = []
    for turn in turns:
        segments += _opened(family, turn.role)
        segments.append(Segment(turn.text))
        segments += _alternating(family.after)
    return _joined([*segments, *_opened(family, "assistant"), *_alternating(family.silent_thought)])


def _opened(family: ChatFormat, role: str) -> list[Segment]:
    name = family.assistant if role == "assistant" else role
    return _alternating(tuple(part.format(role=name) for part in family.before))


def _alternating(parts: Sequence[str]) -> list[Segment]:
    return [Segment(part, marker=place % 2 == 0) for place, part in enumerate(parts)]


_MISTRALS: Final = {"mistral": " ", "mistral-7": ""}
"""What stands between a marker and the words: a space until their tokenizer of 2024, nothing since."""


def _mistral(turns: Sequence[PromptTurn], space: str) -> list[Segment]:
    """Write user turns between `[INST]` and `[/INST]`; answers follow bare and end with `</s>`."""
    segments: list[Segment] = []
    for turn in turns:
        if turn.role == "assistant":
            segments += [Segment(space + turn.text), Segment("</s>", marker=True)]
        else:
            name = "SYSTEM_PROMPT" if turn.role == "system" else "INST"
            segments += [
                Segment(f"[{name}]", marker=True),
                Segment(space + turn.text),
                Segment(f"[/{name}]", marker=True),
            ]
    return segments


def _system_folded(turns: Sequence[PromptTurn]) -> list[PromptTurn]:
    """Put the text of system turns before the user turn that follows."""
    folded: list[PromptTurn] = []
    waiting = ""
    for turn in turns:
        if turn.role == "system":
            waiting += turn.text + "\n\n"
        elif turn.role == "user" and waiting:
            folded.append(PromptTurn("user", waiting + turn.text))
            waiting = ""
        else:
            folded.append(turn)
    return folded if not waiting else [*folded, PromptTurn("user", waiting.rstrip())]


def _joined(segments: Sequence[Segment]) -> list[Segment]:
    """Merge neighbouring words: a tokenizer would cut them differently one by one."""
    joined: list[Segment] = []
    for segment in segments:
        if joined and not joined[-1].marker and not segment.marker:
            joined[-1] = Segment(joined[-1].text + segment.text)
        elif segment.text:
            joined.append(segment)
    return joined


def defused(text: str, family: ChatFormat) -> list[str]:
    """Cut a text of words wherever it spells a marker of the format, so that no piece spells one.

    llama.cpp leaves control tokens alone when told to, but still reads markers that a model file declares as
    user-defined tokens.
    """
    pieces, start = [], 0
    for found in re.finditer(_any_marker(family), text):
        pieces.append(text[start : found.start() + 1])
        start = found.start() + 1
    return [piece for piece in [*pieces, text[start:]] if piece]


@cache
def _any_marker(family: ChatFormat) -> re.Pattern[str]:
    """Match, without taking it in, each place where a marker begins."""
    return re.compile("(?=" + "|".join(re.escape(marker) for marker in sorted(_markers(family))) + ")")


def _markers(family: ChatFormat) -> frozenset[str]:
    if family.name in _MISTRALS:
        return frozenset({"[INST]", "[/INST]", "[SYSTEM_PROMPT]", "[/SYSTEM_PROMPT]", "</s>", "<s>"})
    roles = ("system", "user", family.assistant)
    parts = [*family.before[::2], *family.after[::2], *family.silent_thought[::2]]
    return frozenset(part.format(role=role) for part in parts for role in roles)
