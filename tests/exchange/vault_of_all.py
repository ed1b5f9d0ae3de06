"""Vaults with something of everything in them, drawn at random, and what they hold as plain values to compare."""

from __future__ import annotations

import random
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, timedelta, timezone
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Final, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

from assistant.core.dialogue import Move, QuestionType, Reply, VoiceName
from assistant.core.entry import Attachment, Entry, EntryKind, Quotation, Writing
from assistant.core.ids import EntryId, RecordId, SessionId
from assistant.core.records import RECORD_KINDS
from assistant.core.span import Span
from assistant.ports import Vault
from assistant.services.take_out import writing_of

AWKWARD: Final = (
    *("\0", "\ud800", "\udc00", "\r", "\r\n", "\n", "\t", "\x1b[31m", "\u2028", "\x85", "\ufeff", "\u202e", "\ufffe"),
    *(
        "---\n",
        "---",
        "'",
        '"',
        "\\",
        "{",
        "}",
        "[/x]",
        "<b>",
        "&amp;",
        "e\u0301",
        "é",
        "🎶",
        "\ud83d\ude00",
        "%",
        "#",
        ": ",
    ),
    *("lodestar: 'x'", "null", "~", "../", "/", "C:\\", "NUL", " ", "", "words", "I must", "river", "never", "Anna"),
)


def awkward(chance: random.Random, most: int = 12) -> str:
    """Return a text of pieces that trip up careless code."""
    pieces = chance.choices(AWKWARD, k=chance.randint(0, most))
    pieces += [chr(chance.choice((chance.randrange(0x20, 0x2FFF), chance.randrange(0x10000, 0x10FFFF))))]
    return "".join(pieces)


def moment(chance: random.Random) -> datetime:
    """Return a moment anywhere in the calendar, with any offset."""
    zone = timezone(timedelta(minutes=chance.randint(-14 * 60, 14 * 60)))
    day = datetime(1, 1, 3, tzinfo=zone) + timedelta(days=chance.randrange(3_650_000))
    wall = day + timedelta(microseconds=chance.randrange(86_400_000_000))
    return wall


def fill(vault: Vault, chance: random.Random, count: int) -> None:
    """Put entries, their history, records with versions, conversations, refusals and states into a vault."""
    entries = [entry for entry, _ in vault.entries.add_many(_writing(chance, number) for number in range(count))]
    with vault.together():
        for entry in chance.sample(entries, count // 10):
            for _ in range(chance.randint(1, 3)):
                vault.entries.amend(entry.id, f"{awkward(chance)} {chance.random()}", moment(chance))
        for entry in entries:
            if entry.session and chance.random() < 0.8:
                vault.sessions.answer(entry.session, entry.id, _reply(chance, chance.choice(entries)), moment(chance))
                vault.sessions.remember_state(entry.session, "practice", f'"{entry.id}"')
        for number in range(max(3, count // 20)):
            _record(vault, chance, number, entries)
        for number in range(3):
            vault.records.refuse("belief", f"mark {number}", moment(chance))


def _writing(chance: random.Random, number: int) -> Writing:
    said = chance.random() < 0.2
    from_elsewhere = chance.random() < 0.4
    attachment = Attachment(
        f"{awkward(chance, 3)}.png", chance.choice([None, "image/png"]), 3, chance.choice([None, "/x"])
    )
    return Writing(
        moment(chance),
        f"{number} {awkward(chance)}",
        EntryKind.MESSAGE if said else chance.choice([EntryKind.NOTE, EntryKind.REFLECTION]),
        title=chance.choice([None, awkward(chance, 3)]),
        source="dayone" if from_elsewhere else None,
        source_id=f"{number} {awkward(chance, 3)}" if from_elsewhere else None,
        session=SessionId(f"session {number % 7} {chr(number % 3 + 0x1F600)}") if said else None,
        tags=tuple(awkward(chance, 2) for _ in range(chance.randint(0, 3))),
        attachments=(attachment,) if chance.random() < 0.2 else (),
    )


def _quote(entry: Entry) -> Quotation:
    return Quotation.cut(entry, Span(0, min(5, len(entry.text))))


def _reply(chance: random.Random, quoted: Entry) -> Reply:
    text = f"{awkward(chance)} What makes you say that?"
    memory = _quote(quoted) if chance.random() < 0.5 else None
    question = "What makes you say that?"
    return Reply(text, chance.choice(list(Move)), VoiceName.BANK, question, QuestionType.EVIDENCE, memory)


def _record(vault: Vault, chance: random.Random, number: int, entries: list[Entry]) -> None:
    """Put a record of any kind, with the versions before it; a kind that joins is drawn without a word here."""
    kinds = list(RECORD_KINDS.values())
    kind = kinds[number % len(kinds)]
    identity = RecordId(f"record-{number}")
    at = moment(chance)
    for version in range(chance.randint(1, 3)):
        record = replace(_drawn(chance, kind, entries), id=identity)
        vault.records.put(record, min(at, datetime(9000, 1, 1, tzinfo=at.tzinfo)) + timedelta(days=version))
    if chance.random() < 0.3:
        vault.records.withdraw(identity, datetime(9500, 1, 1, tzinfo=timezone.utc))  # noqa: UP017


T = TypeVar("T")


def _drawn(chance: random.Random, kind: type[T], entries: list[Entry]) -> T:
    """Return a value of a dataclass with every field drawn by its type."""
    hints = get_type_hints(kind)
    return kind(**{name: _value(chance, hint, entries) for name, hint in hints.items()})


def _value(chance: random.Random, hint: Any, entries: list[Entry]) -> object:
    if hint is EntryId:
        return chance.choice(entries).id
    if isinstance(hint, NewType):
        return hint("home")
    if get_origin(hint) in (UnionType, Union):
        return _value(chance, chance.choice(get_args(hint)), entries)
    if get_origin(hint) is tuple:
        return tuple(_value(chance, get_args(hint)[0], entries) for _ in range(chance.randint(0, 3)))
    if hint is Quotation:
        return _quote(chance.choice(entries))
    if is_dataclass(hint) and isinstance(hint, type):
        return _drawn(chance, hint, entries)
    if issubclass(hint, Enum):
        return chance.choice(list(hint))
    plain: dict[type, object] = {
        NoneType: None,
        bool: chance.random() < 0.5,
        int: chance.randint(0, 10),
        date: date(2024, 1, 1) + timedelta(days=chance.randrange(700)),
        str: awkward(chance),
    }
    return plain[hint]


def holdings(vault: Vault) -> dict[str, object]:
    """Return everything a vault holds, with entries named by what they say instead of by their ids."""
    entries = list(vault.entries.between())
    names = {entry.id: EntryId(f"{entry.written_at.isoformat()} {entry.text}") for entry in entries}
    said = sorted(
        (repr((names[entry.id], _fields(entry), vault.entries.earlier_texts(entry.id))) for entry in entries), key=str
    )
    versions = [_renamed((one.record, one.set_at, one.withdrawn_at), names) for one in vault.records.everything()]
    answers = [repr(_renamed(one, names)) for one in vault.sessions.answers()]
    refusals = vault.records.refusals()
    return {
        "entries": said,
        "records": sorted(map(repr, versions)),
        "answers": sorted(answers),
        "refusals": refusals,
        "states": sorted((one.session, one.name) for one in vault.sessions.states()),
    }


def _fields(entry: Entry) -> tuple[object, ...]:
    writing = writing_of(entry)
    return tuple(getattr(writing, name) for name in Writing.__slots__)


def _renamed(value: object, names: dict[EntryId, EntryId]) -> object:
    if isinstance(value, tuple):
        return tuple(_renamed(one, names) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes: dict[str, object] = {}
        for field in fields(value):
            inner = getattr(value, field.name)
            if field.name in ("entry", "outcome_entry") and inner in names:
                changes[field.name] = names[inner]
            elif isinstance(inner, tuple) or is_dataclass(inner):
                changes[field.name] = _renamed(inner, names)
        return _told(replace(value, **changes))
    return value


def _told(value: object) -> object:
    """Return a value as text that shows all of it; entries and readings hide their words."""
    assert is_dataclass(value)
    return (type(value).__name__, *(getattr(value, field.name) for field in fields(value)))
