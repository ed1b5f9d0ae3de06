"""Turn the bytes of a file into text without losing any, and say where the encoding had to be guessed."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from assistant.errors import Unreadable
from assistant.exchange.source import MEMBER_BYTES, Member

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


HEAD: Final = 64
"""Bytes at the beginning that must hold zeros too: where only the words below do, they are what the person has."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and the encoding where it was not UTF-8."""

    text: str
    guessed: str | None = None


def decoded(content: bytes) -> Decoded:
    """Return the text of a whole file, its byte order mark taken off. Raises ValueError where it is not text.

    UTF-8, else what the byte order mark says, else UTF-16 by its zero bytes, else Windows' Western European (cp1252).
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Decoded(content[len(mark) :].decode(encoding, "surrogatepass" if encoding == "utf8" else "strict"))
    wide = wide_encoding(content)
    if wide:
        return _without_mark(content, wide)
    for encoding, errors in (("utf8", "strict"), ("utf8", "surrogatepass")):
        try:
            return Decoded(content.decode(encoding, errors))
        except UnicodeDecodeError:
            continue
    if looks_binary(content):
        raise ValueError("it is not text")
    try:
        return Decoded(content.decode("cp1252"), "cp1252")
    except UnicodeDecodeError as error:
        raise ValueError("its bytes are neither UTF-8 nor Windows text (cp1252)") from error


def wide_encoding(content: bytes) -> str | None:
    """Return which UTF-16 or UTF-32 bytes are in, by their mark or, of UTF-16, by its many zeros; None for neither."""
    marked = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)
    if marked:
        return None if marked == "utf8" else marked
    head = content[:HEAD]
    if head.count(0) > len(head) // 5 and content.count(0) > len(content) // 5:
        return "utf-16-le" if content[1::2].count(0) > content[::2].count(0) else "utf-16-be"
    return None


def _without_mark(content: bytes, encoding: str) -> Decoded:
    """Return text in UTF-16 that lacks its mark. Raises ValueError for no such text."""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise ValueError("it is not text") from error
    if any(ord(character) < 9 for character in text):
        raise ValueError("it is not text")
    return Decoded(text, encoding)


def is_blank(text: str) -> bool:
    """Tell whether there are no words in a text, without a copy of it as `strip` makes: one may have 80 MB."""
    return not text or text.isspace()


def looks_binary(content: bytes) -> bool:
    """Tell whether bytes that are not UTF-8 are no text of another encoding either: they hold control bytes."""
    sample = content[:65536]
    return any(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in sample)


_LINE_END: Final = re.compile(r"\r?\n")
LINES: Final = 500_000
"""The most lines of one text that are held at once; a diary of 20 MB in lines of 60 characters has 350,000."""


def in_lines(text: str) -> list[str]:
    """Return the lines of a text without their ends, Unix's or Windows'; what is too many is a ValueError.

    The text is not held a second time: a whole copy with other line ends took 80 MB.
    """
    if text.count("\n") > LINES:
        raise ValueError(f"it has more than {LINES:,} lines")
    return _LINE_END.split(text)


def text_of(member: Member, limit: int = MEMBER_BYTES) -> Decoded:
    """Return a member's whole text. Raises Unreadable naming the member."""
    try:
        return decoded(member.read(limit))
    except ValueError as error:
        raise Unreadable(str(error), source=member.name) from error


def beginning_of(member: Member, size: int) -> str:
    """Return the first `size` bytes of a member as text, to tell what it is. Raises Unreadable."""
    with member.open() as stream:
        content = stream.read(size)
    wide = wide_encoding(content)
    if wide:
        return codecs.getincrementaldecoder(wide)("replace").decode(content).removeprefix("\ufeff")
    try:
        return decoded(content).text
    except ValueError:
        return content.decode("utf8", "replace")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file, or why it cannot be read; `number` counts from 1."""

    number: int
    text: str = ""
    guessed: str | None = None
    refusal: str | None = None


def lines_of(member: Member, limit: int = MEMBER_BYTES) -> Iterator[Line]:
    """Yield a member's lines one by one, each decoded by itself, split at line feeds only. Raises Unreadable."""
    with member.open() as raw:
        stream = io.BufferedReader(raw) if isinstance(raw, io.RawIOBase) else raw
        head = stream.read(4)
        encoding = next((name for mark, name in _MARKS if name != "utf8" and head.startswith(mark)), None)
        joined = io.BufferedReader(_Rejoined(head.removeprefix(codecs.BOM_UTF8), stream))
        if encoding:
            yield from _wide_lines(joined, encoding, limit)
            return
        number = 0
        while content := joined.readline(limit + 1):
            number += 1
            if len(content) > limit:
                yield Line(number, refusal=f"the line is longer than {limit // (1024 * 1024)} MB")
                while content and not content.endswith(b"\n"):
                    content = joined.readline(limit)
                continue
            try:
                found = decoded(content)
            except ValueError as error:
                yield Line(number, refusal=str(error))
            else:
                yield Line(number, found.text, found.guessed)


def _wide_lines(stream: BinaryIO, encoding: str, limit: int) -> Iterator[Line]:
    """Yield the lines of a file in UTF-16 or UTF-32; a broken byte ends it, since nothing after it can be trusted."""
    number = 0
    reader = io.TextIOWrapper(stream, encoding=encoding, newline="\n")
    try:
        while text := reader.readline(limit):
            number += 1
            yield Line(number, text.removeprefix("\ufeff"))
    except UnicodeError:
        yield Line(number + 1, refusal=f"it is not {encoding.upper()} from here on")


class _Rejoined(io.RawIOBase):
    """A stream whose first bytes were read already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        """Say yes."""
        return True

    def readinto(self, buffer: object) -> int:
        """Give the first bytes, then the rest."""
        assert isinstance(buffer, memoryview)
        piece = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(piece) :] if self._head else b""
        buffer[: len(piece)] = piece
        return len(piece)
