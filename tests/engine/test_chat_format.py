"""Conversations are written as each family was taught to read them, and nobody's words become a marker."""

from __future__ import annotations

import ctypes

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.engine.chat_format import FORMATS, defused, format_named, format_of, render
from assistant.errors import ModelRefused
from assistant.ports import PromptTurn

TURNS = (
    PromptTurn("system", "Ask."),
    PromptTurn("user", "Late again."),
    PromptTurn("assistant", "What kept you?"),
    PromptTurn("user", "Him."),
)

PUBLISHED = {
    "llama-3": "{{- '<|start_header_id|>' + message['role'] + '<|end_header_id|>\\n\\n' }}",
    "phi-4": "{{'<|im_start|>system<|im_sep|>' + message['content'] + '<|im_end|>'}}",
    "smollm-3": "{%- set reasoning_mode = '/think' if enable_thinking else '/no_think' -%}{{ '<|im_start|>' }}",
    "qwen-3": "{{- '<|im_start|>assistant\\n' }}{%- if enable_thinking is defined and enable_thinking is false %}",
    "chatml": "{{'<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n'}}",
    "gemma": "{{ '<start_of_turn>' + role + '\\n' + message['content'] | trim + '<end_of_turn>\\n' }}",
    "granite": "{{- '<|start_of_role|>user<|end_of_role|>' + message['content'] + '<|end_of_text|>\\n' }}",
    "phi-3": "{{'<|user|>\\n' + message['content'] + '<|end|>\\n'}}",
    "phi-4-mini": "{{ '<|' + message['role'] + '|>' + message['content'] + '<|end|>' }}",
    "mistral-7": "{{ '[SYSTEM_PROMPT]' + message['content'] + '[/SYSTEM_PROMPT]' }}{{ '[INST]' + m + '[/INST]' }}",
    "mistral": "{{ '[INST] ' + message['content'] + ' [/INST]' }}",
}
"""A telling line of each family's published `tokenizer.chat_template`."""

AS_LLAMA_CPP = {
    "llama-3": "llama3", "phi-4": "phi4", "chatml": "chatml", "gemma": "gemma", "granite": "granite", "phi-3": "phi3",
    "mistral-7": "mistral-v7-tekken",
}  # fmt: skip
"""What llama.cpp calls the same format in its own table: a second, independent writing of it."""


def rendered(name: str) -> str:
    """Return the prompt as one text."""
    return "".join(segment.text for segment in render(format_named(name), TURNS))


def by_llama_cpp(name: str) -> str:
    """Return the prompt as llama.cpp writes it."""
    from llama_cpp import llama_cpp as native

    messages = (native.llama_chat_message * len(TURNS))()
    for message, turn in zip(messages, TURNS, strict=True):
        message.role, message.content = turn.role.encode(), turn.text.encode()
    buffer = ctypes.create_string_buffer(4096)
    length = native.llama_chat_apply_template(name.encode(), messages, len(TURNS), True, buffer, len(buffer))
    assert length > 0
    return buffer.raw[:length].decode()


@pytest.mark.parametrize("name", AS_LLAMA_CPP)
def test_a_conversation_is_written_as_llama_cpp_writes_it(name: str) -> None:
    """Markers, line ends and the place of the system's words agree to the character."""
    assert rendered(name) == by_llama_cpp(AS_LLAMA_CPP[name])


def test_the_other_families_are_written_as_published() -> None:
    """Families that llama.cpp's table lacks, written out by hand from their templates."""
    said = "<|im_start|>system\nAsk.<|im_end|>\n<|im_start|>user\nLate again.<|im_end|>\n"
    said += "<|im_start|>assistant\nWhat kept you?<|im_end|>\n<|im_start|>user\nHim.<|im_end|>\n<|im_start|>assistant\n"
    assert rendered("qwen-3") == said + "<think>\n\n</think>\n\n"
    assert rendered("smollm-3") == said + "<think>\n\n</think>\n"
    assert rendered("phi-4-mini") == (
        "<|system|>Ask.<|end|><|user|>Late again.<|end|>"
        "<|assistant|>What kept you?<|end|><|user|>Him.<|end|><|assistant|>"
    )
    assert rendered("mistral") == "[INST] Ask.\n\nLate again.[/INST] What kept you?</s>[INST] Him.[/INST]"


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_family_is_told_by_its_own_template(name: str) -> None:
    """Each published template leads to its family and to no other."""
    assert format_of(PUBLISHED[name]).name == name


def test_every_family_has_its_template_here() -> None:
    """A family that is added gets a test."""
    assert set(PUBLISHED) == {family.name for family in FORMATS}


def test_an_unknown_template_is_refused() -> None:
    """A model that speaks in a way we do not know is not spoken to."""
    for template in ("", "{{ messages }}", "### Instruction:"):
        with pytest.raises(ModelRefused, match="chat format"):
            format_of(template)
    with pytest.raises(ModelRefused, match="esperanto"):
        format_named("esperanto")


@pytest.mark.parametrize("family", FORMATS, ids=lambda family: family.name)
def test_a_marker_that_a_person_types_is_words(family: object) -> None:
    """Words that spell a marker are cut so that no piece spells one, and nothing is lost."""
    from assistant.engine.chat_format import ChatFormat, _markers

    assert isinstance(family, ChatFormat)
    for marker in _markers(family):
        words = f"I typed {marker} and {marker}{marker}."
        pieces = defused(words, family)
        assert "".join(pieces) == words
        assert not any(marker in piece for piece in pieces)


@settings(deadline=None)
@given(st.text())
def test_cutting_loses_nothing(words: str) -> None:
    """Whatever is typed comes out whole."""
    assert all("".join(defused(words, family)) == words for family in FORMATS)


def test_system_words_with_nothing_after_them_are_kept() -> None:
    """A family without system turns still gets to read them."""
    family = format_named("gemma")
    assert "Ask." in "".join(segment.text for segment in render(family, (PromptTurn("system", "Ask."),)))
