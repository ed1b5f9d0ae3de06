"""Read the words of care from `prompts/care`: the replies, and the lines by country."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from assistant.coaching.care import Asks, CareLine, CareText, CareWords, care_reply
from assistant.prompts import FrontMatter, load_toml

if TYPE_CHECKING:
    from assistant.coaching.session_state import SessionState
    from assistant.core.dialogue import Reply
    from assistant.core.reading import Distress
    from assistant.services.converse import Care


class _Reply(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    situation: str = Field(min_length=1)
    asks: Asks
    text: str = Field(min_length=1)


class _ReplyFile(FrontMatter):
    """What is said in care."""

    reply: tuple[_Reply, ...] = Field(min_length=1)
    parting: str = Field(min_length=1)


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    country: str = Field(pattern="^[A-Z]{2}$")
    name: str
    say: str
    emergency: str


class _LineFile(FrontMatter):
    """Where a person can be reached, by country."""

    default: str
    default_emergency: str
    line: tuple[_Line, ...]


def load_lines(prompts: Path) -> dict[str, CareLine]:
    """Return the lines by country; the empty key is for any other country. Raises Unreadable."""
    kept = load_toml(prompts / "care" / "lines.toml", _LineFile)
    lines = {line.country: CareLine(line.country, line.name, line.say, line.emergency) for line in kept.line}
    return {"": CareLine("", "", kept.default, kept.default_emergency), **lines}


def load_care_words(prompts: Path, country: str | None = None) -> CareWords:
    """Read and check all words of care, with that country's line. Raises Unreadable naming file, line and reason."""
    lines = load_lines(prompts)
    said = load_toml(prompts / "care" / "replies.toml", _ReplyFile)
    texts = (CareText(text.situation, text.asks, text.text) for text in said.reply)
    return CareWords(texts, lines.get(country or "", lines[""]), said.parting)


def care_of(prompts: Path, country: str | None = None) -> Care:
    """Return what the conversation asks before it coaches: the reply of care, or None. Raises Unreadable."""
    return care_with(load_care_words(prompts, country))


def care_with(words: CareWords) -> Care:
    """Return what the conversation asks before it coaches, in these words."""
    return care_by(lambda: words)


def care_by(words: Callable[[], CareWords]) -> Care:
    """Return the same, in the words of the moment: the country may be another one by then."""

    def care(text: str, distress: Distress, state: SessionState) -> Reply | None:
        return care_reply(text, distress, state, words())

    return care
