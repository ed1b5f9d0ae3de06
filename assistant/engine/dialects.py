"""Tell model servers apart by what they say of their models, and ask each in the way it understands.

All speak OpenAI's chat completions; they differ in how an answer is held to a grammar and how thinking is turned off.

**Source**: llama.cpp `tools/server/README.md`; llama-cpp-python `llama_cpp/server/types.py`; vLLM, "OpenAI-Compatible
Server" and "Structured Outputs"; Ollama, "OpenAI compatibility".
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, cast

from assistant.ports import Ask

_JSON_REPLY: Final = {
    "type": "json_schema",
    "json_schema": {
        "name": "reply",
        "strict": True,
        "schema": {
            "type": "object",
            "properties": {"reply": {"type": "string"}},
            "required": ["reply"],
            "additionalProperties": False,
        },
    },
}


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one kind of server is asked."""

    name: str
    owned_by: tuple[str, ...]
    """What such a server says owns its models."""
    grammar: str = ""
    """The field that takes a GBNF grammar: `grammar`, `structured_outputs`, or empty where it takes none."""
    schema: bool = False
    """Holds an answer to a JSON schema instead."""
    no_thinking: Mapping[str, object] | None = None
    """Fields that make a thinking model answer at once."""
    abreast: bool = True
    """Answers several requests at a time."""


DIALECTS: Final = (
    Dialect("llama-server", ("llamacpp",), "grammar", no_thinking={"chat_template_kwargs": {"enable_thinking": False}}),
    Dialect("llama-cpp-python", ("me",), "grammar", abreast=False),
    Dialect("vLLM", ("vllm",), "structured_outputs", no_thinking={"chat_template_kwargs": {"enable_thinking": False}}),
    Dialect("Ollama", ("library", "ollama"), schema=True, no_thinking={"reasoning_effort": "none"}),
)
"""Known kinds of server."""

PLAIN: Final = Dialect("a model server", ())
"""Any other: asked in nothing but OpenAI's own fields."""


def dialect_of(model: Mapping[str, object]) -> Dialect:
    """Return the kind of server that describes a model like this."""
    return next((dialect for dialect in DIALECTS if model.get("owned_by") in dialect.owned_by), PLAIN)


PARAMETERS_UNSAID: Final = 3_000_000_000
"""Weights of a served model that neither says how many nor is called by them: nobody serves a smaller one."""

_BILLIONS: Final = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d+)?)\s?b(?![a-z])", re.IGNORECASE)


def parameters_of(model: Mapping[str, object]) -> int:
    """Return how many weights a served model has: as it says (llama-server), by its name (`qwen3:8b`), else a guess."""
    meta = model.get("meta")
    said = meta.get("n_params") if isinstance(meta, dict) else None
    if isinstance(said, int) and said > 0:
        return said
    named = _BILLIONS.search(str(model.get("id", "")))
    return int(float(named[1]) * 1e9) if named else PARAMETERS_UNSAID


def request(dialect: Dialect, model: str, ask: Ask, candidate: int) -> dict[str, object]:
    """Return the body that asks for one candidate."""
    messages = [{"role": turn.role, "content": turn.text} for turn in ask.turns]
    body: dict[str, object] = {
        "model": model,
        "messages": messages,
        "max_tokens": ask.max_tokens,
        "temperature": ask.temperature,
        "top_p": ask.top_p,
        "seed": ask.seed + candidate,
        "stream": True,
        **(dialect.no_thinking or {}),
    }
    if ask.opening:
        messages[-1]["content"] += f"\n\nBegin your answer with these words: {ask.opening}"
    if ask.grammar is not None and dialect.grammar == "grammar":
        body["grammar"] = ask.grammar
    elif ask.grammar is not None and dialect.grammar:
        body[dialect.grammar] = {"grammar": ask.grammar}
    elif ask.grammar is not None and dialect.schema:
        body["response_format"] = _JSON_REPLY
        body["max_tokens"] = ask.max_tokens + _JSON_TOKENS
    return body


_JSON_TOKENS: Final = 16
"""What the braces and the name around a reply take."""


def reply_of(dialect: Dialect, ask: Ask, said: str) -> str | None:
    """Return the candidate in what a server said; None where it is not whole or does not begin as asked."""
    text = said.strip()
    if ask.grammar is not None and dialect.schema:
        try:
            text = cast(dict[str, str], json.loads(text))["reply"].strip()
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None
    if not text:
        return None
    if ask.opening and not text.startswith(ask.opening):
        return None if ask.grammar is not None and dialect.grammar else f"{ask.opening} {text}"
    return text
